/* Fixes that a package can take, where it cannot take all of them. */
#include <stdlib.h>
#include <string.h>

#include "doc/order.h"
#include "doc/walk.h"
#include "penholder.h"

enum { MOST_TRIES = 500 }; /* paragraphs that are tried one by one */

struct fit {
    struct ph_work *work;
    const struct ph_buffer *package;
    const struct ph_document *before;  /* as it was read, with what is tracked in it */
    const struct ph_document *checked; /* the same, changes accepted */
    struct ph_fixed *fixed;
    bool *kept; /* by the order of nodes */
    size_t tried;
    struct ph_error *error;
};

/* Whether the package can take what a document says anew. What is said of it is for no one. */
static enum ph_status try_document(struct fit *fit, const struct ph_document *after)
{
    struct ph_buffer out = {0}, remarks = fit->work->remarks;
    const struct ph_write_options options = {0};
    struct ph_document *marked = ph_compare(fit->work->lexicon, fit->before, after, NULL);
    fit->work->remarks = (struct ph_buffer){0};
    const enum ph_status status = ph_work_in_place(fit->work, fit->before->source, fit->package,
                                                   marked, &options, &out, fit->error);
    ph_buffer_free(&fit->work->remarks);
    fit->work->remarks = remarks;
    ph_document_free(marked);
    ph_buffer_free(&out);
    return status;
}

static bool is_changed(const struct ph_node *old, const struct ph_node *new)
{
    return old->text.length != new->text.length ||
           memcmp(old->text.bytes, new->text.bytes, old->text.length) != 0;
}

/* One paragraph alone. */
static enum ph_status try_node(struct fit *fit, const struct ph_node *node, size_t order)
{
    char label[160];
    if (fit->tried++ == MOST_TRIES)
        return PH_FORMAT;
    fit->kept[order] = true;
    struct ph_document *part = ph_fix_part(fit->checked, fit->fixed->document, fit->kept);
    const enum ph_status status = try_document(fit, part);
    ph_document_free(part);
    if (status == PH_FORMAT) {
        fit->kept[order] = false;
        ph_buffer_printf(&fit->work->remarks,
                         "%s: not fixed: the file cannot take the change safely there (a field, a "
                         "text box, somebody's own tracked change)\n",
                         ph_label(node, label, sizeof label));
        return PH_OK;
    }
    return status;
}

static enum ph_status try_nodes(struct fit *fit)
{
    struct ph_walk old = ph_walk_start(fit->checked->root);
    struct ph_walk new = ph_walk_start(fit->fixed->document->root);
    enum ph_status status = PH_OK;
    size_t order = 0;
    while (status == PH_OK && ph_walk_step(&old) && ph_walk_step(&new)) {
        if (old.leaving)
            continue;
        if (is_changed(old.node, new.node))
            status = try_node(fit, old.node, order);
        order++;
    }
    return status;
}

/* Forgets what was not kept. */
static void keep(struct fit *fit)
{
    struct ph_fixed *fixed = fit->fixed;
    struct ph_document *part = ph_fix_part(fit->checked, fixed->document, fit->kept);
    size_t kept = 0;
    ph_document_free(fixed->document);
    fixed->document = part;
    for (size_t i = 0; i < fixed->count; i++)
        if (fit->kept[fixed->done[i].order])
            fixed->done[kept++] = fixed->done[i];
    fixed->count = kept;
}

enum ph_status ph_work_fit(struct ph_work *work, const struct ph_buffer *package,
                           const struct ph_document *before, const struct ph_document *checked,
                           int session, struct ph_fixed *fixed, struct ph_error *error)
{
    size_t nodes;
    free(ph_order_nodes(checked->root, &nodes));
    struct fit fit = {.work = work,
                      .package = package,
                      .before = before,
                      .checked = checked,
                      .fixed = fixed,
                      .kept = ph_alloc_zero(nodes, sizeof(bool)),
                      .error = error};
    enum ph_status status = try_document(&fit, fixed->document);
    const bool all = status != PH_FORMAT;
    if (!all)
        status = try_nodes(&fit);
    if (!all && status == PH_OK) {
        keep(&fit);
        ph_findings_free(fixed->left);
        fixed->left = ph_findings_new();
        status = ph_work_check(work, fixed->document, session, fixed->left, error);
    }
    free(fit.kept);
    return status;
}
