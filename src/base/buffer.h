/* A growing byte buffer: what every writer writes into. Always ends in a NUL that does not
 * count, so that .data is a C string (NULL while nothing was ever added: use ph_buffer_text). */
#ifndef PH_BASE_BUFFER_H
#define PH_BASE_BUFFER_H

#include <stddef.h>

struct ph_buffer {
    char *data;
    size_t length, capacity;
};

void ph_buffer_add(struct ph_buffer *buffer, const void *bytes, size_t length);
/* Where `length` more bytes may be written behind what is there; whoever writes them adjusts the
 * length, and puts a NUL behind them. */
char *ph_buffer_room(struct ph_buffer *buffer, size_t length);
void ph_buffer_put(struct ph_buffer *buffer, const char *text); /* NULL adds nothing */
void ph_buffer_char(struct ph_buffer *buffer, char c);
/* Adds text with its white space folded: a run of it is one space, none at the start of the buffer
 * or behind a space that is there. ph_buffer_trim takes away a space at the end. */
void ph_buffer_fold(struct ph_buffer *buffer, const char *text, size_t length);
void ph_buffer_trim(struct ph_buffer *buffer);
void ph_buffer_printf(struct ph_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The content as a C string, "" if empty; owned by the buffer. */
const char *ph_buffer_text(const struct ph_buffer *buffer);

/* Hands the content over (never NULL; the caller frees) and leaves the buffer empty. */
char *ph_buffer_take(struct ph_buffer *buffer);

void ph_buffer_clear(struct ph_buffer *buffer); /* keeps the memory */
/* Takes away what is behind the first `length` bytes, of which there are so many. */
void ph_buffer_cut(struct ph_buffer *buffer, size_t length);
void ph_buffer_free(struct ph_buffer *buffer);

#endif
