/* One web page that needs nothing but itself: its style is in it, no script, no request to any
 * server (and a policy that says so to the browser). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "doc/walk.h"
#include "write/concordance.h"
#include "write/flow_words.h"
#include "write/html.h"
#include "write/html_findings.h"
#include "write/html_style.h"
#include "write/html_tables.h"
#include "write/parts.h"
#include "write/write.h"

struct html {
    struct ph_buffer *out;
    const struct ph_document *document;
    struct ph_house house;
    const struct ph_node **notes;
    struct place {
        const struct ph_node *note;
        size_t number; /* of its anchor, from 1 */
        bool mentioned;
    } * places; /* by address of the note */
    size_t note_count;
    const char *anchor;                /* what the anchors of footnotes begin with */
    struct ph_html_findings *findings; /* or NULL */
    bool sources;
    bool compared;   /* paragraphs have anchors for the concordance */
    size_t anchored; /* so many have one */
};

/* ---- words ---- */

static void put(struct html *html, const char *markup)
{
    ph_buffer_put(html->out, markup);
}

static void put_text(struct html *html, const char *text)
{
    ph_escape_html(html->out, text, strlen(text));
}

/* The tags around a stretch, from the outside in. */
static const struct {
    unsigned kind;
    const char *name;
    const char *class; /* marks carry their reason as a title */
} tags[] = {
    {PH_BIT(PH_DELETED), "del", NULL},     {PH_BIT(PH_INSERTED), "ins", NULL},
    {PH_BIT(PH_REVIEW), "mark", "review"}, {PH_BIT(PH_PLACEHOLDER), "mark", "placeholder"},
    {PH_BIT(PH_BOLD), "b", NULL},          {PH_BIT(PH_ITALIC), "i", NULL},
    {PH_BIT(PH_SUPERSCRIPT), "sup", NULL},
};

enum { TAGS = sizeof tags / sizeof *tags };

static void put_open(struct html *html, size_t tag, const struct ph_inline *mark)
{
    ph_buffer_printf(html->out, "<%s", tags[tag].name);
    if (tags[tag].class) {
        const bool graded = mark && mark->kind == PH_REVIEW && mark->name;
        ph_buffer_printf(html->out, " class=\"%s%s%s\"", tags[tag].class, graded ? " " : "",
                         graded ? mark->name : "");
        if (mark && mark->why) {
            put(html, " title=\"");
            put_text(html, mark->why);
            put(html, "\"");
        }
    }
    put(html, ">");
}

static int by_address(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    return ((uintptr_t)x->note > (uintptr_t)y->note) - ((uintptr_t)x->note < (uintptr_t)y->note);
}

static struct place *place_of(struct html *html, const struct ph_node *note)
{
    struct place key = {.note = note};
    return html->note_count ? bsearch(&key, html->places, html->note_count, sizeof key, by_address)
                            : NULL;
}

/* The first mention is where the note's own link leads back to. */
static void put_note_mark(struct html *html, const struct ph_node *note)
{
    char mark[32];
    struct place *place = place_of(html, note);
    put(html, "<sup>");
    if (place) {
        ph_buffer_printf(html->out, "<a href=\"#%snote-%zu\"", html->anchor, place->number);
        if (!place->mentioned)
            ph_buffer_printf(html->out, " id=\"%smention-%zu\"", html->anchor, place->number);
        place->mentioned = true;
        put(html, ">");
    }
    put_text(html, ph_note_mark(note, mark, sizeof mark));
    put(html, place ? "</a></sup>" : "</sup>");
}

static void put_tags(struct html *html, unsigned kinds, const struct ph_inline *mark)
{
    for (size_t i = 0; i < TAGS; i++)
        if (kinds & tags[i].kind)
            put_open(html, i, mark);
}

static void put_end_tags(struct html *html, unsigned kinds)
{
    for (size_t i = TAGS; i-- > 0;)
        if (kinds & tags[i].kind)
            ph_buffer_printf(html->out, "</%s>", tags[i].name);
}

static void put_stretch(struct html *html, const struct ph_node *node,
                        const struct ph_stretch *stretch)
{
    unsigned kinds = stretch->kinds;
    if (stretch->note)
        kinds &= PH_BIT(PH_DELETED) | PH_BIT(PH_INSERTED);
    put_tags(html, kinds, stretch->mark);
    if (stretch->note)
        put_note_mark(html, stretch->note->note);
    else
        ph_escape_html(html->out, node->text.bytes + stretch->from, stretch->to - stretch->from);
    put_end_tags(html, kinds);
}

