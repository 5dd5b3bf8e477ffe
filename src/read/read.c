#include "read/read.h"

#include "base/utf8.h"
#include "read/footnotes.h"
#include "read/formats.h"
#include "read/recognise.h"

static enum ph_status refuse(const char *name, enum ph_format format, struct ph_error *error)
{
    static const char readable[] = "this version reads plain text and Markdown only";
    if (format == PH_FORMAT_EMPTY)
        return ph_fail(error, PH_FORMAT, "%s: is empty; %s", name, readable);
    return ph_fail(error, PH_FORMAT, "%s: looks like %s; %s (save it as text in UTF-8)", name,
                   ph_format_what(format), readable);
}

enum ph_status ph_read(const char *name, const void *bytes, size_t length,
                       const struct ph_lexicon *lexicon, struct ph_document **document,
                       struct ph_error *error)
{
    *document = NULL;
    enum ph_format format = ph_format_of(bytes, length);
    ph_reader *reader = ph_format_reader(format);
    if (!reader)
        return refuse(name, format, error);
    if (length > PH_TEXT_LIMIT)
        return ph_fail(error, PH_LIMIT, "%s: has %zu bytes of text; at most %zu are read", name,
                       length, PH_TEXT_LIMIT);
    struct ph_buffer text = {0};
    struct ph_blocks *blocks = ph_blocks_new(name);
    ph_utf8_clean(bytes, length, &text);
    enum ph_status status = reader(ph_buffer_text(&text), text.length, lexicon, blocks, error);
    if (!status && !blocks->count)
        status = refuse(name, PH_FORMAT_EMPTY, error);
    if (!status) {
        ph_lift_marks(blocks, lexicon);
        *document = ph_recognise(blocks, lexicon);
    }
    ph_buffer_free(&text);
    ph_blocks_free(blocks);
    return status;
}
