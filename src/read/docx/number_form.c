#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "doc/node.h"
#include "read/docx/numbering.h"

static void put_upper(const char *digits, struct ph_buffer *out)
{
    for (; *digits; digits++)
        ph_buffer_char(out, (char)toupper((unsigned char)*digits));
}

bool ph_wml_put_number(const char *form, int value, struct ph_buffer *out)
{
    char digits[64];
    if (!strcmp(form, "none"))
        return true;
    bool upper = !strncmp(form, "upper", 5);
    const char *kind = form + (upper || !strncmp(form, "lower", 5) ? 5 : 0);
    if (!strcmp(kind, "Letter") && value > 0)
        ph_number_letter(value, digits, sizeof digits);
    else if (!strcmp(kind, "Roman") && value > 0)
        ph_number_roman(value, digits, sizeof digits);
    else
        snprintf(digits, sizeof digits, strcmp(form, "decimalZero") ? "%d" : "%02d", value);
    if (upper)
        put_upper(digits, out);
    else
        ph_buffer_put(out, digits);
    return kind != form || !strncmp(form, "decimal", 7);
}
