#include "read/docx/wml.h"

static const char *const what[] = {
#define PH_WML_REMARK(name, text) text,
#include "read/docx/remarks.def"
#undef PH_WML_REMARK
};

void ph_wml_remark(struct ph_wml *wml, enum ph_wml_remark remark)
{
    struct ph_wml_seen *seen = &wml->seen[remark];
    if (!seen->count++) {
        seen->part = wml->part;
        seen->paragraph = wml->paragraph;
    }
}

void ph_wml_put_remarks(struct ph_wml *wml)
{
    struct ph_buffer *out = &wml->blocks->remarks;
    for (size_t i = 0; i < PH_WML_REMARK_COUNT; i++) {
        const struct ph_wml_seen *seen = &wml->seen[i];
        if (!seen->count)
            continue;
        if (seen->part)
            ph_buffer_put(out, seen->part);
        if (seen->paragraph)
            ph_buffer_printf(out, ", paragraph %zu", seen->paragraph);
        ph_buffer_printf(out, "%s%s", seen->part ? ": " : "", what[i]);
        if (seen->count > 1)
            ph_buffer_printf(out, " (%zu times; this is the first)", seen->count);
        ph_buffer_char(out, '\n');
    }
}
