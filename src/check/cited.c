/* What a text cites, against what an archive knows: that it exists, its date and its title. */
#include "check/cited.h"

#include <stdlib.h>
#include <string.h>

#include "check/series.h"
#include "doc/walk.h"
#include "un/symbol.h"

void ph_cited_say(struct ph_cited_check *check, const char *id, size_t from, size_t to)
{
    if (check->status == PH_OK)
        check->status = ph_messages_say(&check->messages, id, check->node, from, to,
                                        check->findings, check->error);
}

void ph_cited_set(struct ph_cited_check *check, const char *name, const char *text)
{
    ph_xpath_set_text(check->messages.context, name, text);
}

static void set_number(struct ph_cited_check *check, const char *name, double number)
{
    ph_xpath_set_number(check->messages.context, name, number);
}

bool ph_cited_find(const struct ph_cited_check *check, enum ph_cited_pattern pattern, size_t *from,
                   size_t *to)
{
    const struct ph_regex *regex = check->patterns[pattern];
    const struct ph_citation *citation = check->citation;
    const bool before = pattern == PH_CITED_PARAGRAPH;
    struct ph_match match;
    int group = ph_regex_group(regex, "words");
    if (group < 0 ||
        !ph_regex_find(regex, check->node->text.bytes, before ? citation->from : check->end,
                       before ? 0 : citation->to, &match))
        return false;
    *from = match.from[group];
    *to = match.to[group];
    return *from < *to;
}

struct ph_cited_near ph_cited_compare(const struct ph_cited_check *check, size_t from, size_t to,
                                      const char *text)
{
    struct ph_tokens phrase, tokens;
    ph_tokens_read(&phrase, NULL, check->node->text.bytes + from, to - from);
    ph_tokens_read(&tokens, NULL, text, strlen(text));
    struct ph_near near = {.phrase = &phrase};
    ph_near_look(&near, NULL, NULL, &tokens);
    struct ph_cited_near found = {.same = near.shared == phrase.count && near.span == phrase.count,
                                  .share =
                                      phrase.count ? (double)near.shared / (double)phrase.count : 1,
                                  .from = near.from,
                                  .to = near.to,
                                  .words = phrase.count};
    for (size_t i = 0, at = 0; found.same && i < tokens.count; i++)
        if (tokens.items[i].from >= near.from && at < phrase.count)
            found.same = tokens.items[i].word == phrase.items[at++].word;
    ph_tokens_free(&phrase);
    ph_tokens_free(&tokens);
    return found;
}

/* ---- whether it is known ---- */

/* Each number once: a text cites it again and again. */
static bool is_said(struct ph_cited_check *check)
{
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "\n%s\n", check->citation->number);
    bool said = strstr(ph_buffer_text(&check->unknown), ph_buffer_text(&line)) != NULL;
    if (!said)
        ph_buffer_put(&check->unknown, ph_buffer_text(&line));
    ph_buffer_free(&line);
    return said;
}

static void say_unknown(struct ph_cited_check *check)
{
    const struct ph_citation *citation = check->citation;
    if (is_said(check))
        return;
    set_number(check, "session", citation->session);
    set_number(check, "serial", citation->serial);
    set_number(check, "held", check->found.held);
    set_number(check, "highest", check->found.highest);
    ph_cited_say(check, "archive-citation-missing", citation->from, citation->to);
    ph_cited_say(check, "archive-citation-unseen", citation->from, citation->to);
}

/* ---- date and title ---- */

static void check_date(struct ph_cited_check *check)
{
    const struct ph_lookup_resolution *found = &check->found;
    const struct ph_citation *citation = check->citation;
    char date[64];
    size_t from, to;
    if (!citation->date.year || !found->adopted.year ||
        ph_date_compare(citation->date, found->adopted) == 0 ||
        !ph_citation_date_place(check->node->document->lexicon, &check->node->text, citation, &from,
                                &to))
        return;
    ph_cited_set(check, "words",
                 ph_arena_copy_n(check->arena, check->node->text.bytes + from, to - from));
    ph_cited_set(check, "date",
                 ph_date_text(check->node->document->lexicon, found->adopted, date, sizeof date));
    set_number(check, "agree", found->agree);
    set_number(check, "others", found->others);
    /* A date behind another citation may be that one's alone. */
    const char *own = from < check->end ? "archive-date" : "archive-date-shared";
    ph_cited_say(check, found->here ? own : "archive-date-cited", from, to);
}

