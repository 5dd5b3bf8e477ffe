/* Any bytes as a rule file: what is taken can be proved by its examples and can look at a document,
 * and its findings stand where there are words; else there is an error with a message, which names
 * the file; nothing else. What is taken comes back from a pack. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "base/xml_pack.h"
#include "draft.h"
#include "rules/compiled.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

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

static bool is_left_out(const xmlNode *element)
{
    return ph_xml_is(element, "examples");
}

/* A rule that is taken can be packed, and comes back. */
static void try_packed(const struct ph_rule *rule)
{
    struct ph_buffer bytes = {0};
    ph_xml_pack(ph_rule_element(rule), is_left_out, &bytes);
    xmlDoc *doc = ph_xml_unpack(bytes.data, bytes.length);
    if (!doc || !ph_xml_is(xmlDocGetRootElement(doc), "rule"))
        abort();
    free(doc);
    ph_buffer_free(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_rules *rules = ph_rules_new(shared_lexicon());
    struct ph_error error = {.message = ""};
    struct ph_buffer text = {0};
    ph_buffer_add(&text, bytes, length);
    enum ph_status status = ph_rules_parse(rules, "fuzz", &text, &error);
    if (status == PH_OK && rules->count == 1) {
        try_rule(rules);
        try_packed(rules->items[0]);
    } else if (status == PH_OK || rules->count || !strstr(error.message, "fuzz")) {
        abort();
    }
    ph_buffer_free(&text);
    ph_rules_free(rules);
    return 0;
}
