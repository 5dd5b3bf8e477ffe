#include <stdlib.h>

#include "doc/walk.h"
#include "learn/clauses.h"
#include "learn/doubts.h"
#include "learn/next.h"
#include "learn/pattern_file.h"
#include "learn/series.h"
#include "learn/slots.h"

void ph_pattern_say_how_little(struct ph_pattern *pattern, size_t here)
{
    size_t slots = 0;
    for (size_t i = 0; i < pattern->clause_count; i++)
        for (size_t k = 0; k < pattern->clauses[i].slot_count; k++)
            slots += pattern->clauses[i].slots[k].outcome == PH_MOVES;
    if (here == 1)
        ph_buffer_printf(&pattern->remarks,
                         "only one text of the series is here: nothing could be compared, and "
                         "%zu place%s moved by the rules alone: look at %s\n",
                         slots, slots == 1 ? "" : "s", slots == 1 ? "it" : "them");
}

static enum ph_status learn(struct ph_pattern *pattern, const struct ph_readings *readings,
                            int session, const struct ph_rules *rules,
                            const struct ph_elsewhere *elsewhere, struct ph_hypotheses *hypotheses,
                            struct ph_error *error)
{
    ph_clauses_find(pattern, readings);
    ph_slots_find(pattern, readings);
    xmlDoc *series = ph_series_xml(pattern, readings);
    ph_next_session(pattern, rules, series, session);
    enum ph_status status = ph_slots_vote(pattern, series, elsewhere, hypotheses, error);
    xmlFreeDoc(series);
    size_t here = 0;
    for (size_t i = 0; i < pattern->member_count; i++)
        here += pattern->members[i].root != NULL;
    ph_pattern_say_how_little(pattern, here);
    return status;
}

enum ph_status ph_learn_with(const struct ph_elsewhere *elsewhere,
                             const struct ph_document *const *documents, size_t count, int session,
                             const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                             struct ph_pattern **result, struct ph_error *error)
{
    struct ph_pattern *pattern = ph_alloc_zero(1, sizeof *pattern);
    struct ph_hypotheses *hypotheses = NULL;
    pattern->arena = ph_arena_new();
    pattern->lexicon = lexicon;
    enum ph_status status = ph_series_find(pattern, documents, count, session, lexicon, error);
    if (status == PH_OK)
        status = ph_elsewhere_add_members(elsewhere, pattern, error);
    if (status == PH_OK)
        status = ph_hypotheses_new(rules, &hypotheses, error);
    if (status != PH_OK) {
        ph_pattern_free(pattern);
        return status;
    }
    ph_series_add_missing(pattern, lexicon);
    ph_series_doubts(pattern);
    struct ph_readings readings;
    ph_readings_make(&readings, pattern, lexicon);
    status = learn(pattern, &readings, session, rules, elsewhere, hypotheses, error);
    ph_readings_free(&readings);
    ph_hypotheses_free(hypotheses);
    if (status == PH_OK)
        *result = pattern;
    else
        ph_pattern_free(pattern);
    return status;
}

enum ph_status ph_learn(const struct ph_document *const *documents, size_t count, int session,
                        const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                        struct ph_pattern **result, struct ph_error *error)
{
    return ph_learn_with(NULL, documents, count, session, lexicon, rules, result, error);
}

void ph_pattern_free(struct ph_pattern *pattern)
{
    if (!pattern)
        return;
    ph_buffer_free(&pattern->remarks);
    ph_document_free(pattern->read);
    ph_document_free(pattern->adopted);
    free(pattern->members);
    free(pattern->clauses);
    ph_arena_free(pattern->arena);
    free(pattern);
}

const struct ph_clause *ph_pattern_clause(const struct ph_pattern *pattern,
                                          const struct ph_node *paragraph)
{
    for (size_t i = 0; i < pattern->clause_count; i++)
        for (size_t m = 0; m < pattern->member_count; m++)
            if (pattern->clauses[i].occurrences[m] == paragraph)
                return &pattern->clauses[i];
    return NULL;
}

double ph_likeness(const struct ph_lexicon *lexicon, const struct ph_node *a,
                   const struct ph_node *b)
{
    struct ph_tokens x, y;
    ph_tokens_read(&x, lexicon, a->text.bytes, a->text.length);
    ph_tokens_read(&y, lexicon, b->text.bytes, b->text.length);
    double like = ph_tokens_likeness(&x, &y, 0);
    ph_tokens_free(&x);
    ph_tokens_free(&y);
    return like;
}
