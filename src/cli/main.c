#include <string.h>

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
    };
    return status == PH_OK && findings ? PH_EXIT_FINDINGS : codes[status];
}

static enum ph_status print_help(const struct ph_command *command, struct ph_error *error)
{
    struct ph_buffer out = {0};
    ph_help(command, &out);
    enum ph_status status = ph_file_write("-", ph_buffer_text(&out), out.length, false, error);
    ph_buffer_free(&out);
    return status;
}

/* `penholder --help` and the like are the commands of that name. */
static const char *command_name(const char *word)
{
    static const char *const same[][2] = {
        {"--help", "help"}, {"-h", "help"}, {"--version", "version"}, {"-V", "version"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (strcmp(word, same[i][0]) == 0)
            return same[i][1];
    return word;
}

static enum ph_status run(int argc, char **argv, struct ph_call *call, struct ph_error *error)
{
    if (argc < 2)
        return ph_fail(error, PH_USAGE, "which command? See penholder help");
    const char *word = command_name(argv[1]);
    const struct ph_command *command = ph_command_find(word, error);
    if (!command)
        return error->status;
    enum ph_status status = ph_call_parse(command, argc - 1, argv + 1, call, error);
    if (status != PH_OK)
        return status;
    if (ph_call_has(call, PH_OPTION_HELP))
        return print_help(command, error);
    return command->run(call, error);
}

int main(int argc, char **argv)
{
    struct ph_call call = {0};
    struct ph_error error = {0};
    enum ph_status status = run(argc, argv, &call, &error);
    if (status != PH_OK)
        ph_complain(error.message);
    enum ph_exit code = exit_code(status, call.findings);
    ph_call_free(&call);
    return (int)code;
}
