/* Paragraph marks that went away (ECMA-376 part 1, 17.13.5.15 and the like): what stood before one
 * joins the next paragraph, whose mark stays and whose properties count. */
#include "base/xml.h"
#include "word/take/part.h"

static char lost_mark; /* what has no mark any longer points to it */

void ph_take_mark_paragraph(struct ph_take_part *part, xmlNode *paragraph)
{
    if (paragraph->_private == &lost_mark)
        return;
    paragraph->_private = &lost_mark;
    ph_take_list(&part->paragraphs, paragraph);
}

static bool has_lost_mark(const xmlNode *element)
{
    return element->_private == &lost_mark;
}

static bool is_marker(const xmlNode *element)
{
    return ph_take_kind_of(element) == PH_TAKE_MARKER || ph_wml_is(element, "proofErr");
}

static bool has_content(const xmlNode *paragraph)
{
    const xmlNode *child = ph_xml_first(paragraph, NULL);
    while (child && (is_marker(child) || ph_wml_is(child, "pPr")))
        child = ph_xml_next(child, NULL);
    return child != NULL;
}

static void drop_properties(struct ph_take_part *part, xmlNode *paragraph)
{
    xmlNode *properties = (xmlNode *)ph_wml_first(paragraph, "pPr");
    if (properties)
        ph_take_drop(part, properties);
}

/* Where a paragraph is all gone, so is what spans nothing but it. */
static void loosen_markers(struct ph_take_part *part, const xmlNode *paragraph)
{
    for (xmlNode *one = ph_xml_first(paragraph, NULL); one; one = ph_xml_next(one, NULL))
        if (ph_take_kind_of(one) == PH_TAKE_MARKER)
            ph_take_mark_moved(part, one);
}

/* The first block behind `from` that is neither the end of a range nor a paragraph without its
 * mark; NULL: none. *all_gone: no such paragraph, `from` included, holds anything; *final is the
 * last of them. */
static xmlNode *survivor_of(xmlNode *from, xmlNode **final, bool *all_gone)
{
    xmlNode *one = from;
    *all_gone = true;
    for (; one && (is_marker(one) || has_lost_mark(one)); one = ph_xml_next(one, NULL)) {
        if (!has_lost_mark(one))
            continue;
        *all_gone = *all_gone && !has_content(one);
        *final = one;
    }
    return one;
}

/* Paragraphs without marks, from `from` to before `to`, become the beginning of `to`. */
static void join_into(struct ph_take_part *part, xmlNode *from, xmlNode *to)
{
    xmlNode *after = (xmlNode *)ph_wml_first(to, "pPr");
    ph_take_lift_names(part, to);
    for (xmlNode *one = from, *next; one != to; one = next) {
        next = ph_xml_next(one, NULL);
        if (!has_lost_mark(one)) {
            ph_take_move(part, one, to, after);
            after = one;
            continue;
        }
        if (!has_content(one))
            loosen_markers(part, one);
        drop_properties(part, one);
        xmlNode *last = one->last;
        ph_take_splice(part, one, to, after);
        after = last ? last : after;
        ph_take_drop(part, one);
    }
    to->_private = NULL;
}

/* Whether all from a paragraph to before `behind` may go: a paragraph ends what holds it (a cell, a
 * note, the document) if one did before. */
static bool may_vanish(const xmlNode *from, const xmlNode *behind)
{
    const xmlNode *before = from->prev;
    while (before && (before->type != XML_ELEMENT_NODE || is_marker(before)))
        before = before->prev;
    bool last = !behind || ph_wml_is(behind, "sectPr");
    return !last || (before && ph_wml_is(before, "p"));
}

void ph_take_join(struct ph_take_part *part, xmlNode *paragraph)
{
    bool all_gone;
    xmlNode *final = paragraph;
    if (!has_lost_mark(paragraph) || ph_take_is_gone(part, paragraph))
        return;
    xmlNode *behind = survivor_of(paragraph, &final, &all_gone);
    if (behind && ph_wml_is(behind, "p"))
        join_into(part, paragraph, behind);
    else if (!all_gone || !may_vanish(paragraph, behind))
        join_into(part, paragraph, final);
    else
        for (xmlNode *one = paragraph, *next; one != behind; one = next) {
            next = ph_xml_next(one, NULL);
            if (has_lost_mark(one))
                ph_take_remove(part, one);
        }
}
