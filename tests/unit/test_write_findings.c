/* Findings as text, JSON and SARIF; the checklist; the table of formats. */
#include <criterion/criterion.h>
#include <jansson.h>

#include "test_write_trees.h"
#include "write/write.h"

/* ---- helpers ---- */

static struct ph_document *document;
static struct ph_findings *findings;
static struct ph_buffer out;

static void begin(void)
{
    document = ph_document_new("draft.txt");
    findings = ph_findings_new();
}

static void end(void)
{
    ph_buffer_free(&out);
    ph_findings_free(findings);
    ph_document_free(document);
}

/* A finding about words of a node; NULL: the node as a whole. */
static void find(enum ph_severity severity, const char *rule, const struct ph_node *node,
                 const char *words, const char *fix)
{
    struct ph_finding finding = {.severity = severity, .rule = rule, .node = node, .fix = fix};
    finding.message = "what is wrong";
    finding.source = "EM-RES";
    if (words) {
        const char *found = strstr(node->text.bytes, words);
        cr_assert(found);
        finding.from = (size_t)(found - node->text.bytes);
        finding.to = finding.from + strlen(words);
    }
    ph_findings_add(findings, &finding);
}

static void expect_text(struct ph_write_options options, const char *wanted)
{
    struct ph_findings_view view = {"draft.txt", document, findings};
    ph_document_number(document);
    ph_write_findings_text(&view, 1, &options, &out);
    cr_expect_str_eq(ph_buffer_text(&out), wanted, "wrote\n%s\nnot\n%s", ph_buffer_text(&out),
                     wanted);
}

TestSuite(write_findings, .init = begin, .fini = end);

/* ---- text ---- */

Test(write_findings, words_caret_and_fix)
{
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "Notes this.");
    ph_add(document->root, PH_OPERATIVE, "Notes that and this.");
    find(PH_ERROR, "op-end", op, ".", ";");
    find(PH_WARNING, "no-and", op->next, " and this", "");
    find(PH_INFORMATION, "short", op->next, NULL, NULL);
    find(PH_ERROR, "no-title", document->root, NULL, NULL);
    expect_text((struct ph_write_options){0},
                "draft.txt: OP 1: error: what is wrong [op-end]\n"
                "    Notes this.\n"
                "              ^\n"
                "    fix: “.” becomes “;”\n"
                "draft.txt: OP 2: warning: what is wrong [no-and]\n"
                "    Notes that and this.\n"
                "              ^~~~~~~~~\n"
                "    fix: leave out “ and this”\n"
                "draft.txt: OP 2: information: what is wrong [short]\n"
                "    Notes that and this.\n"
                "draft.txt: error: what is wrong [no-title]\n"
                "\n"
                "1 document: 2 errors, 1 warning, 1 remark\n");
}

Test(write_findings, long_text_is_cut_around_the_place)
{
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE,
                                "Aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk");
    find(PH_ERROR, "middle", op, "ffff", NULL);
    find(PH_ERROR, "start", op, "Aaaa", NULL);
    find(PH_ERROR, "end", op, "kkkk", NULL);
    expect_text((struct ph_write_options){.width = 30},
                "draft.txt: OP 1: error: what is wrong [middle]\n"
                "    …dddd eeee ffff gggg hhhh…\n"
                "               ^~~~\n"
                "draft.txt: OP 1: error: what is wrong [start]\n"
                "    Aaaa bbbb cccc dddd eeee…\n"
                "    ^~~~\n"
                "draft.txt: OP 1: error: what is wrong [end]\n"
                "    …gggg hhhh iiii jjjj kkkk\n"
                "                         ^~~~\n"
                "\n"
                "1 document: 3 errors\n");
}

Test(write_findings, carets_stand_below_wide_characters)
{
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "漢字 é “x”;");
    find(PH_ERROR, "wide", op, "“x”", NULL);
    find(PH_ERROR, "cjk", op, "漢字", NULL);
    expect_text((struct ph_write_options){0}, "draft.txt: OP 1: error: what is wrong [wide]\n"
                                              "    漢字 é “x”;\n"
                                              "           ^~~\n"
                                              "draft.txt: OP 1: error: what is wrong [cjk]\n"
                                              "    漢字 é “x”;\n"
                                              "    ^~~~\n"
                                              "\n"
                                              "1 document: 2 errors\n");
}

Test(write_findings, places_in_words_and_colour)
{
    struct ph_node *annex = add_annex(document->root, "Annex II");
    struct ph_node *draft = ph_append(annex, ph_node_new(document, PH_DOCUMENT, ""));
    find(PH_WARNING, "x", ph_add(draft, PH_PREAMBULAR, "Noting"), "Noting", NULL);
    expect_text((struct ph_write_options){.colour = true},
                "draft.txt: Annex II, PP 1: \033[1;33mwarning\033[0m: what is wrong [x]\n"
                "    Noting\n"
                "    \033[1;32m^~~~~~\033[0m\n"
                "\n"
                "1 document: 1 warning\n");
}

Test(write_findings, nothing_found)
{
    expect_text((struct ph_write_options){0}, "1 document: nothing found\n");
}

