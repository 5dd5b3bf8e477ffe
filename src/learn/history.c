#include "learn/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "compare/compare.h"
#include "doc/walk.h"
#include "learn/labels.h"

/* ---- what is asked for ---- */

/* A label as it is compared: folded, without spaces. Caller frees. */
static char *plain_label(const char *label)
{
    char *folded = ph_utf8_fold(label, strlen(label)), *to = folded;
    for (const char *at = folded; *at; at++)
        if (*at != ' ')
            *to++ = *at;
    *to = '\0';
    return folded;
}

static char *label_of(const struct ph_node *node)
{
    char label[PH_LABEL_SIZE];
    return plain_label(ph_label(node, label, sizeof label));
}

/* A paragraph of a draft in an annex may be called as it is in the draft: "OP3" for "Annex II,
 * OP3". */
static bool is_called(const struct ph_node *node, const char *wanted)
{
    char *own = label_of(node), *inside = strrchr(own, ',');
    bool called = !strcmp(own, wanted) || (inside && !strcmp(inside + 1, wanted));
    free(own);
    return called;
}

static enum ph_status no_member(const struct ph_pattern *pattern, const char *name,
                                struct ph_error *error)
{
    struct ph_buffer here = {0};
    for (size_t m = 0; m < pattern->member_count; m++)
        if (pattern->members[m].root)
            ph_buffer_printf(&here, "%s%s", here.length ? ", " : "",
                             ph_member_name(&pattern->members[m]));
    ph_fail(error, PH_NOTHING, "%s: no text of the series that is here; these are: %s", name,
            ph_buffer_text(&here));
    ph_buffer_free(&here);
    return PH_NOTHING;
}

static enum ph_status find_member(const struct ph_pattern *pattern, const char *name, size_t *found,
                                  struct ph_error *error)
{
    *found = pattern->base;
    for (size_t m = 0; name && m < pattern->member_count; m++) {
        const struct ph_member *member = &pattern->members[m];
        if (strcmp(ph_member_name(member), name) != 0)
            continue;
        *found = m;
        if (member->root)
            return PH_OK;
        return ph_fail(error, PH_NOTHING, "%s is not in the folder: it is only cited in %s", name,
                       member->known_from);
    }
    return name ? no_member(pattern, name, error) : PH_OK;
}

static int by_address(const void *a, const void *b)
{
    const struct ph_node *x = *(const struct ph_node *const *)a;
    const struct ph_node *y = *(const struct ph_node *const *)b;
    return x < y ? -1 : x > y;
}

/* The paragraphs of a member that have a history, by address. The caller frees. */
static const struct ph_node **list_paragraphs(const struct ph_pattern *pattern, size_t member,
                                              size_t *count)
{
    const struct ph_node **list = ph_alloc(pattern->clause_count * sizeof *list);
    *count = 0;
    for (size_t i = 0; i < pattern->clause_count; i++)
        if (pattern->clauses[i].occurrences[member])
            list[(*count)++] = pattern->clauses[i].occurrences[member];
    if (*count)
        qsort(list, *count, sizeof *list, by_address);
    return list;
}

/* Whether a paragraph stands in no other, or in the one that the label begins with: "OP2 (f)". */
static bool is_beside(const struct ph_node *node, const char *wanted)
{
    const struct ph_node *top = node;
    while (ph_is_paragraph(top) && ph_is_paragraph(top->parent))
        top = top->parent;
    char *above = label_of(top);
    size_t length = strlen(above);
    bool beside = top == node || (!strncmp(wanted, above, length) && wanted[length] == '(');
    free(above);
    return beside;
}

/* Names what stands beside the label that is not there, in the order of the document. */
static enum ph_status no_label(const struct ph_pattern *pattern, size_t member, const char *label,
                               struct ph_error *error)
{
    const struct ph_member *owner = &pattern->members[member];
    struct ph_labels there = {0};
    size_t count;
    const struct ph_node **list = list_paragraphs(pattern, member, &count);
    char *wanted = plain_label(label);
    for (const struct ph_node *node = NULL; count && (node = ph_next_text(owner->root, node));)
        if (bsearch(&node, list, count, sizeof *list, by_address) && is_beside(node, wanted))
            ph_labels_add(&there, node);
    ph_labels_end(&there);
    ph_fail(error, PH_NOTHING, "%s has no %s; it has %s", ph_member_name(owner), label,
            ph_buffer_text(&there.text));
    ph_buffer_free(&there.text);
    free(wanted);
    free(list);
    return PH_NOTHING;
}

