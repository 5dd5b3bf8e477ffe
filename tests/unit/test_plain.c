/* Plain expressions: what they say is what libxml2 says, of all conditions of the program's rules
 * at all elements of a text. */
#include <libxml/xpathInternals.h>

#include "base/xml.h"
#include "reading.h"
#include "rules/compiled.h"
#include "rules/elements.h"
#include "rules/plain.h"

static struct ph_lexicon *lexicon;
static struct ph_document *document;
static struct ph_patterns *patterns;
static struct ph_xpath_world world;
static xmlDoc *akn;
static xmlXPathContext *context;

/* Any variable there is, and the same words for each. */
static xmlXPathObject *look_up(void *data, const xmlChar *name, const xmlChar *space)
{
    (void)data;
    if (space || !strcmp((const char *)name, "missing"))
        return NULL;
    return !strcmp((const char *)name, "seven") ? xmlXPathNewFloat(7)
                                                : xmlXPathNewCString("the General Assembly 2");
}

static void begin(void)
{
    lexicon = test_lexicon();
    document = test_read_corpus("A_RES_73_331.txt");
    patterns = ph_patterns_new(lexicon);
    akn = ph_akn(document);
    world = (struct ph_xpath_world){.lexicon = lexicon,
                                    .document = document,
                                    .patterns = patterns,
                                    .elements = ph_elements_new(akn)};
    context = ph_rules_xpath(akn, &world);
    context->opLimit = 1000000000;
    xmlXPathRegisterVariableLookup(context, look_up, NULL);
}

static void end(void)
{
    xmlXPathFreeContext(context);
    ph_elements_free(world.elements);
    xmlFreeDoc(akn);
    ph_patterns_free(patterns);
    ph_document_free(document);
    ph_lexicon_free(lexicon);
}

TestSuite(plain, .init = begin, .fini = end);

static enum ph_plain_truth said_by_libxml2(const char *test)
{
    xmlXPathCompExpr *compiled = xmlXPathCtxtCompile(context, (const xmlChar *)test);
    cr_assert_not_null(compiled, "%s", test);
    const int truth = xmlXPathCompiledEvalToBoolean(compiled, context);
    xmlXPathFreeCompExpr(compiled);
    return truth < 0 ? PH_PLAIN_UNKNOWN : truth ? PH_PLAIN_TRUE : PH_PLAIN_FALSE;
}

/* Whether anything was said of the node. */
static bool expect_same(const struct ph_plain *plain, const char *test, xmlNode *node)
{
    context->node = node;
    const enum ph_plain_truth truth = ph_plain_ask(plain, context);
    if (truth == PH_PLAIN_UNKNOWN)
        return false;
    context->node = node;
    cr_assert_eq(truth, said_by_libxml2(test), "%s at <%s>", test, node->name);
    return true;
}

/* At the text's elements that a node was made of; how many of them something was said of. */
static size_t expect_same_everywhere(const char *test)
{
    size_t count = 0;
    struct ph_plain *plain = ph_plain_new(test);
    for (xmlNode *node = plain ? xmlDocGetRootElement(akn) : NULL; node;
         node = ph_xml_step(node, false))
        if (node->_private)
            count += expect_same(plain, test, node);
    ph_plain_free(plain);
    return count;
}

Test(plain, of_all_rules)
{
    struct ph_error error;
    struct ph_rules *rules = ph_rules_new(lexicon);
    cr_assert_eq(ph_rules_load(rules, NULL, &error), PH_OK, "%s", error.message);
    size_t tests = 0, said = 0;
    for (size_t i = 0; i < rules->count; i++)
        for (xmlNode *child = ph_xml_first(ph_rule_element(rules->items[i]), NULL); child;
             child = ph_xml_next(child, NULL)) {
            const bool is_test = ph_xml_is(child, "when") || ph_xml_is(child, "unless");
            if (!is_test || rules->items[i]->kind != PH_CHECKING)
                continue;
            tests++;
            said += expect_same_everywhere(ph_xml_attribute(child, "test")) > 0;
        }
    cr_expect_gt(said, tests / 2, "%zu of %zu", said, tests);
    ph_rules_free(rules);
}

/* What says so much of every element. */
static void expect_plain(const char *test)
{
    cr_expect_gt(expect_same_everywhere(test), 0, "%s", test);
}

Test(plain, operators)
{
    expect_plain("ph:kind() = 'operative' or ph:kind(.) = 'preambular' and ph:order() > 2");
    expect_plain("(ph:kind() = 'operative' or ph:kind(.) = 'preambular') and ph:order() > 2");
    expect_plain("ph:order() = 1 = (ph:kind() = 'operative')");
    expect_plain("ph:order()<=2 and 2>=ph:order() and ph:order() != 0 or not(ph:order() < 3)");
    expect_plain("1 < 2 < 1");
    expect_plain("'b' != \"b\"");
    expect_plain("$seven = '7' and $seven > '6.5' and $words != 7");
    expect_plain("$words = $words and not('' or 0) and not('x' = 0)");
    expect_plain("number($words) = number($words) or number($words) != number($words)");
    expect_plain("number($words) < 1 or number('') >= number(' 3 ')");
    expect_plain("(ph:order() = 1) = ''");
    expect_plain("ph:order() mod 3 = 1 or ph:order() + 1 = 3 - ph:order() mod 2 + $words");
    expect_plain("7 - 2 - 3 = 2 and 7 mod 0 != 7 mod 0 and 2 + 3 mod 2 > 2");
}

