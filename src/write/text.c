/* Plain text as on the pages of a document: masthead, indented paragraphs, numbers, footnotes
 * behind a short rule. Footnote marks are superscript digits, so that they survive a mail and are
 * not taken for placeholders. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/walk.h"
#include "write/flow.h"
#include "write/flow_words.h"
#include "write/parts.h"
#include "write/source_table.h"
#include "write/write.h"

enum { STEP = 4, DEEPEST = 8, WIDTH = 80 };

struct text {
    struct ph_flow flow;
    struct ph_house house;
    bool sources;
    bool begun; /* something was written: blocks are parted by an empty line */
};

/* ---- words ---- */

/* Words of ours; `change` as of ph_change_of. */
static void put(struct text *text, const char *words, unsigned change)
{
    ph_flow_put(&text->flow, words, strlen(words), ph_look_of(change));
}

static void put_node(struct text *text, const struct ph_node *node)
{
    ph_flow_put_node(&text->flow, node);
}

/* ---- blocks ---- */

static void begin_block(struct text *text)
{
    if (text->begun)
        ph_buffer_char(text->flow.out, '\n');
    text->begun = true;
}

static void write_source(struct text *text, const struct ph_node *node, size_t indent)
{
    struct ph_buffer source = {0};
    if (text->sources)
        ph_put_origin(node, &source);
    if (source.length) {
        ph_flow_put(&text->flow, "— ", strlen("— "), PH_LOOK_QUIET);
        ph_flow_put(&text->flow, source.data, source.length, PH_LOOK_QUIET);
        ph_flow_write(&text->flow, NULL, indent + STEP, indent + STEP + 2);
    }
    ph_buffer_free(&source);
}

/* A number with what parts it from the words: "1.  ", "10. ", "(a) ". */
static const char *padded(const char *number, char *out, size_t size)
{
    size_t width = ph_utf8_width(number, strlen(number));
    snprintf(out, size, "%s%*s", number, width < STEP ? (int)(STEP - width) : 1, "");
    return out;
}

/* Numbers of inserted and deleted paragraphs are words that come and go with them. */
static void write_paragraph(struct text *text, const struct ph_node *node)
{
    char number[64], lead[80];
    int level = node->as.paragraph.level;
    size_t steps = level < 1 ? 0 : (size_t)(level > DEEPEST ? DEEPEST : level) - 1;
    bool numbered = ph_number_now(node, number, sizeof number) != NULL;
    begin_block(text);
    put_node(text, node);
    ph_flow_put_end(&text->flow, node);
    ph_flow_write(&text->flow, numbered ? padded(number, lead, sizeof lead) : NULL,
                  STEP * (steps + 1), STEP * steps);
    write_source(text, node, STEP * steps);
}

/* "I." and the heading on one line, "I" on a line of its own: both are used. */
static void write_heading(struct text *text, const struct ph_node *node)
{
    const char *number = node->as.heading.number;
    size_t length = number ? strlen(number) : 0;
    char lead[80];
    bool beside = length && number[length - 1] == '.';
    begin_block(text);
    if (length && !beside) {
        put(text, number, ph_change_of(node));
        ph_flow_write(&text->flow, NULL, 0, 0);
    }
    put_node(text, node);
    ph_flow_write(&text->flow, beside ? padded(number, lead, sizeof lead) : NULL, 0,
                  beside ? STEP : 0);
    write_source(text, node, 0);
}

/* The number of an adopted text stands before its first title. */
static void write_title(struct text *text, const struct ph_node *node)
{
    const struct ph_node *number = NULL, *before = node->previous;
    while (before && before->kind != PH_TITLE)
        before = before->previous;
    size_t indent = 0;
    begin_block(text);
    while (!before && (number = ph_next_field(node->parent, number, PH_FIELD_NUMBER))) {
        put_node(text, number);
        put(text, ". ", ph_words_change(number));
        indent = STEP;
    }
    put_node(text, node);
    ph_flow_write(&text->flow, NULL, 0, indent);
    write_source(text, node, 0);
}

