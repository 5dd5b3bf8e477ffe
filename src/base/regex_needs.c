#include "base/regex_needs.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/regex_items.h"
#include "base/regex_needs_inside.h"

enum { MOST_BRANCHES = 256 };

/* ---- needs ---- */

static void free_needs(struct ph_needs_read *needs)
{
    for (size_t i = 0; i < needs->count; i++)
        free(needs->choices[i].items);
    *needs = (struct ph_needs_read){.count = 0};
}

/* How few texts have a byte: by the order of letters in English. */
static uint16_t rarity_of(unsigned char byte)
{
    static const char letters[] = "etaoinsrhdlcumfpgywbvkxqjz";
    static unsigned char of[256];
    if (!of['e']) {
        memset(of + 1, (int)sizeof letters, sizeof of - 1);
        of[' '] = 0;
        for (size_t i = 0; letters[i]; i++)
            of[(unsigned char)letters[i]] = (unsigned char)(i + 1);
    }
    return of[ph_gram_even(byte)];
}

static void add_gram(struct ph_need *need, uint16_t gram, uint16_t rarity)
{
    bool room = need->count < sizeof need->grams / sizeof *need->grams;
    bool first = rarity > need->rarity || !need->count;
    if (room)
        need->grams[need->count++] = gram;
    if (!first)
        return;
    if (room)
        need->grams[need->count - 1] = need->grams[0];
    need->grams[0] = gram;
    need->rarity = rarity;
}

static void add_need(struct ph_need *need, const struct ph_need *more)
{
    for (size_t i = 0; i < more->count; i++)
        add_gram(need, more->grams[i], i ? 0 : more->rarity);
}

static void add_branch(struct ph_choice *choice, const struct ph_need *need)
{
    choice->items = ph_grow(choice->items, choice->count, &choice->capacity, sizeof *choice->items);
    choice->items[choice->count++] = *need;
}

/* How sure a choice leaves texts out: by the branch that asks least. */
static size_t weight_of(const struct ph_choice *choice)
{
    size_t least = choice->count ? SIZE_MAX : 0;
    for (size_t i = 0; i < choice->count; i++)
        least = choice->items[i].count < least ? choice->items[i].count : least;
    return least;
}

/* Takes the choice over; of too many the lightest goes, and one that asks for nothing. */
static void add_choice(struct ph_needs_read *needs, struct ph_choice *choice)
{
    if (!weight_of(choice)) {
        free(choice->items);
        return;
    }
    if (needs->count < PH_CHOICES) {
        needs->choices[needs->count++] = *choice;
        return;
    }
    struct ph_choice *lightest = &needs->choices[0];
    for (size_t i = 1; i < needs->count; i++)
        if (weight_of(&needs->choices[i]) < weight_of(lightest))
            lightest = &needs->choices[i];
    if (weight_of(lightest) < weight_of(choice)) {
        struct ph_choice lighter = *lightest;
        *lightest = *choice;
        *choice = lighter;
    }
    free(choice->items);
}

static struct ph_choice choice_of(const struct ph_need *plain)
{
    struct ph_choice choice = {0};
    add_branch(&choice, plain);
    return choice;
}

/* ---- words in a row ---- */

/* Characters that stand side by side, as far as they are read. */
struct run {
    struct ph_regex_character last[2];
    size_t count;
    size_t edge; /* of how many a word's edge was before the next one; SIZE_MAX: of none */
};

struct sequence {
    struct ph_need plain;
    struct ph_needs_read needs;
    struct run run;
};

static unsigned char byte_of(const struct ph_regex_character *one, bool even)
{
    return even ? ph_gram_even(one->byte) : ph_gram_byte(one->byte);
}

static void add_three(struct ph_need *need, const struct ph_regex_character *first,
                      const struct ph_regex_character *middle,
                      const struct ph_regex_character *last)
{
    bool even = first->any || middle->any || last->any;
    int rarity = rarity_of(first->byte) + rarity_of(middle->byte) + rarity_of(last->byte);
    add_gram(need, ph_gram(byte_of(first, even), byte_of(middle, even), byte_of(last, even)),
             (uint16_t)rarity);
}

/* `first`: NULL where there is one only. */
static void add_two(struct ph_need *need, enum ph_gram_place place,
                    const struct ph_regex_character *first, const struct ph_regex_character *last)
{
    bool even = (first && first->any) || last->any;
    const unsigned char alone = last->byte >= 0xC2 ? PH_BEYOND : 0;
    int rarity = rarity_of(first ? first->byte : 0) + rarity_of(last->byte);
    add_gram(need, ph_gram_two(place, first ? byte_of(first, even) : alone, byte_of(last, even)),
             (uint16_t)rarity);
}

static const struct run no_run = {.edge = SIZE_MAX};

