#include "learn/near.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "learn/standing.h"

/* The words of the phrase in a stretch of text: of each distinct one how many are still wanted. */
struct window {
    const struct ph_tokens *phrase; /* its bag is sorted */
    int *wanted;                    /* by the first place of the word in the bag */
    size_t shared;
};

/* The first place of a word in the bag; `count`: it is not there. */
static size_t place_of(const struct ph_tokens *phrase, uint64_t word)
{
    size_t low = 0, high = phrase->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (phrase->bag[middle] < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < phrase->count && phrase->bag[low] == word ? low : phrase->count;
}

static void enter(struct window *window, uint64_t word)
{
    size_t place = place_of(window->phrase, word);
    if (place < window->phrase->count)
        window->shared += window->wanted[place]-- > 0;
}

static void leave(struct window *window, uint64_t word)
{
    size_t place = place_of(window->phrase, word);
    if (place < window->phrase->count)
        window->shared -= ++window->wanted[place] > 0;
}

static bool is_nearer(const struct ph_near *near, size_t shared, size_t span)
{
    if (shared != near->shared)
        return shared > near->shared;
    return span <= near->span;
}

/* The window slides over the text: a word comes in, and those go out that are too far back or not
 * needed at its start. */
void ph_near_look(struct ph_near *near, const struct ph_member *member, const struct ph_node *node,
                  const struct ph_tokens *text)
{
    const struct ph_tokens *phrase = near->phrase;
    const size_t longest = phrase->count + phrase->count / 2 + 1;
    struct window window = {.phrase = phrase};
    window.wanted = ph_alloc_zero(phrase->count, sizeof *window.wanted);
    for (size_t i = 0; i < phrase->count; i++)
        window.wanted[place_of(phrase, phrase->bag[i])]++;
    for (size_t last = 0, first = 0; last < text->count; last++) {
        enter(&window, text->items[last].word);
        while (first < last) {
            size_t place = place_of(phrase, text->items[first].word);
            bool spare = place == phrase->count || window.wanted[place] < 0;
            if (!spare && last - first < longest)
                break;
            leave(&window, text->items[first++].word);
        }
        size_t span = last + 1 - first;
        if (!window.shared || !is_nearer(near, window.shared, span))
            continue;
        near->member = member;
        near->node = node;
        near->from = text->items[first].from;
        near->to = text->items[last].to;
        near->shared = window.shared;
        near->span = span;
    }
    free(window.wanted);
}

enum ph_status ph_near_fail(const struct ph_near *near, const char *words, struct ph_error *error)
{
    char label[160];
    if (near->shared * 2 <= near->phrase->count)
        return ph_fail(error, PH_NOTHING, "“%s” stands in no text that is here", words);
    return ph_fail(error, PH_NOTHING,
                   "“%s” stands in no text that is here; near it is “%.*s” (%s %s)", words,
                   (int)(near->to - near->from), near->node->text.bytes + near->from,
                   ph_member_name(near->member), ph_label(near->node, label, sizeof label));
}
