#include "write/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"

/* How words are shown: the signs around the place of a finding, and which signs are escaped. */
struct manner {
    const char *here, *end;
    const char *escaped;
};

static const struct manner markdown = {"**", "**", "\\`*_[]<>|#"};
static const struct manner text = {"»", "«", ""};

static void put_words(const struct manner *manner, const char *words, struct ph_buffer *out)
{
    for (; *words; words++) {
        if (strchr(manner->escaped, *words))
            ph_buffer_char(out, '\\');
        ph_buffer_char(out, *words);
    }
}

/* ---- examples ---- */

/* What an element of an example shows where it begins and where it ends. */
static void put_edge(const struct manner *manner, const xmlNode *element, bool ends,
                     struct ph_buffer *out)
{
    const bool note = ph_xml_is(element, "note");
    if (note && !ends)
        ph_buffer_put(out, " (note: ");
    if (ph_xml_is(element, "i"))
        ph_buffer_char(out, '_');
    if (ph_xml_is(element, "here") || ph_xml_attribute(element, "here"))
        ph_buffer_put(out, ends ? manner->end : manner->here);
    if (note && ends)
        ph_buffer_char(out, ')');
}

static void put_piece(const struct manner *manner, const xmlNode *node, struct ph_buffer *out)
{
    struct ph_buffer folded = {0};
    /* No space comes behind another, or first. */
    ph_buffer_char(&folded, out->length ? out->data[out->length - 1] : ' ');
    ph_buffer_fold(&folded, (const char *)node->content, strlen((const char *)node->content));
    put_words(manner, ph_buffer_text(&folded) + 1, out);
    ph_buffer_free(&folded);
}

/* The node behind this one in the order of the text, inside of `top`; the elements that end before
 * it show their end. */
static const xmlNode *step(const struct manner *manner, const xmlNode *top, const xmlNode *node,
                           struct ph_buffer *out)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    for (; node != top; node = node->parent) {
        if (node->type == XML_ELEMENT_NODE)
            put_edge(manner, node, true, out);
        if (node->next)
            return node->next;
    }
    return NULL;
}

/* The words of one paragraph, field or title of an example. */
static void put_part(const struct manner *manner, const xmlNode *part, struct ph_buffer *out)
{
    const char *whole = ph_xml_attribute(part, "here");
    struct ph_buffer words = {0};
    const xmlNode *node = part;
    ph_buffer_put(&words, whole ? manner->here : "");
    while ((node = step(manner, part, node, &words))) {
        if (node->type == XML_ELEMENT_NODE)
            put_edge(manner, node, false, &words);
        else if (node->type == XML_TEXT_NODE)
            put_piece(manner, node, &words);
    }
    ph_buffer_trim(&words);
    ph_buffer_put(&words, whole ? manner->end : "");
    ph_buffer_put(out, ph_buffer_text(&words));
    ph_buffer_free(&words);
}

static const char *label_of(const xmlNode *part)
{
    static const char *const labels[][2] = {
        {"pp", "PP"},       {"op", "OP"},           {"sub", "sub-paragraph"}, {"para", "paragraph"},
        {"title", "title"}, {"heading", "heading"}, {"organ", "organ"},       {"annex", "annex"}};
    const char *name = ph_xml_attribute(part, "name");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (ph_xml_is(part, labels[i][0]))
            return labels[i][1];
    return name ? name : (const char *)part->name;
}

static void put_example(const struct manner *manner, const char *lead, const xmlNode *example,
                        struct ph_buffer *out)
{
    static const char *const attributes[] = {"session", "genre", "remarks", "properties"};
    const char *join = " ";
    ph_buffer_put(out, lead);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *value = ph_xml_attribute(example, attributes[i]);
        if (!value)
            continue;
        struct ph_buffer folded = {0};
        ph_buffer_fold(&folded, value, strlen(value));
        ph_buffer_printf(out, "%s%s ", join, attributes[i]);
        put_words(manner, ph_buffer_text(&folded), out);
        ph_buffer_free(&folded);
        join = "; ";
    }
    for (const xmlNode *part = ph_xml_first(example, NULL); part; part = ph_xml_next(part, NULL)) {
        if (ph_xml_is(part, "fixed"))
            continue;
        ph_buffer_printf(out, "%s%s: ", join, label_of(part));
        put_part(manner, part, out);
        join = "; ";
    }
    ph_buffer_char(out, '\n');
}

/* Whether there is something to see in it. */
static bool is_shown(const xmlNode *example)
{
    return ph_xml_first(example, NULL) != NULL;
}

