/* libpenholder: the public interface. One piece of work is a handful of sources and what is made
 * of them; each step does the steps before it that are still missing:
 *
 *     struct ph_work work = {0};
 *     struct ph_error error;
 *     if (ph_work_add(&work, "resolutions", &error) == PH_OK &&
 *         ph_work_draft(&work, 0, &error) == PH_OK)
 *         ph_format_find("docx")->write(work.draft, &options, &out, &error);
 *     ph_work_free(&work);
 *
 * What a step makes stands in the struct, belongs to it and goes away with it. The parts are in
 * the headers below; nothing else is needed to use the library. */
#ifndef PENHOLDER_H
#define PENHOLDER_H

#include "archive/build.h"
#include "archive/facts.h"
#include "archive/known.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/status.h"
#include "check/accepted.h"
#include "check/check.h"
#include "check/fix.h"
#include "compare/compare.h"
#include "doc/checklist.h"
#include "doc/finding.h"
#include "doc/node.h"
#include "draft/answers.h"
#include "draft/draft.h"
#include "learn/backtest.h"
#include "learn/pattern.h"
#include "read/read.h"
#include "rules/profile.h"
#include "rules/rule.h"
#include "un/lexicon.h"
#include "write/write.h"

struct ph_work {
    struct ph_lexicon *lexicon;
    struct ph_rules *rules;
    struct ph_pack *pack; /* where both come from in part; NULL: all from their files */
    const char *profile;  /* of the rules, a name or a file; NULL: all count as their files say. The
                             caller's; set before the first step that needs rules */
    struct ph_accepted *accepted; /* of the document that is checked: these findings are set aside.
                                     The caller's; NULL: none */
    const struct ph_lookup *lookup; /* what is known of resolutions that a text cites, for
                                       ph_work_check; NULL: nothing. The caller's */
    bool strict_rules, whole_rules; /* see struct ph_rules; whole: with their examples, from their
                                       files; set before, too */
    struct ph_document **sources;   /* what the series is learned from, in the order added */
    size_t source_count, source_capacity;
    struct ph_known *known; /* what else is known: ph_work_archive; NULL: nothing */
    int before;             /* of it, only what is of sessions before this and the draft's; 0: the
                               draft's */
    int session;            /* that the pattern was learned for, as asked */
    struct ph_answers answers; /* what a person knows: add to them before the draft is made */
    struct ph_pattern *pattern;
    unsigned
        ways; /* what `tracked` shows besides: PH_COMPARE_..., set before it is made; 0: nothing */
    struct ph_document *draft, *tracked, *memorandum;
    struct ph_backtest *backtest;
    struct ph_buffer remarks; /* about sources and answers, one a line: "notes.odt: skipped: ..." */
};

void ph_work_free(struct ph_work *work); /* leaves it empty, ready to be used anew */

/* The words and the rules that come with the program, loaded when they are first needed. */
enum ph_status ph_work_lexicon(struct ph_work *work, struct ph_error *error);
enum ph_status ph_work_rules(struct ph_work *work, struct ph_error *error);
/* Those of the rules that check a document: all that a check without a series needs. */
enum ph_status ph_work_checking_rules(struct ph_work *work, struct ph_error *error);

/* Writes the pack of these (base/pack.h), made of their files as they are now: with it in its place
 * (ph_pack_path) all that is above starts in a part of the time. PH_IO: it cannot be written, or is
 * there and not to be replaced (`force`). */
enum ph_status ph_work_write_pack(const char *path, bool force, struct ph_error *error);

/* Reads one file ("-": standard input) into a document that is the caller's to free; what its
 * reader has to say goes to the remarks. Changes that are tracked in it are marks. */
enum ph_status ph_work_read(struct ph_work *work, const char *path, struct ph_document **document,
                            struct ph_error *error);

/* The same as an ph_archive_reader (archive/readers.h) wants it, changes accepted; `work` is a
 * struct ph_work whose lexicon is loaded. */
enum ph_status ph_work_read_for_archive(void *work, const char *path, struct ph_document **document,
                                        int *rank, struct ph_error *error);

/* The same, with the bytes of the file added to `bytes`. */
enum ph_status ph_work_read_bytes(struct ph_work *work, const char *path, struct ph_buffer *bytes,
                                  struct ph_document **document, struct ph_error *error);

/* The document that the draft with its changes is against, and the bytes of its file. It belongs to
 * the work. PH_NOTHING where it is no file of its own: it came from standard input or from a
 * pattern, or is the annex of a letter. */
enum ph_status ph_work_base(const struct ph_work *work, struct ph_buffer *bytes,
                            const struct ph_document **before, struct ph_error *error);

/* Whether these bytes, which were read as a document, are a package that changes can be put into.
 */
bool ph_work_is_package(const struct ph_buffer *bytes);

/* Two documents, what changed between which goes into the file of the old one. */
struct ph_put {
    unsigned ways;                   /* PH_COMPARE_... */
    const struct ph_buffer *package; /* the file that `before` was read from */
    const struct ph_document *before, *after;
    const struct ph_write_options *options;
    struct ph_changes changes; /* is set */
};
/* Compares them, and appends the package with what changed put into it (ph_work_in_place). Where a
 * paragraph that is split or merged cannot safely be so in that file, its words go and come; where
 * looks cannot be changed, they stay, and the remarks say so. */
enum ph_status ph_work_put_changes(struct ph_work *work, struct ph_put *put, struct ph_buffer *out,
                                   struct ph_error *error);

