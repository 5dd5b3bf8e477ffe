#include "word/letters.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "word/field.h"

/* A paragraph on its way into letters. */
struct reading {
    struct ph_letters *letters;
    struct ph_story_walk walk;
    uint32_t run;               /* that is open, or was last; PH_LETTER_NOWHERE: none yet */
    size_t run_depth;           /* where its content stands; 0: none is open */
    uint32_t element;           /* child of the run that is open; PH_LETTER_NOWHERE: none */
    size_t field_depth, number; /* of fields; of runs */
    struct ph_buffer instruction;
};

/* ---- adding ---- */

/* Makes room for more letters. */
static void reserve(struct ph_letters *letters, size_t more)
{
    if (letters->count + more <= letters->capacity)
        return;
    letters->capacity = 2 * (letters->count + more);
    letters->items = ph_realloc(letters->items, letters->capacity * sizeof *letters->items);
}

/* What all letters here have in common. */
static struct ph_letter letter_here(struct reading *reading)
{
    const unsigned flags = *ph_story_flags(&reading->walk);
    const bool nested = reading->run_depth && reading->walk.depth > reading->run_depth + 1;
    return (struct ph_letter){
        .run = reading->run_depth ? reading->run : PH_LETTER_NOWHERE,
        .element = reading->element,
        .field = reading->field_depth ? (uint32_t)reading->letters->field_count : 0,
        .fixed = nested || !reading->run_depth || (flags & (PH_STORY_CHANGED | PH_STORY_FIXED))};
}

static bool is_gone(struct reading *reading)
{
    return *ph_story_flags(&reading->walk) & PH_STORY_GONE;
}

static void add_letter(struct reading *reading, enum ph_letter_kind kind, int32_t code, size_t from,
                       size_t to)
{
    struct ph_letters *letters = reading->letters;
    struct ph_letter letter = letter_here(reading);
    if (is_gone(reading))
        return;
    letter.from = from;
    letter.to = to;
    letter.code = code;
    letter.kind = (unsigned char)kind;
    reserve(letters, 1);
    letters->items[letters->count++] = letter;
    if (reading->run_depth)
        letters->runs[reading->run].count++;
}

static uint32_t add_element(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_letters *letters = reading->letters;
    const char *value;
    size_t length;
    letters->elements = ph_grow(letters->elements, letters->element_count,
                                &letters->element_capacity, sizeof *letters->elements);
    letters->elements[letters->element_count] = (struct ph_letter_element){
        .from = token->from,
        .named = (size_t)(token->name - reading->walk.scan.bytes) + token->name_length,
        .inner = token->to,
        .end = token->to,
        .to = token->to,
        .text = ph_scan_is(token, "t"),
        .instruction = ph_scan_is(token, "instrText"),
        .preserved = ph_scan_attribute(&reading->walk.scan, token, "space", &value, &length)};
    return (uint32_t)letters->element_count++;
}

static void end_element(struct reading *reading, size_t end, size_t to)
{
    if (reading->element == PH_LETTER_NOWHERE)
        return;
    reading->letters->elements[reading->element].end = end;
    reading->letters->elements[reading->element].to = to;
    reading->element = PH_LETTER_NOWHERE;
}

/* ---- text ---- */

