/* Comparing two documents: the marked document holds the words of both, with marks on nodes and
 * stretches of text that say what was inserted, deleted or moved. */
#ifndef PH_COMPARE_COMPARE_H
#define PH_COMPARE_COMPARE_H

#include "doc/node.h"

/* What a comparison amounts to. Headings and titles count as paragraphs, fields and footnotes do
 * not; the words of all of them count, those of whole paragraphs too, punctuation does not. What
 * only moved counts as moved. */
struct ph_changes {
    int paragraphs_inserted, paragraphs_deleted, paragraphs_moved, paragraphs_changed;
    int paragraphs_split, paragraphs_merged; /* ends of paragraphs that are new, that went */
    int words_inserted, words_deleted;
};

/* A new document: the new one's tree, with deleted nodes of the old one at their places and
 * inserted and deleted words marked. Numbers, also / further and footnote marks are properties:
 * a paragraph that only moved to another number is unchanged. Accepting all marks gives the words
 * of `after`, rejecting them those of `before`. Origins are those of `after`; so are italics,
 * placeholders and review marks, except italics on deleted words. Printed numbers
 * (as.paragraph.number) of operative paragraphs and sub-paragraphs that stay are those of
 * `before`: ph_number gives the new ones. Caller frees.
 *
 *  - A node that is inserted, deleted or moved carries its mark on everything in it, footnotes
 *    excepted. The two ends of a move are each other's twin and keep their own words; PH_DELETED
 *    on words of the old end and PH_INSERTED on those of the new one say how they differ.
 *  - In a node that stays, deleted words come before those inserted at the same place. A footnote
 *    mark that only one of the two texts has carries the name "inserted" or "deleted"; one
 *    without a name stays, whatever the words around it do.
 *  - Footnotes are compared through the sentences that mention them. Those that only `before` has
 *    are deleted FOOTNOTE nodes behind the others.
 *  - Fields of a masthead are known by their names: their order is that of `after`.
 *  - What is in `before` has its label there in ->was.
 *
 * A document that is marked itself is compared as if its changes were accepted. `lexicon` may be
 * NULL: then dates, symbols and the like are ordinary words. `changes` may be NULL. The time
 * grows with the length of the texts; hostile ones get a coarser answer. */
struct ph_document *ph_compare(const struct ph_lexicon *lexicon, const struct ph_document *before,
                               const struct ph_document *after, struct ph_changes *changes);

/* What else a comparison may show; or'ed. */
enum {
    /* Paragraphs that were split or merged are two that stay, and the end of the first is inserted
     * or deleted (enum ph_end). Without it the part that went elsewhere is deleted here and
     * inserted there, and every end is PH_END_KEPT. */
    PH_COMPARE_ENDS = 1,
    /* PH_RESTYLED on words that stay and are italic, bold or superscript in one of the two only. */
    PH_COMPARE_LOOKS = 2,
    /* With PH_COMPARE_LOOKS: what is italic by its kind alone (doc/stretch.h), and was not so in
     * the file, is not. For two states of one file. */
    PH_COMPARE_AS_READ = 4
};

/* What is asked of a comparison. */
struct ph_compare_order {
    unsigned ways; /* PH_COMPARE_... */
    /* With PH_COMPARE_ENDS: whether the end of a paragraph between these words of `before` may be
     * new or go. They are two paragraphs of it, or the two parts of one, each with its words and
     * its place. An end that may not is shown as without PH_COMPARE_ENDS. NULL: each may. */
    bool (*may_end)(void *judge, const struct ph_node *first, const struct ph_node *second,
                    enum ph_end end);
    void *judge;
};

/* ph_compare as ordered. */
struct ph_document *ph_compare_ordered(const struct ph_compare_order *order,
                                       const struct ph_lexicon *lexicon,
                                       const struct ph_document *before,
                                       const struct ph_document *after, struct ph_changes *changes);

/* The same with ways alone. */
struct ph_document *ph_compare_with(unsigned ways, const struct ph_lexicon *lexicon,
                                    const struct ph_document *before,
                                    const struct ph_document *after, struct ph_changes *changes);

/* Two paragraphs alone, however little they are alike: the words of both, with PH_INSERTED and
 * PH_DELETED on those that only one has, as a node of `document`, which owns it, in no place.
 * Footnote marks are left out, what stands in the paragraphs is not compared. `lexicon` as
 * above. */
struct ph_node *ph_compare_words(const struct ph_lexicon *lexicon, struct ph_document *document,
                                 const struct ph_node *before, const struct ph_node *after);

/* The words of a marked document with all changes accepted or rejected, as a plain document.
 * Where the end of a paragraph goes, it and the next become one with a space between them.
 * Numbers of paragraphs that stay are those by order when accepted, as printed before when
 * rejected. An opening phrase is kept as far as its words are. Caller frees. */
struct ph_document *ph_compare_take(const struct ph_document *marked, bool accept);

#endif
