/* What the tests of reading Word documents share: packages made of pieces of XML. */
#ifndef PH_TEST_DOCX_PARTS_H
#define PH_TEST_DOCX_PARTS_H

#include "base/zip.h"
#include "reading.h"

#define TEST_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TEST_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TEST_REL "http://schemas.openxmlformats.org/package/2006/relationships"

/* The pieces of a document; NULL: the part is left out. */
struct test_parts {
    const char *body, *styles, *numbering, *footnotes, *endnotes, *header;
};

static inline char *test_xml(const char *root, const char *inside)
{
    struct ph_buffer out = {0};
    ph_buffer_printf(&out,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%s xmlns:w=\"" TEST_W
                     "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                     ">%s</w:%s>",
                     root, inside, root);
    return ph_buffer_take(&out);
}

static inline char *test_relations(void)
{
    static const char *const types[] = {"styles", "numbering", "footnotes", "endnotes", "header"};
    struct ph_buffer out = {0};
    ph_buffer_put(&out, "<Relationships xmlns=\"" TEST_REL "\">");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        ph_buffer_printf(&out,
                         "<Relationship Id=\"r%zu\" Type=\"" TEST_R "/%s\" Target=\"%s.xml\"/>", i,
                         types[i], types[i]);
    ph_buffer_put(&out, "</Relationships>");
    return ph_buffer_take(&out);
}

static inline void test_add_part(struct ph_zip_part *list, size_t *count, const char *name,
                                 const char *root, const char *inside)
{
    if (!inside)
        return;
    char *bytes = test_xml(root, inside);
    list[(*count)++] = (struct ph_zip_part){name, bytes, strlen(bytes)};
}

/* The package; caller frees. */
static inline struct ph_buffer test_package(const struct test_parts *parts)
{
    static const char root[] =
        "<Relationships xmlns=\"" TEST_REL "\"><Relationship Id=\"r\" Type=\"" TEST_R
        "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    struct ph_zip_part list[8];
    size_t count = 0;
    struct ph_buffer out = {0};
    struct ph_error error;
    char *relations = test_relations();
    struct ph_buffer body = {0};
    ph_buffer_printf(&body, "<w:body>%s</w:body>", parts->body);
    test_add_part(list, &count, "word/document.xml", "document", ph_buffer_text(&body));
    test_add_part(list, &count, "word/styles.xml", "styles", parts->styles);
    test_add_part(list, &count, "word/numbering.xml", "numbering", parts->numbering);
    test_add_part(list, &count, "word/footnotes.xml", "footnotes", parts->footnotes);
    test_add_part(list, &count, "word/endnotes.xml", "endnotes", parts->endnotes);
    test_add_part(list, &count, "word/header.xml", "hdr", parts->header);
    size_t made = count;
    list[count++] = (struct ph_zip_part){"_rels/.rels", root, sizeof root - 1};
    list[count++] =
        (struct ph_zip_part){"word/_rels/document.xml.rels", relations, strlen(relations)};
    cr_assert_eq(ph_zip_write(list, count, &out, &error), PH_OK, "%s", error.message);
    for (size_t i = 0; i < made; i++)
        free((char *)list[i].bytes);
    free(relations);
    ph_buffer_free(&body);
    return out;
}

/* A part of a package; caller frees. */
static inline char *test_part_of(const struct ph_buffer *package, const char *name)
{
    struct ph_zip *zip;
    struct ph_error error;
    struct ph_buffer out = {0};
    cr_assert_eq(ph_zip_open("made", package->data, package->length, &zip, &error), PH_OK);
    cr_assert_eq(ph_zip_read(zip, name, &out, &error), PH_OK, "%s", error.message);
    ph_zip_close(zip);
    return ph_buffer_take(&out);
}

/* The body of a package is that one, byte for byte. */
static inline void test_expect_body(const struct ph_buffer *package, const char *wanted)
{
    char *part = test_part_of(package, "word/document.xml");
    struct ph_buffer whole = {0};
    ph_buffer_printf(&whole, "<w:body>%s</w:body>", wanted);
    char *expected = test_xml("document", whole.data);
    cr_expect_str_eq(part, expected);
    free(expected);
    free(part);
    ph_buffer_free(&whole);
}

static inline struct ph_document *test_read_parts(const struct test_parts *parts)
{
    struct ph_buffer package = test_package(parts);
    struct ph_document *document = test_read_bytes(package.data, package.length);
    ph_buffer_free(&package);
    return document;
}

static inline struct ph_document *test_read_body(const char *body)
{
    return test_read_parts(&(struct test_parts){.body = body});
}

#endif
