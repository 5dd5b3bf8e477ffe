/* Lists of citations that are written, and that grow: what stands there stays to the letter, only
 * the joints change. */
#include <string.h>

#include "un/citation.h"
#include "un/words.h"

/* ---- in the house form ---- */

/* Behind the last item that has the same date as the first of them. */
static size_t run_end(const struct ph_citation *citations, size_t count, size_t first)
{
    const struct ph_date *date = &citations[first].date;
    size_t end = first + 1;
    while (end < count && date->day && !ph_date_compare(*date, citations[end].date))
        end++;
    return end;
}

/* What stands between two of a list: ", ", " and ", ", and ". */
static void put_joint(const struct ph_lexicon *lexicon, bool comma, bool and, struct ph_buffer *out)
{
    ph_buffer_put(out, comma ? ", " : " ");
    if (and)
        ph_buffer_printf(out, "%s ", ph_lexicon_words(lexicon)->small[PH_WORD_AND]);
}

static void write_run(const struct ph_lexicon *lexicon, const struct ph_citation *items,
                      size_t count, bool alone, struct ph_buffer *out)
{
    char date[32];
    const char *const *small = ph_lexicon_words(lexicon)->small;
    for (size_t i = 0; i < count; i++) {
        if (i)
            put_joint(lexicon, i + 1 < count, i + 1 == count, out);
        ph_buffer_put(out, items[i].number);
    }
    if (!items->date.day)
        return;
    if (count > 1 && !alone)
        ph_buffer_printf(out, ", %s", small[count == 2 ? PH_WORD_BOTH : PH_WORD_ALL]);
    ph_buffer_printf(out, " %s ", small[PH_WORD_OF]);
    ph_buffer_put(out, ph_date_text(lexicon, items->date, date, sizeof date));
}

void ph_citations_write(const struct ph_lexicon *lexicon, const struct ph_citation *citations,
                        size_t count, struct ph_buffer *out)
{
    bool closed = true; /* the run before was of several: its "and" did not end the list */
    for (size_t first = 0, end; first < count; first = end) {
        end = run_end(citations, count, first);
        /* a last run of several has an "and" of its own */
        bool and = end == count && end - first == 1;
        if (first)
            put_joint(lexicon, closed || !and, and, out);
        write_run(lexicon, citations + first, end - first, first == 0 && end == count, out);
        closed = end - first > 1;
    }
}

/* ---- that grow ---- */

/* Whether a word stands right behind `at`, between two spaces. */
static bool is_apart(const char *text, size_t at, size_t to, const char *word)
{
    size_t n = strlen(word);
    return at + n + 2 <= to && text[at] == ' ' && !memcmp(text + at + 1, word, n) &&
           text[at + 1 + n] == ' ';
}

static bool has_own_date(const struct ph_lexicon *lexicon, const char *text,
                         const struct ph_citation *item)
{
    const char *of = ph_lexicon_words(lexicon)->small[PH_WORD_OF];
    for (size_t at = item->from; at < item->to; at++)
        if (is_apart(text, at, item->to, of))
            return true;
    return false;
}

/* Where the last run of a list starts: the items that share the last date ("B and C of D"). In a
 * list without dates each item is a run. */
static size_t last_run(const struct ph_lexicon *lexicon, const char *text,
                       const struct ph_citation *list, size_t count)
{
    size_t first = count - 1;
    if (!has_own_date(lexicon, text, &list[first]))
        return first;
    while (first > 0 && !has_own_date(lexicon, text, &list[first - 1]))
        first--;
    return first;
}

static bool is_and(const struct ph_lexicon *lexicon, const char *text, size_t from, size_t to)
{
    const char *and = ph_lexicon_words(lexicon)->small[PH_WORD_AND];
    from += from < to && text[from] == ',';
    return to - from == strlen(and) + 2 && is_apart(text, from, to, and);
}

/* How many runs of one date a list has. */
static bool is_one_run(const struct ph_citation *list, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (ph_date_compare(list[i].date, list[0].date) != 0)
            return false;
    return true;
}

void ph_citations_extend(const struct ph_lexicon *lexicon, const char *text, size_t length,
                         const struct ph_citation *list, size_t count,
                         const struct ph_citation *more, size_t more_count, struct ph_buffer *out)
{
    if (!count || !more_count) {
        ph_buffer_add(out, text, length);
        ph_citations_write(lexicon, more, more_count, out);
        return;
    }
    size_t first = last_run(lexicon, text, list, count), at = 0;
    if (first > 0 && is_and(lexicon, text, list[first - 1].to, list[first].from)) {
        ph_buffer_add(out, text, list[first - 1].to);
        ph_buffer_put(out, ", ");
        at = list[first].from;
    }
    ph_buffer_add(out, text + at, length - at);
    bool closed = count - first > 1; /* its own "and" would not be told from the list's */
    bool last = is_one_run(more, more_count);
    put_joint(lexicon, closed || !last, last, out);
    ph_citations_write(lexicon, more, more_count, out);
}
