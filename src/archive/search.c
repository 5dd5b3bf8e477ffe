#include "archive/search.h"

#include <stdlib.h>
#include <string.h>

#include "archive/form.h"
#include "archive/search_filter.h"
#include "archive/search_near.h"
#include "base/buffer.h"
#include "base/file.h"

struct finding {
    struct ph_store *store;
    const struct ph_search *search;
    struct ph_arena *arena;
    struct ph_search_result *result;
    struct ph_wanted wanted;
    struct ph_buffer numbers; /* that a use must have, as FILTER looks for them */
    int64_t *forms;           /* that rows were made of */
    size_t capacity;
};

static struct ph_search_filter filter_of(const struct finding *finding)
{
    return (struct ph_search_filter){finding->search, ph_buffer_text(&finding->numbers)};
}

static bool wants_all(const struct finding *finding)
{
    const struct ph_search_filter filter = filter_of(finding);
    return ph_search_filter_takes_all(&filter);
}

static void bind_filter(const struct finding *finding, struct ph_query *query)
{
    const struct ph_search_filter filter = filter_of(finding);
    ph_search_filter_bind(&filter, query);
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
        finding->store,
        "SELECT resolution.name, label, paragraph.session, words, vals"
        " FROM form CROSS JOIN" PH_SEARCH_PARAGRAPHS " WHERE form.id = ?1 AND" PH_SEARCH_FILTER
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
                                 " FROM form CROSS JOIN" PH_SEARCH_PARAGRAPHS
                                 " WHERE form.id = ?1 AND" PH_SEARCH_FILTER
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
        " FROM form CROSS JOIN" PH_SEARCH_PARAGRAPHS " WHERE form.id = ?1 AND" PH_SEARCH_FILTER;
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
static enum ph_status add_row(struct finding *finding, int64_t form, enum ph_found match,
                              struct ph_error *error)
{
    struct ph_search_result *result = finding->result;
    struct ph_search_row row = {.match = match};
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
    const struct ph_stretch stretch = ph_search_stretch(&finding->wanted.tokens, row.text);
    row.from = stretch.from;
    row.to = stretch.to;
    if (match == PH_FOUND_NEAR && stretch.whole)
        row.match = PH_FOUND_WORDS;
    finding->forms[result->count] = form;
    result->rows[result->count++] = row;
    return PH_OK;
}

/* ---- the words, and words near them ---- */

/* Adds rows for so many forms, until the limit is reached. */
static enum ph_status add_rows(struct finding *finding, const int64_t *forms, size_t count,
                               enum ph_found match, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < count && status == PH_OK && !finding->result->more; i++)
        status = add_row(finding, forms[i], match, error);
    return status;
}

/* What is asked for decides which of the forms are looked at: where every use counts, the first
 * PH_SEARCH_RANKED. */
static struct ph_query *matching(struct finding *finding)
{
    static const char some[] =
        "SELECT form.id FROM (SELECT rowid AS found FROM form_words WHERE form_words MATCH ?1"
        "   LIMIT ?2) JOIN form ON form.id = found"
        " ORDER BY uses DESC, last DESC, form.words LIMIT ?3";
    static const char filtered[] =
        "SELECT form.id FROM form_words JOIN form ON form.id = form_words.rowid"
        " WHERE form_words MATCH ?1 AND EXISTS (SELECT 1 FROM" PH_SEARCH_PARAGRAPHS
        " WHERE" PH_SEARCH_FILTER ")"
        " ORDER BY uses DESC, last DESC, form.words LIMIT ?10";
    return ph_query(finding->store, wants_all(finding) ? some : filtered);
}

