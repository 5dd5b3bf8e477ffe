/* Which paragraph of the file a new one is made like. */
#include <string.h>

#include "write/inplace/inplace.h"

static int level_of(const struct ph_node *node)
{
    int level = node->kind == PH_HEADING ? node->as.heading.level
                : ph_is_paragraph(node)  ? node->as.paragraph.level
                                         : 0;
    return level < 0 ? 0 : level < PH_INPLACE_LEVELS ? level : PH_INPLACE_LEVELS - 1;
}

bool ph_inplace_is_in_text(const struct ph_inplace *inplace, const struct ph_span *span)
{
    return span && !strcmp(span->part, inplace->document->path);
}

void ph_inplace_learn(struct ph_inplace *inplace, const struct ph_node *node, bool first)
{
    const struct ph_span *span = ph_inplace_span(node);
    struct ph_inplace_model *model = first ? &inplace->first[node->kind][level_of(node)]
                                           : &inplace->last[node->kind][level_of(node)];
    if (!ph_inplace_is_in_text(inplace, span) || (first && model->node) ||
        ph_goes_on(node, PH_END_INSERTED)) /* the number there is that of the one before it */
        return;
    *model = (struct ph_inplace_model){.node = node, .span = span};
}

/* Whether the model's number is typed: letters that are none of its words stand before them. */
static void look_for_number(struct ph_inplace *inplace, struct ph_inplace_model *model)
{
    const struct ph_letters *letters = &inplace->others;
    const struct ph_text *text = &model->node->text;
    size_t next = 0;
    const struct ph_letter *last = NULL;
    if (!ph_is_paragraph(model->node) || !model->node->as.paragraph.number)
        return;
    const char *number = model->node->as.paragraph.number;
    while (next < letters->count && letters->items[next].kind != PH_LETTER_WORD)
        next++;
    for (; *number && next < letters->count && letters->items[next].kind == PH_LETTER_WORD &&
           letters->items[next].code == (unsigned char)*number;
         number++)
        next++;
    model->typed = !*number && text->length;
    for (; next < letters->count && letters->items[next].kind != PH_LETTER_WORD; next++)
        last = letters->items[next].kind == PH_LETTER_BLANK ? &letters->items[next] : last;
    model->tab =
        last && last->element != PH_LETTER_NOWHERE && !letters->elements[last->element].text;
}

static void look_up(struct ph_inplace *inplace, struct ph_inplace_model *model)
{
    struct ph_letters *letters = &inplace->others;
    size_t run, end, most = 0;
    if (model->known)
        return;
    model->known = true;
    ph_align_runs(model->span, &run, &end);
    ph_letters_clear(letters, &inplace->document->story);
    if (model->span->runs[run].paragraph >= letters->story->count)
        return;
    ph_letters_add(letters, model->span->runs[run].paragraph);
    ph_align_hear(letters, model->span);
    model->properties = letters->paragraphs[0].properties;
    model->properties_to = letters->paragraphs[0].properties_to;
    for (size_t i = 0; i < letters->run_count; i++)
        if (letters->runs[i].heard && letters->runs[i].count > most) {
            most = letters->runs[i].count;
            model->run_properties = letters->runs[i].properties;
            model->run_properties_to = letters->runs[i].properties_to;
        }
    look_for_number(inplace, model);
}

/* The next kind to look for a model in, where there is none of a kind: paragraphs are like
 * paragraphs. */
static enum ph_kind next_kind(enum ph_kind kind)
{
    switch (kind) {
    case PH_SUBPARAGRAPH:
        return PH_OPERATIVE;
    case PH_OPERATIVE:
    case PH_FIELD: /* of the closing lines */
        return PH_PREAMBULAR;
    case PH_PREAMBULAR:
        return PH_PARAGRAPH;
    case PH_ANNEX:
        return PH_TITLE;
    case PH_TITLE:
    case PH_HEADING:
    case PH_ORGAN:
        return PH_OPERATIVE;
    default:
        return PH_KIND_COUNT;
    }
}

/* The nearest of its kind and level that stands before, else the first of all; then another
 * level, another kind. NULL: the file has none. */
static struct ph_inplace_model *model_of(struct ph_inplace *inplace, enum ph_kind wanted, int level)
{
    for (enum ph_kind kind = wanted; kind != PH_KIND_COUNT; kind = next_kind(kind)) {
        for (int near = 0; near < 2 * PH_INPLACE_LEVELS; near++) {
            const int at = level + (near % 2 ? -(near + 1) / 2 : near / 2);
            if (at < 0 || at >= PH_INPLACE_LEVELS)
                continue;
            if (inplace->last[kind][at].node)
                return &inplace->last[kind][at];
            if (inplace->first[kind][at].node)
                return &inplace->first[kind][at];
        }
    }
    return NULL;
}

/* What there is to copy of a model, or nothing. */
static const struct ph_inplace_model *known(struct ph_inplace *inplace,
                                            struct ph_inplace_model *model)
{
    static const struct ph_inplace_model none;
    if (model)
        look_up(inplace, model);
    return model ? model : &none;
}

const struct ph_inplace_model *ph_inplace_model_of(struct ph_inplace *inplace, enum ph_kind kind)
{
    return known(inplace, model_of(inplace, kind, 0));
}

const struct ph_inplace_model *ph_inplace_model_at(struct ph_inplace *inplace,
                                                   const struct ph_node *node)
{
    inplace->twin = (struct ph_inplace_model){.node = node, .span = ph_inplace_span(node)};
    return known(inplace, &inplace->twin);
}

const struct ph_inplace_model *ph_inplace_model_for(struct ph_inplace *inplace,
                                                    const struct ph_node *node)
{
    const struct ph_span *span = node->twin ? ph_inplace_span(node->twin) : NULL;
    if (!ph_inplace_is_in_text(inplace, span))
        return known(inplace, model_of(inplace, node->kind, level_of(node)));
    return ph_inplace_model_at(inplace, node->twin);
}

bool ph_inplace_is_numbered(const struct ph_node *node, const struct ph_inplace_model *model)
{
    return model->node && node->kind == model->node->kind && ph_is_paragraph(node) &&
           level_of(node) == level_of(model->node) && model->node->as.paragraph.number &&
           !model->typed;
}
