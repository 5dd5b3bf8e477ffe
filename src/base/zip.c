#include "base/zip.h"

#include <stdlib.h>
#include <string.h>

#include "base/libzip.h"
#include "base/memory.h"

/* 1 January 1980 in the DOS form that packages hold: the first day it can say. */
enum { DOS_DATE = 0x0021, DOS_TIME = 0 };

/* libzip takes a level only with a method that the part has not had: the two names of one method
 * serve for that. Without a level it packs with all its might, at three times the cost. */
static void settle(zip_t *zip, zip_uint64_t index, bool is_new)
{
    enum { LEVEL = 4 };
    zip_file_set_dostime(zip, index, DOS_TIME, DOS_DATE, 0);
    zip_set_file_compression(zip, index, is_new ? ZIP_CM_DEFLATE : ZIP_CM_DEFAULT, LEVEL);
}

/* Puts a part in, in the place of the one of its name or behind all others; without bytes it is
 * taken out. */
static enum ph_status put_part(zip_t *zip, const struct ph_zip_part *part, struct ph_error *error)
{
    zip_int64_t index = zip_name_locate(zip, part->name, 0);
    bool is_new = index < 0;
    if (!part->bytes) {
        if (index >= 0)
            zip_delete(zip, (zip_uint64_t)index);
        return PH_OK;
    }
    zip_source_t *source = zip_source_buffer(zip, part->bytes, part->length, 0);
    if (!source)
        index = -1;
    else if (index < 0)
        index = zip_file_add(zip, part->name, source, ZIP_FL_ENC_UTF_8);
    else if (zip_file_replace(zip, (zip_uint64_t)index, source, 0) < 0)
        index = -1;
    if (index < 0) {
        zip_source_free(source);
        return ph_fail(error, PH_IO, "%s: cannot be put into the package: %s", part->name,
                       zip_strerror(zip));
    }
    settle(zip, (zip_uint64_t)index, is_new);
    return PH_OK;
}

static enum ph_status take_bytes(zip_source_t *source, struct ph_buffer *out,
                                 struct ph_error *error)
{
    char chunk[65536];
    if (zip_source_open(source) < 0)
        return ph_fail(error, PH_IO, "package: cannot be made");
    for (zip_int64_t n; (n = zip_source_read(source, chunk, sizeof chunk)) > 0;)
        ph_buffer_add(out, chunk, (size_t)n);
    zip_source_close(source);
    return PH_OK;
}

/* Opens `target` (NULL: there was no memory for it), puts the parts in, and writes the package. */
static enum ph_status make(zip_source_t *target, int flags, const struct ph_zip_part *parts,
                           size_t count, struct ph_buffer *out, struct ph_error *error)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_t *zip = target ? zip_open_from_source(target, flags, &why) : NULL;
    if (!zip) {
        zip_source_free(target);
        return ph_fail(error, PH_IO, "package: %s", zip_error_strerror(&why));
    }
    zip_source_keep(target);
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < count && status == PH_OK; i++)
        status = put_part(zip, &parts[i], error);
    if (status != PH_OK)
        zip_discard(zip);
    else if (zip_close(zip) < 0) {
        status = ph_fail(error, PH_IO, "package: %s", zip_strerror(zip));
        zip_discard(zip);
    } else
        status = take_bytes(target, out, error);
    zip_source_free(target);
    return status;
}

enum ph_status ph_zip_write(const struct ph_zip_part *parts, size_t count, struct ph_buffer *out,
                            struct ph_error *error)
{
    if (ph_libzip_load(error) != PH_OK)
        return PH_IO;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
    return make(target, ZIP_TRUNCATE, parts, count, out, error);
}

enum ph_status ph_zip_rewrite(const void *bytes, size_t length, const struct ph_zip_part *parts,
                              size_t count, struct ph_buffer *out, struct ph_error *error)
{
    if (ph_libzip_load(error) != PH_OK)
        return PH_IO;
    /* libzip 1.7 may free bytes that are not its own, where parts in front stay: it gets a copy. */
    void *copy = ph_alloc(length + 1);
    memcpy(copy, bytes, length);
    zip_source_t *target = zip_source_buffer_create(copy, length, 1, NULL);
    if (!target)
        free(copy);
    return make(target, 0, parts, count, out, error);
}

const char *ph_zip_version(void)
{
    return ph_libzip_load(NULL) == PH_OK ? zip_libzip_version() : "(missing)";
}
