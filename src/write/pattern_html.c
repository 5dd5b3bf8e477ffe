/* A pattern as one web page: no script, no request to any server (and a policy that says so to
 * the browser). */
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/memory.h"
#include "learn/splits.h"
#include "learn/standing.h"
#include "write/pattern.h"

static void put_text(struct ph_buffer *out, const char *text)
{
    ph_escape_html(out, text, strlen(text));
}

static void put_label(struct ph_buffer *out, const struct ph_node *node)
{
    char label[96];
    put_text(out, ph_label(node, label, sizeof label));
}

static const char *name_at(const struct ph_pattern *pattern, size_t member)
{
    return ph_member_name(&pattern->members[member]);
}

static void put_head(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    ph_buffer_put(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                       "'none'; style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n<title>");
    put_text(out, pattern->title);
    ph_buffer_put(out, "</title>\n<style>\n");
    ph_buffer_put(out, ph_pattern_style);
    ph_buffer_put(out, "</style>\n</head>\n<body>\n<h1>");
    put_text(out, pattern->title);
    size_t here = 0;
    for (size_t m = 0; m < pattern->member_count; m++)
        here += pattern->members[m].root != NULL;
    ph_buffer_printf(out,
                     "</h1>\n<p class=\"lead\">%zu of %zu members are here. Next session: %d (",
                     here, pattern->member_count, pattern->next_session);
    put_text(out, pattern->next_why);
    ph_buffer_put(out, ").</p>\n");
}

static void put_key(struct ph_buffer *out)
{
    static const char *const items[][3] = {
        {"same", "", "unchanged"},
        {"moved", "", "only its slots moved"},
        {"changed", "≠", "changed"},
        {"new", "+", "new or there again"},
        {"dropped", "×", "dropped"},
        {"", "", "text is not here"},
        {"draft", "", "draft: stays"},
        {"draft moves", "→", "draft: a slot moves"},
        {"draft look", "!", "draft: look at"},
        {"draft ask", "…", "draft: to be supplied"},
    };
    ph_buffer_put(out, "<ul class=\"key\">\n");
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        ph_buffer_printf(out,
                         "<li><svg width=\"17\" height=\"17\"><rect class=\"%s\"%s x=\"1\" y=\"1\" "
                         "width=\"15\" height=\"15\" rx=\"2\"/><text class=\"sign\" x=\"8.5\" "
                         "y=\"13\">%s</text></svg>%s</li>\n",
                         items[i][0], *items[i][0] ? "" : " fill=\"url(#hatch)\"", items[i][1],
                         items[i][2]);
    ph_buffer_put(out,
                  "<li><svg width=\"17\" height=\"17\"><circle class=\"slot\" cx=\"9\" cy=\"9\" "
                  "r=\"4\"/></svg>has slots</li>\n");
    ph_buffer_put(out, "</ul>\n");
}

static void put_members(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    ph_buffer_put(out, "<h2>Members</h2>\n<table>\n<tr><th>Resolution<th>Session<th>Adopted"
                       "<th>Known from</tr>\n");
    for (size_t m = 0; m < pattern->member_count; m++) {
        const struct ph_member *member = &pattern->members[m];
        char date[32] = "unknown";
        if (ph_date_valid(member->adopted))
            ph_date_text(pattern->lexicon, member->adopted, date, sizeof date);
        ph_buffer_printf(out, "<tr%s><td class=\"label\">", member->root ? "" : " class=\"away\"");
        put_text(out, ph_member_name(member));
        ph_buffer_printf(out, "<td>%d<td class=\"nowrap\">%s<td>%s", member->session, date,
                         member->root ? "" : "not here; cited in ");
        put_text(out, member->known_from ? member->known_from : "");
        ph_buffer_put(out, "</tr>\n");
    }
    ph_buffer_put(out, "</table>\n");
}

static void put_slot(const struct ph_node *node, const struct ph_slot *slot, struct ph_buffer *out)
{
    static const char *const names[] = {"stays", "moves", "look at", "ask"};
    static const char *const classes[] = {"stays", "moves", "look", "ask"};
    ph_buffer_put(out, "<tr><td class=\"label\">");
    put_label(out, node);
    ph_buffer_printf(out, "<td class=\"nowrap\"><b class=\"%s\">%s</b><td>", classes[slot->outcome],
                     names[slot->outcome]);
    put_text(out, slot->observations[slot->count - 1].words);
    if (slot->outcome == PH_MOVES || slot->outcome == PH_ASK) {
        ph_buffer_put(out, "<br>→ ");
        put_text(out, slot->value);
    }
    ph_buffer_put(out, "<td>");
    put_text(out, slot->why ? slot->why : slot->say ? slot->say : "no rule explains it");
    ph_buffer_put(out, "<td class=\"nowrap\">");
    if (slot->seen > 0 && !slot->why)
        ph_buffer_printf(out, "%d of %d", slot->explained, slot->seen);
    ph_buffer_put(out, "<td class=\"nowrap\">");
    put_text(out, slot->rule ? ph_rule_id(slot->rule) : "");
    ph_buffer_put(out, "</tr>\n");
}

