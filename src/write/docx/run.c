#include <stdlib.h>
#include <string.h>

#include "doc/stretch.h"
#include "write/docx/docx.h"

/* The words of one node on their way into one paragraph. */
struct words {
    struct ph_docx *docx;
    xmlNode *paragraph;
    const struct ph_node *node;
    const xmlNode *properties;
    enum ph_docx_revision only; /* INS, DEL: the words of that side alone, all with it; KEPT: all */
    xmlNode *box;               /* the open w:ins or w:del, or the paragraph */
    enum ph_docx_revision box_kind;
    const xmlNode *initial;    /* what the first letter wears instead; NULL: the same */
    bool begun[PH_DOCX_SIDES]; /* behind the first letter of that side */
    size_t next_end;           /* of a comment: ph_docx_put_ends */
};

static enum ph_docx_revision revision_of(const struct words *words,
                                         const struct ph_stretch *stretch)
{
    if (words->only != PH_DOCX_KEPT)
        return words->only;
    return ph_docx_revision_of_words(words->node, stretch->kinds);
}

static xmlNode *box_for(struct words *words, enum ph_docx_revision kind)
{
    if (!words->box || kind != words->box_kind)
        words->box = ph_docx_add_revision(words->docx, words->paragraph, kind);
    words->box_kind = kind;
    return words->box;
}

xmlNode *ph_docx_add_run(xmlNode *parent, const xmlNode *properties)
{
    xmlNode *run = ph_docx_add(parent, "r");
    if (properties && properties->children)
        ph_docx_add_copy(run, properties);
    return run;
}

/* Words without a break: w:t, or w:delText in deleted ones. */
static void add_piece(xmlNode *run, const char *bytes, size_t length, bool deleted)
{
    if (!length)
        return;
    xmlNode *text = ph_docx_add(run, deleted ? "delText" : "t");
    if (bytes[0] == ' ' || bytes[length - 1] == ' ')
        xmlNodeSetSpacePreserve(text, 1);
    ph_docx_add_text(text, bytes, length);
}

static void add_text(xmlNode *run, const char *bytes, size_t length, bool deleted)
{
    size_t from = 0;
    for (size_t at = 0; at <= length; at++) {
        if (at < length && bytes[at] != '\t' && bytes[at] != '\n')
            continue;
        add_piece(run, bytes + from, at - from, deleted);
        if (at < length)
            ph_docx_add(run, bytes[at] == '\t' ? "tab" : "br");
        from = at + 1;
    }
}

static void add_run_of(struct words *words, const struct ph_stretch *stretch, size_t from,
                       size_t to, const xmlNode *properties)
{
    static const struct {
        enum ph_inline_kind kind;
        const char *look;
    } looks[] = {{PH_ITALIC, "italic"},
                 {PH_BOLD, "bold"},
                 {PH_SUPERSCRIPT, "superscript"},
                 {PH_REVIEW, "review"},
                 {PH_PLACEHOLDER, "placeholder"}};
    enum ph_docx_revision kind = revision_of(words, stretch);
    xmlNode *run = ph_docx_add_run(box_for(words, kind), properties);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (stretch->kinds & PH_BIT(looks[i].kind))
            ph_docx_wear(words->docx, ph_docx_first(run, "rPr"), looks[i].look);
    if (stretch->restyled && kind == PH_DOCX_KEPT)
        ph_docx_add_old_look(words->docx, ph_docx_first(run, "rPr"), stretch->restyled->name);
    add_text(run, words->node->text.bytes + from, to - from, kind == PH_DOCX_DEL);
}

/* How many bytes of a stretch are the first letter of the words of a side. */
static size_t initial_of(struct words *words, enum ph_docx_revision kind, size_t from)
{
    bool first = false;
    for (int side = PH_DOCX_OLD; side < PH_DOCX_SIDES; side++) {
        first = first || (ph_docx_is_on(kind, side) && !words->begun[side]);
        words->begun[side] = words->begun[side] || ph_docx_is_on(kind, side);
    }
    char letter = words->node->text.bytes[from];
    return words->initial && first && letter >= 'A' && letter <= 'Z';
}

static void add_stretch(struct words *words, const struct ph_stretch *stretch, size_t from,
                        size_t to)
{
    size_t initial = initial_of(words, revision_of(words, stretch), from);
    if (initial)
        add_run_of(words, stretch, from, from + initial, words->initial);
    if (from + initial < to)
        add_run_of(words, stretch, from + initial, to, words->properties);
}

