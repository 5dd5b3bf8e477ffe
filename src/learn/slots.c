#include "learn/slots.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"

int ph_operative_number(const struct ph_node *node)
{
    const char *number = node->kind == PH_OPERATIVE ? node->as.paragraph.number : NULL;
    return number ? atoi(number) : 0;
}

static void observe(struct ph_pattern *pattern, struct ph_slot *slot, size_t member,
                    const struct ph_node *node, const struct ph_tokens *tokens,
                    const struct ph_entity *entity)
{
    struct ph_observation *seen = &slot->observations[slot->count++];
    seen->member = member;
    seen->from = entity->from;
    seen->to = entity->to;
    seen->words =
        ph_arena_copy_n(pattern->arena, tokens->text + entity->from, entity->to - entity->from);
    seen->value = entity->number;
    seen->other = entity->other;
    seen->paragraph = ph_operative_number(node);
}

/* The slots of `clause` get what stands beside them in an earlier member. */
static void observe_member(struct ph_pattern *pattern, struct ph_clause *clause, size_t member,
                           const struct ph_tokens *base, const struct ph_tokens *tokens)
{
    int *beside = ph_alloc_zero(base->count, sizeof *beside);
    ph_tokens_align(base, tokens, beside);
    for (size_t t = 0; t < base->count; t++) {
        int entity = base->items[t].entity;
        if (entity < 0 || beside[t] < 0)
            continue;
        const struct ph_token *other = &tokens->items[beside[t]];
        if (other->entity >= 0)
            observe(pattern, &clause->slots[entity], member, clause->occurrences[member], tokens,
                    &tokens->entities[other->entity]);
    }
    free(beside);
}

static void find_slots(struct ph_pattern *pattern, struct ph_clause *clause,
                       const struct ph_readings *readings)
{
    const struct ph_tokens *base = ph_readings_of(readings, clause->occurrences[pattern->base]);
    clause->slot_count = base->entity_count;
    clause->slots = ph_arena_alloc(pattern->arena, clause->slot_count * sizeof *clause->slots);
    for (size_t i = 0; i < clause->slot_count; i++) {
        struct ph_slot *slot = &clause->slots[i];
        slot->kind = base->entities[i].kind;
        slot->from = base->entities[i].from;
        slot->to = base->entities[i].to;
        slot->observations =
            ph_arena_alloc(pattern->arena, (pattern->base + 1) * sizeof *slot->observations);
    }
    for (size_t m = 0; clause->slot_count && m < pattern->base; m++)
        if (clause->occurrences[m])
            observe_member(pattern, clause, m, base,
                           ph_readings_of(readings, clause->occurrences[m]));
    for (size_t i = 0; i < clause->slot_count; i++)
        observe(pattern, &clause->slots[i], pattern->base, clause->occurrences[pattern->base], base,
                &base->entities[i]);
}

void ph_slots_find(struct ph_pattern *pattern, const struct ph_readings *readings)
{
    for (size_t i = 0; i < pattern->clause_count; i++)
        if (pattern->clauses[i].occurrences[pattern->base])
            find_slots(pattern, &pattern->clauses[i], readings);
}

/* ---- the vote ---- */

static enum ph_outcome outcome_of(const char *name)
{
    if (!strcmp(name, "ask"))
        return PH_ASK;
    if (!strcmp(name, "look-at"))
        return PH_LOOK_AT;
    return strcmp(name, "stays") ? PH_MOVES : PH_STAYS;
}

static void settle(struct ph_pattern *pattern, struct ph_slot *slot,
                   const struct ph_proposal *proposal)
{
    const char *last = slot->observations[slot->count - 1].words;
    slot->value = last;
    slot->seen = proposal->seen;
    if (!proposal->rule)
        return;
    slot->rule = proposal->rule;
    slot->say = ph_arena_copy(pattern->arena, proposal->say);
    slot->explained = proposal->explained;
    slot->outcome = outcome_of(proposal->outcome);
    slot->value = ph_arena_copy(pattern->arena, proposal->words);
    slot->name = ph_arena_copy(pattern->arena, proposal->name);
    slot->why = ph_arena_copy(pattern->arena, proposal->why);
    if (slot->outcome == PH_MOVES && !strcmp(slot->value, last))
        slot->outcome = PH_STAYS;
}

/* What is done with each slot: the hypotheses hear it, or vote on it. */
typedef void slot_step(struct ph_pattern *pattern, struct ph_slot *slot,
                       struct ph_hypotheses *hypotheses, const struct ph_slot_view *view);

