/* Findings as the comments of a Word document, and their fixes as its changes. */
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "check/fix.h"
#include "doc/walk.h"
#include "penholder.h"

enum { MOST_TRIES = 24 }; /* of one document */

struct putting {
    struct ph_work *work;
    const struct ph_findings_view *view;
    const struct ph_buffer *package; /* NULL: a new document */
    const struct ph_write_options *options;
    bool *wished, *chosen; /* fixes that are certain; those that are put in */
    bool *waiting,
        *tried;        /* of paragraphs that cannot take all of theirs: still to be tried; now */
    const char **whys; /* each cannot be put in; NULL: it can, or was not tried alone */
    struct ph_finding_place *places;
    struct ph_refused refused;
    struct ph_buffer made;
    int tries;
};

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t) * (const struct ph_node *const *)a;
    const uintptr_t y = (uintptr_t) * (const struct ph_node *const *)b;
    return x < y ? -1 : x > y;
}

/* In a new document opening phrases are italic (UN-FORMAT rule 45), and so is what comes at the end
 * of one; in the user's own what comes looks like what stood there. */
static void extend_opening(struct ph_node *node)
{
    struct ph_opening *opening = &node->as.paragraph.opening;
    for (size_t i = 0; i < node->text.count; i++)
        if (node->text.inlines[i].kind == PH_INSERTED && node->text.inlines[i].from == opening->to)
            opening->to = node->text.inlines[i].to;
}

/* A new document has the numbers that were printed, and where they are wrong, the right ones as
 * changes. */
static void finish(struct ph_document *marked, const struct ph_document *checked)
{
    struct ph_walk to = ph_walk_start(marked->root), from = ph_walk_start(checked->root);
    while (ph_walk_step(&to) && ph_walk_step(&from)) {
        struct ph_node *node = (struct ph_node *)to.node;
        if (to.leaving || !ph_is_paragraph(node))
            continue;
        node->as.paragraph.number = from.node->as.paragraph.number;
        extend_opening(node);
    }
}

static enum ph_status write_marked(struct putting *putting, struct ph_document *marked,
                                   const struct ph_write_options *options, struct ph_error *error)
{
    if (putting->package)
        return ph_work_in_place(putting->work, putting->view->name, putting->package, marked,
                                options, &putting->made, error);
    finish(marked, putting->view->document);
    return ph_write_docx(marked, options, &putting->made, error);
}

/* Puts in what is chosen. The nodes of fixes that cannot be are in the marked document, which is
 * gone: they serve to find them among the places. */
static enum ph_status put_in(struct putting *putting, struct ph_error *error)
{
    const struct ph_findings_view *view = putting->view;
    const size_t remarked = putting->work->remarks.length;
    struct ph_refused *refused = &putting->refused;
    struct ph_document *marked =
        ph_check_mark(view->document, view->findings, putting->chosen, putting->places);
    struct ph_comment *comments = ph_findings_comments(view, putting->places, marked->arena);
    struct ph_write_options options = *putting->options;
    options.comments = comments;
    options.comment_count = view->findings->count;
    options.refused = refused;
    refused->count = 0;
    putting->tries++;
    ph_buffer_clear(&putting->made);
    enum ph_status status = write_marked(putting, marked, &options, error);
    if (status != PH_OK)
        ph_buffer_cut(&putting->work->remarks, remarked);
    if (refused->count)
        qsort(refused->nodes, refused->count, sizeof *refused->nodes, by_address);
    free(comments);
    ph_document_free(marked);
    return status;
}

/* Whether a fix is in a node that was refused; where none is known, in any. */
static bool is_refused(const struct putting *putting, size_t i)
{
    const struct ph_refused *refused = &putting->refused;
    const struct ph_refusal *found =
        refused->count ? bsearch(&putting->places[i].node, refused->nodes, refused->count,
                                 sizeof *refused->nodes, by_address)
                       : NULL;
    putting->whys[i] = found ? found->why : NULL;
    return !refused->count || found;
}

/* Takes the fixes out that cannot be put in with the others of their nodes. False: there is none.
 */
