/* What a fix changes in the words of its finding. */
#ifndef PH_CHECK_EDIT_H
#define PH_CHECK_EDIT_H

#include "doc/finding.h"

/* Bytes [from, to) of the words of a node become these, which are the fix's. */
struct ph_edit {
    size_t from, to;
    const char *bytes;
    size_t length;
};

/* The edit of a finding that has a fix and words; words that the fix repeats at either end of
 * them stay: "report;" and "report," differ by a mark. */
struct ph_edit ph_edit_of(const struct ph_finding *finding);

#endif
