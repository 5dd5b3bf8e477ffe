#include "draft/fill.h"

#include <stdlib.h>
#include <string.h>

#include "doc/checklist.h"
#include "doc/walk.h"
#include "draft/places.h"

/* What is at hand while a document is filled. */
struct filling {
    struct ph_answers *answers;
    const struct ph_lexicon *lexicon;
    struct ph_states *states;
    struct ph_buffer *remarks;
    struct ph_error *error;
};

/* ---- one place ---- */

/* The first place from inline *i on that an answer is for; NULL: none. */
static struct ph_answer *next_answer(const struct filling *filling, const struct ph_node *node,
                                     size_t *i)
{
    for (; *i < node->text.count; ++*i) {
        const struct ph_inline *mark = &node->text.inlines[*i];
        struct ph_answer *answer = NULL;
        if (mark->kind == PH_PLACEHOLDER && mark->name)
            answer = ph_answers_find(filling->answers, mark->name);
        if (answer)
            return answer;
    }
    return NULL;
}

static enum ph_status refuse(const struct ph_answer *answer, const struct ph_taking *taking,
                             struct ph_error *error)
{
    const char *problem = ph_buffer_text(&taking->problem);
    return ph_fail(error, ph_answer_status(answer), "%s: %s: %s%sexpected: %s; given: '%s'",
                   answer->where, answer->name, problem, *problem ? "; " : "",
                   answer->asked->expected, answer->value);
}

static void say_supplied(struct ph_node *node, const struct ph_answer *answer)
{
    const char *note = node->origin.note;
    node->origin.note = ph_arena_printf(node->document->arena, "%s%s%s as supplied",
                                        note ? note : "", note ? "; " : "", answer->name);
}

/* Replaces text[from, to), and the places in it that this fact filled are no longer any. */
static void replace(struct ph_node *node, const char *name, size_t from, size_t to,
                    const struct ph_buffer *words)
{
    struct ph_text *text = &node->text;
    size_t kept = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        bool filled = mark->kind == PH_PLACEHOLDER && mark->name && !strcmp(mark->name, name) &&
                      mark->from >= from && mark->to <= to;
        if (!filled)
            text->inlines[kept++] = *mark;
    }
    text->count = kept;
    ph_text_replace(node, from, to, ph_buffer_text(words), words->length);
}

static enum ph_status fill_place(const struct filling *filling, struct ph_node *node,
                                 const struct ph_inline *mark, struct ph_answer *answer)
{
    size_t from = mark->from, to = mark->to;
    if (answer->asked->form->symbol)
        ph_place_symbol(node, mark, &from, &to);
    char *place = ph_copy_n(node->text.bytes + from, to - from);
    struct ph_taking taking = {
        .lexicon = filling->lexicon, .states = filling->states, .place = place};
    enum ph_status status = PH_OK;
    if (ph_asked_take(answer->asked, answer->value, &taking)) {
        replace(node, mark->name, from, to, &taking.words);
        say_supplied(node, answer);
        if (!answer->placed)
            ph_buffer_put(filling->remarks, ph_buffer_text(&taking.remarks));
        answer->placed = true;
    } else {
        status = refuse(answer, &taking, filling->error);
    }
    free(place);
    ph_taking_free(&taking);
    return status;
}

static enum ph_status fill_node(const struct filling *filling, struct ph_node *node)
{
    struct ph_answer *answer;
    enum ph_status status = PH_OK;
    for (size_t i = 0; status == PH_OK && (answer = next_answer(filling, node, &i));)
        status = fill_place(filling, node, &node->text.inlines[i], answer);
    return status;
}

enum ph_status ph_fill(struct ph_document *document, struct ph_answers *answers,
                       const struct ph_lexicon *lexicon, struct ph_buffer *remarks,
                       struct ph_error *error)
{
    enum ph_status status = PH_OK;
    if (answers->count == 0)
        return status;
    struct filling filling = {answers, lexicon, ph_states_new(lexicon), remarks, error};
    struct ph_node *node = NULL;
    while (status == PH_OK && (node = ph_next_text(document->root, node)))
        status = fill_node(&filling, node);
    ph_states_free(filling.states);
    ph_document_number(document);
    return status;
}

/* ---- answers that nothing asks for ---- */

static const char *document_name(const struct ph_document *document)
{
    return document->root->as.document.genre == PH_LETTER ? "letter" : "draft";
}

/* Whether a document of that name asks for the fact: `of` is a list of words. */
static bool asks(const char *document, const struct ph_asked *asked)
{
    return strstr(asked->of, document) != NULL;
}

static void put_name(struct ph_buffer *out, const char *name)
{
    ph_buffer_printf(out, "%s%s", out->length ? ", " : "", name);
}

static bool is_listed(const struct ph_check_item *items, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].mark->name && !strcmp(items[i].mark->name, name))
            return true;
    return false;
}

/* Everything that the document asks for: first what is supplied, then what is not yet. */
static void put_names(const struct ph_answers *answers, const struct ph_document *document,
                      struct ph_buffer *out)
{
    enum { ENOUGH = 600 }; /* bytes; a message is not longer */
    struct ph_check_item *items;
    for (size_t i = 0; i < answers->count; i++)
        if (answers->items[i].placed && asks(document_name(document), answers->items[i].asked))
            put_name(out, answers->items[i].name);
    size_t count = ph_checklist(document, &items);
    for (size_t i = 0; i < count && out->length < ENOUGH; i++) {
        const char *name = items[i].mark->name;
        if (name && !is_listed(items, i, name))
            put_name(out, name);
    }
    free(items);
}

static enum ph_status refuse_unasked(const struct ph_answers *answers,
                                     const struct ph_answer *answer,
                                     const struct ph_document *document, struct ph_error *error)
{
    struct ph_buffer names = {0};
    put_names(answers, document, &names);
    ph_fail(error, ph_answer_status(answer), "%s: the %s does not ask for %s (%s); it asks for %s",
            answer->where, document_name(document), answer->name, answer->asked->title,
            names.length ? ph_buffer_text(&names) : "nothing");
    ph_buffer_free(&names);
    return ph_answer_status(answer);
}

enum ph_status ph_fill_check(const struct ph_answers *answers, const struct ph_document *document,
                             struct ph_error *error)
{
    const char *made = document_name(document);
    for (size_t i = 0; i < answers->count; i++) {
        const struct ph_answer *answer = &answers->items[i];
        bool asked = asks(made, answer->asked);
        if (asked ? !answer->placed : !answer->line)
            return refuse_unasked(answers, answer, document, error);
    }
    return PH_OK;
}
