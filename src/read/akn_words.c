/* Words in Akoma Ntoso, and footnotes. */
#include <stdlib.h>
#include <string.h>

#include "doc/stretch.h"
#include "read/akn.h"
#include "read/block.h"

enum { NOTHING = -1 };

struct words {
    struct ph_akn_reader *reader;
    struct ph_node *node;
    struct ph_buffer text;
    struct ph_inline *items;
    size_t count, capacity;
    size_t from[PH_XML_DEPTH + 2]; /* where the open elements begin */
};

bool ph_akn_has_words(const xmlNode *element)
{
    for (const xmlNode *child = element->children; child; child = child->next)
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
            !xmlIsBlankNode(child))
            return true;
    return false;
}

static bool is_note(const xmlNode *element)
{
    return ph_xml_is(element, "authorialNote") || ph_xml_is(element, "note");
}

/* ---- inlines ---- */

static int kind_of(const xmlNode *element)
{
    const char *name = ph_xml_attribute(element, "name");
    const xmlNode *first = ph_xml_first(element, NULL);
    if (ph_xml_is(element, "i"))
        return PH_ITALIC;
    if (ph_xml_is(element, "b"))
        return PH_BOLD;
    if (ph_xml_is(element, "sup"))
        return first && (is_note(first) || ph_xml_is(first, "noteRef")) ? NOTHING : PH_SUPERSCRIPT;
    if (!ph_xml_is(element, "inline") || !name)
        return NOTHING;
    if (!strcmp(name, "placeholder"))
        return PH_PLACEHOLDER;
    return strcmp(name, "review") ? NOTHING : PH_REVIEW;
}

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* A stretch that goes on where another of its kind ended was only cut by an element in between. */
static void add_item(struct words *words, struct ph_inline item)
{
    for (size_t i = words->count; item.kind != PH_NOTE && i-- > 0;) {
        struct ph_inline *one = &words->items[i];
        if (one->kind == item.kind && one->to == item.from && same(one->name, item.name) &&
            same(one->why, item.why)) {
            one->to = item.to;
            return;
        }
        if (one->to < item.from)
            break;
    }
    words->items = ph_grow(words->items, words->count, &words->capacity, sizeof *words->items);
    words->items[words->count++] = item;
}

static void close_inline(struct words *words, const xmlNode *element, size_t from)
{
    struct ph_arena *arena = words->node->document->arena;
    int kind = kind_of(element);
    if (kind == NOTHING || from >= words->text.length)
        return;
    struct ph_inline item = {
        .kind = (enum ph_inline_kind)kind, .from = from, .to = words->text.length};
    if (kind == PH_PLACEHOLDER || kind == PH_REVIEW) {
        item.name = ph_arena_copy(arena, ph_xml_attribute(element, "class"));
        item.why = ph_arena_copy(arena, ph_xml_attribute(element, "title"));
    }
    add_item(words, item);
}

static void add_mark(struct words *words, const xmlNode *element)
{
    struct ph_node *note = element->_private;
    const char *href = ph_xml_attribute(element, "href");
    if (!note && href && *href == '#')
        note = xmlHashLookup(words->reader->notes, (const xmlChar *)href + 1);
    if (note)
        add_item(words, (struct ph_inline){.kind = PH_NOTE,
                                           .from = words->text.length,
                                           .to = words->text.length,
                                           .note = note});
}

/* ---- the walk over the words ---- */

/* False: what is inside is no words of this place. */
static bool enter(struct words *words, const xmlNode *at)
{
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) {
        ph_fold((const char *)at->content, strlen((const char *)at->content), &words->text);
        return false;
    }
    if (at->type != XML_ELEMENT_NODE || ph_xml_is(at, "del"))
        return false;
    if (is_note(at) || ph_xml_is(at, "noteRef")) {
        add_mark(words, at);
        return false;
    }
    bool apart = ph_xml_is(at, "p") || ph_xml_is(at, "br") || ph_xml_is(at, "eol") ||
                 ph_xml_is(at, "td") || ph_xml_is(at, "th") || ph_xml_is(at, "block");
    if (apart)
        ph_fold(" ", 1, &words->text);
    return true;
}

