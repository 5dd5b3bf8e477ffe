#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

enum { COMPLAINT = 4096, CHUNK = 65536, MISSING = 127, UNSTARTED = 126 };

/* A child that runs. */
struct run {
    const struct ph_child *child;
    const char *name; /* of its input */
    pid_t pid;
    int64_t deadline;           /* milliseconds of the monotonic clock */
    int output, complaints;     /* what is read from; -1: closed */
    struct ph_buffer *out;      /* what it printed */
    struct ph_buffer complaint; /* the beginning of what it wrote to its standard error */
    size_t printed;
};

/* ---- starting ---- */

/* A file in memory with the input, at its beginning; -1: there can be none. */
static int input_file(const void *bytes, size_t length)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    const char *rest = bytes;
    while (fd >= 0 && length > 0) {
        ssize_t written = write(fd, rest, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            close(fd);
            return -1;
        }
        rest += written;
        length -= (size_t)written;
    }
    return fd >= 0 && lseek(fd, 0, SEEK_SET) == 0 ? fd : -1;
}

static void limit(int resource, size_t most)
{
    struct rlimit limits = {.rlim_cur = most, .rlim_max = most};
    (void)setrlimit(resource, &limits);
}

/* In the child. Only what POSIX allows between fork and exec. */
_Noreturn static void become(const struct ph_child *child, int input, int output, int complaints)
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_CPU, (size_t)child->seconds);
    limit(RLIMIT_AS, child->memory);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    if (dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
        dup2(complaints, STDERR_FILENO) < 0)
        _exit(UNSTARTED);
    execvp(child->arguments[0], (char *const *)child->arguments);
    _exit(errno == ENOENT ? MISSING : UNSTARTED);
}

static bool start(struct run *run, int input)
{
    int output[2] = {-1, -1}, complaints[2] = {-1, -1};
    bool piped = pipe2(output, O_CLOEXEC) == 0 && pipe2(complaints, O_CLOEXEC) == 0;
    run->pid = piped ? fork() : -1;
    if (run->pid == 0)
        become(run->child, input, output[1], complaints[1]);
    int why = errno;
    if (output[1] >= 0)
        close(output[1]);
    if (complaints[1] >= 0)
        close(complaints[1]);
    run->output = output[0];
    run->complaints = complaints[0];
    if (run->pid > 0)
        setpgid(run->pid, run->pid); /* whoever is first, it or we */
    errno = why;
    return run->pid > 0;
}

/* ---- listening ---- */

/* Reads once; the descriptor becomes -1 at its end. */
static void listen_to(struct run *run, int *fd)
{
    char chunk[CHUNK];
    ssize_t got = read(*fd, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        close(*fd);
        *fd = -1;
        return;
    }
    if (fd == &run->complaints) {
        size_t room = COMPLAINT - run->complaint.length;
        ph_buffer_add(&run->complaint, chunk, (size_t)got < room ? (size_t)got : room);
        return;
    }
    run->printed += (size_t)got;
    if (run->printed <= run->child->output)
        ph_buffer_add(run->out, chunk, (size_t)got);
}

static enum ph_status too_long(const struct run *run, struct ph_error *error)
{
    return ph_fail(error, PH_LIMIT, "%s: %s took longer than %d seconds", run->name,
                   run->child->arguments[0], run->child->seconds);
}

/* Until the child has closed both of its outputs. */
static enum ph_status listen_all(struct run *run, struct ph_error *error)
{
    while (run->output >= 0 || run->complaints >= 0) {
        struct pollfd ends[] = {{.fd = run->output, .events = POLLIN},
                                {.fd = run->complaints, .events = POLLIN}};
        int64_t left = run->deadline - ph_milliseconds();
        int ready = left > 0 ? poll(ends, 2, (int)left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return too_long(run, error);
        if (ends[0].revents)
            listen_to(run, &run->output);
        if (ends[1].revents)
            listen_to(run, &run->complaints);
        if (run->printed > run->child->output)
            return ph_fail(error, PH_LIMIT, "%s: %s printed more than %zu MiB", run->name,
                           run->child->arguments[0], run->child->output / 1024 / 1024);
    }
    return PH_OK;
}

/* ---- ending ---- */

/* Waits for the child, which may live on without its outputs, until the deadline; it stays to be
 * reaped, so that its process group cannot become another's. */
static enum ph_status wait_for(const struct run *run, struct ph_error *error)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    while (ph_milliseconds() < run->deadline) {
        siginfo_t done = {0};
        if (waitid(P_PID, (id_t)run->pid, &done, WEXITED | WNOHANG | WNOWAIT) == 0 && done.si_pid)
            return PH_OK;
        nanosleep(&moment, NULL);
    }
    return too_long(run, error);
}

static void close_outputs(struct run *run)
{
    if (run->output >= 0)
        close(run->output);
    if (run->complaints >= 0)
        close(run->complaints);
}

/* Ends whatever is left of the process group, and leaves no zombie. Returns how the child ended. */
static int finish(struct run *run)
{
    int state = 0;
    kill(-run->pid, SIGKILL);
    while (waitpid(run->pid, &state, 0) < 0 && errno == EINTR)
        ;
    return state;
}

static enum ph_status judge(struct run *run, int state, struct ph_error *error)
{
    const char *program = run->child->arguments[0];
    int code = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    struct ph_buffer *complaint = &run->complaint;
    if (code == 0)
        return PH_OK;
    if (code == MISSING)
        return ph_fail(error, PH_NOTHING, "%s: the program %s is not installed", run->name,
                       program);
    if (code == UNSTARTED)
        return ph_fail(error, PH_IO, "%s: the program %s cannot be started", run->name, program);
    if (code < 0 && WTERMSIG(state) == SIGXCPU)
        return too_long(run, error);
    if (code < 0)
        return ph_fail(error, PH_FORMAT, "%s: %s was ended by signal %d", run->name, program,
                       WTERMSIG(state));
    size_t line = strcspn(ph_buffer_text(complaint), "\n");
    return ph_fail(error, PH_FORMAT, "%s: %s cannot read it%s%.*s", run->name, program,
                   line ? ": " : "", (int)line, ph_buffer_text(complaint));
}

enum ph_status ph_child_run(const char *name, const struct ph_child *child, struct ph_buffer *out,
                            struct ph_error *error)
{
    struct run run = {.child = child, .name = name, .out = out, .output = -1, .complaints = -1};
    int input = input_file(child->input, child->input_length);
    enum ph_status status = PH_OK;
    run.deadline = ph_milliseconds() + (int64_t)child->seconds * 1000;
    if (input < 0 || !start(&run, input)) {
        status = ph_fail(error, PH_IO, "%s: %s cannot be started: %s", name, child->arguments[0],
                         strerror(errno));
    } else {
        status = listen_all(&run, error);
        if (!status)
            status = wait_for(&run, error);
        int state = finish(&run);
        if (!status)
            status = judge(&run, state, error);
    }
    close_outputs(&run);
    if (input >= 0)
        close(input);
    ph_buffer_free(&run.complaint);
    return status;
}
