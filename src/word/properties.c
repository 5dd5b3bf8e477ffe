#include "word/properties.h"

#include <string.h>

#include "base/escape.h"

void ph_sign(struct ph_signer *signer, const char *name, const char *end, struct ph_buffer *out)
{
    ph_buffer_printf(out, "<%s%s %sid=\"%ld\" %sauthor=\"", signer->prefix, name, signer->prefix,
                     signer->next++, signer->prefix);
    ph_escape_html(out, signer->author, strlen(signer->author));
    ph_buffer_put(out, "\"");
    if (signer->date) {
        ph_buffer_printf(out, " %sdate=\"", signer->prefix);
        ph_escape_html(out, signer->date, strlen(signer->date));
        ph_buffer_put(out, "\"");
    }
    ph_buffer_put(out, end);
}

static const char *const revisions[] = {"ins", "del", "moveFrom", "moveTo", "rPrChange", NULL};

/* ---- runs ---- */

void ph_properties_repeat(const struct ph_scan *scan, size_t from, size_t to,
                          struct ph_signer *signer, struct ph_buffer *out)
{
    struct ph_scan inside;
    struct ph_scan_token token;
    size_t at = from, end, length;
    const char *id;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &end))
            if (ph_scan_is(&token, "rPrChange") &&
                ph_scan_attribute(scan, &token, "id", &id, &length)) {
                const size_t place = (size_t)(id - scan->bytes);
                ph_buffer_add(out, scan->bytes + at, place - at);
                ph_buffer_printf(out, "%ld", signer->next++);
                at = place + length;
            }
    ph_buffer_add(out, scan->bytes + at, to - at);
}

/* What stands before italics, and behind highlighting and raised letters, in w:rPr. */
static const char *const before_italics[] = {"rStyle", "rFonts", "b", "bCs", NULL};
static const char *const behind_highlight[] = {
    "u",    "effect",          "bdr",        "shd",   "fitText", "vertAlign", "rtl", "cs", "em",
    "lang", "eastAsianLayout", "specVanish", "oMath", NULL};
static const char *const behind_raised[] = {"rtl",        "cs",    "em", "lang", "eastAsianLayout",
                                            "specVanish", "oMath", NULL};
static const char *const replaced[] = {"vertAlign", "highlight", "vanish", "webHidden",
                                       "strike",    "dstrike",   NULL};
static const char *const italics[] = {"i", "iCs", NULL};

enum { ITALIC, HIGHLIGHT, RAISED, WISHES };

static void put_wish(const struct ph_run_wish *wish, int which, const char *prefix, bool *put,
                     struct ph_buffer *out)
{
    const bool wanted[WISHES] = {wish->italic && !wish->as_it_is, wish->highlighted, wish->raised};
    if (put[which])
        return;
    put[which] = true;
    if (!wanted[which])
        return;
    if (which == ITALIC)
        ph_buffer_printf(out, "<%si/><%siCs/>", prefix, prefix);
    else if (which == HIGHLIGHT)
        ph_buffer_printf(out, "<%shighlight %sval=\"yellow\"/>", prefix, prefix);
    else
        ph_buffer_printf(out, "<%svertAlign %sval=\"superscript\"/>", prefix, prefix);
}

void ph_properties_of_run(const struct ph_scan *scan, size_t from, size_t to,
                          const struct ph_run_wish *wish, const char *prefix, struct ph_buffer *out)
{
    struct ph_buffer inner = {0};
    struct ph_scan inside;
    struct ph_scan_token token;
    bool put[WISHES] = {false};
    size_t end;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &end)) {
            if (ph_scan_is_among(&token, revisions) || ph_scan_is_among(&token, replaced) ||
                (!wish->as_it_is && ph_scan_is_among(&token, italics)))
                continue;
            if (!ph_scan_is_among(&token, before_italics))
                put_wish(wish, ITALIC, prefix, put, &inner);
            if (ph_scan_is_among(&token, behind_highlight))
                put_wish(wish, HIGHLIGHT, prefix, put, &inner);
            if (ph_scan_is_among(&token, behind_raised))
                put_wish(wish, RAISED, prefix, put, &inner);
            ph_buffer_add(&inner, scan->bytes + token.from, end - token.from);
        }
    for (int which = 0; which < WISHES; which++)
        put_wish(wish, which, prefix, put, &inner);
    if (inner.length)
        ph_buffer_printf(out, "<%srPr>%s</%srPr>", prefix, inner.data, prefix);
    ph_buffer_free(&inner);
}

bool ph_properties_are_own(const struct ph_scan *scan, size_t from, size_t to)
{
    struct ph_scan inside;
    struct ph_scan_token child;
    size_t end;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &child, &end))
            if (ph_scan_is_among(&child, revisions))
                return false;
    return true;
}

/* ---- paragraphs ---- */

/* The mark's own properties: what is said of it first, then its look. */
static void put_mark_look(const struct ph_scan *scan, size_t from, size_t to, const char *mark,
                          const char *prefix, struct ph_buffer *out)
{
    struct ph_buffer inner = {0};
    struct ph_scan inside;
    struct ph_scan_token token;
    size_t end;
    ph_buffer_put(&inner, mark);
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &end))
            if (!ph_scan_is_among(&token, revisions))
                ph_buffer_add(&inner, scan->bytes + token.from, end - token.from);
    if (inner.length)
        ph_buffer_printf(out, "<%srPr>%s</%srPr>", prefix, inner.data, prefix);
    ph_buffer_free(&inner);
}

