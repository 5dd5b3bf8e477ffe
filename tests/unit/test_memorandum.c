/* The explanatory memorandum: its form, and that it invents nothing: every sentence has a source,
 * and its words are those of the paragraph that it names. */
#include "base/utf8.h"
#include "doc/checklist.h"
#include "draft/draft.h"
#include "learn/pattern.h"
#include "reading.h"
#include "rules/rule.h"

enum { MOST = 10 };

/* Everything from the sources to the memorandum. */
struct work {
    struct ph_lexicon *lexicon;
    struct ph_rules *rules;
    struct ph_document *sources[MOST];
    size_t count;
    struct ph_pattern *pattern;
    struct ph_document *draft, *memorandum;
};

static void start(struct work *work)
{
    struct ph_error error;
    *work = (struct work){.lexicon = test_lexicon()};
    work->rules = ph_rules_new(work->lexicon);
    cr_assert_eq(ph_rules_load(work->rules, NULL, &error), PH_OK, "%s", error.message);
}

static void finish(struct work *work)
{
    struct ph_error error;
    const struct ph_document *const *sources = (const struct ph_document *const *)work->sources;
    cr_assert_eq(
        ph_learn(sources, work->count, 0, work->lexicon, work->rules, &work->pattern, &error),
        PH_OK, "%s", error.message);
    cr_assert_eq(ph_draft(work->pattern, work->lexicon, &work->draft, &error), PH_OK, "%s",
                 error.message);
    cr_assert_eq(ph_memorandum(work->pattern, work->draft, sources, work->count, work->lexicon,
                               &work->memorandum, &error),
                 PH_OK, "%s", error.message);
    cr_assert_null(ph_verify(work->memorandum));
}

static void end(struct work *work)
{
    ph_document_free(work->memorandum);
    ph_document_free(work->draft);
    ph_pattern_free(work->pattern);
    for (size_t i = 0; i < work->count; i++)
        ph_document_free(work->sources[i]);
    ph_rules_free(work->rules);
    ph_lexicon_free(work->lexicon);
}

/* Of the files of corpus/csto, those whose name holds `part`. */
static void add_corpus(struct work *work, const char *part)
{
    char **list;
    struct ph_error error;
    cr_assert_eq(ph_file_list(PH_TEST_SOURCE "/corpus/csto", &list, &error), PH_OK);
    for (char **path = list; *path; path++) {
        struct ph_buffer bytes = {0};
        if (!strstr(*path, part))
            continue;
        cr_assert_eq(ph_file_read(*path, &bytes, &error), PH_OK);
        cr_assert_eq(ph_read(*path, ph_buffer_text(&bytes), bytes.length, work->lexicon,
                             &work->sources[work->count++], &error),
                     PH_OK);
        ph_buffer_free(&bytes);
    }
    ph_file_list_free(list);
}

static void add_text(struct work *work, const char *name, const char *text)
{
    struct ph_error error;
    cr_assert_eq(
        ph_read(name, text, strlen(text), work->lexicon, &work->sources[work->count++], &error),
        PH_OK, "%s", error.message);
}

static const struct ph_node *annex(const struct work *work, const char *label)
{
    const struct ph_node *one = NULL;
    while ((one = ph_next_of(work->memorandum->root, one, PH_ANNEX)))
        if (!strcmp(one->as.annex.label, label))
            return one;
    cr_assert_fail("no %s", label);
    return NULL;
}

/* Paragraph n of annex I. */
static const struct ph_node *part(const struct work *work, int n)
{
    const struct ph_node *one = annex(work, "Annex I")->first;
    for (; one; one = one->next)
        if (one->kind == PH_PARAGRAPH && one->order == n)
            return one;
    cr_assert_fail("no paragraph %d", n);
    return NULL;
}

static bool says(const struct ph_node *node, const char *words)
{
    return strstr(node->text.bytes, words) != NULL;
}