/* Words of ours; `change` as of ph_change_of. */
static void put_words(struct html *html, const char *words, unsigned change)
{
    put_tags(html, change, NULL);
    put_text(html, words);
    put_end_tags(html, change);
}

static void put_piece(struct html *html, const struct ph_piece *piece)
{
    struct ph_stretch *stretches;
    if (piece->words) {
        put_words(html, piece->words, piece->change);
        return;
    }
    size_t count = ph_stretches(piece->node, &stretches);
    for (size_t i = 0; i < count; i++)
        if (ph_in_part(piece, &stretches[i]))
            put_stretch(html, piece->node, &stretches[i]);
    free(stretches);
}

static void put_node(struct html *html, const struct ph_node *node)
{
    const struct ph_piece piece = {.node = node, .part = PH_WHOLE};
    put_piece(html, &piece);
}

/* Sub-paragraphs are indented by their level. */
static void put_level(struct html *html, const struct ph_node *node)
{
    enum { DEEPEST = 8 };
    int level = ph_is_paragraph(node) ? node->as.paragraph.level : 1;
    if (level > 1)
        ph_buffer_printf(html->out, " style=\"--level: %d\"", level > DEEPEST ? DEEPEST : level);
}

static void put_source(struct html *html, const struct ph_node *node)
{
    struct ph_buffer source = {0};
    if (html->sources)
        ph_put_origin(node, &source);
    if (source.length) {
        put(html, "<small class=\"source\"");
        put_level(html, node);
        put(html, "><span>");
        ph_escape_html(html->out, source.data, source.length);
        put(html, "</span></small>\n");
    }
    ph_buffer_free(&source);
}

static void put_findings(struct html *html, const struct ph_node *node)
{
    ph_html_put_findings(html->findings, node, html->out);
}

/* What is said of a paragraph, below it. */
static void put_beside(struct html *html, const struct ph_node *node)
{
    put_source(html, node);
    put_findings(html, node);
}

/* ---- paragraphs, titles, headings ---- */

/* What a paragraph is, and whether it moved. */
static void put_class(struct html *html, const struct ph_node *node)
{
    static const char *const marks[] = {"", "", "", " moved-from", " moved-to"};
    ph_buffer_printf(html->out, "<p class=\"%s%s\"", ph_kind_name(node->kind), marks[node->mark]);
    if (html->compared && ph_in_concordance(node))
        ph_buffer_printf(html->out, " id=\"paragraph-%zu\"", ++html->anchored);
}

/* A pilcrow where the end of a paragraph is new or goes. */
static void put_end(struct html *html, const struct ph_node *node)
{
    static const unsigned changes[] = {0, PH_BIT(PH_INSERTED), PH_BIT(PH_DELETED)};
    if (node->end != PH_END_KEPT)
        put_words(html, PH_END_SIGN, changes[node->end]);
}

/* Where the other end of a move is. */
static void put_move(struct html *html, const struct ph_node *node)
{
    char label[160];
    if (!node->twin || (node->mark != PH_MOVED_TO && node->mark != PH_MOVED_FROM))
        return;
    const bool to = node->mark == PH_MOVED_TO;
    ph_buffer_printf(html->out, " <small class=\"move\">%s ", to ? "moved from" : "moved to");
    put_text(html, to && node->was ? node->was : ph_label(node->twin, label, sizeof label));
    put(html, "</small>");
}

static void put_paragraph(struct html *html, const struct ph_node *node)
{
    char number[64];
    put_class(html, node);
    put_level(html, node);
    put(html, ">");
    if (ph_number_now(node, number, sizeof number)) {
        put(html, "<span class=\"number\">");
        put_text(html, number);
        put(html, "</span> ");
    }
    put_node(html, node);
    put_end(html, node);
    put_move(html, node);
    put(html, "</p>\n");
    put_beside(html, node);
}

