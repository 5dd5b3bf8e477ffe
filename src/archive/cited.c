#include "archive/cited.h"

#include <stdlib.h>
#include <string.h>

/* The citations of one paragraph. */
struct citation {
    const char *name, *dated;
};

struct list {
    int64_t place;
    struct citation *items;
    size_t count, capacity;
};

struct adding {
    struct ph_store *store;
    struct ph_arena *arena;
    struct ph_recurring *series;
    const char **names; /* of all members, those that were added too, sorted */
    size_t count, capacity;
};

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_member(const struct adding *adding, const char *name)
{
    return bsearch(&name, adding->names, adding->count, sizeof *adding->names, by_name) != NULL;
}

static void add_name(struct adding *adding, const char *name)
{
    adding->names = ph_grow(adding->names, adding->count, &adding->capacity, sizeof *adding->names);
    adding->names[adding->count++] = name;
}

static enum ph_status is_here(const struct adding *adding, const char *name, bool *here,
                              struct ph_error *error)
{
    struct ph_query *query = ph_query(adding->store, "SELECT 1 FROM resolution WHERE name = ?");
    ph_bind_text(query, name);
    enum ph_status status = ph_step(query, error);
    *here = status == PH_OK;
    return status == PH_NOTHING ? PH_OK : status;
}

/* Whether a paragraph is a list of members; those that are not members yet stay in it. */
static enum ph_status is_list(const struct adding *adding, struct list *list, bool *is,
                              struct ph_error *error)
{
    size_t others = 0, members = 0;
    for (size_t i = 0; i < list->count; i++)
        if (is_member(adding, list->items[i].name))
            members++;
        else
            list->items[others++] = list->items[i];
    *is = members >= 2 && others && members > others;
    list->count = others;
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < others && *is && status == PH_OK; i++) {
        bool here;
        status = is_here(adding, list->items[i].name, &here, error);
        *is = !here;
    }
    return status;
}

static void add_member(struct adding *adding, const struct citation *citation, int before)
{
    struct ph_recurring *series = adding->series;
    int session = (int)strtol(citation->name, NULL, 10);
    if (session <= 0 || session >= before)
        return;
    series->members =
        ph_grow(series->members, series->count, &series->capacity, sizeof *series->members);
    series->members[series->count++] =
        (struct ph_recurring_member){0, citation->name, session, citation->dated};
    add_name(adding, citation->name);
}

static enum ph_status end_list(struct adding *adding, struct list *list, int session,
                               struct ph_error *error)
{
    bool is;
    enum ph_status status = is_list(adding, list, &is, error);
    for (size_t i = 0; i < list->count && is && status == PH_OK; i++)
        add_member(adding, &list->items[i], session);
    if (list->count && is)
        qsort(adding->names, adding->count, sizeof *adding->names, by_name);
    list->count = 0;
    return status;
}

static enum ph_status look_at(struct adding *adding, int64_t member, int session,
                              struct ph_error *error)
{
    struct list list = {0};
    struct ph_query *query =
        ph_query(adding->store, "SELECT place, cited, dated FROM citation WHERE resolution = ?"
                                " ORDER BY place, cited");
    ph_bind_number(query, member);
    enum ph_status status, ended = PH_OK;
    while (ended == PH_OK && (status = ph_step(query, error)) == PH_OK) {
        int64_t place = ph_column_number(query);
        if (place != list.place)
            ended = end_list(adding, &list, session, error);
        list.place = place;
        list.items = ph_grow(list.items, list.count, &list.capacity, sizeof *list.items);
        struct citation *citation = &list.items[list.count++];
        citation->name = ph_arena_copy(adding->arena, ph_column_text(query));
        citation->dated = ph_arena_copy(adding->arena, ph_column_text(query));
    }
    if (ended == PH_OK && status == PH_NOTHING)
        ended = end_list(adding, &list, session, error);
    else if (ended == PH_OK)
        ended = status;
    free(list.items);
    return ended;
}

enum ph_status ph_cited_add(struct ph_store *store, struct ph_arena *arena,
                            struct ph_recurring *series, struct ph_error *error)
{
    struct adding adding = {.store = store, .arena = arena, .series = series};
    const size_t here = series->count;
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < here; i++)
        add_name(&adding, series->members[i].name);
    qsort(adding.names, adding.count, sizeof *adding.names, by_name);
    /* From the last on: its list is the longest. */
    for (size_t i = here; i-- > 0 && status == PH_OK;)
        status = look_at(&adding, series->members[i].id, series->members[i].session, error);
    ph_recurring_sort(series);
    free(adding.names);
    return status;
}
