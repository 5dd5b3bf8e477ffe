#include "word/story.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* ---- elements as the reader meets them ---- */

enum ph_wml_role ph_story_role(const struct ph_scan_token *token)
{
    char name[32];
    if (token->space == PH_SCAN_FORMULA)
        return ph_scan_named(token, "t") ? PH_WML_TEXT : PH_WML_THROUGH;
    if (token->space != PH_SCAN_WORD)
        return PH_WML_THROUGH;
    if (token->name_length >= sizeof name)
        return PH_WML_STRANGE;
    memcpy(name, token->name, token->name_length);
    name[token->name_length] = '\0';
    return ph_wml_role_named(name);
}

/* Whether an element that begins here is a second alternative, which is not met. */
static bool is_left_out(struct ph_story_walk *walk, const struct ph_scan_token *token)
{
    struct ph_story_frame *around = &walk->stack[walk->depth];
    if (!around->alternative)
        return false;
    const bool first = !around->taken;
    around->taken = true;
    if (first && !ph_scan_named(token, "Choice"))
        walk->odd = true; /* a choice that follows would be the one */
    return !first;
}

static bool push(struct ph_story_walk *walk, const struct ph_scan_token *token)
{
    if (walk->depth + 1 == PH_STORY_DEPTH) {
        walk->odd = true;
        return false;
    }
    const unsigned flags = walk->stack[walk->depth].flags;
    walk->stack[++walk->depth] =
        (struct ph_story_frame){.flags = flags,
                                .alternative = ph_scan_named(token, "AlternateContent"),
                                .row = ph_scan_is(token, "tr")};
    return true;
}

bool ph_story_step(struct ph_story_walk *walk, struct ph_scan_token *token)
{
    while (ph_scan_step(&walk->scan, token)) {
        switch (token->kind) {
        case PH_SCAN_OPEN:
            if (!is_left_out(walk, token))
                return push(walk, token);
            ph_scan_over(&walk->scan, token);
            break;
        case PH_SCAN_EMPTY:
            if (!is_left_out(walk, token))
                return true;
            break;
        case PH_SCAN_CLOSE:
            walk->depth -= walk->depth > 0;
            return true;
        default:
            break;
        }
    }
    return false;
}

size_t ph_story_skip(struct ph_story_walk *walk, const struct ph_scan_token *token)
{
    if (token->kind != PH_SCAN_OPEN)
        return token->to;
    walk->depth -= walk->depth > 0;
    return ph_scan_over(&walk->scan, token);
}

bool ph_story_is_own(const struct ph_story_walk *walk, const struct ph_scan_token *token)
{
    return walk->own && ph_scan_number(&walk->scan, token, "id") >= walk->own;
}

unsigned ph_story_revision(const struct ph_story_walk *walk, const struct ph_scan_token *token)
{
    const bool new = ph_scan_is(token, "ins") || ph_scan_is(token, "moveTo");
    const bool gone = ph_scan_is(token, "del") || ph_scan_is(token, "moveFrom");
    const bool comment = walk->own && ph_scan_is(token, "comment");
    if (!new && !gone && !comment)
        return 0;
    const bool own = ph_story_is_own(walk, token);
    if (comment)
        return own ? PH_STORY_GONE : 0;
    if (own)
        return new ? PH_STORY_GONE : 0;
    return new ? PH_STORY_CHANGED : PH_STORY_GONE;
}

/* ---- paragraphs ---- */

struct reading {
    struct ph_story *story;
    struct ph_story_walk walk;
    size_t open[PH_STORY_DEPTH]; /* the paragraph that opened at a depth, and one more; 0: none */
    size_t done, done_depth;     /* the paragraph that ended last, and one more, and how deep */
    long fields;
};

static void begin(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_story *story = reading->story;
    story->items = ph_grow(story->items, story->count, &story->capacity, sizeof *story->items);
    story->items[story->count++] =
        (struct ph_story_paragraph){.from = token->from,
                                    .inner = token->to,
                                    .end = token->to,
                                    .to = token->to,
                                    .flags = *ph_story_flags(&reading->walk),
                                    .last = true,
                                    .in_field = reading->fields > 0};
}