/* Appends the package of `before` with the changes of `marked` (ph_compare of it) put into its own
 * words as tracked ones (ph_write_inplace), when what was made, read back, is `before` with all
 * changes rejected and the new text with all accepted, paragraph by paragraph; the masthead is not
 * compared. `name` is what messages call the file. PH_FORMAT where it cannot be done safely, with
 * the place. What is left out goes to the remarks. */
enum ph_status ph_work_in_place(struct ph_work *work, const char *name,
                                const struct ph_buffer *package, const struct ph_document *marked,
                                const struct ph_write_options *options, struct ph_buffer *out,
                                struct ph_error *error);

/* Appends the package that a checked document was read from - NULL: a new Word document of it -
 * with a comment at the words of each of its sorted findings, and each fix as a tracked change;
 * what has no words in the text is said at the title. A fix that cannot be put in safely is only
 * said, with a remark. Otherwise as ph_work_in_place. */
enum ph_status ph_work_check_word(struct ph_work *work, const struct ph_findings_view *view,
                                  const struct ph_buffer *package,
                                  const struct ph_write_options *options, struct ph_buffer *out,
                                  struct ph_error *error);
/* Appends a typed text (ph_read_is_typed) with the words of `after` in the place of those of
 * `before`, as which it was read (ph_write_intext), when what was made, read back, is `after`,
 * paragraph by paragraph; the masthead is not compared. PH_FORMAT where it cannot be done
 * safely. */
enum ph_status ph_work_in_text(struct ph_work *work, const struct ph_buffer *bytes,
                               const struct ph_document *before, const struct ph_document *after,
                               struct ph_buffer *out, struct ph_error *error);

/* Adds a copy of a document that was read to the sources, changes tracked in it accepted. */
void ph_work_add_read(struct ph_work *work, const struct ph_document *document);

/* Adds a file, or every document in a folder, to the sources, changes tracked in it accepted. In a
 * folder, what is no document is skipped, with a remark where it is no file of accepted findings
 * (ph_accepted_is). PH_NOTHING when a folder holds no document.
 */
enum ph_status ph_work_add(struct ph_work *work, const char *path, struct ph_error *error);

/* Opens an archive: from now on drafts use what it knows of other series, but nothing of the
 * session that is drafted for or a later one, nor of `before` or a later one (0: only that). Errors
 * as ph_store_open. */
enum ph_status ph_work_archive(struct ph_work *work, const char *path, int before,
                               struct ph_error *error);

/* Adds a file or a folder, or the members of a series of the archive (archive/named.h) from
 * sessions before `before` (0: all), to the sources. */
enum ph_status ph_work_add_named(struct ph_work *work, const char *name, int before,
                                 struct ph_error *error);

/* Learns the pattern of the sources; session: the one to draft for, 0: find it. The pattern's own
 * remarks are in the pattern. PH_NOTHING when there is no resolution among them. */
enum ph_status ph_work_learn(struct ph_work *work, int session, struct ph_error *error);

/* Reads a pattern that learn wrote ("-": standard input), in the place of sources and of learning
 * from them; session: the one to draft for, 0: the one that the file names. The steps below take it
 * when they are asked for the same session. */
enum ph_status ph_work_pattern(struct ph_work *work, const char *path, int session,
                               struct ph_error *error);

/* The draft; the draft with its changes against the resolution that it starts from; the letter
 * with the explanatory memorandum and the draft. The answers are in the places that ask for them;
 * PH_USAGE or PH_FORMAT when one is not of the form that is asked for. */
enum ph_status ph_work_draft(struct ph_work *work, int session, struct ph_error *error);
enum ph_status ph_work_tracked(struct ph_work *work, int session, struct ph_error *error);
enum ph_status ph_work_memorandum(struct ph_work *work, int session, struct ph_error *error);

/* Drafts every member of the series but the first, or only the last, from those of earlier sessions
 * alone, and judges the drafts by what was adopted. Where a session has several texts, the latest.
 * PH_NOTHING when all texts are of one session. */
enum ph_status ph_work_backtest(struct ph_work *work, bool only_last, struct ph_error *error);
/* Whether what was made last asks for all the answers; the error lists what it asks for. */
enum ph_status ph_work_answered(const struct ph_work *work, struct ph_error *error);

/* Adds to `findings` what the checking rules say about a document and, when there are sources,
 * what departs from their pattern: as it was before `session`; 0: before the document's own. What
 * was accepted is set aside. */
enum ph_status ph_work_check(struct ph_work *work, const struct ph_document *document, int session,
                             struct ph_findings *findings, struct ph_error *error);

/* All certain fixes of what ph_work_check finds, put into a copy of the document
 * (ph_check_fix_all). Free with ph_fixed_free, also after an error. */
enum ph_status ph_work_fix(struct ph_work *work, const struct ph_document *document, int session,
                           bool looks, struct ph_fixed *fixed, struct ph_error *error);

/* Keeps those fixes of ph_work_fix that can be put into the document's own package safely, as
 * ph_work_in_place says, and checks again; a remark for each paragraph that keeps its words.
 * `before` is the document as it was read, `checked` what was fixed: the same, changes accepted. */
enum ph_status ph_work_fit(struct ph_work *work, const struct ph_buffer *package,
                           const struct ph_document *before, const struct ph_document *checked,
                           int session, struct ph_fixed *fixed, struct ph_error *error);

#endif
