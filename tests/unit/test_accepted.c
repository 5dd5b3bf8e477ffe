/* Findings that were accepted: the file, and what is set aside for it. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "check/accepted.h"

#define HEAD "<accepted xmlns=\"urn:penholder:accepted\">"
#define TAIL "</accepted>"

static struct ph_document *document;
static struct ph_node *op;
static struct ph_findings *findings;

static void find(const char *rule, const struct ph_node *node, const char *words)
{
    const char *found = words ? strstr(node->text.bytes, words) : NULL;
    const size_t from = found ? (size_t)(found - node->text.bytes) : 0;
    ph_findings_add(findings, &(struct ph_finding){.severity = PH_ERROR,
                                                   .rule = rule,
                                                   .message = "what is wrong",
                                                   .node = node,
                                                   .from = from,
                                                   .to = found ? from + strlen(words) : 0});
}

static void begin(void)
{
    document = ph_document_new("draft.txt");
    op = ph_add(document->root, PH_OPERATIVE, "Notes the “good” and the <bad> lakes & rivers;");
    findings = ph_findings_new();
    ph_document_number(document);
}

static void end(void)
{
    ph_findings_free(findings);
    ph_document_free(document);
}

TestSuite(accepted, .init = begin, .fini = end);

static enum ph_status parse(const char *text, struct ph_accepted **accepted, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    ph_buffer_put(&bytes, text);
    const enum ph_status status = ph_accepted_parse("a.xml", &bytes, accepted, error);
    ph_buffer_free(&bytes);
    return status;
}

/* How many findings a file sets aside. */
static size_t set_aside(const char *text)
{
    struct ph_accepted *accepted;
    struct ph_error error;
    cr_assert_eq(parse(text, &accepted, &error), PH_OK, "%s", error.message);
    ph_accepted_apply(accepted, findings);
    ph_accepted_free(accepted);
    return findings->accepted_count;
}

static void expect_refused(const char *text, const char *wanted)
{
    struct ph_accepted *accepted;
    struct ph_error error;
    cr_expect_eq(parse(text, &accepted, &error), PH_FORMAT, "%s", text);
    cr_expect_null(accepted);
    cr_expect(strstr(error.message, wanted), "%s", error.message);
}

Test(accepted, by_rule_and_words)
{
    find("a", op, "good");
    cr_expect_eq(set_aside(HEAD "<finding rule=\"b\" words=\"good\">r</finding>" TAIL), 0);
    cr_expect_eq(set_aside(HEAD "<finding rule=\"a\" words=\"goo\">r</finding>" TAIL), 0);
    cr_expect_eq(set_aside(HEAD "<finding rule=\"a\" words=\"good\"> the\nreason </finding>" TAIL),
                 1);
    cr_expect_eq(findings->count, 0);
    cr_expect_str_eq(findings->accepted[0].reason, "the reason");
}

Test(accepted, what_is_around_must_be_as_it_was)
{
    find("a", op, "the <bad>");
    cr_expect_eq(set_aside(HEAD "<finding rule=\"a\" words=\"the &lt;bad>\" before=\" or \">r"
                                "</finding>" TAIL),
                 0);
    cr_expect_eq(set_aside(HEAD "<finding rule=\"a\" words=\"the &lt;bad>\" after=\" lakes and\">r"
                                "</finding>" TAIL),
                 0);
    cr_expect_eq(set_aside(HEAD "<finding rule=\"a\" words=\"the &lt;bad>\" before=\"“good” and \" "
                                "after=\" lakes &amp;\">r</finding>" TAIL),
                 1);
}

/* A paragraph that moves, or is followed by another, ends with another mark. */
Test(accepted, the_mark_that_ends_the_paragraph_may_be_another)
{
    find("a", op, "lakes");
    find("a", op, "good");
    cr_expect_eq(set_aside(HEAD "<finding rule=\"a\" words=\"lakes\" after=\" &amp; rivers.\">r"
                                "</finding><finding rule=\"a\" words=\"good\" after=\"” and.\">r"
                                "</finding>" TAIL),
                 1);
    cr_expect_str_eq(findings->accepted[0].reason, "r");
    cr_expect(strstr(op->text.bytes + findings->accepted[0].finding.from, "lakes") ==
              op->text.bytes + findings->accepted[0].finding.from);
}

Test(accepted, a_whole_paragraph_and_a_whole_document)
{
    find("a", op, NULL);
    find("b", document->root, NULL);
    cr_expect_eq(set_aside(HEAD "<finding rule=\"b\" words=\"what is wrong\">r</finding>"
                                "<finding rule=\"a\" words=\"Notes the “good”\">r</finding>" TAIL),
                 1);
    cr_expect_str_eq(findings->accepted[0].finding.rule, "b");
}

