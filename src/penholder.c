#include "penholder.h"

#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "base/regex_known.h"
#include "check/once.h"
#include "draft/fill.h"

/* What was made of the sources; they themselves stay. */
static void forget(struct ph_work *work)
{
    ph_backtest_free(work->backtest);
    ph_document_free(work->memorandum);
    ph_document_free(work->tracked);
    ph_document_free(work->draft);
    ph_pattern_free(work->pattern);
    work->memorandum = work->tracked = work->draft = NULL;
    work->backtest = NULL;
    work->pattern = NULL;
    ph_answers_forget(&work->answers);
}

/* Behind all that came from it. */
static void close_pack(struct ph_work *work)
{
    if (work->pack)
        ph_regex_known_from(NULL);
    ph_pack_close(work->pack);
}

void ph_work_free(struct ph_work *work)
{
    forget(work);
    for (size_t i = 0; i < work->source_count; i++)
        ph_document_free(work->sources[i]);
    free(work->sources);
    if (work->rules)
        ph_rules_free(work->rules);
    if (work->lexicon)
        ph_lexicon_free(work->lexicon);
    close_pack(work);
    if (work->known)
        ph_known_close(work->known);
    free(work->known);
    ph_answers_free(&work->answers);
    ph_buffer_free(&work->remarks);
    *work = (struct ph_work){0};
}

static void open_pack(struct ph_work *work)
{
    char *folder, *path = ph_pack_path(&folder);
    if (!work->strict_rules && !work->whole_rules)
        ph_regex_known_from(work->pack = ph_pack_open(path, folder));
    free(path);
    free(folder);
}

enum ph_status ph_work_lexicon(struct ph_work *work, struct ph_error *error)
{
    if (work->lexicon)
        return PH_OK;
    open_pack(work);
    work->lexicon = ph_lexicon_of_pack(work->pack);
    return work->lexicon ? PH_OK : ph_lexicon_load(NULL, &work->lexicon, error);
}

enum ph_status ph_work_checking_rules(struct ph_work *work, struct ph_error *error)
{
    enum ph_status status = ph_work_lexicon(work, error);
    if (status != PH_OK || work->rules)
        return status;
    struct ph_rules *rules = ph_rules_new(work->lexicon);
    rules->strict = work->strict_rules;
    rules->pack = work->pack;
    status = work->profile ? ph_rules_load_profile(rules, work->profile, error)
                           : ph_rules_load_own(rules, PH_CHECKING, error);
    if (status == PH_OK)
        work->rules = rules;
    else
        ph_rules_free(rules);
    return status;
}

enum ph_status ph_work_rules(struct ph_work *work, struct ph_error *error)
{
    enum ph_status status = ph_work_checking_rules(work, error);
    return status == PH_OK ? ph_rules_load_own(work->rules, PH_DRAFTING, error) : status;
}

/* What messages call a file. */
static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* What the reader has to say of a document, each line under the document's name. */
static void pass_remarks_on(struct ph_work *work, const struct ph_document *document)
{
    const char *line = document->remarks ? document->remarks : "";
    for (size_t length; (length = strcspn(line, "\n")); line += length + (line[length] == '\n'))
        ph_buffer_printf(&work->remarks, "%s: %.*s\n", document->source, (int)length, line);
}

enum ph_status ph_work_read_bytes(struct ph_work *work, const char *path, struct ph_buffer *bytes,
                                  struct ph_document **document, struct ph_error *error)
{
    enum ph_status status = ph_work_lexicon(work, error);
    if (status == PH_OK)
        status = ph_file_read(path, bytes, error);
    if (status == PH_OK)
        status = ph_read(name_of(path), ph_buffer_text(bytes), bytes->length, work->lexicon,
                         document, error);
    if (status == PH_OK)
        pass_remarks_on(work, *document);
    return status;
}

enum ph_status ph_work_read(struct ph_work *work, const char *path, struct ph_document **document,
                            struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_work_read_bytes(work, path, &bytes, document, error);
    ph_buffer_free(&bytes);
    return status;
}

