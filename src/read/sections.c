/* One document, or the content of one annex: the lines before the title, then the body, paragraph
 * by paragraph. A section with the line "The General Assembly," is a resolution; one without is a
 * letter, a note, or the text of an annex. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/label.h"
#include "read/lines.h"
#include "read/recognise.h"

enum {
    LEVELS = 8,          /* of nested numbers */
    MEND_LIMIT = 16,     /* pieces that one torn paragraph may have */
    HEADING_LENGTH = 200 /* bytes; a longer line without full stop is a torn paragraph */
};

enum zone { PREAMBLE, OPERATIVE, PLAIN, BACK };

/* A level of numbers that is open. */
struct level {
    struct ph_node *node;
    struct ph_paragraph_label label;
};

struct section {
    struct ph_recogniser *recogniser;
    struct ph_node *holder;
    size_t end; /* the block behind its last one */
    enum zone zone;
    bool resolution; /* holds the organ's line */
    struct level levels[LEVELS];
    int depth;            /* levels open; levels[0] is the paragraph, numbered or not */
    int operative, other; /* the last numbers of operative paragraphs, and since then of others */
    const struct ph_node *last_operative; /* NULL: none yet */
    struct ph_node *open; /* the paragraph that came last, which may be torn; NULL: none */
    int pieces;
};

static const struct ph_block *block_at(const struct section *section, size_t block)
{
    return &section->recogniser->blocks->items[block];
}

/* ---- numbered paragraphs ---- */

static void close_levels(struct section *section)
{
    section->depth = 0;
    section->open = NULL;
}

static struct ph_node *place(struct section *section, struct ph_node *parent, enum ph_kind kind,
                             size_t block)
{
    const struct ph_block *one = block_at(section, block);
    struct ph_node *node = ph_node_of(section->recogniser, kind, block, 0, one->length);
    node->as.paragraph.number = ph_arena_copy(node->document->arena, one->label);
    ph_append(parent, node);
    section->open = node;
    section->pieces = 1;
    return node;
}

static void set_opening(struct section *section, struct ph_node *node)
{
    enum ph_part part = node->kind == PH_PREAMBULAR ? PH_PREAMBLE : PH_OPERATIVE_PART;
    ph_lexicon_opening(section->recogniser->lexicon, node->text.bytes, node->text.length, part,
                       &node->as.paragraph.opening);
}

static void add_paragraph(struct section *section, enum ph_kind kind, size_t block,
                          const struct ph_paragraph_label *label)
{
    struct ph_node *node = place(section, section->holder, kind, block);
    if (kind != PH_PARAGRAPH)
        set_opening(section, node);
    if (kind == PH_OPERATIVE)
        section->last_operative = node;
    section->levels[0] = (struct level){.node = node};
    if (label)
        section->levels[0].label = *label;
    section->depth = 1;
}

static bool goes_on(const struct ph_paragraph_label *from, const struct ph_paragraph_label *to)
{
    if (from->style != to->style)
        return false;
    return to->style == PH_LABEL_BULLET || (from->decimal && to->decimal == from->decimal + 1) ||
           (from->letter && to->letter == from->letter + 1) ||
           (from->roman && to->roman == from->roman + 1);
}

static bool is_first(const struct ph_paragraph_label *label)
{
    return label->decimal == 1 || label->letter == 1 || label->roman == 1;
}

/* The level of a sub-paragraph, 1 or more: where its number goes on from the last one there,
 * innermost first; else a new level, if it is a first number or of a style not yet open. */
static int level_of(const struct section *section, const struct ph_paragraph_label *label)
{
    int same = 0;
    for (int i = section->depth - 1; i >= 1; i--) {
        if (goes_on(&section->levels[i].label, label))
            return i;
        if (!same && section->levels[i].label.style == label->style)
            same = i;
    }
    if (same && !is_first(label))
        return same;
    return section->depth < LEVELS ? section->depth : LEVELS - 1;
}

/* "(i)" is the ninth letter behind "(h)" and else the first roman number: what it was read as
 * decides what may follow it. */
