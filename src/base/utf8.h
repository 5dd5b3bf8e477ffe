/* UTF-8 through utf8proc. All text inside the program is valid UTF-8: readers call ph_utf8_clean
 * once on what comes in. Characters stay as they were written (composed or not): what is not to
 * change is not changed. Offsets are bytes. */
#ifndef PH_BASE_UTF8_H
#define PH_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Adds `bytes` to `out` as valid UTF-8 without BOM: bytes that are not UTF-8 are taken as
 * Windows-1252 (what old Word exports hold); NUL and other control characters except tab, line
 * feed and form feed are dropped; CR LF and CR become LF. Returns how many bytes were not
 * UTF-8. */
size_t ph_utf8_clean(const void *bytes, size_t length, struct ph_buffer *out);

/* The code point at text[at] (0 at the end); *next is the offset behind it. Valid UTF-8 only. */
int32_t ph_utf8_at(const char *text, size_t length, size_t at, size_t *next);

void ph_utf8_put(struct ph_buffer *out, int32_t code_point);
/* The bytes of a character: returns how many, 0 for what is none. */
size_t ph_utf8_encode(int32_t code_point, char bytes[4]);

/* The code point of a byte of Windows-1252; U+FFFD where it has none. */
int32_t ph_utf8_of_windows(unsigned char byte);

/* Columns on a terminal: wide characters count two, combining marks none. */
size_t ph_utf8_width(const char *text, size_t length);

/* Case-folded, composed (NFC), white space folded to single spaces, dashes and quotes of all kinds
 * made alike, no-break and soft hyphens plain: for comparing words, never for showing. Caller
 * frees. */
char *ph_utf8_fold(const char *text, size_t length);

bool ph_utf8_is_upper(int32_t code_point);
bool ph_utf8_is_lower(int32_t code_point);
bool ph_utf8_is_space(int32_t code_point); /* incl. no-break space */

/* The digit 0 to 9 that a raised one (superscript) stands for, -1: it is none. */
int ph_utf8_raised_digit(int32_t code_point);

/* The first letter of `text` made upper or lower case; caller frees. */
char *ph_utf8_capital(const char *text);
char *ph_utf8_small(const char *text);

#endif
