/* What the tests of changes put into Word files share: a case is the body of the old document and
 * that of the new one. */
#ifndef PH_TEST_IN_PLACE_H
#define PH_TEST_IN_PLACE_H

#include "doc/walk.h"
#include "docx_parts.h"
#include "penholder.h"

#define P(inside) "<w:p>" inside "</w:p>"
#define R(words) "<w:r><w:t>" words "</w:t></w:r>"
#define INS(id, inside) "<w:ins w:id=\"" id "\" w:author=\"penholder\">" inside "</w:ins>"
#define DEL(id, inside) "<w:del w:id=\"" id "\" w:author=\"penholder\">" inside "</w:del>"
#define NEW(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define GONE(words) "<w:r><w:delText xml:space=\"preserve\">" words "</w:delText></w:r>"
#define CUT(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define OPENING(words)                                                                             \
    "<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define ORGAN P(R("The General Assembly,"))
#define MARK(change, id) "<w:" change " w:id=\"" id "\" w:author=\"penholder\"/>"
#define START(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define END(id)                                                                                    \
    "<w:commentRangeEnd w:id=\"" id "\"/><w:r><w:commentReference w:id=\"" id "\"/></w:r>"
#define NO_RELATIONS "<Relationships xmlns=\"" TEST_REL "\"></Relationships>"
#define LAST P(R("Decides to remain seized of the matter."))

struct made {
    struct ph_work work;
    struct ph_buffer old, out;
    struct ph_changes changes;
    struct ph_error error;
    enum ph_status status;
};

/* A package of a body and, where they are given, comments; `relations` is the list of the main
 * part's relations, NULL: there is none. */
static inline struct ph_buffer package_of(const char *body, const char *comments,
                                          const char *relations)
{
    static const char root[] =
        "<Relationships xmlns=\"" TEST_REL "\"><Relationship Id=\"r\" Type=\"" TEST_R
        "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    static const char types[] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>";
    static const char extended[] = "<extended/>";
    struct ph_buffer whole = {0}, out = {0};
    struct ph_error error;
    ph_buffer_printf(&whole, "<w:body>%s</w:body>", body);
    char *document = test_xml("document", whole.data);
    struct ph_zip_part parts[6] = {{"[Content_Types].xml", types, sizeof types - 1},
                                   {"_rels/.rels", root, sizeof root - 1},
                                   {"word/document.xml", document, strlen(document)}};
    size_t count = 3;
    if (relations)
        parts[count++] =
            (struct ph_zip_part){"word/_rels/document.xml.rels", relations, strlen(relations)};
    if (comments) {
        parts[count++] = (struct ph_zip_part){"word/comments.xml", comments, strlen(comments)};
        parts[count++] =
            (struct ph_zip_part){"word/commentsExtended.xml", extended, sizeof extended - 1};
    }
    cr_assert_eq(ph_zip_write(parts, count, &out, &error), PH_OK);
    free(document);
    ph_buffer_free(&whole);
    return out;
}

static inline struct ph_document *read_made(const char *name, const struct ph_buffer *package,
                                            struct made *made)
{
    struct ph_document *document;
    cr_assert_eq(
        ph_read(name, package->data, package->length, made->work.lexicon, &document, &made->error),
        PH_OK);
    return document;
}

/* In these ways (PH_COMPARE_...); the old package becomes that of the case. With sources, each
 * paragraph of the new document says that it has none. */
static inline struct made put_with(unsigned ways, const struct ph_write_options *options,
                                   struct ph_buffer old, const struct test_parts *new_parts)
{
    struct made made = {.old = old};
    struct ph_buffer new = test_package(new_parts);
    struct ph_node *node = NULL;
    cr_assert_eq(ph_work_lexicon(&made.work, &made.error), PH_OK);
    struct ph_document *before = read_made("old.docx", &made.old, &made);
    struct ph_document *after = read_made("new", &new, &made);
    while (options->sources && (node = ph_next_text(after->root, node)))
        node->origin.how = PH_UNKNOWN;
    struct ph_put put = {
        .ways = ways, .package = &made.old, .before = before, .after = after, .options = options};
    made.status = ph_work_put_changes(&made.work, &put, &made.out, &made.error);
    made.changes = put.changes;
    ph_document_free(after);
    ph_document_free(before);
    ph_buffer_free(&new);
    return made;
}

static inline struct made put_in_package(unsigned ways, struct ph_buffer old,
                                         const struct test_parts *new_parts)
{
    return put_with(ways, &(struct ph_write_options){0}, old, new_parts);
}

static inline struct made put_in(unsigned ways, const struct test_parts *old,
                                 const struct test_parts *new)
{
    return put_in_package(ways, test_package(old), new);
}

static inline void forget(struct made *made)
{
    ph_work_free(&made->work);
    ph_buffer_free(&made->old);
    ph_buffer_free(&made->out);
}

/* The body that is made of two others is that one, byte for byte. */
static inline void expect_in(unsigned ways, const char *old, const char *new, const char *wanted)
{
    struct made made =
        put_in(ways, &(struct test_parts){.body = old}, &(struct test_parts){.body = new});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    test_expect_body(&made.out, wanted);
    forget(&made);
}

#endif