Test(write_findings, what_was_accepted_is_counted_alone)
{
    const char *const reasons[] = {"so it is", NULL};
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "Notes this.");
    find(PH_ERROR, "op-end", op, ".", ";");
    find(PH_WARNING, "this", op, "this", NULL);
    ph_findings_accept(findings, reasons);
    expect_text((struct ph_write_options){0}, "draft.txt: OP 1: warning: what is wrong [this]\n"
                                              "    Notes this.\n"
                                              "          ^~~~\n"
                                              "\n"
                                              "1 document: 1 warning; 1 accepted\n");
}

/* ---- the page ---- */

Test(write_findings, nothing_of_a_document_becomes_markup)
{
    struct ph_findings_view view = {"<a>&.txt", document, findings};
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "Notes <b>\"this\"</b> & that.");
    struct ph_error error;
    find(PH_ERROR, "op-end", op, "<b>", "<i>\"");
    find(PH_WARNING, "whole", document->root, NULL, NULL);
    ph_document_number(document);
    cr_assert_eq(ph_write_findings_html(&view, 1, &out, &error), PH_OK, "%s", error.message);
    static const char *const wanted[] = {
        "<title>penholder check: &lt;a&gt;&amp;.txt</title>",
        "<mark class=\"review error\" title=\"what is wrong\">&lt;b&gt;</mark>",
        "fix: <q>&lt;b&gt;</q> becomes <q>&lt;i&gt;&quot;</q>",
        "<a href=\"#finding-1\">",
        "id=\"finding-1\"",
        "id=\"finding-2\"",
        "<small>EM-RES</small>"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect(strstr(ph_buffer_text(&out), wanted[i]), "%s", wanted[i]);
    cr_expect_null(strstr(ph_buffer_text(&out), "<b>\""));
}

/* ---- JSON and SARIF ---- */

static void expect_compact(const char *wanted)
{
    json_t *value = json_loads(ph_buffer_text(&out), 0, NULL);
    cr_assert(value);
    char *compact = json_dumps(value, JSON_COMPACT);
    cr_expect_str_eq(compact, wanted, "wrote\n%s\nnot\n%s", compact, wanted);
    free(compact);
    json_decref(value);
}

Test(write_findings, json)
{
    struct ph_findings_view view = {"draft.txt", document, findings};
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "“Notes” this.");
    find(PH_ERROR, "op-end", op, ".", ";");
    ph_document_number(document);
    ph_write_findings_json(&view, 1, &out);
    expect_compact("{\"findings\":[{\"file\":\"draft.txt\",\"label\":\"OP1\","
                   "\"severity\":\"error\",\"rule\":\"op-end\",\"message\":\"what is wrong\","
                   "\"source\":\"EM-RES\",\"text\":\"“Notes” this.\",\"from\":12,\"to\":13,"
                   "\"fix\":\";\",\"look\":null}],\"accepted\":[],"
                   "\"summary\":{\"documents\":1,\"error\":1,\"warning\":0,"
                   "\"information\":0}}");
}

Test(write_findings, sarif)
{
    struct ph_findings_view view = {"my draft.txt", document, findings};
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "“Notes” this.");
    op->span.line = 7;
    find(PH_ERROR, "op-end", op, ".", ";");
    find(PH_INFORMATION, "title", document->root, NULL, NULL);
    ph_document_number(document);
    ph_write_findings_sarif(&view, 1, &out);
    expect_compact(
        "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{"
        "\"name\":\"penholder\",\"version\":\"" PH_VERSION "\",\"rules\":[{\"id\":\"op-end\","
        "\"help\":{\"text\":\"EM-RES\"}},{\"id\":\"title\",\"help\":{\"text\":\"EM-RES\"}}]}},"
        "\"columnKind\":\"unicodeCodePoints\",\"artifacts\":["
        "{\"location\":{\"uri\":\"my%20draft.txt\"}},{\"location\":{\"uri\":\"OP1\"},"
        "\"parentIndex\":0,\"contents\":{\"text\":\"“Notes” this.\"}}],\"results\":["
        "{\"ruleId\":\"op-end\",\"ruleIndex\":0,\"level\":\"error\",\"message\":{\"text\":"
        "\"what is wrong\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{"
        "\"uri\":\"my%20draft.txt\",\"index\":0},\"region\":{\"startLine\":7,\"snippet\":{"
        "\"text\":\".\"}}},\"logicalLocations\":[{\"fullyQualifiedName\":\"OP1\",\"kind\":"
        "\"operative\"}]}],\"relatedLocations\":[{\"physicalLocation\":{\"artifactLocation\":{"
        "\"uri\":\"OP1\",\"index\":1},\"region\":{\"charOffset\":12,\"charLength\":1,"
        "\"snippet\":{\"text\":\".\"}}}}],\"fixes\":[{\"artifactChanges\":[{"
        "\"artifactLocation\":{\"uri\":\"OP1\",\"index\":1},\"replacements\":[{"
        "\"deletedRegion\":{\"charOffset\":12,\"charLength\":1},\"insertedContent\":{\"text\":"
        "\";\"}}]}]}]},"
        "{\"ruleId\":\"title\",\"ruleIndex\":1,\"level\":\"note\",\"message\":{\"text\":"
        "\"what is wrong\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{"
        "\"uri\":\"my%20draft.txt\",\"index\":0}},\"logicalLocations\":[{"
        "\"fullyQualifiedName\":\"document\",\"kind\":\"document\"}]}]}]}]}");
}

