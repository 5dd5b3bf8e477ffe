/* Comments (ECMA-376 part 1, 17.13.4). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/comments.h"
#include "write/docx/docx.h"

/* ---- the part ---- */

static void add_line(struct ph_docx *docx, xmlNode *comment, const char *line, size_t length,
                     bool first)
{
    xmlNode *paragraph = ph_docx_add_paragraph(docx, comment, "comment", NULL);
    if (first) {
        xmlNode *mark = ph_docx_add_run(paragraph, ph_docx_run_look(docx, "comment-mark"));
        ph_docx_add(mark, "annotationRef");
    }
    xmlNode *text = ph_docx_add(ph_docx_add_run(paragraph, NULL), "t");
    ph_docx_add_text(text, line, length);
}

static void add_comment(struct ph_docx *docx, int id, const char *lines)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_COMMENTS]);
    xmlNode *comment = ph_docx_add(root, "comment");
    ph_docx_set_number(comment, "id", id);
    char initials[16];
    ph_docx_sign(docx, comment);
    ph_docx_set(comment, "initials", ph_initials(docx->options->author, initials));
    for (bool first = true; *lines; first = false) {
        size_t length = strcspn(lines, "\n");
        add_line(docx, comment, lines, length, first);
        lines += length + (lines[length] == '\n');
    }
}

/* A comment begins here, and what it says. Its id. */
static int begin_comment(struct ph_docx *docx, xmlNode *paragraph, const char *lines)
{
    /* LibreOffice 7.4 loses the footnote that has the id of a comment. */
    const int id = docx->note_ids + ++docx->comments;
    add_comment(docx, id, lines);
    ph_docx_set_number(ph_docx_add(paragraph, "commentRangeStart"), "id", id);
    return id;
}

static void end_comment(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind,
                        int id)
{
    ph_docx_set_number(ph_docx_add(paragraph, "commentRangeEnd"), "id", id);
    xmlNode *box = ph_docx_add_revision(docx, paragraph, kind);
    xmlNode *run = ph_docx_add_run(box, ph_docx_run_look(docx, "comment-mark"));
    ph_docx_set_number(ph_docx_add(run, "commentReference"), "id", id);
}

/* ---- of a paragraph: its source ---- */

int ph_docx_open_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    enum ph_docx_revision kind = ph_docx_revision_of(node);
    if (!docx->options->sources || kind == PH_DOCX_DEL || kind == PH_DOCX_MOVE_FROM)
        return -1;
    struct ph_buffer lines = {0};
    ph_put_comment(node, &lines);
    int id = lines.length ? begin_comment(docx, paragraph, ph_buffer_text(&lines)) : -1;
    ph_buffer_free(&lines);
    return id;
}

void ph_docx_close_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                           int id)
{
    if (id >= 0)
        end_comment(docx, paragraph, ph_docx_revision_of(node), id);
}

/* ---- at words: what the options say of them ---- */

/* What begins or ends between the words of a node. */
struct ph_docx_end {
    const struct ph_node *node;
    size_t at;      /* bytes of its words */
    size_t comment; /* which of the options' */
    bool begins;
};

/* What ends at a place does so before others begin there. */
static int by_place(const void *a, const void *b)
{
    const struct ph_docx_end *one = a, *other = b;
    const uintptr_t x = (uintptr_t)one->node, y = (uintptr_t)other->node;
    if (x != y)
        return x < y ? -1 : 1;
    if (one->at != other->at)
        return one->at < other->at ? -1 : 1;
    if (one->begins != other->begins)
        return one->begins ? 1 : -1;
    return one->comment < other->comment ? -1 : one->comment > other->comment;
}

void ph_docx_see_comments(struct ph_docx *docx)
{
    const struct ph_write_options *options = docx->options;
    const size_t count = options->comment_count;
    docx->ends = ph_alloc_zero(2 * count + 1, sizeof *docx->ends);
    docx->said = ph_alloc_zero(count + 1, sizeof *docx->said);
    for (size_t i = 0; i < count; i++) {
        const struct ph_comment *said = &options->comments[i];
        const bool all = said->from >= said->to;
        if (!said->node || !said->node->text.length)
            continue;
        docx->ends[docx->end_count++] =
            (struct ph_docx_end){said->node, all ? 0 : said->from, i, true};
        docx->ends[docx->end_count++] =
            (struct ph_docx_end){said->node, all ? said->node->text.length : said->to, i, false};
    }
    qsort(docx->ends, docx->end_count, sizeof *docx->ends, by_place);
}

void ph_docx_close_said(struct ph_docx *docx)
{
    free(docx->ends);
    free(docx->said);
}

size_t ph_docx_first_end(const struct ph_docx *docx, const xmlNode *paragraph,
                         const struct ph_node *node)
{
    size_t low = 0, high = docx->end_count;
    if (paragraph->doc != docx->parts[PH_DOCX_DOCUMENT])
        return docx->end_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if ((uintptr_t)docx->ends[middle].node < (uintptr_t)node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void put_one(struct ph_docx *docx, xmlNode *paragraph, const struct ph_docx_end *end)
{
    struct ph_docx_said *said = &docx->said[end->comment];
    if (end->begins && !said->id) {
        said->id = begin_comment(docx, paragraph, docx->options->comments[end->comment].text);
        said->is_open = true;
    } else if (!end->begins && said->is_open) {
        end_comment(docx, paragraph, PH_DOCX_KEPT, said->id);
        said->is_open = false;
    }
}

size_t ph_docx_put_ends(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                        size_t at, size_t *next)
{
    for (; *next < docx->end_count && docx->ends[*next].node == node; ++*next) {
        if (docx->ends[*next].at > at)
            return docx->ends[*next].at;
        put_one(docx, paragraph, &docx->ends[*next]);
    }
    return SIZE_MAX;
}

void ph_docx_put_rest(struct ph_docx *docx, xmlNode *paragraph)
{
    xmlNode *made = ph_docx_add(paragraph->parent, "p");
    xmlNode *properties = paragraph->children;
    for (size_t i = 0; i < docx->options->comment_count; i++) {
        const char *elsewhere = docx->options->comments[i].elsewhere;
        if (docx->said[i].id || !elsewhere)
            continue;
        docx->said[i].id = begin_comment(docx, made, elsewhere);
        end_comment(docx, paragraph, PH_DOCX_KEPT, docx->said[i].id);
    }
    ph_docx_move_inside(made, paragraph, properties->next);
}
