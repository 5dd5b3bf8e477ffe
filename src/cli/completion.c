#include <stdlib.h>
#include <string.h>

#include "cli/run.h"

/* "a|b|c" as "a b c"; caller frees. */
static char *words(const char *choices)
{
    char *copy = ph_copy(choices);
    for (char *c = copy; *c; c++)
        if (*c == '|')
            *c = ' ';
    return copy;
}

/* What may be completed behind an option or as an argument of a command. */
static bool is_choice(const char *argument)
{
    return argument && strchr(argument, '|') != NULL;
}

static bool names_files(const char *argument)
{
    return strstr(argument, "SOURCE") || strstr(argument, "FILE") || strstr(argument, "OLD") ||
           strstr(argument, "ARCHIVE");
}

/* What is typed first: the names of commands and of groups. */
static void first_words(struct ph_buffer *out)
{
    for (size_t i = 0; i < ph_command_count; i++)
        if (ph_command_is_first(&ph_commands[i]))
            ph_buffer_printf(out, "%s%.*s", i ? " " : "", (int)strcspn(ph_commands[i].name, " "),
                             ph_commands[i].name);
}

/* The names of a group's commands behind its own. `first`: the first of them. */
static void second_words(const struct ph_command *first, struct ph_buffer *out)
{
    const size_t length = ph_command_group(first);
    const struct ph_command *end = ph_commands + ph_command_count;
    for (const struct ph_command *next = first;
         next < end && strncmp(next->name, first->name, length + 1) == 0; next++)
        ph_buffer_printf(out, "%s%s", next > first ? " " : "", next->name + length + 1);
}

/* Calls `write` for each group, with the first of its commands. */
static void each_group(void (*write)(const struct ph_command *first, struct ph_buffer *out),
                       struct ph_buffer *out)
{
    for (size_t i = 0; i < ph_command_count; i++)
        if (ph_command_group(&ph_commands[i]) && ph_command_is_first(&ph_commands[i]))
            write(&ph_commands[i], out);
}

/* The words that are a command's arguments: choices, commands, or none. */
static char *argument_words(const struct ph_command *command)
{
    struct ph_buffer names = {0};
    if (is_choice(command->arguments))
        return words(command->arguments);
    if (strcmp(command->arguments, "[COMMAND]") == 0)
        first_words(&names);
    return ph_buffer_take(&names);
}

/* ---- bash ---- */

static void bash_command(const struct ph_command *command, struct ph_buffer *out)
{
    ph_buffer_printf(out, "    '%s')\n        case $previous in\n", command->name);
    for (int id = 0; id < PH_OPTION_COUNT; id++) {
        if (!ph_command_takes(command, (enum ph_option_id)id))
            continue;
        char *argument = ph_option_argument(command, (enum ph_option_id)id);
        if (is_choice(argument)) {
            char *list = words(argument);
            ph_buffer_printf(out, "        --%s", ph_options[id].name);
            if (ph_options[id].letter)
                ph_buffer_printf(out, "|-%c", ph_options[id].letter);
            ph_buffer_printf(out, ") words='%s' ;;\n", list);
            free(list);
        }
        free(argument);
    }
    char *arguments = argument_words(command);
    ph_buffer_printf(out, "        *) words='%s", arguments);
    free(arguments);
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_command_takes(command, (enum ph_option_id)id))
            ph_buffer_printf(out, " --%s", ph_options[id].name);
    ph_buffer_put(out, "' ;;\n        esac ;;\n");
}

static void bash_group(const struct ph_command *first, struct ph_buffer *out)
{
    int length = (int)ph_command_group(first);
    ph_buffer_printf(out, "    '%.*s')\n        words='", length, first->name);
    second_words(first, out);
    ph_buffer_put(out, " --help' ;;\n");
}

/* Behind the name of a group two words name the command. */
static void bash_names(const struct ph_command *first, struct ph_buffer *out)
{
    ph_buffer_printf(out,
                     "    [ \"$command\" != '%.*s' ] || [ \"$COMP_CWORD\" -eq 2 ] ||"
                     " command+=\" ${COMP_WORDS[2]}\"\n",
                     (int)ph_command_group(first), first->name);
}