/* The number of an adopted text stands before its first title. */
static void put_title(struct html *html, const struct ph_node *node)
{
    const struct ph_node *number = NULL, *before = node->previous;
    const char *tag = node->parent->parent ? "h2" : "h1";
    while (before && before->kind != PH_TITLE)
        before = before->previous;
    ph_buffer_printf(html->out, "<%s>", tag);
    while (!before && (number = ph_next_field(node->parent, number, PH_FIELD_NUMBER))) {
        put_node(html, number);
        put_words(html, ". ", ph_words_change(number));
    }
    put_node(html, node);
    ph_buffer_printf(html->out, "</%s>\n", tag);
    put_beside(html, node);
}

static void put_heading(struct html *html, const struct ph_node *node)
{
    const char *number = node->as.heading.number;
    size_t length = number ? strlen(number) : 0;
    const char *tag = node->as.heading.level > 1 ? "h4" : "h3";
    ph_buffer_printf(html->out, "<%s>", tag);
    if (length) {
        put_text(html, number);
        put(html, number[length - 1] == '.' ? " " : "<br>");
    }
    put_node(html, node);
    ph_buffer_printf(html->out, "</%s>\n", tag);
    put_beside(html, node);
}

/* "(Signed)" in italics; the space behind it is not. */
static void put_signed_by(struct html *html)
{
    const char *words = html->house.signed_by;
    size_t length = strlen(words), end = length;
    while (end > 0 && words[end - 1] == ' ')
        end--;
    put(html, "<i>");
    ph_escape_html(html->out, words, end);
    ph_buffer_printf(html->out, "</i>%s", words + end);
}

static void put_signed(struct html *html, const struct ph_node *field)
{
    put(html, "<p class=\"closing signed\">");
    if (field->text.bytes[0] != '(')
        put_signed_by(html);
    put_node(html, field);
    put(html, "</p>\n");
    put_findings(html, field);
}

static void put_closing(struct html *html, const struct ph_node *closing)
{
    if (closing->text.length) {
        put(html, "<p class=\"closing\">");
        put_node(html, closing);
        put(html, "</p>\n");
        put_findings(html, closing);
    }
    for (const struct ph_node *field = closing->first; field; field = field->next) {
        if (field->as.field.name == PH_FIELD_SIGNED) {
            put_signed(html, field);
            continue;
        }
        put(html, "<p class=\"closing\">");
        put_node(html, field);
        put(html, "</p>\n");
        put_findings(html, field);
    }
}

/* ---- masthead ---- */

static size_t put_line(struct html *html, const struct ph_piece *pieces, size_t count, size_t at)
{
    ph_buffer_printf(html->out, "<p class=\"%s\">", pieces[at].line->role);
    do
        put_piece(html, &pieces[at]);
    while (++at < count && !pieces[at].line);
    put(html, "</p>\n");
    return at;
}

static size_t put_top(struct html *html, const struct ph_node *document,
                      const struct ph_piece *pieces, size_t count)
{
    size_t at = 0;
    put(html, "<header class=\"top\">\n<p class=\"nations\">");
    put_text(html, html->house.nations);
    put(html, "</p>\n");
    if (!strcmp(pieces[0].line->role, "symbol"))
        at = put_line(html, pieces, count, at);
    else
        put(html, "<p class=\"symbol\"></p>\n");
    put(html, "<p class=\"organ\">");
    put_text(html, ph_house_organ(&html->house, document));
    put(html, "</p>\n<div class=\"facts\">\n");
    while (at < count && pieces[at].line->right)
        at = put_line(html, pieces, count, at);
    put(html, "</div>\n</header>\n");
    return at;
}

static void put_masthead(struct html *html, const struct ph_node *document)
{
    struct ph_piece *pieces;
    size_t count = ph_masthead(&html->house, document, &pieces), at = 0;
    if (count && pieces[0].line->right)
        at = put_top(html, document, pieces, count);
    if (at < count) {
        put(html, "<div class=\"masthead\">\n");
        while (at < count)
            at = put_line(html, pieces, count, at);
        put(html, "</div>\n");
    }
    free(pieces);
    for (const struct ph_node *field = document->first->first; field; field = field->next)
        put_findings(html, field);
}

/* ---- the whole ---- */

