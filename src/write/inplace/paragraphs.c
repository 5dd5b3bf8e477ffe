/* New paragraphs: each like one of its kind that the file has, behind the one that it follows. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

/* ---- the paragraph ---- */

static const char *number_of(const struct ph_node *node, char *out, size_t size)
{
    if (node->kind == PH_ANNEX)
        return node->as.annex.label;
    if (node->kind == PH_HEADING)
        return node->as.heading.number;
    return ph_is_paragraph(node) ? ph_number(node, out, size) : NULL;
}

static void add_words(struct ph_inplace *inplace, const struct ph_node *node,
                      const struct ph_inplace_model *model, struct ph_buffer *out)
{
    struct ph_stretch *stretches;
    size_t count = ph_stretches(node, &stretches);
    for (size_t i = 0; i < count; i++) {
        if (stretches[i].note)
            ph_inplace_add_note(inplace, node, stretches[i].note, out);
        else
            ph_inplace_add_run(inplace, inplace->document, model->run_properties,
                               model->run_properties_to, node, &stretches[i], out);
    }
    free(stretches);
}

void ph_inplace_add_number(struct ph_inplace *inplace, const struct ph_node *node,
                           const struct ph_inplace_model *model, struct ph_buffer *out)
{
    char buffer[64];
    const char *number = number_of(node, buffer, sizeof buffer);
    struct ph_buffer text = {0};
    if (!number || ph_inplace_is_numbered(node, model))
        return;
    ph_buffer_put(&text, number);
    if (node->kind != PH_ANNEX)
        ph_buffer_char(&text, model->typed && !model->tab ? ' ' : '\t');
    ph_inplace_add_typed(inplace, inplace->document, model->run_properties,
                         model->run_properties_to, text.data, out);
    ph_buffer_free(&text);
}

/* What is in the paragraph behind its properties, up to its end tag. */
static void make_inner(struct ph_inplace *inplace, const struct ph_node *node,
                       const struct ph_inplace_model *model, struct ph_buffer *out)
{
    const char *name = ph_wml_change_name(ph_inplace_change(node));
    if (node->mark == PH_MOVED_TO && node->twin)
        ph_inplace_begin_move(inplace, node, out);
    ph_inplace_open_comments(inplace, node, out);
    ph_sign(&inplace->signer, name, ">", out);
    ph_inplace_add_number(inplace, node, model, out);
    add_words(inplace, node, model, out);
    ph_buffer_printf(out, "</%s%s>", inplace->signer.prefix, name);
    ph_inplace_close_comments(inplace, node, out);
    ph_buffer_printf(out, "</%sp>", inplace->signer.prefix);
}

static void make_properties(struct ph_inplace *inplace, const struct ph_node *node,
                            const struct ph_inplace_model *model, bool marked,
                            struct ph_buffer *out)
{
    struct ph_buffer mark = {0};
    const bool other = model->node && model->node->kind != node->kind &&
                       model->node->as.paragraph.number && ph_is_paragraph(model->node);
    if (marked)
        ph_sign(&inplace->signer, ph_wml_change_name(ph_inplace_change(node)), "/>", &mark);
    ph_properties_of_paragraph(&inplace->document->story.scan, model->properties,
                               model->properties_to, ph_buffer_text(&mark), other,
                               inplace->signer.prefix, out);
    ph_buffer_free(&mark);
}

/* ---- where it is put ---- */

static const struct ph_story_paragraph *anchor_of(const struct ph_inplace *inplace)
{
    return inplace->anchor ? &inplace->document->story.items[inplace->anchor - 1] : NULL;
}

void ph_inplace_add_behind(struct ph_inplace *inplace, const char *text)
{
    const struct ph_story_paragraph *anchor = anchor_of(inplace);
    if (inplace->tail.anchor)
        ph_buffer_put(&inplace->tail.inner, text);
    else if (anchor)
        ph_splice_put(&inplace->document->splices, anchor->to, text);
    else
        ph_buffer_put(&inplace->early, text);
}

static void begin_tail(struct ph_inplace *inplace, const struct ph_node *node,
                       const struct ph_inplace_model *model, const struct ph_buffer *inner)
{
    struct ph_inplace_tail *tail = &inplace->tail;
    tail->first = !tail->anchor;
    tail->over = tail->first ? inplace->goes && anchor_of(inplace)->last : tail->over;
    tail->anchor = inplace->anchor;
    tail->change = ph_inplace_change(node);
    ph_buffer_clear(&tail->own);
    ph_buffer_clear(&tail->plain);
    ph_buffer_clear(&tail->inner);
    make_properties(inplace, node, model, true, &tail->own);
    make_properties(inplace, node, model, false, &tail->plain);
    ph_buffer_add(&tail->inner, ph_buffer_text(inner), inner->length);
}

