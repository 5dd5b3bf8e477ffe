#include "write/flow_words.h"

#include <stdlib.h>
#include <string.h>

unsigned ph_look_of(unsigned kinds)
{
    if (kinds & PH_BIT(PH_DELETED))
        return PH_LOOK_DELETED;
    unsigned look = kinds & PH_BIT(PH_INSERTED) ? PH_LOOK_INSERTED : PH_LOOK_PLAIN;
    if (kinds & PH_BIT(PH_PLACEHOLDER))
        look |= PH_LOOK_BOLD;
    if (kinds & PH_BIT(PH_REVIEW))
        look |= PH_LOOK_REVIEW;
    return look;
}

void ph_put_superscript(struct ph_buffer *out, const char *mark)
{
    static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (; *mark; mark++) {
        if (*mark >= '0' && *mark <= '9')
            ph_buffer_put(out, digits[*mark - '0']);
        else
            ph_buffer_char(out, *mark);
    }
}

static void put_note_mark(struct ph_flow *flow, const struct ph_node *note, unsigned look)
{
    char mark[32];
    struct ph_buffer shown = {0};
    ph_put_superscript(&shown, ph_note_mark(note, mark, sizeof mark));
    ph_flow_put(flow, ph_buffer_text(&shown), shown.length, look);
    ph_buffer_free(&shown);
}

void ph_flow_put_piece(struct ph_flow *flow, const struct ph_piece *piece)
{
    struct ph_stretch *stretches;
    if (piece->words) {
        ph_flow_put(flow, piece->words, strlen(piece->words), ph_look_of(piece->change));
        return;
    }
    size_t count = ph_stretches(piece->node, &stretches);
    for (size_t i = 0; i < count; i++) {
        const struct ph_stretch *one = &stretches[i];
        if (!ph_in_part(piece, one))
            continue;
        if (one->note)
            put_note_mark(flow, one->note->note, ph_look_of(one->kinds));
        else
            ph_flow_put(flow, piece->node->text.bytes + one->from, one->to - one->from,
                        ph_look_of(one->kinds));
    }
    free(stretches);
}

void ph_flow_put_node(struct ph_flow *flow, const struct ph_node *node)
{
    const struct ph_piece piece = {.node = node, .part = PH_WHOLE};
    ph_flow_put_piece(flow, &piece);
}

void ph_flow_put_end(struct ph_flow *flow, const struct ph_node *node)
{
    static const unsigned looks[] = {PH_LOOK_PLAIN, PH_LOOK_INSERTED, PH_LOOK_DELETED};
    if (node->end != PH_END_KEPT)
        ph_flow_put(flow, PH_END_SIGN, strlen(PH_END_SIGN), looks[node->end]);
}
