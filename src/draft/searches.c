#include "draft/searches.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/xml.h"

bool ph_words_list_has(const struct ph_words_list *list, const char *word)
{
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i], word))
            return true;
    return false;
}

static void split(struct ph_words_list *list, const char *words)
{
    for (const char *at = words; *at;) {
        size_t length = strcspn(at, " \t\r\n");
        if (length > 0) {
            list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
            list->items[list->count++] = ph_copy_n(at, length);
        }
        at += length + strspn(at + length, " \t\r\n");
    }
}

static void split_attribute(struct ph_words_list *list, const xmlNode *element, const char *name,
                            const char *otherwise)
{
    const char *words = ph_xml_attribute(element, name);
    split(list, words ? words : otherwise);
}

static void free_list(struct ph_words_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
}

/* All parts, to stand behind a pattern: the groups of the pattern come first then. */
static char *read_parts(const xmlNode *root)
{
    struct ph_buffer out = {0};
    for (const xmlNode *one = ph_xml_first(root, "part"); one; one = ph_xml_next(one, "part")) {
        const char *name = ph_xml_attribute(one, "name");
        char *pattern = ph_xml_content(one);
        ph_buffer_printf(&out, "(?(DEFINE)(?<%s>%s))", name ? name : "", pattern);
        free(pattern);
    }
    return ph_buffer_take(&out);
}

/* Every group that is kept must be one of the pattern's; a part has none to keep. */
static bool has_groups(const struct ph_search *search, const struct ph_words_list *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        int group = ph_regex_group(search->regex, groups->items[i]);
        if (group <= 0 || group >= PH_REGEX_GROUPS)
            return false;
    }
    return true;
}

static bool is_reserved(const char *once)
{
    return !strcmp(once, "words") || !strcmp(once, "clause") || !strcmp(once, "series");
}

static enum ph_status add_search(struct ph_searches *searches, const xmlNode *element,
                                 const char *parts, const char *where, struct ph_error *error)
{
    searches->items =
        ph_grow(searches->items, searches->count, &searches->capacity, sizeof *searches->items);
    struct ph_search *search = &searches->items[searches->count++];
    *search = (struct ph_search){.name = ph_xml_attribute(element, "name")};
    split_attribute(&search->kinds, element, "in", "");
    split_attribute(&search->groups, element, "groups", "");
    split_attribute(&search->of, element, "of", "members");
    split_attribute(&search->once, element, "once", "words");
    const char *alone = ph_xml_attribute(element, "alone");
    search->alone = alone && !strcmp(alone, "yes");
    if (!search->name || search->kinds.count == 0 || search->once.count == 0)
        return ph_fail(error, PH_FORMAT, "%s: a fact needs name and in", where);
    struct ph_buffer pattern = {0};
    char *words = ph_xml_content(element);
    ph_buffer_put(&pattern, words);
    ph_buffer_put(&pattern, parts);
    enum ph_status status =
        ph_regex_new(ph_buffer_text(&pattern), false, false, where, &search->regex, error);
    ph_buffer_free(&pattern);
    free(words);
    if (status != PH_OK)
        return status;
    if (!has_groups(search, &search->groups) ||
        (!is_reserved(search->once.items[0]) && !has_groups(search, &search->once)))
        return ph_fail(error, PH_FORMAT, "%s: the pattern lacks a group that is named", where);
    return PH_OK;
}

enum ph_status ph_searches_load(struct ph_searches *searches, struct ph_error *error)
{
    *searches = (struct ph_searches){0};
    char *path = ph_data_path("templates/en/facts.xml");
    enum ph_status status = ph_xml_read(path, &searches->doc, error);
    if (status == PH_OK) {
        const xmlNode *root = xmlDocGetRootElement(searches->doc);
        char *parts = read_parts(root);
        for (const xmlNode *one = ph_xml_first(root, "fact"); one && status == PH_OK;
             one = ph_xml_next(one, "fact")) {
            char where[1024];
            snprintf(where, sizeof where, "%s:%d", path, ph_xml_line(one));
            status = add_search(searches, one, parts, where, error);
        }
        free(parts);
    }
    free(path);
    return status;
}

void ph_searches_free(struct ph_searches *searches)
{
    for (size_t i = 0; i < searches->count; i++) {
        struct ph_search *search = &searches->items[i];
        ph_regex_free(search->regex);
        free_list(&search->kinds);
        free_list(&search->groups);
        free_list(&search->of);
        free_list(&search->once);
    }
    free(searches->items);
    xmlFreeDoc(searches->doc);
}
