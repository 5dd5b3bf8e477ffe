#include "archive/search_near.h"

#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "learn/near.h"

/* The rarest words of a phrase say most about it; common ones would only cost time. As many
 * candidates are looked at as can hide the likest. */
enum { TERMS = 8, CANDIDATES = 200 };

/* So many forms are weighed for the candidates, about, however large the archive is. */
enum { WEIGHED = 100000 };

/* Likeness is no finer than this. */
enum { STEPS = 20 };

/* To be near one or two words says nothing. Numbers are no words here. */
enum { LEAST_TERMS = 3 };

struct term {
    char *word;
    int64_t forms; /* that hold it */
};

struct terms {
    struct term *items;
    size_t count, capacity;
};

struct near_form {
    int64_t form, uses;
    double likeness; /* 0 to 1 */
};

/* ---- which words to look for ---- */

static bool is_word_byte(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static bool is_mask(const char *word)
{
    return strcmp(word, PH_FORM_NUMBER) == 0 || strcmp(word, PH_FORM_ORDINAL) == 0;
}

static void add_term(struct terms *terms, const char *word, size_t length)
{
    char *copy = ph_copy_n(word, length);
    bool there = is_mask(copy);
    for (size_t i = 0; i < terms->count && !there; i++)
        there = strcmp(terms->items[i].word, copy) == 0;
    if (there) {
        free(copy);
        return;
    }
    terms->items = ph_grow(terms->items, terms->count, &terms->capacity, sizeof *terms->items);
    terms->items[terms->count++].word = copy;
}

/* The distinct words; of a text that is longer than any paragraph, its beginning. */
static void split(struct terms *terms, const char *words)
{
    enum { MOST = 400 };
    char *folded = ph_utf8_fold(words, strlen(words));
    for (const char *at = folded; *at && terms->count < MOST;) {
        size_t length = 0;
        while (is_word_byte((unsigned char)at[length]))
            length++;
        if (length)
            add_term(terms, at, length);
        at += length ? length : 1;
    }
    free(folded);
}

static enum ph_status count_forms(struct ph_store *store, struct terms *terms,
                                  struct ph_error *error)
{
    for (size_t i = 0; i < terms->count; i++) {
        struct ph_query *query = ph_query(store, "SELECT doc FROM form_terms WHERE term = ?");
        ph_bind_text(query, terms->items[i].word);
        enum ph_status status = ph_step(query, error);
        if (status != PH_OK && status != PH_NOTHING)
            return status;
        /* A word that the index has not, or knows in another form, is looked for last. */
        terms->items[i].forms = status == PH_OK ? ph_column_number(query) : INT64_MAX;
    }
    return PH_OK;
}

static int by_forms(const void *a, const void *b)
{
    const struct term *one = a, *other = b;
    if (one->forms != other->forms)
        return one->forms < other->forms ? -1 : 1;
    return strcmp(one->word, other->word);
}

/* ---- what holds them ---- */

/* Whether every word of a phrase stands in a text, as often as there. */
static bool holds_all(const struct ph_tokens *text, const struct ph_tokens *phrase)
{
    size_t at = 0, found = 0;
    for (; found < phrase->count && at < text->count; at++)
        found += text->bag[at] == phrase->bag[found];
    return found == phrase->count;
}

struct ph_stretch ph_search_stretch(const struct ph_tokens *phrase, const char *text)
{
    struct ph_tokens tokens;
    struct ph_near near = {.phrase = phrase};
    ph_tokens_read(&tokens, NULL, text, strlen(text));
    ph_near_look(&near, NULL, NULL, &tokens);
    struct ph_stretch stretch = {near.from, near.to, 0, holds_all(&tokens, phrase)};
    ph_tokens_free(&tokens);
    if (near.shared * 2 > phrase->count)
        stretch.likeness = 2 * (double)near.shared / (double)(phrase->count + near.span);
    return stretch;
}

/* Of wordings that are about as near, the one that is used most. */
static int by_likeness(const void *a, const void *b)
{
    const struct near_form *one = a, *other = b;
    int order = (int)(other->likeness * STEPS) - (int)(one->likeness * STEPS);
    if (!order)
        order = (other->uses > one->uses) - (other->uses < one->uses);
    return order ? order : (one->form > other->form) - (one->form < other->form);
}

/* The candidates, the best by the weight of their words first. */
static struct ph_query *candidates(struct ph_store *store, const char *match,
                                   const struct ph_search_filter *filter)
{
    static const char all[] =
        "SELECT id, uses, form.words FROM (SELECT rowid AS found FROM form_words"
        " WHERE form_words MATCH ?1 ORDER BY rank LIMIT ?2) JOIN form ON form.id = found";
    static const char some[] =
        "SELECT form.id, uses, form.words FROM form_words JOIN form ON form.id = form_words.rowid"
        " WHERE form_words MATCH ?1"
        " AND EXISTS (SELECT 1 FROM" PH_SEARCH_PARAGRAPHS " WHERE" PH_SEARCH_FILTER ")"
        " ORDER BY rank LIMIT ?10";
    const bool takes_all = ph_search_filter_takes_all(filter);
    struct ph_query *query = ph_query(store, takes_all ? all : some);
    ph_bind_text(query, match);
    if (!takes_all)
        ph_search_filter_bind(filter, query);
    ph_bind_number(query, CANDIDATES);
    return query;
}

/* Judges the words of the candidates. */
static enum ph_status judge(struct ph_query *query, const struct ph_tokens *phrase, double least,
                            struct near_form *forms, size_t *count, struct ph_error *error)
{
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        struct near_form form = {.form = ph_column_number(query)};
        form.uses = ph_column_number(query);
        form.likeness = ph_search_stretch(phrase, ph_column_text(query)).likeness;
        if (form.likeness > 0 && form.likeness >= least && *count < CANDIDATES)
            forms[(*count)++] = form;
    }
    return status == PH_NOTHING ? PH_OK : status;
}

