/* The base's text as elements named after the kinds of its nodes. */
#include <stdio.h>

#include "base/xml.h"
#include "doc/walk.h"
#include "learn/pattern_writer.h"

struct ph_pattern_place *ph_pattern_place_of(struct ph_pattern_writer *writer,
                                             const struct ph_node *node)
{
    char key[32];
    snprintf(key, sizeof key, "%p", (const void *)node);
    struct ph_pattern_place *place = xmlHashLookup(writer->places, BAD_CAST key);
    if (!place) {
        place = ph_alloc_zero(1, sizeof *place);
        xmlHashAddEntry(writer->places, BAD_CAST key, place);
    }
    return place;
}

static size_t note_id(void *data, const struct ph_node *footnote)
{
    struct ph_pattern_writer *writer = data;
    struct ph_pattern_place *place = ph_pattern_place_of(writer, footnote);
    if (!place->note)
        place->note = ++writer->notes;
    return place->note;
}

static void set_own(struct ph_pattern_writer *writer, xmlNode *element, const struct ph_node *node)
{
    if (ph_is_paragraph(node)) {
        ph_xml_set(element, "number", node->as.paragraph.number);
        if (node->as.paragraph.level != ph_pattern_usual_level(node->kind))
            ph_xml_set_number(element, "level", node->as.paragraph.level);
    } else if (node->kind == PH_DOCUMENT) {
        ph_xml_set(element, "genre", ph_genre_name(node->as.document.genre));
    } else if (node->kind == PH_FIELD) {
        ph_xml_set(element, "name", ph_field_name(node->as.field.name));
    } else if (node->kind == PH_HEADING) {
        ph_xml_set(element, "number", node->as.heading.number);
        ph_xml_set_number(element, "level", node->as.heading.level);
    } else if (node->kind == PH_ANNEX) {
        ph_xml_set(element, "label", node->as.annex.label);
    } else if (node->kind == PH_FOOTNOTE) {
        ph_xml_set_number(element, "id", (long)note_id(writer, node));
        ph_xml_set(element, "mark", node->as.footnote.mark);
    }
}

static void add_occurrences(struct ph_pattern_writer *writer, xmlNode *element,
                            const struct ph_clause *clause)
{
    for (size_t m = 0; m < writer->pattern->member_count; m++) {
        char label[96];
        if (!clause->occurrences[m])
            continue;
        xmlNode *in = ph_xml_add(element, "in");
        ph_xml_set(in, "member", writer->names[m]);
        ph_xml_set(in, "label", ph_label(clause->occurrences[m], label, sizeof label));
    }
}

void ph_pattern_fill_node(struct ph_pattern_writer *writer, xmlNode *element,
                          const struct ph_node *node)
{
    struct ph_pattern_place *place = ph_pattern_place_of(writer, node);
    const struct ph_clause *clause = place->clause;
    place->element = element;
    set_own(writer, element, node);
    if (!ph_pattern_has_words(node->kind))
        return;
    if (writer->as_adopted)
        clause = NULL;
    if (clause)
        add_occurrences(writer, element, clause);
    bool apart = ph_pattern_has_text(node->kind);
    ph_pattern_add_words(apart ? ph_xml_add(element, "text") : element, node,
                         clause ? clause->slots : NULL, clause ? clause->slot_count : 0,
                         writer->names, note_id, writer);
}

xmlNode *ph_pattern_add_node(struct ph_pattern_writer *writer, xmlNode *parent,
                             const struct ph_node *node)
{
    xmlNode *element = ph_xml_add(parent, ph_kind_name(node->kind));
    ph_pattern_fill_node(writer, element, node);
    return element;
}

static bool is_inside(const xmlNode *element, const xmlNode *parent)
{
    while (element && element != parent)
        element = element->parent;
    return element != NULL;
}

/* The footnotes that a text mentions and that stand outside of the document: behind it. */
static void add_notes_of(struct ph_pattern_writer *writer, xmlNode *document,
                         const struct ph_node *node)
{
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind == PH_NOTE && mark->note &&
            !is_inside(ph_pattern_place_of(writer, mark->note)->element, document->parent))
            ph_pattern_add_node(writer, document->parent, mark->note);
    }
}

/* The label of the annexes that the base stands in: "Annex II". */
static void set_within(const struct ph_pattern_writer *writer, xmlNode *document)
{
    struct ph_buffer within = {0};
    char label[96];
    for (const struct ph_node *up = writer->base->parent; up; up = up->parent)
        if (up->kind == PH_ANNEX && !within.length)
            ph_buffer_put(&within, ph_label(up, label, sizeof label));
    ph_xml_set(document, "within", within.data);
    ph_buffer_free(&within);
}

xmlNode *ph_pattern_add_base(struct ph_pattern_writer *writer, xmlNode *parent)
{
    xmlNode *above = parent, *document;
    struct ph_walk walk = ph_walk_start(writer->base);
    while (ph_walk_step(&walk))
        above = walk.leaving ? above->parent : ph_pattern_add_node(writer, above, walk.node);
    document = ph_pattern_place_of(writer, writer->base)->element;
    set_within(writer, document);
    walk = ph_walk_start(writer->base);
    while (ph_walk_step(&walk))
        if (!walk.leaving)
            add_notes_of(writer, document, walk.node);
    return document;
}
