#include "un/title.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static bool ends(const char *text)
{
    static const char *const marks[] = {"”", "’"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (!strncmp(text, marks[i], strlen(marks[i])))
            return true;
    return !*text || strchr(",;.:)\"", *text);
}

enum ph_title_behind ph_title_behind(const struct ph_lexicon *lexicon, const char *text,
                                     const char *title)
{
    struct ph_line link;
    if (!ph_lexicon_find_line(lexicon, "title-link", text, strlen(text), 0, &link) ||
        link.match_from)
        return PH_TITLE_NOT;
    char *begin = ph_utf8_fold(text + link.match_to, strlen(text + link.match_to));
    char *whole = ph_utf8_fold(title, strlen(title));
    const size_t length = strlen(whole);
    enum ph_title_behind found = PH_TITLE_NOT;
    if (length && !strncmp(begin, whole, length))
        found = ends(begin + length) ? PH_TITLE_WHOLE : PH_TITLE_BEGINS;
    free(begin);
    free(whole);
    return found;
}
