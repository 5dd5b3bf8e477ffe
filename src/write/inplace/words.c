/* The words of one node: which of its letters go, and what comes between them. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

static const char not_found[] = "its words are not found there letter by letter";
static const char fixed_look[] = "the look of its words cannot be changed there";
static const char odd_notes[] = "its footnote marks cannot be told apart";

/* A place on its way into changes. */
struct wording {
    struct ph_inplace *inplace;
    const struct ph_inplace_place *place;
    struct ph_stretch *stretches;
    size_t count;
    size_t at;           /* of the old text: how much of it is passed */
    size_t behind;       /* the letter behind the last footnote mark that was passed */
    size_t note;         /* the next letter that may be a mark */
    size_t note_end;     /* where the marks of the node end */
    struct ph_buffer in; /* runs that come */
    size_t in_letter;    /* before which letter */
    struct ph_error *error;
};

static enum ph_status refuse(const struct wording *wording, const char *why)
{
    return ph_inplace_refuse(wording->inplace, wording->place->part->path,
                             wording->place->paragraph, why, wording->error);
}

/* ---- numbers that are typed ---- */

bool ph_inplace_find_number(const struct ph_letters *letters, size_t begin, const char *number,
                            size_t *from)
{
    const size_t size = strlen(number);
    const struct ph_letter *first = begin < letters->count ? &letters->items[begin] : NULL;
    size_t at = first && first->run != PH_LETTER_NOWHERE
                    ? letters->paragraphs[letters->runs[first->run].paragraph].first
                    : begin;
    while (at < begin && letters->items[at].kind != PH_LETTER_WORD)
        at++;
    if (at + size > begin)
        return false;
    for (size_t i = 0; i < size; i++)
        if (letters->items[at + i].kind != PH_LETTER_WORD ||
            letters->items[at + i].code != (unsigned char)number[i])
            return false;
    *from = at;
    return true;
}

static void begin_insertion(struct wording *wording, size_t letter)
{
    if (wording->in.length)
        return;
    wording->in_letter = letter;
    ph_sign(&wording->inplace->signer, "ins", ">", &wording->in);
}

static void end_insertion(struct wording *wording)
{
    if (!wording->in.length)
        return;
    ph_buffer_printf(&wording->in, "</%sins>", wording->inplace->signer.prefix);
    ph_revision_insert(&wording->inplace->revision, wording->in_letter, &wording->in);
    ph_buffer_clear(&wording->in);
}

/* Where a paragraph is merged with the one before it, its number goes with all that is around it.
 */
static void delete_number(const struct wording *wording)
{
    const struct ph_letters *letters = &wording->inplace->letters;
    const size_t begin = wording->inplace->alignment.first[0];
    const struct ph_letter_run *run = ph_inplace_look_at(wording->inplace, begin);
    for (size_t i = run ? letters->paragraphs[run->paragraph].first : begin; i < begin; i++)
        if (letters->items[i].kind == PH_LETTER_WORD || letters->items[i].kind == PH_LETTER_BLANK)
            wording->inplace->revision.changes[i] = PH_WML_DELETED;
}

/* A typed number follows the new order; the whole of it is put in anew, as readers know numbers. */
static void renumber(struct wording *wording)
{
    char buffer[64];
    const struct ph_node *node = wording->place->node;
    const struct ph_letters *letters = &wording->inplace->letters;
    const size_t begin = wording->inplace->alignment.first[0];
    size_t from;
    if (ph_goes_on(node, PH_END_DELETED)) {
        delete_number(wording);
        return;
    }
    if ((node->kind != PH_OPERATIVE && node->kind != PH_SUBPARAGRAPH) ||
        ph_goes_on(node, PH_END_INSERTED))
        return;
    const char *number = ph_number(node, buffer, sizeof buffer), *old = node->as.paragraph.number;
    if (!number || !old || !strcmp(number, old) ||
        !ph_inplace_find_number(letters, begin, old, &from))
        return;
    const struct ph_letter_run *run = &letters->runs[letters->items[from].run];
    memset(wording->inplace->revision.changes + from, PH_WML_DELETED, strlen(old));
    begin_insertion(wording, from + strlen(old));
    ph_inplace_add_typed(wording->inplace, wording->place->part, run->properties,
                         run->properties_to, number, &wording->in);
    end_insertion(wording);
}

