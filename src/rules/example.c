#include "rules/example.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "doc/walk.h"
#include "rules/compiled.h"
#include "un/ordinal.h"

/* A footnote by the id that the example gives it. */
struct note {
    const char *id;
    struct ph_node *node;
};

struct maker {
    struct ph_example *example;
    const struct ph_lexicon *lexicon;
    struct note *notes;
    size_t note_count, note_capacity;
};

/* The words of one paragraph as they grow. */
struct words {
    struct ph_node *node;
    struct ph_buffer text;
    bool space; /* between what is there and what comes */
    struct ph_inline *marks;
    size_t count, capacity;
    struct ph_trace *traces;
    size_t trace_count, trace_capacity;
};

static const struct {
    const char *name;
    enum ph_kind kind;
} structure[] = {{"title", PH_TITLE},     {"organ", PH_ORGAN},    {"pp", PH_PREAMBULAR},
                 {"op", PH_OPERATIVE},    {"para", PH_PARAGRAPH}, {"sub", PH_SUBPARAGRAPH},
                 {"heading", PH_HEADING}, {"annex", PH_ANNEX},    {"document", PH_DOCUMENT}};

static int structure_of(const xmlNode *element)
{
    for (size_t i = 0; i < sizeof structure / sizeof *structure; i++)
        if (ph_xml_is(element, structure[i].name))
            return (int)structure[i].kind;
    return -1;
}

/* ---- words ---- */

static void flush_space(struct words *words)
{
    if (words->space && words->text.length)
        ph_buffer_char(&words->text, ' ');
    words->space = false;
}

/* As readers do with it: the words are as without it, and its place is known. */
static bool is_left_out(struct words *words, const char *text)
{
    static const char zero_width_space[] = "\xE2\x80\x8B";
    if (strncmp(text, zero_width_space, sizeof zero_width_space - 1))
        return false;
    words->node->folded = words->text.length + words->space + 1;
    return true;
}

static void add_text(struct words *words, const char *text)
{
    for (const char *c = text; *c; c++) {
        if (is_left_out(words, c)) {
            c += 2;
            continue;
        }
        if (strchr(" \t\r\n", *c)) {
            words->space = true;
            continue;
        }
        flush_space(words);
        ph_buffer_char(&words->text, *c);
    }
}

static struct ph_inline *add_mark(struct words *words, enum ph_inline_kind kind, size_t from)
{
    words->marks = ph_grow(words->marks, words->count, &words->capacity, sizeof *words->marks);
    struct ph_inline *mark = &words->marks[words->count++];
    *mark = (struct ph_inline){.kind = kind, .from = from, .to = words->text.length};
    return mark;
}

static void add_trace(struct words *words, const char *name, size_t from)
{
    const int kind = ph_trace_by_name(name ? name : "");
    words->traces =
        ph_grow(words->traces, words->trace_count, &words->trace_capacity, sizeof *words->traces);
    words->traces[words->trace_count++] = (struct ph_trace){
        kind < 0 ? PH_TRACE_UNDERLINED : (enum ph_trace_kind)kind, from, words->text.length};
}

static void mark_here(struct maker *maker, const struct ph_node *node, size_t from, size_t to)
{
    maker->example->node = node;
    maker->example->from = from;
    maker->example->to = to;
}

static void add_content(struct maker *maker, struct words *words, const xmlNode *element);

static struct ph_node *holder_of(struct ph_node *node)
{
    while (node->parent && !ph_node_may_contain(node->kind, PH_FOOTNOTE))
        node = node->parent;
    return node;
}

static void set_words(struct maker *maker, struct ph_node *node, const xmlNode *element);

static void add_note(struct maker *maker, struct words *words, const xmlNode *element)
{
    struct ph_node *note = ph_add(holder_of(words->node), PH_FOOTNOTE, "");
    const char *id = ph_xml_attribute(element, "id");
    note->as.footnote.mark = ph_xml_attribute(element, "mark");
    maker->notes =
        ph_grow(maker->notes, maker->note_count, &maker->note_capacity, sizeof *maker->notes);
    maker->notes[maker->note_count++] = (struct note){id ? id : "", note};
    add_mark(words, PH_NOTE, words->text.length)->note = note;
    set_words(maker, note, element);
}

