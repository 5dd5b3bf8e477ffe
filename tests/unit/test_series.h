/* Small resolutions of one series, for what is learned of them. */
#ifndef PH_TEST_SERIES_H
#define PH_TEST_SERIES_H

#include "doc/node.h"

/* A resolution of paragraphs: "P text" preambular, "O text" operative; NULL ends. */
static struct ph_document *resolution(const struct ph_lexicon *lexicon, const char *number,
                                      const char *adopted, const char *const *paragraphs)
{
    struct ph_document *document = ph_document_new(number);
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    root->as.document.genre = PH_RESOLUTION;
    ph_set_field(root, PH_FIELD_NUMBER, number);
    ph_set_field(root, PH_FIELD_ADOPTED, adopted);
    ph_add(root, PH_TITLE, "Cooperation in small things");
    ph_add(root, PH_ORGAN, "The General Assembly,");
    for (; *paragraphs; paragraphs++) {
        bool preambular = (*paragraphs)[0] == 'P';
        struct ph_node *node =
            ph_add(root, preambular ? PH_PREAMBULAR : PH_OPERATIVE, *paragraphs + 2);
        ph_lexicon_opening(lexicon, node->text.bytes, node->text.length,
                           preambular ? PH_PREAMBLE : PH_OPERATIVE_PART,
                           &node->as.paragraph.opening);
    }
    ph_document_number(document);
    return document;
}

#endif
