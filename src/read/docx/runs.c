/* The words of a paragraph: runs, text, footnote marks, fields. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "read/docx/paragraph.h"

/* ---- words ---- */

void ph_wml_put(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const char *text)
{
    if (ph_wml_is_silent(&wml->fields))
        return;
    if (paragraph->hidden && strspn(text, " ") < strlen(text)) {
        ph_wml_remark(wml, PH_WML_HIDDEN);
        ph_wml_add_trace(&wml->words, PH_TRACE_HIDDEN);
    } else if (!paragraph->hidden)
        ph_wml_add_words(&wml->words, wml->blocks->arena, text, strlen(text), &paragraph->source);
}

/* A space that begins a run behind one that ended the last: nobody sees it, and reading folds it.
 */
static void hear_space(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const char *text)
{
    enum { A_NUMBER = 6 };
    struct ph_wml_words *words = &wml->words;
    const size_t length = words->text.length;
    if (text[0] == ' ' && length > A_NUMBER && words->text.data[length - 1] == ' ' &&
        !paragraph->gap && !paragraph->hidden && !words->folded && !words->gone.length &&
        !ph_wml_is_gone(paragraph->source.change) && !ph_wml_is_silent(&wml->fields))
        words->folded = length + 1;
    paragraph->gap = false;
}

static void add_text(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const xmlNode *element)
{
    if (element->parent == paragraph->marked)
        return;
    for (const xmlNode *one = element->children; one; one = one->next)
        if (one->type == XML_TEXT_NODE || one->type == XML_CDATA_SECTION_NODE) {
            hear_space(wml, paragraph, (const char *)one->content);
            ph_wml_put(wml, paragraph, (const char *)one->content);
        }
}

/* Fonts of symbols have their characters at U+F000 and above; these are those that texts use. */
static void add_symbol(struct ph_wml *wml, struct ph_wml_paragraph *paragraph,
                       const xmlNode *element)
{
    static const struct {
        long code;
        const char *character;
    } known[] = {{0xF02D, "\xE2\x88\x92"}, {0xF0A7, "\xE2\x80\xA2"}, {0xF0B0, "\xC2\xB0"},
                 {0xF0B7, "\xE2\x80\xA2"}, {0xF0BE, "\xE2\x80\x94"}, {0xF0D7, "\xE2\x8B\x85"}};
    const char *code = ph_xml_attribute(element, "char");
    long value = code ? strtol(code, NULL, 16) : 0;
    struct ph_buffer out = {0};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == value)
            ph_buffer_put(&out, known[i].character);
    if (!out.length && value >= 0x20 && value < 0xD800)
        ph_utf8_put(&out, (int32_t)value);
    if (!out.length) {
        ph_wml_remark(wml, PH_WML_SYMBOL);
        ph_buffer_put(&out, "\xEF\xBF\xBD");
    }
    ph_wml_put(wml, paragraph, out.data);
    ph_buffer_free(&out);
}

static void add_mark(struct ph_wml *wml, const struct ph_wml_paragraph *paragraph,
                     const struct ph_wml_note *note)
{
    if (!paragraph->hidden)
        ph_wml_add_mark(&wml->words, wml->blocks->arena, note->label, &paragraph->source);
}

/* What is wrong with a mark; `note` may be NULL: its footnote is not in the file. */
static void trace_mark(struct ph_wml *wml, const struct ph_wml_paragraph *paragraph,
                       const struct ph_wml_note *note, bool typed)
{
    struct ph_wml_words *words = &wml->words;
    char *content = note && note->element ? ph_xml_content(note->element) : NULL;
    if (!content || strspn(content, " ") == strlen(content))
        ph_wml_add_trace(words, PH_TRACE_NO_NOTE);
    free(content);
    if (!typed && !paragraph->raised)
        ph_wml_add_trace(words, PH_TRACE_FLAT_MARK);
    if (words->text.length && words->text.data[words->text.length - 1] == ' ')
        ph_wml_add_trace(words, PH_TRACE_APART_MARK);
}

