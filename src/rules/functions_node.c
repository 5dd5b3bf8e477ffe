/* Functions about nodes, the ways from one to another, and opening phrases. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/call.h"
#include "rules/compiled.h"
#include "rules/elements.h"

enum { LABEL_SIZE = 256 };

/* ---- what a node is ---- */

void ph_function_text(struct ph_xpath_call *call)
{
    ph_give_text(call, call->node ? call->node->text.bytes : "");
}

void ph_function_label(struct ph_xpath_call *call)
{
    char label[LABEL_SIZE];
    ph_give_text(call, call->node ? ph_label(call->node, label, sizeof label) : "");
}

void ph_function_kind(struct ph_xpath_call *call)
{
    ph_give_text(call, call->node ? ph_kind_name(call->node->kind) : "");
}

static const char *printed_number(const struct ph_node *node)
{
    if (node->kind == PH_HEADING)
        return node->as.heading.number;
    if (node->kind == PH_FOOTNOTE)
        return node->as.footnote.mark;
    return ph_is_paragraph(node) ? node->as.paragraph.number : NULL;
}

void ph_function_number(struct ph_xpath_call *call)
{
    ph_give_text(call, call->node ? printed_number(call->node) : "");
}

void ph_function_due_number(struct ph_xpath_call *call)
{
    char number[LABEL_SIZE] = "";
    if (call->node && call->node->kind == PH_FOOTNOTE)
        snprintf(number, sizeof number, "%d", ph_note_number(call->node));
    ph_give_text(call, !call->node || call->node->kind == PH_FOOTNOTE
                           ? number
                           : ph_number(call->node, number, sizeof number));
}

void ph_function_order(struct ph_xpath_call *call)
{
    ph_give_number(call, call->node ? call->node->order : 0);
}

void ph_function_level(struct ph_xpath_call *call)
{
    ph_give_number(call,
                   call->node && ph_is_paragraph(call->node) ? call->node->as.paragraph.level : 0);
}

/* ---- from one node to another ---- */

static bool is_passed_over(const struct ph_node *node)
{
    return node->kind == PH_FOOTNOTE || node->mark == PH_NODE_DELETED ||
           node->mark == PH_MOVED_FROM;
}

static const struct ph_node *sibling(const struct ph_node *node, bool forward, bool of_its_kind)
{
    enum ph_kind kind = node ? node->kind : PH_KIND_COUNT;
    do
        node = !node ? NULL : forward ? node->next : node->previous;
    while (node && (of_its_kind ? node->kind != kind : is_passed_over(node)));
    return node;
}

void ph_function_next(struct ph_xpath_call *call)
{
    ph_give_node(call, sibling(call->node, true, true));
}

void ph_function_previous(struct ph_xpath_call *call)
{
    ph_give_node(call, sibling(call->node, false, true));
}

void ph_function_before(struct ph_xpath_call *call)
{
    ph_give_node(call, sibling(call->node, false, false));
}

void ph_function_after(struct ph_xpath_call *call)
{
    ph_give_node(call, sibling(call->node, true, false));
}

void ph_function_parent(struct ph_xpath_call *call)
{
    ph_give_node(call, call->node ? call->node->parent : NULL);
}

void ph_function_parts(struct ph_xpath_call *call)
{
    const struct ph_node *child = call->node ? call->node->first : NULL;
    ph_give_node(call, NULL);
    for (; child; child = child->next)
        if (!is_passed_over(child))
            ph_give_more(call, child);
}

void ph_function_notes(struct ph_xpath_call *call)
{
    size_t count = call->node ? call->node->text.count : 0;
    ph_give_node(call, NULL);
    for (size_t i = 0; i < count; i++)
        if (call->node->text.inlines[i].kind == PH_NOTE)
            ph_give_more(call, call->node->text.inlines[i].note);
}

void ph_function_mentioned_in(struct ph_xpath_call *call)
{
    bool is_note = call->node && call->node->kind == PH_FOOTNOTE;
    ph_give_node(call, is_note ? call->node->as.footnote.first : NULL);
}

/* ---- the document ---- */

static const struct ph_node *document_of(const struct ph_node *node)
{
    while (node && node->kind != PH_DOCUMENT)
        node = node->parent;
    return node;
}

