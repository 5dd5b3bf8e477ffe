#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

enum { CHUNK = 1 << 18 }; /* bytes that are read at once; a smaller file is read whole */

static enum ph_status read_all(int fd, const char *path, struct ph_buffer *out,
                               struct ph_error *error)
{
    struct stat there;
    bool small = fstat(fd, &there) == 0 && there.st_size > 0 && there.st_size < CHUNK;
    size_t most = small ? (size_t)there.st_size + 1 : CHUNK, start = out->length;
    for (;;) {
        ssize_t n = read(fd, ph_buffer_room(out, most), most);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ph_fail(error, PH_IO, "%s: cannot be read: %s", path, strerror(errno));
        size_t got = n > 0 ? (size_t)n : 0;
        most = got < most ? most - got : CHUNK;
        out->length += got;
        out->data[out->length] = '\0';
        const bool whole = small && out->length - start == (size_t)there.st_size && most > 0;
        if (n == 0 || (whole && S_ISREG(there.st_mode)))
            return PH_OK;
        if (out->length - start > PH_FILE_LIMIT)
            return ph_fail(error, PH_LIMIT, "%s: larger than %zu MiB", path,
                           PH_FILE_LIMIT / 1024 / 1024);
    }
}

enum ph_status ph_file_read(const char *path, struct ph_buffer *out, struct ph_error *error)
{
    if (!strcmp(path, "-"))
        return read_all(STDIN_FILENO, "standard input", out, error);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return ph_fail(error, PH_IO, "%s: cannot be opened: %s", path, strerror(errno));
    enum ph_status status = read_all(fd, path, out, error);
    close(fd);
    return status;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes += n;
        length -= (size_t)n;
    }
    return true;
}

/* A new file beside `path`, with the access rights that a newly created file would get. */
static int open_beside(const char *path, char **beside)
{
    struct ph_buffer name = {0};
    ph_buffer_printf(&name, "%s.XXXXXX", path);
    *beside = ph_buffer_take(&name);
    int fd = mkstemp(*beside);
    if (fd >= 0) {
        mode_t mask = umask(0);
        umask(mask);
        struct stat old;
        (void)fchmod(fd, stat(path, &old) == 0 ? old.st_mode & 0777 : 0666 & ~mask);
    }
    return fd;
}

/* Puts the finished file in its place. Without `force`, link() decides at that moment whether a
 * file is there: no other program can slip one in between. */
