/* The lexicon (rules/en/lexicon.xml): the words of the house as data. Opening phrases, the lines
 * of a masthead, and the entities that stand in running text (sessions, citations, dates,
 * symbols, periods, counts, quoted titles) with the patterns that find them. */
#ifndef PH_UN_LEXICON_H
#define PH_UN_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/grams.h"
#include "base/pack.h"
#include "base/status.h"
#include "base/word_starts.h"

struct ph_lexicon;

/* Loads a lexicon file; NULL: the one that comes with the program, whose patterns are compiled when
 * they are first used. PH_FORMAT with file and line.
 * Free with ph_lexicon_free. */
enum ph_status ph_lexicon_load(const char *path, struct ph_lexicon **lexicon,
                               struct ph_error *error);
/* The one that comes with the program, of a pack that must live as long; NULL: it is not in it.
 * Free with ph_lexicon_free. */
struct ph_lexicon *ph_lexicon_of_pack(const struct ph_pack *pack);
void ph_lexicon_pack(const struct ph_lexicon *lexicon, struct ph_pack_maker *maker);
void ph_lexicon_free(struct ph_lexicon *lexicon); /* NULL is allowed */

/* ---- opening phrases (UN-FORMAT rules 4, 5, 26-38) ---- */

enum ph_part { PH_NO_PART, PH_PREAMBLE, PH_OPERATIVE_PART };
enum ph_adverb { PH_NO_ADVERB, PH_ALSO, PH_FURTHER };

struct ph_opening {
    enum ph_part part;  /* the part in which such a phrase stands; PH_NO_PART: none found */
    const char *phrase; /* without adverb, as listed: "Notes with appreciation"; the lexicon's,
                           one copy of the same words, also where they are not listed */
    bool known;         /* in the list; false: only of the right form (participle, verb in -s) */
    enum ph_adverb adverb;
    size_t from, to; /* the whole phrase in the text, with its adverb: what is italic */
    size_t adverb_from, adverb_to; /* the adverb in the text; equal: none */
};

/* The opening phrase of a paragraph: the longest listed one at its start, else one or more words
 * of the right form ("Viewing with appreciation"; "Proclaims"). It begins with a capital letter.
 * `part` says where the paragraph stands: only phrases of that part are looked for; PH_NO_PART:
 * either. An adverb is found wherever it stands, also in the wrong place; "further" that belongs
 * to the noun behind it ("Encourages further efforts") is none. false: none, and the opening is
 * all 0. */
bool ph_lexicon_opening(const struct ph_lexicon *lexicon, const char *text, size_t length,
                        enum ph_part part, struct ph_opening *opening);

/* The same text with the adverb of its opening phrase set, moved or removed, capital letters put
 * right: "Also notes" / "Notes", "Referring" / "Referring further", "Noting with concern also"
 * (rules 27-29). Caller frees. */
char *ph_lexicon_set_adverb(const struct ph_lexicon *lexicon, const char *text, size_t length,
                            const struct ph_opening *opening, enum ph_adverb adverb);

/* Whether a verb takes also / further only with the same addressee (Requests, Invites, Urges,
 * Encourages, Calls upon: rule 31). */
bool ph_lexicon_has_addressee(const struct ph_lexicon *lexicon, const char *phrase);

/* ---- lines of a masthead and other furniture ---- */

/* A line pattern of the lexicon that a whole line, or its start, matches: <line name="..."/>.
 * Names: junk, note-rule, reissued, sponsors-note; masthead (several fields run together in one
 * line), distribution, original, language, session, committee, agenda-item, symbol,
 * united-nations, organ-name ("General Assembly"), organ ("The General Assembly,"); adopted,
 * adopted-on, source, number ("73/331." before the title), sponsors, proposal, meeting, date;
 * letter-date, request, signed, annex; job, page; series-link. `value` gets the group "value" of
 * the pattern (offsets), or the whole match. Tries lines in file order. */
struct ph_line {
    const char *name;            /* the lexicon's */
    size_t from, to;             /* the value */
    size_t match_from, match_to; /* the whole match */
};
bool ph_lexicon_line(const struct ph_lexicon *lexicon, const char *text, size_t length,
                     struct ph_line *line);
/* Whether a line of that name starts the text, be it that another one does, too: quicker. */
bool ph_lexicon_line_may_be(const struct ph_lexicon *lexicon, const char *name, const char *text,
                            size_t length);
/* ph_lexicon_line for one name only, anywhere in the text from `from` on, also inside other words:
 * fields are found in text that was run together. */
bool ph_lexicon_find_line(const struct ph_lexicon *lexicon, const char *name, const char *text,
                          size_t length, size_t from, struct ph_line *line);

/* ---- entities in running text ---- */

/* kind, words, number and other:
 *   session            "sixty-fifth" (of the General Assembly), 65
 *   other-session      the same, of another body, or a special session
 *   citations          "64/256 of 2 March 2010 and 65/122 of ..." (ph_citations_parse), the session
 *                      of the last, and how many
 *   sc-resolution      "1631 (2005) of 17 October 2005", 1631, 2005
 *   other-citation     "37/12 of 22 March 2018", of other organs, decisions, without a date
 *   symbol             "A/73/328–S/2018/592", 328, the session or else the year
 *   date, days         "2 March 2010", "27 to 30 May 2024": YYYYMMDD of the last day
 *   month, year        "March 2010", "2023": the year
 *   period             "2009–2019", "2009 to 2019": the last and the first year
 *   age                "25 years" (since, after), 25
 *   edition            "twentieth" (anniversary), 20
 *   paragraph-reference "7", "5 to 8": the first number and the last if there are several
 *   quotation          the words between double quotation marks, which are not in it; left out
 *                      where a session or a cited resolution stands inside */
struct ph_entity {
    const char *kind; /* the lexicon's */
    size_t from, to;  /* in the text: the words named above, no more */
    long number;      /* 0 where there is none */
    long other;
};

/* Finds the entities of a text, in order, without overlaps; where two patterns match at one place
 * the one listed first in the lexicon wins. Returns how many; *entities is the caller's to free. */
size_t ph_lexicon_entities(const struct ph_lexicon *lexicon, const char *text, size_t length,
                           struct ph_entity **entities);

/* Whether any pattern finds entities of that kind. */
bool ph_lexicon_has_entity(const struct ph_lexicon *lexicon, const char *kind);

/* What may be an entity of a kind, in a text of which `grams` and `starts` are known: all of the
 * kind that ph_lexicon_entities finds there and more, in no order, others too; but few patterns are
 * looked for. Returns how many; *entities is the caller's to free. */
size_t ph_lexicon_candidates(const struct ph_lexicon *lexicon, const char *kind, const char *text,
                             size_t length, const struct ph_grams *grams,
                             const struct ph_word_starts *starts, struct ph_entity **entities);

/* The kinds, each as often as it has patterns; free() the list. Returns how many. */
size_t ph_lexicon_kinds(const struct ph_lexicon *lexicon, const char ***kinds);

/* A pattern with every {name} in it replaced by what the lexicon defines by that name; NULL: a name
 * is not defined, uses itself, or the pattern grows too long. free() it. */
char *ph_lexicon_expand(const struct ph_lexicon *lexicon, const char *pattern);

/* A named list of words of the lexicon ("function-words"; those of States are read by
 * un/states.h), NULL-terminated and owned by the lexicon; NULL when there is no such list. */
const char *const *ph_lexicon_list(const struct ph_lexicon *lexicon, const char *name);

#endif