static const char *const not_copied[] = {"sectPr", "pageBreakBefore", "framePr", "pPrChange", NULL};
static const char *const before_number[] = {"pStyle", "keepNext", "keepLines", "widowControl",
                                            NULL};

void ph_properties_of_paragraph(const struct ph_scan *scan, size_t from, size_t to,
                                const char *mark, bool plain, const char *prefix,
                                struct ph_buffer *out)
{
    struct ph_buffer inner = {0};
    struct ph_scan inside;
    struct ph_scan_token token;
    size_t end, look = 0, look_end = 0;
    bool numbered = !plain;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &end)) {
            if (ph_scan_is_among(&token, not_copied) || (plain && ph_scan_is(&token, "numPr")))
                continue;
            if (ph_scan_is(&token, "rPr")) {
                look = token.from;
                look_end = end;
                continue;
            }
            if (!numbered && !ph_scan_is_among(&token, before_number)) {
                ph_buffer_printf(&inner, "<%snumPr><%snumId %sval=\"0\"/></%snumPr>", prefix,
                                 prefix, prefix, prefix);
                numbered = true;
            }
            ph_buffer_add(&inner, scan->bytes + token.from, end - token.from);
        }
    if (!numbered && inner.length)
        ph_buffer_printf(&inner, "<%snumPr><%snumId %sval=\"0\"/></%snumPr>", prefix, prefix,
                         prefix, prefix);
    put_mark_look(scan, look, look_end, mark, prefix, &inner);
    if (inner.length)
        ph_buffer_printf(out, "<%spPr>%s</%spPr>", prefix, inner.data, prefix);
    ph_buffer_free(&inner);
}

void ph_properties_changed(const struct ph_scan *scan, size_t from, size_t to, const char *now,
                           struct ph_signer *signer, struct ph_buffer *out)
{
    const char *w = signer->prefix;
    struct ph_buffer end = {0};
    struct ph_scan inside;
    struct ph_scan_token token;
    size_t to_child;
    ph_buffer_printf(&end, "</%spPr>", w);
    const size_t length = strlen(now);
    if (length > end.length)
        ph_buffer_add(out, now, length - end.length);
    else
        ph_buffer_printf(out, "<%spPr>", w);
    ph_sign(signer, "pPrChange", ">", out);
    ph_buffer_printf(out, "<%spPr>", w);
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &to_child))
            if (!ph_scan_is_among(&token, not_copied) && !ph_scan_is(&token, "rPr"))
                ph_buffer_add(out, scan->bytes + token.from, to_child - token.from);
    ph_buffer_printf(out, "%s</%spPrChange>%s", end.data, w, end.data);
    ph_buffer_free(&end);
}

bool ph_properties_are_copied(const struct ph_scan *scan, size_t from, size_t to)
{
    struct ph_scan inside;
    struct ph_scan_token token;
    size_t end;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &end))
            if (ph_scan_is_among(&token, not_copied))
                return false;
    return true;
}

/* ---- marks ---- */

bool ph_properties_are_settled(const struct ph_scan *scan, size_t from, size_t to)
{
    struct ph_scan inside;
    struct ph_scan_token token;
    size_t end;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &token, &end))
            if (ph_scan_is(&token, "rPr"))
                return ph_properties_are_own(scan, token.from, end);
    return true;
}

static const char *const behind_look[] = {"sectPr", "pPrChange", NULL};

/* Puts `mark` into the w:rPr at `token`, which ends at `to`. */
static bool mark_look(const struct ph_scan *scan, const struct ph_scan_token *token, size_t to,
                      const char *mark, const char *prefix, struct ph_splices *splices)
{
    struct ph_scan inside;
    struct ph_scan_token one;
    struct ph_buffer text = {0};
    size_t end;
    if (ph_scan_enter(scan, token->from, to, &inside)) {
        while (ph_scan_child(&inside, &one, &end))
            if (ph_scan_is_among(&one, revisions) && !ph_scan_is(&one, "rPrChange"))
                return false;
        ph_splice_put(splices, token->to, mark);
        return true;
    }
    ph_buffer_printf(&text, "<%srPr>%s</%srPr>", prefix, mark, prefix);
    ph_splice_add(splices, token->from, to, text.data, text.length);
    ph_buffer_free(&text);
    return true;
}

bool ph_properties_mark(const struct ph_scan *scan, size_t inner, size_t from, size_t to,
                        const char *mark, const char *prefix, struct ph_splices *splices)
{
    struct ph_scan inside;
    struct ph_scan_token token;
    struct ph_buffer text = {0};
    size_t end;
    const bool filled = ph_scan_enter(scan, from, to, &inside);
    size_t at = from < to ? from : inner, behind = from < to ? to : inner;
    while (filled && ph_scan_child(&inside, &token, &end)) {
        if (ph_scan_is(&token, "rPr"))
            return mark_look(scan, &token, end, mark, prefix, splices);
        if (ph_scan_is_among(&token, behind_look))
            break;
    }
    if (filled) /* in front of what comes behind it, or of the end tag */
        at = behind = token.from;
    if (!filled)
        ph_buffer_printf(&text, "<%spPr>", prefix);
    ph_buffer_printf(&text, "<%srPr>%s</%srPr>", prefix, mark, prefix);
    if (!filled)
        ph_buffer_printf(&text, "</%spPr>", prefix);
    ph_splice_add(splices, at, behind, text.data, text.length);
    ph_buffer_free(&text);
    return true;
}
