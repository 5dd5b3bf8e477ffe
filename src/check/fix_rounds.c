/* Fixes put in round after round: one may show, or lead to, another. */
#include <stdlib.h>
#include <string.h>

#include "check/fix.h"
#include "doc/order.h"

/* Each fix writes its paragraph anew: so many bytes in a round, so that memory has a limit however
 * long a paragraph is. What is beyond waits for the next round. */
enum { MOST_ROUNDS = 16, MOST_BYTES = 8 << 20 };

enum { UNTOUCHED = -1 };

struct rounds {
    const struct ph_lexicon *lexicon;
    bool looks; /* are fixed, too */
    ph_checker *check;
    void *context;
    struct ph_fixed *fixed;
    bool *held;           /* by the order of nodes: keeps its words */
    int *touched;         /* by the same: fixed in this round, and how grave the worst of it was */
    enum ph_status limit; /* PH_LIMIT when a rule cost too much */
    struct ph_error *error;
};

/* ---- checking ---- */

/* Checks what stands now, in the place of what was found before. */
static enum ph_status check_again(struct rounds *rounds, struct ph_findings **findings)
{
    struct ph_error why = {0};
    *findings = ph_findings_new();
    enum ph_status status =
        rounds->check(rounds->context, rounds->fixed->document, *findings, &why);
    if (status == PH_LIMIT)
        rounds->limit = ph_fail(rounds->error, PH_LIMIT, "%s", why.message);
    else if (status != PH_OK)
        return ph_fail(rounds->error, status, "%s", why.message);
    return PH_OK;
}

static void set_left(struct rounds *rounds, struct ph_findings *findings)
{
    ph_findings_free(rounds->fixed->left);
    rounds->fixed->left = findings;
}

/* ---- what a round broke ---- */

/* A finding by the order of its node; those of one rule in one node stand together. */
struct trouble {
    size_t order;
    const char *rule;
    enum ph_severity severity;
};

static int by_order_and_rule(const void *a, const void *b)
{
    const struct trouble *x = a, *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return strcmp(x->rule, y->rule);
}

/* The findings in nodes that were touched, sorted; with `fixable` false, only those without a fix.
 * free() the list. */
static struct trouble *list_trouble(const struct rounds *rounds, const struct ph_findings *findings,
                                    bool fixable, size_t *count)
{
    size_t nodes;
    struct ph_node_order *orders = ph_order_nodes(rounds->fixed->document->root, &nodes);
    struct trouble *list = ph_alloc_zero(findings->count + 1, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *finding = &findings->items[i];
        const size_t order = ph_order_of(orders, nodes, finding->node);
        if (order < nodes && rounds->touched[order] != UNTOUCHED &&
            (fixable || !ph_finding_is_fixable(finding)))
            list[(*count)++] = (struct trouble){order, finding->rule, finding->severity};
    }
    qsort(list, *count, sizeof *list, by_order_and_rule);
    free(orders);
    return list;
}

/* Holds the nodes in which there is more, without a fix, of some rule than there was, as grave as
 * what was fixed. Whether there are any. */
static bool hold_broken(struct rounds *rounds, const struct ph_findings *old,
                        const struct ph_findings *new)
{
    size_t had, has, at = 0, held = 0;
    struct trouble *was = list_trouble(rounds, old, true, &had);
    struct trouble *is = list_trouble(rounds, new, false, &has);
    for (size_t i = 0; i < has; i++) {
        while (at < had && by_order_and_rule(&was[at], &is[i]) < 0)
            at++;
        if (at < had && by_order_and_rule(&was[at], &is[i]) == 0) {
            at++;
            continue;
        }
        if ((int)is[i].severity < rounds->touched[is[i].order])
            continue;
        held += !rounds->held[is[i].order];
        rounds->held[is[i].order] = true;
    }
    rounds->fixed->held += held;
    free(was);
    free(is);
    return held > 0;
}

/* ---- one round ---- */

static void note(struct rounds *rounds, const struct ph_finding *finding, size_t order)
{
    struct ph_fixed *fixed = rounds->fixed;
    char label[160];
    ph_label(finding->node, label, sizeof label);
    fixed->done = ph_grow(fixed->done, fixed->count, &fixed->capacity, sizeof *fixed->done);
    fixed->done[fixed->count++] = (struct ph_fix_done){ph_arena_copy(fixed->arena, finding->rule),
                                                       ph_arena_copy(fixed->arena, label), order};
}

