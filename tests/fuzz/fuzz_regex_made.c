/* Patterns by their grammar, and texts: see regex_ways.h for what must hold. */
#include "regex_made.h"

#include <stdio.h>

#include "regex_ways.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { TEXTS = 20 };
    struct choices choices = {bytes, bytes + length};
    struct made pattern, text;
    struct ways ways;
    const unsigned look = choose(&choices, 4);
    make_pattern(&choices, &pattern);
    const bool opened = open_ways(pattern.words, look & 1, look & 2, &ways);
    for (size_t i = 0; opened && i < TEXTS && choices.at < choices.end; i++) {
        make_text(&choices, &text);
        const char *fault = fault_of(&ways, text.words, text.length);
        if (!fault)
            continue;
        fprintf(stderr, "%s\npattern (%u): %s\ntext: %s\n", fault, look, pattern.words, text.words);
        abort();
    }
    close_ways(&ways);
    return 0;
}
