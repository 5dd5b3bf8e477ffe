/* Words: every stretch goes into one path of elements, always in the same order from the outside
 * in, so that properties may overlap as they like. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "doc/akn.h"
#include "doc/stretch.h"
#include "doc/walk.h"
#include "un/citation.h"

enum layer { REF, CHANGE, REVIEW, PLACEHOLDER, BOLD, ITALIC, SUPERSCRIPT, LAYERS };

struct words {
    struct ph_akn *akn;
    const struct ph_node *node;
    struct ph_citation *citations;
    size_t citation_count, citation; /* how many, and the one that is next or here */
    uintptr_t key[LAYERS];           /* what is open in a layer; 0: nothing */
    xmlNode *at[LAYERS + 1];         /* [0] is the parent */
};

/* "/akn/un/statement/deliberation/un-ga/2010-03-02/64-256"; no date, no such step. */
static void set_reference(xmlNode *ref, const struct ph_citation *citation)
{
    char href[160], number[64], date[32] = "";
    if (citation->date.year)
        ph_date_iso(citation->date, date, sizeof date);
    snprintf(href, sizeof href, "/akn/un/statement/deliberation/un-ga/%s%s%s", date,
             *date ? "/" : "", ph_akn_slug(citation->number, false, number, sizeof number));
    ph_xml_set(ref, "href", href);
}

static xmlNode *open_change(struct words *words, xmlNode *parent, bool deleted)
{
    const char *name = deleted ? "del" : "ins";
    char id[32];
    xmlNode *element = ph_akn_add(parent, name, NULL);
    snprintf(id, sizeof id, "%s_%zu", name, ++words->akn->changes);
    ph_akn_set_id(words->akn, element, id);
    return element;
}

static xmlNode *open_mark(xmlNode *parent, const struct ph_inline *mark, const char *name)
{
    xmlNode *element = ph_akn_add(parent, "inline", NULL);
    ph_xml_set(element, "name", name);
    ph_xml_set(element, "class", mark->name);
    ph_xml_set(element, "title", mark->why);
    return element;
}

static xmlNode *open_layer(struct words *words, enum layer layer, xmlNode *parent)
{
    static const char *const names[LAYERS] = {[BOLD] = "b", [ITALIC] = "i", [SUPERSCRIPT] = "sup"};
    xmlNode *element;
    uintptr_t key = words->key[layer];
    switch (layer) {
    case REF:
        element = ph_akn_add(parent, "ref", NULL);
        set_reference(element, &words->citations[key - 1]);
        return element;
    case CHANGE:
        return open_change(words, parent, (key & PH_BIT(PH_DELETED)) != 0);
    case REVIEW:
        return open_mark(parent, (const struct ph_inline *)key, "review");
    case PLACEHOLDER:
        return open_mark(parent, (const struct ph_inline *)key, "placeholder");
    default:
        return ph_akn_add(parent, names[layer], NULL);
    }
}

/* Closes what no longer holds and opens what holds now; returns the innermost element. */
static xmlNode *move_to(struct words *words, const uintptr_t key[LAYERS])
{
    int layer = 0;
    while (layer < LAYERS && words->key[layer] == key[layer])
        layer++;
    for (; layer < LAYERS; layer++) {
        words->key[layer] = key[layer];
        xmlNode *above = words->at[layer];
        words->at[layer + 1] = key[layer] ? open_layer(words, (enum layer)layer, above) : above;
    }
    return words->at[LAYERS];
}

static uintptr_t change_key(unsigned kinds)
{
    return kinds & PH_BIT(PH_DELETED) ? PH_BIT(PH_DELETED) : kinds & PH_BIT(PH_INSERTED);
}

/* The citation that holds at `at`, counted from 1, or 0; *end becomes where that changes. */
static size_t citation_at(struct words *words, size_t at, size_t *end)
{
    while (words->citation < words->citation_count && words->citations[words->citation].to <= at)
        words->citation++;
    if (words->citation == words->citation_count)
        return 0;
    const struct ph_citation *citation = &words->citations[words->citation];
    bool inside = citation->from <= at;
    size_t edge = inside ? citation->to : citation->from;
    if (edge < *end)
        *end = edge;
    return inside ? words->citation + 1 : 0;
}

static void add_text(struct words *words, const struct ph_stretch *stretch)
{
    const struct ph_inline *mark = stretch->mark;
    uintptr_t key[LAYERS] = {
        [CHANGE] = change_key(stretch->kinds),
        [BOLD] = stretch->kinds & PH_BIT(PH_BOLD),
        [ITALIC] = stretch->kinds & PH_BIT(PH_ITALIC),
        [SUPERSCRIPT] = stretch->kinds & PH_BIT(PH_SUPERSCRIPT),
    };
    if (mark)
        key[mark->kind == PH_REVIEW ? REVIEW : PLACEHOLDER] = (uintptr_t)mark;
    for (size_t at = stretch->from; at < stretch->to;) {
        size_t end = stretch->to;
        key[REF] = citation_at(words, at, &end);
        ph_xml_add_text(move_to(words, key), words->node->text.bytes + at, end - at);
        at = end;
    }
}

