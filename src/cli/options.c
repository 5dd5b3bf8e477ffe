#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "un/date.h"
#include "write/write.h"

enum { FIRST = 256 }; /* what getopt_long returns for option 0: above every letter */

/* What getopt_long wants, for the options that the command takes. */
struct tables {
    struct option longs[PH_OPTION_COUNT + 1];
    char letters[2 * PH_OPTION_COUNT + 3];
};

static void make_tables(const struct ph_command *command, struct tables *tables)
{
    struct option *next = tables->longs;
    char *letter = tables->letters;
    *letter++ = ':'; /* a missing value is told apart from an unknown option */
    for (int id = 0; id < PH_OPTION_COUNT; id++) {
        if (!ph_command_takes(command, (enum ph_option_id)id))
            continue;
        const struct ph_option *option = &ph_options[id];
        int argument = option->argument ? required_argument : no_argument;
        *next++ = (struct option){option->name, argument, NULL, FIRST + id};
        if (option->letter)
            *letter++ = (char)option->letter;
        if (option->letter && option->argument)
            *letter++ = ':';
    }
    *next = (struct option){0};
    *letter = '\0';
}

static int by_letter(const struct ph_command *command, int letter)
{
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_options[id].letter == letter && ph_command_takes(command, (enum ph_option_id)id))
            return id;
    return -1;
}

static int id_of(const struct ph_command *command, int found)
{
    return found >= FIRST ? found - FIRST : by_letter(command, found);
}

/* Is `value` one of the words of "a|b|c"? */
static bool is_choice(const char *choices, const char *value)
{
    size_t length = strlen(value);
    for (const char *word = choices; word; word = strchr(word, '|')) {
        word += *word == '|';
        if (strcspn(word, "|") == length && strncmp(word, value, length) == 0)
            return true;
    }
    return false;
}

static int number(const char *text)
{
    char *end;
    long n = strtol(text, &end, 10);
    return *text >= '0' && *text <= '9' && !*end && n > 0 && n <= INT_MAX ? (int)n : 0;
}

/* "2020-10-12", "2020-10-12T09:30:00Z" */
static bool is_moment(const char *text)
{
    struct ph_date date;
    char day[] = "YYYY-MM-DD";
    int hour, minute, second, end = 0;
    if (strlen(text) < strlen(day))
        return false;
    memcpy(day, text, strlen(day));
    if (!ph_date_parse_iso(day, &date))
        return false;
    const char *rest = text + strlen(day);
    if (!*rest)
        return true;
    return strspn(rest, "0123456789T:Z") == strlen("T00:00:00Z") &&
           sscanf(rest, "T%2d:%2d:%2dZ%n", &hour, &minute, &second, &end) == 3 &&
           end == (int)strlen("T00:00:00Z") && !rest[end] && hour < 24 && minute < 60 &&
           second < 60;
}

/* One line with something in it, and nothing that is no text. */
static bool is_name(const char *text)
{
    struct ph_buffer clean = {0};
    ph_utf8_clean(text, strlen(text), &clean);
    const bool same = strcmp(ph_buffer_text(&clean), text) == 0;
    ph_buffer_free(&clean);
    return same && !strpbrk(text, "\t\r\n") && strspn(text, " ") < strlen(text);
}

static enum ph_status check_value(const struct ph_command *command, enum ph_option_id id,
                                  const char *value, struct ph_error *error)
{
    char *argument = ph_option_argument(command, id);
    enum ph_status status = PH_OK;
    if (argument && strchr(argument, '|') && !is_choice(argument, value))
        status = ph_fail(error, PH_USAGE, "--%s '%s': must be one of %s", ph_options[id].name,
                         value, argument);
    else if (argument && strcmp(argument, "N") == 0 && !number(value))
        status = ph_fail(error, PH_USAGE, "--%s '%s': must be a whole number from 1",
                         ph_options[id].name, value);
    else if (argument && strcmp(argument, "DATE") == 0 && !is_moment(value))
        status = ph_fail(error, PH_USAGE,
                         "--%s '%s': must be a day, YYYY-MM-DD, or a moment in UTC, "
                         "YYYY-MM-DDThh:mm:ssZ",
                         ph_options[id].name, value);
    else if (argument && strcmp(argument, "NAME") == 0 && !is_name(value))
        status = ph_fail(error, PH_USAGE, "--%s: must be a name of printable characters (UTF-8)",
                         ph_options[id].name);
    free(argument);
    return status;
}

static enum ph_status add(struct ph_call *call, enum ph_option_id id, const char *value,
                          struct ph_error *error)
{
    enum ph_status status = check_value(call->command, id, value, error);
    if (status != PH_OK)
        return status;
    call->settings = ph_grow(call->settings, call->setting_count, &call->setting_capacity,
                             sizeof *call->settings);
    call->settings[call->setting_count++] = (struct ph_setting){id, value};
    return PH_OK;
}

static enum ph_status refuse_unknown(const struct ph_command *command, const char *text,
                                     struct ph_error *error)
{
    const char *names[PH_OPTION_COUNT];
    size_t count = 0;
    for (int id = 0; id < PH_OPTION_COUNT; id++)
        if (ph_command_takes(command, (enum ph_option_id)id))
            names[count++] = ph_options[id].name;
    struct ph_buffer wrong = {0};
    ph_buffer_add(&wrong, text + 2, strcspn(text + 2, "="));
    const char *near = ph_nearest(ph_buffer_text(&wrong), names, count);
    ph_fail(error, PH_USAGE, "%s has no option --%s%s%s%s; see penholder %s --help", command->name,
            ph_buffer_text(&wrong), near ? "; is --" : "", near ? near : "", near ? " meant?" : "",
            command->name);
    ph_buffer_free(&wrong);
    return PH_USAGE;
}

