/* Many files read at once: processes that read, one a processor, each every n-th file, and hand
 * over what they found through pipes. What comes back comes in the order of the files, so that the
 * same files make the same archive; what is read ahead is no more than the pipes hold. A file that
 * a reader dies of, or takes too long for, costs that file and no other. */
#ifndef PH_ARCHIVE_READERS_H
#define PH_ARCHIVE_READERS_H

#include "archive/put.h"

/* Reads a document, which is the caller's to free, and says how good its words are (`rank`, 0: the
 * best). What `context` points to is as it was when the readers were started. */
typedef enum ph_status ph_archive_reader(void *context, const char *path,
                                         struct ph_document **document, int *rank,
                                         struct ph_error *error);

/* How long reading a file may take, in seconds. */
enum { PH_READERS_PATIENCE = 120 };

struct ph_readers;

/* Starts readers of `files`, which must outlive them. Free with ph_readers_free, which ends them.
 */
struct ph_readers *ph_readers_new(struct ph_archive_file *files, size_t count,
                                  ph_archive_reader *read, void *context);
void ph_readers_free(struct ph_readers *readers);

/* What the next file holds, in `arena`; its rank is set. `record` NULL: it cannot be read, and
 * `problem` says why. PH_IO: no process can be started. At most `count` times. */
enum ph_status ph_readers_next(struct ph_readers *readers, struct ph_arena *arena,
                               struct ph_record **record, const char **problem,
                               struct ph_error *error);

#endif
