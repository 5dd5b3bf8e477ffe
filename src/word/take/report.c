#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

static bool is_counted(const struct ph_take_part *part, const struct ph_take_item *item)
{
    return item->kind >= PH_TAKE_CAME && item->kind <= PH_TAKE_RECORD &&
           (item->chosen || !ph_take_is_gone(part, item->element));
}

void ph_take_count(const struct ph_take_part *part, struct ph_take_report *report)
{
    for (size_t i = 0; i < part->count; i++) {
        const struct ph_take_item *item = &part->items[i];
        const char *author = ph_xml_attribute(item->element, "author");
        if (!is_counted(part, item))
            continue;
        report->authors =
            ph_grow(report->authors, report->count, &report->capacity, sizeof *report->authors);
        report->authors[report->count++] =
            (struct ph_take_author){author ? author : "", item->chosen, !item->chosen};
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct ph_take_author *)a)->name,
                  ((const struct ph_take_author *)b)->name);
}

void ph_take_sum(struct ph_take_report *report)
{
    struct ph_take_author *authors = report->authors;
    size_t count = 0;
    if (report->count)
        qsort(authors, report->count, sizeof *authors, by_name);
    for (size_t i = 0; i < report->count; i++) {
        report->taken += authors[i].taken;
        report->left += authors[i].left;
        if (count && !strcmp(authors[count - 1].name, authors[i].name)) {
            authors[count - 1].taken += authors[i].taken;
            authors[count - 1].left += authors[i].left;
        } else {
            authors[count] = authors[i];
            authors[count++].name = ph_arena_copy(report->arena, authors[i].name);
        }
    }
    report->count = count;
}

void ph_take_report_free(struct ph_take_report *report)
{
    free(report->authors);
    ph_arena_free(report->arena);
    *report = (struct ph_take_report){0};
}
