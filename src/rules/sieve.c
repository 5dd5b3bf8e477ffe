#include "rules/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Letters side by side that must be there where something is found at a place, or others: the first
 * two of a branch of the first choice of what its pattern needs; the second is the first again
 * where there is one alone. */
struct clue {
    uint16_t second, branch;
    uint32_t place;
};

/* With its first letters, by which all of them are put in order. */
struct new_clue {
    uint16_t gram;
    struct clue clue;
};

/* The sequence of words that must be there where something is found at a place. */
struct sequence_clue {
    struct ph_sequence sequence;
    uint32_t place;
};

/* What is known of a pattern that is looked for at a place. */
struct pattern {
    const ph_needs *needs;                  /* NULL: nothing is known */
    const struct ph_regex *regex;           /* NULL: there is no pattern */
    const struct ph_pattern_starts *starts; /* NULL: they are not known, or not yet */
};

enum { BITS = 64, GRAM_ROW = sizeof((struct ph_grams *)0)->bits / sizeof(uint64_t) };

struct ph_sieve {
    bool open;         /* only kinds are told */
    size_t row;        /* words of 64 bits in a set of places */
    uint64_t *always;  /* those of which nothing is known */
    uint64_t *tables;  /* BITS sets, one for each bit of the tables: those that have such a one */
    uint64_t *inlines; /* BITS sets: those that look for that kind of inlines */
    uint64_t *traces;  /* the same for traces */
    uint64_t *kinds;   /* BITS sets: those whose rules look at that kind of node */
    uint64_t *pass;    /* what was told last */
    struct pattern *patterns; /* of each place */
    struct sequence_clue *sequences;
    size_t sequence_count, sequence_capacity;
    ph_needs *rows; /* all of them, one behind another: so they are in the cache together */
    struct new_clue *gathered;
    struct clue *clues; /* by their grams */
    size_t count, capacity;
    struct ph_grams grams;     /* of all of them */
    uint16_t before[GRAM_ROW]; /* how many grams there are before those of 64 bits */
    uint32_t *first;           /* of each gram, in order, the number of its first clue; the end */
};

static void set(uint64_t *bits, size_t number)
{
    bits[number / 64] |= UINT64_C(1) << number % 64;
}

static void add_clues(struct ph_sieve *sieve, const ph_needs *needs, size_t number)
{
    struct new_clue found = {.clue.place = (uint32_t)number};
    for (size_t i = 0; ph_needs_first(needs, i, &found.gram, &found.clue.second); i++) {
        found.clue.branch = (uint16_t)i;
        sieve->gathered =
            ph_grow(sieve->gathered, sieve->count, &sieve->capacity, sizeof *sieve->gathered);
        sieve->gathered[sieve->count++] = found;
    }
}

/* Adds a place to the sets of these bits. */
static void add_to(struct ph_sieve *sieve, uint64_t *sets, uint64_t bits, size_t number)
{
    for (; bits; bits &= bits - 1)
        set(sets + (size_t)__builtin_ctzll(bits) * sieve->row, number);
}

static void add_sequence(struct ph_sieve *sieve, const struct ph_sequence *sequence, size_t number)
{
    sieve->sequences = ph_grow(sieve->sequences, sieve->sequence_count, &sieve->sequence_capacity,
                               sizeof *sieve->sequences);
    sieve->sequences[sieve->sequence_count++] = (struct sequence_clue){*sequence, (uint32_t)number};
}

static void add_place(struct ph_sieve *sieve, const struct ph_place *place, size_t number)
{
    struct pattern *pattern = &sieve->patterns[number];
    if (place->kind == PH_AT_MATCH)
        *pattern = (struct pattern){ph_regex_needs_of(place->regex), place->regex, NULL};
    if (pattern->needs) /* see gather_rows */
        return;
    if (place->kind == PH_AT_SEQUENCE)
        add_sequence(sieve, &place->sequence, number);
    else if (place->kind == PH_AT_TERM && !ph_terms_start_anywhere(place->terms))
        add_to(sieve, sieve->tables, ph_terms_bits(place->terms), number);
    else if (place->kind == PH_AT_INLINE)
        add_to(sieve, sieve->inlines, UINT64_C(1) << place->inline_kind, number);
    else if (place->kind == PH_AT_TRACE)
        add_to(sieve, sieve->traces, UINT64_C(1) << place->trace_kind, number);
    else
        set(sieve->always, number);
}

