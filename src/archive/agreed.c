/* Where else the words of a draft were agreed. */
#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "archive/known.h"
#include "doc/walk.h"

enum { NAMED = 3 }; /* as many are named; the others are counted */

static const size_t NO_SERIES = SIZE_MAX;

struct agreeing {
    struct ph_known *known;
    int before;
    size_t own; /* series of the draft; NO_SERIES */
    struct ph_form form;
    struct ph_buffer where;
};

/* Resolutions that use the words, each once, the latest first. */
static enum ph_status list_uses(struct agreeing *work, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(work->known->store,
                 "SELECT name, label, title_form, min(place) FROM form"
                 " JOIN paragraph ON paragraph.form = form.id"
                 " JOIN resolution ON resolution.id = paragraph.resolution"
                 " WHERE digest = ? AND words = ? AND resolution.session BETWEEN 1 AND ? - 1"
                 " GROUP BY name"
                 " ORDER BY resolution.session DESC, adopted DESC, name DESC");
    const char *words = ph_buffer_text(&work->form.words);
    ph_bind_number(query, ph_form_digest(words));
    ph_bind_text(query, words);
    ph_bind_number(query, work->before);
    size_t count = 0;
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        const char *name = ph_column_text(query), *label = ph_column_text(query);
        if (ph_titles_series(&work->known->titles, ph_column_text(query)) == work->own)
            continue;
        if (count++ < NAMED)
            ph_buffer_printf(&work->where, "%s %s %s", count > 1 ? "," : "also in", name, label);
    }
    if (count > NAMED)
        ph_buffer_printf(&work->where, " and %zu more", count - NAMED);
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status say_where(struct agreeing *work, struct ph_node *node, struct ph_error *error)
{
    const struct ph_text *text = &node->origin.node->text;
    const char *note = node->origin.note;
    ph_buffer_clear(&work->where);
    ph_form_read(node->document->lexicon, text->bytes, text->length, &work->form);
    enum ph_status status = list_uses(work, error);
    if (status == PH_OK && work->where.length)
        node->origin.note = ph_arena_printf(node->document->arena, "%s%s%s", note ? note : "",
                                            note ? "; " : "", ph_buffer_text(&work->where));
    return status;
}

enum ph_status ph_known_agreed(struct ph_known *known, struct ph_document *draft, const char *base,
                               int before, struct ph_error *error)
{
    struct agreeing work = {.known = known, .before = before};
    enum ph_status status = ph_known_titles(known, before, error);
    if (status == PH_OK)
        status = ph_known_series_of(known, base ? base : "", before, &work.own, error);
    if (status == PH_OK && work.own == known->titles.count)
        work.own = NO_SERIES;
    for (struct ph_node *node = NULL; status == PH_OK && (node = ph_next_text(draft->root, node));)
        if (ph_is_paragraph(node) && node->origin.node)
            status = say_where(&work, node, error);
    ph_form_free(&work.form);
    ph_buffer_free(&work.where);
    ph_store_rest(known->store);
    return status;
}
