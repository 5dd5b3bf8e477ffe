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
#define PH_SUBCOMMAND(group, name, least, most, arguments, formats, options, summary, more,        \
                      examples)                                                                    \
    {#group " " #name,       least,   most, arguments, formats,                                    \
     (options) | EVERYWHERE, summary, more, examples,  ph_command_##group##_##name},
#include "cli/commands.def"
#undef PH_SUBCOMMAND
#undef PH_COMMAND
};
const size_t ph_command_count = sizeof ph_commands / sizeof *ph_commands;

size_t ph_command_group(const struct ph_command *command)
{
    const char *space = strchr(command->name, ' ');
    return space ? (size_t)(space - command->name) : 0;
}

bool ph_command_in_group(const struct ph_command *command, const char *group)
{
    size_t length = ph_command_group(command);
    return length && length == strlen(group) && strncmp(command->name, group, length) == 0;
}

bool ph_command_is_first(const struct ph_command *command)
{
    size_t length = ph_command_group(command);
    return !length || command == ph_commands ||
           strncmp(command[-1].name, command->name, length + 1) != 0;
}

/* What is typed of a command's name, one word or two. */
static const struct ph_command *find_words(char *const *words, int count, struct ph_buffer *typed)
{
    ph_buffer_clear(typed);
    for (int i = 0; i < count; i++)
        ph_buffer_printf(typed, "%s%s", i ? " " : "", words[i]);
    for (size_t i = 0; i < ph_command_count; i++)
        if (strcmp(ph_commands[i].name, ph_buffer_text(typed)) == 0)
            return &ph_commands[i];
    return NULL;
}

/* Says which command may be meant. */
static void refuse(char *const *words, int count, struct ph_error *error)
{
    const char *names[sizeof ph_commands / sizeof *ph_commands];
    struct ph_buffer group = {0}, typed = {0};
    for (size_t i = 0; i < ph_command_count; i++) {
        names[i] = ph_commands[i].name;
        if (ph_command_in_group(&ph_commands[i], words[0]))
            ph_buffer_printf(&group, "%s%s", group.length ? ", " : "", names[i]);
    }
    find_words(words, group.length && count > 1 ? 2 : 1, &typed);
    const char *near = ph_nearest(ph_buffer_text(&typed), names, ph_command_count);
    if (near && !(group.length && count < 2))
        ph_fail(error, PH_USAGE, "there is no command '%s'; is %s meant?", ph_buffer_text(&typed),
                near);
    else if (group.length)
        ph_fail(error, PH_USAGE, "there is no command '%s'; is it one of %s?",
                ph_buffer_text(&typed), ph_buffer_text(&group));
    else
        ph_fail(error, PH_USAGE, "there is no command '%s'; see penholder help",
                ph_buffer_text(&typed));
    ph_buffer_free(&typed);
    ph_buffer_free(&group);
}

const struct ph_command *ph_command_find(char *const *words, int count, int *used,
                                         struct ph_error *error)
{
    const struct ph_command *command = NULL;
    struct ph_buffer typed = {0};
    for (*used = 0; !command && *used < count && *used < 2;)
        command = find_words(words, ++*used, &typed);
    ph_buffer_free(&typed);
    if (!command)
        refuse(words, count, error);
    return command;
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
