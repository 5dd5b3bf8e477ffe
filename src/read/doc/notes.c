#include "read/doc/notes.h"

#include <stdlib.h>

#include "base/memory.h"

/* One table of marks (characters, and whether each is numbered) and one of texts. */
static void add_notes(struct ph_doc_notes *notes, const struct ph_fib *fib, struct ph_bytes marks,
                      struct ph_bytes texts, enum ph_doc_text text)
{
    enum { MARK = 6 };
    size_t count = marks.length < 4 ? 0 : (marks.length - 4) / MARK;
    for (size_t i = 0; i < count && 4 * (i + 2) <= texts.length; i++) {
        uint32_t from = ph_u32(texts, 4 * i), to = ph_u32(texts, 4 * i + 4);
        struct ph_doc_note note = {.mark = ph_u32(marks, 4 * i)};
        if (from > to || to > fib->length[text] || note.mark >= fib->length[PH_DOC_MAIN]) {
            notes->lost = true;
            continue;
        }
        note.from = fib->start[text] + from;
        note.to = fib->start[text] + to;
        note.numbered = ph_u16(marks, 4 * (count + 1) + 2 * i) != 0;
        note.number = note.numbered ? ++notes->highest : 0;
        notes->items = ph_grow(notes->items, notes->count, &notes->capacity, sizeof *notes->items);
        notes->items[notes->count++] = note;
    }
}

static int by_mark(const void *a, const void *b)
{
    const struct ph_doc_note *one = a, *two = b;
    return one->mark < two->mark ? -1 : one->mark > two->mark;
}

void ph_doc_notes_read(const struct ph_fib *fib, struct ph_bytes tables, struct ph_doc_notes *notes)
{
    *notes = (struct ph_doc_notes){0};
    add_notes(notes, fib, ph_fib_table(fib, tables, PH_DOC_NOTE_MARKS),
              ph_fib_table(fib, tables, PH_DOC_NOTE_TEXTS), PH_DOC_NOTES);
    add_notes(notes, fib, ph_fib_table(fib, tables, PH_DOC_ENDNOTE_MARKS),
              ph_fib_table(fib, tables, PH_DOC_ENDNOTE_TEXTS), PH_DOC_ENDNOTES);
    if (notes->count)
        qsort(notes->items, notes->count, sizeof *notes->items, by_mark);
}

void ph_doc_notes_free(struct ph_doc_notes *notes)
{
    free(notes->items);
    *notes = (struct ph_doc_notes){0};
}

struct ph_doc_note *ph_doc_note_at(const struct ph_doc_notes *notes, uint32_t character)
{
    struct ph_doc_note key = {.mark = character};
    return notes->count ? bsearch(&key, notes->items, notes->count, sizeof key, by_mark) : NULL;
}