/* What is quoted, and the rarest words, always as many as there must be. */
static void put_terms(const struct terms *terms, const struct ph_buffer *quoted,
                      struct ph_buffer *match)
{
    int64_t left = WEIGHED;
    ph_buffer_printf(match, "%s%s(", ph_buffer_text(quoted), quoted->length ? " AND " : "");
    for (size_t i = 0; i < terms->count && i < TERMS; i++) {
        left -= terms->items[i].forms < WEIGHED ? terms->items[i].forms : WEIGHED;
        if (left < 0 && i >= LEAST_TERMS)
            break;
        ph_buffer_printf(match, "%s\"%s\"", i ? " OR " : "", terms->items[i].word);
    }
    ph_buffer_char(match, ')');
}

enum ph_status ph_search_near(struct ph_store *store, const struct ph_wanted *wanted,
                              const struct ph_search_filter *filter, double least, int64_t *found,
                              size_t most, size_t *count, struct ph_error *error)
{
    struct terms terms = {0};
    struct ph_form form = {0};
    struct near_form forms[CANDIDATES];
    size_t all = 0;
    ph_form_read(wanted->lexicon, ph_buffer_text(&wanted->words), wanted->words.length, &form);
    split(&terms, ph_buffer_text(&form.words));
    enum ph_status status = count_forms(store, &terms, error);
    if (status == PH_OK && terms.count >= LEAST_TERMS) {
        struct ph_buffer match = {0};
        struct ph_tokens phrase;
        qsort(terms.items, terms.count, sizeof *terms.items, by_forms);
        put_terms(&terms, &wanted->quoted, &match);
        ph_tokens_read(&phrase, NULL, ph_buffer_text(&form.words), form.words.length);
        status = judge(candidates(store, ph_buffer_text(&match), filter), &phrase, least, forms,
                       &all, error);
        ph_tokens_free(&phrase);
        ph_buffer_free(&match);
    }
    if (all)
        qsort(forms, all, sizeof *forms, by_likeness);
    for (*count = 0; *count < all && *count < most; (*count)++)
        found[*count] = forms[*count].form;
    for (size_t i = 0; i < terms.count; i++)
        free(terms.items[i].word);
    free(terms.items);
    ph_form_free(&form);
    return status;
}
