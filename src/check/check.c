#include "check/check.h"

enum ph_status ph_check(const struct ph_rules *rules, const struct ph_document *document,
                        struct ph_findings *findings, struct ph_error *error)
{
    enum ph_status status = ph_rules_check(rules, document, findings, error);
    ph_findings_sort(findings, document);
    return status;
}
