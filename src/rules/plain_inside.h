/* A plain expression as it is kept; for the files plain*.c only. */
#ifndef PH_RULES_PLAIN_INSIDE_H
#define PH_RULES_PLAIN_INSIDE_H

#include <stddef.h>

#include "rules/call.h"
#include "rules/plain.h"

enum ph_plain_kind {
    PH_PLAIN_OR,
    PH_PLAIN_AND,
    PH_PLAIN_EQUAL,
    PH_PLAIN_UNEQUAL,
    PH_PLAIN_LESS,
    PH_PLAIN_MORE,
    PH_PLAIN_AT_MOST,
    PH_PLAIN_AT_LEAST,
    PH_PLAIN_PLUS,
    PH_PLAIN_MINUS,
    PH_PLAIN_MODULO,
    PH_PLAIN_WORDS,
    PH_PLAIN_NUMBER,
    PH_PLAIN_VARIABLE,
    PH_PLAIN_HERE,  /* the node */
    PH_PLAIN_THOSE, /* those of some nodes for which something is true */
    PH_PLAIN_COUNT, /* of nodes */
    PH_PLAIN_CALL
};

struct ph_plain_part {
    enum ph_plain_kind kind;
    const char *words; /* PH_PLAIN_WORDS; of a variable its name */
    double number;
    const struct ph_xpath_function *function;
    size_t count;                     /* of what follows */
    size_t parts[PH_XPATH_ARGUMENTS]; /* what is joined or compared, or the arguments */
};

struct ph_plain {
    char *text; /* that the parts' words are in */
    struct ph_plain_part *parts;
    size_t count, capacity, whole; /* the number of the part that is all of it */
};

#endif
