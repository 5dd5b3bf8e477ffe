#include "draft/places.h"

#include <ctype.h>
#include <libxml/hash.h>
#include <stdint.h>
#include <string.h>

#include "doc/walk.h"

/* ---- names ---- */

/* What was counted is kept as a pointer: a hash table holds nothing else. */
static int count_of(xmlHashTable *table, const char *name, const char *why)
{
    return (int)(intptr_t)xmlHashLookup2(table, BAD_CAST name, BAD_CAST why);
}

/* Which of the reasons to ask under this name it is, from 1. */
static int place_number(xmlHashTable *reasons, xmlHashTable *names, const struct ph_inline *mark)
{
    const char *why = mark->why ? mark->why : "";
    int number = count_of(reasons, mark->name, why);
    if (number)
        return number;
    number = count_of(names, mark->name, "") + 1;
    xmlHashUpdateEntry2(names, BAD_CAST mark->name, BAD_CAST "", (void *)(intptr_t)number, NULL);
    xmlHashUpdateEntry2(reasons, BAD_CAST mark->name, BAD_CAST why, (void *)(intptr_t)number, NULL);
    return number;
}

void ph_places_name(struct ph_document *document)
{
    xmlHashTable *reasons = xmlHashCreate(0), *names = xmlHashCreate(0);
    for (struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        for (size_t i = 0; i < node->text.count; i++) {
            struct ph_inline *mark = &node->text.inlines[i];
            if (mark->kind != PH_PLACEHOLDER || !mark->name)
                continue;
            int number = place_number(reasons, names, mark);
            if (number > 1)
                mark->name = ph_arena_printf(document->arena, "%s.%d", mark->name, number);
        }
    xmlHashFree(reasons, NULL);
    xmlHashFree(names, NULL);
}

/* ---- symbols ---- */

static const char joint[] = "–";
enum { JOINT = sizeof joint - 1 };

static bool is_place(const struct ph_inline *one, const struct ph_inline *mark)
{
    return one->kind == PH_PLACEHOLDER && one->name && mark->name && !strcmp(one->name, mark->name);
}

/* How many bytes of a symbol start at text[at]; *core: they can also end one. */
static size_t symbol_bytes(const struct ph_text *text, size_t at, const struct ph_inline *mark,
                           bool *core)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->inlines[i].from == at && is_place(&text->inlines[i], mark)) {
            *core = true;
            return text->inlines[i].to - at;
        }
    *core = isalnum((unsigned char)text->bytes[at]);
    if (text->length - at >= JOINT && !memcmp(text->bytes + at, joint, JOINT))
        return JOINT;
    return *core || (text->bytes[at] && strchr("/.-", text->bytes[at])) ? 1 : 0;
}

void ph_place_symbol(const struct ph_node *node, const struct ph_inline *mark, size_t *from,
                     size_t *to)
{
    const struct ph_text *text = &node->text;
    *from = mark->from;
    *to = mark->to;
    for (size_t at = mark->from; at > 0 && strchr("/.-", text->bytes[at - 1]) != NULL;) {
        while (at > 0 && strchr("/.-", text->bytes[at - 1]))
            at--;
        while (at > 0 && isalnum((unsigned char)text->bytes[at - 1]))
            *from = --at;
    }
    for (size_t at = mark->to, bytes; at < text->length; at += bytes) {
        bool core;
        bytes = symbol_bytes(text, at, mark, &core);
        if (!bytes)
            break;
        if (core)
            *to = at + bytes;
    }
}
