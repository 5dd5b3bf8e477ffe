/* The small documents in the examples of checking rules.
 *
 *   <bad session="75"> <op>Requests the ..., <here>75th</here> session;</op>
 *     <fixed>Requests the ..., seventy-fifth session;</fixed> </bad>
 *
 * <bad> and <good> hold <field name="">, <title>, <organ>, <pp>, <op>, <para>, <sub>, <heading>,
 * <annex label=""> and <document genre="">; their genre is a draft's unless attribute `genre` says
 * otherwise, attribute `session` gives the session line,
 * `remarks` what the reader of the file had to say, `properties` what the file says of itself.
 * Numbers are in attribute `number`; where it is missing operative paragraphs and sub-paragraphs
 * get the number they have by order, and number="" is none. Words hold <i>, <b>, <sup>, <here> and
 * <note id="" mark="">, a footnote at that place; <again note=""> mentions it once more; a
 * zero-width space (&#x200B;) is left out as readers do. Attribute here="yes" marks a whole
 * paragraph, and on <bad> the whole document; <fixed> gives the words of the marked paragraph after
 * the fix, and with <i>, <b> and <sup> how they look, where the fix is one of looks. */
#ifndef PH_RULES_EXAMPLE_H
#define PH_RULES_EXAMPLE_H

#include <libxml/tree.h>

#include "doc/node.h"
#include "doc/restyle.h"
#include "un/lexicon.h"

struct ph_example {
    struct ph_document *document;
    const struct ph_node *node;        /* the marked one; NULL: nothing is marked */
    size_t from, to;                   /* from == to: the whole of it */
    char *fixed;                       /* NULL: none stated */
    const struct ph_node *fixed_words; /* the same with its looks */
};

/* Makes the document of a <bad> or <good>. Free with ph_example_free. */
void ph_example_make(const xmlNode *element, const struct ph_lexicon *lexicon,
                     struct ph_example *example);
/* Puts words in the place of bytes [from, to) of the marked node. */
void ph_example_fix(struct ph_example *example, const struct ph_lexicon *lexicon, size_t from,
                    size_t to, const char *words);
/* Lets bytes [from, to) of the marked node look so. */
void ph_example_restyle(struct ph_example *example, const struct ph_restyle *look, size_t from,
                        size_t to);
void ph_example_free(struct ph_example *example);

#endif
