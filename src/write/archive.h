/* Writers of what an archive holds. */
#ifndef PH_WRITE_ARCHIVE_H
#define PH_WRITE_ARCHIVE_H

#include "archive/facts.h"
#include "base/buffer.h"

void ph_write_archive_text(const struct ph_archive_facts *facts, struct ph_buffer *out);

/* For programs: documents, paragraphs, wordings (distinct, numbers apart), files, first and last
 * (sessions, or null), size (bytes), several (resolutions in several files), duplicates: resolution
 * and files, the best first; doubtful (files not read, or not wholly), problems: path and problem.
 */
void ph_write_archive_json(const struct ph_archive_facts *facts, struct ph_buffer *out);

#endif