static void mention_again(struct maker *maker, struct words *words, const xmlNode *element)
{
    const char *id = ph_xml_attribute(element, "note");
    for (size_t i = 0; id && i < maker->note_count; i++)
        if (!strcmp(maker->notes[i].id, id))
            add_mark(words, PH_NOTE, words->text.length)->note = maker->notes[i].node;
}

static void add_inline(struct maker *maker, struct words *words, const xmlNode *element)
{
    if (ph_xml_is(element, "note")) {
        add_note(maker, words, element);
    } else if (ph_xml_is(element, "again")) {
        mention_again(maker, words, element);
    } else {
        flush_space(words);
        size_t from = words->text.length;
        add_content(maker, words, element);
        if (ph_xml_is(element, "here"))
            mark_here(maker, words->node, from, words->text.length);
        else if (ph_xml_is(element, "trace"))
            add_trace(words, ph_xml_attribute(element, "kind"), from);
        else
            add_mark(words,
                     ph_xml_is(element, "i")     ? PH_ITALIC
                     : ph_xml_is(element, "sup") ? PH_SUPERSCRIPT
                                                 : PH_BOLD,
                     from);
    }
}

static void add_content(struct maker *maker, struct words *words, const xmlNode *element)
{
    for (const xmlNode *child = element->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE)
            add_text(words, (const char *)child->content);
        else if (child->type == XML_ELEMENT_NODE && structure_of(child) < 0)
            add_inline(maker, words, child);
    }
}

static void set_words(struct maker *maker, struct ph_node *node, const xmlNode *element)
{
    struct words words = {.node = node};
    add_content(maker, &words, element);
    ph_text_set(node, ph_buffer_text(&words.text), words.text.length);
    for (size_t i = 0; i < words.count; i++)
        ph_text_mark(node, words.marks[i].kind, words.marks[i].from, words.marks[i].to)->note =
            words.marks[i].note;
    ph_text_add_traces(node, words.traces, words.trace_count);
    const char *here = ph_xml_attribute(element, "here");
    if (here && !strcmp(here, "yes"))
        mark_here(maker, node, 0, 0);
    free(words.traces);
    free(words.marks);
    ph_buffer_free(&words.text);
}

/* ---- structure ---- */

static void set_properties(struct ph_node *node, const xmlNode *element)
{
    const char *number = ph_xml_attribute(element, "number");
    const char *genre = ph_xml_attribute(element, "genre");
    if (node->kind == PH_DOCUMENT) {
        int known = genre ? ph_genre_by_name(genre) : -1;
        node->as.document.genre = known < 0 ? PH_DRAFT : (enum ph_genre)known;
    } else if (node->kind == PH_HEADING) {
        node->as.heading.number = number;
        node->as.heading.level = 1;
    } else if (node->kind == PH_ANNEX) {
        node->as.annex.label = ph_xml_attribute(element, "label");
    } else if (ph_is_paragraph(node)) {
        node->as.paragraph.number = number;
        if (node->kind == PH_SUBPARAGRAPH && node->parent->kind == PH_SUBPARAGRAPH)
            node->as.paragraph.level = node->parent->as.paragraph.level + 1;
    }
}

static void add_children(struct maker *maker, struct ph_node *parent, const xmlNode *element);

static void add_structure(struct maker *maker, struct ph_node *parent, const xmlNode *element)
{
    int kind = structure_of(element);
    if (kind < 0 || !ph_node_may_contain(parent->kind, (enum ph_kind)kind))
        return;
    struct ph_node *node = ph_add(parent, (enum ph_kind)kind, "");
    set_properties(node, element);
    if (kind != PH_DOCUMENT && kind != PH_ANNEX)
        set_words(maker, node, element);
    add_children(maker, node, element);
}

static void add_field(struct maker *maker, struct ph_node *document, const xmlNode *element)
{
    const char *name = ph_xml_attribute(element, "name");
    int field = name ? ph_field_by_name(name) : -1;
    struct ph_node *node =
        field < 0 ? NULL : ph_set_field(document, (enum ph_field)field, "placeholder");
    if (node)
        set_words(maker, node, element);
}

