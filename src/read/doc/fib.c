#include "read/doc/fib.h"

enum {
    WORD =
        0xA5EC, /* the mark of Word 97 and later; of earlier ones another, or an earlier version */
    WORD_6 = 0xA5DC,
    VERSION_97 = 0xC0, /* some programs write a little less than 0xC1 */
    ENCRYPTED = 0x0100,
    SECOND_TABLE = 0x0200,
    BASE = 32 /* bytes, before the three lists */
};

static enum ph_status refuse(const char *name, const char *why, struct ph_error *error)
{
    return ph_fail(error, PH_FORMAT, "%s: %s", name, why);
}

static enum ph_status check(const char *name, struct ph_bytes main, struct ph_error *error)
{
    uint16_t mark = ph_u16(main, 0), version = ph_u16(main, 2);
    if (main.length < BASE)
        return refuse(name, "the Word document (.doc) is cut short", error);
    if (mark == WORD_6 || (mark == WORD && version < VERSION_97))
        return refuse(name,
                      "is a document of Word 6 or 95, which is not read: open it in a word "
                      "processor and save it as .docx",
                      error);
    if (mark != WORD)
        return refuse(name, "is no Word document (.doc), though it looks like one from outside",
                      error);
    if (ph_u16(main, 0x0A) & ENCRYPTED)
        return refuse(name,
                      "is encrypted: open it in a word processor with its password and save it "
                      "as .docx without one",
                      error);
    return PH_OK;
}

/* The lengths, behind one another; the sum cannot overflow where each fits a file. */
static bool set_texts(struct ph_fib *fib, struct ph_bytes longs)
{
    enum { FIRST = 3, CHARACTERS = 0x40000000 };
    uint64_t start = 0;
    for (int text = 0; text < PH_DOC_TEXTS; text++) {
        fib->start[text] = (uint32_t)start;
        fib->length[text] = ph_u32(longs, 4 * (size_t)(FIRST + text));
        start += fib->length[text];
        if (start > CHARACTERS)
            return false;
    }
    return true;
}

enum ph_status ph_fib_read(const char *name, struct ph_bytes main, struct ph_fib *fib,
                           struct ph_error *error)
{
    enum ph_status status = check(name, main, error);
    if (status)
        return status;
    fib->main = main;
    fib->table_stream = ph_u16(main, 0x0A) & SECOND_TABLE ? "1Table" : "0Table";
    size_t at = BASE;
    at += 2 + 2 * (size_t)ph_u16(main, at);
    size_t longs = 4 * (size_t)ph_u16(main, at);
    struct ph_bytes lengths = ph_part(main, at + 2, longs);
    at += 2 + longs;
    fib->offsets = ph_part(main, at + 2, 8 * (size_t)ph_u16(main, at));
    if (!set_texts(fib, lengths) || fib->offsets.length <= 8 * (size_t)PH_DOC_PIECES)
        return refuse(name, "the Word document (.doc) is damaged: its first block makes no sense",
                      error);
    return PH_OK;
}

struct ph_bytes ph_fib_table(const struct ph_fib *fib, struct ph_bytes tables,
                             enum ph_doc_table table)
{
    struct ph_bytes pair = ph_part(fib->offsets, 8 * (size_t)table, 8);
    uint32_t from = ph_u32(pair, 0), length = ph_u32(pair, 4);
    struct ph_bytes part = ph_part(tables, from, length);
    return part.length == length ? part : ph_part(tables, 0, 0);
}

struct ph_bytes ph_fib_table_on(const struct ph_fib *fib, struct ph_bytes tables,
                                enum ph_doc_table table)
{
    struct ph_bytes pair = ph_part(fib->offsets, 8 * (size_t)table, 8);
    return ph_part(tables, ph_u32(pair, 0), ph_u32(pair, 4) ? SIZE_MAX : 0);
}
