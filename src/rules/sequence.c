#include "rules/sequence.h"

#include <string.h>

/* The words that are looked at together, a bit each. */
enum { WINDOW = 64 };
/* So many of them, at least, may be the first of a sequence. */
_Static_assert(PH_SEQUENCE + PH_SEQUENCE_RUNS * PH_SEQUENCE_RUN <= WINDOW / 4 * 3, "too long");

static inline bool is_run(const struct ph_sequence *sequence, size_t step)
{
    return sequence->runs >> step & 1;
}

/* ---- compiling ---- */

/* A step of a name, which may have a star, and an exclamation mark with it. */
static enum ph_status add_step(struct ph_sequence *sequence, const struct ph_classes *classes,
                               const char *name, size_t length, const char *where,
                               struct ph_error *error)
{
    const bool run = length && name[length - 1] == '*', others = run && *name == '!';
    name += others;
    length -= run + others;
    const size_t class = ph_classes_number(classes, name, length);
    if (class == PH_CLASSES)
        return ph_fail(error, PH_FORMAT, "%s: there is no class '%.*s'", where, (int)length, name);
    if (sequence->count == PH_SEQUENCE)
        return ph_fail(error, PH_FORMAT, "%s: more than %d words", where, PH_SEQUENCE);
    sequence->runs |= (uint16_t)(run << sequence->count);
    sequence->others |= (uint16_t)(others << sequence->count);
    sequence->steps[sequence->count++] = (uint8_t) class;
    sequence->longest = (uint8_t)(sequence->longest + (run ? PH_SEQUENCE_RUN : 1));
    if (!run)
        sequence->classes.bits[class / 64] |= UINT64_C(1) << class % 64;
    return PH_OK;
}

static enum ph_status check_runs(const struct ph_sequence *sequence, const char *where,
                                 struct ph_error *error)
{
    if (__builtin_popcount(sequence->runs) > PH_SEQUENCE_RUNS)
        return ph_fail(error, PH_FORMAT, "%s: more than %d runs", where, PH_SEQUENCE_RUNS);
    if (is_run(sequence, 0) || is_run(sequence, sequence->count - 1u))
        return ph_fail(error, PH_FORMAT, "%s: a run at the first or the last word", where);
    return PH_OK;
}

enum ph_status ph_sequence_new(const struct ph_classes *classes, const char *names,
                               const char *where, struct ph_sequence *sequence,
                               struct ph_error *error)
{
    *sequence = (struct ph_sequence){0};
    for (const char *at = names; *at;) {
        const size_t length = strcspn(at, " ");
        const enum ph_status status = add_step(sequence, classes, at, length, where, error);
        if (status != PH_OK)
            return status;
        at += length + (at[length] == ' ');
    }
    return sequence->count ? check_runs(sequence, where, error)
                           : ph_fail(error, PH_FORMAT, "%s: no words", where);
}

/* ---- looking ---- */

/* The bits of 64 words, from the one of a number on. */
static inline uint64_t bits_from(const uint64_t *row, size_t at)
{
    row += at / WINDOW;
    return at % WINDOW ? row[0] >> at % WINDOW | row[1] << (WINDOW - at % WINDOW) : row[0];
}

/* Where a run starts that is followed by `next`, or `next` itself: the run of no words. */
static uint64_t run_before(uint64_t next, uint64_t of_class, uint64_t spaced, uint64_t linked)
{
    uint64_t longer = of_class & (next & spaced) >> 1, all = next;
    for (size_t i = 1; longer && i < PH_SEQUENCE_RUN; i++) {
        all |= longer;
        longer = of_class & (longer & linked) >> 1;
    }
    return all | longer;
}

/* At which of 64 words, the first of them `block` times 64, a sequence without runs starts. */
static uint64_t find_plain(const struct ph_sequence *sequence, const struct ph_class_rows *rows,
                           size_t block)
{
    uint64_t starts = rows->bits[sequence->steps[0] * rows->row + block];
    const uint64_t *spaced = rows->spaced + block;
    for (size_t i = 1; i < sequence->count && starts; i++) {
        const uint64_t *bits = rows->bits + sequence->steps[i] * rows->row + block;
        starts &= bits[0] >> i | bits[1] << (WINDOW - i);
    }
    for (size_t i = 1; i < sequence->count && starts; i++)
        starts &= spaced[0] >> i | spaced[1] << (WINDOW - i);
    return starts;
}

