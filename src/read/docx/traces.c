/* What words show that they do not say: fonts, lines, colours, links; numbers of two sorts. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "read/docx/wml.h"

/* ---- what most of the words look like ---- */

enum { FACES = 32 };

/* How many bytes of text have each of the fonts and sizes; what comes when all are taken is not
 * counted. */
struct faces {
    const char *fonts[FACES];
    long sizes[FACES];
    size_t font_bytes[FACES], size_bytes[FACES];
};

static void count_font(struct faces *faces, const char *font, size_t bytes)
{
    for (size_t i = 0; font && i < FACES; i++) {
        faces->fonts[i] = faces->fonts[i] ? faces->fonts[i] : font;
        if (!strcmp(faces->fonts[i], font)) {
            faces->font_bytes[i] += bytes;
            return;
        }
    }
}

static void count_size(struct faces *faces, long size, size_t bytes)
{
    for (size_t i = 0; size && i < FACES; i++) {
        faces->sizes[i] = faces->sizes[i] ? faces->sizes[i] : size;
        if (faces->sizes[i] == size) {
            faces->size_bytes[i] += bytes;
            return;
        }
    }
}

static size_t most_of(const size_t bytes[FACES])
{
    size_t most = 0;
    for (size_t i = 1; i < FACES; i++)
        most = bytes[i] > bytes[most] ? i : most;
    return most;
}

static size_t text_of(const xmlNode *run)
{
    size_t bytes = 0;
    for (const xmlNode *one = ph_xml_first(run, NULL); one; one = ph_xml_next(one, NULL))
        for (const xmlNode *text = ph_wml_is(one, "t") ? one->children : NULL; text;
             text = text->next)
            bytes += text->content ? strlen((const char *)text->content) : 0;
    return bytes;
}

void ph_wml_measure(struct ph_wml *wml, const xmlNode *top, enum ph_block_kind kind)
{
    struct ph_wml_measure *measure =
        &wml->measures[kind == PH_BLOCK_NOTE ? PH_WML_OF_NOTES : PH_WML_OF_TEXT];
    struct faces faces = {0};
    const struct ph_wml_style *paragraph = NULL;
    const xmlNode *one = top;
    while ((one = ph_wml_step(top, one, false))) {
        if (ph_wml_is(one, "p")) {
            paragraph =
                ph_wml_style(&wml->styles, ph_wml_value(ph_wml_first(one, "pPr"), "pStyle"));
            paragraph = paragraph ? paragraph : wml->styles.paragraph;
        }
        const size_t bytes = ph_wml_is(one, "r") ? text_of(one) : 0;
        if (!bytes)
            continue;
        const xmlNode *properties = ph_wml_first(one, "rPr");
        const struct ph_wml_look direct = ph_wml_look_of(properties);
        const struct ph_wml_style *style =
            ph_wml_style(&wml->styles, ph_wml_value(properties, "rStyle"));
        const struct ph_wml_look face = ph_wml_face(&wml->styles, paragraph, style, &direct);
        count_font(&faces, face.font, bytes);
        count_size(&faces, face.size, bytes);
        measure->bold =
            measure->bold || ph_wml_wears(&wml->styles, paragraph, style, &direct, PH_WML_BOLD);
    }
    measure->font = faces.fonts[most_of(faces.font_bytes)];
    measure->size = faces.sizes[most_of(faces.size_bytes)];
}

/* ---- a run ---- */

/* Links have a look of their own. */
static const xmlNode *link_around(const xmlNode *run)
{
    const xmlNode *one = run->parent;
    while (one && one->type == XML_ELEMENT_NODE && !ph_wml_is(one, "p") &&
           !ph_wml_is(one, "hyperlink"))
        one = one->parent;
    return one && one->type == XML_ELEMENT_NODE && ph_wml_is(one, "hyperlink") ? one : NULL;
}

static bool is_link_style(const struct ph_wml_style *style)
{
    return style && ((style->id && strstr(style->id, "yperlink")) ||
                     (style->name && strstr(style->name, "yperlink")));
}

static bool starts(const char *target, const char *with)
{
    return !strncasecmp(target, with, strlen(with));
}

/* A file of one machine or of a network of one's own, or somebody's mail. */
static bool is_private(const char *target)
{
    return starts(target, "file:") || starts(target, "mailto:") || starts(target, "\\\\") ||
           (target[0] && target[1] == ':' && (target[2] == '\\' || target[2] == '/'));
}

