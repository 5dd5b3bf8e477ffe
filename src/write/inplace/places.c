/* Where the words of the marked document stand in the file, and the changes put in there. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

static const char not_there[] = "its paragraphs are not found in the file";

/* ---- what becomes of nodes ---- */

enum ph_wml_change ph_inplace_change(const struct ph_node *node)
{
    static const enum ph_wml_change changes[] = {[PH_UNMARKED] = PH_WML_KEPT,
                                                 [PH_NODE_INSERTED] = PH_WML_INSERTED,
                                                 [PH_NODE_DELETED] = PH_WML_DELETED,
                                                 [PH_MOVED_FROM] = PH_WML_MOVED_FROM,
                                                 [PH_MOVED_TO] = PH_WML_MOVED_TO};
    while (node->mark == PH_UNMARKED && node->parent)
        node = node->parent;
    return changes[node->mark];
}

const struct ph_span *ph_inplace_span(const struct ph_node *node)
{
    const enum ph_wml_change change = ph_inplace_change(node);
    const struct ph_span *span = ph_wml_is_gone(change)  ? &node->span
                                 : change == PH_WML_KEPT ? node->before
                                                         : NULL;
    return span && span->part && span->run_count ? span : NULL;
}

/* Whether a number that is typed has to follow the new order. */
static bool is_renumbered(const struct ph_node *node)
{
    char number[64];
    if (node->kind != PH_OPERATIVE && node->kind != PH_SUBPARAGRAPH)
        return false;
    const char *now = ph_number(node, number, sizeof number), *old = node->as.paragraph.number;
    return now && old && strcmp(now, old) != 0;
}

bool ph_inplace_is_changed(const struct ph_node *node)
{
    if (ph_inplace_change(node) != PH_WML_KEPT || is_renumbered(node) || node->end != PH_END_KEPT ||
        ph_goes_on(node, PH_END_DELETED))
        return true;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind == PH_INSERTED || mark->kind == PH_DELETED ||
            (mark->kind == PH_RESTYLED && !ph_inplace_keeps_look(node->kind)) ||
            (mark->kind == PH_NOTE && ph_mark_change(mark)))
            return true;
    }
    return false;
}

/* ---- collecting ---- */

void ph_inplace_put_place(struct ph_inplace *inplace, struct ph_inplace_place place)
{
    inplace->places = ph_grow(inplace->places, inplace->place_count, &inplace->place_capacity,
                              sizeof *inplace->places);
    place.order = inplace->place_count;
    inplace->places[inplace->place_count++] = place;
}

/* Word has no comments in text boxes. */
static bool can_say(const struct ph_inplace_place *place)
{
    return !(place->part->story.items[place->paragraph].flags & PH_STORY_BOX);
}

enum ph_status ph_inplace_add_place(struct ph_inplace *inplace, const struct ph_node *node,
                                    struct ph_error *error)
{
    const struct ph_span *span = ph_inplace_span(node);
    struct ph_inplace_place place = {.node = node, .span = span};
    const bool remade = node->kind == PH_FOOTNOTE && ph_inplace_is_remade(inplace, node);
    const bool changed =
        remade || ph_inplace_is_changed(node) || ph_inplace_is_remarked(inplace, node);
    const bool said = ph_inplace_is_said(inplace, node);
    size_t first, end;
    if (node->kind == PH_FOOTNOTE && ph_inplace_is_left(inplace, node))
        return PH_OK;
    if (!span || (!changed && strcmp(span->part, inplace->document->path) != 0))
        return PH_OK;
    enum ph_status status = ph_inplace_part(inplace, span->part, &place.part, error);
    if (status != PH_OK)
        return status;
    place.change = remade ? PH_WML_DELETED : ph_inplace_change(node);
    ph_align_runs(span, &first, &end);
    place.paragraph = span->runs[first].paragraph;
    for (size_t i = first; i < end; i++) {
        const size_t paragraph = span->runs[i].paragraph;
        if (paragraph >= place.part->story.count)
            return ph_inplace_refuse(inplace, span->part, paragraph, not_there, error);
        if (!ph_wml_is_gone(place.change))
            place.part->paragraphs[paragraph] |= node->end == PH_END_INSERTED
                                                     ? PH_INPLACE_STAYS | PH_INPLACE_SPLIT
                                                     : PH_INPLACE_STAYS;
    }
    place.said = !changed;
    if (changed || (said && can_say(&place)))
        ph_inplace_put_place(inplace, place);
    return PH_OK;
}

