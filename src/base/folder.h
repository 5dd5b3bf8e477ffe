/* The files in a folder and in the folders below it, in order, however many: only so many names are
 * held at a time. */
#ifndef PH_BASE_FOLDER_H
#define PH_BASE_FOLDER_H

#include "base/status.h"

/* So many names of one folder are held, about; a folder with more is looked through again. */
enum { PH_FOLDER_NAMES = 4096 };

struct ph_folder;

/* Starts with a folder. PH_IO when it cannot be opened. Close with ph_folder_close. */
enum ph_status ph_folder_open(const char *path, struct ph_folder **folder, struct ph_error *error);
void ph_folder_close(struct ph_folder *folder); /* NULL is allowed */

/* The path of the next regular file, "folder/name", by bytes of the names within each folder; NULL
 * behind the last. It is the folder's, until the next call. Hidden names are left out, and links to
 * folders are not followed. A folder below that cannot be opened is given as a file would be:
 * reading it says why. */
const char *ph_folder_next(struct ph_folder *folder);

#endif
