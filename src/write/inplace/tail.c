/* New paragraphs behind one whose end may have to be the one that came. */
#include <string.h>

#include "write/inplace/inplace.h"

bool ph_inplace_grows(const struct ph_node *node)
{
    bool new = false;
    for (size_t i = 0; i < node->text.count && ph_inplace_change(node) == PH_WML_KEPT; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        const unsigned change = mark->kind == PH_NOTE       ? ph_mark_change(mark)
                                : mark->kind == PH_INSERTED ? PH_BIT(PH_INSERTED)
                                                            : 0;
        new = new || (mark->to == node->text.length && change == PH_BIT(PH_INSERTED));
    }
    return new;
}

/* Whether the end of the paragraph before the new ones is the one that came, and its own the end of
 * the last of them. So it must be in the last paragraph of a text or a cell; and so Word writes it
 * when one types on at the end of a paragraph. LibreOffice takes the new words at that end and the
 * new paragraphs for one change, and would take back the end between them, too. */
static bool moves_end(const struct ph_inplace *inplace, const struct ph_letter_paragraph *old,
                      bool alike)
{
    if (old->place->last)
        return true;
    return inplace->tail.change == PH_WML_INSERTED && alike &&
           ph_properties_are_copied(&inplace->document->story.scan, old->properties,
                                    old->properties_to);
}

/* Reads the paragraph before the new ones into inplace->others. */
static const struct ph_letter_paragraph *read_anchor(struct ph_inplace *inplace)
{
    struct ph_letters *letters = &inplace->others;
    ph_letters_clear(letters, &inplace->document->story);
    ph_letters_add(letters, inplace->tail.anchor - 1);
    return letters->paragraphs;
}

/* The last paragraph of a text or a cell has an end that cannot go: where all that it says goes,
 * the first new one comes in front of that, and no empty paragraph is left. */
static void put_into(struct ph_inplace *inplace, const struct ph_letter_paragraph *old)
{
    struct ph_buffer *inner = &inplace->tail.inner, end = {0}, text = {0};
    ph_buffer_printf(&end, "</%sp>", inplace->signer.prefix);
    const char *own_end = strstr(ph_buffer_text(inner), end.data);
    const size_t length = own_end ? (size_t)(own_end - inner->data) : inner->length;
    ph_buffer_add(&text, ph_buffer_text(inner), length);
    ph_buffer_put(&text, own_end ? own_end + end.length : "");
    ph_splice_put(&inplace->document->splices, ph_letters_begin(old), ph_buffer_text(&text));
    ph_buffer_free(&end);
    ph_buffer_free(&text);
}

static void put_behind(struct ph_inplace *inplace, const struct ph_buffer *properties)
{
    const struct ph_inplace_tail *tail = &inplace->tail;
    struct ph_inplace_part *part = inplace->document;
    struct ph_buffer text = {0};
    ph_buffer_printf(&text, "<%sp>%s%s", inplace->signer.prefix, ph_buffer_text(properties),
                     ph_buffer_text(&tail->inner));
    ph_splice_put(&part->splices, part->story.items[tail->anchor - 1].to, text.data);
    ph_buffer_free(&text);
}

void ph_inplace_pass_tail(struct ph_inplace *inplace)
{
    struct ph_inplace_tail *tail = &inplace->tail;
    if (!tail->anchor)
        return;
    if (!tail->over || !tail->first) {
        put_behind(inplace, &tail->own);
        return;
    }
    const struct ph_letter_paragraph *old = read_anchor(inplace);
    tail->refused = !ph_inplace_mark_end(inplace, inplace->document, old);
    put_into(inplace, old);
}

/* Puts the last of the new paragraphs behind the others. */
static void put_last(struct ph_inplace *inplace, const struct ph_letter_paragraph *old)
{
    struct ph_inplace_tail *tail = &inplace->tail;
    struct ph_inplace_part *part = inplace->document;
    struct ph_buffer look = {0};
    ph_properties_of_paragraph(&part->story.scan, old->properties, old->properties_to, "", false,
                               inplace->signer.prefix, &look);
    const bool alike = !strcmp(ph_buffer_text(&tail->plain), ph_buffer_text(&look));
    bool moved = tail->over;
    if (!moved && moves_end(inplace, old, alike)) {
        moved = ph_inplace_mark_end(inplace, part, old);
        tail->refused = !moved && old->place->last;
    }
    if (moved && !alike) { /* the end is the old one, and what it ends looks otherwise */
        ph_buffer_clear(&look);
        ph_properties_changed(&part->story.scan, old->properties, old->properties_to,
                              ph_buffer_text(&tail->plain), &inplace->signer, &look);
    }
    put_behind(inplace, moved ? &look : &tail->own);
    ph_buffer_free(&look);
}

enum ph_status ph_inplace_end_tail(struct ph_inplace *inplace, struct ph_error *error)
{
    struct ph_inplace_tail *tail = &inplace->tail;
    if (!tail->anchor)
        return PH_OK;
    const struct ph_letter_paragraph *old = read_anchor(inplace);
    if (tail->over && tail->first)
        put_into(inplace, old);
    else
        put_last(inplace, old);
    const size_t paragraph = tail->anchor - 1;
    tail->anchor = 0;
    return !tail->refused ? PH_OK
                          : ph_inplace_refuse(inplace, inplace->document->path, paragraph,
                                              "its mark is somebody's tracked change", error);
}
