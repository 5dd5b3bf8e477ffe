/* What became of the words of a paragraph that the series has, too: its opening phrase, its place,
 * the words that were agreed, and words that had been dropped and are there again. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "check/series.h"
#include "doc/walk.h"

/* Shorter words come and go everywhere; longer ones are shown by their start. */
enum { SHORTEST_AGAIN = 25, SHOWN = 120, LABEL_SIZE = 256 };
/* So often words are looked for in all members: a text has few that are new. */
enum { MOST_LOOKS = 500 };

static void set_words(struct ph_series_check *check, const char *name, const char *text,
                      size_t length)
{
    if (length > SHOWN)
        length = SHOWN;
    while (length == SHOWN ||
           (length > 0 && length < SHOWN && ((unsigned char)text[length] & 0xC0) == 0x80))
        length--;
    char *words = ph_copy_n(text, length);
    ph_xpath_set_text(check->messages.context, name, words);
    free(words);
}

/* ---- the opening phrase ---- */

static void compare_openings(struct ph_series_check *check, const char *old,
                             const struct ph_node *node)
{
    struct ph_opening was;
    const struct ph_opening *is = &node->as.paragraph.opening;
    bool main_one = node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE;
    if (!main_one || !is->phrase ||
        !ph_lexicon_opening(check->lexicon, old, strlen(old), is->part, &was) || !was.phrase ||
        !strcmp(was.phrase, is->phrase))
        return;
    ph_xpath_set_text(check->messages.context, "old", was.phrase);
    ph_xpath_set_text(check->messages.context, "words", is->phrase);
    ph_series_say(check, "series-opening", node, is->from, is->to);
}

/* ---- words ---- */

/* Whether a member before the last one has the words, and the last one has not: its name. */
static const char *again_from(const struct ph_series_check *check, const char *words)
{
    const struct ph_pattern *pattern = check->pattern;
    const char *from = NULL;
    for (size_t i = 0; i <= pattern->base && i < pattern->member_count; i++) {
        const struct ph_node *root = pattern->members[i].root;
        bool has = false;
        for (struct ph_node *node = NULL; root && !has && (node = ph_next_text(root, node));)
            has = node->text.length && strstr(node->text.bytes, words);
        from = has ? pattern->members[i].number : from;
        if (has && i == pattern->base)
            return NULL;
    }
    return from;
}

/* Words [from, to) of the text that the series' own next document has not. */
static void say_again(struct ph_series_check *check, const struct ph_node *node, size_t from,
                      size_t to)
{
    while (from < to && strchr(" ,;", node->text.bytes[from]))
        from++;
    while (from < to && strchr(" ,;.", node->text.bytes[to - 1]))
        to--;
    if (to - from < SHORTEST_AGAIN || check->looks++ >= MOST_LOOKS)
        return;
    char *words = ph_copy_n(node->text.bytes + from, to - from);
    const char *member = again_from(check, words);
    if (member) {
        ph_xpath_set_text(check->messages.context, "from", member);
        ph_series_say(check, "series-again", node, from, to);
    }
    free(words);
}

/* The offset of byte `at` of the marked words in one of the two texts: what has such marks left
 * out. */
static size_t offset_without(enum ph_inline_kind kind, const struct ph_text *marked, size_t at)
{
    size_t gone = 0;
    for (size_t i = 0; i < marked->count; i++) {
        const struct ph_inline *mark = &marked->inlines[i];
        if (mark->kind == kind && mark->from < at)
            gone += (mark->to < at ? mark->to : at) - mark->from;
    }
    return at - gone;
}

static size_t offset_in_text(const struct ph_text *marked, size_t at)
{
    return offset_without(PH_DELETED, marked, at);
}

/* Whether bytes [from, to) are of what changes from session to session: a number, a date, a list of
 * resolutions, which other rules look at. */
static bool is_value(const struct ph_entity *entities, size_t count, size_t from, size_t to)
{
    for (size_t i = 0; i < count; i++)
        if (entities[i].from <= from && to <= entities[i].to)
            return true;
    return false;
}

static bool has_letters(const char *text, size_t length)
{
    static const char small[] = "abcdefghijklmnopqrstuvwxyz";
    size_t letters = 0;
    for (size_t i = 0; i < length; i++)
        letters += text[i] && strchr(small, text[i]);
    return letters * 2 > length && letters > 3;
}

/* Where more is gone than stays, the paragraph is another one. */
static bool is_rewritten(const struct ph_text *marked)
{
    return offset_in_text(marked, marked->length) * 2 < marked->length;
}

static void compare_words(struct ph_series_check *check, const struct ph_text *marked,
                          const char *old, const struct ph_node *node)
{
    size_t opening = node->kind == PH_SUBPARAGRAPH ? 0 : node->as.paragraph.opening.to;
    struct ph_entity *values;
    size_t count = ph_lexicon_entities(check->lexicon, old, strlen(old), &values);
    for (size_t i = 0; i < marked->count && check->status == PH_OK; i++) {
        const struct ph_inline *mark = &marked->inlines[i];
        size_t from = offset_in_text(marked, mark->from), length = mark->to - mark->from;
        if (mark->kind == PH_INSERTED && from + length <= node->text.length)
            say_again(check, node, from, from + length);
        size_t was = offset_without(PH_INSERTED, marked, mark->from);
        if (mark->kind != PH_DELETED || from < opening || is_rewritten(marked) ||
            !has_letters(marked->bytes + mark->from, length) ||
            is_value(values, count, was, was + length))
            continue;
        set_words(check, "old", marked->bytes + mark->from, length);
        ph_series_say(check, "series-words", node, from < node->text.length ? from : 0,
                      node->text.length);
    }
    free(values);
}

void ph_series_check_wording(struct ph_series_check *check, const struct ph_node *marked,
                             const char *old, const struct ph_node *node)
{
    const struct ph_node *twin = marked->mark == PH_MOVED_TO ? marked->twin : NULL;
    if (marked->mark == PH_NODE_INSERTED) {
        say_again(check, node, 0, node->text.length);
        return;
    }
    char label[LABEL_SIZE];
    if (twin && marked->was && strcmp(marked->was, ph_label(node, label, sizeof label)) != 0) {
        ph_xpath_set_text(check->messages.context, "old", marked->was);
        ph_series_say(check, "series-moved", node, 0, 0);
    }
    compare_openings(check, old, node);
    compare_words(check, &marked->text, old, node);
}
