/* The base of a pattern's file as a document: nodes, where their words come from, and clauses. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "learn/pattern_reader.h"

static const char *copy_attribute(struct ph_pattern_reader *reader, const xmlNode *element,
                                  const char *name)
{
    return ph_arena_copy(reader->document->arena, ph_xml_attribute(element, name));
}

/* ---- footnotes ---- */

struct ph_node *ph_pattern_note(struct ph_pattern_reader *reader, const char *id)
{
    struct ph_node *note = xmlHashLookup(reader->notes, BAD_CAST id);
    if (!note) {
        note = ph_node_new(reader->document, PH_FOOTNOTE, "");
        xmlHashAddEntry(reader->notes, BAD_CAST id, note);
    }
    return note;
}

static struct ph_node *new_note(struct ph_pattern_reader *reader, const xmlNode *element)
{
    const char *id = ph_xml_attribute(element, "id");
    struct ph_node *note = ph_pattern_note(reader, id);
    if (note->parent)
        ph_pattern_wrong(reader, element, "a second footnote with the id '%s'", id);
    note->as.footnote.mark = copy_attribute(reader, element, "mark");
    return note;
}

static void check_note(void *note, void *data, const xmlChar *id)
{
    struct ph_pattern_reader *reader = data;
    if (!((struct ph_node *)note)->parent)
        ph_pattern_wrong(reader, xmlHashLookup(reader->waiting, id), "no footnote has the id '%s'",
                         (const char *)id);
}

/* ---- where words come from ---- */

/* The member and the label that a paragraph had there last; where there is none, nothing is set. */
static int read_occurrences(struct ph_pattern_reader *reader, const xmlNode *element,
                            struct ph_node *node, bool *in_base)
{
    int times = 0;
    size_t member, latest = 0;
    for (const xmlNode *in = ph_xml_first(element, "in"); in; in = ph_xml_next(in, "in"), times++) {
        if (!ph_pattern_member_of(reader, in, "member", &member))
            return 0;
        if (times && member < latest)
            continue;
        latest = member;
        const struct ph_member *from = &reader->pattern->members[member];
        const char *name = from->number ? from->number : ph_file_name(from->known_from);
        node->origin.label = copy_attribute(reader, in, "label");
        node->origin.symbol =
            ph_arena_copy(reader->document->arena, member == reader->pattern->base ? NULL : name);
    }
    *in_base = times && latest == reader->pattern->base;
    return times;
}

/* Words that a hand changed, put back or wrote say so. */
static void set_origin(struct ph_pattern_reader *reader, struct ph_node *node, int times,
                       bool in_base)
{
    bool has_place = times || node->kind == PH_TITLE || node->kind == PH_ORGAN;
    const char *what = in_base || !times ? "words changed" : "put back";
    if (xmlHashLookup(reader->adopted, BAD_CAST node->text.bytes))
        return;
    node->origin.how = has_place ? PH_ADVANCED : PH_UNKNOWN;
    node->origin.note =
        has_place ? ph_arena_printf(reader->document->arena, "%s %s", what, reader->by_hand)
                  : ph_arena_copy(reader->document->arena, reader->by_hand);
}

/* ---- nodes ---- */

static void set_own(struct ph_pattern_reader *reader, const xmlNode *element, struct ph_node *node)
{
    if (ph_is_paragraph(node)) {
        int usual = ph_pattern_usual_level(node->kind);
        node->as.paragraph.number = copy_attribute(reader, element, "number");
        node->as.paragraph.level = (int)ph_pattern_number(element, "level", usual);
    } else if (node->kind == PH_DOCUMENT) {
        int genre = ph_genre_by_name(ph_xml_attribute(element, "genre"));
        node->as.document.genre = genre < 0 ? PH_OTHER_GENRE : (enum ph_genre)genre;
    } else if (node->kind == PH_FIELD) {
        const char *name = ph_xml_attribute(element, "name");
        int field = ph_field_by_name(name);
        node->as.field.name = field < 0 ? PH_FIELD_SYMBOL : (enum ph_field)field;
        if (field < 0)
            ph_pattern_wrong(reader, element, "there is no field '%s'", name);
    } else if (node->kind == PH_HEADING) {
        node->as.heading.number = copy_attribute(reader, element, "number");
        node->as.heading.level = (int)ph_pattern_number(element, "level", 1);
    } else if (node->kind == PH_ANNEX) {
        node->as.annex.label = copy_attribute(reader, element, "label");
    }
}

static void set_opening(struct ph_pattern_reader *reader, struct ph_node *node)
{
    enum ph_part part = node->kind == PH_PREAMBULAR ? PH_PREAMBLE : PH_OPERATIVE_PART;
    if (node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE)
        ph_lexicon_opening(reader->lexicon, node->text.bytes, node->text.length, part,
                           &node->as.paragraph.opening);
}

