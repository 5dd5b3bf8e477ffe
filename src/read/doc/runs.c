#include "read/doc/runs.h"

#include <stdlib.h>

#include "base/memory.h"

enum { PAGE = 512, PAGE_NUMBER = 0x3FFFFF, PARAGRAPH_ENTRY = 13 };

/* The properties whose length stands at `at`: in bytes, or for paragraphs in words, and there one
 * byte less unless another length follows. */
static struct ph_bytes properties_at(struct ph_bytes page, size_t at, bool paragraphs)
{
    size_t length = ph_byte(page, at);
    if (!at)
        return ph_part(page, 0, 0);
    if (!paragraphs)
        return ph_part(page, at + 1, length);
    if (length)
        return ph_part(page, at + 1, 2 * length - 1);
    return ph_part(page, at + 2, 2 * (size_t)ph_byte(page, at + 1));
}

static void add_page(struct ph_format_runs *runs, struct ph_bytes page, bool paragraphs)
{
    size_t count = ph_byte(page, PAGE - 1), entry = paragraphs ? PARAGRAPH_ENTRY : 1;
    if (4 * (count + 1) + entry * count > PAGE - 1)
        return;
    for (size_t i = 0; i < count; i++) {
        uint32_t from = ph_u32(page, 4 * i), to = ph_u32(page, 4 * i + 4);
        size_t at = 2 * (size_t)ph_byte(page, 4 * (count + 1) + entry * i);
        if (to <= from || (runs->count && from < runs->items[runs->count - 1].to))
            continue;
        runs->items = ph_grow(runs->items, runs->count, &runs->capacity, sizeof *runs->items);
        runs->items[runs->count++] =
            (struct ph_format_run){from, to, properties_at(page, at, paragraphs)};
    }
}

/* No page is listed twice: more pages than the stream has make no sense. */
void ph_format_runs_read(struct ph_bytes table, struct ph_bytes main, bool paragraphs,
                         struct ph_format_runs *runs)
{
    size_t count = table.length < 4 ? 0 : (table.length - 4) / 8, pages = main.length / PAGE;
    *runs = (struct ph_format_runs){0};
    for (size_t i = 0; i < count && i < pages; i++) {
        size_t page = ph_u32(table, 4 * (count + 1) + 4 * i) & PAGE_NUMBER;
        add_page(runs, ph_part(main, page * PAGE, PAGE), paragraphs);
    }
}

void ph_format_runs_free(struct ph_format_runs *runs)
{
    free(runs->items);
    *runs = (struct ph_format_runs){0};
}

const struct ph_format_run *ph_format_run_at(struct ph_format_runs *runs, uint32_t at)
{
    size_t low = 0, high = runs->count;
    if (!runs->count)
        return NULL;
    const struct ph_format_run *run = &runs->items[runs->last];
    if (at >= run->from && at < run->to)
        return run;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (runs->items[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == runs->count || at < runs->items[low].from)
        return NULL;
    runs->last = low;
    return &runs->items[low];
}
