/* The look of words that stay: properties of their runs, and what those were (ECMA-376 part 1,
 * 17.3.2, 17.13.5.31). */
#include "word/properties.h"

static const char *const bold[] = {"b", "bCs", NULL};
static const char *const italics[] = {"i", "iCs", NULL};
static const char *const raised[] = {"vertAlign", NULL};
static const char *const before_bold[] = {"rStyle", "rFonts", NULL};
static const char *const before_italics[] = {"rStyle", "rFonts", "b", "bCs", NULL};
static const char *const behind_raised[] = {"rtl",        "cs",    "em", "lang", "eastAsianLayout",
                                            "specVanish", "oMath", NULL};

/* The properties that make a look: on, off, and where they stand. */
static const struct look {
    unsigned bit;
    const char *const *names;
    const char *const *before, *const *behind; /* one of them: the other is NULL */
    const char *on, *off;                      /* values */
} looks[] = {{PH_LOOK_BOLD, bold, before_bold, NULL, NULL, "0"},
             {PH_LOOK_ITALIC, italics, before_italics, NULL, NULL, "0"},
             {PH_LOOK_RAISED, raised, NULL, behind_raised, "superscript", "baseline"}};
enum { LOOKS = sizeof looks / sizeof *looks };

static bool is_asked(const struct look *one, unsigned look)
{
    return look & (one->bit | one->bit * PH_LOOK_OFF);
}

static void put_look(const struct look *one, unsigned look, const char *w, struct ph_buffer *out)
{
    const char *value = look & one->bit ? one->on : one->off;
    for (const char *const *name = one->names; is_asked(one, look) && *name; name++) {
        ph_buffer_printf(out, "<%s%s", w, *name);
        if (value)
            ph_buffer_printf(out, " %sval=\"%s\"", w, value);
        ph_buffer_put(out, "/>");
    }
}

/* Whether the properties of a look come before a child. */
static bool comes_before(const struct look *one, const struct ph_scan_token *child)
{
    return one->before ? !ph_scan_is_among(child, one->before)
                       : ph_scan_is_among(child, one->behind);
}

static void put_looks(const struct ph_scan *scan, size_t from, size_t to, unsigned look,
                      const char *w, struct ph_buffer *out)
{
    struct ph_scan inside;
    struct ph_scan_token child;
    size_t end, next = 0;
    if (ph_scan_enter(scan, from, to, &inside))
        while (ph_scan_child(&inside, &child, &end)) {
            bool other = false;
            for (; next < LOOKS && comes_before(&looks[next], &child); next++)
                put_look(&looks[next], look, w, out);
            for (size_t i = 0; i < LOOKS; i++)
                other = other ||
                        (is_asked(&looks[i], look) && ph_scan_is_among(&child, looks[i].names));
            if (!other)
                ph_buffer_add(out, scan->bytes + child.from, end - child.from);
        }
    for (; next < LOOKS; next++)
        put_look(&looks[next], look, w, out);
}

void ph_properties_restyled(const struct ph_scan *scan, size_t from, size_t to, unsigned look,
                            struct ph_signer *signer, struct ph_buffer *out)
{
    const char *w = signer->prefix;
    ph_buffer_printf(out, "<%srPr>", w);
    put_looks(scan, from, to, look, w, out);
    ph_sign(signer, "rPrChange", ">", out);
    ph_properties_before(scan, 0, &from, &to);
    ph_buffer_printf(out, "<%srPr>%.*s</%srPr></%srPrChange></%srPr>", w, (int)(to - from),
                     scan->bytes + from, w, w, w);
}

void ph_properties_before(const struct ph_scan *scan, long own, size_t *from, size_t *to)
{
    struct ph_scan inside;
    struct ph_scan_token child;
    size_t end;
    if (!ph_scan_enter(scan, *from, *to, &inside)) {
        *to = *from;
        return;
    }
    *from = inside.at;
    while (ph_scan_child(&inside, &child, &end))
        if (own && ph_scan_is(&child, "rPrChange") && ph_scan_number(scan, &child, "id") >= own) {
            *from = child.to;
            *to = end;
            ph_properties_before(scan, 0, from, to);
            return;
        }
    *to = child.from;
}