/* getopt_long said '?' or ':'. `text` is the argument that it stumbled over. */
static enum ph_status refuse(const struct ph_command *command, int found, const char *text,
                             struct ph_error *error)
{
    int id = optopt ? id_of(command, optopt) : -1;
    if (id >= 0 && !ph_command_takes(command, (enum ph_option_id)id))
        id = -1;
    if (id >= 0 && found == ':') {
        char *argument = ph_option_argument(command, (enum ph_option_id)id);
        ph_fail(error, PH_USAGE, "--%s wants a value: %s", ph_options[id].name, argument);
        free(argument);
        return PH_USAGE;
    }
    if (id >= 0)
        return ph_fail(error, PH_USAGE, "--%s takes no value", ph_options[id].name);
    if (strncmp(text, "--", 2) == 0)
        return refuse_unknown(command, text, error);
    return ph_fail(error, PH_USAGE, "%s has no option -%c; see penholder %s --help", command->name,
                   optopt, command->name);
}

static enum ph_status check_count(const struct ph_call *call, struct ph_error *error)
{
    const struct ph_command *command = call->command;
    if (ph_call_has(call, PH_OPTION_PATTERN)) {
        if (call->count == 0)
            return PH_OK;
        return ph_fail(error, PH_USAGE,
                       "%s: a pattern stands in the place of sources: give "
                       "--pattern or '%s', not both",
                       command->name, call->arguments[0]);
    }
    if (call->count >= command->least && call->count <= command->most)
        return PH_OK;
    return ph_fail(error, PH_USAGE, "%s: too %s arguments; usage: penholder %s %s%s", command->name,
                   call->count < command->least ? "few" : "many", command->name, "[OPTION...] ",
                   command->arguments);
}

/* The format that the ending of a file's name stands for; NULL: none of the command's. Markdown is
 * text, which keeps its marks. */
static const char *format_of_ending(const struct ph_command *command, bool document,
                                    const char *path)
{
    const char *ending = strrchr(ph_file_name(path), '.');
    const struct ph_format *format = document ? ph_format_of_file(path) : NULL;
    if (format)
        return format->name;
    if (!ending || !*command->formats)
        return NULL;
    if (strcmp(ending, ".txt") == 0 || (document && strcmp(ending, ".md") == 0))
        return "text";
    if (document)
        return NULL;
    return is_choice(command->formats, ending + 1) ? ending + 1 : NULL;
}

/* A command writes documents always, or where it is to fix one. */
static bool writes_document(const struct ph_call *call)
{
    return !*call->command->formats || ph_call_has(call, PH_OPTION_FIX);
}

static enum ph_status choose_format(struct ph_call *call, struct ph_error *error)
{
    const char *path = ph_call_value(call, PH_OPTION_OUTPUT);
    bool ending = call->command->formats && path && strcmp(path, "-") != 0;
    call->format = ph_call_value(call, PH_OPTION_FORMAT);
    if (!call->format)
        call->format =
            ending ? format_of_ending(call->command, writes_document(call), path) : "text";
    if (call->format)
        return PH_OK;
    char *formats = ph_option_argument(call->command, PH_OPTION_FORMAT);
    ph_fail(error, PH_USAGE, "%s: its ending says no format: give --format %s", path, formats);
    free(formats);
    return PH_USAGE;
}

enum ph_status ph_call_parse(const struct ph_command *command, int argc, char **argv,
                             struct ph_call *call, struct ph_error *error)
{
    struct tables tables;
    make_tables(command, &tables);
    *call = (struct ph_call){.command = command};
    opterr = 0;
    optind = 0; /* glibc: start anew */
    for (;;) {
        int at = optind > 0 ? optind : 1;
        int found = getopt_long(argc, argv, tables.letters, tables.longs, NULL);
        if (found == -1)
            break;
        enum ph_status status =
            found == '?' || found == ':'
                ? refuse(command, found, argv[optind > at ? optind - 1 : at], error)
                : add(call, (enum ph_option_id)id_of(command, found), optarg, error);
        if (status != PH_OK)
            return status;
    }
    call->arguments = argv + optind;
    call->count = argc - optind;
    if (ph_call_has(call, PH_OPTION_HELP))
        return PH_OK;
    enum ph_status status = check_count(call, error);
    return status == PH_OK ? choose_format(call, error) : status;
}

void ph_call_free(struct ph_call *call)
{
    free(call->settings);
    *call = (struct ph_call){0};
}

bool ph_call_has(const struct ph_call *call, enum ph_option_id option)
{
    for (size_t i = 0; i < call->setting_count; i++)
        if (call->settings[i].option == option)
            return true;
    return false;
}

const char *ph_call_value(const struct ph_call *call, enum ph_option_id option)
{
    for (size_t i = call->setting_count; i-- > 0;)
        if (call->settings[i].option == option)
            return call->settings[i].value;
    return NULL;
}

const char *ph_call_clean(const struct ph_call *call, enum ph_option_id option,
                          struct ph_arena *arena)
{
    struct ph_buffer clean = {0};
    const char *value = ph_call_value(call, option);
    if (value)
        ph_utf8_clean(value, strlen(value), &clean);
    const char *kept = ph_arena_copy(arena, ph_buffer_text(&clean));
    ph_buffer_free(&clean);
    return kept;
}

int ph_call_number(const struct ph_call *call, enum ph_option_id option)
{
    const char *value = ph_call_value(call, option);
    return value ? number(value) : 0;
}
