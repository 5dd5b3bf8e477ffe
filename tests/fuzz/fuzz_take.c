/* The parts of a Word document in one XML file, whatever revisions are in them: accepted or
 * rejected they end in a package that can be read and holds no revision, or in an error with a
 * message. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/xml.h"
#include "word/opc.h"
#include "word/take/part.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    abort();
}

static void expect_none(xmlNode *root)
{
    const struct ph_take_part part = {.root = root, .end = ph_xml_step(root, true)};
    for (xmlNode *element = root; (element = ph_take_step(&part, element, false));) {
        enum ph_take_kind kind = ph_take_kind_of(element);
        if (kind != PH_TAKE_PLAIN && kind != PH_TAKE_WORDS && kind != PH_TAKE_MARKER)
            fail((const char *)element->name);
    }
}

/* The document, and the notes, which are looked for in the same way as all other parts. */
static void expect_taken(const struct ph_buffer *out)
{
    struct ph_opc *opc;
    struct ph_error error;
    struct ph_opc_relations relations;
    const char *document;
    bool several;
    xmlNode *root = NULL;
    if (ph_opc_open_flat("taken", ph_buffer_text(out), out->length, &opc, &error) != PH_OK ||
        ph_opc_document(opc, &document, &root, &several, &error) != PH_OK)
        fail(error.message);
    expect_none(root);
    if (ph_opc_relate(opc, document, &relations, &error) != PH_OK)
        fail(error.message);
    const struct ph_opc_relation *notes = ph_opc_next(&relations, NULL, "footnotes");
    if (notes && ph_opc_root(opc, notes->target, &root, &error) == PH_OK)
        expect_none(root);
    ph_opc_close(opc);
}

static void take(const uint8_t *bytes, size_t length, bool accept, size_t author_count)
{
    static const char *const authors[] = {"A"};
    const struct ph_take_order order = {accept, authors, author_count};
    struct ph_take_report report;
    struct ph_error error = {PH_OK, ""};
    struct ph_buffer out = {0};
    enum ph_status status = ph_take_package("fuzz", bytes, length, &order, &out, &report, &error);
    if (status == PH_OK && author_count == 0)
        expect_taken(&out);
    else if (status != PH_OK && !error.message[0])
        fail("an error without a message");
    ph_take_report_free(&report);
    ph_buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length >= 2 && bytes[0] == 'P' && bytes[1] == 'K')
        return 0; /* packed: fuzz_zip */
    for (int accept = 0; accept < 2; accept++)
        for (size_t authors = 0; authors < 2; authors++)
            take(bytes, length, accept, authors);
    return 0;
}
