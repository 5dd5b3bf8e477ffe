#include <string.h>

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

int ph_docx_open_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    enum ph_docx_revision kind = ph_docx_revision_of(node);
    if (!docx->options->sources || kind == PH_DOCX_DEL || kind == PH_DOCX_MOVE_FROM)
        return -1;
    struct ph_buffer lines = {0};
    ph_put_comment(node, &lines);
    int id = -1;
    if (lines.length) {
        /* LibreOffice 7.4 loses the footnote that has the id of a comment. */
        id = docx->note_ids + ++docx->comments;
        add_comment(docx, id, ph_buffer_text(&lines));
        ph_docx_set_number(ph_docx_add(paragraph, "commentRangeStart"), "id", id);
    }
    ph_buffer_free(&lines);
    return id;
}

void ph_docx_close_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                           int id)
{
    if (id < 0)
        return;
    ph_docx_set_number(ph_docx_add(paragraph, "commentRangeEnd"), "id", id);
    xmlNode *box = ph_docx_add_revision(docx, paragraph, ph_docx_revision_of(node));
    xmlNode *run = ph_docx_add_run(box, ph_docx_run_look(docx, "comment-mark"));
    ph_docx_set_number(ph_docx_add(run, "commentReference"), "id", id);
}
