/* What goes along with the words of a node that go. */
#include <ctype.h>
#include <string.h>

#include "write/inplace/inplace.h"

/* ---- whole paragraphs ---- */

bool ph_inplace_is_shown(const struct ph_letters *letters, const struct ph_letter *letter)
{
    if (letter->run == PH_LETTER_NOWHERE || letter->kind > PH_LETTER_NOTE)
        return false;
    return letter->kind != PH_LETTER_WORD || letters->runs[letter->run].heard;
}

static bool goes_whole(const struct ph_inplace *inplace, const struct ph_inplace_place *place)
{
    size_t run, end;
    if (!ph_wml_is_gone(place->change) ||
        (place->part != inplace->document && place->node->kind != PH_FOOTNOTE))
        return false;
    ph_align_runs(place->span, &run, &end);
    for (; run < end; run++)
        if (place->part->paragraphs[place->span->runs[run].paragraph] & PH_INPLACE_STAYS)
            return false;
    return true;
}

bool ph_inplace_take_whole(const struct ph_inplace *inplace, const struct ph_inplace_place *place)
{
    const struct ph_letters *letters = &inplace->letters;
    size_t run, end;
    if (!goes_whole(inplace, place))
        return false;
    ph_align_runs(place->span, &run, &end);
    const size_t first = place->paragraph, last = place->span->runs[end - 1].paragraph;
    for (size_t i = 0; i < letters->count; i++) {
        const struct ph_letter *letter = &letters->items[i];
        if (!ph_inplace_is_shown(letters, letter))
            continue;
        const size_t number = letters->paragraphs[letters->runs[letter->run].paragraph].number;
        if (number >= first && number <= last)
            inplace->revision.changes[i] = (unsigned char)place->change;
    }
    return true;
}

/* ---- parts of paragraphs ---- */

/* The run whose look new words before a letter have: that of the words before them, else of those
 * behind them. */
const struct ph_letter_run *ph_inplace_look_at(const struct ph_inplace *inplace, size_t letter)
{
    const struct ph_letters *letters = &inplace->letters;
    for (size_t i = letter; i-- > 0;)
        if (ph_inplace_is_shown(letters, &letters->items[i]) &&
            letters->items[i].kind == PH_LETTER_WORD && i >= inplace->alignment.first[0])
            return &letters->runs[letters->items[i].run];
    for (size_t i = letter; i < letters->count; i++)
        if (ph_inplace_is_shown(letters, &letters->items[i]) &&
            letters->items[i].kind == PH_LETTER_WORD)
            return &letters->runs[letters->items[i].run];
    return NULL;
}

/* A tab or a break. */
static bool is_tab(const struct ph_letters *letters, size_t i)
{
    const struct ph_letter *one = &letters->items[i];
    return one->kind == PH_LETTER_BLANK &&
           (one->element == PH_LETTER_NOWHERE || !letters->elements[one->element].text);
}

/* What goes at the beginning of a paragraph takes the stop and the space behind it along: "73/331.
 * " in front of a title. */
static void delete_joint(const struct ph_inplace *inplace, const struct ph_inplace_place *place,
                         size_t length)
{
    const struct ph_letters *letters = &inplace->letters;
    const struct ph_alignment *alignment = &inplace->alignment;
    const struct ph_letter_run *run = ph_inplace_look_at(inplace, alignment->first[0]);
    size_t i = run ? letters->paragraphs[run->paragraph].first : alignment->first[0];
    for (; i < alignment->first[0]; i++)
        if (letters->items[i].kind == PH_LETTER_WORD &&
            ph_inplace_is_shown(letters, &letters->items[i]))
            return;
    for (i = alignment->after[length]; i < letters->count; i++) {
        const struct ph_letter *one = &letters->items[i];
        const bool stop =
            one->kind == PH_LETTER_WORD && one->code > 0 && one->code < 0x80 && ispunct(one->code);
        if (one->run == PH_LETTER_NOWHERE || !(stop || one->kind == PH_LETTER_BLANK))
            return;
        inplace->revision.changes[i] = (unsigned char)place->change;
    }
}

/* A fact in a header takes what names it on its line along: "Distr.: " in front of "General". */
static void delete_name(const struct ph_inplace *inplace, const struct ph_inplace_place *place)
{
    const struct ph_letters *letters = &inplace->letters;
    const size_t begin = inplace->alignment.first[0];
    const struct ph_letter_run *run = ph_inplace_look_at(inplace, begin);
    const size_t first = run ? letters->paragraphs[run->paragraph].first : begin;
    size_t end = begin;
    while (end > first && letters->items[end - 1].kind != PH_LETTER_WORD)
        end--;
    if (end == first || letters->items[end - 1].code != ':')
        return;
    for (size_t i = begin; i-- > first && !is_tab(letters, i);)
        if (ph_inplace_is_shown(letters, &letters->items[i]))
            inplace->revision.changes[i] = (unsigned char)place->change;
}

void ph_inplace_take_along(const struct ph_inplace *inplace, const struct ph_inplace_place *place,
                           size_t length)
{
    delete_joint(inplace, place, length);
    if (ph_inplace_is_margin(inplace, place->node))
        delete_name(inplace, place);
}
