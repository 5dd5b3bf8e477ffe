#include "write/house.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"

#define FILE_NAME "templates/en/masthead.xml"

static const char *content_of(struct ph_house *house, const xmlNode *element)
{
    xmlChar *text = xmlNodeGetContent(element);
    const char *copy = ph_arena_copy(house->arena, text ? (const char *)text : "");
    xmlFree(text);
    return copy;
}

static enum ph_status wrong(const xmlNode *element, const char *what, struct ph_error *error)
{
    return ph_fail(error, PH_FORMAT, FILE_NAME ":%d: %s", ph_xml_line(element), what);
}

static enum ph_status read_words(struct ph_house *house, const xmlNode *root,
                                 struct ph_error *error)
{
    const struct {
        const char *name;
        const char **words;
    } names[] = {{"nations", &house->nations},
                 {"organ", &house->organ},
                 {"annex", &house->annex},
                 {"signed", &house->signed_by}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (const xmlNode *one = ph_xml_first(root, "words"); one;
             one = ph_xml_next(one, "words")) {
            const char *name = ph_xml_attribute(one, "name");
            if (name && !strcmp(name, names[i].name))
                *names[i].words = content_of(house, one);
        }
        if (!*names[i].words)
            return wrong(root, "words are missing: nations, organ, annex or signed", error);
    }
    return PH_OK;
}

static enum ph_status read_part(struct ph_house *house, const xmlNode *element,
                                struct ph_line_part *part, struct ph_error *error)
{
    if (ph_xml_is(element, "w")) {
        const char *of = ph_xml_attribute(element, "of");
        part->words = content_of(house, element);
        return of ? ph_regex_new(of, false, false, FILE_NAME, &part->of, error) : PH_OK;
    }
    const char *name = ph_xml_attribute(element, "name");
    int field = name ? ph_field_by_name(name) : -1;
    if (field < 0)
        return wrong(element, "a masthead has no field of this name", error);
    part->field = (enum ph_field)field;
    part->look = ph_arena_copy(house->arena, ph_xml_attribute(element, "look"));
    return PH_OK;
}

static enum ph_status read_line(struct ph_house *house, const xmlNode *element,
                                struct ph_error *error)
{
    const char *role = ph_xml_attribute(element, "role");
    const char *look = ph_xml_attribute(element, "look");
    if (!role)
        return wrong(element, "a line needs a role", error);
    house->lines = ph_grow(house->lines, house->count, &house->capacity, sizeof *house->lines);
    struct ph_line_form *line = &house->lines[house->count++];
    *line = (struct ph_line_form){.role = ph_arena_copy(house->arena, role),
                                  .look = ph_arena_copy(house->arena, look ? look : role),
                                  .right = ph_xml_attribute(element, "right") != NULL};
    size_t capacity = 0;
    enum ph_status status = PH_OK;
    for (const xmlNode *one = ph_xml_first(element, NULL); one && status == PH_OK;
         one = ph_xml_next(one, NULL)) {
        line->parts = ph_grow(line->parts, line->count, &capacity, sizeof *line->parts);
        struct ph_line_part *part = &line->parts[line->count++];
        *part = (struct ph_line_part){.field = PH_FIELD_COUNT};
        status = read_part(house, one, part, error);
    }
    return status;
}

enum ph_status ph_house_read(struct ph_house *house, struct ph_error *error)
{
    char *path = ph_data_path(FILE_NAME);
    xmlDoc *doc = NULL;
    *house = (struct ph_house){.arena = ph_arena_new()};
    enum ph_status status = ph_xml_read(path, &doc, error);
    if (status == PH_OK) {
        const xmlNode *root = xmlDocGetRootElement(doc);
        status = read_words(house, root, error);
        for (const xmlNode *one = ph_xml_first(root, "line"); one && status == PH_OK;
             one = ph_xml_next(one, "line"))
            status = read_line(house, one, error);
        xmlFreeDoc(doc);
    }
    free(path);
    return status;
}

void ph_house_free(struct ph_house *house)
{
    for (size_t i = 0; i < house->count; i++) {
        for (size_t k = 0; k < house->lines[i].count; k++)
            ph_regex_free(house->lines[i].parts[k].of);
        free(house->lines[i].parts);
    }
    free(house->lines);
    ph_arena_free(house->arena);
    *house = (struct ph_house){0};
}

static bool fits(const struct ph_line_part *part, const struct ph_text *text)
{
    struct ph_match match;
    return !part->of || ph_regex_find(part->of, text->bytes, text->length, 0, &match);
}

const char *ph_house_before(const struct ph_house *house, const struct ph_node *field)
{
    for (size_t i = 0; i < house->count; i++) {
        const struct ph_line_form *line = &house->lines[i];
        size_t own = 0;
        while (own < line->count && line->parts[own].words)
            own++;
        if (own == line->count || line->parts[own].field != field->as.field.name)
            continue;
        for (size_t k = 0; k < own; k++)
            if (fits(&line->parts[k], &field->text)) {
                const char *words = line->parts[k].words;
                return strncmp(field->text.bytes, words, strlen(words)) ? words : "";
            }
        return "";
    }
    return "";
}

const char *ph_house_organ(const struct ph_house *house, const struct ph_node *document)
{
    const char *organ = ph_field_text(document, PH_FIELD_ORGAN);
    return organ && *organ ? organ : house->organ;
}
