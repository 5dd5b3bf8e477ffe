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
        const char *its = ph_lexicon_text(lexicon, one->name);
        if (strlen(its) == n && !memcmp(its, name, n))
            return ph_lexicon_text(lexicon, one->pattern);
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

enum ph_status ph_lexicon_add_pattern(struct ph_lexicon_load *load, const xmlNode *element,
                                      const char *prefix, const char *suffix, bool at_words,
                                      uint32_t *pattern)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *caseless = ph_xml_attribute(element, "caseless");
    char *text = ph_xml_content(element), *expanded = ph_lexicon_expand(lexicon, text);
    free(text);
    if (!expanded)
        return ph_lexicon_wrong(
            load, element, "the pattern uses a {name} that is not defined, or that uses itself");
    struct ph_buffer whole = {0};
    ph_buffer_printf(&whole, "%s%s%s", prefix, expanded, suffix);
    *PH_LIST_ADD(lexicon->patterns) =
        (struct ph_lexicon_pattern){.text = ph_lexicon_add_text(lexicon, ph_buffer_text(&whole)),
                                    .line = (uint32_t)ph_xml_line(element),
                                    .caseless = caseless && !strcmp(caseless, "yes"),
                                    .at_words = at_words};
    *pattern = (uint32_t)lexicon->patterns.count;
    ph_buffer_free(&whole);
    free(expanded);
    return PH_OK;
}

enum ph_status ph_lexicon_load_definitions(struct ph_lexicon_load *load)
{
    struct ph_lexicon *lexicon = load->lexicon;
    for (const xmlNode *d = ph_xml_first(load->root, "define"); d; d = ph_xml_next(d, "define")) {
        const char *name = ph_xml_attribute(d, "name");
        if (!name)
            return ph_lexicon_wrong(load, d, "a definition needs a name");
        *PH_LIST_ADD(lexicon->definitions) = (struct ph_definition){
            ph_lexicon_add_text(lexicon, name), ph_lexicon_add_content(lexicon, d)};
    }
    return PH_OK;
}
