/* Fixes that a package can take, where it cannot take all of them. */
#include <stdlib.h>
#include <string.h>

#include "doc/order.h"
#include "doc/walk.h"
#include "penholder.h"

enum { MOST_TRIES = 24, MOST_SINGLES = 48 };

struct fit {
    struct ph_work *work;
    const struct ph_buffer *package;
    const struct ph_document *before;  /* as it was read, with what is tracked in it */
    const struct ph_document *checked; /* the same, changes accepted */
    struct ph_fixed *fixed;
    bool *kept; /* by the order of nodes */
    size_t nodes;
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
    while (ph_walk_step(&old) && ph_walk_step(&new)) {
        if (old.leaving)
            continue;
        if (fit->kept[order] && is_changed(old.node, new.node) && is_refused(fit, old.node)) {
            fit->kept[order] = false;
            any = true;
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

/* ---- paragraph by paragraph ---- */

/* Whether the package can take the words of a document. What is said of it is for no one. What it
 * cannot take is let go, where that is asked for (NULL: it is not); false: it was nothing. */
static enum ph_status try_words(struct fit *fit, const struct ph_document *words, bool *may_let_go)
{
    struct ph_buffer out = {0}, remarks = fit->work->remarks;
    const struct ph_write_options options = {.refused = &fit->refused};
    struct ph_document *marked = ph_compare_with(PH_COMPARE_LOOKS | PH_COMPARE_AS_READ,
                                                 fit->work->lexicon, fit->before, words, NULL);
    fit->work->remarks = (struct ph_buffer){0};
    fit->refused.count = 0;
    fit->refused.why = NULL;
    const enum ph_status status = ph_work_in_place(fit->work, fit->before->source, fit->package,
                                                   marked, &options, &out, fit->error);
    ph_buffer_free(&fit->work->remarks);
    fit->work->remarks = remarks;
    fit->tries++;
    if (fit->refused.count)
        qsort(fit->refused.nodes, fit->refused.count, sizeof *fit->refused.nodes, by_span);
    if (status == PH_FORMAT && may_let_go)
        *may_let_go = (fit->tries != MOST_TRIES && let_go(fit)) || let_all_go(fit);
    ph_document_free(marked);
    ph_buffer_free(&out);
    return status;
}

/* All paragraphs that can have all their fixes. *all: every one can. */
static enum ph_status keep_whole(struct fit *fit, bool *all)
{
    enum ph_status status;
    bool again;
    *all = true;
    do {
        struct ph_document *part = ph_fix_part(fit->checked, fit->fixed->document, fit->kept);
        status = try_words(fit, part, &again);
        ph_document_free(part);
        *all = *all && status == PH_OK;
    } while (status == PH_FORMAT && again);
    return status;
}

/* ---- fix by fix, where a paragraph cannot have all of them ---- */

/* A fix that the package does not take. */
struct left {
    size_t order; /* of its node */
    const char *rule, *what;
};

/* The fixes of what is found in the fixed document, in the paragraphs that were let go. */
struct singles {
    struct ph_findings *findings;
    struct ph_node_order *orders;
    bool *put;
    struct left *left; /* of this round and those before */
    size_t left_count, left_capacity;
    size_t tried;
};

/* The nodes of a document in their order; free() the list. */
static struct ph_node **list_nodes(const struct ph_document *document, size_t count)
{
    struct ph_node **list = ph_alloc_zero(count + 1, sizeof(struct ph_node *));
    struct ph_walk walk = ph_walk_start(document->root);
    size_t order = 0;
    while (ph_walk_step(&walk))
        if (!walk.leaving && order < count)
            list[order++] = (struct ph_node *)walk.node;
    return list;
}

static size_t order_of(const struct fit *fit, const struct singles *singles, size_t i)
{
    return ph_order_of(singles->orders, fit->nodes, singles->findings->items[i].node);
}

/* The fixed document with those that are put in. Caller frees. */
static struct ph_document *with_singles(const struct fit *fit, const struct singles *singles)
{
    struct ph_document *made = ph_document_copy(fit->fixed->document);
    struct ph_node **nodes = list_nodes(made, fit->nodes);
    struct ph_findings there = *singles->findings;
    there.items = ph_alloc_zero(there.count + 1, sizeof *there.items);
    for (size_t i = 0; i < there.count; i++) {
        const size_t order = order_of(fit, singles, i);
        there.items[i] = singles->findings->items[i];
        there.items[i].node = order < fit->nodes ? nodes[order] : made->root;
    }
    ph_fix_put_in(fit->work->lexicon, made, &there, singles->put);
    free(there.items);
    free(nodes);
    return made;
}

static const char *what_of(const struct ph_finding *finding)
{
    return finding->look ? finding->look->name : finding->fix;
}

static bool is_left(const struct singles *singles, const struct ph_finding *finding, size_t order)
{
    for (size_t i = 0; i < singles->left_count; i++)
        if (singles->left[i].order == order && !strcmp(singles->left[i].rule, finding->rule) &&
            !strcmp(singles->left[i].what, what_of(finding)))
            return true;
    return false;
}

/* Leaves one out, and says why. */
static void leave(struct fit *fit, struct singles *singles, size_t i, const char *why)
{
    char label[160];
    const struct ph_finding *finding = &singles->findings->items[i];
    ph_buffer_printf(&fit->work->remarks,
                     "%s: not fixed by %s, which the file cannot take safely there: %s\n",
                     ph_label(finding->node, label, sizeof label), finding->rule, why);
    singles->left =
        ph_grow(singles->left, singles->left_count, &singles->left_capacity, sizeof *singles->left);
    singles->left[singles->left_count++] =
        (struct left){order_of(fit, singles, i), ph_arena_copy(fit->fixed->arena, finding->rule),
                      ph_arena_copy(fit->fixed->arena, what_of(finding))};
}

/* Puts one more in, if the package takes it. */
static enum ph_status put_single(struct fit *fit, struct singles *singles, size_t i)
{
    if (singles->tried++ >= MOST_SINGLES) {
        leave(fit, singles, i, "too many were tried");
        return PH_OK;
    }
    singles->put[i] = true;
    struct ph_document *words = with_singles(fit, singles);
    const enum ph_status status = try_words(fit, words, NULL);
    ph_document_free(words);
    singles->put[i] = status == PH_OK;
    if (status != PH_FORMAT)
        return status;
    leave(fit, singles, i, fit->refused.count ? fit->refused.nodes[0].why : "nobody knows why");
    return PH_OK;
}

static void note(struct fit *fit, const struct ph_finding *finding, size_t order)
{
    struct ph_fixed *fixed = fit->fixed;
    char label[160];
    fixed->done = ph_grow(fixed->done, fixed->count, &fixed->capacity, sizeof *fixed->done);
    fixed->done[fixed->count++] = (struct ph_fix_done){
        ph_arena_copy(fixed->arena, finding->rule),
        ph_arena_copy(fixed->arena, ph_label(finding->node, label, sizeof label)), order};
}

/* Those that the package takes are in the fixed document. *more: there are some. */
static enum ph_status put_singles(struct fit *fit, struct singles *singles, bool *more)
{
    const struct ph_findings *findings = singles->findings;
    enum ph_status status = PH_OK;
    bool *wished = ph_alloc_zero(findings->count + 1, sizeof *wished);
    ph_fix_choose(fit->fixed->document, findings, true, wished);
    *more = false;
    for (size_t i = 0; i < findings->count && status == PH_OK; i++) {
        const size_t order = order_of(fit, singles, i);
        if (wished[i] && order < fit->nodes && !fit->kept[order] &&
            !is_left(singles, &findings->items[i], order))
            status = put_single(fit, singles, i);
        *more = *more || singles->put[i];
        if (singles->put[i])
            note(fit, &findings->items[i], order);
    }
    if (*more && status == PH_OK) {
        struct ph_document *made = with_singles(fit, singles);
        ph_document_free(fit->fixed->document);
        fit->fixed->document = made;
    }
    free(wished);
    return status;
}

/* Checks what is there, and puts in what can be; what is left is of before that. */
static enum ph_status do_round(struct fit *fit, struct singles *singles, int session, bool *more)
{
    struct ph_fixed *fixed = fit->fixed;
    *more = false;
    ph_findings_free(fixed->left);
    fixed->left = singles->findings = ph_findings_new();
    const enum ph_status checked =
        ph_work_check(fit->work, fixed->document, session, fixed->left, fit->error);
    if (checked != PH_OK && checked != PH_LIMIT)
        return checked;
    size_t nodes;
    singles->orders = ph_order_nodes(fixed->document->root, &nodes);
    singles->put = ph_alloc_zero(fixed->left->count + 1, sizeof *singles->put);
    const enum ph_status status = nodes == fit->nodes ? put_singles(fit, singles, more) : PH_OK;
    free(singles->orders);
    free(singles->put);
    return status == PH_OK ? checked : status;
}

/* Without the fixes of paragraphs that were let go. */
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

/* What can be of the paragraphs that were let go. */
static enum ph_status keep_singles(struct fit *fit, int session)
{
    struct singles singles = {0};
    bool more = true;
    enum ph_status status = PH_OK;
    keep(fit);
    while (more && (status == PH_OK || status == PH_LIMIT))
        status = do_round(fit, &singles, session, &more);
    free(singles.left);
    return status;
}

enum ph_status ph_work_fit(struct ph_work *work, const struct ph_buffer *package,
                           const struct ph_document *before, const struct ph_document *checked,
                           int session, struct ph_fixed *fixed, struct ph_error *error)
{
    size_t nodes;
    bool all;
    free(ph_order_nodes(checked->root, &nodes));
    struct fit fit = {.work = work,
                      .package = package,
                      .before = before,
                      .checked = checked,
                      .fixed = fixed,
                      .kept = ph_alloc_zero(nodes, sizeof(bool)),
                      .nodes = nodes,
                      .error = error};
    memset(fit.kept, true, nodes);
    enum ph_status status = keep_whole(&fit, &all);
    if (!all && status == PH_OK)
        status = keep_singles(&fit, session);
    free(fit.refused.nodes);
    free(fit.kept);
    return status;
}