static const char *item(const struct work *work, const char *name)
{
    struct ph_check_item *items;
    size_t count = ph_checklist(work->memorandum, &items);
    const char *why = NULL;
    for (size_t i = 0; i < count; i++)
        if (items[i].mark->name && !strcmp(items[i].mark->name, name))
            why = items[i].mark->why;
    free(items);
    return why;
}

/* ---- nothing is invented ---- */

static bool is_covered(const struct ph_node *node, size_t at)
{
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if ((mark->kind == PH_SOURCE || mark->kind == PH_PLACEHOLDER) && mark->from <= at &&
            at < mark->to)
            return true;
    }
    return false;
}

/* Outside of sentences with a source there are only the joints of lists. */
static void expect_sources(const struct ph_node *paragraph)
{
    for (size_t at = 0; at < paragraph->text.length; at++)
        if (!is_covered(paragraph, at))
            cr_expect(strchr(" ;.and", paragraph->text.bytes[at]), "no source: %.40s",
                      paragraph->text.bytes + at);
}

/* The paragraph that a source names: "73/331 OP8", "letter.md Annex I, para. 2". */
static const struct ph_node *named(const struct work *work, const char *source)
{
    for (size_t i = 0; i <= work->count; i++) {
        const struct ph_document *document = i < work->count ? work->sources[i] : work->draft;
        const char *name = i == work->count ? "annex II," : ph_document_name(document->root);
        if (document->root->as.document.genre == PH_LETTER)
            name = ph_file_name(document->source);
        size_t length = strlen(name);
        if (strncmp(source, name, length) != 0)
            continue;
        for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
            char label[96];
            if (!strcmp(ph_label(node, label, sizeof label), source + length + 1))
                return node;
        }
    }
    return NULL;
}

/* The words around what is restated, and the Assembly's verbs in another form. */
static const char *const frame[] = {
    "resolution",  "resolutions", "general",   "assembly",   "decided",    "requested",   "which",
    "adopted",     "stressed",    "referred",  "noted",      "encouraged", "granted",     "invited",
    "welcomed",    "commended",   "it",        "its",        "in",         "the",         "of",
    "by",          "that",        "same",      "also",       "further",    "had",         "before",
    "when",        "those",       "has",       "to",         "signed",     "on",          "see",
    "would",       "draft",       "contained", "annex",      "ii",         "secretariat", "request",
    "invite",      "encourage",   "decide",    "collective", "security",   "treaty",      "and",
    "organization"};

static bool is_framing(const char *word)
{
    for (size_t i = 0; i < sizeof frame / sizeof *frame; i++)
        if (!strcmp(frame[i], word))
            return true;
    return false;
}

/* Whether the paragraph, a footnote, or the name and date of its document hold the word. */
static bool holds(const struct ph_node *node, const char *word)
{
    const char *adopted = ph_field_text(node->document->root, PH_FIELD_ADOPTED);
    const char *number = ph_field_text(node->document->root, PH_FIELD_NUMBER);
    char *folded = ph_utf8_fold(node->text.bytes, node->text.length);
    bool found = strstr(folded, word) || (number && strstr(number, word));
    if (!found && adopted) {
        char *date = ph_utf8_fold(adopted, strlen(adopted));
        found = strstr(date, word) != NULL;
        free(date);
    }
    for (size_t i = 0; i < node->text.count && !found; i++) {
        const struct ph_node *note = node->text.inlines[i].note;
        found = node->text.inlines[i].kind == PH_NOTE && holds(note, word);
    }
    free(folded);
    return found;
}

static void expect_words_of(const struct ph_node *from, const char *bytes, size_t length)
{
    char *folded = ph_utf8_fold(bytes, length), *rest = NULL;
    for (char *word = strtok_r(folded, " ,.;:()\"", &rest); word;
         word = strtok_r(NULL, " ,.;:()\"", &rest))
        cr_expect(is_framing(word) || holds(from, word), "'%s' is not in: %s", word,
                  from->text.bytes);
    free(folded);
}

