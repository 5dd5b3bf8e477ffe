/* Findings for people: the message, the words around the place on one line, a caret line, the
 * fix; a summary last. */
#include "write/findings.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "write/parts.h"

enum { WIDTH = 80, INDENT = 4 };

static const struct {
    const char *one, *many, *escape;
} severities[PH_SEVERITY_COUNT] = {
    [PH_INFORMATION] = {"remark", "remarks", "\033[1;34m"},
    [PH_WARNING] = {"warning", "warnings", "\033[1;33m"},
    [PH_ERROR] = {"error", "errors", "\033[1;31m"},
};

struct lines {
    struct ph_buffer *out;
    size_t width;
    bool colour;
};

struct ph_finding_counts ph_count_findings(const struct ph_findings_view *views, size_t count)
{
    struct ph_finding_counts counts = {0};
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < views[i].findings->count; k++)
            counts.of[views[i].findings->items[k].severity]++;
        counts.accepted += views[i].findings->accepted_count;
    }
    for (int severity = 0; severity < PH_SEVERITY_COUNT; severity++)
        counts.all += counts.of[severity];
    return counts;
}

bool ph_has_words(const struct ph_finding *finding)
{
    return finding->to > finding->from && finding->to <= finding->node->text.length;
}

/* ---- the words around a place ---- */

/* A part of a text that fits the line, and whether something is left out on its sides. */
struct window {
    size_t from, to;
};

static bool is_inside(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) == 0x80;
}

static size_t step_back(const char *text, size_t at)
{
    while (at > 0 && is_inside(text, --at))
        ;
    return at;
}

static size_t step_on(const char *text, size_t length, size_t at)
{
    while (at < length && ++at < length && is_inside(text, at))
        ;
    return at;
}

static size_t width_at(const char *text, size_t from, size_t to)
{
    if (to - from == 1 && text[from] >= ' ' && text[from] < 0x7F) /* nearly always */
        return 1;
    return ph_utf8_width(text + from, to - from);
}

/* Moves back as far as `room` columns go. */
static size_t reach_back(const char *text, size_t at, size_t room)
{
    while (at > 0) {
        size_t before = step_back(text, at), width = width_at(text, before, at);
        if (width > room)
            break;
        room -= width;
        at = before;
    }
    return at;
}

static size_t reach_on(const char *text, size_t length, size_t at, size_t room)
{
    while (at < length) {
        size_t behind = step_on(text, length, at), width = width_at(text, at, behind);
        if (width > room)
            break;
        room -= width;
        at = behind;
    }
    return at;
}

/* The place in the middle where both sides have more than enough, else as much as there is; one
 * column on each side is kept for "…". */
static struct window cut(const struct ph_finding *finding, size_t width)
{
    const struct ph_text *text = &finding->node->text;
    size_t room = width > INDENT + 12 ? width - INDENT - 2 : 10;
    size_t end = ph_has_words(finding) ? finding->to : finding->from;
    end = reach_on(text->bytes, end, finding->from, room);
    size_t left = room - width_at(text->bytes, finding->from, end);
    struct window window = {reach_back(text->bytes, finding->from, left / 2), end};
    left = room - width_at(text->bytes, window.from, end);
    window.to = reach_on(text->bytes, text->length, end, left);
    left = room - width_at(text->bytes, window.from, window.to);
    window.from = reach_back(text->bytes, window.from, left);
    return window;
}

static void put_repeated(struct ph_buffer *out, char what, size_t count)
{
    char *room = ph_buffer_room(out, count + 1);
    memset(room, what, count);
    room[count] = '\0';
    out->length += count;
}

/* "^~~~" below the words, "^" alone for one column. */
static void put_carets(struct lines *lines, const struct ph_finding *finding,
                       const struct window *window)
{
    const char *text = finding->node->text.bytes;
    size_t end = finding->to < window->to ? finding->to : window->to;
    size_t before = width_at(text, window->from, finding->from) + (window->from > 0);
    size_t under = width_at(text, finding->from, end);
    put_repeated(lines->out, ' ', INDENT + before);
    ph_buffer_put(lines->out, lines->colour ? "\033[1;32m^" : "^");
    put_repeated(lines->out, '~', under > 1 ? under - 1 : 0);
    ph_buffer_put(lines->out, lines->colour ? "\033[0m\n" : "\n");
}

