/* The picture of the clauses over the sessions: a row a clause, a column a member, set apart as far
 * as their sessions are; the session of the draft comes last, with what its slots will do. */
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "learn/standing.h"
#include "write/pattern.h"

enum {
    ROW = 19,
    CELL = 15,
    LABELS = 96,
    WORDS = 330,
    HEAD = 64,
    GRID = 540,
    FARTHEST = 500,
    LONGEST = 700
};

struct picture {
    const struct ph_pattern *pattern;
    struct ph_buffer *out;
    int step; /* pixels from one session to the next */
    int width, y;
    enum ph_fate *fates;
};

static const struct {
    const char *class, *sign;
} looks[PH_FATE_COUNT] = {
    [PH_FATE_FIRST] = {"first", ""},        [PH_FATE_NEW] = {"new", "+"},
    [PH_FATE_RETURNED] = {"returned", "+"}, [PH_FATE_SAME] = {"same", ""},
    [PH_FATE_MOVED] = {"moved", ""},        [PH_FATE_CHANGED] = {"changed", "≠"},
    [PH_FATE_DROPPED] = {"dropped", "×"},
};

static void put_text(struct picture *picture, const char *text)
{
    ph_escape_html(picture->out, text, strlen(text));
}

void ph_put_start_html(struct ph_buffer *out, const char *text, size_t most)
{
    size_t length = strlen(text), at = 0, next;
    while (ph_utf8_at(text, length, at, &next) && next <= most)
        at = next;
    ph_escape_html(out, text, at);
    if (at < length)
        ph_buffer_put(out, "…");
}

static void put_start(struct picture *picture, const char *text, size_t most)
{
    ph_put_start_html(picture->out, text, most);
}

/* The sessions from the first member's to another; --session may name any. */
static int distance(const struct ph_pattern *pattern, int session)
{
    int first = pattern->members[0].session;
    if (session <= first)
        return 0;
    return session > first + FARTHEST ? FARTHEST : session - first;
}

/* The middle of a session's column. */
static int column(const struct picture *picture, int session)
{
    return LABELS + WORDS + 24 + distance(picture->pattern, session) * picture->step;
}

static void put_cell(struct picture *picture, const char *class, const char *sign, int x)
{
    ph_buffer_printf(picture->out,
                     "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
                     class, x - CELL / 2, picture->y + (ROW - CELL) / 2, CELL, CELL);
    if (*sign)
        ph_buffer_printf(picture->out, "<text class=\"sign\" x=\"%d\" y=\"%d\">%s</text>", x,
                         picture->y + ROW - 6, sign);
}

static void put_member_cell(struct picture *picture, const struct ph_clause *clause, size_t m)
{
    const struct ph_member *member = &picture->pattern->members[m];
    const struct ph_node *node = clause->occurrences[m];
    enum ph_fate fate = picture->fates[m];
    char label[96] = "";
    if (!looks[fate].class)
        return;
    ph_buffer_put(picture->out, "<g><title>");
    put_text(picture, ph_member_name(member));
    if (node) {
        ph_buffer_put(picture->out, " ");
        put_text(picture, ph_label(node, label, sizeof label));
    }
    ph_buffer_printf(picture->out, ": %s", ph_fate_words(fate));
    if (node && fate != PH_FATE_SAME) {
        ph_buffer_put(picture->out, "\n");
        put_start(picture, node->text.bytes, LONGEST);
    }
    ph_buffer_put(picture->out, "</title>");
    put_cell(picture, looks[fate].class, looks[fate].sign, column(picture, member->session));
    ph_buffer_put(picture->out, "</g>");
}

