/* The web page: the same content, escaped, linked both ways, and nothing from outside. */
#include <criterion/criterion.h>

#include "base/escape.h"
#include "test_write_trees.h"
#include "with_lexicon.h"
#include "write/write.h"

TestSuite(write_html, .init = set_up_lexicon, .fini = tear_down_lexicon);

static struct ph_document *with_words(struct ph_document *document)
{
    document->lexicon = lexicon;
    return document;
}

/* What the page says, without the head. */
static void expect_body(struct ph_document *document, struct ph_write_options options,
                        const char *wanted)
{
    struct ph_buffer out = {0};
    ph_document_number(document);
    cr_assert_eq(ph_write_html(document, &options, &out, NULL), PH_OK);
    const char *body = strstr(ph_buffer_text(&out), "<body>\n");
    cr_assert(body);
    cr_expect_str_eq(body + 7, wanted, "wrote\n%s\nnot\n%s", body + 7, wanted);
    ph_buffer_free(&out);
    ph_document_free(document);
}

Test(write_html, the_page_of_a_draft)
{
    expect_body(
        with_words(make_draft()), (struct ph_write_options){.sources = true, .checklist = true},
        "<header class=\"top\">\n"
        "<p class=\"nations\">United Nations</p>\n"
        "<p class=\"symbol\">A/99/L.<mark class=\"placeholder\" title=\"the number of the draft, "
        "given by the Secretariat\">[…]</mark></p>\n"
        "<p class=\"organ\">General Assembly</p>\n"
        "<div class=\"facts\">\n"
        "<p class=\"distribution\">Distr.: Limited</p>\n"
        "<p class=\"date\">12 November 2044</p>\n"
        "<p class=\"original\">Original: English</p>\n"
        "</div>\n"
        "</header>\n"
        "<div class=\"masthead\">\n"
        "<p class=\"session\">Ninety-ninth session</p>\n"
        "<p class=\"agenda-item\">Agenda item 13 (b)</p>\n"
        "<p class=\"item-title\">Oceans: tides and their measurement</p>\n"
        "<p class=\"sponsors\">Aland and Beland:<sup><a href=\"#note-1\" id=\"mention-1\">*</a>"
        "</sup> draft resolution</p>\n"
        "</div>\n"
        "<h1>Tides &amp; their measurement</h1>\n"
        "<p class=\"organ\"><i>The General Assembly</i>,</p>\n"
        "<p class=\"preambular\"><i>Recalling</i> its resolution 97/1 of 21 November 2042 on "
        "tides,<sup><a href=\"#note-2\" id=\"mention-2\">1</a></sup></p>\n"
        "<small class=\"source\"><span>PP1 of 97/1, advanced, fifth time: list grows by 97/1 (4 "
        "of 4)</span></small>\n"
        "<p class=\"operative\"><span class=\"number\">1.</span> <i>Takes note</i> of the report"
        "<sup><a href=\"#note-2\">1</a></sup>;</p>\n"
        "<small class=\"source\"><span>OP1 of 97/1, verbatim</span></small>\n"
        "<p class=\"operative\"><span class=\"number\">2.</span> <i>Requests</i> the "
        "Secretary-General:</p>\n"
        "<small class=\"source\"><span>from a template</span></small>\n"
        "<p class=\"subparagraph\" style=\"--level: 2\"><span class=\"number\">(a)</span> To "
        "measure:</p>\n"
        "<small class=\"source\" style=\"--level: 2\"><span>from a template</span></small>\n"
        "<p class=\"subparagraph\" style=\"--level: 3\"><span class=\"number\">(i)</span> The "
        "tides of <mark class=\"review\" title=\"the period is over by then\">2009–2019</mark>;"
        "</p>\n"
        "<small class=\"source\" style=\"--level: 3\"><span>from a template</span></small>\n"
        "<section class=\"notes\">\n"
        "<p id=\"note-1\"><span class=\"mark\"><a href=\"#mention-1\">*</a></span>Any changes "
        "will be reflected.</p>\n"
        "<p id=\"note-2\"><span class=\"mark\"><a href=\"#mention-2\">1</a></span>A/99/<mark "
        "class=\"placeholder\" title=\"the number of the report\">[…]</mark>.</p>\n"
        "</section>\n"
        "<section class=\"checklist\">\n"
        "<p>Still to be supplied or looked at:</p>\n"
        "<ul>\n"
        "<li>symbol: supply <mark class=\"placeholder\">[…]</mark> (--set symbol=…): the number of "
        "the draft, "
        "given by the Secretariat</li>\n"
        "<li>OP2 (a) (i): check <mark class=\"review\">2009–2019</mark>: the period is over by "
        "then</li>\n"
        "<li>footnote 1: supply <mark class=\"placeholder\">[…]</mark> (--set report-symbol=…): "
        "the number of the "
        "report</li>\n"
        "</ul>\n"
        "</section>\n"
        "</body>\n"
        "</html>\n");
}

