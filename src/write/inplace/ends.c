/* Ends of paragraphs that are new, and that go: the mark of a paragraph belongs to what stands
 * before it (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20). */
#include <string.h>

#include "write/inplace/inplace.h"

static const char odd_place[] = "it cannot be split there";
static const char claimed[] = "its mark is somebody's tracked change";

/* ---- what may be parted, what may be joined ---- */

/* Whether a letter between two stretches of words may stand at the end of the first: what goes with
 * the end is a blank. */
static bool may_end(const struct ph_letters *letters, size_t i, bool *blank)
{
    const struct ph_letter *letter = &letters->items[i];
    if (letter->kind == PH_LETTER_WORD || letter->run == PH_LETTER_NOWHERE)
        return false;
    if (letter->kind == PH_LETTER_NOTE)
        return !*blank; /* a mark behind the blank is one of the words behind it */
    if (letter->kind != PH_LETTER_BLANK)
        return true;
    *blank = true;
    return !letter->field && !letter->fixed && !letters->runs[letter->run].odd;
}

bool ph_inplace_can_part(const struct ph_letters *letters, size_t behind, size_t next)
{
    bool blank = false;
    if (next >= letters->count || behind >= next)
        return false;
    const uint32_t field = letters->items[next].field;
    const size_t place = field ? letters->fields[field - 1].first : next;
    for (size_t i = behind; i < place; i++)
        if (!may_end(letters, i, &blank))
            return false;
    return place > behind && blank && ph_revise_can_part(letters, place);
}

bool ph_inplace_can_end(const struct ph_letters *letters,
                        const struct ph_letter_paragraph *paragraph)
{
    const unsigned bad = PH_STORY_BOX | PH_STORY_CHANGED | PH_STORY_GONE | PH_STORY_FIXED;
    const struct ph_scan *scan = &letters->story->scan;
    return !(paragraph->place->flags & bad) && !paragraph->place->in_field &&
           ph_properties_are_copied(scan, paragraph->properties, paragraph->properties_to) &&
           ph_properties_are_settled(scan, paragraph->properties, paragraph->properties_to);
}

/* ---- an end that is new ---- */

/* What comes between the two: the end of the first, and the beginning of the second, which has the
 * properties of both, and a number of its own where numbers are typed. */
static void add_between(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                        const struct ph_letter_paragraph *paragraph, struct ph_buffer *out)
{
    const struct ph_node *second = place->node->next;
    const char *w = inplace->signer.prefix;
    struct ph_buffer mark = {0}, number = {0};
    if (place->part->paragraphs[paragraph->number] & PH_INPLACE_ENDS_NEW)
        ph_sign(&inplace->signer, "ins", "/>", &mark);
    ph_buffer_printf(out, "</%sp><%sp>", w, w);
    ph_properties_of_paragraph(&place->part->story.scan, paragraph->properties,
                               paragraph->properties_to, ph_buffer_text(&mark), false, w, out);
    ph_inplace_add_number(inplace, second, ph_inplace_model_at(inplace, place->node), &number);
    if (number.length) {
        ph_sign(&inplace->signer, "ins", ">", out);
        ph_buffer_printf(out, "%s</%sins>", number.data, w);
    }
    ph_buffer_free(&mark);
    ph_buffer_free(&number);
}

const char *ph_inplace_split(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                             size_t behind, size_t next)
{
    const struct ph_letters *letters = &inplace->letters;
    struct ph_buffer between = {0};
    if (!ph_inplace_can_part(letters, behind, next))
        return odd_place;
    for (size_t i = behind; i < next; i++)
        if (letters->items[i].kind == PH_LETTER_BLANK && !letters->items[i].field)
            inplace->revision.changes[i] = PH_WML_DELETED;
    const struct ph_letter_paragraph *paragraph =
        &letters->paragraphs[letters->runs[letters->items[next].run].paragraph];
    if (!ph_inplace_can_end(letters, paragraph) ||
        !ph_inplace_mark(inplace, place->part, paragraph, PH_WML_INSERTED))
        return claimed;
    add_between(inplace, place, paragraph, &between);
    ph_revision_insert(&inplace->revision, next, &between);
    ph_buffer_free(&between);
    return NULL;
}

bool ph_inplace_mark_end(struct ph_inplace *inplace, struct ph_inplace_part *part,
                         const struct ph_letter_paragraph *paragraph)
{
    unsigned char *flags = &part->paragraphs[paragraph->number];
    if (!(*flags & PH_INPLACE_SPLIT))
        return ph_inplace_mark(inplace, part, paragraph, PH_WML_INSERTED);
    *flags |= PH_INPLACE_ENDS_NEW;
    return true;
}

/* ---- an end that goes ---- */

/* Takes the ends of the paragraphs [from, to) of a part away. */
static bool take_ends(struct ph_inplace *inplace, struct ph_inplace_part *part, size_t from,
                      size_t to)
{
    struct ph_letters *letters = &inplace->others;
    for (size_t i = from; i < to; i++) {
        ph_letters_clear(letters, &part->story);
        ph_letters_add(letters, i);
        if (!ph_inplace_can_end(letters, letters->paragraphs) || part->story.items[i].last ||
            (part->paragraphs[i] & PH_INPLACE_SPLIT) ||
            !ph_inplace_mark(inplace, part, letters->paragraphs, PH_WML_DELETED))
            return false;
    }
    return true;
}

/* Whether the paragraph that is read goes on with blanks behind its words. */
static bool ends_blank(const struct ph_letters *letters, size_t behind)
{
    return behind < letters->count && letters->items[behind].kind == PH_LETTER_BLANK &&
           letters->items[behind].run != PH_LETTER_NOWHERE;
}

/* Where both are one, a space parts them. */
static void add_space(struct ph_inplace *inplace, const struct ph_inplace_part *part, size_t letter)
{
    const struct ph_letter_run *run = ph_inplace_look_at(inplace, letter);
    struct ph_buffer space = {0};
    if (ends_blank(&inplace->letters, letter))
        return;
    ph_sign(&inplace->signer, "ins", ">", &space);
    ph_inplace_add_typed(inplace, part, run ? run->properties : 0, run ? run->properties_to : 0,
                         " ", &space);
    ph_buffer_printf(&space, "</%sins>", inplace->signer.prefix);
    ph_revision_insert(&inplace->revision, letter, &space);
    ph_buffer_free(&space);
}

const char *ph_inplace_merge(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                             size_t behind)
{
    const struct ph_span *next = ph_inplace_span(place->node->next);
    size_t run, end;
    if (!next || strcmp(next->part, place->part->path) != 0)
        return odd_place;
    ph_align_runs(place->span, &run, &end);
    const size_t last = place->span->runs[end - 1].paragraph;
    ph_align_runs(next, &run, &end);
    if (!take_ends(inplace, place->part, last, next->runs[run].paragraph))
        return claimed;
    add_space(inplace, place->part, behind);
    return NULL;
}