/* What the slots of a clause will do in the draft: the most urgent of them. */
static void put_draft_cell(struct picture *picture, const struct ph_clause *clause)
{
    static const char *const classes[] = {"draft", "draft moves", "draft look", "draft ask"};
    static const char *const signs[] = {"", "→", "!", "…"};
    enum ph_outcome most = PH_STAYS;
    ph_buffer_printf(picture->out,
                     "<g><title>draft for session %d: ", picture->pattern->next_session);
    for (size_t i = 0; i < clause->slot_count; i++) {
        const struct ph_slot *slot = &clause->slots[i];
        if (slot->outcome == PH_STAYS)
            continue;
        most = slot->outcome > most ? slot->outcome : most;
        ph_buffer_put(picture->out, "\n");
        put_start(picture, slot->observations[slot->count - 1].words, LONGEST);
        ph_buffer_put(picture->out, slot->outcome == PH_LOOK_AT ? ": " : " → ");
        put_start(picture, slot->outcome == PH_LOOK_AT ? slot->why : slot->value, LONGEST);
    }
    ph_buffer_printf(picture->out, "%s</title>", most == PH_STAYS ? "stays as it is" : "");
    put_cell(picture, classes[most], signs[most], column(picture, picture->pattern->next_session));
    ph_buffer_put(picture->out, "</g>");
}

/* A line from the first text with the clause to the last: gaps can be seen. */
static void put_thread(struct picture *picture, const struct ph_clause *clause)
{
    const struct ph_pattern *pattern = picture->pattern;
    size_t first = 0;
    while (!clause->occurrences[first])
        first++;
    int last = ph_clause_dropped(pattern, clause)
                   ? pattern->members[ph_clause_gone(pattern, clause)].session
                   : pattern->next_session;
    int y = picture->y + ROW / 2;
    ph_buffer_printf(picture->out,
                     "<line class=\"thread\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
                     column(picture, pattern->members[first].session), y, column(picture, last), y);
}

/* A mark beside the label: the clause has places that are more than words. */
static void put_slot_mark(struct picture *picture, const struct ph_clause *clause)
{
    if (!clause->slot_count)
        return;
    ph_buffer_put(picture->out, "<g><title>slots:");
    for (size_t i = 0; i < clause->slot_count; i++) {
        ph_buffer_printf(picture->out, "\n%s: ", clause->slots[i].kind);
        put_start(picture, clause->slots[i].observations[clause->slots[i].count - 1].words,
                  LONGEST);
    }
    ph_buffer_printf(picture->out,
                     "</title><circle class=\"slot\" cx=\"%d\" cy=\"%d\" r=\"4\"/></g>",
                     LABELS - 12, picture->y + ROW / 2);
}

static void put_row(struct picture *picture, const struct ph_clause *clause)
{
    const struct ph_pattern *pattern = picture->pattern;
    const struct ph_node *node = clause->occurrences[clause->latest];
    bool gone = ph_clause_dropped(pattern, clause);
    const char *class = gone ? " gone" : "";
    char label[96];
    ph_buffer_printf(picture->out,
                     "<g class=\"row\"><rect class=\"ground\" y=\"%d\" width=\"%d\" "
                     "height=\"%d\"/>\n<g><title>",
                     picture->y, picture->width, ROW);
    put_start(picture, node->text.bytes, LONGEST);
    ph_buffer_printf(picture->out, "</title><text class=\"label%s\" y=\"%d\">", class,
                     picture->y + ROW - 6);
    if (gone)
        put_text(picture, clause->merged_into.clause ? "merged" : "dropped");
    else
        put_start(picture, ph_label(node, label, sizeof label), 20);
    ph_buffer_printf(picture->out,
                     "</text><svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">"
                     "<text class=\"words%s\" y=\"%d\">",
                     LABELS, picture->y, WORDS, ROW, class, ROW - 6);
    put_start(picture, node->text.bytes, 50);
    ph_buffer_put(picture->out, "</text></svg></g>");
    put_slot_mark(picture, clause);
    put_thread(picture, clause);
    ph_clause_fates(pattern, clause, picture->fates);
    for (size_t m = 0; m < pattern->member_count; m++)
        put_member_cell(picture, clause, m);
    if (!gone)
        put_draft_cell(picture, clause);
    ph_buffer_put(picture->out, "</g>\n");
    picture->y += ROW;
}

