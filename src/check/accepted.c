#include "check/accepted.h"

#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/file.h"
#include "base/schema.h"
#include "base/xml.h"
#include "check/about.h"

static const char ending[] = ".accepted.xml";

char *ph_accepted_path(const char *draft)
{
    struct ph_buffer path = {0};
    ph_buffer_put(&path, draft);
    ph_buffer_put(&path, ending);
    return ph_buffer_take(&path);
}

bool ph_accepted_is(const char *path)
{
    const size_t length = strlen(path), n = strlen(ending);
    return length > n && !strcmp(path + length - n, ending);
}

/* ---- reading ---- */

static enum ph_status add(struct ph_accepted *accepted, const xmlNode *element, const char *name,
                          struct ph_error *error)
{
    struct ph_arena *arena = accepted->arena;
    if (accepted->count == PH_ACCEPTED_LIMIT)
        return ph_fail(error, PH_LIMIT, "%s:%d: has more than %d findings", name,
                       ph_xml_line(element), PH_ACCEPTED_LIMIT);
    char *reason = ph_xml_content(element);
    accepted->entries =
        ph_grow(accepted->entries, accepted->count, &accepted->capacity, sizeof *accepted->entries);
    accepted->entries[accepted->count++] = (struct ph_accepted_entry){
        .rule = ph_arena_copy(arena, ph_xml_attribute(element, "rule")),
        .words = ph_arena_copy(arena, ph_xml_attribute(element, "words")),
        .before = ph_arena_copy(arena, ph_xml_attribute(element, "before")),
        .after = ph_arena_copy(arena, ph_xml_attribute(element, "after")),
        .at = ph_arena_copy(arena, ph_xml_attribute(element, "at")),
        .reason = ph_arena_copy(arena, reason),
        .line = ph_xml_line(element)};
    const bool empty = !*reason;
    free(reason);
    return empty ? ph_fail(error, PH_FORMAT, "%s:%d: finding: the reason is missing", name,
                           ph_xml_line(element))
                 : PH_OK;
}

static enum ph_status add_all(struct ph_accepted *accepted, const xmlDoc *doc, const char *name,
                              struct ph_error *error)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    enum ph_status status = PH_OK;
    for (const xmlNode *one = ph_xml_first(root, "finding"); one && status == PH_OK;
         one = ph_xml_next(one, "finding"))
        status = add(accepted, one, name, error);
    return status;
}

enum ph_status ph_accepted_parse(const char *name, const struct ph_buffer *bytes,
                                 struct ph_accepted **made, struct ph_error *error)
{
    xmlDoc *doc = NULL;
    struct ph_schema *schema = NULL;
    struct ph_accepted *accepted = ph_alloc_zero(1, sizeof *accepted);
    accepted->arena = ph_arena_new();
    enum ph_status status = ph_schema_new("rules/accepted.xsd", &schema, error);
    if (status == PH_OK)
        status = ph_xml_parse(name, ph_buffer_text(bytes), bytes->length, &doc, error);
    if (status == PH_OK)
        status = ph_schema_validate(schema, doc, name, error);
    if (status == PH_OK)
        status = add_all(accepted, doc, name, error);
    xmlFreeDoc(doc);
    ph_schema_free(schema);
    *made = status == PH_OK ? accepted : NULL;
    if (status != PH_OK)
        ph_accepted_free(accepted);
    return status;
}

void ph_accepted_free(struct ph_accepted *accepted)
{
    if (!accepted)
        return;
    ph_arena_free(accepted->arena);
    free(accepted->entries);
    free(accepted);
}

/* ---- writing ---- */

static bool begins_word(const char *text, size_t at)
{
    return at == 0 || text[at - 1] == ' ';
}

/* So much of what is around the words that another place is hardly meant: whole words. */
enum { AROUND = 40 };

static size_t around_from(const struct ph_about *about)
{
    size_t from = about->from > AROUND ? about->from - AROUND : 0;
    while (from < about->from && !begins_word(about->text, from))
        from++;
    return from;
}

