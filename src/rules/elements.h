/* The way back from the tree to its Akoma Ntoso form, and runs of paragraphs that open alike. */
#ifndef PH_RULES_ELEMENTS_H
#define PH_RULES_ELEMENTS_H

#include <libxml/tree.h>

#include "rules/cited.h"
#include "rules/functions.h"
#include "rules/said.h"
#include "un/adopted.h"
#include "un/states.h"

/* Finds the element of every node by its ->_private. Free with ph_elements_free. */
struct ph_elements *ph_elements_new(const xmlDoc *doc);
void ph_elements_free(struct ph_elements *elements);

/* The element made from a node; NULL when there is none (no elements: none). */
xmlNode *ph_elements_find(const struct ph_elements *elements, const struct ph_node *node);

/* The node that an element, or what stands in it, was made from; NULL: none. */
const struct ph_node *ph_elements_node(const struct ph_xpath_world *world, const xmlNode *element);

/* The place, from 1, of a paragraph in the run that it stands in: paragraphs of one kind right
 * after one another with the same opening phrase and, where `pattern` is not empty, the same words
 * found by it behind the phrase. Anything between, a heading too, ends a run (UN-FORMAT rules 26,
 * 31-33). Each paragraph is counted once, so that a whole document costs no more than its
 * length. 0: no opening phrase. */
int ph_elements_run(const struct ph_xpath_world *world, const struct ph_node *paragraph,
                    const char *pattern);

/* What the world's document cites, found when first asked for; NULL without a document. */
const struct ph_cited *ph_elements_cited(const struct ph_xpath_world *world);

/* When resolutions were adopted, read when first asked for; NULL: not known. */
const struct ph_adopted *ph_elements_adopted(const struct ph_xpath_world *world);
/* What it says where; likewise. */
struct ph_said *ph_elements_said(const struct ph_xpath_world *world);
/* The first node that has such a trace, masthead and closing lines left out; NULL: none has. */
const struct ph_node *ph_elements_traced(const struct ph_xpath_world *world,
                                         enum ph_trace_kind kind);
/* The session of a document, which stays what it is while rules look at it. */
int ph_elements_session(const struct ph_xpath_world *world, const struct ph_node *document);
/* The States of the lexicon, likewise; NULL without one. */
const struct ph_states *ph_elements_states(const struct ph_xpath_world *world);

#endif
