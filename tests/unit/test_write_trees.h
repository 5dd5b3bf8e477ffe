/* Trees made by hand for the tests of the writers. */
#ifndef PH_TEST_WRITE_TREES_H
#define PH_TEST_WRITE_TREES_H

#include <assert.h>
#include <string.h>

#include "doc/node.h"

/* Marks the first occurrence of `words` in the node's text. */
static inline struct ph_inline *mark_words(struct ph_node *node, enum ph_inline_kind kind,
                                           const char *words)
{
    const char *found = strstr(node->text.bytes, words);
    assert(found);
    size_t from = (size_t)(found - node->text.bytes);
    return ph_text_mark(node, kind, from, from + strlen(words));
}

/* A footnote mark behind the first occurrence of `words`. */
static inline void mark_note(struct ph_node *node, const char *words, struct ph_node *note)
{
    const char *found = strstr(node->text.bytes, words);
    assert(found);
    size_t at = (size_t)(found - node->text.bytes) + strlen(words);
    ph_text_mark(node, PH_NOTE, at, at)->note = note;
}

static inline void mark_opening(struct ph_node *node, const char *phrase, enum ph_part part)
{
    struct ph_opening *opening = &node->as.paragraph.opening;
    opening->part = part;
    opening->phrase = phrase;
    opening->known = true;
    opening->to = strlen(phrase);
}

static inline struct ph_node *add_numbered(struct ph_node *parent, enum ph_kind kind, int level,
                                           const char *number, const char *text)
{
    struct ph_node *node = ph_add(parent, kind, text);
    node->as.paragraph.level = level;
    node->as.paragraph.number = number;
    return node;
}

static inline struct ph_node *add_heading(struct ph_node *parent, int level, const char *number,
                                          const char *text)
{
    struct ph_node *node = ph_add(parent, PH_HEADING, text);
    node->as.heading.level = level;
    node->as.heading.number = number;
    return node;
}

static inline struct ph_node *add_annex(struct ph_node *parent, const char *label)
{
    struct ph_node *node = ph_add(parent, PH_ANNEX, "");
    node->as.annex.label = label;
    return node;
}

static inline struct ph_node *add_note(struct ph_node *parent, const char *mark, const char *text)
{
    struct ph_node *node = ph_add(parent, PH_FOOTNOTE, text);
    node->as.footnote.mark = mark;
    return node;
}

static inline void set_origin(struct ph_node *node, enum ph_how how, const char *symbol,
                              const char *label, int times, const char *note)
{
    node->origin = (struct ph_origin){how, symbol, label, times, note, NULL};
}

/* The draft that most tests write: every kind of paragraph, placeholders, a review mark, notes
 * that are mentioned again, a '*' note, sources. */
static inline struct ph_document *make_draft(void)
{
    struct ph_document *document = ph_document_new("draft.xml");
    struct ph_node *root = document->root, *node;
    root->as.document.genre = PH_DRAFT;
    ph_set_field(root, PH_FIELD_SYMBOL, "A/99/L.[…]");
    mark_words(ph_field_node(root, PH_FIELD_SYMBOL), PH_PLACEHOLDER, "[…]")->why =
        "the number of the draft, given by the Secretariat";
    ph_field_node(root, PH_FIELD_SYMBOL)->text.inlines[0].name = "symbol";
    ph_set_field(root, PH_FIELD_ORGAN, "General Assembly");
    ph_set_field(root, PH_FIELD_DISTRIBUTION, "Limited");
    ph_set_field(root, PH_FIELD_DATE, "12 November 2044");
    ph_set_field(root, PH_FIELD_ORIGINAL, "English");
    ph_set_field(root, PH_FIELD_SESSION, "Ninety-ninth session");
    ph_set_field(root, PH_FIELD_AGENDA_ITEM, "13 (b)");
    ph_set_field(root, PH_FIELD_ITEM_TITLE, "Oceans");
    ph_set_field(root, PH_FIELD_SUBITEM_TITLE, "tides and their measurement");
    ph_set_field(root, PH_FIELD_SPONSORS, "Aland and Beland");
    ph_set_field(root, PH_FIELD_PROPOSAL, "draft resolution");
    ph_add(root, PH_TITLE, "Tides & their measurement");
    ph_add(root, PH_ORGAN, "The General Assembly,");
    node =
        ph_add(root, PH_PREAMBULAR, "Recalling its resolution 97/1 of 21 November 2042 on tides,");
    mark_opening(node, "Recalling", PH_PREAMBLE);
    set_origin(node, PH_ADVANCED, "97/1", "PP1", 5, "list grows by 97/1 (4 of 4)");
    struct ph_node *one = ph_node_new(document, PH_FOOTNOTE, "A/99/[…].");
    struct ph_node *star = ph_node_new(document, PH_FOOTNOTE, "Any changes will be reflected.");
    one->as.footnote.mark = "1";
    star->as.footnote.mark = "*";
    mark_note(node, "tides,", one);
    struct ph_inline *mark = mark_words(one, PH_PLACEHOLDER, "[…]");
    mark->name = "report-symbol";
    mark->why = "the number of the report";
    mark_note(ph_field_node(root, PH_FIELD_SPONSORS), "Beland", star);
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Takes note of the report;");
    mark_opening(node, "Takes note", PH_OPERATIVE_PART);
    mark_note(node, "report", one);
    set_origin(node, PH_VERBATIM, "97/1", "OP1", 1, NULL);
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Requests the Secretary-General:");
    mark_opening(node, "Requests", PH_OPERATIVE_PART);
    set_origin(node, PH_TEMPLATE, NULL, NULL, 0, NULL);
    struct ph_node *point = add_numbered(node, PH_SUBPARAGRAPH, 2, "(a)", "To measure:");
    set_origin(point, PH_TEMPLATE, NULL, NULL, 0, NULL);
    struct ph_node *deep =
        add_numbered(point, PH_SUBPARAGRAPH, 3, "(i)", "The tides of 2009–2019;");
    mark = mark_words(deep, PH_REVIEW, "2009–2019");
    mark->why = "the period is over by then";
    set_origin(deep, PH_TEMPLATE, NULL, NULL, 0, NULL);
    ph_append(root, one);
    ph_append(root, star);
    ph_document_number(document);
    return document;
}

#endif