static size_t around_to(const struct ph_about *about)
{
    size_t to = about->length - about->to > AROUND ? about->to + AROUND : about->length;
    while (to > about->to && to < about->length && about->text[to] != ' ')
        to--;
    return to;
}

static void put_attribute(struct ph_buffer *out, const char *name, const char *text, size_t length)
{
    ph_buffer_printf(out, " %s=\"", name);
    ph_escape_html(out, text, length);
    ph_buffer_char(out, '"');
}

static void put_entry(struct ph_buffer *out, const struct ph_finding *finding, const char *reason)
{
    char label[160];
    const struct ph_about about = ph_about_of(finding);
    const size_t from = around_from(&about), to = around_to(&about);
    ph_label(finding->node, label, sizeof label);
    ph_buffer_put(out, "  <finding");
    put_attribute(out, "rule", finding->rule, strlen(finding->rule));
    if (*label)
        put_attribute(out, "at", label, strlen(label));
    if (from < about.from)
        put_attribute(out, "before", about.text + from, about.from - from);
    put_attribute(out, "words", about.text + about.from, about.to - about.from);
    if (about.to < to)
        put_attribute(out, "after", about.text + about.to, to - about.to);
    ph_buffer_char(out, '>');
    ph_escape_html(out, reason, strlen(reason));
    ph_buffer_put(out, "</finding>\n");
}

static const char end_tag[] = "</accepted>";

static enum ph_status refuse(const char *name, struct ph_error *error)
{
    return ph_fail(error, PH_FORMAT, "%s: does not end with %s: nothing can be added", name,
                   end_tag);
}

static enum ph_status put_entries(const char *name, const struct ph_buffer *bytes,
                                  const struct ph_findings *findings, const bool *chosen,
                                  const char *reason, struct ph_buffer *out, struct ph_error *error)
{
    const char *text = ph_buffer_text(bytes), *last = NULL;
    for (const char *found = text; (found = strstr(found, end_tag)); found++)
        last = found;
    if (!last)
        return refuse(name, error);
    ph_buffer_add(out, text, (size_t)(last - text));
    if (last > text && last[-1] != '\n')
        ph_buffer_char(out, '\n');
    for (size_t i = 0; i < findings->count; i++)
        if (chosen[i])
            put_entry(out, &findings->items[i], reason);
    ph_buffer_put(out, last);
    return PH_OK;
}

/* What cannot be read again, or holds no more than before, is not written: what looked like the end
 * was a comment, or something of another name. */
static enum ph_status check_entries(const char *name, const struct ph_buffer *bytes, size_t more,
                                    const struct ph_buffer *out, struct ph_error *error)
{
    struct ph_accepted *before = NULL, *after = NULL;
    enum ph_status status = bytes->length ? ph_accepted_parse(name, bytes, &before, error) : PH_OK;
    if (status == PH_OK)
        status = ph_accepted_parse(name, out, &after, error);
    if (status == PH_OK && after->count != (before ? before->count : 0) + more)
        status = refuse(name, error);
    ph_accepted_free(before);
    ph_accepted_free(after);
    return status;
}

static size_t count_chosen(const struct ph_findings *findings, const bool *chosen)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += chosen[i];
    return count;
}

enum ph_status ph_accepted_write(const char *name, const struct ph_buffer *bytes,
                                 const struct ph_findings *findings, const bool *chosen,
                                 const char *reason, struct ph_buffer *out, struct ph_error *error)
{
    struct ph_buffer first = {0};
    char *path = ph_data_path("templates/en/accepted.xml");
    enum ph_status status = bytes->length ? PH_OK : ph_file_read(path, &first, error);
    if (status == PH_OK)
        status =
            put_entries(name, bytes->length ? bytes : &first, findings, chosen, reason, out, error);
    if (status == PH_OK)
        status = check_entries(name, bytes, count_chosen(findings, chosen), out, error);
    ph_buffer_free(&first);
    free(path);
    return status;
}
