#include "write/faults.h"

#include "write/findings.h"
#include "write/json_parts.h"

static struct ph_finding_counts count_faults(const struct ph_faults_view *views, size_t count)
{
    struct ph_finding_counts counts = {0};
    for (size_t i = 0; i < count; i++)
        for (int kind = 0; kind < PH_FAULT_COUNT; kind++) {
            size_t n = views[i].faults->of[kind];
            counts.of[ph_fault_info((enum ph_fault_kind)kind)->severity] += n;
            counts.all += n;
        }
    return counts;
}

/* ---- text ---- */

static void put_fault(struct ph_buffer *out, const char *name, const struct ph_fault *fault,
                      bool colour)
{
    char place[512];
    const struct ph_fault_kind_info *info = ph_fault_info(fault->kind);
    ph_put_file_name(out, name);
    ph_put_file_name(out, ph_fault_place(fault, place, sizeof place));
    ph_put_severity(out, info->severity, colour);
    ph_buffer_printf(out, ": %s: %s [%s]\n", info->what, fault->detail, info->name);
}

/* How many are not listed, because there are too many. */
static void put_rest(struct ph_buffer *out, const struct ph_faults_view *view)
{
    struct ph_finding_counts counts = count_faults(view, 1);
    if (counts.all <= view->faults->count)
        return;
    ph_put_file_name(out, view->name);
    ph_buffer_printf(out, "%zu more\n", counts.all - view->faults->count);
}

void ph_write_faults_text(const struct ph_faults_view *views, size_t count,
                          const struct ph_write_options *options, struct ph_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < views[i].faults->count; k++)
            put_fault(out, views[i].name, &views[i].faults->items[k], options->colour);
        put_rest(out, &views[i]);
    }
    struct ph_finding_counts counts = count_faults(views, count);
    ph_put_finding_counts(out, count, &counts);
}

/* ---- JSON ---- */

static json_t *fault_of(const char *name, const struct ph_fault *fault)
{
    const struct ph_fault_kind_info *info = ph_fault_info(fault->kind);
    json_t *object = json_object();
    json_object_set_new(object, "file", ph_json_text(name));
    json_object_set_new(object, "part", ph_json_text(fault->part));
    json_object_set_new(object, "paragraph",
                        fault->paragraph ? json_integer((json_int_t)fault->paragraph)
                                         : json_null());
    json_object_set_new(object, "severity", json_string(ph_severity_name(info->severity)));
    json_object_set_new(object, "fault", json_string(info->name));
    json_object_set_new(object, "message", json_string(info->what));
    json_object_set_new(object, "detail", ph_json_text(fault->detail));
    json_object_set_new(object, "source", json_string(info->source));
    return object;
}

void ph_write_faults_json(const struct ph_faults_view *views, size_t count, struct ph_buffer *out)
{
    json_t *top = json_object(), *list = json_array();
    struct ph_finding_counts counts = count_faults(views, count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < views[i].faults->count; k++)
            json_array_append_new(list, fault_of(views[i].name, &views[i].faults->items[k]));
    json_object_set_new(top, "faults", list);
    json_object_set_new(top, "summary", ph_json_finding_counts(count, &counts));
    ph_json_write(top, out);
}
