#include "rules/terms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/names.h"
#include "rules/spelling.h"
#include "rules/terms_inside.h"

/* The slip that was found last. */
struct slip {
    struct ph_term term; /* of the words here */
    char words[PH_SLIP + 1], instead[2 * PH_SLIP + 2], since[1];
};

struct ph_terms {
    struct ph_names *names;       /* the terms are names that may stand nearly so; else NULL */
    struct ph_spelling *spelling; /* the terms are slips of the pen; else NULL */
    struct slip *slip;
    size_t number;             /* of the table among those of one check */
    struct ph_table table;     /* else; of slips and names: all NULL */
    struct ph_table_head *own; /* what was made for it; NULL: it stands elsewhere */
    struct ph_term found;      /* last */
};

/* ---- the table ---- */

struct ph_terms *ph_terms_new(const xmlNode *element)
{
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    if (ph_xml_attribute(element, "little")) {
        terms->names = ph_names_new(element);
        return terms;
    }
    terms->own = ph_table_new(element);
    if (!terms->own || !ph_table_of(terms->own, terms->own->size, &terms->table)) {
        ph_terms_free(terms);
        return NULL;
    }
    return terms;
}

struct ph_terms *ph_terms_of_part(const xmlNode *element, const void *bytes, size_t size)
{
    const bool names = ph_xml_attribute(element, "little");
    struct ph_terms made = {.names = names ? ph_names_of_part(bytes, size) : NULL};
    if (!made.names && (names || !ph_table_of(bytes, size, &made.table)))
        return NULL;
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    *terms = made;
    return terms;
}

const void *ph_terms_part(const struct ph_terms *terms, size_t *size)
{
    if (terms->names)
        return ph_names_part(terms->names, size);
    *size = terms->table.head ? terms->table.head->size : 0;
    return terms->table.head;
}

static struct ph_terms *slips_of(struct ph_spelling *spelling)
{
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    struct slip *slip = ph_alloc_zero(1, sizeof *slip);
    slip->term = (struct ph_term){slip->words, slip->instead, slip->since};
    terms->slip = slip;
    terms->spelling = spelling;
    return terms;
}

enum ph_status ph_terms_slips(const char *path, struct ph_terms **terms, struct ph_error *error)
{
    struct ph_spelling *spelling;
    enum ph_status status = ph_spelling_load(path, &spelling, error);
    *terms = status == PH_OK ? slips_of(spelling) : NULL;
    return status;
}

struct ph_terms *ph_terms_slips_of_pack(const struct ph_pack *pack)
{
    struct ph_spelling *spelling = ph_spelling_of_pack(pack);
    return spelling ? slips_of(spelling) : NULL;
}

void ph_terms_pack_slips(const struct ph_terms *slips, struct ph_pack_maker *maker)
{
    ph_spelling_pack(slips->spelling, maker);
}

void ph_terms_free(struct ph_terms *terms)
{
    if (terms) {
        ph_names_free(terms->names);
        ph_spelling_free(terms->spelling);
        free(terms->slip);
        free(terms->own);
    }
    free(terms);
}

/* ---- starts ---- */

bool ph_terms_are_slips(const struct ph_terms *terms)
{
    return terms->spelling != NULL;
}

bool ph_terms_start_anywhere(const struct ph_terms *terms)
{
    return terms->spelling || terms->names;
}

void ph_terms_number(struct ph_terms *terms, size_t number)
{
    terms->number = number;
}

size_t ph_terms_number_of(const struct ph_terms *terms)
{
    return terms->number;
}

uint64_t ph_terms_bits(const struct ph_terms *terms)
{
    return terms->table.count ? ph_term_bit(terms->number) : 0;
}

const struct ph_table *ph_terms_table(const struct ph_terms *terms)
{
    return &terms->table;
}

/* ---- finding ---- */

static const struct ph_term *slip_at(const struct ph_terms *terms, const struct ph_text *text,
                                     const struct ph_word *word, size_t *end)
{
    const char *here = text->bytes + word->from;
    if (ph_spelling_knows(terms->spelling, word->hash))
        return NULL;
    const char *meant = ph_spelling_meant(terms->spelling, text, word->from, end);
    if (!meant)
        return NULL;
    snprintf(terms->slip->words, sizeof terms->slip->words, "%.*s", (int)(*end - word->from), here);
    terms->slip->words[0] = (char)ph_word_small((unsigned char)terms->slip->words[0]);
    snprintf(terms->slip->instead, sizeof terms->slip->instead, "%s", meant);
    return &terms->slip->term;
}

const struct ph_term *ph_terms_give(struct ph_terms *terms, size_t number)
{
    const struct ph_table_term *term = &terms->table.terms[number];
    const char *words = terms->table.words;
    terms->found =
        (struct ph_term){words + term->words, words + term->instead, words + term->since};
    return &terms->found;
}

const struct ph_term *ph_terms_next(const struct ph_terms *terms, const struct ph_text *text,
                                    const struct ph_word *words, size_t count, size_t *at,
                                    size_t *from, size_t *end)
{
    const struct ph_term *found = NULL;
    if (terms->names)
        return ph_names_next(terms->names, text, words, count, at, from, end);
    size_t i = *at;
    for (; i < count && !found; i++) {
        found = slip_at(terms, text, &words[i], end);
        *from = words[i].from;
    }
    while (found && i < count && words[i].from < *end)
        i++;
    *at = i;
    return found;
}
