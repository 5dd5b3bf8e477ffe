/* Patterns from a pack: two parts for each, because the needs of all are asked for in every run,
 * and the code of few. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex_known.h"

#include <pcre2.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/regex_inside.h"

static const struct ph_pack *known;

void ph_regex_known_from(const struct ph_pack *pack)
{
    known = pack;
}

/* NULL: there is none, or none may be used. */
static const void *part_of(const struct ph_regex *regex, const char *kind, size_t *size)
{
    *size = 0;
    return known && !ph_regex_is_watched(regex) ? ph_pack_part(known, kind, regex->name, size)
                                                : NULL;
}

/* The part is as long as its row says; empty: nothing is needed. */
bool ph_regex_known_needs(const struct ph_regex *regex, const ph_needs **needs)
{
    size_t size;
    const ph_needs *row = part_of(regex, "needs", &size);
    if (!row || size % sizeof *row || (size && *row * sizeof *row != size))
        return false;
    *needs = size ? row : NULL;
    return true;
}

/* ---- starts ---- */

/* false: there is no such byte. */
static bool add_row(struct ph_pattern_starts *starts, size_t place, const struct ph_known_row *row)
{
    if (row->bytes >> PH_CODES)
        return false;
    for (uint64_t left = row->bytes; left; left &= left - 1)
        starts->ways[place][__builtin_ctzll(left)] = row->ways;
    starts->first |= place ? 0 : row->bytes;
    return true;
}

/* NULL: they are not whole. */
static struct ph_pattern_starts *read_starts(const struct ph_known_head *head)
{
    struct ph_pattern_starts *starts = ph_alloc_zero(1, sizeof *starts);
    const struct ph_known_row *row = (const void *)(head + 1);
    starts->known = true;
    for (size_t k = 0; k < PH_START && starts->known; k++)
        for (uint32_t i = 0; i < head->rows[k] && starts->known; i++)
            starts->known = add_row(starts, k, row++);
    if (starts->known)
        return starts;
    free(starts);
    return NULL;
}

/* ---- code ---- */

/* How much of a part its rows take, with the head; SIZE_MAX: more than there is before the code. */
static size_t length_of_rows(const struct ph_known_head *head, size_t size)
{
    enum { LEAST_CODE = 64 }; /* PCRE2 writes far more for any */
    size_t count = 0;
    if (size < sizeof *head + LEAST_CODE)
        return SIZE_MAX;
    for (size_t k = 0; k < PH_START; k++)
        count += head->rows[k];
    return count > (size - sizeof *head - LEAST_CODE) / sizeof(struct ph_known_row)
               ? SIZE_MAX
               : sizeof *head + count * sizeof(struct ph_known_row);
}

/* PCRE2 refuses what another version of it wrote. */
bool ph_regex_known_code(const struct ph_regex *regex)
{
    size_t size;
    pcre2_code *code;
    const struct ph_known_head *head = part_of(regex, "pattern", &size);
    const size_t rows = head ? length_of_rows(head, size) : SIZE_MAX;
    if (rows == SIZE_MAX)
        return false;
    struct ph_pattern_starts *starts = head->has_starts ? read_starts(head) : NULL;
    if ((head->has_starts && !starts) ||
        pcre2_serialize_decode(&code, 1, (const uint8_t *)head + rows, NULL) != 1) {
        free(starts);
        return false;
    }
    regex->machine->starts = starts;
    regex->machine->code = code;
    return true;
}
