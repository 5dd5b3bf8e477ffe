/* What changed, for a terminal or a mail: the changed paragraphs with their labels, a line for what
 * is between them, and which paragraph is which. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/restyle.h"
#include "doc/stretch.h"
#include "doc/walk.h"
#include "write/changes_text.h"
#include "write/concordance.h"
#include "write/flow.h"
#include "write/flow_words.h"

enum { WIDTH = 80, INDENT = 4, LABEL = 160 };

struct page {
    struct ph_flow flow;
    const struct ph_node *first, *last; /* paragraphs passed over since the last change, or NULL */
    bool begun;
};

static void write_line(struct page *page, struct ph_buffer *line, unsigned look)
{
    if (page->begun)
        ph_buffer_char(page->flow.out, '\n');
    page->begun = true;
    ph_flow_put(&page->flow, ph_buffer_text(line), line->length, look);
    ph_flow_write(&page->flow, NULL, 0, INDENT);
    ph_buffer_free(line);
}

/* "… OP3–OP5: unchanged" */
static void write_between(struct page *page)
{
    struct ph_buffer line = {0};
    const struct ph_concordance_row row = {page->first, page->last, PH_PASSAGE_KEPT};
    if (!page->first)
        return;
    ph_buffer_put(&line, "… ");
    ph_put_new_label(&row, &line);
    ph_buffer_put(&line, ": unchanged");
    write_line(page, &line, PH_LOOK_QUIET);
    page->first = NULL;
}

/* ---- what is said of a node ---- */

static void put_ends(const struct ph_node *node, struct ph_buffer *line)
{
    if (node->end == PH_END_INSERTED)
        ph_buffer_put(line, ", split: goes on in the next");
    else if (node->end == PH_END_DELETED)
        ph_buffer_put(line, ", merged with the next");
    else if (ph_goes_on(node, PH_END_INSERTED))
        ph_buffer_put(line, ", split off from the one before");
    else if (ph_goes_on(node, PH_END_DELETED))
        ph_buffer_put(line, ", merged into the one before");
}

/* "OP8, was OP7", "OP5, new", "OP12 of the old text, moved to OP9" */
static void put_head(const struct ph_node *node, struct ph_buffer *line)
{
    char label[LABEL];
    const unsigned change = ph_change_of(node);
    const char *was = node->was ? node->was : "";
    ph_label(node, label, sizeof label);
    if (change & PH_BIT(PH_DELETED)) {
        ph_buffer_put(line, *was ? was : label);
        if (node->mark == PH_MOVED_FROM && node->twin)
            ph_buffer_printf(line, ", moved to %s", ph_label(node->twin, label, sizeof label));
        else
            ph_buffer_put(line, ", deleted");
        return;
    }
    ph_buffer_put(line, label);
    if (node->mark == PH_MOVED_TO)
        ph_buffer_printf(line, ", moved%s%s", *was ? " from " : "", was);
    else if (change)
        ph_buffer_put(line, ", new");
    else if (*was && strcmp(was, label) != 0)
        ph_buffer_printf(line, ", was %s", was);
    put_ends(node, line);
}

/* The words that moved are unchanged where they stand now. */
static void put_words(struct page *page, const struct ph_node *node)
{
    struct ph_node alone = *node;
    const bool moved = node->mark == PH_MOVED_TO || node->mark == PH_MOVED_FROM;
    if (moved) {
        alone.mark = PH_UNMARKED;
        alone.parent = NULL;
    }
    ph_flow_put_node(&page->flow, moved ? &alone : node);
    ph_flow_put_end(&page->flow, node);
}

/* The old end of a move is told at the new one, unless its words changed on the way or it holds
 * more paragraphs. */
static bool is_told_elsewhere(const struct ph_node *node)
{
    if (node->mark != PH_MOVED_FROM || !node->twin || node->first)
        return false;
    for (size_t i = 0; i < node->text.count; i++)
        if (node->text.inlines[i].kind == PH_DELETED)
            return false;
    return true;
}

/* "“Taking note” set in italics" */
static void write_looks(struct page *page, const struct ph_node *node)
{
    struct ph_stretch *stretches;
    const size_t count = ph_stretches(node, &stretches);
    for (size_t i = 0; i < count; i++) {
        const struct ph_stretch *one = &stretches[i];
        const struct ph_restyle *look;
        size_t next = 0;
        while (one->restyled &&
               (look = ph_restyle_next(ph_looks_named(one->restyled->name), one->kinds, &next))) {
            struct ph_buffer line = {0};
            ph_buffer_printf(&line, "“%.*s” %s", (int)(one->to - one->from),
                             node->text.bytes + one->from, look->said);
            ph_flow_put(&page->flow, ph_buffer_text(&line), line.length, PH_LOOK_QUIET);
            ph_flow_write(&page->flow, NULL, INDENT, INDENT);
            ph_buffer_free(&line);
        }
    }
    free(stretches);
}

static void write_change(struct page *page, const struct ph_node *node)
{
    struct ph_buffer line = {0};
    write_between(page);
    put_head(node, &line);
    write_line(page, &line, PH_LOOK_BOLD);
    put_words(page, node);
    ph_flow_write(&page->flow, NULL, INDENT, INDENT);
    write_looks(page, node);
}

/* ---- which paragraph is which ---- */

/* The words of a cell, filled up to `width` columns. */
static void put_cell(struct ph_buffer *out, const struct ph_buffer *cell, size_t width)
{
    const char *text = cell->length ? ph_buffer_text(cell) : "–";
    const size_t used = ph_utf8_width(text, strlen(text));
    ph_buffer_printf(out, "%s%*s", text, used < width ? (int)(width - used) : 0, "");
}

static void put_row(struct ph_buffer *out, const struct ph_concordance_row *row)
{
    enum { COLUMN = 20 };
    struct ph_buffer cell = {0};
    const char *passage = ph_passage_name(row->passage);
    ph_buffer_put(out, "  ");
    ph_put_old_label(row, &cell);
    put_cell(out, &cell, COLUMN);
    ph_buffer_clear(&cell);
    ph_put_new_label(row, &cell);
    put_cell(out, &cell, *passage ? COLUMN : 0);
    ph_buffer_printf(out, "%s\n", passage);
    ph_buffer_free(&cell);
}

void ph_write_concordance_text(const struct ph_document *marked, struct ph_buffer *out)
{
    struct ph_concordance_row *rows;
    const size_t count = ph_concordance(marked, true, &rows);
    if (count)
        ph_buffer_put(out, "\nParagraphs, old → new:\n");
    for (size_t i = 0; i < count; i++)
        put_row(out, &rows[i]);
    free(rows);
}

enum ph_status ph_write_changes_text(const struct ph_document *marked,
                                     const struct ph_write_options *options, struct ph_buffer *out,
                                     struct ph_error *error)
{
    (void)error;
    struct page page = {
        .flow = {.out = out,
                 .width = options->width > 0 ? (size_t)options->width : WIDTH,
                 .colour = options->colour},
    };
    bool changed = false;
    struct ph_walk walk = ph_walk_start(marked->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        if (ph_is_changed(walk.node) && walk.node->text.length) {
            changed = true;
            if (!is_told_elsewhere(walk.node))
                write_change(&page, walk.node);
        } else if (ph_is_paragraph(walk.node)) {
            page.first = page.first ? page.first : walk.node;
            page.last = walk.node;
        }
    }
    if (changed) {
        write_between(&page);
        ph_write_concordance_text(marked, out);
    } else {
        ph_buffer_put(out, "Nothing changed.\n");
    }
    ph_flow_free(&page.flow);
    return PH_OK;
}
