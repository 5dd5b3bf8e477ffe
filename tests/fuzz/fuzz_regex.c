/* A pattern and a text: what is found where the pattern may start is what is found by looking
 * everywhere, and nothing is found where the letters that it needs are not. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/regex.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* The first match by both ways, the same unless one of them gave up. */
static void search(const struct ph_regex *plain, const struct ph_regex *words, const char *text,
                   size_t length)
{
    struct ph_word_starts starts = {.items = NULL};
    struct ph_grams grams;
    struct ph_match one = {0}, other = {0};
    ph_word_starts_of(text, length, &starts);
    ph_grams_of(text, length, &grams);
    bool found = ph_regex_find(plain, text, length, 0, &one);
    bool found_too = ph_regex_find_at_words(words, text, length, 0, &starts, &other);
    if (!one.gave_up && !other.gave_up &&
        (found != found_too ||
         (found && (one.from[0] != other.from[0] || one.to[0] != other.to[0]))))
        abort();
    if (found && !ph_regex_may_match(plain, &grams))
        abort();
    ph_word_starts_free(&starts);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { LONGEST = 500 };
    struct ph_buffer text = {0};
    struct ph_error error;
    struct ph_regex *plain = NULL, *words;
    if (length > LONGEST)
        return 0;
    ph_utf8_clean(bytes, length, &text);
    char *pattern = ph_copy(ph_buffer_text(&text));
    size_t end = strcspn(pattern, "\n");
    const char *rest = pattern[end] ? pattern + end + 1 : "";
    pattern[end] = '\0';
    if (ph_regex_new(pattern, false, false, "fuzz", &plain, &error) == PH_OK) {
        words = ph_regex_new_at_words(pattern, false, false, "fuzz");
        search(plain, words, rest, strlen(rest));
        ph_regex_free(words);
    }
    ph_regex_free(plain);
    free(pattern);
    ph_buffer_free(&text);
    return 0;
}
