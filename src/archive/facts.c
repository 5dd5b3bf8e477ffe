#include "archive/facts.h"

#include <stdlib.h>
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
               " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)");
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status;
    int64_t *const numbers[] = {&facts->documents, &facts->paragraphs, &facts->wordings,
                                &facts->files,     &facts->first,      &facts->last,
                                &facts->size};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        *numbers[i] = ph_column_number(query);
    return PH_OK;
}

enum ph_status ph_archive_facts(struct ph_store *store, struct ph_arena *arena,
                                struct ph_archive_facts *facts, struct ph_error *error)
{
    struct ph_archive_problem *list = NULL;
    size_t count = 0, capacity = 0;
    *facts = (struct ph_archive_facts){0};
    enum ph_status status = count_all(store, facts, error);
    if (status != PH_OK)
        return status;
    struct ph_query *query =
        ph_query(store, "SELECT path, problem FROM file WHERE problem <> '' ORDER BY path");
    while ((status = ph_step(query, error)) == PH_OK) {
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count].path = ph_arena_copy(arena, ph_column_text(query));
        list[count++].problem = ph_arena_copy(arena, ph_column_text(query));
    }
    facts->problems = ph_arena_alloc(arena, (count + 1) * sizeof *list);
    facts->problem_count = count;
    if (count)
        memcpy(facts->problems, list, count * sizeof *list);
    free(list);
    return status == PH_NOTHING ? PH_OK : status;
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
    if (status == PH_NOTHING)
        return PH_OK;
    return status == PH_OK ? ph_store_damaged(store, what, error) : status;
}

enum ph_status ph_archive_check(struct ph_store *store, struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "PRAGMA integrity_check(1)");
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status;
    const char *found = ph_column_text(query);
    if (strcmp(found, "ok") != 0)
        return ph_store_damaged(store, found, error);
    status = ph_store_check_words(store, error);
    for (size_t i = 0; i < sizeof proofs / sizeof *proofs && status == PH_OK; i++)
        status = prove(store, proofs[i].sql, proofs[i].what, error);
    return status;
}