static struct ph_paragraph_label settled(const struct section *section, int level,
                                         struct ph_paragraph_label label)
{
    if (!label.letter || !label.roman)
        return label;
    const struct ph_paragraph_label *last = &section->levels[level].label;
    bool continues = level < section->depth;
    if (continues ? last->letter && label.letter == last->letter + 1 : label.roman != 1)
        label.roman = 0;
    else
        label.letter = 0;
    return label;
}

static void add_subparagraph(struct section *section, size_t block,
                             const struct ph_paragraph_label *label)
{
    int level = level_of(section, label);
    struct ph_paragraph_label known = settled(section, level, *label);
    struct ph_node *node = place(section, section->levels[level - 1].node, PH_SUBPARAGRAPH, block);
    node->as.paragraph.level = level + 1;
    section->levels[level] = (struct level){.node = node, .label = known};
    section->depth = level + 1;
}

static bool opens(const struct section *section, const struct ph_block *block, enum ph_part part)
{
    struct ph_opening opening;
    return ph_lexicon_opening(section->recogniser->lexicon, block->text, block->length, part,
                              &opening) &&
           opening.known;
}

/* The number of the next numbered paragraph; 0: none comes. */
static int next_number(const struct section *section, size_t block)
{
    while (++block < section->end) {
        const struct ph_block *one = block_at(section, block);
        const struct ph_paragraph_label label = ph_label_of(one->label);
        if (one->kind != PH_BLOCK_NOTE && ph_label_is_main(&label))
            return label.decimal;
    }
    return 0;
}

/* Whether the last operative paragraph has no number, and ends as the last of all does. */
static bool has_lone_end(const struct section *section)
{
    const struct ph_node *last = section->last_operative;
    return last && !last->as.paragraph.number && last->text.length &&
           last->text.bytes[last->text.length - 1] == '.';
}

/* Whether a numbered paragraph among operative ones is of another text: the new wording of a
 * statute, an annex whose heading is gone. Its number begins anew, behind a lone one too, or stands
 * between two that follow each other, and its words are not those of an operative paragraph. */
static bool is_of_another_text(const struct section *section, size_t block, int number)
{
    const bool may_be =
        (section->other && number == section->other + 1) ||
        (number == 1 && (section->operative > 1 || has_lone_end(section))) ||
        (number < section->operative && next_number(section, block) == section->operative + 1);
    return may_be && !opens(section, block_at(section, block), PH_OPERATIVE_PART);
}

static enum ph_kind kind_of_numbered(struct section *section, size_t block, int number)
{
    if (section->zone != OPERATIVE)
        return section->zone == PREAMBLE ? PH_PREAMBULAR : PH_PARAGRAPH;
    bool other = is_of_another_text(section, block, number);
    section->other = other ? number : 0;
    if (!other)
        section->operative = number;
    return other ? PH_PARAGRAPH : PH_OPERATIVE;
}

/* A paragraph of its own inside the one that is open: quoted words, words behind a list. */
static void add_inner(struct section *section, size_t block)
{
    struct ph_node *node = place(section, section->levels[0].node, PH_PARAGRAPH, block);
    node->as.paragraph.level = 2;
}

static void add_numbered(struct section *section, size_t block)
{
    const struct ph_paragraph_label label = ph_label_of(block_at(section, block)->label);
    bool main_number = ph_label_is_main(&label);
    if (section->depth && label.quoted) {
        add_inner(section, block);
        return;
    }
    if (section->depth && !main_number) {
        add_subparagraph(section, block, &label);
        return;
    }
    if (section->zone == PREAMBLE && main_number)
        section->zone = OPERATIVE;
    add_paragraph(section, kind_of_numbered(section, block, label.decimal), block, &label);
}

/* ---- paragraphs without a number ---- */

/* Whether a block opens as a preambular paragraph does, but with a small letter: a slip where
 * paragraphs are not torn by lines and pages. */
