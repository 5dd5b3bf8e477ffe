/* The JSON form: the keys that other programs read, in their order; words only in `text`. */
#include <criterion/criterion.h>
#include <jansson.h>

#include "test_write_trees.h"
#include "with_lexicon.h"
#include "write/write.h"

TestSuite(write_json, .init = set_up_lexicon, .fini = tear_down_lexicon);

static void expect_json(struct ph_document *document, const char *wanted)
{
    struct ph_buffer out = {0};
    struct ph_write_options options = {0};
    ph_document_number(document);
    cr_assert_eq(ph_write_json(document, &options, &out, NULL), PH_OK);
    cr_assert_eq(out.data[out.length - 1], '\n');
    /* compact, so that the expectation is readable here */
    json_t *value = json_loads(ph_buffer_text(&out), 0, NULL);
    cr_assert(value, "%s", ph_buffer_text(&out));
    char *compact = json_dumps(value, JSON_COMPACT);
    cr_expect_str_eq(compact, wanted, "wrote\n%s\nnot\n%s", compact, wanted);
    free(compact);
    json_decref(value);
    ph_buffer_free(&out);
    ph_document_free(document);
}

Test(write_json, a_document_that_was_read)
{
    struct ph_document *document = ph_document_new("x.txt");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node, *one;
    root->as.document.genre = PH_RESOLUTION;
    ph_set_field(root, PH_FIELD_SYMBOL, "A/RES/64/10");
    ph_set_field(root, PH_FIELD_NUMBER, "64/10");
    ph_set_field(root, PH_FIELD_ADOPTED, "2 March 2010");
    ph_set_field(root, PH_FIELD_AGENDA_ITEM, "13");
    ph_set_field(root, PH_FIELD_DRAFT, "A/64/L.1");
    ph_set_field(root, PH_FIELD_DRAFT, "A/64/L.1/Add.1");
    ph_add(root, PH_TITLE, "Tides");
    ph_add(root, PH_ORGAN, "The General Assembly,");
    node = ph_add(root, PH_PREAMBULAR, "Recalling “this”,");
    one = ph_node_new(document, PH_FOOTNOTE, "See A/64/1.");
    mark_note(node, "Recalling", one);
    add_heading(root, 1, "I", "Tides");
    node = add_numbered(root, PH_OPERATIVE, 1, "2.", "Notes:");
    add_numbered(node, PH_SUBPARAGRAPH, 2, "(a)", "This.");
    ph_set_field(root, PH_FIELD_MEETING, "74th plenary meeting");
    ph_append(root, one);
    node = ph_add(add_annex(root, "Annex"), PH_PARAGRAPH, "Listed");
    expect_json(
        document,
        "{\"symbol\":\"A/RES/64/10\",\"session\":64,\"number\":\"64/10\",\"title\":\"Tides\","
        "\"adopted\":\"2 March 2010\",\"agenda_item\":\"13\",\"paragraphs\":["
        "{\"part\":\"preamble\",\"label\":\"PP1\",\"number\":null,\"level\":1,"
        "\"text\":\"Recalling “this”,\",\"footnotes\":[\"1\"]},"
        "{\"part\":\"heading\",\"label\":\"heading I\",\"number\":\"I\",\"level\":1,"
        "\"text\":\"Tides\",\"footnotes\":[]},"
        "{\"part\":\"operative\",\"label\":\"OP1\",\"number\":\"2.\",\"level\":1,"
        "\"text\":\"Notes:\",\"footnotes\":[]},"
        "{\"part\":\"operative\",\"label\":\"OP1 (a)\",\"number\":\"(a)\",\"level\":2,"
        "\"text\":\"This.\",\"footnotes\":[]},"
        "{\"part\":\"closing\",\"label\":\"meeting\",\"number\":null,\"level\":1,"
        "\"text\":\"74th plenary meeting\",\"footnotes\":[]},"
        "{\"part\":\"annex\",\"label\":\"Annex, para. 1\",\"number\":null,\"level\":1,"
        "\"text\":\"Listed\",\"footnotes\":[],\"annex\":\"Annex\"}],"
        "\"footnotes\":[{\"number\":\"1\",\"text\":\"See A/64/1.\"}],"
        "\"genre\":\"resolution\",\"organ\":\"The General Assembly,\","
        "\"masthead\":{\"symbol\":\"A/RES/64/10\",\"agenda-item\":\"13\","
        "\"adopted\":\"2 March 2010\",\"draft\":[\"A/64/L.1\",\"A/64/L.1/Add.1\"],"
        "\"number\":\"64/10\"},\"checklist\":[]}");
}

