/* Histories for a terminal: a line a member says what became of the paragraph or phrase, the words
 * stand below it. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "learn/columns.h"
#include "learn/labels.h"
#include "write/flow_words.h"
#include "write/history.h"

enum { USUAL_WIDTH = 80, INDENT = 4, AROUND = 8 };

struct page {
    const struct ph_pattern *pattern;
    struct ph_flow flow;
};

static struct page page_of(const struct ph_pattern *pattern, const struct ph_write_options *options,
                           struct ph_buffer *out)
{
    return (struct page){
        .pattern = pattern,
        .flow = {.out = out,
                 .width = options->width > 0 ? (size_t)options->width : USUAL_WIDTH,
                 .colour = options->colour},
    };
}

/* Writes a line and empties it. */
static void write_line(struct page *page, struct ph_buffer *line, unsigned look, size_t first,
                       size_t rest)
{
    ph_flow_put(&page->flow, ph_buffer_text(line), line->length, look);
    ph_flow_write(&page->flow, NULL, first, rest);
    ph_buffer_free(line);
}

/* "67/6 of 19 November 2012, OP8: "; `node` NULL: no label. */
static void start_line(const struct page *page, const struct ph_member *member,
                       const struct ph_node *node, struct ph_buffer *line)
{
    char label[PH_LABEL_SIZE];
    char date[32];
    ph_buffer_put(line, ph_member_name(member));
    if (ph_date_valid(member->adopted))
        ph_buffer_printf(line, " of %s",
                         ph_date_text(page->pattern->lexicon, member->adopted, date, sizeof date));
    if (node)
        ph_buffer_printf(line, ", %s", ph_label(node, label, sizeof label));
    ph_buffer_put(line, ": ");
}

/* "changed (compared with 64/256)": the member before need not be named, unless others that are
 * not in the folder lie between. */
static void put_fate(const struct page *page, size_t member, enum ph_fate fate, int against,
                     const char *words, struct ph_buffer *line)
{
    const struct ph_member *members = page->pattern->members;
    ph_buffer_put(line, words);
    if (fate == PH_FATE_MISSING)
        ph_buffer_printf(line, ", cited in %s", members[member].known_from);
    else if (against >= 0 && (size_t)against + 1 < member)
        ph_buffer_printf(line, " (compared with %s)", ph_member_name(&members[against]));
}

/* ---- a paragraph ---- */

static void put_move(const struct ph_slot_move *move, struct ph_buffer *line)
{
    enum { WORDS = 32 };
    ph_buffer_put(line, "— ");
    ph_put_cut(line, move->before->words, WORDS);
    ph_buffer_put(line, " → ");
    ph_put_cut(line, move->after->words, WORDS);
    ph_buffer_put(line, " (");
    ph_put_support(line, move->slot->rule, move->slot->say, move->slot->explained,
                   move->slot->seen);
    ph_buffer_char(line, ')');
}

static void write_step(struct page *page, const struct ph_history_step *step, size_t member)
{
    struct ph_buffer line = {0};
    char label[PH_LABEL_SIZE];
    const char *moved = ph_history_moved(step, label);
    start_line(page, &page->pattern->members[member], step->node, &line);
    put_fate(page, member, step->fate, step->against, ph_fate_words(step->fate), &line);
    if (moved)
        ph_buffer_printf(&line, "; was %s", moved);
    if (step->strength)
        ph_buffer_printf(&line, "; changed its strength: %s → %s", step->strength,
                         ph_opening_phrase(step->node));
    write_line(page, &line, PH_LOOK_BOLD, 0, INDENT);
    if (!step->node || step->fate == PH_FATE_SAME)
        return;
    ph_flow_put_node(&page->flow, step->words);
    ph_flow_write(&page->flow, NULL, INDENT, INDENT);
    for (size_t i = 0; i < step->move_count; i++) {
        put_move(&step->moves[i], &line);
        write_line(page, &line, PH_LOOK_QUIET, INDENT, INDENT + 2);
    }
}

