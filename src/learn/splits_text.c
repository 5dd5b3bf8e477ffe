/* What was split or merged: for people. */
#include <stdlib.h>

#include "learn/columns.h"
#include "learn/splits.h"
#include "learn/standing.h"

static size_t first_of(const struct ph_clause *clause)
{
    size_t first = 0;
    while (!clause->occurrences[first])
        first++;
    return first;
}

static void put_place(const struct ph_pattern *pattern, const struct ph_clause *clause,
                      size_t member, struct ph_buffer *out)
{
    char label[96];
    ph_buffer_printf(out, "%s %s", ph_member_name(&pattern->members[member]),
                     ph_label(clause->occurrences[member], label, sizeof label));
}

/* The whole and its part, in the member that has both. */
static void put_both(const struct ph_pattern *pattern, const struct ph_clause *whole,
                     const struct ph_clause *part, size_t member, struct ph_buffer *out)
{
    char label[96];
    put_place(pattern, whole, member, out);
    ph_buffer_printf(out, " and %s", ph_label(part->occurrences[member], label, sizeof label));
}

char *ph_split_words(const struct ph_pattern *pattern, const struct ph_clause *part, bool merged)
{
    struct ph_whole whole = merged ? part->merged_into : part->split_from;
    struct ph_buffer words = {0};
    if (!whole.clause)
        return NULL;
    if (merged)
        put_both(pattern, whole.clause, part, (size_t)part->latest, &words);
    else
        put_place(pattern, whole.clause, whole.member, &words);
    ph_buffer_put(&words, " → ");
    if (merged)
        put_place(pattern, whole.clause, whole.member, &words);
    else
        put_both(pattern, whole.clause, part, first_of(part), &words);
    return ph_buffer_take(&words);
}

void ph_put_splits(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < pattern->clause_count; i++)
        for (int merged = 0; merged < 2; merged++) {
            char *words = ph_split_words(pattern, &pattern->clauses[i], merged);
            if (!words)
                continue;
            ph_buffer_put(out, any ? "" : "\nWhat was split or merged\n");
            ph_buffer_printf(out, "  %-6s ", merged ? "merged" : "split");
            ph_put_wrapped(out, words, 9, 9, width);
            ph_buffer_char(out, '\n');
            free(words);
            any = true;
        }
}
