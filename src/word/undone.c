#include "word/undone.h"

#include <string.h>

#include "word/properties.h"

/* One of the two parts while they are compared, paragraph by paragraph. */
struct side {
    const struct ph_story *story;
    size_t next; /* paragraph */
    struct ph_letters letters;
    uint32_t run; /* whose properties, without what came with the changes, are these */
    size_t look, look_to;
};

/* ---- letters ---- */

static bool same_bytes(const struct side *one, size_t from, size_t to, const struct side *other,
                       size_t from_there, size_t to_there)
{
    return to - from == to_there - from_there &&
           !memcmp(one->story->scan.bytes + from, other->story->scan.bytes + from_there, to - from);
}

static void read_look(struct side *side, uint32_t run)
{
    if (side->run == run)
        return;
    side->run = run;
    side->look = side->letters.runs[run].properties;
    side->look_to = side->letters.runs[run].properties_to;
    ph_properties_before(&side->story->scan, side->story->own, &side->look, &side->look_to);
}

static bool same_look(struct side *one, const struct ph_letter *a, struct side *other,
                      const struct ph_letter *b)
{
    if (a->run == PH_LETTER_NOWHERE || b->run == PH_LETTER_NOWHERE)
        return a->run == b->run;
    read_look(one, a->run);
    read_look(other, b->run);
    return same_bytes(one, one->look, one->look_to, other, other->look, other->look_to);
}

static bool same_letter(struct side *one, const struct ph_letter *a, struct side *other,
                        const struct ph_letter *b)
{
    if (a->kind != b->kind || a->code != b->code)
        return false;
    const bool plain = a->kind == PH_LETTER_WORD && a->to - a->from == 1 && b->to - b->from == 1;
    if (plain && a->run == one->run && b->run == other->run && a->run != PH_LETTER_NOWHERE)
        return true; /* their looks were compared, and they are one byte each */
    if (!same_look(one, a, other, b))
        return false;
    return a->kind == PH_LETTER_FIELD || same_bytes(one, a->from, a->to, other, b->from, b->to);
}

static bool counts(const struct ph_letter *letter)
{
    return letter->from < letter->to;
}

static bool same_letters(struct side *one, struct side *other)
{
    const struct ph_letters *a = &one->letters, *b = &other->letters;
    size_t i = 0, j = 0;
    one->run = other->run = PH_LETTER_NOWHERE;
    for (;; i++, j++) {
        while (i < a->count && !counts(&a->items[i]))
            i++;
        while (j < b->count && !counts(&b->items[j]))
            j++;
        if (i == a->count || j == b->count)
            return i == a->count && j == b->count;
        if (!same_letter(one, &a->items[i], other, &b->items[j]))
            return false;
    }
}

/* ---- paragraphs ---- */

/* Whether the end of a paragraph that was read last came with the changes. */
static bool has_new_end(const struct side *side)
{
    const struct ph_letter_paragraph *paragraph =
        &side->letters.paragraphs[side->letters.paragraph_count - 1];
    struct ph_scan scan =
        ph_scan_within(&side->story->scan, paragraph->properties, paragraph->properties_to);
    struct ph_scan_token token;
    while (side->story->own && ph_scan_step(&scan, &token))
        if (token.kind == PH_SCAN_EMPTY &&
            (ph_scan_is(&token, "ins") || ph_scan_is(&token, "moveTo")) &&
            ph_scan_number(&scan, &token, "id") >= side->story->own)
            return true;
    return false;
}

/* Reads the next paragraph, and those behind it that are one with it when the changes go. */
static bool read_next(struct side *side)
{
    ph_letters_clear(&side->letters, side->story);
    do {
        if (side->next == side->story->count)
            return side->letters.paragraph_count > 0;
        ph_letters_add(&side->letters, side->next++);
    } while (has_new_end(side));
    return true;
}

static bool is_unchanged(const struct side *one, const struct side *other)
{
    if (one->next == one->story->count || other->next == other->story->count)
        return false;
    const struct ph_story_paragraph *a = &one->story->items[one->next];
    const struct ph_story_paragraph *b = &other->story->items[other->next];
    return same_bytes(one, a->from, a->to, other, b->from, b->to);
}

static bool is_same_next(struct side *old, struct side *new)
{
    if (is_unchanged(old, new)) {
        old->next++;
        new->next++;
        return true;
    }
    const bool there = read_next(old);
    /* a footnote that came with its mark goes with it, and is empty meanwhile */
    return (read_next(new) || !there) && same_letters(old, new);
}

bool ph_undone_is_same(const struct ph_story *before, const struct ph_story *after,
                       size_t *paragraph)
{
    struct side old = {.story = before}, new = {.story = after};
    bool same = true;
    while (same && (old.next < before->count || new.next < after->count)) {
        *paragraph = old.next;
        same = is_same_next(&old, &new);
    }
    ph_letters_free(&old.letters);
    ph_letters_free(&new.letters);
    return same;
}
