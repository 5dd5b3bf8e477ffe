/* The numbers of paragraphs as they are typed (UN-FORMAT rules 12 and 14): "8.", "(a)", "(iv)",
 * "a.", "ii."; also the forms that the rules find fault with ("1)", "a)", a bullet), so that they
 * are seen as numbers and not as words. */
#ifndef PH_READ_LABEL_H
#define PH_READ_LABEL_H

#include <stdbool.h>
#include <stddef.h>

/* What encloses the number: a label goes on from the one before only within one style. */
enum ph_label_style { PH_LABEL_DOT, PH_LABEL_BRACKETS, PH_LABEL_HALF_BRACKET, PH_LABEL_BULLET };

struct ph_paragraph_label {
    enum ph_label_style style;
    size_t length; /* bytes, without the space behind it */
    bool quoted;   /* an opening quotation mark stands before it: text that is to be inserted */
    int decimal;   /* 8; 0: it is none */
    int letter;    /* (a) 1, (z) 26, (aa) 27; 0: it is none */
    int roman;     /* (i) 1, (iv) 4; 0: it is none. "(i)", "(v)", "(c)" can be both */
};

/* Reads a label at the start of `text`; white space or the end of the text must follow it. */
bool ph_label_read(const char *text, size_t length, struct ph_paragraph_label *label);
/* The label that stands on a paragraph, as printed: a bullet where it has none of these forms, and
 * no number where nothing is printed (NULL). */
struct ph_paragraph_label ph_label_of(const char *printed);
/* Whether it numbers a paragraph of the first level: "8.", and neither "(8)" nor a quoted number.
 */
bool ph_label_is_main(const struct ph_paragraph_label *label);
/* Whether a text starts with a label; whether it is one and nothing more. */
bool ph_label_starts(const char *text, size_t length);
bool ph_label_is_all(const char *text, size_t length);

#endif
