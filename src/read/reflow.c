/* Paragraphs out of lines. Where a line is a paragraph there is nothing to do; where lines are
 * wrapped, each line either goes on with the paragraph before it or starts one. What tells: how
 * the line before ends, how this one starts, what stands between, and the first line's indent. */
#include <string.h>

#include "read/label.h"
#include "read/text.h"

struct reflow {
    const struct ph_lexicon *lexicon;
    struct ph_blocks *blocks;
    bool notes_inside;         /* "[3: ...]" in the paragraphs */
    bool in_body;              /* behind "The General Assembly," */
    struct ph_text_line *last; /* line of the paragraph that is open; NULL: none is */
    int margin;                /* indent of its second line, -1 while it has one line */
    int line;                  /* number of its first line */
    struct ph_buffer text;
};

bool ph_starts_paragraph(const struct ph_lexicon *lexicon, struct ph_text_line *line)
{
    struct ph_opening opening;
    enum { PHRASE = 120 }; /* an opening phrase is never longer */
    size_t length = line->length < PHRASE ? line->length : PHRASE;
    while (length < line->length && ((unsigned char)line->text[length] & 0xC0) == 0x80)
        length++;
    if (ph_label_starts(line->text, line->length) || ph_line_name(lexicon, line))
        return true;
    return !ph_starts_small(line->text, line->length) &&
           ph_lexicon_opening(lexicon, line->text, length, PH_NO_PART, &opening) && opening.known;
}

static bool is_indented(const struct reflow *reflow, const struct ph_text_line *line)
{
    enum { FIRST_LINE = 2 };
    return reflow->margin >= 0 && line->indent >= reflow->margin + FIRST_LINE;
}

/* Whether text starts with the name of a Member State and goes on as a list of sponsors. */
static bool lists_states(const struct reflow *reflow, const char *text, size_t length)
{
    const char *const *states = ph_lexicon_list(reflow->lexicon, "member-states");
    for (; states && *states; states++) {
        size_t n = strlen(*states);
        if (n < length && !memcmp(text, *states, n) && (text[n] == ',' || text[n] == ':'))
            return true;
    }
    return false;
}

/* Masthead and title: every known line stands alone; others go on until a blank line. A bracket
 * that is open ("[on the report of ...") and a list of sponsors go on over known lines too. */
static bool breaks_in_front(struct reflow *reflow, struct ph_text_line *line, enum ph_line_gap gap)
{
    enum { BRACKET = 600 }; /* no source line is longer */
    const char *text = ph_buffer_text(&reflow->text);
    const char *name = ph_line_name(reflow->lexicon, line);
    if (gap != PH_GAP_NONE)
        return true;
    if (text[0] == '[' && reflow->text.length < BRACKET && !strchr(text, ']'))
        return false;
    if (lists_states(reflow, text, reflow->text.length))
        return name && !ph_is_name(name, "sponsors") && !ph_is_name(name, "proposal");
    return name || lists_states(reflow, line->text, line->length) ||
           ph_line_name(reflow->lexicon, reflow->last);
}

static bool breaks_in_body(struct reflow *reflow, struct ph_text_line *line, enum ph_line_gap gap)
{
    const struct ph_text_line *last = reflow->last;
    bool finished = ph_is_finished(last->text, last->length);
    bool starts = ph_starts_paragraph(reflow->lexicon, line);
    bool small = ph_starts_small(line->text, line->length);
    bool comma = ph_ending(last->text, last->length) == ',';
    if (ph_is_name(ph_line_name(reflow->lexicon, reflow->last), "organ"))
        return true;
    switch (gap) {
    case PH_GAP_NONE:
        return (finished && !small && (starts || is_indented(reflow, line))) ||
               (starts && ph_label_starts(line->text, line->length));
    case PH_GAP_BLANK:
        return !(small && (!finished || comma));
    case PH_GAP_PAGE:
        return starts || (finished && !comma && !small);
    }
    return true;
}

