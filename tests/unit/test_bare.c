/* Rules without their examples, as a check loads them: the same rules, which find the same. */
#include "base/xml.h"
#include "reading.h"
#include "rules/rule.h"

static struct ph_lexicon *lexicon;
static struct ph_rules *bare, *whole;

static struct ph_rules *load(bool is_bare)
{
    struct ph_error error;
    struct ph_rules *rules = ph_rules_new(lexicon);
    rules->bare = is_bare;
    cr_assert_eq(ph_rules_load_own(rules, PH_CHECKING, &error), PH_OK, "%s", error.message);
    return rules;
}

static void begin(void)
{
    lexicon = test_lexicon();
    bare = load(true);
    whole = load(false);
}

static void end(void)
{
    ph_rules_free(bare);
    ph_rules_free(whole);
    ph_lexicon_free(lexicon);
}

TestSuite(bare, .init = begin, .fini = end);

static size_t count_bad(const struct ph_rules *rules)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const xmlNode *element = ph_rule_element(rules->items[i]);
        const xmlNode *examples = ph_xml_first(element, "examples");
        count += examples && ph_xml_first(examples, "bad");
    }
    return count;
}

Test(bare, the_same_rules_without_their_examples)
{
    cr_assert_eq(bare->count, whole->count);
    for (size_t i = 0; i < bare->count; i++) {
        cr_expect_str_eq(ph_rule_id(bare->items[i]), ph_rule_id(whole->items[i]));
        cr_expect_str_eq(ph_rule_source(bare->items[i]), ph_rule_source(whole->items[i]));
        cr_expect_eq(ph_rule_severity(bare->items[i]), ph_rule_severity(whole->items[i]));
    }
    cr_expect_eq(count_bad(bare), 0);
    cr_expect_eq(count_bad(whole), whole->count);
}

/* A document full of faults; the rules want the words of the same lexicon. */
static struct ph_document *read_wrong(void)
{
    struct ph_error error;
    struct ph_document *document;
    struct ph_buffer bytes = {0};
    char *path = ph_data_path("tests/golden/check/wrong.txt");
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_read(path, bytes.data, bytes.length, lexicon, &document, &error), PH_OK);
    ph_buffer_free(&bytes);
    free(path);
    return document;
}

Test(bare, the_same_findings)
{
    struct ph_error error;
    struct ph_document *document = read_wrong();
    struct ph_findings *one = ph_findings_new(), *other = ph_findings_new();
    cr_assert_eq(ph_rules_check(bare, document, one, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_rules_check(whole, document, other, &error), PH_OK, "%s", error.message);
    ph_findings_sort(one, document);
    ph_findings_sort(other, document);
    cr_expect_gt(one->count, 20);
    cr_assert_eq(one->count, other->count);
    for (size_t i = 0; i < one->count; i++) {
        const struct ph_finding *a = &one->items[i], *b = &other->items[i];
        cr_expect_str_eq(a->rule, b->rule);
        cr_expect_str_eq(a->message, b->message);
        cr_expect(a->node == b->node && a->from == b->from && a->to == b->to);
        cr_expect(!a->fix == !b->fix && (!a->fix || !strcmp(a->fix, b->fix)));
    }
    ph_findings_free(one);
    ph_findings_free(other);
    ph_document_free(document);
}

/* A stranger's rule is proved by its examples, and keeps them. */
Test(bare, a_rule_of_the_users_own_is_whole)
{
    struct ph_error error;
    struct ph_rules *rules = ph_rules_new(lexicon);
    struct ph_buffer report = {0};
    char *path = ph_data_path("tests/golden/check/own/honourable.xml");
    rules->bare = true;
    cr_assert_eq(ph_rules_load(rules, path, &error), PH_OK, "%s", error.message);
    cr_expect_eq(count_bad(rules), 1);
    cr_expect_eq(ph_rule_test(rules, rules->items[0], &report), 0, "%s", ph_buffer_text(&report));
    ph_buffer_free(&report);
    ph_rules_free(rules);
    free(path);
}
