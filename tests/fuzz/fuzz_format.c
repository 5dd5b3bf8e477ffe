/* One format, whatever follows its beginning: PH_FUZZ_BEGINNING (CMakeLists.txt) is put over the
 * first bytes, so that no time is lost on finding that out. */
#include <stdint.h>
#include <string.h>

#include "fuzz_one.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char beginning[] = PH_FUZZ_BEGINNING;
    enum { LENGTH = sizeof beginning - 1 };
    char *input = ph_alloc(length < LENGTH ? LENGTH : length);
    memcpy(input, bytes, length);
    memcpy(input, beginning, LENGTH);
    read_one(input, length < LENGTH ? LENGTH : length);
    free(input);
    return 0;
}