static void bash(struct ph_buffer *out)
{
    ph_buffer_put(out, "# bash completion for penholder, made by: penholder completion bash\n"
                       "_penholder()\n{\n"
                       "    local current=${COMP_WORDS[COMP_CWORD]}\n"
                       "    local previous=${COMP_WORDS[COMP_CWORD-1]} words=\n"
                       "    local command=${COMP_WORDS[1]}\n");
    each_group(bash_names, out);
    ph_buffer_put(out, "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        words='");
    first_words(out);
    ph_buffer_put(out, " --help --version'\n    else\n    case $command in\n");
    each_group(bash_group, out);
    for (size_t i = 0; i < ph_command_count; i++)
        bash_command(&ph_commands[i], out);
    ph_buffer_put(out, "    esac\n    fi\n"
                       "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
                       "}\ncomplete -o bashdefault -o default -F _penholder penholder\n");
}

/* ---- zsh ---- */

/* Text inside a quoted specification: what means something to _arguments is taken out. */
static void zsh_text(struct ph_buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '\'')
            ph_buffer_put(out, "'\\''");
        else if (strchr("[]:", *text))
            ph_buffer_printf(out, "\\%c", *text);
        else
            ph_buffer_char(out, *text);
}

static void zsh_values(const char *argument, struct ph_buffer *out)
{
    if (is_choice(argument)) {
        char *list = words(argument);
        ph_buffer_printf(out, ":value:(%s)", list);
        free(list);
    } else if (argument) {
        ph_buffer_printf(out, ":%s:%s", argument, names_files(argument) ? "_files" : "");
    }
}

static void zsh_option(const struct ph_command *command, enum ph_option_id id,
                       struct ph_buffer *out)
{
    const struct ph_option *option = &ph_options[id];
    char *argument = ph_option_argument(command, id);
    if (option->letter)
        ph_buffer_printf(out, " \\\n            '(-%c --%s)'{-%c,--%s}'[", option->letter,
                         option->name, option->letter, option->name);
    else
        ph_buffer_printf(out, " \\\n            '--%s[", option->name);
    zsh_text(out, option->what);
    ph_buffer_char(out, ']');
    zsh_values(argument, out);
    ph_buffer_char(out, '\'');
    free(argument);
}

static void zsh_command(const struct ph_command *command, struct ph_buffer *out)
{
    ph_buffer_printf(out, "    '%s')\n        _arguments -s", command->name);
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_command_takes(command, (enum ph_option_id)id))
            zsh_option(command, (enum ph_option_id)id, out);
    char *arguments = argument_words(command);
    if (*arguments)
        ph_buffer_printf(out, " \\\n            '*:argument:(%s)'", arguments);
    else if (names_files(command->arguments))
        ph_buffer_put(out, " \\\n            '*:file:_files'");
    free(arguments);
    ph_buffer_put(out, " ;;\n");
}

/* Of a group the name stands there once, with the summary of its first command. */
static void zsh_summary(const struct ph_command *command, struct ph_buffer *out)
{
    if (!ph_command_is_first(command))
        return;
    ph_buffer_printf(out, "    '%.*s:", (int)strcspn(command->name, " "), command->name);
    zsh_text(out, command->summary);
    ph_buffer_put(out, "'\n");
}

static void zsh_group(const struct ph_command *first, struct ph_buffer *out)
{
    int length = (int)ph_command_group(first);
    ph_buffer_printf(out,
                     "if [[ $words[1] = '%.*s' ]]; then\n    if (( CURRENT == 2 )); then\n"
                     "        _values command ",
                     length, first->name);
    second_words(first, out);
    ph_buffer_printf(out,
                     "\n        return\n    fi\n    shift words\n"
                     "    words[1]=\"%.*s $words[1]\"\n    (( CURRENT-- ))\nfi\n",
                     length, first->name);
}

static void zsh(struct ph_buffer *out)
{
    ph_buffer_put(out, "#compdef penholder\n"
                       "# zsh completion for penholder, made by: penholder completion zsh\n"
                       "local -a commands\ncommands=(\n");
    for (size_t i = 0; i < ph_command_count; i++)
        zsh_summary(&ph_commands[i], out);
    ph_buffer_put(out,
                  ")\nif (( CURRENT == 2 )); then\n    _describe command commands\n    return\n"
                  "fi\nshift words\n(( CURRENT-- ))\n");
    each_group(zsh_group, out);
    ph_buffer_put(out, "case $words[1] in\n");
    for (size_t i = 0; i < ph_command_count; i++)
        zsh_command(&ph_commands[i], out);
    ph_buffer_put(out, "esac\n");
}

