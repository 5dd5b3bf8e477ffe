#include "learn/backtest.h"

#include <stdlib.h>
#include <string.h>

#include "compare/compare.h"
#include "compare/words.h"
#include "doc/walk.h"
#include "learn/standing.h"

/* One member while its draft is judged. */
struct trying {
    struct ph_backtest *backtest;
    struct ph_trial *trial;
    const struct ph_pattern *earlier, *later;
    const struct ph_lexicon *lexicon;
    size_t before, after; /* indexes into later's members: drafted from, adopted */
    size_t capacity;      /* of the trial's places */
};

/* ---- words ---- */

/* The body of a member, which may be the draft in an annex of its document. */
static struct ph_document *body_of(const struct ph_member *member)
{
    struct ph_document own = *member->document;
    own.root = (struct ph_node *)member->root;
    struct ph_document *body = ph_document_copy(&own);
    ph_document_keep_body(body);
    return body;
}

static int count_words(const struct ph_document *body)
{
    int words = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(body->root, node));)
        words += ph_words_count(node->text.bytes, 0, node->text.length);
    return words;
}

static int count_changes(const struct ph_document *from, const struct ph_document *to,
                         const struct ph_lexicon *lexicon)
{
    struct ph_changes changes;
    ph_document_free(ph_compare(lexicon, from, to, &changes));
    return changes.words_inserted + changes.words_deleted;
}

static void judge_words(const struct trying *trying, const struct ph_document *draft)
{
    const struct ph_lexicon *lexicon = trying->lexicon;
    struct ph_tally *tally = &trying->trial->tally;
    struct ph_document *adopted = body_of(&trying->later->members[trying->after]);
    struct ph_document *copy = body_of(&trying->later->members[trying->before]);
    struct ph_document *drafted = ph_document_copy(draft);
    ph_document_keep_body(drafted);
    tally->words = count_words(adopted);
    tally->draft_changes = count_changes(drafted, adopted, lexicon);
    tally->copy_changes = count_changes(copy, adopted, lexicon);
    ph_document_free(drafted);
    ph_document_free(copy);
    ph_document_free(adopted);
}

/* ---- places ---- */

/* What stands in the adopted text in place of a slot of the text that it was drafted from. */
static const char *adopted_words(const struct trying *trying, const struct ph_clause *clause,
                                 const struct ph_slot *slot)
{
    for (size_t i = 0; i < clause->slot_count; i++) {
        const struct ph_observation *before = ph_slot_seen(&clause->slots[i], trying->before);
        const struct ph_observation *after = ph_slot_seen(&clause->slots[i], trying->after);
        if (before && after && before->from == slot->from && before->to == slot->to)
            return after->words;
    }
    return NULL;
}

static enum ph_place_verdict judge(const struct ph_place *place, enum ph_outcome outcome)
{
    bool changed = strcmp(place->before, place->adopted) != 0;
    switch (outcome) {
    case PH_MOVES:
        return strcmp(place->drafted, place->adopted) ? PH_PLACE_MOVED_WRONG : PH_PLACE_MOVED_RIGHT;
    case PH_ASK:
        return changed ? PH_PLACE_ASKED_RIGHT : PH_PLACE_ASKED_WRONG;
    case PH_LOOK_AT:
        return changed ? PH_PLACE_LOOK_RIGHT : PH_PLACE_LOOK_WRONG;
    default:
        return changed ? PH_PLACE_KEPT_WRONG : PH_PLACE_KEPT_RIGHT;
    }
}

/* `clause` is that of the adopted text, NULL where it has none. */
static void judge_place(struct trying *trying, const char *label, const struct ph_slot *slot,
                        const struct ph_clause *clause)
{
    struct ph_arena *arena = trying->backtest->arena;
    struct ph_trial *trial = trying->trial;
    const char *adopted = clause ? adopted_words(trying, clause, slot) : NULL;
    struct ph_place place = {
        .label = label,
        .kind = ph_arena_copy(arena, slot->kind),
        .before = ph_arena_copy(arena, slot->observations[slot->count - 1].words),
        .drafted = ph_arena_copy(arena, slot->value),
        .adopted = ph_arena_copy(arena, adopted),
        .rule = slot->rule,
        .say = ph_arena_copy(arena, slot->say),
        .explained = slot->explained,
        .seen = slot->seen,
    };
    if (adopted)
        place.verdict = judge(&place, slot->outcome);
    else
        place.verdict = clause ? PH_PLACE_REWRITTEN : PH_PLACE_GONE;
    trial->places =
        ph_grow(trial->places, trial->place_count, &trying->capacity, sizeof *trial->places);
    trial->places[trial->place_count++] = place;
    trial->tally.places[place.verdict]++;
}

/* ---- paragraphs ---- */

/* The words of a paragraph without also and further, which follow its place (rules 27 to 29).
 * Caller frees. */
