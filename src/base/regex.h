/* Patterns of the lexicon and the rules: PCRE2 in UTF mode with JIT, and limits on what one
 * match may cost, because patterns and texts both come from users. */
#ifndef PH_BASE_REGEX_H
#define PH_BASE_REGEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/grams.h"
#include "base/regex_needs.h"
#include "base/status.h"
#include "base/word_starts.h"

enum { PH_REGEX_GROUPS = 16 };    /* captures that a match hands out, whole match included */
enum { PH_REGEX_LENGTH = 20000 }; /* bytes of the longest pattern */

struct ph_regex;

struct ph_match {
    bool gave_up; /* nothing was found, because to go on would have cost too much */
    size_t count; /* groups set, at least 1 */
    size_t from[PH_REGEX_GROUPS], to[PH_REGEX_GROUPS]; /* bytes; from == to == SIZE_MAX: unset */
};

/* Compiles; `where` (file:line) starts the error message. Extended syntax: white space and
 * comments in the pattern do not count if `extended`; letters match either case if `caseless`.
 * Free with ph_regex_free. PH_FORMAT when the pattern is wrong. */
enum ph_status ph_regex_new(const char *pattern, bool extended, bool caseless, const char *where,
                            struct ph_regex **regex, struct ph_error *error);
/* The same, compiled when it is first used: for patterns of the program itself that most runs never
 * need. One that is wrong ends the program with a message: it must be proved by a test, or
 * ph_regex_ready be asked before. */
struct ph_regex *ph_regex_new_late(const char *pattern, bool extended, bool caseless,
                                   const char *where);
/* The same for one that is only searched with ph_regex_find_at_words. */
struct ph_regex *ph_regex_new_at_words(const char *pattern, bool extended, bool caseless,
                                       const char *where);
void ph_regex_free(struct ph_regex *regex);

/* Before it is compiled: it is a stranger's, see base/regex_watch.h. */
void ph_regex_watch(struct ph_regex *regex);

/* Compiles what is not compiled yet; PH_FORMAT when the pattern is wrong. */
enum ph_status ph_regex_ready(const struct ph_regex *regex, struct ph_error *error);

/* false: no stretch of the text can match. A look at the bits of a text says so for most patterns,
 * without compiling them. */
bool ph_regex_may_match(const struct ph_regex *regex, const struct ph_grams *text);

/* What a text must have for the pattern to match; NULL: nothing is known. It lives as long as the
 * pattern. */
const ph_needs *ph_regex_needs_of(const struct ph_regex *regex);

/* The first match in text[from, length); false when none, or when it would cost too much. Groups
 * are numbered; ph_regex_group tells the number of a named group, -1 when there is none. */
bool ph_regex_find(const struct ph_regex *regex, const char *text, size_t length, size_t from,
                   struct ph_match *match);
/* The same for a text whose words start there (ph_word_starts_of): a pattern that begins with a
 * word is tried nowhere else, which takes a small part of the time. */
bool ph_regex_find_at_words(const struct ph_regex *regex, const char *text, size_t length,
                            size_t from, const struct ph_word_starts *starts,
                            struct ph_match *match);
/* With what a match of the pattern may start; NULL: with anything, or it was not compiled yet. It
 * lives as long as the pattern. */
const struct ph_pattern_starts *ph_regex_starts(const struct ph_regex *regex);
int ph_regex_group(const struct ph_regex *regex, const char *name);

/* `template` with $1 ... $9 or ${name} replaced by the groups of `match`; $$ is a dollar. The
 * modifiers ${upper:1} and ${lower:1} change the first letter. Caller frees. */
char *ph_regex_fill(const struct ph_regex *regex, const char *template_text, const char *text,
                    const struct ph_match *match);

#endif
