#include "archive/store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archive/schema.h"
#include "archive/sqlite.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/stop.h"
#include "base/utf8.h"

/* Milliseconds: for which others are waited for, also when the program is to end; and between two
 * tries. */
enum { PATIENCE = 60000, HASTE = 2000, AGAIN = 10 };
enum { STATEMENTS = 64, COLUMNS = 8 };

struct ph_query {
    struct ph_store *store;
    const char *sql;
    sqlite3_stmt *statement; /* NULL: the file is damaged; stepping says so */
    int put, taken;
    struct ph_buffer texts[COLUMNS]; /* of the row */
};

struct ph_store {
    sqlite3 *file;
    char *path;
    struct ph_query queries[STATEMENTS];
    size_t count;
};

/* ---- what went wrong ---- */

static enum ph_status fail(const struct ph_store *store, struct ph_error *error)
{
    static const struct {
        int code;
        enum ph_status status;
        const char *what;
    } reasons[] = {
        {SQLITE_BUSY, PH_IO,
         "another program reads or writes it all the time; try again when that has ended"},
        {SQLITE_FULL, PH_IO, "the disk is full; what was stored before is safe: make room, go on"},
        {SQLITE_READONLY, PH_IO, "cannot be written: the file or its folder is read-only"},
        {SQLITE_CANTOPEN, PH_IO, "cannot be opened or written: is its folder there, and yours?"},
        {SQLITE_PERM, PH_IO, "cannot be opened: no permission"},
        {SQLITE_IOERR, PH_IO, "cannot be read or written: the disk fails"},
        {SQLITE_NOTADB, PH_FORMAT, "is no archive; it was left as it is"},
        {SQLITE_CORRUPT, PH_FORMAT,
         "is damaged; take it from a backup, or delete it and build it anew"},
        {SQLITE_NOMEM, PH_LIMIT, "needs more memory than there is"}};
    int code = sqlite3_extended_errcode(store->file);
    if (code == SQLITE_IOERR_WRITE) /* a quota, or a limit on files, is a full disk, too */
        code = SQLITE_FULL;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].code == (code & 0xFF))
            return ph_fail(error, reasons[i].status, "%s: %s", store->path, reasons[i].what);
    return ph_fail(error, PH_FORMAT, "%s: %s", store->path, sqlite3_errmsg(store->file));
}

/* ---- opening ---- */

static enum ph_status execute(struct ph_store *store, const char *sql, struct ph_error *error)
{
    return sqlite3_exec(store->file, sql, NULL, NULL, NULL) == SQLITE_OK ? PH_OK
                                                                         : fail(store, error);
}

