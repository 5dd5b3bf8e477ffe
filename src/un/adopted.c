#include "un/adopted.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"

enum { DIGITS = 4 }; /* of a number */

struct run {
    char counted_by[8]; /* NUL-terminated */
    int first, last;
    struct ph_date day;
};

struct ph_adopted {
    struct run *runs; /* in order */
    size_t count, capacity;
};

/* The number that a text starts with; 0: none, or one too long. */
static int number_at(const char **text)
{
    int number = 0, digits = 0;
    for (; **text >= '0' && **text <= '9'; (*text)++, digits++)
        number = digits < DIGITS ? number * 10 + (**text - '0') : 0;
    return digits <= DIGITS ? number : 0;
}

/* "73/144-189", up to what stands behind it. */
static bool read_numbers(const char **text, struct run *run)
{
    const char *stroke = strchr(*text, '/');
    size_t length = stroke ? (size_t)(stroke - *text) : 0;
    if (!length || length >= sizeof run->counted_by)
        return false;
    memcpy(run->counted_by, *text, length);
    *text = stroke + 1;
    run->first = run->last = number_at(text);
    if (**text == '-') {
        (*text)++;
        run->last = number_at(text);
    }
    return run->first && run->last >= run->first;
}

static bool read_line(const char *line, struct run *run)
{
    if (!read_numbers(&line, run) || *line != ' ')
        return false;
    return ph_date_parse_iso(line + 1, &run->day);
}

static bool is_behind(const struct run *run, const struct run *last)
{
    int order = strcmp(run->counted_by, last->counted_by);
    return order > 0 || (order == 0 && run->first > last->last);
}

static bool add_line(struct ph_adopted *adopted, const char *line)
{
    struct run run = {0};
    if (!*line || *line == '#')
        return true;
    if (!read_line(line, &run) ||
        (adopted->count && !is_behind(&run, &adopted->runs[adopted->count - 1])))
        return false;
    adopted->runs =
        ph_grow(adopted->runs, adopted->count, &adopted->capacity, sizeof *adopted->runs);
    adopted->runs[adopted->count++] = run;
    return true;
}

static enum ph_status add_lines(struct ph_adopted *adopted, char *text, const char *path,
                                struct ph_error *error)
{
    for (int number = 1; *text; number++) {
        char *end = text + strcspn(text, "\n");
        char *next = end + (*end == '\n');
        *end = 0;
        if (!add_line(adopted, text))
            return ph_fail(error, PH_FORMAT,
                           "%s:%d: not a number and its day behind those of the lines above", path,
                           number);
        text = next;
    }
    return PH_OK;
}

enum ph_status ph_adopted_load(const char *path, struct ph_adopted **adopted,
                               struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_file_read(path, &bytes, error);
    *adopted = ph_alloc_zero(1, sizeof **adopted);
    if (status == PH_OK && bytes.length)
        status = add_lines(*adopted, bytes.data, path, error);
    ph_buffer_free(&bytes);
    if (status != PH_OK) {
        ph_adopted_free(*adopted);
        *adopted = NULL;
    }
    return status;
}

void ph_adopted_free(struct ph_adopted *adopted)
{
    if (!adopted)
        return;
    free(adopted->runs);
    free(adopted);
}

struct ph_date ph_adopted_on(const struct ph_adopted *adopted, const char *number)
{
    struct run wanted = {0};
    if (!read_numbers(&number, &wanted) || *number || wanted.last != wanted.first)
        return (struct ph_date){0};
    size_t low = 0, high = adopted->count; /* the answer is before `high` */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_behind(&wanted, &adopted->runs[middle]))
            low = middle + 1;
        else
            high = middle;
    }
    const struct run *found = low < adopted->count ? &adopted->runs[low] : NULL;
    bool inside =
        found && !strcmp(found->counted_by, wanted.counted_by) && found->first <= wanted.first;
    return inside ? found->day : (struct ph_date){0};
}
