/* What begins in one place and ends in another, or is told by a number: bookmarks, moves, comments,
 * notes. */
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

static const char *id_of(const xmlNode *element)
{
    return ph_xml_attribute(element, "id");
}

/* ---- bookmarks ---- */

void ph_verify_bookmark_start(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_define(verifier, PH_TOPIC_BOOKMARK, id_of(element), 0);
    ph_verify_define(verifier, PH_TOPIC_BOOKMARK_NAME, ph_xml_attribute(element, "name"), 0);
}

void ph_verify_bookmark_end(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_use(verifier, PH_TOPIC_BOOKMARK, id_of(element), 0);
}

/* ---- moves ---- */

static bool is_from(const xmlNode *element)
{
    return !strncmp((const char *)element->name, "moveFrom", 8);
}

static struct ph_verify_open *open_ranges(struct ph_verifier *verifier, const xmlNode *element)
{
    return &verifier->open[is_from(element)];
}

void ph_verify_move_start(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *id = id_of(element), *name = ph_xml_attribute(element, "name");
    struct ph_verify_open *open = open_ranges(verifier, element);
    ph_verify_signed(verifier, element);
    ph_verify_define(verifier, is_from(element) ? PH_TOPIC_MOVE_FROM : PH_TOPIC_MOVE_TO, id, 0);
    if (is_from(element))
        ph_verify_define(verifier, PH_TOPIC_MOVE, name, 0);
    else
        ph_verify_use(verifier, PH_TOPIC_MOVE, name, 0);
    if (id && open->count < sizeof open->ids / sizeof *open->ids)
        open->ids[open->count++] = id;
}

/* The range that was opened last ends first. */
static void close_range(struct ph_verifier *verifier, struct ph_verify_open *open, const char *id)
{
    size_t i = open->count;
    while (i > 0 && strcmp(open->ids[i - 1], id) != 0)
        i--;
    if (!i)
        return;
    if (i < open->count)
        ph_verify_fault(verifier, MOVE_CROSSING, "w:id %s and %s", id, open->ids[open->count - 1]);
    memmove(&open->ids[i - 1], &open->ids[i], (open->count - i) * sizeof *open->ids);
    open->count--;
}

void ph_verify_move_end(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *id = id_of(element);
    ph_verify_use(verifier, is_from(element) ? PH_TOPIC_MOVE_FROM : PH_TOPIC_MOVE_TO, id, 0);
    if (id)
        close_range(verifier, open_ranges(verifier, element), id);
}

/* ---- comments ---- */

void ph_verify_comment_start(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_define(verifier, PH_TOPIC_COMMENT_RANGE, id_of(element), 0);
    ph_verify_define(verifier, PH_TOPIC_COMMENT_MARK, id_of(element), 0);
}

void ph_verify_comment_end(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_use(verifier, PH_TOPIC_COMMENT_RANGE, id_of(element), 0);
}

void ph_verify_use_comment(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_use(verifier, PH_TOPIC_COMMENT, id_of(element), 0);
    ph_verify_use(verifier, PH_TOPIC_COMMENT_MARK, id_of(element), 0);
}

/* ---- notes ---- */

static bool is_footnote(const xmlNode *element)
{
    return !strncmp((const char *)element->name, "footnote", 8);
}

static bool is_separator(const char *type)
{
    return type && (!strcmp(type, "separator") || !strcmp(type, "continuationSeparator"));
}

static void define_note(struct ph_verifier *verifier, const xmlNode *element)
{
    bool foot = is_footnote(element);
    const char *type = ph_xml_attribute(element, "type");
    ph_verify_define(verifier, foot ? PH_TOPIC_FOOTNOTE : PH_TOPIC_ENDNOTE, id_of(element), 0);
    if (!is_separator(type))
        return;
    verifier->separator |= !strcmp(type, "separator");
    verifier->continuation |= strcmp(type, "separator") != 0;
    ph_verify_define(verifier, foot ? PH_TOPIC_FOOTNOTE_SEPARATOR : PH_TOPIC_ENDNOTE_SEPARATOR,
                     id_of(element), 0);
}

static void check_separators(struct ph_verifier *verifier, const xmlNode *last)
{
    if (!verifier->separator || !verifier->continuation)
        ph_verify_fault(verifier, SEPARATOR_MISSING, "w:%s of w:type %s", (const char *)last->name,
                        verifier->separator ? "continuationSeparator" : "separator");
}

/* A note, or in the settings the name of one. */
void ph_verify_note(struct ph_verifier *verifier, const xmlNode *element)
{
    bool foot = is_footnote(element);
    if (verifier->parts[verifier->part].role == PH_ROLE_SETTINGS) {
        ph_verify_use(verifier, foot ? PH_TOPIC_FOOTNOTE : PH_TOPIC_ENDNOTE, id_of(element), 0);
        ph_verify_use(verifier, foot ? PH_TOPIC_FOOTNOTE_SEPARATOR : PH_TOPIC_ENDNOTE_SEPARATOR,
                      id_of(element), 0);
        return;
    }
    define_note(verifier, element);
    ph_verify_story(verifier, element);
    if (!ph_xml_next(element, NULL))
        check_separators(verifier, element);
}

void ph_verify_use_note(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_use(verifier, is_footnote(element) ? PH_TOPIC_FOOTNOTE : PH_TOPIC_ENDNOTE,
                  id_of(element), 0);
}
