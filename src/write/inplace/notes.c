/* Footnotes that are put in, each like one that the file has. */
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/memory.h"
#include "write/inplace/inplace.h"

/* What a part for footnotes holds in any case, in the namespace w (ECMA-376 part 1, 17.11.23). */
static const char separators[] =
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/>"
    "</w:r></w:p></w:footnote>";

static bool is_custom(const struct ph_node *note)
{
    return note->as.footnote.mark && note->as.footnote.mark[0] == '*';
}

/* ---- marks in the text ---- */

/* The look of a mark: that of the first in the file. */
static void put_look(struct ph_inplace *inplace, bool custom, struct ph_buffer *out)
{
    const struct ph_run_wish wish = {.raised = !custom};
    const struct ph_inplace_look *look =
        ph_inplace_mark_look(inplace, &inplace->note_look, "footnoteReference");
    ph_properties_of_run(&inplace->document->story.scan, look->from, look->to, &wish,
                         inplace->signer.prefix, out);
}

static void put_reference(struct ph_inplace *inplace, const struct ph_inplace_note *note,
                          struct ph_buffer *out)
{
    const char *prefix = inplace->signer.prefix;
    const bool custom = is_custom(note->node);
    ph_buffer_printf(out, "<%sr>", prefix);
    put_look(inplace, custom, out);
    ph_buffer_printf(out, "<%sfootnoteReference ", prefix);
    if (custom)
        ph_buffer_printf(out, "%scustomMarkFollows=\"1\" ", prefix);
    ph_buffer_printf(out, "%sid=\"%ld\"/>", prefix, note->id);
    if (custom)
        ph_buffer_printf(out, "<%st>%s</%st>", prefix, note->node->as.footnote.mark, prefix);
    ph_buffer_printf(out, "</%sr>", prefix);
}

/* One more mark of a footnote refers to the first (ECMA-376 part 1, 17.16.5.44). */
static void put_again(struct ph_inplace *inplace, const struct ph_inplace_note *note,
                      struct ph_buffer *out)
{
    const char *w = inplace->signer.prefix;
    ph_buffer_printf(out, "<%sr><%sfldChar %sfldCharType=\"begin\"/></%sr>", w, w, w, w);
    ph_buffer_printf(out,
                     "<%sr><%sinstrText xml:space=\"preserve\"> NOTEREF _RefNote%ld \\f \\h "
                     "</%sinstrText></%sr>",
                     w, w, note->id, w, w);
    ph_buffer_printf(out, "<%sr><%sfldChar %sfldCharType=\"separate\"/></%sr><%sr>", w, w, w, w, w);
    put_look(inplace, false, out);
    ph_buffer_printf(out, "<%st>%d</%st></%sr>", w, ph_note_number(note->node), w, w);
    ph_buffer_printf(out, "<%sr><%sfldChar %sfldCharType=\"end\"/></%sr>", w, w, w, w);
}

/* The number of a footnote, which is put in when it is asked for first. */
static struct ph_inplace_note number_note(struct ph_inplace *inplace, const struct ph_node *note,
                                          struct ph_inplace_remade *remade, bool another)
{
    struct ph_inplace_note new = {note, remade && !another ? remade->id : 0};
    if (remade && remade->kept && inplace->shares)
        new.id = ph_inplace_note_id(inplace, note);
    if (new.id)
        return new;
    new.id = inplace->signer.next++; /* LibreOffice loses a footnote that has a comment's id */
    if (remade)
        remade->id = new.id;
    inplace->notes = ph_grow(inplace->notes, inplace->note_count, &inplace->note_capacity,
                             sizeof *inplace->notes);
    inplace->notes[inplace->note_count++] = new;
    return new;
}

void ph_inplace_add_note(struct ph_inplace *inplace, const struct ph_node *node,
                         const struct ph_inline *mark, struct ph_buffer *out)
{
    const char *w = inplace->signer.prefix;
    struct ph_inplace_remade *remade = ph_inplace_remade(inplace, mark->note);
    const bool many = ph_inplace_is_repeated(inplace, mark->note);
    const struct ph_inplace_note note = number_note(inplace, mark->note, remade, !many);
    if (many && ph_note_repeated(node, mark)) {
        put_again(inplace, &note, out);
        return;
    }
    const long bookmark = inplace->signer.next;
    if (many)
        ph_buffer_printf(out, "<%sbookmarkStart %sid=\"%ld\" %sname=\"_RefNote%ld\"/>", w, w,
                         inplace->signer.next++, w, note.id);
    put_reference(inplace, &note, out);
    if (many)
        ph_buffer_printf(out, "<%sbookmarkEnd %sid=\"%ld\"/>", w, w, bookmark);
}

/* ---- the notes ---- */

static void add_own_mark(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                         const struct ph_inplace_note_model *model, const struct ph_node *note,
                         struct ph_buffer *out)
{
    const struct ph_run_wish raised = {.raised = true};
    const char *prefix = inplace->signer.prefix, *mark = note->as.footnote.mark;
    if (is_custom(note)) {
        ph_inplace_add_typed(inplace, part, model->words, model->words_to, mark, out);
    } else {
        ph_buffer_printf(out, "<%sr>", prefix);
        ph_properties_of_run(&part->story.scan, model->mark, model->mark_to, &raised, prefix, out);
        ph_buffer_printf(out, "<%sfootnoteRef/></%sr>", prefix, prefix);
    }
    ph_inplace_add_typed(inplace, part, model->words, model->words_to, model->tab ? "\t" : " ",
                         out);
}

static void add_note(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                     const struct ph_inplace_note_model *model, const struct ph_inplace_note *note,
                     struct ph_buffer *out)
{
    const char *prefix = inplace->signer.prefix;
    struct ph_stretch *stretches;
    size_t count = ph_stretches(note->node, &stretches);
    ph_buffer_printf(out, "<%sfootnote %sid=\"%ld\"><%sp>", prefix, prefix, note->id, prefix);
    ph_properties_of_paragraph(&part->story.scan, model->properties, model->properties_to, "",
                               false, prefix, out);
    ph_sign(&inplace->signer, "ins", ">", out);
    add_own_mark(inplace, part, model, note->node, out);
    for (size_t i = 0; i < count; i++)
        if (!stretches[i].note &&
            (note->node->mark == PH_NODE_INSERTED || !(stretches[i].kinds & PH_BIT(PH_DELETED))))
            ph_inplace_add_run(inplace, part, model->words, model->words_to, note->node,
                               &stretches[i], out);
    ph_buffer_printf(out, "</%sins></%sp></%sfootnote>", prefix, prefix, prefix);
    free(stretches);
}

enum ph_status ph_inplace_end_notes(struct ph_inplace *inplace, struct ph_error *error)
{
    struct ph_inplace_part *part;
    struct ph_buffer out = {0};
    if (!inplace->note_count)
        return PH_OK;
    enum ph_status status =
        inplace->notes_path ? ph_inplace_part(inplace, inplace->notes_path, &part, error)
                            : ph_inplace_make_part(inplace, "footnotes", separators, &part, error);
    if (status != PH_OK)
        return status;
    ph_scan_own_prefix(&part->story.scan, inplace->signer.prefix, sizeof inplace->signer.prefix);
    const struct ph_inplace_note_model model =
        ph_inplace_model_note(inplace, &part->story, "footnoteRef");
    for (size_t i = 0; i < inplace->note_count; i++)
        add_note(inplace, part, &model, &inplace->notes[i], &out);
    ph_inplace_put_last(part, out.data);
    ph_buffer_free(&out);
    return PH_OK;
}
