#include "read/footnotes.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/candidates.h"

/* ---- the notes there are ---- */

static long label_value(const char *label)
{
    size_t digits = strspn(label, "0123456789");
    return digits && digits <= PH_MARK_DIGITS && !label[digits] ? strtol(label, NULL, 10) : 0;
}

static const char *note_label(const struct ph_block *block)
{
    return block->kind == PH_BLOCK_NOTE && block->label ? block->label : "";
}

static void list_notes(struct ph_marks *marks)
{
    const struct ph_blocks *blocks = marks->blocks;
    for (size_t i = 0; i < blocks->count; i++) {
        const char *label = note_label(&blocks->items[i]);
        long value = label_value(label);
        size_t stars = strspn(label, "*");
        marks->highest_note = value > marks->highest_note ? value : marks->highest_note;
        if (stars <= PH_MARK_STARS && !label[stars])
            marks->stars[stars] = true;
    }
    marks->stars[0] = false;
    size_t labels = (size_t)marks->highest_note + 1;
    marks->note_line = ph_alloc_zero(labels, sizeof *marks->note_line);
    marks->first = ph_alloc_zero(labels, sizeof *marks->first);
    for (size_t i = 0; i < blocks->count; i++) {
        long value = label_value(note_label(&blocks->items[i]));
        if (value && !marks->note_line[value])
            marks->note_line[value] = blocks->items[i].line;
    }
}

/* ---- which candidates are marks ---- */

/* First mentions rise: of all rising sequences of candidates the heaviest is taken. */
enum { NEXT_BONUS = 3 };
static const long weights[] = {
    [PH_CERTAIN] = 8, [PH_APART] = 4, [PH_APART_WORD] = 2, [PH_IF_NEXT] = 1};

/* The heaviest sequence that ends at an item. */
struct sequence {
    long weight;
    size_t item; /* plus 1; 0: the empty sequence */
};

struct choice {
    struct ph_marks *marks;
    struct sequence *exactly; /* by label: ending with that label */
    struct sequence *upto;    /* a Fenwick tree over the labels: ending with it or one below */
    size_t *before;           /* by item: the item before it in its sequence, plus 1 */
};

static struct sequence heaviest_below(const struct choice *choice, long label)
{
    struct sequence best = {0};
    for (long i = label - 1; i > 0; i -= i & -i)
        best = choice->upto[i].weight > best.weight ? choice->upto[i] : best;
    return best;
}

static void offer(struct choice *choice, long label, struct sequence sequence)
{
    if (sequence.weight > choice->exactly[label].weight)
        choice->exactly[label] = sequence;
    for (long i = label; i <= choice->marks->highest_note; i += i & -i)
        choice->upto[i] = sequence.weight > choice->upto[i].weight ? sequence : choice->upto[i];
}

/* A number that is part of a date, a symbol, a count, or that stands behind its note. */
static bool is_own_number(struct ph_marks *marks, const struct ph_candidate *one)
{
    return one->strength != PH_CERTAIN &&
           (marks->blocks->items[one->block].line > marks->note_line[one->label] ||
            ph_is_entity(marks, one->block, one->from, one->to));
}

static void extend(struct choice *choice, size_t item)
{
    const struct ph_candidate *one = &choice->marks->items[item];
    struct sequence best = heaviest_below(choice, one->label);
    struct sequence next = choice->exactly[one->label - 1];
    next.weight += NEXT_BONUS;
    if ((next.item || one->label == 1) && next.weight > best.weight)
        best = next;
    choice->before[item] = best.item;
    offer(choice, one->label, (struct sequence){best.weight + weights[one->strength], item + 1});
}

static void take(struct ph_marks *marks, size_t item)
{
    struct ph_candidate *one = &marks->items[item];
    one->taken = true;
    if (!marks->first[one->label])
        marks->first[one->label] = item + 1;
}

/* Takes the sequence from its end. The doubtful need a neighbour: a mark one below or above. */
static void take_sequence(const struct choice *choice, size_t end)
{
    struct ph_marks *marks = choice->marks;
    long above = 0;
    for (size_t at = end; at > 0; at = choice->before[at - 1]) {
        const struct ph_candidate *one = &marks->items[at - 1];
        size_t before = choice->before[at - 1];
        long below = before ? marks->items[before - 1].label : 0;
        bool neighbour = below == one->label - 1 || above == one->label + 1;
        if (one->strength == PH_CERTAIN || one->strength == PH_APART || neighbour)
            take(marks, at - 1);
        above = one->label;
    }
}

static void choose_first_mentions(struct ph_marks *marks)
{
    size_t labels = (size_t)marks->highest_note + 1;
    struct choice choice = {.marks = marks};
    choice.exactly = ph_alloc_zero(labels, sizeof *choice.exactly);
    choice.upto = ph_alloc_zero(labels, sizeof *choice.upto);
    choice.before = ph_alloc_zero(marks->count, sizeof *choice.before);
    for (size_t i = 0; i < marks->count; i++)
        if (marks->items[i].label && !is_own_number(marks, &marks->items[i]))
            extend(&choice, i);
    take_sequence(&choice, heaviest_below(&choice, marks->highest_note + 1).item);
    free(choice.exactly);
    free(choice.upto);
    free(choice.before);
}

