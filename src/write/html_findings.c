#include "write/html_findings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "write/findings.h"

const char ph_html_findings_style[] =
    "body > h1.file { font: bold 1em system-ui, sans-serif; border-bottom: 1px solid #999 }\n"
    "p.summary, ul.findings, ol.index, section.accepted { font: .8em/1.45 system-ui, sans-serif;\n"
    "  text-align: left; text-indent: 0 }\n"
    "ul.findings { list-style: none; margin: -.2em 0 1em 2.75em; padding: 0 }\n"
    "ul.findings li { margin: .3em 0; padding: .3em .7em; border-left: 4px solid }\n"
    "li.error { border-color: #b00020; background: #fdecef }\n"
    "li.warning { border-color: #a15c00; background: #fff6e0 }\n"
    "li.information { border-color: #1d4f91; background: #f2f6fb }\n"
    "ul.findings small { display: block; color: #5a6472 }\n"
    "ul.findings q { font-family: 'Times New Roman', Times, serif; font-size: 1.15em;\n"
    "  white-space: pre-wrap }\n"
    "mark.error { background: #fbd5dc; border-bottom: 2px solid #b00020 }\n"
    "mark.warning { background: #ffeaba; border-bottom: 2px solid #a15c00 }\n"
    "mark.information { background: #dde9f8; border-bottom: 2px solid #1d4f91 }\n";

static int by_node(const void *a, const void *b, void *items)
{
    const size_t x = *(const size_t *)a, y = *(const size_t *)b;
    const struct ph_finding *list = items;
    const uintptr_t one = (uintptr_t)list[x].node, other = (uintptr_t)list[y].node;
    return one != other ? (one < other ? -1 : 1) : (x > y) - (x < y);
}

struct ph_html_findings ph_html_findings_begin(const struct ph_finding *items, size_t count,
                                               const char *anchor)
{
    struct ph_html_findings findings = {.items = items,
                                        .count = count,
                                        .by_node = ph_alloc_zero(count + 1, sizeof(size_t)),
                                        .anchor = anchor,
                                        .shown = ph_alloc_zero(count + 1, sizeof(bool))};
    for (size_t i = 0; i < count; i++)
        findings.by_node[i] = i;
    qsort_r(findings.by_node, count, sizeof *findings.by_node, by_node, (void *)items);
    return findings;
}

void ph_html_findings_end(struct ph_html_findings *findings)
{
    free(findings->by_node);
    free(findings->shown);
    *findings = (struct ph_html_findings){0};
}

/* The first of a node, by binary search in by_node. */
static size_t first_of(const struct ph_html_findings *findings, const struct ph_node *node)
{
    size_t low = 0, high = findings->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if ((uintptr_t)findings->items[findings->by_node[middle]].node < (uintptr_t)node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- one finding ---- */

static void put_text(struct ph_buffer *out, const char *text)
{
    ph_escape_html(out, text, strlen(text));
}

static void put_quoted(struct ph_buffer *out, const char *text, size_t length)
{
    ph_buffer_put(out, "<q>");
    ph_escape_html(out, text, length);
    ph_buffer_put(out, "</q>");
}

static void put_fix(const struct ph_finding *finding, struct ph_buffer *out)
{
    if (!ph_finding_is_fixable(finding))
        return;
    ph_buffer_put(out, "<br>fix: ");
    if (finding->look) {
        put_quoted(out, finding->node->text.bytes + finding->look_from,
                   finding->look_to - finding->look_from);
        ph_buffer_printf(out, " %s", finding->look->said);
        return;
    }
    if (ph_has_words(finding) && !*finding->fix)
        ph_buffer_put(out, "leave out ");
    if (ph_has_words(finding))
        put_quoted(out, finding->node->text.bytes + finding->from, finding->to - finding->from);
    if (ph_has_words(finding) && *finding->fix)
        ph_buffer_put(out, " becomes ");
    if (*finding->fix)
        put_quoted(out, finding->fix, strlen(finding->fix));
}

static void put_finding(struct ph_html_findings *findings, size_t at, struct ph_buffer *out)
{
    const struct ph_finding *finding = &findings->items[at];
    const char *severity = ph_severity_name(finding->severity);
    findings->shown[at] = true;
    ph_buffer_printf(out, "<li class=\"%s\" id=\"%sfinding-%zu\"><b>%s</b> ", severity,
                     findings->anchor, at + 1, severity);
    put_text(out, finding->message);
    ph_buffer_put(out, " <code>");
    put_text(out, finding->rule);
    ph_buffer_put(out, "</code>");
    put_fix(finding, out);
    if (finding->source) {
        ph_buffer_put(out, "<small>");
        put_text(out, finding->source);
        ph_buffer_put(out, "</small>");
    }
    ph_buffer_put(out, "</li>\n");
}

void ph_html_put_findings(struct ph_html_findings *findings, const struct ph_node *node,
                          struct ph_buffer *out)
{
    const size_t first = findings ? first_of(findings, node) : 0;
    size_t at = first;
    while (findings && at < findings->count &&
           findings->items[findings->by_node[at]].node == node) {
        ph_buffer_put(out, at == first ? "<ul class=\"findings\">\n" : "");
        put_finding(findings, findings->by_node[at++], out);
    }
    if (at > first)
        ph_buffer_put(out, "</ul>\n");
}

void ph_html_put_other_findings(struct ph_html_findings *findings, struct ph_buffer *out)
{
    bool begun = false;
    for (size_t i = 0; i < findings->count; i++) {
        if (findings->shown[i])
            continue;
        ph_buffer_put(out, begun ? "" : "<ul class=\"findings\">\n");
        begun = true;
        put_finding(findings, i, out);
    }
    if (begun)
        ph_buffer_put(out, "</ul>\n");
}