static void put_slots(const struct ph_pattern *pattern, bool staying, const char *heading,
                      struct ph_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        for (size_t k = 0; k < clause->slot_count; k++) {
            const struct ph_slot *slot = &clause->slots[k];
            if (!ph_slot_belongs(slot, staying))
                continue;
            if (!any)
                ph_buffer_printf(out,
                                 "<h2>%s</h2>\n<table>\n<tr><th>Place<th>Outcome<th>Words<th>"
                                 "Hypothesis<th>Support<th>Rule</tr>\n",
                                 heading);
            any = true;
            put_slot(clause->occurrences[pattern->base], slot, out);
        }
    }
    if (any)
        ph_buffer_put(out, "</table>\n");
}

static void put_standing(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    enum ph_fate *fates = ph_alloc_zero(pattern->member_count, sizeof *fates);
    bool any = false;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        if (ph_clause_dropped(pattern, clause))
            continue;
        ph_clause_fates(pattern, clause, fates);
        struct ph_standing standing = ph_clause_standing(pattern, fates);
        if (standing.texts < 2)
            continue;
        const struct ph_node *node = clause->occurrences[pattern->base];
        if (!any)
            ph_buffer_put(out, "<h2>What stands</h2>\n<table>\n<tr><th>Place<th>Since<th>Texts"
                               "<th><th>First words</tr>\n");
        any = true;
        ph_buffer_put(out, "<tr><td class=\"label\">");
        put_label(out, node);
        ph_buffer_put(out, "<td class=\"nowrap\">");
        put_text(out, name_at(pattern, standing.since));
        ph_buffer_printf(out, "<td>%d<td class=\"nowrap\">%s<td>", standing.texts,
                         standing.word_for_word ? "word for word" : "but for its slots");
        ph_put_start_html(out, node->text.bytes, 80);
        ph_buffer_put(out, "</tr>\n");
    }
    if (any)
        ph_buffer_put(out, "</table>\n");
    free(fates);
}

static void put_strengths(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    struct ph_strength *changes;
    size_t count = ph_strengths(pattern, &changes);
    if (count)
        ph_buffer_put(out, "<h2>What changed its strength</h2>\n<table>\n<tr><th>Before<th>"
                           "After<th>From<th>To</tr>\n");
    for (size_t i = 0; i < count; i++) {
        const struct ph_node *before = changes[i].clause->occurrences[changes[i].before];
        const struct ph_node *after = changes[i].clause->occurrences[changes[i].after];
        ph_buffer_put(out, "<tr><td><i>");
        put_text(out, ph_opening_phrase(before));
        ph_buffer_put(out, "</i><td><i>");
        put_text(out, ph_opening_phrase(after));
        ph_buffer_put(out, "</i><td class=\"nowrap\">");
        put_text(out, name_at(pattern, changes[i].before));
        ph_buffer_put(out, " ");
        put_label(out, before);
        ph_buffer_put(out, "<td class=\"nowrap\">");
        put_text(out, name_at(pattern, changes[i].after));
        ph_buffer_put(out, " ");
        put_label(out, after);
        ph_buffer_put(out, "</tr>\n");
    }
    if (count)
        ph_buffer_put(out, "</table>\n");
    free(changes);
}

static void put_splits(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < pattern->clause_count; i++)
        for (int merged = 0; merged < 2; merged++) {
            char *words = ph_split_words(pattern, &pattern->clauses[i], merged);
            if (!words)
                continue;
            if (!any)
                ph_buffer_put(out, "<h2>What was split or merged</h2>\n<table>\n<tr><th>How"
                                   "<th>Paragraphs</tr>\n");
            any = true;
            ph_buffer_printf(out, "<tr><td class=\"label\">%s<td>", merged ? "merged" : "split");
            put_text(out, words);
            ph_buffer_put(out, "</tr>\n");
            free(words);
        }
    if (any)
        ph_buffer_put(out, "</table>\n");
}

static void put_dropped(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        if (!ph_clause_lost(pattern, clause))
            continue;
        const struct ph_node *node = clause->occurrences[clause->latest];
        if (!any)
            ph_buffer_put(out, "<h2>What was dropped</h2>\n<table>\n<tr><th>Last in<th>Place<th>"
                               "Not in<th>Words</tr>\n");
        any = true;
        ph_buffer_put(out, "<tr><td class=\"nowrap\">");
        put_text(out, name_at(pattern, (size_t)clause->latest));
        ph_buffer_put(out, "<td class=\"label\">");
        put_label(out, node);
        ph_buffer_put(out, "<td class=\"nowrap\">");
        put_text(out, name_at(pattern, ph_clause_gone(pattern, clause)));
        ph_buffer_put(out, "<td><details><summary>");
        ph_put_start_html(out, node->text.bytes, 80);
        ph_buffer_put(out, "</summary>");
        put_text(out, node->text.bytes);
        ph_buffer_put(out, "</details></tr>\n");
    }
    if (any)
        ph_buffer_put(out, "</table>\n");
}

void ph_write_pattern_html(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    put_head(pattern, out);
    put_key(out);
    ph_buffer_put(out, "<div class=\"picture\">\n");
    ph_write_pattern_picture(pattern, out);
    ph_buffer_put(out, "</div>\n");
    put_members(pattern, out);
    put_slots(pattern, false, "What moves", out);
    put_slots(pattern, true, "What stays although it changed before", out);
    put_strengths(pattern, out);
    put_standing(pattern, out);
    put_splits(pattern, out);
    put_dropped(pattern, out);
    ph_buffer_put(out, "</body>\n</html>\n");
}