Test(write_json, a_draft_says_where_its_words_come_from_and_what_is_missing)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node;
    struct ph_inline *mark;
    root->as.document.genre = PH_DRAFT;
    node = ph_add(root, PH_PREAMBULAR, "Notant « […] »,");
    set_origin(node, PH_ADVANCED, "97/1", "PP1", 5, "a note");
    mark = mark_words(node, PH_PLACEHOLDER, "[…]");
    mark->name = "report";
    mark->why = "what";
    expect_json(document,
                "{\"symbol\":null,\"session\":null,\"number\":null,\"title\":null,"
                "\"adopted\":null,\"agenda_item\":null,\"paragraphs\":["
                "{\"part\":\"preamble\",\"label\":\"PP1\",\"number\":null,\"level\":1,"
                "\"text\":\"Notant « […] »,\",\"footnotes\":[],\"source\":{\"symbol\":\"97/1\","
                "\"label\":\"PP1\",\"how\":\"advanced\",\"times\":5,\"note\":\"a note\"},"
                "\"placeholders\":[{\"name\":\"report\",\"words\":\"[…]\",\"why\":\"what\","
                "\"from\":9,\"to\":12,\"kind\":\"placeholder\"}]}],\"footnotes\":[],"
                "\"genre\":\"draft\",\"organ\":null,\"masthead\":{},\"checklist\":["
                "{\"label\":\"PP1\",\"name\":\"report\",\"words\":\"[…]\",\"why\":\"what\","
                "\"kind\":\"placeholder\"}]}");
}

Test(write_json, a_letter_with_a_draft_in_an_annex)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *annex, *draft;
    root->as.document.genre = PH_LETTER;
    ph_add(root, PH_PARAGRAPH, "I have the honour.");
    annex = add_annex(root, "Annex II");
    draft = ph_append(annex, ph_node_new(document, PH_DOCUMENT, ""));
    draft->as.document.genre = PH_DRAFT;
    ph_set_field(draft, PH_FIELD_SESSION, "Sixty-fourth session");
    ph_add(draft, PH_TITLE, "Tides");
    ph_add(draft, PH_OPERATIVE, "Notes.");
    expect_json(document,
                "{\"symbol\":null,\"session\":null,\"number\":null,\"title\":null,"
                "\"adopted\":null,\"agenda_item\":null,\"paragraphs\":["
                "{\"part\":\"letter\",\"label\":\"para. 1\",\"number\":null,\"level\":1,"
                "\"text\":\"I have the honour.\",\"footnotes\":[]},"
                "{\"part\":\"title\",\"label\":\"Annex II, title\",\"number\":null,\"level\":1,"
                "\"text\":\"Tides\",\"footnotes\":[],\"annex\":\"Annex II\"},"
                "{\"part\":\"operative\",\"label\":\"Annex II, OP1\",\"number\":null,\"level\":1,"
                "\"text\":\"Notes.\",\"footnotes\":[],\"annex\":\"Annex II\"}],\"footnotes\":[],"
                "\"genre\":\"letter\",\"organ\":null,\"masthead\":{},\"checklist\":[]}");
}

Test(write_json, changes)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node;
    document->marked = true;
    root->as.document.genre = PH_OTHER_GENRE;
    node = ph_set_field(root, PH_FIELD_SESSION, "Sixty-fourth session");
    node->mark = PH_NODE_DELETED;
    node = ph_append(node->parent, ph_node_new(document, PH_FIELD, "Sixty-fifth session"));
    node->as.field.name = PH_FIELD_SESSION;
    node = ph_add(root, PH_PARAGRAPH, "é old new");
    mark_words(node, PH_DELETED, "old ");
    mark_words(node, PH_INSERTED, "new");
    node->mark = PH_MOVED_TO;
    expect_json(document, "{\"symbol\":null,\"session\":64,\"number\":null,\"title\":null,"
                          "\"adopted\":null,\"agenda_item\":null,\"paragraphs\":["
                          "{\"part\":\"text\",\"label\":\"para. 1\",\"number\":null,\"level\":1,"
                          "\"text\":\"é old new\",\"footnotes\":[],\"changes\":["
                          "{\"from\":2,\"to\":6,\"kind\":\"deleted\"},"
                          "{\"from\":6,\"to\":9,\"kind\":\"inserted\"}],\"mark\":\"moved-to\"}],"
                          "\"footnotes\":[],\"genre\":\"other\",\"organ\":null,"
                          "\"masthead\":{\"session\":\"Sixty-fifth session\"},\"checklist\":[]}");
}