static void end_run(struct sequence *sequence)
{
    struct run *run = &sequence->run;
    if (run->count == 1)
        add_two(&sequence->plain, PH_GRAM_ANYWHERE, NULL, &run->last[1]);
    else if (run->count == 2)
        add_two(&sequence->plain, PH_GRAM_ANYWHERE, &run->last[0], &run->last[1]);
    *run = no_run;
}

/* What tells texts apart in twos: other three bytes may be taken for these three, two may not. */
static bool is_sign(unsigned char byte)
{
    return byte > ' ' && !ph_gram_is_word(byte);
}

/* Two that cannot be told together: the one as it is written, the other in a text made even. */
static bool are_apart(const struct ph_regex_character *one, const struct ph_regex_character *other)
{
    return (one->wide && other->any) || (one->any && other->wide);
}

static void add_character(struct sequence *sequence, const struct ph_regex_character *one)
{
    struct run *run = &sequence->run;
    if (one->byte == PH_TEXT_START) /* it may be said again, "^^", and stands there once */
        end_run(sequence);
    for (size_t i = 0; i < 2 && i < run->count; i++)
        if (are_apart(&run->last[1 - i], one))
            end_run(sequence);
    if (run->count >= 2)
        add_three(&sequence->plain, &run->last[0], &run->last[1], one);
    if (run->count && is_sign(one->byte))
        add_two(&sequence->plain, PH_GRAM_ANYWHERE, &run->last[1], one);
    if (run->count && run->edge == run->count - 1 && ph_gram_is_word(run->last[1].byte))
        add_two(&sequence->plain, PH_GRAM_STARTS, &run->last[1], one);
    run->last[0] = run->last[1];
    run->last[1] = *one;
    run->count++;
    if (one->byte == PH_TEXT_END)
        end_run(sequence);
}

static void add_edge(struct sequence *sequence)
{
    struct run *run = &sequence->run;
    run->edge = run->count;
    if (run->count >= 2 && ph_gram_is_word(run->last[1].byte))
        add_two(&sequence->plain, PH_GRAM_ENDS, &run->last[0], &run->last[1]);
}

/* Characters again as often as they must be there; behind more of them a new row starts. */
static void add_characters(struct sequence *sequence, const struct ph_regex_item *item)
{
    enum { ENOUGH = 4 };
    size_t times = item->least < ENOUGH ? item->least : ENOUGH;
    for (size_t i = 0; i < times; i++)
        for (size_t k = 0; k < item->count; k++)
            add_character(sequence, &item->characters[k]);
    if (item->least == item->most && item->least <= ENOUGH)
        return;
    end_run(sequence);
    for (size_t k = 0; k < item->count; k++)
        add_character(sequence, &item->characters[k]);
}

/* ---- reading ---- */

static struct ph_needs_read read_choice(struct ph_regex_reader *reader, const struct run *before,
                                        int depth);

/* What stands right before a group stands right before the first words in it. */
static void add_group(struct sequence *sequence, const struct run *before,
                      const struct ph_regex_reader *reader, const struct ph_regex_item *item,
                      int depth)
{
    enum { DEEPEST = 8 };
    if (depth >= DEEPEST)
        return;
    struct ph_regex_reader inside = *reader;
    inside.at = item->inside;
    inside.end = item->inside_end;
    struct ph_needs_read needs = read_choice(&inside, item->behind ? &no_run : before, depth + 1);
    for (size_t i = 0; i < needs.count; i++)
        add_choice(&sequence->needs, &needs.choices[i]);
}

static void add_one_of(struct sequence *sequence, const struct run *before,
                       const struct ph_regex_reader *reader, const struct ph_regex_item *item)
{
    struct ph_regex_reader inside = {item->inside, item->inside_end, false, reader->caseless};
    struct ph_regex_item member;
    struct ph_choice choice = {0};
    while (ph_regex_read_member(&inside, &member)) {
        struct sequence one = {.run = *before};
        add_characters(&one, &member);
        end_run(&one);
        add_branch(&choice, &one.plain);
    }
    add_choice(&sequence->needs, &choice);
}

static void add_item(struct sequence *sequence, const struct ph_regex_reader *reader,
                     const struct ph_regex_item *item, int depth);

/* What a lookbehind ends with stands right before what comes next. */
static void look_behind(struct sequence *sequence, const struct ph_regex_reader *reader,
                        const struct ph_regex_item *item, int depth)
{
    struct ph_regex_reader inside = *reader;
    struct sequence before = {.run = no_run};
    struct ph_regex_item part;
    inside.at = item->inside;
    inside.end = item->inside_end;
    while (ph_regex_read(&inside, &part))
        add_item(&before, &inside, &part, depth + 1);
    if (!ph_regex_read_bar(&inside) && before.run.count) {
        end_run(sequence);
        sequence->run = before.run;
    }
    free_needs(&before.needs);
}