Test(plain, functions)
{
    expect_plain("starts-with(ph:text(), 'R') or contains(ph:text(.), 'Recalling')");
    expect_plain("starts-with('', '') and contains('a', '')");
    expect_plain("string-length('“é”') = 3 and string-length(ph:text()) > 30");
    expect_plain("ph:previous() or not(ph:next())");
    expect_plain("ph:kind(ph:before(ph:next())) = ph:kind()");
    expect_plain("ph:matches(ph:text(), '^[A-Z]') and not(ph:parts())");
    expect_plain("not(.)");
    expect_plain("ph:all('operative')[ph:order() = 2]");
    expect_plain("count(ph:all('operative')[ph:next()][ph:order(.) > 2]) = 3");
    expect_plain("ph:kind(ph:all('operative')[not(ph:next())][ph:kind()]) = 'operative'");
    expect_plain("ph:text() = ph:text(ph:all('operative')[ph:text(.) != $words][ph:order() = 3])");
    expect_plain("count(ph:parts()) > 1 or count(ph:all('none')) = 0");
    expect_plain("concat('a', $words, ph:kind()) = 'athe General Assembly 2operative'");
    expect_plain("concat(substring-before('abc', 'b'), substring-after('abc', 'b')) = 'ac'");
    expect_plain("substring-before('abc', '') = '' and substring-after('abc', '') = 'abc'");
    expect_plain("substring-before('abc', 'x') = '' and substring-after('abc', 'x') = ''");
    expect_plain("ph:text(ph:all('operative')) = ph:text(ph:all('preambular'))");
    expect_plain("ph:ordinal(ph:order()) = 'second'");
    expect_plain("ph:run-position(., '') > 1");
    expect_plain("ph:if(ph:next(), 'a', 'b') = 'a'");
}

Test(plain, more_than_that)
{
    static const char *const more[] = {"",
                                       "ph:text",
                                       "ph:text(",
                                       "ph:text()]",
                                       "ph:parts()[position() = 1]",
                                       "..",
                                       "./akn:p",
                                       "akn:p",
                                       "sum(ph:parts())",
                                       "ph:order() * 1 = 2",
                                       "1.5",
                                       "-1",
                                       "ph:nothing()",
                                       "ph:text(., .)",
                                       "ph:matches('a')",
                                       "'a",
                                       "ph:all()",
                                       "$",
                                       "$ph:a",
                                       "ph:text() ph:text()",
                                       "not()",
                                       "true()",
                                       "1 or",
                                       "(1",
                                       "ph:order() div 2 = 1",
                                       "1 and(",
                                       "concat('a')",
                                       "position() = 1"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        struct ph_plain *plain = ph_plain_new(more[i]);
        cr_expect_null(plain, "%s", more[i]);
        ph_plain_free(plain);
    }
}

/* What libxml2 makes another value of first, or finds fault with. */
Test(plain, unknown)
{
    static const char *const unknown[] = {"ph:parts() = ''",
                                          "ph:all('operative')[1]",
                                          "count('a')",
                                          "'a'[ph:kind()]",
                                          "$missing = 'a'",
                                          "ph:text('a')",
                                          "ph:matches(ph:order(), '1')",
                                          "contains(ph:all('x'), 'a')",
                                          "ph:cardinal(.) = ''"};
    context->node = xmlDocGetRootElement(akn);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        struct ph_plain *plain = ph_plain_new(unknown[i]);
        cr_assert_not_null(plain, "%s", unknown[i]);
        cr_expect_eq(ph_plain_ask(plain, context), PH_PLAIN_UNKNOWN, "%s", unknown[i]);
        cr_expect_null(ph_plain_value(plain, context), "%s", unknown[i]);
        ph_plain_free(plain);
    }
}

Test(plain, nested_too_deeply)
{
    char deep[1000];
    for (size_t depth = 5; depth < 400; depth += 390) {
        memset(deep, '(', depth);
        deep[depth] = '1';
        memset(deep + depth + 1, ')', depth);
        deep[2 * depth + 1] = '\0';
        struct ph_plain *plain = ph_plain_new(deep);
        cr_expect_eq(plain != NULL, depth < 10);
        ph_plain_free(plain);
    }
}

Test(plain, values)
{
    static const char *const same[] = {"ph:text()", "'a'", "7", "1 = 2", "ph:order()", "ph:kind()"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct ph_plain *plain = ph_plain_new(same[i]);
        context->node = ph_elements_find(world.elements, test_nth(document, PH_OPERATIVE, 2));
        xmlXPathObject *value = ph_plain_value(plain, context);
        xmlXPathObject *expected = xmlXPathEvalExpression((const xmlChar *)same[i], context);
        cr_assert(value && expected, "%s", same[i]);
        cr_expect_eq(value->type, expected->type, "%s", same[i]);
        xmlChar *words = xmlXPathCastToString(value), *others = xmlXPathCastToString(expected);
        cr_expect_str_eq((char *)words, (char *)others, "%s", same[i]);
        xmlFree(words);
        xmlFree(others);
        xmlXPathFreeObject(value);
        xmlXPathFreeObject(expected);
        ph_plain_free(plain);
    }
}
