/* Where the paragraphs come from, as a table behind the document. */
#include <string.h>

#include "base/xml.h"
#include "write/docx/docx.h"
#include "write/parts.h"
#include "write/source_table.h"

static void add_paragraph(struct ph_docx *docx, xmlNode *parent, const char *look, const char *text,
                          const xmlNode *properties)
{
    xmlNode *paragraph = ph_docx_add_paragraph(docx, parent, look, NULL);
    ph_docx_add_typed(docx, paragraph, PH_DOCX_KEPT, text, properties);
}

/* A cell as wide as the `column`th of the table's grid. */
static void add_cell(struct ph_docx *docx, xmlNode *table, xmlNode *row, int column,
                     const char *text)
{
    const xmlNode *width = ph_xml_first(ph_xml_first(table, "tblGrid"), "gridCol");
    while (column-- > 0)
        width = ph_xml_next(width, "gridCol");
    xmlNode *cell = ph_docx_add(row, "tc");
    xmlNode *size = ph_docx_add(ph_docx_add(cell, "tcPr"), "tcW");
    ph_docx_set(size, "w", ph_xml_attribute(width, "w"));
    ph_docx_set(size, "type", "dxa");
    add_paragraph(docx, cell, "cell", text, NULL);
}

void ph_docx_add_source_table(struct ph_docx *docx, xmlNode *body)
{
    const struct ph_node *node = ph_next_sourced(docx->document, NULL);
    struct ph_buffer source = {0};
    char label[160];
    if (!docx->options->source_table || !node)
        return;
    add_paragraph(docx, body, "table-heading", PH_SOURCE_TABLE_HEADING,
                  ph_docx_run_look(docx, "bold"));
    xmlNode *table = ph_docx_add_copy(body, ph_docx_table_look(docx, "sources"));
    for (; node; node = ph_next_sourced(docx->document, node)) {
        xmlNode *row = ph_docx_add(table, "tr");
        ph_buffer_clear(&source);
        ph_put_origin(node, &source);
        add_cell(docx, table, row, 0, ph_label(node, label, sizeof label));
        add_cell(docx, table, row, 1, ph_buffer_text(&source));
    }
    ph_docx_add_paragraph(docx, body, "cell", NULL); /* Word wants one behind a table */
    ph_buffer_free(&source);
}
