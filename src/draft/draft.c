#include "draft/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "doc/walk.h"
#include "draft/facts.h"
#include "draft/insert.h"
#include "draft/places.h"
#include "draft/template.h"
#include "rules/series_functions.h"

/* ---- slots ---- */

/* The parts of new words that nobody knows become placeholders, each by itself. */
static void mark_unknown(struct ph_node *node, const struct ph_slot *slot, size_t from, size_t to)
{
    const size_t length = strlen(PH_UNKNOWN_WORDS);
    for (size_t at = from; at + length <= to; at++) {
        if (strncmp(node->text.bytes + at, PH_UNKNOWN_WORDS, length) != 0)
            continue;
        struct ph_inline *mark = ph_text_mark(node, PH_PLACEHOLDER, at, at + length);
        mark->name = ph_arena_copy(node->document->arena, slot->name);
        mark->why = ph_arena_copy(node->document->arena, slot->why);
        at += length - 1;
    }
}

static size_t count_citations(const struct ph_lexicon *lexicon, const char *words)
{
    struct ph_citation *list;
    size_t end, count = ph_citations_parse(lexicon, words, strlen(words), &list, &end);
    free(list);
    return count;
}

/* "its resolution A" and "its resolutions A and B": the noun before a list agrees with it. */
static void agree(struct ph_node *node, const struct ph_slot *slot,
                  const struct ph_lexicon *lexicon)
{
    const char *const *nouns = ph_lexicon_list(lexicon, "citation-nouns");
    size_t before = count_citations(lexicon, slot->observations[slot->count - 1].words);
    size_t now = count_citations(lexicon, slot->value);
    if (!nouns || !nouns[0] || !nouns[1] || !before || !now || (before > 1) == (now > 1))
        return;
    const char *old = nouns[before > 1], *made = nouns[now > 1];
    size_t length = strlen(old), end = slot->from;
    if (end < length + 1 || node->text.bytes[end - 1] != ' ' ||
        strncmp(node->text.bytes + end - 1 - length, old, length) != 0)
        return;
    ph_text_replace(node, end - 1 - length, end - 1, made, strlen(made));
}

/* The words of a slot, which end there, are to be looked at. */
static void mark_review(struct ph_node *node, const struct ph_slot *slot, size_t to)
{
    struct ph_inline *mark = ph_text_mark(node, PH_REVIEW, slot->from, to);
    mark->why = ph_arena_copy(node->document->arena, slot->why);
}

static void apply_slot(struct ph_node *node, const struct ph_slot *slot,
                       const struct ph_lexicon *lexicon)
{
    size_t length = strlen(slot->value);
    if (slot->outcome == PH_STAYS)
        return;
    if (slot->outcome == PH_LOOK_AT) {
        mark_review(node, slot, slot->to);
        return;
    }
    ph_text_replace(node, slot->from, slot->to, slot->value, length);
    if (slot->outcome == PH_ASK)
        mark_unknown(node, slot, slot->from, slot->from + length);
    else if (slot->why && *slot->why)
        mark_review(node, slot, slot->from + length);
    agree(node, slot, lexicon);
}

static void put_note(const struct ph_slot *slot, struct ph_buffer *out)
{
    ph_buffer_put(out, slot->outcome == PH_LOOK_AT ? "kept, to be looked at" : slot->say);
    if (!slot->rule) /* a value by hand: what it says is where it comes from */
        return;
    ph_buffer_put(out, " (");
    if (slot->seen > 0 && slot->outcome != PH_LOOK_AT)
        ph_buffer_printf(out, "%d of %d, ", slot->explained, slot->seen);
    ph_buffer_printf(out, "rule %s)", ph_rule_id(slot->rule));
}

/* What moved, for the source: "session + 2 (4 of 4, rule session-ahead)"; each thing once. Before
 * it, what the base's paragraph says of its words. */
