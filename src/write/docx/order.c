/* The last look at the paragraphs of a document with changes, for LibreOffice 7.4: when it rejects
 * or accepts changes of neighbours, paragraphs lose their end or their number. What is written then
 * means the same by the standard (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20), and Word writes it
 * as well. */
#include <string.h>

#include "base/xml.h"
#include "word/element.h"
#include "write/docx/docx.h"

static xmlNode *properties_of(const xmlNode *paragraph)
{
    return (xmlNode *)ph_wml_first(paragraph, "pPr");
}

static enum ph_wml_change mark_of(const xmlNode *paragraph)
{
    return ph_wml_change_among(ph_wml_first(properties_of(paragraph), "rPr"));
}

/* Whether all words of a paragraph have the revision of its mark: else its end alone came, or
 * went. */
static bool is_whole(const xmlNode *paragraph, const char *revision)
{
    static const char *const holders[] = {"r", "ins", "del", "moveFrom", "moveTo"};
    for (const xmlNode *child = paragraph->children; child; child = child->next)
        for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
            if (ph_wml_is(child, holders[i]) && strcmp(holders[i], revision))
                return false;
    return true;
}

/* The node where it is a paragraph that came or went as a whole, else NULL. */
static xmlNode *inserted_of(const xmlNode *node)
{
    bool is = node && ph_wml_is(node, "p") && mark_of(node) == PH_WML_INSERTED;
    return is && is_whole(node, "ins") ? (xmlNode *)node : NULL;
}

static xmlNode *deleted_of(const xmlNode *node)
{
    bool is = node && ph_wml_is(node, "p") && mark_of(node) == PH_WML_DELETED;
    return is && is_whole(node, "del") ? (xmlNode *)node : NULL;
}

/* ---- looks ---- */

static const char *value_of(const xmlAttr *attribute)
{
    return attribute->children ? (const char *)attribute->children->content : "";
}

static bool is_same_element(const xmlNode *one, const xmlNode *other)
{
    const xmlAttr *a = one->properties, *b = other->properties;
    while (a && b && xmlStrEqual(a->name, b->name) && !strcmp(value_of(a), value_of(b))) {
        a = a->next;
        b = b->next;
    }
    return !a && !b && xmlStrEqual(one->name, other->name);
}

/* Whether two elements and all in them are the same, but for what w:rPr holds: the properties of a
 * paragraph without those of its mark. */
static bool is_same_look(const xmlNode *one, const xmlNode *other)
{
    const xmlNode *a = one, *b = other;
    bool same = is_same_element(one, other);
    while (same && a && b) {
        bool over = ph_wml_is(a, "rPr");
        a = ph_wml_step(one, a, over);
        b = ph_wml_step(other, b, over);
        bool mark_a = a && ph_wml_is(a, "rPr"), mark_b = b && ph_wml_is(b, "rPr");
        if (mark_a && !mark_b)
            a = ph_wml_step(one, a, true);
        else if (mark_b && !mark_a)
            b = ph_wml_step(other, b, true);
        same = a && b ? is_same_element(a, b) : a == b;
    }
    return same;
}

static bool look_alike(const xmlNode *one, const xmlNode *other)
{
    return is_same_look(properties_of(one), properties_of(other));
}

/* ---- what came before what went ---- */

/* How many deleted paragraphs are looked at for each inserted one: the time must not grow with
 * both. */
enum { REACH = 64 };

/* Where an inserted paragraph behind deleted ones goes: behind the last that looks like it, else
 * before all of them; NULL: they are too many. LibreOffice gives it the number of the last one
 * otherwise. */
static xmlNode *place_for(const xmlNode *inserted, xmlNode *deleted)
{
    xmlNode *before = deleted, *previous = deleted;
    int left = REACH;
    for (; previous && left && !look_alike(previous, inserted); left--) {
        before = previous;
        previous = deleted_of(previous->prev);
    }
    return left ? before : NULL;
}

static void order_changes(xmlNode *story)
{
    for (xmlNode *node = story->children, *next; node; node = next) {
        next = node->next;
        xmlNode *inserted = inserted_of(node);
        xmlNode *deleted = inserted ? deleted_of(node->prev) : NULL;
        if (!deleted || look_alike(deleted, inserted))
            continue;
        xmlNode *place = place_for(inserted, deleted);
        if (place) {
            xmlUnlinkNode(inserted);
            xmlAddPrevSibling(place, inserted);
        }
    }
}

static xmlNode *last_of_run(xmlNode *node)
{
    while (inserted_of(node->next))
        node = node->next;
    return node;
}

static xmlNode *first_of_run(xmlNode *node)
{
    while (deleted_of(node->prev))
        node = node->prev;
    return node;
}

/* Inserted paragraphs behind deleted ones, and before one of another look, leave an empty paragraph
 * when LibreOffice takes them back; before the deleted ones they do not. */
static void order_run_ends(xmlNode *story)
{
    for (xmlNode *node = story->children; node; node = node->next) {
        xmlNode *next = deleted_of(node) ? inserted_of(node->next) : NULL;
        xmlNode *last = next ? last_of_run(next) : NULL;
        const xmlNode *behind = last ? last->next : NULL;
        if (!behind || !ph_wml_is(behind, "p") || deleted_of(behind) || look_alike(last, behind))
            continue;
        for (xmlNode *place = first_of_run(node); inserted_of(node->next);) {
            xmlNode *moved = node->next;
            xmlUnlinkNode(moved);
            xmlAddPrevSibling(place, moved);
        }
    }
}

/* ---- inserted ends ---- */

/* The last of the inserted paragraphs behind one that stays and ends with inserted words. */
static xmlNode *last_inserted(const xmlNode *paragraph)
{
    const xmlNode *last = paragraph->last;
    xmlNode *found = NULL, *next = paragraph->next;
    if (mark_of(paragraph) != PH_WML_KEPT || !last || !ph_wml_is(last, "ins"))
        return NULL;
    while ((next = inserted_of(next))) {
        found = next;
        next = next->next;
    }
    return found;
}

/* The new end is that of the paragraph that stays, and its own comes behind the last new one: so
 * Word does when one types on at the end of a paragraph. LibreOffice takes the words at that end
 * and the new paragraphs for one change, and would take back the end between them, too. */
static void move_end(xmlNode *paragraph, const xmlNode *last)
{
    xmlNode *mark = (xmlNode *)ph_wml_first(properties_of(last), "rPr");
    xmlUnlinkNode(mark);
    xmlAddChild(properties_of(paragraph), mark);
}

/* Where the new paragraphs look otherwise, the deleted words stand last, if there are any. */
static void put_deleted_last(xmlNode *paragraph)
{
    xmlNode *deleted = paragraph->last->prev;
    if (deleted && ph_wml_is(deleted, "del")) {
        xmlUnlinkNode(deleted);
        xmlAddChild(paragraph, deleted);
    }
}

void ph_docx_order_changes(xmlNode *story)
{
    order_changes(story);
    order_run_ends(story);
    for (xmlNode *node = story->children; node; node = node->next) {
        const xmlNode *last = ph_wml_is(node, "p") ? last_inserted(node) : NULL;
        if (last && look_alike(node, last))
            move_end(node, last);
        else if (last)
            put_deleted_last(node);
    }
}
