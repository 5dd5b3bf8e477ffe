#include "base/buffer.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void reserve(struct ph_buffer *buffer, size_t more)
{
    size_t wanted = buffer->length + more + 1;
    if (wanted <= buffer->capacity)
        return;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < wanted)
        capacity *= 2;
    buffer->data = ph_realloc(buffer->data, capacity);
    buffer->capacity = capacity;
}

char *ph_buffer_room(struct ph_buffer *buffer, size_t length)
{
    reserve(buffer, length);
    return buffer->data + buffer->length;
}

void ph_buffer_add(struct ph_buffer *buffer, const void *bytes, size_t length)
{
    reserve(buffer, length);
    if (length)
        memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void ph_buffer_put(struct ph_buffer *buffer, const char *text)
{
    if (text)
        ph_buffer_add(buffer, text, strlen(text));
}

void ph_buffer_char(struct ph_buffer *buffer, char c)
{
    ph_buffer_add(buffer, &c, 1);
}

void ph_buffer_fold(struct ph_buffer *buffer, const char *text, size_t length)
{
    reserve(buffer, length);
    char *out = buffer->data + buffer->length;
    for (const char *end = text + length; text < end; text++) {
        if (*text != ' ' && *text != '\t' && *text != '\r' && *text != '\n')
            *out++ = *text;
        else if (out > buffer->data && out[-1] != ' ')
            *out++ = ' ';
    }
    *out = '\0';
    buffer->length = (size_t)(out - buffer->data);
}

void ph_buffer_trim(struct ph_buffer *buffer)
{
    while (buffer->length > 0 && buffer->data[buffer->length - 1] == ' ')
        buffer->data[--buffer->length] = '\0';
}

void ph_buffer_printf(struct ph_buffer *buffer, const char *format, ...)
{
    enum { USUAL = 255 }; /* what is longer is printed twice */
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    reserve(buffer, USUAL);
    size_t room = buffer->capacity - buffer->length;
    int length = vsnprintf(buffer->data + buffer->length, room, format, list);
    va_end(list);
    if (length > 0 && (size_t)length >= room) {
        reserve(buffer, (size_t)length);
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    }
    buffer->length += length > 0 ? (size_t)length : 0;
    buffer->data[buffer->length] = '\0';
    va_end(again);
}

const char *ph_buffer_text(const struct ph_buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}

char *ph_buffer_take(struct ph_buffer *buffer)
{
    reserve(buffer, 0);
    buffer->data[buffer->length] = '\0';
    char *data = buffer->data;
    *buffer = (struct ph_buffer){0};
    return data;
}

void ph_buffer_cut(struct ph_buffer *buffer, size_t length)
{
    buffer->length = length;
    if (buffer->data)
        buffer->data[length] = '\0';
}

void ph_buffer_clear(struct ph_buffer *buffer)
{
    ph_buffer_cut(buffer, 0);
}

void ph_buffer_free(struct ph_buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct ph_buffer){0};
}
