/* The parts of a Word document in one XML file (Flat OPC): document, styles, numbering, notes,
 * headers, whatever they say, end in a tree that obeys its grammar, or in an error with a message.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "doc/forms.h"
#include "lexicon.h"
#include "read/footnotes.h"
#include "read/formats.h"
#include "read/recognise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void recognise(struct ph_blocks *blocks)
{
    ph_lift_marks(blocks, shared_lexicon());
    struct ph_document *document = ph_recognise(blocks, shared_lexicon());
    struct ph_buffer out = {0};
    const char *fault = ph_verify(document);
    if (fault) {
        fprintf(stderr, "%s\n", fault);
        abort();
    }
    ph_dump(document, &out);
    ph_buffer_free(&out);
    ph_document_free(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_error error = {PH_OK, ""};
    struct ph_blocks *blocks = ph_blocks_new("fuzz");
    enum ph_status status =
        ph_read_flatopc((const char *)bytes, length, shared_lexicon(), blocks, &error);
    if (status == PH_OK)
        recognise(blocks);
    else if (!error.message[0])
        abort();
    ph_blocks_free(blocks);
    return 0;
}
