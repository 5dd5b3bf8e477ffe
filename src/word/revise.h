/* Changes of the letters of paragraphs, put into the bytes as revisions: runs are cut where a
 * change begins and ends, what goes is wrapped in w:del or w:moveFrom (ECMA-376 part 1, 17.13.5),
 * what looks otherwise says so in its properties, and what comes stands between the runs. */
#ifndef PH_WORD_REVISE_H
#define PH_WORD_REVISE_H

#include "word/letters.h"
#include "word/properties.h"
#include "word/splice.h"

/* Runs that come, with the element around them that makes them a revision. */
struct ph_insertion {
    size_t letter;     /* they stand before it, behind the one before it */
    size_t at, length; /* bytes of ph_revision.bytes */
    size_t place;      /* set by ph_revise: the place in the part; 0: inside of a run */
    int yields;        /* 0; -1 or 1: where it cannot stand there, it comes before or behind that */
};

struct ph_revision {
    const struct ph_letters *letters;
    unsigned char *changes; /* enum ph_wml_change of each letter: KEPT, DELETED, MOVED_FROM */
    unsigned char *looks;   /* PH_LOOK_... of each, where `restyles` */
    bool restyles;
    size_t capacity;
    struct ph_insertion *insertions; /* in order */
    size_t count, insertion_capacity;
    struct ph_buffer bytes;
};

/* Begins with all letters kept. */
void ph_revision_begin(struct ph_revision *revision, const struct ph_letters *letters);
void ph_revision_insert(struct ph_revision *revision, size_t letter, const struct ph_buffer *runs);
/* The same for what may stand elsewhere: the nearest place before the letter (step -1) or behind it
 * (1) in its paragraph. The ends of a paragraph take all that comes. */
void ph_revision_insert_near(struct ph_revision *revision, size_t letter, int step,
                             const struct ph_buffer *marks);
/* Lets a letter that stays look otherwise. False: it cannot. */
bool ph_revision_restyle(struct ph_revision *revision, size_t letter, unsigned look);
static inline unsigned ph_revision_look(const struct ph_revision *revision, size_t letter)
{
    return revision->restyles ? revision->looks[letter] : 0;
}
void ph_revision_free(struct ph_revision *revision);

/* Adds the splices that make the changes. NULL; or why they cannot be made, a clause ("it is within
 * a field"): then the splices are of no use. */
const char *ph_revise(struct ph_revision *revision, struct ph_signer *signer,
                      struct ph_splices *splices);

/* Whether a paragraph can be parted in front of a letter: it stands there in the paragraph itself,
 * or in a run that does and can be cut. */
bool ph_revise_can_part(const struct ph_letters *letters, size_t letter);

/* The second half of ph_revise, for changes that are settled: each insertion has its place
 * (revise_write.c). */
void ph_revision_write(struct ph_revision *revision, struct ph_signer *signer,
                       struct ph_splices *splices);

/* The name of the element of a change: "del", "moveTo". */
const char *ph_wml_change_name(enum ph_wml_change change);

#endif