static enum ph_status read_number(struct ph_store *store, const char *sql, int64_t *value,
                                  struct ph_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum ph_status status = PH_OK;
    if (sqlite3_prepare_v2(store->file, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        *value = sqlite3_column_int64(statement, 0);
    else
        status = fail(store, error);
    sqlite3_finalize(statement);
    return status;
}

static enum ph_status make_tables(struct ph_store *store, struct ph_error *error)
{
    struct ph_buffer sql = {0};
    ph_buffer_printf(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d;\n%s",
                     PH_ARCHIVE_APPLICATION, PH_ARCHIVE_VERSION, ph_archive_schema);
    int64_t there = 0; /* another program may have made them just now */
    enum ph_status status = ph_store_begin(store, error);
    if (status == PH_OK)
        status = read_number(store, "SELECT count(*) FROM sqlite_schema", &there, error);
    if (status == PH_OK && !there)
        status = execute(store, sql.data, error);
    if (status == PH_OK)
        status = ph_store_commit(store, error);
    ph_buffer_free(&sql);
    return status;
}

/* Whose file it is: ours, nobody's yet, or somebody else's. */
static enum ph_status check_kind(struct ph_store *store, enum ph_store_mode mode,
                                 struct ph_error *error)
{
    int64_t application = 0, version = 0, pages = 0;
    enum ph_status status = read_number(store, "PRAGMA page_count", &pages, error);
    if (status == PH_OK && !pages && mode == PH_STORE_WRITE)
        status = make_tables(store, error);
    if (status == PH_OK)
        status = read_number(store, "PRAGMA application_id", &application, error);
    if (status == PH_OK)
        status = read_number(store, "PRAGMA user_version", &version, error);
    if (status != PH_OK)
        return status;
    if (!pages && mode == PH_STORE_READ) /* whoever made it was ended before anything was stored */
        return ph_fail(error, PH_FORMAT, "%s: is empty: no archive yet; archive build makes it one",
                       store->path);
    if (application != PH_ARCHIVE_APPLICATION)
        return ph_fail(error, PH_FORMAT, "%s: is no archive; it was left as it is", store->path);
    if (version != PH_ARCHIVE_VERSION)
        return ph_fail(error, PH_FORMAT,
                       "%s: is an archive of %s version of penholder; leave it for that one, and "
                       "build another from the same files",
                       store->path, version < PH_ARCHIVE_VERSION ? "an older" : "a newer");
    return PH_OK;
}

enum ph_status ph_store_damaged(const struct ph_store *store, const char *what,
                                struct ph_error *error)
{
    return ph_fail(error, PH_FORMAT,
                   "%s: is damaged (%s); take it from a backup, or delete it and build it anew",
                   store->path, what);
}

enum ph_status ph_store_check_words(struct ph_store *store, bool *able, struct ph_error *error)
{
    *able = sqlite3_db_readonly(store->file, "main") == 0;
    if (!*able)
        return PH_OK;
    /* Its form is that of a change, which it is not; who reads could not wait for a builder. */
    ph_store_rest(store);
    enum ph_status status = execute(store, "PRAGMA query_only = OFF", error);
    if (status == PH_OK)
        status = execute(store,
                         "INSERT INTO form_words (form_words, rank) VALUES ('integrity-check', 1)",
                         error);
    return status;
}

/* Another program reads or writes: whether to try again. */
static int wait_for_others(void *context, int times)
{
    (void)context;
    if (times >= (ph_stop_asked() ? HASTE : PATIENCE) / AGAIN)
        return 0;
    sqlite3_sleep(AGAIN);
    return 1;
}

/* Nothing is executed that a damaged file may hold, and nothing changed before it is known whose
 * file it is. What a reader needs to sort goes into files when it is much. */
static enum ph_status set_up(struct ph_store *store, enum ph_store_mode mode,
                             struct ph_error *error)
{
    sqlite3_busy_handler(store->file, wait_for_others, NULL);
    sqlite3_extended_result_codes(store->file, 1);
    sqlite3_db_config(store->file, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->file, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return execute(store,
                   mode == PH_STORE_READ
                       ? "PRAGMA cell_size_check = ON; PRAGMA cache_size = -4096;"
                         "PRAGMA temp_store = FILE"
                       : "PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384;"
                         "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL",
                   error);
}

enum ph_status ph_store_open(const char *path, enum ph_store_mode mode, struct ph_store **store,
                             struct ph_error *error)
{
    /* Who reads may have to take back what a builder that was killed left unfinished. */
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                (mode == PH_STORE_READ ? 0 : SQLITE_OPEN_CREATE);
    *store = NULL;
    if (ph_sqlite_load(error) != PH_OK)
        return PH_IO;
    struct ph_store *made = ph_alloc_zero(1, sizeof *made);
    made->path = ph_copy(path);
    enum ph_status status = PH_OK;
    struct stat there;
    if (stat(path, &there) != 0 && mode == PH_STORE_READ)
        status = ph_fail(error, PH_IO, "%s: there is no archive of that name", path);
    else if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        status = ph_fail(error, PH_IO, "%s: is a %s; an archive is a file", path,
                         S_ISDIR(there.st_mode) ? "folder" : "device or a pipe");
    else if (sqlite3_open_v2(path, &made->file, flags, NULL) != SQLITE_OK)
        status = fail(made, error);
    if (status == PH_OK)
        status = set_up(made, mode, error);
    if (status == PH_OK)
        status = check_kind(made, mode, error);
    if (status == PH_OK && mode == PH_STORE_READ)
        status = execute(made, "PRAGMA query_only = ON", error);
    if (status != PH_OK) {
        ph_store_close(made);
        made = NULL;
    }
    *store = made;
    return status;
}

void ph_store_close(struct ph_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < store->count; i++) {
        sqlite3_finalize(store->queries[i].statement);
        for (int k = 0; k < COLUMNS; k++)
            ph_buffer_free(&store->queries[i].texts[k]);
    }
    sqlite3_close(store->file);
    free(store->path);
    free(store);
}

enum ph_status ph_store_begin(struct ph_store *store, struct ph_error *error)
{
    return execute(store, "BEGIN IMMEDIATE", error);
}

enum ph_status ph_store_commit(struct ph_store *store, struct ph_error *error)
{
    return execute(store, "COMMIT", error);
}

/* ---- queries ---- */

static struct ph_query *find_query(struct ph_store *store, const char *sql)
{
    for (size_t i = 0; i < store->count; i++)
        if (store->queries[i].sql == sql) /* a literal: where it stands is what it is */
            return &store->queries[i];
    if (store->count == STATEMENTS) /* more statements than the program has: it asks in a loop */
        abort();
    struct ph_query *query = &store->queries[store->count++];
    *query = (struct ph_query){.store = store, .sql = sql};
    sqlite3_prepare_v3(store->file, sql, -1, SQLITE_PREPARE_PERSISTENT, &query->statement, NULL);
    return query;
}

struct ph_query *ph_query(struct ph_store *store, const char *sql)
{
    struct ph_query *query = find_query(store, sql);
    if (query->statement) {
        sqlite3_reset(query->statement);
        sqlite3_clear_bindings(query->statement);
    }
    query->put = query->taken = 0;
    return query;
}

void ph_bind_number(struct ph_query *query, int64_t number)
{
    sqlite3_bind_int64(query->statement, ++query->put, number);
}

void ph_bind_text(struct ph_query *query, const char *text)
{
    sqlite3_bind_text(query->statement, ++query->put, text, -1, SQLITE_TRANSIENT);
}

void ph_bind_words(struct ph_query *query, const char *bytes, size_t length)
{
    sqlite3_bind_text64(query->statement, ++query->put, bytes, length, SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

enum ph_status ph_step(struct ph_query *query, struct ph_error *error)
{
    query->taken = 0;
    int code = query->statement ? sqlite3_step(query->statement) : SQLITE_ERROR;
    if (code == SQLITE_ROW)
        return PH_OK;
    enum ph_status status = code == SQLITE_DONE ? PH_NOTHING : fail(query->store, error);
    sqlite3_reset(query->statement);
    return status;
}

enum ph_status ph_run(struct ph_query *query, struct ph_error *error)
{
    enum ph_status status;
    do
        status = ph_step(query, error);
    while (status == PH_OK);
    return status == PH_NOTHING ? PH_OK : status;
}

int64_t ph_column_number(struct ph_query *query)
{
    return sqlite3_column_int64(query->statement, query->taken++);
}

const char *ph_column_text(struct ph_query *query)
{
    const unsigned char *text = sqlite3_column_text(query->statement, query->taken);
    int length = sqlite3_column_bytes(query->statement, query->taken);
    struct ph_buffer *clean = &query->texts[query->taken++];
    ph_buffer_clear(clean);
    if (text)
        ph_utf8_clean(text, (size_t)length, clean);
    return ph_buffer_text(clean);
}

enum ph_status ph_store_hold(struct ph_store *store, struct ph_error *error)
{
    return execute(store, "BEGIN", error);
}

void ph_store_rest(struct ph_store *store)
{
    for (size_t i = 0; i < store->count; i++)
        sqlite3_reset(store->queries[i].statement);
    if (!sqlite3_get_autocommit(store->file))
        sqlite3_exec(store->file, "COMMIT", NULL, NULL, NULL);
}

int64_t ph_store_last_id(const struct ph_store *store)
{
    return sqlite3_last_insert_rowid(store->file);
}

const char *ph_store_version(void)
{
    return ph_sqlite_load(NULL) == PH_OK ? sqlite3_libversion() : "(missing)";
}
