/* Any bytes as a rule file: what is taken can be proved by its examples and can look at a document,
 * and its findings stand where there are words; else there is an error with a message, which names
 * the file; nothing else. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "read/read.h"
#include "rules/compiled.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char draft[] =
    "A/73/L.103\n\nSeventy-third session\n\nCooperation between organizations\n\n"
    "The General Assembly,\n\n"
    "Recalling its resolutions 59/50 of 2 December 2004 and 71/12 of 21 November 2016,\n\n"
    "Recalling also Security Council resolution 1631 (2005) of 17 October 2005,\n\n"
    "1. Requests the Secretary-General:\n\n(a) To report “at once”;\n\n(b) To convene a "
    "meeting;\n\n"
    "2. Decides to include in the provisional agenda of its seventy-fifth session the item.\n";

static const struct ph_document *shared_draft(void)
{
    static struct ph_document *document;
    struct ph_error error;
    if (!document && ph_read("draft", draft, strlen(draft), shared_lexicon(), &document, &error)) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
    return document;
}

static void check_findings(const struct ph_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *finding = &findings->items[i];
        if (!finding->message || finding->from > finding->to ||
            finding->to > finding->node->text.length)
            abort();
    }
}

static void try_rule(const struct ph_rules *rules)
{
    struct ph_error error = {.message = ""};
    struct ph_buffer report = {0};
    struct ph_findings *findings = ph_findings_new();
    enum ph_status status = ph_rules_check(rules, shared_draft(), findings, &error);
    if (status != PH_OK && !strstr(error.message, "fuzz"))
        abort();
    check_findings(findings);
    if (ph_rule_test(rules, rules->items[0], &report) && !report.length)
        abort();
    ph_findings_free(findings);
    ph_buffer_free(&report);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_rules *rules = ph_rules_new(shared_lexicon());
    struct ph_error error = {.message = ""};
    struct ph_buffer text = {0};
    ph_buffer_add(&text, bytes, length);
    enum ph_status status = ph_rules_parse(rules, "fuzz", &text, &error);
    if (status == PH_OK && rules->count == 1)
        try_rule(rules);
    else if (status == PH_OK || rules->count || !strstr(error.message, "fuzz"))
        abort();
    ph_buffer_free(&text);
    ph_rules_free(rules);
    return 0;
}
