#include "doc/node.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"
#include "un/symbol.h"

struct ph_document *ph_document_new(const char *source)
{
    struct ph_arena *arena = ph_arena_new();
    struct ph_document *document = ph_alloc_zero(1, sizeof *document);
    document->arena = arena;
    document->source = ph_arena_copy(arena, source);
    document->root = ph_node_new(document, PH_DOCUMENT, "");
    document->root->as.document.genre = PH_OTHER_GENRE;
    return document;
}

void ph_document_free(struct ph_document *document)
{
    if (!document)
        return;
    ph_arena_free(document->arena);
    free(document);
}

struct ph_node *ph_node_new(struct ph_document *document, enum ph_kind kind, const char *text)
{
    struct ph_node *node = ph_arena_alloc(document->arena, sizeof *node);
    node->kind = kind;
    node->document = document;
    if (ph_is_paragraph(node))
        node->as.paragraph.level = kind == PH_SUBPARAGRAPH ? 2 : 1;
    ph_text_set(node, text, strlen(text));
    return node;
}

/* Which kinds may stand in which: bits of the kinds that a parent takes. */
#define BIT(kind) (1u << (kind))
#define BODY                                                                                       \
    (BIT(PH_TITLE) | BIT(PH_ORGAN) | BIT(PH_PREAMBULAR) | BIT(PH_OPERATIVE) | BIT(PH_HEADING) |    \
     BIT(PH_PARAGRAPH) | BIT(PH_CLOSING) | BIT(PH_FOOTNOTE))

static const unsigned may_contain[PH_KIND_COUNT] = {
    [PH_DOCUMENT] = BODY | BIT(PH_MASTHEAD) | BIT(PH_ANNEX),
    [PH_MASTHEAD] = BIT(PH_FIELD),
    [PH_CLOSING] = BIT(PH_FIELD),
    [PH_ANNEX] = BODY | BIT(PH_DOCUMENT) | BIT(PH_ANNEX),
    [PH_PREAMBULAR] = BIT(PH_SUBPARAGRAPH) | BIT(PH_PARAGRAPH),
    [PH_OPERATIVE] = BIT(PH_SUBPARAGRAPH) | BIT(PH_PARAGRAPH),
    [PH_SUBPARAGRAPH] = BIT(PH_SUBPARAGRAPH) | BIT(PH_PARAGRAPH),
    [PH_PARAGRAPH] = BIT(PH_SUBPARAGRAPH) | BIT(PH_PARAGRAPH),
};

bool ph_node_may_contain(enum ph_kind parent, enum ph_kind child)
{
    return (may_contain[parent] & BIT(child)) != 0;
}

struct ph_node *ph_append(struct ph_node *parent, struct ph_node *child)
{
    assert(ph_node_may_contain(parent->kind, child->kind));
    assert(!child->parent && parent->document == child->document);
    child->parent = parent;
    child->previous = parent->last;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    return child;
}

struct ph_node *ph_insert_before(struct ph_node *sibling, struct ph_node *node)
{
    struct ph_node *parent = sibling->parent;
    assert(parent && ph_node_may_contain(parent->kind, node->kind) && !node->parent);
    node->parent = parent;
    node->next = sibling;
    node->previous = sibling->previous;
    if (sibling->previous)
        sibling->previous->next = node;
    else
        parent->first = node;
    sibling->previous = node;
    return node;
}

void ph_unlink(struct ph_node *node)
{
    if (!node->parent)
        return;
    if (node->previous)
        node->previous->next = node->next;
    else
        node->parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else
        node->parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

void ph_document_keep_body(struct ph_document *document)
{
    for (struct ph_node *node = document->root->first, *next; node; node = next) {
        next = node->next;
        if (node->kind == PH_MASTHEAD || node->kind == PH_CLOSING)
            ph_unlink(node);
    }
    ph_document_number(document);
    for (struct ph_node *node = document->root->first, *next; node; node = next) {
        next = node->next;
        if (node->kind == PH_FOOTNOTE && !node->as.footnote.first)
            ph_unlink(node);
    }
}

struct ph_node *ph_add(struct ph_node *parent, enum ph_kind kind, const char *text)
{
    return ph_append(parent, ph_node_new(parent->document, kind, text));
}

static struct ph_node *holder_of(struct ph_node *document, enum ph_kind kind)
{
    for (struct ph_node *node = document->first; node; node = node->next)
        if (node->kind == kind)
            return node;
    struct ph_node *made = ph_node_new(document->document, kind, "");
    if (kind == PH_MASTHEAD && document->first)
        return ph_insert_before(document->first, made);
    return ph_append(document, made);
}

static bool is_closing_field(enum ph_field name)
{
    return name == PH_FIELD_MEETING || name == PH_FIELD_MEETING_DATE;
}

struct ph_node *ph_set_field(struct ph_node *document, enum ph_field name, const char *value)
{
    if (!value || !*value)
        return NULL;
    struct ph_node *old = name == PH_FIELD_DRAFT ? NULL : ph_field_node(document, name);
    if (old) {
        ph_text_set(old, value, strlen(value));
        return old;
    }
    struct ph_node *holder = holder_of(document, is_closing_field(name) ? PH_CLOSING : PH_MASTHEAD);
    struct ph_node *field = ph_node_new(document->document, PH_FIELD, value);
    field->as.field.name = name;
    return ph_append(holder, field);
}

struct ph_node *ph_field_node(const struct ph_node *document, enum ph_field name)
{
    for (struct ph_node *part = document->first; part; part = part->next)
        if (part->kind == PH_MASTHEAD || part->kind == PH_CLOSING)
            for (struct ph_node *field = part->first; field; field = field->next)
                if (field->as.field.name == name)
                    return field;
    return NULL;
}

const char *ph_field_text(const struct ph_node *document, enum ph_field name)
{
    const struct ph_node *field = ph_field_node(document, name);
    return field ? field->text.bytes : NULL;
}

bool ph_is_paragraph(const struct ph_node *node)
{
    return node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE ||
           node->kind == PH_SUBPARAGRAPH || node->kind == PH_PARAGRAPH;
}

bool ph_goes_on(const struct ph_node *node, enum ph_end end)
{
    return node->previous && node->previous->end == end;
}
