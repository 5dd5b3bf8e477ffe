#include "draft/facts.h"

#include <libxml/hash.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "doc/walk.h"
#include "draft/searches.h"
#include "un/ordinal.h"

enum { MOST_MATCHES = 5000 };

/* The document that is being searched, and what was found so far. */
struct finder {
    const struct ph_pattern *pattern;
    xmlNode *facts;
    xmlHashTable *found;    /* by name of the fact and what makes it one: its element */
    xmlHashTable *restated; /* paragraphs in which a fact that wants to be alone was found */
    size_t matches;
    const struct ph_search *search;
    const struct ph_member *member; /* NULL: a letter, or the draft */
    const char *name;               /* of the document */
    int session;
};

static void set_ordinal(const struct ph_lexicon *lexicon, xmlNode *element, int session)
{
    char ordinal[64];
    ph_xml_set(element, "ordinal", ph_ordinal(lexicon, session, ordinal, sizeof ordinal));
}

static void set_member(xmlNode *element, const struct ph_member *member)
{
    char date[16];
    ph_xml_set(element, "number", member->number);
    ph_xml_set_number(element, "session", member->session);
    if (ph_date_valid(member->adopted))
        ph_xml_set(element, "adopted", ph_date_iso(member->adopted, date, sizeof date));
}

/* ---- what makes two matches one fact ---- */

static bool group_words(const struct ph_search *search, const char *name,
                        const struct ph_match *match, size_t *from, size_t *to)
{
    int group = ph_regex_group(search->regex, name);
    if (group <= 0 || (size_t)group >= match->count || match->from[group] == SIZE_MAX)
        return false;
    *from = match->from[group];
    *to = match->to[group];
    return true;
}

static void put_groups(struct ph_buffer *out, const struct ph_search *search, const char *text,
                       const struct ph_match *match)
{
    for (size_t i = 0; i < search->once.count; i++) {
        size_t from, to;
        if (!group_words(search, search->once.items[i], match, &from, &to))
            continue;
        char *folded = ph_utf8_fold(text + from, to - from);
        ph_buffer_printf(out, "%s\n", folded);
        free(folded);
    }
}

/* `nth` is the match's place in its paragraph. Caller frees. */
static char *identity(const struct finder *finder, const struct ph_node *node,
                      const struct ph_match *match, int nth)
{
    struct ph_buffer out = {0};
    const struct ph_search *search = finder->search;
    const char *text = node->text.bytes, *once = search->once.items[0];
    const struct ph_clause *clause = NULL;
    if (!strcmp(once, "clause"))
        clause = ph_pattern_clause(finder->pattern, node);
    if (!strcmp(once, "series"))
        ph_buffer_put(&out, once);
    else if (clause)
        ph_buffer_printf(&out, "%zu %d", (size_t)(clause - finder->pattern->clauses), nth);
    else if (strcmp(once, "words") != 0 && strcmp(once, "clause") != 0)
        put_groups(&out, search, text, match);
    else
        ph_buffer_add(&out, text + match->from[0], match->to[0] - match->from[0]);
    return ph_buffer_take(&out);
}

/* ---- searching ---- */

static void add_content(xmlNode *parent, const char *name, const char *text, size_t length)
{
    ph_xml_add_text(ph_xml_add(parent, name), text, length);
}

/* The footnotes that the words mention (a mark stands behind the comma that follows them), and why
 * a person must look at the words, if so. */
static void add_marks(xmlNode *fact, const struct ph_node *node, const struct ph_match *match)
{
    const char *open = NULL;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->to < match->from[0] || mark->from > match->to[0] + 1)
            continue;
        if (mark->kind == PH_NOTE && mark->note)
            add_content(fact, "note", mark->note->text.bytes, mark->note->text.length);
        if (mark->kind == PH_PLACEHOLDER || mark->kind == PH_REVIEW)
            open = open ? open : mark->why;
    }
    ph_xml_set(fact, "open", open);
}

static void add_fact(struct finder *finder, const struct ph_node *node,
                     const struct ph_match *match, int nth)
{
    const struct ph_search *search = finder->search;
    const char *text = node->text.bytes;
    char label[96], *key = identity(finder, node, match, nth);
    struct ph_buffer in = {0};
    xmlNode *old = xmlHashLookup2(finder->found, BAD_CAST search->name, BAD_CAST key);
    if (old) { /* the latest that says so is the source: it comes last */
        xmlUnlinkNode(old);
        xmlFreeNode(old);
    }
    xmlNode *fact = ph_xml_add(finder->facts, "fact");
    xmlHashUpdateEntry2(finder->found, BAD_CAST search->name, BAD_CAST key, fact, NULL);
    ph_utf8_clean(finder->name, strlen(finder->name), &in);
    ph_buffer_printf(&in, "%s%s", in.length ? " " : "", ph_label(node, label, sizeof label));
    ph_xml_set(fact, "name", search->name);
    ph_xml_set(fact, "in", in.data);
    ph_xml_set(fact, "label", label);
    const struct ph_pattern *pattern = finder->pattern;
    if (finder->member == &pattern->members[pattern->base])
        ph_xml_set(fact, "base", "yes");
    if (finder->member)
        set_member(fact, finder->member);
    else
        ph_xml_set_number(fact, "session", finder->session);
    size_t from, to;
    for (size_t i = 0; i < search->groups.count; i++)
        if (group_words(search, search->groups.items[i], match, &from, &to))
            add_content(fact, search->groups.items[i], text + from, to - from);
    add_content(fact, "words", text + match->from[0], match->to[0] - match->from[0]);
    add_marks(fact, node, match);
    ph_buffer_free(&in);
    free(key);
}

