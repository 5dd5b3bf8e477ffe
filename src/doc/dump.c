/* The dump: one line a node, every property that is set; what golden tests read. */
#include "doc/forms.h"
#include "doc/walk.h"

static const char *const mark_names[] = {"", " inserted", " deleted", " moved-from", " moved-to"};
static const char *const end_names[] = {"", " end-inserted", " end-deleted"};
static const char *const how_names[] = {"as-read", "verbatim", "advanced", "template", "unknown"};
static const char *const inline_names[] = {"italic",      "bold",    "superscript", "note",
                                           "placeholder", "review",  "source",      "inserted",
                                           "deleted",     "restyled"};
static const char *const adverb_names[] = {"", " also", " further"};

static void put_paragraph(const struct ph_node *node, struct ph_buffer *out)
{
    char label[96], number[64];
    ph_buffer_printf(out, " [%s]", ph_label(node, label, sizeof label));
    if (node->as.paragraph.number)
        ph_buffer_printf(out, " printed='%s'", node->as.paragraph.number);
    if (ph_number(node, number, sizeof number))
        ph_buffer_printf(out, " number='%s'", number);
    const struct ph_opening *opening = &node->as.paragraph.opening;
    if (opening->part != PH_NO_PART)
        ph_buffer_printf(out, " opening='%s'%s%s", opening->phrase ? opening->phrase : "",
                         adverb_names[opening->adverb], opening->known ? "" : " unlisted");
}

static void put_own(const struct ph_node *node, struct ph_buffer *out)
{
    if (ph_is_paragraph(node))
        put_paragraph(node, out);
    else if (node->kind == PH_DOCUMENT)
        ph_buffer_printf(out, " %s", ph_genre_name(node->as.document.genre));
    else if (node->kind == PH_FIELD)
        ph_buffer_printf(out, " %s", ph_field_name(node->as.field.name));
    else if (node->kind == PH_HEADING)
        ph_buffer_printf(out, " level=%d number='%s'", node->as.heading.level,
                         node->as.heading.number ? node->as.heading.number : "");
    else if (node->kind == PH_ANNEX)
        ph_buffer_printf(out, " '%s'", node->as.annex.label ? node->as.annex.label : "");
    else if (node->kind == PH_FOOTNOTE)
        ph_buffer_printf(out, " number=%d mark='%s'", ph_note_number(node),
                         node->as.footnote.mark ? node->as.footnote.mark : "");
}

static void put_origin(const struct ph_origin *origin, struct ph_buffer *out)
{
    if (origin->how == PH_AS_READ)
        return;
    ph_buffer_printf(out, " <%s %s %s x%d%s%s>", how_names[origin->how],
                     origin->symbol ? origin->symbol : "-", origin->label ? origin->label : "-",
                     origin->times, origin->note ? ": " : "", origin->note ? origin->note : "");
}

static void put_inlines(const struct ph_node *node, int indent, struct ph_buffer *out)
{
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        ph_buffer_printf(out, "%*s~ %s %zu-%zu", indent + 2, "", inline_names[mark->kind],
                         mark->from, mark->to);
        if (mark->kind == PH_NOTE)
            ph_buffer_printf(out, " %s%d", mark->note && !ph_note_number(mark->note) ? "*" : "",
                             mark->note ? ph_note_number(mark->note) : -1);
        else
            ph_buffer_printf(out, " '%.*s'", (int)(mark->to - mark->from),
                             node->text.bytes + mark->from);
        if (mark->name)
            ph_buffer_printf(out, " name=%s", mark->name);
        if (mark->why)
            ph_buffer_printf(out, " why='%s'", mark->why);
        ph_buffer_char(out, '\n');
    }
}

void ph_dump(const struct ph_document *document, struct ph_buffer *out)
{
    int indent = 0;
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        indent -= walk.leaving ? 2 : 0;
        if (walk.leaving)
            continue;
        const struct ph_node *node = walk.node;
        ph_buffer_printf(out, "%*s%s", indent < 60 ? indent : 60, "", ph_kind_name(node->kind));
        put_own(node, out);
        ph_buffer_put(out, mark_names[node->mark]);
        ph_buffer_put(out, end_names[node->end]);
        put_origin(&node->origin, out);
        if (node->text.length)
            ph_buffer_printf(out, ": %s", node->text.bytes);
        ph_buffer_char(out, '\n');
        put_inlines(node, indent < 60 ? indent : 60, out);
        indent += 2;
    }
}
