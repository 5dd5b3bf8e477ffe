/* Rule files made bare for a check: what is left is the same rule but for examples and tables, line
 * by line; what was taken out is whole. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/bare.h"

struct made {
    struct ph_buffer left;
    struct ph_arena *arena;
    struct ph_bare *bare;
};

static struct made make(const char *file)
{
    struct ph_buffer bytes = {0};
    struct made made = {.arena = ph_arena_new()};
    ph_buffer_put(&bytes, file);
    made.bare = ph_bare_new(&bytes, &made.left, made.arena);
    ph_buffer_free(&bytes);
    return made;
}

static void drop(struct made *made)
{
    ph_buffer_free(&made->left);
    ph_bare_free(made->bare);
    ph_arena_free(made->arena);
}

/* The lines that a <terms> of what is left had; "": none were taken out of it. */
static const char *lines_of(const struct made *made, int number)
{
    xmlDoc *doc = NULL;
    struct ph_error error = {0};
    cr_assert_eq(ph_xml_parse("left", made->left.data, made->left.length, &doc, &error), PH_OK,
                 "%s in %s", error.message, made->left.data);
    const xmlNode *terms = ph_xml_first(xmlDocGetRootElement(doc), "terms");
    while (terms && number--)
        terms = ph_xml_next(terms, "terms");
    cr_assert_not_null(terms);
    const char *lines = ph_bare_lines(made->bare, terms);
    xmlFreeDoc(doc);
    return lines ? lines : "";
}

Test(bare, lines_are_taken_out_of_each_table)
{
    struct made made =
        make("<rule><terms case='any'>\n  a = b\n  c\n</terms><terms>d</terms></rule>");
    cr_expect_str_eq(lines_of(&made, 0), "\n  a = b\n  c\n");
    cr_expect_str_eq(lines_of(&made, 1), "d");
    cr_expect_null(strstr(made.left.data, "a = b"));
    drop(&made);
}

Test(bare, every_line_stays_where_it_was)
{
    const char *file = "<rule>\n<terms>\n a\n b\n</terms>\n<source>one\ntwo</source>\n<when/>"
                       "<examples>\n<good>x</good></examples></rule>";
    struct made made = make(file);
    xmlDoc *doc = NULL;
    cr_assert_eq(ph_xml_parse("left", made.left.data, made.left.length, &doc, NULL), PH_OK);
    cr_expect_eq(ph_xml_line(ph_xml_first(xmlDocGetRootElement(doc), "when")), 8);
    xmlFreeDoc(doc);
    drop(&made);
}

Test(bare, tables_with_elements_or_entities_are_left_as_they_are)
{
    struct made made = make("<rule><terms>a <term words='b'/></terms><terms>c &amp; d</terms>"
                            "<terms/><terms words='>'>e</terms></rule>");
    cr_expect_str_eq(lines_of(&made, 0), "");
    cr_expect_str_eq(lines_of(&made, 1), "");
    cr_expect_str_eq(lines_of(&made, 2), "");
    cr_expect_str_eq(lines_of(&made, 3), "e", "a value may hold the sign that ends a tag");
    drop(&made);
}

Test(bare, a_comment_holds_no_tables)
{
    struct made made = make("<rule><!-- <terms>a</terms> <examples> --><terms>b</terms></rule>");
    cr_expect_str_eq(lines_of(&made, 0), "b");
    cr_expect_eq(made.bare->count, 1);
    drop(&made);
}

Test(bare, lines_are_valid_whatever_their_bytes)
{
    struct made made = make("<rule><terms>caf\xE9 = caf\xC3\xA9</terms></rule>");
    cr_expect_str_eq(lines_of(&made, 0), "caf\xC3\xA9 = caf\xC3\xA9");
    drop(&made);
}

Test(bare, the_source_is_read_when_it_is_asked_for)
{
    struct made made =
        make("<rule><source>\n  \xE2\x80\x9Cto to\xE2\x80\x9D,\n  thrice </source></rule>");
    cr_expect_str_eq(ph_bare_source(made.bare), "\xE2\x80\x9Cto to\xE2\x80\x9D, thrice");
    drop(&made);
    made = make("<rule><source>less &lt; more</source></rule>");
    cr_expect_null(made.bare->source, "libxml2 reads what has entities");
    drop(&made);
}

Test(bare, what_is_broken_stays_broken)
{
    const char *files[] = {
        "",         "<",         "<terms", "<terms>",   "<terms>a",  "<terms a='>b</terms>",
        "<source>", "<source>a", "<!--",   "<![CDATA[", "<examples>"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct made made = make(files[i]);
        xmlDoc *doc = NULL;
        struct ph_error error = {0};
        cr_expect_neq(
            ph_xml_parse("left", ph_buffer_text(&made.left), made.left.length, &doc, &error), PH_OK,
            "%s became %s", files[i], ph_buffer_text(&made.left));
        xmlFreeDoc(doc);
        drop(&made);
    }
}
