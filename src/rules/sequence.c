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
        sequence->classes.bits[class / 64] |= UINT64_C(1) << class % 64;
        at += length + (at[length] == ' ');
    }
    return sequence->count ? PH_OK : ph_fail(error, PH_FORMAT, "%s: no words", where);
}

/* Where it ends when it stands at a word, all words being of their classes; 0: it does not. */
static size_t stands(const struct ph_sequence *sequence, const struct ph_text *text,
                     const struct ph_word *words)
{
    size_t end = words->from + words->length;
    for (size_t i = 1; i < sequence->count; i++) {
        if (!ph_word_only_space(text, end, words[i].from))
            return 0;
        end = words[i].from + words[i].length;
    }
    return ph_word_is_joint(text, end) || ph_word_is_joined_before(text, words->from) ? 0 : end;
}

/* At which of 64 words, the first of them `block` times 64, the words are of their classes. */
static uint64_t starts_in(const struct ph_sequence *sequence, const struct ph_class_rows *rows,
                          size_t block)
{
    uint64_t starts = rows->bits[sequence->steps[0] * rows->row + block];
    for (size_t i = 1; i < sequence->count && starts; i++) {
        const uint64_t *bits = rows->bits + sequence->steps[i] * rows->row + block;
        starts &= bits[0] >> i | bits[1] << (64 - i);
    }
    return starts;
}

bool ph_sequence_next(const struct ph_sequence *sequence, const struct ph_text *text,
                      const struct ph_word *words, const struct ph_class_rows *rows, size_t count,
                      size_t *at, size_t *from, size_t *end)
{
    while (*at < count) {
        uint64_t starts = starts_in(sequence, rows, *at / 64) >> *at % 64;
        if (!starts)
            *at += 64 - *at % 64;
        for (; starts; starts >>= 1, ++*at) {
            if (!(starts & 1) || !(*end = stands(sequence, text, words + *at)))
                continue;
            *from = words[(*at)++].from;
            return true;
        }
    }
    return false;
}
