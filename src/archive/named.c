#include "archive/named.h"

#include <stdlib.h>
#include <string.h>

#include "archive/titles.h"
#include "base/buffer.h"
#include "base/file.h"

enum { SHOWN = 5 }; /* as many of several are named */

/* The series that a name means: those found, each once, and what the first few are called. */
struct meaning {
    size_t series, count;
    size_t seen[SHOWN];
    struct ph_buffer titles;
};

static void add_meaning(struct meaning *meaning, size_t series, const char *title)
{
    for (size_t i = 0; i < meaning->count && i < SHOWN; i++)
        if (meaning->seen[i] == series)
            return;
    if (meaning->count < SHOWN) {
        meaning->seen[meaning->count] = series;
        ph_buffer_printf(&meaning->titles, "%s“%s”", meaning->count ? ", " : "", title);
    }
    meaning->series = series;
    meaning->count++;
}

/* A number means the series of its resolution; words mean every series with a title that has
 * them, an ellipsis standing for any others, and the one whose title they are before all others. */
static enum ph_status find_meaning(struct ph_store *store, struct ph_titles *titles,
                                   const char *name, int before, struct meaning *meaning,
                                   struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT title_form, title, name = ?1 OR symbol = ?1 OR"
                        " lower(title) = lower(?1) AS whole FROM resolution WHERE title_form <> ''"
                        " AND (whole OR title LIKE '%' ||"
                        "  replace(replace(?1, '…', '%'), '...', '%') || '%')"
                        " AND (?2 = 0 OR session BETWEEN 1 AND ?2 - 1)"
                        " GROUP BY title_form ORDER BY max(whole) DESC, title");
    ph_bind_text(query, name);
    ph_bind_number(query, before);
    enum ph_status status;
    bool whole = false;
    while ((status = ph_step(query, error)) == PH_OK && !whole) {
        size_t series = ph_titles_series(titles, ph_column_text(query));
        const char *title = ph_column_text(query);
        whole = ph_column_number(query);
        add_meaning(meaning, series, title);
    }
    return status == PH_NOTHING ? PH_OK : status;
}

/* Longer than any title: what SQLite would be asked to compare. */
enum { LONGEST = 4000 };

static enum ph_status judge(const struct meaning *meaning, const char *name, int before,
                            struct ph_error *error)
{
    if (!meaning->count && before)
        return ph_fail(error, PH_NOTHING, "“%s”: the archive has no such series before session %d",
                       name, before);
    if (!meaning->count)
        return ph_fail(error, PH_NOTHING, "“%s”: the archive has no such series", name);
    if (meaning->count > 1)
        return ph_fail(error, PH_USAGE,
                       "“%s” may mean several series; give more words, or a number: %s%s", name,
                       ph_buffer_text(&meaning->titles), meaning->count > SHOWN ? ", ..." : "");
    return PH_OK;
}

static enum ph_status list_files(struct ph_store *store, struct ph_titles *titles, size_t series,
                                 int before, struct ph_arena *arena, char ***paths,
                                 struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT title_form, path FROM resolution JOIN file ON file.id = file"
                        " WHERE title_form <> '' AND (?1 = 0 OR session BETWEEN 1 AND ?1 - 1)"
                        " ORDER BY session, adopted, resolution.name");
    ph_bind_number(query, before);
    char **list = NULL;
    size_t count = 0, capacity = 0;
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        if (ph_titles_series(titles, ph_column_text(query)) != series)
            continue;
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count++] = ph_arena_copy(arena, ph_file_from_here(ph_column_text(query)));
    }
    *paths = ph_arena_alloc(arena, (count + 1) * sizeof *list);
    if (count)
        memcpy(*paths, list, count * sizeof *list);
    free(list);
    return status == PH_NOTHING ? PH_OK : status;
}

enum ph_status ph_archive_named(struct ph_store *store, const char *name, int before,
                                struct ph_arena *arena, char ***paths, struct ph_error *error)
{
    struct ph_titles titles;
    struct meaning meaning = {0};
    if (strlen(name) > LONGEST)
        return ph_fail(error, PH_USAGE, "“%.60s…”: no title is that long", name);
    enum ph_status status = ph_titles_read(&titles, store, before, error);
    if (status == PH_OK)
        status = find_meaning(store, &titles, name, before, &meaning, error);
    if (status == PH_OK)
        status = judge(&meaning, name, before, error);
    if (status == PH_OK)
        status = list_files(store, &titles, meaning.series, before, arena, paths, error);
    ph_store_rest(store);
    ph_buffer_free(&meaning.titles);
    ph_titles_free(&titles);
    return status;
}
