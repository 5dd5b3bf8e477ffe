#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void clean(char *text, size_t size)
{
    size_t length = strlen(text);
    if (length + 1 == size)
        while (length > 0 && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
            text[--length] = '\0';
    if (length > 0 && (unsigned char)text[length - 1] >= 0xC0)
        text[length - 1] = '\0';
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = '?';
}

enum ph_status ph_fail(struct ph_error *error, enum ph_status status, const char *format, ...)
{
    if (!error)
        return status;
    error->status = status;
    va_list list;
    va_start(list, format);
    vsnprintf(error->message, sizeof error->message, format, list);
    va_end(list);
    clean(error->message, sizeof error->message);
    return status;
}
