/* The pattern as a file. */
#include <stdio.h>
#include <string.h>

#include "base/xml.h"
#include "learn/pattern.h"

static const char *const outcomes[] = {"stays", "moves", "look-at", "ask"};

static void set_number(xmlNode *element, const char *name, int number)
{
    char text[16];
    snprintf(text, sizeof text, "%d", number);
    ph_xml_set(element, name, text);
}

static const char *name_of(const struct ph_member *member)
{
    return member->number ? member->number : member->known_from;
}

static void add_member(xmlNode *members, const struct ph_pattern *pattern, size_t index)
{
    const struct ph_member *member = &pattern->members[index];
    char date[16];
    xmlNode *element = ph_xml_add(members, "member");
    ph_xml_set(element, "number", name_of(member));
    set_number(element, "session", member->session);
    if (ph_date_valid(member->adopted))
        ph_xml_set(element, "adopted", ph_date_iso(member->adopted, date, sizeof date));
    ph_xml_set(element, member->root ? "file" : "cited-in", member->known_from);
    if (index == pattern->base)
        ph_xml_set(element, "base", "yes");
}

static void add_slot(xmlNode *text, const struct ph_pattern *pattern, const struct ph_slot *slot)
{
    xmlNode *element = ph_xml_add(text, "slot");
    char support[32];
    snprintf(support, sizeof support, "%d of %d", slot->explained, slot->seen);
    ph_xml_set(element, "kind", slot->kind);
    ph_xml_set(element, "outcome", outcomes[slot->outcome]);
    ph_xml_set(element, "rule", slot->rule ? ph_rule_id(slot->rule) : NULL);
    ph_xml_set(element, "says", slot->say);
    ph_xml_set(element, "support", support);
    ph_xml_set(element, "value", slot->value);
    ph_xml_set(element, "name", slot->name);
    ph_xml_set(element, "because", slot->why);
    for (size_t i = 0; i < slot->count; i++) {
        const struct ph_observation *one = &slot->observations[i];
        xmlNode *seen = ph_xml_add(element, "seen");
        ph_xml_set(seen, "in", name_of(&pattern->members[one->member]));
        ph_xml_add_text(seen, one->words, strlen(one->words));
    }
}

/* The latest words, with the slots in their places. */
static void add_text(xmlNode *element, const struct ph_pattern *pattern,
                     const struct ph_clause *clause)
{
    const struct ph_node *node = clause->occurrences[clause->latest];
    xmlNode *text = ph_xml_add(element, "text");
    size_t at = 0;
    for (size_t i = 0; i < clause->slot_count; i++) {
        const struct ph_slot *slot = &clause->slots[i];
        ph_xml_add_text(text, node->text.bytes + at, slot->from - at);
        add_slot(text, pattern, slot);
        at = slot->to;
    }
    ph_xml_add_text(text, node->text.bytes + at, node->text.length - at);
}

/* "62/162 OP4"; nothing where there is no whole. */
static void set_whole(xmlNode *element, const char *name, const struct ph_pattern *pattern,
                      const struct ph_whole *whole)
{
    char label[96], text[160];
    if (!whole->clause)
        return;
    snprintf(text, sizeof text, "%s %s", name_of(&pattern->members[whole->member]),
             ph_label(whole->clause->occurrences[whole->member], label, sizeof label));
    ph_xml_set(element, name, text);
}

static void add_clause(xmlNode *root, const struct ph_pattern *pattern,
                       const struct ph_clause *clause)
{
    xmlNode *element = ph_xml_add(root, "clause");
    ph_xml_set(element, "kind", ph_kind_name(clause->occurrences[clause->latest]->kind));
    set_number(element, "times", clause->times);
    if ((size_t)clause->latest != pattern->base)
        ph_xml_set(element, "dropped-after", name_of(&pattern->members[clause->latest]));
    set_whole(element, "split-from", pattern, &clause->split_from);
    set_whole(element, "merged-into", pattern, &clause->merged_into);
    for (size_t m = 0; m < pattern->member_count; m++) {
        if (!clause->occurrences[m])
            continue;
        char label[96];
        xmlNode *in = ph_xml_add(element, "in");
        ph_xml_set(in, "member", name_of(&pattern->members[m]));
        ph_xml_set(in, "label", ph_label(clause->occurrences[m], label, sizeof label));
    }
    add_text(element, pattern, clause);
}

void ph_pattern_xml(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"pattern", NULL);
    xmlDocSetRootElement(doc, root);
    xmlSetNs(root, xmlNewNs(root, (const xmlChar *)"urn:penholder:pattern", NULL));
    ph_xml_set(root, "title", pattern->title);
    set_number(root, "next-session", pattern->next_session);
    ph_xml_set(root, "next-session-because", pattern->next_why);
    xmlNode *members = ph_xml_add(root, "members");
    for (size_t i = 0; i < pattern->member_count; i++)
        add_member(members, pattern, i);
    for (size_t i = 0; i < pattern->clause_count; i++)
        add_clause(root, pattern, &pattern->clauses[i]);
    ph_xml_write(doc, true, out);
    xmlFreeDoc(doc);
}
