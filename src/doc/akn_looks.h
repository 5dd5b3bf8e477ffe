/* The fields of a masthead in Akoma Ntoso, as they are written and as they are read. */
#ifndef PH_DOC_AKN_LOOKS_H
#define PH_DOC_AKN_LOOKS_H

#include "doc/node.h"

/* A field is an inline element; one without an element of its own is <inline name="...">. NULL: the
 * attribute is not there. */
struct ph_akn_look {
    const char *element, *name, *refers_to;
};

extern const struct ph_akn_look ph_akn_looks[PH_FIELD_COUNT];

#endif
