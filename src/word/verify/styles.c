/* Styles and numbers: where they are defined, and where they are used (ECMA-376 part 1, 17.7 and
 * 17.9). */
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

/* ---- numbers ---- */

void ph_verify_abstract(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_define(verifier, PH_TOPIC_ABSTRACT, ph_xml_attribute(element, "abstractNumId"), 0);
}

void ph_verify_use_abstract(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_use(verifier, PH_TOPIC_ABSTRACT, ph_xml_attribute(element, "val"), 0);
}

void ph_verify_number(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_define(verifier, PH_TOPIC_NUMBER, ph_xml_attribute(element, "numId"), 0);
}

/* Zero takes a number away (17.9.18). */
void ph_verify_use_number(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *value = ph_xml_attribute(element, "val");
    if (value && strcmp(value, "0") != 0)
        ph_verify_use(verifier, PH_TOPIC_NUMBER, value, 0);
}

/* ---- styles ---- */

static char kind_of(const xmlNode *style)
{
    const char *type = ph_xml_attribute(style, "type");
    return type ? *type : 'p';
}

/* Of what kind the style must be: that of what wears it, or of the style that is based on it. */
static char wanted_kind(const xmlNode *element)
{
    static const struct {
        const char *name;
        char kind;
    } kinds[] = {{"pStyle", 'p'}, {"rStyle", 'c'},    {"tblStyle", 't'},
                 {"next", 'p'},   {"styleLink", 'n'}, {"numStyleLink", 'n'}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ph_xml_is(element, kinds[i].name))
            return kinds[i].kind;
    return ph_xml_is(element, "basedOn") ? kind_of(element->parent) : 0;
}

void ph_verify_use_style(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_use(verifier, PH_TOPIC_STYLE, ph_xml_attribute(element, "val"), wanted_kind(element));
}

void ph_verify_style(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_order(verifier, element);
    ph_verify_define(verifier, PH_TOPIC_STYLE, ph_xml_attribute(element, "styleId"),
                     kind_of(element));
}

/* ---- what a style is based on ---- */

struct base {
    const char *style, *based_on;
    size_t seen; /* in which round; 0: not yet */
};

static int by_style(const void *a, const void *b)
{
    return strcmp(((const struct base *)a)->style, ((const struct base *)b)->style);
}

static struct base *list_bases(const xmlNode *styles, size_t *count)
{
    struct base *bases = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const xmlNode *one = ph_xml_first(styles, "style"); one; one = ph_xml_next(one, "style")) {
        const char *style = ph_xml_attribute(one, "styleId");
        const char *based_on = ph_wml_value(one, "basedOn");
        if (!style || !based_on)
            continue;
        bases = ph_grow(bases, *count, &capacity, sizeof *bases);
        bases[(*count)++] = (struct base){style, based_on, 0};
    }
    if (*count)
        qsort(bases, *count, sizeof *bases, by_style);
    return bases;
}

/* Follows each style to what it is based on, until one ends or was met before: in this round it is
 * a cycle. Each is met once. */
void ph_verify_bases(struct ph_verifier *verifier, const struct ph_verify_part *part)
{
    size_t count;
    struct base *bases = list_bases(part->root, &count);
    for (size_t i = 0; i < count; i++) {
        struct base *at = &bases[i];
        while (at && !at->seen) {
            struct base key = {.style = at->based_on};
            at->seen = i + 1;
            at = bsearch(&key, bases, count, sizeof key, by_style);
        }
        if (at && at->seen == i + 1)
            ph_faults_add(verifier->faults, PH_FAULT_STYLE_CYCLE, part->name, 0, "style %s",
                          at->style);
    }
    free(bases);
}
