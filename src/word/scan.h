/* The bytes of an XML part as tags and text with their places, so that a change is made in the
 * bytes and all others stay as they are. Only for parts that base/xml.c has parsed: what is well
 * formed is not proved again, but no bytes lead out of the part or into a loop. */
#ifndef PH_WORD_SCAN_H
#define PH_WORD_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

/* What a name belongs to, by its prefix. */
enum ph_scan_space { PH_SCAN_OTHER, PH_SCAN_WORD, PH_SCAN_FORMULA };

enum ph_scan_kind {
    PH_SCAN_END,
    PH_SCAN_OPEN,  /* <w:p> */
    PH_SCAN_EMPTY, /* <w:p/> */
    PH_SCAN_CLOSE, /* </w:p> */
    PH_SCAN_TEXT,
    PH_SCAN_ASIDE /* a comment, an instruction, a declaration */
};

struct ph_scan_token {
    enum ph_scan_kind kind;
    enum ph_scan_space space;
    size_t from, to;  /* bytes of the part */
    const char *name; /* without its prefix, not ended by NUL */
    size_t name_length;
};

enum { PH_SCAN_PREFIXES = 64 };

struct ph_scan_prefix {
    const char *name;
    size_t length;
    enum ph_scan_space space;
};

struct ph_scan {
    const char *bytes;
    size_t length, at;
    struct ph_scan_prefix prefixes[PH_SCAN_PREFIXES]; /* those of known spaces */
    size_t prefix_count;
};

/* Begins at the start of a part. `name` is what messages call it. PH_FORMAT where the part is not
 * in UTF-8, holds CDATA, or has one prefix for two things: then nothing can be changed in it. */
enum ph_status ph_scan_start(struct ph_scan *scan, const char *name, const char *bytes,
                             size_t length, struct ph_error *error);
/* The same part from byte `from` to before `to`. */
struct ph_scan ph_scan_within(const struct ph_scan *scan, size_t from, size_t to);
/* The next token; false at the end, PH_SCAN_END. */
bool ph_scan_step(struct ph_scan *scan, struct ph_scan_token *token);
/* Goes on behind the end of the element that `token` opens (PH_SCAN_OPEN); returns where its end
 * tag begins. */
size_t ph_scan_over(struct ph_scan *scan, const struct ph_scan_token *token);

/* Steps into the element in bytes [from, to), whose start tag is passed; false: there is none, or
 * it is empty. */
bool ph_scan_enter(const struct ph_scan *scan, size_t from, size_t to, struct ph_scan *inside);
/* The next child of an element that was stepped into; false: there is none, and the token is its
 * end tag. `*to` is behind the child. */
bool ph_scan_child(struct ph_scan *inside, struct ph_scan_token *child, size_t *to);

/* Whether it is a tag of the element of WordprocessingML of that name. */
bool ph_scan_is(const struct ph_scan_token *token, const char *name);
/* The same, of one of the names, which end with NULL. */
bool ph_scan_is_among(const struct ph_scan_token *token, const char *const *names);
/* Whether the local name is that, in whatever space. */
bool ph_scan_named(const struct ph_scan_token *token, const char *name);
/* The value of an attribute of a tag, by its local name, as it stands in the bytes; false: it has
 * none. */
bool ph_scan_attribute(const struct ph_scan *scan, const struct ph_scan_token *token,
                       const char *name, const char **value, size_t *length);
/* A number that is an attribute; -1: there is none, or it is none. */
long ph_scan_number(const struct ph_scan *scan, const struct ph_scan_token *token,
                    const char *name);
/* The prefix of WordprocessingML with its colon, "" where it needs none. Writes into `out`. */
const char *ph_scan_own_prefix(const struct ph_scan *scan, char *out, size_t size);

#endif