/* No deeper than a rule file may be nested: PH_XML_DEPTH. */
static void add_children(struct maker *maker, struct ph_node *parent, const xmlNode *element)
{
    for (const xmlNode *child = ph_xml_first(element, NULL); child;
         child = ph_xml_next(child, NULL)) {
        if (ph_xml_is(child, "field") && parent->kind == PH_DOCUMENT)
            add_field(maker, parent, child);
        else
            add_structure(maker, parent, child);
    }
}

static void set_session(struct ph_node *document, const xmlNode *element)
{
    char words[96];
    struct ph_buffer line = {0};
    const char *session = ph_xml_attribute(element, "session");
    int number = session ? atoi(session) : 0;
    if (number < 1 || number > PH_ORDINAL_MAX)
        return;
    char *capital =
        ph_utf8_capital(ph_ordinal(document->document->lexicon, number, words, sizeof words));
    ph_buffer_printf(&line, "%s session", capital);
    ph_set_field(document, PH_FIELD_SESSION, ph_buffer_text(&line));
    free(capital);
    ph_buffer_free(&line);
}

/* What the recogniser would see in the finished document. */
static void set_opening(const struct ph_lexicon *lexicon, struct ph_node *node)
{
    struct ph_opening opening = {0};
    const struct ph_text *text = &node->text;
    enum ph_part part = node->kind == PH_PREAMBULAR  ? PH_PREAMBLE
                        : node->kind == PH_OPERATIVE ? PH_OPERATIVE_PART
                                                     : PH_NO_PART;
    if (part != PH_NO_PART &&
        !ph_lexicon_opening(lexicon, text->bytes, text->length, part, &opening))
        opening = (struct ph_opening){0};
    node->as.paragraph.opening = opening;
}

static void set_number(struct ph_node *node)
{
    char number[96];
    const char **printed = &node->as.paragraph.number;
    bool counted = node->kind == PH_OPERATIVE || node->kind == PH_SUBPARAGRAPH;
    if (!*printed && counted) {
        *printed = "";
        const char *due = ph_number(node, number, sizeof number);
        *printed = ph_arena_copy(node->document->arena, due);
    } else if (*printed && !**printed) {
        *printed = NULL;
    }
}

static void finish(const struct ph_lexicon *lexicon, struct ph_document *document, bool first)
{
    ph_document_number(document);
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        if (walk.leaving)
            continue;
        if (ph_is_paragraph(node))
            set_opening(lexicon, node);
        if (ph_is_paragraph(node) && first)
            set_number(node);
        if (node->kind == PH_FOOTNOTE && !node->as.footnote.mark)
            node->as.footnote.mark = ph_arena_printf(document->arena, "%d", ph_note_number(node));
    }
}

void ph_example_make(const xmlNode *element, const struct ph_lexicon *lexicon,
                     struct ph_example *example)
{
    *example = (struct ph_example){.document = ph_document_new("example")};
    example->document->lexicon = lexicon;
    struct maker maker = {.example = example, .lexicon = lexicon};
    struct ph_node *root = example->document->root;
    const char *here = ph_xml_attribute(element, "here");
    set_properties(root, element);
    set_session(root, element);
    example->document->properties = ph_xml_attribute(element, "properties");
    example->document->remarks = ph_xml_attribute(element, "remarks");
    add_children(&maker, root, element);
    if (here && !strcmp(here, "yes"))
        mark_here(&maker, root, 0, 0);
    const xmlNode *fixed = ph_xml_first(element, "fixed");
    example->fixed = fixed ? ph_xml_content(fixed) : NULL;
    if (fixed) { /* in no place of the tree */
        struct maker other = {.example = &(struct ph_example){0}, .lexicon = lexicon};
        struct ph_node *words = ph_node_new(example->document, PH_PARAGRAPH, "");
        set_words(&other, words, fixed);
        example->fixed_words = words;
    }
    finish(lexicon, example->document, true);
    free(maker.notes);
}

void ph_example_fix(struct ph_example *example, const struct ph_lexicon *lexicon, size_t from,
                    size_t to, const char *words)
{
    ph_text_replace((struct ph_node *)example->node, from, to, words, strlen(words));
    finish(lexicon, example->document, false);
}

void ph_example_restyle(struct ph_example *example, const struct ph_restyle *look, size_t from,
                        size_t to)
{
    ph_restyle_put((struct ph_node *)example->node, look, from, to);
}

void ph_example_free(struct ph_example *example)
{
    ph_document_free(example->document);
    free(example->fixed);
}
