#include "archive/known.h"

#include <stdlib.h>
#include <string.h>

#include "archive/titled.h"

enum { NOT_READ = -1 };

enum ph_status ph_known_open(struct ph_known *known, const struct ph_lexicon *lexicon,
                             const char *path, struct ph_error *error)
{
    *known = (struct ph_known){.lexicon = lexicon, .before = NOT_READ};
    return ph_store_open(path, PH_STORE_READ, &known->store, error);
}

void ph_known_close(struct ph_known *known)
{
    ph_titles_free(&known->titles);
    ph_store_close(known->store);
    *known = (struct ph_known){.lexicon = known->lexicon, .before = NOT_READ};
}

enum ph_status ph_known_titles(struct ph_known *known, int before, struct ph_error *error)
{
    if (known->before == before)
        return PH_OK;
    ph_titles_free(&known->titles);
    known->before = before;
    enum ph_status status = ph_titles_read(&known->titles, known->store, before, error);
    if (status != PH_OK)
        known->before = NOT_READ;
    return status;
}

enum ph_status ph_known_series_of(struct ph_known *known, const char *number, int before,
                                  size_t *series, struct ph_error *error)
{
    struct ph_query *query = ph_query(
        known->store, "SELECT title_form FROM resolution"
                      " WHERE name = ? AND title_form <> '' AND session BETWEEN 1 AND ? - 1");
    ph_bind_text(query, number);
    ph_bind_number(query, before);
    *series = known->titles.count;
    enum ph_status status = ph_step(query, error);
    if (status == PH_OK)
        *series = ph_titles_series(&known->titles, ph_column_text(query));
    return status == PH_NOTHING ? PH_OK : status;
}

/* A series in the making. */
struct making {
    struct ph_elsewhere_member *items;
    size_t count, capacity;
};

static struct ph_elsewhere_member *add_one(struct making *making)
{
    making->items = ph_grow(making->items, making->count, &making->capacity, sizeof *making->items);
    making->items[making->count] = (struct ph_elsewhere_member){.followed = false};
    return &making->items[making->count++]; /* followed: until it is known */
}

static enum ph_status add_titled(struct ph_known *known, size_t title, int before,
                                 struct ph_arena *arena, struct making *making,
                                 struct ph_error *error)
{
    struct ph_query *query = ph_query(
        known->store, "SELECT name, session, adopted, title FROM resolution WHERE title_form ="
                      " (SELECT title_form FROM resolution WHERE id = ?)"
                      " AND session BETWEEN 1 AND ? - 1");
    ph_bind_number(query, known->titles.items[title].id);
    ph_bind_number(query, before);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        struct ph_elsewhere_member *member = add_one(making);
        member->number = ph_arena_copy(arena, ph_column_text(query));
        member->session = (int)ph_column_number(query);
        member->adopted = ph_arena_copy(arena, ph_column_text(query));
        member->title = ph_arena_copy(arena, ph_column_text(query));
    }
    return status == PH_NOTHING ? PH_OK : status;
}

/* The members of all titles of a series. */
static enum ph_status add_members(struct ph_known *known, size_t series, int before,
                                  struct ph_arena *arena, struct making *making,
                                  struct ph_error *error)
{
    size_t title = series;
    enum ph_status status;
    do {
        status = add_titled(known, title, before, arena, making, error);
        title = ph_titles_next(&known->titles, title);
    } while (title != series && status == PH_OK);
    return status;
}

static int by_session(const void *a, const void *b)
{
    const struct ph_elsewhere_member *x = a, *y = b;
    return x->session != y->session ? (x->session > y->session) - (x->session < y->session)
                                    : strcmp(x->number, y->number);
}

static void sort(struct making *making)
{
    if (making->count)
        qsort(making->items, making->count, sizeof *making->items, by_session);
}

static bool has_session(const struct making *making, int session)
{
    for (size_t i = 0; i < making->count; i++)
        if (making->items[i].session == session)
            return true;
    return false;
}

/* Those that are only cited, with the title of the last member. */
static enum ph_status add_cited(struct ph_known *known, int before, struct ph_arena *arena,
                                struct making *making, struct ph_error *error)
{
    const char *title = making->items[making->count - 1].title;
    struct ph_titled *list;
    size_t count;
    char date[16];
    enum ph_status status =
        ph_titled_find(known->store, known->lexicon, title, before, arena, &list, &count, error);
    for (size_t i = 0; status == PH_OK && i < count; i++) {
        if (has_session(making, list[i].citation.session))
            continue;
        struct ph_elsewhere_member *member = add_one(making);
        member->number = list[i].citation.number;
        member->session = list[i].citation.session;
        member->adopted =
            ph_arena_copy(arena, ph_date_iso(list[i].citation.date, date, sizeof date));
        member->title = title;
        member->cited_in = list[i].cited_in;
    }
    return status;
}

/* Marks the members after which each session has one. */
static void mark_followed(struct making *making)
{
    for (size_t i = making->count; i-- > 0;) {
        if (i > 0 && making->items[i - 1].session == making->items[i].session)
            return;
        making->items[i].followed = true;
    }
}

enum ph_status ph_known_series(void *context, const char *number, int before,
                               struct ph_arena *arena, struct ph_elsewhere_member **members,
                               size_t *count, struct ph_error *error)
{
    struct ph_known *known = context;
    struct making making = {0};
    size_t series = 0;
    enum ph_status status = ph_known_titles(known, before, error);
    if (status == PH_OK)
        status = ph_known_series_of(known, number, before, &series, error);
    if (status == PH_OK && series < known->titles.count)
        status = add_members(known, series, before, arena, &making, error);
    sort(&making);
    if (status == PH_OK && making.count)
        status = add_cited(known, before, arena, &making, error);
    sort(&making);
    mark_followed(&making);
    *count = making.count;
    *members = ph_arena_alloc(arena, (making.count + 1) * sizeof **members);
    if (making.count)
        memcpy(*members, making.items, making.count * sizeof **members);
    free(making.items);
    ph_store_rest(known->store);
    return status;
}
