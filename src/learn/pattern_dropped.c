/* The clauses of a pattern that the base no longer has, in its file. */
#include <stdlib.h>

#include "base/xml.h"
#include "learn/pattern_writer.h"
#include "learn/standing.h"

/* Whether an element is such a one as a node stood in: of its kind and level. */
static bool is_like(const xmlNode *element, const struct ph_node *holder)
{
    const char *level = ph_xml_attribute(element, "level");
    int own = level ? atoi(level) : ph_pattern_usual_level(holder->kind);
    return ph_xml_is(element, ph_kind_name(holder->kind)) && own == holder->as.paragraph.level;
}

/* A new element for a sub-paragraph: first in `after`, or behind it or what it stands in; NULL:
 * there is no such paragraph any more. */
static xmlNode *place_inside(const struct ph_pattern_writer *writer, xmlNode *after,
                             const struct ph_node *node)
{
    const char *name = ph_kind_name(node->kind);
    if (is_like(after, node->parent))
        return xmlAddNextSibling(ph_xml_first(after, "text"), ph_xml_add(after, name));
    for (xmlNode *up = after; up != writer->document; up = up->parent)
        if (is_like(up->parent, node->parent))
            return xmlAddNextSibling(up, ph_xml_add(up->parent, name));
    return NULL;
}

/* A new element for `node` behind `after`; a sub-paragraph that no paragraph can hold is one. */
static xmlNode *place_behind(const struct ph_pattern_writer *writer, xmlNode *after,
                             const struct ph_node *node)
{
    bool stands = ph_node_may_contain(PH_DOCUMENT, node->kind);
    xmlNode *inside = ph_is_paragraph(node->parent) ? place_inside(writer, after, node) : NULL;
    if (inside)
        return inside;
    while (after->parent != writer->document)
        after = after->parent;
    return xmlAddNextSibling(
        after, ph_xml_add(writer->document, ph_kind_name(stands ? node->kind : PH_PARAGRAPH)));
}

/* What the first clause follows when nothing does: the title, the line of the organ. */
static xmlNode *before_clauses(const struct ph_pattern_writer *writer)
{
    xmlNode *last = NULL;
    for (xmlNode *one = ph_xml_first(writer->document, NULL); one; one = ph_xml_next(one, NULL))
        if (ph_xml_is(one, "masthead") || ph_xml_is(one, "title") || ph_xml_is(one, "organ"))
            last = one;
    return last ? last : ph_xml_add(writer->document, "masthead");
}

/* The footnotes of such a clause go with it: each stood in that member. */
static void add_dropped_notes(struct ph_pattern_writer *writer, xmlNode *element,
                              const struct ph_node *node, size_t member)
{
    struct ph_clause once = {0};
    once.occurrences = ph_alloc_zero(writer->pattern->member_count, sizeof *once.occurrences);
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_node *note =
            node->text.inlines[i].kind == PH_NOTE ? node->text.inlines[i].note : NULL;
        if (!note || ph_pattern_place_of(writer, note)->element)
            continue;
        once.occurrences[member] = note;
        ph_pattern_place_of(writer, note)->clause = &once;
        ph_pattern_add_node(writer, element, note);
        ph_pattern_place_of(writer, note)->clause = NULL;
    }
    free(once.occurrences);
}

void ph_pattern_add_dropped(struct ph_pattern_writer *writer)
{
    const struct ph_pattern *pattern = writer->pattern;
    xmlNode *after = before_clauses(writer);
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        const struct ph_node *node = clause->occurrences[clause->latest];
        if (node->kind == PH_FOOTNOTE)
            continue;
        if (ph_clause_dropped(pattern, clause)) {
            xmlNode *element = place_behind(writer, after, node);
            ph_xml_set(element, "dropped-after", writer->names[clause->latest]);
            ph_pattern_fill_node(writer, element, node);
            add_dropped_notes(writer, element, node, (size_t)clause->latest);
        }
        after = ph_pattern_place_of(writer, node)->element;
    }
}
