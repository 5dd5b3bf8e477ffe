/* The comments themselves, and those that have no words in the text. */
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "doc/walk.h"
#include "write/comments.h"
#include "write/inplace/inplace.h"

/* ---- at the title ---- */

/* The paragraph of a node in the text; story.count: it has none that a comment can be at. */
static size_t paragraph_of(const struct ph_inplace *inplace, const struct ph_node *node)
{
    const struct ph_story *story = &inplace->document->story;
    const struct ph_span *span = ph_inplace_span(node);
    size_t run, end;
    if (!ph_inplace_is_in_text(inplace, span))
        return story->count;
    ph_align_runs(span, &run, &end);
    const size_t paragraph = span->runs[run].paragraph;
    const bool boxed = paragraph < story->count && (story->items[paragraph].flags & PH_STORY_BOX);
    return boxed || paragraph > story->count ? story->count : paragraph;
}

/* The paragraph of the title, else the first that has words. */
static size_t find_title(const struct ph_inplace *inplace)
{
    const struct ph_node *root = inplace->marked->root, *node = NULL;
    const size_t none = inplace->document->story.count;
    size_t found = none;
    while (found == none && (node = ph_next_of(root, node, PH_TITLE)))
        found = paragraph_of(inplace, node);
    while (found == none && (node = ph_next_text(root, node)))
        found = paragraph_of(inplace, node);
    return found;
}

/* Whether a comment has no words in the text, and something is to be said all the same. */
static bool is_left(const struct ph_inplace_comment *comment)
{
    return !comment->id && comment->said.elsewhere;
}

/* Comments whose words are nowhere in the text go around that paragraph as a whole. */
static void place_rest(struct ph_inplace *inplace, size_t paragraph)
{
    struct ph_inplace_part *part = inplace->document;
    struct ph_letters *letters = &inplace->others;
    struct ph_buffer start = {0}, end = {0};
    ph_scan_own_prefix(&part->story.scan, inplace->signer.prefix, sizeof inplace->signer.prefix);
    ph_letters_clear(letters, &part->story);
    ph_letters_add(letters, paragraph);
    for (size_t i = 0; i < inplace->comment_count; i++) {
        struct ph_inplace_comment *one = &inplace->comments[i];
        if (is_left(one))
            ph_inplace_put_comment(inplace, one, &start, &end);
    }
    ph_splice_put(&part->splices, ph_letters_begin(letters->paragraphs), ph_buffer_text(&start));
    ph_splice_put(&part->splices, part->story.items[paragraph].end, ph_buffer_text(&end));
    ph_buffer_free(&start);
    ph_buffer_free(&end);
}

static int by_order(const void *a, const void *b)
{
    const struct ph_inplace_comment *one = a, *other = b;
    return one->order < other->order ? -1 : one->order > other->order;
}

/* ---- the part ---- */

static void add_line(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                     const struct ph_inplace_note_model *model, const char *line, size_t length,
                     struct ph_buffer *out)
{
    const struct ph_run_wish wish = {.as_it_is = true};
    const char *w = inplace->signer.prefix;
    ph_buffer_printf(out, "<%sr>", w);
    ph_properties_of_run(&part->story.scan, model->words, model->words_to, &wish, w, out);
    ph_buffer_printf(out, "<%st xml:space=\"preserve\">", w);
    ph_escape_html(out, line, length);
    ph_buffer_printf(out, "</%st></%sr>", w, w);
}

static void add_paragraph(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                          const struct ph_inplace_note_model *model, bool first,
                          struct ph_buffer *out)
{
    const struct ph_run_wish wish = {.as_it_is = true};
    const char *w = inplace->signer.prefix;
    ph_buffer_printf(out, "<%sp>", w);
    ph_properties_of_paragraph(&part->story.scan, model->properties, model->properties_to, "",
                               false, w, out);
    if (!first)
        return;
    ph_buffer_printf(out, "<%sr>", w);
    ph_properties_of_run(&part->story.scan, model->mark, model->mark_to, &wish, w, out);
    ph_buffer_printf(out, "<%sannotationRef/></%sr>", w, w);
}

static void write_comment(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                          const struct ph_inplace_note_model *model,
                          const struct ph_inplace_comment *comment, struct ph_buffer *out)
{
    const char *w = inplace->signer.prefix;
    const char *line = comment->moved ? comment->said.elsewhere : comment->said.text;
    const long next = inplace->signer.next;
    char initials[16];
    inplace->signer.next = comment->id;
    ph_sign(&inplace->signer, "comment", "", out);
    inplace->signer.next = next;
    ph_buffer_printf(out, " %sinitials=\"", w);
    const char *short_name = ph_initials(inplace->options->author, initials);
    ph_escape_html(out, short_name, strlen(short_name));
    ph_buffer_put(out, "\">");
    for (bool first = true; *line; first = false) {
        const size_t length = strcspn(line, "\n");
        add_paragraph(inplace, part, model, first, out);
        add_line(inplace, part, model, line, length, out);
        ph_buffer_printf(out, "</%sp>", w);
        line += length + (line[length] == '\n');
    }
    ph_buffer_printf(out, "</%scomment>", w);
}

static enum ph_status write_part(struct ph_inplace *inplace, struct ph_error *error)
{
    struct ph_inplace_part *part;
    struct ph_buffer out = {0};
    enum ph_status status = inplace->comments_path
                                ? ph_inplace_part(inplace, inplace->comments_path, &part, error)
                                : ph_inplace_make_part(inplace, "comments", "", &part, error);
    if (status != PH_OK)
        return status;
    ph_scan_own_prefix(&part->story.scan, inplace->signer.prefix, sizeof inplace->signer.prefix);
    const struct ph_inplace_note_model model =
        ph_inplace_model_note(inplace, &part->story, "annotationRef");
    for (size_t i = 0; i < inplace->comment_count; i++)
        if (inplace->comments[i].id)
            write_comment(inplace, part, &model, &inplace->comments[i], &out);
    ph_inplace_put_last(part, out.data);
    ph_buffer_free(&out);
    return PH_OK;
}

enum ph_status ph_inplace_write_comments(struct ph_inplace *inplace, struct ph_error *error)
{
    bool any = false, left = false;
    if (!inplace->comment_count)
        return PH_OK;
    qsort(inplace->comments, inplace->comment_count, sizeof *inplace->comments, by_order);
    for (size_t i = 0; i < inplace->comment_count; i++)
        left = left || is_left(&inplace->comments[i]);
    const size_t title = left ? find_title(inplace) : inplace->document->story.count;
    if (title < inplace->document->story.count)
        place_rest(inplace, title);
    for (size_t i = 0; i < inplace->comment_count; i++)
        any = any || inplace->comments[i].id;
    return any ? write_part(inplace, error) : PH_OK;
}
