/* Findings set aside, by their words and what stands around them. */
#include <stdlib.h>
#include <string.h>

#include "check/about.h"
#include "check/accepted.h"

struct ph_about ph_about_of(const struct ph_finding *finding)
{
    const struct ph_text *text = &finding->node->text;
    if (!text->length)
        return (struct ph_about){finding->message, strlen(finding->message), 0,
                                 strlen(finding->message)};
    if (finding->from < finding->to && finding->to <= text->length)
        return (struct ph_about){text->bytes, text->length, finding->from, finding->to};
    return (struct ph_about){text->bytes, text->length, 0, text->length};
}

/* First a text, then the other, as bytes; the shorter one first. */
static int order_bytes(const char *a, size_t a_length, const char *b, size_t b_length)
{
    const size_t both = a_length < b_length ? a_length : b_length;
    const int order = memcmp(a, b, both);
    return order ? order : (a_length > b_length) - (a_length < b_length);
}

/* By rule and words, then as they stand in the file. */
static int by_words(const void *a, const void *b)
{
    const struct ph_accepted_entry *x = *(struct ph_accepted_entry *const *)a;
    const struct ph_accepted_entry *y = *(struct ph_accepted_entry *const *)b;
    int order = strcmp(x->rule, y->rule);
    if (!order)
        order = order_bytes(x->words, strlen(x->words), y->words, strlen(y->words));
    return order ? order : (x > y) - (x < y);
}

static int order_of(const struct ph_accepted_entry *entry, const struct ph_finding *finding,
                    const struct ph_about *about)
{
    const int order = strcmp(entry->rule, finding->rule);
    return order ? order
                 : order_bytes(entry->words, strlen(entry->words), about->text + about->from,
                               about->to - about->from);
}

static bool stands_before(const struct ph_accepted_entry *entry, const struct ph_about *about)
{
    const size_t length = entry->before ? strlen(entry->before) : 0;
    return length <= about->from &&
           (!length || !memcmp(about->text + about->from - length, entry->before, length));
}

static size_t without_last_mark(const char *text, size_t length)
{
    return length && strchr(",;.", text[length - 1]) ? length - 1 : length;
}

/* The last mark of a paragraph may be another: it changes where the paragraph comes to stand. */
static bool stands_behind(const struct ph_accepted_entry *entry, const struct ph_about *about)
{
    const char *behind = about->text + about->to;
    const size_t length = entry->after ? strlen(entry->after) : 0, rest = about->length - about->to;
    const size_t words = length ? without_last_mark(entry->after, length) : 0;
    return !length || (length <= rest && !memcmp(behind, entry->after, length)) ||
           (words == without_last_mark(behind, rest) && !memcmp(behind, entry->after, words));
}

/* The entry of a finding among those sorted by rule and words; NULL: there is none. */
static struct ph_accepted_entry *entry_of(struct ph_accepted_entry *const *sorted, size_t count,
                                          const struct ph_finding *finding)
{
    const struct ph_about about = ph_about_of(finding);
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (order_of(sorted[middle], finding, &about) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && order_of(sorted[low], finding, &about) == 0; low++)
        if (stands_before(sorted[low], &about) && stands_behind(sorted[low], &about))
            return sorted[low];
    return NULL;
}

void ph_accepted_apply(struct ph_accepted *accepted, struct ph_findings *findings)
{
    const size_t count = accepted->count;
    const char **reasons = ph_alloc_zero(findings->count + 1, sizeof *reasons);
    struct ph_accepted_entry **sorted = ph_alloc_zero(count + 1, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &accepted->entries[i];
    qsort(sorted, count, sizeof *sorted, by_words);
    for (size_t i = 0; i < findings->count; i++) {
        struct ph_accepted_entry *entry = entry_of(sorted, count, &findings->items[i]);
        if (!entry)
            continue;
        reasons[i] = entry->reason;
        entry->matched = true;
    }
    ph_findings_accept(findings, reasons);
    free(sorted);
    free(reasons);
}
