/* The lines before the title, behind the closing lines and at the edges of pages: which facts
 * they state. A line states one fact, or several that ran together when the file was exported
 * ("19 May 2010Sixty-fourth session"). */
#include <stdlib.h>
#include <string.h>

#include "read/recognise.h"
#include "un/date.h"
#include "un/symbol.h"

/* The lexicon's lines that state a field. LOOSE: also found within a line; WHOLE: the whole line is
 * what it states. Form: the lexicon's line that such a line should be, word for word. */
enum extent { LINE, WHOLE, LOOSE };

static const struct {
    const char *line;
    enum ph_field field;
    enum extent extent;
    const char *form;
} statements[] = {
    {"symbol", PH_FIELD_SYMBOL, LOOSE, NULL},
    {"organ-name", PH_FIELD_ORGAN, LOOSE, NULL},
    {"distribution", PH_FIELD_DISTRIBUTION, LOOSE, "distribution-form"},
    {"date", PH_FIELD_DATE, LOOSE, NULL},
    {"session", PH_FIELD_SESSION, LOOSE, NULL},
    {"agenda-item", PH_FIELD_AGENDA_ITEM, LOOSE, "agenda-item-form"},
    {"original", PH_FIELD_ORIGINAL, LOOSE, "original-form"},
    {"job", PH_FIELD_JOB, LOOSE, NULL},
    {"committee", PH_FIELD_COMMITTEE, LINE, NULL},
    {"language", PH_FIELD_LANGUAGE, LINE, NULL},
    {"adopted", PH_FIELD_ADOPTED, LINE, "adopted-form"},
    {"adopted-on", PH_FIELD_ADOPTED, LINE, NULL},
    {"source", PH_FIELD_SOURCE, LINE, "source-form"},
    {"sponsors", PH_FIELD_SPONSORS, LINE, NULL},
    {"proposal", PH_FIELD_PROPOSAL, LINE, NULL},
    {"request", PH_FIELD_REQUEST, LINE, NULL},
    {"letter-date", PH_FIELD_LETTER, WHOLE, NULL},
};

enum { STATEMENTS = sizeof statements / sizeof *statements };

/* Lines that are known and state nothing. */
static const char *const silent[] = {"united-nations", "note-rule", "junk", "page"};

/* Where the format knows its furniture, a number alone is no page number but a cell of a table. */
static bool is_silent(const char *name, const struct ph_blocks *blocks, size_t block)
{
    if (blocks->exact && blocks->items[block].kind != PH_BLOCK_FURNITURE && !strcmp(name, "page"))
        return false;
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (!strcmp(name, silent[i]))
            return true;
    return false;
}

/* "Resolution adopted by the General Assembly", the date being on the next line, states none. */
static bool is_value(const struct ph_lexicon *lexicon, enum ph_field name, const char *text,
                     size_t length)
{
    struct ph_date date;
    return length &&
           (name != PH_FIELD_ADOPTED || ph_date_parse(lexicon, text, length, &date, NULL));
}

/* A line that states something in words that it should not have: rules ask for the first
 * (ph:property). Furniture and lines that ran together are as their file has them. */
static void note_odd(struct ph_recogniser *recogniser, size_t block)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    if (!recogniser->odd_line && one->kind != PH_BLOCK_FURNITURE &&
        !memchr(one->text, '\n', one->length))
        recogniser->odd_line = ph_arena_copy_n(recogniser->document->arena, one->text, one->length);
}

/* The block is nothing but this statement, and not in the words that such a line has. */
static bool departs(const struct ph_recogniser *recogniser, size_t block, size_t statement,
                    const struct ph_line *found)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    const char *form = statements[statement].form;
    struct ph_line line;
    if (!form || found->match_from > 0 || found->match_to < one->length)
        return false;
    return !ph_lexicon_find_line(recogniser->lexicon, form, one->text, one->length, 0, &line) ||
           line.match_from > 0 || line.match_to < one->length;
}

/* A field with bytes [from, to) of a block; what was stated first holds. */
static void state(struct ph_recogniser *recogniser, struct ph_node *document, enum ph_field name,
                  size_t block, size_t from, size_t to)
{
    if (from >= to || ph_field_node(document, name))
        return;
    const char *value = recogniser->blocks->items[block].text + from;
    if (!is_value(recogniser->lexicon, name, value, to - from)) {
        if (*value >= '0' && *value <= '9')
            note_odd(recogniser, block);
        return;
    }
    struct ph_node *words = ph_node_of(recogniser, PH_FIELD, block, from, to);
    struct ph_node *field = ph_set_field(document, name, words->text.bytes);
    field->text = words->text;
    field->span = words->span;
    field->mark = words->mark;
}