/* Forms that hold the words: in their order, or all of them. */
static enum ph_status find_all(struct finding *finding, enum ph_found match, struct ph_error *error)
{
    /* Those that stand in a row already are found again. */
    const size_t most = (size_t)finding->search->limit + finding->result->count + 1;
    int64_t *forms = ph_alloc_zero(most, sizeof *forms);
    size_t count = 0;
    struct ph_buffer words = {0};
    ph_wanted_query(&finding->wanted, match, &words);
    struct ph_query *query = matching(finding);
    ph_bind_text(query, ph_buffer_text(&words));
    if (wants_all(finding))
        ph_bind_number(query, PH_SEARCH_RANKED);
    else
        bind_filter(finding, query);
    ph_bind_number(query, (int64_t)most);
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK && count < most)
        forms[count++] = ph_column_number(query);
    status = status == PH_NOTHING ? PH_OK : status;
    if (status == PH_OK)
        status = add_rows(finding, forms, count, match, error);
    ph_buffer_free(&words);
    free(forms);
    return status;
}

static enum ph_status find_near(struct finding *finding, double least, struct ph_error *error)
{
    const struct ph_search_filter filter = filter_of(finding);
    const size_t most = (size_t)finding->search->limit + finding->result->count + 1;
    int64_t *forms = ph_alloc_zero(most, sizeof *forms);
    size_t count = 0;
    enum ph_status status = ph_search_near(finding->store, &finding->wanted, &filter, least, forms,
                                           most, &count, error);
    if (status == PH_OK)
        status = add_rows(finding, forms, count, PH_FOUND_NEAR, error);
    free(forms);
    return status;
}

/* What is looked for first: words in their order, then what is likely meant by them, then all of
 * them anywhere in a paragraph, then what is near at all. */
static const struct step {
    enum ph_found match;
    double least; /* likeness of what is near */
} steps[] = {{PH_FOUND_PHRASE, 0}, {PH_FOUND_NEAR, 0.6}, {PH_FOUND_WORDS, 0}, {PH_FOUND_NEAR, 0}};

static enum ph_status find(struct finding *finding, const struct step *step, struct ph_error *error)
{
    const enum ph_found match = step->match;
    if (!ph_wanted_has(&finding->wanted, match) ||
        finding->result->count == (size_t)finding->search->limit)
        return PH_OK;
    ph_buffer_clear(&finding->numbers);
    ph_wanted_numbers(&finding->wanted, match, &finding->numbers);
    return match == PH_FOUND_NEAR ? find_near(finding, step->least, error)
                                  : find_all(finding, match, error);
}

static void prepare(struct finding *finding)
{
    const struct ph_search *search = finding->search;
    ph_wanted_read(search->lexicon, search->words, &finding->wanted);
    finding->forms = ph_alloc_zero((size_t)search->limit, sizeof *finding->forms);
    *finding->result = (struct ph_search_result){
        .words = search->words,
        .rows =
            ph_arena_alloc(finding->arena, (size_t)search->limit * sizeof *finding->result->rows)};
}

static enum ph_status judge(const struct finding *finding, struct ph_error *error)
{
    const size_t count = finding->wanted.tokens.count;
    if (!count)
        return ph_fail(error, PH_USAGE, "there is no word in %s", finding->search->words);
    if (count > PH_SEARCH_WORDS)
        return ph_fail(error, PH_USAGE, "%zu words: at most %d can be looked for", count,
                       PH_SEARCH_WORDS);
    if (strlen(finding->search->symbol) > PH_SEARCH_PATTERN)
        return ph_fail(error, PH_USAGE, "the pattern of symbols is longer than %d bytes",
                       PH_SEARCH_PATTERN);
    return PH_OK;
}

enum ph_status ph_archive_search(struct ph_store *store, const struct ph_search *search,
                                 struct ph_arena *arena, struct ph_search_result *result,
                                 struct ph_error *error)
{
    struct finding finding = {.store = store, .search = search, .arena = arena, .result = result};
    prepare(&finding);
    enum ph_status status = judge(&finding, error);
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == PH_OK; i++)
        status = find(&finding, &steps[i], error);
    if (status == PH_OK && !result->count)
        status =
            ph_fail(error, PH_NOTHING, "no paragraph that is asked for holds %s", search->words);
    ph_store_rest(store);
    free(finding.forms);
    ph_buffer_free(&finding.numbers);
    ph_wanted_free(&finding.wanted);
    return status;
}
