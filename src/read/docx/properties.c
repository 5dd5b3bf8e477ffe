#include "read/docx/properties.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "un/symbol.h"
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
    {"extended-properties", "Company", "company"},
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

/* ---- of other parts ---- */

static void put_custom(struct ph_opc *opc, const struct ph_opc_relations *relations,
                       struct ph_buffer *out)
{
    enum { MOST = 100 };
    const struct ph_opc_relation *relation = ph_opc_next(relations, NULL, "custom-properties");
    xmlNode *root = NULL;
    if (!relation || ph_opc_root(opc, relation->target, &root, NULL) != PH_OK)
        return;
    const xmlNode *one = ph_xml_first(root, "property");
    for (int i = 0; one && i < MOST; one = ph_xml_next(one, "property"), i++) {
        struct ph_buffer name = {0};
        const char *given = ph_xml_attribute(one, "name");
        char *value = ph_xml_content(one);
        ph_buffer_printf(&name, "custom %s", given && !strpbrk(given, "\r\n:") ? given : "");
        put_line(ph_buffer_text(&name), value, out);
        ph_buffer_free(&name);
        free(value);
    }
}

/* Those whom Word knows by their comments and changes. */
static void put_people(struct ph_opc *opc, const struct ph_opc_relations *relations,
                       struct ph_buffer *out)
{
    const struct ph_opc_relation *relation = ph_opc_next(relations, NULL, "people");
    xmlNode *root = NULL;
    struct ph_buffer names = {0};
    if (!relation || ph_opc_root(opc, relation->target, &root, NULL) != PH_OK)
        return;
    const xmlNode *one = ph_xml_first(root, "person");
    for (; one && names.length <= LONGEST; one = ph_xml_next(one, "person")) {
        const char *name = ph_xml_attribute(one, "author");
        ph_buffer_printf(&names, "%s%s", names.length ? ", " : "", name ? name : "");
    }
    if (names.length)
        put_line("people", ph_buffer_text(&names), out);
    ph_buffer_free(&names);
}

/* Word's own template is named without its place. */
static void put_template(struct ph_opc *opc, const char *settings, struct ph_buffer *out)
{
    struct ph_opc_relations relations;
    if (ph_opc_relate(opc, settings, &relations, NULL) != PH_OK)
        return;
    for (size_t i = 0; i < relations.count; i++) {
        const struct ph_opc_relation *one = &relations.items[i];
        if (!strcmp(one->type, "attachedTemplate") && strpbrk(one->target, "/\\")) {
            put_line("template", one->target, out);
            return;
        }
    }
}

static void put_settings(struct ph_opc *opc, const struct ph_opc_relations *relations,
                         struct ph_buffer *out)
{
    const struct ph_opc_relation *settings = ph_opc_next(relations, NULL, "settings");
    xmlNode *root = NULL;
    if (!settings || ph_opc_root(opc, settings->target, &root, NULL) != PH_OK)
        return;
    const xmlNode *tracking = ph_wml_first(root, "trackRevisions");
    const xmlNode *protection = ph_wml_first(root, "documentProtection");
    const char *enforced = protection ? ph_xml_attribute(protection, "enforcement") : NULL;
    const char *edit = protection ? ph_xml_attribute(protection, "edit") : NULL;
    if (tracking && ph_wml_is_on(tracking))
        put_line("tracking", "on", out);
    if (enforced && strcmp(enforced, "0") != 0 && strcmp(enforced, "false") != 0)
        put_line("protection", edit ? edit : "on", out);
    if (ph_wml_first(root, "attachedTemplate"))
        put_template(opc, settings->target, out);
}

void ph_wml_put_properties(struct ph_opc *opc, const char *document, struct ph_buffer *out)
{
    struct ph_opc_relations relations;
    const bool related = ph_opc_relate(opc, "", &relations, NULL) == PH_OK;
    for (size_t i = 0; related && i < sizeof known / sizeof *known; i++)
        put_known(opc, &relations, i, out);
    if (related)
        put_custom(opc, &relations, out);
    if (ph_opc_relate(opc, document, &relations, NULL) != PH_OK)
        return;
    put_people(opc, &relations, out);
    put_settings(opc, &relations, out);
    if (ph_opc_next(&relations, NULL, "vbaProject"))
        put_line("macros", "yes", out);
}

void ph_wml_put_symbols(const struct ph_blocks *blocks, struct ph_buffer *out)
{
    char *first = NULL;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct ph_block *one = &blocks->items[i];
        struct ph_symbol symbol;
        size_t start, end;
        if (one->kind != PH_BLOCK_FURNITURE ||
            !ph_symbol_find(one->text, one->length, 0, &symbol, &start, &end))
            continue;
        char *printed = ph_symbol_printed(one->text + start, end - start);
        if (first && strcmp(first, printed) != 0) {
            struct ph_buffer both = {0};
            ph_buffer_printf(&both, "%s, %s", first, printed);
            put_line("other-symbol", ph_buffer_text(&both), out);
            ph_buffer_free(&both);
            i = blocks->count;
        }
        if (first)
            free(printed);
        else
            first = printed;
    }
    free(first);
}

void ph_wml_put_property(const char *name, const char *value, struct ph_buffer *out)
{
    if (value)
        put_line(name, value, out);
}
