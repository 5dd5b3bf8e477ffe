#include <string.h>

#include "base/heap.h"
#include "base/stop.h"
#include "cli/run.h"

static enum ph_exit exit_code(enum ph_status status, bool findings)
{
    static const enum ph_exit codes[PH_STATUS_COUNT] = {
        [PH_OK] = PH_EXIT_DONE,
        [PH_USAGE] = PH_EXIT_USAGE,
        [PH_IO] = PH_EXIT_IO,
        [PH_FORMAT] = PH_EXIT_FORMAT,
        [PH_LIMIT] = PH_EXIT_FORMAT,
        [PH_NOTHING] = PH_EXIT_NOTHING,
        [PH_INTERNAL] = PH_EXIT_INTERNAL,
        [PH_STOPPED] = PH_EXIT_STOPPED,
    };
    return status == PH_OK && findings ? PH_EXIT_FINDINGS : codes[status];
}

static enum ph_status print(struct ph_buffer *bytes, struct ph_error *error)
{
    enum ph_status status = ph_file_write("-", ph_buffer_text(bytes), bytes->length, false, error);
    ph_buffer_free(bytes);
    return status;
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* `penholder --help` and the like are the commands of that name. */
static char *command_name(char *word)
{
    static char help[] = "help", version[] = "version";
    if (is_help(word))
        return help;
    return strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0 ? version : word;
}

static enum ph_status run(int argc, char **argv, struct ph_call *call, struct ph_error *error)
{
    if (argc < 2)
        return ph_fail(error, PH_USAGE, "which command? See penholder help");
    struct ph_buffer help = {0};
    int used;
    argv[1] = command_name(argv[1]);
    if (argc == 3 && is_help(argv[2]))
        ph_help_group(argv[1], &help);
    if (help.length)
        return print(&help, error);
    const struct ph_command *command = ph_command_find(argv + 1, argc - 1, &used, error);
    if (!command)
        return error->status;
    enum ph_status status = ph_call_parse(command, argc - used, argv + used, call, error);
    if (status != PH_OK || !ph_call_has(call, PH_OPTION_HELP))
        return status == PH_OK ? command->run(call, error) : status;
    ph_help(command, &help);
    return print(&help, error);
}

int main(int argc, char **argv)
{
    ph_heap_prepare();
    struct ph_call call = {0};
    struct ph_error error = {0};
    enum ph_status status = run(argc, argv, &call, &error);
    if (status != PH_OK)
        ph_complain(error.message);
    enum ph_exit code = exit_code(status, call.findings);
    ph_call_free(&call);
    if (status == PH_STOPPED)
        ph_stop_obey();
    return (int)code;
}