static size_t expect_restated(const struct work *work, const struct ph_node *paragraph)
{
    size_t restated = 0;
    for (size_t i = 0; i < paragraph->text.count; i++) {
        const struct ph_inline *mark = &paragraph->text.inlines[i];
        if (mark->kind != PH_SOURCE)
            continue;
        const struct ph_node *from = named(work, mark->why);
        if (!from) /* the list of resolutions: the whole series is its source */
            continue;
        expect_words_of(from, paragraph->text.bytes + mark->from, mark->to - mark->from);
        restated++;
    }
    return restated;
}

Test(memorandum, invents_nothing)
{
    struct work work;
    size_t restated = 0;
    start(&work);
    add_corpus(&work, "");
    finish(&work);
    for (int n = 1; n <= 6; n++) {
        expect_sources(part(&work, n));
        restated += expect_restated(&work, part(&work, n));
    }
    cr_expect_geq(restated, 25, "only %zu sentences", restated);
    end(&work);
}

/* ---- form ---- */

Test(memorandum, of_the_whole_series)
{
    struct work work;
    start(&work);
    add_corpus(&work, "");
    finish(&work);
    const struct ph_node *root = work.memorandum->root, *first = annex(&work, "Annex I")->first;
    cr_expect_str_eq(ph_field_text(root, PH_FIELD_REQUEST),
                     "Request for the inclusion of a supplementary item in the agenda of the "
                     "seventy-fifth session");
    cr_expect_str_eq(ph_field_text(root, PH_FIELD_SESSION), "Seventy-fifth session");
    cr_expect_str_eq(ph_field_text(root, PH_FIELD_DISTRIBUTION), "General");
    cr_expect_str_eq(ph_field_text(root, PH_FIELD_SYMBOL), "A/75/[…]");
    cr_expect_str_eq(first->text.bytes, "Explanatory note");
    cr_expect_str_eq(annex(&work, "Annex I")->last->as.paragraph.number, "6.");
    cr_expect(says(part(&work, 3), "64/256 of 2 March 2010, 65/122 of 13 December 2010, 67/6 of "
                                   "19 November 2012, 69/12 of 11 November 2014, 71/12 of "
                                   "21 November 2016 and 73/331 of 25 July 2019"));
    cr_expect(says(part(&work, 3), "resolution 59/50 of 2 December 2004"));
    cr_expect(says(part(&work, 6), "at its seventy-seventh session a report"));
    const struct ph_node *draft = annex(&work, "Annex II")->first;
    size_t preambular = 0, operative = 0;
    for (const struct ph_node *node = draft->first; node; node = node->next) {
        preambular += node->kind == PH_PREAMBULAR;
        operative += node->kind == PH_OPERATIVE;
    }
    cr_expect_eq(preambular, 15);
    cr_expect_eq(operative, 9);
    cr_expect_str_eq(ph_field_text(draft, PH_FIELD_PROPOSAL), "Draft resolution");
    end(&work);
}

/* What several members say in other words stands once, as the latest says it. */
Test(memorandum, facts_that_are_repeated_stand_once)
{
    struct work work;
    start(&work);
    add_corpus(&work, "");
    finish(&work);
    const char *text = part(&work, 3)->text.bytes;
    const char *once = strstr(text, "Department of Peacekeeping Operations");
    cr_assert_not_null(once);
    cr_expect(says(part(&work, 3), "Secretariat of 28 September 2012 on peacekeeping operations"));
    cr_expect_null(strstr(once + 1, "Department of Peacekeeping Operations"));
    end(&work);
}

/* What was true in the letter of 2009 need not be true now. */
Test(memorandum, what_a_letter_says_is_to_be_looked_at)
{
    struct work work;
    start(&work);
    add_corpus(&work, "");
    finish(&work);
    const struct ph_node *second = part(&work, 2);
    const char *members = "The member States of the Collective Security Treaty Organization";
    cr_assert_eq(strncmp(second->text.bytes, members, strlen(members)), 0);
    cr_expect_eq(second->text.inlines[0].kind, PH_REVIEW);
    cr_expect(strstr(second->text.inlines[0].why, "14 July 2009"));
    cr_expect(strstr(item(&work, "country"), "the Russian Federation"));
    cr_expect_null(item(&work, "members"));
    end(&work);
}