static char *plain_words(const struct ph_lexicon *lexicon, const struct ph_node *node)
{
    const struct ph_text *text = &node->text;
    if (!ph_is_paragraph(node) || node->as.paragraph.opening.adverb == PH_NO_ADVERB)
        return ph_copy(text->bytes);
    return ph_lexicon_set_adverb(lexicon, text->bytes, text->length, &node->as.paragraph.opening,
                                 PH_NO_ADVERB);
}

static bool is_same(const struct trying *trying, const struct ph_node *a, const struct ph_node *b)
{
    char *x = plain_words(trying->lexicon, a), *y = plain_words(trying->lexicon, b);
    bool same = !strcmp(x, y);
    free(x);
    free(y);
    return same;
}

static enum ph_paragraph_verdict judge_paragraph(const struct trying *trying,
                                                 const struct ph_node *draft,
                                                 const struct ph_clause *clause)
{
    if (!clause)
        return PH_PARAGRAPH_DROPPED;
    const struct ph_node *adopted = clause->occurrences[trying->after];
    if (is_same(trying, draft, adopted))
        return is_same(trying, clause->occurrences[trying->before], adopted)
                   ? PH_PARAGRAPH_KEPT
                   : PH_PARAGRAPH_ADVANCED;
    return ph_clause_became(clause, trying->before, trying->after) == PH_FATE_CHANGED
               ? PH_PARAGRAPH_CHANGED
               : PH_PARAGRAPH_PLACES;
}

/* The clause of the adopted text that a paragraph goes on in; NULL: it was dropped. */
static const struct ph_clause *adopted_clause(const struct trying *trying,
                                              const struct ph_node *paragraph)
{
    const struct ph_clause *clause = ph_pattern_clause(trying->later, paragraph);
    return clause && clause->occurrences[trying->after] ? clause : NULL;
}

static void judge_clauses(struct trying *trying, const struct ph_document *draft)
{
    for (const struct ph_node *node = NULL; (node = ph_next_text(draft->root, node));) {
        const struct ph_node *old = node->origin.node;
        const struct ph_clause *clause = old ? ph_pattern_clause(trying->earlier, old) : NULL;
        if (!clause) /* the title, the organ line, an annex */
            continue;
        char label[96];
        const char *known =
            ph_arena_copy(trying->backtest->arena, ph_label(node, label, sizeof label));
        const struct ph_clause *adopted = adopted_clause(trying, old);
        if (node->kind != PH_FOOTNOTE)
            trying->trial->tally.paragraphs[judge_paragraph(trying, node, adopted)]++;
        for (size_t i = 0; i < clause->slot_count; i++)
            judge_place(trying, known, &clause->slots[i], adopted);
    }
}

static void count_new(const struct trying *trying)
{
    for (size_t i = 0; i < trying->later->clause_count; i++) {
        const struct ph_clause *clause = &trying->later->clauses[i];
        const struct ph_node *adopted = clause->occurrences[trying->after];
        if (adopted && adopted->kind != PH_FOOTNOTE && !clause->occurrences[trying->before])
            trying->trial->tally.paragraphs[PH_PARAGRAPH_NEW]++;
    }
}

/* ---- one member ---- */

/* All that stands between the text drafted from and the adopted one: earlier would know it, were
 * it here. */
static void name_missing(const struct trying *trying)
{
    struct ph_arena *arena = trying->backtest->arena;
    struct ph_trial *trial = trying->trial;
    size_t most = trying->after - trying->before;
    trial->missing = ph_arena_alloc(arena, most * sizeof *trial->missing);
    for (size_t i = trying->before + 1; i < trying->after; i++)
        if (!trying->later->members[i].root)
            trial->missing[trial->missing_count++] =
                ph_arena_copy(arena, ph_member_name(&trying->later->members[i]));
}

static size_t index_of(const struct ph_pattern *pattern, const struct ph_node *root)
{
    size_t index = 0;
    while (pattern->members[index].root != root)
        index++;
    return index;
}

void ph_backtest_add(struct ph_backtest *backtest, const struct ph_pattern *earlier,
                     const struct ph_document *draft, const struct ph_pattern *later,
                     const struct ph_lexicon *lexicon)
{
    const struct ph_member *from = &earlier->members[earlier->base];
    const struct ph_member *member = &later->members[later->base];
    backtest->trials = ph_grow(backtest->trials, backtest->trial_count, &backtest->trial_capacity,
                               sizeof *backtest->trials);
    struct ph_trial *trial = &backtest->trials[backtest->trial_count++];
    *trial = (struct ph_trial){.name = ph_arena_copy(backtest->arena, ph_member_name(member)),
                               .from = ph_arena_copy(backtest->arena, ph_member_name(from)),
                               .session = member->session};
    for (size_t i = 0; i < earlier->member_count; i++)
        trial->texts += earlier->members[i].root != NULL;
    struct trying trying = {.backtest = backtest,
                            .trial = trial,
                            .earlier = earlier,
                            .later = later,
                            .lexicon = lexicon,
                            .before = index_of(later, from->root),
                            .after = later->base};
    name_missing(&trying);
    judge_words(&trying, draft);
    judge_clauses(&trying, draft);
    count_new(&trying);
}
