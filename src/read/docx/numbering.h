/* Automatic numbers (ECMA-376 part 1, section 17.9): which number a paragraph shows. */
#ifndef PH_READ_DOCX_NUMBERING_H
#define PH_READ_DOCX_NUMBERING_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "read/docx/styles.h"

enum { PH_WML_LEVELS = 9, PH_WML_LISTS = 20000 }; /* more lists than that are not read */

struct ph_wml_level {
    const char *form;  /* "decimal", "lowerLetter", ... */
    const char *text;  /* "%1.", "(%2)" */
    const char *style; /* of the paragraphs that have this level; NULL: any */
    int start;
    int restart; /* levels below this one, from 0, begin it anew: its own number is the rule */
    bool legal;  /* all numbers in digits */
};

/* A list as it is defined; what shares it counts on. */
struct ph_wml_list {
    long id;
    const char *style; /* has the same numbers as that style's list; NULL: has its own */
    struct ph_wml_level levels[PH_WML_LEVELS];
    int counts[PH_WML_LEVELS]; /* the last number; -1: none yet, or it begins anew */
};

/* A list as paragraphs name it. */
struct ph_wml_instance {
    long id;
    long list;                 /* the id of its definition */
    int starts[PH_WML_LEVELS]; /* where it starts anew when it is first named; -1: it goes on */
    const struct ph_wml_level *levels[PH_WML_LEVELS]; /* instead of the list's; NULL: the list's */
    bool named;
};

struct ph_wml_numbering {
    struct ph_wml_list *lists;         /* by id */
    struct ph_wml_instance *instances; /* by id */
    size_t list_count, list_capacity, instance_count, instance_capacity;
};

/* Reads w:numbering (NULL: there is none). */
void ph_wml_read_numbering(const xmlNode *root, struct ph_arena *arena,
                           struct ph_wml_numbering *numbering);
void ph_wml_free_numbering(struct ph_wml_numbering *numbering);

/* Adds the number of the next paragraph of that list and level to `out`: "8.", "(a)", a bullet.
 * level -1: the one that belongs to `style` (may be NULL), else the first. `count`: whether it
 * counts; a paragraph that is struck out does not. false: it shows none. *known: whether the form
 * of the number is known; else it is in digits. */
bool ph_wml_next_number(struct ph_wml_numbering *numbering, const struct ph_wml_styles *styles,
                        long list, long level, const struct ph_wml_style *style, bool count,
                        struct ph_buffer *out, bool *known);

/* ---- number_form.c ---- */

/* Adds `value` in a form of numbers ("lowerRoman"); false: the form is not known, and the number
 * is in digits. */
bool ph_wml_put_number(const char *form, int value, struct ph_buffer *out);

#endif
