#include "read/recognise.h"

#include <stdlib.h>
#include <string.h>

#include "un/symbol.h"

/* No line of a masthead is longer, a list of all Members as sponsors included. */
enum { LEXICON_LINE = 4000, LABEL_LIMIT = 999999 };

static bool may_be_line(const struct ph_block *block)
{
    return !block->label && block->length <= LEXICON_LINE;
}

const char *ph_block_name(const struct ph_lexicon *lexicon, const struct ph_block *block,
                          struct ph_line *line)
{
    if (!may_be_line(block) || !ph_lexicon_line(lexicon, block->text, block->length, line))
        return NULL;
    return line->match_from == 0 && line->match_to == block->length ? line->name : NULL;
}

bool ph_block_is(const struct ph_lexicon *lexicon, const struct ph_block *block, const char *name)
{
    struct ph_line line;
    if (!may_be_line(block) || !ph_lexicon_line_may_be(lexicon, name, block->text, block->length))
        return false;
    const char *found = ph_block_name(lexicon, block, &line);
    return found && !strcmp(found, name);
}

/* ---- nodes out of blocks ---- */

struct ph_node *ph_note_of(const struct ph_recogniser *recogniser, const char *label)
{
    size_t stars = strspn(label, "*");
    if (stars)
        return stars < 4 ? recogniser->star_notes[stars] : NULL;
    long value = strtol(label, NULL, 10);
    return value > 0 && value <= recogniser->highest_note ? recogniser->notes[value] : NULL;
}

static const enum ph_inline_kind inline_kinds[] = {
    [PH_RUN_ITALIC] = PH_ITALIC,           [PH_RUN_BOLD] = PH_BOLD,
    [PH_RUN_SUPERSCRIPT] = PH_SUPERSCRIPT, [PH_RUN_NOTE_MARK] = PH_NOTE,
    [PH_RUN_INSERTED] = PH_INSERTED,
};

/* Bold and italic letters of mastheads, titles and headings are their look, not emphasis. */
static bool is_look(enum ph_kind kind, enum ph_run_kind run)
{
    return (run == PH_RUN_BOLD || run == PH_RUN_ITALIC) &&
           (kind == PH_FIELD || kind == PH_TITLE || kind == PH_HEADING);
}

/* The runs within bytes [from, to) of a block as inlines of a node, in whose text byte `from`
 * stands at `at`. */
static void add_inlines(struct ph_recogniser *recogniser, struct ph_node *node,
                        const struct ph_block *block, size_t from, size_t to, size_t at)
{
    for (size_t i = 0; i < block->run_count; i++) {
        const struct ph_run *run = &block->runs[i];
        bool mark = run->kind == PH_RUN_NOTE_MARK;
        size_t start = run->from > from ? run->from : from;
        size_t end = run->to < to ? run->to : to;
        struct ph_node *note = mark ? ph_note_of(recogniser, run->label) : NULL;
        if (run->kind == PH_RUN_DELETED || start > end || is_look(node->kind, run->kind) ||
            (mark ? !note || run->from < from : start == end))
            continue;
        struct ph_inline *one =
            ph_text_mark(node, inline_kinds[run->kind], start - from + at, end - from + at);
        one->note = note;
        one->name = ph_arena_copy(recogniser->document->arena, mark ? run->change : NULL);
    }
}

/* Likewise, the traces. Those of places at either end stay with the words that they stand beside.
 */
static void add_traces(struct ph_node *node, const struct ph_block *block, size_t from, size_t to,
                       size_t at)
{
    struct ph_trace *inside = ph_alloc_zero(block->trace_count + 1, sizeof *inside);
    size_t count = 0;
    for (size_t i = 0; i < block->trace_count; i++) {
        struct ph_trace one = block->traces[i];
        const bool place = one.from == one.to;
        if (place ? one.from < from || one.from > to || (one.from == to && to < block->length)
                  : one.to <= from || one.from >= to)
            continue;
        one.from = (one.from > from ? one.from - from : 0) + at;
        one.to = (one.to < to ? one.to : to) - from + at;
        inside[count++] = one;
    }
    ph_text_add_traces(node, inside, count);
    free(inside);
}

struct ph_span ph_span_of(struct ph_recogniser *recogniser, size_t block, size_t from, size_t to)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    struct ph_arena *arena = recogniser->document->arena;
    struct ph_span span = {.source = recogniser->document->source,
                           .block = block,
                           .from = from,
                           .to = to,
                           .line = one->line,
                           .part = ph_arena_copy(arena, one->part),
                           .run_count = one->span_run_count};
    size_t size = one->span_run_count * sizeof *one->span_runs;
    if (size)
        span.runs = memcpy(ph_arena_alloc(arena, size), one->span_runs, size);
    return span;
}

