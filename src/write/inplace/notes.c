/* Footnotes that are put in, each like one that the file has. */
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/memory.h"
#include "write/inplace/inplace.h"

/* What a new note is made like. */
struct model {
    size_t properties, properties_to; /* w:pPr in the part; equal: none */
    size_t mark, mark_to;             /* w:rPr of its own mark */
    size_t words, words_to;           /* w:rPr of its words */
    bool tab;                         /* stands behind the mark, else a space */
};

static bool is_custom(const struct ph_node *note)
{
    return note->as.footnote.mark && note->as.footnote.mark[0] == '*';
}

/* ---- looking ---- */

/* The paragraph of a part that byte `at` stands in; story.count: none. */
static size_t paragraph_at(const struct ph_story *story, size_t at)
{
    size_t found = story->count;
    for (size_t i = 0; i < story->count && story->items[i].from <= at; i++)
        if (at < story->items[i].to)
            found = i;
    return found;
}

/* The first element of that name in a part; false: there is none. */
static bool find_element(const struct ph_story *story, const char *name, size_t *at)
{
    struct ph_scan scan = story->scan;
    struct ph_scan_token token;
    while (ph_scan_step(&scan, &token))
        if (token.kind != PH_SCAN_CLOSE && ph_scan_is(&token, name)) {
            *at = token.from;
            return true;
        }
    return false;
}

/* Reads the paragraph with the first element of that name into inplace->others; the run that holds
 * it, NULL: there is none. */
static const struct ph_letter_run *find_run(struct ph_inplace *inplace,
                                            const struct ph_story *story, const char *name)
{
    size_t at = 0;
    if (!find_element(story, name, &at))
        return NULL;
    const size_t paragraph = paragraph_at(story, at);
    if (paragraph == story->count)
        return NULL;
    ph_letters_clear(&inplace->others, story);
    ph_letters_add(&inplace->others, paragraph);
    for (size_t i = 0; i < inplace->others.run_count; i++)
        if (inplace->others.runs[i].from < at && at < inplace->others.runs[i].to)
            return &inplace->others.runs[i];
    return NULL;
}

static struct model find_model(struct ph_inplace *inplace, const struct ph_story *story)
{
    struct model model = {0};
    const struct ph_letter_run *run = find_run(inplace, story, "footnoteRef");
    if (!run)
        return model;
    const struct ph_letters *letters = &inplace->others;
    const struct ph_letter_run *end = letters->runs + letters->run_count;
    model.properties = letters->paragraphs[0].properties;
    model.properties_to = letters->paragraphs[0].properties_to;
    model.mark = run->properties;
    model.mark_to = run->properties_to;
    size_t most = 0;
    for (const struct ph_letter_run *one = run + 1; one < end; one++)
        if (one->count > most) {
            most = one->count;
            model.words = one->properties;
            model.words_to = one->properties_to;
        }
    for (size_t i = run->first; i < letters->count && letters->items[i].kind != PH_LETTER_WORD; i++)
        if (letters->items[i].kind == PH_LETTER_BLANK &&
            letters->items[i].element != PH_LETTER_NOWHERE)
            model.tab = !letters->elements[letters->items[i].element].text;
    return model;
}

/* ---- marks in the text ---- */

static enum ph_status begin_notes(struct ph_inplace *inplace, struct ph_error *error)
{
    struct ph_inplace_part *part;
    if (inplace->next_note)
        return PH_OK;
    const struct ph_letter_run *run =
        find_run(inplace, &inplace->document->story, "footnoteReference");
    inplace->mark_look = run ? run->properties : 0;
    inplace->mark_look_to = run ? run->properties_to : 0;
    inplace->next_note = 1;
    if (!inplace->notes_path)
        return PH_OK;
    enum ph_status status = ph_inplace_part(inplace, inplace->notes_path, &part, error);
    if (status != PH_OK)
        return status;
    struct ph_scan scan = part->story.scan;
    struct ph_scan_token token;
    while (ph_scan_step(&scan, &token)) {
        const long id = ph_scan_is(&token, "footnote") ? ph_scan_number(&scan, &token, "id") : -1;
        inplace->next_note = id >= inplace->next_note ? id + 1 : inplace->next_note;
    }
    return PH_OK;
}

/* The look of a mark: that of the first in the file. */
static void put_look(struct ph_inplace *inplace, bool custom, struct ph_buffer *out)
{
    const struct ph_run_wish wish = {.raised = !custom};
    ph_properties_of_run(&inplace->document->story.scan, inplace->mark_look, inplace->mark_look_to,
                         &wish, inplace->signer.prefix, out);
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
    new.id = inplace->next_note++;
    if (remade)
        remade->id = new.id;
    inplace->notes = ph_grow(inplace->notes, inplace->note_count, &inplace->note_capacity,
                             sizeof *inplace->notes);
    inplace->notes[inplace->note_count++] = new;
    return new;
}

enum ph_status ph_inplace_add_note(struct ph_inplace *inplace, const struct ph_node *node,
                                   const struct ph_inline *mark, struct ph_buffer *out,
                                   struct ph_error *error)
{
    const char *w = inplace->signer.prefix;
    struct ph_inplace_remade *remade = ph_inplace_remade(inplace, mark->note);
    const bool many = ph_inplace_is_repeated(inplace, mark->note);
    enum ph_status status = begin_notes(inplace, error);
    if (status != PH_OK)
        return status;
    const struct ph_inplace_note note = number_note(inplace, mark->note, remade, !many);
    if (many && ph_note_repeated(node, mark)) {
        put_again(inplace, &note, out);
        return PH_OK;
    }
    const long bookmark = inplace->signer.next;
    if (many)
        ph_buffer_printf(out, "<%sbookmarkStart %sid=\"%ld\" %sname=\"_RefNote%ld\"/>", w, w,
                         inplace->signer.next++, w, note.id);
    put_reference(inplace, &note, out);
    if (many)
        ph_buffer_printf(out, "<%sbookmarkEnd %sid=\"%ld\"/>", w, w, bookmark);
    return PH_OK;
}

/* ---- the notes ---- */

static void add_own_mark(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                         const struct model *model, const struct ph_node *note,
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
                     const struct model *model, const struct ph_inplace_note *note,
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
    enum ph_status status = inplace->notes_path
                                ? ph_inplace_part(inplace, inplace->notes_path, &part, error)
                                : ph_inplace_make_notes(inplace, &part, error);
    if (status != PH_OK)
        return status;
    ph_scan_own_prefix(&part->story.scan, inplace->signer.prefix, sizeof inplace->signer.prefix);
    const struct model model = find_model(inplace, &part->story);
    for (size_t i = 0; i < inplace->note_count; i++)
        add_note(inplace, part, &model, &inplace->notes[i], &out);
    ph_splice_put(&part->splices, part->story.end, out.data);
    ph_buffer_free(&out);
    return PH_OK;
}
