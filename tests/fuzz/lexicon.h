/* What the fuzzers share: the lexicon, loaded once. */
#ifndef PH_FUZZ_LEXICON_H
#define PH_FUZZ_LEXICON_H

#include <stdio.h>
#include <stdlib.h>

#include "un/lexicon.h"

static inline const struct ph_lexicon *shared_lexicon(void)
{
    static struct ph_lexicon *lexicon;
    struct ph_error error;
    if (!lexicon && ph_lexicon_load(NULL, &lexicon, &error)) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
    return lexicon;
}

#endif
