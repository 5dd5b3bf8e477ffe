/* What commands share: the terminal, messages, and getting a document out. */
#ifndef PH_CLI_RUN_H
#define PH_CLI_RUN_H

#include "cli/command.h"
#include "penholder.h"

#define PH_COMMAND(name, least, most, arguments, formats, options, summary, more, examples)        \
    enum ph_status ph_command_##name(struct ph_call *call, struct ph_error *error);
#define PH_SUBCOMMAND(group, name, least, most, arguments, formats, options, summary, more,        \
                      examples)                                                                    \
    enum ph_status ph_command_##group##_##name(struct ph_call *call, struct ph_error *error);
#include "cli/commands.def"
#undef PH_SUBCOMMAND
#undef PH_COMMAND

/* ---- terminal.c ---- */

/* Columns of the terminal behind a file descriptor; 80 where there is none. */
int ph_terminal_width(int fd);
/* Whether to colour what goes to it: --color, then NO_COLOR, TERM=dumb, and whether it is one. */
bool ph_terminal_colour(const struct ph_call *call, int fd);
/* One message on standard error: "penholder: ..."; ph_remarks: one for each line, unless --quiet.
 */
void ph_complain(const char *message);
void ph_remarks(const struct ph_call *call, const struct ph_buffer *lines);

/* ---- emit.c ---- */

/* Whether the output goes to standard output. */
bool ph_emit_to_standard(const struct ph_call *call);
/* PH_USAGE where bytes that are no text ("Word document") would go to a terminal. */
enum ph_status ph_emit_beyond_terminal(const struct ph_call *call, const char *what,
                                       struct ph_error *error);
/* Writes bytes to -o FILE or standard output; says on standard error which file was written. */
enum ph_status ph_emit_bytes(const struct ph_call *call, const struct ph_buffer *bytes,
                             struct ph_error *error);
/* The writer's options that the call asks for, with the width and colour of standard output. */
struct ph_write_options ph_emit_options(const struct ph_call *call);
/* The format that the call asks for. */
const struct ph_format *ph_emit_format(const struct ph_call *call);
/* What a comparison shows besides in that format: PH_COMPARE_... Akoma Ntoso has no word for the
 * end of a paragraph. */
unsigned ph_emit_ways(const struct ph_call *call);
/* Writes a document with that writer and these options. */
enum ph_status ph_emit_written(const struct ph_call *call, ph_writer *write,
                               const struct ph_document *document,
                               const struct ph_write_options *options, struct ph_error *error);
/* Writes a document in the format that the call asks for. */
enum ph_status ph_emit_document(const struct ph_call *call, const struct ph_document *document,
                                struct ph_error *error);
/* Whether changes go into the old document's own file: it is a .docx, of these bytes, and one is
 * asked for without --fresh, and not only shown. */
bool ph_emit_is_in_place(const struct ph_call *call, const struct ph_buffer *bytes);
/* Writes the one document in `views` for Word with its findings as comments and changes: its own
 * file, where that is a .docx, else a new one (check_word.c). `bytes` are those of its file; empty:
 * they are read. PH_USAGE where there are several documents. */
enum ph_status ph_emit_findings(const struct ph_call *call, struct ph_work *work,
                                const struct ph_findings_view *views, size_t count,
                                struct ph_buffer *bytes, struct ph_error *error);
/* Compares the two documents of `put` as the call asks for, and writes the file of the old one with
 * what changed (ph_work_put_changes). */
enum ph_status ph_emit_in_place(const struct ph_call *call, struct ph_work *work,
                                struct ph_put *put, struct ph_error *error);
/* The same where ph_emit_is_in_place; else it writes the changes by that writer. put->changes says
 * what they amount to. */
enum ph_status ph_emit_changes(const struct ph_call *call, struct ph_work *work, struct ph_put *put,
                               ph_writer *write, struct ph_error *error);
/* The checklist of a document on standard error, unless --quiet. */
void ph_emit_checklist(const struct ph_call *call, const struct ph_document *document);

/* ---- check.c ---- */

/* Notes that the call ends with PH_EXIT_FINDINGS where one is as grave as --fail-on says. */
void ph_fail_on(struct ph_call *call, const struct ph_findings *findings);

/* ---- fix.c: check --fix ---- */

/* The one document whose bytes are needed, too, and as it was read, with what is tracked in it. */
struct ph_fix_file {
    struct ph_buffer bytes;
    struct ph_document *document;
};
/* Reads it, and adds it to the documents, changes accepted; for what is fixed, and for standard
 * input as a Word document. PH_USAGE where the call asks for what does not go with that. */
enum ph_status ph_fix_read(const struct ph_call *call, struct ph_fix_file *file,
                           struct ph_work *documents, struct ph_error *error);
void ph_fix_file_free(struct ph_fix_file *file);
/* Writes it with the certain fixes (--dry-run: shows them), and says on standard error which rules
 * did what, and what is left. `checked` is what ph_fix_read added; `series` holds the rules. */
enum ph_status ph_fix_write(struct ph_call *call, struct ph_work *series,
                            const struct ph_fix_file *file, const struct ph_document *checked,
                            struct ph_error *error);

/* ---- accepted.c: check --accept, and what was accepted before ---- */

/* PH_USAGE where --accept and --reason do not go with the rest of the call. */
enum ph_status ph_accepted_check_call(const struct ph_call *call, struct ph_error *error);
/* Reads what was accepted of a draft; NULL where there is no such file. */
enum ph_status ph_accepted_load(const char *draft, struct ph_accepted **accepted,
                                struct ph_error *error);
/* Says which entries of work->accepted no finding was set aside for, though their rules looked. */
void ph_accepted_say_stale(const struct ph_call *call, const struct ph_work *work,
                           const char *draft);
/* Writes the findings that --accept names into the file beside the draft, and sets them aside.
 * PH_NOTHING where there is none. */
enum ph_status ph_accepted_add(const struct ph_call *call, const char *draft,
                               struct ph_findings *findings, struct ph_error *error);

/* ---- sources ---- */

/* Adds every argument of the call, and passes the remarks on: files and folders to the documents
 * (ph_add_files), what ph_add_series takes to the sources. */
enum ph_status ph_add_sources(const struct ph_call *call, struct ph_work *work,
                              struct ph_error *error);
enum ph_status ph_add_files(const struct ph_call *call, struct ph_work *work,
                            struct ph_error *error);
/* Opens the --archive, where there is one, for what it knows. */
enum ph_status ph_add_archive(const struct ph_call *call, struct ph_work *work,
                              struct ph_error *error);
/* Adds a file, or what is in a folder; with --archive also the members of a series of that name
 * (archive/named.h), of sessions before --session and --before-session. */
enum ph_status ph_add_series(const struct ph_call *call, const char *name, struct ph_work *work,
                             struct ph_error *error);

#endif
