#include "archive/titled.h"

#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "archive/wanted.h"
#include "un/title.h"

/* So many paragraphs are looked at, the latest, however often a title is cited. */
enum { MOST = 1000 };

struct finding {
    struct ph_store *store;
    const struct ph_lexicon *lexicon;
    const char *title;
    int before;
    struct ph_arena *arena;
    struct ph_titled *items;
    size_t count, capacity;
};

/* ---- what the paragraphs say ---- */

static bool is_noted(const struct finding *finding, const char *number)
{
    for (size_t i = 0; i < finding->count; i++)
        if (!strcmp(finding->items[i].citation.number, number))
            return true;
    return false;
}

static void note_citation(struct finding *finding, const struct ph_citation *citation,
                          const char *name, const char *label)
{
    if (!citation->session || citation->session >= finding->before || !citation->date.year ||
        is_noted(finding, citation->number))
        return;
    finding->items =
        ph_grow(finding->items, finding->count, &finding->capacity, sizeof *finding->items);
    finding->items[finding->count++] =
        (struct ph_titled){*citation, ph_arena_printf(finding->arena, "%s %s", name, label), true};
}

/* The citations of a paragraph right behind which the title stands. */
static void read_paragraph(struct finding *finding, const char *text, const char *name,
                           const char *label)
{
    struct ph_citation *list;
    size_t count = ph_citations_find(finding->lexicon, text, strlen(text), &list);
    for (size_t i = 0; i < count; i++)
        if (ph_title_behind(finding->lexicon, text + list[i].to, finding->title) == PH_TITLE_WHOLE)
            note_citation(finding, &list[i], name, label);
    free(list);
}

/* The paragraphs with the words of the title that cite, with a date, what the archive has no text
 * of. */
static struct ph_query *paragraphs(const struct finding *finding, const char *match)
{
    struct ph_query *query = ph_query(
        finding->store,
        "SELECT resolution.name, label, form.words, vals FROM form_words"
        " CROSS JOIN form ON form.id = form_words.rowid"
        " CROSS JOIN paragraph ON paragraph.form = form.id"
        " JOIN resolution ON resolution.id = paragraph.resolution"
        " WHERE form_words MATCH ?1 AND instr(form.words, '" PH_FORM_NUMBER "/" PH_FORM_NUMBER "')"
        " AND paragraph.session BETWEEN 1 AND ?2 - 1 AND EXISTS"
        " (SELECT 1 FROM citation WHERE citation.resolution = paragraph.resolution"
        "   AND citation.place = paragraph.place AND dated <> ''"
        "   AND NOT EXISTS (SELECT 1 FROM resolution AS known WHERE known.name = cited))"
        " ORDER BY paragraph.session DESC, resolution.name, paragraph.place LIMIT ?3");
    ph_bind_text(query, match);
    ph_bind_number(query, finding->before);
    ph_bind_number(query, MOST);
    return query;
}

static enum ph_status read_paragraphs(struct finding *finding, struct ph_error *error)
{
    struct ph_wanted wanted;
    struct ph_buffer match = {0}, text = {0};
    ph_wanted_read(finding->lexicon, finding->title, &wanted);
    ph_wanted_query(&wanted, PH_FOUND_PHRASE, &match);
    struct ph_query *query = paragraphs(finding, ph_buffer_text(&match));
    enum ph_status status = match.length ? PH_OK : PH_NOTHING;
    while (status == PH_OK && (status = ph_step(query, error)) == PH_OK) {
        const char *name = ph_column_text(query), *label = ph_column_text(query);
        const char *words = ph_column_text(query);
        ph_buffer_clear(&text);
        ph_form_fill(words, ph_column_text(query), &text);
        read_paragraph(finding, ph_buffer_text(&text), name, label);
    }
    ph_wanted_free(&wanted);
    ph_buffer_free(&match);
    ph_buffer_free(&text);
    return status == PH_NOTHING ? PH_OK : status;
}

/* ---- what contradicts it ---- */

/* Its text is there, so that its title is another; or somebody gives it another date. */
static enum ph_status doubt(struct finding *finding, struct ph_titled *one, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(finding->store,
                 "SELECT EXISTS (SELECT 1 FROM resolution WHERE name = ?1) OR EXISTS"
                 " (SELECT 1 FROM citation JOIN resolution ON resolution.id = citation.resolution"
                 "  WHERE cited = ?1 AND dated NOT IN ('', ?2) AND session BETWEEN 1 AND ?3 - 1)");
    char date[16];
    ph_bind_text(query, one->citation.number);
    ph_bind_text(query, ph_date_iso(one->citation.date, date, sizeof date));
    ph_bind_number(query, finding->before);
    enum ph_status status = ph_step(query, error);
    if (status == PH_OK)
        one->sure = !ph_column_number(query);
    return status == PH_NOTHING ? PH_OK : status;
}

static int by_session(const void *a, const void *b)
{
    const struct ph_titled *x = a, *y = b;
    int order =
        (x->citation.session > y->citation.session) - (x->citation.session < y->citation.session);
    return order ? order : strcmp(x->citation.number, y->citation.number);
}

/* Two of one session: which of them the series goes on with, nobody says. */
static void leave_out_doubtful(struct finding *finding)
{
    struct ph_titled *items = finding->items;
    size_t kept = 0;
    for (size_t i = 0; i < finding->count; i++) {
        const int session = items[i].citation.session;
        const bool alone = (!i || items[i - 1].citation.session != session) &&
                           (i + 1 == finding->count || items[i + 1].citation.session != session);
        if (!alone)
            items[i].sure = false;
    }
    for (size_t i = 0; i < finding->count; i++)
        if (items[i].sure)
            items[kept++] = items[i];
    finding->count = kept;
}

enum ph_status ph_titled_find(struct ph_store *store, const struct ph_lexicon *lexicon,
                              const char *title, int before, struct ph_arena *arena,
                              struct ph_titled **list, size_t *count, struct ph_error *error)
{
    struct finding finding = {
        .store = store, .lexicon = lexicon, .title = title, .before = before, .arena = arena};
    enum ph_status status = read_paragraphs(&finding, error);
    for (size_t i = 0; i < finding.count && status == PH_OK; i++)
        status = doubt(&finding, &finding.items[i], error);
    if (finding.count)
        qsort(finding.items, finding.count, sizeof *finding.items, by_session);
    leave_out_doubtful(&finding);
    *count = finding.count;
    *list = ph_arena_take(arena, finding.items, finding.count * sizeof *finding.items);
    return status;
}
