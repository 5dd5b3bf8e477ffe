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
    struct ph_adverb_word adverb = {.word = ph_lexicon_add_content(lexicon, element)};
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
    struct ph_lexicon *lexicon = load->lexicon;
    const char *name = ph_xml_attribute(element, "adverb");
    for (size_t i = 0; name && i < lexicon->adverbs.count; i++) {
        struct ph_adverb_word *adverb = &lexicon->adverbs.items[i];
        if (!strcmp(ph_lexicon_text(lexicon, adverb->word), name) && !adverb->behind)
            return ph_lexicon_add_pattern(load, element, "\\G(?:", ")", false, &adverb->behind);
    }
    return ph_lexicon_wrong(load, element, "no adverb of that name stands before, or twice");
}

static enum ph_status load_form(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_part_pattern form = {.part = part_of(element)};
    enum ph_status status =
        ph_lexicon_add_pattern(load, element, "\\G(?:", ")", false, &form.pattern);
    if (status == PH_OK)
        *PH_LIST_ADD(load->lexicon->forms) = form;
    return status;
}

static enum ph_status load_place(struct ph_lexicon_load *load, const xmlNode *element)
{
    const char *after = ph_xml_attribute(element, "after");
    struct ph_part_pattern place = {.part = part_of(element)};
    if (!after)
        return ph_lexicon_wrong(load, element, "a place needs after");
    place.place = !strcmp(after, "last") ? PH_PLACE_LAST : atoi(after);
    enum ph_status status =
        ph_lexicon_add_pattern(load, element, "\\A(?:", ")", false, &place.pattern);
    if (status == PH_OK)
        *PH_LIST_ADD(load->lexicon->places) = place;
    return status;
}

static size_t count_words(const char *words)
{
    size_t count = 0;
    for (const char *c = words; *c; c = ph_phrase_behind(c))
        count++;
    return count;
}

/* `phrase`: what all readings of an element have in common. */
static enum ph_status add_phrase(struct ph_lexicon_load *load, const xmlNode *element,
                                 struct ph_phrase phrase, const char *words)
{
    const size_t count = count_words(words);
    if (count > PH_PHRASE_WORDS)
        return ph_lexicon_wrong(load, element, "an opening phrase of too many words");
    if (!count)
        return ph_lexicon_wrong(load, element, "an opening phrase without words");
    phrase.words = ph_lexicon_add_text(load->lexicon, words);
    phrase.count = (uint8_t)count;
    phrase.second = ph_lexicon_letters(ph_phrase_behind(words));
    *PH_LIST_ADD(load->lexicon->phrases) = phrase;
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
    struct ph_phrase phrase = {.part = (uint8_t)part_of(element->parent),
                               .addressee = ph_xml_attribute(element, "addressee") != NULL};
    enum ph_status status = PH_OK;
    for (size_t i = 0; status == PH_OK && write_reading(words, i, &reading) == 0; i++) {
        status = add_phrase(load, element, phrase, ph_buffer_text(&reading));
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

/* ---- their order ---- */

/* A phrase, and where its key stands, by which it is sorted. */
struct keyed {
    size_t key;
    struct ph_phrase phrase;
};

/* By first word, so that it can be looked up; of those the longest first. */
static void put_key(struct ph_buffer *keys, const char *words, size_t count)
{
    const size_t first = strcspn(words, " "), length = strlen(words) + 1;
    char *key = ph_buffer_room(keys, first + 2 + length);
    for (size_t i = 0; i < first; i++)
        key[i] = (char)ph_phrase_letter(words[i]);
    key[first] = 1;
    key[first + 1] = (char)(1 + PH_PHRASE_WORDS - count);
    memcpy(key + first + 2, words, length);
    key[first + 2 + length] = 0;
    keys->length += first + 2 + length;
}

static int compare_keys(const void *a, const void *b, void *keys)
{
    const struct keyed *x = a, *y = b;
    return strcmp((const char *)keys + x->key, (const char *)keys + y->key);
}

static void sort_phrases(struct ph_lexicon *lexicon)
{
    struct ph_phrase *phrases = lexicon->phrases.items;
    const size_t count = lexicon->phrases.count;
    struct keyed *sorted = ph_alloc(count * sizeof *sorted);
    struct ph_buffer keys = {0};
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (struct keyed){keys.length, phrases[i]};
        put_key(&keys, ph_lexicon_text(lexicon, phrases[i].words), phrases[i].count);
    }
    if (count)
        qsort_r(sorted, count, sizeof *sorted, compare_keys, keys.data);
    for (size_t i = 0; i < count; i++)
        phrases[i] = sorted[i].phrase;
    ph_buffer_free(&keys);
    free(sorted);
}

static void group_phrases(struct ph_lexicon *lexicon)
{
    struct ph_phrase *phrases = lexicon->phrases.items;
    for (size_t i = 1; i < lexicon->phrases.count; i++) {
        const int order = ph_phrase_compare_first(ph_lexicon_text(lexicon, phrases[i - 1].words),
                                                  ph_lexicon_text(lexicon, phrases[i].words));
        phrases[i].group = phrases[i - 1].group + (order != 0);
    }
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
    sort_phrases(load->lexicon);
    group_phrases(load->lexicon);
    return PH_OK;
}
