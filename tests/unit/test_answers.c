/* Answers: how files and the command line are read, what is refused and where, and how the places
 * of a document are filled. */
#include <unistd.h>

#include "doc/checklist.h"
#include "draft/fill.h"
#include "draft/places.h"
#include "reading.h"

static struct ph_answers answers;
static struct ph_error error;
static char path[] = "/tmp/penholder-facts-XXXXXX";

static void set_up(void)
{
    close(mkstemp(path));
}

static void tear_down(void)
{
    ph_answers_free(&answers);
    remove(path);
}

TestSuite(answers, .init = set_up, .fini = tear_down);

static enum ph_status read_bytes(const char *bytes, size_t length)
{
    cr_assert_eq(ph_file_write(path, bytes, length, true, &error), PH_OK);
    return ph_answers_read(&answers, path, &error);
}

static void expect_value(const char *name, const char *value)
{
    const struct ph_answer *answer = ph_answers_find(&answers, name);
    cr_assert_not_null(answer, "%s", name);
    cr_expect_str_eq(answer->value, value);
}

/* The file is refused in that line, for that reason. */
static void expect_refused(const char *bytes, size_t length, int line, const char *why)
{
    char place[64];
    ph_answers_free(&answers);
    cr_expect_eq(read_bytes(bytes, length), PH_FORMAT);
    snprintf(place, sizeof place, "%s:%d: ", path, line);
    cr_expect(strstr(error.message, place) && strstr(error.message, why), "%s", error.message);
}

/* ---- reading ---- */

Test(answers, a_file)
{
    static const char text[] =
        "\xEF\xBB\xBF# a comment = none\r\n\r\n  date =  12\tOctober  2020 \r\n"
        "report-symbol.12=A/75/1=2\non-behalf =\n # and = one\nsigned = x";
    cr_assert_eq(read_bytes(text, sizeof text - 1), PH_OK, "%s", error.message);
    cr_expect_eq(answers.count, 4);
    expect_value("date", "12 October 2020");
    expect_value("report-symbol.12", "A/75/1=2");
    expect_value("on-behalf", "");
    expect_value("signed", "x");
    cr_expect_str_eq(ph_answers_find(&answers, "report-symbol.12")->asked->name, "report-symbol");
}

Test(answers, the_command_line_wins_whichever_is_read_first)
{
    for (int first = 0; first < 2; first++) {
        if (first)
            cr_expect_eq(ph_answers_set(&answers, "date=1 May 2020", &error), PH_OK);
        cr_expect_eq(read_bytes("date = 2 May 2020\n", 18), PH_OK);
        if (!first)
            cr_expect_eq(ph_answers_set(&answers, "date=1 May 2020", &error), PH_OK);
        cr_expect_eq(answers.count, 1);
        expect_value("date", "1 May 2020");
        ph_answers_free(&answers);
    }
}

Test(answers, what_is_no_fact)
{
    static const char nul[] = "date = 1\n\nsigned = A\0B\n", latin[] = "signed = Jos\xE9\n";
    expect_refused("date\n", 5, 1, "name = value");
    expect_refused("\n\ndates = 1\n", 12, 3, "is date meant?");
    expect_refused("date = 1\n# x\ndate = 1\n", 22, 3, "second time; first in ");
    expect_refused("date.1 = 1\n", 11, 1, "no fact 'date.1'; is date meant?");
    expect_refused("date.02 = 1\n", 12, 1, "no fact");
    expect_refused(" = 1\n", 5, 1, "no fact ''");
    expect_refused(nul, sizeof nul - 1, 3, "control character");
    expect_refused(latin, sizeof latin - 1, 1, "UTF-8");
    expect_refused("signed = \x1B[2J\n", 14, 1, "control character");
}

