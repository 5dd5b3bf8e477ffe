/* What a pattern needs as a row of numbers: written, put in order, and asked for. */
#include "base/regex_needs_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* ---- writing ---- */

static uint16_t rarity_of_choice(const struct ph_choice *choice)
{
    uint16_t least = UINT16_MAX;
    for (size_t i = 0; i < choice->count; i++) {
        const struct ph_need *need = &choice->items[i];
        const uint16_t rarity = need->count ? need->rarity : 0;
        least = rarity < least ? rarity : least;
    }
    return least;
}

static void put_rarest_first(struct ph_needs_read *needs)
{
    size_t rarest = 0;
    for (size_t i = 1; i < needs->count; i++)
        if (rarity_of_choice(&needs->choices[i]) > rarity_of_choice(&needs->choices[rarest]))
            rarest = i;
    const struct ph_choice first = needs->choices[rarest];
    needs->choices[rarest] = needs->choices[0];
    needs->choices[0] = first;
}

enum { HEAD = 2, BRANCH = 2 }; /* of a choice, of each of its branches */

static size_t length_of(const struct ph_choice *choice)
{
    size_t length = HEAD;
    for (size_t i = 0; i < choice->count; i++)
        length += BRANCH + choice->items[i].count;
    return length;
}

/* Returns where the next one may stand. */
static ph_needs *write_choice(ph_needs *out, const struct ph_choice *choice)
{
    ph_needs *branch = out + HEAD, *others = branch + choice->count * BRANCH;
    out[0] = (uint16_t)length_of(choice);
    out[1] = (uint16_t)choice->count;
    for (size_t i = 0; i < choice->count; i++, branch += BRANCH) {
        const struct ph_need *need = &choice->items[i];
        branch[0] = need->grams[0];
        branch[1] = (uint16_t)(others - out);
        *others++ = (uint16_t)(need->count - 1);
        memcpy(others, need->grams + 1, (need->count - 1u) * sizeof *others);
        others += need->count - 1;
    }
    return others;
}

ph_needs *ph_needs_write(struct ph_needs_read *needs)
{
    size_t length = 1;
    for (size_t i = 0; i < needs->count; i++)
        length += length_of(&needs->choices[i]);
    if (!needs->count || length > UINT16_MAX)
        return NULL;
    put_rarest_first(needs);
    ph_needs *row = ph_alloc(length * sizeof *row), *out = row;
    *out++ = (uint16_t)length;
    for (size_t i = 0; i < needs->count; i++)
        out = write_choice(out, &needs->choices[i]);
    return row;
}

/* ---- texts ---- */

/* Whether all bits are there: `count` of them. */
static bool is_met(const uint16_t *grams, size_t count, const struct ph_grams *text)
{
    for (size_t i = 0; i < count; i++)
        if (!ph_grams_have(text, grams[i]))
            return false;
    return true;
}

static bool is_one_met(const ph_needs *choice, const struct ph_grams *text)
{
    const ph_needs *branch = choice + HEAD, *end = branch + choice[1] * BRANCH;
    for (; branch < end; branch += BRANCH) {
        const uint16_t *others = choice + branch[1];
        if (ph_grams_have(text, branch[0]) && is_met(others + 1, *others, text))
            return true;
    }
    return false;
}

/* All choices from there to the end of the row. */
static bool are_met(const ph_needs *needs, const ph_needs *choice, const struct ph_grams *text)
{
    for (; choice < needs + *needs; choice += *choice)
        if (!is_one_met(choice, text))
            return false;
    return true;
}

bool ph_needs_met(const ph_needs *needs, const struct ph_grams *text)
{
    return !needs || text->all || are_met(needs, needs + 1, text);
}

bool ph_needs_rest_met(const ph_needs *needs, const struct ph_grams *text)
{
    return are_met(needs, needs + 1 + needs[1], text);
}

bool ph_needs_branch_met(const ph_needs *needs, size_t number, const struct ph_grams *text)
{
    const ph_needs *choice = needs + 1, *others = choice + choice[HEAD + number * BRANCH + 1];
    return is_met(others + 1, *others, text);
}

bool ph_needs_first(const ph_needs *needs, size_t number, uint16_t *gram, uint16_t *second)
{
    const ph_needs *choice = needs + 1, *branch = choice + HEAD + number * BRANCH;
    if (number >= choice[1])
        return false;
    const ph_needs *others = choice + branch[1];
    *gram = branch[0];
    *second = *others ? others[1] : branch[0];
    return true;
}

/* ---- by what was seen ---- */

static void swap(ph_needs *a, ph_needs *b)
{
    const ph_needs kept = *a;
    *a = *b;
    *b = kept;
}

/* Returns how many of the texts had its first bit then. */
static size_t arrange_branch(ph_needs *choice, ph_needs *branch, const struct ph_grams_seen *seen)
{
    ph_needs *others = choice + branch[1];
    for (size_t i = 1; i <= *others; i++)
        if (seen->counts[others[i]] < seen->counts[branch[0]])
            swap(&branch[0], &others[i]);
    return seen->counts[branch[0]];
}

/* The bits that come second. */
static void arrange_seconds(ph_needs *choice, const struct ph_grams_seen *seen)
{
    for (size_t i = 0; i < choice[1]; i++) {
        ph_needs *others = choice + choice[HEAD + i * BRANCH + 1];
        for (size_t k = 2; k <= *others; k++)
            if (seen->counts[others[k]] < seen->counts[others[1]])
                swap(&others[1], &others[k]);
    }
}

/* Returns how many of the texts passed its branches at most, each by its first bit. */
static size_t arrange_choice(ph_needs *choice, const struct ph_grams_seen *seen)
{
    size_t passed = 0;
    for (size_t i = 0; i < choice[1]; i++)
        passed += arrange_branch(choice, choice + HEAD + i * BRANCH, seen);
    return passed;
}

/* Moves the choice to the front; those before it move back. */
static void put_first(ph_needs *first, ph_needs *choice)
{
    const size_t length = *choice;
    ph_needs *kept = ph_alloc(length * sizeof *kept);
    memcpy(kept, choice, length * sizeof *kept);
    memmove(first + length, first, (size_t)(choice - first) * sizeof *first);
    memcpy(first, kept, length * sizeof *kept);
    free(kept);
}

void ph_needs_arrange(ph_needs *needs, const struct ph_grams_seen *seen)
{
    ph_needs *best = needs + 1;
    size_t least = SIZE_MAX;
    for (ph_needs *choice = needs + 1; choice < needs + *needs; choice += *choice) {
        const size_t passed = arrange_choice(choice, seen);
        best = passed < least ? choice : best;
        least = passed < least ? passed : least;
    }
    if (best > needs + 1)
        put_first(needs + 1, best);
    arrange_seconds(needs + 1, seen);
}
