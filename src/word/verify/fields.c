/* Fields (ECMA-376 part 1, 17.16.18): begin, separate, end; they nest, and end in their story. */
#include <string.h>

#include "word/verify/inside.h"

static bool is_gone(struct ph_verifier *verifier)
{
    const struct ph_verify_level *level = ph_verify_level(verifier);
    return level->deleted || level->moved_from;
}

static void begin_field(struct ph_verifier *verifier)
{
    verifier->fields = ph_grow(verifier->fields, verifier->field_count, &verifier->field_capacity,
                               sizeof *verifier->fields);
    verifier->fields[verifier->field_count++] =
        (struct ph_verify_field){verifier->paragraph, is_gone(verifier), false};
}

/* The field that is open in this story, with what keeps its parts together; NULL: none. */
static struct ph_verify_field *open_field(struct ph_verifier *verifier, const char *type)
{
    if (verifier->field_count == ph_verify_level(verifier)->fields) {
        ph_verify_fault(verifier, FIELD_UNBALANCED, "%s without begin", type);
        return NULL;
    }
    struct ph_verify_field *field = &verifier->fields[verifier->field_count - 1];
    if (field->gone != is_gone(verifier)) {
        ph_verify_fault(verifier, FIELD_TORN, "%s is %s, begin is %s", type,
                        field->gone ? "kept" : "deleted", field->gone ? "deleted" : "kept");
        field->gone = is_gone(verifier); /* once is enough */
    }
    return field;
}

static void separate_field(struct ph_verifier *verifier)
{
    struct ph_verify_field *field = open_field(verifier, "separate");
    if (field && field->separated)
        ph_verify_fault(verifier, FIELD_UNBALANCED, "separate twice");
    if (field)
        field->separated = true;
}

void ph_verify_field(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *type = ph_xml_attribute(element, "fldCharType");
    if (!type)
        ph_verify_fault(verifier, VALUE, "w:fldChar without w:fldCharType");
    else if (!strcmp(type, "begin"))
        begin_field(verifier);
    else if (!strcmp(type, "separate"))
        separate_field(verifier);
    else if (!strcmp(type, "end") && open_field(verifier, type))
        verifier->field_count--;
}

void ph_verify_begin_story(struct ph_verifier *verifier)
{
    struct ph_verify_level *level = ph_verify_level(verifier);
    level->story = true;
    level->fields = verifier->field_count;
}

void ph_verify_end_story(struct ph_verifier *verifier, const struct ph_verify_level *level)
{
    size_t here = verifier->paragraph;
    for (; verifier->field_count > level->fields; verifier->field_count--) {
        verifier->paragraph = verifier->fields[verifier->field_count - 1].paragraph;
        ph_verify_fault(verifier, FIELD_UNBALANCED, "begin without end");
    }
    verifier->paragraph = here;
}
