#include "learn/weights.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

enum { SLOTS = 256 }; /* at first; a power of two */

/* The slot of a word, or the free one where it belongs. */
static struct ph_weights_word *find(const struct ph_weights *weights, uint64_t word)
{
    size_t last = weights->slot_count - 1, at = (size_t)(word ^ word >> 32) & last;
    while (weights->slots[at].rows && weights->slots[at].word != word)
        at = (at + 1) & last;
    return &weights->slots[at];
}

static void grow(struct ph_weights *weights)
{
    const struct ph_weights old = *weights;
    weights->slot_count = old.slot_count ? old.slot_count * 2 : SLOTS;
    weights->slots = ph_alloc_zero(weights->slot_count, sizeof *weights->slots);
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].rows)
            *find(weights, old.slots[i].word) = old.slots[i];
    free(old.slots);
}

void ph_weights_count(struct ph_weights *weights, const struct ph_tokens *row)
{
    weights->rows++;
    for (size_t i = 0; i < row->count; i++) {
        if (i && row->bag[i] == row->bag[i - 1])
            continue;
        if (weights->words >= weights->slot_count / 2)
            grow(weights);
        struct ph_weights_word *slot = find(weights, row->bag[i]);
        weights->words += !slot->rows;
        slot->word = row->bag[i];
        slot->rows++;
    }
}

void ph_weights_weigh(const struct ph_weights *weights, struct ph_tokens *row)
{
    row->weights = ph_realloc(row->weights, row->count * sizeof *row->weights);
    row->total = 0;
    for (size_t i = 0; i < row->count; i++) {
        const double rows = (double)find(weights, row->bag[i])->rows;
        row->weights[i] = log(1.0 + (double)weights->rows / rows);
        row->total += row->weights[i];
    }
}

void ph_weights_free(struct ph_weights *weights)
{
    free(weights->slots);
    *weights = (struct ph_weights){0};
}

void ph_tokens_weigh(struct ph_tokens *const *rows, size_t count)
{
    struct ph_weights weights = {0};
    for (size_t i = 0; i < count; i++)
        ph_weights_count(&weights, rows[i]);
    for (size_t i = 0; i < count; i++)
        ph_weights_weigh(&weights, rows[i]);
    ph_weights_free(&weights);
}
