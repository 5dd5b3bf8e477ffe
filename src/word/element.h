/* Elements of WordprocessingML: their names, values and order. */
#ifndef PH_WORD_ELEMENT_H
#define PH_WORD_ELEMENT_H

#include <libxml/tree.h>
#include <stdbool.h>

/* What the reader of paragraphs does with an element: elements.def. */
enum ph_wml_role {
    PH_WML_THROUGH,
    PH_WML_SKIP,
    PH_WML_RUN,
    PH_WML_TEXT,
    PH_WML_TAB,
    PH_WML_BREAK,
    PH_WML_HYPHEN,
    PH_WML_SYMBOL_CHARACTER,
    PH_WML_INSTRUCTION,
    PH_WML_FIELD,
    PH_WML_SIMPLE_FIELD,
    PH_WML_FOOTNOTE,
    PH_WML_ENDNOTE,
    PH_WML_COMMENT_MARK,
    PH_WML_OBJECT,
    PH_WML_ALT_CHUNK,
    PH_WML_STRANGE /* of WordprocessingML, and not known */
};

/* What becomes of words: kept, inserted, struck out, or at either end of a move. */
enum ph_wml_change {
    PH_WML_KEPT,
    PH_WML_INSERTED,
    PH_WML_MOVED_TO,
    PH_WML_DELETED,
    PH_WML_MOVED_FROM
};

/* The namespaces that are told apart, in strict and transitional documents alike. */
enum ph_wml_space {
    PH_WML_UNASKED,
    PH_WML_WORD,
    PH_WML_FORMULA,
    PH_WML_RELATION,      /* r:id */
    PH_WML_COMPATIBILITY, /* mc:Ignorable (ECMA-376 part 3) */
    PH_WML_WORD_2010,     /* w14:paraId ([MS-DOCX]) */
    PH_WML_OTHER
};
enum ph_wml_space ph_wml_space_of(xmlNs *ns); /* NULL: other */

/* Whether a node is the element of WordprocessingML of that name. */
bool ph_wml_is(const xmlNode *node, const char *name);
enum ph_wml_role ph_wml_role_of(const xmlNode *element);
enum ph_wml_role ph_wml_role_named(const char *name); /* of WordprocessingML */
/* The first child of that name, NULL: none. `parent` may be NULL. */
const xmlNode *ph_wml_first(const xmlNode *parent, const char *name);
/* The attribute w:val of a child; NULL: no such child, or no value. */
const char *ph_wml_value(const xmlNode *parent, const char *child);
/* An attribute that is a number; `otherwise`: missing, or beyond all that makes sense. */
long ph_wml_number(const xmlNode *element, const char *attribute, long otherwise);
/* A switch as an element: on, unless its value says that it is off. */
bool ph_wml_is_on(const xmlNode *element);
bool ph_wml_is_gone(enum ph_wml_change change); /* struck out, or moved away */
/* Of two changes the one that counts: struck out is struck out, whoever inserted it before. */
enum ph_wml_change ph_wml_stronger(enum ph_wml_change one, enum ph_wml_change other);
enum ph_wml_change ph_wml_change_of(const xmlNode *element); /* what w:ins, w:del, ... say */
/* The change that stands among properties (NULL: none), and the one of all that is around words:
 * the element itself and those above it below `top` (NULL: all). */
enum ph_wml_change ph_wml_change_among(const xmlNode *properties);
enum ph_wml_change ph_wml_change_around(const xmlNode *element, const xmlNode *top);

/* A day or a moment (ISO 8601, UTC) as revisions and comments have it (ST_DateTime, ECMA-376 part
 * 1, 22.9.2.5): of a day, its midnight. NULL gives NULL. Writes into `out`. */
enum { PH_WML_MOMENT = 32 };
const char *ph_wml_moment(const char *date, char out[PH_WML_MOMENT]);

/* The next element inside of `top` in document order, NULL behind the last; `over`: not what is
 * inside of it. Of alternative contents (ECMA-376 part 3) only the first choice is met. */
xmlNode *ph_wml_step(const xmlNode *top, const xmlNode *element, bool over);
/* Whether there is an element of that name somewhere inside. */
bool ph_wml_has_inside(const xmlNode *top, const char *name);

#endif
