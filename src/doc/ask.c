/* Questions about a whole document: its session, its name, its title, its checklist. */
#include <stdlib.h>
#include <string.h>

#include "doc/checklist.h"
#include "doc/node.h"
#include "doc/walk.h"
#include "un/ordinal.h"
#include "un/symbol.h"

int ph_document_session(const struct ph_node *document)
{
    struct ph_symbol symbol;
    size_t end;
    const char *text = ph_field_text(document, PH_FIELD_SESSION);
    int session =
        text ? ph_ordinal_parse(document->document->lexicon, text, strlen(text), &end) : 0;
    if (session)
        return session;
    text = ph_field_text(document, PH_FIELD_SYMBOL);
    if (text && ph_symbol_parse(text, strlen(text), &symbol, &end) && symbol.session)
        return symbol.session;
    text = ph_field_text(document, PH_FIELD_NUMBER);
    return text && strchr(text, '/') ? atoi(text) : 0;
}

const char *ph_document_name(const struct ph_node *document)
{
    const char *name = ph_field_text(document, PH_FIELD_NUMBER);
    if (!name)
        name = ph_field_text(document, PH_FIELD_SYMBOL);
    if (!name)
        name = document->document->source;
    return name ? name : "";
}

const char *ph_document_title(const struct ph_node *document)
{
    for (const struct ph_node *node = document->first; node; node = node->next)
        if (node->kind == PH_TITLE)
            return node->text.bytes;
    return "";
}

static bool same_text(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

/* One fact may stand in several places of a text (both numbers of a joint symbol). */
static bool is_same_item(const struct ph_check_item *last, const struct ph_node *node,
                         const struct ph_inline *mark)
{
    return last->node == node && last->mark->kind == mark->kind &&
           same_text(last->mark->name, mark->name) && same_text(last->mark->why, mark->why);
}

size_t ph_checklist(const struct ph_document *document, struct ph_check_item **items)
{
    size_t count = 0, capacity = 0;
    *items = NULL;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        for (size_t i = 0; i < node->text.count; i++) {
            const struct ph_inline *mark = &node->text.inlines[i];
            if (mark->kind != PH_PLACEHOLDER && mark->kind != PH_REVIEW)
                continue;
            if (count && is_same_item(&(*items)[count - 1], node, mark))
                continue;
            *items = ph_grow(*items, count, &capacity, sizeof **items);
            (*items)[count++] = (struct ph_check_item){node, mark};
        }
    return count;
}
