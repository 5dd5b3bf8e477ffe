/* What became of a paragraph: its opening phrase, its place, and words that had been dropped and
 * are there again. Its other words: agreed.c. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "check/series.h"
#include "compare/compare.h"
#include "doc/walk.h"

/* Shorter words come and go everywhere. */
enum { SHORTEST_AGAIN = 25, LABEL_SIZE = 256 };
/* So often words are looked for in all members: a text has few that are new. */
enum { MOST_LOOKS = 500 };

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

/* ---- words that come back ---- */

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

bool ph_series_say_again(struct ph_series_check *check, const struct ph_node *node, size_t from,
                         size_t to)
{
    while (from < to && strchr(" ,;", node->text.bytes[from]))
        from++;
    while (from < to && strchr(" ,;.", node->text.bytes[to - 1]))
        to--;
    if (to - from < SHORTEST_AGAIN || check->looks++ >= MOST_LOOKS)
        return false;
    char *words = ph_copy_n(node->text.bytes + from, to - from);
    const char *member = again_from(check, words);
    free(words);
    if (!member)
        return false;
    ph_xpath_set_text(check->messages.context, "from", member);
    ph_series_say(check, "series-again", node, from, to);
    return true;
}

/* ---- footnotes ---- */

/* The next footnote that a text mentions, from inline *at on; NULL: none. */
static const struct ph_node *next_note(const struct ph_node *node, size_t *at)
{
    while (node && *at < node->text.count) {
        const struct ph_inline *mark = &node->text.inlines[(*at)++];
        if (mark->kind == PH_NOTE && mark->note)
            return mark->note;
    }
    return NULL;
}

static size_t count_notes(const struct ph_node *node)
{
    size_t count = 0, at = 0;
    while (next_note(node, &at))
        count++;
    return count;
}

/* Footnotes are known by their order, where both paragraphs have as many. */
static void compare_notes(struct ph_series_check *check, struct ph_document *arena,
                          const struct ph_node *node, const struct ph_node *draft)
{
    size_t at = 0, draft_at = 0, count = count_notes(node);
    if (count != count_notes(draft))
        return;
    for (size_t i = 0; i < count; i++) {
        const struct ph_node *is = next_note(node, &at), *due = next_note(draft, &draft_at);
        if (is->as.footnote.first == node) /* told once */
            ph_series_check_agreed(check, &ph_compare_words(check->lexicon, arena, due, is)->text,
                                   due->text.bytes, is, due);
    }
}

/* ---- a paragraph ---- */

/* A paragraph that no text of the series has, or an earlier one. */
static void say_new(struct ph_series_check *check, const struct ph_node *node)
{
    if (!ph_series_say_again(check, node, 0, node->text.length) && ph_is_paragraph(node))
        ph_series_say(check, "series-new", node, 0, 0);
}

static void say_moved(struct ph_series_check *check, const struct ph_node *marked,
                      const struct ph_node *node)
{
    char label[LABEL_SIZE];
    if (marked->mark != PH_MOVED_TO || !marked->twin || !marked->was ||
        !strcmp(marked->was, ph_label(node, label, sizeof label)))
        return;
    ph_xpath_set_text(check->messages.context, "old", marked->was);
    ph_series_say(check, "series-moved", node, 0, 0);
}

void ph_series_check_wording(struct ph_series_check *check, const struct ph_node *marked,
                             const char *old, const struct ph_node *node)
{
    if (marked->mark == PH_NODE_INSERTED) {
        say_new(check, node);
        return;
    }
    const struct ph_node *draft = ph_labels_find(check->labels, marked->was);
    const struct ph_text *text = &marked->text;
    if (marked->mark == PH_MOVED_TO && draft) /* where both ends have their own words */
        text = &ph_compare_words(check->lexicon, marked->document, draft, node)->text;
    say_moved(check, marked, node);
    compare_openings(check, old, node);
    ph_series_check_agreed(check, text, old, node, draft);
    compare_notes(check, marked->document, node, draft);
}

void ph_series_check_named(struct ph_series_check *check, const struct ph_node *marked,
                           const char *old, const struct ph_node *node)
{
    if (marked->mark == PH_UNMARKED)
        ph_series_check_agreed(check, &marked->text, old, node,
                               ph_labels_find(check->labels, marked->was));
}
