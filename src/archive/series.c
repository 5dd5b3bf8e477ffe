#include "archive/series.h"

#include <stdlib.h>
#include <string.h>

#include "archive/cited.h"
#include "archive/due.h"
#include "archive/titles.h"
#include "base/clock.h"

enum { LATEST = 9999 }; /* session that can be: a damaged archive may say anything */
enum { HELD = 200 };    /* milliseconds for which no builder can store anything */

/* What a walk over the series of an archive goes by. */
struct walk {
    struct ph_store *store;
    struct ph_titles titles;
    struct ph_due due;
    int before; /* 0: all */
    ph_recurring_visitor *visit;
    void *context;
    size_t visited;
    int64_t since; /* when reading began, or went on */
};

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

static enum ph_status add_titled(const struct walk *walk, size_t title, struct ph_arena *arena,
                                 struct ph_recurring *series, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(walk->store, "SELECT id, name, session, adopted FROM resolution WHERE title_form ="
                              " (SELECT title_form FROM resolution WHERE id = ?)"
                              " AND session BETWEEN 1 AND ?");
    ph_bind_number(query, walk->titles.items[title].id);
    ph_bind_number(query, walk->before && walk->before <= LATEST ? walk->before - 1 : LATEST);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK)
        add_member(series, query, arena);
    return status == PH_NOTHING ? PH_OK : status;
}

static int by_session(const void *a, const void *b)
{
    const struct ph_recurring_member *one = a, *other = b;
    if (one->session != other->session)
        return one->session < other->session ? -1 : 1;
    int order = strcmp(one->adopted, other->adopted);
    return order ? order : strcmp(one->name, other->name);
}

void ph_recurring_sort(struct ph_recurring *series)
{
    if (series->count)
        qsort(series->members, series->count, sizeof *series->members, by_session);
}

/* The members of all titles of a series. */
static enum ph_status add_members(const struct walk *walk, size_t first, struct ph_arena *arena,
                                  struct ph_recurring *series, struct ph_error *error)
{
    size_t title = first;
    enum ph_status status;
    do {
        status = add_titled(walk, title, arena, series, error);
        title = ph_titles_next(&walk->titles, title);
    } while (title != first && status == PH_OK);
    ph_recurring_sort(series);
    return status;
}

/* Of the last member. A builder may have replaced it since: then it has no title any more. */
static enum ph_status set_title(struct ph_store *store, struct ph_recurring *series,
                                struct ph_arena *arena, struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT title FROM resolution WHERE name = ?");
    ph_bind_text(query, series->members[series->count - 1].name);
    enum ph_status status = ph_step(query, error);
    series->title = status == PH_OK ? ph_arena_copy(arena, ph_column_text(query)) : "";
    return status == PH_NOTHING ? PH_OK : status;
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

/* ---- one by one ---- */

static bool is_due(const struct ph_recurring *series, int session)
{
    return !session || (series->next <= session && session < series->next + series->period);
}

/* Shows the series that begins with a title, if it comes back and is asked for. */
static enum ph_status look_at(struct walk *walk, size_t first, struct ph_error *error)
{
    struct ph_arena *arena = ph_arena_new();
    struct ph_recurring series = {0};
    enum ph_status status = add_members(walk, first, arena, &series, error);
    if (status == PH_OK && series.count > 1)
        status = ph_cited_add(walk->store, arena, &series, error);
    if (status == PH_OK)
        set_rhythm(&series);
    if (status == PH_OK && series.period)
        status = ph_due_find(walk->store, &walk->due, arena, &series, error);
    if (status == PH_OK && series.period)
        status = set_title(walk->store, &series, arena, error);
    if (status == PH_OK && series.period && is_due(&series, walk->before)) {
        walk->visit(walk->context, &series);
        walk->visited++;
    }
    free(series.members);
    ph_arena_free(arena);
    return status;
}

/* Lets a builder in between. */
static enum ph_status breathe(struct walk *walk, struct ph_error *error)
{
    if (ph_milliseconds() - walk->since < HELD)
        return PH_OK;
    ph_store_rest(walk->store);
    enum ph_status status = ph_store_hold(walk->store, error);
    walk->since = ph_milliseconds();
    return status;
}

static enum ph_status look_at_all(struct walk *walk, struct ph_error *error)
{
    enum ph_status status = ph_store_hold(walk->store, error);
    if (status == PH_OK)
        status = ph_titles_read(&walk->titles, walk->store, walk->before, error);
    for (size_t i = 0; i < walk->titles.count && status == PH_OK; i++) {
        status = breathe(walk, error);
        if (status == PH_OK && walk->titles.items[i].joined == i)
            status = look_at(walk, i, error);
    }
    ph_store_rest(walk->store);
    return status;
}

enum ph_status ph_recurring_each(struct ph_store *store, const struct ph_lexicon *lexicon,
                                 const struct ph_rules *rules, int before,
                                 ph_recurring_visitor *visit, void *context, struct ph_error *error)
{
    struct walk walk = {.store = store,
                        .due = {lexicon, rules},
                        .before = before,
                        .visit = visit,
                        .context = context,
                        .since = ph_milliseconds()};
    enum ph_status status = look_at_all(&walk, error);
    ph_titles_free(&walk.titles);
    if (status == PH_OK && !walk.visited)
        status = ph_fail(error, PH_NOTHING,
                         before ? "no series is due at session %d"
                                : "no resolution comes back in another session",
                         before);
    return status;
}