/* Chooses fixes in nodes that are not held, and notes which nodes they touch. How many. */
static size_t choose(struct rounds *rounds, bool *chosen)
{
    const struct ph_findings *left = rounds->fixed->left;
    size_t nodes, count = 0, bytes = 0;
    struct ph_node_order *orders = ph_order_nodes(rounds->fixed->document->root, &nodes);
    for (size_t i = 0; i < nodes; i++)
        rounds->touched[i] = UNTOUCHED;
    ph_fix_choose(rounds->fixed->document, left, rounds->looks, chosen);
    for (size_t i = 0; i < left->count; i++) {
        const size_t order = chosen[i] ? ph_order_of(orders, nodes, left->items[i].node) : nodes;
        chosen[i] = order < nodes && !rounds->held[order] &&
                    (!count || bytes + left->items[i].node->text.length <= MOST_BYTES);
        if (!chosen[i])
            continue;
        bytes += left->items[i].node->text.length;
        if (rounds->touched[order] < (int)left->items[i].severity)
            rounds->touched[order] = (int)left->items[i].severity;
        note(rounds, &left->items[i], order);
        count++;
    }
    free(orders);
    return count;
}

/* Takes the round back: the words of before, and what was found in them. */
static enum ph_status take_back(struct rounds *rounds, struct ph_document *before, size_t done)
{
    struct ph_findings *findings;
    ph_document_free(rounds->fixed->document);
    rounds->fixed->document = before;
    rounds->fixed->count = done;
    enum ph_status status = check_again(rounds, &findings);
    set_left(rounds, findings);
    return status;
}

/* Puts in what there is. *more: it may have led to other fixes. */
static enum ph_status do_round(struct rounds *rounds, bool *more)
{
    struct ph_fixed *fixed = rounds->fixed;
    const size_t done = fixed->count;
    bool *chosen = ph_alloc_zero(fixed->left->count + 1, sizeof *chosen);
    struct ph_document *before = ph_document_copy(fixed->document);
    struct ph_findings *findings = NULL;
    enum ph_status status = PH_OK;
    *more = choose(rounds, chosen) > 0;
    if (*more) {
        ph_fix_put_in(rounds->lexicon, fixed->document, fixed->left, chosen);
        status = check_again(rounds, &findings);
    }
    free(chosen);
    if (status == PH_OK && *more && hold_broken(rounds, fixed->left, findings)) {
        ph_findings_free(findings);
        return take_back(rounds, before, done);
    }
    if (findings)
        set_left(rounds, findings);
    ph_document_free(before);
    return status;
}

enum ph_status ph_check_fix_all(const struct ph_lexicon *lexicon,
                                const struct ph_document *document, bool looks, ph_checker *check,
                                void *context, struct ph_fixed *fixed, struct ph_error *error)
{
    *fixed = (struct ph_fixed){.arena = ph_arena_new(), .document = ph_document_copy(document)};
    size_t nodes;
    free(ph_order_nodes(fixed->document->root, &nodes));
    struct rounds rounds = {.lexicon = lexicon,
                            .looks = looks,
                            .check = check,
                            .context = context,
                            .fixed = fixed,
                            .held = ph_alloc_zero(nodes, sizeof(bool)),
                            .touched = ph_alloc_zero(nodes, sizeof(int)),
                            .limit = PH_OK,
                            .error = error};
    enum ph_status status = check_again(&rounds, &fixed->left);
    bool more = true;
    for (int round = 0; round < MOST_ROUNDS && more && status == PH_OK; round++)
        status = do_round(&rounds, &more);
    free(rounds.held);
    free(rounds.touched);
    return status == PH_OK ? rounds.limit : status;
}

void ph_fixed_free(struct ph_fixed *fixed)
{
    ph_document_free(fixed->document);
    ph_findings_free(fixed->left);
    ph_arena_free(fixed->arena);
    free(fixed->done);
    *fixed = (struct ph_fixed){0};
}
