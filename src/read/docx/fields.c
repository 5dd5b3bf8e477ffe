#include "read/docx/fields.h"

#include <string.h>

#include "base/xml.h"

static struct ph_wml_field *innermost(struct ph_wml_fields *fields)
{
    return fields->depth && fields->depth <= PH_WML_FIELD_DEPTH ? &fields->open[fields->depth - 1]
                                                                : NULL;
}

bool ph_wml_field_step(struct ph_wml_fields *fields, const xmlNode *element)
{
    const char *type = ph_xml_attribute(element, "fldCharType");
    if (!type)
        return false;
    if (!strcmp(type, "begin")) {
        fields->depth++;
        ph_buffer_clear(&fields->instruction);
        if (innermost(fields))
            *innermost(fields) = (struct ph_wml_field){false, false};
    } else if (!strcmp(type, "end")) {
        fields->depth -= fields->depth > 0;
    } else if (!strcmp(type, "separate") && innermost(fields)) {
        innermost(fields)->shown = true;
        return true;
    }
    return false;
}

void ph_wml_add_instruction(struct ph_wml_fields *fields, const char *text)
{
    if (fields->instruction.length < PH_WML_INSTRUCTION_LENGTH)
        ph_buffer_put(&fields->instruction, text);
}

void ph_wml_silence(struct ph_wml_fields *fields)
{
    if (innermost(fields))
        innermost(fields)->silent = true;
}

bool ph_wml_is_silent(const struct ph_wml_fields *fields)
{
    size_t depth = fields->depth < PH_WML_FIELD_DEPTH ? fields->depth : PH_WML_FIELD_DEPTH;
    for (size_t i = 0; i < depth; i++)
        if (!fields->open[i].shown || fields->open[i].silent)
            return true;
    return false;
}

void ph_wml_end_instructions(struct ph_wml_fields *fields)
{
    while (innermost(fields) && !innermost(fields)->shown)
        fields->depth--;
}
