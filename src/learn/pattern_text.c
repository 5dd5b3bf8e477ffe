/* The pattern at a glance, for a terminal. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "learn/pattern.h"

static const char *const outcomes[] = {"stays", "moves", "look at", "ask"};

static const char *name_of(const struct ph_member *member)
{
    return member->number ? member->number : member->known_from;
}

/* The first words of a text that fit into some columns. */
static void put_cut(struct ph_buffer *out, const char *text, size_t columns)
{
    size_t length = strlen(text), at = 0, next;
    if (ph_utf8_width(text, length) <= columns) {
        ph_buffer_put(out, text);
        return;
    }
    while (ph_utf8_at(text, length, at, &next) && ph_utf8_width(text, next) + 1 <= columns)
        at = next;
    ph_buffer_add(out, text, at);
    ph_buffer_put(out, "…");
}

/* How many sessions lie between one member and the next. */
static void put_rhythm(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    ph_buffer_put(out, "\nRhythm: ");
    for (size_t i = 1; i < pattern->member_count; i++)
        ph_buffer_printf(out, "%s+%d", i > 1 ? ", " : "",
                         pattern->members[i].session - pattern->members[i - 1].session);
    ph_buffer_put(out, pattern->member_count > 1 ? " sessions\n" : "one member only\n");
}

static void put_members(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    ph_buffer_printf(out, "Series: %s\n\nMembers\n", pattern->title);
    for (size_t i = 0; i < pattern->member_count; i++) {
        const struct ph_member *member = &pattern->members[i];
        char date[32] = "date unknown";
        if (ph_date_valid(member->adopted))
            ph_date_text(member->adopted, date, sizeof date);
        ph_buffer_printf(out, "  %-9s session %-4d %-18s %s%s\n", name_of(member), member->session,
                         date, member->root ? "" : "not here; cited in ",
                         member->known_from ? member->known_from : "");
    }
    put_rhythm(pattern, out);
    ph_buffer_printf(out, "Next session: %d (%s)\n", pattern->next_session, pattern->next_why);
}

/* One column a member: # the paragraph is there, = word for word as before, . it is not, ? the
 * member is not here. */
static char cell(const struct ph_pattern *pattern, const struct ph_clause *clause, size_t m)
{
    if (!pattern->members[m].root)
        return '?';
    const struct ph_node *node = clause->occurrences[m];
    if (!node)
        return '.';
    for (size_t k = m; k-- > 0;)
        if (clause->occurrences[k])
            return strcmp(clause->occurrences[k]->text.bytes, node->text.bytes) ? '#' : '=';
    return '#';
}

static void put_clauses(const struct ph_pattern *pattern, int width, struct ph_buffer *out)
{
    ph_buffer_put(out, "\nClauses (a column a member, oldest first: # there, = unchanged, "
                       ". not there, ? member missing)\n");
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        const struct ph_node *node = clause->occurrences[clause->latest];
        bool dropped = (size_t)clause->latest != pattern->base;
        char label[96];
        ph_buffer_printf(out, "  %-12s ",
                         dropped ? "(dropped)" : ph_label(node, label, sizeof label));
        for (size_t m = 0; m < pattern->member_count; m++)
            ph_buffer_char(out, cell(pattern, clause, m));
        ph_buffer_put(out, "  ");
        size_t used = 17 + pattern->member_count;
        size_t columns = width > 0 && (size_t)width > used + 20 ? (size_t)width - used : 60;
        put_cut(out, node->text.bytes, columns);
        ph_buffer_char(out, '\n');
    }
}

static void put_support(const struct ph_slot *slot, struct ph_buffer *out)
{
    ph_buffer_printf(out, "%s: ", slot->say ? slot->say : "");
    if (slot->seen > 0)
        ph_buffer_printf(out, "%d of %d, ", slot->explained, slot->seen);
    else
        ph_buffer_put(out, "never seen to move, ");
    ph_buffer_printf(out, "rule %s", slot->rule ? ph_rule_id(slot->rule) : "none");
}

static void put_slot(const struct ph_node *node, const struct ph_slot *slot, int width,
                     struct ph_buffer *out)
{
    char label[96];
    size_t columns = width > 60 ? (size_t)width - 30 : 50;
    ph_buffer_printf(out, "  %-12s %-9s ", ph_label(node, label, sizeof label),
                     outcomes[slot->outcome]);
    put_cut(out, slot->observations[slot->count - 1].words, columns);
    if (slot->outcome == PH_MOVES || slot->outcome == PH_ASK) {
        ph_buffer_put(out, "\n                         → ");
        put_cut(out, slot->value, columns);
    }
    ph_buffer_put(out, "\n                         ");
    if (slot->why)
        put_cut(out, slot->why, columns + 20);
    else
        put_support(slot, out);
    ph_buffer_char(out, '\n');
}

static void put_slots(const struct ph_pattern *pattern, int width, struct ph_buffer *out)
{
    ph_buffer_put(out, "\nWhat moves\n");
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        for (size_t k = 0; k < clause->slot_count; k++)
            if (clause->slots[k].outcome != PH_STAYS)
                put_slot(clause->occurrences[pattern->base], &clause->slots[k], width, out);
    }
}

void ph_pattern_text(const struct ph_pattern *pattern, int width, struct ph_buffer *out)
{
    put_members(pattern, out);
    put_clauses(pattern, width, out);
    put_slots(pattern, width, out);
}