static bool opens_small(const struct section *section, const struct ph_block *block)
{
    if (section->zone != PREAMBLE || section->recogniser->blocks->loose)
        return false;
    char *words = ph_utf8_capital(block->text);
    struct ph_opening opening;
    bool known = ph_lexicon_opening(section->recogniser->lexicon, words, strlen(words), PH_PREAMBLE,
                                    &opening) &&
                 opening.known;
    free(words);
    return known;
}

/* Whether a block goes on with the paragraph before it, which an empty line or a page tore. */
static bool is_rest(const struct section *section, const struct ph_block *block)
{
    const struct ph_node *open = section->open;
    if (!open || block->kind == PH_BLOCK_HEADING || section->pieces >= MEND_LIMIT ||
        ph_block_is_changed(block))
        return false;
    const struct ph_text *text = &open->text;
    bool finished = text->length && ph_is_finished(text->bytes, text->length);
    bool comma = text->length && text->bytes[text->length - 1] == ',';
    if (ph_starts_small(block->text, block->length))
        return !finished || (comma && !opens_small(section, block));
    bool numbered = open->kind != PH_PARAGRAPH || open->as.paragraph.number;
    return !finished && numbered && ph_is_finished(block->text, block->length) &&
           !opens(section, block, PH_PREAMBLE) && !opens(section, block, PH_OPERATIVE_PART);
}

/* The number of a section heading, "I", "IV", "A": its length; 0: none. */
static size_t heading_number(const struct ph_block *block)
{
    size_t length = strspn(block->text, "IVX");
    if (!length)
        length = block->text[0] >= 'A' && block->text[0] <= 'Z';
    if (!length)
        return 0;
    size_t end = length + (block->text[length] == '.');
    bool alone = end == block->length;
    return alone || (end > length && block->text[end] == ' ') ? length : 0;
}

static bool is_heading(const struct ph_block *block)
{
    if (block->kind == PH_BLOCK_HEADING)
        return true;
    if (block->label || block->length > HEADING_LENGTH || !block->length)
        return false;
    return heading_number(block) || (!ph_starts_small(block->text, block->length) &&
                                     !ph_is_finished(block->text, block->length));
}

static void add_heading(struct section *section, size_t block)
{
    const struct ph_block *one = block_at(section, block);
    size_t number = heading_number(one);
    struct ph_node *last = section->holder->last;
    close_levels(section);
    if (!number && last && last->kind == PH_HEADING && last->as.heading.number &&
        !last->text.length) {
        ph_add_words(section->recogniser, last, block);
        return;
    }
    size_t from = number ? number + strspn(one->text + number, ". ") : 0;
    struct ph_node *node = ph_node_of(section->recogniser, PH_HEADING, block, from, one->length);
    node->as.heading.level = one->level ? one->level : 1;
    if (number)
        node->as.heading.number = ph_arena_copy_n(node->document->arena, one->text, number);
    ph_append(section->holder, node);
}

/* Whether the paragraph before ends with a colon: what follows is what it announces. */
static bool is_announced(const struct section *section)
{
    const struct ph_node *last = section->holder->last;
    return last && last->kind == PH_PARAGRAPH && last->text.length &&
           last->text.bytes[last->text.length - 1] == ':';
}

static void add_plain(struct section *section, size_t block)
{
    const struct ph_block *one = block_at(section, block);
    bool preamble = section->resolution && opens(section, one, PH_PREAMBLE);
    bool comma = one->length && one->text[one->length - 1] == ',';
    bool operative = section->resolution && !preamble && !(section->zone == PREAMBLE && comma) &&
                     opens(section, one, PH_OPERATIVE_PART);
    if (section->zone == PLAIN || section->zone == BACK) {
        if (section->zone == PLAIN && is_heading(one) && !is_announced(section))
            add_heading(section, block);
        else
            add_paragraph(section, PH_PARAGRAPH, block, NULL);
        return;
    }
    if (operative)
        section->zone = OPERATIVE;
    if (preamble || operative)
        add_paragraph(section, preamble ? PH_PREAMBULAR : PH_OPERATIVE, block, NULL);
    else if (is_heading(one))
        add_heading(section, block);
    else if (section->zone == PREAMBLE)
        add_paragraph(section, PH_PREAMBULAR, block, NULL);
    else if (section->depth)
        add_inner(section, block);
    else
        add_paragraph(section, PH_PARAGRAPH, block, NULL);
}