/* The drafts named in the source line, "A/64/L.45 and Add.1" being two. */
static void state_drafts(struct ph_recogniser *recogniser, struct ph_node *document, size_t block,
                         size_t from, size_t to)
{
    const char *text = recogniser->blocks->items[block].text;
    struct ph_symbol symbol;
    size_t start, end;
    char *last = NULL;
    for (; from < to; from = end) {
        static const char addition[] = "Add.";
        const char *bare = last ? memmem(text + from, to - from, addition, 4) : NULL;
        size_t bare_at = bare ? (size_t)(bare - text) : to;
        bool found = ph_symbol_find(text, to, from, &symbol, &start, &end);
        if (bare && (!found || bare_at < start)) {
            end = bare_at + 4 + strspn(bare + 4, "0123456789");
            char *whole = ph_arena_printf(document->document->arena, "%s/%.*s", last,
                                          (int)(end - bare_at), bare);
            ph_set_field(document, PH_FIELD_DRAFT, whole);
            continue;
        }
        if (!found)
            break;
        if (symbol.kind != PH_SYMBOL_DRAFT)
            continue;
        free(last);
        last = ph_symbol_printed(text + start, end - start);
        ph_set_field(document, PH_FIELD_DRAFT, last);
    }
    free(last);
}

/* A mark behind the value ("Italy and Turkmenistan:* draft resolution") belongs to it. */
static void state_marks(struct ph_recogniser *recogniser, struct ph_node *field, size_t block,
                        size_t to)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    for (size_t i = 0; i < one->run_count; i++) {
        struct ph_node *note = one->runs[i].kind == PH_RUN_NOTE_MARK && one->runs[i].from > to
                                   ? ph_note_of(recogniser, one->runs[i].label)
                                   : NULL;
        if (note)
            ph_text_mark(field, PH_NOTE, field->text.length, field->text.length)->note = note;
    }
}

static void state_proposal(struct ph_recogniser *recogniser, struct ph_node *document, size_t block,
                           size_t from)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    struct ph_line line;
    if (ph_lexicon_find_line(recogniser->lexicon, "proposal", one->text, one->length, from, &line))
        state(recogniser, document, PH_FIELD_PROPOSAL, block, line.from, line.to);
}

static void state_one(struct ph_recogniser *recogniser, struct ph_node *document, size_t block,
                      enum ph_field field, const struct ph_line *line)
{
    if (ph_field_node(document, field))
        return;
    state(recogniser, document, field, block, line->from, line->to);
    if (ph_field_node(document, field))
        state_marks(recogniser, ph_field_node(document, field), block, line->to);
    if (field == PH_FIELD_SOURCE)
        state_drafts(recogniser, document, block, line->from, line->to);
    if (field == PH_FIELD_SPONSORS)
        state_proposal(recogniser, document, block, line->to);
}

/* A block that a pattern matches as a whole. */
static bool state_line(struct ph_recogniser *recogniser, struct ph_node *document, size_t block)
{
    struct ph_line line;
    const char *name = ph_block_name(recogniser->lexicon, &recogniser->blocks->items[block], &line);
    if (!name || is_silent(name, recogniser->blocks, block))
        return name != NULL;
    for (size_t i = 0; i < STATEMENTS; i++) {
        if (strcmp(name, statements[i].line) || statements[i].extent == LOOSE)
            continue;
        if (departs(recogniser, block, i, &line))
            note_odd(recogniser, block);
        if (statements[i].extent == WHOLE) {
            line.from = line.match_from;
            line.to = line.match_to;
        }
        state_one(recogniser, document, block, statements[i].field, &line);
        return true;
    }
    return false;
}

/* "Resolution passed by the General Assembly on 2 March 2010": the organ and a day, in other words
 * than the lexicon's. A star before them stands for a note on the resolution. */
static bool names_day(const struct ph_line *found, size_t facts, const struct ph_block *block)
{
    enum { ORGAN_AND_DAY = 3 };
    if (facts != ORGAN_AND_DAY || *block->text == '*')
        return false;
    for (size_t i = 0; i < STATEMENTS; i++)
        if (statements[i].field == PH_FIELD_DATE && found[i].match_to)
            return true;
    return false;
}

