#include "base/xml.h"
#include "read/docx/wml.h"

/* A paragraph that is torn and ends its cell, its box or its note joins nothing. */
static void end_torn(struct ph_wml *wml, const xmlNode *paragraph, enum ph_block_kind kind)
{
    const xmlNode *next = ph_xml_next(paragraph, NULL);
    if (kind != PH_BLOCK_NOTE && ph_wml_has_words(&wml->words) && !(next && ph_wml_is(next, "p")))
        ph_wml_close_paragraph(wml, kind);
}

void ph_wml_read_story(struct ph_wml *wml, const xmlNode *top, enum ph_block_kind kind)
{
    const xmlNode *one = top;
    while ((one = ph_wml_step(top, one, false)) && !wml->full) {
        if (ph_wml_is(one, "altChunk"))
            ph_wml_remark(wml, PH_WML_EMBEDDED);
        if (!ph_wml_is(one, "p"))
            continue;
        wml->paragraph++;
        ph_wml_read_paragraph(wml, one, kind);
        end_torn(wml, one, kind);
    }
    wml->fields.depth = 0;
}
