/* Findings as a web page: the documents as they are, with the words marked that were found, and
 * below each paragraph what is wrong with it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "doc/order.h"
#include "doc/walk.h"
#include "write/findings.h"
#include "write/html.h"
#include "write/html_findings.h"

/* The findings of a view about the nodes of a copy of its document, whose words are marked. */
struct copied {
    struct ph_document *document;
    struct ph_finding *items;
    size_t count;
};

/* The nodes of a document in its order; free() the list. */
static struct ph_node **list_nodes(const struct ph_document *document, size_t count)
{
    struct ph_node **nodes = ph_alloc_zero(count, sizeof *nodes);
    struct ph_walk walk = ph_walk_start(document->root);
    for (size_t at = 0; ph_walk_step(&walk);)
        if (!walk.leaving)
            nodes[at++] = (struct ph_node *)walk.node;
    return nodes;
}

static void mark_words(struct copied *copied, const struct ph_finding *finding)
{
    if (!ph_has_words(finding))
        return;
    struct ph_node *node = (struct ph_node *)finding->node;
    struct ph_inline *mark = ph_text_mark(node, PH_REVIEW, finding->from, finding->to);
    mark->name = ph_severity_name(finding->severity);
    mark->why = ph_arena_copy(copied->document->arena, finding->message);
}

static struct copied copy_of(const struct ph_findings_view *view)
{
    size_t count;
    struct ph_node_order *orders = ph_order_nodes(view->document->root, &count);
    struct copied copied = {.document = ph_document_copy(view->document),
                            .count = view->findings->count};
    struct ph_node **nodes = list_nodes(copied.document, count);
    copied.items = ph_alloc_zero(copied.count + 1, sizeof *copied.items);
    for (size_t i = 0; i < copied.count; i++) {
        copied.items[i] = view->findings->items[i];
        copied.items[i].node = nodes[ph_order_of(orders, count, copied.items[i].node)];
        mark_words(&copied, &copied.items[i]);
    }
    free(nodes);
    free(orders);
    return copied;
}

static void free_copied(struct copied *copied)
{
    ph_document_free(copied->document);
    free(copied->items);
}

/* ---- before and behind a document ---- */

static void put_label(const struct ph_node *node, struct ph_buffer *out)
{
    char label[160];
    ph_label(node, label, sizeof label);
    ph_escape_html(out, label, strlen(label));
}

static void put_summary(const struct ph_findings_view *views, size_t count, struct ph_buffer *out)
{
    struct ph_buffer line = {0};
    struct ph_finding_counts counts = ph_count_findings(views, count);
    ph_put_finding_counts(&line, count, &counts);
    const char *words = ph_buffer_text(&line) + strspn(ph_buffer_text(&line), "\n");
    ph_buffer_put(out, "<p class=\"summary\">");
    ph_escape_html(out, words, strcspn(words, "\n"));
    ph_buffer_put(out, "</p>\n");
    ph_buffer_free(&line);
}

/* Each finding in a line that leads to it. */
static void put_index(const struct ph_html_findings *findings, struct ph_buffer *out)
{
    ph_buffer_put(out, findings->count ? "<ol class=\"index\">\n" : "");
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *finding = &findings->items[i];
        ph_buffer_printf(out, "<li><a href=\"#%sfinding-%zu\">", findings->anchor, i + 1);
        put_label(finding->node, out);
        ph_buffer_printf(out, "</a>: %s: ", ph_severity_name(finding->severity));
        ph_escape_html(out, finding->message, strlen(finding->message));
        ph_buffer_put(out, "</li>\n");
    }
    ph_buffer_put(out, findings->count ? "</ol>\n" : "");
}

static void put_accepted(const struct ph_findings *findings, struct ph_buffer *out)
{
    if (!findings->accepted_count)
        return;
    ph_buffer_put(out, "<section class=\"accepted\">\n<p>Accepted:</p>\n<ul>\n");
    for (size_t i = 0; i < findings->accepted_count; i++) {
        const struct ph_accepted_finding *accepted = &findings->accepted[i];
        ph_buffer_put(out, "<li>");
        put_label(accepted->finding.node, out);
        ph_buffer_put(out, ": ");
        ph_escape_html(out, accepted->finding.message, strlen(accepted->finding.message));
        ph_buffer_printf(out, " <code>%s</code>: ", accepted->finding.rule);
        ph_escape_html(out, accepted->reason, strlen(accepted->reason));
        ph_buffer_put(out, "</li>\n");
    }
    ph_buffer_put(out, "</ul>\n</section>\n");
}

static enum ph_status put_view(const struct ph_findings_view *view, const char *anchor,
                               struct ph_buffer *out, struct ph_error *error)
{
    struct copied copied = copy_of(view);
    struct ph_html_findings findings = ph_html_findings_begin(copied.items, copied.count, anchor);
    const struct ph_write_options options = {.findings = &findings};
    ph_buffer_put(out, "<h1 class=\"file\">");
    ph_escape_html(out, view->name, strlen(view->name));
    ph_buffer_put(out, "</h1>\n");
    put_summary(view, 1, out);
    put_index(&findings, out);
    ph_html_put_findings(&findings, copied.document->root, out);
    enum ph_status status = ph_html_put_document(copied.document, &options, anchor, out, error);
    ph_html_put_other_findings(&findings, out);
    put_accepted(view->findings, out);
    ph_html_findings_end(&findings);
    free_copied(&copied);
    return status;
}

enum ph_status ph_write_findings_html(const struct ph_findings_view *views, size_t count,
                                      struct ph_buffer *out, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    ph_html_begin("penholder check", count == 1 ? views[0].name : "", ph_html_findings_style, out);
    if (count > 1)
        put_summary(views, count, out);
    for (size_t i = 0; i < count && status == PH_OK; i++) {
        char anchor[32] = "";
        if (i)
            snprintf(anchor, sizeof anchor, "file-%zu-", i + 1);
        status = put_view(&views[i], anchor, out, error);
    }
    ph_html_end(out);
    return status;
}
