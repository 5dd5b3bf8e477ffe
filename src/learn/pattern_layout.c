/* The look of the file: lines that a person can read, and the comments. The words of the comments
 * are data: templates/en/pattern.xml. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "learn/pattern_file.h"

enum { WIDTH = 100, STEP = 2 };

/* Where the next character comes, and where a new line begins. */
struct line {
    size_t column, indent;
};

static void break_line(struct line *line, struct ph_buffer *out)
{
    ph_buffer_printf(out, "\n%*s", (int)line->indent, "");
    line->column = line->indent;
}

/* Adds words; a space becomes a new line where the word behind it does not fit. */
static void wrap(struct line *line, const char *words, struct ph_buffer *out)
{
    for (const char *c = words; *c; c++) {
        if (*c == ' ' && line->column + 1 + strcspn(c + 1, " ") > WIDTH) {
            break_line(line, out);
            continue;
        }
        ph_buffer_char(out, *c);
        line->column += ((unsigned char)*c & 0xC0) != 0x80;
    }
}

static void lay_out_text(struct line *line, xmlNode *text)
{
    struct ph_buffer out = {0};
    wrap(line, (const char *)text->content, &out);
    const xmlNode *next = text->next;
    if (out.length && out.data[out.length - 1] == ' ' && next && ph_xml_is(next, "slot")) {
        out.data[--out.length] = '\0';
        break_line(line, &out);
    }
    xmlNodeSetContent(text, BAD_CAST ph_buffer_text(&out));
    ph_buffer_free(&out);
}

static size_t tag_width(const xmlNode *element)
{
    size_t width = strlen((const char *)element->name) + 2;
    for (const xmlAttr *one = element->properties; one; one = one->next)
        width += strlen((const char *)one->name) + 4 +
                 (one->children ? strlen((const char *)one->children->content) : 0);
    return width;
}

static void lay_out_words(struct line *line, xmlNode *element);

/* The words of a slot and what each member had, one a line. */
static void lay_out_slot(struct line *line, xmlNode *slot)
{
    struct ph_buffer out = {0};
    struct line inside = {.indent = line->indent + STEP};
    break_line(&inside, &out);
    lay_out_words(&inside, slot);
    if (slot->children)
        xmlAddPrevSibling(slot->children, xmlNewText(BAD_CAST ph_buffer_text(&out)));
    for (xmlNode *seen = ph_xml_first(slot, "seen"); seen; seen = ph_xml_next(seen, "seen"))
        xmlAddPrevSibling(seen, xmlNewText(BAD_CAST ph_buffer_text(&out)));
    ph_buffer_clear(&out);
    break_line(line, &out);
    ph_xml_add_text(slot, out.data, out.length);
    ph_buffer_free(&out);
}

/* An element whose white space is that of words. Texts nest no deeper than their few elements. */
static void lay_out_words(struct line *line, xmlNode *element)
{
    for (xmlNode *one = element->children; one; one = one->next) {
        if (one->type == XML_TEXT_NODE) {
            lay_out_text(line, one);
        } else if (ph_xml_is(one, "slot")) {
            lay_out_slot(line, one);
        } else if (!ph_xml_is(one, "seen")) {
            line->column += tag_width(one);
            lay_out_words(line, one);
        }
        if (one->type == XML_ELEMENT_NODE)
            line->column += strlen((const char *)one->name) + 3;
    }
}

static size_t depth_of(const xmlNode *element)
{
    size_t depth = 0;
    for (const xmlNode *up = element->parent; up && up->type == XML_ELEMENT_NODE; up = up->parent)
        depth++;
    return depth;
}

static bool holds_words(const xmlNode *element)
{
    for (const xmlNode *one = element->children; one; one = one->next)
        if (one->type == XML_TEXT_NODE)
            return true;
    return false;
}

void ph_pattern_lay_out(xmlNode *root)
{
    for (xmlNode *node = root; node;) {
        bool words = holds_words(node);
        if (words) {
            size_t indent = STEP * depth_of(node);
            struct line line = {.column = indent + tag_width(node), .indent = indent + STEP};
            lay_out_words(&line, node);
        }
        node = ph_xml_step(node, words);
    }
}

/* ---- comments ---- */

/* The words of a comment's paragraphs, wrapped, with an empty line between them. */
static char *words_of(const xmlNode *comment, size_t indent)
{
    struct ph_buffer out = {0};
    struct line line = {.column = indent + 4, .indent = indent + 5};
    for (const xmlNode *one = ph_xml_first(comment, "p"); one; one = ph_xml_next(one, "p")) {
        char *words = ph_xml_content(one);
        if (out.length) {
            ph_buffer_char(&out, '\n');
            break_line(&line, &out);
        } else {
            ph_buffer_char(&out, ' ');
        }
        wrap(&line, words, &out);
        free(words);
    }
    ph_buffer_char(&out, ' ');
    return ph_buffer_take(&out);
}

/* The first element of that name, or the paragraph that it stands in: comments stand between
 * elements that are read one by one. */
static xmlNode *first_of(xmlNode *root, const char *name)
{
    xmlNode *node = root;
    while (node && !ph_xml_is(node, name))
        node = ph_xml_step(node, false);
    for (xmlNode *up = node; up && up != root; up = up->parent)
        if (ph_xml_first(up, "text"))
            return up;
    return node;
}

static enum ph_status add_comment(xmlDoc *doc, const xmlNode *comment, const char *path,
                                  struct ph_error *error)
{
    const char *before = ph_xml_attribute(comment, "before");
    xmlNode *place = before ? first_of(xmlDocGetRootElement(doc), before) : NULL;
    if (!place) /* a pattern without such a thing needs no word about it */
        return PH_OK;
    char *words = words_of(comment, STEP * depth_of(place));
    bool fits = !strstr(words, "--");
    if (fits)
        xmlAddPrevSibling(place, xmlNewDocComment(doc, BAD_CAST words));
    free(words);
    return fits ? PH_OK
                : ph_fail(error, PH_FORMAT, "%s:%d: a comment must not hold two hyphens in a row",
                          path, ph_xml_line(comment));
}

enum ph_status ph_pattern_add_comments(xmlDoc *doc, struct ph_error *error)
{
    char *path = ph_data_path("templates/en/pattern.xml");
    xmlDoc *comments;
    enum ph_status status = ph_xml_read(path, &comments, error);
    if (status == PH_OK) {
        const xmlNode *root = xmlDocGetRootElement(comments);
        for (const xmlNode *one = ph_xml_first(root, "comment"); one && status == PH_OK;
             one = ph_xml_next(one, "comment"))
            status = add_comment(doc, one, path, error);
        xmlFreeDoc(comments);
    }
    free(path);
    return status;
}
