#include "archive/record.h"

#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "base/utf8.h"
#include "doc/walk.h"
#include "un/citation.h"
#include "un/symbol.h"

/* ---- from a document ---- */

struct making {
    struct ph_record *record;
    struct ph_arena *arena;
    size_t capacity;
    struct ph_form form;
};

static void add_citations(struct making *making, const struct ph_node *node,
                          struct ph_record_paragraph *paragraph)
{
    struct ph_citation *found;
    size_t count =
        ph_citations_find(node->document->lexicon, node->text.bytes, node->text.length, &found);
    char day[16];
    if (count)
        paragraph->citations = ph_arena_alloc(making->arena, count * sizeof *paragraph->citations);
    for (size_t i = 0; i < count; i++)
        paragraph->citations[i] = (struct ph_record_citation){
            ph_arena_copy(making->arena, found[i].number),
            found[i].date.year
                ? ph_arena_copy(making->arena, ph_date_iso(found[i].date, day, sizeof day))
                : ""};
    paragraph->citation_count = count;
    free(found);
}

/* A sub-paragraph is of the part that its paragraph is of. */
static const char *part_of(const struct ph_node *node)
{
    for (const struct ph_node *above = node; above; above = above->parent)
        if (above->kind == PH_PREAMBULAR || above->kind == PH_OPERATIVE)
            return ph_kind_name(above->kind);
    return ph_kind_name(node->kind);
}

static void add_paragraph(struct making *making, const struct ph_node *node)
{
    struct ph_record *record = making->record;
    char label[128];
    record->paragraphs =
        ph_grow(record->paragraphs, record->count, &making->capacity, sizeof *record->paragraphs);
    struct ph_record_paragraph *paragraph = &record->paragraphs[record->count++];
    ph_form_read(node->document->lexicon, node->text.bytes, node->text.length, &making->form);
    const char *phrase = ph_is_paragraph(node) ? node->as.paragraph.opening.phrase : NULL;
    *paragraph = (struct ph_record_paragraph){
        .part = part_of(node),
        .label = ph_arena_copy(making->arena, ph_label(node, label, sizeof label)),
        .opening = phrase ? ph_arena_copy(making->arena, phrase) : "",
        .words = ph_arena_copy(making->arena, ph_buffer_text(&making->form.words)),
        .values = ph_arena_copy(making->arena, ph_buffer_text(&making->form.values))};
    add_citations(making, node, paragraph);
}

static const char *copy_or_empty(struct ph_arena *arena, const char *text)
{
    return text ? ph_arena_copy(arena, text) : "";
}

static const char *adopted_on(struct ph_arena *arena, const struct ph_node *root)
{
    const char *text = ph_field_text(root, PH_FIELD_ADOPTED);
    struct ph_date date;
    char day[16];
    if (!text || !ph_date_parse(root->document->lexicon, text, strlen(text), &date, NULL))
        return "";
    return ph_arena_copy(arena, ph_date_iso(date, day, sizeof day));
}

static const char *title_form(const struct ph_lexicon *lexicon, struct making *making,
                              const char *title)
{
    char *folded = ph_utf8_fold(title, strlen(title));
    ph_form_read(lexicon, folded, strlen(folded), &making->form);
    free(folded);
    return ph_arena_copy(making->arena, ph_buffer_text(&making->form.words));
}

