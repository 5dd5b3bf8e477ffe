/* Writing a pattern's file: what its steps share; for pattern_*.c only. */
#ifndef PH_LEARN_PATTERN_WRITER_H
#define PH_LEARN_PATTERN_WRITER_H

#include <libxml/hash.h>

#include "learn/pattern_file.h"

/* What is known of a node on its way into the file. */
struct ph_pattern_place {
    const struct ph_clause *clause; /* NULL: it belongs to none */
    size_t note;                    /* footnotes: the id, 0: none yet */
    xmlNode *element;               /* NULL: not written */
};

struct ph_pattern_writer {
    const struct ph_pattern *pattern;
    const struct ph_node *base; /* root of the base */
    char **names;               /* of the members: what other elements call them */
    xmlHashTable *places;       /* by address of the node: ph_pattern_place_of */
    size_t notes;               /* ids given */
    bool as_adopted;            /* what is written is the text alone: no members, no slots */
    xmlNode *root, *document;
};

/* The place of a node, made when it is first asked for. */
struct ph_pattern_place *ph_pattern_place_of(struct ph_pattern_writer *writer,
                                             const struct ph_node *node);

/* The base's text below an element: <document>, and behind it the footnotes that it mentions and
 * that stand outside of it. Returns the <document>. */
xmlNode *ph_pattern_add_base(struct ph_pattern_writer *writer, xmlNode *parent);

/* A node at the end of an element; what it is made of, into an element that is there already. */
xmlNode *ph_pattern_add_node(struct ph_pattern_writer *writer, xmlNode *parent,
                             const struct ph_node *node);
void ph_pattern_fill_node(struct ph_pattern_writer *writer, xmlNode *element,
                          const struct ph_node *node);

/* The clauses that the base no longer has, each behind the one that it followed. */
void ph_pattern_add_dropped(struct ph_pattern_writer *writer);

#endif
