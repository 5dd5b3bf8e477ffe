/* The marked document, node by node, put into the package of the old one. */
#include "write/inplace/inplace.h"
#include "doc/walk.h"

static bool has_words(const struct ph_node *node)
{
    return node->kind != PH_DOCUMENT && node->kind != PH_MASTHEAD && node->kind != PH_CLOSING;
}

static bool is_new(const struct ph_node *node)
{
    const enum ph_wml_change change = ph_inplace_change(node);
    return change == PH_WML_INSERTED || change == PH_WML_MOVED_TO;
}

/* The next node with words of its own; NULL: there is none. Footnotes come with their marks. */
static const struct ph_node *next_node(struct ph_walk *walk)
{
    while (ph_walk_step(walk))
        if (!walk->leaving && has_words(walk->node) && walk->node->kind != PH_FOOTNOTE)
            return walk->node;
    return NULL;
}

/* First it is known what becomes of the footnotes, and of what moves. */
static void look_around(struct ph_inplace *inplace)
{
    const struct ph_node *node;
    struct ph_walk walk = ph_walk_start(inplace->marked->root);
    while ((node = next_node(&walk))) {
        ph_inplace_learn(inplace, node, true);
        ph_inplace_see_marks(inplace, node);
        ph_inplace_see_move(inplace, node);
    }
    ph_inplace_end_marks(inplace);
    ph_inplace_end_moves(inplace);
    ph_inplace_see_comments(inplace);
}

/* Then what stays and goes, so that what comes can be made like it. */
static enum ph_status collect(struct ph_inplace *inplace, struct ph_error *error)
{
    const struct ph_node *root = inplace->marked->root, *node, *note = NULL;
    enum ph_status status = PH_OK;
    struct ph_walk walk = ph_walk_start(root);
    while (status == PH_OK && (node = next_node(&walk))) {
        status = ph_inplace_add_place(inplace, node, error);
        if (status == PH_OK)
            status = ph_inplace_add_margins(inplace, node, error);
    }
    while (status == PH_OK && (note = ph_next_of(root, note, PH_FOOTNOTE)))
        status = ph_inplace_add_place(inplace, note, error);
    return status;
}

static enum ph_status enter(struct ph_inplace *inplace, const struct ph_node *node,
                            struct ph_error *error)
{
    if (node->kind == PH_FOOTNOTE)
        return PH_OK; /* comes with its mark */
    if (is_new(node))
        return ph_inplace_add_paragraph(inplace, node, error);
    ph_inplace_learn(inplace, node, false);
    return ph_inplace_follow(inplace, node, error);
}

/* Whether anything of a masthead changes. */
static bool is_changed(const struct ph_node *masthead)
{
    bool changed = false;
    for (const struct ph_node *field = masthead->first; field && !changed; field = field->next)
        changed = ph_inplace_is_changed(field);
    return changed;
}

/* The masthead is taken as a whole, line by line. */
static enum ph_status enter_masthead(struct ph_inplace *inplace, struct ph_walk *walk,
                                     struct ph_error *error)
{
    const struct ph_node *masthead = walk->node;
    enum ph_status status = PH_OK;
    ph_walk_skip(walk);
    if (is_changed(masthead))
        return ph_inplace_add_masthead(inplace, masthead, error);
    for (const struct ph_node *field = masthead->first; field && status == PH_OK;
         field = field->next)
        status = ph_inplace_follow(inplace, field, error);
    return status;
}

static enum ph_status add_new(struct ph_inplace *inplace, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    struct ph_walk walk = ph_walk_start(inplace->marked->root);
    ph_scan_own_prefix(&inplace->document->story.scan, inplace->signer.prefix,
                       sizeof inplace->signer.prefix);
    while (status == PH_OK && ph_walk_step(&walk)) {
        if (walk.leaving)
            ph_inplace_end_move(inplace, walk.node);
        else if (walk.node->kind == PH_MASTHEAD)
            status = enter_masthead(inplace, &walk, error);
        else if (has_words(walk.node))
            status = enter(inplace, walk.node, error);
    }
    return status == PH_OK ? ph_inplace_end_paragraphs(inplace, error) : status;
}

/* Rows can be tracked, but not the paragraph that a text must have behind its last table. */
static enum ph_status begin(struct ph_inplace *inplace, const struct ph_buffer *package,
                            struct ph_error *error)
{
    if (inplace->options->source_table)
        return ph_fail(
            error, PH_USAGE,
            "%s: a table of sources would become part of its text, and could not be "
            "rejected as a change: give --sources comments or none, or --fresh for a new "
            "document with it",
            inplace->name);
    return ph_inplace_open(inplace, package, error);
}

enum ph_status ph_write_inplace(const char *name, const struct ph_buffer *package,
                                const struct ph_document *marked,
                                const struct ph_write_options *options, struct ph_buffer *out,
                                struct ph_buffer *remarks, struct ph_error *error)
{
    struct ph_inplace inplace = {
        .name = name, .marked = marked, .options = options, .remarks = remarks};
    enum ph_status status = begin(&inplace, package, error);
    if (status == PH_OK) {
        look_around(&inplace);
        status = collect(&inplace, error);
    }
    if (status == PH_OK)
        status = add_new(&inplace, error);
    if (status == PH_OK)
        status = ph_inplace_revise(&inplace, error);
    if (status == PH_OK)
        status = ph_inplace_end_notes(&inplace, error);
    if (status == PH_OK)
        status = ph_inplace_write_comments(&inplace, error);
    if (status == PH_OK)
        status = ph_inplace_write(&inplace, package, out, error);
    ph_inplace_close(&inplace);
    return status;
}
