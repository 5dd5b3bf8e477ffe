#include "archive/titles.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static enum ph_status read_forms(struct ph_titles *titles, struct ph_store *store, int before,
                                 struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT DISTINCT title_form FROM resolution"
                                             " WHERE title_form <> '' AND (?1 = 0 OR"
                                             " session BETWEEN 1 AND ?1 - 1) ORDER BY title_form");
    ph_bind_number(query, before);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        titles->items =
            ph_grow(titles->items, titles->count, &titles->capacity, sizeof *titles->items);
        struct ph_title *title = &titles->items[titles->count];
        *title = (struct ph_title){.form = ph_copy(ph_column_text(query)), .joined = titles->count};
        ph_tokens_read(&title->words, NULL, title->form, strlen(title->form));
        titles->count++;
    }
    return status == PH_NOTHING ? PH_OK : status;
}

static void weigh(struct ph_titles *titles)
{
    struct ph_tokens **rows = ph_alloc_zero(titles->count + 1, sizeof(struct ph_tokens *));
    for (size_t i = 0; i < titles->count; i++)
        rows[i] = &titles->items[i].words;
    ph_tokens_weigh(rows, titles->count);
    free(rows);
}

static int by_form(const void *key, const void *item)
{
    return strcmp(key, ((const struct ph_title *)item)->form);
}

/* The first title of the series; on the way to it, each title learns of the next but one. */
static size_t first_of(struct ph_titles *titles, size_t title)
{
    struct ph_title *items = titles->items;
    while (items[title].joined != title) {
        items[title].joined = items[items[title].joined].joined;
        title = items[title].joined;
    }
    return title;
}

size_t ph_titles_series(struct ph_titles *titles, const char *form)
{
    const struct ph_title *found =
        titles->count ? bsearch(form, titles->items, titles->count, sizeof *titles->items, by_form)
                      : NULL;
    return found ? first_of(titles, (size_t)(found - titles->items)) : titles->count;
}

/* Only the titles that cite each other are compared, never all with all. */
static enum ph_status join_cited(struct ph_titles *titles, struct ph_store *store, int before,
                                 struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT DISTINCT citing.title_form, earlier.title_form FROM citation"
                        " JOIN resolution citing ON citing.id = resolution"
                        " JOIN resolution earlier ON earlier.name = cited"
                        " WHERE citing.title_form <> earlier.title_form"
                        " AND earlier.session < citing.session"
                        " AND (?1 = 0 OR citing.session < ?1)");
    ph_bind_number(query, before);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        size_t one = ph_titles_series(titles, ph_column_text(query));
        size_t other = ph_titles_series(titles, ph_column_text(query));
        if (one < titles->count && other < titles->count && one != other &&
            ph_tokens_likeness(&titles->items[one].words, &titles->items[other].words,
                               PH_TITLES_LIKENESS) >= PH_TITLES_LIKENESS)
            titles->items[one > other ? one : other].joined = one < other ? one : other;
    }
    return status == PH_NOTHING ? PH_OK : status;
}

enum ph_status ph_titles_read(struct ph_titles *titles, struct ph_store *store, int before,
                              struct ph_error *error)
{
    *titles = (struct ph_titles){0};
    enum ph_status status = read_forms(titles, store, before, error);
    if (status != PH_OK)
        return status;
    weigh(titles);
    return join_cited(titles, store, before, error);
}

void ph_titles_free(struct ph_titles *titles)
{
    for (size_t i = 0; i < titles->count; i++) {
        ph_tokens_free(&titles->items[i].words);
        free(titles->items[i].form);
    }
    free(titles->items);
    *titles = (struct ph_titles){0};
}