/* Facts that ran together, or one that has other words beside it (the organ's name stands in many
 * lines): enough of the line must be explained, lest a title that names the
 * General Assembly be taken for the organ's name. */
static bool state_parts(struct ph_recogniser *recogniser, struct ph_node *document, size_t block)
{
    enum { RUN_TOGETHER = 200 };
    const struct ph_block *one = &recogniser->blocks->items[block];
    struct ph_line found[STATEMENTS];
    size_t explained = 0, facts = 0;
    if (one->length > RUN_TOGETHER)
        return false;
    for (size_t i = 0; i < STATEMENTS; i++) {
        found[i] = (struct ph_line){0};
        if (statements[i].extent == LOOSE &&
            ph_lexicon_find_line(recogniser->lexicon, statements[i].line, one->text, one->length, 0,
                                 &found[i])) {
            explained += found[i].match_to - found[i].match_from;
            facts += statements[i].field != PH_FIELD_ORGAN ? 1 : 2;
        }
    }
    if (explained * 2 < one->length && (!explained || one->kind != PH_BLOCK_FURNITURE))
        return false;
    if (explained < one->length && (facts == 1 || names_day(found, facts, one)))
        note_odd(recogniser, block);
    for (size_t i = 0; i < STATEMENTS; i++) {
        if (found[i].match_to && departs(recogniser, block, i, &found[i]))
            note_odd(recogniser, block);
        state(recogniser, document, statements[i].field, block, found[i].from, found[i].to);
    }
    return true;
}

/* A running head: the symbol and the title, in either order. */
static bool is_running_head(const struct ph_node *document, const struct ph_block *block)
{
    const char *symbol = ph_field_text(document, PH_FIELD_SYMBOL);
    const char *title = ph_document_title(document);
    size_t symbol_length = symbol ? strlen(symbol) : 0, title_length = strlen(title);
    const char *text = block->text;
    size_t gap = block->length - symbol_length - title_length;
    if (!symbol_length || !title_length || block->length < symbol_length + title_length || gap > 1)
        return false;
    return (!strncmp(text, symbol, symbol_length) && !strcmp(text + symbol_length + gap, title)) ||
           (!strncmp(text, title, title_length) && !strcmp(text + title_length + gap, symbol));
}

bool ph_take_masthead(struct ph_recogniser *recogniser, struct ph_node *document, size_t block)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    return state_line(recogniser, document, block) || state_parts(recogniser, document, block) ||
           is_running_head(document, one);
}

/* "64/256", "S-30/1", "ES-11/1", "69/96 A": the length; 0: none. */
static size_t number_length(const char *text)
{
    static const char digits[] = "0123456789";
    size_t at = 0;
    at += !strncmp(text, "ES-", 3) ? 3 : !strncmp(text, "S-", 2) ? 2 : 0;
    size_t session = strspn(text + at, digits);
    at += session;
    if (!session || session > 3 || text[at] != '/')
        return 0;
    size_t serial = strspn(text + at + 1, digits);
    at += 1 + serial;
    if (!serial || serial > 4)
        return 0;
    bool letter = text[at] == ' ' && text[at + 1] >= 'A' && text[at + 1] <= 'Z';
    at += letter ? 2 : 0;
    return text[at] == '.' && (text[at + 1] == ' ' || text[at + 1] == '\0') ? at : 0;
}

bool ph_take_number(struct ph_recogniser *recogniser, struct ph_node *document, size_t block,
                    size_t *title)
{
    const struct ph_block *one = &recogniser->blocks->items[block];
    size_t length = one->label ? 0 : number_length(one->text);
    if (!length)
        return false;
    state(recogniser, document, PH_FIELD_NUMBER, block, 0, length);
    *title = length + 1 + (length + 1 < one->length);
    return true;
}

void ph_add_closing(struct ph_recogniser *recogniser, struct ph_node *holder, enum ph_field name,
                    size_t block, size_t from, size_t to)
{
    struct ph_node *closing = holder->last;
    if (!closing || closing->kind != PH_CLOSING)
        closing = ph_add(holder, PH_CLOSING, "");
    struct ph_node *field = ph_node_of(recogniser, PH_FIELD, block, from, to);
    field->as.field.name = name;
    ph_append(closing, field);
}