/* The word before a mark, punctuation between them left out. */
static const char *word_before(const struct ph_marks *marks, const struct ph_candidate *one,
                               size_t *length)
{
    const char *text = marks->blocks->items[one->block].text;
    size_t end = one->from;
    while (end > 0 && strchr(",;:. ", text[end - 1]))
        end--;
    *length = ph_word_length(text, end);
    return text + end - *length;
}

/* A note cited again, its mark standing apart: behind the very word that it stood behind the
 * first time, or behind all words. */
static bool is_like_first(struct ph_marks *marks, const struct ph_candidate *one)
{
    const struct ph_candidate *first = &marks->items[marks->first[one->label] - 1];
    size_t here_length, there_length;
    const char *here = word_before(marks, one, &here_length);
    const char *there = word_before(marks, first, &there_length);
    bool last = marks->blocks->items[one->block].text[one->to] == '\0';
    return (last && one->strength == PH_APART) ||
           (here_length && here_length == there_length && !memcmp(here, there, here_length));
}

static void choose_repeated(struct ph_marks *marks)
{
    for (size_t i = 0; i < marks->count; i++) {
        struct ph_candidate *one = &marks->items[i];
        bool known = one->label && marks->first[one->label] && marks->first[one->label] <= i;
        if (!one->label)
            one->taken = true;
        else if (one->strength == PH_CERTAIN)
            take(marks, i);
        else if (known && one->strength != PH_IF_NEXT && !one->taken)
            one->taken = !is_own_number(marks, one) && is_like_first(marks, one);
    }
}

/* ---- taking them out ---- */

/* Where offset `at` of a block is when the candidates [first, last) are taken out; gone[i] is how
 * many bytes the first i of them take. */
static size_t moved(const struct ph_marks *marks, const size_t *gone, size_t first, size_t last,
                    size_t at)
{
    size_t low = first, high = last;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (marks->items[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < last && marks->items[low].taken && marks->items[low].from < at)
        at = marks->items[low].from;
    return at - gone[low - first];
}

static void add_mark_runs(struct ph_marks *marks, struct ph_block *block, const char *text,
                          const size_t *gone, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        const struct ph_candidate *one = &marks->items[i];
        char label[24];
        size_t at = one->from - gone[i - first];
        if (!one->taken)
            continue;
        if (one->label)
            snprintf(label, sizeof label, "%ld", one->label);
        else
            snprintf(label, sizeof label, "%.*s", (int)(one->to - one->from), text + one->from);
        at = at > block->length ? block->length : at;
        ph_block_run(marks->blocks, block, PH_RUN_NOTE_MARK, at, at, label);
    }
}

static void lift_from_block(struct ph_marks *marks, size_t first, size_t last)
{
    struct ph_block *block = &marks->blocks->items[marks->items[first].block];
    const char *text = block->text;
    struct ph_buffer words = {0};
    size_t *gone = ph_alloc_zero(last - first + 1, sizeof *gone);
    size_t at = 0;
    for (size_t i = first; i < last; i++) {
        const struct ph_candidate *one = &marks->items[i];
        gone[i - first + 1] = gone[i - first];
        if (!one->taken)
            continue;
        ph_buffer_add(&words, text + at, one->from - at);
        gone[i - first + 1] += one->to - one->from;
        at = one->to;
    }
    ph_buffer_add(&words, text + at, block->length - at);
    ph_fold_end(&words);
    for (size_t i = 0; i < block->run_count; i++) {
        struct ph_run *run = &block->runs[i];
        run->from = moved(marks, gone, first, last, run->from);
        run->to = moved(marks, gone, first, last, run->to);
        run->to = run->to > words.length ? words.length : run->to;
        run->from = run->from > run->to ? run->to : run->from;
    }
    for (size_t i = 0; i < block->trace_count; i++) {
        struct ph_trace *one = &block->traces[i];
        one->from = moved(marks, gone, first, last, one->from);
        one->to = moved(marks, gone, first, last, one->to);
        one->to = one->to > words.length ? words.length : one->to;
        one->from = one->from > one->to ? one->to : one->from;
    }
    if (block->folded)
        block->folded = moved(marks, gone, first, last, block->folded - 1) + 1;
    block->text = ph_arena_copy_n(marks->blocks->arena, ph_buffer_text(&words), words.length);
    block->length = words.length;
    add_mark_runs(marks, block, text, gone, first, last);
    ph_block_sort_runs(block);
    ph_buffer_free(&words);
    free(gone);
}

static void lift_all(struct ph_marks *marks)
{
    for (size_t first = 0, last; first < marks->count; first = last) {
        bool any = false;
        for (last = first; last < marks->count; last++) {
            if (marks->items[last].block != marks->items[first].block)
                break;
            any = any || marks->items[last].taken;
        }
        if (any)
            lift_from_block(marks, first, last);
    }
}

void ph_lift_marks(struct ph_blocks *blocks, const struct ph_lexicon *lexicon)
{
    struct ph_marks marks = {.blocks = blocks, .lexicon = lexicon};
    list_notes(&marks);
    ph_find_candidates(&marks);
    choose_first_mentions(&marks);
    choose_repeated(&marks);
    lift_all(&marks);
    free(marks.note_line);
    free(marks.first);
    free(marks.items);
    free(marks.entities);
}
