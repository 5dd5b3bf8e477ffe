#include "read/read.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "read/footnotes.h"
#include "read/formats.h"
#include "read/recognise.h"

/* "a web page (HTML), Markdown, plain text" */
static void put_readable(struct ph_buffer *out)
{
    for (int format = 0; format < PH_FORMAT_COUNT; format++) {
        enum ph_format one = (enum ph_format)format;
        if (!ph_format_reader(one) && !ph_format_tree_reader(one))
            continue;
        ph_buffer_put(out, out->length ? ", " : "");
        ph_buffer_put(out, ph_format_what(one));
    }
}

static enum ph_status refuse(const char *name, enum ph_format format, struct ph_error *error)
{
    struct ph_buffer readable = {0};
    put_readable(&readable);
    ph_fail(error, PH_FORMAT, "%s: looks like %s; what is read: %s (save it as text in UTF-8)",
            name, ph_format_what(format), readable.data);
    ph_buffer_free(&readable);
    return PH_FORMAT;
}

/* The bytes as the reader wants them. */
static enum ph_status read_blocks(enum ph_format format, const void *bytes, size_t length,
                                  const struct ph_lexicon *lexicon, struct ph_blocks *blocks,
                                  struct ph_error *error)
{
    ph_reader *reader = ph_format_reader(format);
    if (!reader)
        return refuse(blocks->name, format, error);
    if (!ph_format_is_text(format))
        return reader(bytes, length, lexicon, blocks, error);
    if (length > PH_TEXT_LIMIT)
        return ph_fail(error, PH_LIMIT, "%s: has %zu bytes of text; at most %zu are read",
                       blocks->name, length, PH_TEXT_LIMIT);
    struct ph_buffer text = {0};
    ph_utf8_clean(bytes, length, &text);
    enum ph_status status = reader(ph_buffer_text(&text), text.length, lexicon, blocks, error);
    ph_buffer_free(&text);
    return status;
}

enum ph_status ph_read(const char *name, const void *bytes, size_t length,
                       const struct ph_lexicon *lexicon, struct ph_document **document,
                       struct ph_error *error)
{
    *document = NULL;
    enum ph_format format = ph_format_of(bytes, length);
    ph_tree_reader *tree_reader = ph_format_tree_reader(format);
    if (tree_reader)
        return tree_reader(name, bytes, length, lexicon, document, error);
    struct ph_blocks *blocks = ph_blocks_new(name);
    enum ph_status status = read_blocks(format, bytes, length, lexicon, blocks, error);
    if (!status && !blocks->count)
        ph_buffer_put(&blocks->remarks, "holds no words\n");
    if (!status) {
        ph_lift_marks(blocks, lexicon);
        *document = ph_recognise(blocks, lexicon);
    }
    ph_blocks_free(blocks);
    return status;
}

int ph_read_rank(const void *bytes, size_t length)
{
    const enum ph_format format = ph_format_of(bytes, length);
    static const enum ph_format best_first[] = {
        PH_FORMAT_AKN,  PH_FORMAT_ZIP,  PH_FORMAT_FLATOPC, PH_FORMAT_MARKDOWN,
        PH_FORMAT_HTML, PH_FORMAT_TEXT, PH_FORMAT_OLE,     PH_FORMAT_PDF};
    int rank = 0;
    while ((size_t)rank < sizeof best_first / sizeof *best_first && best_first[rank] != format)
        rank++;
    return rank;
}

bool ph_read_is_typed(const void *bytes, size_t length)
{
    const enum ph_format format = ph_format_of(bytes, length);
    return format == PH_FORMAT_TEXT || format == PH_FORMAT_MARKDOWN;
}
