/* What is told of all rules together before they look at a document. */
#include <stdlib.h>

#include "base/memory.h"
#include "doc/walk.h"
#include "rules/evaluate_inside.h"

/* What kinds of nodes a document has, and what genres: bits. */
struct present {
    uint32_t kinds, genres;
};

static struct present present_in(const struct ph_document *document)
{
    struct present present = {.genres = 1u << PH_OTHER_GENRE};
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        present.kinds |= 1u << walk.node->kind;
        if (walk.node->kind == PH_DOCUMENT)
            present.genres |= 1u << walk.node->as.document.genre;
    }
    return present;
}

/* The kinds of nodes of this document that a rule looks in. */
static uint32_t kinds_for(const struct ph_rule *rule, const struct present *present)
{
    const uint32_t kinds = rule->kinds | (rule->in_attached ? PH_ATTACHED_KINDS : 0);
    return rule->genres & present->genres ? kinds & present->kinds : 0;
}

/* Of some of the document's texts, evenly spread. */
static void see_some(const struct ph_document *document, struct ph_grams_seen *seen)
{
    enum { SOME = 24 };
    struct ph_grams grams;
    size_t count = 0, number = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        count++;
    const size_t apart = count / SOME + 1;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
        if (number++ % apart)
            continue;
        ph_grams_of(node->text.bytes, node->text.length, &grams);
        ph_grams_see(seen, &grams);
    }
}

/* The terms of all rules. */
static struct ph_term_index *gather_terms(const struct ph_worker *workers, size_t count)
{
    struct ph_terms **tables = NULL;
    size_t number = 0, capacity = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < workers[i].rule->place_count; k++) {
            const struct ph_place *place = &workers[i].rule->places[k];
            if (place->kind != PH_AT_TERM)
                continue;
            tables = ph_grow(tables, number, &capacity, sizeof *tables);
            tables[number++] = place->terms;
        }
    struct ph_term_index *index = ph_term_index_new(tables, number);
    free(tables);
    return index;
}

static void make_ready(struct ph_worker *worker, size_t first_place)
{
    const struct ph_rule *rule = worker->rule;
    worker->places = rule->places;
    worker->fields = rule->fields;
    worker->kinds = rule->kinds;
    worker->genres = rule->genres;
    worker->in_annexes = rule->in_annexes;
    worker->watched = rule->watched;
    worker->first_place = first_place;
    worker->end_place = first_place + rule->place_count;
}

/* A sieve for the places of all rules, one rule behind another. */
static void make_sieve(struct ph_evaluation *evaluation, struct ph_worker *workers, size_t count,
                       bool open)
{
    const struct present present = present_in(evaluation->document);
    const size_t number = count ? workers[count - 1].end_place : 0;
    struct ph_sieve_place *places = ph_alloc_zero(number + 1, sizeof *places);
    evaluation->workers = ph_alloc_zero(number + 1, sizeof(struct ph_worker *));
    for (size_t i = 0; i < count; i++) {
        const uint32_t kinds = kinds_for(workers[i].rule, &present);
        for (size_t k = workers[i].first_place; k < workers[i].end_place; k++) {
            places[k] =
                (struct ph_sieve_place){&workers[i].places[k - workers[i].first_place], kinds};
            evaluation->workers[k] = &workers[i];
        }
    }
    struct ph_grams_seen *seen = ph_alloc_zero(1, sizeof *seen);
    see_some(evaluation->document, seen);
    evaluation->sieve = ph_sieve_new(places, number, open ? NULL : seen);
    free(seen);
    free(places);
}

void ph_evaluate_prepare(struct ph_evaluation *evaluation, struct ph_worker *workers, size_t count,
                         bool everywhere)
{
    for (size_t i = 0; i < count; i++)
        make_ready(&workers[i], i ? workers[i - 1].end_place : 0);
    evaluation->terms = gather_terms(workers, count);
    make_sieve(evaluation, workers, count, everywhere);
}