Test(answers, limits)
{
    char *zeros = calloc(1, PH_FACTS_FILE + 1);
    cr_expect_eq(read_bytes(zeros, PH_FACTS_FILE + 1), PH_LIMIT);
    memset(zeros, 'a', PH_FACTS_FILE);
    memcpy(zeros, "signed = ", 9);
    cr_expect_eq(read_bytes(zeros, PH_FACT_LENGTH + 1), PH_LIMIT);
    cr_expect_eq(read_bytes(zeros, PH_FACT_LENGTH), PH_OK);
    free(zeros);
    struct ph_buffer many = {0};
    for (int i = 2; i < PH_FACTS + 3; i++)
        ph_buffer_printf(&many, "report-symbol.%d = 1\n", i);
    cr_expect_eq(read_bytes(many.data, many.length), PH_LIMIT);
    ph_buffer_free(&many);
}

Test(answers, errors_of_the_command_line_are_errors_of_use)
{
    cr_expect_eq(ph_answers_set(&answers, "sponsor=Fiji", &error), PH_USAGE);
    cr_expect_str_eq(error.message, "--set: there is no fact 'sponsor'; is sponsors meant?");
    cr_expect_eq(ph_answers_set(&answers, "sponsors", &error), PH_USAGE);
    cr_expect_eq(ph_answers_set(&answers, "sponsors=Fiji", &error), PH_OK);
    cr_expect_eq(ph_answers_set(&answers, "sponsors=Tonga", &error), PH_USAGE);
    cr_expect_str_eq(error.message, "--set: sponsors is given a second time");
    cr_expect_eq(ph_answers_read(&answers, "/nowhere/facts", &error), PH_IO);
}

/* ---- filling ---- */

/* The next "[...]" of the text becomes a placeholder. */
static void ask(struct ph_node *node, const char *name, const char *why)
{
    size_t last = 0;
    for (size_t i = 0; i < node->text.count; i++)
        last = node->text.inlines[i].to;
    const char *open = strchr(node->text.bytes + last, '['), *close = strchr(open, ']');
    struct ph_inline *mark = ph_text_mark(node, PH_PLACEHOLDER, (size_t)(open - node->text.bytes),
                                          (size_t)(close - node->text.bytes) + 1);
    mark->name = name;
    mark->why = why;
}

/* Paragraphs that ask for two documents, and a masthead. */
static struct ph_document *make_draft(void)
{
    struct ph_document *draft = ph_document_new(NULL);
    draft->root->as.document.genre = PH_DRAFT;
    struct ph_node *first = ph_add(draft->root, PH_OPERATIVE, "Notes A/75/[…]–S/2020/[…].");
    struct ph_node *second = ph_add(draft->root, PH_OPERATIVE, "Notes (A/75/[…]), and A/75/[…];");
    ask(ph_set_field(draft->root, PH_FIELD_SPONSORS, "[sponsors]"), "sponsors", "the sponsors");
    ask(first, "report-symbol", "in place of A/73/1–S/2018/1");
    ask(first, "report-symbol", "in place of A/73/1–S/2018/1");
    ask(second, "report-symbol", "in place of A/73/2");
    ask(second, "report-symbol", "in place of A/73/1–S/2018/1");
    ph_text_mark(first, PH_ITALIC, 0, 5);
    ph_text_mark(first, PH_SOURCE, 0, first->text.length);
    ph_places_name(draft);
    ph_document_number(draft);
    return draft;
}

static enum ph_status fill(struct ph_document *draft, struct ph_buffer *remarks)
{
    struct ph_lexicon *lexicon = test_lexicon();
    enum ph_status status = ph_fill(draft, &answers, lexicon, remarks, &error);
    ph_lexicon_free(lexicon);
    cr_expect_null(ph_verify(draft));
    return status;
}

