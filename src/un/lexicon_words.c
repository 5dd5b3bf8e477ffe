/* Makes tables of the words that the program itself reads and writes. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "un/lexicon_inside.h"

static const char *const no_list[] = {NULL};
static const struct ph_words no_words = {
    .months = {"", "", "", "", "", "", "", "", "", "", "", ""},
    .small = {"", "", "", "", ""},
    .citation = {no_list, no_list, no_list, no_list, "", "", {false}},
    .numbers = {.zero = ""}};
static const char *const small_names[PH_SMALL_WORDS] = {[PH_WORD_AND] = "and",
                                                        [PH_WORD_OF] = "of",
                                                        [PH_WORD_BOTH] = "both",
                                                        [PH_WORD_ALL] = "all",
                                                        [PH_WORD_THE] = "the"};

const struct ph_words *ph_lexicon_words(const struct ph_lexicon *lexicon)
{
    return lexicon ? &lexicon->words : &no_words;
}

/* Cuts "a|b|c" into its parts, at most `most`, without white space; how many there are. */
static size_t cut(struct ph_arena *arena, const char *pattern, const char **parts, size_t most)
{
    size_t count = 0;
    for (const char *c = pattern; *c; c += *c == '|') {
        c += strspn(c, " \t\n");
        size_t length = strcspn(c, "|");
        const char *word = ph_arena_copy_n(arena, c, length);
        if (count < most)
            parts[count] = word;
        count++;
        c += length;
    }
    return count;
}

static enum ph_status load_months(struct ph_lexicon_load *load)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *months = ph_lexicon_definition(lexicon, "month");
    if (months && cut(lexicon->arena, months, lexicon->words.months, PH_MONTHS) != PH_MONTHS)
        return ph_lexicon_wrong(load, load->root,
                                "a year has twelve months: the definition of {month}");
    return PH_OK;
}

static enum ph_status load_small(struct ph_lexicon_load *load)
{
    const xmlNode *words = ph_xml_first(load->root, "words");
    for (const xmlNode *w = words ? ph_xml_first(words, "word") : NULL; w;
         w = ph_xml_next(w, "word")) {
        const char *name = ph_xml_attribute(w, "name");
        size_t i = 0;
        while (name && i < PH_SMALL_WORDS && strcmp(small_names[i], name) != 0)
            i++;
        if (!name || i == PH_SMALL_WORDS)
            return ph_lexicon_wrong(load, w, "a word needs a name that is known");
        char *word = ph_xml_content(w);
        load->lexicon->words.small[i] = ph_arena_copy(load->lexicon->arena, word);
        free(word);
    }
    return PH_OK;
}

/* ---- numbers ---- */

/* The numbers that have words of their own. */
static bool has_words(long value)
{
    return (value >= 1 && value <= 20) || (value <= 100 && value > 0 && value % 10 == 0);
}

static void add_start(struct ph_number_words *numbers, const char *word)
{
    numbers->starts[word[0] - 'a'][word[1] - 'a'] = true;
}

/* Whether a word is what the words of texts are compared with. */
static bool is_plain(const char *word)
{
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz");
    return length > 1 && length <= PH_NUMBER_LETTERS && !word[length];
}

static bool is_there(const struct ph_number_words *numbers, long value)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->items[i].value == value)
            return true;
    return false;
}

static enum ph_status load_number(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_arena *arena = load->lexicon->arena;
    struct ph_number_words *numbers = &load->lexicon->words.numbers;
    const char *value = ph_xml_attribute(element, "value");
    const char *ordinal = ph_xml_attribute(element, "ordinal");
    char *text = ph_xml_content(element);
    const char *word = ph_arena_copy(arena, text);
    const long number = value ? strtol(value, NULL, 10) : -1;
    free(text);
    if (number == 0) {
        numbers->zero = word;
        return PH_OK;
    }
    if (!has_words(number) || is_there(numbers, number) || !ordinal || !is_plain(ordinal) ||
        !is_plain(word))
        return ph_lexicon_wrong(load, element,
                                "a number is 1 to 20, 30, 40 to 100, each once, with "
                                "a word and an ordinal in small letters");
    numbers->items[numbers->count++] =
        (struct ph_number_word){word, ph_arena_copy(arena, ordinal), (int)number};
    add_start(numbers, word);
    add_start(numbers, ordinal);
    return PH_OK;
}

