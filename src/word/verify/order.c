/* The order of properties (ECMA-376 part 1, annex A.1): orders.def. */
#include <string.h>

#include "word/verify/inside.h"

static const struct order {
    const char *parent;
    enum ph_fault_kind fault;
    bool repeats; /* a child may stand more than once */
    const char *children;
} orders[] = {
#define PH_ORDER(parent, fault, repeats, children) {parent, PH_FAULT_##fault, repeats, children},
#include "word/verify/orders.def"
#undef PH_ORDER
};

/* The place of a name in a list of words, from `from` on; NULL: not there. */
static const char *find_word(const char *from, const char *name)
{
    size_t length = strlen(name);
    while (*from) {
        size_t word = strcspn(from, " ");
        if (word == length && !memcmp(from, name, length))
            return from;
        from += word;
        from += *from == ' ';
    }
    return NULL;
}

/* In the part of styles there are no paragraphs to tell a place by. */
static const char *style_around(const xmlNode *element)
{
    while (element && element->type == XML_ELEMENT_NODE && !ph_wml_is(element, "style"))
        element = element->parent;
    bool found = element && element->type == XML_ELEMENT_NODE;
    return found ? ph_xml_attribute(element, "styleId") : NULL;
}

static void say(struct ph_verifier *verifier, const xmlNode *child, const struct order *order)
{
    const char *style = style_around(child);
    ph_faults_add(verifier->faults, order->fault, ph_verify_here(verifier), verifier->paragraph,
                  "w:%s in w:%s%s%s", (const char *)child->name, order->parent,
                  style ? " of style " : "", style ? style : "");
}

static bool is_listed(const struct order *order, const char *name)
{
    return find_word(order->children, name) != NULL;
}

static void check(struct ph_verifier *verifier, const xmlNode *element, const struct order *order)
{
    const char *last = NULL;
    for (const xmlNode *one = ph_xml_first(element, NULL); one; one = ph_xml_next(one, NULL)) {
        const char *name = (const char *)one->name;
        if (ph_wml_space_of(one->ns) != PH_WML_WORD)
            continue;
        const char *found = find_word(last ? last : order->children, name);
        if (!found && !is_listed(order, name)) {
            name = "*";
            found = find_word(last ? last : order->children, name);
        }
        bool again = found && found == last && !order->repeats;
        if (found && !again) {
            last = found;
        } else if (again || is_listed(order, name)) {
            say(verifier, one, order);
            return;
        }
    }
}

void ph_verify_order(struct ph_verifier *verifier, const xmlNode *element)
{
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (!strcmp((const char *)element->name, orders[i].parent)) {
            check(verifier, element, &orders[i]);
            return;
        }
}