/* What is learned from, and checked, is the text as it is to be. */
static struct ph_document *accept_changes(struct ph_work *work, struct ph_document *document)
{
    if (!document->marked)
        return document;
    static const char remark[] = "has tracked changes: read as if they were accepted";
    struct ph_document *accepted = ph_compare_take(document, true);
    ph_buffer_printf(&work->remarks, "%s: %s\n", document->source, remark);
    accepted->properties = ph_arena_copy(accepted->arena, document->properties);
    accepted->remarks = ph_arena_printf(accepted->arena, "%s%s\n",
                                        document->remarks ? document->remarks : "", remark);
    ph_document_free(document);
    return accepted;
}

enum ph_status ph_work_read_for_archive(void *work, const char *path, struct ph_document **document,
                                        int *rank, struct ph_error *error)
{
    struct ph_work *reader = work;
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_work_read_bytes(reader, path, &bytes, document, error);
    *rank = ph_read_rank(ph_buffer_text(&bytes), bytes.length);
    if (status == PH_OK)
        *document = accept_changes(reader, *document);
    ph_buffer_clear(&reader->remarks); /* the document has its own */
    ph_buffer_free(&bytes);
    return status;
}

static void add_source(struct ph_work *work, struct ph_document *document)
{
    work->sources =
        ph_grow(work->sources, work->source_count, &work->source_capacity, sizeof *work->sources);
    work->sources[work->source_count++] = accept_changes(work, document);
}

void ph_work_add_read(struct ph_work *work, const struct ph_document *document)
{
    add_source(work, ph_document_copy(document));
}

static enum ph_status add_file(struct ph_work *work, const char *path, struct ph_error *error)
{
    struct ph_document *document;
    enum ph_status status = ph_work_read(work, path, &document, error);
    if (status == PH_OK)
        add_source(work, document);
    return status;
}

static enum ph_status add_files(struct ph_work *work, char *const *list, struct ph_error *error)
{
    for (; *list; list++) {
        struct ph_error why;
        if (ph_accepted_is(*list))
            continue;
        enum ph_status status = add_file(work, *list, &why);
        if (status == PH_FORMAT)
            ph_buffer_printf(&work->remarks, "skipped: %s\n", why.message);
        else if (status != PH_OK)
            return ph_fail(error, status, "%s", why.message);
    }
    return PH_OK;
}

enum ph_status ph_work_add(struct ph_work *work, const char *path, struct ph_error *error)
{
    char **list;
    enum ph_status status = ph_file_list(path, &list, error);
    if (status != PH_OK)
        return status;
    bool folder = !list[0] || strcmp(list[0], path) != 0;
    size_t before = work->source_count;
    status = folder ? add_files(work, list, error) : add_file(work, path, error);
    if (status == PH_OK && work->source_count == before)
        status = ph_fail(error, PH_NOTHING, "%s: no document in this folder", path);
    ph_file_list_free(list);
    return status;
}

/* What else the archive knows. */
static struct ph_elsewhere elsewhere_of(const struct ph_work *work)
{
    return (struct ph_elsewhere){.context = work->known,
                                 .find = work->known ? ph_known_series : NULL,
                                 .before = work->before};
}

static enum ph_status learn(const struct ph_work *work, int session, struct ph_pattern **pattern,
                            struct ph_error *error)
{
    const struct ph_elsewhere elsewhere = elsewhere_of(work);
    return ph_learn_with(&elsewhere, (const struct ph_document *const *)work->sources,
                         work->source_count, session, work->lexicon, work->rules, pattern, error);
}

enum ph_status ph_work_learn(struct ph_work *work, int session, struct ph_error *error)
{
    if (work->pattern && work->session == session)
        return PH_OK;
    forget(work);
    work->session = session;
    enum ph_status status = ph_work_rules(work, error);
    if (status != PH_OK)
        return status;
    return learn(work, session, &work->pattern, error);
}

