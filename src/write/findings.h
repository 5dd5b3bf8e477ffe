/* What the writers of findings share. */
#ifndef PH_WRITE_FINDINGS_H
#define PH_WRITE_FINDINGS_H

#include "write/write.h"

/* How many findings of each severity there are in all views. */
struct ph_finding_counts {
    size_t of[PH_SEVERITY_COUNT], all;
};
struct ph_finding_counts ph_count_findings(const struct ph_findings_view *views, size_t count);

/* Whether a finding says which words it means, or means its node as a whole. */
bool ph_has_words(const struct ph_finding *finding);

#endif
