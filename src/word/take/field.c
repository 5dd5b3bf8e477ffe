/* Fields that were cut: where one end went away, the other goes, and the instruction with it; the
 * result stays as words. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

/* A character of a field, or a stretch of its instruction. */
struct piece {
    xmlNode *element;
    const xmlNode *story; /* fields begin and end in one: the body, a note, a text box */
    int depth;            /* of the story */
    char kind;            /* 'b'egin, 's'eparate, 'e'nd, 'i'nstruction */
    bool whole;           /* belongs to a field that begins and ends */
};

struct pieces {
    struct piece *items;
    size_t count, capacity;
};

static bool is_story(const struct ph_take_part *part, const xmlNode *element)
{
    return element == part->root || ph_wml_is(element, "txbxContent") ||
           ph_wml_is(element, "footnote") || ph_wml_is(element, "endnote") ||
           ph_wml_is(element, "comment");
}

static char kind_of(const xmlNode *element)
{
    const char *type =
        ph_wml_is(element, "fldChar") ? ph_xml_attribute(element, "fldCharType") : "";
    if (type && (!strcmp(type, "begin") || !strcmp(type, "separate") || !strcmp(type, "end")))
        return *type;
    bool instruction = ph_wml_is(element, "instrText") || ph_wml_is(element, "delInstrText");
    return instruction ? 'i' : 0;
}

static void add_piece(const struct ph_take_part *part, struct pieces *all, xmlNode *element)
{
    struct piece piece = {.element = element, .story = element, .kind = kind_of(element)};
    if (!piece.kind)
        return;
    while (!is_story(part, piece.story))
        piece.story = piece.story->parent;
    for (const xmlNode *one = piece.story; one != part->root; one = one->parent)
        piece.depth++;
    all->items = ph_grow(all->items, all->count, &all->capacity, sizeof *all->items);
    all->items[all->count++] = piece;
}

/* The beginning that a piece belongs to, on the stack; what began in a story that is over by then
 * is taken off. NULL: none. */
static struct piece *beginning_of(const struct piece *piece, struct piece **stack, size_t *height)
{
    while (*height && stack[*height - 1]->story != piece->story &&
           stack[*height - 1]->depth >= piece->depth)
        --*height;
    bool here = *height && stack[*height - 1]->story == piece->story;
    return here ? stack[*height - 1] : NULL;
}

static void match(struct pieces *all)
{
    struct piece **stack = ph_alloc_zero(all->count, sizeof(struct piece *));
    size_t height = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct piece *piece = &all->items[i];
        struct piece *begin = beginning_of(piece, stack, &height);
        if (piece->kind == 'b')
            stack[height++] = piece;
        if (piece->kind != 'e' || !begin)
            continue;
        begin->whole = piece->whole = true;
        height--;
    }
    free(stack);
}

/* What stands between the ends of a whole field belongs to it. */
static void keep_inside(struct pieces *all)
{
    size_t open = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct piece *piece = &all->items[i];
        open -= piece->kind == 'e' && piece->whole;
        open += piece->kind == 'b' && piece->whole;
        piece->whole = piece->whole || ((piece->kind == 's' || piece->kind == 'i') && open > 0);
    }
}

void ph_take_fields(struct ph_take_part *part)
{
    struct pieces all = {0};
    xmlNode *element = part->root;
    while ((element = ph_take_step(part, element, false)))
        add_piece(part, &all, element);
    match(&all);
    keep_inside(&all);
    for (size_t i = 0; i < all.count; i++)
        if (!all.items[i].whole)
            ph_take_drop(part, all.items[i].element);
    free(all.items);
}
