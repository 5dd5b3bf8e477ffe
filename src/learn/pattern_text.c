/* The pattern at a glance, for a terminal: words that are too many for it are wrapped or cut. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "learn/columns.h"
#include "learn/pattern.h"
#include "learn/standing.h"

enum { SLOT_INDENT = 15, LEAST_WORDS = 20, LEAST_NAME = 12, MOST_NAME = 20 };

static const char *const outcomes[] = {"stays", "moves", "look at", "ask"};

/* How many sessions lie between one member and the next. */
static void put_rhythm(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    struct ph_buffer line = {0};
    for (size_t i = 1; i < pattern->member_count; i++)
        ph_buffer_printf(&line, "%s+%d", i > 1 ? ", " : "",
                         pattern->members[i].session - pattern->members[i - 1].session);
    ph_buffer_put(&line, pattern->member_count > 1 ? " sessions" : "one member only");
    ph_buffer_put(out, "\nRhythm: ");
    ph_put_wrapped(out, ph_buffer_text(&line), 8, 8, width);
    ph_buffer_char(out, '\n');
    ph_buffer_free(&line);
}

/* Where a member is known from; of a path that is too long, the file's name. */
static void put_known_from(const struct ph_member *member, size_t columns, struct ph_buffer *out)
{
    const char *from = member->known_from ? member->known_from : "";
    if (!member->root)
        ph_buffer_put(out, "not here; cited in ");
    else if (ph_utf8_width(from, strlen(from)) > columns)
        from = ph_file_name(from);
    ph_put_cut(out, from, columns);
    ph_buffer_char(out, '\n');
}

static void put_members(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    ph_buffer_put(out, "Series: ");
    ph_put_wrapped(out, pattern->title, 8, 8, width);
    ph_buffer_put(out, "\n\nMembers\n");
    for (size_t i = 0; i < pattern->member_count; i++) {
        const struct ph_member *member = &pattern->members[i];
        char date[32] = "date unknown";
        if (ph_date_valid(member->adopted))
            ph_date_text(pattern->lexicon, member->adopted, date, sizeof date);
        ph_buffer_printf(out, "  %-9s session %-4d %-18s ", ph_member_name(member), member->session,
                         date);
        put_known_from(member, width - 44, out);
    }
    put_rhythm(pattern, width, out);
    ph_buffer_put(out, "Next session: ");
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "%d (%s)", pattern->next_session, pattern->next_why);
    ph_put_wrapped(out, ph_buffer_text(&line), 14, 8, width);
    ph_buffer_char(out, '\n');
    ph_buffer_free(&line);
}

static const char letters[PH_FATE_COUNT] = {
    [PH_FATE_MISSING] = '?', [PH_FATE_ABSENT] = '.',   [PH_FATE_FIRST] = '#',
    [PH_FATE_NEW] = '#',     [PH_FATE_RETURNED] = '#', [PH_FATE_SAME] = '=',
    [PH_FATE_MOVED] = '~',   [PH_FATE_CHANGED] = '#',  [PH_FATE_DROPPED] = '.',
};

/* What stands before a clause: its label, if the base has it. */
static const char *name_of(const struct ph_pattern *pattern, const struct ph_clause *clause,
                           char *label, size_t size)
{
    if (!ph_clause_dropped(pattern, clause))
        return ph_label(clause->occurrences[clause->latest], label, size);
    return ph_clause_lost(pattern, clause) ? "(dropped)" : "(merged)";
}

/* Room for the longest of the names, within bounds. */
static size_t width_of_names(const struct ph_pattern *pattern)
{
    size_t widest = LEAST_NAME;
    char label[96];
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const char *name = name_of(pattern, &pattern->clauses[i], label, sizeof label);
        size_t width = ph_utf8_width(name, strlen(name));
        widest = width > widest ? width : widest;
    }
    return widest < MOST_NAME ? widest : MOST_NAME;
}

/* The columns of the table: of the names and of all; the first member that is shown. */
struct table {
    size_t names, width, first;
};

