/* The words of a paragraph that the series has, too: what was put in, taken out or put in the place
 * of other words. rules/en/series.xml says which of it is worth telling. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "check/side.h"

/* Of a text with more changes the first are told. */
enum { MOST_CHANGES = 2000 };

struct agreed {
    struct ph_series_check *check;
    const struct ph_node *node;  /* in the text that is checked */
    const struct ph_node *draft; /* in the series' own next document; NULL: not known */
    struct ph_agreed_side old, new;
};

/* Whether what the series would have there is for a person to fill in, or to look at. */
static bool is_doubtful(const struct agreed *agreed, const struct ph_agreed_change *change)
{
    const struct ph_text *text = agreed->draft ? &agreed->draft->text : NULL;
    for (size_t i = 0; text && i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if ((mark->kind == PH_PLACEHOLDER || mark->kind == PH_REVIEW) &&
            mark->from <= change->was_to && change->was <= mark->to)
            return true;
    }
    return false;
}

/* ---- saying it ---- */

/* A stretch with its values left out: what is said in words. */
static void set_said(const struct agreed *agreed, const char *name,
                     const struct ph_agreed_side *side, size_t from, size_t to)
{
    char *said = ph_copy_n(side->text + from, to - from);
    for (size_t i = 0; i < side->count; i++) {
        size_t start = side->values[i].from > from ? side->values[i].from : from;
        size_t end = side->values[i].to < to ? side->values[i].to : to;
        if (start < end)
            memset(said + (start - from), ' ', end - start);
    }
    ph_xpath_set_text(agreed->check->messages.context, name, said);
    free(said);
}

/* Words that are gone are missed at the word behind them, at the end of a text before them. */
static void word_beside(const struct ph_agreed_side *side, size_t *from, size_t *to)
{
    while (*to < side->length && side->text[*to] == ' ')
        ++*to;
    while (*to < side->length && side->text[*to] != ' ')
        ++*to;
    while (*from > 0 && side->text[*from - 1] == ' ' && *to == side->length)
        --*from;
    while (*from > 0 && side->text[*from - 1] != ' ' && *to == side->length)
        --*from;
}

static void say_words(const struct agreed *agreed, const struct ph_agreed_change *change)
{
    size_t from = change->from, to = change->to;
    ph_agreed_show(agreed->check, "old", agreed->old.text + change->was,
                   change->was_to - change->was);
    ph_agreed_show(agreed->check, "words", agreed->new.text + from, to - from);
    set_said(agreed, "old-said", &agreed->old, change->was, change->was_to);
    set_said(agreed, "said", &agreed->new, from, to);
    ph_xpath_set_number(agreed->check->messages.context, "times",
                        agreed->draft ? agreed->draft->origin.times - 1 : 0);
    while (from < to && agreed->new.text[from] == ' ')
        from++;
    while (from < to && agreed->new.text[to - 1] == ' ')
        to--;
    if (from == to)
        word_beside(&agreed->new, &from, &to);
    ph_series_say(agreed->check, "series-strength", agreed->node, from, to);
    ph_series_say(agreed->check, "series-words", agreed->node, from, to);
    ph_series_say(agreed->check, "series-added", agreed->node, from, to);
}

static void say_change(const struct agreed *agreed, const struct ph_agreed_change *change)
{
    const struct ph_node *node = agreed->node;
    bool has_opening = node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE;
    bool opens = has_opening && change->from < node->as.paragraph.opening.to;
    if (agreed->check->changes++ >= MOST_CHANGES || opens || is_doubtful(agreed, change) ||
        (change->from < change->to &&
         ph_series_say_again(agreed->check, agreed->node, change->from, change->to)))
        return;
    ph_agreed_check_value(agreed->check, agreed->node, &agreed->old, &agreed->new, change);
    say_words(agreed, change);
}

/* ---- the changes of a paragraph ---- */

static bool is_change(const struct ph_inline *mark)
{
    return mark->kind == PH_DELETED || mark->kind == PH_INSERTED;
}

static bool is_blank(const char *bytes, size_t from, size_t to)
{
    while (from < to && bytes[from] == ' ')
        from++;
    return from == to;
}

/* Takes the changes that only a space parts together, one after the other. */
static void say_changes(const struct agreed *agreed, const struct ph_text *marked)
{
    struct ph_agreed_change change = {0};
    size_t done = 0; /* of the marked words */
    for (size_t i = 0; i < marked->count && agreed->check->status == PH_OK; i++) {
        const struct ph_inline *mark = &marked->inlines[i];
        size_t length = mark->to - mark->from;
        if (!is_change(mark) || mark->from < done)
            continue;
        if (!is_blank(marked->bytes, done, mark->from)) {
            if (change.was < change.was_to || change.from < change.to)
                say_change(agreed, &change);
            change.was = change.was_to += mark->from - done;
            change.from = change.to += mark->from - done;
        } else if (mark->from > done) {
            change.was_to += mark->from - done;
            change.to += mark->from - done;
        }
        *(mark->kind == PH_DELETED ? &change.was_to : &change.to) += length;
        done = mark->to;
    }
    if (change.was < change.was_to || change.from < change.to)
        say_change(agreed, &change);
}

/* How many bytes of the marked words are of a kind. */
static size_t bytes_of(const struct ph_text *marked, enum ph_inline_kind kind)
{
    size_t sum = 0;
    for (size_t i = 0; i < marked->count; i++)
        sum +=
            marked->inlines[i].kind == kind ? marked->inlines[i].to - marked->inlines[i].from : 0;
    return sum;
}

/* Where more of the old words is gone than stays, the paragraph is another one. */
static bool is_rewritten(const struct ph_text *marked, size_t length)
{
    return bytes_of(marked, PH_DELETED) * 2 > length;
}

void ph_series_check_agreed(struct ph_series_check *check, const struct ph_text *marked,
                            const char *old, const struct ph_node *node,
                            const struct ph_node *draft)
{
    size_t length = strlen(old);
    if (is_rewritten(marked, length)) {
        if (ph_is_paragraph(node))
            ph_series_say(check, "series-rewritten", node, 0, 0);
        return;
    }
    struct agreed agreed = {
        .check = check,
        .node = node,
        .draft = draft,
        .old = ph_agreed_side_of(check->lexicon, old, length),
        .new = ph_agreed_side_of(check->lexicon, node->text.bytes, node->text.length)};
    say_changes(&agreed, marked);
    ph_agreed_side_free(&agreed.old);
    ph_agreed_side_free(&agreed.new);
}
