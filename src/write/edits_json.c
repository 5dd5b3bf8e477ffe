/* What changed, as JSON. An edit has a kind, what it is of (paragraph, words, mark: a footnote's),
 * and its place on both sides: the label of the paragraph there and code points of its words, or
 * null where it is on one side only. */
#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"
#include "write/concordance.h"
#include "write/json_parts.h"
#include "write/parts.h"
#include "write/write.h"

/* One side of an edit in the making. */
struct side {
    size_t from, to; /* code points */
    struct ph_buffer words;
};

/* The edits of the words of one node. */
struct maker {
    json_t *edits;
    json_t *old_label, *new_label;
    struct side old, new;
};

static json_t *place(json_t *label, size_t from, size_t to, const char *words, size_t length)
{
    json_t *object = json_object();
    json_object_set(object, "label", label);
    json_object_set_new(object, "from", json_integer((json_int_t)from));
    json_object_set_new(object, "to", json_integer((json_int_t)to));
    json_object_set_new(object, "words", ph_json_words(words, length));
    return object;
}

/* Adds an edit; the sides are given away, NULL: null. */
static json_t *add(json_t *edits, const char *kind, const char *of, json_t *old, json_t *new)
{
    json_t *edit = json_object();
    json_object_set_new(edit, "kind", json_string(kind));
    json_object_set_new(edit, "of", json_string(of));
    json_object_set_new(edit, "old", old ? old : json_null());
    json_object_set_new(edit, "new", new ? new : json_null());
    json_array_append_new(edits, edit);
    return edit;
}

/* ---- words ---- */

static json_t *take_side(struct side *side, json_t *label)
{
    json_t *made =
        place(label, side->from, side->to, ph_buffer_text(&side->words), side->words.length);
    side->from = side->to;
    ph_buffer_clear(&side->words);
    return made;
}

/* What was gathered since the last word that stays is one edit. */
static void end_change(struct maker *maker)
{
    const bool deleted = maker->old.words.length, inserted = maker->new.words.length;
    if (deleted || inserted)
        add(maker->edits,
            !inserted ? "deleted"
            : deleted ? "replaced"
                      : "inserted",
            "words", take_side(&maker->old, maker->old_label),
            take_side(&maker->new, maker->new_label));
}

static void gather(struct side *side, const char *bytes, size_t length, bool changed)
{
    side->to += ph_code_points(bytes, 0, length);
    if (changed)
        ph_buffer_add(&side->words, bytes, length);
    else
        side->from = side->to;
}

static void add_mark(struct maker *maker, const struct ph_stretch *stretch)
{
    char mark[32];
    const unsigned change = ph_mark_change(stretch->note);
    const bool gone = change & PH_BIT(PH_DELETED);
    if (!stretch->note->name)
        return;
    end_change(maker);
    const struct side *side = gone ? &maker->old : &maker->new;
    ph_note_mark(stretch->note->note, mark, sizeof mark);
    json_t *at =
        place(gone ? maker->old_label : maker->new_label, side->to, side->to, mark, strlen(mark));
    add(maker->edits, gone ? "deleted" : "inserted", "mark", gone ? at : NULL, gone ? NULL : at);
}

static void add_restyled(struct maker *maker, const struct ph_stretch *stretch, const char *bytes,
                         size_t length)
{
    const size_t points = ph_code_points(bytes, 0, length);
    if (!stretch->restyled)
        return;
    json_t *edit =
        add(maker->edits, "restyled", "words",
            place(maker->old_label, maker->old.to - points, maker->old.to, bytes, length),
            place(maker->new_label, maker->new.to - points, maker->new.to, bytes, length));
    json_object_set_new(edit, "was", json_string(stretch->restyled->name));
}

static void add_stretch(struct maker *maker, const struct ph_node *node,
                        const struct ph_stretch *stretch)
{
    const char *bytes = node->text.bytes + stretch->from;
    const size_t length = stretch->to - stretch->from;
    const bool deleted = stretch->kinds & PH_BIT(PH_DELETED);
    const bool inserted = stretch->kinds & PH_BIT(PH_INSERTED);
    if (!deleted && !inserted)
        end_change(maker);
    if (!inserted)
        gather(&maker->old, bytes, length, deleted);
    if (!deleted)
        gather(&maker->new, bytes, length, inserted);
    if (!deleted && !inserted)
        add_restyled(maker, stretch, bytes, length);
}