Test(accepted, what_is_written_is_read_and_what_was_there_stays)
{
    static const char old[] = "<?xml version=\"1.0\"?>\n<!-- mine -->\n" HEAD
                              "<finding rule=\"x\" words=\"y\">z</finding>" TAIL "\n";
    struct ph_buffer bytes = {0}, out = {0};
    struct ph_error error;
    const bool chosen[] = {true, false, true};
    find("a", op, "the <bad>");
    find("b", op, "good");
    find("c", document->root, NULL);
    ph_buffer_put(&bytes, old);
    cr_assert_eq(
        ph_accepted_write("a.xml", &bytes, findings, chosen, "a \"reason\" & <more>", &out, &error),
        PH_OK, "%s", error.message);
    cr_expect(strstr(ph_buffer_text(&out), "<!-- mine -->"));
    cr_expect(strstr(ph_buffer_text(&out), "<finding rule=\"x\" words=\"y\">z</finding>"));
    cr_expect_eq(set_aside(ph_buffer_text(&out)), 2);
    cr_expect_str_eq(findings->accepted[0].reason, "a \"reason\" & <more>");
    cr_expect_str_eq(findings->items[0].rule, "b");
    ph_buffer_free(&bytes);
    ph_buffer_free(&out);
}

/* What ends the file may stand in a comment behind other names: an entry there would be lost. */
Test(accepted, what_cannot_be_added_is_said)
{
    static const char *const files[] = {
        "<a:accepted xmlns:a=\"urn:penholder:accepted\"><!-- </accepted> --></a:accepted>",
        HEAD TAIL "<!-- </accepted> -->", "<accepted xmlns=\"urn:penholder:accepted\"/>"};
    const bool chosen[] = {true};
    find("a", op, "good");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct ph_buffer bytes = {0}, out = {0};
        struct ph_error error;
        ph_buffer_put(&bytes, files[i]);
        cr_expect_eq(ph_accepted_write("a.xml", &bytes, findings, chosen, "r", &out, &error),
                     PH_FORMAT, "%s", files[i]);
        cr_expect(strstr(error.message, "nothing can be added"), "%s", error.message);
        ph_buffer_free(&bytes);
        ph_buffer_free(&out);
    }
}

Test(accepted, of_equal_words_each_finds_what_stands_around_it)
{
    ph_text_set(op, "a lake and a river and a lake.", strlen("a lake and a river and a lake."));
    for (size_t from = 0; from < 30; from += 23)
        ph_findings_add(findings, &(struct ph_finding){.rule = "a",
                                                       .message = "what is wrong",
                                                       .node = op,
                                                       .from = from + 2,
                                                       .to = from + 6});
    cr_expect_eq(set_aside(HEAD "<finding rule=\"b\" words=\"lake\">r</finding>"
                                "<finding rule=\"a\" words=\"lak\">r</finding>"
                                "<finding rule=\"a\" words=\"lake\" after=\";\">r</finding>"
                                "<finding rule=\"a\" words=\"lake\" after=\".\">r</finding>" TAIL),
                 1);
    cr_expect_eq(findings->accepted[0].finding.from, 25);
    cr_expect_eq(findings->items[0].from, 2);
}

Test(accepted, what_is_wrong_with_a_file_is_said_with_its_line)
{
    expect_refused("lakes", "a.xml:1: ");
    expect_refused("<other/>", "a.xml:1: ");
    expect_refused(HEAD "\n<finding rule=\"a\">r</finding>" TAIL, "a.xml:2: ");
    expect_refused(HEAD "\n<finding rule=\"a\" words=\"\">r</finding>" TAIL, "a.xml:2: ");
    expect_refused(HEAD "\n<finding rule=\"a\" words=\"b\"> </finding>" TAIL, "reason is missing");
    expect_refused(HEAD "\n\n<finding rule=\"a\" word=\"b\">r</finding>" TAIL, "'word'");
}

Test(accepted, more_entries_than_the_limit)
{
    struct ph_buffer text = {0};
    struct ph_accepted *accepted;
    struct ph_error error;
    ph_buffer_put(&text, HEAD);
    for (int i = 0; i <= PH_ACCEPTED_LIMIT; i++)
        ph_buffer_put(&text, "<finding rule=\"a\" words=\"b\">r</finding>\n");
    ph_buffer_put(&text, TAIL);
    cr_expect_eq(ph_accepted_parse("a.xml", &text, &accepted, &error), PH_LIMIT);
    ph_buffer_free(&text);
}

Test(accepted, where_the_file_is)
{
    char *path = ph_accepted_path("a/draft.docx");
    cr_expect_str_eq(path, "a/draft.docx.accepted.xml");
    cr_expect(ph_accepted_is(path));
    cr_expect_not(ph_accepted_is("a/draft.xml"));
    cr_expect_not(ph_accepted_is(".accepted.xml"));
    free(path);
}
