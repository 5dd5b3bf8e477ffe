/* Any bytes as a file of facts: what is taken fills a document that then obeys the grammar of the
 * tree, or there is an error with a message; nothing else. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/forms.h"
#include "draft/fill.h"
#include "draft/places.h"
#include "lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* A document that asks for every fact that there is. */
static struct ph_document *make_document(const struct ph_asked_list *asked)
{
    static const char words[] = "(A/75/[…]–S/2020/[…]).";
    struct ph_document *document = ph_document_new(NULL);
    for (size_t i = 0; i < asked->count; i++) {
        struct ph_node *node = ph_add(document->root, PH_PARAGRAPH, words);
        for (const char *at = words; (at = strstr(at, "[…]")); at++) {
            size_t from = (size_t)(at - words);
            struct ph_inline *mark = ph_text_mark(node, PH_PLACEHOLDER, from, from + strlen("[…]"));
            mark->name = ph_arena_copy(document->arena, asked->items[i].name);
        }
    }
    ph_places_name(document);
    ph_document_number(document);
    return document;
}

static void fill(struct ph_answers *answers)
{
    struct ph_error error = {0};
    struct ph_buffer remarks = {0};
    struct ph_document *document = make_document(answers->asked);
    enum ph_status status = ph_fill(document, answers, shared_lexicon(), &remarks, &error);
    if (ph_verify(document) || (status != PH_OK && !error.message[0]))
        abort();
    ph_fill_check(answers, document, &error);
    ph_buffer_free(&remarks);
    ph_document_free(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_answers answers = {0};
    struct ph_error error = {0};
    enum ph_status status = ph_answers_parse(&answers, "fuzz", (const char *)bytes, length, &error);
    if (status != PH_OK && !error.message[0])
        abort();
    if (answers.asked)
        fill(&answers);
    ph_answers_free(&answers);
    return 0;
}
