#include "archive/readers.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What stands before a record, or a problem, in a pipe. */
struct head {
    size_t length;
    int rank;
    bool failed;
};

struct reader {
    FILE *from; /* NULL: it does not run */
    pid_t pid;
};

struct ph_readers {
    struct ph_archive_file *files;
    size_t count, next;
    ph_archive_reader *read;
    void *context;
    struct reader *readers;
    size_t reader_count;
};

/* Room in a pipe for a few dozen records, where the system allows it. */
enum { READ_AHEAD = 1 << 20 };

/* ---- in the process that reads ---- */

/* What messages say behind the name of the file. */
static const char *without_path(const char *message, const char *path)
{
    size_t length = strlen(path);
    return strncmp(message, path, length) == 0 && strncmp(message + length, ": ", 2) == 0
               ? message + length + 2
               : message;
}

static bool hand_over(const struct ph_readers *readers, const char *path, FILE *to)
{
    struct head head = {0};
    struct ph_error error;
    struct ph_document *document = NULL;
    struct ph_buffer bytes = {0};
    alarm(PH_READERS_PATIENCE);
    head.failed = readers->read(readers->context, path, &document, &head.rank, &error) != PH_OK;
    if (head.failed) {
        ph_buffer_put(&bytes, without_path(error.message, path));
    } else {
        struct ph_arena *arena = ph_arena_new();
        ph_record_write(ph_record_make(document, arena), &bytes);
        ph_arena_free(arena);
    }
    ph_document_free(document);
    alarm(0); /* who waits to hand over takes no time */
    head.length = bytes.length;
    bool written = fwrite(&head, sizeof head, 1, to) == 1 &&
                   fwrite(ph_buffer_text(&bytes), 1, bytes.length, to) == bytes.length &&
                   fflush(to) == 0;
    ph_buffer_free(&bytes);
    return written;
}

_Noreturn static void read_every_nth(const struct ph_readers *readers, int fd, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    FILE *to = getppid() == parent ? fdopen(fd, "w") : NULL;
    for (size_t i = readers->next; to && i < readers->count; i += readers->reader_count)
        if (!hand_over(readers, readers->files[i].path, to))
            break;
    _exit(0);
}

/* ---- in the process that writes ---- */

static enum ph_status start(struct ph_readers *readers, struct reader *reader,
                            struct ph_error *error)
{
    int ends[2] = {-1, -1};
    pid_t parent = getpid();
    reader->pid = pipe2(ends, O_CLOEXEC) == 0 ? fork() : -1;
    if (reader->pid == 0)
        read_every_nth(readers, ends[1], parent);
    int why = errno;
    if (ends[1] >= 0)
        close(ends[1]);
    if (reader->pid < 0) {
        if (ends[0] >= 0)
            close(ends[0]);
        return ph_fail(error, PH_IO, "no process can be started to read: %s", strerror(why));
    }
    (void)fcntl(ends[0], F_SETPIPE_SZ, READ_AHEAD);
    reader->from = fdopen(ends[0], "r");
    return PH_OK;
}

/* Returns how it ended. */
static int stop(struct reader *reader)
{
    int state = 0;
    fclose(reader->from);
    reader->from = NULL;
    while (waitpid(reader->pid, &state, 0) < 0 && errno == EINTR)
        ;
    return state;
}

static const char *cause_of_death(int state, struct ph_arena *arena)
{
    if (WIFSIGNALED(state) && WTERMSIG(state) == SIGALRM)
        return ph_arena_printf(arena, "reading it took longer than %d seconds",
                               PH_READERS_PATIENCE);
    if (WIFSIGNALED(state))
        return ph_arena_printf(arena, "reading it was ended by signal %d", WTERMSIG(state));
    return "reading it ended without an answer";
}

/* What a reader handed over; false: it died of the file. */
static bool take(struct reader *reader, struct ph_archive_file *file, struct ph_arena *arena,
                 struct ph_record **record, const char **problem)
{
    struct head head;
    if (fread(&head, sizeof head, 1, reader->from) != 1)
        return false;
    char *bytes = ph_alloc(head.length + 1);
    bool whole = fread(bytes, 1, head.length, reader->from) == head.length;
    bytes[head.length] = '\0';
    if (whole && head.failed)
        *problem = ph_arena_copy(arena, bytes);
    else if (whole)
        *record = ph_record_read(bytes, head.length, arena);
    file->rank = head.rank;
    free(bytes);
    return *problem || *record;
}

struct ph_readers *ph_readers_new(struct ph_archive_file *files, size_t count,
                                  ph_archive_reader *read, void *context)
{
    struct ph_readers *readers = ph_alloc_zero(1, sizeof *readers);
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    readers->reader_count = processors > 1 ? (size_t)processors : 1;
    readers->files = files;
    readers->count = count;
    readers->read = read;
    readers->context = context;
    readers->readers = ph_alloc_zero(readers->reader_count, sizeof *readers->readers);
    return readers;
}

void ph_readers_free(struct ph_readers *readers)
{
    for (size_t i = 0; i < readers->reader_count; i++) {
        if (!readers->readers[i].from)
            continue;
        kill(readers->readers[i].pid, SIGKILL);
        stop(&readers->readers[i]);
    }
    free(readers->readers);
    free(readers);
}

enum ph_status ph_readers_next(struct ph_readers *readers, struct ph_arena *arena,
                               struct ph_record **record, const char **problem,
                               struct ph_error *error)
{
    struct reader *reader = &readers->readers[readers->next % readers->reader_count];
    enum ph_status status = reader->from ? PH_OK : start(readers, reader, error);
    *record = NULL;
    *problem = NULL;
    if (status != PH_OK)
        return status;
    if (!take(reader, &readers->files[readers->next], arena, record, problem)) {
        kill(reader->pid, SIGKILL);
        *problem = cause_of_death(stop(reader), arena);
    }
    readers->next++;
    return PH_OK;
}
