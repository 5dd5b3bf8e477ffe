#include "archive/form.h"

#include <stdbool.h>
#include <string.h>

#include "un/ordinal.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t digits_length(const char *text, size_t length)
{
    size_t n = 0;
    while (n < length && is_digit(text[n]))
        n++;
    return n;
}

/* The bytes of the ordinal of a session that starts here; 0: none does. */
static size_t ordinal_length(const struct ph_lexicon *lexicon, const char *text, size_t length)
{
    size_t end = 0;
    return is_letter(*text) && ph_ordinal_parse(lexicon, text, length, &end) >= PH_FORM_LEAST ? end
                                                                                              : 0;
}

static void mask(struct ph_form *form, const char *mask, const char *value, size_t length)
{
    ph_buffer_put(&form->words, mask);
    ph_buffer_add(&form->values, value, length);
    ph_buffer_char(&form->values, '\n');
}

/* The bytes from here to where the next number or word may start. */
static size_t plain_length(const char *text, size_t length)
{
    size_t n = 1;
    bool word = is_letter(*text) || (*text & 0x80);
    while (n < length && !is_digit(text[n]) &&
           (word ? is_letter(text[n]) || (text[n] & 0x80) || text[n] == '-' : !is_letter(text[n])))
        n++;
    return n;
}

void ph_form_read(const struct ph_lexicon *lexicon, const char *text, size_t length,
                  struct ph_form *form)
{
    ph_buffer_clear(&form->words);
    ph_buffer_clear(&form->values);
    size_t plain = 0; /* from here on nothing was masked */
    for (size_t at = 0; at < length;) {
        size_t number = digits_length(text + at, length - at);
        size_t ordinal = number ? 0 : ordinal_length(lexicon, text + at, length - at);
        if (!number && !ordinal) {
            at += plain_length(text + at, length - at);
            continue;
        }
        ph_buffer_add(&form->words, text + plain, at - plain);
        mask(form, number ? PH_FORM_NUMBER : PH_FORM_ORDINAL, text + at, number + ordinal);
        at += number + ordinal;
        plain = at;
    }
    ph_buffer_add(&form->words, text + plain, length - plain);
}

void ph_form_fill(const char *words, const char *values, struct ph_buffer *out)
{
    while (*words) {
        size_t plain = strcspn(words, PH_FORM_NUMBER);
        ph_buffer_add(out, words, plain);
        words += plain;
        if (!*words)
            return;
        bool ordinal = is_letter(*values); /* "20th" was a number and two letters */
        size_t value = strcspn(values, "\n");
        ph_buffer_add(out, values, value);
        values += value + (values[value] == '\n');
        words += ordinal && !strncmp(words, PH_FORM_ORDINAL, strlen(PH_FORM_ORDINAL))
                     ? strlen(PH_FORM_ORDINAL)
                     : strlen(PH_FORM_NUMBER);
    }
}

void ph_form_free(struct ph_form *form)
{
    ph_buffer_free(&form->words);
    ph_buffer_free(&form->values);
}

int64_t ph_form_digest(const char *words)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (; *words; words++)
        hash = (hash ^ (unsigned char)*words) * 0x100000001B3u;
    return (int64_t)hash;
}