static void add_words(json_t *edits, const struct ph_node *node)
{
    struct ph_stretch *stretches;
    struct maker maker = {
        .edits = edits, .old_label = ph_json_text(node->was), .new_label = ph_json_label(node)};
    const size_t count = ph_stretches(node, &stretches);
    for (size_t i = 0; i < count; i++)
        if (stretches[i].note)
            add_mark(&maker, &stretches[i]);
        else
            add_stretch(&maker, node, &stretches[i]);
    end_change(&maker);
    free(stretches);
    json_decref(maker.old_label);
    json_decref(maker.new_label);
    ph_buffer_free(&maker.old.words);
    ph_buffer_free(&maker.new.words);
}

/* ---- paragraphs ---- */

static json_t *whole(json_t *label, const struct ph_node *node)
{
    json_t *made = place(label, 0, ph_code_points(node->text.bytes, 0, node->text.length),
                         node->text.bytes, node->text.length);
    json_decref(label);
    return made;
}

/* The words that changed on the way have their places in the text of their own end. */
static void add_move(json_t *edits, const struct ph_node *to)
{
    struct ph_node ends[] = {*to->twin, *to};
    add(edits, "moved", "paragraph", whole(ph_json_text(to->was), to->twin),
        whole(ph_json_label(to), to));
    for (int i = 0; i < 2; i++) {
        ends[i].mark = PH_UNMARKED;
        add_words(edits, &ends[i]);
    }
}

/* The labels of the first paragraph, and in "next" that of the second one where there are two. */
static void add_end(json_t *edits, const struct ph_node *node)
{
    const bool split = node->end == PH_END_INSERTED;
    json_t *edit = add(edits, split ? "split" : "merged", "paragraph",
                       json_pack("{so}", "label", ph_json_text(node->was)),
                       json_pack("{so}", "label", ph_json_label(node)));
    json_object_set_new(edit, "next",
                        split ? ph_json_label(node->next) : ph_json_text(node->next->was));
}

static void add_node(json_t *edits, const struct ph_node *node)
{
    const unsigned change = ph_change_of(node);
    if (node->mark == PH_MOVED_TO && node->twin)
        add_move(edits, node);
    else if (node->mark == PH_MOVED_FROM && node->twin)
        return;
    else if (change & PH_BIT(PH_INSERTED))
        add(edits, "inserted", "paragraph", NULL, whole(ph_json_label(node), node));
    else if (change)
        add(edits, "deleted", "paragraph",
            whole(node->was ? ph_json_text(node->was) : ph_json_label(node), node), NULL);
    else
        add_words(edits, node);
    if (node->end != PH_END_KEPT)
        add_end(edits, node);
}

static json_t *edits_of(const struct ph_document *document)
{
    json_t *edits = json_array();
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk))
        if (!walk.leaving && walk.node->text.length && ph_is_changed(walk.node))
            add_node(edits, walk.node);
    return edits;
}

/* ---- the whole ---- */

static json_t *concordance_of(const struct ph_document *document)
{
    struct ph_concordance_row *rows;
    const size_t count = ph_concordance(document, false, &rows);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        const char *passage = ph_passage_name(rows[i].passage);
        struct ph_buffer old = {0}, new = {0};
        json_t *row = json_object();
        ph_put_old_label(&rows[i], &old);
        ph_put_new_label(&rows[i], &new);
        json_object_set_new(row, "old", ph_json_text(ph_buffer_text(&old)));
        json_object_set_new(row, "new", ph_json_text(ph_buffer_text(&new)));
        json_object_set_new(row, "fate", json_string(*passage ? passage : "kept"));
        json_array_append_new(list, row);
        ph_buffer_free(&old);
        ph_buffer_free(&new);
    }
    free(rows);
    return list;
}

static json_t *summary_of(const struct ph_changes *changes)
{
    return json_pack("{s{sisisisisisi}s{sisi}}", "paragraphs", "changed",
                     changes->paragraphs_changed, "inserted", changes->paragraphs_inserted,
                     "deleted", changes->paragraphs_deleted, "moved", changes->paragraphs_moved,
                     "split", changes->paragraphs_split, "merged", changes->paragraphs_merged,
                     "words", "inserted", changes->words_inserted, "deleted",
                     changes->words_deleted);
}

enum ph_status ph_write_edits(const struct ph_document *document,
                              const struct ph_write_options *options, struct ph_buffer *out,
                              struct ph_error *error)
{
    json_t *top = json_object();
    (void)error;
    if (options->changes)
        json_object_set_new(top, "summary", summary_of(options->changes));
    json_object_set_new(top, "edits", edits_of(document));
    json_object_set_new(top, "concordance", concordance_of(document));
    ph_json_write(top, out);
    return PH_OK;
}
