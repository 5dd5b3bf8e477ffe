/* Attributes that have one of a few values: values.def. */
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

static const struct values {
    const char *element, *attribute, *known;
} values[] = {
#define PH_VALUES(element, attribute, known) {element, attribute, known},
#include "word/verify/values.def"
#undef PH_VALUES
};
enum { COUNT = sizeof values / sizeof *values };

static int by_element(const void *key, const void *row)
{
    return strcmp(key, ((const struct values *)row)->element);
}

static bool is_word_of(const char *list, const char *word)
{
    size_t length = strlen(word);
    if (!length || strchr(word, ' '))
        return false;
    for (const char *at = list; (at = strstr(at, word)); at++)
        if ((at == list || at[-1] == ' ') && (!at[length] || at[length] == ' '))
            return true;
    return false;
}

void ph_verify_values(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *name = (const char *)element->name;
    const struct values *row =
        element->properties ? bsearch(name, values, COUNT, sizeof *values, by_element) : NULL;
    while (row && row > values && !strcmp(row[-1].element, name))
        row--;
    for (; row && row < values + COUNT && !strcmp(row->element, name); row++) {
        const char *value = ph_xml_attribute(element, row->attribute);
        if (value && !is_word_of(row->known, value))
            ph_verify_fault(verifier, VALUE, "w:%s=“%s” of w:%s", row->attribute, value, name);
    }
}
