/* Any bytes at all: reading ends in a document that obeys the grammar of the tree, or in an error
 * with a message; nothing else. */
#include <stdint.h>

#include "fuzz_one.h"
#include "read/formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (ph_format_of(bytes, length) !=
        PH_FORMAT_PDF) /* poppler's to fuzz; fuzz_pdf takes what it prints */
        read_one(bytes, length);
    return 0;
}
