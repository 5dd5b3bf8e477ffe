/* SARIF 2.1.0 (OASIS). Where a paragraph's words lie in the bytes of a .docx or a PDF nobody can
 * say, so a paragraph with findings is an artifact nested in its file, with its words as contents:
 * regions and replacements with offsets refer to that one, and are exact; the result's location
 * is the file, at the paragraph's line where it is known. Offsets are code points. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/findings.h"
#include "write/json_parts.h"
#include "write/parts.h"

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"                          \
    "sarif-schema-2.1.0.json"

struct sarif {
    json_t *artifacts, *rules, *results;
    json_t *rule_places; /* id: index in rules */
    size_t file;         /* index of the file's artifact */
    const struct ph_node *node;
    size_t paragraph; /* index of the artifact of `node` */
};

static json_t *integer(size_t n)
{
    return json_integer((json_int_t)n);
}

static json_t *object_with(const char *key, json_t *value)
{
    json_t *object = json_object();
    json_object_set_new(object, key, value);
    return object;
}

static json_t *array_of(json_t *item)
{
    json_t *list = json_array();
    json_array_append_new(list, item);
    return list;
}

/* A path as a reference, which is relative where the path is: what a URI may not hold is escaped.
 */
static json_t *uri_of(const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "-._~/!$&'()*+,;=@";
    struct ph_buffer out = {0};
    if (*path == '/')
        ph_buffer_put(&out, "file://");
    for (; *path; path++) {
        if (strchr(plain, *path))
            ph_buffer_char(&out, *path);
        else
            ph_buffer_printf(&out, "%%%02X", (unsigned char)*path);
    }
    json_t *uri = json_string(ph_buffer_text(&out));
    ph_buffer_free(&out);
    return uri;
}

/* ---- artifacts ---- */

static size_t add_artifact(struct sarif *sarif, json_t *location)
{
    json_array_append_new(sarif->artifacts, object_with("location", location));
    return json_array_size(sarif->artifacts) - 1;
}

static void enter_paragraph(struct sarif *sarif, const struct ph_node *node)
{
    char label[160];
    if (node == sarif->node)
        return;
    sarif->node = node;
    sarif->paragraph =
        add_artifact(sarif, object_with("uri", uri_of(ph_label(node, label, sizeof label))));
    json_t *artifact = json_array_get(sarif->artifacts, sarif->paragraph);
    json_object_set_new(artifact, "parentIndex", integer(sarif->file));
    json_object_set_new(artifact, "contents",
                        object_with("text", ph_json_words(node->text.bytes, node->text.length)));
}

static json_t *artifact_location(const struct sarif *sarif, size_t index)
{
    const json_t *artifact = json_array_get(sarif->artifacts, index);
    json_t *location = json_copy(json_object_get(artifact, "location"));
    json_object_set_new(location, "index", integer(index));
    return location;
}

/* ---- regions ---- */

static json_t *snippet_of(const struct ph_finding *finding)
{
    const struct ph_text *text = &finding->node->text;
    size_t from = 0, to = text->length;
    if (ph_has_words(finding)) {
        from = finding->from;
        to = finding->to;
    }
    return object_with("text", ph_json_words(text->bytes + from, to - from));
}

static json_t *offsets_of(const struct ph_finding *finding)
{
    const char *text = finding->node->text.bytes;
    json_t *region = json_object();
    json_object_set_new(region, "charOffset", integer(ph_code_points(text, 0, finding->from)));
    json_object_set_new(region, "charLength",
                        integer(ph_code_points(text, finding->from, finding->to)));
    return region;
}

static json_t *physical(json_t *location, json_t *region)
{
    json_t *place = object_with("artifactLocation", location);
    if (region)
        json_object_set_new(place, "region", region);
    return place;
}

/* The file; its line, if known; and the paragraph by its label. */
static json_t *location_of(const struct sarif *sarif, const struct ph_finding *finding)
{
    json_t *region = NULL, *logical = json_object();
    if (finding->node->span.line > 0) {
        region = object_with("startLine", json_integer(finding->node->span.line));
        json_object_set_new(region, "snippet", snippet_of(finding));
    }
    json_t *location =
        object_with("physicalLocation", physical(artifact_location(sarif, sarif->file), region));
    json_object_set_new(logical, "fullyQualifiedName", ph_json_label(finding->node));
    json_object_set_new(logical, "kind", json_string(ph_kind_name(finding->node->kind)));
    json_object_set_new(location, "logicalLocations", array_of(logical));
    return location;
}

static json_t *related_of(const struct sarif *sarif, const struct ph_finding *finding)
{
    json_t *region = offsets_of(finding);
    json_object_set_new(region, "snippet", snippet_of(finding));
    return object_with("physicalLocation",
                       physical(artifact_location(sarif, sarif->paragraph), region));
}

