#include "archive/put.h"

#include "archive/form.h"
#include "archive/take.h"

/* ---- forms ---- */

static enum ph_status find_form(struct ph_store *store, const char *words, int64_t *id,
                                struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT id FROM form WHERE digest = ? AND words = ?");
    ph_bind_number(query, ph_form_digest(words));
    ph_bind_text(query, words);
    enum ph_status status = ph_step(query, error);
    *id = status == PH_OK ? ph_column_number(query) : 0;
    return status == PH_NOTHING ? PH_OK : status;
}

/* With its first use. */
static enum ph_status add_form(struct ph_store *store, const char *words, int session, int64_t *id,
                               struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "INSERT INTO form (digest, words, uses, first, last)"
                                             " VALUES (?1, ?2, 1, ?3, ?3)");
    ph_bind_number(query, ph_form_digest(words));
    ph_bind_text(query, words);
    ph_bind_number(query, session);
    enum ph_status status = ph_run(query, error);
    if (status != PH_OK)
        return status;
    *id = ph_store_last_id(store);
    query = ph_query(store, "INSERT INTO form_words (rowid, words) VALUES (?, ?)");
    ph_bind_number(query, *id);
    ph_bind_text(query, words);
    return ph_run(query, error);
}

/* One use more, in a session (0: unknown). */
static enum ph_status use_form(struct ph_store *store, int64_t id, int session,
                               struct ph_error *error)
{
    struct ph_query *query = ph_query(
        store, "UPDATE form SET uses = uses + 1,"
               " first = CASE WHEN ?2 AND (?2 < first OR NOT first) THEN ?2 ELSE first END,"
               " last = max(last, ?2) WHERE id = ?1");
    ph_bind_number(query, id);
    ph_bind_number(query, session);
    return ph_run(query, error);
}

/* ---- one resolution ---- */

static enum ph_status put_citations(struct ph_store *store, int64_t resolution, size_t place,
                                    const struct ph_record_paragraph *paragraph,
                                    struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < paragraph->citation_count && status == PH_OK; i++) {
        struct ph_query *query =
            ph_query(store, "INSERT OR IGNORE INTO citation (resolution, place, cited, dated)"
                            " VALUES (?, ?, ?, ?)");
        ph_bind_number(query, resolution);
        ph_bind_number(query, (int64_t)place);
        ph_bind_text(query, paragraph->citations[i].cited);
        ph_bind_text(query, paragraph->citations[i].dated);
        status = ph_run(query, error);
    }
    return status;
}

static enum ph_status put_paragraph(struct ph_store *store, int64_t resolution, size_t place,
                                    int session, int64_t form,
                                    const struct ph_record_paragraph *paragraph,
                                    struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "INSERT INTO paragraph"
                        " (resolution, place, session, part, label, opening, form, vals)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    ph_bind_number(query, resolution);
    ph_bind_number(query, (int64_t)place);
    ph_bind_number(query, session);
    ph_bind_text(query, paragraph->part);
    ph_bind_text(query, paragraph->label);
    ph_bind_text(query, paragraph->opening);
    ph_bind_number(query, form);
    ph_bind_text(query, paragraph->values);
    return ph_run(query, error);
}

static enum ph_status put_paragraphs(struct ph_store *store, int64_t resolution,
                                     const struct ph_record *record, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < record->count && status == PH_OK; i++) {
        const struct ph_record_paragraph *one = &record->paragraphs[i];
        int64_t form;
        status = find_form(store, one->words, &form, error);
        if (status == PH_OK)
            status = form ? use_form(store, form, record->session, error)
                          : add_form(store, one->words, record->session, &form, error);
        if (status == PH_OK)
            status = put_paragraph(store, resolution, i + 1, record->session, form, one, error);
        if (status == PH_OK)
            status = put_citations(store, resolution, i + 1, one, error);
    }
    return status;
}

static enum ph_status put_resolution(struct ph_store *store, const struct ph_record *record,
                                     int64_t file, struct ph_error *error)
{
    struct ph_query *query = ph_query(
        store, "INSERT INTO resolution (name, symbol, session, adopted, title, title_form, file)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)");
    ph_bind_text(query, record->name);
    ph_bind_text(query, record->symbol);
    ph_bind_number(query, record->session);
    ph_bind_text(query, record->adopted);
    ph_bind_text(query, record->title);
    ph_bind_text(query, record->title_form);
    ph_bind_number(query, file);
    enum ph_status status = ph_run(query, error);
    return status == PH_OK ? put_paragraphs(store, ph_store_last_id(store), record, error) : status;
}

