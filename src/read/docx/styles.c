#include "read/docx/styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/element.h"

/* People take black and what is nearly so for one. */
static bool is_tinted(const char *value)
{
    enum { DARK = 0x48 };
    if (!value || strspn(value, "0123456789abcdefABCDEF") != 6 || value[6])
        return false;
    const long colour = strtol(value, NULL, 16);
    return (colour >> 16) > DARK || (colour >> 8 & 0xFF) > DARK || (colour & 0xFF) > DARK;
}

static const char *font_of(const xmlNode *fonts)
{
    const char *named = ph_xml_attribute(fonts, "ascii");
    return ph_xml_attribute(fonts, "asciiTheme") ? "" : named;
}

static void add_face(const xmlNode *one, const char *value, struct ph_wml_look *look)
{
    if (ph_wml_is(one, "u"))
        look->traits[PH_WML_LINED] = value && strcmp(value, "none") != 0;
    else if (ph_wml_is(one, "strike") || ph_wml_is(one, "dstrike"))
        look->traits[PH_WML_STRICKEN] = look->traits[PH_WML_STRICKEN] == 1 || ph_wml_is_on(one);
    else if (ph_wml_is(one, "color"))
        look->traits[PH_WML_TINTED] = is_tinted(value);
    else if (ph_wml_is(one, "caps") || ph_wml_is(one, "smallCaps"))
        look->traits[PH_WML_UPPER] = look->traits[PH_WML_UPPER] == 1 || ph_wml_is_on(one);
    else if (ph_wml_is(one, "rFonts"))
        look->font = font_of(one);
}

struct ph_wml_look ph_wml_look_of(const xmlNode *properties)
{
    enum { UNSEEN = 4 }; /* half points: nobody reads two points */
    struct ph_wml_look look = {{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1}, NULL, 0};
    const xmlNode *one = properties ? ph_xml_first(properties, NULL) : NULL;
    for (; one; one = ph_xml_next(one, NULL)) {
        const char *value = ph_xml_attribute(one, "val");
        if (ph_wml_is(one, "i"))
            look.traits[PH_WML_ITALIC] = ph_wml_is_on(one);
        else if (ph_wml_is(one, "b"))
            look.traits[PH_WML_BOLD] = ph_wml_is_on(one);
        else if (ph_wml_is(one, "vanish"))
            look.traits[PH_WML_VANISH] = ph_wml_is_on(one);
        else if (ph_wml_is(one, "vertAlign")) {
            look.traits[PH_WML_RAISED] = value && !strcmp(value, "superscript");
            look.traits[PH_WML_SUNK] = value && !strcmp(value, "subscript");
        } else if (ph_wml_is(one, "sz")) {
            look.size = ph_wml_number(one, "val", 0);
            look.traits[PH_WML_TINY] = ph_wml_number(one, "val", UNSEEN + 1) <= UNSEEN;
        } else
            add_face(one, value, &look);
    }
    return look;
}

/* ---- reading ---- */

static struct ph_wml_style style_of(const xmlNode *element, struct ph_arena *arena)
{
    const char *id = ph_xml_attribute(element, "styleId");
    const xmlNode *properties = ph_wml_first(element, "pPr");
    const xmlNode *number = ph_wml_first(properties, "numPr");
    return (struct ph_wml_style){
        .id = ph_arena_copy(arena, id ? id : ""),
        .name = ph_arena_copy(arena, ph_wml_value(element, "name")),
        .based_on = ph_arena_copy(arena, ph_wml_value(element, "basedOn")),
        .look = ph_wml_look_of(ph_wml_first(element, "rPr")),
        .list = ph_wml_number(ph_wml_first(number, "numId"), "val", -1),
        .level = ph_wml_number(ph_wml_first(number, "ilvl"), "val", -1),
        .outline = ph_wml_number(ph_wml_first(properties, "outlineLvl"), "val", -1)};
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct ph_wml_style *)a)->id, ((const struct ph_wml_style *)b)->id);
}

static struct ph_wml_style *find(const struct ph_wml_styles *styles, const char *id)
{
    struct ph_wml_style key = {.id = id};
    return id && styles->count
               ? bsearch(&key, styles->items, styles->count, sizeof *styles->items, by_id)
               : NULL;
}

const struct ph_wml_style *ph_wml_style(const struct ph_wml_styles *styles, const char *id)
{
    return find(styles, id);
}

