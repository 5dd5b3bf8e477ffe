/* Inside of taking revisions: one part of a package at work. */
#ifndef PH_WORD_TAKE_PART_H
#define PH_WORD_TAKE_PART_H

#include "word/element.h"
#include "word/take/take.h"

/* What an element is to the one who takes revisions: revisions.def; PLAIN: nothing. */
enum ph_take_kind {
    PH_TAKE_PLAIN,
    PH_TAKE_CAME,
    PH_TAKE_WENT,
    PH_TAKE_CELL_CAME,
    PH_TAKE_CELL_WENT,
    PH_TAKE_MERGE,
    PH_TAKE_OLD,
    PH_TAKE_RECORD,
    PH_TAKE_START,
    PH_TAKE_TAGS_CAME,
    PH_TAKE_TAGS_WENT,
    PH_TAKE_END,
    PH_TAKE_WORDS,
    PH_TAKE_MARKER
};

/* An element that is a revision, or belongs to one, as it was found. */
struct ph_take_item {
    xmlNode *element;
    enum ph_take_kind kind;
    bool chosen; /* its author is asked for */
};

/* Things that are named elsewhere in the package: notes and comments; and what other parts say of
 * a comment by its paragraphs, as which one it answers ([MS-DOCX] 2.5.3). */
enum ph_take_thing {
    PH_TAKE_FOOTNOTES,
    PH_TAKE_ENDNOTES,
    PH_TAKE_COMMENTS,
    PH_TAKE_ANSWERS,
    PH_TAKE_THINGS
};

/* The ids of things whose mark went away, in the order in which they went. */
struct ph_take_ids {
    const char **items;
    size_t count, capacity;
};

/* Elements to be looked at again. */
struct ph_take_nodes {
    xmlNode **items;
    size_t count, capacity;
};

struct ph_take_part {
    const char *name; /* "word/document.xml" */
    const struct ph_take_order *order;
    struct ph_take_ids *lost; /* of the package: one for each kind of things */
    xmlNode *root, *end; /* the first element behind the part in its file; NULL: there is none */
    xmlNode *grave;      /* holds what went away until the part is written */
    struct ph_take_item *items;
    size_t count, capacity;
    struct ph_take_nodes paragraphs; /* those whose mark went away, in document order */
    struct ph_take_nodes tags;       /* elements that are to leave what they hold in their place */
    bool changed, cut,
        moved;   /* anything; a field; the end of a range that stood in what went away */
    int lifted;  /* names that are declared at the root since */
    int strange; /* the line of an element whose names would mean something else; 0: none */
};

/* ---- part.c ---- */

/* Lists the revisions of a part, whose name, root, order and list of lost things are there. */
void ph_take_open(struct ph_take_part *part);
void ph_take_revisions(struct ph_take_part *part); /* takes those that are chosen */
void ph_take_close(struct ph_take_part *part);     /* before its tree goes away */

/* ---- thing.c ---- */

/* Takes out of the parts what only marks asked for that went away, and the ranges of comments. */
void ph_take_things(struct ph_take_part *parts, size_t count, enum ph_take_thing thing);

/* ---- report.c ---- */

/* Counts the revisions of a part that were taken or left; the names are those of its tree until
 * they are summed up. */
void ph_take_count(const struct ph_take_part *part, struct ph_take_report *report);
void ph_take_sum(struct ph_take_report *report);

/* ---- find.c ---- */

enum ph_take_kind ph_take_kind_of(const xmlNode *element);
/* Lists all revisions of the part in document order. */
void ph_take_find(struct ph_take_part *part);
/* Chooses the ends of the ranges whose beginning is chosen, and lists the elements whose tags go.
 */
void ph_take_find_ranges(struct ph_take_part *part);
void ph_take_list(struct ph_take_nodes *nodes, xmlNode *node);
/* The next element of the part, NULL behind the last; `over`: not what is inside of it. */
xmlNode *ph_take_step(const struct ph_take_part *part, const xmlNode *element, bool over);
/* The kind of things that an element is the mark of; PH_TAKE_THINGS: of none. */
enum ph_take_thing ph_take_thing_of(const xmlNode *element);
/* The id of a thing, where it stands and where it is named; NULL: there is none. */
const char *ph_take_id_of(const xmlNode *element, enum ph_take_thing thing);
/* Whether it is an element of properties: its name ends in Pr. */
bool ph_take_is_properties(const xmlNode *element);
/* Whether what came in, or went away, is to go now. */
bool ph_take_goes(const struct ph_take_part *part, bool came);

/* ---- tree.c: the tree changes only here ---- */

/* Takes an element out, with all that is inside. The ends of what spans words stay, in its place,
 * and are remembered (ph_take_was_moved); ids of notes and comments in it are lost. What held only
 * it goes, too. */
void ph_take_remove(struct ph_take_part *part, xmlNode *element);
/* Takes out a mark that nothing else belongs to; properties that were only it go, too. */
void ph_take_drop(struct ph_take_part *part, xmlNode *mark);
/* Puts the children in the place of the element. */
void ph_take_unwrap(struct ph_take_part *part, xmlNode *element);
/* Puts all children of `from` behind `after`, a child of `to` (NULL: before its first). */
void ph_take_splice(struct ph_take_part *part, xmlNode *from, xmlNode *to, xmlNode *after);
/* Puts an element behind `after`, a child of `parent` (NULL: before the first). */
void ph_take_move(struct ph_take_part *part, xmlNode *element, xmlNode *parent, xmlNode *after);
/* What an element declares, its children must find elsewhere when they leave it, and others when
 * they come in: at the root, unless a prefix means something else there, or there are too many
 * (part->strange). */
void ph_take_lift_names(struct ph_take_part *part, const xmlNode *element);
bool ph_take_is_gone(const struct ph_take_part *part, const xmlNode *element);
/* The end of a range that was left where words went away. */
bool ph_take_was_moved(const xmlNode *marker);
void ph_take_mark_moved(struct ph_take_part *part, xmlNode *marker);

/* ---- what each kind of revision asks for ---- */

void ph_take_content(struct ph_take_part *part, const struct ph_take_item *item);
void ph_take_cell(struct ph_take_part *part, const struct ph_take_item *item);
void ph_take_merge(struct ph_take_part *part, const struct ph_take_item *item);
void ph_take_old(struct ph_take_part *part, const struct ph_take_item *item);
void ph_take_formula(struct ph_take_part *part, xmlNode *object); /* its content stays */

/* ---- what is put in order when all is taken ---- */

void ph_take_mark_paragraph(struct ph_take_part *part, xmlNode *paragraph); /* it has no mark */
void ph_take_join(struct ph_take_part *part, xmlNode *paragraph);
void ph_take_tags(struct ph_take_part *part, xmlNode *element);
void ph_take_fields(struct ph_take_part *part);
void ph_take_markers(struct ph_take_part *part);

#endif