static void put_clause(const struct ph_pattern *pattern, const struct ph_clause *clause,
                       const enum ph_fate *fates, const struct table *table, struct ph_buffer *out)
{
    char label[96];
    struct ph_buffer name = {0};
    ph_put_cut(&name, name_of(pattern, clause, label, sizeof label), table->names);
    size_t columns = ph_utf8_width(ph_buffer_text(&name), name.length);
    ph_buffer_printf(out, "  %s%*s ", ph_buffer_text(&name), (int)(table->names - columns), "");
    for (size_t m = table->first; m < pattern->member_count; m++)
        ph_buffer_char(out, letters[fates[m]]);
    ph_buffer_put(out, "  ");
    size_t used = 5 + table->names + pattern->member_count - table->first;
    ph_put_cut(out, clause->occurrences[clause->latest]->text.bytes,
               table->width > used + 10 ? table->width - used : 10);
    ph_buffer_char(out, '\n');
    ph_buffer_free(&name);
}

/* One column a member, as many of the latest as leave room for some words. */
static void put_clauses(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out)
{
    struct table table = {.names = width_of_names(pattern), .width = width};
    size_t room = width - 5 - table.names - LEAST_WORDS, count = pattern->member_count;
    table.first = count > room ? count - room : 0;
    enum ph_fate *fates = ph_alloc_zero(count, sizeof *fates);
    ph_buffer_put(out, "\nClauses\n  a column a member, oldest first:\n  ");
    ph_put_wrapped(out,
                   "# new or changed, = unchanged, ~ only its slots moved, . not there, ? missing",
                   2, 2, width);
    if (table.first > 0)
        ph_buffer_printf(out, "\n  the latest %zu of %zu members", room, count);
    ph_buffer_char(out, '\n');
    for (size_t i = 0; i < pattern->clause_count; i++) {
        ph_clause_fates(pattern, &pattern->clauses[i], fates);
        put_clause(pattern, &pattern->clauses[i], fates, &table, out);
    }
    free(fates);
}

void ph_put_support(struct ph_buffer *out, const struct ph_rule *rule, const char *say,
                    int explained, int seen)
{
    ph_buffer_printf(out, "%s: ", say ? say : "no rule explains it");
    if (seen > 0)
        ph_buffer_printf(out, "%d of %d, ", explained, seen);
    else
        ph_buffer_put(out, "never seen to move, ");
    ph_buffer_printf(out, "rule %s", rule ? ph_rule_id(rule) : "none");
}

static void put_slot(const struct ph_node *node, const struct ph_slot *slot, size_t width,
                     struct ph_buffer *out)
{
    char label[96];
    struct ph_buffer line = {0};
    ph_label(node, label, sizeof label);
    ph_buffer_printf(out, "  %-12s %-9s ", label, outcomes[slot->outcome]);
    size_t columns = ph_utf8_width(label, strlen(label));
    size_t used = 13 + (columns > 12 ? columns : 12);
    ph_put_cut(out, slot->observations[slot->count - 1].words,
               width > used + 10 ? width - used : 10);
    if (slot->outcome == PH_MOVES || slot->outcome == PH_ASK) {
        ph_buffer_printf(out, "\n%*s→ ", SLOT_INDENT, "");
        ph_put_wrapped(out, slot->value, SLOT_INDENT + 2, SLOT_INDENT + 2, width);
    }
    if (slot->why)
        ph_buffer_put(&line, slot->why);
    else
        ph_put_support(&line, slot->rule, slot->say, slot->explained, slot->seen);
    ph_buffer_printf(out, "\n%*s", SLOT_INDENT, "");
    ph_put_wrapped(out, ph_buffer_text(&line), SLOT_INDENT, SLOT_INDENT, width);
    ph_buffer_char(out, '\n');
    ph_buffer_free(&line);
}

/* The slots that move, or those that stay although they were something else once. */
static void put_slots(const struct ph_pattern *pattern, bool staying, const char *heading,
                      size_t width, struct ph_buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        for (size_t k = 0; k < clause->slot_count; k++) {
            const struct ph_slot *slot = &clause->slots[k];
            if (!ph_slot_belongs(slot, staying))
                continue;
            if (!any)
                ph_buffer_printf(out, "\n%s\n", heading);
            any = true;
            put_slot(clause->occurrences[pattern->base], slot, width, out);
        }
    }
}

void ph_pattern_text(const struct ph_pattern *pattern, int width, struct ph_buffer *out)
{
    size_t columns = ph_columns(width);
    put_members(pattern, columns, out);
    put_clauses(pattern, columns, out);
    put_slots(pattern, false, "What moves", columns, out);
    put_slots(pattern, true, "What stays although it changed before", columns, out);
    ph_put_standing(pattern, columns, out);
    ph_put_strengths(pattern, columns, out);
    ph_put_splits(pattern, columns, out);
    ph_put_dropped(pattern, columns, out);
}
