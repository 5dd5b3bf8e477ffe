#include "learn/pairing.h"

/* What the member before had is preferred to what was dropped long ago. */
static const double FRESH = 0.05;

/* Beyond this many pairs, or words to be compared in them, only paragraphs whose words are the same
 * are found. */
enum { MOST_PAIRS = 4000000, MOST_WORDS = 300000000 };

void ph_pairing_join(struct ph_pairing *pairing, size_t clause, size_t unit, bool in_order)
{
    pairing->of[unit] = (int)clause;
    pairing->kept[unit] = in_order;
    pairing->taken[clause] = true;
}

enum ph_kind ph_pairing_part(const struct ph_row *row)
{
    enum ph_kind kind = row->node->kind;
    bool other = kind != PH_PREAMBULAR && kind != PH_OPERATIVE && kind != PH_HEADING;
    return other ? PH_SUBPARAGRAPH : kind;
}

float ph_pairing_likeness(const struct ph_pairing *pairing, size_t clause, size_t unit,
                          double least)
{
    const struct ph_row *a = &pairing->clauses[clause], *b = &pairing->units[unit];
    if (!a->reading || !b->reading)
        return 0;
    double like = ph_tokens_likeness(&a->reading->tokens, &b->reading->tokens, least);
    return like < least ? 0 : (float)(like + (a->fresh ? FRESH : 0));
}

void ph_load_add(struct ph_load *load, const struct ph_row *row)
{
    load->rows++;
    load->words += row->reading ? row->reading->tokens.count : 0;
}

bool ph_load_fits(struct ph_load a, struct ph_load b)
{
    return a.rows && b.rows && a.rows <= MOST_PAIRS / b.rows && a.words <= MOST_WORDS / b.rows &&
           b.words <= MOST_WORDS / a.rows;
}
