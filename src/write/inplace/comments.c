/* Comments that are put in: at the words of a node, or where those are in no text, at the title
 * (ECMA-376 part 1, 17.13.4). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/walk.h"
#include "write/comments.h"
#include "write/inplace/inplace.h"

/* ---- what is said ---- */

static void add_comment(struct ph_inplace *inplace, const struct ph_comment *said)
{
    inplace->comments = ph_grow(inplace->comments, inplace->comment_count,
                                &inplace->comment_capacity, sizeof *inplace->comments);
    inplace->comments[inplace->comment_count] =
        (struct ph_inplace_comment){.said = *said, .order = inplace->comment_count};
    inplace->comment_count++;
}

static void add_source(struct ph_inplace *inplace, const struct ph_node *node)
{
    struct ph_buffer lines = {0};
    if (!ph_wml_is_gone(ph_inplace_change(node)))
        ph_put_comment(node, &lines);
    if (lines.length)
        add_comment(inplace, &(struct ph_comment){
                                 .node = node, .text = ph_arena_copy(inplace->arena, lines.data)});
    ph_buffer_free(&lines);
}

static int by_node(const void *a, const void *b)
{
    const struct ph_inplace_comment *one = a, *other = b;
    const uintptr_t x = (uintptr_t)one->said.node, y = (uintptr_t)other->said.node;
    if (x != y)
        return x < y ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

void ph_inplace_see_comments(struct ph_inplace *inplace)
{
    const struct ph_write_options *options = inplace->options;
    const struct ph_node *node = NULL;
    while (options->sources && (node = ph_next_text(inplace->marked->root, node)))
        if (node->kind != PH_FOOTNOTE)
            add_source(inplace, node);
    for (size_t i = 0; i < options->comment_count; i++)
        add_comment(inplace, &options->comments[i]);
    if (inplace->comment_count)
        qsort(inplace->comments, inplace->comment_count, sizeof *inplace->comments, by_node);
}

/* The comments on a node, up to *end; NULL: there are none. */
static struct ph_inplace_comment *comments_of(const struct ph_inplace *inplace,
                                              const struct ph_node *node,
                                              struct ph_inplace_comment **end)
{
    size_t low = 0, high = inplace->comment_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if ((uintptr_t)inplace->comments[middle].said.node < (uintptr_t)node)
            low = middle + 1;
        else
            high = middle;
    }
    for (high = low; high < inplace->comment_count && inplace->comments[high].said.node == node;)
        high++;
    *end = inplace->comments + high;
    return high > low ? inplace->comments + low : NULL;
}

bool ph_inplace_is_said(const struct ph_inplace *inplace, const struct ph_node *node)
{
    struct ph_inplace_comment *end;
    return comments_of(inplace, node, &end) != NULL;
}

/* ---- the two ends ---- */

static void put_start(struct ph_inplace *inplace, struct ph_inplace_comment *comment,
                      struct ph_buffer *out)
{
    const char *w = inplace->signer.prefix;
    comment->id = inplace->signer.next++;
    ph_buffer_printf(out, "<%scommentRangeStart %sid=\"%ld\"/>", w, w, comment->id);
}

/* The end, and the run that carries the comment, which comes with what the node comes with. */
static void put_end(struct ph_inplace *inplace, const struct ph_inplace_comment *comment,
                    struct ph_buffer *out)
{
    const struct ph_run_wish wish = {.as_it_is = true};
    const struct ph_inplace_look *look =
        ph_inplace_mark_look(inplace, &inplace->comment_look, "commentReference");
    const char *w = inplace->signer.prefix;
    const char *change =
        comment->moved ? "" : ph_wml_change_name(ph_inplace_change(comment->said.node));
    ph_buffer_printf(out, "<%scommentRangeEnd %sid=\"%ld\"/>", w, w, comment->id);
    if (*change)
        ph_sign(&inplace->signer, change, ">", out);
    ph_buffer_printf(out, "<%sr>", w);
    ph_properties_of_run(&inplace->document->story.scan, look->from, look->to, &wish, w, out);
    ph_buffer_printf(out, "<%scommentReference %sid=\"%ld\"/></%sr>", w, w, comment->id, w);
    if (*change)
        ph_buffer_printf(out, "</%s%s>", w, change);
}

