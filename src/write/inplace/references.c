/* How a file says that a footnote has more than one mark: with fields that refer to the one mark
 * that carries it, as Word does, or with that many references to one footnote. */
#include <stdlib.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

static int by_number(const void *a, const void *b)
{
    const long one = *(const long *)a, other = *(const long *)b;
    return one < other ? -1 : one > other;
}

/* The footnotes that are referred to in the text, in the order of their numbers; free() them. */
static size_t list_references(const struct ph_inplace *inplace, long **ids)
{
    struct ph_scan scan = inplace->document->story.scan;
    struct ph_scan_token token;
    size_t count = 0, capacity = 0;
    *ids = NULL;
    while (ph_scan_step(&scan, &token)) {
        if (token.kind == PH_SCAN_CLOSE || !ph_scan_is(&token, "footnoteReference"))
            continue;
        *ids = ph_grow(*ids, count, &capacity, sizeof **ids);
        (*ids)[count++] = ph_scan_number(&scan, &token, "id");
    }
    if (count)
        qsort(*ids, count, sizeof **ids, by_number);
    return count;
}

bool ph_inplace_refers_twice(const struct ph_inplace *inplace)
{
    long *ids;
    const size_t count = list_references(inplace, &ids);
    bool twice = false;
    for (size_t i = 1; i < count && !twice; i++)
        twice = ids[i] == ids[i - 1];
    free(ids);
    return twice;
}

long ph_inplace_note_id(struct ph_inplace *inplace, const struct ph_node *footnote)
{
    const struct ph_span *span = ph_inplace_span(footnote);
    struct ph_inplace_part *part;
    struct ph_error error;
    struct ph_scan_token token;
    size_t run, end;
    long id = 0;
    if (!span || ph_inplace_part(inplace, span->part, &part, &error) != PH_OK)
        return 0;
    ph_align_runs(span, &run, &end);
    const size_t paragraph = span->runs[run].paragraph;
    const size_t to = paragraph < part->story.count ? part->story.items[paragraph].from : 0;
    struct ph_scan scan = ph_scan_within(&part->story.scan, 0, to);
    while (ph_scan_step(&scan, &token))
        if (token.kind == PH_SCAN_OPEN && ph_scan_is(&token, "footnote"))
            id = ph_scan_number(&scan, &token, "id");
    return id > 0 ? id : 0;
}
