/* What stands, what was dropped, what changed its strength: for a terminal. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "learn/columns.h"
#include "learn/labels.h"
#include "learn/standing.h"

/* ---- standing ---- */

static void put_group(const struct ph_pattern *pattern, const struct ph_standing *standings,
                      const struct ph_standing *group, size_t width, struct ph_buffer *out)
{
    struct ph_labels labels = {0};
    struct ph_buffer head = {0};
    for (size_t i = 0; i < pattern->clause_count; i++)
        if (standings[i].texts == group->texts && standings[i].since == group->since &&
            standings[i].word_for_word == group->word_for_word)
            ph_labels_add(&labels, pattern->clauses[i].occurrences[pattern->base]);
    ph_labels_end(&labels);
    if (labels.text.length > 0) {
        const char *since = ph_member_name(&pattern->members[group->since]);
        if (group->texts == 1)
            ph_buffer_printf(&head, "changed or new in %s:", since);
        else
            ph_buffer_printf(&head, "%s since %s, %d texts:",
                             group->word_for_word ? "unchanged" : "only slots moved", since,
                             group->texts);
        ph_buffer_put(out, "  ");
        size_t at = ph_put_wrapped(out, ph_buffer_text(&head), 2, 4, width);
        ph_buffer_char(out, ' ');
        ph_put_wrapped(out, ph_buffer_text(&labels.text), at + 1, 4, width);
        ph_buffer_char(out, '\n');
    }
    ph_buffer_free(&head);
    ph_buffer_free(&labels.text);
}

void ph_put_standing(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    size_t here = 0;
    for (size_t m = 0; m < pattern->member_count; m++)
        here += pattern->members[m].root != NULL;
    if (here < 2) /* nothing to be compared with */
        return;
    struct ph_standing *standings = ph_alloc_zero(pattern->clause_count, sizeof *standings);
    enum ph_fate *fates = ph_alloc_zero(pattern->member_count, sizeof *fates);
    int *texts = ph_alloc_zero(pattern->member_count, sizeof *texts); /* of runs since a member */
    for (size_t i = 0; i < pattern->clause_count; i++) {
        if (ph_clause_dropped(pattern, &pattern->clauses[i]))
            continue;
        ph_clause_fates(pattern, &pattern->clauses[i], fates);
        standings[i] = ph_clause_standing(pattern, fates);
        texts[standings[i].since] = standings[i].texts;
    }
    ph_buffer_put(out, "\nWhat stands\n");
    for (size_t m = 0; m < pattern->member_count; m++) {
        struct ph_standing group = {.since = m, .texts = texts[m], .word_for_word = true};
        if (!texts[m])
            continue;
        put_group(pattern, standings, &group, width, out);
        group.word_for_word = false;
        put_group(pattern, standings, &group, width, out);
    }
    free(texts);
    free(fates);
    free(standings);
}

/* ---- dropped ---- */

static bool is_inside(const struct ph_node *node, const struct ph_node *leader)
{
    for (; node && leader; node = node->parent)
        if (node == leader)
            return true;
    return false;
}

/* One line for a paragraph; those inside it went with it and are counted only. */
static void put_gone(const struct ph_node *node, size_t inside, size_t width, struct ph_buffer *out)
{
    char label[96], with[48] = "";
    if (inside > 0)
        snprintf(with, sizeof with, " (+%zu inside it)", inside);
    ph_label(node, label, sizeof label);
    ph_buffer_printf(out, "    %-12s ", label);
    size_t used =
        4 + (ph_utf8_width(label, strlen(label)) > 12 ? ph_utf8_width(label, strlen(label)) : 12) +
        1 + strlen(with);
    ph_put_cut(out, node->text.bytes, width > used + 10 ? width - used : 10);
    ph_buffer_printf(out, "%s\n", with);
}

static void put_gone_after(const struct ph_pattern *pattern, size_t member, size_t width,
                           struct ph_buffer *out)
{
    const struct ph_node *leader = NULL;
    size_t inside = 0;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        if ((size_t)clause->latest != member || !ph_clause_lost(pattern, clause))
            continue;
        const struct ph_node *node = clause->occurrences[member];
        if (!leader)
            ph_buffer_printf(out, "  last in %s, not in %s:\n",
                             ph_member_name(&pattern->members[member]),
                             ph_member_name(&pattern->members[ph_clause_gone(pattern, clause)]));
        if (is_inside(node, leader)) {
            inside++;
            continue;
        }
        if (leader)
            put_gone(leader, inside, width, out);
        leader = node;
        inside = 0;
    }
    if (leader)
        put_gone(leader, inside, width, out);
}

void ph_put_dropped(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    bool *last = ph_alloc_zero(pattern->member_count, sizeof *last), any = false;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        bool dropped = ph_clause_lost(pattern, &pattern->clauses[i]);
        last[pattern->clauses[i].latest] |= dropped;
        any = any || dropped;
    }
    if (any)
        ph_buffer_put(out, "\nWhat was dropped\n");
    for (size_t m = 0; m < pattern->base; m++)
        if (last[m])
            put_gone_after(pattern, m, width, out);
    free(last);
}

/* ---- strength ---- */

void ph_put_strengths(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    struct ph_strength *changes;
    size_t count = ph_strengths(pattern, &changes);
    if (count)
        ph_buffer_put(out, "\nWhat changed its strength\n");
    for (size_t i = 0; i < count; i++) {
        const struct ph_node *before = changes[i].clause->occurrences[changes[i].before];
        const struct ph_node *after = changes[i].clause->occurrences[changes[i].after];
        struct ph_buffer line = {0};
        char old[96], new[96];
        ph_buffer_printf(
            &line, "%s → %s (%s %s → %s %s)", ph_opening_phrase(before), ph_opening_phrase(after),
            ph_member_name(&pattern->members[changes[i].before]), ph_label(before, old, sizeof old),
            ph_member_name(&pattern->members[changes[i].after]), ph_label(after, new, sizeof new));
        ph_buffer_put(out, "  ");
        ph_put_wrapped(out, ph_buffer_text(&line), 2, 4, width);
        ph_buffer_char(out, '\n');
        ph_buffer_free(&line);
    }
    free(changes);
}
