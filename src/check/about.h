/* What a finding that is accepted is about. */
#ifndef PH_CHECK_ABOUT_H
#define PH_CHECK_ABOUT_H

#include "doc/finding.h"

/* The words of a finding, bytes [from, to) of the text around them, which belongs to the finding:
 * of a whole paragraph all its words, of what has none the message. */
struct ph_about {
    const char *text;
    size_t length, from, to;
};

struct ph_about ph_about_of(const struct ph_finding *finding);

#endif