/* Puts what comments have up to that place, outside of boxes. Where the next has something. */
static size_t put_ends(struct words *words, size_t at)
{
    const size_t first = words->next_end;
    const size_t next =
        ph_docx_put_ends(words->docx, words->paragraph, words->node, at, &words->next_end);
    if (words->next_end != first)
        words->box = NULL;
    return next;
}

/* A stretch, cut where comments begin and end. */
static void add_commented(struct words *words, const struct ph_stretch *stretch, size_t from,
                          size_t to)
{
    while (from < to) {
        const size_t next = put_ends(words, from), end = next < to ? next : to;
        add_stretch(words, stretch, from, end);
        from = end;
    }
}

static void put_mark(struct words *words, const struct ph_stretch *stretch,
                     enum ph_docx_revision kind)
{
    enum ph_docx_side side = ph_docx_is_on(kind, PH_DOCX_NEW) ? PH_DOCX_NEW : PH_DOCX_OLD;
    ph_docx_add_mark(words->docx, box_for(words, kind), words->node, stretch->note,
                     words->properties, side, kind == PH_DOCX_DEL);
}

static void add_mark(struct words *words, const struct ph_stretch *stretch)
{
    enum ph_docx_revision kind = revision_of(words, stretch);
    if (kind != PH_DOCX_KEPT || !ph_docx_mark_changes(words->docx, words->node, stretch->note)) {
        put_mark(words, stretch, kind);
        return;
    }
    put_mark(words, stretch, PH_DOCX_DEL);
    put_mark(words, stretch, PH_DOCX_INS);
}

/* Whether a stretch is left when only one side is asked for. */
static bool is_left(const struct words *words, const struct ph_stretch *stretch)
{
    int side = words->only == PH_DOCX_DEL ? PH_DOCX_OLD : PH_DOCX_NEW;
    return words->only == PH_DOCX_KEPT ||
           ph_docx_is_on(ph_docx_revision_of_words(words->node, stretch->kinds), side);
}

/* Words [from, to) with the footnote marks in [from, end). */
static void add_range(struct words *words, size_t from, size_t to, size_t end)
{
    struct ph_stretch *list;
    size_t count = ph_stretches(words->node, &list);
    for (size_t i = 0; i < count; i++) {
        const struct ph_stretch *one = &list[i];
        size_t first = one->from > from ? one->from : from, last = one->to < to ? one->to : to;
        if (!is_left(words, one))
            continue;
        if (one->note && one->from >= from && one->from < end)
            add_mark(words, one);
        else if (!one->note && first < last)
            add_commented(words, one, first, last);
    }
    put_ends(words, to);
    free(list);
}

static struct words start(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                          const xmlNode *properties)
{
    struct words words = {.docx = docx, .paragraph = paragraph, .node = node};
    words.properties = properties;
    words.next_end = ph_docx_first_end(docx, paragraph, node);
    return words;
}

void ph_docx_add_words(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                       size_t from, size_t to, const xmlNode *properties)
{
    struct words words = start(docx, paragraph, node, properties);
    /* marks at the end of a part belong to the next part, those behind the last word to it */
    add_range(&words, from, to, to == node->text.length ? to + 1 : to);
}

void ph_docx_add_words_without_last_marks(struct ph_docx *docx, xmlNode *paragraph,
                                          const struct ph_node *node, const xmlNode *properties)
{
    struct words words = start(docx, paragraph, node, properties);
    add_range(&words, 0, node->text.length, node->text.length);
}

void ph_docx_add_last_marks(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                            const xmlNode *properties)
{
    struct words words = start(docx, paragraph, node, properties);
    add_range(&words, node->text.length, node->text.length, node->text.length + 1);
}

void ph_docx_add_side(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                      enum ph_docx_revision kind)
{
    struct words words = start(docx, paragraph, node, NULL);
    words.only = kind;
    add_range(&words, 0, node->text.length, node->text.length + 1);
}

void ph_docx_add_symbol(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                        const xmlNode *large, const xmlNode *small)
{
    struct words words = start(docx, paragraph, node, small);
    words.initial = large;
    add_range(&words, 0, node->text.length, node->text.length + 1);
}

void ph_docx_add_typed(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind,
                       const char *text, const xmlNode *properties)
{
    xmlNode *run = ph_docx_add_run(ph_docx_add_revision(docx, paragraph, kind), properties);
    add_text(run, text, strlen(text), kind == PH_DOCX_DEL);
}