void ph_function_genre(struct ph_xpath_call *call)
{
    const struct ph_node *document = document_of(call->node);
    ph_give_text(call, document ? ph_genre_name(document->as.document.genre) : "");
}

void ph_function_session(struct ph_xpath_call *call)
{
    const struct ph_node *document = document_of(call->node);
    ph_give_number(call, document ? ph_elements_session(call->world, document) : 0);
}

void ph_function_field(struct ph_xpath_call *call)
{
    const struct ph_node *document = document_of(call->node);
    int field = ph_field_by_name(call->texts[0]);
    bool known = document && field >= 0;
    ph_give_text(call, known ? ph_field_text(document, (enum ph_field)field) : "");
}

void ph_function_all(struct ph_xpath_call *call)
{
    const struct ph_node *document = document_of(call->node);
    ph_give_node(call, NULL);
    const int kind = ph_kind_by_name(call->texts[0]);
    for (const struct ph_node *child = document ? document->first : NULL; child;
         child = child->next)
        if ((int)child->kind == kind)
            ph_give_more(call, child);
}

/* ---- opening phrases ---- */

/* The opening phrase; of a paragraph that has none of its own part's, one of the other part. */
static struct ph_opening opening_of(const struct ph_xpath_call *call)
{
    struct ph_opening opening = {0};
    if (!call->node || !ph_is_paragraph(call->node))
        return opening;
    const struct ph_text *text = &call->node->text;
    opening = call->node->as.paragraph.opening;
    if (opening.part == PH_NO_PART && call->world->lexicon &&
        !ph_lexicon_opening(call->world->lexicon, text->bytes, text->length, PH_NO_PART, &opening))
        opening = (struct ph_opening){0};
    return opening;
}

void ph_function_opening(struct ph_xpath_call *call)
{
    ph_give_text(call, opening_of(call).phrase);
}

void ph_function_opening_words(struct ph_xpath_call *call)
{
    struct ph_opening opening = opening_of(call);
    if (opening.to > opening.from)
        ph_give_words(call, call->node->text.bytes + opening.from, opening.to - opening.from);
    else
        ph_give_text(call, "");
}

void ph_function_opening_known(struct ph_xpath_call *call)
{
    ph_give_truth(call, opening_of(call).known);
}

void ph_function_opening_part(struct ph_xpath_call *call)
{
    static const char *const names[] = {
        [PH_NO_PART] = "", [PH_PREAMBLE] = "preamble", [PH_OPERATIVE_PART] = "operative"};
    ph_give_text(call, names[opening_of(call).part]);
}

static const char *const adverbs[] = {
    [PH_NO_ADVERB] = "", [PH_ALSO] = "also", [PH_FURTHER] = "further"};

void ph_function_adverb(struct ph_xpath_call *call)
{
    ph_give_text(call, adverbs[opening_of(call).adverb]);
}

void ph_function_opening_with(struct ph_xpath_call *call)
{
    struct ph_opening opening = opening_of(call);
    if (!call->world->lexicon || opening.to <= opening.from) {
        ph_function_opening_words(call);
        return;
    }
    enum ph_adverb adverb = PH_FURTHER;
    while (adverb != PH_NO_ADVERB && strcmp(adverbs[adverb], call->texts[1]))
        adverb--;
    const struct ph_text *text = &call->node->text;
    char *made =
        ph_lexicon_set_adverb(call->world->lexicon, text->bytes, text->length, &opening, adverb);
    /* What follows the phrase stays as long as it was. */
    size_t behind = text->length - opening.to, length = strlen(made);
    size_t end = length >= behind ? length - behind : length;
    ph_give_words(call, made + opening.from, end > opening.from ? end - opening.from : 0);
    free(made);
}

void ph_function_has_addressee(struct ph_xpath_call *call)
{
    const char *phrase = opening_of(call).phrase;
    ph_give_truth(call, phrase && call->world->lexicon &&
                            ph_lexicon_has_addressee(call->world->lexicon, phrase));
}

void ph_function_run_position(struct ph_xpath_call *call)
{
    ph_give_number(call, call->node ? ph_elements_run(call->world, call->node, call->texts[1]) : 0);
}