/* Behind `lead`, where there are any. */
static void put_examples(const struct manner *manner, const struct ph_rule *rule, const char *lead,
                         struct ph_buffer *out)
{
    const xmlNode *examples = ph_xml_first(ph_rule_element(rule), "examples");
    for (const xmlNode *one = examples ? ph_xml_first(examples, NULL) : NULL; one;
         one = ph_xml_next(one, NULL)) {
        const bool bad = ph_xml_is(one, "bad");
        const xmlNode *fixed = ph_xml_first(one, "fixed");
        if ((!bad && !ph_xml_is(one, "good")) || !is_shown(one))
            continue;
        ph_buffer_put(out, lead);
        lead = "";
        put_example(manner, bad ? "- wrong:" : "- right:", one, out);
        if (!fixed)
            continue;
        ph_buffer_put(out, "  - fixed: ");
        put_part(manner, fixed, out);
        ph_buffer_char(out, '\n');
    }
}

void ph_write_rule_text(const struct ph_rule *rule, struct ph_buffer *out)
{
    ph_buffer_printf(out, "source: %s\n", ph_rule_source(rule));
    put_examples(&text, rule, "\n", out);
}

/* ---- the page ---- */

static void put_heading(const char *id, const char *severity, const char *title, const char *source,
                        struct ph_buffer *out)
{
    ph_buffer_printf(out, "### %s\n\n", id);
    put_words(&markdown, title, out);
    ph_buffer_printf(out, "%s%s%s.\n\nSource: ", *severity ? " (" : "", severity,
                     *severity ? ")" : "");
    put_words(&markdown, source, out);
    ph_buffer_put(out, "\n\n");
}

static void put_rules(const struct ph_rules *rules, enum ph_rule_kind kind, struct ph_buffer *out)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct ph_rule *rule = rules->items[i];
        const bool checking = kind == PH_CHECKING;
        if (ph_rule_kind(rule) != kind)
            continue;
        put_heading(ph_rule_id(rule),
                    !checking              ? ""
                    : ph_rule_is_off(rule) ? "off"
                                           : ph_severity_name(ph_rule_severity(rule)),
                    ph_rule_title(rule), ph_rule_source(rule), out);
        if (!checking)
            continue;
        put_examples(&markdown, rule, "", out);
        ph_buffer_char(out, '\n');
    }
}

/* ---- what is said of departures from a series, and of citations ---- */

static void put_alone(const char *id, const char *severity, const char *title, const char *source,
                      struct ph_buffer *out)
{
    ph_buffer_printf(out, "%-11s  %-28s  %s\nsource: %s\n", severity, id, title, source);
}

static const char series_file[] = "rules/en/series.xml", archive_file[] = "rules/en/archive.xml";

typedef void put_finding(const char *id, const char *severity, const char *title,
                         const char *source, struct ph_buffer *out);

static char *words_of(const xmlNode *finding, const char *name)
{
    const xmlNode *child = ph_xml_first(finding, name);
    return child ? ph_xml_content(child) : ph_copy("");
}

/* The finding of that id in that file; NULL: all. */
static enum ph_status put_said(const char *file, const char *wanted, put_finding *put,
                               struct ph_buffer *out, struct ph_error *error)
{
    char *path = ph_data_path(file);
    xmlDoc *doc = NULL;
    const enum ph_status status = ph_xml_read(path, &doc, error);
    const xmlNode *root = status == PH_OK ? xmlDocGetRootElement(doc) : NULL;
    for (const xmlNode *one = root ? ph_xml_first(root, "finding") : NULL; one;
         one = ph_xml_next(one, "finding")) {
        const char *id = ph_xml_attribute(one, "id");
        const char *severity = ph_xml_attribute(one, "severity");
        if (!id || (wanted && strcmp(id, wanted) != 0))
            continue;
        char *title = words_of(one, "title"), *source = words_of(one, "source");
        put(id, severity ? severity : "", title, source, out);
        free(title);
        free(source);
    }
    xmlFreeDoc(doc);
    free(path);
    return status;
}

enum ph_status ph_write_departure_text(const char *id, struct ph_buffer *out,
                                       struct ph_error *error)
{
    const enum ph_status status = put_said(series_file, id, put_alone, out, error);
    return status == PH_OK ? put_said(archive_file, id, put_alone, out, error) : status;
}

enum ph_status ph_write_rules_markdown(const struct ph_rules *rules, struct ph_buffer *out,
                                       struct ph_error *error)
{
    ph_buffer_put(out, "# The rules\n\nMade by `penholder rules --docs` of the files in `rules/`: "
                       "do not edit it. The examples are those by which\n`penholder rules --test` "
                       "proves each rule; what is found stands in bold.\n\n"
                       "## What `check` looks for\n\n");
    put_rules(rules, PH_CHECKING, out);
    ph_buffer_put(out, "## What `check --series` says of departures\n\n");
    enum ph_status status = put_said(series_file, NULL, put_heading, out, error);
    ph_buffer_put(out, "## What `check --archive` says of citations\n\n");
    if (status == PH_OK)
        status = put_said(archive_file, NULL, put_heading, out, error);
    ph_buffer_put(out, "## How places move when `draft` writes\n\n");
    put_rules(rules, PH_DRAFTING, out);
    ph_buffer_trim(out);
    return status;
}
