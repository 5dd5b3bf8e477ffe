/* The title of a resolution behind its citation: "resolution 76/204 of 17 December 2021 on disaster
 * risk reduction". */
#ifndef PH_UN_TITLE_H
#define PH_UN_TITLE_H

#include "un/lexicon.h"

enum ph_title_behind {
    PH_TITLE_NOT,    /* another title, or none */
    PH_TITLE_BEGINS, /* the words of the title, and perhaps more that belong to them */
    PH_TITLE_WHOLE   /* the title, and then a mark of punctuation or nothing */
};

/* Whether `text`, which begins behind a citation, begins with a title, case apart, and the words
 * that link it ("on the", "entitled “"; the lexicon's title-link). */
enum ph_title_behind ph_title_behind(const struct ph_lexicon *lexicon, const char *text,
                                     const char *title);

#endif
