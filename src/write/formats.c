/* The table of formats. */
#include <string.h>
#include <strings.h>

#include "write/write.h"

const struct ph_format ph_formats[] = {
#define PH_FORMAT_ROW(name, ending, writer, binary, word, what) {name, writer, what, binary, word},
#include "write/formats.def"
#undef PH_FORMAT_ROW
};

static const char *const endings[] = {
#define PH_FORMAT_ROW(name, ending, writer, binary, word, what) ending,
#include "write/formats.def"
#undef PH_FORMAT_ROW
};

const size_t ph_format_count = sizeof ph_formats / sizeof *ph_formats;

const struct ph_format *ph_format_find(const char *name)
{
    for (size_t i = 0; i < ph_format_count; i++)
        if (!strcmp(ph_formats[i].name, name))
            return &ph_formats[i];
    return NULL;
}

const struct ph_format *ph_format_of_file(const char *path)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < ph_format_count; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && !strcasecmp(path + length - ending, endings[i]))
            return &ph_formats[i];
    }
    return NULL;
}
