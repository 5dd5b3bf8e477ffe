#include "read/doc/remarks.h"

void ph_doc_remark(struct ph_doc_seen seen[PH_DOC_REMARKS], enum ph_doc_remark remark,
                   int paragraph)
{
    if (!seen[remark].count++)
        seen[remark].paragraph = paragraph;
}

void ph_doc_put_remarks(const struct ph_doc_seen seen[PH_DOC_REMARKS], struct ph_blocks *blocks)
{
    static const char *const what[] = {
#define PH_DOC_REMARK(name, text) text,
#include "read/doc/remarks.def"
#undef PH_DOC_REMARK
    };
    for (size_t i = 0; i < PH_DOC_REMARKS; i++) {
        if (!seen[i].count)
            continue;
        if (seen[i].paragraph)
            ph_buffer_printf(&blocks->remarks, "paragraph %d: ", seen[i].paragraph);
        ph_buffer_put(&blocks->remarks, what[i]);
        if (seen[i].count > 1)
            ph_buffer_printf(&blocks->remarks, " (%zu times; this is the first)", seen[i].count);
        ph_buffer_char(&blocks->remarks, '\n');
    }
}
