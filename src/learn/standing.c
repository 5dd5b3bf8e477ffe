#include "learn/standing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

const char *ph_member_name(const struct ph_member *member)
{
    return member->number ? member->number : member->known_from;
}

/* ---- fates ---- */

static const struct {
    const char *name, *words;
} fate_names[PH_FATE_COUNT] = {
    [PH_FATE_MISSING] = {"missing", "not in the folder"},
    [PH_FATE_ABSENT] = {"absent", "not there"},
    [PH_FATE_FIRST] = {"first", "in the oldest text that is here"},
    [PH_FATE_NEW] = {"new", "new"},
    [PH_FATE_RETURNED] = {"returned", "there again"},
    [PH_FATE_SAME] = {"unchanged", "unchanged"},
    [PH_FATE_MOVED] = {"slots moved", "only its slots moved"},
    [PH_FATE_CHANGED] = {"changed", "changed"},
    [PH_FATE_DROPPED] = {"dropped", "dropped"},
};

const char *ph_fate_name(enum ph_fate fate)
{
    return fate_names[fate].name;
}

const char *ph_fate_words(enum ph_fate fate)
{
    return fate_names[fate].words;
}

/* Observations are in order of member. */
const struct ph_observation *ph_slot_seen(const struct ph_slot *slot, size_t member)
{
    size_t low = 0, high = slot->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slot->observations[middle].member < member)
            low = middle + 1;
        else
            high = middle;
    }
    return low < slot->count && slot->observations[low].member == member ? &slot->observations[low]
                                                                         : NULL;
}

/* Behind the opening phrase, which is added without its adverb; 0: none was found. */
static size_t put_opening(const struct ph_node *node, struct ph_buffer *frame)
{
    if (!ph_opening_phrase(node))
        return 0;
    ph_buffer_put(frame, ph_opening_phrase(node));
    return node->as.paragraph.opening.to;
}

/* Where the mark at the end of a paragraph begins. */
static size_t end_of(const struct ph_text *text)
{
    size_t end = text->length;
    while (end > 0 && strchr(",;.", text->bytes[end - 1]))
        end--;
    return end;
}

/* The words of a clause in a member without what follows the place of the paragraph; `framed`: a
 * control character (which no text holds) for each slot. */
static char *words_of(const struct ph_clause *clause, size_t member, bool framed)
{
    const struct ph_text *text = &clause->occurrences[member]->text;
    struct ph_buffer words = {0};
    size_t at = put_opening(clause->occurrences[member], &words), end = end_of(text);
    for (size_t i = 0; framed && i < clause->slot_count; i++) {
        const struct ph_observation *seen = ph_slot_seen(&clause->slots[i], member);
        if (!seen || seen->from < at || seen->to > end)
            continue;
        ph_buffer_add(&words, text->bytes + at, seen->from - at);
        ph_buffer_char(&words, '\1');
        at = seen->to;
    }
    ph_buffer_add(&words, text->bytes + at, end > at ? end - at : 0);
    return ph_buffer_take(&words);
}

static bool has_same(const struct ph_clause *clause, size_t before, size_t after, bool framed)
{
    char *old = words_of(clause, before, framed), *new = words_of(clause, after, framed);
    bool same = !strcmp(old, new);
    free(old);
    free(new);
    return same;
}

enum ph_fate ph_clause_became(const struct ph_clause *clause, size_t before, size_t after)
{
    if (has_same(clause, before, after, false))
        return PH_FATE_SAME;
    return has_same(clause, before, after, true) ? PH_FATE_MOVED : PH_FATE_CHANGED;
}

void ph_presence_fates(const struct ph_pattern *pattern, const bool *there, enum ph_fate *fates)
{
    bool any = false, ever = false; /* a member in the folder before; it in one of them */
    bool was = false;               /* in the nearest of them */
    for (size_t m = 0; m < pattern->member_count; m++) {
        if (!pattern->members[m].root) {
            fates[m] = PH_FATE_MISSING;
            continue;
        }
        if (!there[m])
            fates[m] = was ? PH_FATE_DROPPED : PH_FATE_ABSENT;
        else if (was)
            fates[m] = PH_FATE_SAME;
        else
            fates[m] = !any ? PH_FATE_FIRST : ever ? PH_FATE_RETURNED : PH_FATE_NEW;
        any = true;
        was = there[m];
        ever = ever || was;
    }
}

