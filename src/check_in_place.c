/* Findings put into the user's own file. */
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "check/fix.h"
#include "penholder.h"

struct putting {
    struct ph_work *work;
    const struct ph_findings_view *view;
    const struct ph_buffer *package;
    const struct ph_write_options *options;
    bool *chosen; /* fixes that are put in */
    struct ph_finding_place *places;
};

/* Puts in what is chosen. The nodes of fixes that cannot be are in the marked document, which is
 * gone: they serve to find them among the places. */
static enum ph_status put_in(struct putting *putting, struct ph_refused *refused,
                             struct ph_buffer *out, struct ph_error *error)
{
    const struct ph_findings_view *view = putting->view;
    struct ph_write_options options = *putting->options;
    struct ph_document *marked =
        ph_check_mark(view->document, view->findings, putting->chosen, putting->places);
    struct ph_comment *comments = ph_findings_comments(view, putting->places, marked->arena);
    options.comments = comments;
    options.comment_count = view->findings->count;
    options.refused = refused;
    enum ph_status status =
        ph_work_in_place(putting->work, view->name, putting->package, marked, &options, out, error);
    free(comments);
    ph_document_free(marked);
    return status;
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t) * (const struct ph_node *const *)a;
    const uintptr_t y = (uintptr_t) * (const struct ph_node *const *)b;
    return x < y ? -1 : x > y;
}

/* Leaves out the fixes of those nodes; of all where none is known. False: there was none. */
static bool leave_out(struct putting *putting, struct ph_refused *refused)
{
    const struct ph_findings *findings = putting->view->findings;
    const struct ph_node *said = NULL;
    bool any = false;
    char label[160];
    if (refused->count)
        qsort(refused->nodes, refused->count, sizeof *refused->nodes, by_address);
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_node *node = findings->items[i].node;
        if (!putting->chosen[i] ||
            (refused->count && !bsearch(&putting->places[i].node, refused->nodes, refused->count,
                                        sizeof *refused->nodes, by_address)))
            continue;
        if (node != said)
            ph_buffer_printf(
                &putting->work->remarks,
                "%s: %s: the fix cannot be put in safely, and is in the comment only\n",
                putting->view->name, ph_label(node, label, sizeof label));
        said = node;
        putting->chosen[i] = false;
        any = true;
    }
    refused->count = 0;
    return any;
}

enum ph_status ph_work_check_in_place(struct ph_work *work, const struct ph_findings_view *view,
                                      const struct ph_buffer *package,
                                      const struct ph_write_options *options, struct ph_buffer *out,
                                      struct ph_error *error)
{
    const size_t count = view->findings->count;
    struct putting putting = {.work = work,
                              .view = view,
                              .package = package,
                              .options = options,
                              .chosen = ph_alloc_zero(count + 1, sizeof(bool)),
                              .places = ph_alloc_zero(count + 1, sizeof *putting.places)};
    struct ph_refused refused = {0};
    struct ph_buffer made = {0};
    ph_fix_choose(view->document, view->findings, putting.chosen);
    enum ph_status status = put_in(&putting, &refused, &made, error);
    for (int tries = 0; status == PH_FORMAT && leave_out(&putting, &refused); tries++) {
        ph_buffer_clear(&made);
        status = put_in(&putting, tries ? NULL : &refused, &made, error);
    }
    if (status == PH_OK)
        ph_buffer_add(out, ph_buffer_text(&made), made.length);
    ph_buffer_free(&made);
    free(refused.nodes);
    free(putting.chosen);
    free(putting.places);
    return status;
}