/* ---- inheriting ---- */

static void inherit(struct ph_wml_style *style, const struct ph_wml_style *from)
{
    for (size_t i = 0; i < PH_WML_TRAITS; i++)
        if (style->look.traits[i] < 0)
            style->look.traits[i] = from->look.traits[i];
    style->look.font = style->look.font ? style->look.font : from->look.font;
    style->look.size = style->look.size ? style->look.size : from->look.size;
    if (style->list < 0) {
        style->list = from->list;
        style->level = style->level < 0 ? from->level : style->level;
    }
    style->outline = style->outline < 0 ? from->outline : style->outline;
}

/* Settles a style and all that it is based on, from the last of them to the first. A style that
 * leads back to itself inherits nothing there. `way` has room for all styles. */
static void settle(struct ph_wml_styles *styles, struct ph_wml_style *style,
                   struct ph_wml_style **way)
{
    size_t count = 0;
    for (; style && style->state == PH_WML_OPEN; style = find(styles, style->based_on)) {
        style->state = PH_WML_ON_THE_WAY;
        way[count++] = style;
    }
    if (style && style->state == PH_WML_ON_THE_WAY) {
        styles->cyclic = true;
        style = NULL;
    }
    while (count) {
        struct ph_wml_style *one = way[--count];
        if (style)
            inherit(one, style);
        one->state = PH_WML_SETTLED;
        style = one;
    }
}

void ph_wml_read_styles(const xmlNode *root, struct ph_arena *arena, struct ph_wml_styles *styles)
{
    const char *standard = NULL;
    const xmlNode *defaults = ph_wml_first(ph_wml_first(root, "docDefaults"), "rPrDefault");
    *styles = (struct ph_wml_styles){.defaults = ph_wml_look_of(ph_wml_first(defaults, "rPr"))};
    const xmlNode *one = ph_wml_first(root, "style");
    for (; one; one = ph_xml_next(one, "style")) {
        const char *type = ph_xml_attribute(one, "type"), *id = ph_xml_attribute(one, "styleId");
        const char *chosen = ph_xml_attribute(one, "default");
        styles->items =
            ph_grow(styles->items, styles->count, &styles->capacity, sizeof *styles->items);
        styles->items[styles->count++] = style_of(one, arena);
        if (type && !strcmp(type, "paragraph") && chosen &&
            (!strcmp(chosen, "1") || !strcmp(chosen, "true")))
            standard = id;
    }
    if (!styles->count)
        return;
    qsort(styles->items, styles->count, sizeof *styles->items, by_id);
    struct ph_wml_style **way = ph_alloc_zero(styles->count, sizeof(struct ph_wml_style *));
    for (size_t i = 0; i < styles->count; i++)
        settle(styles, &styles->items[i], way);
    free(way);
    styles->paragraph = find(styles, standard);
}

void ph_wml_free_styles(struct ph_wml_styles *styles)
{
    free(styles->items);
    *styles = (struct ph_wml_styles){0};
}

/* ---- asking ---- */

static bool is_toggle(enum ph_wml_trait trait)
{
    return trait == PH_WML_ITALIC || trait == PH_WML_BOLD || trait == PH_WML_VANISH;
}

bool ph_wml_wears(const struct ph_wml_styles *styles, const struct ph_wml_style *paragraph,
                  const struct ph_wml_style *run, const struct ph_wml_look *direct,
                  enum ph_wml_trait trait)
{
    int below = paragraph ? paragraph->look.traits[trait] : -1;
    int above = run ? run->look.traits[trait] : -1;
    int standard = styles->defaults.traits[trait];
    if (direct->traits[trait] >= 0)
        return direct->traits[trait];
    if (!is_toggle(trait))
        return above >= 0 ? above : below >= 0 ? below : standard == 1;
    return standard == 1 || (below == 1) != (above == 1);
}

struct ph_wml_look ph_wml_face(const struct ph_wml_styles *styles,
                               const struct ph_wml_style *paragraph, const struct ph_wml_style *run,
                               const struct ph_wml_look *direct)
{
    const struct ph_wml_look *said[] = {direct, run ? &run->look : NULL,
                                        paragraph ? &paragraph->look : NULL, &styles->defaults};
    struct ph_wml_look face = {.font = NULL};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        face.font = face.font || !said[i] ? face.font : said[i]->font;
        face.size = face.size || !said[i] ? face.size : said[i]->size;
    }
    return face;
}