/* ---- files ---- */

/* The resolution whose words are those of a file, 0: none; then other files of the same name are
 * to be read anew. */
static enum ph_status take_out_of(struct ph_store *store, int64_t file, struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT id FROM resolution WHERE file = ?");
    ph_bind_number(query, file);
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status == PH_NOTHING ? PH_OK : status;
    int64_t resolution = ph_column_number(query);
    status = ph_run_on(store,
                       "UPDATE file SET changed = 0 WHERE id <> ?1"
                       " AND name = (SELECT name FROM file WHERE id = ?1)",
                       file, error);
    return status == PH_OK ? ph_take_out(store, resolution, error) : status;
}

static enum ph_status find_file(struct ph_store *store, const char *path, int64_t *id,
                                struct ph_error *error)
{
    struct ph_query *query = ph_query(store, "SELECT id FROM file WHERE path = ?");
    ph_bind_text(query, path);
    enum ph_status status = ph_step(query, error);
    *id = status == PH_OK ? ph_column_number(query) : 0;
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status put_file(struct ph_store *store, const struct ph_archive_file *file,
                               const char *name, const char *problem, int64_t *id,
                               struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "INSERT INTO file (path, size, changed, rank, name, problem)"
                        " VALUES (?, ?, ?, ?, ?, ?)"
                        " ON CONFLICT (path) DO UPDATE SET size = excluded.size,"
                        " changed = excluded.changed, rank = excluded.rank, name = excluded.name,"
                        " problem = excluded.problem");
    ph_bind_text(query, file->path);
    ph_bind_number(query, file->size);
    ph_bind_number(query, file->changed);
    ph_bind_number(query, file->rank);
    ph_bind_text(query, name);
    ph_bind_text(query, problem);
    enum ph_status status = ph_run(query, error);
    return status == PH_OK ? find_file(store, file->path, id, error) : status;
}

/* Whether a better file gives the words of that name already - of two of one format the one whose
 * path comes first, so that the order of reading does not matter; else what gives them now is taken
 * out. */
static enum ph_status make_room(struct ph_store *store, const struct ph_archive_file *file,
                                const char *name, bool *better, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT resolution.id, (rank, path) < (?, ?) FROM resolution JOIN file"
                        " ON file.id = file WHERE resolution.name = ?");
    ph_bind_number(query, file->rank);
    ph_bind_text(query, file->path);
    ph_bind_text(query, name);
    enum ph_status status = ph_step(query, error);
    *better = false;
    if (status != PH_OK)
        return status == PH_NOTHING ? PH_OK : status;
    int64_t resolution = ph_column_number(query);
    *better = ph_column_number(query);
    return *better ? PH_OK : ph_take_out(store, resolution, error);
}

enum ph_status ph_archive_put(struct ph_store *store, const struct ph_archive_file *file,
                              const struct ph_record *record, struct ph_error *error)
{
    int64_t id;
    bool better = false;
    enum ph_status status = find_file(store, file->path, &id, error);
    if (status == PH_OK && id)
        status = take_out_of(store, id, error);
    if (status == PH_OK)
        status = put_file(store, file, record->name, record->remarks, &id, error);
    if (status == PH_OK)
        status = make_room(store, file, record->name, &better, error);
    return status == PH_OK && !better ? put_resolution(store, record, id, error) : status;
}

enum ph_status ph_archive_put_problem(struct ph_store *store, const char *path, const char *problem,
                                      struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "INSERT INTO file (path, size, changed, rank, name, problem)"
                        " VALUES (?, 0, 0, 0, NULL, ?) ON CONFLICT (path) DO UPDATE"
                        " SET changed = 0, problem = excluded.problem");
    ph_bind_text(query, path);
    ph_bind_text(query, problem);
    return ph_run(query, error);
}

enum ph_status ph_archive_forget(struct ph_store *store, const char *path, struct ph_error *error)
{
    int64_t id;
    enum ph_status status = find_file(store, path, &id, error);
    if (status != PH_OK || !id)
        return status;
    status = take_out_of(store, id, error);
    return status == PH_OK ? ph_run_on(store, "DELETE FROM file WHERE id = ?", id, error) : status;
}