static void write_plain(struct text *text, const struct ph_node *node, size_t first)
{
    begin_block(text);
    put_node(text, node);
    ph_flow_write(&text->flow, NULL, first, 0);
    write_source(text, node, 0);
}

/* "(Signed)" before a name, where the name does not say so. */
static void write_signed(struct text *text, const struct ph_node *field)
{
    begin_block(text);
    if (field->text.bytes[0] != '(')
        put(text, text->house.signed_by, ph_words_change(field));
    put_node(text, field);
    size_t width = ph_flow_width(&text->flow);
    ph_flow_write(&text->flow, NULL, width < text->flow.width ? text->flow.width - width : 0, 0);
}

/* Meeting and date stand at the right margin, without a line between them. */
static void write_closing(struct text *text, const struct ph_node *closing)
{
    if (closing->text.length)
        write_plain(text, closing, 0);
    for (const struct ph_node *field = closing->first; field; field = field->next) {
        if (field->as.field.name == PH_FIELD_SIGNED) {
            write_signed(text, field);
            continue;
        }
        if (!field->previous)
            begin_block(text);
        put_node(text, field);
        size_t width = ph_flow_width(&text->flow);
        ph_flow_write(&text->flow, NULL, width < text->flow.width ? text->flow.width - width : 0,
                      0);
    }
}

/* ---- masthead ---- */

/* Puts the pieces of one line; returns the place behind them. */
static size_t put_line(struct text *text, const struct ph_piece *pieces, size_t count, size_t at)
{
    do
        ph_flow_put_piece(&text->flow, &pieces[at]);
    while (++at < count && !pieces[at].line);
    return at;
}

/* Where the right column begins: its longest line ends at the right margin. */
static size_t right_column(struct text *text, const struct ph_piece *pieces, size_t count)
{
    enum { LEFT = 20 }; /* "United Nations", "General Assembly" and a gap */
    size_t widest = 0;
    for (size_t at = 0; at < count && pieces[at].line->right;) {
        at = put_line(text, pieces, count, at);
        size_t width = ph_flow_width(&text->flow);
        widest = width > widest ? width : widest;
        ph_flow_drop(&text->flow);
    }
    size_t all = text->flow.width;
    return widest + LEFT > all ? LEFT : all - widest;
}

/* "United Nations" beside the symbol, the organ beside the distribution; a gap before the language
 * as on the page. Returns where the rest begins. */
static size_t write_top(struct text *text, const struct ph_node *document,
                        const struct ph_piece *pieces, size_t count)
{
    size_t column = right_column(text, pieces, count), at = 0;
    const char *organ = ph_house_organ(&text->house, document), *left = NULL;
    char lead[256];
    bool gap = false;
    for (int line = 0; at < count && pieces[at].line->right; line++) {
        const char *role = pieces[at].line->role;
        bool symbol = !strcmp(role, "symbol");
        if (line == 0 && !symbol) {
            ph_buffer_printf(text->flow.out, "%s\n", text->house.nations);
            line++;
        }
        if (!gap && line > 1 && (!strcmp(role, "language") || !strcmp(role, "original"))) {
            ph_buffer_char(text->flow.out, '\n');
            gap = true;
        }
        left = line == 0 ? text->house.nations : line == 1 ? organ : "";
        size_t width = ph_utf8_width(left, strlen(left));
        snprintf(lead, sizeof lead, "%s%*s", left, column > width ? (int)(column - width) : 1, "");
        at = put_line(text, pieces, count, at);
        ph_flow_write(&text->flow, lead, 0, column);
    }
    if (left == organ || !*left)
        return at;
    put(text, organ, 0); /* nothing but a symbol */
    ph_flow_write(&text->flow, NULL, 0, 0);
    return at;
}