/* ---- words ---- */

static size_t here(const struct wording *wording)
{
    const size_t behind = wording->inplace->alignment.after[wording->at];
    return wording->behind > behind ? wording->behind : behind;
}

static void add_words(struct wording *wording, const struct ph_stretch *stretch)
{
    begin_insertion(wording, here(wording));
    const struct ph_letter_run *run = ph_inplace_look_at(wording->inplace, wording->in_letter);
    ph_inplace_add_run(wording->inplace, wording->place->part, run ? run->properties : 0,
                       run ? run->properties_to : 0, wording->place->node, stretch, &wording->in);
}

static void delete_words(const struct wording *wording, size_t length)
{
    const struct ph_alignment *alignment = &wording->inplace->alignment;
    const struct ph_letters *letters = &wording->inplace->letters;
    const bool gone = ph_wml_is_gone(wording->place->change);
    const enum ph_wml_change change = gone ? wording->place->change : PH_WML_DELETED;
    for (size_t i = alignment->first[wording->at]; i < alignment->after[wording->at + length]; i++)
        if (ph_inplace_is_shown(letters, &letters->items[i]) &&
            (gone || letters->items[i].kind != PH_LETTER_NOTE))
            wording->inplace->revision.changes[i] = (unsigned char)change;
}

static enum ph_status restyle(const struct wording *wording, const struct ph_stretch *stretch)
{
    const struct ph_alignment *alignment = &wording->inplace->alignment;
    return ph_inplace_restyle(wording->inplace, wording->place, stretch,
                              alignment->first[wording->at],
                              alignment->after[wording->at + stretch->to - stretch->from])
               ? PH_OK
               : refuse(wording, fixed_look);
}

/* ---- footnote marks ---- */

/* The marks of the node are those among its letters, and those that follow its last word. */
static void find_notes(struct wording *wording, size_t length)
{
    const struct ph_letters *letters = &wording->inplace->letters;
    wording->note = wording->inplace->alignment.first[0];
    wording->note_end = wording->inplace->alignment.after[length];
    while (wording->note_end < letters->count &&
           letters->items[wording->note_end].run != PH_LETTER_NOWHERE &&
           !(letters->items[wording->note_end].kind == PH_LETTER_WORD &&
             ph_inplace_is_shown(letters, &letters->items[wording->note_end])))
        wording->note_end++;
}

static bool next_note(struct wording *wording)
{
    const struct ph_letters *letters = &wording->inplace->letters;
    while (wording->note < wording->note_end &&
           letters->items[wording->note].kind != PH_LETTER_NOTE)
        wording->note++;
    return wording->note < wording->note_end;
}

/* Whether the marks of the text and of the file are as many. */
static bool notes_fit(struct wording *wording)
{
    const size_t start = wording->note;
    size_t marks = 0, letters = 0;
    for (size_t i = 0; i < wording->count; i++)
        marks += wording->stretches[i].note && !(wording->stretches[i].kinds & PH_BIT(PH_INSERTED));
    for (; next_note(wording); wording->note++)
        letters++;
    wording->note = start;
    return marks == letters;
}

static void add_note(struct wording *wording, const struct ph_stretch *stretch)
{
    begin_insertion(wording, here(wording));
    ph_inplace_add_note(wording->inplace, wording->place->node, stretch->note, &wording->in);
}

static enum ph_status take_note(struct wording *wording, const struct ph_stretch *stretch)
{
    const bool replaced =
        ph_inplace_is_replaced(wording->inplace, wording->place->node, stretch->note);
    if (wording->place->part != wording->inplace->document)
        return PH_OK; /* a mark in a header is no mark */
    if (stretch->kinds & PH_BIT(PH_INSERTED)) {
        add_note(wording, stretch);
        return PH_OK;
    }
    const bool fits = next_note(wording);
    end_insertion(wording);
    if (replaced || (stretch->kinds & PH_BIT(PH_DELETED))) {
        if (!fits)
            return refuse(wording, odd_notes);
        wording->inplace->revision.changes[wording->note] = (unsigned char)PH_WML_DELETED;
    }
    if (fits)
        wording->behind = ++wording->note;
    if (replaced)
        add_note(wording, stretch);
    return PH_OK;
}

