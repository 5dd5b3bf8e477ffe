/* One slip, told once. */
#ifndef PH_CHECK_ONCE_H
#define PH_CHECK_ONCE_H

#include "doc/finding.h"

/* Takes away the guesses (ph_finding's is_guess) that add nothing to what another finding says of
 * the same words: of two short stretches of a paragraph, one within the other, a guess goes that is
 * not graver and
 * - knows no fix, or that of fewer words, or of the same words but less grave, where the other's
 *   fix is of words, not of the mark that ends them;
 * - knows no fix, where the other is a guess without one that is graver, or says it of fewer words,
 *   or of the same words and stands first.
 * What a person accepted speaks as well. The findings are sorted, and stay so. */
void ph_check_once(struct ph_findings *findings);

#endif