enum ph_status ph_work_pattern(struct ph_work *work, const char *path, int session,
                               struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    forget(work);
    work->session = session;
    const struct ph_elsewhere elsewhere = elsewhere_of(work);
    enum ph_status status = ph_work_rules(work, error);
    if (status == PH_OK)
        status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status =
            ph_pattern_read_with(&elsewhere, name_of(path), ph_buffer_text(&bytes), bytes.length,
                                 session, work->lexicon, work->rules, &work->pattern, error);
    ph_buffer_free(&bytes);
    return status;
}

/* What was just made goes away where a step behind it went wrong. */
static enum ph_status keep_if(enum ph_status status, struct ph_document **made)
{
    if (status != PH_OK) {
        ph_document_free(*made);
        *made = NULL;
    }
    return status;
}

/* Puts the answers into what was just made. */
static enum ph_status fill(struct ph_work *work, struct ph_document **made, struct ph_error *error)
{
    return keep_if(ph_fill(*made, &work->answers, work->lexicon, &work->remarks, error), made);
}

static enum ph_status say_where_agreed(struct ph_work *work, struct ph_error *error)
{
    const struct ph_pattern *pattern = work->pattern;
    const char *base = pattern->members[pattern->base].number;
    return keep_if(ph_known_agreed(work->known, work->draft, base,
                                   ph_elsewhere_before(work->before, pattern), error),
                   &work->draft);
}

enum ph_status ph_work_draft(struct ph_work *work, int session, struct ph_error *error)
{
    enum ph_status status = ph_work_learn(work, session, error);
    if (status != PH_OK || work->draft)
        return status;
    status = ph_draft(work->pattern, work->lexicon, &work->draft, error);
    if (status == PH_OK && work->known)
        status = say_where_agreed(work, error);
    return status == PH_OK ? fill(work, &work->draft, error) : status;
}

enum ph_status ph_work_tracked(struct ph_work *work, int session, struct ph_error *error)
{
    enum ph_status status = ph_work_draft(work, session, error);
    if (status != PH_OK || work->tracked)
        return status;
    const struct ph_member *base = &work->pattern->members[work->pattern->base];
    /* The base may be the draft in a letter's annex: then only that is compared. */
    const struct ph_node *text = work->pattern->before ? work->pattern->before : base->root;
    struct ph_document before = *text->document;
    before.root = (struct ph_node *)text;
    struct ph_changes changes;
    work->tracked = ph_compare_with(work->ways, work->lexicon, &before, work->draft, &changes);
    return PH_OK;
}

enum ph_status ph_work_memorandum(struct ph_work *work, int session, struct ph_error *error)
{
    enum ph_status status = ph_work_draft(work, session, error);
    if (status != PH_OK || work->memorandum)
        return status;
    status =
        ph_memorandum(work->pattern, work->draft, (const struct ph_document *const *)work->sources,
                      work->source_count, work->lexicon, &work->memorandum, error);
    return status == PH_OK ? fill(work, &work->memorandum, error) : status;
}

enum ph_status ph_work_answered(const struct ph_work *work, struct ph_error *error)
{
    const struct ph_document *made = work->memorandum ? work->memorandum : work->draft;
    return made ? ph_fill_check(&work->answers, made, error) : PH_OK;
}

/* Judges the member that `later` ends with, and learns the pattern `earlier` of those before it.
 * PH_NOTHING when there are none. */
static enum ph_status try_member(const struct ph_work *work, const struct ph_pattern *later,
                                 struct ph_pattern **earlier, struct ph_error *error)
{
    struct ph_document *draft = NULL;
    enum ph_status status = learn(work, later->members[later->base].session, earlier, error);
    if (status != PH_OK)
        return status;
    status = ph_draft(*earlier, work->lexicon, &draft, error);
    if (status == PH_OK)
        ph_backtest_add(work->backtest, *earlier, draft, later, work->lexicon);
    ph_document_free(draft);
    return status;
}

/* From the latest member to the oldest: the pattern that one is drafted from is what the one before
 * is judged with, and each is learned once. */
