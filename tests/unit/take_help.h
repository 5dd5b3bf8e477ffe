/* What the tests of taking revisions share: small packages in one XML file, and the words in which
 * their parts are written. */
#ifndef PH_TEST_TAKE_HELP_H
#define PH_TEST_TAKE_HELP_H

#include <criterion/criterion.h>
#include <string.h>

#include "word/take/take.h"

#define TEST_SPACES                                                                                \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
#define TEST_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TEST_PART(name) "<pkg:part pkg:name=\"" name "\"><pkg:xmlData>"
#define TEST_END "</pkg:xmlData></pkg:part>"

/* A revision of A; BY: of somebody else. */
#define BY(author) " w:id=\"1\" w:author=\"" author "\""
#define INS(x) "<w:ins" BY("A") ">" x "</w:ins>"
#define DEL(x) "<w:del" BY("A") ">" x "</w:del>"
#define FROM(x) "<w:moveFrom" BY("A") ">" x "</w:moveFrom>"
#define TO(x) "<w:moveTo" BY("A") ">" x "</w:moveTo>"
#define MARK(name) "<w:" name BY("A") "/>"
/* Words, words of a deletion, a paragraph with properties (PPR) or whose mark is a revision. */
#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define D(text) "<w:r><w:delText>" text "</w:delText></w:r>"
#define P(x) "<w:p>" x "</w:p>"
#define PPR(style) "<w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>"
#define MARKED(mark) "<w:pPr><w:rPr>" MARK(mark) "</w:rPr></w:pPr>"
#define RANGE(name, id) "<w:" name " w:id=\"" id "\"/>"
#define CELL(x) "<w:tc>" P(x) "</w:tc>"
#define ROW(x) "<w:tr>" x "</w:tr>"
#define GRID "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(x) "<w:r><w:instrText>" x "</w:instrText></w:r>"

/* The parts; NULL: it is left out. */
struct test_take {
    const char *body, *footnotes, *comments, *styles, *answers;
};

static inline void test_add_root(struct ph_buffer *out, const char *part, const char *root,
                                 const char *inside)
{
    if (inside)
        ph_buffer_printf(out,
                         "<pkg:part pkg:name=\"/word/%s.xml\"><pkg:xmlData><w:%s " TEST_SPACES
                         ">%s</w:%s>" TEST_END,
                         part, root, inside, root);
}

/* The package in one XML file; caller frees. */
static inline struct ph_buffer test_flat(const struct test_take *parts)
{
    struct ph_buffer out = {0}, body = {0};
    ph_buffer_put(
        &out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<pkg:package "
        "xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">" TEST_PART(
            "/_rels/.rels") "<Relationships><Relationship Id=\"r\" Type=\"" TEST_TYPE
                            "officeDocument\" "
                            "Target=\"word/document.xml\"/></Relationships>" TEST_END TEST_PART(
                                "/word/_rels/document.xml.rels") "<Relationships>");
    static const char *const types[] = {"footnotes", "comments", "styles", "commentsExtended"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        ph_buffer_printf(&out,
                         "<Relationship Id=\"r%zu\" Type=\"" TEST_TYPE "%s\" Target=\"%s.xml\"/>",
                         i, types[i], types[i]);
    ph_buffer_put(&out, "</Relationships>" TEST_END);
    ph_buffer_printf(&body, "<w:body>%s</w:body>", parts->body);
    test_add_root(&out, "document", "document", ph_buffer_text(&body));
    test_add_root(&out, "footnotes", "footnotes", parts->footnotes);
    test_add_root(&out, "comments", "comments", parts->comments);
    test_add_root(&out, "styles", "styles", parts->styles);
    test_add_root(&out, "commentsExtended", "commentsEx", parts->answers);
    ph_buffer_put(&out, "</pkg:package>\n");
    ph_buffer_free(&body);
    return out;
}

/* What stands between two texts; "": neither, or <root/>. Caller frees. */
static inline char *test_between(const char *text, const char *from, const char *to)
{
    const char *start = strstr(text, from);
    const char *end = start ? strstr(start, to) : NULL;
    if (!end)
        return ph_copy("");
    start += strlen(from);
    return ph_copy_n(start, (size_t)(end - start));
}

/* Takes the revisions; the package as it is then, for the caller to free. */
static inline struct ph_buffer test_take_all(const struct test_take *parts,
                                             const struct ph_take_order *order,
                                             struct ph_take_report *report)
{
    struct ph_buffer package = test_flat(parts), out = {0};
    struct ph_error error = {PH_OK, ""};
    enum ph_status status =
        ph_take_package("test.xml", package.data, package.length, order, &out, report, &error);
    cr_assert_eq(status, PH_OK, "%s", error.message);
    ph_buffer_free(&package);
    return out;
}

#endif
