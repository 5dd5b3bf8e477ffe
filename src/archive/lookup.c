#include "archive/lookup.h"

#include <stdlib.h>

#include "archive/form.h"

static enum ph_status read_own(struct ph_store *store, struct ph_arena *arena, const char *number,
                               struct ph_lookup_resolution *found, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT title, adopted FROM resolution WHERE name = ?");
    ph_bind_text(query, number);
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status == PH_NOTHING ? PH_OK : status;
    found->here = true;
    found->title = ph_arena_copy(arena, ph_column_text(query));
    (void)ph_date_parse_iso(ph_column_text(query), &found->adopted);
    return PH_OK;
}

/* Who cites it, and with which date: the most first. */
static enum ph_status read_citing(struct ph_store *store, const char *own, const char *number,
                                  struct ph_lookup_resolution *found, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT dated, count(DISTINCT resolution) AS times FROM citation"
                        " WHERE cited = ?1 AND dated <> ''"
                        " AND resolution NOT IN (SELECT id FROM resolution WHERE name = ?2)"
                        " GROUP BY dated ORDER BY times DESC, dated");
    ph_bind_text(query, number);
    ph_bind_text(query, own);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        struct ph_date date;
        const char *dated = ph_column_text(query);
        int times = (int)ph_column_number(query);
        bool first = !found->agree && ph_date_parse_iso(dated, &date);
        found->agree += first ? times : 0;
        found->others += first ? 0 : times;
        if (first && !found->adopted.year)
            found->adopted = date;
    }
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status read_session(struct ph_store *store, const char *number,
                                   struct ph_lookup_resolution *found, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT count(DISTINCT serial), ifnull(max(serial), 0) FROM"
                        " (SELECT CAST(substr(name, instr(name, '/') + 1) AS INTEGER) AS serial"
                        "   FROM resolution WHERE session = ?)");
    ph_bind_number(query, strtol(number, NULL, 10));
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status;
    found->held = (int)ph_column_number(query);
    found->highest = (int)ph_column_number(query);
    return PH_OK;
}

static enum ph_status read_resolution(void *context, struct ph_arena *arena, const char *own,
                                      const char *number, struct ph_lookup_resolution *found,
                                      struct ph_error *error)
{
    *found = (struct ph_lookup_resolution){.title = ""};
    enum ph_status status = read_own(context, arena, number, found, error);
    if (status == PH_OK)
        status = read_citing(context, own, number, found, error);
    if (status == PH_OK && !found->here)
        status = read_session(context, number, found, error);
    ph_store_rest(context);
    return status;
}

static enum ph_status read_paragraphs(void *context, struct ph_arena *arena, const char *number,
                                      struct ph_lookup_paragraph **list, size_t *count,
                                      struct ph_error *error)
{
    struct ph_query *query =
        ph_query(context, "SELECT label, part, words, vals FROM resolution JOIN paragraph"
                          " ON paragraph.resolution = resolution.id JOIN form ON form.id = form"
                          " WHERE name = ? ORDER BY place");
    struct ph_lookup_paragraph *items = NULL;
    size_t capacity = 0;
    struct ph_buffer text = {0};
    ph_bind_text(query, number);
    enum ph_status status;
    for (*count = 0; (status = ph_step(query, error)) == PH_OK; (*count)++) {
        items = ph_grow(items, *count, &capacity, sizeof *items);
        items[*count].label = ph_arena_copy(arena, ph_column_text(query));
        items[*count].part = ph_arena_copy(arena, ph_column_text(query));
        const char *words = ph_column_text(query);
        ph_buffer_clear(&text);
        ph_form_fill(words, ph_column_text(query), &text);
        items[*count].text = ph_arena_copy(arena, ph_buffer_text(&text));
    }
    ph_buffer_free(&text);
    *list = ph_arena_take(arena, items, *count * sizeof *items);
    ph_store_rest(context);
    return status == PH_NOTHING ? PH_OK : status;
}

struct ph_lookup ph_archive_lookup(struct ph_store *store)
{
    return (struct ph_lookup){store, read_resolution, read_paragraphs};
}
