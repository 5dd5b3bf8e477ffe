/* Once through a part: each element, and what holds inside of it. */
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

static const struct known {
    const char *name;
    ph_verify_element *verify;
} elements[] = {
#define PH_VERIFY(name, function) {#name, ph_verify_##function},
#include "word/verify/verify.def"
#undef PH_VERIFY
};

static int by_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct known *)element)->name);
}

const char *ph_verify_here(const struct ph_verifier *verifier)
{
    return verifier->parts[verifier->part].name;
}

struct ph_verify_level *ph_verify_level(struct ph_verifier *verifier)
{
    return &verifier->levels[verifier->depth];
}

/* ---- attributes ---- */

static void check_relation(struct ph_verifier *verifier, const xmlNode *element,
                           const xmlAttr *attribute)
{
    const char *id = attribute->children ? (const char *)attribute->children->content : "";
    if (*id && !ph_verify_relation(verifier, id))
        ph_verify_fault(verifier, RELATION_UNDEFINED, "“%s” of %s", id,
                        (const char *)element->name);
}

/* Lists of prefixes, which stand for their namespaces. */
static void check_prefixes(struct ph_verifier *verifier, const xmlNode *element,
                           const xmlAttr *attribute)
{
    static const char *const lists[] = {"Ignorable", "MustUnderstand"};
    const char *list = attribute->children ? (const char *)attribute->children->content : "";
    const char *name = (const char *)attribute->name;
    if (strcmp(name, lists[0]) != 0 && strcmp(name, lists[1]) != 0)
        return;
    while (*(list += strspn(list, " \t\r\n"))) {
        size_t length = strcspn(list, " \t\r\n");
        char *prefix = ph_copy_n(list, length);
        if (!xmlSearchNs(element->doc, (xmlNode *)element, (const xmlChar *)prefix))
            ph_verify_fault(verifier, PREFIX_UNDECLARED, "“%s” in mc:%s", prefix, name);
        free(prefix);
        list += length;
    }
}

/* ST_LongHexNumber: eight digits, below 80000000. */
static void check_paragraph_id(struct ph_verifier *verifier, const xmlAttr *attribute)
{
    const char *id = attribute->children ? (const char *)attribute->children->content : "";
    if (strcmp((const char *)attribute->name, "paraId") != 0)
        return;
    if (strlen(id) != 8 || strspn(id, "0123456789ABCDEFabcdef") != 8 || id[0] > '7')
        ph_verify_fault(verifier, PARAGRAPH_ID, "w14:paraId “%s”", id);
    else
        ph_verify_define(verifier, PH_TOPIC_PARAGRAPH, id, 0);
}

/* A prefix without a namespace stays in the name. */
static void check_declared(struct ph_verifier *verifier, const xmlChar *name)
{
    if (strchr((const char *)name, ':'))
        ph_verify_fault(verifier, PREFIX_UNDECLARED, "%s", (const char *)name);
}

void ph_verify_attributes(struct ph_verifier *verifier, const xmlNode *element)
{
    if (!element->ns)
        check_declared(verifier, element->name);
    for (const xmlAttr *one = element->properties; one; one = one->next) {
        enum ph_wml_space space = ph_wml_space_of(one->ns);
        if (!one->ns)
            check_declared(verifier, one->name);
        else if (space == PH_WML_RELATION)
            check_relation(verifier, element, one);
        else if (space == PH_WML_COMPATIBILITY)
            check_prefixes(verifier, element, one);
        else if (space == PH_WML_WORD_2010)
            check_paragraph_id(verifier, one);
    }
}

/* ---- the walk ---- */

static void leave(struct ph_verifier *verifier)
{
    const struct ph_verify_level *level = ph_verify_level(verifier);
    if (level->story)
        ph_verify_end_story(verifier, level);
    verifier->depth--;
}

/* What holds around an element holds inside of it, until its own function says otherwise. */
static void enter(struct ph_verifier *verifier, const xmlNode *element)
{
    struct ph_verify_level inside = *ph_verify_level(verifier);
    inside.element = element;
    inside.story = false;
    verifier->levels[++verifier->depth] = inside;
    ph_verify_attributes(verifier, element);
    if (ph_wml_space_of(element->ns) != PH_WML_WORD || !verifier->parts[verifier->part].judged)
        return;
    const struct known *known = bsearch(element->name, elements, sizeof elements / sizeof *elements,
                                        sizeof *elements, by_name);
    if (known)
        known->verify(verifier, element);
    ph_verify_values(verifier, element);
}

/* Of alternative contents only the first choice is read: the others repeat its identifiers. The
 * depth is that of the file, which the parser limits. */
void ph_verify_part(struct ph_verifier *verifier, size_t part)
{
    const xmlNode *root = verifier->parts[part].root;
    verifier->part = part;
    verifier->paragraph = 0;
    verifier->depth = 0;
    verifier->levels[0] = (struct ph_verify_level){.story = true};
    verifier->open[0].count = verifier->open[1].count = 0;
    verifier->separator = verifier->continuation = false;
    for (const xmlNode *one = root; one; one = ph_wml_step(root, one, false)) {
        while (verifier->depth && ph_verify_level(verifier)->element != one->parent)
            leave(verifier);
        enter(verifier, one);
    }
    while (verifier->depth)
        leave(verifier);
    ph_verify_end_story(verifier, ph_verify_level(verifier));
}