/* At which of 64 words, from the one of a number on, each of the steps starts with all behind it
 * there. What is behind the first is unknown when that starts nowhere. */
static void find_steps(const struct ph_sequence *sequence, const struct ph_class_rows *rows,
                       size_t at, uint64_t *starts)
{
    starts[0] = bits_from(rows->bits + sequence->steps[0] * rows->row, at);
    if (!starts[0])
        return;
    const uint64_t spaced = bits_from(rows->spaced, at), linked = bits_from(rows->linked, at);
    const size_t last = sequence->count - 1u;
    uint64_t next = starts[last] = bits_from(rows->bits + sequence->steps[last] * rows->row, at);
    for (size_t i = last; next && i-- > 0;) {
        const uint64_t *row = rows->bits + sequence->steps[i] * rows->row;
        const uint64_t others = -(uint64_t)(sequence->others >> i & 1);
        const uint64_t of_class = bits_from(row, at) ^ others;
        next = is_run(sequence, i) ? run_before(next, of_class, spaced, linked)
                                   : of_class & (next & spaced) >> 1;
        starts[i] = next;
    }
    starts[0] = next;
}

/* At which words, from the one of a number on, each of the steps starts; without runs the first
 * alone. Returns how many of the words may be the first. */
static size_t find(const struct ph_sequence *sequence, const struct ph_class_rows *rows, size_t at,
                   uint64_t *starts)
{
    if (sequence->runs) { /* behind the last of the first words the window may end before the runs
                             do */
        find_steps(sequence, rows, at, starts);
        return WINDOW + 1u - sequence->longest;
    }
    starts[0] = find_plain(sequence, rows, at / WINDOW) >> at % WINDOW;
    return WINDOW - at % WINDOW;
}

bool ph_sequence_may_stand(const struct ph_sequence *sequence, const struct ph_class_rows *rows,
                           size_t count)
{
    uint64_t starts[PH_SEQUENCE] = {0};
    for (size_t at = 0; at < count && !starts[0];)
        at += find(sequence, rows, at, starts);
    return starts[0];
}

/* The number of the last word of the sequence that starts at a word of the window. */
static size_t last_word(const struct ph_sequence *sequence, const struct ph_class_rows *rows,
                        size_t at, const uint64_t *starts, size_t word)
{
    const uint64_t spaced = bits_from(rows->spaced, at);
    size_t next = word + 1;
    for (size_t i = 1; i < sequence->count; i++) {
        if (!is_run(sequence, i))
            next++;
        else /* it ends where what is behind it starts */
            while (!((starts[i + 1] & spaced) >> next & 1))
                next++;
    }
    return at + next - 1;
}

/* Whether nothing joins its first or its last word to another. */
static bool is_whole(const struct ph_text *text, size_t from, size_t end)
{
    return !ph_word_is_joint(text, end) && !ph_word_is_joined_before(text, from);
}

bool ph_sequence_next(const struct ph_sequence *sequence, const struct ph_text *text,
                      const struct ph_word *words, const struct ph_class_rows *rows, size_t count,
                      size_t *at, size_t *from, size_t *end)
{
    uint64_t starts[PH_SEQUENCE];
    for (size_t firsts; *at < count; *at += firsts) {
        const size_t window = *at;
        firsts = find(sequence, rows, window, starts);
        for (size_t i = 0; i < firsts && starts[0] >> i; i++) {
            if (!(starts[0] >> i & 1))
                continue;
            const struct ph_word *last = &words[last_word(sequence, rows, window, starts, i)];
            *from = words[window + i].from;
            *end = last->from + last->length;
            *at = window + i + 1;
            if (is_whole(text, *from, *end))
                return true;
        }
        *at = window;
    }
    return false;
}
