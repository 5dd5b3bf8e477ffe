#include "word/field.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* Fields that show where a page is. */
static const char *const page_numbers[] = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"};

/* The next word of an instruction, quotation marks taken off. */
static const char *next_word(const char **at, size_t *length)
{
    *at += strspn(*at, " \t\r\n");
    bool quoted = **at == '"';
    const char *word = *at + quoted;
    *length = strcspn(word, quoted ? "\"" : " \t\r\n\\");
    *at = word + *length + (quoted && word[*length] == '"');
    return word;
}

static bool is_word(const char *word, size_t length, const char *wanted)
{
    return strlen(wanted) == length && !strncasecmp(word, wanted, length);
}

enum ph_wml_field_kind ph_wml_field_kind(const char *instruction, const char **bookmark,
                                         size_t *length)
{
    const char *word = next_word(&instruction, length);
    for (size_t i = 0; i < sizeof page_numbers / sizeof *page_numbers; i++)
        if (is_word(word, *length, page_numbers[i]))
            return PH_WML_PAGE_NUMBER;
    if (!is_word(word, *length, "NOTEREF"))
        return PH_WML_ORDINARY;
    *bookmark = next_word(&instruction, length);
    return PH_WML_REFERENCE;
}
