#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "cli/command.h"
#include "cli/run.h"
#include "write/write.h"

#define MANY INT_MAX
#define DOCUMENTS ""
#define FORMATS ""
#define WITH(option) (1UL << PH_OPTION_##option)
#define EVERYWHERE (WITH(QUIET) | WITH(COLOR) | WITH(HELP))

const struct ph_option ph_options[PH_OPTION_COUNT] = {
#define PH_OPTION(name, text, letter, argument, what) {text, letter, argument, what},
#include "cli/options.def"
#undef PH_OPTION
};

const struct ph_command ph_commands[] = {
#define PH_COMMAND(name, least, most, arguments, formats, options, summary, more, examples)        \
    {#name,   least, most,     arguments,        formats, (options) | EVERYWHERE,                  \
     summary, more,  examples, ph_command_##name},
#include "cli/commands.def"
#undef PH_COMMAND
};
const size_t ph_command_count = sizeof ph_commands / sizeof *ph_commands;

const struct ph_command *ph_command_find(const char *name, struct ph_error *error)
{
    const char *names[sizeof ph_commands / sizeof *ph_commands];
    for (size_t i = 0; i < ph_command_count; i++) {
        names[i] = ph_commands[i].name;
        if (strcmp(names[i], name) == 0)
            return &ph_commands[i];
    }
    const char *near = ph_nearest(name, names, ph_command_count);
    if (near)
        ph_fail(error, PH_USAGE, "there is no command '%s'; is %s meant?", name, near);
    else
        ph_fail(error, PH_USAGE, "there is no command '%s'; see penholder help", name);
    return NULL;
}

bool ph_command_takes(const struct ph_command *command, enum ph_option_id option)
{
    return command->takes >> option & 1;
}

bool ph_option_everywhere(enum ph_option_id option)
{
    return EVERYWHERE >> option & 1;
}

char *ph_option_argument(const struct ph_command *command, enum ph_option_id option)
{
    struct ph_buffer names = {0};
    if (!ph_options[option].argument)
        return NULL;
    if (option != PH_OPTION_FORMAT)
        ph_buffer_put(&names, ph_options[option].argument);
    else if (*command->formats)
        ph_buffer_put(&names, command->formats);
    else
        for (size_t i = 0; i < ph_format_count; i++)
            ph_buffer_printf(&names, "%s%s", i ? "|" : "", ph_formats[i].name);
    return ph_buffer_take(&names);
}
