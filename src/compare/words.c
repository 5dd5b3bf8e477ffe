#include "compare/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "un/citation.h"

/* A stretch of the text that is one word, whatever stands in it. */
struct atom {
    size_t from, to;
    const char *kind;
};

struct atoms {
    struct atom *items;
    size_t count, capacity;
};

/* The longest entity that is one word, counted in plain words: "the period 2015-2020", but not
 * the title of a long report. */
enum { LONGEST_ATOM = 6 };

#define NO_PLACE SIZE_MAX

/* ---- stretches that are one word ---- */

static bool is_punctuation(int32_t c)
{
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return false; /* the common case first */
    if (c < 0x80)
        return c && strchr(",.;:!?()[]{}\"'", c);
    return c == 0xAB || c == 0xBB || (c >= 0x2013 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201F) ||
           c == 0x2026;
}

static void add_atom(struct atoms *atoms, size_t from, size_t to, const char *kind)
{
    if (from >= to)
        return;
    atoms->items = ph_grow(atoms->items, atoms->count, &atoms->capacity, sizeof *atoms->items);
    atoms->items[atoms->count++] = (struct atom){from, to, kind};
}

static void add_placeholders(struct atoms *atoms, const struct ph_text *text)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->inlines[i].kind == PH_PLACEHOLDER)
            add_atom(atoms, text->inlines[i].from, text->inlines[i].to, "placeholder");
}

/* A list of resolutions is no word: each resolution in it is. Where some share a date, the earlier
 * ones end with their numbers. */
static void add_citations(const struct ph_lexicon *lexicon, struct atoms *atoms, const char *bytes,
                          size_t from, size_t to)
{
    struct ph_citation *cited = NULL;
    size_t end, count = ph_citations_parse(lexicon, bytes + from, to - from, &cited, &end);
    for (size_t i = 0; i < count; i++) {
        size_t stop = cited[i].to;
        if (i + 1 < count && stop > cited[i + 1].from)
            stop = cited[i].from + strlen(cited[i].number);
        if (i + 1 < count && stop > cited[i + 1].from)
            stop = cited[i + 1].from;
        add_atom(atoms, from + cited[i].from, from + stop, "citation");
    }
    free(cited);
}

/* A word begins with a word: what begins with a comma was found between two other quotations. */
static bool begins_word(const struct ph_text *text, size_t from)
{
    const int32_t c = ph_utf8_at(text->bytes, text->length, from, NULL);
    return !is_punctuation(c) && !ph_utf8_is_space(c);
}

static void add_entities(struct atoms *atoms, const struct ph_lexicon *lexicon,
                         const struct ph_text *text)
{
    struct ph_entity *entities = NULL;
    size_t count = ph_lexicon_entities(lexicon, text->bytes, text->length, &entities);
    for (size_t i = 0; i < count; i++) {
        const struct ph_entity *one = &entities[i];
        if (!strcmp(one->kind, "citations"))
            add_citations(lexicon, atoms, text->bytes, one->from, one->to);
        else if (begins_word(text, one->from) &&
                 ph_words_count(text->bytes, one->from, one->to) <= LONGEST_ATOM)
            add_atom(atoms, one->from, one->to, one->kind);
    }
    free(entities);
}

static int by_place(const void *a, const void *b)
{
    const struct atom *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to < y->to) - (x->to > y->to);
}

/* ---- words ---- */

struct reading {
    struct ph_vocabulary *vocabulary;
    const struct ph_node *node;
    struct ph_words *words;
    struct atoms atoms;
    size_t *marks; /* the inlines that are footnote marks */
    size_t mark_count;
    size_t at, atom, mark;     /* next byte, atom and mark */
    struct ph_opening opening; /* of the node; all 0: none */
};

static size_t mark_place(const struct reading *reading, size_t mark)
{
    return mark < reading->mark_count ? reading->node->text.inlines[reading->marks[mark]].from
                                      : NO_PLACE;
}

static void find_marks(struct reading *reading)
{
    const struct ph_text *text = &reading->node->text;
    size_t capacity = 0;
    for (size_t i = 0; i < text->count; i++) {
        if (text->inlines[i].kind != PH_NOTE || !text->inlines[i].note)
            continue;
        reading->marks =
            ph_grow(reading->marks, reading->mark_count, &capacity, sizeof *reading->marks);
        reading->marks[reading->mark_count++] = i;
    }
}

/* Keeps atoms that neither overlap an earlier one nor hold a footnote mark. */
static void tidy_atoms(struct reading *reading)
{
    struct atoms *atoms = &reading->atoms;
    size_t kept = 0, mark = 0, end = 0;
    if (atoms->count)
        qsort(atoms->items, atoms->count, sizeof *atoms->items, by_place);
    for (size_t i = 0; i < atoms->count; i++) {
        const struct atom atom = atoms->items[i];
        while (mark_place(reading, mark) <= atom.from)
            mark++;
        if (atom.from < end || mark_place(reading, mark) < atom.to)
            continue;
        atoms->items[kept++] = atom;
        end = atom.to;
    }
    atoms->count = kept;
}

static struct ph_word *add_word(struct reading *reading, size_t from, size_t to)
{
    struct ph_words *words = reading->words;
    words->items = ph_grow(words->items, words->count, &words->capacity, sizeof *words->items);
    struct ph_word *word = &words->items[words->count++];
    *word = (struct ph_word){.weight = PH_CONTENT, .from = from, .to = to};
    reading->at = to;
    return word;
}

