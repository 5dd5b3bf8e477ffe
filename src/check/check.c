#include "check/check.h"

enum ph_status ph_check(const struct ph_rules *rules, const struct ph_document *document,
                        struct ph_findings *findings, struct ph_error *error)
{
    enum ph_status status = ph_rules_check(rules, document, findings, error);
    ph_findings_sort(findings, document);
    if (status == PH_FORMAT && error) /* the others have spoken, as where one costs too much */
        error->status = PH_LIMIT;
    return status == PH_FORMAT ? PH_LIMIT : status;
}
