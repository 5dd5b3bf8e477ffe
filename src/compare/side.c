#include "compare/side.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "doc/walk.h"

struct reader {
    struct ph_vocabulary *vocabulary;
    const struct ph_lexicon *lexicon;
    struct ph_side *sides;
    struct ph_buffer scratch;
};

/* ---- nodes ---- */

static void list_units(struct ph_side *side, const struct ph_document *document)
{
    size_t capacity = 0, parent = PH_NONE;
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving) {
            side->units[parent].size = side->count - parent;
            parent = side->units[parent].parent;
            continue;
        }
        side->units = ph_grow(side->units, side->count, &capacity, sizeof *side->units);
        side->units[side->count] = (struct ph_unit){
            .node = (struct ph_node *)walk.node, .parent = parent, .match = PH_NONE};
        parent = side->count++;
    }
    side->units = ph_grow(side->units, side->count, &capacity, sizeof *side->units);
    side->units[side->count] = (struct ph_unit){.parent = PH_NONE, .match = PH_NONE};
}

struct address {
    const struct ph_node *node;
    size_t unit;
};

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const struct address *)a)->node;
    uintptr_t y = (uintptr_t)((const struct address *)b)->node;
    return (x > y) - (x < y);
}

static void list_notes(struct ph_side *side)
{
    struct address *list = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < side->count; i++) {
        if (side->units[i].node->kind != PH_FOOTNOTE)
            continue;
        list = ph_grow(list, side->note_count, &capacity, sizeof *list);
        list[side->note_count++] = (struct address){side->units[i].node, i};
    }
    if (list)
        qsort(list, side->note_count, sizeof *list, by_address);
    side->notes = ph_alloc_zero(side->note_count, sizeof *side->notes);
    for (size_t i = 0; i < side->note_count; i++)
        side->notes[i] = list[i].unit;
    free(list);
}

size_t ph_side_note(const struct ph_side *side, const struct ph_node *footnote)
{
    size_t low = 0, high = side->note_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct ph_node *node = side->units[side->notes[middle]].node;
        if (node == footnote)
            return side->notes[middle];
        if ((uintptr_t)node < (uintptr_t)footnote)
            low = middle + 1;
        else
            high = middle;
    }
    return PH_NONE;
}

/* ---- numbers ---- */

static int level_of(const struct ph_node *node)
{
    if (ph_is_paragraph(node))
        return node->as.paragraph.level;
    if (node->kind == PH_HEADING)
        return node->as.heading.level;
    return node->kind == PH_FIELD ? (int)node->as.field.name : 0;
}

/* Footnotes are the same whatever their dashes and quotes. Those that are stars are another
 * matter than numbers. Without `words`: one number for all of either. */
static uint32_t note_id(struct reader *reader, const struct ph_node *footnote, bool words)
{
    const char *mark = footnote->as.footnote.mark;
    struct ph_buffer *scratch = &reader->scratch;
    ph_buffer_clear(scratch);
    ph_buffer_char(scratch, mark && *mark == '*' ? '*' : '1');
    if (words) {
        char *folded = ph_utf8_fold(footnote->text.bytes, footnote->text.length);
        ph_buffer_put(scratch, folded);
        free(folded);
    }
    return ph_vocabulary_id(reader->vocabulary, PH_SORT_NOTE, scratch->data, scratch->length);
}

/* An annex is never the same as a whole: what it holds decides, not its label. */
static uint32_t whole_of(struct reader *reader, const struct ph_unit *unit, size_t index)
{
    const struct ph_node *node = unit->node;
    struct ph_buffer *scratch = &reader->scratch;
    if (node->kind == PH_FOOTNOTE)
        return note_id(reader, node, true);
    ph_buffer_clear(scratch);
    ph_buffer_printf(scratch, "%d %d ", (int)node->kind, level_of(node));
    if (node->kind == PH_ANNEX)
        ph_buffer_printf(scratch, "%p %zu", (const void *)node, index);
    ph_buffer_add(scratch, node->text.bytes, node->text.length);
    return ph_vocabulary_id(reader->vocabulary, PH_SORT_WHOLE, scratch->data, scratch->length);
}

static uint32_t opening_of(struct reader *reader, const struct ph_node *node)
{
    const char *phrase = ph_is_paragraph(node) ? node->as.paragraph.opening.phrase : NULL;
    if (!phrase)
        phrase =
            node->kind == PH_FIELD ? ph_field_name(node->as.field.name) : ph_kind_name(node->kind);
    return ph_vocabulary_id(reader->vocabulary, PH_SORT_OPENING, phrase, strlen(phrase));
}

/* Gives the marks among the words of one unit their footnotes; a mark without one is no word. It
 * is equal to marks of the same footnote in the other document; marks of footnotes that have no
 * such partner are equal to each other: their places say which belong together. */
static void number_marks(struct reader *reader, struct ph_side *side, const struct ph_unit *unit)
{
    size_t kept = unit->first_word;
    for (size_t i = unit->first_word; i < side->words.count; i++) {
        struct ph_word word = side->words.items[i];
        if (word.weight == PH_MARK) {
            const struct ph_node *footnote = unit->node->text.inlines[word.note].note;
            word.note = ph_side_note(side, footnote);
            if (word.note == PH_NONE)
                continue;
            word.id = side->units[word.note].whole;
            if (!ph_vocabulary_in_both(reader->vocabulary, word.id))
                word.id = note_id(reader, footnote, false);
            word.feature = word.id;
        }
        side->words.items[kept++] = word;
    }
    side->words.count = kept;
}

