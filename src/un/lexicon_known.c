/* Which patterns the lexicon has: all of them, for a pack. */
#include "un/lexicon_inside.h"

void ph_lexicon_make_all(const struct ph_lexicon *lexicon)
{
    struct ph_line line;
    for (size_t i = 0; i < lexicon->lines.count; i++)
        ph_lexicon_find_line(lexicon, lexicon->lines.items[i].name, "", 0, 0, &line);
}