static void hear(struct ph_pattern *pattern, struct ph_slot *slot, struct ph_hypotheses *hypotheses,
                 const struct ph_slot_view *view)
{
    (void)pattern;
    (void)slot;
    ph_hypotheses_hear(hypotheses, view);
}

static void vote(struct ph_pattern *pattern, struct ph_slot *slot, struct ph_hypotheses *hypotheses,
                 const struct ph_slot_view *view)
{
    if (slot->value) /* by hand */
        return;
    struct ph_proposal proposal = slot->rule ? ph_hypotheses_given(hypotheses, slot->rule, view)
                                             : ph_hypotheses_vote(hypotheses, view);
    settle(pattern, slot, &proposal);
    ph_proposal_free(&proposal);
}

/* What stands between a slot and the last one before it that moves; NULL: none does. */
static char *since_moved(const struct ph_clause *clause, const struct ph_slot *slot,
                         const struct ph_node *node)
{
    for (const struct ph_slot *one = slot; one-- > clause->slots;)
        if (one->outcome == PH_MOVES)
            return ph_copy_n(node->text.bytes + one->to, slot->from - one->to);
    return NULL;
}

/* What all slots are decided with. */
struct deciding {
    const xmlNodeSet *members;
    struct ph_others *others;
    struct ph_hypotheses *hypotheses;
};

/* The series of all that the slot has cited. */
static xmlNodeSet *others_of(struct ph_others *others, const struct ph_slot *slot)
{
    xmlNodeSet *found = xmlXPathNodeSetCreate(NULL);
    for (size_t i = 0; i < slot->count; i++)
        ph_others_add(others, slot->observations[i].words, found);
    return found;
}

static void take_slot(struct ph_pattern *pattern, const struct ph_clause *clause,
                      struct ph_slot *slot, const struct deciding *with, slot_step *step)
{
    const struct ph_node *node = clause->occurrences[pattern->base];
    struct ph_seen *seen = ph_alloc_zero(slot->count, sizeof *seen);
    for (size_t i = 0; i < slot->count; i++) {
        const struct ph_observation *one = &slot->observations[i];
        int session = pattern->members[one->member].session;
        seen[i] = (struct ph_seen){.session = session,
                                   .year = ph_session_year(session),
                                   .place = (int)one->member + 1,
                                   .paragraph = one->paragraph,
                                   .words = one->words,
                                   .value = one->value,
                                   .other = one->other};
    }
    char *context = ph_copy_n(node->text.bytes, slot->from);
    char *since = since_moved(clause, slot, node);
    xmlNodeSet *others = others_of(with->others, slot);
    struct ph_slot_view view = {.kind = slot->kind,
                                .seen = seen,
                                .count = slot->count,
                                .context = context,
                                .after = node->text.bytes + slot->to,
                                .since_moved = since,
                                .session = pattern->next_session,
                                .year = ph_session_year(pattern->next_session),
                                .place = (int)pattern->member_count + 1,
                                .members = with->members,
                                .others = others};
    step(pattern, slot, with->hypotheses, &view);
    xmlXPathFreeNodeSet(others);
    free(since);
    free(context);
    free(seen);
}

static void take_slots(struct ph_pattern *pattern, const struct deciding *with, slot_step *step)
{
    for (size_t i = 0; i < pattern->clause_count; i++) {
        struct ph_clause *clause = &pattern->clauses[i];
        for (size_t k = 0; k < clause->slot_count; k++)
            take_slot(pattern, clause, &clause->slots[k], with, step);
    }
}

enum ph_status ph_slots_vote(struct ph_pattern *pattern, xmlDoc *series,
                             const struct ph_elsewhere *elsewhere, struct ph_hypotheses *hypotheses,
                             struct ph_error *error)
{
    xmlNodeSet *members = xmlXPathNodeSetCreate(NULL);
    const xmlNode *root = xmlDocGetRootElement(series);
    for (xmlNode *one = ph_xml_first(root, "member"); one; one = ph_xml_next(one, "member"))
        xmlXPathNodeSetAdd(members, one);
    struct deciding with = {members, ph_others_new(elsewhere, pattern, error), hypotheses};
    take_slots(pattern, &with, hear);
    take_slots(pattern, &with, vote);
    enum ph_status status = ph_others_status(with.others);
    ph_others_free(with.others);
    xmlXPathFreeNodeSet(members);
    return status;
}