static int by_place(const void *a, const void *b)
{
    const struct ph_inplace_place *one = a, *other = b;
    const int part = strcmp(one->part->path, other->part->path);
    if (part)
        return part;
    if (one->paragraph != other->paragraph)
        return one->paragraph < other->paragraph ? -1 : 1;
    if (one->span->from != other->span->from)
        return one->span->from < other->span->from ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

/* ---- changing ---- */

static bool is_notes(const struct ph_inplace *inplace, const struct ph_inplace_part *part)
{
    return inplace->notes_path && !strcmp(part->path, inplace->notes_path);
}

/* Whether words come into a paragraph that is changed alone. */
static bool is_refilled(const struct ph_revision *revision)
{
    bool comes = false;
    for (size_t i = 0; i < revision->count && revision->letters->paragraph_count == 1; i++)
        comes = comes || !revision->insertions[i].yields;
    return comes;
}

/* Whether a whole paragraph goes, its mark with it: nothing in it stays, not even a picture, and
 * the paragraph that it would be joined to is there. */
static enum ph_wml_change change_of_mark(const struct ph_inplace *inplace,
                                         const struct ph_inplace_part *part,
                                         const struct ph_letter_paragraph *paragraph)
{
    enum ph_wml_change change = PH_WML_KEPT;
    if (paragraph->place->last || is_notes(inplace, part) || is_refilled(&inplace->revision))
        return PH_WML_KEPT;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct ph_letter *letter = &inplace->letters.items[paragraph->first + i];
        const unsigned char one = inplace->revision.changes[paragraph->first + i];
        if (letter->kind == PH_LETTER_KEPT || (letter->kind < PH_LETTER_NOTE && one == PH_WML_KEPT))
            return PH_WML_KEPT;
        change = one != PH_WML_KEPT ? (enum ph_wml_change)one : change;
    }
    return change;
}

/* A paragraph that is one tag, <w:p/>, becomes two with the properties between. */
static void mark_empty(const struct ph_inplace *inplace, struct ph_inplace_part *part,
                       const struct ph_letter_paragraph *paragraph, const char *said)
{
    const char *w = inplace->signer.prefix;
    const size_t to = paragraph->place->to;
    struct ph_buffer text = {0};
    ph_buffer_printf(&text, "><%spPr><%srPr>%s</%srPr></%spPr></%sp>", w, w, said, w, w, w);
    ph_splice_add(&part->splices, to - strlen("/>"), to, text.data, text.length);
    ph_buffer_free(&text);
}

bool ph_inplace_mark(struct ph_inplace *inplace, struct ph_inplace_part *part,
                     const struct ph_letter_paragraph *paragraph, enum ph_wml_change change)
{
    struct ph_buffer said = {0};
    ph_sign(&inplace->signer, ph_wml_change_name(change), "/>", &said);
    const bool empty = paragraph->place->inner == paragraph->place->to;
    const bool done =
        empty || ph_properties_mark(&part->story.scan, paragraph->place->inner,
                                    paragraph->properties, paragraph->properties_to, said.data,
                                    inplace->signer.prefix, &part->splices);
    if (empty)
        mark_empty(inplace, part, paragraph, said.data);
    ph_buffer_free(&said);
    return done;
}

static const char *mark_paragraphs(struct ph_inplace *inplace, struct ph_inplace_part *part)
{
    for (size_t i = 0; i < inplace->letters.paragraph_count; i++) {
        const struct ph_letter_paragraph *paragraph = &inplace->letters.paragraphs[i];
        enum ph_wml_change change = change_of_mark(inplace, part, paragraph);
        if (change != PH_WML_KEPT && !ph_inplace_mark(inplace, part, paragraph, change))
            return "its mark is somebody's tracked change";
    }
    return NULL;
}