static enum ph_status load_suffix(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_number_words *numbers = &load->lexicon->words.numbers;
    char *text = ph_xml_content(element);
    bool fine = numbers->suffix_count < PH_NUMBER_SUFFIXES && is_plain(text);
    if (fine)
        numbers->suffixes[numbers->suffix_count++] = ph_arena_copy(load->lexicon->arena, text);
    free(text);
    return fine ? PH_OK : ph_lexicon_wrong(load, element, "a suffix is two small letters or more");
}

static enum ph_status load_numbers(struct ph_lexicon_load *load)
{
    const xmlNode *numbers = ph_xml_first(load->root, "numbers");
    enum ph_status status = PH_OK;
    for (const xmlNode *n = numbers ? ph_xml_first(numbers, "number") : NULL; n && status == PH_OK;
         n = ph_xml_next(n, "number"))
        status = load_number(load, n);
    for (const xmlNode *s = numbers ? ph_xml_first(numbers, "suffix") : NULL; s && status == PH_OK;
         s = ph_xml_next(s, "suffix"))
        status = load_suffix(load, s);
    if (status == PH_OK && numbers && load->lexicon->words.numbers.count != PH_NUMBER_WORDS)
        return ph_lexicon_wrong(load, numbers, "a number is missing: 1 to 20, 30, 40 to 100");
    return status;
}

/* ---- citations ---- */

/* The list of that name; empty where there is none. */
static const char *const *list_of(const struct ph_lexicon *lexicon, const char *name)
{
    const char *const *list = ph_lexicon_list(lexicon, name);
    return list ? list : no_list;
}

/* A list, and each of its words with a capital letter. */
static const char *const *with_capitals(const struct ph_lexicon *lexicon, const char *name)
{
    const char *const *list = list_of(lexicon, name);
    size_t count = 0, made = 0;
    while (list[count])
        count++;
    const char **both = ph_arena_alloc(lexicon->arena, (2 * count + 1) * sizeof *both);
    for (size_t i = 0; i < count; i++) {
        char *capital = ph_utf8_capital(list[i]);
        both[made++] = list[i];
        both[made++] = ph_arena_copy(lexicon->arena, capital);
        free(capital);
    }
    return both;
}

static void make_citation(const struct ph_lexicon *lexicon, struct ph_citation_words *words)
{
    words->nouns = with_capitals(lexicon, "citation-nouns");
    words->decisions = with_capitals(lexicon, "decision-nouns");
    words->organs = list_of(lexicon, "other-organs");
    words->links = list_of(lexicon, "name-links");
    const char *own = list_of(lexicon, "own-organ")[0], *last = own ? strrchr(own, ' ') : NULL;
    words->own = last ? last + 1 : own ? own : "";
    words->before_own = last ? ph_arena_copy_n(lexicon->arena, own, (size_t)(last - own)) : "";
    for (const char *const *noun = words->nouns; *noun; noun++)
        words->starts[(unsigned char)**noun] = true;
    for (const char *number = "SE0123456789"; *number; number++)
        words->starts[(unsigned char)*number] = true;
}

enum ph_status ph_lexicon_load_words(struct ph_lexicon_load *load)
{
    struct ph_lexicon *lexicon = load->lexicon;
    lexicon->words = no_words;
    make_citation(lexicon, &lexicon->words.citation);
    enum ph_status status = load_months(load);
    status = status == PH_OK ? load_small(load) : status;
    return status == PH_OK ? load_numbers(load) : status;
}
