#include "write/search_parts.h"

#include <inttypes.h>
#include <string.h>

static void put_use(struct ph_buffer *out, const struct ph_search_use *use)
{
    ph_buffer_printf(out, "%s %s", use->resolution, use->label);
}

void ph_put_words(struct ph_buffer *out, const struct ph_search_result *result)
{
    bool quoted = strchr(result->words, '"') || strstr(result->words, "“");
    ph_buffer_printf(out, quoted ? "%s" : "“%s”", result->words);
}

void ph_put_uses(struct ph_buffer *out, const struct ph_search_row *row)
{
    static const char *const matches[] = {
        [PH_FOUND_PHRASE] = "", [PH_FOUND_WORDS] = "all words: ", [PH_FOUND_NEAR] = "near: "};
    ph_buffer_put(out, matches[row->match]);
    if (row->uses == 1)
        ph_buffer_put(out, "once");
    else
        ph_buffer_printf(out, "%" PRId64 " times", row->uses);
    if (row->last && row->first == row->last)
        ph_buffer_printf(out, ", session %d", row->last);
    else if (row->last)
        ph_buffer_printf(out, ", sessions %d to %d", row->first, row->last);
    if (row->uses > 1) {
        ph_buffer_put(out, ", first in ");
        put_use(out, &row->earliest);
    }
}

void ph_put_latest(struct ph_buffer *out, const struct ph_search_row *row)
{
    for (size_t i = 0; i < row->latest_count; i++) {
        ph_buffer_put(out, i ? ", " : "");
        put_use(out, &row->latest[i]);
    }
    int64_t others = row->uses - (int64_t)row->latest_count;
    if (others > 0)
        ph_buffer_printf(out, " and %" PRId64 " more", others);
}

void ph_put_found(struct ph_buffer *out, const struct ph_search_result *result)
{
    ph_buffer_printf(out, "%zu wording%s%s", result->count, result->count == 1 ? "" : "s",
                     result->more ? "; there are more (--limit)" : "");
}
