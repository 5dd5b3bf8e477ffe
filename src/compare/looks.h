/* Words that stay, but were italic, bold or superscript before and are not now, or the other way
 * round. */
#ifndef PH_COMPARE_LOOKS_H
#define PH_COMPARE_LOOKS_H

#include "compare/merge.h"

/* For each word of the old text: how it looked, as PH_RESTYLED wants it, where it stays and looks
 * otherwise now; NULL for all others. The caller frees the list, not what it points to. NULL where
 * there is no such word. */
const char **ph_looks_before(const struct ph_pair *pair);

#endif