/* For each number of a whole node an old unit that has it, + 1; 0: none has. The caller frees;
 * *count is how many numbers there are. */
static size_t *list_wholes(const struct ph_side *side, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < side->count; i++)
        *count = side->units[i].whole < *count ? *count : side->units[i].whole + (size_t)1;
    size_t *units = ph_alloc_zero(*count, sizeof *units);
    for (size_t i = 0; i < side->count; i++)
        units[side->units[i].whole] = i + 1;
    return units;
}

/* Whether nothing but its words says which words a node has. */
static bool is_plain(const struct ph_node *node)
{
    for (size_t i = 0; i < node->text.count; i++)
        if (node->text.inlines[i].kind == PH_NOTE || node->text.inlines[i].kind == PH_PLACEHOLDER)
            return false;
    return true;
}

static bool has_same_opening(const struct ph_node *one, const struct ph_node *other)
{
    return !ph_is_paragraph(one) ||
           (one->as.paragraph.opening.from == other->as.paragraph.opening.from &&
            one->as.paragraph.opening.to == other->as.paragraph.opening.to);
}

/* Takes the words of an equal unit of the old side over: to look for dates, symbols and the like
 * costs more than all else. */
static void copy_words(struct ph_side *side, const struct ph_side *old, size_t unit)
{
    size_t count;
    const struct ph_word *words = ph_side_words(old, unit, &count);
    for (size_t i = 0; i < count; i++) {
        side->words.items = ph_grow(side->words.items, side->words.count, &side->words.capacity,
                                    sizeof *side->words.items);
        side->words.items[side->words.count++] = words[i];
    }
}

static void read_unit(struct reader *reader, struct ph_side *side, const struct ph_unit *unit,
                      size_t equal)
{
    const struct ph_side *old = &reader->sides[PH_BEFORE];
    if (equal && unit->node->kind != PH_FOOTNOTE && is_plain(unit->node) &&
        is_plain(old->units[equal - 1].node) &&
        has_same_opening(unit->node, old->units[equal - 1].node)) {
        copy_words(side, old, equal - 1);
        return;
    }
    ph_words_read(reader->vocabulary, reader->lexicon, unit->node, &side->words);
    number_marks(reader, side, unit);
}

static void read_words(struct reader *reader, int which)
{
    struct ph_side *side = &reader->sides[which];
    size_t whole_count = 0;
    size_t *wholes =
        which == PH_AFTER ? list_wholes(&reader->sides[PH_BEFORE], &whole_count) : NULL;
    for (size_t i = 0; i < side->count; i++) {
        struct ph_unit *unit = &side->units[i];
        unit->first_word = side->words.count;
        read_unit(reader, side, unit, unit->whole < whole_count ? wholes[unit->whole] : 0);
        for (size_t w = unit->first_word; w < side->words.count; w++)
            ph_vocabulary_count(reader->vocabulary, side->words.items[w].feature, which,
                                (size_t)which + 2 * i + 1);
    }
    side->units[side->count].first_word = side->words.count;
    free(wholes);
}

static void read_wholes(struct reader *reader, int which)
{
    struct ph_side *side = &reader->sides[which];
    for (size_t i = 0; i < side->count; i++) {
        struct ph_unit *unit = &side->units[i];
        unit->whole = whole_of(reader, unit, i);
        unit->opening = opening_of(reader, unit->node);
        ph_vocabulary_count(reader->vocabulary, unit->whole, which, (size_t)which + 2 * i + 1);
        ph_vocabulary_count(reader->vocabulary, unit->opening, which, (size_t)which + 2 * i + 1);
    }
}

void ph_sides_read(struct ph_vocabulary *vocabulary, const struct ph_lexicon *lexicon,
                   const struct ph_document *before, const struct ph_document *after,
                   struct ph_side sides[PH_SIDES])
{
    struct reader reader = {.vocabulary = vocabulary, .lexicon = lexicon, .sides = sides};
    memset(sides, 0, PH_SIDES * sizeof *sides);
    list_units(&sides[PH_BEFORE], before);
    list_units(&sides[PH_AFTER], after);
    for (int which = PH_BEFORE; which < PH_SIDES; which++) {
        list_notes(&sides[which]);
        read_wholes(&reader, which);
    }
    for (int which = PH_BEFORE; which < PH_SIDES; which++)
        read_words(&reader, which);
    for (size_t i = 0; i < sides[PH_AFTER].count; i++)
        sides[PH_AFTER].units[i].marked = sides[PH_AFTER].units[i].node;
    ph_buffer_free(&reader.scratch);
}

void ph_side_free(struct ph_side *side)
{
    free(side->units);
    free(side->words.items);
    free(side->notes);
}

const struct ph_word *ph_side_words(const struct ph_side *side, size_t unit, size_t *count)
{
    const size_t first = side->units[unit].first_word;
    *count = side->units[unit + 1].first_word - first;
    return side->words.items + first;
}

void ph_sides_join(struct ph_side sides[PH_SIDES], size_t before, size_t after, enum ph_fate fate)
{
    struct ph_unit *old = &sides[PH_BEFORE].units[before], *new = &sides[PH_AFTER].units[after];
    old->match = after;
    new->match = before;
    old->fate = new->fate = fate;
    if (fate == PH_KEPT)
        old->marked = new->node;
}
