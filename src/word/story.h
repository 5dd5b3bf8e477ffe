/* The paragraphs of a part, in its bytes: counted as the reader counts them (struct ph_span_run),
 * so that what it read can be found and changed. */
#ifndef PH_WORD_STORY_H
#define PH_WORD_STORY_H

#include "word/element.h"
#include "word/scan.h"

/* ---- elements as the reader meets them ---- */

/* What holds of all that an element holds. */
enum ph_story_flag {
    PH_STORY_BOX = 1,     /* in a text box, or else in a run */
    PH_STORY_CHANGED = 2, /* in somebody's revision: new or moved here */
    PH_STORY_GONE = 4,    /* in somebody's revision: struck out or moved away */
    PH_STORY_FIXED = 8, /* where nothing may be cut: in a field of one element, in a run in a run */
    PH_STORY_RUN = 16   /* in a run */
};

enum { PH_STORY_DEPTH = 256 }; /* more than base/xml.h lets through */

struct ph_story_frame {
    unsigned flags;
    bool alternative, taken; /* alternative contents, and whether one was met */
    bool row;
};

/* Steps through tags, and of alternative contents only through the first choice. */
struct ph_story_walk {
    struct ph_scan scan;
    long own; /* as ph_story.own */
    struct ph_story_frame stack[PH_STORY_DEPTH];
    size_t depth;
    bool odd; /* what cannot be counted as the reader does was met */
};

/* The next tag; those that open an element stand on the stack, with the flags of what is around
 * them, until their end is met. */
bool ph_story_step(struct ph_story_walk *walk, struct ph_scan_token *token);
/* Leaves an element that was opened last, and all that it holds, out. Returns where its end tag
 * begins. */
size_t ph_story_skip(struct ph_story_walk *walk, const struct ph_scan_token *token);
/* What the reader does with an element. */
enum ph_wml_role ph_story_role(const struct ph_scan_token *token);
/* Whether what has that number is as if it had not come. */
bool ph_story_is_own(const struct ph_story_walk *walk, const struct ph_scan_token *token);
/* The flag of all that a revision, or a comment that is as if it had not come, holds; 0: the tag is
 * none of those. */
unsigned ph_story_revision(const struct ph_story_walk *walk, const struct ph_scan_token *token);
static inline unsigned *ph_story_flags(struct ph_story_walk *walk)
{
    return &walk->stack[walk->depth].flags;
}

/* ---- paragraphs ---- */

struct ph_story_paragraph {
    size_t from, inner, end, to; /* the element; its content is [inner, end) */
    unsigned flags;              /* of what is around it */
    bool last;                   /* no paragraph follows it directly */
    bool in_field;               /* begins inside of a field */
};

struct ph_story {
    struct ph_scan scan; /* of the part, at its start */
    long own;            /* revisions from this number on are as if they were rejected, and comments
                            as if they had not come; 0: none */
    struct ph_story_paragraph *items;
    size_t count, capacity;
    size_t end; /* where the end tag of the root begins */
};

/* Finds the paragraphs of a part; `name` is what messages call it, story->own is set. PH_FORMAT as
 * ph_scan_start, and where alternatives stand so that they cannot be counted. Free with
 * ph_story_free. */
enum ph_status ph_story_read(struct ph_story *story, const char *name, const char *bytes,
                             size_t length, struct ph_error *error);
void ph_story_free(struct ph_story *story);

#endif
