/* What the fuzzers of single formats share: bytes that look like the format from outside end in a
 * sound tree or in a message. */
#ifndef PH_FUZZ_ONE_H
#define PH_FUZZ_ONE_H

#include "doc/forms.h"
#include "lexicon.h"
#include "read/read.h"

static inline void read_one(const void *bytes, size_t length)
{
    struct ph_document *document;
    struct ph_error error = {.message = ""};
    enum ph_status status = ph_read("fuzz", bytes, length, shared_lexicon(), &document, &error);
    const char *fault = status == PH_OK ? ph_verify(document) : NULL;
    if (fault || (status != PH_OK && (document || !error.message[0]))) {
        fprintf(stderr, "%s\n", fault ? fault : "an error without a message, or with a document");
        abort();
    }
    if (status == PH_OK) {
        struct ph_buffer out = {0};
        ph_dump(document, &out);
        ph_buffer_free(&out);
    }
    ph_document_free(document);
}

#endif
