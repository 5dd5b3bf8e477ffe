/* What stands before the body of a document: the masthead's facts, the title, and lines that are
 * known by their place alone (the item's title behind the agenda item). */
#include <stdint.h>
#include <stdlib.h>

#include "read/lines.h"
#include "read/recognise.h"

struct front {
    struct ph_recogniser *recogniser;
    struct ph_node *holder;
    bool resolution;
    size_t *rest; /* blocks that state nothing known */
    size_t count, capacity;
    size_t *gone; /* blocks that are struck out, of which `placed` have a node */
    size_t gone_count, gone_capacity, placed;
    size_t item; /* how many of them stood before the agenda item or the request; SIZE_MAX: none */
    size_t titles; /* how many before the first known line behind the item's title; SIZE_MAX: all */
    size_t title, title_from; /* where the title starts; SIZE_MAX: not known */
};

/* A paragraph of a letter or a note, and no line before it. */
static bool is_body(const struct ph_block *block)
{
    enum { SENTENCE = 60 };
    return block->label || (block->kind == PH_BLOCK_TEXT && block->length > SENTENCE &&
                            ph_is_finished(block->text, block->length));
}

static bool ends_front(const struct front *front, const struct ph_block *block)
{
    if (block->kind == PH_BLOCK_NOTE || block->kind == PH_BLOCK_FURNITURE ||
        ph_block_is_gone(block))
        return false;
    const struct ph_lexicon *lexicon = front->recogniser->lexicon;
    if (front->resolution)
        return ph_block_is(lexicon, block, "organ");
    struct ph_line line;
    return is_body(block) && !ph_block_name(lexicon, block, &line);
}

static bool has_item(const struct front *front)
{
    return ph_field_node(front->holder, PH_FIELD_AGENDA_ITEM) ||
           ph_field_node(front->holder, PH_FIELD_REQUEST);
}

static void take_line(struct front *front, size_t block)
{
    const struct ph_block *one = &front->recogniser->blocks->items[block];
    struct ph_node *root = front->recogniser->document->root;
    bool document = front->holder->kind == PH_DOCUMENT;
    if (one->kind == PH_BLOCK_NOTE)
        return;
    if (one->kind == PH_BLOCK_FURNITURE) {
        ph_take_masthead(front->recogniser, root, block);
        return;
    }
    if (ph_block_is_gone(one)) { /* it states nothing any more, but it stood there */
        front->gone =
            ph_grow(front->gone, front->gone_count, &front->gone_capacity, sizeof *front->gone);
        front->gone[front->gone_count++] = block;
        return;
    }
    if (document && ph_take_number(front->recogniser, front->holder, block, &front->title_from)) {
        front->title = front->title_from < one->length ? block : SIZE_MAX;
        return;
    }
    bool item = has_item(front);
    if (document && ph_take_masthead(front->recogniser, front->holder, block)) {
        front->item = !item && has_item(front) ? front->count : front->item;
        if (item && front->count > front->item && front->titles == SIZE_MAX)
            front->titles = front->count;
        return;
    }
    front->rest = ph_grow(front->rest, front->count, &front->capacity, sizeof *front->rest);
    front->rest[front->count++] = block;
}

static bool is_addendum(const struct front *front, size_t block)
{
    return ph_block_is(front->recogniser->lexicon, &front->recogniser->blocks->items[block],
                       "addendum");
}

/* The block in `rest` that is the title: the last before the organ's line of a resolution, the
 * first of a note, but not what stands in the place of the item's title; a letter that asks for
 * an item has none of its own. That it is an addendum is said below the title. */
static size_t title_place(const struct front *front)
{
    if (!front->count || front->title != SIZE_MAX ||
        (front->holder->kind == PH_DOCUMENT && ph_field_node(front->holder, PH_FIELD_REQUEST)))
        return SIZE_MAX;
    if (front->resolution)
        return front->count - 1;
    if (front->item == SIZE_MAX)
        return 0;
    size_t last = front->count - 1;
    last -= last > front->item && is_addendum(front, front->rest[last]);
    return last > front->item ? last : SIZE_MAX;
}

static void add(struct front *front, enum ph_kind kind, size_t block, size_t from)
{
    const struct ph_block *one = &front->recogniser->blocks->items[block];
    struct ph_node *node = ph_node_of(front->recogniser, kind, block, from, one->length);
    if (kind == PH_HEADING)
        node->as.heading.level = one->level;
    ph_append(front->holder, node);
}

/* Which title of the item stands at that place: 0, the item's own; 1, that of its sub-item, on the
 * line below it; else more. */
static size_t item_title_at(const struct front *front, size_t place)
{
    bool is = front->item != SIZE_MAX && place >= front->item && place < front->titles;
    return is ? place - front->item : SIZE_MAX;
}

/* What was struck out before a block. */
static void add_gone(struct front *front, size_t before)
{
    while (front->placed < front->gone_count && front->gone[front->placed] < before)
        add(front, PH_PARAGRAPH, front->gone[front->placed++], 0);
}

static void add_rest(struct front *front, size_t place, size_t title)
{
    static const enum ph_field titles[] = {PH_FIELD_ITEM_TITLE, PH_FIELD_SUBITEM_TITLE};
    size_t block = front->rest[place];
    const struct ph_block *one = &front->recogniser->blocks->items[block];
    size_t of_item = item_title_at(front, place);
    add_gone(front, block);
    if (place == title)
        add(front, PH_TITLE, block, 0);
    else if (of_item < sizeof titles / sizeof *titles)
        ph_set_field(front->holder, titles[of_item], one->text)->span =
            ph_span_of(front->recogniser, block, 0, one->length);
    else
        add(front, one->kind == PH_BLOCK_HEADING ? PH_HEADING : PH_PARAGRAPH, block, 0);
}

size_t ph_recognise_front(struct ph_recogniser *recogniser, struct ph_node *holder, size_t from,
                          size_t to, bool resolution)
{
    struct front front = {.recogniser = recogniser,
                          .holder = holder,
                          .resolution = resolution,
                          .item = SIZE_MAX,
                          .titles = SIZE_MAX,
                          .title = SIZE_MAX};
    for (; from < to && !ends_front(&front, &recogniser->blocks->items[from]); from++)
        take_line(&front, from);
    size_t title = title_place(&front);
    for (size_t i = 0; i < front.count; i++)
        add_rest(&front, i, title);
    if (front.title != SIZE_MAX) { /* behind the number of a resolution */
        add_gone(&front, front.title);
        add(&front, PH_TITLE, front.title, front.title_from);
    }
    add_gone(&front, SIZE_MAX);
    free(front.rest);
    free(front.gone);
    return from;
}
