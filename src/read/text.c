#include "read/text.h"

#include "read/formats.h"

enum ph_status ph_read_text(const char *text, size_t length, const struct ph_lexicon *lexicon,
                            struct ph_blocks *blocks, struct ph_error *error)
{
    struct ph_lines lines;
    enum ph_status status = ph_lines_split(blocks->name, text, length, &lines, error);
    if (!status) {
        ph_find_furniture(&lines, lexicon);
        blocks->loose = lines.wrapped;
        blocks->whole = !lines.wrapped;
        if (!ph_find_notes(&lines, lexicon, blocks) || !ph_reflow(&lines, lexicon, blocks))
            status = ph_fail(error, PH_LIMIT, "%s: has more than %d paragraphs", blocks->name,
                             PH_BLOCK_LIMIT);
    }
    ph_lines_free(&lines);
    return status;
}
