/* Lists of citations that grow: what stands there stays to the letter, only the joints change. */
#include <string.h>

#include "un/citation.h"

static bool has_own_date(const char *text, const struct ph_citation *item)
{
    for (size_t at = item->from; at + 4 <= item->to; at++)
        if (!memcmp(text + at, " of ", 4))
            return true;
    return false;
}

/* Where the last run of a list starts: the items that share the last date ("B and C of D"). In a
 * list without dates each item is a run. */
static size_t last_run(const char *text, const struct ph_citation *list, size_t count)
{
    size_t first = count - 1;
    if (!has_own_date(text, &list[first]))
        return first;
    while (first > 0 && !has_own_date(text, &list[first - 1]))
        first--;
    return first;
}

static bool is_and(const char *text, size_t from, size_t to)
{
    return (to - from == 5 && !memcmp(text + from, " and ", 5)) ||
           (to - from == 6 && !memcmp(text + from, ", and ", 6));
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
    size_t first = last_run(text, list, count), at = 0;
    if (first > 0 && is_and(text, list[first - 1].to, list[first].from)) {
        ph_buffer_add(out, text, list[first - 1].to);
        ph_buffer_put(out, ", ");
        at = list[first].from;
    }
    ph_buffer_add(out, text + at, length - at);
    bool closed = count - first > 1; /* its own "and" would not be told from the list's */
    bool last = is_one_run(more, more_count);
    ph_buffer_put(out, !last ? ", " : closed ? ", and " : " and ");
    ph_citations_write(lexicon, more, more_count, out);
}
