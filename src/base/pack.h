/* A pack: what the program makes of its own data files, kept in one file, so that it is not made
 * anew whenever the program starts. It holds parts, runs of bytes without pointers, by kind and
 * name. It is believed only by the very program that made it, and only while every file that it was
 * made of is as long as it was and none is newer: else there is no pack, and all is read from the
 * files. Nothing is ever in a pack that the files do not say. */
#ifndef PH_BASE_PACK_H
#define PH_BASE_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

/* ---- using ---- */

struct ph_pack;

/* `folder`: where the files are that it was made of. NULL: there is none, or it is not to be
 * believed. Close with ph_pack_close. */
struct ph_pack *ph_pack_open(const char *path, const char *folder);
void ph_pack_close(struct ph_pack *pack); /* NULL is allowed */

/* The bytes of a part, which live as long as the pack, start at a multiple of 16 and are not to be
 * changed, which ends the program; NULL: there is no such part, its bytes are damaged, or `pack` is
 * NULL. */
void *ph_pack_part(const struct ph_pack *pack, const char *kind, const char *name, size_t *size);

/* ---- making ---- */

struct ph_pack_maker;

struct ph_pack_maker *ph_pack_maker_new(const char *folder);
void ph_pack_maker_free(struct ph_pack_maker *maker);

/* It was made of this, too: a file of the folder, or a folder in it, to which nothing may be added.
 * PH_IO: it is not there. */
enum ph_status ph_pack_made_of(struct ph_pack_maker *maker, const char *name,
                               struct ph_error *error);

/* Of two of the same kind and name the first counts. The bytes are copied. */
void ph_pack_add(struct ph_pack_maker *maker, const char *kind, const char *name, const void *bytes,
                 size_t size);

/* Writes the file, beside first, over another only if `force`. PH_IO; PH_NOTHING: this program was
 * linked without a build-id, by which it would know its pack again. */
enum ph_status ph_pack_write(struct ph_pack_maker *maker, const char *path, bool force,
                             struct ph_error *error);

#endif