struct ph_node *ph_node_of(struct ph_recogniser *recogniser, enum ph_kind kind, size_t block,
                           size_t from, size_t to)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    struct ph_node *node = ph_node_new(recogniser->document, kind, "");
    ph_text_set(node, one->text + from, to - from);
    node->span = ph_span_of(recogniser, block, from, to);
    node->mark = one->mark;
    node->folded = one->folded > from && one->folded <= to ? one->folded - from : 0;
    add_inlines(recogniser, node, one, from, to, 0);
    add_traces(node, one, from, to, 0);
    return node;
}

/* The words of a second block keep their own place in the file. */
static void add_span_runs(struct ph_recogniser *recogniser, struct ph_span *span,
                          const struct ph_block *block, size_t at)
{
    size_t count = span->run_count + block->span_run_count;
    if (!block->span_run_count)
        return;
    struct ph_span_run *runs =
        ph_arena_alloc(recogniser->document->arena, count * sizeof *span->runs);
    if (span->run_count)
        memcpy(runs, span->runs, span->run_count * sizeof *runs);
    for (size_t i = 0; i < block->span_run_count; i++) {
        runs[span->run_count + i] = block->span_runs[i];
        runs[span->run_count + i].from += span->from + at;
    }
    span->runs = runs;
    span->run_count = count;
}

void ph_add_words(struct ph_recogniser *recogniser, struct ph_node *node, size_t block)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    if (node->text.length)
        ph_text_replace(node, node->text.length, node->text.length, " ", 1);
    size_t at = node->text.length;
    ph_text_replace(node, at, at, one->text, one->length);
    const struct ph_trace torn = {PH_TRACE_BREAK, at ? at - 1 : 0, at ? at - 1 : 0};
    if (recogniser->blocks->exact && at)
        ph_text_add_traces(node, &torn, 1);
    add_inlines(recogniser, node, one, 0, one->length, at);
    add_traces(node, one, 0, one->length, at);
    if (one->folded && !node->folded)
        node->folded = at + one->folded;
    add_span_runs(recogniser, &node->span, one, at);
}

/* ---- notes ---- */

static long note_value(const struct ph_block *block)
{
    long value = block->kind == PH_BLOCK_NOTE && block->label ? strtol(block->label, NULL, 10) : 0;
    return value > 0 && value <= LABEL_LIMIT ? value : 0;
}

/* Made first, so that marks can point to them; the first of two with one label is meant. */
static void make_notes(struct ph_recogniser *recogniser)
{
    const struct ph_blocks *blocks = recogniser->blocks;
    size_t count = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        long value = note_value(&blocks->items[i]);
        count += blocks->items[i].kind == PH_BLOCK_NOTE;
        recogniser->highest_note =
            value > recogniser->highest_note ? value : recogniser->highest_note;
    }
    recogniser->notes =
        ph_alloc_zero((size_t)recogniser->highest_note + 1, sizeof *recogniser->notes);
    recogniser->all_notes = ph_alloc_zero(count, sizeof *recogniser->all_notes);
    for (size_t i = 0; i < blocks->count; i++) {
        const struct ph_block *block = &blocks->items[i];
        if (block->kind != PH_BLOCK_NOTE)
            continue;
        struct ph_node *note = ph_node_of(recogniser, PH_FOOTNOTE, i, 0, block->length);
        note->as.footnote.mark = ph_arena_copy(recogniser->document->arena, block->label);
        recogniser->all_notes[recogniser->note_count++] = note;
        long value = note_value(block);
        size_t stars = block->label ? strspn(block->label, "*") : 0;
        if (value && !recogniser->notes[value])
            recogniser->notes[value] = note;
        else if (stars > 0 && stars < 4 && !recogniser->star_notes[stars])
            recogniser->star_notes[stars] = note;
    }
}

/* ---- sections ---- */

static size_t next_annex(const struct ph_recogniser *recogniser, size_t from)
{
    const struct ph_blocks *blocks = recogniser->blocks;
    while (from < blocks->count &&
           (ph_block_is_gone(&blocks->items[from]) ||
            !ph_block_is(recogniser->lexicon, &blocks->items[from], "annex")))
        from++;
    return from;
}

static bool has_organ(const struct ph_recogniser *recogniser, size_t from, size_t to)
{
    for (; from < to; from++)
        if (!ph_block_is_gone(&recogniser->blocks->items[from]) &&
            ph_block_is(recogniser->lexicon, &recogniser->blocks->items[from], "organ"))
            return true;
    return false;
}

