/* Facts of the masthead in headers and footers: they stand there more than once, and what the new
 * document does not say of them stays. */
#include <string.h>

#include "base/utf8.h"
#include "write/inplace/inplace.h"

bool ph_inplace_is_margin(const struct ph_inplace *inplace, const struct ph_node *node)
{
    const struct ph_span *span = node->kind == PH_FIELD ? ph_inplace_span(node) : NULL;
    return span && strcmp(span->part, inplace->document->path) != 0;
}

/* The words that the fact had. */
static void old_words(const struct ph_node *field, struct ph_buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < field->text.count; i++) {
        const struct ph_inline *mark = &field->text.inlines[i];
        if (mark->kind != PH_INSERTED || mark->from < at)
            continue;
        ph_buffer_add(out, field->text.bytes + at, mark->from - at);
        at = mark->to;
    }
    ph_buffer_add(out, field->text.bytes + at, field->text.length - at);
}

/* ---- the words of a paragraph ---- */

/* A paragraph as a block: its text, folded, and the runs that the words stand in. */
static void read_words(struct ph_letters *letters, struct ph_buffer *text, struct ph_span *span,
                       struct ph_span_run *runs)
{
    for (size_t i = 0; i < letters->run_count; i++)
        letters->runs[i].heard = true;
    for (size_t i = 0; i < letters->count; i++) {
        const struct ph_letter *letter = &letters->items[i];
        const bool blank = letter->kind == PH_LETTER_BLANK;
        if (letter->run == PH_LETTER_NOWHERE || letter->kind > PH_LETTER_BLANK ||
            (blank && (!text->length || text->data[text->length - 1] == ' ')))
            continue;
        const struct ph_letter_run *run = &letters->runs[letter->run];
        if (!span->run_count || runs[span->run_count - 1].run != run->number)
            runs[span->run_count++] = (struct ph_span_run){text->length, 0, run->number};
        if (blank || letter->code < 0)
            ph_buffer_char(text, ' ');
        else
            ph_utf8_put(text, letter->code);
    }
}

/* Words that stand alone: nothing but space beside them. */
static const char *find_alone(const struct ph_buffer *text, const struct ph_buffer *words)
{
    const char *bytes = ph_buffer_text(text), *at = strstr(bytes, words->data);
    for (; at; at = strstr(at + 1, words->data)) {
        const char behind = at[words->length];
        if ((at == bytes || at[-1] == ' ') && (!behind || behind == ' '))
            return at;
    }
    return NULL;
}

/* ---- all headers and footers ---- */

static void look_at(struct ph_inplace *inplace, struct ph_inplace_part *part, size_t paragraph,
                    const struct ph_node *field, const struct ph_buffer *words)
{
    struct ph_letters *letters = &inplace->others;
    struct ph_buffer text = {0};
    struct ph_span *span = ph_arena_alloc(inplace->arena, sizeof *span);
    ph_letters_clear(letters, &part->story);
    ph_letters_add(letters, paragraph);
    struct ph_span_run *runs =
        ph_arena_alloc(inplace->arena, (letters->run_count + 1) * sizeof *runs);
    read_words(letters, &text, span, runs);
    const char *found = find_alone(&text, words);
    if (found) {
        for (size_t i = 0; i < span->run_count; i++)
            runs[i].paragraph = paragraph;
        span->part = part->path;
        span->runs = runs;
        span->from = (size_t)(found - text.data);
        span->to = span->from + words->length;
        ph_inplace_put_place(inplace, (struct ph_inplace_place){.node = field,
                                                                .span = span,
                                                                .part = part,
                                                                .paragraph = paragraph,
                                                                .change = PH_WML_KEPT});
    }
    ph_buffer_free(&text);
}

static bool is_its_own(const struct ph_span *span, const char *path, size_t paragraph)
{
    size_t run, end;
    if (!span || strcmp(span->part, path) != 0)
        return false;
    ph_align_runs(span, &run, &end);
    return span->runs[run].paragraph == paragraph;
}

/* Short words, and one word without a figure ("General"), may stand there for another reason. */
static bool is_telling(const struct ph_buffer *words)
{
    enum { LEAST = 6 };
    return words->length >= LEAST && strpbrk(words->data, " 0123456789");
}

enum ph_status ph_inplace_add_margins(struct ph_inplace *inplace, const struct ph_node *field,
                                      struct ph_error *error)
{
    struct ph_buffer words = {0};
    enum ph_status status = PH_OK;
    if (field->kind != PH_FIELD || field->as.field.name == PH_FIELD_DRAFT ||
        ph_inplace_change(field) != PH_WML_KEPT || !ph_inplace_is_changed(field))
        return PH_OK;
    old_words(field, &words);
    for (size_t i = 0; is_telling(&words) && i < inplace->margin_count; i++) {
        struct ph_inplace_part *part;
        status = ph_inplace_part(inplace, inplace->margins[i], &part, error);
        if (status != PH_OK)
            break;
        for (size_t j = 0; j < part->story.count; j++)
            if (!is_its_own(ph_inplace_span(field), part->path, j))
                look_at(inplace, part, j, field, &words);
    }
    ph_buffer_free(&words);
    return status;
}
