/* Packages from strangers. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/libzip.h"
#include "base/memory.h"
#include "base/zip.h"

struct ph_zip {
    zip_t *archive;
    char *name;
    size_t taken; /* bytes of all parts that were read */
};

/* ---- names ---- */

static bool leads_out(const char *part)
{
    if (!*part || *part == '/' || strpbrk(part, "\\:"))
        return true;
    for (; *part; part += strcspn(part, "/"), part += *part == '/')
        if (!strncmp(part, "..", 2) && (part[2] == '/' || !part[2]))
            return true;
    return false;
}

static int by_name(const void *a, const void *b)
{
    return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

static enum ph_status check_names(const char *name, const char **parts, size_t count,
                                  struct ph_error *error)
{
    for (size_t i = 0; i < count; i++)
        if (leads_out(parts[i]))
            return ph_fail(error, PH_FORMAT, "%s: the package has a part of the name '%s': refused",
                           name, parts[i]);
    if (count)
        qsort(parts, count, sizeof *parts, by_name);
    for (size_t i = 1; i < count; i++)
        if (!by_name(&parts[i - 1], &parts[i]))
            return ph_fail(error, PH_FORMAT, "%s: the package has two parts of the name '%s'", name,
                           parts[i]);
    return PH_OK;
}

size_t ph_zip_count(const struct ph_zip *zip)
{
    return (size_t)zip_get_num_entries(zip->archive, 0);
}

const char *ph_zip_name(const struct ph_zip *zip, size_t index)
{
    const char *name = zip_get_name(zip->archive, index, 0);
    return name ? name : "";
}

/* ---- opening ---- */

static enum ph_status check_parts(const struct ph_zip *zip, struct ph_error *error)
{
    zip_int64_t count = zip_get_num_entries(zip->archive, 0);
    if (count > PH_ZIP_PARTS)
        return ph_fail(error, PH_LIMIT, "%s: the package has %lld parts; at most %d are read",
                       zip->name, (long long)count, PH_ZIP_PARTS);
    const char **parts = ph_alloc_zero((size_t)count, sizeof *parts);
    for (zip_int64_t i = 0; i < count; i++)
        parts[i] = ph_zip_name(zip, (size_t)i);
    enum ph_status status = check_names(zip->name, parts, (size_t)count, error);
    free(parts);
    return status;
}

enum ph_status ph_zip_open(const char *name, const void *bytes, size_t length, struct ph_zip **zip,
                           struct ph_error *error)
{
    zip_error_t why;
    *zip = NULL;
    if (ph_libzip_load(error) != PH_OK)
        return PH_IO;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &why);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
    if (!archive) {
        zip_source_free(source);
        ph_fail(error, PH_FORMAT, "%s: the package is damaged or incomplete: %s", name,
                zip_error_strerror(&why));
        zip_error_fini(&why);
        return PH_FORMAT;
    }
    struct ph_zip *made = ph_alloc_zero(1, sizeof *made);
    made->archive = archive;
    made->name = ph_copy(name);
    enum ph_status status = check_parts(made, error);
    if (status == PH_OK)
        *zip = made;
    else
        ph_zip_close(made);
    return status;
}

void ph_zip_close(struct ph_zip *zip)
{
    if (!zip)
        return;
    zip_discard(zip->archive);
    free(zip->name);
    free(zip);
}

/* ---- parts ---- */

bool ph_zip_has(const struct ph_zip *zip, const char *part)
{
    return zip_name_locate(zip->archive, part, ZIP_FL_NOCASE) >= 0;
}

/* How many bytes a part may give: what the package claims of itself is not believed. */
static size_t most_bytes(const struct ph_zip *zip, const zip_stat_t *about)
{
    size_t most = PH_ZIP_WHOLE - zip->taken;
    most = most < PH_ZIP_PART ? most : PH_ZIP_PART;
    size_t packed = about->comp_size < PH_ZIP_PART ? (size_t)about->comp_size : PH_ZIP_PART;
    size_t likely = packed * PH_ZIP_RATIO;
    likely = likely > PH_ZIP_SMALL ? likely : PH_ZIP_SMALL;
    return most < likely ? most : likely;
}

static enum ph_status take(struct ph_zip *zip, zip_file_t *file, const zip_stat_t *about,
                           struct ph_buffer *out, struct ph_error *error)
{
    char chunk[65536];
    size_t most = most_bytes(zip, about), taken = 0;
    zip_int64_t n;
    while ((n = zip_fread(file, chunk, sizeof chunk)) > 0) {
        taken += (size_t)n;
        if (taken > most)
            return ph_fail(error, PH_LIMIT, "%s: the part %s is larger than %zu bytes: refused",
                           zip->name, about->name, most);
        ph_buffer_add(out, chunk, (size_t)n);
    }
    zip->taken += taken;
    if (n < 0)
        return ph_fail(error, PH_FORMAT, "%s: the part %s is damaged: %s", zip->name, about->name,
                       zip_file_strerror(file));
    return PH_OK;
}

enum ph_status ph_zip_read(struct ph_zip *zip, const char *part, struct ph_buffer *out,
                           struct ph_error *error)
{
    zip_stat_t about;
    if (zip_stat(zip->archive, part, ZIP_FL_NOCASE, &about) < 0)
        return ph_fail(error, PH_NOTHING, "%s: the package has no part %s", zip->name, part);
    if (about.encryption_method != ZIP_EM_NONE)
        return ph_fail(error, PH_FORMAT, "%s: the part %s is locked with a password", zip->name,
                       part);
    zip_file_t *file = zip_fopen_index(zip->archive, about.index, 0);
    if (!file)
        return ph_fail(error, PH_FORMAT, "%s: the part %s cannot be read: %s", zip->name, part,
                       zip_strerror(zip->archive));
    enum ph_status status = take(zip, file, &about, out, error);
    zip_fclose(file);
    return status;
}