/* ---- fish ---- */

static void fish_text(struct ph_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            ph_buffer_char(out, '\\');
        ph_buffer_char(out, *text);
    }
}

/* When a command is the one that is typed: a word may be a command of a group and stand alone, too.
 */
static char *fish_when(const struct ph_command *command)
{
    struct ph_buffer when = {0};
    const size_t group = ph_command_group(command);
    const char *name = group ? command->name + group + 1 : command->name;
    if (group)
        ph_buffer_printf(&when, "__fish_seen_subcommand_from %.*s; and ", (int)group,
                         command->name);
    ph_buffer_printf(&when, "__fish_seen_subcommand_from %s", name);
    for (size_t i = 0; i < ph_command_count && !group; i++) {
        const size_t other = ph_command_group(&ph_commands[i]);
        if (other && strcmp(ph_commands[i].name + other + 1, name) == 0)
            ph_buffer_printf(&when, "; and not __fish_seen_subcommand_from %.*s", (int)other,
                             ph_commands[i].name);
    }
    return ph_buffer_take(&when);
}

static void fish_option(const struct ph_command *command, enum ph_option_id id, const char *when,
                        struct ph_buffer *out)
{
    char *argument = ph_option_argument(command, id);
    ph_buffer_printf(out, "complete -c penholder -n '%s' -l %s", when, ph_options[id].name);
    if (ph_options[id].letter)
        ph_buffer_printf(out, " -s %c", ph_options[id].letter);
    if (is_choice(argument)) {
        char *list = words(argument);
        ph_buffer_printf(out, " -x -a '%s'", list);
        free(list);
    } else if (argument) {
        ph_buffer_put(out, names_files(argument) ? " -r -F" : " -x");
    }
    ph_buffer_put(out, " -d '");
    fish_text(out, ph_options[id].what);
    ph_buffer_put(out, "'\n");
    free(argument);
}

/* The words that a command is typed with. */
static void fish_name(const struct ph_command *command, struct ph_buffer *out)
{
    const size_t group = ph_command_group(command);
    if (ph_command_is_first(command)) {
        ph_buffer_printf(out, "complete -c penholder -n __fish_use_subcommand -a %.*s -d '",
                         (int)strcspn(command->name, " "), command->name);
        fish_text(out, command->summary);
        ph_buffer_put(out, "'\n");
    }
    if (group && ph_command_is_first(command)) {
        ph_buffer_printf(out, "complete -c penholder -n '__fish_seen_subcommand_from %.*s' -a '",
                         (int)group, command->name);
        second_words(command, out);
        ph_buffer_put(out, "'\n");
    }
}

static void fish_command(const struct ph_command *command, struct ph_buffer *out)
{
    char *arguments = argument_words(command), *when = fish_when(command);
    fish_name(command, out);
    if (*arguments)
        ph_buffer_printf(out, "complete -c penholder -n '%s' -a '%s'\n", when, arguments);
    if (names_files(command->arguments))
        ph_buffer_printf(out, "complete -c penholder -n '%s' -F\n", when);
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_command_takes(command, (enum ph_option_id)id))
            fish_option(command, (enum ph_option_id)id, when, out);
    free(arguments);
    free(when);
}

static void fish(struct ph_buffer *out)
{
    ph_buffer_put(out, "# fish completion for penholder, made by: penholder completion fish\n"
                       "complete -c penholder -f\n");
    for (size_t i = 0; i < ph_command_count; i++)
        fish_command(&ph_commands[i], out);
}

enum ph_status ph_command_completion(struct ph_call *call, struct ph_error *error)
{
    static const struct {
        const char *name;
        void (*write)(struct ph_buffer *out);
    } shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(call->arguments[0], shells[i].name) != 0)
            continue;
        struct ph_buffer out = {0};
        shells[i].write(&out);
        enum ph_status status = ph_emit_bytes(call, &out, error);
        ph_buffer_free(&out);
        return status;
    }
    return ph_fail(error, PH_USAGE, "no completion for '%s': must be one of %s", call->arguments[0],
                   call->command->arguments);
}