/* ---- footnotes ---- */

static const char *note_id(struct ph_akn *akn, const struct ph_node *note, char *out, size_t size)
{
    if (ph_note_number(note)) {
        snprintf(out, size, "ftn_%d", ph_note_number(note));
        return out;
    }
    char address[32];
    snprintf(address, sizeof address, "%p", (const void *)note);
    const xmlChar *name = (const xmlChar *)address;
    uintptr_t place = (uintptr_t)xmlHashLookup(akn->notes, name);
    if (!place) {
        place = ++akn->note_count;
        xmlHashAddEntry(akn->notes, name, (void *)place);
    }
    snprintf(out, size, "ftn_x%zu", (size_t)place);
    return out;
}

static void set_marker(xmlNode *element, const struct ph_node *note)
{
    char number[16];
    snprintf(number, sizeof number, "%d", ph_note_number(note));
    ph_xml_set(element, "marker", ph_note_number(note) ? number : note->as.footnote.mark);
}

static xmlNode *add_note(struct ph_akn *akn, xmlNode *parent, const char *name,
                         const struct ph_node *note)
{
    char id[48];
    xmlNode *element = ph_akn_add(parent, name, note);
    ph_akn_set_id(akn, element, note_id(akn, note, id, sizeof id));
    set_marker(element, note);
    ph_xml_set(element, "placement", "bottom");
    ph_akn_add_words(akn, ph_akn_add(element, "p", NULL), note);
    return element;
}

/* A footnote stands where it is mentioned first; one that only a footnote mentions, or deleted
 * words, stands in the meta: notes never nest. */
static bool stands_here(const struct words *words, const struct ph_inline *mark, const char *id)
{
    return words->node->kind != PH_FOOTNOTE && !ph_note_repeated(words->node, mark) &&
           !xmlHashLookup(words->akn->ids, (const xmlChar *)id);
}

static void add_mark(struct words *words, const struct ph_stretch *stretch)
{
    uintptr_t key[LAYERS] = {[CHANGE] = change_key(stretch->kinds)};
    const struct ph_node *note = stretch->note->note;
    xmlNode *sup = ph_akn_add(move_to(words, key), "sup", NULL);
    ph_xml_set(sup, "class", "footnote");
    char href[49] = "#";
    note_id(words->akn, note, href + 1, sizeof href - 1);
    if (stands_here(words, stretch->note, href + 1)) {
        add_note(words->akn, sup, "authorialNote", note);
        return;
    }
    xmlNode *reference = ph_akn_add(sup, "noteRef", NULL);
    ph_xml_set(reference, "href", href);
    set_marker(reference, note);
}

static bool is_mentioned(const struct ph_node *note)
{
    return note->as.footnote.first && note->as.footnote.first->kind != PH_FOOTNOTE;
}

void ph_akn_add_unmentioned(struct ph_akn *akn)
{
    xmlNode *notes = NULL;
    for (const struct ph_node *note = NULL;
         (note = ph_next_of(akn->document->root, note, PH_FOOTNOTE));) {
        if (is_mentioned(note))
            continue;
        if (!notes) {
            notes = ph_akn_add(akn->meta, "notes", NULL);
            ph_xml_set(notes, "source", "#penholder");
        }
        add_note(akn, notes, "note", note);
    }
}

/* ---- all words of a node ---- */

/* Citations in order and without overlaps; what a hostile text makes of them is not trusted. */
static void find_citations(struct words *words)
{
    const struct ph_text *text = &words->node->text;
    size_t found = ph_citations_find(words->akn->document->lexicon, text->bytes, text->length,
                                     &words->citations);
    for (size_t i = 0, end = 0; i < found; i++) {
        struct ph_citation *one = &words->citations[i];
        if (one->from < end || one->to <= one->from || one->to > text->length)
            continue;
        end = one->to;
        words->citations[words->citation_count++] = *one;
    }
}

void ph_akn_add_words(struct ph_akn *akn, xmlNode *parent, const struct ph_node *node)
{
    struct words words = {.akn = akn, .node = node};
    for (int layer = 0; layer <= LAYERS; layer++)
        words.at[layer] = parent;
    find_citations(&words);
    struct ph_stretch *stretches;
    size_t count = ph_stretches(node, &stretches);
    for (size_t i = 0; i < count; i++) {
        if (stretches[i].note)
            add_mark(&words, &stretches[i]);
        else
            add_text(&words, &stretches[i]);
    }
    free(stretches);
    free(words.citations);
}