static void take_note(struct ph_wml *wml, struct ph_wml_paragraph *paragraph,
                      const xmlNode *element, bool end)
{
    const struct ph_wml_note *note =
        ph_wml_note(&wml->notes, end, ph_wml_number(element, "id", -1));
    const char *typed = ph_xml_attribute(element, "customMarkFollows");
    const bool own =
        typed && ph_wml_is_on(element) && strcmp(typed, "0") != 0 && strcmp(typed, "false") != 0;
    if (own)
        paragraph->marked = element->parent;
    if (!paragraph->hidden && !ph_wml_is_gone(paragraph->source.change) &&
        paragraph->kind == PH_BLOCK_TEXT) {
        trace_mark(wml, paragraph, note, own);
        if (end)
            ph_wml_add_trace(&wml->words, PH_TRACE_ENDNOTE);
    }
    if (note && !ph_wml_is_silent(&wml->fields))
        add_mark(wml, paragraph, note);
}

/* ---- fields ---- */

/* What such fields write is of the day, the machine or the person who prints. */
static bool is_live(const char *instruction)
{
    static const char *const names[] = {"DATE",     "TIME",         "PRINTDATE",
                                        "SAVEDATE", "AUTHOR",       "USERNAME",
                                        "FILENAME", "USERINITIALS", "LASTSAVEDBY"};
    const char *word = instruction + strspn(instruction, " ");
    const size_t length = strcspn(word, " \\");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && !strncasecmp(word, names[i], length))
            return true;
    return false;
}

/* A reference to a footnote's mark is one more mark of it. True: what the field shows is no
 * text. */
static bool is_no_text(struct ph_wml *wml, const struct ph_wml_paragraph *paragraph,
                       const char *instruction)
{
    const char *bookmark = NULL;
    size_t length = 0;
    if (is_live(instruction) && paragraph->kind == PH_BLOCK_TEXT)
        ph_wml_add_trace(&wml->words, PH_TRACE_LIVE);
    enum ph_wml_field_kind kind = ph_wml_field_kind(instruction, &bookmark, &length);
    if (kind != PH_WML_REFERENCE)
        return kind == PH_WML_PAGE_NUMBER;
    const struct ph_wml_note *note = ph_wml_note_at(&wml->notes, bookmark, length);
    if (note && !ph_wml_is_silent(&wml->fields))
        add_mark(wml, paragraph, note);
    return note != NULL;
}

static void take_field(struct ph_wml *wml, const struct ph_wml_paragraph *paragraph,
                       const xmlNode *element)
{
    if (ph_wml_field_step(&wml->fields, element) &&
        is_no_text(wml, paragraph, ph_buffer_text(&wml->fields.instruction)))
        ph_wml_silence(&wml->fields);
}

static void take_instruction(struct ph_wml *wml, const xmlNode *element)
{
    for (const xmlNode *one = element->children; one; one = one->next)
        if (one->type == XML_TEXT_NODE)
            ph_wml_add_instruction(&wml->fields, (const char *)one->content);
}

/* ---- runs ---- */

static void set_source(struct ph_wml_paragraph *paragraph, const xmlNode *element)
{
    enum ph_wml_change change = ph_wml_change_around(element, paragraph->element);
    paragraph->source.change = ph_wml_stronger(paragraph->around, change);
}