static bool opens_block(const char *role, const char *before)
{
    static const char *const opening[] = {"session", "request", "letter", "sponsors", "adopted"};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
        if (!strcmp(role, opening[i]))
            return true;
    return before && !strcmp(before, "request"); /* the title of the item that is asked for */
}

static void write_masthead(struct text *text, const struct ph_node *document)
{
    struct ph_piece *pieces;
    size_t count = ph_masthead(&text->house, document, &pieces), at = 0;
    if (count && pieces[0].line->right) {
        begin_block(text);
        at = write_top(text, document, pieces, count);
    }
    for (const char *before = NULL, *role; at < count; before = role) {
        role = pieces[at].line->role;
        if (!before || opens_block(role, before))
            begin_block(text);
        at = put_line(text, pieces, count, at);
        ph_flow_write(&text->flow, NULL, 0, 0);
    }
    free(pieces);
}

/* ---- the whole ---- */

static void write_label(struct text *text, const struct ph_node *annex)
{
    const char *label = annex->as.annex.label;
    begin_block(text);
    put(text, label && *label ? label : text->house.annex, ph_change_of(annex));
    ph_flow_write(&text->flow, NULL, 0, 0);
}

static void write_node(struct text *text, const struct ph_node *node)
{
    switch (node->kind) {
    case PH_MASTHEAD:
        write_masthead(text, node->parent);
        break;
    case PH_TITLE:
        write_title(text, node);
        break;
    case PH_ORGAN:
        write_plain(text, node, STEP);
        break;
    case PH_HEADING:
        write_heading(text, node);
        break;
    case PH_CLOSING:
        write_closing(text, node);
        break;
    case PH_ANNEX:
        write_label(text, node);
        break;
    default:
        if (ph_is_paragraph(node))
            write_paragraph(text, node);
    }
}

static void write_notes(struct text *text, const struct ph_document *document)
{
    const struct ph_node **notes;
    size_t count = ph_notes_in_order(document, &notes);
    if (count) {
        begin_block(text);
        ph_buffer_put(text->flow.out, "__________________\n");
    }
    for (size_t i = 0; i < count; i++) {
        struct ph_buffer lead = {0};
        char mark[32];
        ph_put_superscript(&lead, ph_note_mark(notes[i], mark, sizeof mark));
        ph_buffer_char(&lead, ' ');
        size_t width = ph_utf8_width(lead.data, lead.length);
        put_node(text, notes[i]);
        ph_flow_write(&text->flow, lead.data, width < STEP ? STEP - width : 0, STEP);
        ph_buffer_free(&lead);
    }
    free(notes);
}

static void write_document(struct text *text, const struct ph_document *document)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        const struct ph_node *signer = ph_signing_place(&walk), *field = NULL;
        while (signer && (field = ph_next_field(signer, field, PH_FIELD_SIGNED)))
            write_signed(text, field);
        if (!walk.leaving)
            write_node(text, walk.node);
    }
    write_notes(text, document);
}

enum ph_status ph_write_text(const struct ph_document *document,
                             const struct ph_write_options *options, struct ph_buffer *out,
                             struct ph_error *error)
{
    struct text text = {.sources = options->sources};
    enum ph_status status = ph_house_read(&text.house, error);
    if (status != PH_OK) {
        ph_house_free(&text.house);
        return status;
    }
    text.flow.out = out;
    text.flow.width = options->width > 0 ? (size_t)options->width : WIDTH;
    text.flow.colour = options->colour;
    write_document(&text, document);
    ph_flow_free(&text.flow);
    ph_house_free(&text.house);
    if (options->source_table)
        ph_write_source_table(document, out);
    if (options->checklist) {
        struct ph_buffer list = {0};
        ph_write_checklist(document, options, &list);
        if (list.length)
            ph_buffer_printf(out, "%s%s\n%s", text.begun ? "\n" : "", PH_CHECKLIST_HEADING,
                             ph_buffer_text(&list));
        ph_buffer_free(&list);
    }
    return PH_OK;
}
