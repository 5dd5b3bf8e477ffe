/* What the writers of findings share. */
#ifndef PH_WRITE_FINDINGS_H
#define PH_WRITE_FINDINGS_H

#include <jansson.h>

#include "write/write.h"

/* How many findings of each severity there are in all views, and how many a person accepted, which
 * count no longer. */
struct ph_finding_counts {
    size_t of[PH_SEVERITY_COUNT], all, accepted;
};
struct ph_finding_counts ph_count_findings(const struct ph_findings_view *views, size_t count);

/* For people: the name of a file, which may be anything and does not write to the terminal, with
 * ": "; a severity; the last line, of how many documents and what was found. */
void ph_put_file_name(struct ph_buffer *out, const char *name);
void ph_put_severity(struct ph_buffer *out, enum ph_severity severity, bool colour);
void ph_put_finding_counts(struct ph_buffer *out, size_t documents,
                           const struct ph_finding_counts *counts);

/* For programs: the same counts, by name. */
json_t *ph_json_finding_counts(size_t documents, const struct ph_finding_counts *counts);

/* "fix: “, ” becomes “; ”", "fix: “Recalling” set in italics"; nothing where there is no fix. */
void ph_put_fix(struct ph_buffer *out, const struct ph_finding *finding);

/* Whether a finding says which words it means, or means its node as a whole. */
bool ph_has_words(const struct ph_finding *finding);

#endif
