/* What the fuzzers of the checker share: a small draft, read once. */
#ifndef PH_FUZZ_DRAFT_H
#define PH_FUZZ_DRAFT_H

#include <string.h>

#include "lexicon.h"
#include "read/read.h"

static inline const struct ph_document *shared_draft(void)
{
    static const char words[] =
        "A/73/L.103\n\nSeventy-third session\n\nCooperation between organizations\n\n"
        "The General Assembly,\n\n"
        "Recalling its resolutions 59/50 of 2 December 2004 and 71/12 of 21 November 2016,\n\n"
        "Recalling also Security Council resolution 1631 (2005) of 17 October 2005,\n\n"
        "1. Requests the Secretary-General:\n\n(a) To report “at once”;\n\n(b) To convene a "
        "meeting;\n\n"
        "2. Decides to include in the provisional agenda of its seventy-fifth session the item.\n";
    static struct ph_document *document;
    struct ph_error error;
    if (!document && ph_read("draft", words, strlen(words), shared_lexicon(), &document, &error)) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
    return document;
}

#endif
