#include <string.h>

#include "write/docx/docx.h"

static void add_char(xmlNode *parent, const xmlNode *properties, const char *type)
{
    xmlNode *run = ph_docx_add_run(parent, properties);
    ph_docx_set(ph_docx_add(run, "fldChar"), "fldCharType", type);
}

static void add_content(xmlNode *parent, const xmlNode *properties, const char *element,
                        const char *content)
{
    xmlNode *text = ph_docx_add(ph_docx_add_run(parent, properties), element);
    xmlNodeSetSpacePreserve(text, 1);
    ph_docx_add_text(text, content, strlen(content));
}

void ph_docx_add_field(struct ph_docx *docx, xmlNode *parent, const char *instruction,
                       const char *shown, const char *look, bool deleted)
{
    const xmlNode *properties = ph_docx_run_look(docx, look);
    add_char(parent, properties, "begin");
    add_content(parent, properties, deleted ? "delInstrText" : "instrText", instruction);
    add_char(parent, properties, "separate");
    add_content(parent, properties, deleted ? "delText" : "t", shown);
    add_char(parent, properties, "end");
}
