#include "learn/next.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "doc/walk.h"
#include "rules/series_rule.h"

static void add_member(xmlNode *series, const struct ph_member *member)
{
    char date[16];
    xmlNode *element = ph_xml_add(series, "member");
    ph_xml_set(element, "number", member->number);
    ph_xml_set_number(element, "session", member->session);
    if (ph_date_valid(member->adopted))
        ph_xml_set(element, "adopted", ph_date_iso(member->adopted, date, sizeof date));
}

/* The sessions to come that a member's operative part names. */
static void add_ahead(xmlNode *series, const struct ph_pattern *pattern, size_t index,
                      const struct ph_readings *readings)
{
    const struct ph_member *member = &pattern->members[index];
    const struct ph_node *node = NULL;
    while (member->root && (node = ph_next_of(member->root, node, PH_OPERATIVE))) {
        const struct ph_tokens *tokens = ph_readings_of(readings, node);
        for (size_t i = 0; i < tokens->entity_count; i++) {
            const struct ph_entity *entity = &tokens->entities[i];
            if (strcmp(entity->kind, "session") != 0 || entity->number <= member->session)
                continue;
            char label[96];
            xmlNode *ahead = ph_xml_add(series, "ahead");
            ph_xml_set(ahead, "base", index == pattern->base ? "yes" : NULL);
            ph_xml_set(ahead, "member", member->number ? member->number : member->known_from);
            ph_xml_set(ahead, "label", ph_label(node, label, sizeof label));
            ph_xml_set_number(ahead, "session", (int)entity->number);
        }
    }
}

xmlDoc *ph_series_xml(const struct ph_pattern *pattern, const struct ph_readings *readings)
{
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *series = xmlNewDocNode(doc, NULL, (const xmlChar *)"series", NULL);
    xmlDocSetRootElement(doc, series);
    for (size_t i = 0; i < pattern->member_count; i++)
        add_member(series, &pattern->members[i]);
    for (size_t i = 0; i < pattern->member_count; i++)
        add_ahead(series, pattern, i, readings);
    return doc;
}

void ph_next_session(struct ph_pattern *pattern, const struct ph_rules *rules, xmlDoc *series,
                     int session)
{
    char *say = NULL;
    int last = pattern->members[pattern->base].session;
    int found = ph_series_rule_number(rules, "next-session", series, last + 1, &say);
    pattern->next_session = session ? session : found ? found : last + 1;
    pattern->next_why = session ? "as asked" : ph_arena_copy(pattern->arena, say ? say : "");
    free(say);
}