/* The range that what is moved away stands in begins in its first paragraph. */
static void begin_move(struct ph_inplace *inplace, const struct ph_inplace_place *place)
{
    if (place->change != PH_WML_MOVED_FROM || !place->node->twin)
        return;
    struct ph_buffer start = {0};
    ph_inplace_begin_move(inplace, place->node, &start);
    ph_splice_put(&place->part->splices, ph_letters_begin(inplace->letters.paragraphs),
                  ph_buffer_text(&start));
    ph_buffer_free(&start);
}

/* Places that share a paragraph are changed together: [*first, *end) of inplace->places. */
static enum ph_status read_group(struct ph_inplace *inplace, size_t first, size_t *end,
                                 struct ph_error *error)
{
    const struct ph_inplace_place *place = &inplace->places[first];
    struct ph_letters *letters = &inplace->letters;
    ph_letters_clear(letters, &place->part->story);
    *end = first;
    do {
        if (!ph_align_add(letters, place->span) || !letters->paragraph_count)
            return ph_inplace_refuse(inplace, place->part->path, place->paragraph, not_there,
                                     error);
        place = &inplace->places[++*end];
    } while (*end < inplace->place_count && place->part == inplace->places[first].part &&
             place->paragraph <= letters->paragraphs[letters->paragraph_count - 1].number);
    for (size_t i = first; i < *end; i++)
        ph_align_hear(letters, inplace->places[i].span);
    return PH_OK;
}

static enum ph_status revise_group(struct ph_inplace *inplace, size_t first, size_t end,
                                   struct ph_error *error)
{
    struct ph_inplace_part *part = inplace->places[first].part;
    enum ph_status status = PH_OK;
    ph_revision_begin(&inplace->revision, &inplace->letters);
    ph_scan_own_prefix(&part->story.scan, inplace->signer.prefix, sizeof inplace->signer.prefix);
    for (size_t i = first; i < end && status == PH_OK; i++)
        status = ph_inplace_words(inplace, &inplace->places[i], error);
    if (status != PH_OK)
        return status;
    const char *why = mark_paragraphs(inplace, part);
    for (size_t i = first; i < end; i++)
        begin_move(inplace, &inplace->places[i]);
    if (!why)
        why = ph_revise(&inplace->revision, &inplace->signer, &part->splices);
    return why ? ph_inplace_refuse(inplace, part->path, inplace->places[first].paragraph, why,
                                   error)
               : PH_OK;
}

void ph_refuse(struct ph_refused *refused, const struct ph_node *node)
{
    refused->nodes =
        ph_grow(refused->nodes, refused->count, &refused->capacity, sizeof *refused->nodes);
    refused->nodes[refused->count++] = (struct ph_refusal){
        node, refused->why ? refused->why : "read back, it is not what it should be"};
}

/* Notes the changed nodes of a group for who asks. False: nobody does. */
static bool note_refused(const struct ph_inplace *inplace, size_t first, size_t end)
{
    struct ph_refused *refused = inplace->options->refused;
    for (size_t i = first; i < end && refused; i++)
        if (!inplace->places[i].said)
            ph_refuse(refused, inplace->places[i].node);
    return refused;
}

enum ph_status ph_inplace_revise(struct ph_inplace *inplace, struct ph_error *error)
{
    enum ph_status worst = PH_OK;
    if (inplace->place_count)
        qsort(inplace->places, inplace->place_count, sizeof *inplace->places, by_place);
    for (size_t i = 0, end; i < inplace->place_count; i = end) {
        enum ph_status status = read_group(inplace, i, &end, error);
        if (status == PH_OK)
            status = revise_group(inplace, i, end, error);
        worst = status == PH_OK ? worst : status;
        end = end > i ? end : i + 1;
        if (status != PH_OK && !note_refused(inplace, i, end))
            return status;
    }
    return worst;
}
