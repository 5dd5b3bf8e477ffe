/* The pattern as a file: the members, the tree of the base with the slots in their places and with
 * the clauses that were dropped, and the base once more as it was adopted. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "learn/pattern_writer.h"
#include "learn/standing.h"

/* ---- members ---- */

/* Two drafts of one letter have one file: the second is called "letter.md (2)". */
static void name_members(struct ph_pattern_writer *writer)
{
    const struct ph_pattern *pattern = writer->pattern;
    const char *last = "";
    int same = 1;
    writer->names = ph_alloc_zero(pattern->member_count, sizeof *writer->names);
    for (size_t i = 0; i < pattern->member_count; i++) {
        const char *own = ph_member_name(&pattern->members[i]);
        struct ph_buffer name = {0};
        same = strcmp(own, last) ? 1 : same + 1;
        ph_utf8_clean(own, strlen(own), &name);
        if (same > 1)
            ph_buffer_printf(&name, " (%d)", same);
        writer->names[i] = ph_buffer_take(&name);
        last = own;
    }
}

static void add_member(struct ph_pattern_writer *writer, xmlNode *members, size_t index)
{
    const struct ph_member *member = &writer->pattern->members[index];
    char date[16];
    struct ph_buffer from = {0};
    xmlNode *element = ph_xml_add(members, "member");
    ph_xml_set(element, "number", writer->names[index]);
    ph_xml_set(element, "numbered", member->number ? NULL : "no");
    ph_xml_set_number(element, "session", member->session);
    if (ph_date_valid(member->adopted))
        ph_xml_set(element, "adopted", ph_date_iso(member->adopted, date, sizeof date));
    ph_utf8_clean(member->known_from, strlen(member->known_from), &from);
    ph_xml_set(element, member->root ? "file" : "cited-in", ph_buffer_text(&from));
    if (index == writer->pattern->base)
        ph_xml_set(element, "base", "yes");
    ph_buffer_free(&from);
}

static void add_members(struct ph_pattern_writer *writer)
{
    xmlNode *members = ph_xml_add(writer->root, "members");
    for (size_t i = 0; i < writer->pattern->member_count; i++)
        add_member(writer, members, i);
}

/* ---- the file ---- */

static void write_all(struct ph_pattern_writer *writer)
{
    const struct ph_pattern *pattern = writer->pattern;
    ph_xml_set(writer->root, "title", pattern->title);
    ph_xml_set_number(writer->root, "next-session", pattern->next_session);
    ph_xml_set(writer->root, "next-session-because", pattern->next_why);
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        ph_pattern_place_of(writer, clause->occurrences[clause->latest])->clause = clause;
    }
    name_members(writer);
    add_members(writer);
    writer->document = ph_pattern_add_base(writer, writer->root);
    ph_pattern_add_dropped(writer);
    writer->as_adopted = true;
    ph_pattern_add_base(writer, ph_xml_add(writer->root, "adopted"));
    ph_pattern_lay_out(writer->root);
}

static void free_place(void *place, const xmlChar *name)
{
    (void)name;
    free(place);
}

enum ph_status ph_pattern_xml(const struct ph_pattern *pattern, struct ph_buffer *out,
                              struct ph_error *error)
{
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    struct ph_pattern_writer writer = {.pattern = pattern,
                                       .base = pattern->members[pattern->base].root};
    writer.places = xmlHashCreate(0);
    writer.root = xmlNewDocNode(doc, NULL, BAD_CAST "pattern", NULL);
    xmlDocSetRootElement(doc, writer.root);
    xmlSetNs(writer.root, xmlNewNs(writer.root, BAD_CAST PH_PATTERN_NAMESPACE, NULL));
    write_all(&writer);
    enum ph_status status = ph_pattern_add_comments(doc, error);
    if (status == PH_OK)
        ph_xml_write(doc, true, out);
    for (size_t i = 0; i < pattern->member_count; i++)
        free(writer.names[i]);
    free(writer.names);
    xmlHashFree(writer.places, free_place);
    xmlFreeDoc(doc);
    return status;
}