static const struct ph_clause *find_clause(const struct ph_pattern *pattern, size_t member,
                                           const char *label)
{
    const struct ph_clause *found = NULL;
    char *wanted = plain_label(label);
    for (size_t i = 0; i < pattern->clause_count && !found; i++) {
        const struct ph_node *node = pattern->clauses[i].occurrences[member];
        if (node && is_called(node, wanted))
            found = &pattern->clauses[i];
    }
    free(wanted);
    return found;
}

/* ---- the steps ---- */

static void find_moves(struct ph_history *history, const struct ph_clause *clause,
                       struct ph_history_step *step, size_t member)
{
    step->moves =
        ph_arena_alloc(history->document->arena, clause->slot_count * sizeof *step->moves);
    for (size_t i = 0; i < clause->slot_count; i++) {
        const struct ph_slot *slot = &clause->slots[i];
        const struct ph_observation *before = ph_slot_seen(slot, (size_t)step->against);
        const struct ph_observation *after = ph_slot_seen(slot, member);
        if (before && after && strcmp(before->words, after->words))
            step->moves[step->move_count++] = (struct ph_slot_move){slot, before, after};
    }
}

static void compare(struct ph_history *history, const struct ph_clause *clause,
                    const struct ph_lexicon *lexicon, struct ph_history_step *step, size_t member)
{
    const char *old = ph_opening_phrase(step->before), *new = ph_opening_phrase(step->node);
    step->words = ph_compare_words(lexicon, history->document, step->before, step->node);
    step->strength = old && new &&strcmp(old, new) ? old : NULL;
    find_moves(history, clause, step, member);
}

static void take_steps(struct ph_history *history, const struct ph_clause *clause,
                       const struct ph_lexicon *lexicon)
{
    const struct ph_pattern *pattern = history->pattern;
    enum ph_fate *fates = ph_alloc_zero(pattern->member_count, sizeof *fates);
    int *against = ph_alloc_zero(pattern->member_count, sizeof *against);
    ph_clause_fates(pattern, clause, fates);
    ph_fates_against(pattern, fates, against);
    for (size_t m = 0; m < pattern->member_count; m++) {
        struct ph_history_step *step = &history->steps[m];
        step->fate = fates[m];
        step->against = against[m];
        step->words = step->node = clause->occurrences[m];
        step->before = against[m] < 0 ? NULL : clause->occurrences[against[m]];
        if (step->node && step->before)
            compare(history, clause, lexicon, step, m);
    }
    free(against);
    free(fates);
}

enum ph_status ph_history_find(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                               const char *member, const char *label, struct ph_history *history,
                               struct ph_error *error)
{
    *history = (struct ph_history){.pattern = pattern};
    enum ph_status status = find_member(pattern, member, &history->member, error);
    if (status != PH_OK)
        return status;
    const struct ph_clause *clause = find_clause(pattern, history->member, label);
    if (!clause)
        return no_label(pattern, history->member, label, error);
    history->node = clause->occurrences[history->member];
    history->document = ph_document_new(NULL);
    history->document->lexicon = lexicon;
    history->steps =
        ph_arena_alloc(history->document->arena, pattern->member_count * sizeof *history->steps);
    take_steps(history, clause, lexicon);
    return PH_OK;
}

void ph_history_free(struct ph_history *history)
{
    ph_document_free(history->document);
    *history = (struct ph_history){0};
}

const char *ph_history_moved(const struct ph_history_step *step, char out[PH_LABEL_SIZE])
{
    char now[PH_LABEL_SIZE];
    if (!step->node || !step->before)
        return NULL;
    ph_label(step->node, now, sizeof now);
    return strcmp(ph_label(step->before, out, PH_LABEL_SIZE), now) ? out : NULL;
}
