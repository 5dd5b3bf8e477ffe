#include "archive/search.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "archive/search_near.h"
#include "base/buffer.h"
#include "base/file.h"

/* Which paragraphs of a form count, with the parameters ?2 to ?8 (bind_filter); ?9 is 1 where all
 * do. */
#define FILTER                                                                                     \
    " paragraph.form = form.id AND (?9 OR (paragraph.session BETWEEN ?2 AND ?3"                    \
    " AND (?4 = '' OR label GLOB ?4) AND (?5 = '' OR opening = ?5 COLLATE NOCASE)"                 \
    " AND (?6 = '' OR resolution.name GLOB ?6 OR symbol GLOB ?6)"                                  \
    " AND (?7 = '' OR instr(lower(title), lower(?7))) AND instr(char(10) || vals, ?8)))"
#define PARAGRAPHS " paragraph JOIN resolution ON resolution.id = paragraph.resolution"

struct finding {
    struct ph_store *store;
    const struct ph_search *search;
    struct ph_arena *arena;
    struct ph_search_result *result;
    struct ph_form form;     /* of the words */
    struct ph_buffer values; /* of the form, as FILTER looks for them */
    struct ph_tokens phrase; /* the words, not masked */
    int64_t *forms;          /* that rows were made of */
    size_t capacity;
};

static bool wants_all(const struct finding *finding)
{
    const struct ph_search *search = finding->search;
    return !search->from && !search->to && !*search->label && !*search->opening &&
           !*search->symbol && !*search->title && finding->values.length <= 1;
}

static void bind_filter(const struct finding *finding, struct ph_query *query)
{
    const struct ph_search *search = finding->search;
    ph_bind_number(query, search->from);
    ph_bind_number(query, search->to ? search->to : INT_MAX);
    ph_bind_text(query, search->label);
    ph_bind_text(query, search->opening);
    ph_bind_text(query, search->symbol);
    ph_bind_text(query, search->title);
    ph_bind_text(query, ph_buffer_text(&finding->values));
    ph_bind_number(query, wants_all(finding));
}

/* ---- a row ---- */

static struct ph_search_use read_use(struct finding *finding, struct ph_query *query)
{
    struct ph_search_use use;
    const char *name = ph_column_text(query);
    /* What has no number goes by the path of its file: its last part tells people more. */
    use.resolution = ph_arena_copy(finding->arena, *name == '/' ? ph_file_name(name) : name);
    use.label = ph_arena_copy(finding->arena, ph_column_text(query));
    use.session = (int)ph_column_number(query);
    return use;
}

/* The last uses; the text is that of the very last. */
static enum ph_status set_latest(struct finding *finding, int64_t form, struct ph_search_row *row,
                                 struct ph_error *error)
{
    struct ph_query *query = ph_query(
        finding->store, "SELECT resolution.name, label, paragraph.session, words, vals"
                        " FROM form CROSS JOIN" PARAGRAPHS " WHERE form.id = ?1 AND" FILTER
                        " ORDER BY paragraph.session DESC, resolution DESC, place LIMIT ?10");
    struct ph_buffer text = {0};
    ph_bind_number(query, form);
    bind_filter(finding, query);
    ph_bind_number(query, PH_SEARCH_USES);
    row->latest = ph_arena_alloc(finding->arena, PH_SEARCH_USES * sizeof *row->latest);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        row->latest[row->latest_count++] = read_use(finding, query);
        if (row->text)
            continue;
        const char *words = ph_column_text(query);
        ph_form_fill(words, ph_column_text(query), &text);
        row->text = ph_arena_copy(finding->arena, ph_buffer_text(&text));
    }
    ph_buffer_free(&text);
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status set_earliest(struct finding *finding, int64_t form, struct ph_search_row *row,
                                   struct ph_error *error)
{
    struct ph_query *query =
        ph_query(finding->store, "SELECT resolution.name, label, paragraph.session"
                                 " FROM form CROSS JOIN" PARAGRAPHS " WHERE form.id = ?1 AND" FILTER
                                 " ORDER BY paragraph.session, resolution, place LIMIT 1");
    ph_bind_number(query, form);
    bind_filter(finding, query);
    enum ph_status status = ph_step(query, error);
    if (status == PH_OK)
        row->earliest = read_use(finding, query);
    return status == PH_NOTHING ? PH_OK : status;
}

/* Where all uses count they are counted already. */
static enum ph_status set_counts(struct finding *finding, int64_t form, struct ph_search_row *row,
                                 struct ph_error *error)
{
    static const char counted[] = "SELECT uses, first, last FROM form WHERE id = ?1";
    static const char count[] =
        "SELECT count(*), ifnull(min(nullif(paragraph.session, 0)), 0), max(paragraph.session)"
        " FROM form CROSS JOIN" PARAGRAPHS " WHERE form.id = ?1 AND" FILTER;
    bool all = wants_all(finding);
    struct ph_query *query = ph_query(finding->store, all ? counted : count);
    ph_bind_number(query, form);
    if (!all)
        bind_filter(finding, query);
    enum ph_status status = ph_step(query, error);
    if (status != PH_OK)
        return status == PH_NOTHING ? PH_OK : status;
    row->uses = ph_column_number(query);
    row->first = (int)ph_column_number(query);
    row->last = (int)ph_column_number(query);
    return PH_OK;
}

