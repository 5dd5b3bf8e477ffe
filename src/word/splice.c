#include "word/splice.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void ph_splice_add(struct ph_splices *splices, size_t from, size_t to, const char *bytes,
                   size_t length)
{
    splices->items =
        ph_grow(splices->items, splices->count, &splices->capacity, sizeof *splices->items);
    splices->items[splices->count] =
        (struct ph_splice){from, to, splices->bytes.length, length, splices->count};
    splices->count++;
    ph_buffer_add(&splices->bytes, bytes, length);
}

void ph_splice_put(struct ph_splices *splices, size_t at, const char *text)
{
    ph_splice_add(splices, at, at, text, strlen(text));
}

static int by_place(const void *a, const void *b)
{
    const struct ph_splice *one = a, *other = b;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

static bool is_sound(const struct ph_splices *splices, size_t length)
{
    size_t end = 0;
    for (size_t i = 0; i < splices->count; i++) {
        const struct ph_splice *one = &splices->items[i];
        if (one->from < end || one->to < one->from || one->to > length)
            return false;
        end = one->to;
    }
    return true;
}

bool ph_splice_apply(struct ph_splices *splices, const char *bytes, size_t length,
                     struct ph_buffer *out)
{
    size_t at = 0;
    if (splices->count)
        qsort(splices->items, splices->count, sizeof *splices->items, by_place);
    if (!is_sound(splices, length))
        return false;
    for (size_t i = 0; i < splices->count; i++) {
        const struct ph_splice *one = &splices->items[i];
        ph_buffer_add(out, bytes + at, one->from - at);
        ph_buffer_add(out, ph_buffer_text(&splices->bytes) + one->at, one->length);
        at = one->to;
    }
    ph_buffer_add(out, bytes + at, length - at);
    return true;
}

void ph_splice_free(struct ph_splices *splices)
{
    free(splices->items);
    ph_buffer_free(&splices->bytes);
    *splices = (struct ph_splices){0};
}