static void enter(struct html *html, const struct ph_node *node)
{
    switch (node->kind) {
    case PH_MASTHEAD:
        put_masthead(html, node->parent);
        break;
    case PH_TITLE:
        put_title(html, node);
        break;
    case PH_ORGAN:
        put(html, "<p class=\"organ\">");
        put_node(html, node);
        put(html, "</p>\n");
        put_findings(html, node);
        break;
    case PH_HEADING:
        put_heading(html, node);
        break;
    case PH_CLOSING:
        put_closing(html, node);
        break;
    case PH_ANNEX:
        put(html, "<section class=\"annex\">\n<h2>");
        put_text(html, node->as.annex.label && *node->as.annex.label ? node->as.annex.label
                                                                     : html->house.annex);
        put(html, "</h2>\n");
        put_findings(html, node);
        break;
    default:
        if (ph_is_paragraph(node))
            put_paragraph(html, node);
    }
}

static void put_notes(struct html *html)
{
    if (!html->note_count)
        return;
    put(html, "<section class=\"notes\">\n");
    for (size_t i = 0; i < html->note_count; i++) {
        char mark[32];
        bool mentioned = place_of(html, html->notes[i])->mentioned;
        ph_buffer_printf(html->out, "<p id=\"%snote-%zu\"><span class=\"mark\">", html->anchor,
                         i + 1);
        if (mentioned)
            ph_buffer_printf(html->out, "<a href=\"#%smention-%zu\">", html->anchor, i + 1);
        put_text(html, ph_note_mark(html->notes[i], mark, sizeof mark));
        put(html, mentioned ? "</a></span>" : "</span>");
        put_node(html, html->notes[i]);
        put(html, "</p>\n");
        put_findings(html, html->notes[i]);
    }
    put(html, "</section>\n");
}

void ph_html_begin(const char *symbol, const char *title, const char *style, struct ph_buffer *out)
{
    ph_buffer_put(
        out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    if (symbol) {
        ph_escape_html(out, symbol, strlen(symbol));
        ph_buffer_put(out, *title ? ": " : "");
    }
    const char *rest = *title || symbol ? title : "penholder";
    ph_escape_html(out, rest, strlen(rest));
    ph_buffer_put(out, "</title>\n<style>\n");
    ph_buffer_put(out, ph_html_style);
    ph_buffer_put(out, style);
    ph_buffer_put(out, "</style>\n</head>\n<body>\n");
}

void ph_html_end(struct ph_buffer *out)
{
    ph_buffer_put(out, "</body>\n</html>\n");
}

static void put_body(struct html *html)
{
    struct ph_walk walk = ph_walk_start(html->document->root);
    while (ph_walk_step(&walk)) {
        const struct ph_node *node = walk.node, *field = NULL;
        const struct ph_node *signer = ph_signing_place(&walk);
        while (signer && (field = ph_next_field(signer, field, PH_FIELD_SIGNED)))
            put_signed(html, field);
        if (!walk.leaving)
            enter(html, node);
        else if (node->kind == PH_ANNEX)
            put(html, "</section>\n");
    }
}

enum ph_status ph_html_put_document(const struct ph_document *document,
                                    const struct ph_write_options *options, const char *anchor,
                                    struct ph_buffer *out, struct ph_error *error)
{
    struct html html = {.out = out,
                        .document = document,
                        .anchor = anchor,
                        .findings = options->findings,
                        .sources = options->sources,
                        .compared = options->changes};
    enum ph_status status = ph_house_read(&html.house, error);
    if (status != PH_OK) {
        ph_house_free(&html.house);
        return status;
    }
    html.note_count = ph_notes_in_order(document, &html.notes);
    html.places = ph_alloc_zero(html.note_count, sizeof *html.places);
    for (size_t i = 0; i < html.note_count; i++)
        html.places[i] = (struct place){html.notes[i], i + 1, false};
    if (html.note_count)
        qsort(html.places, html.note_count, sizeof *html.places, by_address);
    if (options->changes)
        ph_html_put_changes(options->changes, out);
    put_body(&html);
    put_notes(&html);
    if (options->changes)
        ph_html_put_concordance(document, out);
    if (options->source_table)
        ph_html_put_sources(document, out);
    if (options->checklist)
        ph_html_put_checklist(document, out);
    ph_house_free(&html.house);
    free(html.places);
    free(html.notes);
    return PH_OK;
}

enum ph_status ph_write_html(const struct ph_document *document,
                             const struct ph_write_options *options, struct ph_buffer *out,
                             struct ph_error *error)
{
    ph_html_begin(ph_field_text(document->root, PH_FIELD_SYMBOL), ph_document_title(document->root),
                  "", out);
    const enum ph_status status = ph_html_put_document(document, options, "", out, error);
    ph_html_end(out);
    return status;
}
