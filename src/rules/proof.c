/* A rule proved by its own examples. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/compiled.h"
#include "rules/example.h"
#include "rules/hypothesis.h"

/* One example at work. */
struct proof {
    const struct ph_rules *rules;
    const struct ph_rule *rule;
    const xmlNode *element;
    struct ph_buffer *report;
    size_t failures;
};

static void fail(struct proof *proof, const char *what, const char *words)
{
    ph_buffer_printf(proof->report, "%s:%d: %s: the %s example %s%s%s\n", ph_rule_file(proof->rule),
                     ph_xml_line(proof->element), ph_rule_id(proof->rule),
                     (const char *)proof->element->name, what, words ? ": " : "",
                     words ? words : "");
    proof->failures++;
}

/* The findings of the rule on the example's document, NULL when it cannot be evaluated. */
static struct ph_findings *find(struct proof *proof, const struct ph_example *example)
{
    struct ph_error error = {0};
    struct ph_findings *findings = ph_findings_new();
    if (ph_rule_check(proof->rules, proof->rule, example->document, findings, &error) == PH_OK)
        return findings;
    fail(proof, "cannot be checked", error.message);
    ph_findings_free(findings);
    return NULL;
}

static void prove_fix(struct proof *proof, struct ph_example *example,
                      const struct ph_finding *finding)
{
    const bool fixable = ph_finding_is_fixable(finding);
    if (!fixable && !example->fixed)
        return;
    if (!fixable || !example->fixed) {
        fail(proof, fixable ? "does not state what is fixed" : "is not fixed",
             finding->look ? finding->look->said : finding->fix);
        return;
    }
    if (finding->look)
        ph_example_restyle(example, finding->look, finding->look_from, finding->look_to);
    else
        ph_example_fix(example, proof->rules->lexicon, finding->from, finding->to, finding->fix);
    if (strcmp(example->node->text.bytes, example->fixed)) {
        fail(proof, "is fixed wrongly", example->node->text.bytes);
        return;
    }
    if (finding->look && !ph_looks_are_same(&example->node->text, &example->fixed_words->text)) {
        fail(proof, "looks otherwise when it is fixed", finding->look->said);
        return;
    }
    struct ph_findings *again = find(proof, example);
    if (again && again->count)
        fail(proof, "is not silent after the fix", again->items[0].message);
    ph_findings_free(again);
}

static void prove_bad(struct proof *proof, struct ph_example *example)
{
    struct ph_findings *findings = find(proof, example);
    if (!findings)
        return;
    if (!example->node) {
        fail(proof, "marks no place", NULL);
    } else if (findings->count != 1) {
        fail(proof, findings->count ? "gives more than one finding" : "gives no finding", NULL);
    } else {
        const struct ph_finding *found = &findings->items[0];
        if (found->node != example->node || found->from != example->from ||
            found->to != example->to)
            fail(proof, "gives its finding at another place", found->message);
        else
            prove_fix(proof, example, found);
    }
    ph_findings_free(findings);
}

static void prove_good(struct proof *proof, struct ph_example *example)
{
    struct ph_findings *findings = find(proof, example);
    if (findings && findings->count)
        fail(proof, "is not silent", findings->items[0].message);
    ph_findings_free(findings);
}

/* Both kinds are needed: a rule that always fires, or never, would else pass. */
static void prove_balance(struct proof *proof, const xmlNode *examples)
{
    proof->element = examples;
    if (!ph_xml_first(examples, "bad") || !ph_xml_first(examples, "good"))
        fail(proof, "lacks a bad or a good one", NULL);
}

size_t ph_rule_test(const struct ph_rules *rules, const struct ph_rule *rule,
                    struct ph_buffer *report)
{
    if (ph_rule_kind(rule) == PH_DRAFTING)
        return ph_hypothesis_test(rules, rule, report);
    struct proof proof = {.rules = rules, .rule = rule, .report = report};
    const xmlNode *examples = ph_xml_first(ph_rule_element(rule), "examples");
    prove_balance(&proof, examples);
    for (const xmlNode *one = ph_xml_first(examples, NULL); one; one = ph_xml_next(one, NULL)) {
        struct ph_example example;
        proof.element = one;
        ph_example_make(one, rules->lexicon, &example);
        if (ph_xml_is(one, "bad"))
            prove_bad(&proof, &example);
        else
            prove_good(&proof, &example);
        ph_example_free(&example);
    }
    return proof.failures;
}
