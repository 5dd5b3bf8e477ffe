#include "rules/sequence.h"

#include <string.h>

enum ph_status ph_sequence_new(const struct ph_classes *classes, const char *names,
                               const char *where, struct ph_sequence *sequence,
                               struct ph_error *error)
{
    *sequence = (struct ph_sequence){0};
    for (const char *at = names; *at;) {
        size_t length = strcspn(at, " ");
        size_t class = ph_classes_number(classes, at, length);
        if (class == PH_CLASSES)
            return ph_fail(error, PH_FORMAT, "%s: there is no class '%.*s'", where, (int)length,
                           at);
        if (sequence->count == PH_SEQUENCE)
            return ph_fail(error, PH_FORMAT, "%s: more than %d words", where, PH_SEQUENCE);
        sequence->steps[sequence->count++] = class;
        at += length + (at[length] == ' ');
    }
    return sequence->count ? PH_OK : ph_fail(error, PH_FORMAT, "%s: no words", where);
}

/* How long the space before a word is, where nothing else is before it; 0: something is. */
static bool only_space_before(const struct ph_text *text, size_t end, size_t from)
{
    const char *between = text->bytes + end;
    return (from - end == 1 && *between == ' ') ||
           (from - end == 2 && !memcmp(between, "\xC2\xA0", 2));
}

/* A hyphen, an apostrophe. */
static bool is_joint(const struct ph_text *text, size_t at)
{
    const char *here = text->bytes + at;
    return *here == '-' || *here == '\'' ||
           (at + 3 <= text->length && !memcmp(here, "\xE2\x80\x99", 3));
}

static bool is_joined_before(const struct ph_text *text, size_t from)
{
    return (from && is_joint(text, from - 1)) || (from > 2 && is_joint(text, from - 3));
}

static bool is_of(const struct ph_class_set *set, size_t class)
{
    return set->bits[class / 64] >> class % 64 & 1;
}

/* Where it ends when it stands at a word; 0: it does not. */
static size_t stands(const struct ph_sequence *sequence, const struct ph_text *text,
                     const struct ph_word *words, const struct ph_class_set *sets)
{
    size_t end = 0;
    for (size_t i = 0; i < sequence->count; i++) {
        if (!is_of(&sets[i], sequence->steps[i]) ||
            (i && !only_space_before(text, end, words[i].from)))
            return 0;
        end = ph_word_end(text, words[i].from);
    }
    return is_joint(text, end) || is_joined_before(text, words[0].from) ? 0 : end;
}

bool ph_sequence_next(const struct ph_sequence *sequence, const struct ph_text *text,
                      const struct ph_word *words, const struct ph_class_set *sets, size_t count,
                      size_t *at, size_t *from, size_t *end)
{
    for (; *at + sequence->count <= count; ++*at) {
        if (!is_of(&sets[*at], sequence->steps[0]) ||
            !(*end = stands(sequence, text, words + *at, sets + *at)))
            continue;
        *from = words[(*at)++].from;
        return true;
    }
    return false;
}
