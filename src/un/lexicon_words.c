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

/* ---- loading ---- */

static enum ph_status load_small(struct ph_lexicon_load *load)
{
    const xmlNode *words = ph_xml_first(load->root, "words");
    for (const xmlNode *w = words ? ph_xml_first(words, "word") : NULL; w;
         w = ph_xml_next(w, "word")) {
        const char *name = ph_xml_attribute(w, "name");
        uint32_t i = 0;
        while (name && i < PH_SMALL_WORDS && strcmp(small_names[i], name) != 0)
            i++;
        if (!name || i == PH_SMALL_WORDS)
            return ph_lexicon_wrong(load, w, "a word needs a name that is known");
        *PH_LIST_ADD(load->lexicon->small) =
            (struct ph_said_word){i, ph_lexicon_add_content(load->lexicon, w)};
    }
    return PH_OK;
}

/* The numbers that have words of their own. */
static bool has_words(long value)
{
    return (value >= 1 && value <= 20) || (value <= 100 && value > 0 && value % 10 == 0);
}

/* Whether a word is what the words of texts are compared with. */
static bool is_plain(const char *word)
{
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz");
    return length > 1 && length <= PH_NUMBER_LETTERS && !word[length];
}

static bool is_there(const struct ph_lexicon *lexicon, long value)
{
    for (size_t i = 0; i < lexicon->numbers.count; i++)
        if (lexicon->numbers.items[i].value == value)
            return true;
    return false;
}

static enum ph_status load_number(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *value = ph_xml_attribute(element, "value");
    const char *ordinal = ph_xml_attribute(element, "ordinal");
    const uint32_t cardinal = ph_lexicon_add_content(lexicon, element);
    const long number = value ? strtol(value, NULL, 10) : -1;
    if (number && (!has_words(number) || is_there(lexicon, number) || !ordinal ||
                   !is_plain(ordinal) || !is_plain(ph_lexicon_text(lexicon, cardinal))))
        return ph_lexicon_wrong(load, element,
                                "a number is 1 to 20, 30, 40 to 100, each once, with "
                                "a word and an ordinal in small letters");
    *PH_LIST_ADD(lexicon->numbers) =
        (struct ph_said_number){(uint32_t)number, cardinal, ph_lexicon_add_text(lexicon, ordinal)};
    return PH_OK;
}

static enum ph_status load_suffix(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const uint32_t text = ph_lexicon_add_content(lexicon, element);
    if (lexicon->suffixes.count == PH_NUMBER_SUFFIXES || !is_plain(ph_lexicon_text(lexicon, text)))
        return ph_lexicon_wrong(load, element, "a suffix is two small letters or more");
    *PH_LIST_ADD(lexicon->suffixes) = text;
    return PH_OK;
}

/* Zero, which need not be there, may stand anywhere, and the last counts. */
static size_t numbers_with_words(const struct ph_lexicon *lexicon)
{
    size_t count = 0;
    for (size_t i = 0; i < lexicon->numbers.count; i++)
        count += lexicon->numbers.items[i].value > 0;
    return count;
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
    if (status == PH_OK && numbers && numbers_with_words(load->lexicon) != PH_NUMBER_WORDS)
        return ph_lexicon_wrong(load, numbers, "a number is missing: 1 to 20, 30, 40 to 100");
    return status;
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

static enum ph_status check_months(struct ph_lexicon_load *load)
{
    const char *months = ph_lexicon_definition(load->lexicon, "month");
    if (months && cut(load->lexicon->arena, months, NULL, 0) != PH_MONTHS)
        return ph_lexicon_wrong(load, load->root,
                                "a year has twelve months: the definition of {month}");
    return PH_OK;
}

enum ph_status ph_lexicon_load_words(struct ph_lexicon_load *load)
{
    enum ph_status status = check_months(load);
    status = status == PH_OK ? load_small(load) : status;
    return status == PH_OK ? load_numbers(load) : status;
}

/* ---- numbers ---- */

static void add_start(struct ph_number_words *numbers, const char *word)
{
    numbers->starts[word[0] - 'a'][word[1] - 'a'] = true;
}

static void add_number(const struct ph_lexicon *lexicon, const struct ph_said_number *said,
                       struct ph_number_words *numbers)
{
    const char *cardinal = ph_lexicon_text(lexicon, said->cardinal),
               *ordinal = ph_lexicon_text(lexicon, said->ordinal);
    if (!said->value) {
        numbers->zero = cardinal;
        return;
    }
    numbers->items[numbers->count++] = (struct ph_number_word){cardinal, ordinal, (int)said->value};
    add_start(numbers, cardinal);
    add_start(numbers, ordinal);
}

static void make_numbers(const struct ph_lexicon *lexicon, struct ph_number_words *numbers)
{
    for (size_t i = 0; i < lexicon->numbers.count; i++)
        add_number(lexicon, &lexicon->numbers.items[i], numbers);
    for (size_t i = 0; i < lexicon->suffixes.count; i++)
        numbers->suffixes[numbers->suffix_count++] =
            ph_lexicon_text(lexicon, lexicon->suffixes.items[i]);
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

void ph_lexicon_make_words(struct ph_lexicon *lexicon)
{
    struct ph_words *words = &lexicon->words;
    const char *months = ph_lexicon_definition(lexicon, "month");
    *words = no_words;
    make_citation(lexicon, &words->citation);
    make_numbers(lexicon, &words->numbers);
    if (months)
        cut(lexicon->arena, months, words->months, PH_MONTHS);
    for (size_t i = 0; i < lexicon->small.count; i++)
        words->small[lexicon->small.items[i].which] =
            ph_lexicon_text(lexicon, lexicon->small.items[i].word);
}
