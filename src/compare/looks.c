#include "compare/looks.h"

#include <stdlib.h>

#include "doc/stretch.h"

enum { LOOKS = PH_BIT(PH_ITALIC) | PH_BIT(PH_BOLD) | PH_BIT(PH_SUPERSCRIPT) };

/* The looks of each word of a unit, by its first byte; the caller frees. */
static unsigned *read_looks(const struct ph_side *side, size_t unit)
{
    size_t count, at = 0;
    struct ph_stretch *stretches;
    const struct ph_word *words = ph_side_words(side, unit, &count);
    const size_t stretch_count = ph_stretches(side->units[unit].node, &stretches);
    unsigned *looks = ph_alloc_zero(count, sizeof *looks);
    for (size_t i = 0; i < count; i++) {
        while (at < stretch_count && stretches[at].to <= words[i].from)
            at++;
        looks[i] = at < stretch_count ? stretches[at].kinds & LOOKS : 0;
    }
    free(stretches);
    return looks;
}

static const char *name_of(unsigned looks)
{
    static const char *const names[] = {"",
                                        "italic",
                                        "bold",
                                        "italic bold",
                                        "superscript",
                                        "italic superscript",
                                        "bold superscript",
                                        "italic bold superscript"};
    return names[(looks & PH_BIT(PH_ITALIC) ? 1 : 0) + (looks & PH_BIT(PH_BOLD) ? 2 : 0) +
                 (looks & PH_BIT(PH_SUPERSCRIPT) ? 4 : 0)];
}

const char **ph_looks_before(const struct ph_pair *pair)
{
    size_t count;
    const struct ph_word *words = ph_side_words(&pair->sides[PH_BEFORE], pair->before, &count);
    unsigned *old = read_looks(&pair->sides[PH_BEFORE], pair->before);
    unsigned *new = read_looks(&pair->sides[PH_AFTER], pair->after);
    const char **names = ph_alloc_zero(count, sizeof *names);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        const size_t j = pair->match[i];
        if (j == PH_NONE || words[i].weight == PH_MARK || old[i] == new[j])
            continue;
        names[i] = name_of(old[i]);
        any = true;
    }
    free(old);
    free(new);
    if (any)
        return names;
    free(names);
    return NULL;
}
