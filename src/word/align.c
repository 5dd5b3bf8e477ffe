#include "word/align.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"

/* ---- what the reader took words from ---- */

/* The run of a span in which byte `at` of the block stands: the last that begins there or before.
 */
static size_t run_at(const struct ph_span *span, size_t at)
{
    size_t low = 0, high = span->run_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (span->runs[middle].from <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

static int by_place(const void *key, const void *element)
{
    const struct ph_letter_run *run = key;
    const struct ph_span_run *one = element;
    if (run->first != one->paragraph) /* the key holds the paragraph's number there */
        return run->first < one->paragraph ? -1 : 1;
    return run->number < one->run ? -1 : run->number > one->run;
}

void ph_align_hear(struct ph_letters *letters, const struct ph_span *span)
{
    for (size_t i = 0; i < letters->run_count; i++) {
        struct ph_letter_run *run = &letters->runs[i];
        const struct ph_letter_run key = {.first = letters->paragraphs[run->paragraph].number,
                                          .number = run->number};
        if (span->run_count &&
            bsearch(&key, span->runs, span->run_count, sizeof *span->runs, by_place))
            run->heard = true;
    }
}

void ph_align_runs(const struct ph_span *span, size_t *first, size_t *end)
{
    *first = run_at(span, span->from);
    *end = *first + (span->run_count > 0);
    while (*end < span->run_count && span->runs[*end].from < span->to)
        (*end)++;
}

bool ph_align_add(struct ph_letters *letters, const struct ph_span *span)
{
    size_t run, end;
    ph_align_runs(span, &run, &end);
    for (; run < end; run++) {
        const size_t paragraph = span->runs[run].paragraph;
        const size_t count = letters->paragraph_count;
        if (paragraph >= letters->story->count)
            return false;
        if (!count || paragraph > letters->paragraphs[count - 1].number)
            ph_letters_add(letters, paragraph);
    }
    return end > 0;
}

/* ---- letter by letter ---- */

static bool is_heard(const struct ph_letters *letters, const struct ph_letter *letter)
{
    return letter->run == PH_LETTER_NOWHERE || letters->runs[letter->run].heard;
}

static bool is_word(const struct ph_letters *letters, const struct ph_letter *letter)
{
    return letter->kind == PH_LETTER_WORD && is_heard(letters, letter);
}

static void reserve(struct ph_alignment *alignment, size_t length)
{
    if (alignment->capacity > length)
        return;
    alignment->capacity = 2 * length + 64;
    alignment->first = ph_realloc(alignment->first, alignment->capacity * sizeof(uint32_t));
    alignment->after = ph_realloc(alignment->after, alignment->capacity * sizeof(uint32_t));
}

/* The letters of one space: all blanks that stand together. */
static bool match_space(const struct ph_letters *letters, size_t *at)
{
    while (*at < letters->count && letters->items[*at].kind != PH_LETTER_BLANK &&
           !is_word(letters, &letters->items[*at]))
        (*at)++;
    return *at < letters->count && letters->items[*at].kind == PH_LETTER_BLANK;
}

static bool match_letter(const struct ph_letters *letters, int32_t c, bool blanks, size_t *at)
{
    for (; *at < letters->count; (*at)++) {
        const struct ph_letter *letter = &letters->items[*at];
        if (is_word(letters, letter))
            return letter->code == c || letter->code == -1;
        if (letter->kind == PH_LETTER_BLANK && !blanks && letter->run != PH_LETTER_NOWHERE)
            return false;
    }
    return false;
}

static bool match(const struct ph_letters *letters, size_t at, const char *text, size_t length,
                  struct ph_alignment *alignment)
{
    bool blanks = true; /* white space that the text has already is no letter of it */
    alignment->after[0] = (uint32_t)at;
    for (size_t i = 0, next; i < length; i = next) {
        const bool plain = (unsigned char)text[i] < 0x80;
        const int32_t c = plain ? text[i] : ph_utf8_at(text, length, i, &next);
        next = plain ? i + 1 : next;
        if (c == ' ' ? !match_space(letters, &at) : !match_letter(letters, c, blanks, &at))
            return false;
        alignment->first[i] = (uint32_t)at++;
        while (c == ' ' && at < letters->count && letters->items[at].kind == PH_LETTER_BLANK)
            at++;
        alignment->after[next] = (uint32_t)at;
        blanks = c == ' ';
    }
    if (length)
        alignment->after[0] = alignment->first[0];
    alignment->first[length] = alignment->after[length];
    return true;
}

/* ---- where it begins ---- */

static size_t width(int32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/* The letter behind `bytes` bytes of folded text from `at` on; `blank`: a blank stands before it.
 */
static size_t pass(const struct ph_letters *letters, size_t at, size_t bytes, bool blank)
{
    for (; at < letters->count && bytes; at++) {
        const struct ph_letter *letter = &letters->items[at];
        const bool space = letter->kind == PH_LETTER_BLANK;
        if (!space && !is_word(letters, letter))
            continue;
        const size_t size = space ? !blank : letter->code < 0 ? bytes : width(letter->code);
        bytes -= size < bytes ? size : bytes;
        blank = space;
    }
    return at;
}

bool ph_align_text(const struct ph_letters *letters, const struct ph_span *span, const char *text,
                   size_t length, struct ph_alignment *alignment)
{
    enum { LABEL = 64 }; /* a label that is no text is not longer */
    const struct ph_span_run *begin = &span->runs[run_at(span, span->from)];
    size_t run = 0;
    reserve(alignment, length);
    while (run < letters->run_count &&
           (letters->paragraphs[letters->runs[run].paragraph].number != begin->paragraph ||
            letters->runs[run].number != begin->run))
        run++;
    if (run == letters->run_count)
        return false;
    const size_t first = letters->runs[run].first;
    const size_t exact = pass(letters, first, span->from - begin->from, true);
    if (match(letters, exact, text, length, alignment))
        return true;
    if (span->from > begin->from &&
        match(letters, pass(letters, first, span->from - begin->from, false), text, length,
              alignment))
        return true; /* what stands before the run is not known */
    for (size_t i = 0; i < LABEL && begin->from == 0; i++) /* the label was taken off the block */
        if (exact + i < letters->count && match(letters, exact + i, text, length, alignment))
            return true;
    return false;
}

void ph_alignment_free(struct ph_alignment *alignment)
{
    free(alignment->first);
    free(alignment->after);
    *alignment = (struct ph_alignment){0};
}
