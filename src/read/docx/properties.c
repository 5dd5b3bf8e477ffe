#include "read/docx/properties.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/element.h"

enum { LONGEST = 80 }; /* bytes of a value: it is for a message */

/* ---- highlights ---- */

static bool is_paper(const char *colour)
{
    return !colour || !strcmp(colour, "auto") || !strcasecmp(colour, "ffffff");
}

bool ph_wml_is_highlighted(const xmlNode *properties)
{
    const char *highlight = ph_wml_value(properties, "highlight");
    const xmlNode *ground = ph_wml_first(properties, "shd");
    if (highlight)
        return strcmp(highlight, "none") != 0;
    return ground && !is_paper(ph_xml_attribute(ground, "fill"));
}

void ph_wml_hear_highlight(struct ph_wml_highlights *highlights, bool highlighted, const char *text)
{
    if (highlighted && !highlights->open && strspn(text, " ") == strlen(text))
        return;
    highlights->count += highlighted && !highlights->open;
    highlights->open = highlighted;
    if (highlighted && highlights->count == 1 && highlights->first.length <= LONGEST)
        ph_buffer_put(&highlights->first, text);
}

/* ---- lines ---- */

static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* "name: value", the value in one line, cut where it is long. */
static void put_line(const char *name, const char *value, struct ph_buffer *out)
{
    struct ph_buffer folded = {0};
    ph_buffer_fold(&folded, value, strlen(value));
    ph_buffer_trim(&folded);
    size_t length = folded.length;
    if (length > LONGEST)
        for (length = LONGEST; length && is_inside(folded.data[length]);)
            length--;
    if (length)
        ph_buffer_printf(out, "%s: %.*s%s\n", name, (int)length, folded.data,
                         length < folded.length ? "…" : "");
    ph_buffer_free(&folded);
}

static const struct {
    const char *part, *element, *name;
} known[] = {
    {"core-properties", "creator", "creator"},
    {"core-properties", "lastModifiedBy", "last-modified-by"},
    {"extended-properties", "Manager", "manager"},
};

static void put_known(struct ph_opc *opc, const struct ph_opc_relations *relations, size_t at,
                      struct ph_buffer *out)
{
    const struct ph_opc_relation *relation = ph_opc_next(relations, NULL, known[at].part);
    xmlNode *root = NULL;
    if (!relation || ph_opc_root(opc, relation->target, &root, NULL) != PH_OK)
        return;
    const xmlNode *element = ph_xml_first(root, known[at].element);
    char *value = element ? ph_xml_content(element) : NULL;
    if (value)
        put_line(known[at].name, value, out);
    free(value);
}

void ph_wml_put_properties(struct ph_opc *opc, const struct ph_wml_highlights *highlights,
                           struct ph_buffer *out)
{
    struct ph_opc_relations relations;
    const bool related = ph_opc_relate(opc, "", &relations, NULL) == PH_OK;
    for (size_t i = 0; related && i < sizeof known / sizeof *known; i++)
        put_known(opc, &relations, i, out);
    if (highlights->count)
        put_line("highlighted", ph_buffer_text(&highlights->first), out);
}
