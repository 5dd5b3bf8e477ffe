/* The manual page, made of the same tables as --help. */
#include "cli/command.h"

/* Text for roff: a line must not start with a dot or quote, hyphens and backslashes are marked. */
static void roff(struct ph_buffer *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        ph_buffer_put(out, "\\&");
    for (; *text; text++) {
        if (*text == '-' || *text == '\\')
            ph_buffer_char(out, '\\');
        ph_buffer_char(out, *text == '\\' ? 'e' : *text);
    }
}

static void roff_pair(struct ph_buffer *out, const char *term, const char *what)
{
    ph_buffer_put(out, ".TP\n.B ");
    roff(out, term);
    ph_buffer_char(out, '\n');
    roff(out, what);
    ph_buffer_char(out, '\n');
}

static void roff_example(struct ph_buffer *out, const char *line, const char *what)
{
    ph_buffer_put(out, ".TP\n");
    roff(out, line);
    ph_buffer_char(out, '\n');
    roff(out, what);
    ph_buffer_char(out, '\n');
}

static void roff_command(const struct ph_command *command, struct ph_buffer *out)
{
    ph_buffer_put(out, ".SS ");
    roff(out, command->name);
    ph_buffer_put(out, "\n.B penholder ");
    roff(out, command->name);
    ph_buffer_put(out, "\n[OPTION...] ");
    roff(out, command->arguments);
    ph_buffer_put(out, "\n.PP\n");
    roff(out, command->more);
    ph_buffer_char(out, '\n');
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_command_takes(command, (enum ph_option_id)id) &&
            !ph_option_everywhere((enum ph_option_id)id))
            ph_add_option(command, (enum ph_option_id)id, out, roff_pair);
    ph_buffer_put(out, ".PP\nExamples:\n.RS\n");
    ph_each_example(command->examples, out, roff_example);
    ph_buffer_put(out, ".RE\n");
}

void ph_manual(struct ph_buffer *out)
{
    ph_buffer_put(out, ".TH PENHOLDER 1 \"\" \"penholder " PH_VERSION "\" \"User commands\"\n"
                       ".SH NAME\npenholder \\- drafts the next session's resolution from the "
                       "resolutions before it\n"
                       ".SH SYNOPSIS\n.B penholder\nCOMMAND [OPTION...] [ARGUMENT...]\n"
                       ".SH DESCRIPTION\n");
    roff(out, ph_about);
    ph_buffer_put(out, "\n.SH COMMANDS\n");
    for (size_t i = 0; i < ph_command_count; i++)
        roff_command(&ph_commands[i], out);
    ph_buffer_put(out, ".SH OPTIONS\nThese options go with every command.\n");
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_option_everywhere((enum ph_option_id)id))
            ph_add_option(&ph_commands[0], (enum ph_option_id)id, out, roff_pair);
    ph_buffer_put(out, ".SH EXIT STATUS\n");
    ph_each_exit(out, roff_pair);
    ph_buffer_put(out, ".SH ENVIRONMENT\n");
    roff_pair(out, "NO_COLOR", "When set, no colour and no bold, unless --color always is given.");
    roff_pair(out, "PENHOLDER_ARCHIVE",
              "The archive that search looks in, unless --archive is given.");
    roff_pair(out, "PENHOLDER_DATA",
              "The folder that holds rules and templates, instead of the "
              "one that came with the program.");
}
