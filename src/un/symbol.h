/* Document symbols (UN-FORMAT section B). */
#ifndef PH_UN_SYMBOL_H
#define PH_UN_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>

enum ph_symbol_kind {
    PH_SYMBOL_NONE,
    PH_SYMBOL_RESOLUTION,    /* A/RES/73/331, A/RES/S-30/1, A/RES/ES-11/1, A/RES/2200(XXI) */
    PH_SYMBOL_DRAFT,         /* A/73/L.103, A/C.3/78/L.60 */
    PH_SYMBOL_DOCUMENT,      /* A/73/328, A/73/328–S/2018/592, S/2018/592, E/2024/10 */
    PH_SYMBOL_SC_RESOLUTION, /* S/RES/1373 (2001) */
    PH_SYMBOL_OTHER          /* S/PRST/2013/12, A/C.3/78/SR.12, GC(67)/RES/13, ... */
};

struct ph_symbol {
    enum ph_symbol_kind kind;
    int session;   /* of the General Assembly, 1...; 0: none in it (special sessions too) */
    int year;      /* four digits in it, 0: none */
    int number;    /* the last running number, 0: none */
    int committee; /* 1 to 6 for A/C.n, else 0 */
    char letter;   /* 'A' of A/RES/69/96 A, else 0 */
    bool special;  /* S- or ES- session */
    bool joint;    /* two symbols, joined with a dash: A/…–S/… */
    bool reissued; /* asterisk behind it */
};

/* Reads a symbol at the start of `text`, in printed, library or data-set form; also with the
 * hyphen or slash that joins two. *end is the offset behind it. */
bool ph_symbol_parse(const char *text, size_t length, struct ph_symbol *symbol, size_t *end);

/* The next symbol in text[from, length): its place in *start and *end; false when there is none.
 * Only as whole words ("and/or" is none). */
bool ph_symbol_find(const char *text, size_t length, size_t from, struct ph_symbol *symbol,
                    size_t *start, size_t *end);

/* The printed form of what stands in `text`: en dash between joint symbols, no asterisk,
 * "A/RES/69/96 A". Caller frees. */
char *ph_symbol_printed(const char *text, size_t length);

/* The symbol's form for a document of another session whose running numbers nobody knows yet:
 * A/73/328–S/2018/592 moved from session 73 to 75 gives A/75/[…]–S/2020/[…]. Every component that
 * equals `from_session` moves to `to_session`, every year moves along by the same count of years,
 * every running number becomes `unknown` ("[…]"). NULL when nothing in it follows the session.
 * Caller frees. */
char *ph_symbol_moved(const char *text, size_t length, int from_session, int to_session,
                      const char *unknown);

/* A form that ph_symbol_moved made, with the numbers supplied that it leaves open: `value` is the
 * whole symbol, joined by any dash, without what is joined to it if that has come to be a document
 * of its own, or, where one number is open, that number alone. `number` is the pattern of what a
 * number may be (PCRE2). "A/75/[…]" and "A/75/328" or "328" give "A/75/328". NULL when the value
 * is of another form. Caller frees. */
char *ph_symbol_supplied(const char *form, const char *unknown, const char *number,
                         const char *value);

/* The short number by which text cites a resolution: "73/331", "69/96 A", "S-30/1",
 * "2200 A (XXI)". Writes into `out`; "" when it is no resolution's symbol. */
const char *ph_symbol_short(const char *symbol, char *out, size_t size);

/* A file name made of a symbol: A_RES_73_331. Writes into `out`. */
const char *ph_symbol_file(const char *symbol, char *out, size_t size);

#endif
