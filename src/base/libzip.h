/* libzip, for the two files that read and write packages: loaded with the first package. */
#ifndef PH_BASE_LIBZIP_H
#define PH_BASE_LIBZIP_H

#include <zip.h>

#include "base/library.h"

/* Every function that is called. */
#define PH_LIBZIP_FUNCTIONS(X)                                                                     \
    X(zip_close)                                                                                   \
    X(zip_delete)                                                                                  \
    X(zip_discard)                                                                                 \
    X(zip_error_fini)                                                                              \
    X(zip_error_init)                                                                              \
    X(zip_error_strerror)                                                                          \
    X(zip_fclose)                                                                                  \
    X(zip_file_add)                                                                                \
    X(zip_file_replace)                                                                            \
    X(zip_file_set_dostime)                                                                        \
    X(zip_file_strerror)                                                                           \
    X(zip_fopen_index)                                                                             \
    X(zip_fread)                                                                                   \
    X(zip_get_name)                                                                                \
    X(zip_get_num_entries)                                                                         \
    X(zip_libzip_version)                                                                          \
    X(zip_name_locate)                                                                             \
    X(zip_open_from_source)                                                                        \
    X(zip_set_file_compression)                                                                    \
    X(zip_source_buffer)                                                                           \
    X(zip_source_buffer_create)                                                                    \
    X(zip_source_close)                                                                            \
    X(zip_source_free)                                                                             \
    X(zip_source_keep)                                                                             \
    X(zip_source_open)                                                                             \
    X(zip_source_read)                                                                             \
    X(zip_stat)                                                                                    \
    X(zip_strerror)

struct ph_libzip {
#define PH_MEMBER(name) __typeof__(name) *name;
    PH_LIBZIP_FUNCTIONS(PH_MEMBER)
#undef PH_MEMBER
};
extern struct ph_libzip ph_libzip;

/* Before any of them is called. PH_IO: it is not installed, or another one. */
enum ph_status ph_libzip_load(struct ph_error *error);

/* They are called by their own names, but where they are listed. */
#ifndef PH_LIBZIP_LIST
#define zip_close ph_libzip.zip_close
#define zip_delete ph_libzip.zip_delete
#define zip_discard ph_libzip.zip_discard
#define zip_error_fini ph_libzip.zip_error_fini
#define zip_error_init ph_libzip.zip_error_init
#define zip_error_strerror ph_libzip.zip_error_strerror
#define zip_fclose ph_libzip.zip_fclose
#define zip_file_add ph_libzip.zip_file_add
#define zip_file_replace ph_libzip.zip_file_replace
#define zip_file_set_dostime ph_libzip.zip_file_set_dostime
#define zip_file_strerror ph_libzip.zip_file_strerror
#define zip_fopen_index ph_libzip.zip_fopen_index
#define zip_fread ph_libzip.zip_fread
#define zip_get_name ph_libzip.zip_get_name
#define zip_get_num_entries ph_libzip.zip_get_num_entries
#define zip_libzip_version ph_libzip.zip_libzip_version
#define zip_name_locate ph_libzip.zip_name_locate
#define zip_open_from_source ph_libzip.zip_open_from_source
#define zip_set_file_compression ph_libzip.zip_set_file_compression
#define zip_source_buffer ph_libzip.zip_source_buffer
#define zip_source_buffer_create ph_libzip.zip_source_buffer_create
#define zip_source_close ph_libzip.zip_source_close
#define zip_source_free ph_libzip.zip_source_free
#define zip_source_keep ph_libzip.zip_source_keep
#define zip_source_open ph_libzip.zip_source_open
#define zip_source_read ph_libzip.zip_source_read
#define zip_stat ph_libzip.zip_stat
#define zip_strerror ph_libzip.zip_strerror
#endif

#endif
