/* What departs from the series: its own next document is compared with the text, paragraph by
 * paragraph. */
#include "check/series.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/compare.h"
#include "doc/walk.h"

enum { LABEL_SIZE = 256, FIRST_WORDS = 60 };

void ph_series_say(struct ph_series_check *check, const char *id, const struct ph_node *node,
                   size_t from, size_t to)
{
    if (check->status == PH_OK)
        check->status =
            ph_messages_say(&check->messages, id, node, from, to, check->findings, check->error);
}

static void set_text(struct ph_series_check *check, const char *name, const char *text)
{
    ph_xpath_set_text(check->messages.context, name, text);
}

/* ---- the text that is compared ---- */

static bool is_resolution(const struct ph_node *node)
{
    if (node->kind != PH_DOCUMENT)
        return false;
    for (const struct ph_node *child = node->first; child; child = child->next)
        if (child->kind == PH_OPERATIVE)
            return true;
    return false;
}

/* The document itself, or the draft in an annex of a letter. */
static const struct ph_node *resolution_of(const struct ph_document *document)
{
    const struct ph_node *node = document->root;
    while (node && !is_resolution(node))
        node = ph_next_of(document->root, node, PH_DOCUMENT);
    return node;
}

/* Footnote marks of a part that was copied alone would point out of the copy. */
static void drop_note_marks(struct ph_document *document)
{
    for (struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
        size_t kept = 0;
        for (size_t i = 0; i < node->text.count; i++)
            if (node->text.inlines[i].kind != PH_NOTE)
                node->text.inlines[kept++] = node->text.inlines[i];
        node->text.count = kept;
    }
}

/* The text as a document of its own, node for node. */
static struct ph_document *copy_of(const struct ph_node *text)
{
    struct ph_document *copy = ph_document_new(text->document->source);
    copy->lexicon = text->document->lexicon;
    copy->root->as.document = text->as.document;
    for (const struct ph_node *child = text->first; child; child = child->next)
        ph_append(copy->root, ph_node_copy(copy, child));
    drop_note_marks(copy);
    ph_document_number(copy);
    return copy;
}

/* ---- a paragraph that is missing ---- */

/* The first words of a paragraph, whole ones. */
static char *first_words(const struct ph_node *node)
{
    size_t length = node->text.length;
    if (length > FIRST_WORDS) {
        length = FIRST_WORDS;
        while (length > 0 && node->text.bytes[length] != ' ')
            length--;
    }
    return ph_copy_n(node->text.bytes, length);
}

/* Whether the paragraph was in the last text. */
static bool is_of_series(const struct ph_node *node)
{
    return ph_is_paragraph(node) && node->origin.symbol && node->origin.times > 1;
}

/* The draft counts itself. */
static int members_with(const struct ph_node *node)
{
    return node->origin.times - 1;
}

static void say_missing(struct ph_series_check *check, const struct ph_node *missing,
                        const struct ph_node *place)
{
    char from[LABEL_SIZE];
    char *words = first_words(missing);
    snprintf(from, sizeof from, "%s %s", missing->origin.symbol,
             missing->origin.label ? missing->origin.label : "");
    set_text(check, "kind", ph_kind_name(missing->kind));
    set_text(check, "from", from);
    set_text(check, "words", words);
    ph_xpath_set_number(check->messages.context, "times", members_with(missing));
    ph_series_say(check, "series-paragraph-missing", place, 0, 0);
    ph_series_say(check, "series-paragraph-gone", place, 0, 0);
    free(words);
}

/* ---- a session that does not follow ---- */

struct sessions {
    struct ph_entity *items;
    size_t count;
};

static struct sessions sessions_in(const struct ph_lexicon *lexicon, const char *text,
                                   size_t length)
{
    struct sessions found = {0};
    size_t count = ph_lexicon_entities(lexicon, text, length, &found.items);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(found.items[i].kind, "session") && found.items[i].number > 0)
            found.items[found.count++] = found.items[i];
    return found;
}

/* The words that the draft has where the marked text has both. */
static char *words_of_draft(const struct ph_node *marked)
{
    const struct ph_text *text =
        marked->mark == PH_MOVED_TO && marked->twin ? &marked->twin->text : &marked->text;
    struct ph_buffer words = {0};
    size_t at = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != PH_INSERTED || mark->to <= at)
            continue;
        ph_buffer_add(&words, text->bytes + at, mark->from > at ? mark->from - at : 0);
        at = mark->to;
    }
    ph_buffer_add(&words, text->bytes + at, text->length - at);
    return ph_buffer_take(&words);
}

