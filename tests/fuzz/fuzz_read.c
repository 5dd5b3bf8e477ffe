/* Any bytes at all: reading ends in a document that obeys the grammar of the tree, or in an error
 * with a message; nothing else. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "doc/forms.h"
#include "lexicon.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_document *document;
    struct ph_error error;
    enum ph_status status = ph_read("fuzz", bytes, length, shared_lexicon(), &document, &error);
    if (status == PH_OK) {
        const char *fault = ph_verify(document);
        if (fault) {
            fprintf(stderr, "%s\n", fault);
            abort();
        }
        struct ph_buffer out = {0};
        ph_dump(document, &out);
        ph_buffer_free(&out);
    } else if (document || !error.message[0]) {
        abort();
    }
    ph_document_free(document);
    return 0;
}
