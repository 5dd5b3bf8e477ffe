#include "write/archive.h"

#include <inttypes.h>
#include <string.h>

#include "write/json_parts.h"

static void put_count(struct ph_buffer *out, int64_t count, const char *what)
{
    ph_buffer_printf(out, "%" PRId64 " %s%s", count, what, count == 1 ? "" : "s");
}

static void put_more(struct ph_buffer *out, int64_t all, int64_t shown)
{
    if (all > shown)
        ph_buffer_printf(out, "and %" PRId64 " more (--limit)\n", all - shown);
}

static void put_duplicates(const struct ph_archive_facts *facts, struct ph_buffer *out)
{
    int64_t shown = 0;
    if (facts->several)
        ph_buffer_printf(out, "\nIn several files, the best first: %" PRId64 "\n", facts->several);
    for (size_t i = 0; i < facts->duplicate_count; i++) {
        const struct ph_archive_duplicate *one = &facts->duplicates[i];
        shown += one->best;
        if (one->best)
            ph_buffer_printf(out, "%s: %s", one->name, one->path);
        else
            ph_buffer_printf(out, ", %s", one->path);
        if (i + 1 == facts->duplicate_count || facts->duplicates[i + 1].best)
            ph_buffer_char(out, '\n');
    }
    put_more(out, facts->several, shown);
}

static void put_problems(const struct ph_archive_facts *facts, struct ph_buffer *out)
{
    if (facts->doubtful)
        ph_buffer_printf(out, "\nNot read, or not wholly: %" PRId64 "\n", facts->doubtful);
    for (size_t i = 0; i < facts->problem_count; i++) {
        size_t length = strlen(facts->problems[i].problem);
        const char *end = length && facts->problems[i].problem[length - 1] == '\n' ? "" : "\n";
        ph_buffer_printf(out, "%s: %s%s", facts->problems[i].path, facts->problems[i].problem, end);
    }
    put_more(out, facts->doubtful, (int64_t)facts->problem_count);
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
    put_duplicates(facts, out);
    put_problems(facts, out);
}

static json_t *session(int64_t number)
{
    return number ? json_integer(number) : json_null();
}

static json_t *problems_of(const struct ph_archive_facts *facts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < facts->problem_count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "path", ph_json_text(facts->problems[i].path));
        json_object_set_new(object, "problem", ph_json_text(facts->problems[i].problem));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *duplicates_of(const struct ph_archive_facts *facts)
{
    json_t *list = json_array(), *files = NULL;
    for (size_t i = 0; i < facts->duplicate_count; i++) {
        if (facts->duplicates[i].best || !files) {
            json_t *object = json_object();
            files = json_array();
            json_object_set_new(object, "resolution", ph_json_text(facts->duplicates[i].name));
            json_object_set_new(object, "files", files);
            json_array_append_new(list, object);
        }
        json_array_append_new(files, ph_json_text(facts->duplicates[i].path));
    }
    return list;
}

void ph_write_archive_json(const struct ph_archive_facts *facts, struct ph_buffer *out)
{
    json_t *top = json_object();
    json_object_set_new(top, "documents", json_integer(facts->documents));
    json_object_set_new(top, "paragraphs", json_integer(facts->paragraphs));
    json_object_set_new(top, "wordings", json_integer(facts->wordings));
    json_object_set_new(top, "files", json_integer(facts->files));
    json_object_set_new(top, "first", session(facts->first));
    json_object_set_new(top, "last", session(facts->last));
    json_object_set_new(top, "size", json_integer(facts->size));
    json_object_set_new(top, "several", json_integer(facts->several));
    json_object_set_new(top, "duplicates", duplicates_of(facts));
    json_object_set_new(top, "doubtful", json_integer(facts->doubtful));
    json_object_set_new(top, "problems", problems_of(facts));
    ph_json_write(top, out);
}
