#include "archive/titles.h"

#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "base/memory.h"
#include "learn/weights.h"

/* ---- all titles ---- */

static void add(struct ph_titles *titles, const char *form, int64_t id, struct ph_weights *weights)
{
    struct ph_tokens words;
    const uint32_t title = (uint32_t)titles->count;
    size_t capacity = titles->capacity; /* both lists are as long */
    titles->places = ph_grow(titles->places, titles->count, &capacity, sizeof *titles->places);
    titles->items = ph_grow(titles->items, titles->count, &titles->capacity, sizeof *titles->items);
    titles->places[title] = (struct ph_title_place){ph_form_digest(form), title};
    titles->items[title] = (struct ph_title){id, title, title};
    titles->count++;
    ph_tokens_read(&words, NULL, form, strlen(form));
    ph_weights_count(weights, &words);
    ph_tokens_free(&words);
}

static int by_digest(const void *a, const void *b)
{
    int64_t x = ((const struct ph_title_place *)a)->digest;
    int64_t y = ((const struct ph_title_place *)b)->digest;
    return (x > y) - (x < y);
}

static enum ph_status read_forms(struct ph_titles *titles, struct ph_store *store, int before,
                                 struct ph_weights *weights, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT title_form, min(id) FROM resolution"
                        " WHERE title_form <> '' AND (?1 = 0 OR session BETWEEN 1 AND ?1 - 1)"
                        " GROUP BY title_form ORDER BY title_form");
    ph_bind_number(query, before);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        const char *form = ph_column_text(query);
        add(titles, form, ph_column_number(query), weights);
    }
    if (titles->count)
        qsort(titles->places, titles->count, sizeof *titles->places, by_digest);
    return status == PH_NOTHING ? PH_OK : status;
}

/* ---- series ---- */

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
    const struct ph_title_place key = {.digest = ph_form_digest(form)};
    const struct ph_title_place *found =
        titles->count
            ? bsearch(&key, titles->places, titles->count, sizeof *titles->places, by_digest)
            : NULL;
    return found ? first_of(titles, found->title) : titles->count;
}

size_t ph_titles_next(const struct ph_titles *titles, size_t title)
{
    return titles->items[title].next;
}

static void join(struct ph_title *items, size_t one, size_t other)
{
    const uint32_t next = items[one].next;
    items[one].next = items[other].next;
    items[other].next = next;
    items[one > other ? one : other].joined = (uint32_t)(one < other ? one : other);
}

static enum ph_status read_words(const struct ph_titles *titles, size_t title,
                                 struct ph_store *store, const struct ph_weights *weights,
                                 struct ph_tokens *words, struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT title_form FROM resolution WHERE id = ?");
    ph_bind_number(query, titles->items[title].id);
    enum ph_status status = ph_step(query, error);
    const char *form = status == PH_OK ? ph_column_text(query) : "";
    ph_tokens_read(words, NULL, form, strlen(form));
    ph_weights_weigh(weights, words);
    return status == PH_NOTHING ? PH_OK : status;
}

/* Two series are as alike as their first titles: else small changes would lead anywhere. */
static enum ph_status join_alike(struct ph_titles *titles, size_t one, size_t other,
                                 struct ph_store *store, const struct ph_weights *weights,
                                 struct ph_error *error)
{
    struct ph_tokens a = {0}, b = {0};
    enum ph_status status = read_words(titles, one, store, weights, &a, error);
    if (status == PH_OK)
        status = read_words(titles, other, store, weights, &b, error);
    if (status == PH_OK && ph_tokens_likeness(&a, &b, PH_TITLES_LIKENESS) >= PH_TITLES_LIKENESS)
        join(titles->items, one, other);
    ph_tokens_free(&a);
    ph_tokens_free(&b);
    return status;
}

/* Only the titles that cite each other are compared, never all with all. */
static enum ph_status join_cited(struct ph_titles *titles, struct ph_store *store, int before,
                                 const struct ph_weights *weights, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT DISTINCT citing.title_form, earlier.title_form FROM citation"
                        " JOIN resolution citing ON citing.id = resolution"
                        " JOIN resolution earlier ON earlier.name = cited"
                        " WHERE citing.title_form <> earlier.title_form"
                        " AND earlier.session < citing.session"
                        " AND (?1 = 0 OR citing.session < ?1)");
    ph_bind_number(query, before);
    enum ph_status status, joined = PH_OK;
    while (joined == PH_OK && (status = ph_step(query, error)) == PH_OK) {
        size_t one = ph_titles_series(titles, ph_column_text(query));
        size_t other = ph_titles_series(titles, ph_column_text(query));
        if (one < titles->count && other < titles->count && one != other)
            joined = join_alike(titles, one, other, store, weights, error);
    }
    if (joined != PH_OK)
        return joined;
    return status == PH_NOTHING ? PH_OK : status;
}

enum ph_status ph_titles_read(struct ph_titles *titles, struct ph_store *store, int before,
                              struct ph_error *error)
{
    struct ph_weights weights = {0};
    *titles = (struct ph_titles){0};
    enum ph_status status = read_forms(titles, store, before, &weights, error);
    if (status == PH_OK)
        status = join_cited(titles, store, before, &weights, error);
    ph_weights_free(&weights);
    return status;
}

void ph_titles_free(struct ph_titles *titles)
{
    free(titles->items);
    free(titles->places);
    *titles = (struct ph_titles){0};
}
