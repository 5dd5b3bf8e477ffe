#include "archive/facts.h"

#include <string.h>

/* ---- what it holds ---- */

static enum ph_status count_all(struct ph_store *store, struct ph_archive_facts *facts,
                                struct ph_error *error)
{
    struct ph_query *query = ph_query(
        store, "SELECT (SELECT count(*) FROM resolution), (SELECT count(*) FROM paragraph),"
               " (SELECT count(*) FROM form), (SELECT count(*) FROM file),"
               " (SELECT ifnull(min(nullif(session, 0)), 0) FROM resolution),"
               " (SELECT ifnull(max(session), 0) FROM resolution),"
               " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size),"
               " (SELECT count(*) FROM (SELECT 1 FROM file WHERE name NOT NULL GROUP BY name"
               "   HAVING count(*) > 1))");
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status;
    int64_t *const numbers[] = {&facts->documents, &facts->paragraphs, &facts->wordings,
                                &facts->files,     &facts->first,      &facts->last,
                                &facts->size,      &facts->several};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        *numbers[i] = ph_column_number(query);
    return PH_OK;
}

static enum ph_status list_duplicates(struct ph_store *store, int limit, struct ph_arena *arena,
                                      struct ph_archive_facts *facts, struct ph_error *error)
{
    struct ph_archive_duplicate *list = NULL;
    size_t count = 0, capacity = 0;
    struct ph_query *query =
        ph_query(store, "SELECT several.name, path, file.id = resolution.file AS best"
                        " FROM (SELECT name FROM file WHERE name NOT NULL GROUP BY name"
                        "   HAVING count(*) > 1 ORDER BY name LIMIT ?) AS several"
                        " CROSS JOIN file ON file.name = several.name"
                        " JOIN resolution ON resolution.name = several.name"
                        " ORDER BY several.name, best DESC, rank, path");
    ph_bind_number(query, limit);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count].name = ph_arena_copy(arena, ph_column_text(query));
        list[count].path = ph_arena_copy(arena, ph_column_text(query));
        list[count++].best = ph_column_number(query);
    }
    facts->duplicates = ph_arena_take(arena, list, count * sizeof *list);
    facts->duplicate_count = count;
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status list_problems(struct ph_store *store, int limit, struct ph_arena *arena,
                                    struct ph_archive_facts *facts, struct ph_error *error)
{
    struct ph_archive_problem *list = NULL;
    size_t count = 0, capacity = 0;
    struct ph_query *query =
        ph_query(store, "SELECT path, problem, count(*) OVER () FROM file WHERE problem <> ''"
                        " ORDER BY path LIMIT ?");
    ph_bind_number(query, limit);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count].path = ph_arena_copy(arena, ph_column_text(query));
        list[count++].problem = ph_arena_copy(arena, ph_column_text(query));
        facts->doubtful = ph_column_number(query);
    }
    facts->problems = ph_arena_take(arena, list, count * sizeof *list);
    facts->problem_count = count;
    return status == PH_NOTHING ? PH_OK : status;
}

enum ph_status ph_archive_facts(struct ph_store *store, int limit, struct ph_arena *arena,
                                struct ph_archive_facts *facts, struct ph_error *error)
{
    *facts = (struct ph_archive_facts){0};
    enum ph_status status = count_all(store, facts, error);
    if (status == PH_OK)
        status = list_duplicates(store, limit, arena, facts, error);
    if (status == PH_OK)
        status = list_problems(store, limit, arena, facts, error);
    ph_store_rest(store);
    return status;
}

/* ---- whether it is whole ---- */

/* Each gives a row for a thing that is wrong. */
static const struct {
    const char *sql, *what;
} proofs[] = {
    {"SELECT 1 FROM resolution WHERE file NOT IN (SELECT id FROM file)",
     "a resolution is of no file"},
    {"SELECT 1 FROM paragraph WHERE resolution NOT IN (SELECT id FROM resolution)",
     "a paragraph is of no resolution"},
    {"SELECT 1 FROM paragraph WHERE form NOT IN (SELECT id FROM form)", "a paragraph has no words"},
    {"SELECT 1 FROM citation WHERE (resolution, place) NOT IN"
     " (SELECT resolution, place FROM paragraph)",
     "a citation is of no paragraph"},
    {"SELECT 1 FROM form WHERE uses <> (SELECT count(*) FROM paragraph WHERE form = form.id)",
     "the uses of a wording are counted wrongly"},
};

static enum ph_status prove(struct ph_store *store, const char *sql, const char *what,
                            struct ph_error *error)
{
    enum ph_status status = ph_step(ph_query(store, sql), error);
    ph_store_rest(store); /* each takes long enough */
    if (status == PH_NOTHING)
        return PH_OK;
    return status == PH_OK ? ph_store_damaged(store, what, error) : status;
}

enum ph_status ph_archive_check(struct ph_store *store, bool *compared, struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "PRAGMA integrity_check(1)");
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status;
    const char *found = ph_column_text(query);
    if (strcmp(found, "ok") != 0)
        return ph_store_damaged(store, found, error);
    status = ph_store_check_words(store, compared, error);
    for (size_t i = 0; i < sizeof proofs / sizeof *proofs && status == PH_OK; i++)
        status = prove(store, proofs[i].sql, proofs[i].what, error);
    return status;
}