/* The opening phrase begins with a capital, or with a small letter behind its adverb. */
static uint32_t id_of(const struct reading *reading, size_t from, size_t to)
{
    const char *bytes = reading->node->text.bytes + from;
    if (from < reading->opening.from || to > reading->opening.to)
        return ph_vocabulary_id(reading->vocabulary, PH_SORT_WORD, bytes, to - from);
    char *copy = ph_copy_n(bytes, to - from), *small = ph_utf8_small(copy);
    uint32_t id = ph_vocabulary_id(reading->vocabulary, PH_SORT_WORD, small, strlen(small));
    free(copy);
    free(small);
    return id;
}

static void add_plain(struct reading *reading, size_t from, size_t to, bool punctuation)
{
    struct ph_word *word = add_word(reading, from, to);
    word->id = word->feature = id_of(reading, from, to);
    if (punctuation)
        word->weight = PH_PUNCTUATION;
    else if (ph_vocabulary_is_function(reading->vocabulary, word->id))
        word->weight = PH_FUNCTION;
}

static void add_whole(struct reading *reading, const struct atom *atom)
{
    struct ph_word *word = add_word(reading, atom->from, atom->to);
    word->id = id_of(reading, atom->from, atom->to);
    word->feature =
        ph_vocabulary_id(reading->vocabulary, PH_SORT_ENTITY, atom->kind, strlen(atom->kind));
}

/* Marks that stand at or before this place. */
static void add_marks(struct reading *reading)
{
    for (; mark_place(reading, reading->mark) <= reading->at; reading->mark++) {
        const size_t place = mark_place(reading, reading->mark), at = reading->at;
        struct ph_word *word = add_word(reading, place, place);
        word->weight = PH_MARK;
        word->note = reading->marks[reading->mark];
        reading->at = at;
    }
}

/* Where a word that starts here must end at the latest: at an atom or a footnote mark. */
static size_t limit_of(const struct reading *reading)
{
    size_t limit = reading->node->text.length;
    const size_t mark = mark_place(reading, reading->mark);
    if (reading->atom < reading->atoms.count && reading->atoms.items[reading->atom].from < limit)
        limit = reading->atoms.items[reading->atom].from;
    return mark < limit ? mark : limit;
}

/* Behind the bracket that closes the one at `from` before any space, else 0: "(g)", "(Signed)". */
static size_t bracketed(const struct ph_text *text, size_t from, size_t limit)
{
    if (text->bytes[from] != '(')
        return 0;
    for (size_t at = from + 1, next; at < limit; at = next) {
        const int32_t c = ph_utf8_at(text->bytes, limit, at, &next);
        if (c == ')')
            return next;
        if (is_punctuation(c) || ph_utf8_is_space(c))
            break;
    }
    return 0;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A run without spaces: its punctuation at both ends are words of their own, marks inside
 * ("A/73/328", "1,500", "Secretary-General") belong to it. */
static void read_run(struct reading *reading)
{
    const struct ph_text *text = &reading->node->text;
    const size_t from = reading->at, limit = limit_of(reading);
    size_t next, end = bracketed(text, from, limit);
    for (size_t at = end ? limit : from; at < limit; at = next) {
        if (is_letter(text->bytes[at])) { /* nearly all are */
            end = next = at + 1;
            continue;
        }
        int32_t c = ph_utf8_at(text->bytes, limit, at, &next);
        if (ph_utf8_is_space(c))
            break;
        if (!is_punctuation(c)) {
            end = next;
        } else if (at == from) {
            add_plain(reading, from, next, true);
            return;
        }
    }
    add_plain(reading, from, end, false);
}

static void read_one(struct reading *reading)
{
    const struct ph_text *text = &reading->node->text;
    size_t next;
    if (reading->atom < reading->atoms.count &&
        reading->atoms.items[reading->atom].from == reading->at)
        add_whole(reading, &reading->atoms.items[reading->atom++]);
    else if (ph_utf8_is_space(ph_utf8_at(text->bytes, text->length, reading->at, &next)))
        reading->at = next;
    else
        read_run(reading);
}

/* The second part of a paragraph that was cut has one where it begins like a paragraph. */
static void find_opening(struct reading *reading, const struct ph_lexicon *lexicon)
{
    const struct ph_node *node = reading->node;
    if (lexicon && ph_goes_on(node, PH_END_DELETED))
        ph_lexicon_opening(lexicon, node->text.bytes, node->text.length, PH_NO_PART,
                           &reading->opening);
    else if (ph_is_paragraph(node))
        reading->opening = node->as.paragraph.opening;
}

void ph_words_read(struct ph_vocabulary *vocabulary, const struct ph_lexicon *lexicon,
                   const struct ph_node *node, struct ph_words *words)
{
    struct reading reading = {.vocabulary = vocabulary, .node = node, .words = words};
    add_placeholders(&reading.atoms, &node->text);
    if (lexicon)
        add_entities(&reading.atoms, lexicon, &node->text);
    find_opening(&reading, lexicon);
    find_marks(&reading);
    tidy_atoms(&reading);
    add_marks(&reading);
    while (reading.at < node->text.length) {
        read_one(&reading);
        add_marks(&reading);
    }
    free(reading.atoms.items);
    free(reading.marks);
}

int ph_words_count(const char *bytes, size_t from, size_t to)
{
    int count = 0;
    bool inside = false;
    for (size_t at = from; at < to;) {
        bool space = ph_utf8_is_space(ph_utf8_at(bytes, to, at, &at));
        count += !space && !inside;
        inside = !space;
    }
    return count;
}