/* ---- blocks ---- */

static bool has_organ_node(const struct ph_node *holder)
{
    for (const struct ph_node *node = holder->first; node; node = node->next)
        if (node->kind == PH_ORGAN)
            return true;
    return false;
}

/* A line of the closing: what it closes, the zone behind it. */
static bool take_closing(struct section *section, size_t block, const char *name,
                         const struct ph_line *line)
{
    const struct ph_node *last = section->holder->last;
    bool behind_meeting = last && last->kind == PH_CLOSING && last->last == last->first;
    enum ph_field field;
    if (!strcmp(name, "meeting"))
        field = PH_FIELD_MEETING;
    else if (!strcmp(name, "signed"))
        field = PH_FIELD_SIGNED;
    else if (!strcmp(name, "date") && section->zone == BACK && behind_meeting)
        field = PH_FIELD_MEETING_DATE;
    else
        return false;
    close_levels(section);
    section->zone = BACK;
    ph_add_closing(section->recogniser, section->holder, field, block, line->from, line->to);
    return true;
}

/* A block that a line pattern of the lexicon matches as a whole. */
static bool take_known(struct section *section, size_t block)
{
    struct ph_recogniser *recogniser = section->recogniser;
    const struct ph_block *one = block_at(section, block);
    struct ph_line line;
    const char *name = ph_block_name(recogniser->lexicon, one, &line);
    if (name && !strcmp(name, "organ") && section->zone == PREAMBLE &&
        !has_organ_node(section->holder)) {
        ph_append(section->holder, ph_node_of(recogniser, PH_ORGAN, block, 0, one->length));
        return true;
    }
    if (name && take_closing(section, block, name, &line))
        return true;
    bool masthead = section->zone == BACK || (name && section->holder->kind == PH_ANNEX);
    return masthead && ph_take_masthead(recogniser, recogniser->document->root, block);
}

/* What is struck out stands where it stood and leaves the paragraphs around it as they are: it is
 * placed as a section would place it that goes on from here. */
static void take_gone(struct section *gone, size_t block)
{
    gone->open = NULL;
    if (block_at(gone, block)->label)
        add_numbered(gone, block);
    else
        add_plain(gone, block);
}

static void take_block(struct section *section, size_t block)
{
    const struct ph_block *one = block_at(section, block);
    if (one->kind == PH_BLOCK_FURNITURE) {
        ph_take_masthead(section->recogniser, section->recogniser->document->root, block);
    } else if (one->label) {
        add_numbered(section, block);
    } else if (take_known(section, block)) {
        return;
    } else if (is_rest(section, one)) {
        if (section->recogniser->blocks->whole && !section->open->folded)
            section->open->folded = section->open->text.length + 1;
        ph_add_words(section->recogniser, section->open, block);
        section->pieces++;
    } else {
        add_plain(section, block);
    }
}

void ph_recognise_section(struct ph_recogniser *recogniser, struct ph_node *holder, size_t from,
                          size_t to, bool resolution)
{
    struct section section = {.recogniser = recogniser,
                              .holder = holder,
                              .end = to,
                              .zone = resolution ? PREAMBLE : PLAIN,
                              .resolution = resolution};
    size_t body = ph_recognise_front(recogniser, holder, from, to, resolution);
    struct section gone = section;
    for (size_t block = body; block < to; block++) {
        const struct ph_block *one = block_at(&section, block);
        if (one->kind == PH_BLOCK_NOTE)
            continue;
        if (ph_block_is_gone(one)) {
            take_gone(&gone, block);
            continue;
        }
        take_block(&section, block);
        gone = section;
    }
}