static void put(struct ph_inplace *inplace, const struct ph_node *node,
                const struct ph_inplace_model *model, const struct ph_buffer *inner)
{
    const struct ph_story_paragraph *anchor = anchor_of(inplace);
    struct ph_buffer text = {0};
    if (anchor && (anchor->last || inplace->grows)) {
        ph_inplace_pass_tail(inplace);
        begin_tail(inplace, node, model, inner);
        return;
    }
    ph_buffer_printf(&text, "<%sp>", inplace->signer.prefix);
    make_properties(inplace, node, model, true, &text);
    ph_buffer_add(&text, ph_buffer_text(inner), inner->length);
    ph_inplace_add_behind(inplace, text.data);
    ph_buffer_free(&text);
}

void ph_inplace_put_content(struct ph_inplace *inplace, const struct ph_node *node,
                            const struct ph_inplace_model *model, const struct ph_buffer *content)
{
    struct ph_buffer inner = {0};
    ph_buffer_printf(&inner, "%s</%sp>", ph_buffer_text(content), inplace->signer.prefix);
    put(inplace, node, model, &inner);
    ph_buffer_free(&inner);
}

enum ph_status ph_inplace_add_paragraph(struct ph_inplace *inplace, const struct ph_node *node,
                                        struct ph_error *error)
{
    const struct ph_story_paragraph *anchor = anchor_of(inplace);
    struct ph_buffer inner = {0};
    if (anchor && (anchor->flags & (PH_STORY_CHANGED | PH_STORY_GONE)))
        return ph_inplace_refuse(inplace, inplace->document->path, inplace->anchor - 1,
                                 "a paragraph would come into somebody's tracked change", error);
    const struct ph_inplace_model *model = ph_inplace_model_for(inplace, node);
    make_inner(inplace, node, model, &inner);
    put(inplace, node, model, &inner);
    ph_buffer_free(&inner);
    return PH_OK;
}

enum ph_status ph_inplace_follow(struct ph_inplace *inplace, const struct ph_node *node,
                                 struct ph_error *error)
{
    const struct ph_span *span = ph_inplace_span(node);
    struct ph_story *story = &inplace->document->story;
    size_t run, end;
    if (!ph_inplace_is_in_text(inplace, span))
        return PH_OK;
    ph_align_runs(span, &run, &end);
    const size_t paragraph = span->runs[end - 1].paragraph;
    if (paragraph >= story->count || (story->items[paragraph].flags & PH_STORY_BOX))
        return PH_OK;
    if (inplace->early.length && !inplace->anchor) {
        ph_splice_put(&inplace->document->splices, story->items[span->runs[run].paragraph].from,
                      ph_buffer_text(&inplace->early));
        ph_buffer_clear(&inplace->early);
    }
    if (paragraph + 1 < inplace->anchor ||
        (paragraph + 1 == inplace->anchor && inplace->tail.anchor))
        return PH_OK;
    enum ph_status status = ph_inplace_end_tail(inplace, error);
    inplace->anchor = paragraph + 1;
    inplace->grows = ph_inplace_grows(node);
    inplace->goes = ph_wml_is_gone(ph_inplace_change(node)) &&
                    !(inplace->document->paragraphs[paragraph] & PH_INPLACE_STAYS);
    return status;
}

enum ph_status ph_inplace_end_paragraphs(struct ph_inplace *inplace, struct ph_error *error)
{
    const struct ph_story *story = &inplace->document->story;
    const struct ph_story_paragraph *first = story->count ? story->items : NULL;
    const unsigned taken = PH_STORY_CHANGED | PH_STORY_GONE | PH_STORY_BOX;
    if (!inplace->early.length)
        return ph_inplace_end_tail(inplace, error);
    if (!first || (first->flags & taken))
        return ph_fail(error, PH_FORMAT,
                       "%s: has no paragraph that new ones could be put beside; nothing is "
                       "written (--fresh writes a new document)",
                       inplace->name);
    /* The text of the file holds no words. */
    ph_splice_put(&inplace->document->splices, first->from, ph_buffer_text(&inplace->early));
    return PH_OK;
}
