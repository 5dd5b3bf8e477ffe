#include "compare/looks.h"

#include <stdlib.h>

#include "doc/restyle.h"
#include "doc/stretch.h"

enum { LOOKS = PH_BIT(PH_ITALIC) | PH_BIT(PH_BOLD) | PH_BIT(PH_SUPERSCRIPT) };

/* The looks of each word by its first byte, by kind too. */
static void read_shown(const struct ph_node *node, const struct ph_word *words, size_t count,
                       unsigned *looks)
{
    struct ph_stretch *stretches;
    const size_t stretch_count = ph_stretches(node, &stretches);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < stretch_count && stretches[at].to <= words[i].from)
            at++;
        looks[i] = at < stretch_count ? stretches[at].kinds & LOOKS : 0;
    }
    free(stretches);
}

/* The same by what was read alone. */
static void read_own(const struct ph_text *text, const struct ph_word *words, size_t count,
                     unsigned *looks)
{
    struct ph_looks *own;
    const size_t own_count = ph_looks_of(text, 0, text->length, &own);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < own_count && own[at].to <= words[i].from)
            at++;
        looks[i] = at < own_count ? own[at].looks : 0;
    }
    free(own);
}

/* The caller frees. */
static unsigned *read_looks(const struct ph_pair *pair, int which)
{
    const struct ph_side *side = &pair->sides[which];
    const size_t unit = which == PH_BEFORE ? pair->before : pair->after;
    size_t count;
    const struct ph_word *words = ph_side_words(side, unit, &count);
    unsigned *looks = ph_alloc_zero(count, sizeof *looks);
    if (pair->as_read)
        read_own(&side->units[unit].node->text, words, count, looks);
    else
        read_shown(side->units[unit].node, words, count, looks);
    return looks;
}

const char **ph_looks_before(const struct ph_pair *pair)
{
    size_t count;
    const struct ph_word *words = ph_side_words(&pair->sides[PH_BEFORE], pair->before, &count);
    unsigned *old = read_looks(pair, PH_BEFORE);
    unsigned *new = read_looks(pair, PH_AFTER);
    const char **names = ph_alloc_zero(count, sizeof *names);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        const size_t j = pair->match[i];
        if (j == PH_NONE || words[i].weight == PH_MARK || old[i] == new[j])
            continue;
        names[i] = ph_looks_name(old[i]);
        any = true;
    }
    free(old);
    free(new);
    if (any)
        return names;
    free(names);
    return NULL;
}
