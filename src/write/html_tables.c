#include "write/html_tables.h"

#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "doc/checklist.h"
#include "write/concordance.h"
#include "write/parts.h"
#include "write/source_table.h"

void ph_html_put_changes(const struct ph_changes *changes, struct ph_buffer *out)
{
    ph_buffer_put(out, "<p class=\"changes\">");
    ph_put_changes(changes, out);
    ph_buffer_put(out, " <a href=\"#concordance\">which paragraph is which</a></p>\n");
}

static void put_cell(struct ph_buffer *out, struct ph_buffer *words)
{
    ph_buffer_put(out, "<td>");
    ph_escape_html(out, ph_buffer_text(words), words->length);
    ph_buffer_put(out, "</td>");
    ph_buffer_clear(words);
}

static void put_row(struct ph_buffer *out, const struct ph_concordance_row *row, size_t anchor)
{
    const char *passage = ph_passage_name(row->passage);
    struct ph_buffer words = {0};
    ph_buffer_printf(out, "<tr class=\"%s\">", *passage ? passage : "kept");
    ph_put_old_label(row, &words);
    put_cell(out, &words);
    ph_put_new_label(row, &words);
    ph_buffer_printf(out, "<td><a href=\"#paragraph-%zu\">", anchor);
    if (words.length)
        ph_escape_html(out, words.data, words.length);
    else
        ph_buffer_put(out, "–");
    ph_buffer_printf(out, "</a></td><td>%s</td></tr>\n", passage);
    ph_buffer_free(&words);
}

/* How many paragraphs a row stands for: they follow each other among their siblings. */
static size_t paragraphs_of(const struct ph_concordance_row *row)
{
    size_t count = 1;
    for (const struct ph_node *node = row->first; node != row->last; node = node->next)
        count += ph_in_concordance(node->next);
    return count;
}

void ph_html_put_concordance(const struct ph_document *marked, struct ph_buffer *out)
{
    struct ph_concordance_row *rows;
    const size_t count = ph_concordance(marked, true, &rows);
    size_t anchor = 1;
    ph_buffer_put(out, "<section class=\"table\" id=\"concordance\">\n<table>\n"
                       "<caption>Paragraphs, old → new</caption>\n"
                       "<tr><th>old</th><th>new</th><th></th></tr>\n");
    for (size_t i = 0; i < count; i++) {
        put_row(out, &rows[i], anchor);
        anchor += paragraphs_of(&rows[i]);
    }
    ph_buffer_put(out, "</table>\n</section>\n");
    free(rows);
}

void ph_html_put_sources(const struct ph_document *document, struct ph_buffer *out)
{
    const struct ph_node *node = ph_next_sourced(document, NULL);
    struct ph_buffer words = {0};
    char label[160];
    if (!node)
        return;
    ph_buffer_put(
        out, "<section class=\"table\" id=\"sources\">\n<table>\n<caption>" PH_SOURCE_TABLE_HEADING
             "</caption>\n"
             "<tr><th>paragraph</th><th>source</th></tr>\n");
    for (; node; node = ph_next_sourced(document, node)) {
        ph_buffer_put(out, "<tr>");
        ph_buffer_put(&words, ph_label(node, label, sizeof label));
        put_cell(out, &words);
        ph_put_origin(node, &words);
        put_cell(out, &words);
        ph_buffer_put(out, "</tr>\n");
    }
    ph_buffer_put(out, "</table>\n</section>\n");
    ph_buffer_free(&words);
}

static void put_words(struct ph_buffer *out, const char *words)
{
    ph_escape_html(out, words, strlen(words));
}

static void put_item(struct ph_buffer *out, const struct ph_check_item *item)
{
    char label[160];
    struct ph_buffer words = {0};
    const bool review = item->mark->kind == PH_REVIEW;
    ph_buffer_put(out, "<li>");
    put_words(out, ph_label(item->node, label, sizeof label));
    ph_buffer_printf(out, ": %s <mark class=\"%s\">", review ? "check" : "supply",
                     review ? "review" : "placeholder");
    ph_put_marked_words(item->node, item->mark, &words);
    put_words(out, ph_buffer_text(&words));
    ph_buffer_put(out, "</mark>");
    ph_buffer_clear(&words);
    ph_put_fact_name(item->mark, &words);
    put_words(out, ph_buffer_text(&words));
    if (item->mark->why) {
        ph_buffer_put(out, ": ");
        put_words(out, item->mark->why);
    }
    ph_buffer_put(out, "</li>\n");
    ph_buffer_free(&words);
}

void ph_html_put_checklist(const struct ph_document *document, struct ph_buffer *out)
{
    struct ph_check_item *items;
    const size_t count = ph_checklist(document, &items);
    if (count)
        ph_buffer_put(out,
                      "<section class=\"checklist\">\n<p>" PH_CHECKLIST_HEADING "</p>\n<ul>\n");
    for (size_t i = 0; i < count; i++)
        put_item(out, &items[i]);
    if (count)
        ph_buffer_put(out, "</ul>\n</section>\n");
    free(items);
}
