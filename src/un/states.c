#include "un/states.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "un/words.h"

enum { LONGEST = 100 }; /* no name is longer, in bytes */

struct state {
    const char *listed;
    char *spoken;                    /* in a sentence, with its article */
    char *listed_fold, *spoken_fold; /* to be compared; without the article */
};

struct ph_states {
    char *article, *joint; /* "the ", " and " */
    struct state *items;
    size_t count, capacity;
};

static const char *without_article(const struct ph_states *states, const char *text)
{
    size_t length = strlen(states->article);
    return strncmp(text, states->article, length) == 0 ? text + length : text;
}

/* ---- the list ---- */

static bool has(const char *const *list, const char *name)
{
    for (; list && *list; list++)
        if (!strcmp(*list, name))
            return true;
    return false;
}

/* "Iran (Islamic Republic of)" is "the Islamic Republic of Iran". */
static char *spoken_form(const struct ph_states *states, const char *listed,
                         const char *const *with_article)
{
    struct ph_buffer out = {0};
    const char *open = strstr(listed, " ("), *close = open ? strchr(open, ')') : NULL;
    if (close)
        ph_buffer_printf(&out, "%s%.*s %.*s", states->article, (int)(close - open - 2), open + 2,
                         (int)(open - listed), listed);
    else
        ph_buffer_printf(&out, "%s%s", has(with_article, listed) ? states->article : "", listed);
    return ph_buffer_take(&out);
}

static struct state make(const struct ph_states *states, const char *listed,
                         const char *const *with_article)
{
    struct state state = {.listed = listed, .spoken = spoken_form(states, listed, with_article)};
    const char *spoken = without_article(states, state.spoken);
    state.listed_fold = ph_utf8_fold(listed, strlen(listed));
    state.spoken_fold = ph_utf8_fold(spoken, strlen(spoken));
    return state;
}

static void insert(struct ph_states *states, size_t at, struct state state)
{
    states->items = ph_grow(states->items, states->count, &states->capacity, sizeof state);
    memmove(&states->items[at + 1], &states->items[at], (states->count - at) * sizeof state);
    states->items[at] = state;
    states->count++;
}

/* A word with what stands before it and a space behind it; "" where there is no word. */
static char *with_spaces(const char *before, const char *word)
{
    struct ph_buffer out = {0};
    if (*word)
        ph_buffer_printf(&out, "%s%s ", before, word);
    return ph_buffer_take(&out);
}

struct ph_states *ph_states_new(const struct ph_lexicon *lexicon)
{
    struct ph_states *states = ph_alloc_zero(1, sizeof *states);
    const char *const *small = ph_lexicon_words(lexicon)->small;
    states->article = with_spaces("", small[PH_WORD_THE]);
    states->joint = with_spaces(" ", small[PH_WORD_AND]);
    const char *const *members = ph_lexicon_list(lexicon, "member-states");
    const char *const *observers = ph_lexicon_list(lexicon, "observer-states");
    const char *const *with_article = ph_lexicon_list(lexicon, "states-with-article");
    for (; members && *members; members++)
        insert(states, states->count, make(states, *members, with_article));
    for (; observers && *observers; observers++) {
        struct state state = make(states, *observers, with_article);
        size_t at = 0;
        while (at < states->count && strcmp(states->items[at].listed_fold, state.listed_fold) < 0)
            at++;
        insert(states, at, state);
    }
    return states;
}

void ph_states_free(struct ph_states *states)
{
    if (!states)
        return;
    for (size_t i = 0; i < states->count; i++) {
        free(states->items[i].spoken);
        free(states->items[i].listed_fold);
        free(states->items[i].spoken_fold);
    }
    free(states->items);
    free(states->article);
    free(states->joint);
    free(states);
}

size_t ph_states_count(const struct ph_states *states)
{
    return states->count;
}

const char *ph_states_name(const struct ph_states *states, size_t state)
{
    return states->items[state].listed;
}

/* ---- reading ---- */

/* SIZE_MAX: no State has this name. */
static size_t find(const struct ph_states *states, const char *text, size_t length)
{
    size_t at = 0;
    if (length > LONGEST)
        return SIZE_MAX;
    char *folded = ph_utf8_fold(text, length);
    const char *name = without_article(states, folded);
    while (at < states->count && strcmp(states->items[at].listed_fold, name) != 0 &&
           strcmp(states->items[at].spoken_fold, name) != 0)
        at++;
    free(folded);
    return at < states->count ? at : SIZE_MAX;
}

