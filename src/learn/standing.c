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

/* What was seen of a slot in a member; NULL: nothing. Observations are in order of member. */
static const struct ph_observation *seen_in(const struct ph_slot *slot, size_t member)
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

/* The words of a clause in a member, a control character (which no text holds) for each slot. */
static char *frame_of(const struct ph_clause *clause, size_t member)
{
    const struct ph_text *text = &clause->occurrences[member]->text;
    struct ph_buffer frame = {0};
    size_t at = 0;
    for (size_t i = 0; i < clause->slot_count; i++) {
        const struct ph_observation *seen = seen_in(&clause->slots[i], member);
        if (!seen || seen->from < at || seen->to > text->length)
            continue;
        ph_buffer_add(&frame, text->bytes + at, seen->from - at);
        ph_buffer_char(&frame, '\1');
        at = seen->to;
    }
    ph_buffer_add(&frame, text->bytes + at, text->length - at);
    return ph_buffer_take(&frame);
}

static enum ph_fate compare(const struct ph_clause *clause, size_t before, size_t after)
{
    if (!strcmp(clause->occurrences[before]->text.bytes, clause->occurrences[after]->text.bytes))
        return PH_FATE_SAME;
    if (!clause->slot_count)
        return PH_FATE_CHANGED;
    char *old = frame_of(clause, before), *new = frame_of(clause, after);
    enum ph_fate fate = strcmp(old, new) ? PH_FATE_CHANGED : PH_FATE_MOVED;
    free(old);
    free(new);
    return fate;
}

void ph_clause_fates(const struct ph_pattern *pattern, const struct ph_clause *clause,
                     enum ph_fate *fates)
{
    bool any = false, ever = false; /* a member in the folder before; the clause in one of them */
    size_t before = 0;
    for (size_t m = 0; m < pattern->member_count; m++) {
        if (!pattern->members[m].root) {
            fates[m] = PH_FATE_MISSING;
            continue;
        }
        bool there = clause->occurrences[m], was = any && clause->occurrences[before];
        if (!there)
            fates[m] = was ? PH_FATE_DROPPED : PH_FATE_ABSENT;
        else if (was)
            fates[m] = compare(clause, before, m);
        else
            fates[m] = !any ? PH_FATE_FIRST : ever ? PH_FATE_RETURNED : PH_FATE_NEW;
        any = true;
        ever = ever || there;
        before = m;
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
            if (last && strcmp(last, phrase)) {
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
