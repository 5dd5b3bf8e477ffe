/* Reads the opening phrases of a lexicon file, and where their adverb goes. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xml.h"
#include "un/lexicon_inside.h"

static enum ph_part part_of(const xmlNode *element)
{
    const char *name = ph_xml_attribute(element, "part");
    if (name && !strcmp(name, "preambular"))
        return PH_PREAMBLE;
    return name && !strcmp(name, "operative") ? PH_OPERATIVE_PART : PH_NO_PART;
}

static enum ph_status load_adverb(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    char *word = ph_xml_content(element);
    struct ph_adverb_word adverb = {.word = ph_arena_copy(lexicon->arena, word)};
    free(word);
    const char *name = ph_xml_attribute(element, "name");
    adverb.adverb = name && !strcmp(name, "also")      ? PH_ALSO
                    : name && !strcmp(name, "further") ? PH_FURTHER
                                                       : PH_NO_ADVERB;
    if (adverb.adverb == PH_NO_ADVERB)
        return ph_lexicon_wrong(load, element, "an adverb is named also or further");
    *PH_LIST_ADD(lexicon->adverbs) = adverb;
    return PH_OK;
}

/* <behind adverb="further">: the pattern of what follows an adverb that stands behind its verb. */
static enum ph_status load_behind(struct ph_lexicon_load *load, const xmlNode *element)
{
    const char *name = ph_xml_attribute(element, "adverb");
    for (size_t i = 0; name && i < load->lexicon->adverbs.count; i++) {
        struct ph_adverb_word *adverb = &load->lexicon->adverbs.items[i];
        if (!strcmp(adverb->word, name) && !adverb->behind)
            return ph_lexicon_compile(load, element, "\\G(?:", ")", false, &adverb->behind);
    }
    return ph_lexicon_wrong(load, element, "no adverb of that name stands before, or twice");
}

static enum ph_status load_form(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    struct ph_part_pattern form = {.part = part_of(element)};
    enum ph_status status = ph_lexicon_compile(load, element, "\\G(?:", ")", false, &form.regex);
    if (status != PH_OK)
        return status;
    *PH_LIST_ADD(lexicon->forms) = form;
    return PH_OK;
}

static enum ph_status load_place(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *after = ph_xml_attribute(element, "after");
    struct ph_part_pattern place = {.part = part_of(element)};
    if (!after)
        return ph_lexicon_wrong(load, element, "a place needs after");
    place.place = !strcmp(after, "last") ? PH_PLACE_LAST : atoi(after);
    enum ph_status status = ph_lexicon_compile(load, element, "\\A(?:", ")", false, &place.regex);
    if (status != PH_OK)
        return status;
    *PH_LIST_ADD(lexicon->places) = place;
    return PH_OK;
}

/* Cuts a phrase into its words, in lower case, all in one piece of memory; false when they are too
 * many. */
static bool cut_words(struct ph_arena *arena, struct ph_phrase *phrase)
{
    char *c = ph_arena_copy(arena, phrase->words);
    for (bool inside = false; *c; c++) {
        if (*c == ' ') {
            *c = '\0';
            inside = false;
            continue;
        }
        if (!inside && phrase->count == PH_PHRASE_WORDS)
            return false;
        if (!inside)
            phrase->word[phrase->count++] = c;
        inside = true;
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c + 'a' - 'A');
    }
    return true;
}

/* `phrase`: what all readings of an element have in common. */
static enum ph_status add_phrase(struct ph_lexicon_load *load, const xmlNode *element,
                                 struct ph_phrase phrase, const struct ph_buffer *words)
{
    struct ph_lexicon *lexicon = load->lexicon;
    phrase.words = ph_arena_copy(lexicon->arena, ph_buffer_text(words));
    if (!cut_words(lexicon->arena, &phrase))
        return ph_lexicon_wrong(load, element, "an opening phrase of too many words");
    if (!phrase.count)
        return ph_lexicon_wrong(load, element, "an opening phrase without words");
    phrase.second = ph_lexicon_letters(phrase.count > 1 ? phrase.word[1] : NULL);
    *PH_LIST_ADD(lexicon->phrases) = phrase;
    return PH_OK;
}

/* Writes reading number `reading` of "Noting with [deep|grave] concern": of each bracket none of
 * the words or one of them. Not 0 when there are not so many readings. */
static size_t write_reading(const char *words, size_t reading, struct ph_buffer *out)
{
    for (const char *c = words; *c; c++) {
        const char *close = *c == '[' ? strchr(c, ']') : NULL;
        if (!close) {
            size_t plain = 1 + strcspn(c + 1, "[");
            ph_buffer_fold(out, c, plain);
            c += plain - 1;
            continue;
        }
        size_t choices = 2, choice;
        for (const char *bar = c; bar < close; bar++)
            choices += *bar == '|';
        choice = reading % choices;
        reading /= choices;
        const char *word = c + 1;
        for (size_t i = 1; i < choice; i++)
            word += strcspn(word, "|") + 1;
        ph_buffer_add(out, word, choice ? strcspn(word, "|]") : 0);
        c = close;
    }
    return reading;
}

static enum ph_status add_phrases(struct ph_lexicon_load *load, const xmlNode *element)
{
    char *words = ph_xml_content(element);
    struct ph_buffer reading = {0};
    struct ph_phrase phrase = {.part = part_of(element->parent),
                               .addressee = ph_xml_attribute(element, "addressee") != NULL};
    enum ph_status status = PH_OK;
    for (size_t i = 0; status == PH_OK && write_reading(words, i, &reading) == 0; i++) {
        status = add_phrase(load, element, phrase, &reading);
        ph_buffer_clear(&reading);
    }
    ph_buffer_free(&reading);
    free(words);
    return status;
}

static enum ph_status load_phrases(struct ph_lexicon_load *load, const xmlNode *element)
{
    enum ph_status status = PH_OK;
    for (const xmlNode *p = ph_xml_first(element, "phrase"); p && status == PH_OK;
         p = ph_xml_next(p, "phrase"))
        status = add_phrases(load, p);
    return status;
}

/* By first word, so that it can be looked up; of those the longest first. */
static int compare_phrases(const void *a, const void *b)
{
    const struct ph_phrase *x = a, *y = b;
    int order = strcmp(x->word[0], y->word[0]);
    if (order)
        return order;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->words, y->words);
}

static void sort_phrases(struct ph_phrase *phrases, size_t count)
{
    if (count)
        qsort(phrases, count, sizeof *phrases, compare_phrases);
    for (size_t i = 1; i < count; i++)
        phrases[i].group =
            phrases[i - 1].group + (strcmp(phrases[i].word[0], phrases[i - 1].word[0]) != 0);
}

enum ph_status ph_lexicon_load_openings(struct ph_lexicon_load *load, const xmlNode *openings)
{
    static const struct {
        const char *name;
        enum ph_status (*load)(struct ph_lexicon_load *, const xmlNode *);
    } kinds[] = {{"adverb", load_adverb},
                 {"behind", load_behind},
                 {"place", load_place},
                 {"form", load_form},
                 {"phrases", load_phrases}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        for (const xmlNode *e = ph_xml_first(openings, kinds[i].name); e;
             e = ph_xml_next(e, kinds[i].name)) {
            enum ph_status status = kinds[i].load(load, e);
            if (status != PH_OK)
                return status;
        }
    sort_phrases(load->lexicon->phrases.items, load->lexicon->phrases.count);
    return PH_OK;
}