/* A paragraph is not the last when the next element beside it is one. */
static void follow(struct reading *reading, const struct ph_scan_token *token, size_t depth)
{
    if (!reading->done || reading->done_depth != depth)
        return;
    const bool paragraph = ph_scan_is(token, "p");
    if (!paragraph && ph_story_role(token) == PH_WML_SKIP && token->space == PH_SCAN_WORD)
        return; /* marks of bookmarks, comments and moves stand between paragraphs */
    reading->story->items[reading->done - 1].last = !paragraph;
    reading->done = 0;
}

static void set_flags(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_story_walk *walk = &reading->walk;
    const unsigned flag = ph_story_revision(walk, token);
    const size_t row = walk->depth - (walk->depth > 0);
    if (ph_scan_is(token, "txbxContent") || (token->kind == PH_SCAN_OPEN && ph_scan_is(token, "r")))
        *ph_story_flags(walk) |= PH_STORY_BOX;
    if (token->kind == PH_SCAN_OPEN && (ph_scan_is(token, "rPr") || ph_scan_is(token, "pPr")))
        *ph_story_flags(walk) |= PH_STORY_FIXED;
    if (token->kind == PH_SCAN_OPEN)
        *ph_story_flags(walk) |= flag;
    else if (walk->stack[row].row) /* among the properties of a row */
        walk->stack[row].flags |= flag;
}

static void count_field(struct reading *reading, const struct ph_scan_token *token)
{
    const char *type;
    size_t length;
    if (!ph_scan_is(token, "fldChar") ||
        !ph_scan_attribute(&reading->walk.scan, token, "fldCharType", &type, &length))
        return;
    if (length == 5 && !memcmp(type, "begin", length))
        reading->fields++;
    else if (length == 3 && !memcmp(type, "end", length))
        reading->fields -= reading->fields > 0;
}

static void take(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_story *story = reading->story;
    const bool open = token->kind == PH_SCAN_OPEN, close = token->kind == PH_SCAN_CLOSE;
    const size_t depth = reading->walk.depth; /* of the element itself; closed: of its parent */
    if (close) {
        const size_t paragraph = reading->open[depth + 1];
        if (reading->done_depth > depth + 1)
            reading->done = 0;
        if (paragraph) {
            story->items[paragraph - 1].end = token->from;
            story->items[paragraph - 1].to = token->to;
            reading->done = paragraph;
            reading->done_depth = depth + 1;
            reading->open[depth + 1] = 0;
        }
        story->end = token->from;
        return;
    }
    follow(reading, token, depth + !open);
    count_field(reading, token);
    if (ph_scan_is(token, "p")) {
        begin(reading, token);
        if (open)
            reading->open[depth] = story->count;
        else {
            reading->done = story->count;
            reading->done_depth = depth + 1;
        }
    }
    set_flags(reading, token);
}

enum ph_status ph_story_read(struct ph_story *story, const char *name, const char *bytes,
                             size_t length, struct ph_error *error)
{
    *story = (struct ph_story){.own = story->own};
    struct reading *reading = ph_alloc_zero(1, sizeof *reading);
    struct ph_scan_token token;
    enum ph_status status = ph_scan_start(&story->scan, name, bytes, length, error);
    reading->story = story;
    reading->walk.scan = story->scan;
    reading->walk.own = story->own;
    while (status == PH_OK && ph_story_step(&reading->walk, &token)) {
        take(reading, &token);
        if (token.kind == PH_SCAN_CLOSE && !reading->walk.depth)
            break; /* what stands behind the root is nothing */
    }
    if (status == PH_OK && reading->walk.odd)
        status = ph_fail(error, PH_FORMAT, "%s: holds alternative contents without a choice", name);
    free(reading);
    return status;
}

void ph_story_free(struct ph_story *story)
{
    free(story->items);
    story->items = NULL;
    story->count = story->capacity = 0;
}
