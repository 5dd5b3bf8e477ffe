#include "learn/tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* Beyond this many pairs of tokens two paragraphs are only aligned at their ends. */
enum { MOST_CELLS = 4000000 };

static uint64_t hash(const char *text, size_t length, uint64_t seed)
{
    uint64_t h = 1469598103934665603ULL ^ seed;
    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211ULL;
    return h;
}

static bool is_word_part(int32_t c)
{
    return c > 0x7F ? !ph_utf8_is_space(c) && !(c >= 0x2010 && c <= 0x206F)
                    : (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static void add(struct ph_tokens *tokens, size_t *capacity, struct ph_token token)
{
    tokens->items = ph_grow(tokens->items, tokens->count, capacity, sizeof *tokens->items);
    tokens->items[tokens->count++] = token;
}

static void add_words(struct ph_tokens *tokens, size_t *capacity, const char *text, size_t from,
                      size_t to)
{
    size_t at = from;
    while (at < to) {
        size_t start = at, next;
        while (at < to && is_word_part(ph_utf8_at(text, to, at, &next)))
            at = next;
        if (at > start) {
            char *folded = ph_utf8_fold(text + start, at - start);
            add(tokens, capacity,
                (struct ph_token){hash(folded, strlen(folded), 0), start, at, -1});
            free(folded);
        } else {
            ph_utf8_at(text, to, at, &at);
        }
    }
}

static int by_word(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

void ph_tokens_read(struct ph_tokens *tokens, const struct ph_lexicon *lexicon, const char *text,
                    size_t length)
{
    size_t capacity = 0, at = 0;
    *tokens = (struct ph_tokens){.text = text};
    if (lexicon)
        tokens->entity_count = ph_lexicon_entities(lexicon, text, length, &tokens->entities);
    for (size_t i = 0; i < tokens->entity_count; i++) {
        const struct ph_entity *one = &tokens->entities[i];
        add_words(tokens, &capacity, text, at, one->from);
        uint64_t word = hash(one->kind, strlen(one->kind), 1);
        add(tokens, &capacity, (struct ph_token){word, one->from, one->to, (int)i});
        at = one->to;
    }
    add_words(tokens, &capacity, text, at, length);
    tokens->bag = ph_alloc(tokens->count * sizeof *tokens->bag);
    for (size_t i = 0; i < tokens->count; i++)
        tokens->bag[i] = tokens->items[i].word;
    if (tokens->count)
        qsort(tokens->bag, tokens->count, sizeof *tokens->bag, by_word);
    tokens->total = (double)tokens->count;
}

void ph_tokens_free(struct ph_tokens *tokens)
{
    free(tokens->items);
    free(tokens->entities);
    free(tokens->bag);
    free(tokens->weights);
    *tokens = (struct ph_tokens){0};
}

/* ---- likeness ---- */

static double weight_of(const struct ph_tokens *row, size_t i)
{
    return row->weights ? row->weights[i] : 1;
}

double ph_tokens_likeness(const struct ph_tokens *a, const struct ph_tokens *b, double least)
{
    double sum = a->total + b->total, fewer = a->total < b->total ? a->total : b->total;
    if (sum <= 0 || 2.0 * fewer / sum < least)
        return 0;
    double common = 0;
    size_t i = 0, k = 0;
    while (i < a->count && k < b->count) {
        if (a->bag[i] == b->bag[k]) {
            common += (weight_of(a, i++) + weight_of(b, k++)) / 2;
        } else if (a->bag[i] < b->bag[k]) {
            i++;
        } else {
            k++;
        }
    }
    return 2.0 * common / sum;
}

/* How often a row has a word, from a place in its bag on that moves behind the word. */
static size_t count_of(const struct ph_tokens *row, uint64_t word, size_t *at)
{
    size_t count = 0;
    for (; *at < row->count && row->bag[*at] <= word; ++*at)
        count += row->bag[*at] == word;
    return count;
}

double ph_tokens_share(const struct ph_tokens *part, const struct ph_tokens *with,
                       const struct ph_tokens *without)
{
    double shared = 0;
    size_t i = 0, k = 0, n = 0;
    while (i < part->count) {
        size_t first = i;
        uint64_t word = part->bag[i];
        size_t wanted = count_of(part, word, &i), there = count_of(with, word, &k);
        size_t elsewhere = count_of(without, word, &n);
        size_t left = there > elsewhere ? there - elsewhere : 0;
        shared += (double)(wanted < left ? wanted : left) * weight_of(part, first);
    }
    return part->total > 0 ? shared / part->total : 0;
}

/* ---- rows of words ---- */

enum { ROW = 3 };

static uint64_t hash_row(const struct ph_tokens *tokens, size_t at)
{
    uint64_t words[ROW];
    for (size_t i = 0; i < ROW; i++)
        words[i] = tokens->items[at + i].word;
    return hash((const char *)words, sizeof words, 0);
}

double ph_tokens_rows(const struct ph_tokens *part, const struct ph_tokens *whole)
{
    if (part->count < ROW || whole->count < ROW)
        return 0;
    size_t count = whole->count - ROW + 1, covered = 0, end = 0;
    uint64_t *rows = ph_alloc(count * sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = hash_row(whole, i);
    qsort(rows, count, sizeof *rows, by_word);
    for (size_t i = 0; i + ROW <= part->count; i++) {
        uint64_t row = hash_row(part, i);
        if (!bsearch(&row, rows, count, sizeof *rows, by_word))
            continue;
        covered += i + ROW - (end > i ? end : i);
        end = i + ROW;
    }
    free(rows);
    return (double)covered / (double)part->count;
}

/* ---- alignment ---- */

/* What it is worth to set two tokens beside each other. */
enum { OTHER_ENTITY = 3, SAME_ENTITY = 4, SAME_WORD = 2 };

static int worth(const struct ph_tokens *a, const struct ph_token *x, const struct ph_tokens *b,
                 const struct ph_token *y)
{
    if (x->word != y->word || (x->entity < 0) != (y->entity < 0))
        return 0;
    size_t length = x->to - x->from;
    bool same = length == y->to - y->from && !memcmp(a->text + x->from, b->text + y->from, length);
    return x->entity < 0 ? SAME_WORD : same ? SAME_ENTITY : OTHER_ENTITY;
}

/* The same word, or an entity of the same words. */
static bool is_same(const struct ph_tokens *a, const struct ph_token *x, const struct ph_tokens *b,
                    const struct ph_token *y)
{
    int value = worth(a, x, b, y);
    return value == SAME_WORD || value == SAME_ENTITY;
}

static void align_middle(const struct ph_tokens *a, const struct ph_tokens *b, size_t first,
                         size_t a_end, size_t b_end, int *beside)
{
    size_t rows = a_end - first, columns = b_end - first;
    if (!rows || !columns || rows > MOST_CELLS / columns)
        return;
    int *best = ph_alloc_zero((rows + 1) * (columns + 1), sizeof *best);
#define BEST(i, k) best[(i) * (columns + 1) + (k)]
    for (size_t i = rows; i-- > 0;)
        for (size_t k = columns; k-- > 0;) {
            int w = worth(a, &a->items[first + i], b, &b->items[first + k]);
            int take = w ? w + BEST(i + 1, k + 1) : 0;
            int skip = BEST(i + 1, k) > BEST(i, k + 1) ? BEST(i + 1, k) : BEST(i, k + 1);
            BEST(i, k) = take > skip ? take : skip;
        }
    for (size_t i = 0, k = 0; i < rows && k < columns;) {
        int w = worth(a, &a->items[first + i], b, &b->items[first + k]);
        if (w && BEST(i, k) == w + BEST(i + 1, k + 1))
            beside[first + i++] = (int)(first + k++);
        else if (BEST(i, k) == BEST(i + 1, k))
            i++;
        else
            k++;
    }
#undef BEST
    free(best);
}

void ph_tokens_align(const struct ph_tokens *a, const struct ph_tokens *b, int *beside)
{
    size_t first = 0, a_end = a->count, b_end = b->count;
    for (size_t i = 0; i < a->count; i++)
        beside[i] = -1;
    while (first < a_end && first < b_end && is_same(a, &a->items[first], b, &b->items[first])) {
        beside[first] = (int)first;
        first++;
    }
    while (a_end > first && b_end > first &&
           is_same(a, &a->items[a_end - 1], b, &b->items[b_end - 1])) {
        a_end--, b_end--;
        beside[a_end] = (int)b_end;
    }
    align_middle(a, b, first, a_end, b_end, beside);
}