static bool leads_home(const struct ph_wml *wml, const xmlNode *link)
{
    enum { MOST = 500 }; /* relations that are looked at for each link */
    const char *id = link ? ph_xml_attribute(link, "id") : NULL;
    for (size_t i = 0; id && i < wml->relations.count && i < MOST; i++) {
        const struct ph_opc_relation *one = &wml->relations.items[i];
        if (one->id && !strcmp(one->id, id))
            return one->external && is_private(one->target);
    }
    return false;
}

static unsigned face_traces(const struct ph_wml *wml, const struct ph_wml_style *paragraph,
                            const struct ph_wml_style *style, const struct ph_wml_look *direct,
                            enum ph_block_kind kind)
{
    const struct ph_wml_measure *most =
        &wml->measures[kind == PH_BLOCK_NOTE ? PH_WML_OF_NOTES : PH_WML_OF_TEXT];
    const struct ph_wml_look face = ph_wml_face(&wml->styles, paragraph, style, direct);
    unsigned traces = 0;
    if (face.font && most->font && *face.font && *most->font && strcmp(face.font, most->font) != 0)
        traces |= 1u << PH_TRACE_FONT;
    if (face.size && most->size && face.size != most->size)
        traces |= 1u << PH_TRACE_SIZE;
    if (most->bold && !ph_wml_wears(&wml->styles, paragraph, style, direct, PH_WML_BOLD))
        traces |= 1u << PH_TRACE_LIGHT;
    return traces;
}

unsigned ph_wml_run_traces(const struct ph_wml *wml, const xmlNode *run,
                           const struct ph_wml_style *paragraph, const struct ph_wml_style *style,
                           const struct ph_wml_look *direct, enum ph_block_kind kind)
{
    static const struct {
        enum ph_wml_trait trait;
        enum ph_trace_kind trace;
        bool of_links; /* links have it, too */
    } worn[] = {{PH_WML_LINED, PH_TRACE_UNDERLINED, true},
                {PH_WML_TINTED, PH_TRACE_COLOURED, true},
                {PH_WML_STRICKEN, PH_TRACE_STRUCK, false},
                {PH_WML_UPPER, PH_TRACE_CAPITALS, false},
                {PH_WML_SUNK, PH_TRACE_LOWERED, false}};
    if (kind == PH_BLOCK_FURNITURE)
        return 0;
    const xmlNode *properties = ph_wml_first(run, "rPr"), *link = link_around(run);
    const bool linked = link || is_link_style(style);
    unsigned traces = face_traces(wml, paragraph, style, direct, kind);
    for (size_t i = 0; i < sizeof worn / sizeof *worn; i++)
        if (!(linked && worn[i].of_links) &&
            ph_wml_wears(&wml->styles, paragraph, style, direct, worn[i].trait))
            traces |= 1u << worn[i].trace;
    if (ph_wml_is_highlighted(properties))
        traces |= 1u << PH_TRACE_HIGHLIGHTED;
    if (ph_wml_first(properties, "rPrChange"))
        traces |= 1u << PH_TRACE_CHANGED;
    if (kind == PH_BLOCK_TEXT && leads_home(wml, link))
        traces |= 1u << PH_TRACE_LINK;
    return traces;
}

/* ---- numbers ---- */

/* Of two rows of numbers one is typed, the other counted. A single number that goes on from at
 * least two of the other sort, and is followed by none of its own, is odd. */
void ph_wml_hear_number(struct ph_wml *wml, bool counted)
{
    enum { LEAST = 2 };
    struct ph_wml_numbers *numbers = &wml->numbers;
    struct ph_blocks *blocks = wml->blocks;
    struct ph_block *block = &blocks->items[blocks->count - 1];
    char *end;
    const long value = strtol(block->label, &end, 10);
    if (end == block->label || strcmp(end, ".") != 0)
        return;
    const bool goes_on = value == numbers->last + 1;
    numbers->last = value;
    if (numbers->row && numbers->counted == counted) {
        if (numbers->odd)
            blocks->items[numbers->odd - 1].trace_count--;
        numbers->odd = 0;
        numbers->row++;
        return;
    }
    const bool alone = numbers->odd && numbers->row == 1; /* the row before goes on behind it */
    numbers->before = alone ? numbers->before + 1 : numbers->row;
    if (!alone && goes_on && numbers->row >= LEAST) {
        block->traces[block->trace_count++] = (struct ph_trace){PH_TRACE_OTHER_NUMBER, 0, 0};
        numbers->odd = blocks->count;
    } else {
        numbers->odd = 0;
    }
    numbers->row = alone ? numbers->before : 1;
    numbers->counted = counted;
}
