/* Makes tables of the words that the program itself reads and writes. */
#include <string.h>

#include "un/lexicon_inside.h"

static const struct ph_words no_words = {
    .months = {"", "", "", "", "", "", "", "", "", "", "", ""}};

const struct ph_words *ph_lexicon_words(const struct ph_lexicon *lexicon)
{
    return lexicon ? &lexicon->words : &no_words;
}

/* Cuts "a|b|c" into its parts, at most `most`, without white space; how many there are. */
static size_t cut(struct ph_arena *arena, const char *pattern, const char **parts, size_t most)
{
    size_t count = 0;
    for (const char *c = pattern; *c; c += *c == '|') {
        c += strspn(c, " \t\n");
        size_t length = strcspn(c, "|");
        const char *word = ph_arena_copy_n(arena, c, length);
        if (count < most)
            parts[count] = word;
        count++;
        c += length;
    }
    return count;
}

static enum ph_status load_months(struct ph_lexicon_load *load)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *months = ph_lexicon_definition(lexicon, "month");
    if (months && cut(lexicon->arena, months, lexicon->words.months, PH_MONTHS) != PH_MONTHS)
        return ph_lexicon_wrong(load, load->root,
                                "a year has twelve months: the definition of {month}");
    return PH_OK;
}

enum ph_status ph_lexicon_load_words(struct ph_lexicon_load *load)
{
    load->lexicon->words = no_words;
    return load_months(load);
}