void ph_inplace_open_comments(struct ph_inplace *inplace, const struct ph_node *node,
                              struct ph_buffer *out)
{
    struct ph_inplace_comment *end, *one = comments_of(inplace, node, &end);
    for (; one && one < end; one++)
        put_start(inplace, one, out);
}

void ph_inplace_close_comments(struct ph_inplace *inplace, const struct ph_node *node,
                               struct ph_buffer *out)
{
    struct ph_inplace_comment *end, *one = comments_of(inplace, node, &end);
    for (; one && one < end; one++)
        put_end(inplace, one, out);
}

void ph_inplace_put_comment(struct ph_inplace *inplace, struct ph_inplace_comment *comment,
                            struct ph_buffer *start, struct ph_buffer *end)
{
    put_start(inplace, comment, start);
    comment->moved = true;
    put_end(inplace, comment, end);
}

/* ---- at words ---- */

/* How many bytes before `at` in the words of a node were in them before the changes. */
static size_t old_place(const struct ph_node *node, size_t at)
{
    size_t new = 0, end = 0;
    for (size_t i = 0; i < node->text.count && node->text.inlines[i].from < at; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        const size_t from = mark->from > end ? mark->from : end, to = mark->to < at ? mark->to : at;
        if (mark->kind != PH_INSERTED || to <= from)
            continue;
        new += to - from;
        end = to;
    }
    return at - new;
}

/* The letters in the paragraphs of a place. */
static void find_paragraphs(const struct ph_letters *letters, const struct ph_inplace_place *place,
                            size_t *first, size_t *end)
{
    size_t run, behind;
    ph_align_runs(place->span, &run, &behind);
    const size_t last = place->span->runs[behind - 1].paragraph;
    *first = *end = letters->count;
    for (size_t i = letters->paragraph_count; i-- > 0;) {
        const struct ph_letter_paragraph *one = &letters->paragraphs[i];
        if (one->number == last)
            *end = one->first + one->count;
        if (one->number == place->paragraph)
            *first = one->first;
    }
}

/* The letters that a comment is for. */
static void find_letters(const struct ph_inplace *inplace, const struct ph_inplace_place *place,
                         const struct ph_comment *said, bool found, size_t *first, size_t *end)
{
    const struct ph_alignment *alignment = &inplace->alignment;
    const bool all = said->from >= said->to;
    if (!found) {
        find_paragraphs(&inplace->letters, place, first, end);
        return;
    }
    const size_t from = old_place(place->node, all ? 0 : said->from);
    const size_t to = old_place(place->node, all ? place->node->text.length : said->to);
    *first = from == to ? alignment->after[from] : alignment->first[from];
    *end = alignment->after[to];
}

/* Puts one end of the comments on the node of a place between its letters. */
static void put_ends(struct ph_inplace *inplace, const struct ph_inplace_place *place, bool found,
                     bool start)
{
    struct ph_inplace_comment *end, *one = comments_of(inplace, place->node, &end);
    struct ph_buffer mark = {0};
    size_t first, behind;
    for (; one && one < end && place->part == inplace->document; one++) {
        find_letters(inplace, place, &one->said, found, &first, &behind);
        ph_buffer_clear(&mark);
        if (start)
            put_start(inplace, one, &mark);
        else
            put_end(inplace, one, &mark);
        ph_revision_insert_near(&inplace->revision, start ? first : behind, start ? -1 : 1, &mark);
    }
    ph_buffer_free(&mark);
}

void ph_inplace_begin_comments(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                               bool found)
{
    put_ends(inplace, place, found, true);
}

void ph_inplace_end_comments(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                             bool found)
{
    put_ends(inplace, place, found, false);
}