/* Whether a fact that wants to be alone comes too late in a paragraph; if not, it is there now. */
static bool is_restated(struct finder *finder, const struct ph_node *node)
{
    char key[32];
    snprintf(key, sizeof key, "%p", (const void *)node);
    return xmlHashAddEntry(finder->restated, BAD_CAST key, finder->facts) != 0;
}

static void search_text(struct finder *finder, const struct ph_node *node)
{
    struct ph_match match;
    size_t at = 0;
    int nth = 0;
    while (finder->matches < MOST_MATCHES && at <= node->text.length &&
           ph_regex_find(finder->search->regex, node->text.bytes, node->text.length, at, &match)) {
        if (finder->search->alone && is_restated(finder, node))
            return;
        add_fact(finder, node, &match, nth++);
        finder->matches++;
        at = match.to[0] > at ? match.to[0] : node->text.length + 1;
    }
}

static void search_document(struct finder *finder, const struct ph_node *root)
{
    for (const struct ph_node *node = NULL; (node = ph_next_text(root, node));)
        if (ph_words_list_has(&finder->search->kinds, ph_kind_name(node->kind)))
            search_text(finder, node);
}

static void search_letters(struct finder *finder, const struct ph_document *const *sources,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        finder->name = sources[i]->source ? ph_file_name(sources[i]->source) : "";
        finder->session = ph_document_session(sources[i]->root);
        if (sources[i]->root->as.document.genre == PH_LETTER)
            search_document(finder, sources[i]->root);
    }
}

static void search_members(struct finder *finder)
{
    const struct ph_pattern *pattern = finder->pattern;
    for (size_t i = 0; i < pattern->member_count; i++) {
        finder->member = &pattern->members[i];
        finder->name = finder->member->number ? finder->member->number : finder->member->known_from;
        if (finder->member->root && finder->name)
            search_document(finder, finder->member->root);
    }
    finder->member = NULL;
}

/* Letters first, then the members, oldest first, then the draft. */
static void search_all(struct finder *finder, const struct ph_searches *searches,
                       const struct ph_document *const *sources, size_t count,
                       const struct ph_document *draft)
{
    for (size_t i = 0; i < searches->count; i++) {
        finder->search = &searches->items[i];
        finder->matches = 0;
        if (ph_words_list_has(&finder->search->of, "letters"))
            search_letters(finder, sources, count);
        if (ph_words_list_has(&finder->search->of, "members"))
            search_members(finder);
        finder->name = "";
        finder->session = finder->pattern->next_session;
        if (draft && ph_words_list_has(&finder->search->of, "draft"))
            search_document(finder, draft->root);
    }
}

/* ---- what the pattern knows ---- */

static void add_draft(xmlNode *facts, const struct ph_pattern *pattern)
{
    xmlNode *draft = ph_xml_add(facts, "draft");
    ph_xml_set_number(draft, "session", pattern->next_session);
    ph_xml_set_number(draft, "year", ph_session_year(pattern->next_session));
    set_ordinal(pattern->lexicon, draft, pattern->next_session);
}

static void add_series(xmlNode *facts, const struct ph_pattern *pattern)
{
    xmlNode *series = ph_xml_add(facts, "series");
    ph_xml_set(series, "title", pattern->title);
    for (size_t i = 0; i < pattern->member_count; i++) {
        xmlNode *element = ph_xml_add(series, "member");
        set_member(element, &pattern->members[i]);
        ph_xml_set(element, "here", pattern->members[i].root ? "yes" : NULL);
    }
}

static void add_base(xmlNode *facts, const struct ph_member *base)
{
    xmlNode *element = ph_xml_add(facts, "base");
    set_member(element, base);
    set_ordinal(base->root->document->lexicon, element, base->session);
    const struct ph_node *node = NULL;
    while ((node = ph_next_of(base->root, node, PH_FIELD))) {
        xmlNode *field = ph_xml_add(element, "field");
        ph_xml_set(field, "name", ph_field_name(node->as.field.name));
        ph_xml_add_text(field, node->text.bytes, node->text.length);
    }
}

enum ph_status ph_facts(const struct ph_pattern *pattern, const struct ph_document *const *sources,
                        size_t count, const struct ph_document *draft, xmlDoc **result,
                        struct ph_error *error)
{
    struct ph_searches searches;
    enum ph_status status = ph_searches_load(&searches, error);
    if (status == PH_OK) {
        xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
        xmlNode *facts = xmlNewDocNode(doc, NULL, BAD_CAST "facts", NULL);
        struct finder finder = {.pattern = pattern, .facts = facts};
        finder.found = xmlHashCreate(0);
        finder.restated = xmlHashCreate(0);
        xmlDocSetRootElement(doc, facts);
        add_draft(facts, pattern);
        add_series(facts, pattern);
        add_base(facts, &pattern->members[pattern->base]);
        search_all(&finder, &searches, sources, count, draft);
        xmlHashFree(finder.found, NULL);
        xmlHashFree(finder.restated, NULL);
        *result = doc;
    }
    ph_searches_free(&searches);
    return status;
}