static void put_words(struct lines *lines, const struct ph_finding *finding)
{
    const struct ph_text *text = &finding->node->text;
    if (!text->length || finding->from > text->length)
        return;
    struct window window = cut(finding, lines->width);
    ph_buffer_printf(lines->out, "%*s%s", INDENT, "", window.from ? "…" : "");
    const size_t start = lines->out->length;
    ph_buffer_add(lines->out, text->bytes + window.from, window.to - window.from);
    for (char *c = lines->out->data + start; *c; c++) /* white space is one column */
        *c = *c == '\n' || *c == '\t' || *c == '\f' ? ' ' : *c;
    ph_buffer_put(lines->out, window.to < text->length ? "…\n" : "\n");
    if (ph_has_words(finding))
        put_carets(lines, finding, &window);
}

/* ---- findings ---- */

void ph_put_fix(struct ph_buffer *out, const struct ph_finding *finding)
{
    const struct ph_text *text = &finding->node->text;
    if (finding->look)
        ph_buffer_printf(out, "fix: “%.*s” %s", (int)(finding->look_to - finding->look_from),
                         text->bytes + finding->look_from, finding->look->said);
    if (!finding->fix)
        return;
    if (!ph_has_words(finding))
        ph_buffer_printf(out, "fix: “%s”", finding->fix);
    else if (!*finding->fix)
        ph_buffer_printf(out, "fix: leave out “%.*s”", (int)(finding->to - finding->from),
                         text->bytes + finding->from);
    else
        ph_buffer_printf(out, "fix: “%.*s” becomes “%s”", (int)(finding->to - finding->from),
                         text->bytes + finding->from, finding->fix);
}

static void put_fix(struct lines *lines, const struct ph_finding *finding)
{
    if (!ph_finding_is_fixable(finding))
        return;
    ph_buffer_printf(lines->out, "%*s", INDENT, "");
    ph_put_fix(lines->out, finding);
    ph_buffer_char(lines->out, '\n');
}

/* "OP8" is one word in a program and two for a reader: "OP 8". */
static void put_place(struct lines *lines, const struct ph_node *node)
{
    char label[160];
    ph_label(node, label, sizeof label);
    for (const char *c = label; *c; c++) {
        ph_buffer_char(lines->out, *c);
        bool begins = c == label + 1 || (c > label + 1 && c[-2] == ' ');
        if (begins && *c == 'P' && (c[-1] == 'P' || c[-1] == 'O') && c[1] >= '0' && c[1] <= '9')
            ph_buffer_char(lines->out, ' ');
    }
}

void ph_put_file_name(struct ph_buffer *out, const char *name)
{
    for (; *name; name++)
        ph_buffer_char(out, (unsigned char)*name < ' ' || *name == 0x7F ? '?' : *name);
    ph_buffer_put(out, ": ");
}

void ph_put_severity(struct ph_buffer *out, enum ph_severity severity, bool colour)
{
    ph_buffer_printf(out, "%s%s%s", colour ? severities[severity].escape : "",
                     ph_severity_name(severity), colour ? "\033[0m" : "");
}

static void put_finding(struct lines *lines, const char *name, const struct ph_finding *finding)
{
    ph_put_file_name(lines->out, name);
    if (finding->node->kind != PH_DOCUMENT || finding->node->parent) {
        put_place(lines, finding->node);
        ph_buffer_put(lines->out, ": ");
    }
    ph_put_severity(lines->out, finding->severity, lines->colour);
    ph_buffer_printf(lines->out, ": %s [%s]\n", finding->message, finding->rule);
    put_words(lines, finding);
    put_fix(lines, finding);
}

void ph_put_finding_counts(struct ph_buffer *out, size_t documents,
                           const struct ph_finding_counts *counts)
{
    if (counts->all)
        ph_buffer_char(out, '\n');
    ph_buffer_printf(out, "%zu document%s: ", documents, documents == 1 ? "" : "s");
    const char *join = "";
    for (int severity = PH_SEVERITY_COUNT - 1; severity >= 0; severity--) {
        size_t n = counts->of[severity];
        if (!n)
            continue;
        ph_buffer_printf(out, "%s%zu %s", join, n,
                         n == 1 ? severities[severity].one : severities[severity].many);
        join = ", ";
    }
    if (!counts->all)
        ph_buffer_put(out, "nothing found");
    if (counts->accepted)
        ph_buffer_printf(out, "; %zu accepted", counts->accepted);
    ph_buffer_char(out, '\n');
}

void ph_write_findings_text(const struct ph_findings_view *views, size_t count,
                            const struct ph_write_options *options, struct ph_buffer *out)
{
    struct lines lines = {out, options->width > 0 ? (size_t)options->width : WIDTH,
                          options->colour};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < views[i].findings->count; k++)
            put_finding(&lines, views[i].name, &views[i].findings->items[k]);
    struct ph_finding_counts counts = ph_count_findings(views, count);
    ph_put_finding_counts(out, count, &counts);
}
