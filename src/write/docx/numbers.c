/* Automatic numbers, in documents with changes: right when these are accepted and when they are
 * rejected, without a number that somebody must track. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "doc/walk.h"
#include "write/docx/docx.h"

/* A paragraph with a number. */
struct ph_docx_number {
    const struct ph_node *node, *head; /* the first one of its list */
    bool counted;                      /* automatically */
    int list;                          /* w:numId; 0: typed */
    int before; /* its place in the list before the changes; 0: it has no number then */
};

/* The levels that a list can have (ECMA-376 part 1, 17.9.3). */
enum { LEVELS = 9 };

/* The paragraphs of one kind below one parent, while they are looked at. */
struct list {
    size_t first; /* of docx->numbers */
    int counts[PH_DOCX_SIDES];
    bool counted;
    bool changed; /* some of them came, went or moved: others have another number then */
};

/* ---- which lists can be counted ---- */

static bool is_member(const struct ph_node *node, enum ph_kind kind)
{
    if (node->kind != kind)
        return false;
    return kind != PH_PARAGRAPH || (node->as.paragraph.level <= 1 && node->as.paragraph.number);
}

/* The digits or letters of a number: "8" of "8.", "a" of "(a)". */
static bool is_number(const char *printed, const char *digits)
{
    size_t length = strlen(digits);
    printed += *printed == '(';
    return !strncmp(printed, digits, length) &&
           printed[length + strspn(printed + length, ").")] == '\0';
}

static void put_digits(const struct ph_node *node, int place, char *out, size_t size)
{
    if (node->kind != PH_SUBPARAGRAPH)
        snprintf(out, size, "%d", place);
    else if (node->as.paragraph.level % 2 == 0)
        ph_number_letter(place, out, size);
    else
        ph_number_roman(place, out, size);
}

/* What is printed on an operative paragraph or a sub-paragraph that stays is its number before the
 * changes (compare.h), on every other paragraph that of the side on which it is. */
static int side_of_print(const struct ph_node *node, enum ph_docx_revision kind)
{
    return kind == PH_DOCX_KEPT && node->kind == PH_PARAGRAPH ? PH_DOCX_NEW
           : ph_docx_is_on(kind, PH_DOCX_OLD)                 ? PH_DOCX_OLD
                                                              : PH_DOCX_NEW;
}

/* Whether counting would give a paragraph, the last one counted, the number that it has. */
static bool is_countable(const struct ph_node *node, enum ph_docx_revision kind,
                         const struct list *list)
{
    char digits[64], number[64];
    int side = side_of_print(node, kind), level = node->as.paragraph.level;
    const char *printed = node->as.paragraph.number;
    if (level > LEVELS || (node->kind != PH_OPERATIVE && !ph_number(node, number, sizeof number)))
        return false;
    if (node->kind == PH_SUBPARAGRAPH &&
        (level < 2 || (node->previous && node->previous->kind == PH_SUBPARAGRAPH &&
                       node->previous->as.paragraph.level != level)))
        return false;
    if (!printed || (side == PH_DOCX_NEW && node->kind != PH_PARAGRAPH))
        return true; /* it is given one by order */
    put_digits(node, list->counts[side], digits, sizeof digits);
    return is_number(printed, digits);
}

/* A number comes and goes with its paragraph, also where that is split off or merged. */
static enum ph_docx_revision revision_of(const struct ph_node *node)
{
    if (ph_goes_on(node, PH_END_INSERTED))
        return PH_DOCX_INS;
    return ph_goes_on(node, PH_END_DELETED) ? PH_DOCX_DEL : ph_docx_revision_of(node);
}

static void add_number(struct ph_docx *docx, struct list *list, const struct ph_node *node)
{
    enum ph_docx_revision kind = revision_of(node);
    struct ph_docx_number number = {.node = node};
    for (int side = PH_DOCX_OLD; side < PH_DOCX_SIDES; side++)
        list->counts[side] += ph_docx_is_on(kind, side);
    list->changed = list->changed || kind != PH_DOCX_KEPT;
    number.before = ph_docx_is_on(kind, PH_DOCX_OLD) ? list->counts[PH_DOCX_OLD] : 0;
    number.counted = is_countable(node, kind, list);
    if (!number.counted && !ph_docx_is_on(kind, PH_DOCX_NEW))
        list->counts[PH_DOCX_OLD]--; /* it goes, with the number that it had: the others count on */
    else
        list->counted = list->counted && number.counted;
    docx->numbers =
        ph_grow(docx->numbers, docx->number_count, &docx->number_capacity, sizeof *docx->numbers);
    docx->numbers[docx->number_count++] = number;
}

/* A lone operative paragraph has no number (UN-FORMAT rule 13). */
static void settle(struct ph_docx *docx, struct list *list, enum ph_kind kind)
{
    const struct ph_node *head = NULL;
    bool alone = kind == PH_OPERATIVE && list->counts[PH_DOCX_OLD] == 1;
    if (alone || !list->changed || (kind == PH_OPERATIVE && list->counts[PH_DOCX_NEW] == 1))
        list->counted = false;
    for (size_t i = list->first; i < docx->number_count; i++) {
        struct ph_docx_number *number = &docx->numbers[i];
        bool stays = ph_docx_is_on(revision_of(number->node), PH_DOCX_NEW);
        if (alone && (number->counted || stays))
            number->before = 0;
        if (!number->counted)
            continue;
        head = head ? head : number->node;
        number->head = head;
        number->counted = list->counted;
    }
    *list = (struct list){.first = docx->number_count, .counted = true};
}

