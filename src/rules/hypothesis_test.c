/* Proves drafting rules by their own examples: a small series stands in the rule's file, with the
 * words of one slot in each member, and what the draft must get. */
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/hypothesis.h"
#include "rules/series_rule.h"
#include "un/date.h"

static int integer(const xmlNode *element, const char *name)
{
    const char *text = ph_xml_attribute(element, name);
    return text ? atoi(text) : 0;
}

/* Value and other number of an example's words, as the lexicon reads them in their paragraph. */
static void read_entity(const struct ph_rules *rules, const xmlNode *seen, const char *kind,
                        struct ph_seen *out)
{
    struct ph_entity *entities;
    struct ph_buffer text = {0};
    const char *before = ph_xml_attribute(seen, "before"), *after = ph_xml_attribute(seen, "after");
    ph_buffer_printf(&text, "%s", before ? before : "");
    size_t from = text.length;
    ph_buffer_printf(&text, "%s%s", out->words, after ? after : "");
    size_t count = ph_lexicon_entities(rules->lexicon, text.data, text.length, &entities);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(entities[i].kind, kind) && entities[i].from == from) {
            out->value = entities[i].number;
            out->other = entities[i].other;
        }
    free(entities);
    ph_buffer_free(&text);
}

static struct ph_seen *read_seen(const struct ph_rules *rules, const xmlNode *example,
                                 const char *kind, size_t *count)
{
    struct ph_seen *seen = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const xmlNode *one = ph_xml_first(example, "seen"); one; one = ph_xml_next(one, "seen")) {
        seen = ph_grow(seen, *count, &capacity, sizeof *seen);
        struct ph_seen *added = &seen[(*count)++];
        *added = (struct ph_seen){.session = integer(one, "session"), .place = (int)*count};
        added->year = ph_session_year(added->session);
        added->paragraph = integer(one, "paragraph");
        const char *words = ph_xml_attribute(one, "words");
        added->words = words ? words : "";
        read_entity(rules, one, kind, added);
    }
    return seen;
}

/* The example's <member> or <other> elements. */
static xmlNodeSet *read_resolutions(const xmlNode *example, const char *name)
{
    xmlNodeSet *found = xmlXPathNodeSetCreate(NULL);
    for (xmlNode *one = ph_xml_first(example, name); one; one = ph_xml_next(one, name))
        xmlXPathNodeSetAdd(found, one);
    return found;
}

/* What stands around the slot in the latest member. */
static const char *around_last(const xmlNode *example, const char *side)
{
    const char *words = NULL;
    for (const xmlNode *one = ph_xml_first(example, "seen"); one; one = ph_xml_next(one, "seen"))
        words = ph_xml_attribute(one, side);
    return words;
}

static bool gives(const struct ph_proposal *got, const xmlNode *wanted, const char *id)
{
    const char *words = ph_xml_attribute(wanted, "words");
    const char *outcome = ph_xml_attribute(wanted, "outcome");
    const char *rule = ph_xml_attribute(wanted, "rule");
    if (!got->rule || !words || strcmp(got->words, words) != 0)
        return false;
    if (outcome && strcmp(got->outcome, outcome) != 0)
        return false;
    return !strcmp(ph_rule_id(got->rule), rule ? rule : id);
}

static size_t test_example(const struct ph_rules *rules, struct ph_hypotheses *all,
                           const struct ph_rule *rule, const xmlNode *example,
                           struct ph_buffer *report)
{
    const xmlNode *wanted = ph_xml_first(example, "gives");
    const char *kind = ph_xml_attribute(example, "kind");
    size_t count;
    struct ph_seen *seen = read_seen(rules, example, kind ? kind : "", &count);
    xmlNodeSet *members = read_resolutions(example, "member");
    xmlNodeSet *others = read_resolutions(example, "other");
    int session = integer(example, "session");
    struct ph_slot_view slot = {.kind = kind ? kind : "",
                                .seen = seen,
                                .count = count,
                                .context = around_last(example, "before"),
                                .after = around_last(example, "after"),
                                .since_moved = around_last(example, "since-moved"),
                                .session = session,
                                .year = ph_session_year(session),
                                .place = (int)count + 1,
                                .members = members,
                                .others = others};
    size_t failed = 0;
    if (count && wanted) {
        struct ph_proposal got = ph_hypotheses_vote(all, &slot);
        failed = !gives(&got, wanted, ph_rule_id(rule));
        if (failed)
            ph_buffer_printf(report, "%s:%d: gives '%s' (%s, rule %s)\n", ph_rule_file(rule),
                             ph_xml_line(example), got.words ? got.words : "",
                             got.outcome ? got.outcome : "-",
                             got.rule ? ph_rule_id(got.rule) : "none");
        ph_proposal_free(&got);
    } else {
        ph_buffer_printf(report, "%s:%d: the example is not whole\n", ph_rule_file(rule),
                         ph_xml_line(example));
        failed = 1;
    }
    xmlXPathFreeNodeSet(others);
    xmlXPathFreeNodeSet(members);
    free(seen);
    return failed;
}

size_t ph_hypothesis_test(const struct ph_rules *rules, const struct ph_rule *rule,
                          struct ph_buffer *report)
{
    const xmlNode *examples = ph_xml_first(ph_rule_element(rule), "examples");
    if (!ph_xml_first(ph_rule_element(rule), "slot"))
        return ph_series_rule_test(rules, rule, report);
    struct ph_hypotheses *all;
    struct ph_error error = {0};
    if (ph_hypotheses_new(rules, &all, &error) != PH_OK) {
        ph_buffer_printf(report, "%s\n", error.message);
        return 1;
    }
    size_t failed = 0, tried = 0;
    for (const xmlNode *one = examples ? ph_xml_first(examples, "example") : NULL; one;
         one = ph_xml_next(one, "example"), tried++)
        failed += test_example(rules, all, rule, one, report);
    if (!tried) {
        ph_buffer_printf(report, "%s: no examples\n", ph_rule_file(rule));
        failed = 1;
    }
    ph_hypotheses_free(all);
    return failed;
}
