/* Compound files ([MS-CFB]): a small file system in a file, whose sectors are chained by a table.
 * Only the streams at its top are read. Chains that go in a circle or lead out of the file are
 * errors. */
#ifndef PH_READ_DOC_CFB_H
#define PH_READ_DOC_CFB_H

#include "base/buffer.h"
#include "base/status.h"
#include "read/doc/bytes.h"

struct ph_cfb;

/* Reads the tables and the directory. `name` is for messages; it and the bytes must outlive the
 * result, which ph_cfb_close frees. PH_FORMAT when they are damaged. */
enum ph_status ph_cfb_open(const char *name, struct ph_bytes file, struct ph_cfb **cfb,
                           struct ph_error *error);
void ph_cfb_close(struct ph_cfb *cfb); /* NULL is allowed */

/* Appends the content of a stream at the top (ASCII name). PH_NOTHING (no message) when there is
 * none of that name, PH_FORMAT when it is damaged or cut short. */
enum ph_status ph_cfb_stream(const struct ph_cfb *cfb, const char *stream, struct ph_buffer *out,
                             struct ph_error *error);

#endif