Test(write_html, changes_annexes_headings_and_an_unmentioned_note)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node, *annex;
    document->marked = true;
    ph_set_field(root, PH_FIELD_NUMBER, "64/10");
    ph_add(root, PH_TITLE, "Tides");
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Notes old new;");
    mark_words(node, PH_DELETED, "old ");
    mark_words(node, PH_INSERTED, "new");
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Gone.");
    node->mark = PH_NODE_DELETED;
    ph_set_field(root, PH_FIELD_MEETING, "74th plenary meeting");
    annex = add_annex(root, "Annex");
    ph_add(annex, PH_TITLE, "List");
    add_heading(annex, 1, "I", "One");
    add_heading(annex, 2, "A.", "Two");
    add_note(annex, "9", "Nobody mentions this.");
    expect_body(document, (struct ph_write_options){0},
                "<h1>64/10. Tides</h1>\n"
                "<p class=\"operative\">Notes <del>old </del><ins>new</ins>;</p>\n"
                "<p class=\"operative\"><del>Gone.</del></p>\n"
                "<p class=\"closing\">74th plenary meeting</p>\n"
                "<section class=\"annex\">\n"
                "<h2>Annex</h2>\n"
                "<h2>List</h2>\n"
                "<h3>I<br>One</h3>\n"
                "<h4>A. Two</h4>\n"
                "</section>\n"
                "<section class=\"notes\">\n"
                "<p id=\"note-1\"><span class=\"mark\">9</span>Nobody mentions this.</p>\n"
                "</section>\n"
                "</body>\n"
                "</html>\n");
}

Test(write_html, nothing_of_a_document_becomes_markup)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node;
    const char *attack = "\"'><script>alert(1)</script>&amp;";
    ph_set_field(root, PH_FIELD_SYMBOL, attack);
    ph_add(root, PH_TITLE, attack);
    node = add_numbered(root, PH_PARAGRAPH, 1, attack, attack);
    mark_words(node, PH_REVIEW, "alert")->why = attack;
    set_origin(node, PH_ADVANCED, attack, attack, 2, attack);
    add_heading(root, 1, attack, attack);
    ph_set_field(root, PH_FIELD_MEETING, attack);
    node = add_note(root, attack, attack);
    mark_note(root->first->next, "alert", node);
    ph_add(add_annex(root, attack), PH_PARAGRAPH, attack);
    ph_document_number(document);
    struct ph_buffer out = {0};
    struct ph_write_options options = {.sources = true, .checklist = true};
    ph_write_html(document, &options, &out, NULL);
    cr_expect_null(strstr(ph_buffer_text(&out), "<script"));
    cr_expect_null(strstr(ph_buffer_text(&out), "\"'"), "a quotation mark ends an attribute");
    cr_expect_null(strstr(ph_buffer_text(&out), "http://"), "nothing comes from a network");
    cr_expect_null(strstr(ph_buffer_text(&out), "https://"));
    cr_expect_not_null(strstr(ph_buffer_text(&out), "default-src 'none'"));
    ph_buffer_free(&out);
    ph_document_free(document);
}

Test(write_html, escaping)
{
    struct ph_buffer out = {0};
    ph_escape_html(&out, "a<b>&\"c'\fé", strlen("a<b>&\"c'\fé"));
    cr_expect_str_eq(ph_buffer_text(&out), "a&lt;b&gt;&amp;&quot;c&#39; é");
    ph_buffer_free(&out);
}
