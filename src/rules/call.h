/* One call of a function of functions.def: its arguments, converted, and its result. */
#ifndef PH_RULES_CALL_H
#define PH_RULES_CALL_H

#include <libxml/xpath.h>

#include "rules/functions.h"

enum { PH_XPATH_ARGUMENTS = 3 };

struct ph_xpath_call {
    const struct ph_xpath_world *world;
    const struct ph_node *node;            /* argument n; NULL: an empty node-set */
    const char *texts[PH_XPATH_ARGUMENTS]; /* arguments s, by their place */
    double numbers[PH_XPATH_ARGUMENTS];    /* arguments d and b, by their place */
    xmlXPathObject *result;
    bool gave_up; /* it would have cost too much */
    bool wrong;   /* its pattern is; said so */
};

/* A function, and the letters of its arguments as in functions.def. */
struct ph_xpath_function {
    const char *name, *arguments;
    void (*run)(struct ph_xpath_call *call);
};

/* That of ours with a name of so many letters; NULL: there is none. */
const struct ph_xpath_function *ph_xpath_function_named(const char *name, size_t length);

/* Runs it, and counts its steps; the result, which may be NULL, is the caller's. */
void ph_xpath_run(const struct ph_xpath_function *function, xmlXPathContext *context,
                  struct ph_xpath_call *call);

/* The node of the first of these elements, which are sorted; NULL: there is none. */
const struct ph_node *ph_xpath_first_node(const struct ph_xpath_world *world, xmlNodeSet *set);

/* What a function gives; the words are copied. Called once. */
void ph_give_text(struct ph_xpath_call *call, const char *text);
void ph_give_words(struct ph_xpath_call *call, const char *text, size_t length);
void ph_give_number(struct ph_xpath_call *call, double number);
void ph_give_truth(struct ph_xpath_call *call, bool truth);
/* The element of a node; an empty node-set where there is none. */
void ph_give_node(struct ph_xpath_call *call, const struct ph_node *node);
/* One more element for a node-set. */
void ph_give_more(struct ph_xpath_call *call, const struct ph_node *node);

/* Says what is wrong, where the world asks for that. */
void ph_xpath_say(const struct ph_xpath_world *world, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#define PH_FUNCTION(name, text, arguments, what)                                                   \
    void ph_function_##name(struct ph_xpath_call *call);
#include "rules/functions.def"
#undef PH_FUNCTION

#endif
