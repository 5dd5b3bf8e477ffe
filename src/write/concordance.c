#include "write/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/stretch.h"
#include "doc/walk.h"

enum { LABEL = 160 };

static enum ph_passage passage_of(const struct ph_node *node)
{
    if (node->mark == PH_NODE_INSERTED)
        return PH_PASSAGE_NEW;
    if (node->mark == PH_NODE_DELETED)
        return PH_PASSAGE_DROPPED;
    if (node->mark == PH_MOVED_TO)
        return PH_PASSAGE_MOVED;
    if (node->end == PH_END_INSERTED || ph_goes_on(node, PH_END_INSERTED))
        return PH_PASSAGE_SPLIT;
    if (node->end == PH_END_DELETED || ph_goes_on(node, PH_END_DELETED))
        return PH_PASSAGE_MERGED;
    return PH_PASSAGE_KEPT;
}

/* The number that a label ends with, 0 when it ends otherwise. */
static long end_number(const char *label)
{
    size_t at = label ? strlen(label) : 0;
    while (at > 0 && label[at - 1] >= '0' && label[at - 1] <= '9')
        at--;
    return label ? strtol(label + at, NULL, 10) : 0;
}

static bool steps(const char *label, const char *next)
{
    return end_number(label) && end_number(label) + 1 == end_number(next);
}

/* Whether a paragraph goes on where a row ends. */
static bool continues(const struct ph_concordance_row *row, const struct ph_node *node,
                      enum ph_passage passage)
{
    char last[LABEL], label[LABEL];
    const struct ph_node *before = row->last;
    if (row->passage != passage || passage == PH_PASSAGE_MOVED || passage == PH_PASSAGE_SPLIT ||
        passage == PH_PASSAGE_MERGED || before->kind != node->kind ||
        before->parent != node->parent)
        return false;
    ph_label(before, last, sizeof last);
    ph_label(node, label, sizeof label);
    return (passage == PH_PASSAGE_NEW || steps(before->was, node->was)) &&
           (passage == PH_PASSAGE_DROPPED || steps(last, label));
}

bool ph_in_concordance(const struct ph_node *node)
{
    return ph_is_paragraph(node) && node->kind != PH_SUBPARAGRAPH && node->mark != PH_MOVED_FROM;
}

size_t ph_concordance(const struct ph_document *marked, bool runs, struct ph_concordance_row **rows)
{
    struct ph_concordance_row *list = NULL;
    size_t count = 0, capacity = 0;
    struct ph_walk walk = ph_walk_start(marked->root);
    while (ph_walk_step(&walk)) {
        const struct ph_node *node = walk.node;
        if (walk.leaving || !ph_in_concordance(node))
            continue;
        const enum ph_passage passage = passage_of(node);
        if (runs && count && continues(&list[count - 1], node, passage)) {
            list[count - 1].last = node;
            continue;
        }
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count++] = (struct ph_concordance_row){node, node, passage};
    }
    *rows = list;
    return count;
}

static void put_range(const char *first, const char *last, struct ph_buffer *out)
{
    ph_buffer_put(out, first);
    if (strcmp(first, last) != 0)
        ph_buffer_printf(out, "–%s", last);
}

void ph_put_old_label(const struct ph_concordance_row *row, struct ph_buffer *out)
{
    if (row->passage != PH_PASSAGE_NEW && row->first->was)
        put_range(row->first->was, row->last->was, out);
}

void ph_put_new_label(const struct ph_concordance_row *row, struct ph_buffer *out)
{
    char first[LABEL], last[LABEL];
    if (row->passage != PH_PASSAGE_DROPPED)
        put_range(ph_label(row->first, first, sizeof first), ph_label(row->last, last, sizeof last),
                  out);
}

const char *ph_passage_name(enum ph_passage passage)
{
    static const char *const names[] = {"", "moved", "new", "dropped", "split", "merged"};
    return names[passage];
}

bool ph_is_changed(const struct ph_node *node)
{
    if (node->mark != PH_UNMARKED || node->end != PH_END_KEPT ||
        ph_goes_on(node, PH_END_INSERTED) || ph_goes_on(node, PH_END_DELETED))
        return true;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind == PH_INSERTED || mark->kind == PH_DELETED || mark->kind == PH_RESTYLED ||
            (mark->kind == PH_NOTE && mark->name))
            return true;
    }
    return false;
}

void ph_put_changes(const struct ph_changes *changes, struct ph_buffer *out)
{
    ph_buffer_printf(out,
                     "paragraphs: %d changed, %d inserted, %d deleted, %d moved, %d split, "
                     "%d merged; words: %d inserted, %d deleted",
                     changes->paragraphs_changed, changes->paragraphs_inserted,
                     changes->paragraphs_deleted, changes->paragraphs_moved,
                     changes->paragraphs_split, changes->paragraphs_merged, changes->words_inserted,
                     changes->words_deleted);
}
