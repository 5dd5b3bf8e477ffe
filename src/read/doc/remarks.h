/* What the reader of old Word documents has to say: each thing once, with its first place. */
#ifndef PH_READ_DOC_REMARKS_H
#define PH_READ_DOC_REMARKS_H

#include "read/block.h"

enum ph_doc_remark {
#define PH_DOC_REMARK(name, text) PH_DOC_##name##_REMARK,
#include "read/doc/remarks.def"
#undef PH_DOC_REMARK
    PH_DOC_REMARKS
};

struct ph_doc_seen {
    size_t count;
    int paragraph; /* of the main text, from 1; 0: elsewhere */
};

void ph_doc_remark(struct ph_doc_seen seen[PH_DOC_REMARKS], enum ph_doc_remark remark,
                   int paragraph);
/* Adds a line for each to the remarks of the blocks. */
void ph_doc_put_remarks(const struct ph_doc_seen seen[PH_DOC_REMARKS], struct ph_blocks *blocks);

#endif
