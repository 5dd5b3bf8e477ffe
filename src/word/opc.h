/* The package of a Word document (Open Packaging Conventions, ECMA-376 part 2): its parts, whether
 * they lie in a zip archive (.docx) or in one XML file (Flat OPC), and the relations between
 * them. */
#ifndef PH_WORD_OPC_H
#define PH_WORD_OPC_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"

struct ph_opc;

/* From a part, or from the package, to another part or to the world. */
struct ph_opc_relation {
    const char *id;
    const char *type;   /* the last word of it: "styles", the same in strict and transitional */
    const char *target; /* "word/styles.xml"; external: as it is written */
    bool external;
};

struct ph_opc_relations {
    const struct ph_opc_relation *items;
    size_t count;
};

/* Opens a package of `length` bytes, which must stay while it is open; `name` is what messages
 * call it. PH_FORMAT, PH_LIMIT as ph_zip_open and ph_xml_parse; a flat file may have as many parts
 * as a zip. Close with ph_opc_close. */
enum ph_status ph_opc_open(const char *name, const void *bytes, size_t length, struct ph_opc **opc,
                           struct ph_error *error);
enum ph_status ph_opc_open_flat(const char *name, const void *bytes, size_t length,
                                struct ph_opc **opc, struct ph_error *error);
void ph_opc_close(struct ph_opc *opc); /* NULL is allowed */

/* The parts in the order of the package, `index` from 0: the name without a slash before it, and
 * in a flat file the content type that stands with the part (NULL: zip, or there is none). */
size_t ph_opc_count(const struct ph_opc *opc);
const char *ph_opc_name(const struct ph_opc *opc, size_t index);
const char *ph_opc_type(const struct ph_opc *opc, size_t index);

/* Parses a part. The tree belongs to the package and goes away with it. PH_NOTHING when there is no
 * such part; PH_FORMAT, PH_LIMIT when it cannot be read. */
enum ph_status ph_opc_root(struct ph_opc *opc, const char *part, xmlNode **root,
                           struct ph_error *error);

/* Gives a part back that is read and done with: `root` is gone, unless the file is flat. */
void ph_opc_release(struct ph_opc *opc, const xmlNode *root);

/* The main part, which must be a Word document, and its root; *several: the package names more than
 * one. PH_FORMAT when there is none. */
enum ph_status ph_opc_document(struct ph_opc *opc, const char **part, xmlNode **root, bool *several,
                               struct ph_error *error);

/* A part whose tree was changed since ph_opc_root gave it. */
struct ph_opc_change {
    const char *part;
    const xmlNode *root;
};

/* Appends the package with these parts as their trees are now; in a zip archive all others keep
 * their packed bytes. */
enum ph_status ph_opc_write(struct ph_opc *opc, const struct ph_opc_change *changes, size_t count,
                            struct ph_buffer *out, struct ph_error *error);

/* The relations of a part ("": of the package), none when there is no list of them. They belong to
 * the package. PH_FORMAT, PH_LIMIT when the list cannot be read. */
enum ph_status ph_opc_relate(struct ph_opc *opc, const char *part,
                             struct ph_opc_relations *relations, struct ph_error *error);
/* The next relation of a type to a part behind `after` (NULL: the first); NULL: there is none. */
const struct ph_opc_relation *ph_opc_next(const struct ph_opc_relations *relations,
                                          const struct ph_opc_relation *after, const char *type);

#endif
