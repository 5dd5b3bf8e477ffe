/* Whether a Word document is whole: the package and its parts, and in them the identifiers,
 * revisions, moves, fields, bookmarks, notes, comments, styles and numbers that belong together
 * (ECMA-376 parts 1 and 2; the source of each rule stands in faults.def).
 *
 * Not a validator of the whole schema: it looks for what makes Word speak of unreadable content,
 * and for what Word takes without a word and makes something else of. */
#ifndef PH_WORD_VERIFY_VERIFY_H
#define PH_WORD_VERIFY_VERIFY_H

#include <stddef.h>

#include "base/memory.h"
#include "base/status.h"
#include "doc/finding.h"

enum ph_fault_kind {
#define PH_FAULT(id, name, severity, what, source) PH_FAULT_##id,
#include "word/verify/faults.def"
#undef PH_FAULT
    PH_FAULT_COUNT
};

/* What is known of a kind of fault: its name ("revision-nested"), how grave it is, what is wrong,
 * and where that is said. */
struct ph_fault_kind_info {
    const char *name;
    enum ph_severity severity;
    const char *what, *source;
};
const struct ph_fault_kind_info *ph_fault_info(enum ph_fault_kind kind);

struct ph_fault {
    enum ph_fault_kind kind;
    const char *part;   /* "word/document.xml"; "": the package */
    size_t paragraph;   /* of the part, from 1; 0: the part as a whole, or outside of paragraphs */
    const char *detail; /* which one: "w:ins in w:ins", "style “Foo”" */
};
/* "word/document.xml, paragraph 3"; gives `out` back. */
const char *ph_fault_place(const struct ph_fault *fault, char *out, size_t size);

/* How many faults are listed; those beyond are only counted. */
enum { PH_FAULTS_LISTED = 1000 };

struct ph_faults {
    struct ph_arena *arena; /* owns the texts */
    struct ph_fault *items; /* by the name of the part, and paragraph */
    size_t count, capacity;
    size_t of[PH_FAULT_COUNT]; /* how many there are of each kind */
};
void ph_faults_free(struct ph_faults *faults); /* NULL is allowed */

/* Verifies a document of `length` bytes: a package (.docx) or a Flat OPC file; `name` is what
 * messages call it. *faults is the caller's to free. PH_FORMAT when it is neither, or a package of
 * something else; what is wrong with a Word document is a fault. In time n log n of its length. */
enum ph_status ph_word_verify(const char *name, const void *bytes, size_t length,
                              struct ph_faults **faults, struct ph_error *error);

struct ph_word_bytes {
    const void *bytes;
    size_t length;
};

/* Before a document is written: PH_INTERNAL, with a fault, when it has one; `before` (NULL: none)
 * is what it was made of, and of each kind of error it may have as many as that, and any warning.
 * PH_FORMAT when `before` has to be looked at and is no Word document. */
enum ph_status ph_word_guard(const char *name, const struct ph_word_bytes *before,
                             const struct ph_word_bytes *after, struct ph_error *error);

#endif
