/* Between the parts of the Akoma Ntoso reader. The walk knows at each element in which part of
 * which document it stands, and which paragraph is open around it. */
#ifndef PH_READ_AKN_H
#define PH_READ_AKN_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "base/xml.h"
#include "doc/node.h"
#include "un/lexicon.h"

enum ph_akn_zone {
    PH_AKN_TOP,
    PH_AKN_PREFACE,
    PH_AKN_MASTHEAD,
    PH_AKN_PREAMBLE,
    PH_AKN_BODY,
    PH_AKN_CONCLUSIONS,
    PH_AKN_ATTACHMENTS
};

/* What stands around the children of an element. */
struct ph_akn_around {
    enum ph_akn_zone zone;
    struct ph_node *holder; /* document or annex; NULL: none yet */
    struct ph_node *owner;  /* the paragraph that is open; NULL: none */
    bool statement;         /* of a resolution: its paragraphs are operative */
    int sections;           /* that are open */
};

struct ph_akn_reader {
    const struct ph_lexicon *lexicon;
    struct ph_document *document;
    xmlHashTable *notes; /* footnotes by eId */
    size_t blocks;       /* paragraphs so far, for spans */
    struct ph_akn_around around[PH_XML_DEPTH + 2];
    int depth;
    const xmlNode *unknown; /* the first element that nobody knows, and how many there are */
    size_t unknown_count;
};

/* What an element is: a document (the whole, or in an attachment), of a resolution or not; a
 * section, in our own files also a title in the text; a line of words; the part of a document that
 * it opens, else `outer`. */
bool ph_akn_is_document(const xmlNode *element);
bool ph_akn_is_resolution(const xmlNode *element);
bool ph_akn_is_section(const xmlNode *element);
bool ph_akn_is_title(const xmlNode *element);
bool ph_akn_is_line(const xmlNode *element);
bool ph_akn_is_wrapper(const xmlNode *element); /* around others, and nothing by itself */
enum ph_akn_zone ph_akn_zone_of(const xmlNode *element, enum ph_akn_zone outer);
/* The kind (enum ph_kind) of the paragraph that an element is, -1: it is none. */
int ph_akn_kind_of(const xmlNode *element, const struct ph_akn_around *around);
/* Whether its attribute `name` is that. */
bool ph_akn_is_named(const xmlNode *element, const char *wanted);

/* Whether words stand right in this element. */
bool ph_akn_has_words(const xmlNode *element);

/* The words inside an element, with what holds of them, as those of the node: italics, bold, raised
 * words, footnote marks, placeholders; deleted words are left out. The words that the node has
 * already stay before them. */
void ph_akn_read_words(struct ph_akn_reader *reader, xmlNode *element, struct ph_node *node);
/* Takes away the italics that the node's kind has by itself. */
void ph_akn_drop_known_italics(struct ph_node *node);

/* Makes a footnote of every <authorialNote> and <note>, to which marks can point; reads their words
 * and appends them to the document, in their order. */
void ph_akn_find_notes(struct ph_akn_reader *reader, xmlNode *root);
void ph_akn_read_notes(struct ph_akn_reader *reader, xmlNode *root);

/* A line of a masthead or of the conclusions: sets the fields that it holds, also those that only
 * the lexicon knows by their words. False: it holds none. */
bool ph_akn_read_line(struct ph_akn_reader *reader, xmlNode *line,
                      const struct ph_akn_around *around);
/* What the masthead did not say and the <meta> does: symbol, date; and what the document is. */
void ph_akn_read_meta(struct ph_akn_reader *reader, const xmlNode *element,
                      struct ph_node *document);

#endif