static void begin_run(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const xmlNode *run)
{
    static const enum ph_wml_trait traits[] = {
        [PH_RUN_ITALIC] = PH_WML_ITALIC,
        [PH_RUN_BOLD] = PH_WML_BOLD,
        [PH_RUN_SUPERSCRIPT] = PH_WML_RAISED,
    };
    const xmlNode *properties = ph_wml_first(run, "rPr");
    const struct ph_wml_look direct = ph_wml_look_of(properties);
    const struct ph_wml_style *style =
        ph_wml_style(&wml->styles, ph_wml_value(properties, "rStyle"));
    paragraph->source.run = paragraph->runs++;
    paragraph->source.looks = 0;
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (ph_wml_wears(&wml->styles, paragraph->style, style, &direct, traits[i]))
            paragraph->source.looks |= PH_WML_BIT(i);
    paragraph->hidden =
        ph_wml_wears(&wml->styles, paragraph->style, style, &direct, PH_WML_VANISH) ||
        ph_wml_wears(&wml->styles, paragraph->style, style, &direct, PH_WML_TINY);
    paragraph->raised = ph_wml_wears(&wml->styles, paragraph->style, style, &direct, PH_WML_RAISED);
    paragraph->source.traces =
        ph_wml_run_traces(wml, run, paragraph->style, style, &direct, paragraph->kind);
    if (paragraph->grounded && paragraph->kind != PH_BLOCK_FURNITURE)
        paragraph->source.traces |= 1u << PH_TRACE_HIGHLIGHTED;
    set_source(paragraph, run);
}

static void take_object(struct ph_wml *wml, const xmlNode *element)
{
    if (!ph_wml_has_inside(element, "txbxContent"))
        ph_wml_remark(wml, PH_WML_PICTURE);
}

static bool is_silent_field(struct ph_wml *wml, struct ph_wml_paragraph *paragraph,
                            const xmlNode *element)
{
    const char *instruction = ph_xml_attribute(element, "instr");
    set_source(paragraph, element);
    return is_no_text(wml, paragraph, instruction ? instruction : "");
}

static void take_gap(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, bool tab)
{
    if (ph_wml_has_words(&wml->words) && paragraph->kind == PH_BLOCK_TEXT &&
        !ph_wml_is_silent(&wml->fields) && !paragraph->hidden)
        ph_wml_add_trace(&wml->words, tab ? PH_TRACE_TAB : PH_TRACE_BREAK);
    ph_wml_put(wml, paragraph, " ");
    paragraph->gap = true;
}

bool ph_wml_take(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const xmlNode *element)
{
    switch (ph_wml_role_of(element)) {
    case PH_WML_THROUGH:
        return false;
    case PH_WML_RUN:
        begin_run(wml, paragraph, element);
        return false;
    case PH_WML_TEXT:
        add_text(wml, paragraph, element);
        return true;
    case PH_WML_TAB:
    case PH_WML_BREAK:
        take_gap(wml, paragraph, ph_wml_role_of(element) == PH_WML_TAB);
        return true;
    case PH_WML_HYPHEN:
        ph_wml_put(wml, paragraph, "-");
        return true;
    case PH_WML_SYMBOL_CHARACTER:
        add_symbol(wml, paragraph, element);
        return true;
    case PH_WML_INSTRUCTION:
        take_instruction(wml, element);
        return true;
    case PH_WML_FIELD:
        take_field(wml, paragraph, element);
        return true;
    case PH_WML_SIMPLE_FIELD:
        return is_silent_field(wml, paragraph, element);
    case PH_WML_FOOTNOTE:
    case PH_WML_ENDNOTE:
        take_note(wml, paragraph, element, ph_wml_role_of(element) == PH_WML_ENDNOTE);
        return true;
    case PH_WML_COMMENT_MARK:
        ph_wml_remark(wml, PH_WML_COMMENT);
        ph_wml_add_trace(&wml->words, PH_TRACE_COMMENT);
        return true;
    case PH_WML_OBJECT:
        take_object(wml, element);
        ph_wml_add_trace(&wml->words, PH_TRACE_PICTURE);
        return true;
    case PH_WML_STRANGE:
        if (ph_xml_first(element, NULL))
            ph_wml_remark(wml, PH_WML_UNKNOWN);
        return false;
    default:
        return true;
    }
}
