/* A paragraph as a whole: its number, whether it is a heading, what becomes of it. */
#include "read/docx/paragraph.h"
#include "read/label.h"
#include "read/lines.h"

/* The number that Word would show; true: there is one, in `out`. */
static bool find_number(struct ph_wml *wml, const struct ph_wml_paragraph *paragraph, bool counts,
                        struct ph_buffer *out)
{
    const struct ph_wml_style *style = paragraph->style;
    const xmlNode *own = ph_wml_first(paragraph->properties, "numPr");
    long list = ph_wml_number(ph_wml_first(own, "numId"), "val", -1);
    long level = ph_wml_number(ph_wml_first(own, "ilvl"), "val", -1);
    bool known;
    if (list < 0 && style) {
        list = style->list;
        level = level < 0 ? style->level : level;
    }
    bool found =
        ph_wml_next_number(&wml->numbering, &wml->styles, list, level, style, counts, out, &known);
    if (!known)
        ph_wml_remark(wml, PH_WML_NUMBER);
    return found;
}

static long outline_of(const struct ph_wml_paragraph *paragraph)
{
    long own = ph_wml_number(ph_wml_first(paragraph->properties, "outlineLvl"), "val", -1);
    return own < 0 && paragraph->style ? paragraph->style->outline : own;
}

/* A number that only a heading has ("I.", "Article 2", "A.1") stands with its words. */
static bool is_label(const struct ph_buffer *number)
{
    struct ph_paragraph_label label;
    return ph_label_read(ph_buffer_text(number), number->length, &label) &&
           label.length == number->length;
}

static void begin(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const xmlNode *element,
                  enum ph_block_kind kind)
{
    const xmlNode *properties = ph_wml_first(element, "pPr");
    const struct ph_wml_style *style =
        ph_wml_style(&wml->styles, ph_wml_value(properties, "pStyle"));
    *paragraph =
        (struct ph_wml_paragraph){.element = element, .properties = properties, .kind = kind};
    paragraph->style = style ? style : wml->styles.paragraph;
    paragraph->around = ph_wml_change_around(element->parent, NULL);
    paragraph->grounded = ph_wml_is_highlighted(properties);
    paragraph->torn = ph_wml_is_gone(ph_wml_change_among(ph_wml_first(properties, "rPr")));
    paragraph->source.paragraph = wml->paragraph - 1;
    paragraph->source.change = paragraph->around;
}

static void read_words(struct ph_wml *wml, struct ph_wml_paragraph *paragraph)
{
    const xmlNode *top = paragraph->element, *one = top;
    bool over = false;
    while ((one = ph_wml_step(top, one, over)))
        over = ph_wml_take(wml, paragraph, one);
    ph_wml_end_instructions(&wml->fields);
}

struct ph_block *ph_wml_close_paragraph(struct ph_wml *wml, enum ph_block_kind kind)
{
    return ph_wml_make_block(&wml->words, wml->blocks, kind, wml->part, &wml->full);
}

/* People give paragraphs the look of headings; a heading ends with a word. */
static bool ends_clause(const struct ph_block *block)
{
    int32_t c = ph_ending(block->text, block->length);
    return c == ',' || c == ';' || c == ':' || c == '.';
}

/* Makes the block of a whole paragraph: its number, and whether it is a heading. */
static void close_whole(struct ph_wml *wml, const struct ph_wml_paragraph *paragraph,
                        const struct ph_buffer *number, enum ph_block_kind kind)
{
    enum { HEADINGS = 9 };
    long outline = outline_of(paragraph);
    struct ph_block *block = ph_wml_close_paragraph(wml, kind);
    if (!block || kind != PH_BLOCK_TEXT)
        return;
    block->style = paragraph->style ? paragraph->style->name : NULL;
    if (number->length)
        block->label = ph_arena_copy_n(wml->blocks->arena, number->data, number->length);
    else
        ph_block_take_label(wml->blocks, block);
    if (block->label && !ph_block_is_gone(block))
        ph_wml_hear_number(wml, number->length > 0);
    if (!block->label && outline >= 0 && outline < HEADINGS && !ends_clause(block)) {
        block->kind = PH_BLOCK_HEADING;
        block->level = (int)outline + 1;
    }
}

/* Its end, its number or its look is tracked as changed. */
static bool is_changed(const struct ph_wml_paragraph *paragraph)
{
    const xmlNode *mark = ph_wml_first(paragraph->properties, "rPr");
    return ph_wml_change_among(mark) != PH_WML_KEPT || ph_wml_first(mark, "rPrChange") ||
           ph_wml_first(paragraph->properties, "pPrChange");
}

void ph_wml_read_paragraph(struct ph_wml *wml, const xmlNode *element, enum ph_block_kind kind)
{
    struct ph_wml_paragraph paragraph;
    struct ph_buffer number = {0};
    begin(wml, &paragraph, element, kind);
    if (kind == PH_BLOCK_TEXT && find_number(wml, &paragraph, !paragraph.torn, &number) &&
        !is_label(&number)) {
        ph_buffer_char(&number, ' ');
        if (!paragraph.torn)
            ph_wml_put(wml, &paragraph, ph_buffer_text(&number));
        ph_buffer_clear(&number);
    }
    read_words(wml, &paragraph);
    if (is_changed(&paragraph))
        ph_wml_add_trace(&wml->words, PH_TRACE_CHANGED);
    bool joins = paragraph.torn && ph_wml_has_words(&wml->words);
    if (kind == PH_BLOCK_NOTE)
        ph_wml_put(wml, &paragraph, " ");
    else if (!joins)
        close_whole(wml, &paragraph, &number, kind);
    ph_buffer_free(&number);
}
