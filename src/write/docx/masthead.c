#include <stdio.h>
#include <string.h>

#include "base/xml.h"
#include "write/docx/docx.h"

/* A line made of one field, or of two with words of ours before, between and behind them. */
struct line {
    const char *look;
    const char *before;
    enum ph_field first;
    const char *between;
    enum ph_field second; /* PH_FIELD_COUNT: none */
    const char *behind;
    const char *words; /* the look of the fields' words, NULL: plain */
};

static const struct ph_node *masthead_of(const struct ph_node *document)
{
    const struct ph_node *child = document->first;
    while (child && child->kind != PH_MASTHEAD)
        child = child->next;
    return child;
}

const struct ph_node *ph_docx_next_field(const struct ph_node *document,
                                         const struct ph_node *after, enum ph_field name)
{
    const struct ph_node *masthead = masthead_of(document);
    const struct ph_node *node = after ? after->next : masthead ? masthead->first : NULL;
    while (node && (node->kind != PH_FIELD || node->as.field.name != name))
        node = node->next;
    return node;
}

/* What holds for the whole line: the revision that all its fields share. */
static enum ph_docx_revision common_revision(const struct ph_node *document,
                                             const struct line *line)
{
    enum ph_docx_revision common = PH_DOCX_KEPT;
    const enum ph_field names[] = {line->first, line->second};
    bool any = false;
    for (size_t i = 0; i < 2; i++) {
        const struct ph_node *field = NULL;
        if (names[i] == PH_FIELD_COUNT)
            continue;
        while ((field = ph_docx_next_field(document, field, names[i]))) {
            enum ph_docx_revision kind = ph_docx_revision_of(field);
            if (any && kind != common)
                return PH_DOCX_KEPT;
            common = kind;
            any = true;
        }
    }
    return common;
}

static void add_words_of_ours(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind,
                              const char *text)
{
    if (text && *text)
        ph_docx_add_typed(docx, paragraph, kind, text, NULL);
}

typedef void add_part(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *field,
                      const xmlNode *properties);

static void add_all(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *field,
                    const xmlNode *properties)
{
    ph_docx_add_words(docx, paragraph, field, 0, field->text.length, properties);
}

static void add_fields(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *document,
                       enum ph_field name, const char *look, add_part *add)
{
    const xmlNode *properties = look ? ph_docx_run_look(docx, look) : NULL;
    const struct ph_node *field = NULL;
    while ((field = ph_docx_next_field(document, field, name)))
        add(docx, paragraph, field, properties);
}

/* "Italy and Turkmenistan:* draft resolution": the mark stands behind our punctuation. */
static void add_two(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *document,
                    const struct line *line, enum ph_docx_revision kind)
{
    char mark[2] = {line->between[0], '\0'};
    add_fields(docx, paragraph, document, line->first, line->words,
               ph_docx_add_words_without_last_marks);
    add_words_of_ours(docx, paragraph, kind, mark);
    add_fields(docx, paragraph, document, line->first, line->words, ph_docx_add_last_marks);
    add_words_of_ours(docx, paragraph, kind, line->between + 1);
    add_fields(docx, paragraph, document, line->second, line->words, add_all);
}

static const struct ph_node *first_field(const struct ph_node *document, enum ph_field name)
{
    return name == PH_FIELD_COUNT ? NULL : ph_docx_next_field(document, NULL, name);
}

static void add_line(struct ph_docx *docx, xmlNode *body, const struct ph_node *document,
                     const struct line *line)
{
    const struct ph_node *one = first_field(document, line->first);
    const struct ph_node *two = first_field(document, line->second);
    if (!one && !two)
        return;
    enum ph_docx_revision kind = common_revision(document, line);
    xmlNode *paragraph = ph_docx_add_paragraph(docx, body, line->look,
                                               kind == PH_DOCX_KEPT ? NULL
                                               : one                ? one
                                                                    : two);
    int comment = ph_docx_open_comment(docx, paragraph, one ? one : two);
    add_words_of_ours(docx, paragraph, kind, line->before);
    if (one && two)
        add_two(docx, paragraph, document, line, kind);
    else
        add_fields(docx, paragraph, document, one ? line->first : line->second, line->words,
                   add_all);
    add_words_of_ours(docx, paragraph, kind, line->behind);
    ph_docx_close_comment(docx, paragraph, comment);
}