/* Takes out what fields of the word processor left in the words ("[bookmark: ...]"). */
static void drop_fields(const struct reflow *reflow, struct ph_buffer *text)
{
    struct ph_line field;
    struct ph_buffer words = {0};
    size_t at = 0;
    if (!memchr(ph_buffer_text(text), '[', text->length))
        return;
    while (ph_lexicon_find_line(reflow->lexicon, "field", text->data, text->length, at, &field)) {
        ph_buffer_add(&words, text->data + at, field.match_from - at);
        at = field.match_to;
    }
    ph_buffer_add(&words, text->data + at, text->length - at);
    ph_buffer_free(text);
    *text = words;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Text made from PDF has spaces that the eye does not see: before a comma, before a hyphen. */
static void tighten(struct ph_buffer *text)
{
    size_t to = 0;
    for (size_t i = 0; i < text->length; i++) {
        const char *c = text->data + i;
        bool hyphen = c[0] == ' ' && c[1] == '-' && is_letter(c[2]);
        bool comma = c[0] == ' ' && (c[1] == ',' || c[1] == ';');
        if (!(i > 0 && is_letter(c[-1]) && (hyphen || comma)))
            text->data[to++] = *c;
    }
    text->length = to;
    text->data[to] = '\0';
}

/* The open paragraph without the footnotes inside it, as a block. */
static bool close_paragraph(struct reflow *reflow)
{
    if (!reflow->last)
        return true;
    struct ph_buffer words = {0};
    struct ph_buffer *text = &reflow->text;
    bool fine = true;
    drop_fields(reflow, text);
    if (reflow->blocks->loose)
        tighten(text);
    if (reflow->notes_inside) {
        fine = ph_split_notes(ph_buffer_text(text), text->length, reflow->line, reflow->blocks,
                              &words);
        text = &words;
    }
    struct ph_block *block = fine ? ph_blocks_add(reflow->blocks, PH_BLOCK_TEXT,
                                                  ph_buffer_text(text), text->length, reflow->line)
                                  : NULL;
    if (block)
        ph_block_take_label(reflow->blocks, block);
    ph_buffer_free(&words);
    ph_buffer_clear(&reflow->text);
    reflow->last = NULL;
    return block != NULL;
}

size_t ph_joint_length(const char *text, size_t length)
{
    static const char *const joints[] = {
        "-", "/", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t n = strlen(joints[i]);
        if (length >= n && !memcmp(text + length - n, joints[i], n))
            return n;
    }
    return 0;
}

static bool is_listed(const char *const *words, const char *word, size_t length)
{
    for (; words && *words; words++)
        if (strlen(*words) == length && !memcmp(*words, word, length))
            return true;
    return false;
}

bool ph_is_compound(const struct ph_lexicon *lexicon, const char *text, size_t length,
                    const char *next, size_t next_length)
{
    size_t joint = ph_joint_length(text, length), word = 0;
    if (!joint || length == joint || text[length - joint - 1] == ' ')
        return false;
    while (word < next_length && is_letter(next[word]))
        word++;
    if (text[length - 1] == '-' &&
        is_listed(ph_lexicon_list(lexicon, "behind-hyphens"), next, word))
        return false;
    return next_length > 0 && (word > 0 || (next[0] & 0x80) || (next[0] >= '0' && next[0] <= '9'));
}

static void add_line(struct reflow *reflow, struct ph_text_line *line, enum ph_line_gap gap)
{
    bool first = !reflow->last;
    if (first) {
        reflow->line = line->number;
        reflow->margin = -1;
    } else {
        /* pages differ in their margins */
        if (gap == PH_GAP_PAGE ||
            (reflow->margin < 0 &&
             !ph_label_is_all(ph_buffer_text(&reflow->text), reflow->text.length)))
            reflow->margin = line->indent;
        if (!ph_is_compound(reflow->lexicon, ph_buffer_text(&reflow->text), reflow->text.length,
                            line->text, line->length))
            ph_buffer_char(&reflow->text, ' ');
    }
    ph_buffer_add(&reflow->text, line->text, line->length);
    reflow->last = line;
    const char *name = ph_line_name(reflow->lexicon, line);
    if (ph_is_name(name, "organ") || ph_is_name(name, "meeting"))
        reflow->in_body = ph_is_name(name, "organ");
}

static bool breaks(struct reflow *reflow, const struct ph_lines *lines, struct ph_text_line *line,
                   enum ph_line_gap gap)
{
    if (!reflow->last || !lines->wrapped)
        return true;
    if (ph_label_is_all(ph_buffer_text(&reflow->text), reflow->text.length))
        return false;
    return reflow->in_body ? breaks_in_body(reflow, line, gap) : breaks_in_front(reflow, line, gap);
}

/* A line of furniture is kept as a block of that kind: it may hold a symbol or a job number. */
static bool add_furniture(struct reflow *reflow, const struct ph_text_line *line)
{
    return ph_blocks_add(reflow->blocks, PH_BLOCK_FURNITURE, line->text, line->length,
                         line->number) != NULL;
}

static bool has_notes_inside(const struct ph_lines *lines)
{
    static const char mark[] = "[footnoteRef:";
    for (size_t i = 0; i < lines->count; i++)
        if (memmem(lines->items[i].text, lines->items[i].length, mark, sizeof mark - 1))
            return true;
    return false;
}

bool ph_reflow(struct ph_lines *lines, const struct ph_lexicon *lexicon, struct ph_blocks *blocks)
{
    struct reflow reflow = {.lexicon = lexicon, .blocks = blocks};
    reflow.notes_inside = has_notes_inside(lines);
    enum ph_line_gap gap = PH_GAP_NONE;
    bool fine = true;
    for (size_t i = 0; i < lines->count && fine; i++) {
        struct ph_text_line *line = &lines->items[i];
        enum ph_line_gap own = line->gap;
        gap = own > gap ? own : gap;
        if (line->role != PH_LINE_WORDS) {
            fine = line->role == PH_LINE_NOTE || add_furniture(&reflow, line);
            gap = PH_GAP_PAGE;
            continue;
        }
        if (breaks(&reflow, lines, line, gap))
            fine = close_paragraph(&reflow);
        add_line(&reflow, line, gap);
        gap = PH_GAP_NONE;
    }
    fine = fine && close_paragraph(&reflow);
    ph_buffer_free(&reflow.text);
    return fine;
}
