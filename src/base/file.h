/* Files: whole files read up to a limit, and written beside, then renamed, so that nothing is
 * ever half written and no file of the user's is overwritten unasked. */
#ifndef PH_BASE_FILE_H
#define PH_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"

/* The largest file that is read, in bytes. */
#define PH_FILE_LIMIT ((size_t)256 * 1024 * 1024)

/* Reads a file whole ("-" is standard input) and appends it to `out`. PH_IO when it cannot be
 * read or is a folder, PH_LIMIT when it is larger than PH_FILE_LIMIT. */
enum ph_status ph_file_read(const char *path, struct ph_buffer *out, struct ph_error *error);

/* Writes `length` bytes to `path` ("-" is standard output): into a new file beside it, flushed
 * to the disk, then renamed over it. An existing file is replaced only if `force`; otherwise
 * PH_IO and the file is untouched. After any error the file at `path` is as it was. */
enum ph_status ph_file_write(const char *path, const void *bytes, size_t length, bool force,
                             struct ph_error *error);

/* Names of the regular files in a folder, sorted by bytes, each "folder/name"; hidden files and
 * sub-folders are left out. A path that is a file (or "-") gives itself. The list is
 * NULL-terminated; free with ph_file_list_free. */
enum ph_status ph_file_list(const char *path, char ***list, struct ph_error *error);
void ph_file_list_free(char **list);

/* The last part of a path. */
const char *ph_file_name(const char *path);

/* A file below the working folder as it is seen from there, another as it is: a part of `path`. */
const char *ph_file_from_here(const char *path);

/* Where a data file of the program is ("rules/en/lexicon.xml"): below $PENHOLDER_DATA, else in
 * ../share/penholder beside the program, else in the source tree it was built from. Caller
 * frees. The path is returned even if nothing is there: reading it then says so. */
char *ph_data_path(const char *name);

/* Where the pack of these data files is (base/pack.h): "rules.pack" beside them, of a source tree
 * in the folder that it is built in. Caller frees both; `folder` becomes where the data files are.
 */
char *ph_pack_path(char **folder);

#endif
