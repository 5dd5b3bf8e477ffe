/* {name} in a pattern stands for the pattern that the lexicon defines by that name. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xml.h"
#include "un/lexicon_inside.h"

enum { PATTERN_LIMIT = 20000, DEFINITION_DEPTH = 8 };

static const char *definition(const struct ph_lexicon *lexicon, const char *name, size_t n)
{
    for (size_t i = 0; i < lexicon->definitions.count; i++) {
        const struct ph_definition *one = &lexicon->definitions.items[i];
        if (strlen(one->name) == n && !memcmp(one->name, name, n))
            return one->pattern;
    }
    return NULL;
}

/* The length of the name in "{name}" at `c`: small letters and hyphens, so that \p{Lu}, \x{2013}
 * and {1,3} are left alone; 0 when there is none. */
static size_t name_length(const char *c)
{
    size_t n = 0;
    while ((c[1 + n] >= 'a' && c[1 + n] <= 'z') || (n && c[1 + n] == '-'))
        n++;
    return c[0] == '{' && c[1 + n] == '}' ? n : 0;
}

/* One round of replacing {name} by definitions; how many were replaced, -1 when one is missing. */
static int expand_once(const struct ph_lexicon *lexicon, const char *pattern, struct ph_buffer *out)
{
    int replaced = 0;
    for (const char *c = pattern; *c; c++) {
        size_t n = name_length(c);
        const char *found = n ? definition(lexicon, c + 1, n) : NULL;
        if (n && !found)
            return -1;
        if (!found) {
            size_t plain = 1 + strcspn(c + 1, "{");
            ph_buffer_add(out, c, plain);
            c += plain - 1;
            continue;
        }
        ph_buffer_printf(out, "(?:%s)", found);
        c += n + 1;
        replaced++;
    }
    return replaced;
}

const char *ph_lexicon_definition(const struct ph_lexicon *lexicon, const char *name)
{
    return definition(lexicon, name, strlen(name));
}

char *ph_lexicon_expand(const struct ph_lexicon *lexicon, const char *pattern)
{
    char *made = ph_copy(pattern);
    if (!strchr(made, '{'))
        return made;
    for (int depth = 0; depth <= DEFINITION_DEPTH && strlen(made) <= PATTERN_LIMIT; depth++) {
        struct ph_buffer out = {0};
        int replaced = expand_once(lexicon, made, &out);
        free(made);
        made = ph_buffer_take(&out);
        if (replaced == 0)
            return made;
        if (replaced < 0)
            break;
    }
    free(made);
    return NULL;
}

char *ph_lexicon_pattern(const struct ph_lexicon_load *load, const xmlNode *element)
{
    char *text = ph_xml_content(element), *pattern = ph_lexicon_expand(load->lexicon, text);
    free(text);
    if (!pattern)
        ph_lexicon_wrong(load, element,
                         "the pattern uses a {name} that is not defined, or that uses itself");
    return pattern;
}

enum ph_status ph_lexicon_load_definitions(struct ph_lexicon_load *load)
{
    struct ph_lexicon *lexicon = load->lexicon;
    for (const xmlNode *d = ph_xml_first(load->root, "define"); d; d = ph_xml_next(d, "define")) {
        const char *name = ph_xml_attribute(d, "name");
        if (!name)
            return ph_lexicon_wrong(load, d, "a definition needs a name");
        char *text = ph_xml_content(d);
        *PH_LIST_ADD(lexicon->definitions) = (struct ph_definition){
            ph_arena_copy(lexicon->arena, name), ph_arena_copy(lexicon->arena, text)};
        free(text);
    }
    return PH_OK;
}