Test(memorandum, without_a_letter_more_is_asked)
{
    struct work work;
    start(&work);
    add_corpus(&work, "A_RES");
    finish(&work);
    cr_expect_str_eq(annex(&work, "Annex I")->first->text.bytes, "Explanatory memorandum");
    cr_expect_not_null(item(&work, "members"));
    cr_expect_not_null(item(&work, "purposes"));
    cr_expect_null(item(&work, "observer-status"), "the resolutions say it");
    for (int n = 1; n <= 6; n++)
        expect_sources(part(&work, n));
    end(&work);
}

static const char *request_why(const struct work *work)
{
    return ph_field_node(work->memorandum->root, PH_FIELD_REQUEST)->text.inlines[0].why;
}

static const char topic[] =
    "Resolution adopted by the General Assembly on 3 December 2018\n\n"
    "73/99.\tProtection of mountain lakes\n\n"
    "\tThe General Assembly,\n"
    "\tRecalling the Convention on Biological Diversity,\n"
    "\tNoting with appreciation the adoption of the charter of mountain lakes, and recognizing "
    "the need for more,\n"
    "\t1.\tWelcomes the efforts of States to protect mountain lakes, including small ones;\n"
    "\t2.\tInvites States to protect mountain lakes;\n"
    "\t3.\tDecides to include in the provisional agenda of its seventy-%s session the item "
    "entitled “Protection of mountain lakes”.\n";

static void start_topic(struct work *work, const char *session)
{
    char text[2048];
    start(work);
    snprintf(text, sizeof text, topic, session);
    add_text(work, "lakes.txt", text);
}

/* Where there is no organization, none is spoken of. */
Test(memorandum, of_a_question)
{
    struct work work;
    start_topic(&work, "fifth");
    finish(&work);
    cr_expect_not_null(item(&work, "question"));
    cr_expect_null(item(&work, "members"));
    cr_expect_null(item(&work, "observer-status"));
    cr_expect(says(part(&work, 2), "recalled the Convention on Biological Diversity."));
    cr_expect(
        says(part(&work, 3), "dealt with the item in its resolution 73/99 of 3 December 2018."));
    cr_expect(says(part(&work, 4),
                   "noted with appreciation the adoption of the charter of mountain "
                   "lakes."));
    cr_expect(says(part(&work, 5), "welcomed the efforts of States to protect mountain lakes."));
    cr_expect(says(part(&work, 6), "would invite States to protect mountain lakes; and decide to "
                                   "include"));
    for (int n = 1; n <= 6; n++)
        expect_sources(part(&work, n));
    end(&work);
}

/* What the last resolution has put on the agenda needs no request (rule 13). */
Test(memorandum, request)
{
    struct work work;
    start_topic(&work, "fifth");
    finish(&work);
    cr_expect(strstr(request_why(&work), "no request is needed (rule 13)"), "%s",
              request_why(&work));
    cr_expect(says(part(&work, 1), "decided to include in the provisional agenda"));
    end(&work);
}

Test(memorandum, request_where_the_last_resolution_is_silent)
{
    struct work work;
    start(&work);
    add_text(&work, "lakes.txt",
             "Resolution adopted by the General Assembly on 3 December 2018\n\n"
             "73/99.\tProtection of mountain lakes\n\n"
             "\tThe General Assembly,\n"
             "\tRecalling the Convention on Biological Diversity,\n"
             "\t1.\tWelcomes the efforts of States to protect mountain lakes;\n"
             "\t2.\tInvites States to protect mountain lakes.\n");
    finish(&work);
    cr_expect(strstr(request_why(&work), "thirty days"), "%s", request_why(&work));
    cr_expect(says(part(&work, 1), "last dealt with the item entitled “Protection of mountain "
                                   "lakes” at its seventy-third session"));
    end(&work);
}