/* What the patterns need, in one piece, and what of it is looked for first. */
static void gather_rows(struct ph_sieve *sieve, size_t count, const struct ph_grams_seen *seen)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += sieve->patterns[i].needs ? *sieve->patterns[i].needs : 0;
    sieve->rows = ph_alloc(length * sizeof *sieve->rows);
    ph_needs *row = sieve->rows;
    for (size_t i = 0; i < count; i++) {
        const ph_needs *needs = sieve->patterns[i].needs;
        if (!needs)
            continue;
        memcpy(row, needs, *needs * sizeof *row);
        ph_needs_arrange(row, seen);
        add_clues(sieve, row, i);
        sieve->patterns[i].needs = row;
        row += *row;
    }
}

/* In the order of their grams; those of one gram come in the order of their places. `next`: where
 * the first of each gram stands, which becomes where the first of the next one does. */
static void order_clues(struct ph_sieve *sieve, uint32_t *next)
{
    sieve->clues = ph_alloc((sieve->count + 1) * sizeof *sieve->clues);
    for (size_t i = 0; i < sieve->count; i++)
        sieve->clues[next[sieve->gathered[i].gram]++] = sieve->gathered[i].clue;
    free(sieve->gathered);
    sieve->gathered = NULL;
}

/* Which grams there are, and where the first clue of each stands. `next`: that of all grams. */
static void list_grams(struct ph_sieve *sieve, const uint32_t *next)
{
    size_t number = 0;
    sieve->first = ph_alloc((sieve->count + 1) * sizeof *sieve->first);
    for (size_t i = 0; i < sieve->count; i++)
        set(sieve->grams.bits, sieve->gathered[i].gram);
    for (size_t i = 0; i < GRAM_ROW; i++) {
        sieve->before[i] = (uint16_t)number;
        for (uint64_t left = sieve->grams.bits[i]; left; left &= left - 1)
            sieve->first[number++] = next[i * BITS + (size_t)__builtin_ctzll(left)];
    }
    sieve->first[number] = (uint32_t)sieve->count;
}

/* Puts those in order that were gathered. */
static void put_in_order(struct ph_sieve *sieve)
{
    enum { ALL = GRAM_ROW * BITS };
    uint32_t *next = ph_alloc_zero(ALL + 1, sizeof *next);
    for (size_t i = 0; i < sieve->count; i++)
        next[sieve->gathered[i].gram + 1]++;
    for (size_t i = 0; i < ALL; i++)
        next[i + 1] += next[i];
    list_grams(sieve, next);
    order_clues(sieve, next);
    free(next);
}

struct ph_sieve *ph_sieve_new(const struct ph_sieve_place *places, size_t count,
                              const struct ph_grams_seen *seen)
{
    struct ph_sieve *sieve = ph_alloc_zero(1, sizeof *sieve);
    sieve->row = count / 64 + 1;
    sieve->always = ph_alloc_zero(sieve->row, sizeof *sieve->always);
    sieve->pass = ph_alloc_zero(sieve->row, sizeof *sieve->pass);
    sieve->tables = ph_alloc_zero(BITS * sieve->row, sizeof *sieve->tables);
    sieve->inlines = ph_alloc_zero(BITS * sieve->row, sizeof *sieve->inlines);
    sieve->traces = ph_alloc_zero(BITS * sieve->row, sizeof *sieve->traces);
    sieve->kinds = ph_alloc_zero(BITS * sieve->row, sizeof *sieve->kinds);
    sieve->patterns = ph_alloc_zero(count + 1, sizeof *sieve->patterns);
    for (size_t i = 0; i < count; i++)
        if (places[i].kinds) {
            add_place(sieve, places[i].place, i);
            add_to(sieve, sieve->kinds, places[i].kinds, i);
        }
    sieve->open = !seen;
    if (seen)
        gather_rows(sieve, count, seen);
    put_in_order(sieve);
    return sieve;
}

void ph_sieve_free(struct ph_sieve *sieve)
{
    if (!sieve)
        return;
    free(sieve->always);
    free(sieve->tables);
    free(sieve->inlines);
    free(sieve->traces);
    free(sieve->kinds);
    free(sieve->patterns);
    free(sieve->rows);
    free(sieve->sequences);
    free(sieve->pass);
    free(sieve->clues);
    free(sieve->first);
    free(sieve);
}

static void add_rows(uint64_t *to, const uint64_t *more, size_t row)
{
    for (size_t i = 0; i < row; i++)
        to[i] |= more[i];
}

static bool is_set(const uint64_t *bits, size_t number)
{
    return bits[number / 64] >> number % 64 & 1;
}

