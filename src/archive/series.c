#include "archive/series.h"

#include <stdlib.h>
#include <string.h>

#include "archive/cited.h"
#include "archive/due.h"
#include "archive/titles.h"

enum { LATEST = 9999 }; /* session that can be: a damaged archive may say anything */

/* ---- members ---- */

static void add_member(struct ph_recurring *series, struct ph_query *query, struct ph_arena *arena)
{
    series->members =
        ph_grow(series->members, series->count, &series->capacity, sizeof *series->members);
    struct ph_recurring_member *member = &series->members[series->count++];
    member->id = ph_column_number(query);
    member->name = ph_arena_copy(arena, ph_column_text(query));
    member->session = (int)ph_column_number(query);
    member->adopted = ph_arena_copy(arena, ph_column_text(query));
}

/* `all` has a series for each title; of those whose titles were joined only the first has members.
 */
static enum ph_status add_members(struct ph_store *store, struct ph_titles *titles, int before,
                                  struct ph_arena *arena, struct ph_recurring *all,
                                  struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT title_form, id, name, session, adopted FROM resolution"
                        " WHERE session BETWEEN 1 AND ? AND title_form <> ''"
                        " ORDER BY session, adopted, name");
    ph_bind_number(query, before && before <= LATEST ? before - 1 : LATEST);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        size_t series = ph_titles_series(titles, ph_column_text(query));
        if (series < titles->count)
            add_member(&all[series], query, arena);
    }
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status set_title(struct ph_store *store, struct ph_recurring *series,
                                struct ph_arena *arena, struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT title FROM resolution WHERE id = ?");
    ph_bind_number(query, series->members[series->count - 1].id);
    enum ph_status status = ph_step(query, error);
    if (status == PH_OK)
        series->title = ph_arena_copy(arena, ph_column_text(query));
    return status;
}

/* ---- rhythm ---- */

/* How many distances of sessions in a row, each counted once, are `period` long. */
static int count_distances(const struct ph_recurring *series, int period, int *seen)
{
    int kept = 0;
    *seen = 0;
    for (size_t i = 1; i < series->count; i++) {
        int distance = series->members[i].session - series->members[i - 1].session;
        *seen += distance > 0;
        kept += distance == period;
    }
    return kept;
}

/* The distance seen most often; of two, the one that was seen last. */
static void set_rhythm(struct ph_recurring *series)
{
    for (size_t i = series->count; i-- > 1;) {
        int distance = series->members[i].session - series->members[i - 1].session;
        if (distance == 0 || distance == series->period)
            continue;
        int kept = count_distances(series, distance, &series->seen);
        if (kept <= series->kept)
            continue;
        series->kept = kept;
        series->period = distance;
    }
}

/* ---- the list ---- */

static bool is_due(const struct ph_recurring *series, int session)
{
    return !session || (series->next <= session && session < series->next + series->period);
}

static int by_title(const void *a, const void *b)
{
    const struct ph_recurring *one = a, *other = b;
    int order = strcmp(one->title, other->title);
    return order ? order : strcmp(one->members[0].name, other->members[0].name);
}

/* Keeps the series that come back and are asked for. */
static enum ph_status keep(struct ph_store *store, const struct ph_due *due, int before,
                           struct ph_arena *arena, struct ph_recurring_list *list,
                           struct ph_error *error)
{
    size_t count = list->count;
    enum ph_status status = PH_OK;
    list->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct ph_recurring *series = &list->items[i];
        if (series->count > 1 && status == PH_OK)
            status = ph_cited_add(store, arena, series, error);
        if (series->count > 1 && status == PH_OK)
            set_rhythm(series);
        if (series->period && status == PH_OK)
            status = ph_due_find(store, due, arena, series, error);
        if (series->period && status == PH_OK)
            status = set_title(store, series, arena, error);
        if (series->period && status == PH_OK && is_due(series, before))
            list->items[list->count++] = *series;
        else
            free(series->members);
    }
    return status;
}

enum ph_status ph_recurring_find(struct ph_store *store, const struct ph_lexicon *lexicon,
                                 const struct ph_rules *rules, int before, struct ph_arena *arena,
                                 struct ph_recurring_list *list, struct ph_error *error)
{
    struct ph_titles titles;
    const struct ph_due due = {lexicon, rules};
    *list = (struct ph_recurring_list){0};
    enum ph_status status = ph_titles_read(&titles, store, before, error);
    if (status == PH_OK) {
        list->items = ph_alloc_zero(titles.count + 1, sizeof *list->items);
        list->count = titles.count;
        status = add_members(store, &titles, before, arena, list->items, error);
    }
    ph_titles_free(&titles);
    if (status == PH_OK)
        status = keep(store, &due, before, arena, list, error);
    if (status == PH_OK && list->count)
        qsort(list->items, list->count, sizeof *list->items, by_title);
    if (status == PH_OK && !list->count)
        status = ph_fail(error, PH_NOTHING,
                         before ? "no series is due at session %d"
                                : "no resolution comes back in another session",
                         before);
    return status;
}

void ph_recurring_free(struct ph_recurring_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].members);
    free(list->items);
    *list = (struct ph_recurring_list){0};
}
