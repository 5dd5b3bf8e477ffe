#include "archive/due.h"

#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "base/xml.h"
#include "rules/series_rule.h"
#include "un/lexicon.h"

/* What the rules see: rules/series_rule.h. */

static void add_member(xmlNode *series, const struct ph_recurring_member *member)
{
    xmlNode *element = ph_xml_add(series, "member");
    ph_xml_set(element, "number", member->name);
    ph_xml_set_number(element, "session", member->session);
    if (*member->adopted)
        ph_xml_set(element, "adopted", member->adopted);
}

/* The sessions to come that a paragraph of the last member names. */
static void add_ahead(xmlNode *series, const struct ph_due *due, const char *text,
                      const struct ph_recurring_member *member, const char *label)
{
    struct ph_entity *entities;
    size_t count = ph_lexicon_entities(due->lexicon, text, strlen(text), &entities);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(entities[i].kind, "session") != 0 || entities[i].number <= member->session)
            continue;
        xmlNode *ahead = ph_xml_add(series, "ahead");
        ph_xml_set(ahead, "base", "yes");
        ph_xml_set(ahead, "member", member->name);
        ph_xml_set(ahead, "label", label);
        ph_xml_set_number(ahead, "session", entities[i].number);
    }
    free(entities);
}

/* Only a paragraph in which an ordinal was masked can name a session. */
static enum ph_status add_all_ahead(xmlNode *series, struct ph_store *store,
                                    const struct ph_due *due,
                                    const struct ph_recurring_member *member,
                                    struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT label, words, vals FROM paragraph JOIN form ON form.id = form"
                        " WHERE resolution = ? AND part = 'operative' AND vals GLOB '*[A-Za-z]*'"
                        " ORDER BY place");
    struct ph_buffer text = {0};
    ph_bind_number(query, member->id);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        const char *label = ph_column_text(query), *words = ph_column_text(query);
        ph_buffer_clear(&text);
        ph_form_fill(words, ph_column_text(query), &text);
        add_ahead(series, due, ph_buffer_text(&text), member, label);
    }
    ph_buffer_free(&text);
    return status == PH_NOTHING ? PH_OK : status;
}

/* Members of one session are one to the rules: the last. */
static void add_members(xmlNode *element, const struct ph_recurring *series)
{
    for (size_t i = 0; i < series->count; i++)
        if (i + 1 == series->count || series->members[i + 1].session > series->members[i].session)
            add_member(element, &series->members[i]);
}

enum ph_status ph_due_find(struct ph_store *store, const struct ph_due *due, struct ph_arena *arena,
                           struct ph_recurring *series, struct ph_error *error)
{
    const struct ph_recurring_member *last = &series->members[series->count - 1];
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"series", NULL);
    char *say = NULL;
    xmlDocSetRootElement(doc, root);
    add_members(root, series);
    enum ph_status status = add_all_ahead(root, store, due, last, error);
    if (status == PH_OK) {
        int found = ph_series_rule_number(due->rules, "next-session", doc, last->session + 1, &say);
        series->next = found ? found : last->session + series->period;
        series->why = ph_arena_copy(arena, say ? say : "");
    }
    free(say);
    xmlFreeDoc(doc);
    return status;
}