/* ---- the checklist ---- */

Test(write_findings, checklist)
{
    struct ph_document *draft = make_draft();
    struct ph_write_options plain = {0}, colour = {.colour = true};
    ph_write_checklist(draft, &plain, &out);
    cr_expect_str_eq(ph_buffer_text(&out),
                     "symbol: supply […] (--set symbol=…): the number of the draft, given by the "
                     "Secretariat\n"
                     "OP2 (a) (i): check “2009–2019”: the period is over by then\n"
                     "footnote 1: supply […] (--set report-symbol=…): the number of the report\n");
    ph_buffer_clear(&out);
    ph_write_checklist(draft, &colour, &out);
    cr_expect_not_null(strstr(ph_buffer_text(&out), "check “\033[4;33m2009–2019\033[0m”"));
    ph_buffer_clear(&out);
    ph_write_checklist(document, &plain, &out);
    cr_expect_eq(out.length, 0);
    ph_document_free(draft);
}

Test(write_findings, form_for_facts)
{
    struct ph_document *draft = make_draft();
    cr_assert_eq(ph_write_facts(draft, NULL, &out, NULL), PH_OK);
    cr_expect_not_null(
        strstr(ph_buffer_text(&out),
               "\n\n# symbol: the number of the draft, given by the Secretariat\n#symbol =\n"
               "\n# footnote 1: the number of the report\n#report-symbol =\n"));
    cr_expect_null(strstr(ph_buffer_text(&out), "2009"), "what is looked at is not asked for");
    ph_document_free(draft);
}

/* ---- formats ---- */

Test(write_findings, formats_by_name_and_by_ending)
{
    cr_expect_eq(ph_format_find("akn")->write, ph_write_akn);
    cr_expect_null(ph_format_find("pdf"));
    cr_expect(ph_format_find("docx")->binary);
    cr_expect_str_eq(ph_format_of_file("a/b.c/Draft.DOCX")->name, "docx");
    cr_expect_str_eq(ph_format_of_file("x.xml")->name, "flatopc");
    cr_expect_null(ph_format_of_file(".txt"), "a hidden file has no ending");
    cr_expect_null(ph_format_of_file("txt"));
    cr_expect_eq(ph_format_count, 9);
}

/* ---- the forms of doc/ ---- */

Test(write_findings, akn_is_indented_but_not_its_words)
{
    struct ph_node *pp = ph_add(document->root, PH_PREAMBULAR, "Gone comes");
    mark_words(pp, PH_DELETED, "Gone ");
    mark_words(pp, PH_INSERTED, "comes");
    struct ph_write_options plain = {0};
    ph_document_number(document);
    cr_assert_eq(ph_write_akn(document, &plain, &out, NULL), PH_OK);
    cr_expect_not_null(strstr(ph_buffer_text(&out),
                              "      <container name=\"preambular\" eId=\"cont_1\">\n"
                              "        <p><del eId=\"del_1\">Gone </del>"
                              "<ins eId=\"ins_2\">comes</ins></p>\n"),
                       "%s", ph_buffer_text(&out));
}

Test(write_findings, dump)
{
    struct ph_write_options plain = {0};
    ph_add(document->root, PH_TITLE, "Tides");
    cr_assert_eq(ph_write_dump(document, &plain, &out, NULL), PH_OK);
    cr_expect_str_eq(ph_buffer_text(&out), "document other\n  title: Tides\n");
}

/* ---- looks ---- */

Test(write_findings, what_words_are_to_look_like)
{
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "Notes “this”.");
    struct ph_finding finding = {.severity = PH_WARNING,
                                 .rule = "look",
                                 .message = "so",
                                 .node = op,
                                 .to = op->text.length,
                                 .look = ph_restyle_by_name("italic"),
                                 .look_to = 5};
    ph_findings_add(findings, &finding);
    struct ph_findings_view view = {"draft.txt", document, findings};
    expect_text((struct ph_write_options){0}, "draft.txt: OP 1: warning: so [look]\n"
                                              "    Notes “this”.\n"
                                              "    ^~~~~~~~~~~~~\n"
                                              "    fix: “Notes” set in italics\n"
                                              "\n1 document: 1 warning\n");
    ph_buffer_clear(&out);
    ph_write_findings_json(&view, 1, &out);
    cr_expect(strstr(ph_buffer_text(&out), "\"is\": \"italic\""), "%s", ph_buffer_text(&out));
    ph_buffer_clear(&out);
    ph_write_findings_sarif(&view, 1, &out);
    cr_expect(strstr(ph_buffer_text(&out), "\"markdown\": \"*Notes*\""), "%s",
              ph_buffer_text(&out));
    cr_expect(strstr(ph_buffer_text(&out), "set in italics"));
}