/* The words of sub-paragraphs are no words of the paragraph: each has its own history. */
static void put_inside(const struct ph_node *node, struct ph_buffer *line)
{
    struct ph_labels inside = {0};
    for (const struct ph_node *one = node->first; one; one = one->next)
        if (ph_is_paragraph(one))
            ph_labels_add(&inside, one);
    ph_labels_end(&inside);
    if (inside.text.length)
        ph_buffer_printf(line, ", without %s", ph_buffer_text(&inside.text));
    ph_buffer_free(&inside.text);
}

void ph_write_history_text(const struct ph_history *history, const struct ph_write_options *options,
                           struct ph_buffer *out)
{
    const struct ph_pattern *pattern = history->pattern;
    struct page page = page_of(pattern, options, out);
    struct ph_buffer line = {0};
    char label[PH_LABEL_SIZE];
    ph_buffer_printf(&line, "History of %s of %s", ph_label(history->node, label, sizeof label),
                     ph_member_name(&pattern->members[history->member]));
    put_inside(history->node, &line);
    write_line(&page, &line, PH_LOOK_PLAIN, 0, INDENT);
    for (size_t m = 0; m < pattern->member_count; m++) {
        ph_buffer_char(out, '\n');
        write_step(&page, &history->steps[m], m);
    }
    ph_flow_free(&page.flow);
}

/* ---- a phrase ---- */

/* The place so many words before, or behind, a place. */
static size_t words_before(const struct ph_text *text, size_t at)
{
    for (int words = 0; at > 0; at--)
        if (text->bytes[at - 1] == ' ' && words++ == AROUND)
            break;
    return at;
}

static size_t words_behind(const struct ph_text *text, size_t at)
{
    for (int words = 0; at < text->length; at++)
        if (text->bytes[at] == ' ' && words++ == AROUND)
            break;
    return at;
}

static void write_place(struct page *page, const struct ph_phrase_place *place)
{
    const struct ph_text *text = &place->node->text;
    size_t from = words_before(text, place->from), to = words_behind(text, place->to);
    struct ph_flow *flow = &page->flow;
    struct ph_buffer lead = {0};
    char label[PH_LABEL_SIZE];
    ph_buffer_put(&lead, ph_label(place->node, label, sizeof label));
    if (place->times > 1)
        ph_buffer_printf(&lead, ", %zu times", place->times);
    ph_buffer_put(&lead, from ? ": …" : ": ");
    ph_flow_put(flow, text->bytes + from, place->from - from, PH_LOOK_PLAIN);
    ph_flow_put(flow, text->bytes + place->from, place->to - place->from, PH_LOOK_BOLD);
    ph_flow_put(flow, text->bytes + place->to, to - place->to, PH_LOOK_PLAIN);
    if (to < text->length)
        ph_flow_put(flow, "…", strlen("…"), PH_LOOK_PLAIN);
    ph_flow_write(flow, ph_buffer_text(&lead), INDENT, INDENT + 2);
    ph_buffer_free(&lead);
}

static void write_phrase_step(struct page *page, const struct ph_phrase_step *step, size_t member)
{
    struct ph_buffer line = {0};
    start_line(page, &page->pattern->members[member], NULL, &line);
    const char *words = step->fate == PH_FATE_SAME ? "still there" : ph_fate_words(step->fate);
    put_fate(page, member, step->fate, step->against, words, &line);
    if (step->times)
        ph_buffer_printf(&line, ", %zu time%s", step->times, step->times == 1 ? "" : "s");
    write_line(page, &line, PH_LOOK_BOLD, 0, INDENT);
    for (size_t i = 0; i < step->place_count; i++)
        write_place(page, &step->places[i]);
}

void ph_write_phrase_text(const struct ph_phrase *phrase, const struct ph_write_options *options,
                          struct ph_buffer *out)
{
    struct page page = page_of(phrase->pattern, options, out);
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "History of “%s”", phrase->words);
    write_line(&page, &line, PH_LOOK_PLAIN, 0, 0);
    for (size_t m = 0; m < phrase->pattern->member_count; m++) {
        ph_buffer_char(out, '\n');
        write_phrase_step(&page, &phrase->steps[m], m);
    }
    ph_flow_free(&page.flow);
}
