/* The styles of a Word document (ECMA-376 part 1, section 17.7), as far as they say something of
 * the words: italics and the like, automatic numbers, headings. */
#ifndef PH_READ_DOCX_STYLES_H
#define PH_READ_DOCX_STYLES_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"

/* What a look can say; each is a switch. TINY: too small to be seen, which hides as well. */
enum ph_wml_trait {
    PH_WML_ITALIC,
    PH_WML_BOLD,
    PH_WML_VANISH,
    PH_WML_RAISED,
    PH_WML_TINY,
    PH_WML_LINED,    /* underlined */
    PH_WML_STRICKEN, /* a line goes through it */
    PH_WML_TINTED,   /* in a colour that is not dark */
    PH_WML_UPPER,    /* as capitals, large or small */
    PH_WML_SUNK,     /* subscript */
    PH_WML_TRAITS
};

/* 1: on, 0: off, -1: nothing is said. */
struct ph_wml_look {
    signed char traits[PH_WML_TRAITS];
    const char *font; /* NULL: nothing is said; "": that of the theme, whatever it is */
    long size;        /* half points; 0: nothing is said */
};

struct ph_wml_style {
    const char *id, *name;
    const char *based_on; /* NULL: on nothing */
    struct ph_wml_look look;
    long list;    /* of automatic numbers; -1: nothing is said, 0: none */
    long level;   /* in that list, from 0; -1: nothing is said */
    long outline; /* 0 to 8: a heading of that level; 9: none; -1: nothing is said */
    enum { PH_WML_OPEN, PH_WML_ON_THE_WAY, PH_WML_SETTLED } state;
};

struct ph_wml_styles {
    struct ph_wml_style *items; /* by id */
    size_t count, capacity;
    const struct ph_wml_style *paragraph; /* the default; NULL: none */
    struct ph_wml_look defaults;
    bool cyclic; /* some style is based on itself */
};

/* Reads w:styles (NULL: there are none) and settles what each style inherits, each link once. */
void ph_wml_read_styles(const xmlNode *root, struct ph_arena *arena, struct ph_wml_styles *styles);
void ph_wml_free_styles(struct ph_wml_styles *styles);
/* The style of that id, with all that it inherits; NULL: there is none. */
const struct ph_wml_style *ph_wml_style(const struct ph_wml_styles *styles, const char *id);

/* What a w:rPr says itself (NULL: nothing). */
struct ph_wml_look ph_wml_look_of(const xmlNode *properties);
/* Whether a trait holds of words with these direct properties in a run of a style in a paragraph of
 * a style (either may be NULL): what is said directly holds; switches in styles turn each other
 * over (section 17.7.3). */
bool ph_wml_wears(const struct ph_wml_styles *styles, const struct ph_wml_style *paragraph,
                  const struct ph_wml_style *run, const struct ph_wml_look *direct,
                  enum ph_wml_trait trait);

/* The font and the size of such words: likewise, NULL and 0 where nobody knows. */
struct ph_wml_look ph_wml_face(const struct ph_wml_styles *styles,
                               const struct ph_wml_style *paragraph, const struct ph_wml_style *run,
                               const struct ph_wml_look *direct);

#endif
