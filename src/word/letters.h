/* The letters of paragraphs, with their places in the bytes of the part: what the reader made a
 * text of, letter by letter, and all that stands between the letters. */
#ifndef PH_WORD_LETTERS_H
#define PH_WORD_LETTERS_H

#include <stdint.h>

#include "word/story.h"

enum ph_letter_kind {
    PH_LETTER_WORD,  /* a character; code -1: any, a symbol of a font of its own */
    PH_LETTER_BLANK, /* white space, a tab, a break, the end of a paragraph that another follows */
    PH_LETTER_NOTE,  /* the mark of a footnote or an endnote */
    PH_LETTER_FIELD, /* the beginning, instruction, middle or end of a field */
    PH_LETTER_KEPT,  /* what stays in any case: a picture, the mark of a comment */
    PH_LETTER_ASIDE  /* what goes with the letters around it, and is none */
};

enum { PH_LETTER_NOWHERE = UINT32_MAX };

struct ph_letter {
    size_t from, to; /* bytes of the part; equal: none of its own */
    int32_t code;
    uint32_t run, element; /* indices; PH_LETTER_NOWHERE: in none */
    uint32_t field;        /* the outermost that it is in, from 1; 0: none */
    unsigned char kind;
    bool fixed; /* nothing may be cut in front of it or behind it */
};

struct ph_letter_run {
    size_t from, inner, end, to;      /* the element; its content is [inner, end) */
    size_t properties, properties_to; /* w:rPr; equal: none */
    size_t number;                    /* as the reader counts them in the paragraph */
    size_t first, count;              /* its letters */
    uint32_t paragraph;               /* index in ph_letters.paragraphs */
    unsigned flags;                   /* PH_STORY_... of what it stands in */
    bool top;                         /* directly in the paragraph */
    bool odd;   /* its properties are not its beginning: nothing may be cut in it */
    bool heard; /* the reader took words from it: ph_letters_hear */
};

/* A child of a run. Those that hold text may be cut between their letters. */
struct ph_letter_element {
    size_t from, named, inner, end, to; /* the name in the start tag ends at `named` */
    bool text;
    bool instruction;
    bool preserved; /* xml:space says that blanks count */
};

struct ph_letter_field {
    size_t first, end; /* letters; end 0: it is not closed here */
    bool reference;    /* shows the mark of a note */
};

struct ph_letter_paragraph {
    const struct ph_story_paragraph *place;
    size_t properties, properties_to; /* w:pPr; equal: none */
    size_t number;                    /* in the part */
    size_t first, count;              /* letters */
};

struct ph_letters {
    const struct ph_story *story;
    struct ph_letter *items;
    struct ph_letter_run *runs;
    struct ph_letter_element *elements;
    struct ph_letter_field *fields;
    struct ph_letter_paragraph *paragraphs;
    size_t count, capacity, run_count, run_capacity, element_count, element_capacity, field_count,
        field_capacity, paragraph_count, paragraph_capacity;
};

/* Forgets what was read; keeps the memory. */
void ph_letters_clear(struct ph_letters *letters, const struct ph_story *story);
/* Adds the letters of a paragraph of the story, which must exist; between two paragraphs comes a
 * blank. What somebody struck out is left out. */
void ph_letters_add(struct ph_letters *letters, size_t paragraph);
/* Where what a paragraph says begins, behind its properties. */
size_t ph_letters_begin(const struct ph_letter_paragraph *paragraph);
void ph_letters_free(struct ph_letters *letters);

#endif
