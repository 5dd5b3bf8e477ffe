/* Slips of the pen: words that are not English and one letter away from a word that resolutions
 * often use. A slip is a letter left out, put in, changed, or swapped with its neighbour; letters
 * that a scanner takes for others; a word torn by a space or a hyphen; a small word that ran into
 * another.
 *
 * The words are data (rules/en/words.txt): one a line, in small letters; behind a word that may be
 * meant by a slip, a space and the number of adopted texts that use it. Before them may stand lines
 *     endings: s/s ed ing    what words may end with that are not on the list, each time: behind
 * the stroke the letters behind which it does not stand small: of the          words that run into
 * others looks: rn/m m/rn       letters that a scanner takes for others: what stands there, what is
 *                            meant; of several that fit equally well the first counts */
#ifndef PH_RULES_SPELLING_H
#define PH_RULES_SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pack.h"
#include "base/status.h"
#include "doc/node.h"

struct ph_spelling;

/* Loads a list of words. PH_FORMAT with file and line for a line that is none of these. Free with
 * ph_spelling_free. */
enum ph_status ph_spelling_load(const char *path, struct ph_spelling **spelling,
                                struct ph_error *error);
/* That of a pack, which must live as long; NULL: it has none. Free with ph_spelling_free. */
struct ph_spelling *ph_spelling_of_pack(const struct ph_pack *pack);
void ph_spelling_pack(const struct ph_spelling *spelling, struct ph_pack_maker *maker);
void ph_spelling_free(struct ph_spelling *spelling); /* NULL is allowed */

/* Whether a word, in letters of either case, is on the list, by its hash (struct ph_word). A
 * shorter way to what ph_spelling_meant says of most words: nothing. */
bool ph_spelling_knows(const struct ph_spelling *spelling, uint64_t hash);

/* What is meant by the word of a text that starts at `from`, in small letters; of several words
 * the one that most texts use. NULL: it is no slip, or nobody can tell (a name, an acronym, a part
 * of an address, letters beyond English). *end is the offset behind the word, which is
 * at most PH_SLIP bytes. The words belong to the spelling and live until it is asked again. */
enum { PH_SLIP = 32 };
const char *ph_spelling_meant(struct ph_spelling *spelling, const struct ph_text *text, size_t from,
                              size_t *end);

#endif