/* "Agenda item 128 (t)", "Agenda items 13 and 75"; "Item 137 of the preliminary list" and the
 * like stand as they are (UN-FORMAT rule 134). */
static const char *agenda_words(const struct ph_node *document)
{
    const char *value = ph_field_text(document, PH_FIELD_AGENDA_ITEM);
    if (!value || !strchr("0123456789[", *value))
        return "";
    return strstr(value, " and ") ? "Agenda items " : "Agenda item ";
}

static void add_adopted(struct ph_docx *docx, xmlNode *body, const struct ph_node *document)
{
    const char *organ = ph_field_text(document, PH_FIELD_ORGAN);
    const char *source = ph_field_text(document, PH_FIELD_SOURCE);
    char before[256];
    snprintf(before, sizeof before, "Resolution adopted by the %s on ",
             organ ? organ : "General Assembly");
    struct line adopted = {
        .look = "adopted", .before = before, .first = PH_FIELD_ADOPTED, .second = PH_FIELD_COUNT};
    add_line(docx, body, document, &adopted);
    bool bare = source && *source != '[';
    struct line line = {.look = "source",
                        .before = bare ? "[" : "",
                        .first = PH_FIELD_SOURCE,
                        .second = PH_FIELD_COUNT,
                        .behind = bare ? "]" : "",
                        .words = bare ? "italic" : NULL};
    add_line(docx, body, document, &line);
}

void ph_docx_add_masthead(struct ph_docx *docx, xmlNode *body, const struct ph_node *document)
{
    const enum ph_field none = PH_FIELD_COUNT;
    const struct line lines[] = {
        {"session", NULL, PH_FIELD_SESSION, NULL, none, NULL, NULL},
        {"session", NULL, PH_FIELD_COMMITTEE, NULL, none, NULL, NULL},
        {"agenda-item", agenda_words(document), PH_FIELD_AGENDA_ITEM, NULL, none, NULL, NULL},
        {"request", NULL, PH_FIELD_REQUEST, NULL, none, NULL, NULL},
        {"item-title", NULL, PH_FIELD_ITEM_TITLE, ": ", PH_FIELD_SUBITEM_TITLE, NULL, NULL},
        {"letter", NULL, PH_FIELD_LETTER, NULL, none, NULL, NULL},
        {"sponsors", NULL, PH_FIELD_SPONSORS, ": ", PH_FIELD_PROPOSAL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_line(docx, body, document, &lines[i]);
    add_adopted(docx, body, document);
}

/* ---- the title, with the number of an adopted resolution before it ---- */

static bool is_number_live(const struct ph_node *document)
{
    const struct ph_node *field = NULL;
    while ((field = ph_docx_next_field(document, field, PH_FIELD_NUMBER)))
        if (ph_docx_revision_of(field) != PH_DOCX_DEL)
            return true;
    return false;
}

static void add_title_number(struct ph_docx *docx, xmlNode *paragraph,
                             const struct ph_node *document, bool live)
{
    const struct ph_node *field = NULL;
    while ((field = ph_docx_next_field(document, field, PH_FIELD_NUMBER))) {
        enum ph_docx_revision kind = ph_docx_revision_of(field);
        if (live)
            ph_docx_add_typed(docx, paragraph, kind, "\t", NULL);
        ph_docx_add_words(docx, paragraph, field, 0, field->text.length, NULL);
        ph_docx_add_typed(docx, paragraph, kind, live ? ".\t" : ". ", NULL);
    }
}

/* A marked document can hold the old title and the new one; the number stands once. */
static bool is_first_title(const struct ph_node *title)
{
    const struct ph_node *before = title->previous;
    while (before && before->kind != PH_TITLE)
        before = before->previous;
    return !before;
}

void ph_docx_add_title(struct ph_docx *docx, xmlNode *body, const struct ph_node *title)
{
    const struct ph_node *above = title->parent;
    bool annex = above->kind == PH_ANNEX;
    bool numbered = !annex && is_first_title(title);
    bool live = numbered && is_number_live(above);
    const char *look = annex ? "annex-title" : live ? "numbered-title" : "title";
    xmlNode *paragraph = ph_docx_add_paragraph(docx, body, look, title);
    int comment = ph_docx_open_comment(docx, paragraph, title);
    if (numbered)
        add_title_number(docx, paragraph, above, live);
    ph_docx_add_words(docx, paragraph, title, 0, title->text.length, NULL);
    ph_docx_close_comment(docx, paragraph, comment);
}
