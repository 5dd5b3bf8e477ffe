/* SQLite, for the one file that reads and writes archives: loaded with the first archive. */
#ifndef PH_ARCHIVE_SQLITE_H
#define PH_ARCHIVE_SQLITE_H

#include <sqlite3.h>

#include "base/library.h"

/* Every function that is called. */
#define PH_SQLITE_FUNCTIONS(X)                                                                     \
    X(sqlite3_bind_int64)                                                                          \
    X(sqlite3_bind_text)                                                                           \
    X(sqlite3_bind_text64)                                                                         \
    X(sqlite3_busy_handler)                                                                        \
    X(sqlite3_clear_bindings)                                                                      \
    X(sqlite3_close)                                                                               \
    X(sqlite3_column_bytes)                                                                        \
    X(sqlite3_column_int64)                                                                        \
    X(sqlite3_column_text)                                                                         \
    X(sqlite3_db_config)                                                                           \
    X(sqlite3_db_readonly)                                                                         \
    X(sqlite3_errmsg)                                                                              \
    X(sqlite3_exec)                                                                                \
    X(sqlite3_extended_errcode)                                                                    \
    X(sqlite3_extended_result_codes)                                                               \
    X(sqlite3_finalize)                                                                            \
    X(sqlite3_get_autocommit)                                                                      \
    X(sqlite3_last_insert_rowid)                                                                   \
    X(sqlite3_libversion)                                                                          \
    X(sqlite3_open_v2)                                                                             \
    X(sqlite3_prepare_v2)                                                                          \
    X(sqlite3_prepare_v3)                                                                          \
    X(sqlite3_reset)                                                                               \
    X(sqlite3_sleep)                                                                               \
    X(sqlite3_step)

struct ph_sqlite {
#define PH_MEMBER(name) __typeof__(name) *name;
    PH_SQLITE_FUNCTIONS(PH_MEMBER)
#undef PH_MEMBER
};
extern struct ph_sqlite ph_sqlite;

/* Before any of them is called. PH_IO: it is not installed, or another one. */
enum ph_status ph_sqlite_load(struct ph_error *error);

/* They are called by their own names, but where they are listed. */
#ifndef PH_SQLITE_LIST
#define sqlite3_bind_int64 ph_sqlite.sqlite3_bind_int64
#define sqlite3_bind_text ph_sqlite.sqlite3_bind_text
#define sqlite3_bind_text64 ph_sqlite.sqlite3_bind_text64
#define sqlite3_busy_handler ph_sqlite.sqlite3_busy_handler
#define sqlite3_clear_bindings ph_sqlite.sqlite3_clear_bindings
#define sqlite3_close ph_sqlite.sqlite3_close
#define sqlite3_column_bytes ph_sqlite.sqlite3_column_bytes
#define sqlite3_column_int64 ph_sqlite.sqlite3_column_int64
#define sqlite3_column_text ph_sqlite.sqlite3_column_text
#define sqlite3_db_config ph_sqlite.sqlite3_db_config
#define sqlite3_db_readonly ph_sqlite.sqlite3_db_readonly
#define sqlite3_errmsg ph_sqlite.sqlite3_errmsg
#define sqlite3_exec ph_sqlite.sqlite3_exec
#define sqlite3_extended_errcode ph_sqlite.sqlite3_extended_errcode
#define sqlite3_extended_result_codes ph_sqlite.sqlite3_extended_result_codes
#define sqlite3_finalize ph_sqlite.sqlite3_finalize
#define sqlite3_get_autocommit ph_sqlite.sqlite3_get_autocommit
#define sqlite3_last_insert_rowid ph_sqlite.sqlite3_last_insert_rowid
#define sqlite3_libversion ph_sqlite.sqlite3_libversion
#define sqlite3_open_v2 ph_sqlite.sqlite3_open_v2
#define sqlite3_prepare_v2 ph_sqlite.sqlite3_prepare_v2
#define sqlite3_prepare_v3 ph_sqlite.sqlite3_prepare_v3
#define sqlite3_reset ph_sqlite.sqlite3_reset
#define sqlite3_sleep ph_sqlite.sqlite3_sleep
#define sqlite3_step ph_sqlite.sqlite3_step
#endif

#endif
