#include "archive/wanted.h"

#include <string.h>

#include "archive/form.h"

/* Quotation marks that open, and what closes them. */
static const struct {
    const char *open, *close;
} marks[] = {{"\"", "\""}, {"“", "”"}};

/* ---- for the index ---- */

static size_t count_words(const char *text, size_t length)
{
    struct ph_tokens tokens;
    ph_tokens_read(&tokens, NULL, text, length);
    size_t count = tokens.count;
    ph_tokens_free(&tokens);
    return count;
}

/* FTS5's string: in double quotes, those inside doubled; joined to what stands before by AND. */
static void put_string(struct ph_buffer *out, const char *words, size_t length)
{
    if (!count_words(words, length))
        return;
    ph_buffer_put(out, out->length ? " AND \"" : "\"");
    for (size_t i = 0; i < length; i++) {
        if (words[i] == '"')
            ph_buffer_char(out, '"');
        ph_buffer_char(out, words[i]);
    }
    ph_buffer_char(out, '"');
}

/* Each of the words between spaces. */
static void put_each(struct ph_buffer *out, const char *words)
{
    while (*words) {
        size_t length = strcspn(words, " ");
        put_string(out, words, length);
        words += length + (words[length] == ' ');
    }
}

/* ---- for the numbers of a use: digits and letters, so that nothing is to be escaped ---- */

static void put_in_order(struct ph_buffer *out, const char *values)
{
    if (!*values)
        return;
    ph_buffer_put(out, "\"\\n");
    for (; *values; values++)
        if (*values == '\n')
            ph_buffer_put(out, "\\n");
        else
            ph_buffer_char(out, *values);
    ph_buffer_put(out, "\",");
}

static void put_in_any(struct ph_buffer *out, const char *values)
{
    while (*values) {
        size_t length = strcspn(values, "\n");
        ph_buffer_printf(out, "\"\\n%.*s\\n\",", (int)length, values);
        values += length + (values[length] == '\n');
    }
}

/* ---- the words that are asked for ---- */

static void add_quoted(struct ph_wanted *wanted, const char *text, size_t length)
{
    struct ph_form form = {0};
    ph_buffer_add(&wanted->words, text, length);
    ph_buffer_char(&wanted->words, ' ');
    ph_form_read(wanted->lexicon, text, length, &form);
    put_string(&wanted->quoted, ph_buffer_text(&form.words), form.words.length);
    put_in_order(&wanted->numbers, ph_buffer_text(&form.values));
    ph_form_free(&form);
}

/* Reads a phrase whose quotation mark opens here; 0: none does. */
static size_t read_quoted(struct ph_wanted *wanted, const char *text)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t opened = strlen(marks[i].open);
        if (strncmp(text, marks[i].open, opened) != 0)
            continue;
        const char *end = strstr(text + opened, marks[i].close);
        size_t length = end ? (size_t)(end - text) - opened : strlen(text + opened);
        add_quoted(wanted, text + opened, length);
        return opened + length + (end ? strlen(marks[i].close) : 0);
    }
    return 0;
}

void ph_wanted_read(const struct ph_lexicon *lexicon, const char *text, struct ph_wanted *wanted)
{
    struct ph_buffer loose = {0};
    struct ph_form form = {0};
    *wanted = (struct ph_wanted){.lexicon = lexicon};
    while (*text) {
        size_t quoted = read_quoted(wanted, text);
        if (!quoted) {
            ph_buffer_char(&wanted->words, *text);
            ph_buffer_char(&loose, *text);
        }
        text += quoted ? quoted : 1;
    }
    ph_form_read(wanted->lexicon, ph_buffer_text(&loose), loose.length, &form);
    put_string(&wanted->phrase, ph_buffer_text(&form.words), form.words.length);
    put_each(&wanted->all, ph_buffer_text(&form.words));
    put_in_order(&wanted->in_order, ph_buffer_text(&form.values));
    put_in_any(&wanted->in_any, ph_buffer_text(&form.values));
    wanted->loose = count_words(ph_buffer_text(&loose), loose.length);
    ph_tokens_read(&wanted->tokens, NULL, ph_buffer_text(&wanted->words), wanted->words.length);
    ph_form_free(&form);
    ph_buffer_free(&loose);
}

void ph_wanted_free(struct ph_wanted *wanted)
{
    struct ph_buffer *const buffers[] = {&wanted->words,  &wanted->quoted,   &wanted->phrase,
                                         &wanted->all,    &wanted->in_order, &wanted->in_any,
                                         &wanted->numbers};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        ph_buffer_free(buffers[i]);
    ph_tokens_free(&wanted->tokens);
}

bool ph_wanted_has(const struct ph_wanted *wanted, enum ph_found match)
{
    return match == PH_FOUND_PHRASE || wanted->loose > 1;
}

void ph_wanted_query(const struct ph_wanted *wanted, enum ph_found match, struct ph_buffer *query)
{
    const struct ph_buffer *loose = match == PH_FOUND_PHRASE ? &wanted->phrase : &wanted->all;
    const char *and = wanted->quoted.length && loose->length ? " AND " : "";
    ph_buffer_put(query, ph_buffer_text(&wanted->quoted));
    ph_buffer_put(query, and);
    ph_buffer_put(query, ph_buffer_text(loose));
}

void ph_wanted_numbers(const struct ph_wanted *wanted, enum ph_found match, struct ph_buffer *list)
{
    ph_buffer_char(list, '[');
    ph_buffer_put(list, ph_buffer_text(&wanted->numbers));
    if (match == PH_FOUND_PHRASE)
        ph_buffer_put(list, ph_buffer_text(&wanted->in_order));
    if (match == PH_FOUND_WORDS)
        ph_buffer_put(list, ph_buffer_text(&wanted->in_any));
    if (list->length > 1)
        list->length--; /* the last comma */
    ph_buffer_char(list, ']');
}
