#include "read/docx/fields.h"

#include <string.h>
#include <strings.h>

#include "base/xml.h"

/* Fields that show where a page is. */
static const char *const page_numbers[] = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"};

/* The next word of an instruction, quotation marks taken off. */
static const char *next_word(const char **at, size_t *length)
{
    *at += strspn(*at, " \t\r\n");
    bool quoted = **at == '"';
    const char *word = *at + quoted;
    *length = strcspn(word, quoted ? "\"" : " \t\r\n\\");
    *at = word + *length + (quoted && word[*length] == '"');
    return word;
}

static bool is_word(const char *word, size_t length, const char *wanted)
{
    return strlen(wanted) == length && !strncasecmp(word, wanted, length);
}

enum ph_wml_field_kind ph_wml_field_kind(const char *instruction, const char **bookmark,
                                         size_t *length)
{
    const char *word = next_word(&instruction, length);
    for (size_t i = 0; i < sizeof page_numbers / sizeof *page_numbers; i++)
        if (is_word(word, *length, page_numbers[i]))
            return PH_WML_PAGE_NUMBER;
    if (!is_word(word, *length, "NOTEREF"))
        return PH_WML_ORDINARY;
    *bookmark = next_word(&instruction, length);
    return PH_WML_REFERENCE;
}

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
