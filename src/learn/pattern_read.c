/* The pattern read back from its file: the members, and what is decided anew. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/schema.h"
#include "base/xml.h"
#include "learn/next.h"
#include "learn/pattern_reader.h"
#include "learn/slots.h"

/* ---- what is wrong ---- */

bool ph_pattern_wrong(struct ph_pattern_reader *reader, const xmlNode *at, const char *format, ...)
{
    char what[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    if (reader->status == PH_OK)
        reader->status = ph_fail(reader->error, PH_FORMAT, "%s:%d: Element '%s': %s", reader->name,
                                 ph_xml_line(at), (const char *)at->name, what);
    return false;
}

bool ph_pattern_no_such(struct ph_pattern_reader *reader, const xmlNode *at, const char *what,
                        const char *wrong, const char *const *names, size_t count)
{
    const char *near = ph_nearest(wrong, names, count);
    return ph_pattern_wrong(reader, at, "there is no %s '%s'%s%s%s", what, wrong,
                            near ? "; is '" : "", near ? near : "", near ? "' meant?" : "");
}

long ph_pattern_number(const xmlNode *element, const char *attribute, long otherwise)
{
    const char *text = ph_xml_attribute(element, attribute);
    return text ? strtol(text, NULL, 10) : otherwise;
}

/* ---- members ---- */

bool ph_pattern_member_of(struct ph_pattern_reader *reader, const xmlNode *at,
                          const char *attribute, size_t *member)
{
    const char *number = ph_xml_attribute(at, attribute);
    uintptr_t found = (uintptr_t)xmlHashLookup(reader->members, BAD_CAST number);
    *member = found ? found - 1 : 0;
    if (found)
        return true;
    const struct ph_pattern *pattern = reader->pattern;
    const char **names = ph_alloc_zero(pattern->member_count, sizeof *names);
    for (size_t i = 0; i < pattern->member_count; i++)
        names[i] = pattern->members[i].number ? pattern->members[i].number : "";
    ph_pattern_no_such(reader, at, "member", number, names, pattern->member_count);
    free(names);
    return false;
}

static void read_member(struct ph_pattern_reader *reader, const xmlNode *element)
{
    struct ph_pattern *pattern = reader->pattern;
    struct ph_member *member = &pattern->members[pattern->member_count];
    const char *number = ph_xml_attribute(element, "number");
    const char *file = ph_xml_attribute(element, "file");
    const char *cited = ph_xml_attribute(element, "cited-in");
    const char *date = ph_xml_attribute(element, "adopted");
    member->session = (int)ph_pattern_number(element, "session", 0);
    member->known_from = ph_arena_copy(pattern->arena, file ? file : cited);
    if (!ph_xml_attribute(element, "numbered"))
        member->number = ph_arena_copy(pattern->arena, number);
    if (!file == !cited)
        ph_pattern_wrong(reader, element, "it has either file or cited-in");
    if (date && !ph_date_parse_iso(date, &member->adopted))
        ph_pattern_wrong(reader, element, "adopted is a date like 2019-07-25, not '%s'", date);
    if (pattern->member_count && member[-1].session > member->session)
        ph_pattern_wrong(reader, element, "members stand in the order of their sessions");
    pattern->member_count++;
    if (xmlHashAddEntry(reader->members, BAD_CAST number, (void *)pattern->member_count))
        ph_pattern_wrong(reader, element, "a second member '%s'", number);
}

/* Which member the text is of: one, with a file, and the last that has one. */
static void find_base(struct ph_pattern_reader *reader, const xmlNode *members)
{
    const xmlNode *base = NULL, *latest = NULL;
    size_t index = 0;
    for (const xmlNode *one = ph_xml_first(members, "member"); one;
         one = ph_xml_next(one, "member"), index++) {
        if (ph_xml_attribute(one, "file"))
            latest = one;
        if (!ph_xml_attribute(one, "base"))
            continue;
        if (base)
            ph_pattern_wrong(reader, one, "a second base, after that of line %d: one is allowed",
                             ph_xml_line(base));
        base = one;
        reader->pattern->base = index;
    }
    if (!base)
        ph_pattern_wrong(reader, members, "one member must have base=\"yes\"");
    else if (base != latest)
        ph_pattern_wrong(reader, base, "the base is the latest member that has a file");
}

static void read_members(struct ph_pattern_reader *reader, const xmlNode *members)
{
    size_t count = xmlChildElementCount((xmlNode *)members);
    reader->pattern->members = ph_alloc_zero(count, sizeof *reader->pattern->members);
    for (const xmlNode *one = ph_xml_first(members, "member"); one;
         one = ph_xml_next(one, "member"))
        read_member(reader, one);
    find_base(reader, members);
}

/* ---- the session to draft for ---- */

static void set_session(struct ph_pattern_reader *reader, const xmlNode *root, int asked)
{
    struct ph_pattern *pattern = reader->pattern;
    int last = pattern->members[pattern->base].session;
    int named = (int)ph_pattern_number(root, "next-session", 0);
    const char *why = ph_xml_attribute(root, "next-session-because");
    pattern->next_session = asked ? asked : named;
    pattern->next_why = asked ? "as asked" : ph_arena_copy(pattern->arena, why ? why : "");
    if (reader->status == PH_OK && asked && asked <= last)
        reader->status = ph_fail(reader->error, PH_NOTHING,
                                 "%s: the text is of session %d: no draft for session %d",
                                 reader->name, last, asked);
    else if (!asked && named <= last)
        ph_pattern_wrong(reader, root, "next-session must be later than that of the base, %d",
                         last);
}

/* ---- the whole ---- */

/* What the rules say, and the members where no rule is named. */
static void decide(struct ph_pattern_reader *reader)
{
    struct ph_pattern *pattern = reader->pattern;
    struct ph_readings readings;
    ph_readings_make(&readings, pattern, reader->lexicon);
    xmlDoc *series = ph_series_xml(pattern, &readings);
    reader->status =
        ph_slots_vote(pattern, series, reader->elsewhere, reader->hypotheses, reader->error);
    xmlFreeDoc(series);
    ph_readings_free(&readings);
}

/* A rule that was put by hand may lack what it needs. */
static void check_decided(struct ph_pattern_reader *reader)
{
    const xmlNode *const *element = reader->slots;
    for (size_t i = 0; i < reader->clauses.count; i++)
        for (size_t k = 0; k < reader->clauses.items[i].slot_count; k++, element++) {
            const struct ph_slot *slot = &reader->clauses.items[i].slots[k];
            if (slot->rule && !*slot->value)
                ph_pattern_wrong(reader, *element,
                                 "rule '%s' gives no words here: what it needs was not seen",
                                 ph_rule_id(slot->rule));
        }
}

/* The text as adopted, and as edited. */
static void read_texts(struct ph_pattern_reader *reader, const xmlNode *root)
{
    struct ph_pattern *pattern = reader->pattern;
    struct ph_member *base = &pattern->members[pattern->base];
    reader->adopted = xmlHashCreate(0);
    reader->as_adopted = true;
    pattern->before = ph_pattern_read_document(reader, ph_xml_first(root, "adopted"));
    pattern->adopted = reader->document;
    reader->as_adopted = false;
    if (reader->status == PH_OK) {
        base->root = ph_pattern_read_document(reader, root);
        base->document = pattern->read = reader->document;
    }
    xmlHashFree(reader->adopted, NULL);
}

static void read_all(struct ph_pattern_reader *reader, const xmlNode *root, int session)
{
    struct ph_pattern *pattern = reader->pattern;
    size_t here = 0;
    read_members(reader, ph_xml_first(root, "members"));
    if (reader->status == PH_OK)
        set_session(reader, root, session);
    if (reader->status == PH_OK)
        read_texts(reader, root);
    pattern->clauses = reader->clauses.items;
    pattern->clause_count = reader->clauses.count;
    if (reader->status != PH_OK)
        return;
    pattern->title = ph_document_title(pattern->members[pattern->base].root);
    decide(reader);
    if (reader->status != PH_OK)
        return;
    check_decided(reader);
    for (const xmlNode *one = ph_xml_first(ph_xml_first(root, "members"), "member"); one;
         one = ph_xml_next(one, "member"))
        here += ph_xml_attribute(one, "file") != NULL;
    ph_pattern_say_how_little(pattern, here);
}

static enum ph_status read_valid(struct ph_pattern_reader *reader, xmlDoc *doc, int session)
{
    struct ph_schema *schema = NULL;
    if (!ph_pattern_check_names(reader, xmlDocGetRootElement(doc)))
        return reader->status;
    enum ph_status status = ph_schema_new("rules/pattern.xsd", &schema, reader->error);
    if (status == PH_OK)
        status = ph_schema_validate(schema, doc, reader->name, reader->error);
    if (status == PH_OK)
        status = ph_hypotheses_new(reader->rules, &reader->hypotheses, reader->error);
    ph_schema_free(schema);
    if (status != PH_OK)
        return status;
    reader->members = xmlHashCreate(0);
    read_all(reader, xmlDocGetRootElement(doc), session);
    xmlHashFree(reader->members, NULL);
    free(reader->slots);
    ph_hypotheses_free(reader->hypotheses);
    return reader->status;
}

enum ph_status ph_pattern_read_with(const struct ph_elsewhere *elsewhere, const char *name,
                                    const void *bytes, size_t length, int session,
                                    const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                                    struct ph_pattern **result, struct ph_error *error)
{
    xmlDoc *doc;
    enum ph_status status = ph_xml_parse(name, bytes, length, &doc, error);
    if (status != PH_OK)
        return status;
    struct ph_pattern *pattern = ph_alloc_zero(1, sizeof *pattern);
    struct ph_pattern_reader reader = {.name = name,
                                       .lexicon = lexicon,
                                       .rules = rules,
                                       .elsewhere = elsewhere,
                                       .pattern = pattern,
                                       .error = error};
    pattern->arena = ph_arena_new();
    pattern->lexicon = lexicon;
    reader.by_hand = ph_arena_printf(pattern->arena, "by hand in %s", ph_file_name(name));
    status = read_valid(&reader, doc, session);
    xmlFreeDoc(doc);
    if (status == PH_OK)
        *result = pattern;
    else
        ph_pattern_free(pattern);
    return status;
}

enum ph_status ph_pattern_read(const char *name, const void *bytes, size_t length, int session,
                               const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                               struct ph_pattern **result, struct ph_error *error)
{
    return ph_pattern_read_with(NULL, name, bytes, length, session, lexicon, rules, result, error);
}
