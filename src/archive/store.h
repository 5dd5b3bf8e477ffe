/* The one way into SQLite: an archive's file, and queries on it. Nothing else in the program
 * includes sqlite3.h. What goes wrong is told in the words of whoever sees it: a full disk, a
 * damaged file, another program that writes at the same time. */
#ifndef PH_ARCHIVE_STORE_H
#define PH_ARCHIVE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct ph_store;

enum ph_store_mode {
    PH_STORE_READ,
    PH_STORE_WRITE /* made when there is no file of that name */
};

/* Opens an archive. PH_IO: not there, not to be written; PH_FORMAT: no archive, or one of another
 * version, with what to do. Close with ph_store_close. */
enum ph_status ph_store_open(const char *path, enum ph_store_mode mode, struct ph_store **store,
                             struct ph_error *error);
void ph_store_close(struct ph_store *store); /* NULL is allowed; takes back what is not committed */

/* PH_FORMAT: the archive is damaged, and how. */
enum ph_status ph_store_damaged(const struct ph_store *store, const char *what,
                                struct ph_error *error);
/* Whether the index of the words agrees with the words; PH_FORMAT: it does not. `able`: that could
 * be looked at, which takes leave to write. PH_IO: another program writes (for longer than a
 * minute). */
enum ph_status ph_store_check_words(struct ph_store *store, bool *able, struct ph_error *error);

/* What is written between the two is stored whole or not at all, whatever happens. PH_IO: another
 * program writes (for longer than a minute), the disk is full, ... */
enum ph_status ph_store_begin(struct ph_store *store, struct ph_error *error);
enum ph_status ph_store_commit(struct ph_store *store, struct ph_error *error);

/* ---- queries ---- */

/* One statement with its parameters, ready to run. The store owns it; the next ph_query of the same
 * words gives the same one, run from the start and without parameters. */
struct ph_query;

/* `sql` is one statement, a literal of the program (words of users are parameters). */
struct ph_query *ph_query(struct ph_store *store, const char *sql);
/* The next parameter, from the first `?` on. Texts are copied; NULL is NULL. */
void ph_bind_number(struct ph_query *query, int64_t number);
void ph_bind_text(struct ph_query *query, const char *text);
void ph_bind_words(struct ph_query *query, const char *bytes, size_t length);

/* The next row: PH_OK; PH_NOTHING behind the last (no error). */
enum ph_status ph_step(struct ph_query *query, struct ph_error *error);
/* For statements without rows. */
enum ph_status ph_run(struct ph_query *query, struct ph_error *error);
/* The next column of the row, from the first on. A text is the query's, until its next step,
 * and clean UTF-8 whatever the file holds; "" for NULL. At most eight columns. */
int64_t ph_column_number(struct ph_query *query);
const char *ph_column_text(struct ph_query *query);

/* What is read between the two is as it was at one moment, and sooner read; until then no builder
 * can store anything, so keep it short. The second ends all queries. PH_IO: a builder writes (for
 * longer than a minute). */
enum ph_status ph_store_hold(struct ph_store *store, struct ph_error *error);
void ph_store_rest(struct ph_store *store);

int64_t ph_store_last_id(const struct ph_store *store); /* of the row that was inserted last */
const char *ph_store_version(void);                     /* of SQLite */

#endif
