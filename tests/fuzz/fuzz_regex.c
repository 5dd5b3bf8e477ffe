/* A pattern and a text, written one below the other: see regex_ways.h for what must hold. */
#include <stdint.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "regex_ways.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { LONGEST = 500 };
    struct ph_buffer both = {0};
    struct ways ways;
    if (length > LONGEST)
        return 0;
    ph_utf8_clean(bytes, length, &both);
    char *pattern = ph_copy(ph_buffer_text(&both));
    const size_t end = strcspn(pattern, "\n");
    const char *text = pattern[end] ? pattern + end + 1 : "";
    pattern[end] = '\0';
    const char *fault =
        open_ways(pattern, false, false, &ways) ? fault_of(&ways, text, strlen(text)) : NULL;
    if (fault) {
        fprintf(stderr, "%s\npattern: %s\ntext: %s\n", fault, pattern, text);
        abort();
    }
    close_ways(&ways);
    free(pattern);
    ph_buffer_free(&both);
    return 0;
}
