/* What is odd about the members of a series: said, not mended. */
#ifndef PH_LEARN_DOUBTS_H
#define PH_LEARN_DOUBTS_H

#include "learn/pattern.h"

/* Adds remarks on dates that lie outside their session, and on sessions between the members of
 * which nothing is known although the series has a usual distance from one to the next. */
void ph_series_doubts(struct ph_pattern *pattern);

#endif
