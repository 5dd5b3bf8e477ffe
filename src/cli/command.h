/* The command line: commands, options, exit codes and formats stand in the .def tables; this is
 * what they become, and how a command asks what it was called with. */
#ifndef PH_CLI_COMMAND_H
#define PH_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"

enum ph_exit {
#define PH_EXIT(number, name, what) PH_EXIT_##name = (number),
#include "cli/exits.def"
#undef PH_EXIT
};

enum ph_option_id {
#define PH_OPTION(name, text, letter, argument, what) PH_OPTION_##name,
#include "cli/options.def"
#undef PH_OPTION
    PH_OPTION_COUNT
};

struct ph_option {
    const char *name;
    int letter;           /* 0: none */
    const char *argument; /* NULL: a flag; see options.def */
    const char *what;
};
extern const struct ph_option ph_options[PH_OPTION_COUNT];

struct ph_call;

struct ph_command {
    const char *name; /* as it is typed: "draft", "archive build" */
    int least, most;  /* arguments */
    const char *arguments;
    const char *formats; /* "a|b|c"; "": those of documents; NULL: no choice */
    unsigned long takes; /* bit PH_OPTION_X set: the command takes it */
    const char *summary, *more;
    const char *examples; /* "command line\twhat it is good for\n", repeated */
    enum ph_status (*run)(struct ph_call *call, struct ph_error *error);
};
extern const struct ph_command ph_commands[];
extern const size_t ph_command_count;
/* The command that the first of the words name, and of how many; NULL: none, and the error says
 * which may be meant. */
const struct ph_command *ph_command_find(char *const *words, int count, int *used,
                                         struct ph_error *error);
/* The length of the name of the group that a command belongs to, "archive" of "archive build"; 0:
 * it stands alone. Commands of a group follow each other in the table. */
size_t ph_command_group(const struct ph_command *command);
bool ph_command_in_group(const struct ph_command *command, const char *group);
/* The first of a group or a command that stands alone: what is to be typed first. */
bool ph_command_is_first(const struct ph_command *command);

bool ph_command_takes(const struct ph_command *command, enum ph_option_id option);
bool ph_option_everywhere(enum ph_option_id option); /* every command takes it */
/* What an option's argument may be, for this command: "FILE", "N", "text|xml"; NULL: a flag.
 * Caller frees. */
char *ph_option_argument(const struct ph_command *command, enum ph_option_id option);

/* ---- a call ---- */

struct ph_setting {
    enum ph_option_id option;
    const char *value; /* NULL: a flag */
};

struct ph_call {
    const struct ph_command *command;
    char **arguments;
    int count;
    struct ph_setting *settings; /* in the order given */
    size_t setting_count, setting_capacity;
    const char *format; /* of the output: as given, else by the ending of -o FILE, else "text" */
    bool findings;      /* set by a command: ends with PH_EXIT_FINDINGS */
};

/* Reads the options behind the command's name; argv[0] is that name. Checks every value and the
 * count of arguments. PH_USAGE says what is wrong and what may be meant. After it, and after an
 * error, ph_call_free. */
enum ph_status ph_call_parse(const struct ph_command *command, int argc, char **argv,
                             struct ph_call *call, struct ph_error *error);
void ph_call_free(struct ph_call *call);

bool ph_call_has(const struct ph_call *call, enum ph_option_id option);
/* The value last given; NULL: none. ph_call_number: 0: none. */
const char *ph_call_value(const struct ph_call *call, enum ph_option_id option);
/* The same as text that the program can hold, in `arena`; "": none. */
const char *ph_call_clean(const struct ph_call *call, enum ph_option_id option,
                          struct ph_arena *arena);
int ph_call_number(const struct ph_call *call, enum ph_option_id option);

/* ---- explanations, made of the tables ---- */

/* Adds a term and what it means in the style of the page at hand. ph_each_ calls it for each row
 * of a table: the exit codes; the examples of a command, as command line and use. */
typedef void ph_add_pair(struct ph_buffer *out, const char *term, const char *what);
void ph_each_exit(struct ph_buffer *out, ph_add_pair *add);
void ph_each_example(const char *examples, struct ph_buffer *out, ph_add_pair *add);
void ph_add_option(const struct ph_command *command, enum ph_option_id id, struct ph_buffer *out,
                   ph_add_pair *add);

extern const char ph_about[]; /* the program in two sentences */

/* Appends the explanation of a command; of the program (NULL); of a group; the manual page. */
void ph_help(const struct ph_command *command, struct ph_buffer *out);
void ph_help_group(const char *group, struct ph_buffer *out);
void ph_manual(struct ph_buffer *out);

#endif
