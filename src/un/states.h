/* States in lists of sponsors and in sentences: the Member States and the observer States that the
 * lexicon lists (member-states, observer-states), in English alphabetical order, which is the
 * order of the list. */
#ifndef PH_UN_STATES_H
#define PH_UN_STATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "un/lexicon.h"

struct ph_states;

/* The names stay the lexicon's, which must live as long. Free with ph_states_free. */
struct ph_states *ph_states_new(const struct ph_lexicon *lexicon);
void ph_states_free(struct ph_states *states); /* NULL is allowed */

size_t ph_states_count(const struct ph_states *states);
const char *ph_states_name(const struct ph_states *states, size_t state); /* as it is listed */

/* Reads a list as a person writes it: names between commas, semicolons and "and", in any case, as
 * they are listed or as they stand in a sentence ("the Islamic Republic of Iran"); an "and" inside
 * of a name is no joint. Adds to times[state] how often each is named (ph_states_count numbers).
 * false when a name is none of these: `unknown` gets it. */
bool ph_states_read(const struct ph_states *states, const char *text, unsigned *times,
                    struct ph_buffer *unknown);

/* The State that may be meant by another name: the one that begins with it ("Iran"), that holds it
 * ("Moldova"), or is spelled like it. NULL: none. */
const char *ph_states_nearest(const struct ph_states *states, const char *unknown);

/* Adds the States with times[state] above 0, in order: "Armenia, Belarus and Tajikistan"; in a
 * sentence with the article where there is one: "the Russian Federation". */
void ph_states_write(const struct ph_states *states, const unsigned *times, bool in_sentence,
                     struct ph_buffer *out);

#endif