/* Sessions above, the numbers aslant below them; the draft's last. */
static void put_head(struct picture *picture, int session, const char *number)
{
    int x = column(picture, session);
    ph_buffer_printf(picture->out,
                     "<text class=\"head\" x=\"%d\" y=\"12\">%d</text>"
                     "<text class=\"number\" transform=\"translate(%d %d) rotate(-40)\">",
                     x, session, x - 4, HEAD - 6);
    put_start(picture, number, 8);
    ph_buffer_put(picture->out, "</text>\n");
}

static void put_missing(struct picture *picture, const struct ph_member *member, int bottom)
{
    ph_buffer_put(picture->out, "<g><title>");
    put_text(picture, ph_member_name(member));
    ph_buffer_put(picture->out, " is not here; it is cited in ");
    put_text(picture, member->known_from ? member->known_from : "a later one");
    ph_buffer_printf(picture->out,
                     "</title><rect fill=\"url(#hatch)\" x=\"%d\" y=\"%d\" width=\"%d\" "
                     "height=\"%d\"/></g>\n",
                     column(picture, member->session) - CELL / 2, HEAD, CELL, bottom - HEAD);
}

static const char *part_of(const struct ph_clause *clause)
{
    switch (clause->occurrences[clause->latest]->kind) {
    case PH_PREAMBULAR:
        return "Preamble";
    case PH_FOOTNOTE:
        return "Footnotes";
    case PH_OPERATIVE:
        return "Operative part";
    default:
        return NULL; /* goes on with what it stands in */
    }
}

static bool starts_part(const struct ph_clause *clause, const char **part)
{
    const char *now = part_of(clause);
    bool starts = now && (!*part || strcmp(now, *part));
    /* A preambular paragraph that was dropped may stand among the operative ones. */
    if (starts && *part && !strcmp(now, "Preamble"))
        return false;
    if (starts)
        *part = now;
    return starts;
}

static void put_rows(struct picture *picture)
{
    const char *part = NULL;
    for (size_t i = 0; i < picture->pattern->clause_count; i++) {
        if (starts_part(&picture->pattern->clauses[i], &part)) {
            ph_buffer_printf(picture->out,
                             "<text class=\"part\" y=\"%d\">%s</text><line class=\"rule\" "
                             "x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                             picture->y + 20, part, picture->y + 25, picture->width,
                             picture->y + 25);
            picture->y += 28;
        }
        put_row(picture, &picture->pattern->clauses[i]);
    }
}

static int height_of(const struct ph_pattern *pattern)
{
    const char *part = NULL;
    int height = HEAD;
    for (size_t i = 0; i < pattern->clause_count; i++)
        height += ROW + (starts_part(&pattern->clauses[i], &part) ? 28 : 0);
    return height;
}

void ph_write_pattern_picture(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    int span = distance(pattern, pattern->next_session);
    int step = GRID / (span > 0 ? span : 1), height = height_of(pattern);
    struct picture picture = {.pattern = pattern, .out = out, .y = HEAD};
    picture.step = step > 48 ? 48 : step < CELL + 3 ? CELL + 3 : step;
    picture.width = column(&picture, pattern->next_session) + 40;
    picture.fates = ph_alloc_zero(pattern->member_count, sizeof *picture.fates);
    ph_buffer_printf(out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" "
                     "height=\"%d\" aria-label=\"The clauses over the sessions\">\n"
                     "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
                     "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                     "<line y2=\"6\" stroke=\"#aab3bc\" stroke-width=\"2\"/></pattern></defs>\n",
                     picture.width, height + 4);
    for (size_t m = 0; m < pattern->member_count; m++)
        put_head(&picture, pattern->members[m].session, ph_member_name(&pattern->members[m]));
    put_head(&picture, pattern->next_session, "draft");
    put_rows(&picture);
    for (size_t m = 0; m < pattern->member_count; m++)
        if (!pattern->members[m].root)
            put_missing(&picture, &pattern->members[m], height);
    ph_buffer_put(out, "</svg>\n");
    free(picture.fates);
}
