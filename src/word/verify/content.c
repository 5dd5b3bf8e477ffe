/* What stands in what: paragraphs, runs, tables, stories, sections (ECMA-376 part 1, annex A.1). */
#include <string.h>

#include "word/verify/inside.h"

static bool is_any(const xmlNode *element, const char *const *names)
{
    for (; *names; names++)
        if (ph_wml_is(element, *names))
            return true;
    return false;
}

/* An element that does not stand in any of these. */
static void check_parent(struct ph_verifier *verifier, const xmlNode *element,
                         const char *const *wrong)
{
    if (is_any(element->parent, wrong))
        ph_verify_fault(verifier, MISPLACED, "w:%s in w:%s", (const char *)element->name,
                        (const char *)element->parent->name);
}

/* What holds no paragraphs. */
static const char *const without_paragraphs[] = {
    "p", "r",       "hyperlink", "ins", "del",      "moveTo", "moveFrom", "fldSimple",
    "t", "delText", "pPr",       "rPr", "smartTag", "tbl",    "tr",       NULL};
/* What holds no words. */
static const char *const without_words[] = {"body", "tc",       "tr",      "tbl",         "hdr",
                                            "ftr",  "footnote", "endnote", "comment",     "r",
                                            "t",    "pPr",      "rPr",     "txbxContent", NULL};
static const char *const without_rows[] = {"body", "p", "r", "tc", "tr", NULL};
static const char *const without_cells[] = {"body", "p", "r", "tc", "tbl", NULL};

void ph_verify_paragraph(struct ph_verifier *verifier, const xmlNode *element)
{
    verifier->paragraph++;
    check_parent(verifier, element, without_paragraphs);
}

void ph_verify_run(struct ph_verifier *verifier, const xmlNode *element)
{
    check_parent(verifier, element, without_words);
}

void ph_verify_inline(struct ph_verifier *verifier, const xmlNode *element)
{
    check_parent(verifier, element, without_words);
}

/* ---- properties ---- */

/* In a paragraph, a run and a cell they are the first element. */
void ph_verify_properties(struct ph_verifier *verifier, const xmlNode *element)
{
    static const char *const owners[] = {"p", "r", "tc", NULL};
    ph_verify_order(verifier, element);
    if (element->parent->type == XML_ELEMENT_NODE && is_any(element->parent, owners) &&
        ph_xml_first(element->parent, NULL) != element)
        ph_verify_fault(verifier, MISPLACED, "w:%s is not the first in w:%s",
                        (const char *)element->name, (const char *)element->parent->name);
}

void ph_verify_section(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_order(verifier, element);
    if (ph_wml_is(element->parent, "body") && ph_xml_next(element, NULL))
        ph_verify_fault(verifier, SECTION_NOT_LAST, "w:%s behind w:sectPr",
                        (const char *)ph_xml_next(element, NULL)->name);
}

void ph_verify_margin(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *id = ph_xml_attribute(element, "id"), *name = (const char *)element->name;
    const struct ph_opc_relation *relation = id ? ph_verify_relation(verifier, id) : NULL;
    size_t length = strlen(name) - strlen("Reference");
    if (relation && (strlen(relation->type) != length || strncmp(relation->type, name, length)))
        ph_verify_fault(verifier, RELATION_KIND, "w:%s by a relation %s", name, relation->type);
}

/* ---- what must not be empty ---- */

static const char *const paragraphs[] = {"p", "tbl", "sdt", "customXml", "altChunk", NULL};

/* The last child of that kind; NULL: there is none. */
static const xmlNode *last_of(const xmlNode *parent, const char *const *names)
{
    const xmlNode *last = NULL;
    for (const xmlNode *one = ph_xml_first(parent, NULL); one; one = ph_xml_next(one, NULL))
        if (is_any(one, names) || ph_xml_is(one, "AlternateContent"))
            last = one;
    return last;
}

static void check_filled(struct ph_verifier *verifier, const xmlNode *element,
                         const char *const *names)
{
    if (!last_of(element, names))
        ph_verify_fault(verifier, EMPTY, "w:%s", (const char *)element->name);
}

void ph_verify_story(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_begin_story(verifier);
    check_filled(verifier, element, paragraphs);
}

void ph_verify_table(struct ph_verifier *verifier, const xmlNode *element)
{
    static const char *const rows[] = {"tr", "sdt", "customXml", NULL};
    check_parent(verifier, element, without_paragraphs);
    check_filled(verifier, element, rows);
}

void ph_verify_row(struct ph_verifier *verifier, const xmlNode *element)
{
    static const char *const cells[] = {"tc", "sdt", "customXml", NULL};
    check_parent(verifier, element, without_rows);
    check_filled(verifier, element, cells);
}

void ph_verify_cell(struct ph_verifier *verifier, const xmlNode *element)
{
    const xmlNode *last = last_of(element, paragraphs);
    check_parent(verifier, element, without_cells);
    if (!last || ph_wml_is(last, "tbl"))
        ph_verify_fault(verifier, CELL_END, "w:tc ends with %s", last ? "w:tbl" : "nothing");
}

/* A text box has a story of its own, whatever became of the words that it stands among. */
void ph_verify_box(struct ph_verifier *verifier, const xmlNode *element)
{
    struct ph_verify_level *level = ph_verify_level(verifier);
    level->box |= level->deleted || level->moved_from;
    level->inserted = level->deleted = level->moved_from = level->moved_to = false;
    ph_verify_story(verifier, element);
}