static bool is_invisible(int32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

static void add_character(struct reading *reading, int32_t c, size_t from, size_t to)
{
    enum { NO_BREAK_HYPHEN = 0x2011 };
    const bool space =
        c == '\n' || c == '\t' || c == '\r' || ph_utf8_is_space(c) || c == 0x2028 || c == 0x2029;
    enum ph_letter_kind kind = space             ? PH_LETTER_BLANK
                               : is_invisible(c) ? PH_LETTER_ASIDE
                                                 : PH_LETTER_WORD;
    add_letter(reading, kind, c == NO_BREAK_HYPHEN ? '-' : c, from, to);
}

/* The character that a reference stands for, at `at` ("&amp;", "&#8217;"). */
static int32_t referred(const char *bytes, size_t at, size_t end, size_t *next)
{
    static const struct {
        const char *name;
        int32_t c;
    } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    const char *stop = memchr(bytes + at, ';', end - at);
    *next = stop ? (size_t)(stop - bytes) + 1 : end;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (*next - at == strlen(known[i].name) && !memcmp(bytes + at, known[i].name, *next - at))
            return known[i].c;
    const bool number = at + 2 < end && bytes[at + 1] == '#';
    const bool hexadecimal = number && bytes[at + 2] == 'x';
    long c = number ? strtol(bytes + at + 2 + hexadecimal, NULL, hexadecimal ? 16 : 10) : 0;
    return c > 0 && c <= 0x10FFFF ? (int32_t)c : 0xFFFD;
}

/* Adds letters that are one byte each, which nearly all of a text are; returns how many. */
static size_t add_plain(struct reading *reading, size_t from, size_t to)
{
    const char *bytes = reading->walk.scan.bytes;
    struct ph_letters *letters = reading->letters;
    struct ph_letter letter = letter_here(reading);
    size_t at = from;
    reserve(letters, to - from);
    letter.kind = PH_LETTER_WORD;
    for (; at < to && bytes[at] > ' ' && bytes[at] < 0x7F && bytes[at] != '&'; at++) {
        letter.from = at;
        letter.to = at + 1;
        letter.code = bytes[at];
        letters->items[letters->count++] = letter;
    }
    if (reading->run_depth)
        letters->runs[reading->run].count += at - from;
    return at - from;
}

static void add_text(struct reading *reading, size_t from, size_t to)
{
    const char *bytes = reading->walk.scan.bytes;
    if (is_gone(reading))
        return;
    for (size_t at = from, next; at < to; at = next) {
        next = at + add_plain(reading, at, to);
        if (next > at)
            continue;
        int32_t c =
            bytes[at] == '&' ? referred(bytes, at, to, &next) : ph_utf8_at(bytes, to, at, &next);
        next = next > at ? next : at + 1;
        add_character(reading, c, at, next);
    }
}

/* The text in an element that was just opened, which ends here too. */
/* A text holds no elements: nothing is cut in a run where one does. */
static void set_odd(struct reading *reading)
{
    if (reading->run_depth)
        reading->letters->runs[reading->run].odd = true;
}

static void take_text(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_scan inside = reading->walk.scan;
    struct ph_scan_token one;
    const size_t before = reading->letters->count;
    const bool open = token->kind == PH_SCAN_OPEN;
    inside.length = open ? ph_scan_over(&reading->walk.scan, token) : inside.at;
    while (ph_scan_step(&inside, &one)) {
        if (one.kind == PH_SCAN_TEXT)
            add_text(reading, one.from, one.to);
        else
            set_odd(reading);
        if (one.kind == PH_SCAN_OPEN) /* its text is not this one's */
            ph_scan_over(&inside, &one);
    }
    if (reading->letters->count == before) /* what holds no text goes with what is around it */
        add_letter(reading, PH_LETTER_ASIDE, 0, token->to, token->to);
}

/* ---- fields ---- */

static void begin_field(struct reading *reading)
{
    struct ph_letters *letters = reading->letters;
    if (reading->field_depth++)
        return;
    letters->fields = ph_grow(letters->fields, letters->field_count, &letters->field_capacity,
                              sizeof *letters->fields);
    letters->fields[letters->field_count++] = (struct ph_letter_field){.first = letters->count};
    ph_buffer_clear(&reading->instruction);
}

static bool is_type(const char *type, size_t length, const char *wanted)
{
    return strlen(wanted) == length && !memcmp(type, wanted, length);
}

/* The middle of a reference to a footnote's mark stands for the mark. */
static enum ph_letter_kind middle(struct reading *reading)
{
    struct ph_letters *letters = reading->letters;
    const char *bookmark;
    size_t length;
    if (reading->field_depth != 1 || ph_wml_field_kind(ph_buffer_text(&reading->instruction),
                                                       &bookmark, &length) != PH_WML_REFERENCE)
        return PH_LETTER_FIELD;
    letters->fields[letters->field_count - 1].reference = true;
    return PH_LETTER_NOTE;
}

static void take_field(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_letters *letters = reading->letters;
    const char *type = "";
    size_t length = 0;
    ph_scan_attribute(&reading->walk.scan, token, "fldCharType", &type, &length);
    if (is_gone(reading))
        return;
    if (is_type(type, length, "begin"))
        begin_field(reading);
    const bool separate = is_type(type, length, "separate");
    add_letter(reading, separate ? middle(reading) : PH_LETTER_FIELD, 0, token->from, token->to);
    if (!is_type(type, length, "end") || !reading->field_depth)
        return;
    if (--reading->field_depth == 0)
        letters->fields[letters->field_count - 1].end = letters->count;
}

static void take_instruction(struct reading *reading, const struct ph_scan_token *token)
{
    enum { MOST = 1024 };
    add_letter(reading, PH_LETTER_FIELD, 0, token->from, token->to);
    if (token->kind != PH_SCAN_OPEN)
        return;
    const size_t end = ph_scan_over(&reading->walk.scan, token);
    if (reading->instruction.length < MOST)
        ph_buffer_add(&reading->instruction, reading->walk.scan.bytes + token->to, end - token->to);
}

/* Whether the reader leaves out what a field of one element shows. */
static bool is_silent(struct reading *reading, const struct ph_scan_token *token)
{
    const char *value = "", *bookmark;
    size_t length = 0;
    ph_scan_attribute(&reading->walk.scan, token, "instr", &value, &length);
    char *instruction = ph_copy_n(value, length);
    enum ph_wml_field_kind kind = ph_wml_field_kind(instruction, &bookmark, &length);
    free(instruction);
    return kind != PH_WML_ORDINARY;
}

/* ---- elements ---- */

static void begin_run(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_letters *letters = reading->letters;
    unsigned *flags = ph_story_flags(&reading->walk);
    const unsigned around = *flags;
    const bool open = token->kind == PH_SCAN_OPEN;
    const size_t number = reading->number++;
    if (open)
        *flags |= around & PH_STORY_RUN ? PH_STORY_FIXED : PH_STORY_RUN;
    if (around & PH_STORY_RUN)
        return;
    letters->runs =
        ph_grow(letters->runs, letters->run_count, &letters->run_capacity, sizeof *letters->runs);
    letters->runs[letters->run_count] =
        (struct ph_letter_run){.from = token->from,
                               .inner = token->to,
                               .end = token->to,
                               .to = token->to,
                               .number = number,
                               .first = letters->count,
                               .paragraph = (uint32_t)letters->paragraph_count - 1,
                               .flags = around,
                               .top = reading->walk.depth == 1};
    reading->run = (uint32_t)letters->run_count++;
    reading->run_depth = open ? reading->walk.depth : 0;
}

/* Properties hold no words; where they do, they are not repeated. */
static bool holds_words(const struct reading *reading, size_t from, size_t to)
{
    struct ph_scan scan = ph_scan_within(&reading->walk.scan, from, to);
    struct ph_scan_token token;
    while (ph_scan_step(&scan, &token))
        if (ph_scan_is(&token, "p") || ph_scan_is(&token, "r"))
            return true;
    return false;
}

static void take_properties(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_letters *letters = reading->letters;
    struct ph_letter_paragraph *paragraph = &letters->paragraphs[letters->paragraph_count - 1];
    const bool open = token->kind == PH_SCAN_OPEN;
    const size_t depth = reading->walk.depth - open;
    const bool of_run = ph_scan_is(token, "rPr") && depth == reading->run_depth && depth;
    ph_story_skip(&reading->walk, token);
    if (of_run) {
        struct ph_letter_run *run = &letters->runs[reading->run];
        run->odd = run->odd || run->count || run->properties < run->properties_to;
        run->properties = token->from;
        run->properties_to = open ? reading->walk.scan.at : token->to;
        run->odd = run->odd || holds_words(reading, run->properties, run->properties_to);
    } else if (ph_scan_is(token, "pPr") && depth == 0) {
        paragraph->properties = token->from;
        paragraph->properties_to = open ? reading->walk.scan.at : token->to;
    }
}

/* What holds of all that an element holds. */
static void pass_through(struct reading *reading, const struct ph_scan_token *token,
                         enum ph_wml_role role)
{
    unsigned *flags = ph_story_flags(&reading->walk);
    if (token->kind != PH_SCAN_OPEN)
        return;
    *flags |= ph_story_revision(&reading->walk, token);
    if (role != PH_WML_THROUGH)
        *flags |= PH_STORY_FIXED;
}

/* Elements that are one letter, or none. Skips what is in them. */
static void take_one(struct reading *reading, const struct ph_scan_token *token,
                     enum ph_letter_kind kind, int32_t code)
{
    add_letter(reading, kind, code, token->from, token->to);
    if (token->kind != PH_SCAN_OPEN)
        return;
    ph_scan_over(&reading->walk.scan, token);
}

/* The mark of a comment that is as if it had not come is no letter. */
static void take_comment(struct reading *reading, const struct ph_scan_token *token)
{
    if (!ph_story_is_own(&reading->walk, token))
        take_one(reading, token, PH_LETTER_KEPT, 0);
    else if (token->kind == PH_SCAN_OPEN)
        ph_scan_over(&reading->walk.scan, token);
}

static void take_role(struct reading *reading, const struct ph_scan_token *token,
                      enum ph_wml_role role)
{
    switch (role) {
    case PH_WML_TEXT:
        take_text(reading, token);
        return;
    case PH_WML_TAB:
    case PH_WML_BREAK:
        take_one(reading, token, PH_LETTER_BLANK, ' ');
        return;
    case PH_WML_HYPHEN:
        take_one(reading, token, PH_LETTER_WORD, '-');
        return;
    case PH_WML_SYMBOL_CHARACTER:
        take_one(reading, token, PH_LETTER_WORD, -1);
        return;
    case PH_WML_INSTRUCTION:
        take_instruction(reading, token);
        return;
    case PH_WML_FIELD:
        take_field(reading, token);
        if (token->kind == PH_SCAN_OPEN)
            ph_scan_over(&reading->walk.scan, token);
        return;
    case PH_WML_FOOTNOTE:
    case PH_WML_ENDNOTE:
        take_one(reading, token, PH_LETTER_NOTE, 0);
        return;
    case PH_WML_COMMENT_MARK:
        take_comment(reading, token);
        return;
    case PH_WML_SKIP:
        take_one(reading, token, PH_LETTER_ASIDE, 0);
        return;
    default:
        take_one(reading, token, PH_LETTER_KEPT, 0);
    }
}

/* Ends what take_role took whole: its end tag was passed. */
static void leave(struct reading *reading, const struct ph_scan_token *token)
{
    if (token->kind == PH_SCAN_OPEN)
        reading->walk.depth -= reading->walk.depth > 0;
}

static size_t end_tag(const struct reading *reading, const struct ph_scan_token *token)
{
    const char *bytes = reading->walk.scan.bytes;
    size_t at = reading->walk.scan.at;
    if (token->kind != PH_SCAN_OPEN)
        return token->to;
    while (at > token->to && bytes[at - 1] != '<')
        at--;
    return at > token->to ? at - 1 : at;
}

/* An element that is no run, no field of one element and no properties. True: all of it is passed.
 */
static bool take_element(struct reading *reading, const struct ph_scan_token *token,
                         enum ph_wml_role role)
{
    if (role == PH_WML_THROUGH || role == PH_WML_STRANGE) {
        pass_through(reading, token, role);
        return token->kind != PH_SCAN_OPEN;
    }
    if (!reading->run_depth && role != PH_WML_TEXT) {
        ph_story_skip(&reading->walk, token); /* marks between runs are no letters */
        return true;
    }
    take_role(reading, token, role);
    leave(reading, token);
    return true;
}

static bool take_opening(struct reading *reading, const struct ph_scan_token *token)
{
    enum ph_wml_role role = ph_story_role(token);
    if (role == PH_WML_RUN) {
        begin_run(reading, token);
        return token->kind != PH_SCAN_OPEN;
    }
    if (role != PH_WML_SIMPLE_FIELD)
        return take_element(reading, token, role);
    if (!is_silent(reading, token)) {
        pass_through(reading, token, role);
        return token->kind != PH_SCAN_OPEN;
    }
    ph_story_skip(&reading->walk, token);
    return true;
}

static void end_run(struct reading *reading, const struct ph_scan_token *token)
{
    struct ph_letter_run *run = &reading->letters->runs[reading->run];
    run->end = token->from;
    run->to = token->to;
    reading->run_depth = 0;
}

static void take(struct reading *reading, const struct ph_scan_token *token)
{
    const size_t run = reading->run_depth;
    if (token->kind == PH_SCAN_CLOSE) {
        if (run && reading->walk.depth + 1 == run)
            end_run(reading, token);
        else if (run && reading->walk.depth == run)
            end_element(reading, token->from, token->to);
        return;
    }
    if (ph_scan_is(token, "rPr") || ph_scan_is(token, "pPr")) {
        take_properties(reading, token);
        return;
    }
    const bool direct = run && reading->walk.depth - (token->kind == PH_SCAN_OPEN) == run;
    if (direct)
        reading->element = add_element(reading, token);
    if (take_opening(reading, token) && direct)
        end_element(reading, end_tag(reading, token), reading->walk.scan.at);
}

/* ---- paragraphs ---- */

static void join(struct ph_letters *letters, size_t at)
{
    reserve(letters, 1);
    letters->items[letters->count++] = (struct ph_letter){.from = at,
                                                          .to = at,
                                                          .code = ' ',
                                                          .run = PH_LETTER_NOWHERE,
                                                          .element = PH_LETTER_NOWHERE,
                                                          .kind = PH_LETTER_BLANK,
                                                          .fixed = true};
}

void ph_letters_clear(struct ph_letters *letters, const struct ph_story *story)
{
    letters->story = story;
    letters->count = letters->run_count = letters->element_count = letters->field_count =
        letters->paragraph_count = 0;
}

void ph_letters_add(struct ph_letters *letters, size_t number)
{
    const struct ph_story_paragraph *place = &letters->story->items[number];
    struct reading *reading = ph_alloc_zero(1, sizeof *reading);
    struct ph_scan_token token;
    if (letters->paragraph_count)
        join(letters, place->from);
    letters->paragraphs = ph_grow(letters->paragraphs, letters->paragraph_count,
                                  &letters->paragraph_capacity, sizeof *letters->paragraphs);
    letters->paragraphs[letters->paragraph_count++] =
        (struct ph_letter_paragraph){.place = place, .number = number, .first = letters->count};
    reading->letters = letters;
    reading->run = reading->element = PH_LETTER_NOWHERE;
    reading->walk.own = letters->story->own;
    reading->walk.scan = ph_scan_within(&letters->story->scan, place->inner, place->end);
    reading->walk.stack[0].flags = place->flags & ~(unsigned)PH_STORY_BOX;
    while (ph_story_step(&reading->walk, &token))
        take(reading, &token);
    struct ph_letter_paragraph *paragraph = &letters->paragraphs[letters->paragraph_count - 1];
    paragraph->count = letters->count - paragraph->first;
    ph_buffer_free(&reading->instruction);
    free(reading);
}

size_t ph_letters_begin(const struct ph_letter_paragraph *paragraph)
{
    return paragraph->properties_to > paragraph->properties ? paragraph->properties_to
                                                            : paragraph->place->inner;
}

void ph_letters_free(struct ph_letters *letters)
{
    free(letters->items);
    free(letters->runs);
    free(letters->elements);
    free(letters->fields);
    free(letters->paragraphs);
    *letters = (struct ph_letters){0};
}
