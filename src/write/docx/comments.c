#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "un/ordinal.h"
#include "write/docx/docx.h"

/* ---- what a comment says ---- */

static void put_times(int times, struct ph_buffer *out)
{
    char word[64];
    if (times > 1 && times <= PH_ORDINAL_MAX)
        ph_buffer_printf(out, ", %s time", ph_ordinal(times, word, sizeof word));
}

static void put_origin(const struct ph_origin *origin, struct ph_buffer *out)
{
    if (origin->how == PH_AS_READ || (origin->how == PH_TEMPLATE && !origin->note))
        return; /* words of a form say nothing that a comment must explain */
    if (origin->how == PH_TEMPLATE)
        ph_buffer_put(out, "From a template");
    else if (origin->how == PH_UNKNOWN)
        ph_buffer_put(out, "No source");
    if (origin->symbol) {
        const char *label = origin->label ? origin->label : "text";
        ph_buffer_printf(out, "%s%s of %s", out->length ? ": " : "", label, origin->symbol);
        put_times(origin->times, out);
    }
    if (origin->how == PH_VERBATIM)
        ph_buffer_put(out, out->length ? ", word for word" : "Word for word");
    if (origin->note)
        ph_buffer_printf(out, "%s%s", out->length ? "; " : "", origin->note);
    if (out->length)
        ph_buffer_char(out, '.');
}

static void put_reason(const struct ph_node *node, const struct ph_inline *mark,
                       struct ph_buffer *out)
{
    const char *what = mark->kind == PH_REVIEW ? "To check" : "To supply";
    ph_buffer_printf(out, "%s: “%.*s”", what, (int)(mark->to - mark->from),
                     node->text.bytes + mark->from);
    if (mark->why)
        ph_buffer_printf(out, ": %s", mark->why);
    if (out->data[out->length - 1] != '?')
        ph_buffer_char(out, '.');
}

/* One line for the source, one for each thing that a person must look at. */
static void put_lines(const struct ph_node *node, struct ph_buffer *out)
{
    put_origin(&node->origin, out);
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_REVIEW && mark->kind != PH_PLACEHOLDER)
            continue;
        if (out->length)
            ph_buffer_char(out, '\n');
        put_reason(node, mark, out);
    }
}

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

/* The first character of each of the first words of a name; the program's own: "ph". */
static const char *initials_of(const char *name, char out[16])
{
    size_t used = 0;
    if (!name)
        return "ph";
    for (size_t at = 0, next, length = strlen(name); at < length && used + 4 < 16; at = next) {
        ph_utf8_at(name, length, at, &next);
        if (name[at] != ' ' && (at == 0 || name[at - 1] == ' ')) {
            memcpy(out + used, name + at, next - at);
            used += next - at;
        }
    }
    out[used] = '\0';
    return out;
}

static void add_comment(struct ph_docx *docx, int id, const char *lines)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_COMMENTS]);
    xmlNode *comment = ph_docx_add(root, "comment");
    ph_docx_set_number(comment, "id", id);
    char initials[16];
    ph_docx_sign(docx, comment);
    ph_docx_set(comment, "initials", initials_of(docx->options->author, initials));
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
    put_lines(node, &lines);
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
