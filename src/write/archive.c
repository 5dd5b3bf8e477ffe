#include "write/archive.h"

#include <inttypes.h>

#include "write/json_parts.h"

static void put_count(struct ph_buffer *out, int64_t count, const char *what)
{
    ph_buffer_printf(out, "%" PRId64 " %s%s", count, what, count == 1 ? "" : "s");
}

void ph_write_archive_text(const struct ph_archive_facts *facts, struct ph_buffer *out)
{
    put_count(out, facts->documents, "document");
    if (facts->last && facts->first == facts->last)
        ph_buffer_printf(out, " of session %" PRId64, facts->last);
    else if (facts->last)
        ph_buffer_printf(out, " of sessions %" PRId64 " to %" PRId64, facts->first, facts->last);
    ph_buffer_put(out, ", from ");
    put_count(out, facts->files, "file");
    ph_buffer_char(out, '\n');
    put_count(out, facts->paragraphs, "paragraph");
    ph_buffer_put(out, " in ");
    put_count(out, facts->wordings, "wording");
    ph_buffer_printf(out, "; %.1f MiB\n", (double)facts->size / 1024 / 1024);
    for (size_t i = 0; i < facts->problem_count; i++)
        ph_buffer_printf(out, "%s%s: %s\n", i ? "" : "\n", facts->problems[i].path,
                         facts->problems[i].problem);
}

static json_t *session(int64_t number)
{
    return number ? json_integer(number) : json_null();
}

void ph_write_archive_json(const struct ph_archive_facts *facts, struct ph_buffer *out)
{
    json_t *top = json_object(), *problems = json_array();
    for (size_t i = 0; i < facts->problem_count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "path", ph_json_text(facts->problems[i].path));
        json_object_set_new(object, "problem", ph_json_text(facts->problems[i].problem));
        json_array_append_new(problems, object);
    }
    json_object_set_new(top, "documents", json_integer(facts->documents));
    json_object_set_new(top, "paragraphs", json_integer(facts->paragraphs));
    json_object_set_new(top, "wordings", json_integer(facts->wordings));
    json_object_set_new(top, "files", json_integer(facts->files));
    json_object_set_new(top, "first", session(facts->first));
    json_object_set_new(top, "last", session(facts->last));
    json_object_set_new(top, "size", json_integer(facts->size));
    json_object_set_new(top, "problems", problems);
    ph_json_write(top, out);
}