static void walk(struct words *words, const xmlNode *element)
{
    int depth = 0;
    const xmlNode *at = element->children;
    while (at) {
        words->from[depth] = words->text.length;
        if (enter(words, at) && at->children) {
            at = at->children;
            depth++;
            continue;
        }
        while (!at->next && at->parent != element) {
            at = at->parent;
            close_inline(words, at, words->from[--depth]);
        }
        at = at->next;
    }
}

/* Marks behind the last word stand there, and not behind the space that goes. */
static void set_words(struct words *words)
{
    struct ph_node *node = words->node;
    ph_fold_end(&words->text);
    size_t length = words->text.length, at = node->text.length;
    if (at && length) {
        ph_text_replace(node, at, at, " ", 1);
        at++;
    }
    ph_text_replace(node, at, at, ph_buffer_text(&words->text), length);
    for (size_t i = 0; i < words->count; i++) {
        const struct ph_inline *item = &words->items[i];
        size_t to = item->to < length ? item->to : length;
        size_t from = item->from < to ? item->from : to;
        if (item->kind != PH_NOTE && from == to)
            continue;
        struct ph_inline *mark = ph_text_mark(node, item->kind, at + from, at + to);
        mark->note = item->note;
        mark->name = item->name;
        mark->why = item->why;
    }
}

void ph_akn_read_words(struct ph_akn_reader *reader, xmlNode *element, struct ph_node *node)
{
    struct words words = {.reader = reader, .node = node};
    walk(&words, element);
    set_words(&words);
    ph_buffer_free(&words.text);
    free(words.items);
}

void ph_akn_drop_known_italics(struct ph_node *node)
{
    size_t from, to;
    struct ph_text *text = &node->text;
    if (!ph_italic_by_kind(node, &from, &to))
        return;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *one = &text->inlines[i];
        if (one->kind != PH_ITALIC || one->from != from || one->to != to)
            continue;
        memmove(&text->inlines[i], &text->inlines[i + 1],
                (text->count - i - 1) * sizeof *text->inlines);
        text->count--;
        return;
    }
}

/* ---- footnotes ---- */

void ph_akn_find_notes(struct ph_akn_reader *reader, xmlNode *root)
{
    for (xmlNode *at = root; at; at = ph_xml_step(at, false)) {
        const char *id = ph_xml_attribute(at, "eId");
        if (!is_note(at))
            continue;
        struct ph_node *note = ph_node_new(reader->document, PH_FOOTNOTE, "");
        note->as.footnote.mark =
            ph_arena_copy(reader->document->arena, ph_xml_attribute(at, "marker"));
        note->span.source = reader->document->source;
        note->span.line = ph_xml_line(at);
        at->_private = note;
        if (id)
            xmlHashAddEntry(reader->notes, (const xmlChar *)id, note);
    }
}

static long value_of(const struct ph_node *note)
{
    return note->as.footnote.mark ? strtol(note->as.footnote.mark, NULL, 10) : 0;
}

struct numbered {
    struct ph_node *note;
    size_t place;
};

static int by_value(const void *a, const void *b)
{
    const struct numbered *one = a, *two = b;
    long x = value_of(one->note), y = value_of(two->note);
    if (x != y)
        return x < y ? -1 : 1;
    return one->place < two->place ? -1 : 1;
}

/* As they stand in print: by their number, those without one first. */
void ph_akn_read_notes(struct ph_akn_reader *reader, xmlNode *root)
{
    struct numbered *list = NULL;
    size_t count = 0, capacity = 0;
    for (xmlNode *at = root; at; at = ph_xml_step(at, false)) {
        if (!is_note(at))
            continue;
        ph_akn_read_words(reader, at, at->_private);
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count] = (struct numbered){at->_private, count};
        count++;
    }
    if (count)
        qsort(list, count, sizeof *list, by_value);
    for (size_t i = 0; i < count; i++)
        ph_append(reader->document->root, list[i].note);
    free(list);
}