enum ph_status ph_work_backtest(struct ph_work *work, bool only_last, struct ph_error *error)
{
    enum ph_status status = ph_work_learn(work, 0, error);
    if (status != PH_OK)
        return status;
    ph_backtest_free(work->backtest);
    work->backtest = ph_backtest_new(work->pattern->title);
    struct ph_pattern *later = work->pattern, *earlier = NULL;
    do {
        status = try_member(work, later, &earlier, error);
        if (later != work->pattern)
            ph_pattern_free(later);
        later = earlier;
        earlier = NULL;
    } while (status == PH_OK && !only_last);
    ph_pattern_free(later);
    if (status != PH_OK && status != PH_NOTHING)
        return status;
    if (!work->backtest->trial_count)
        return ph_fail(error, PH_NOTHING, "only session %d is here: a backtest needs two sessions",
                       work->pattern->members[work->pattern->base].session);
    ph_backtest_sum(work->backtest);
    return PH_OK;
}

/* The pattern as it was before the document's own session, unless another is asked for; nothing
 * is compared, with a remark, where no member is that old. */
static enum ph_status series_for(struct ph_work *work, const struct ph_document *document,
                                 int session, struct ph_error *error)
{
    struct ph_error why;
    int own = session ? session : ph_document_session(document->root);
    enum ph_status status = ph_work_draft(work, own, &why);
    if (status == PH_NOTHING && !session) {
        ph_buffer_printf(&work->remarks, "not compared with the series: %s\n", why.message);
        return PH_OK;
    }
    return status == PH_OK ? PH_OK : ph_fail(error, status, "%s", why.message);
}

/* All that there is to say, some of it more than once. */
static enum ph_status check_all(struct ph_work *work, const struct ph_document *document,
                                int session, struct ph_findings *findings, struct ph_error *error)
{
    enum ph_status status = ph_work_checking_rules(work, error);
    if (status == PH_OK && work->source_count > 0)
        status = series_for(work, document, session, error);
    if (status != PH_OK)
        return status;
    /* A rule that costs too much does not keep the others, or the series, from speaking. */
    enum ph_status checked = ph_check(work->rules, document, findings, error);
    if (work->draft && (checked == PH_OK || checked == PH_LIMIT))
        status = ph_check_series(work->rules, work->pattern, work->draft, document, findings,
                                 checked == PH_OK ? error : NULL);
    if (work->lookup && status == PH_OK && (checked == PH_OK || checked == PH_LIMIT))
        status = ph_check_cited(work->rules, work->lookup, document, findings,
                                checked == PH_OK ? error : NULL);
    ph_rules_settle(work->rules, findings);
    if (work->accepted)
        ph_accepted_apply(work->accepted, findings);
    return checked == PH_OK ? status : checked;
}

enum ph_status ph_work_check(struct ph_work *work, const struct ph_document *document, int session,
                             struct ph_findings *findings, struct ph_error *error)
{
    enum ph_status status = check_all(work, document, session, findings, error);
    ph_check_once(findings);
    return status;
}

/* What a round of fixes asks. */
struct asked {
    struct ph_work *work;
    int session;
    bool again; /* remarks were made */
};

static enum ph_status check_round(void *context, const struct ph_document *document,
                                  struct ph_findings *findings, struct ph_error *error)
{
    struct asked *asked = context;
    struct ph_buffer *remarks = &asked->work->remarks, first = {0};
    if (asked->again) { /* they would be the same */
        first = *remarks;
        *remarks = (struct ph_buffer){0};
    }
    enum ph_status status = check_all(asked->work, document, asked->session, findings, error);
    if (asked->again) {
        ph_buffer_free(remarks);
        *remarks = first;
    }
    asked->again = true;
    return status;
}

enum ph_status ph_work_fix(struct ph_work *work, const struct ph_document *document, int session,
                           bool looks, struct ph_fixed *fixed, struct ph_error *error)
{
    struct asked asked = {work, session, false};
    enum ph_status status = ph_work_lexicon(work, error);
    *fixed = (struct ph_fixed){0};
    if (status == PH_OK)
        status =
            ph_check_fix_all(work->lexicon, document, looks, check_round, &asked, fixed, error);
    if (fixed->left)
        ph_check_once(fixed->left);
    return status;
}