void ph_clause_fates(const struct ph_pattern *pattern, const struct ph_clause *clause,
                     enum ph_fate *fates)
{
    bool *there = ph_alloc_zero(pattern->member_count, sizeof *there);
    size_t before = 0; /* the member that had it last */
    for (size_t m = 0; m < pattern->member_count; m++)
        there[m] = clause->occurrences[m];
    ph_presence_fates(pattern, there, fates);
    for (size_t m = 0; m < pattern->member_count; m++) {
        if (fates[m] == PH_FATE_SAME)
            fates[m] = ph_clause_became(clause, before, m);
        before = there[m] ? m : before;
    }
    free(there);
}

void ph_fates_against(const struct ph_pattern *pattern, const enum ph_fate *fates, int *against)
{
    int here = -1, had = -1;
    for (size_t m = 0; m < pattern->member_count; m++) {
        against[m] = -1;
        if (fates[m] == PH_FATE_MISSING)
            continue;
        if (fates[m] == PH_FATE_NEW)
            against[m] = here;
        else if (fates[m] != PH_FATE_ABSENT)
            against[m] = had;
        if (fates[m] != PH_FATE_ABSENT && fates[m] != PH_FATE_DROPPED)
            had = (int)m;
        here = (int)m;
    }
}

/* ---- standing ---- */

struct ph_standing ph_clause_standing(const struct ph_pattern *pattern, const enum ph_fate *fates)
{
    struct ph_standing standing = {.since = pattern->base, .texts = 1, .word_for_word = true};
    for (;;) {
        enum ph_fate fate = fates[standing.since];
        if (fate != PH_FATE_SAME && fate != PH_FATE_MOVED)
            return standing;
        standing.word_for_word = standing.word_for_word && fate == PH_FATE_SAME;
        standing.texts++;
        /* There is one before, or it would not be the same as anything. */
        while (fates[--standing.since] == PH_FATE_MISSING)
            ;
    }
}

bool ph_clause_dropped(const struct ph_pattern *pattern, const struct ph_clause *clause)
{
    return (size_t)clause->latest != pattern->base;
}

bool ph_clause_lost(const struct ph_pattern *pattern, const struct ph_clause *clause)
{
    return ph_clause_dropped(pattern, clause) && !clause->merged_into.clause;
}

size_t ph_clause_gone(const struct ph_pattern *pattern, const struct ph_clause *clause)
{
    size_t gone = (size_t)clause->latest + 1;
    while (gone < pattern->base && !pattern->members[gone].root)
        gone++;
    return gone;
}

bool ph_slot_changed(const struct ph_slot *slot)
{
    for (size_t i = 1; i < slot->count; i++)
        if (strcmp(slot->observations[i - 1].words, slot->observations[i].words))
            return true;
    return false;
}

/* ---- strength ---- */

const char *ph_opening_phrase(const struct ph_node *node)
{
    if (node->kind != PH_PREAMBULAR && node->kind != PH_OPERATIVE)
        return NULL;
    const struct ph_opening *opening = &node->as.paragraph.opening;
    return opening->part == PH_NO_PART ? NULL : opening->phrase;
}

size_t ph_strengths(const struct ph_pattern *pattern, struct ph_strength **changes)
{
    size_t count = 0, capacity = 0;
    *changes = NULL;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        const char *last = NULL;
        size_t before = 0;
        for (size_t m = 0; m < pattern->member_count; m++) {
            const struct ph_node *node = clause->occurrences[m];
            const char *phrase = node ? ph_opening_phrase(node) : NULL;
            if (!phrase)
                continue;
            bool beside = last && clause->occurrences[before]->kind == node->kind;
            if (beside && strcmp(last, phrase)) {
                *changes = ph_grow(*changes, count, &capacity, sizeof **changes);
                (*changes)[count++] = (struct ph_strength){clause, before, m};
            }
            last = phrase;
            before = m;
        }
    }
    return count;
}

bool ph_slot_belongs(const struct ph_slot *slot, bool staying)
{
    return staying ? slot->outcome == PH_STAYS && ph_slot_changed(slot) : slot->outcome != PH_STAYS;
}
