/* Lists of citations that grow: what stands there stays to the letter, only the joints change. */
#include <string.h>

#include "un/citation.h"
#include "un/words.h"

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
    ph_citation_put_joint(lexicon, closed || !last, last, out);
    ph_citations_write(lexicon, more, more_count, out);
}