/* The places of the clues of a gram, of the rules that look there, where all of the branch is. */
static void pass_gram(struct ph_sieve *sieve, size_t number, const uint64_t *kinds,
                      const struct ph_grams *grams)
{
    for (size_t i = sieve->first[number]; i < sieve->first[number + 1]; i++) {
        const struct clue *clue = &sieve->clues[i];
        if (ph_grams_have(grams, clue->second) && is_set(kinds, clue->place) &&
            !is_set(sieve->pass, clue->place) &&
            ph_needs_branch_met(sieve->patterns[clue->place].needs, clue->branch, grams))
            set(sieve->pass, clue->place);
    }
}

/* The places of the clues that are there. */
static void pass_clues(struct ph_sieve *sieve, const uint64_t *kinds, const struct ph_grams *grams)
{
    for (size_t i = 0; i < GRAM_ROW; i++) {
        const uint64_t here = sieve->grams.bits[i];
        for (uint64_t both = here & grams->bits[i]; both; both &= both - 1) {
            const uint64_t lower = (both & -both) - 1;
            pass_gram(sieve, sieve->before[i] + (size_t)__builtin_popcountll(here & lower), kinds,
                      grams);
        }
    }
}

static bool has_all(const struct ph_class_set *have, const struct ph_class_set *wanted)
{
    for (size_t i = 0; i < PH_CLASSES / 64; i++)
        if (wanted->bits[i] & ~have->bits[i])
            return false;
    return true;
}

/* Those of rules that look there. */
static void pass_sequences(struct ph_sieve *sieve, const uint64_t *kinds,
                           const struct ph_sieve_look *look)
{
    for (size_t i = 0; i < sieve->sequence_count; i++) {
        const struct sequence_clue *clue = &sieve->sequences[i];
        if (has_all(&look->classes->present, &clue->sequence.classes) &&
            is_set(kinds, clue->place) &&
            ph_sequence_may_stand(&clue->sequence, look->classes, look->word_count))
            set(sieve->pass, clue->place);
    }
}

/* The places of the sets of these bits. */
static void pass_sets(struct ph_sieve *sieve, const uint64_t *sets, uint64_t bits)
{
    for (; bits; bits &= bits - 1)
        add_rows(sieve->pass, sets + (size_t)__builtin_ctzll(bits) * sieve->row, sieve->row);
}

/* Whether the words have what a pattern needs, besides the first choice, and something starts there
 * as its matches do. */
static bool may_match(struct pattern *pattern, const struct ph_grams *grams,
                      const struct ph_word_starts *starts)
{
    if (pattern->needs && !ph_needs_rest_met(pattern->needs, grams))
        return false;
    if (pattern->regex && !pattern->starts)
        pattern->starts = ph_regex_starts(pattern->regex);
    return !pattern->starts || ph_word_starts_any(starts, pattern->starts);
}

/* Leaves out the places of rules that look at other kinds of nodes, and those whose patterns match
 * nowhere in these words. `grams`: NULL where nothing is known of them. */
static void leave_out(struct ph_sieve *sieve, const uint64_t *kinds, const struct ph_grams *grams,
                      const struct ph_word_starts *starts)
{
    for (size_t i = 0; i < sieve->row; i++) {
        sieve->pass[i] &= kinds[i];
        for (uint64_t left = grams ? sieve->pass[i] : 0; left; left &= left - 1) {
            const size_t bit = (size_t)__builtin_ctzll(left);
            if (!may_match(&sieve->patterns[i * 64 + bit], grams, starts))
                sieve->pass[i] &= ~(UINT64_C(1) << bit);
        }
    }
}

const uint64_t *ph_sieve_pass(struct ph_sieve *sieve, const struct ph_sieve_look *look)
{
    const uint64_t *kinds = sieve->kinds + (size_t)look->kind * sieve->row;
    const struct ph_grams *grams = look->grams && !look->grams->all ? look->grams : NULL;
    if (sieve->open)
        return kinds;
    memcpy(sieve->pass, sieve->always, sieve->row * sizeof *sieve->pass);
    if (grams)
        pass_clues(sieve, kinds, grams);
    else if (look->grams)
        memset(sieve->pass, 0xFF, sieve->row * sizeof *sieve->pass);
    if (look->classes)
        pass_sequences(sieve, kinds, look);
    pass_sets(sieve, sieve->tables, look->tables);
    pass_sets(sieve, sieve->inlines, look->inlines);
    pass_sets(sieve, sieve->traces, look->traces);
    leave_out(sieve, kinds, grams, look->starts);
    return sieve->pass;
}

size_t ph_sieve_row(const struct ph_sieve *sieve)
{
    return sieve->row;
}