static bool put_in_place(const char *beside, const char *path, bool force)
{
    if (force)
        return rename(beside, path) == 0;
    if (link(beside, path) == 0) {
        unlink(beside);
        return true;
    }
    if (errno == EEXIST)
        return false;
    struct stat there;
    if (lstat(path, &there) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(beside, path) == 0; /* a file system without hard links */
}

static enum ph_status write_beside(const char *path, const void *bytes, size_t length, bool force,
                                   struct ph_error *error)
{
    char *beside;
    int fd = open_beside(path, &beside);
    if (fd < 0) {
        free(beside);
        return ph_fail(error, PH_IO, "%s: cannot be written: %s", path, strerror(errno));
    }
    bool written = write_all(fd, bytes, length) && fsync(fd) == 0;
    written = close(fd) == 0 && written;
    written = written && put_in_place(beside, path, force);
    enum ph_status status = PH_OK;
    if (!written) {
        const char *why =
            errno == EEXIST ? "is already there (--force replaces it)" : strerror(errno);
        status = ph_fail(error, PH_IO, "%s: %s", path, why);
        unlink(beside);
    }
    free(beside);
    return status;
}

enum ph_status ph_file_write(const char *path, const void *bytes, size_t length, bool force,
                             struct ph_error *error)
{
    struct stat there;
    if (!strcmp(path, "-")) {
        if (!write_all(STDOUT_FILENO, bytes, length))
            return ph_fail(error, PH_IO, "standard output: %s", strerror(errno));
        return PH_OK;
    }
    if (stat(path, &there) == 0) {
        if (S_ISDIR(there.st_mode))
            return ph_fail(error, PH_IO, "%s: is a folder", path);
        if (!S_ISREG(there.st_mode)) { /* a device or a pipe is written through */
            int fd = open(path, O_WRONLY | O_CLOEXEC);
            bool written = fd >= 0 && write_all(fd, bytes, length);
            if (fd >= 0)
                close(fd);
            return written ? PH_OK : ph_fail(error, PH_IO, "%s: %s", path, strerror(errno));
        }
        if (!force)
            return ph_fail(error, PH_IO, "%s: is already there (--force replaces it)", path);
    }
    return write_beside(path, bytes, length, force, error);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_regular(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && S_ISREG(there.st_mode);
}

static char **list_folder(DIR *folder, const char *path)
{
    char **list = NULL;
    size_t count = 0, capacity = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        struct ph_buffer name = {0};
        size_t length = strlen(path);
        ph_buffer_add(&name, path, length);
        ph_buffer_put(&name, length && path[length - 1] == '/' ? "" : "/");
        ph_buffer_put(&name, entry->d_name);
        if (entry->d_type == DT_REG || is_regular(ph_buffer_text(&name))) {
            list = ph_grow(list, count, &capacity, sizeof *list);
            list[count++] = ph_copy(ph_buffer_text(&name)); /* no longer than it is */
        }
        ph_buffer_free(&name);
    }
    if (count)
        qsort(list, count, sizeof *list, by_bytes);
    list = ph_grow(list, count, &capacity, sizeof *list);
    list[count] = NULL;
    return list;
}

enum ph_status ph_file_list(const char *path, char ***list, struct ph_error *error)
{
    struct stat there;
    if (strcmp(path, "-") != 0 && stat(path, &there) != 0)
        return ph_fail(error, PH_IO, "%s: cannot be opened: %s", path, strerror(errno));
    if (!strcmp(path, "-") || !S_ISDIR(there.st_mode)) {
        *list = ph_alloc_zero(2, sizeof **list);
        (*list)[0] = ph_copy(path);
        return PH_OK;
    }
    DIR *folder = opendir(path);
    if (!folder)
        return ph_fail(error, PH_IO, "%s: cannot be opened: %s", path, strerror(errno));
    *list = list_folder(folder, path);
    closedir(folder);
    return PH_OK;
}

void ph_file_list_free(char **list)
{
    for (char **name = list; name && *name; name++)
        free(*name);
    free(list);
}

const char *ph_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *ph_file_from_here(const char *path)
{
    char here[4096];
    size_t length = getcwd(here, sizeof here) ? strlen(here) : 0;
    bool inside = length > 1 && strncmp(path, here, length) == 0 && path[length] == '/';
    /* "-" alone would be standard input. */
    return inside && strcmp(path + length, "/-") != 0 ? path + length + 1 : path;
}

static bool is_there(const char *path)
{
    return access(path, R_OK) == 0;
}

static char *join(const char *folder, const char *name)
{
    struct ph_buffer path = {0};
    ph_buffer_printf(&path, "%s/%s", folder, name);
    return ph_buffer_take(&path);
}

char *ph_data_path(const char *name)
{
    const char *chosen = getenv("PENHOLDER_DATA");
    if (chosen && *chosen)
        return join(chosen, name);
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 64);
    if (length > 0) {
        program[length] = '\0';
        char *slash = strrchr(program, '/');
        strcpy(slash ? slash : program, "/../share/penholder");
        char *path = join(program, name);
        if (is_there(path))
            return path;
        free(path);
    }
    return join(PH_SOURCE_DATA, name);
}

char *ph_pack_path(char **folder)
{
    char *rules = ph_data_path("rules");
    *folder = ph_copy_n(rules, strlen(rules) - strlen("/rules"));
    free(rules);
    return strcmp(*folder, PH_SOURCE_DATA) ? join(*folder, "rules.pack") : ph_copy(PH_BUILT_PACK);
}
