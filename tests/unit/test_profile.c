/* Profiles: what they switch, grade and add, what they are based on, and what is refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "rules/profile.h"
#include "with_folder.h"

TestSuite(profile, .init = set_up_folder, .fini = tear_down_folder);

#define RULE                                                                                       \
    "<rule xmlns='urn:penholder:rule' kind='checking' id='no-un' severity='information'>"          \
    "<title>Mine</title><source>S</source><in kind='operative'/><match pattern='reprot'/>"         \
    "<message>no</message><examples><bad><op>A <here>reprot</here>.</op></bad>"                    \
    "<good><op>A report.</op></good></examples></rule>"

static void put(const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    cr_assert_eq(ph_file_write(path, text, strlen(text), true, NULL), PH_OK);
}

static void put_profile(const char *name, const char *attributes, const char *settings)
{
    char text[1024];
    snprintf(text, sizeof text,
             "<profile xmlns='urn:penholder:profile' %s>\n<title>T</title>\n%s</profile>",
             attributes, settings);
    put(name, text);
}

/* The rules of a profile of the folder, or, without a full stop in it, of the program. */
static struct ph_rules *load(const char *name, enum ph_status expected, struct ph_error *error)
{
    char path[128];
    snprintf(path, sizeof path, strchr(name, '.') ? "%s/%s" : "%.0s%s", folder, name);
    struct ph_rules *rules = ph_rules_new(lexicon);
    rules->strict = true;
    cr_expect_eq(ph_rules_load_profile(rules, path, error), expected, "%s", error->message);
    return rules;
}

static void expect_refused(const char *name, enum ph_status status, const char *message)
{
    struct ph_error error = {0};
    ph_rules_free(load(name, status, &error));
    cr_expect_not_null(strstr(error.message, message), "%s", error.message);
}

Test(profile, those_of_the_program)
{
    struct ph_error error = {0};
    struct ph_rules *un = load("un", PH_OK, &error), *mun = load("mun", PH_OK, &error);
    cr_expect_eq(un->count, mun->count);
    for (size_t i = 0; i < un->count; i++)
        cr_expect_not(ph_rule_is_off(un->items[i]));
    cr_expect(ph_rule_is_off(ph_rules_find(mun, "distr")));
    cr_expect_eq(ph_rule_severity(ph_rules_find(un, "no-un")), PH_ERROR);
    cr_expect_eq(ph_rule_severity(ph_rules_find(mun, "no-un")), PH_WARNING);
    ph_rules_free(un);
    ph_rules_free(mun);
}

Test(profile, switches_grades_and_adds_on_top_of_another)
{
    struct ph_error error = {0};
    put("rule.xml", RULE);
    put_profile("base.xml", "based-on='mun'", "<grade rule='distr' severity='warning'>R</grade>");
    put_profile("mine.xml", "based-on='./base.xml'",
                "<add rules='rule.xml'/><off rule='op-last-period'>R</off>");
    struct ph_rules *rules = load("mine.xml", PH_OK, &error);
    cr_expect_str_eq(ph_rule_title(ph_rules_find(rules, "no-un")), "Mine");
    cr_expect(ph_rule_is_off(ph_rules_find(rules, "op-last-period")));
    const struct ph_rule *distr = ph_rules_find(rules, "distr");
    cr_expect(!ph_rule_is_off(distr) && ph_rule_severity(distr) == PH_WARNING);
    ph_rules_free(rules);
}

Test(profile, what_is_off_finds_nothing)
{
    struct ph_error error = {0};
    put("rule.xml", RULE);
    put_profile("on.xml", "", "<add rules='rule.xml'/>");
    put_profile("off.xml", "", "<add rules='rule.xml'/><off rule='no-un'>R</off>");
    struct ph_document *document = ph_document_new("test");
    document->root->as.document.genre = PH_DRAFT;
    ph_add(document->root, PH_OPERATIVE, "Welcomes the reprot.");
    const char *const names[] = {"on.xml", "off.xml"};
    for (size_t i = 0; i < 2; i++) {
        struct ph_rules *rules = load(names[i], PH_OK, &error);
        struct ph_findings *findings = ph_findings_new();
        cr_expect_eq(ph_rules_check(rules, document, findings, &error), PH_OK);
        size_t found = 0;
        for (size_t k = 0; k < findings->count; k++)
            found += !strcmp(findings->items[k].rule, "no-un");
        cr_expect_eq(found, 1 - i, "%s", names[i]);
        ph_findings_free(findings);
        ph_rules_free(rules);
    }
    ph_document_free(document);
}

Test(profile, refused)
{
    put_profile("typo.xml", "", "<off rule='no-unn'>R</off>");
    put_profile("drafting.xml", "", "<off rule='age'>R</off>");
    put_profile("ring.xml", "based-on='./ring.xml'", "");
    put_profile("wrong.xml", "", "<offf/>");
    put_profile("missing.xml", "", "<add rules='nothing.xml'/>");
    put_profile("both.xml", "",
                "<off rule='distr'>R</off>\n"
                "<grade rule='distr' severity='warning'>R</grade>");
    put_profile("twice.xml", "",
                "<grade rule='archive-date' severity='error'>R</grade>\n"
                "<grade rule='archive-date' severity='warning'>R</grade>");
    put_profile("based.xml", "based-on='./none.xml'", "");
    put("bare.xml", "<profile><title>T</title></profile>");
    expect_refused("both.xml", PH_FORMAT,
                   "both.xml:4: <grade>: the rule 'distr' is set in line 3 already, by <off>");
    expect_refused("twice.xml", PH_FORMAT, "the rule 'archive-date' is set in line 3 already");
    expect_refused("based.xml", PH_IO, "based.xml:1: <profile>: is based on");
    expect_refused("bare.xml", PH_FORMAT,
                   "bare.xml:1: starts with <profile>, and must start with <profile xmlns=\"urn");
    expect_refused("nun", PH_NOTHING, "there is no profile 'nun', only: mun, un");
    expect_refused("typo.xml", PH_FORMAT, "typo.xml:3: there is no rule 'no-unn'; is no-un meant?");
    expect_refused("drafting.xml", PH_FORMAT, "there is no rule 'age'");
    expect_refused("ring.xml", PH_FORMAT, "based on one another");
    expect_refused("wrong.xml", PH_FORMAT,
                   "wrong.xml:3: Element 'offf': there is no such element. Is 'off' meant?");
    expect_refused("missing.xml", PH_IO, "nothing.xml");
}

Test(profile, of_bytes)
{
    static const char text[] = "<profile xmlns='urn:penholder:profile' based-on='un'>"
                               "<title>T</title><off rule='distr'>so</off></profile>";
    struct ph_error error = {0};
    struct ph_buffer bytes = {0};
    struct ph_rules *rules = ph_rules_new(lexicon);
    ph_buffer_put(&bytes, text);
    cr_expect_eq(ph_rules_parse_profile(rules, "given.xml", &bytes, &error), PH_OK, "%s",
                 error.message);
    cr_expect(ph_rule_is_off(ph_rules_find(rules, "distr")));
    ph_buffer_cut(&bytes, bytes.length - 2);
    cr_expect_eq(ph_rules_parse_profile(rules, "given.xml", &bytes, &error), PH_FORMAT);
    cr_expect_not_null(strstr(error.message, "given.xml:1"), "%s", error.message);
    ph_rules_free(rules);
    ph_buffer_free(&bytes);
}
