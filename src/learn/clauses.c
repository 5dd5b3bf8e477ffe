#include "learn/clauses.h"

#include <stdlib.h>

#include "doc/walk.h"
#include "learn/align.h"
#include "learn/notes.h"
#include "learn/splits.h"

struct list {
    struct ph_clause *items;
    size_t count, capacity;
};

struct work {
    struct ph_pattern *pattern;
    const struct ph_readings *readings;
    struct list clauses;
};

/* What is a clause: every paragraph of the body and every heading, not those of annexes. */
static size_t list_units(const struct ph_node *root, const struct ph_node ***units)
{
    size_t count = 0, capacity = 0;
    *units = NULL;
    struct ph_walk walk = ph_walk_start(root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        if (walk.node->kind == PH_ANNEX || walk.node->kind == PH_MASTHEAD) {
            ph_walk_skip(&walk);
            continue;
        }
        if (!ph_is_paragraph(walk.node) && walk.node->kind != PH_HEADING)
            continue;
        *units = ph_grow(*units, count, &capacity, sizeof **units);
        (*units)[count++] = walk.node;
    }
    return count;
}

static const struct ph_node *latest_of(const struct ph_clause *clause)
{
    return clause->occurrences[clause->latest];
}

struct ph_clause ph_clause_new(struct ph_pattern *pattern)
{
    struct ph_clause clause = {.latest = -1};
    clause.occurrences =
        ph_arena_alloc(pattern->arena, pattern->member_count * sizeof *clause.occurrences);
    return clause;
}

static void push(struct list *list, struct ph_clause clause)
{
    list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = clause;
}

void ph_clause_occur(struct ph_clause *clause, size_t member, const struct ph_node *node)
{
    clause->occurrences[member] = node;
    clause->latest = (int)member;
    clause->times++;
}

/* Moves the clauses [from, to) that are not placed yet into the new list; `preamble`: those of the
 * preamble only. */
static void flush(struct list *made, const struct list *old, bool *placed, size_t from, size_t to,
                  bool preamble)
{
    for (size_t i = from; i < to; i++) {
        if (placed[i] || (preamble && latest_of(&old->items[i])->kind != PH_PREAMBULAR))
            continue;
        push(made, old->items[i]);
        placed[i] = true;
    }
}

/* The list after one more member: new clauses stand behind the one that their unit followed, and
 * what was dropped from the preamble before the operative part. */
static void merge(struct work *work, const struct ph_node **units, size_t count, size_t member,
                  const int *of)
{
    struct list old = work->clauses, made = {0};
    bool *placed = ph_alloc_zero(old.count, sizeof *placed), preamble = true;
    size_t next = 0;
    for (size_t k = 0; k < count; k++)
        if (of[k] >= 0)
            placed[of[k]] = true; /* it goes where its unit is */
    for (size_t k = 0; k < count; k++) {
        if (preamble && units[k]->kind == PH_OPERATIVE) {
            flush(&made, &old, placed, 0, old.count, true);
            preamble = false;
        }
        if (of[k] >= 0 && (size_t)of[k] >= next) {
            flush(&made, &old, placed, next, (size_t)of[k], false);
            next = (size_t)of[k];
        }
        struct ph_clause clause = of[k] >= 0 ? old.items[of[k]] : ph_clause_new(work->pattern);
        ph_clause_occur(&clause, member, units[k]);
        push(&made, clause);
    }
    flush(&made, &old, placed, 0, old.count, false);
    free(placed);
    free(old.items);
    work->clauses = made;
}

/* The member before `member` that is in the folder; -1: none. */
static int before(const struct ph_pattern *pattern, size_t member)
{
    while (member-- > 0)
        if (pattern->members[member].root)
            return (int)member;
    return -1;
}

static struct ph_row row_of(const struct work *work, const struct ph_node *node)
{
    return (struct ph_row){.node = node, .reading = ph_reading_find(work->readings, node)};
}

static void align(const struct work *work, const struct ph_node **units, size_t count,
                  size_t member, int *of)
{
    struct ph_row *old = ph_alloc_zero(work->clauses.count, sizeof *old);
    struct ph_row *new = ph_alloc_zero(count, sizeof *new);
    int last = before(work->pattern, member);
    for (size_t i = 0; i < work->clauses.count; i++) {
        const struct ph_clause *clause = &work->clauses.items[i];
        old[i] = row_of(work, latest_of(clause));
        old[i].fresh = clause->latest == last;
    }
    for (size_t k = 0; k < count; k++)
        new[k] = row_of(work, units[k]);
    ph_align(old, work->clauses.count, new, count, of);
    free(old);
    free(new);
}

static void add_member(struct work *work, size_t member)
{
    const struct ph_node **units;
    size_t count = list_units(work->pattern->members[member].root, &units);
    int *of = ph_alloc_zero(count, sizeof *of);
    align(work, units, count, member, of);
    merge(work, units, count, member, of);
    free(of);
    free(units);
}

void ph_clauses_find(struct ph_pattern *pattern, const struct ph_readings *readings)
{
    struct work work = {.pattern = pattern, .readings = readings};
    for (size_t i = 0; i < pattern->member_count; i++)
        if (pattern->members[i].root)
            add_member(&work, i);
    pattern->clauses = work.clauses.items;
    pattern->clause_count = work.clauses.count;
    ph_notes_add(pattern, readings);
    ph_splits_find(pattern, readings);
}
