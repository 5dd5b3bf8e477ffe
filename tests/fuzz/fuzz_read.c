/* Any bytes at all: reading ends in a document that obeys the grammar of the tree, or in an error
 * with a message; nothing else. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "doc/forms.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct ph_lexicon *shared_lexicon(void)
{
    static struct ph_lexicon *lexicon;
    struct ph_error error;
    if (!lexicon && ph_lexicon_load(NULL, &lexicon, &error)) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
    return lexicon;
}

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