struct ph_record *ph_record_make(const struct ph_document *document, struct ph_arena *arena)
{
    struct making making = {.arena = arena,
                            .record = ph_arena_alloc(arena, sizeof(struct ph_record))};
    struct ph_record *record = making.record;
    char number[64];
    const struct ph_node *root = document->root;
    record->symbol = copy_or_empty(arena, ph_field_text(root, PH_FIELD_SYMBOL));
    record->name = ph_arena_copy(arena, ph_symbol_short(record->symbol, number, sizeof number));
    if (!*record->name)
        record->name = ph_arena_copy(arena, ph_document_name(root));
    record->session = ph_document_session(root);
    record->adopted = adopted_on(arena, root);
    record->title = ph_arena_copy(arena, ph_document_title(root));
    record->title_form = title_form(document->lexicon, &making, record->title);
    record->remarks = copy_or_empty(arena, document->remarks);
    for (const struct ph_node *node = ph_next_text(root, NULL); node;
         node = ph_next_text(root, node))
        if (node->kind != PH_FIELD && node->kind != PH_TITLE && node->text.length)
            add_paragraph(&making, node);
    record->paragraphs =
        ph_arena_take(arena, record->paragraphs, record->count * sizeof *record->paragraphs);
    ph_form_free(&making.form);
    return record;
}

/* ---- as bytes: each text ended by a NUL, each number in decimal ---- */

static void write_text(struct ph_buffer *out, const char *text)
{
    ph_buffer_add(out, text, strlen(text) + 1);
}

static void write_number(struct ph_buffer *out, size_t number)
{
    ph_buffer_printf(out, "%zu", number);
    ph_buffer_char(out, '\0');
}

void ph_record_write(const struct ph_record *record, struct ph_buffer *out)
{
    const char *const texts[] = {record->name,  record->symbol,     record->adopted,
                                 record->title, record->title_form, record->remarks};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        write_text(out, texts[i]);
    write_number(out, (size_t)record->session);
    write_number(out, record->count);
    for (size_t i = 0; i < record->count; i++) {
        const struct ph_record_paragraph *one = &record->paragraphs[i];
        const char *const words[] = {one->part, one->label, one->opening, one->words, one->values};
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            write_text(out, words[k]);
        write_number(out, one->citation_count);
        for (size_t k = 0; k < one->citation_count; k++) {
            write_text(out, one->citations[k].cited);
            write_text(out, one->citations[k].dated);
        }
    }
}

struct reading {
    const char *at, *end;
    struct ph_arena *arena;
    bool failed;
};

static const char *read_text(struct reading *reading)
{
    const char *stop =
        reading->failed ? NULL : memchr(reading->at, '\0', (size_t)(reading->end - reading->at));
    if (!stop) {
        reading->failed = true;
        return "";
    }
    const char *text = ph_arena_copy_n(reading->arena, reading->at, (size_t)(stop - reading->at));
    reading->at = stop + 1;
    return text;
}

/* A count of things that take at least a byte each. */
static size_t read_count(struct reading *reading)
{
    size_t count = strtoul(read_text(reading), NULL, 10);
    reading->failed = reading->failed || count > (size_t)(reading->end - reading->at);
    return reading->failed ? 0 : count;
}

static void read_paragraph(struct reading *reading, struct ph_record_paragraph *one)
{
    const char **words[] = {&one->part, &one->label, &one->opening, &one->words, &one->values};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        *words[k] = read_text(reading);
    one->citation_count = read_count(reading);
    one->citations =
        ph_arena_alloc(reading->arena, one->citation_count * sizeof *one->citations + 1);
    for (size_t k = 0; k < one->citation_count; k++) {
        one->citations[k].cited = read_text(reading);
        one->citations[k].dated = read_text(reading);
    }
}

struct ph_record *ph_record_read(const char *bytes, size_t length, struct ph_arena *arena)
{
    struct reading reading = {bytes, bytes + length, arena, false};
    struct ph_record *record = ph_arena_alloc(arena, sizeof *record);
    const char **texts[] = {&record->name,  &record->symbol,     &record->adopted,
                            &record->title, &record->title_form, &record->remarks};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = read_text(&reading);
    record->session = atoi(read_text(&reading));
    record->count = read_count(&reading);
    record->paragraphs = ph_arena_alloc(arena, record->count * sizeof *record->paragraphs + 1);
    for (size_t i = 0; i < record->count && !reading.failed; i++)
        read_paragraph(&reading, &record->paragraphs[i]);
    return reading.failed || reading.at != reading.end ? NULL : record;
}
