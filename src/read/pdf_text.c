/* The words of a paragraph out of the pieces of its lines, with italics, bold, and marks. */
#include "read/pdf_text.h"

#include <stdlib.h>
#include <string.h>

#include "read/text.h"

/* The run of a kind that came last; NULL: there is none. */
static struct ph_run *latest(struct ph_pdf_text *text, enum ph_run_kind kind)
{
    return text->latest[kind] ? &text->runs[text->latest[kind] - 1] : NULL;
}

/* A stretch of words, or a mark (from == to). What is apart from the one of its kind before it only
 * by a space goes on with it. */
static void add_run(struct ph_pdf_text *text, enum ph_run_kind kind, size_t from, size_t to,
                    const char *label)
{
    struct ph_run *last = latest(text, kind);
    if (last && from < to &&
        (last->to == from || (last->to + 1 == from && text->words.data[last->to] == ' '))) {
        last->to = to;
        return;
    }
    text->runs = ph_grow(text->runs, text->run_count, &text->run_capacity, sizeof *text->runs);
    text->runs[text->run_count++] = (struct ph_run){
        .kind = kind, .from = from, .to = to, .label = ph_arena_copy(text->blocks->arena, label)};
    text->latest[kind] = text->run_count;
}

static void add_words(struct ph_pdf_text *text, const struct ph_pdf_piece *piece, size_t skip)
{
    size_t from = text->words.length;
    ph_fold(piece->text + skip, piece->length - skip, &text->words);
    size_t to = text->words.length;
    const char *words = ph_buffer_text(&text->words);
    while (from < to && words[from] == ' ')
        from++;
    while (from < to && words[to - 1] == ' ')
        to--;
    if (from == to)
        return;
    if (piece->italic)
        add_run(text, PH_RUN_ITALIC, from, to, NULL);
    if (piece->bold)
        add_run(text, PH_RUN_BOLD, from, to, NULL);
    if (piece->raised)
        add_run(text, PH_RUN_SUPERSCRIPT, from, to, NULL);
}

/* "3", "3,4", "*": the marks in a raised piece; false: it is none, or names a footnote that is not
 * there. */
static bool add_marks(struct ph_pdf_text *text, const struct ph_pdf_piece *piece, bool dry)
{
    size_t at = text->words.length;
    at -= at && text->words.data[at - 1] == ' ';
    const char *c = piece->text;
    char label[8];
    for (c += strspn(c, " ,"); *c; c += strspn(c, " ,")) {
        size_t digits = strspn(c, "0123456789"), stars = strspn(c, "*");
        size_t length = digits ? digits : stars;
        if (!length || length >= sizeof label)
            return false;
        memcpy(label, c, length);
        label[length] = '\0';
        long number = digits ? strtol(label, NULL, 10) : 0;
        if (digits && (number < 1 || number > text->highest || !text->known[number]))
            return false;
        if (!dry)
            add_run(text, PH_RUN_NOTE_MARK, at, at, label);
        c += length;
    }
    return true;
}

static void add_piece(struct ph_pdf_text *text, const struct ph_pdf_piece *piece, size_t skip)
{
    if (piece->raised && text->words.length && add_marks(text, piece, true))
        add_marks(text, piece, false);
    else
        add_words(text, piece, skip);
}

static bool ends_with(const struct ph_pdf_piece *piece, const char *end)
{
    size_t length = strlen(end);
    return piece->length >= length && !memcmp(piece->text + piece->length - length, end, length);
}

/* Whether the words of the last line go on in this one without a space. Where lines end with white
 * space if a word ends there, the one that has none is torn; elsewhere the hyphen has to tell. */
static bool is_torn(const struct ph_pdf_text *text, const struct ph_pdf_line *line)
{
    const struct ph_pdf_line *last = text->last;
    const struct ph_pdf_piece *piece = &text->pdf->pieces[last->first + last->count - 1];
    if (ends_with(piece, "\xC2\xAD"))
        return true;
    if (!text->pdf->spaced)
        return ph_is_compound(text->lexicon, ph_buffer_text(&text->words), text->words.length,
                              line->text, line->length);
    return !last->spaced && ph_joint_length(piece->text, piece->length);
}

void ph_pdf_text_add(struct ph_pdf_text *text, struct ph_pdf_line *line, size_t skip)
{
    const struct ph_pdf_piece *last = NULL;
    if (!text->last)
        text->line = (int)(line - text->pdf->lines) + 1;
    else if (!is_torn(text, line))
        ph_fold(" ", 1, &text->words);
    for (size_t i = line->first; i < line->first + line->count; i++) {
        const struct ph_pdf_piece *piece = &text->pdf->pieces[i];
        if (!piece->length)
            continue;
        if (last && ph_pdf_apart(last, piece)) {
            ph_fold(" ", 1, &text->words);
            skip -= skip > 0; /* of the line's text, which has that space, too */
        }
        size_t over = skip < piece->length ? skip : piece->length;
        add_piece(text, piece, over);
        skip -= over;
        last = piece;
    }
    text->last = line;
}

bool ph_pdf_text_close(struct ph_pdf_text *text, enum ph_block_kind kind, struct ph_block **block)
{
    *block = NULL;
    text->last = NULL;
    ph_fold_end(&text->words);
    size_t length = text->words.length;
    if (length)
        *block = ph_blocks_add(text->blocks, kind, text->words.data, length, text->line);
    for (size_t i = 0; *block && i < text->run_count; i++) {
        const struct ph_run *run = &text->runs[i];
        size_t to = run->to < (*block)->length ? run->to : (*block)->length;
        ph_block_run(text->blocks, *block, run->kind, run->from < to ? run->from : to, to,
                     run->label);
    }
    if (*block)
        ph_block_sort_runs(*block);
    text->run_count = 0;
    memset(text->latest, 0, sizeof text->latest);
    ph_buffer_clear(&text->words);
    return *block || !length;
}

void ph_pdf_text_free(struct ph_pdf_text *text)
{
    ph_buffer_free(&text->words);
    free(text->runs);
    free(text->known);
}