/* Word for word; case and punctuation do not count. */
static bool is_title(const struct ph_cited_check *check, size_t from, size_t to)
{
    struct ph_tokens said, title;
    ph_tokens_read(&said, NULL, check->node->text.bytes + from, to - from);
    ph_tokens_read(&title, NULL, check->found.title, strlen(check->found.title));
    bool same = said.count == title.count;
    for (size_t i = 0; same && i < title.count; i++)
        same = said.items[i].word == title.items[i].word;
    ph_tokens_free(&said);
    ph_tokens_free(&title);
    return same;
}

static void check_title(struct ph_cited_check *check)
{
    size_t from, to;
    if (!*check->found.title || !ph_cited_find(check, PH_CITED_TITLE, &from, &to))
        return;
    if (is_title(check, from, to))
        return;
    ph_cited_set(check, "title", check->found.title);
    ph_cited_say(check, "archive-title", from, to);
}

/* What it is said to be on has no end that a pattern would find: no more of it counts than the
 * title has words. */
static size_t end_of_subject(const struct ph_cited_check *check, size_t from, size_t to)
{
    const char *title = check->found.title, *bytes = check->node->text.bytes;
    for (size_t at = from; at < to; at++) {
        if (bytes[at] != ' ')
            continue;
        title = strchr(title, ' ');
        if (!title)
            return at;
        title++;
    }
    return to;
}

static void check_subject(struct ph_cited_check *check)
{
    size_t from, to;
    if (!*check->found.title || !ph_cited_find(check, PH_CITED_SUBJECT, &from, &to))
        return;
    to = end_of_subject(check, from, to);
    struct ph_cited_near near = ph_cited_compare(check, from, to, check->found.title);
    ph_cited_set(check, "title", check->found.title);
    set_number(check, "words", (double)near.words);
    set_number(check, "share", near.share);
    ph_cited_say(check, "archive-subject", from, to);
}

/* ---- all citations of a text ---- */

static void check_citation(struct ph_cited_check *check)
{
    if (check->status == PH_OK)
        check->status =
            check->known->resolution(check->known->context, check->arena, check->own,
                                     check->citation->number, &check->found, check->error);
    if (check->status != PH_OK)
        return;
    ph_cited_set(check, "number", check->citation->number);
    if (!check->found.here && !check->found.agree)
        say_unknown(check);
    check_date(check);
    if (!check->found.here)
        return;
    check_title(check);
    check_subject(check);
    ph_cited_check_words(check);
}

static void check_node(struct ph_cited_check *check)
{
    struct ph_citation *list;
    const struct ph_text *text = &check->node->text;
    size_t count =
        ph_citations_find(check->node->document->lexicon, text->bytes, text->length, &list);
    for (size_t i = 0; i < count; i++) {
        check->citation = &list[i];
        check->end = i + 1 < count ? list[i + 1].from : text->length;
        check_citation(check);
    }
    free(list);
}

static enum ph_status load(struct ph_cited_check *check, const struct ph_lexicon *lexicon)
{
    static const char *const names[PH_CITED_PATTERNS] = {[PH_CITED_TITLE] = "title",
                                                         [PH_CITED_SUBJECT] = "subject",
                                                         [PH_CITED_QUOTED] = "quoted",
                                                         [PH_CITED_RECALLED] = "recalled",
                                                         [PH_CITED_PARAGRAPH] = "paragraph"};
    enum ph_status status =
        ph_messages_load(&check->messages, "rules/en/archive.xml", lexicon, check->error);
    for (size_t i = 0; i < PH_CITED_PATTERNS && status == PH_OK; i++)
        status = ph_messages_pattern(&check->messages, names[i], &check->patterns[i], check->error);
    return status;
}

enum ph_status ph_check_cited(const struct ph_rules *rules, const struct ph_lookup *known,
                              const struct ph_document *document, struct ph_findings *findings,
                              struct ph_error *error)
{
    char own[64];
    const char *symbol = ph_field_text(document->root, PH_FIELD_SYMBOL);
    struct ph_cited_check check = {
        .known = known, .arena = ph_arena_new(), .findings = findings, .error = error};
    check.own = ph_symbol_short(symbol ? symbol : "", own, sizeof own);
    check.status = load(&check, rules->lexicon);
    while (check.status == PH_OK && (check.node = ph_next_text(document->root, check.node)))
        if (check.node->kind != PH_FIELD)
            check_node(&check);
    for (size_t i = 0; i < PH_CITED_PATTERNS; i++)
        ph_regex_free(check.patterns[i]);
    ph_messages_free(&check.messages);
    ph_buffer_free(&check.unknown);
    ph_arena_free(check.arena);
    ph_findings_sort(findings, document);
    return check.status;
}