static void add_item(struct sequence *sequence, const struct ph_regex_reader *reader,
                     const struct ph_regex_item *item, int depth)
{
    enum { DEEPEST_BEHIND = 2 };
    const struct run before = sequence->run;
    if (item->kind == PH_REGEX_CHARACTERS && item->least > 0)
        add_characters(sequence, item);
    else if (item->kind == PH_REGEX_WORD_EDGE && item->least > 0)
        add_edge(sequence);
    else if (item->kind != PH_REGEX_PLACE)
        end_run(sequence);
    if (!item->inside || item->least == 0)
        return;
    if (item->kind == PH_REGEX_ONE_OF)
        add_one_of(sequence, &before, reader, item);
    else
        add_group(sequence, &before, reader, item, depth);
    if (item->behind && depth < DEEPEST_BEHIND)
        look_behind(sequence, reader, item, depth);
}

static struct sequence read_sequence(struct ph_regex_reader *reader, const struct run *before,
                                     int depth)
{
    struct sequence sequence = {.run = *before};
    struct ph_regex_item item;
    do {
        struct ph_regex_character plain = {.any = reader->caseless};
        while ((plain.byte = ph_regex_read_plain(reader)))
            add_character(&sequence, &plain);
        if (!ph_regex_read(reader, &item))
            break;
        add_item(&sequence, reader, &item, depth);
    } while (true);
    end_run(&sequence);
    return sequence;
}

/* Each branch of both with each of the other; both are freed. */
static struct ph_choice both_of(struct ph_choice *one, struct ph_choice *other)
{
    struct ph_choice both = {0};
    for (size_t i = 0; i < one->count; i++)
        for (size_t k = 0; k < other->count; k++) {
            struct ph_need need = one->items[i];
            add_need(&need, &other->items[k]);
            add_branch(&both, &need);
        }
    free(one->items);
    free(other->items);
    return both;
}

/* Several choices as one: those that ask most, as many as stay few branches together, with what
 * must be there in any case. */
static struct ph_choice fold(struct sequence *sequence)
{
    enum { FEW_BRANCHES = 32 };
    struct ph_needs_read *needs = &sequence->needs;
    struct ph_choice best = {0};
    for (; needs->count; needs->count--) {
        struct ph_choice *last = &needs->choices[needs->count - 1], heaviest = *last;
        for (size_t i = 0; i + 1 < needs->count; i++)
            if (weight_of(&needs->choices[i]) > weight_of(&heaviest)) {
                heaviest = needs->choices[i];
                needs->choices[i] = *last;
                *last = heaviest;
            }
        if (!best.count)
            best = heaviest;
        else if (best.count * heaviest.count <= FEW_BRANCHES)
            best = both_of(&best, &heaviest);
        else
            free(heaviest.items);
    }
    if (!best.count && sequence->plain.count)
        return choice_of(&sequence->plain);
    for (size_t i = 0; i < best.count; i++)
        add_need(&best.items[i], &sequence->plain);
    return best;
}

/* All that is needed where there are no alternatives. */
static struct ph_needs_read needs_of(struct sequence *sequence)
{
    if (sequence->plain.count) {
        struct ph_choice plain = choice_of(&sequence->plain);
        add_choice(&sequence->needs, &plain);
    }
    return sequence->needs;
}

/* false: one of the alternatives asks for nothing, or they are too many. */
static bool add_alternative(struct ph_choice *all, struct sequence *sequence)
{
    struct ph_choice one = fold(sequence);
    bool known = one.count && all->count + one.count <= MOST_BRANCHES;
    for (size_t i = 0; i < one.count && known; i++)
        add_branch(all, &one.items[i]);
    free(one.items);
    return known;
}

static struct ph_needs_read read_choice(struct ph_regex_reader *reader, const struct run *before,
                                        int depth)
{
    struct ph_needs_read needs = {.count = 0};
    struct ph_choice all = {0};
    struct sequence sequence = read_sequence(reader, before, depth);
    bool more = ph_regex_read_bar(reader), known = true;
    if (!more)
        return needs_of(&sequence);
    known = add_alternative(&all, &sequence);
    while (more) {
        sequence = read_sequence(reader, before, depth);
        known &= add_alternative(&all, &sequence);
        more = ph_regex_read_bar(reader);
    }
    if (known)
        add_choice(&needs, &all);
    else
        free(all.items);
    return needs;
}

ph_needs *ph_regex_needs(const char *pattern, bool extended, bool caseless)
{
    struct ph_regex_reader reader = {.at = pattern,
                                     .end = pattern + strlen(pattern),
                                     .extended = extended,
                                     .caseless = caseless};
    if (!ph_regex_is_plain(&reader))
        return NULL;
    struct ph_needs_read needs = read_choice(&reader, &no_run, 0);
    ph_needs *row = ph_needs_write(&needs);
    free_needs(&needs);
    return row;
}
