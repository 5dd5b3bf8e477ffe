/* How words look, apart from what they say: italic, bold, superscript, and what is to be done about
 * it. */
#ifndef PH_DOC_RESTYLE_H
#define PH_DOC_RESTYLE_H

#include "doc/node.h"

/* What words are to look like; in a table of its own, which outlives everything. */
struct ph_restyle {
    const char *name; /* in rule files: "italic", "roman" */
    const char *said; /* to people, behind the words: "set in italics" */
    enum ph_inline_kind kind;
    bool on;
};

/* NULL: there is none. */
const struct ph_restyle *ph_restyle_by_name(const char *name);
/* The next one, from *at on, that leads from the one looks to the other (PH_BIT of the kinds), and
 * the place behind it; NULL: none. */
const struct ph_restyle *ph_restyle_next(unsigned before, unsigned now, size_t *at);

/* Whether bytes [from, to) of a text do not look like that everywhere. */
bool ph_restyle_changes(const struct ph_text *text, const struct ph_restyle *restyle, size_t from,
                        size_t to);
/* Lets bytes [from, to) of a node's words look like that; everything else stays. What touches is
 * one stretch afterwards. */
void ph_restyle_put(struct ph_node *node, const struct ph_restyle *restyle, size_t from, size_t to);

/* Bytes that look alike: PH_BIT (doc/stretch.h) of their looks. */
struct ph_looks {
    size_t from, to;
    unsigned looks;
};
/* How bytes [from, to) of a text look by its inlines, in order and without gaps; free() the list.
 */
size_t ph_looks_of(const struct ph_text *text, size_t from, size_t to, struct ph_looks **list);
/* Those looks as PH_RESTYLED wants them: "italic bold", "" for none; and the other way round. */
const char *ph_looks_name(unsigned looks);
unsigned ph_looks_named(const char *name);
/* Whether two texts of the same bytes look the same; how their spaces look nobody sees. */
bool ph_looks_are_same(const struct ph_text *one, const struct ph_text *other);

#endif