static const char *note_of(struct ph_document *draft, const struct ph_clause *clause,
                           const struct ph_node *old)
{
    struct ph_buffer out = {0}, one = {0};
    ph_buffer_put(&out, old->origin.note);
    for (size_t i = 0; i < clause->slot_count; i++) {
        if (clause->slots[i].outcome == PH_STAYS ||
            (!clause->slots[i].rule && !clause->slots[i].say))
            continue;
        ph_buffer_clear(&one);
        put_note(&clause->slots[i], &one);
        if (!strstr(ph_buffer_text(&out), ph_buffer_text(&one)))
            ph_buffer_printf(&out, "%s%s", out.length ? "; " : "", ph_buffer_text(&one));
    }
    const char *note = out.length ? ph_arena_copy(draft->arena, out.data) : NULL;
    ph_buffer_free(&out);
    ph_buffer_free(&one);
    return note;
}

/* A paragraph of a pattern's file knows itself where its words come from (learn/pattern.h). */
static void set_origin(struct ph_node *copy, const struct ph_member *base,
                       const struct ph_node *old, int times)
{
    char label[96];
    struct ph_arena *arena = copy->document->arena;
    bool same = copy->text.length == old->text.length &&
                !memcmp(copy->text.bytes, old->text.bytes, old->text.length);
    copy->origin.node = old;
    copy->origin.times = times;
    if (old->origin.how == PH_UNKNOWN)
        return;
    copy->origin.how = same && old->origin.how == PH_AS_READ ? PH_VERBATIM : PH_ADVANCED;
    if (!copy->origin.symbol)
        copy->origin.symbol =
            ph_arena_copy(arena, base->number ? base->number : ph_file_name(base->known_from));
    if (!copy->origin.label)
        copy->origin.label = ph_arena_copy(arena, ph_label(old, label, sizeof label));
}

static void apply_clauses(struct ph_document *draft, const struct ph_pattern *pattern,
                          const struct ph_twins *twins, const struct ph_lexicon *lexicon)
{
    const struct ph_member *base = &pattern->members[pattern->base];
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        const struct ph_node *old = clause->occurrences[pattern->base];
        struct ph_node *copy = old ? ph_twin_of(twins, old) : NULL;
        if (!copy)
            continue;
        for (size_t k = clause->slot_count; k-- > 0;)
            apply_slot(copy, &clause->slots[k], lexicon);
        set_origin(copy, base, old, clause->times + 1);
        copy->origin.note = note_of(draft, clause, old);
    }
}

/* ---- the rest of the tree ---- */

/* What was read is verbatim; what belongs to a clause says more (apply_clauses), the rest (title,
 * organ line, annexes) does not. */
static void set_origins(const struct ph_pattern *pattern, const struct ph_twins *twins)
{
    const struct ph_member *base = &pattern->members[pattern->base];
    for (size_t i = 0; i < twins->count; i++)
        set_origin(twins->items[i].copy, base, twins->items[i].old, 0);
}

/* Numbers are by order. */
static void number(struct ph_document *draft)
{
    ph_document_number(draft);
    for (struct ph_node *node = NULL; (node = ph_next_text(draft->root, node));) {
        char text[64];
        if (node->kind != PH_OPERATIVE && node->kind != PH_SUBPARAGRAPH)
            continue;
        const char *printed = ph_number(node, text, sizeof text);
        node->as.paragraph.number = ph_arena_copy(draft->arena, printed);
    }
}

enum ph_status ph_draft(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                        struct ph_document **result, struct ph_error *error)
{
    const struct ph_member *base = &pattern->members[pattern->base];
    if (!base->root)
        return ph_fail(error, PH_NOTHING, "no member of the series is among the sources");
    struct ph_document *draft = ph_document_new(NULL);
    draft->lexicon = lexicon;
    struct ph_twins twins;
    xmlDoc *facts = NULL;
    ph_insert_below(draft->root, base->root, &twins);
    set_origins(pattern, &twins);
    apply_clauses(draft, pattern, &twins, lexicon);
    ph_document_keep_body(draft);
    enum ph_status status = ph_facts(pattern, NULL, 0, NULL, &facts, error);
    if (status == PH_OK)
        status = ph_template_make("draft", facts, lexicon, NULL, draft, error);
    ph_places_name(draft);
    number(draft);
    xmlFreeDoc(facts);
    free(twins.items);
    if (status == PH_OK)
        *result = draft;
    else
        ph_document_free(draft);
    return status;
}
