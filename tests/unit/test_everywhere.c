/* Rules are asked only where they may find something. Asked everywhere, they find the same. */
#include <dirent.h>

#include "base/xml.h"
#include "check/check.h"
#include "reading.h"
#include "rules/example.h"
#include "with_rules.h"

TestSuite(everywhere, .init = set_up_rules, .fini = tear_down_rules, .timeout = 240);

static void put_findings(const struct ph_findings *findings, struct ph_buffer *out)
{
    char label[160];
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *finding = &findings->items[i];
        ph_label(finding->node, label, sizeof label);
        ph_buffer_printf(out, "%s %s %zu-%zu %s\n", finding->rule, label, finding->from,
                         finding->to, finding->message);
    }
}

/* What is found, a line each. Caller frees. */
static char *found_in(const struct ph_document *document, bool everywhere)
{
    struct ph_error error = {0};
    struct ph_findings *findings = ph_findings_new();
    struct ph_buffer out = {0};
    rules->everywhere = everywhere;
    enum ph_status status = ph_check(rules, document, findings, &error);
    cr_assert(status == PH_OK || status == PH_LIMIT, "%s", error.message);
    put_findings(findings, &out);
    ph_findings_free(findings);
    return ph_buffer_take(&out);
}

static void expect_same(const struct ph_document *document, const char *name)
{
    char *some = found_in(document, false), *all = found_in(document, true);
    cr_expect_str_eq(some, all, "%s: with what is left out, and everywhere:\n%s\n%s", name, some,
                     all);
    free(some);
    free(all);
}

static void expect_same_of(const char *path)
{
    struct ph_buffer bytes = {0};
    struct ph_error error;
    struct ph_document *document;
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK, "%s", error.message);
    if (ph_read(path, ph_buffer_text(&bytes), bytes.length, lexicon, &document, &error) == PH_OK) {
        expect_same(document, path);
        ph_document_free(document);
    }
    ph_buffer_free(&bytes);
}

static void expect_same_in(const char *folder)
{
    char path[4096];
    size_t count = 0;
    DIR *all = opendir(folder);
    cr_assert_not_null(all, "%s", folder);
    for (const struct dirent *entry; (entry = readdir(all));) {
        if (!strstr(entry->d_name, ".txt"))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        expect_same_of(path);
        count++;
    }
    closedir(all);
    cr_expect_gt(count, 0, "%s", folder);
}

Test(everywhere, in_the_corpus)
{
    expect_same_in(PH_TEST_SOURCE "/corpus/csto");
}

/* Every mistake that a rule knows, and what is nearly one. */
Test(everywhere, in_the_examples_of_rules)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct ph_rule *rule = rules->items[i];
        const xmlNode *examples = ph_xml_first(ph_rule_element(rule), "examples");
        for (const xmlNode *each = ph_xml_first(examples, NULL); each;
             each = ph_xml_next(each, NULL)) {
            struct ph_example example;
            ph_example_make(each, lexicon, &example);
            expect_same(example.document, ph_rule_id(rule));
            ph_example_free(&example);
            count++;
        }
    }
    cr_expect_gt(count, 2 * rules->count);
}

/* Texts with many mistakes. */
Test(everywhere, in_texts_full_of_mistakes)
{
    expect_same_in(PH_TEST_SOURCE "/tests/golden/check");
}