static void add_clause(struct ph_pattern_reader *reader, struct ph_clause clause,
                       struct ph_node *node)
{
    struct ph_pattern *pattern = reader->pattern;
    struct ph_pattern_clauses *list = &reader->clauses;
    clause.latest = (int)pattern->base;
    clause.occurrences =
        ph_arena_alloc(pattern->arena, pattern->member_count * sizeof *clause.occurrences);
    clause.occurrences[pattern->base] = node;
    list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = clause;
}

/* What has stood in members, or has slots, is a clause; the rest is verbatim. */
static void read_text(struct ph_pattern_reader *reader, const xmlNode *element,
                      struct ph_node *node)
{
    const xmlNode *text = ph_pattern_has_text(node->kind) ? ph_xml_first(element, "text") : element;
    struct ph_clause clause = {0};
    bool in_base = false;
    clause.times = read_occurrences(reader, element, node, &in_base);
    ph_pattern_read_words(reader, text, node, &clause);
    set_opening(reader, node);
    if (reader->as_adopted) {
        xmlHashAddEntry(reader->adopted, BAD_CAST node->text.bytes, node);
        return;
    }
    if (node->kind != PH_FIELD)
        set_origin(reader, node, clause.times, in_base);
    if (clause.times || clause.slot_count)
        add_clause(reader, clause, node);
}

/* Where a footnote stands that is written inside the paragraph that mentions it. */
static struct ph_node *holder_of(struct ph_node *node)
{
    while (!ph_node_may_contain(node->kind, PH_FOOTNOTE))
        node = node->parent;
    return node;
}

static struct ph_node *read_node(struct ph_pattern_reader *reader, const xmlNode *element,
                                 struct ph_node *parent)
{
    int kind = ph_kind_by_name((const char *)element->name);
    struct ph_node *node = kind == PH_FOOTNOTE
                               ? new_note(reader, element)
                               : ph_node_new(parent->document, (enum ph_kind)kind, "");
    if (kind == PH_FOOTNOTE)
        parent = holder_of(parent);
    if (reader->status != PH_OK)
        return node;
    ph_append(parent, node);
    set_own(reader, element, node);
    if (ph_pattern_has_words(node->kind))
        read_text(reader, element, node);
    return node;
}

/* Whether an element is a node of the draft: not what only belongs to one, nor what was dropped. */
static bool is_node(struct ph_pattern_reader *reader, const xmlNode *element)
{
    size_t member;
    if (!ph_xml_is(element, NULL) || ph_kind_by_name((const char *)element->name) < 0)
        return false;
    return !ph_xml_attribute(element, "dropped-after") ||
           !ph_pattern_member_of(reader, element, "dropped-after", &member);
}

/* The file nests no deeper than PH_XML_DEPTH. */
static void read_nodes(struct ph_pattern_reader *reader, const xmlNode *above,
                       struct ph_node *parent)
{
    for (const xmlNode *one = above->children; one && reader->status == PH_OK; one = one->next)
        if (is_node(reader, one))
            read_nodes(reader, one, read_node(reader, one, parent));
}

/* ---- the document ---- */

/* The node of the base's text: the root, or what stands in the annex of a letter. */
static struct ph_node *make_base(struct ph_pattern_reader *reader, const xmlNode *element)
{
    struct ph_document *document = reader->document;
    if (!ph_xml_attribute(element, "within"))
        return document->root;
    struct ph_node *annex = ph_add(document->root, PH_ANNEX, "");
    annex->as.annex.label = copy_attribute(reader, element, "within");
    return ph_add(annex, PH_DOCUMENT, "");
}

struct ph_node *ph_pattern_read_document(struct ph_pattern_reader *reader, const xmlNode *above)
{
    const xmlNode *element = ph_xml_first(above, "document");
    reader->document = ph_document_new(reader->pattern->members[reader->pattern->base].known_from);
    reader->document->lexicon = reader->lexicon;
    reader->notes = xmlHashCreate(0);
    reader->waiting = xmlHashCreate(0);
    struct ph_node *base = make_base(reader, element);
    set_own(reader, element, base);
    read_nodes(reader, element, base);
    for (const xmlNode *one = ph_xml_first(above, "footnote"); one && reader->status == PH_OK;
         one = ph_xml_next(one, "footnote"))
        read_node(reader, one, reader->document->root);
    if (reader->status == PH_OK)
        xmlHashScan(reader->notes, check_note, reader);
    xmlHashFree(reader->notes, NULL);
    xmlHashFree(reader->waiting, NULL);
    ph_document_number(reader->document);
    return base;
}
