/* The functions and names that conditions of rules and templates may use, in the namespace ph:
 * (urn:penholder:rule); the elements of the Akoma Ntoso form are in akn:. The list is in
 * functions.def. */
#ifndef PH_RULES_FUNCTIONS_H
#define PH_RULES_FUNCTIONS_H

#include <libxml/xpath.h>

#include "base/grams.h"
#include "base/status.h"
#include "doc/node.h"
#include "un/lexicon.h"

/* What an expression may be, and a text that it makes; bytes, and brackets inside brackets. */
enum { PH_XPATH_EXPRESSION = 4000, PH_XPATH_DEPTH = 100, PH_XPATH_LENGTH = 1000000 };

/* Patterns that functions were called with, compiled once; may be shared by many contexts. A {name}
 * in them is one that the lexicon defines; the lexicon (NULL: there is none) must outlive them. */
struct ph_patterns;
struct ph_patterns *ph_patterns_new(const struct ph_lexicon *lexicon);
void ph_patterns_free(struct ph_patterns *patterns); /* NULL is allowed */

/* Which element of an Akoma Ntoso form was made of which node, and what was counted there. */
struct ph_elements;

struct ph_patience; /* see rules/cost.h */

/* What is wrong with a call, or with a variable, in words: libxml2 knows of it by a code alone. */
struct ph_xpath_fault {
    int code; /* of libxml2's error that it belongs to */
    char words[200];
};

/* What the expressions of a stranger may name. */
struct ph_xpath_names {
    bool (*has_variable)(const void *data, const char *name);
    const void *data;
};

/* What functions know about; every pointer may be NULL. */
struct ph_xpath_world {
    const struct ph_lexicon *lexicon;
    const struct ph_document *document; /* the one that the Akoma Ntoso tree was made of */
    struct ph_patterns *patterns;       /* NULL: no pattern matches anything */
    struct ph_elements *elements;       /* NULL: functions that lead to other nodes find none */
    const struct ph_node *node; /* what `element` stands for, where it has none of its own */
    const xmlNode *element;
    const struct ph_grams *grams; /* of the words of `node`; NULL: not known */
    struct ph_patience *patience; /* when it is over no function gives a value; NULL: never */
    bool watched;                 /* patterns are a stranger's, see base/regex_watch.h */
    struct ph_xpath_fault *fault; /* filled in where something is wrong; NULL: not asked */
    const struct ph_xpath_names
        *names; /* expressions are held to them when they are compiled; NULL: when they are run */
};

/* A context on `doc` with prefixes akn: and ph: and all functions. The world must outlive it.
 * Free with xmlXPathFreeContext. */
xmlXPathContext *ph_rules_xpath(xmlDoc *doc, const struct ph_xpath_world *world);

/* Sets a variable of the context. */
void ph_xpath_set_number(xmlXPathContext *context, const char *name, double value);
void ph_xpath_set_text(xmlXPathContext *context, const char *name, const char *value);
void ph_xpath_set_nodes(xmlXPathContext *context, const char *name, xmlNodeSet *nodes); /* copied */

/* The function of ours that may be meant by a name that is none; NULL: none is near. */
const char *ph_xpath_nearest(const char *name);

/* Compiles an expression; `where` (file:line: element) starts the error: PH_FORMAT when it is
 * wrong, or names what there is not and the world has names, PH_LIMIT when it is longer or nested
 * deeper than above. Free with xmlXPathFreeCompExpr. */
enum ph_status ph_xpath_compile(xmlXPathContext *context, const char *expression, const char *where,
                                xmlXPathCompExpr **compiled, struct ph_error *error);

/* `text` with every {expression} replaced by its value as a string at `node`; {{ is a brace.
 * NULL, with the error filled in, when an expression is wrong. Caller frees. */
char *ph_xpath_fill(xmlXPathContext *context, xmlNode *node, const char *text, const char *where,
                    struct ph_error *error);

#endif