/* ---- the node ---- */

static void old_text(const struct wording *wording, struct ph_buffer *out)
{
    const char *bytes = wording->place->node->text.bytes;
    const bool gone = ph_wml_is_gone(wording->place->change);
    for (size_t i = 0; i < wording->count; i++) {
        const struct ph_stretch *one = &wording->stretches[i];
        if (!one->note && (gone || !(one->kinds & PH_BIT(PH_INSERTED))))
            ph_buffer_add(out, bytes + one->from, one->to - one->from);
    }
}

/* The end of the paragraph behind the words. */
static enum ph_status end_paragraph(struct wording *wording)
{
    const enum ph_end end = wording->place->node->end;
    const char *why = NULL;
    if (end == PH_END_INSERTED)
        why = ph_inplace_split(wording->inplace, wording->place, here(wording), wording->note_end);
    else if (end == PH_END_DELETED)
        why = ph_inplace_merge(wording->inplace, wording->place, here(wording));
    return why ? refuse(wording, why) : PH_OK;
}

static enum ph_status take_stretches(struct wording *wording)
{
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < wording->count && status == PH_OK; i++) {
        const struct ph_stretch *one = &wording->stretches[i];
        const size_t length = one->to - one->from;
        if (one->note) {
            status = take_note(wording, one);
            continue;
        }
        if (one->kinds & PH_BIT(PH_INSERTED)) {
            add_words(wording, one);
            continue;
        }
        end_insertion(wording);
        if (one->kinds & PH_BIT(PH_DELETED))
            delete_words(wording, length);
        else if (one->restyled)
            status = restyle(wording, one);
        wording->at += length;
    }
    end_insertion(wording);
    return status == PH_OK ? end_paragraph(wording) : status;
}

static bool changes_notes(const struct wording *wording)
{
    for (size_t i = 0; i < wording->count; i++)
        if (wording->stretches[i].note &&
            (wording->stretches[i].kinds & (PH_BIT(PH_DELETED) | PH_BIT(PH_INSERTED))))
            return true;
    return ph_inplace_is_remarked(wording->inplace, wording->place->node);
}

static enum ph_status take_words(struct wording *wording)
{
    struct ph_inplace *inplace = wording->inplace;
    struct ph_buffer text = {0};
    old_text(wording, &text);
    const bool found = ph_align_text(&inplace->letters, wording->place->span, ph_buffer_text(&text),
                                     text.length, &inplace->alignment);
    const size_t length = text.length;
    ph_buffer_free(&text);
    if (wording->place->said) {
        ph_inplace_begin_comments(inplace, wording->place, found);
        ph_inplace_end_comments(inplace, wording->place, found);
        return PH_OK;
    }
    if (!found)
        return refuse(wording, not_found);
    if (ph_wml_is_gone(wording->place->change)) {
        delete_words(wording, length);
        ph_inplace_take_along(inplace, wording->place, length);
        return PH_OK;
    }
    find_notes(wording, length);
    if (wording->place->part == inplace->document && changes_notes(wording) && !notes_fit(wording))
        return refuse(wording, odd_notes);
    ph_inplace_begin_comments(inplace, wording->place, found);
    renumber(wording);
    const enum ph_status status = take_stretches(wording);
    ph_inplace_end_comments(inplace, wording->place, found);
    return status;
}

enum ph_status ph_inplace_words(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                                struct ph_error *error)
{
    struct wording wording = {.inplace = inplace, .place = place, .error = error};
    if (ph_inplace_take_whole(inplace, place))
        return PH_OK;
    wording.count = ph_stretches(place->node, &wording.stretches);
    enum ph_status status = take_words(&wording);
    free(wording.stretches);
    ph_buffer_free(&wording.in);
    return status;
}