/* Counting begins anew in an annex, where a paragraph is printed as the first once more. */
static bool begins_anew(const struct ph_node *node, const struct list *list)
{
    return node->kind == PH_PARAGRAPH && list->counts[PH_DOCX_NEW] &&
           ph_docx_is_on(revision_of(node), PH_DOCX_NEW) &&
           is_number(node->as.paragraph.number, "1");
}

static void look_at(struct ph_docx *docx, const struct ph_node *parent, enum ph_kind kind)
{
    struct list list = {.first = docx->number_count, .counted = true};
    for (const struct ph_node *node = parent->first; node; node = node->next) {
        if (!is_member(node, kind))
            continue;
        if (begins_anew(node, &list))
            settle(docx, &list, kind);
        add_number(docx, &list, node);
    }
    settle(docx, &list, kind);
}

/* ---- lists ---- */

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const struct ph_docx_number *)a)->node;
    uintptr_t y = (uintptr_t)((const struct ph_docx_number *)b)->node;
    return (x > y) - (x < y);
}

static struct ph_docx_number *find(const struct ph_docx *docx, const struct ph_node *node)
{
    struct ph_docx_number key = {.node = node};
    return docx->number_count
               ? bsearch(&key, docx->numbers, docx->number_count, sizeof key, by_address)
               : NULL;
}

/* A list in a numbered paragraph is of its list, and begins anew with each; every other list is
 * one by itself. */
static int list_of(struct ph_docx *docx, const struct ph_docx_number *number)
{
    const struct ph_node *node = number->node;
    if (number->head != node)
        return find(docx, number->head)->list;
    const struct ph_docx_number *above = find(docx, node->parent);
    bool below = above && above->list && above->node->as.paragraph.level < node->as.paragraph.level;
    return below ? above->list : ++docx->lists;
}

void ph_docx_plan_numbers(struct ph_docx *docx)
{
    static const enum ph_kind kinds[] = {PH_OPERATIVE, PH_SUBPARAGRAPH, PH_PARAGRAPH};
    struct ph_walk walk = ph_walk_start(docx->document->root);
    while (docx->document->marked && ph_walk_step(&walk))
        for (size_t i = 0; !walk.leaving && i < sizeof kinds / sizeof *kinds; i++)
            look_at(docx, walk.node, kinds[i]);
    if (docx->number_count)
        qsort(docx->numbers, docx->number_count, sizeof *docx->numbers, by_address);
    walk = ph_walk_start(docx->document->root);
    while (docx->number_count && ph_walk_step(&walk)) {
        struct ph_docx_number *number = walk.leaving ? NULL : find(docx, walk.node);
        if (number && number->counted)
            number->list = list_of(docx, number);
    }
}

void ph_docx_close_numbers(struct ph_docx *docx)
{
    free(docx->numbers);
    docx->numbers = NULL;
}

int ph_docx_place_before(const struct ph_docx *docx, const struct ph_node *node)
{
    const struct ph_docx_number *number = find(docx, node);
    return number ? number->before : 0;
}

/* ---- what is written ---- */

/* The properties of a paragraph that stand before its list (ECMA-376 part 1, 17.3.1.26). */
static bool stands_before_list(const xmlNode *property)
{
    static const char *const names[] = {"pStyle", "keepNext", "keepLines", "pageBreakBefore"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ph_xml_is(property, names[i]))
            return true;
    return false;
}

bool ph_docx_add_automatic_number(struct ph_docx *docx, xmlNode *paragraph,
                                  const struct ph_node *node)
{
    const struct ph_docx_number *number = find(docx, node);
    if (!number || !number->list)
        return false;
    xmlNode *properties = ph_docx_first(paragraph, "pPr"), *behind = properties->children;
    int level = node->as.paragraph.level > 1 ? node->as.paragraph.level - 1 : 0;
    while (behind && stands_before_list(behind))
        behind = behind->next;
    xmlNode *made = ph_docx_add(properties, "box"), *list = ph_docx_add(made, "numPr");
    ph_docx_set_number(ph_docx_add(list, "ilvl"), "val", level);
    ph_docx_set_number(ph_docx_add(list, "numId"), "val", number->list);
    ph_docx_move_inside(made, properties, behind);
    return true;
}

/* Each list has a definition of its own, a copy of the one in the template, so that nothing has to
 * be said of where it begins anew. */
void ph_docx_make_numbering(struct ph_docx *docx)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_NUMBERING]);
    xmlNode *definition = ph_xml_first(root, "abstractNum");
    xmlUnlinkNode(definition);
    for (int list = 1; list <= docx->lists; list++)
        ph_docx_set_number(ph_docx_add_copy(root, definition), "abstractNumId", list);
    for (int list = 1; list <= docx->lists; list++) {
        xmlNode *instance = ph_docx_add(root, "num");
        ph_docx_set_number(instance, "numId", list);
        ph_docx_set_number(ph_docx_add(instance, "abstractNumId"), "val", list);
    }
    xmlFreeNode(definition);
}
