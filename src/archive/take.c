#include "archive/take.h"

enum ph_status ph_run_on(struct ph_store *store, const char *sql, int64_t id,
                         struct ph_error *error)
{
    struct ph_query *query = ph_query(store, sql);
    ph_bind_number(query, id);
    return ph_run(query, error);
}

enum ph_status ph_take_out(struct ph_store *store, int64_t resolution, struct ph_error *error)
{
    /* In this order: what a form loses is counted while its paragraphs are there. */
    static const char *const steps[] = {
        "UPDATE form SET uses = uses - (SELECT count(*) FROM paragraph"
        "  WHERE paragraph.form = form.id AND resolution = ?1)"
        " WHERE id IN (SELECT form FROM paragraph WHERE resolution = ?1)",
        "INSERT INTO form_words (form_words, rowid, words) SELECT 'delete', id, words FROM form"
        " WHERE NOT uses AND id IN (SELECT form FROM paragraph WHERE resolution = ?1)",
        "DELETE FROM form WHERE NOT uses"
        " AND id IN (SELECT form FROM paragraph WHERE resolution = ?1)",
        "UPDATE form SET (first, last) = (SELECT ifnull(min(nullif(session, 0)), 0),"
        "  ifnull(max(session), 0) FROM paragraph"
        "  WHERE paragraph.form = form.id AND resolution <> ?1)"
        " WHERE id IN (SELECT form FROM paragraph WHERE resolution = ?1)",
        "DELETE FROM citation WHERE resolution = ?1",
        "DELETE FROM paragraph WHERE resolution = ?1",
        "DELETE FROM resolution WHERE id = ?1"};
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == PH_OK; i++)
        status = ph_run_on(store, steps[i], resolution, error);
    return status;
}
