/* Footnotes and endnotes: which there are, in the order in which the text mentions them, and which
 * a bookmark stands for. */
#ifndef PH_READ_DOCX_NOTES_H
#define PH_READ_DOCX_NOTES_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"

struct ph_wml_note {
    bool end; /* an endnote */
    long id;
    const char *label;      /* "3"; "*" where the mark is typed */
    const xmlNode *element; /* w:footnote, w:endnote; NULL: there is none of that id */
    size_t paragraph;       /* how many paragraphs of the part stand before it */
    size_t order;           /* of first mention, from 0 */
};

/* A bookmark around the mark of a note. */
struct ph_wml_bookmark {
    const char *name;
    bool end;
    long id;
};

struct ph_wml_notes {
    struct ph_wml_note *items; /* by kind and id */
    size_t count, capacity;
    struct ph_wml_bookmark *bookmarks; /* by name */
    size_t bookmark_count, bookmark_capacity;
};

/* Finds the marks in the body and gives each note its label. */
void ph_wml_find_notes(const xmlNode *body, struct ph_arena *arena, struct ph_wml_notes *notes);
/* Finds the notes themselves in w:footnotes or w:endnotes (`end`); those that nothing mentions come
 * behind the others. Returns how many these are. */
size_t ph_wml_list_notes(const xmlNode *root, bool end, struct ph_arena *arena,
                         struct ph_wml_notes *notes);
void ph_wml_free_notes(struct ph_wml_notes *notes);

/* NULL: there is none. */
const struct ph_wml_note *ph_wml_note(const struct ph_wml_notes *notes, bool end, long id);
const struct ph_wml_note *ph_wml_note_at(const struct ph_wml_notes *notes, const char *bookmark,
                                         size_t length);
/* Sorts the notes by first mention: from then on nothing is found by id or bookmark. */
void ph_wml_sort_notes(struct ph_wml_notes *notes);

#endif