bool ph_series_is_next(const struct ph_series_check *check)
{
    return !check->session || check->session == check->pattern->next_session;
}

/* Only a draft for the session of the text says which sessions follow there. */
static void compare_sessions(struct ph_series_check *check, const char *words,
                             const struct ph_node *node)
{
    if (!ph_series_is_next(check))
        return;
    struct sessions due = sessions_in(check->lexicon, words, strlen(words));
    struct sessions is = sessions_in(check->lexicon, node->text.bytes, node->text.length);
    for (size_t i = 0; due.count == is.count && i < is.count; i++) {
        if (due.items[i].number == is.items[i].number)
            continue;
        char *a = ph_copy_n(words + due.items[i].from, due.items[i].to - due.items[i].from);
        char *b = ph_copy_n(node->text.bytes + is.items[i].from, is.items[i].to - is.items[i].from);
        set_text(check, "due", a);
        set_text(check, "words", b);
        ph_series_say(check, "series-session", node, is.items[i].from, is.items[i].to);
        free(a);
        free(b);
    }
    free(due.items);
    free(is.items);
}

/* ---- both texts side by side ---- */

static bool is_gone(const struct ph_node *node)
{
    return node->mark == PH_NODE_DELETED || node->mark == PH_MOVED_FROM;
}

/* The next node of the text that is checked, in document order. */
static const struct ph_node *next_node(const struct ph_node *root, const struct ph_node *node)
{
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static void compare_node(struct ph_series_check *check, const struct ph_node *marked,
                         const struct ph_node *node)
{
    bool is_named = node->kind == PH_TITLE || node->kind == PH_HEADING;
    if (!is_named && !ph_is_paragraph(node))
        return;
    char *old = words_of_draft(marked);
    if (is_named)
        ph_series_check_named(check, marked, old, node);
    else
        ph_series_check_wording(check, marked, old, node);
    if (!is_named && marked->mark != PH_NODE_INSERTED)
        compare_sessions(check, old, node);
    free(old);
}

/* Walks the marked document, whose nodes that are not gone are those of the text in their order. */
static void compare_with_draft(struct ph_series_check *check, const struct ph_document *marked)
{
    const struct ph_node *node = check->text, *last = check->text;
    struct ph_walk walk = ph_walk_start(marked->root);
    while (ph_walk_step(&walk) && check->status == PH_OK) {
        if (walk.leaving)
            continue;
        if (is_gone(walk.node)) {
            if (walk.node->mark == PH_NODE_DELETED && is_of_series(walk.node))
                say_missing(check, walk.node, last);
            ph_walk_skip(&walk);
            continue;
        }
        if (!node || node->kind != walk.node->kind)
            return;
        compare_node(check, walk.node, node);
        if (ph_is_paragraph(node))
            last = node;
        node = next_node(check->text, node);
    }
}

static void check_text(struct ph_series_check *check)
{
    struct ph_document *copy = copy_of(check->text);
    struct ph_document *marked = ph_compare(check->lexicon, check->draft, copy, NULL);
    check->labels = ph_labels_of(check->draft->root);
    compare_with_draft(check, marked);
    ph_labels_free(check->labels);
    ph_series_check_citations(check);
    ph_series_check_length(check);
    ph_document_free(marked);
    ph_document_free(copy);
}

enum ph_status ph_check_series(const struct ph_rules *rules, const struct ph_pattern *pattern,
                               const struct ph_document *draft, const struct ph_document *document,
                               struct ph_findings *findings, struct ph_error *error)
{
    struct ph_series_check check = {.lexicon = rules->lexicon,
                                    .pattern = pattern,
                                    .draft = draft,
                                    .text = resolution_of(document),
                                    .findings = findings,
                                    .error = error};
    if (!check.text)
        return PH_OK; /* nothing in it that could depart from a series */
    check.session = ph_document_session(check.text);
    if (!check.session)
        check.session = ph_document_session(document->root);
    check.status = ph_messages_load(&check.messages, "rules/en/series.xml", rules->lexicon, error);
    if (check.status == PH_OK)
        check_text(&check);
    ph_messages_free(&check.messages);
    ph_findings_sort(findings, document);
    return check.status;
}
