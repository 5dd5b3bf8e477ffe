/* Documents of Word 97 to 2003 (.doc, [MS-DOC]): main text, footnotes and endnotes, text boxes; the
 * headers and footers are furniture, comments are left out. */
#include <stdio.h>

#include "read/doc/cfb.h"
#include "read/doc/story.h"
#include "read/formats.h"

static struct ph_bytes bytes_of(const struct ph_buffer *buffer)
{
    return (struct ph_bytes){(const uint8_t *)ph_buffer_text(buffer), buffer->length};
}

static enum ph_status read_stream(const struct ph_cfb *cfb, const char *name, const char *stream,
                                  struct ph_buffer *out, struct ph_error *error)
{
    enum ph_status status = ph_cfb_stream(cfb, stream, out, error);
    if (status != PH_NOTHING)
        return status;
    return ph_fail(error, PH_FORMAT,
                   "%s: is no Word document (.doc), though it looks like one from outside: it has "
                   "no part %s",
                   name, stream);
}

static enum ph_status read_streams(const char *name, struct ph_bytes file, struct ph_doc *doc,
                                   struct ph_error *error)
{
    struct ph_cfb *cfb;
    enum ph_status status = ph_cfb_open(name, file, &cfb, error);
    if (status)
        return status;
    status = read_stream(cfb, name, "WordDocument", &doc->main, error);
    if (!status)
        status = ph_fib_read(name, bytes_of(&doc->main), &doc->fib, error);
    if (!status)
        status = read_stream(cfb, name, doc->fib.table_stream, &doc->tables, error);
    ph_cfb_close(cfb);
    return status;
}

static enum ph_status read_tables(const char *name, struct ph_doc *doc, struct ph_error *error)
{
    const struct ph_fib *fib = &doc->fib;
    struct ph_bytes tables = bytes_of(&doc->tables), main = bytes_of(&doc->main);
    enum ph_status status =
        ph_pieces_read(name, ph_fib_table(fib, tables, PH_DOC_PIECES), main, &doc->pieces, error);
    if (status)
        return status;
    ph_format_runs_read(ph_fib_table(fib, tables, PH_DOC_CHARACTER_PAGES), main, false,
                        &doc->characters);
    ph_format_runs_read(ph_fib_table(fib, tables, PH_DOC_PARAGRAPH_PAGES), main, true,
                        &doc->paragraphs);
    ph_styles_read(ph_fib_table(fib, tables, PH_DOC_STYLES), &doc->styles);
    ph_doc_notes_read(fib, tables, &doc->notes);
    ph_lists_read(ph_fib_table_on(fib, tables, PH_DOC_LISTS),
                  ph_fib_table(fib, tables, PH_DOC_LIST_USES), &doc->lists);
    return PH_OK;
}

static enum ph_status add_blocks(struct ph_doc *doc, struct ph_blocks *blocks,
                                 struct ph_error *error)
{
    blocks->exact = true;
    if (doc->fib.length[PH_DOC_COMMENTS])
        ph_doc_remark(doc->seen, PH_DOC_COMMENTS_REMARK, 0);
    if (doc->notes.lost)
        ph_doc_remark(doc->seen, PH_DOC_NOTES_REMARK, 0);
    if (ph_doc_add_text(doc, PH_DOC_HEADERS, PH_BLOCK_FURNITURE, blocks) &&
        ph_doc_add_text(doc, PH_DOC_MAIN, PH_BLOCK_TEXT, blocks) &&
        ph_doc_add_text(doc, PH_DOC_BOXES, PH_BLOCK_TEXT, blocks) && ph_doc_add_notes(doc, blocks))
        return PH_OK;
    return ph_fail(error, PH_LIMIT, "%s: has more than %d paragraphs", blocks->name,
                   PH_BLOCK_LIMIT);
}

static void close_doc(struct ph_doc *doc)
{
    ph_pieces_free(&doc->pieces);
    ph_format_runs_free(&doc->characters);
    ph_format_runs_free(&doc->paragraphs);
    ph_styles_free(&doc->styles);
    ph_doc_notes_free(&doc->notes);
    ph_lists_free(&doc->lists);
    ph_buffer_free(&doc->main);
    ph_buffer_free(&doc->tables);
}

enum ph_status ph_read_doc(const char *text, size_t length, const struct ph_lexicon *lexicon,
                           struct ph_blocks *blocks, struct ph_error *error)
{
    struct ph_doc doc = {.lexicon = lexicon};
    enum ph_status status =
        read_streams(blocks->name, (struct ph_bytes){(const uint8_t *)text, length}, &doc, error);
    if (!status)
        status = read_tables(blocks->name, &doc, error);
    if (!status)
        status = add_blocks(&doc, blocks, error);
    if (!status)
        ph_doc_put_remarks(doc.seen, blocks);
    close_doc(&doc);
    return status;
}