Test(answers, places_with_another_reason_have_another_name)
{
    struct ph_document *draft = make_draft();
    const struct ph_node *first = test_nth(draft, PH_OPERATIVE, 1);
    const struct ph_node *second = test_nth(draft, PH_OPERATIVE, 2);
    for (int again = 0; again < 2; again++) {
        cr_expect_str_eq(first->text.inlines[2].name, "report-symbol");
        cr_expect_str_eq(first->text.inlines[3].name, "report-symbol");
        cr_expect_str_eq(second->text.inlines[0].name, "report-symbol.2");
        cr_expect_str_eq(second->text.inlines[1].name, "report-symbol");
        ph_places_name(draft);
    }
    ph_document_free(draft);
}

Test(answers, a_filled_document)
{
    struct ph_buffer remarks = {0};
    struct ph_document *draft = make_draft();
    struct ph_node *first = test_nth(draft, PH_OPERATIVE, 1);
    ph_answers_set(&answers, "report-symbol=A/75/77", &error);
    ph_answers_set(&answers, "report-symbol.2=88", &error);
    ph_answers_set(&answers, "sponsors=Tonga, Fiji, Tonga", &error);
    cr_expect_eq(fill(draft, &remarks), PH_OK, "%s", error.message);
    cr_expect_str_eq(first->text.bytes, "Notes A/75/77.");
    cr_expect_str_eq(test_nth(draft, PH_OPERATIVE, 2)->text.bytes, "Notes (A/75/88), and A/75/77;");
    cr_expect_str_eq(ph_field_text(draft->root, PH_FIELD_SPONSORS), "Fiji and Tonga");
    cr_expect_str_eq(ph_buffer_text(&remarks),
                     "sponsors: Tonga is named 2 times, and stands once\n");
    cr_expect_str_eq(first->origin.note, "report-symbol as supplied");
    cr_expect_eq(first->text.count, 2, "italics and source are left");
    cr_expect_eq(first->text.inlines[0].to, first->text.length, "the source holds of all words");
    struct ph_check_item *items;
    cr_expect_eq(ph_checklist(draft, &items), 0);
    free(items);
    cr_expect_eq(ph_fill_check(&answers, draft, &error), PH_OK);
    ph_buffer_free(&remarks);
    ph_document_free(draft);
}

Test(answers, a_wrong_form)
{
    struct ph_buffer remarks = {0};
    struct ph_document *draft = make_draft();
    cr_assert_eq(read_bytes("\nreport-symbol = A/74/1\n", 24), PH_OK);
    cr_expect_eq(fill(draft, &remarks), PH_FORMAT);
    cr_expect(strstr(error.message, ":2: report-symbol: "
                                    "the form of this symbol is A/75/[…]–S/2020/[…]; expected: "),
              "%s", error.message);
    ph_buffer_free(&remarks);
    ph_document_free(draft);
}

Test(answers, what_nothing_asks_for)
{
    struct ph_buffer remarks = {0};
    struct ph_document *draft = make_draft();
    ph_answers_set(&answers, "sponsors=Fiji", &error);
    ph_answers_set(&answers, "report-symbol.3=1", &error);
    cr_expect_eq(fill(draft, &remarks), PH_OK);
    ph_buffer_free(&remarks);
    cr_expect_eq(ph_fill_check(&answers, draft, &error), PH_USAGE);
    cr_expect_str_eq(
        error.message,
        "--set: the draft does not ask for report-symbol.3 (symbol "
        "of a document before the session); it asks for sponsors, report-symbol, report-symbol.2");
    ph_answers_free(&answers);
    cr_expect_eq(ph_answers_set(&answers, "country=Fiji", &error), PH_OK);
    cr_expect_eq(ph_fill_check(&answers, draft, &error), PH_USAGE);
    ph_answers_free(&answers);
    cr_expect_eq(read_bytes("country = Fiji\n", 15), PH_OK);
    cr_expect_eq(ph_fill_check(&answers, draft, &error), PH_OK, "one file serves both documents");
    ph_answers_free(&answers);
    cr_expect_eq(read_bytes("agenda-item = 7\n", 16), PH_OK);
    cr_expect_eq(ph_fill_check(&answers, draft, &error), PH_FORMAT);
    ph_document_free(draft);
}
