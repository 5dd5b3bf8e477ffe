/* Other words put into a text as a person typed it: its lines, indents, numbers and marks stay. The
 * old words of a changed paragraph are looked for letter by letter from its first line on; what the
 * reader left out between them (numbers, footnote marks, emphasis, running heads) is passed over.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/stretch.h"
#include "doc/walk.h"
#include "write/write.h"

enum {
    REACH = 4000,     /* how many bytes the reader may have left out in one place */
    SURE = 16,        /* so many letters that follow on tell a place */
    BUDGET = 64 << 20 /* bytes that are looked at in all, so that no text takes forever */
};

/* What becomes of bytes [from, to) of the text. */
struct edit {
    size_t from, to;
    const char *words;
    size_t length;
};

struct intext {
    const char *name;
    const char *bytes;
    size_t length;
    size_t *lines; /* where each begins */
    size_t line_count, line_capacity;
    struct edit *edits;
    size_t count, capacity;
    size_t spent;
    struct ph_document *scratch; /* owns what is compared */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Lines as the reader counts them: CR LF, LF and CR end one. */
static void find_lines(struct intext *text)
{
    for (size_t at = 0; at <= text->length; at++) {
        const char last = at ? text->bytes[at - 1] : '\n';
        if (last != '\n' && (last != '\r' || text->bytes[at] == '\n'))
            continue;
        text->lines =
            ph_grow(text->lines, text->line_count, &text->line_capacity, sizeof *text->lines);
        text->lines[text->line_count++] = at;
    }
}

/* ---- where the old words are ---- */

static size_t skip_blank(const struct intext *text, size_t at)
{
    while (at < text->length && is_blank(text->bytes[at]))
        at++;
    return at;
}

/* Where the words end that stand at that place; SIZE_MAX: others do. */
static size_t end_of(struct intext *text, size_t at, const char *words, size_t length)
{
    for (size_t i = 0; i < length; i++, text->spent++) {
        if (at >= text->length)
            return SIZE_MAX;
        if (words[i] == ' ' && is_blank(text->bytes[at]))
            at = skip_blank(text, at);
        else if (words[i] == text->bytes[at])
            at++;
        else
            return SIZE_MAX;
    }
    return at;
}

/* Whether the words go on at that place, as far as it takes to be sure. */
static bool goes_on(struct intext *text, size_t at, const char *words, size_t length)
{
    return end_of(text, at, words, length < SURE ? length : SURE) != SIZE_MAX;
}

/* The next place at which the words go on; SIZE_MAX: none. */
static size_t find_on(struct intext *text, size_t at, const char *words, size_t length)
{
    for (size_t from = at; from < text->length && from - at < REACH; from++) {
        if (text->spent++ > BUDGET)
            break;
        if (goes_on(text, from, words, length))
            return from;
    }
    return SIZE_MAX;
}

static bool is_letter(char c)
{
    return (c & 0x80) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A line of a masthead names a fact and then says it: "General Assembly    Distr.: General". Where
 * the fact last stands in its line, as whole words; where the line begins if it does not. */
static size_t find_fact(struct intext *text, size_t line, const struct ph_text *words)
{
    const size_t from = text->lines[line - 1];
    for (size_t at = line < text->line_count ? text->lines[line] : text->length; at-- > from;) {
        if (text->spent > BUDGET)
            break;
        const size_t end = at > from && is_letter(text->bytes[at - 1])
                               ? SIZE_MAX
                               : end_of(text, at, words->bytes, words->length);
        if (end < text->length ? !is_letter(text->bytes[end]) : end == text->length)
            return at;
    }
    return from;
}

/* Where each byte of the words begins (first) and ends (after). */
static bool align(struct intext *text, size_t at, const struct ph_text *words, size_t *first,
                  size_t *after)
{
    for (size_t i = 0; i < words->length; i++) {
        const bool same =
            at < text->length && (words->bytes[i] == text->bytes[at] ||
                                  (words->bytes[i] == ' ' && is_blank(text->bytes[at])));
        if (!same || i == 0)
            at = find_on(text, at, words->bytes + i, words->length - i);
        if (at == SIZE_MAX)
            return false;
        first[i] = at;
        at = words->bytes[i] == ' ' ? skip_blank(text, at) : at + 1;
        after[i] = at;
    }
    return true;
}

/* ---- what becomes of them ---- */

static void add_edit(struct intext *text, size_t from, size_t to, const char *words, size_t length)
{
    struct edit *last = text->count ? &text->edits[text->count - 1] : NULL;
    if (last && last->to == from && !last->length) { /* what goes, and what comes for it */
        last->to = to;
        last->words = words;
        last->length = length;
        return;
    }
    text->edits = ph_grow(text->edits, text->count, &text->capacity, sizeof *text->edits);
    text->edits[text->count++] = (struct edit){from, to, words, length};
}

/* The stretches of a paragraph with the words of both; `first` and `after` are of the old ones. */
static void add_edits(struct intext *text, const struct ph_node *both, const size_t *first,
                      const size_t *after)
{
    struct ph_stretch *stretches;
    const size_t count = ph_stretches(both, &stretches);
    size_t at = 0; /* of the old words */
    for (size_t i = 0; i < count; i++) {
        const struct ph_stretch *one = &stretches[i];
        const size_t length = one->to - one->from;
        if (!length)
            continue;
        if (one->kinds & PH_BIT(PH_INSERTED)) {
            const size_t place = at ? after[at - 1] : first[0];
            add_edit(text, place, place, both->text.bytes + one->from, length);
            continue;
        }
        if (one->kinds & PH_BIT(PH_DELETED))
            add_edit(text, first[at], after[at + length - 1], "", 0);
        at += length;
    }
    free(stretches);
}

static enum ph_status refuse(const struct intext *text, const struct ph_node *node,
                             struct ph_error *error)
{
    char label[160];
    return ph_fail(error, PH_FORMAT,
                   "%s:%d: the changes cannot be put in safely: the words of %s are not found as "
                   "they were read (--fresh writes a new document)",
                   text->name, node->span.line, ph_label(node, label, sizeof label));
}

static enum ph_status change(struct intext *text, const struct ph_lexicon *lexicon,
                             const struct ph_node *before, const struct ph_node *after,
                             struct ph_error *error)
{
    const size_t length = before->text.length, line = (size_t)before->span.line;
    if (before->span.line < 1 || line > text->line_count || !length)
        return refuse(text, before, error);
    size_t *places = ph_alloc_zero(2 * length, sizeof *places);
    const size_t start =
        before->kind == PH_FIELD ? find_fact(text, line, &before->text) : text->lines[line - 1];
    const bool found = align(text, start, &before->text, places, places + length);
    if (found)
        add_edits(text, ph_compare_words(lexicon, text->scratch, before, after), places,
                  places + length);
    free(places);
    return found ? PH_OK : refuse(text, before, error);
}

static int by_place(const void *a, const void *b)
{
    const struct edit *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

/* Footnotes stand elsewhere in the text than in the tree. False: two edits are of the same bytes.
 */
static bool put_edits(struct intext *text, struct ph_buffer *out)
{
    size_t at = 0;
    if (text->count)
        qsort(text->edits, text->count, sizeof *text->edits, by_place);
    for (size_t i = 0; i < text->count; i++) {
        const struct edit *edit = &text->edits[i];
        if (edit->from < at)
            return false;
        ph_buffer_add(out, text->bytes + at, edit->from - at);
        ph_buffer_add(out, edit->words, edit->length);
        at = edit->to;
    }
    ph_buffer_add(out, text->bytes + at, text->length - at);
    return true;
}

static bool is_same(const struct ph_text *one, const struct ph_text *other)
{
    return one->length == other->length && !memcmp(one->bytes, other->bytes, one->length);
}

enum ph_status ph_write_intext(const char *name, const struct ph_buffer *bytes,
                               const struct ph_lexicon *lexicon, const struct ph_document *before,
                               const struct ph_document *after, struct ph_buffer *out,
                               struct ph_error *error)
{
    struct intext text = {.name = name,
                          .bytes = ph_buffer_text(bytes),
                          .length = bytes->length,
                          .scratch = ph_document_new(name)};
    enum ph_status status = PH_OK;
    struct ph_walk old = ph_walk_start(before->root), new = ph_walk_start(after->root);
    find_lines(&text);
    while (status == PH_OK && ph_walk_step(&old) && ph_walk_step(&new))
        if (!old.leaving && !is_same(&old.node->text, &new.node->text))
            status = change(&text, lexicon, old.node, new.node, error);
    if (status == PH_OK && !put_edits(&text, out))
        status = refuse(&text, before->root, error);
    ph_document_free(text.scratch);
    free(text.edits);
    free(text.lines);
    return status;
}