static bool take_out(struct putting *putting)
{
    bool any = false;
    for (size_t i = 0; i < putting->view->findings->count; i++) {
        if (!putting->chosen[i] || !is_refused(putting, i))
            continue;
        putting->chosen[i] = false;
        putting->waiting[i] = putting->refused.count > 0;
        any = true;
    }
    return any;
}

/* The same where those that were refused are none of ours. */
static bool take_all_out(struct putting *putting)
{
    putting->refused.count = 0;
    return take_out(putting);
}

/* Chooses one more in each paragraph that some were taken out of. False: there is none. */
static bool choose_next(struct putting *putting)
{
    const struct ph_findings *findings = putting->view->findings;
    const struct ph_node *node = NULL;
    bool any = false;
    for (size_t i = 0; i < findings->count; i++) {
        putting->tried[i] = putting->waiting[i] && findings->items[i].node != node;
        if (!putting->tried[i])
            continue;
        node = findings->items[i].node;
        putting->waiting[i] = false;
        putting->chosen[i] = any = true;
    }
    return any;
}

static void take_back(struct putting *putting)
{
    for (size_t i = 0; i < putting->view->findings->count; i++)
        if (putting->tried[i] && is_refused(putting, i))
            putting->chosen[i] = false;
}

/* All of them; where a paragraph cannot take all of its own, those that it can, one by one. */
static enum ph_status put_most(struct putting *putting, struct ph_error *error)
{
    enum ph_status status = put_in(putting, error);
    while (status == PH_FORMAT) {
        if (putting->tries == MOST_TRIES)
            putting->refused.count = 0;
        if (!take_out(putting) && !take_all_out(putting))
            return status;
        status = put_in(putting, error);
    }
    bool again = false;
    while (status == PH_OK && putting->tries < MOST_TRIES && choose_next(putting)) {
        status = put_in(putting, error);
        again = status == PH_FORMAT;
        if (again)
            take_back(putting);
        status = again ? PH_OK : status;
    }
    return again ? put_in(putting, error) : status;
}

static void say_left(struct putting *putting)
{
    const struct ph_findings_view *view = putting->view;
    char label[160];
    for (size_t i = 0; i < view->findings->count; i++) {
        const struct ph_finding *finding = &view->findings->items[i];
        if (!putting->wished[i] || putting->chosen[i])
            continue;
        ph_buffer_printf(&putting->work->remarks,
                         "%s: %s: the fix by %s cannot be put in safely, and is in the comment "
                         "only%s%s\n",
                         view->name, ph_label(finding->node, label, sizeof label), finding->rule,
                         putting->whys[i] ? ": " : "", putting->whys[i] ? putting->whys[i] : "");
    }
}

enum ph_status ph_work_check_word(struct ph_work *work, const struct ph_findings_view *view,
                                  const struct ph_buffer *package,
                                  const struct ph_write_options *options, struct ph_buffer *out,
                                  struct ph_error *error)
{
    const size_t count = view->findings->count;
    struct putting putting = {.work = work,
                              .view = view,
                              .package = package,
                              .options = options,
                              .wished = ph_alloc_zero(4 * (count + 1), sizeof(bool)),
                              .whys = ph_alloc_zero(count + 1, sizeof(const char *)),
                              .places = ph_alloc_zero(count + 1, sizeof *putting.places)};
    putting.chosen = putting.wished + count + 1;
    putting.waiting = putting.chosen + count + 1;
    putting.tried = putting.waiting + count + 1;
    ph_fix_choose(view->document, view->findings, true, putting.wished);
    for (size_t i = 0; i < count; i++)
        putting.chosen[i] = putting.wished[i];
    enum ph_status status = put_most(&putting, error);
    if (status == PH_OK) {
        say_left(&putting);
        ph_buffer_add(out, ph_buffer_text(&putting.made), putting.made.length);
    }
    ph_buffer_free(&putting.made);
    free(putting.refused.nodes);
    free(putting.wished);
    free(putting.places);
    free(putting.whys);
    return status;
}