/* Adds a row for a form, unless there is one, or none of its uses counts. */
static enum ph_status add_row(struct finding *finding, int64_t form, struct ph_error *error)
{
    struct ph_search_result *result = finding->result;
    struct ph_search_row row = {0};
    for (size_t i = 0; i < result->count; i++)
        if (finding->forms[i] == form)
            return PH_OK;
    enum ph_status status = set_latest(finding, form, &row, error);
    if (status == PH_OK && row.latest_count)
        status = set_earliest(finding, form, &row, error);
    if (status == PH_OK && row.latest_count)
        status = set_counts(finding, form, &row, error);
    if (status != PH_OK || !row.latest_count)
        return status;
    if (result->count == (size_t)finding->search->limit) {
        result->more = true;
        return PH_OK;
    }
    ph_search_stretch(&finding->phrase, row.text, &row.from, &row.to, &row.exact);
    finding->forms[result->count] = form;
    result->rows[result->count++] = row;
    return PH_OK;
}

/* ---- the words, and words near them ---- */

/* FTS5's string: in double quotes, those inside doubled. */
static void put_phrase(struct ph_buffer *out, const char *words)
{
    ph_buffer_char(out, '"');
    for (; *words; words++) {
        if (*words == '"')
            ph_buffer_char(out, '"');
        ph_buffer_char(out, *words);
    }
    ph_buffer_char(out, '"');
}

static enum ph_status find_exact(struct finding *finding, struct ph_error *error)
{
    const size_t most = (size_t)finding->search->limit + 1;
    int64_t *forms = ph_alloc_zero(most, sizeof *forms);
    size_t count = 0;
    struct ph_buffer match = {0};
    put_phrase(&match, ph_buffer_text(&finding->form.words));
    struct ph_query *query = ph_query(
        finding->store, "SELECT form.id FROM form_words JOIN form ON form.id = form_words.rowid"
                        " WHERE form_words MATCH ?1 AND (?9 OR EXISTS"
                        "  (SELECT 1 FROM" PARAGRAPHS " WHERE" FILTER "))"
                        " ORDER BY uses DESC, last DESC, form.words LIMIT ?10");
    ph_bind_text(query, ph_buffer_text(&match));
    bind_filter(finding, query);
    ph_bind_number(query, (int64_t)most);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK && count < most)
        forms[count++] = ph_column_number(query);
    status = status == PH_NOTHING ? PH_OK : status;
    for (size_t i = 0; i < count && status == PH_OK; i++)
        status = add_row(finding, forms[i], error);
    ph_buffer_free(&match);
    free(forms);
    return status;
}

/* The numbers of a paragraph that is only near may be others. */
static enum ph_status find_near(struct finding *finding, struct ph_error *error)
{
    const size_t most = (size_t)finding->search->limit + 1;
    struct ph_near_form *forms = ph_alloc_zero(most, sizeof *forms);
    size_t count = 0;
    enum ph_status status = ph_search_near(finding->store, ph_buffer_text(&finding->form.words),
                                           forms, most, &count, error);
    ph_buffer_clear(&finding->values);
    ph_buffer_char(&finding->values, '\n');
    for (size_t i = 0; i < count && status == PH_OK && !finding->result->more; i++)
        status = add_row(finding, forms[i].form, error);
    free(forms);
    return status;
}

static void prepare(struct finding *finding)
{
    const struct ph_search *search = finding->search;
    size_t length = strlen(search->words);
    ph_form_read(search->words, length, &finding->form);
    ph_buffer_char(&finding->values, '\n');
    ph_buffer_put(&finding->values, ph_buffer_text(&finding->form.values));
    ph_tokens_read(&finding->phrase, NULL, search->words, length);
    finding->forms = ph_alloc_zero((size_t)search->limit, sizeof *finding->forms);
    *finding->result = (struct ph_search_result){
        .words = search->words,
        .rows =
            ph_arena_alloc(finding->arena, (size_t)search->limit * sizeof *finding->result->rows)};
}

enum ph_status ph_archive_search(struct ph_store *store, const struct ph_search *search,
                                 struct ph_arena *arena, struct ph_search_result *result,
                                 struct ph_error *error)
{
    struct finding finding = {.store = store, .search = search, .arena = arena, .result = result};
    prepare(&finding);
    enum ph_status status = PH_OK;
    if (!finding.phrase.count)
        status = ph_fail(error, PH_USAGE, "“%s”: there is no word in it", search->words);
    if (status == PH_OK)
        status = find_exact(&finding, error);
    if (status == PH_OK && !search->exact && result->count < (size_t)search->limit)
        status = find_near(&finding, error);
    if (status == PH_OK && !result->count)
        status = ph_fail(error, PH_NOTHING, "“%s” stands in no paragraph that is asked for",
                         search->words);
    free(finding.forms);
    ph_tokens_free(&finding.phrase);
    ph_buffer_free(&finding.values);
    ph_form_free(&finding.form);
    return status;
}