/* The longest name at the start of text[0, length) that the end or an "and" follows; *end is the
 * offset behind it. */
static size_t find_first(const struct ph_states *states, const char *text, size_t length,
                         size_t *end)
{
    const char *joint = states->joint;
    const size_t width = strlen(joint);
    size_t found = find(states, text, length);
    *end = length;
    for (size_t at = length < LONGEST ? length : LONGEST; found == SIZE_MAX && at-- > 0;) {
        if (!width || at + width > length || memcmp(text + at, joint, width) != 0)
            continue;
        found = find(states, text, at);
        *end = at + width;
    }
    return found;
}

/* How much of "Kirgistan and Tajikistan" is no name. */
static size_t unknown_length(const struct ph_states *states, const char *text, size_t length)
{
    const char *joint = states->joint;
    const size_t width = strlen(joint);
    for (size_t at = 0; at + width < length && length <= LONGEST; at++)
        if (width && !memcmp(text + at, joint, width) &&
            find(states, text + at + width, length - at - width) != SIZE_MAX)
            return at;
    return length;
}

/* What stands between two commas: one State, or several joined by "and". */
static bool read_part(const struct ph_states *states, const char *text, size_t length,
                      unsigned *times, struct ph_buffer *unknown)
{
    while (length > 0) {
        size_t end, state = find_first(states, text, length, &end);
        if (state == SIZE_MAX) {
            ph_buffer_add(unknown, text, unknown_length(states, text, length));
            return false;
        }
        times[state]++;
        text += end;
        length -= end;
    }
    return true;
}

bool ph_states_read(const struct ph_states *states, const char *text, unsigned *times,
                    struct ph_buffer *unknown)
{
    const char *joint = states->joint + (*states->joint == ' '); /* behind a comma: "and " */
    const size_t width = strlen(joint);
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = text + strcspn(text, ",;");
        text += strspn(text, " ");
        if (strncmp(text, joint, width) == 0)
            text += width;
        const char *last = end;
        while (last > text && last[-1] == ' ')
            last--;
        if (last > text && !read_part(states, text, (size_t)(last - text), times, unknown))
            return false;
    }
    return true;
}

/* ---- what may be meant ---- */

static const char *holding(const struct ph_states *states, const char *folded)
{
    const char *holds = NULL;
    size_t length = strlen(folded);
    for (size_t i = 0; length > 0 && i < states->count; i++) {
        const char *name = states->items[i].listed_fold, *at = strstr(name, folded);
        bool word = at && (at == name || at[-1] == ' ') && (!at[length] || at[length] == ' ');
        if (word && at == name)
            return states->items[i].listed;
        if (word && !holds)
            holds = states->items[i].listed;
    }
    return holds;
}

static const char *spelled_like(const struct ph_states *states, const char *folded)
{
    const char **names = ph_alloc_zero(states->count + 1, sizeof *names), *near = NULL;
    for (size_t i = 0; i < states->count; i++)
        names[i] = states->items[i].listed_fold;
    const char *found = ph_nearest(folded, names, states->count);
    for (size_t i = 0; found && !near; i++)
        if (names[i] == found)
            near = states->items[i].listed;
    free(names);
    return near;
}

const char *ph_states_nearest(const struct ph_states *states, const char *unknown)
{
    char *folded = ph_utf8_fold(unknown, strlen(unknown));
    const char *name = without_article(states, folded), *near = holding(states, name);
    if (!near)
        near = spelled_like(states, name);
    free(folded);
    return near;
}

/* ---- writing ---- */

void ph_states_write(const struct ph_states *states, const unsigned *times, bool in_sentence,
                     struct ph_buffer *out)
{
    size_t all = 0;
    for (size_t i = 0; i < states->count; i++)
        all += times[i] > 0;
    size_t left = all;
    for (size_t i = 0; i < states->count; i++) {
        if (!times[i])
            continue;
        ph_buffer_put(out, left == all ? "" : left == 1 ? states->joint : ", ");
        ph_buffer_put(out, in_sentence ? states->items[i].spoken : states->items[i].listed);
        left--;
    }
}
