#include "draft/asked.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/xml.h"

/* The content of a child element; caller frees. */
static char *content_of(const xmlNode *element, const char *name)
{
    const xmlNode *child = ph_xml_first(element, name);
    return child ? ph_xml_content(child) : ph_copy("");
}

/* The <pattern> that a fact names; "": it names none. NULL: there is no such pattern. */
static char *pattern_of(const xmlNode *element)
{
    const char *name = ph_xml_attribute(element, "pattern");
    if (!name)
        return ph_copy("");
    const xmlNode *one = ph_xml_first(element->parent, "pattern");
    for (; one; one = ph_xml_next(one, "pattern")) {
        const char *own = ph_xml_attribute(one, "name");
        if (own && !strcmp(own, name))
            return ph_xml_content(one);
    }
    return NULL;
}

static enum ph_status compile(struct ph_asked *asked, const char *where, struct ph_error *error)
{
    struct ph_buffer whole = {0};
    ph_buffer_printf(&whole, "\\A(?:%s)\\z", asked->pattern);
    enum ph_status status =
        ph_regex_new(ph_buffer_text(&whole), false, false, where, &asked->whole, error);
    ph_buffer_free(&whole);
    return status;
}

static enum ph_status add(struct ph_asked_list *list, const xmlNode *element,
                          struct ph_error *error)
{
    char where[1024];
    const char *form = ph_xml_attribute(element, "form");
    const char *of = ph_xml_attribute(element, "of");
    snprintf(where, sizeof where, "%s:%d", list->path, ph_xml_line(element));
    list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    struct ph_asked *asked = &list->items[list->count++];
    *asked = (struct ph_asked){
        .name = ph_xml_attribute(element, "name"),
        .of = of ? of : "",
        .before = ph_xml_attribute(element, "before"),
        .behind = ph_xml_attribute(element, "behind"),
        .title = content_of(element, "title"),
        .expected = content_of(element, "expected"),
        .pattern = pattern_of(element),
        .form = form ? ph_form_find(form) : NULL,
        .none = ph_xml_attribute(element, "none") != NULL,
        .element = element,
    };
    if (!asked->name || !asked->form || !asked->pattern)
        return ph_fail(error, PH_FORMAT,
                       "%s: a fact needs a name, a form that exists and a pattern", where);
    return compile(asked, where, error);
}

enum ph_status ph_asked_load(struct ph_asked_list **made, struct ph_error *error)
{
    struct ph_asked_list *list = ph_alloc_zero(1, sizeof *list);
    list->path = ph_data_path("rules/en/facts.xml");
    enum ph_status status = ph_xml_read(list->path, &list->doc, error);
    const xmlNode *one = NULL;
    if (status == PH_OK)
        one = ph_xml_first(xmlDocGetRootElement(list->doc), "fact");
    for (; one && status == PH_OK; one = ph_xml_next(one, "fact"))
        status = add(list, one, error);
    if (status == PH_OK)
        *made = list;
    else
        ph_asked_free(list);
    return status;
}

void ph_asked_free(struct ph_asked_list *list)
{
    if (!list)
        return;
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].expected);
        free(list->items[i].pattern);
        ph_regex_free(list->items[i].whole);
    }
    free(list->items);
    free(list->path);
    xmlFreeDoc(list->doc);
    free(list);
}

const struct ph_asked *ph_asked_find(const struct ph_asked_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].name, name))
            return &list->items[i];
    return NULL;
}
