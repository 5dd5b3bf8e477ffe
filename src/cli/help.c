#include <stdlib.h>
#include <string.h>

#include "cli/run.h"

enum { COLUMNS = 80 };

/* Adds `text` wrapped, every line but the first behind `indent` columns. */
static void wrap(struct ph_buffer *out, const char *text, size_t at, size_t indent)
{
    while (*text) {
        size_t length = strcspn(text, " ");
        if (at > indent && at + 1 + length > COLUMNS) {
            ph_buffer_printf(out, "\n%*s", (int)indent, "");
            at = indent;
        } else if (at > indent) {
            ph_buffer_char(out, ' ');
            at++;
        }
        ph_buffer_add(out, text, length);
        at += length;
        text += length + strspn(text + length, " ");
    }
    ph_buffer_char(out, '\n');
}

static void explain(struct ph_buffer *out, const char *term, const char *what)
{
    enum { INDENT = 24 };
    size_t width = strlen(term) + 2;
    ph_buffer_printf(out, "  %s", term);
    if (width + 1 < INDENT)
        ph_buffer_printf(out, "%*s", (int)(INDENT - width), "");
    else
        ph_buffer_printf(out, "\n%*s", INDENT, "");
    wrap(out, what, INDENT, INDENT);
}

void ph_add_option(const struct ph_command *command, enum ph_option_id id, struct ph_buffer *out,
                   ph_add_pair *add)
{
    struct ph_buffer term = {0};
    char *argument = ph_option_argument(command, id);
    if (ph_options[id].letter)
        ph_buffer_printf(&term, "-%c, ", ph_options[id].letter);
    ph_buffer_printf(&term, "--%s%s%s", ph_options[id].name, argument ? " " : "",
                     argument ? argument : "");
    add(out, ph_buffer_text(&term), ph_options[id].what);
    free(argument);
    ph_buffer_free(&term);
}

void ph_each_example(const char *examples, struct ph_buffer *out, ph_add_pair *add)
{
    char *copy = ph_copy(examples), *rest;
    for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        char *tab = strchr(line, '\t');
        *tab = '\0';
        add(out, line, tab + 1);
    }
    free(copy);
}

static void example_help(struct ph_buffer *out, const char *line, const char *what)
{
    ph_buffer_printf(out, "  %s\n      %s\n", line, what);
}

static void command_help(const struct ph_command *command, struct ph_buffer *out)
{
    ph_buffer_printf(out, "penholder %s: %s\n\nUsage: penholder %s [OPTION...] %s\n\n",
                     command->name, command->summary, command->name, command->arguments);
    wrap(out, command->more, 0, 0);
    ph_buffer_put(out, "\nOptions:\n");
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_command_takes(command, (enum ph_option_id)id))
            ph_add_option(command, (enum ph_option_id)id, out, explain);
    ph_buffer_put(out, "\nExamples:\n");
    ph_each_example(command->examples, out, example_help);
}

void ph_each_exit(struct ph_buffer *out, ph_add_pair *add)
{
#define PH_EXIT(number, name, what) add(out, #number, what);
#include "cli/exits.def"
#undef PH_EXIT
}

const char ph_about[] =
    "Reads the resolutions that the General Assembly has adopted on an item, learns their pattern "
    "and writes the next session's draft. It works offline, and invents nothing.";

static void program_help(struct ph_buffer *out)
{
    ph_buffer_put(out, "Usage: penholder COMMAND [OPTION...] [ARGUMENT...]\n\n");
    wrap(out, ph_about, 0, 0);
    ph_buffer_put(out, "\nCommands:\n");
    for (size_t i = 0; i < ph_command_count; i++)
        explain(out, ph_commands[i].name, ph_commands[i].summary);
    ph_buffer_put(out, "\nA source is a file or a folder; - is standard input.\n"
                       "penholder COMMAND --help explains a command, with examples.\n\n"
                       "Exit codes:\n");
    ph_each_exit(out, explain);
}

void ph_help(const struct ph_command *command, struct ph_buffer *out)
{
    if (command)
        command_help(command, out);
    else
        program_help(out);
}

void ph_help_group(const char *group, struct ph_buffer *out)
{
    const size_t before = out->length;
    for (size_t i = 0; i < ph_command_count; i++)
        if (ph_command_in_group(&ph_commands[i], group))
            explain(out, ph_commands[i].name, ph_commands[i].summary);
    if (out->length > before)
        ph_buffer_printf(out, "\npenholder %s COMMAND --help explains each, with examples.\n",
                         group);
}

enum ph_status ph_command_help(struct ph_call *call, struct ph_error *error)
{
    struct ph_buffer out = {0};
    const struct ph_command *command = NULL;
    int used;
    if (call->count == 1)
        ph_help_group(call->arguments[0], &out);
    if (call->count > 0 && !out.length &&
        !(command = ph_command_find(call->arguments, call->count, &used, error)))
        return error->status;
    if (command && used < call->count)
        return ph_fail(error, PH_USAGE, "help: explains one command: %s", command->name);
    if (ph_call_has(call, PH_OPTION_MAN))
        ph_manual(&out);
    else if (!out.length)
        ph_help(command, &out);
    enum ph_status status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    return status;
}