static void set_genre(const struct ph_recogniser *recogniser, struct ph_node *document)
{
    struct ph_symbol symbol;
    struct ph_line line;
    const char *text = ph_field_text(document, PH_FIELD_SYMBOL);
    const char *title = ph_document_title(document);
    enum ph_symbol_kind kind = PH_SYMBOL_NONE;
    bool organ = false;
    if (text && ph_symbol_parse(text, strlen(text), &symbol, NULL))
        kind = symbol.kind;
    for (struct ph_node *node = document->first; node; node = node->next)
        organ = organ || node->kind == PH_ORGAN;
    enum ph_genre genre = organ ? PH_DRAFT : PH_OTHER_GENRE;
    if (ph_field_text(document, PH_FIELD_LETTER))
        genre = PH_LETTER;
    else if (ph_field_text(document, PH_FIELD_ADOPTED) || kind == PH_SYMBOL_RESOLUTION)
        genre = PH_RESOLUTION;
    else if (ph_field_text(document, PH_FIELD_PROPOSAL) || kind == PH_SYMBOL_DRAFT)
        genre = PH_DRAFT;
    else if (!organ && ph_lexicon_find_line(recogniser->lexicon, "memorandum", title, strlen(title),
                                            0, &line))
        genre = PH_MEMORANDUM;
    document->as.document.genre = genre;
}

/* Where the masthead names no symbol, the number of an adopted resolution makes it. */
static void complete_symbol(struct ph_node *document)
{
    const char *number = ph_field_text(document, PH_FIELD_NUMBER);
    if (!number || ph_field_text(document, PH_FIELD_SYMBOL))
        return;
    ph_set_field(document, PH_FIELD_SYMBOL,
                 ph_arena_printf(document->document->arena, "A/RES/%s", number));
}

/* An annex that holds a draft holds it as a document of its own. */
static void recognise_annex(struct ph_recogniser *recogniser, size_t from, size_t to)
{
    const struct ph_block *block = &recogniser->blocks->items[from];
    struct ph_node *annex = ph_node_new(recogniser->document, PH_ANNEX, "");
    annex->as.annex.label = ph_arena_copy(recogniser->document->arena, block->text);
    annex->span = ph_span_of(recogniser, from, 0, block->length);
    ph_append(recogniser->document->root, annex);
    if (!has_organ(recogniser, from + 1, to)) {
        ph_recognise_section(recogniser, annex, from + 1, to, false);
        return;
    }
    struct ph_node *draft = ph_append(annex, ph_node_new(recogniser->document, PH_DOCUMENT, ""));
    ph_recognise_section(recogniser, draft, from + 1, to, true);
    set_genre(recogniser, draft);
}

/* What the file says of itself, and the line of the masthead that has not its form. */
static const char *properties_of(const struct ph_recogniser *recogniser)
{
    struct ph_arena *arena = recogniser->document->arena;
    const char *own = ph_arena_copy(arena, recogniser->blocks->properties.data);
    if (!recogniser->odd_line)
        return own;
    return ph_arena_printf(arena, "%smasthead-line: %s\n", own ? own : "", recogniser->odd_line);
}

struct ph_document *ph_recognise(const struct ph_blocks *blocks, const struct ph_lexicon *lexicon)
{
    struct ph_recogniser recogniser = {.lexicon = lexicon, .blocks = blocks};
    recogniser.document = ph_document_new(blocks->name);
    recogniser.document->lexicon = lexicon;
    struct ph_node *root = recogniser.document->root;
    make_notes(&recogniser);
    size_t annex = next_annex(&recogniser, 0);
    ph_recognise_section(&recogniser, root, 0, annex, has_organ(&recogniser, 0, annex));
    while (annex < blocks->count) {
        size_t next = next_annex(&recogniser, annex + 1);
        recognise_annex(&recogniser, annex, next);
        annex = next;
    }
    for (size_t i = 0; i < recogniser.note_count; i++)
        ph_append(root, recogniser.all_notes[i]);
    complete_symbol(root);
    set_genre(&recogniser, root);
    ph_weave(&recogniser);
    if (blocks->remarks.length)
        recogniser.document->remarks =
            ph_arena_copy(recogniser.document->arena, blocks->remarks.data);
    recogniser.document->properties = properties_of(&recogniser);
    ph_document_number(recogniser.document);
    free(recogniser.notes);
    free(recogniser.all_notes);
    return recogniser.document;
}
