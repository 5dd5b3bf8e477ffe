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

/* NULL: the part is not long enough for starts and code, or does not begin with starts. */
static const uint8_t *code_behind(const struct ph_pattern_starts *starts, size_t size)
{
    enum { LEAST_CODE = 64 }; /* PCRE2 writes far more for any */
    const size_t length = size < sizeof *starts ? 0 : ph_pattern_starts_size(starts);
    return length && size >= length + LEAST_CODE ? (const uint8_t *)starts + length : NULL;
}

/* PCRE2 refuses what another version of it wrote. */
bool ph_regex_known_code(const struct ph_regex *regex)
{
    size_t size;
    const struct ph_pattern_starts *starts = part_of(regex, "pattern", &size);
    const uint8_t *bytes = starts ? code_behind(starts, size) : NULL;
    pcre2_code *code;
    if (!bytes || pcre2_serialize_decode(&code, 1, bytes, NULL) != 1)
        return false;
    regex->machine->starts = starts->eights ? starts : NULL;
    regex->machine->code = code;
    return true;
}
