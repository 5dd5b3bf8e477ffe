/* The words that a text says are a resolution's: those in quotation marks, and those of a paragraph
 * that it names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/cited.h"

enum { FIRST_WORDS = 120 }; /* bytes that a message shows */

/* The resolution at hand, as it is known. */
struct source {
    struct ph_lookup_paragraph *items;
    size_t count;
};

static void set_length(struct ph_cited_check *check, const char *name, size_t number)
{
    ph_xpath_set_number(check->messages.context, name, (double)number);
}

/* ---- in quotation marks ---- */

/* The paragraph that comes nearest to the words; NULL: there is none. */
static const struct ph_lookup_paragraph *nearest(const struct ph_cited_check *check,
                                                 const struct source *source, size_t from,
                                                 size_t to, struct ph_cited_near *best)
{
    const struct ph_lookup_paragraph *found = NULL;
    for (size_t i = 0; i < source->count; i++) {
        struct ph_cited_near near = ph_cited_compare(check, from, to, source->items[i].text);
        if (found && !near.same && near.share <= best->share)
            continue;
        *best = near;
        found = &source->items[i];
        if (near.same)
            break;
    }
    return found;
}

static bool is_title(const struct ph_cited_check *check, size_t from, size_t to)
{
    return ph_cited_compare(check, from, to, check->found.title).same;
}

static void check_quoted(struct ph_cited_check *check, const struct source *source)
{
    size_t from, to, title_from, title_to;
    struct ph_cited_near near = {0};
    if (!ph_cited_find(check, PH_CITED_QUOTED, &from, &to) || is_title(check, from, to) ||
        (ph_cited_find(check, PH_CITED_TITLE, &title_from, &title_to) && title_from == from))
        return;
    const struct ph_lookup_paragraph *found = nearest(check, source, from, to, &near);
    if (!found || near.same)
        return;
    ph_cited_set(check, "label", found->label);
    ph_cited_set(check, "quoted",
                 ph_arena_copy_n(check->arena, found->text + near.from, near.to - near.from));
    ph_xpath_set_number(check->messages.context, "share", near.share);
    set_length(check, "words", near.words);
    ph_cited_say(check, "archive-quoted", from, to);
    ph_cited_say(check, "archive-quoted-nowhere", from, to);
}

/* ---- of a paragraph ---- */

/* Whether a paragraph is the operative one of that number, or in it. */
static bool is_of(const struct ph_lookup_paragraph *paragraph, long number)
{
    char label[32];
    int length = snprintf(label, sizeof label, "OP%ld", number);
    return strncmp(paragraph->label, label, (size_t)length) == 0 &&
           (!paragraph->label[length] || paragraph->label[length] == ' ');
}

/* The words of a paragraph with all that is in it; "": there is none of that number. */
static const char *words_of(const struct ph_cited_check *check, const struct source *source,
                            long number)
{
    struct ph_buffer words = {0};
    for (size_t i = 0; i < source->count; i++)
        if (is_of(&source->items[i], number))
            ph_buffer_printf(&words, "%s%s", words.length ? " " : "", source->items[i].text);
    const char *kept = ph_arena_copy(check->arena, ph_buffer_text(&words));
    ph_buffer_free(&words);
    return kept;
}

/* How many operative paragraphs it has, and how many paragraphs that are neither operative nor
 * preambular: those of annexes have numbers of their own. */
static void count_paragraphs(struct ph_cited_check *check, const struct source *source)
{
    long operative = 0;
    size_t others = 0;
    for (size_t i = 0; i < source->count; i++) {
        long number = strncmp(source->items[i].label, "OP", 2) == 0
                          ? strtol(source->items[i].label + 2, NULL, 10)
                          : 0;
        operative = number > operative ? number : operative;
        others += !strcmp(source->items[i].part, "paragraph");
    }
    set_length(check, "count", (size_t)operative);
    set_length(check, "others", others);
}

static const char *beginning(const struct ph_cited_check *check, const char *text)
{
    size_t length = strlen(text);
    if (length > FIRST_WORDS)
        for (length = FIRST_WORDS; length && text[length] != ' ';)
            length--;
    return ph_arena_copy_n(check->arena, text, length);
}

static void check_recalled(struct ph_cited_check *check, const struct source *source,
                           const char *words)
{
    size_t from, to;
    struct ph_cited_near near = {0};
    if (!ph_cited_find(check, PH_CITED_RECALLED, &from, &to))
        return;
    const struct ph_lookup_paragraph *other = nearest(check, source, from, to, &near);
    ph_xpath_set_number(check->messages.context, "share",
                        ph_cited_compare(check, from, to, words).share);
    ph_xpath_set_number(check->messages.context, "nearest", near.share);
    ph_cited_set(check, "label", other ? other->label : "");
    ph_cited_set(check, "beginning", beginning(check, words));
    set_length(check, "words", near.words);
    ph_cited_say(check, "archive-recalled", from, to);
}

static void check_paragraph(struct ph_cited_check *check, const struct source *source)
{
    size_t from, to;
    if (!ph_cited_find(check, PH_CITED_PARAGRAPH, &from, &to))
        return;
    const char *number = ph_arena_copy_n(check->arena, check->node->text.bytes + from, to - from);
    const char *words = words_of(check, source, strtol(number, NULL, 10));
    ph_cited_set(check, "paragraph", number);
    count_paragraphs(check, source);
    if (*words)
        check_recalled(check, source, words);
    else
        ph_cited_say(check, "archive-paragraph-missing", from, to);
}

void ph_cited_check_words(struct ph_cited_check *check)
{
    struct source source = {0};
    check->status =
        check->known->paragraphs(check->known->context, check->arena, check->citation->number,
                                 &source.items, &source.count, check->error);
    if (check->status != PH_OK)
        return;
    check_quoted(check, &source);
    check_paragraph(check, &source);
}
