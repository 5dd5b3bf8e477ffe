/* Two paragraphs alone: which of them belong together the caller knows. */
#include <stdlib.h>

#include "compare/compare.h"
#include "compare/match.h"
#include "compare/merge.h"

/* The words of a paragraph and where its opening phrase stands, without footnote marks and looks.
 */
static struct ph_node *copy_words(struct ph_document *document, const struct ph_node *node)
{
    struct ph_node *copy = ph_node_new(document, node->kind, "");
    ph_text_set(copy, node->text.bytes, node->text.length);
    if (ph_is_paragraph(node))
        copy->as.paragraph.opening = node->as.paragraph.opening;
    return copy;
}

struct ph_node *ph_compare_words(const struct ph_lexicon *lexicon, struct ph_document *document,
                                 const struct ph_node *before, const struct ph_node *after)
{
    struct ph_document old = {.root = copy_words(document, before)};
    struct ph_document new = {.root = copy_words(document, after)};
    struct ph_vocabulary *vocabulary = ph_vocabulary_new(lexicon);
    struct ph_side sides[PH_SIDES];
    struct ph_changes changes = {0};
    size_t n, m;
    ph_sides_read(vocabulary, lexicon, &old, &new, sides);
    ph_sides_join(sides, 0, 0, PH_KEPT);
    const struct ph_word *a = ph_side_words(&sides[PH_BEFORE], 0, &n);
    const struct ph_word *b = ph_side_words(&sides[PH_AFTER], 0, &m);
    size_t *match = ph_alloc(n * sizeof *match);
    ph_words_match(a, n, b, m, match);
    const struct ph_pair pair = {sides, 0, 0, match, false, false};
    ph_merge(&pair, &changes);
    free(match);
    ph_side_free(&sides[PH_BEFORE]);
    ph_side_free(&sides[PH_AFTER]);
    ph_vocabulary_free(vocabulary);
    return new.root;
}