/* The same words, and how they look where that can be shown. */
static json_t *restyled_of(const struct ph_finding *finding)
{
    const struct ph_restyle *look = finding->look;
    const size_t length = finding->look_to - finding->look_from;
    const char *words = finding->node->text.bytes + finding->look_from;
    const char *mark = !look->on || look->kind == PH_SUPERSCRIPT ? ""
                       : look->kind == PH_BOLD                   ? "**"
                                                                 : "*";
    json_t *content = object_with("text", ph_json_words(words, length));
    json_t *rendered = object_with("text", ph_json_words(words, length));
    struct ph_buffer shown = {0};
    ph_buffer_put(&shown, mark);
    ph_buffer_add(&shown, words, length);
    ph_buffer_put(&shown, mark);
    json_object_set_new(rendered, "markdown", ph_json_words(ph_buffer_text(&shown), shown.length));
    json_object_set_new(content, "rendered", rendered);
    ph_buffer_free(&shown);
    return content;
}

static json_t *fix_of(const struct sarif *sarif, const struct ph_finding *finding)
{
    struct ph_finding of = *finding;
    if (finding->look) {
        of.from = finding->look_from;
        of.to = finding->look_to;
    }
    json_t *replacement = object_with("deletedRegion", offsets_of(&of));
    json_object_set_new(replacement, "insertedContent",
                        finding->look ? restyled_of(finding)
                                      : object_with("text", json_string(finding->fix)));
    json_t *change = object_with("artifactLocation", artifact_location(sarif, sarif->paragraph));
    json_object_set_new(change, "replacements", array_of(replacement));
    json_t *fix = object_with("artifactChanges", array_of(change));
    if (finding->look)
        json_object_set_new(fix, "description",
                            object_with("text", json_string(finding->look->said)));
    return fix;
}

/* ---- rules and results ---- */

static size_t rule_place(struct sarif *sarif, const struct ph_finding *finding)
{
    const json_t *known = json_object_get(sarif->rule_places, finding->rule);
    if (known)
        return (size_t)json_integer_value(known);
    size_t place = json_array_size(sarif->rules);
    json_t *rule = object_with("id", ph_json_text(finding->rule));
    if (finding->source)
        json_object_set_new(rule, "help", object_with("text", ph_json_text(finding->source)));
    json_array_append_new(sarif->rules, rule);
    json_object_set_new(sarif->rule_places, finding->rule, integer(place));
    return place;
}

/* What a person accepted is in the report, suppressed outside of the document, and with the reason.
 */
static json_t *suppression_of(const char *reason)
{
    json_t *suppression = object_with("kind", json_string("external"));
    json_object_set_new(suppression, "status", json_string("accepted"));
    json_object_set_new(suppression, "justification", ph_json_text(reason));
    return suppression;
}

/* `reason`: why it was accepted; NULL: it was not. */
static void add_result(struct sarif *sarif, const struct ph_finding *finding, const char *reason)
{
    static const char *const levels[PH_SEVERITY_COUNT] = {"note", "warning", "error"};
    json_t *result = object_with("ruleId", ph_json_text(finding->rule));
    json_object_set_new(result, "ruleIndex", integer(rule_place(sarif, finding)));
    json_object_set_new(result, "level", json_string(levels[finding->severity]));
    json_object_set_new(result, "message", object_with("text", ph_json_text(finding->message)));
    json_object_set_new(result, "locations", array_of(location_of(sarif, finding)));
    if (reason)
        json_object_set_new(result, "suppressions", array_of(suppression_of(reason)));
    if (ph_has_words(finding)) {
        enter_paragraph(sarif, finding->node);
        json_object_set_new(result, "relatedLocations", array_of(related_of(sarif, finding)));
        if (ph_finding_is_fixable(finding))
            json_object_set_new(result, "fixes", array_of(fix_of(sarif, finding)));
    }
    json_array_append_new(sarif->results, result);
}

static void add_view(struct sarif *sarif, const struct ph_findings_view *view)
{
    sarif->file = add_artifact(sarif, object_with("uri", uri_of(view->name)));
    sarif->node = NULL;
    for (size_t i = 0; i < view->findings->count; i++)
        add_result(sarif, &view->findings->items[i], NULL);
    for (size_t i = 0; i < view->findings->accepted_count; i++)
        add_result(sarif, &view->findings->accepted[i].finding, view->findings->accepted[i].reason);
}

void ph_write_findings_sarif(const struct ph_findings_view *views, size_t count,
                             struct ph_buffer *out)
{
    struct sarif sarif = {.artifacts = json_array(),
                          .rules = json_array(),
                          .results = json_array(),
                          .rule_places = json_object()};
    for (size_t i = 0; i < count; i++)
        add_view(&sarif, &views[i]);
    json_t *driver = object_with("name", json_string("penholder"));
    json_object_set_new(driver, "version", json_string(PH_VERSION));
    json_object_set_new(driver, "rules", sarif.rules);
    json_t *run = object_with("tool", object_with("driver", driver));
    json_object_set_new(run, "columnKind", json_string("unicodeCodePoints"));
    json_object_set_new(run, "artifacts", sarif.artifacts);
    json_object_set_new(run, "results", sarif.results);
    json_t *top = object_with("$schema", json_string(SCHEMA));
    json_object_set_new(top, "version", json_string("2.1.0"));
    json_object_set_new(top, "runs", array_of(run));
    ph_json_write(top, out);
    json_decref(sarif.rule_places);
}
