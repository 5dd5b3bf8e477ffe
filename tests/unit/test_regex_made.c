/* Patterns made by their grammar, the same at each run: where they may start and what they need is
 * what PCRE2 finds. The fuzzer of that name makes others. */
#include "../fuzz/regex_made.h"

#include <criterion/criterion.h>

#include "../fuzz/regex_ways.h"

enum { PATTERNS = 120000, TEXTS = 20, CHOICES = 400 };

/* xorshift64 */
static uint64_t next_number(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static struct choices draw(uint64_t *state, uint8_t bytes[CHOICES])
{
    for (size_t i = 0; i < CHOICES; i++)
        bytes[i] = (uint8_t)(next_number(state) >> 32);
    return (struct choices){bytes, bytes + CHOICES};
}

static void try_texts(const struct ways *ways, const struct made *pattern, struct choices *choices)
{
    struct made text;
    for (size_t i = 0; i < TEXTS; i++) {
        make_text(choices, &text);
        const char *fault = fault_of(ways, text.words, text.length);
        cr_expect_null(fault, "%s: %s in: %s", fault, pattern->words, text.words);
    }
}

Test(regex_made, both_ways_find_the_same)
{
    uint64_t state = 20091120;
    uint8_t bytes[CHOICES];
    struct made pattern;
    struct ways ways;
    size_t tried = 0;
    for (size_t i = 0; i < PATTERNS; i++) {
        struct choices choices = draw(&state, bytes);
        const unsigned look = choose(&choices, 4);
        make_pattern(&choices, &pattern);
        if (!open_ways(pattern.words, look & 1, look & 2, &ways))
            continue;
        tried++;
        try_texts(&ways, &pattern, &choices);
        close_ways(&ways);
    }
    cr_expect_gt(tried, PATTERNS / 4, "%zu", tried);
}
