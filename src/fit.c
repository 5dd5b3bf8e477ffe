/* Fixes that a package can take, where it cannot take all of them. */
#include <stdlib.h>
#include <string.h>

#include "doc/order.h"
#include "doc/walk.h"
#include "penholder.h"

enum { MOST_TRIES = 24 };

struct fit {
    struct ph_work *work;
    const struct ph_buffer *package;
    const struct ph_document *before;  /* as it was read, with what is tracked in it */
    const struct ph_document *checked; /* the same, changes accepted */
    struct ph_fixed *fixed;
    bool *kept; /* by the order of nodes */
    struct ph_refused refused;
    int tries;
    struct ph_error *error;
};

/* Where a node of a comparison stood in the file. */
static const struct ph_span *old_span(const struct ph_node *node)
{
    return node->before ? node->before : &node->span;
}

static int by_span(const void *a, const void *b)
{
    const struct ph_span *x = old_span(*(const struct ph_node *const *)a);
    const struct ph_span *y = old_span(*(const struct ph_node *const *)b);
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

static bool is_refused(const struct fit *fit, const struct ph_node *node)
{
    const struct ph_refused *refused = &fit->refused;
    return !refused->count ||
           bsearch(&node, refused->nodes, refused->count, sizeof *refused->nodes, by_span);
}

static bool is_changed(const struct ph_node *old, const struct ph_node *new)
{
    return old->text.length != new->text.length ||
           memcmp(old->text.bytes, new->text.bytes, old->text.length) != 0 ||
           !ph_looks_are_same(&old->text, &new->text);
}

/* Lets the changed nodes go that were refused; all where none is known. False: there is none. */
static bool let_go(struct fit *fit)
{
    struct ph_walk old = ph_walk_start(fit->checked->root);
    struct ph_walk new = ph_walk_start(fit->fixed->document->root);
    size_t order = 0;
    bool any = false;
    char label[160];
    while (ph_walk_step(&old) && ph_walk_step(&new)) {
        if (old.leaving)
            continue;
        if (fit->kept[order] && is_changed(old.node, new.node) && is_refused(fit, old.node)) {
            fit->kept[order] = false;
            any = true;
            ph_buffer_printf(&fit->work->remarks,
                             "%s: not fixed: the file cannot take the change safely there (a "
                             "field, a text box, somebody's own tracked change)\n",
                             ph_label(old.node, label, sizeof label));
        }
        order++;
    }
    return any;
}

/* The same where those that were refused are none of ours. */
static bool let_all_go(struct fit *fit)
{
    fit->refused.count = 0;
    return let_go(fit);
}

/* Whether the package can take what is kept. What is said of it is for no one. *again: what it
 * cannot take is kept no longer. */
static enum ph_status try_kept(struct fit *fit, bool *again)
{
    struct ph_buffer out = {0}, remarks = fit->work->remarks;
    const struct ph_write_options options = {.refused = &fit->refused};
    struct ph_document *part = ph_fix_part(fit->checked, fit->fixed->document, fit->kept);
    struct ph_document *marked = ph_compare_with(PH_COMPARE_LOOKS | PH_COMPARE_AS_READ,
                                                 fit->work->lexicon, fit->before, part, NULL);
    fit->work->remarks = (struct ph_buffer){0};
    fit->refused.count = 0;
    const enum ph_status status = ph_work_in_place(fit->work, fit->before->source, fit->package,
                                                   marked, &options, &out, fit->error);
    ph_buffer_free(&fit->work->remarks);
    fit->work->remarks = remarks;
    if (++fit->tries == MOST_TRIES)
        fit->refused.count = 0;
    if (fit->refused.count)
        qsort(fit->refused.nodes, fit->refused.count, sizeof *fit->refused.nodes, by_span);
    *again = status == PH_FORMAT && (let_go(fit) || let_all_go(fit));
    ph_document_free(marked);
    ph_document_free(part);
    ph_buffer_free(&out);
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
    memset(fit.kept, true, nodes);
    bool again, all = true;
    enum ph_status status;
    while ((status = try_kept(&fit, &again)) == PH_FORMAT && again)
        all = false;
    if (!all && status == PH_OK) {
        keep(&fit);
        ph_findings_free(fixed->left);
        fixed->left = ph_findings_new();
        status = ph_work_check(work, fixed->document, session, fixed->left, error);
    }
    free(fit.refused.nodes);
    free(fit.kept);
    return status;
}
