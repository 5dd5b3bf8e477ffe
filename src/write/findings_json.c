/* Findings as JSON. Places are counted in code points of the paragraph's words. */
#include "write/findings.h"
#include "write/json_parts.h"
#include "write/parts.h"

/* Which words look otherwise, and how; null: none. */
static json_t *look_of(const struct ph_finding *finding)
{
    const char *text = finding->node->text.bytes;
    if (!finding->look)
        return json_null();
    const size_t from = ph_code_points(text, 0, finding->look_from);
    const size_t length = ph_code_points(text, finding->look_from, finding->look_to);
    json_t *object = json_object();
    json_object_set_new(object, "is", json_string(finding->look->name));
    json_object_set_new(object, "from", json_integer((json_int_t)from));
    json_object_set_new(object, "to", json_integer((json_int_t)(from + length)));
    return object;
}

static json_t *finding_of(const char *name, const struct ph_finding *finding)
{
    const struct ph_text *text = &finding->node->text;
    bool words = ph_has_words(finding);
    json_t *object = json_object();
    json_object_set_new(object, "file", ph_json_text(name));
    json_object_set_new(object, "label", ph_json_label(finding->node));
    json_object_set_new(object, "severity", json_string(ph_severity_name(finding->severity)));
    json_object_set_new(object, "rule", ph_json_text(finding->rule));
    json_object_set_new(object, "message", ph_json_text(finding->message));
    json_object_set_new(object, "source", ph_json_text(finding->source));
    json_object_set_new(object, "text", ph_json_words(text->bytes, text->length));
    size_t from = words ? ph_code_points(text->bytes, 0, finding->from) : 0;
    size_t length = words ? ph_code_points(text->bytes, finding->from, finding->to) : 0;
    json_object_set_new(object, "from", words ? json_integer((json_int_t)from) : json_null());
    json_object_set_new(object, "to",
                        words ? json_integer((json_int_t)(from + length)) : json_null());
    json_object_set_new(object, "fix", finding->fix ? json_string(finding->fix) : json_null());
    json_object_set_new(object, "look", look_of(finding));
    return object;
}

static json_t *accepted_of(const char *name, const struct ph_accepted_finding *accepted)
{
    json_t *object = finding_of(name, &accepted->finding);
    json_object_set_new(object, "reason", ph_json_text(accepted->reason));
    return object;
}

json_t *ph_json_finding_counts(size_t documents, const struct ph_finding_counts *counts)
{
    json_t *object = json_object();
    json_object_set_new(object, "documents", json_integer((json_int_t)documents));
    for (int severity = PH_SEVERITY_COUNT - 1; severity >= 0; severity--)
        json_object_set_new(object, ph_severity_name((enum ph_severity)severity),
                            json_integer((json_int_t)counts->of[severity]));
    return object;
}

void ph_write_findings_json(const struct ph_findings_view *views, size_t count,
                            struct ph_buffer *out)
{
    json_t *top = json_object(), *list = json_array(), *accepted = json_array();
    struct ph_finding_counts counts = ph_count_findings(views, count);
    for (size_t i = 0; i < count; i++) {
        const struct ph_findings *findings = views[i].findings;
        for (size_t k = 0; k < findings->count; k++)
            json_array_append_new(list, finding_of(views[i].name, &findings->items[k]));
        for (size_t k = 0; k < findings->accepted_count; k++)
            json_array_append_new(accepted, accepted_of(views[i].name, &findings->accepted[k]));
    }
    json_object_set_new(top, "findings", list);
    json_object_set_new(top, "accepted", accepted);
    json_object_set_new(top, "summary", ph_json_finding_counts(count, &counts));
    ph_json_write(top, out);
}
