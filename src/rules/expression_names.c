#include "rules/expression_names.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rules/patterns.h"
#include "rules/rule.h"

enum { LONGEST_NAME = 80 };

struct reader {
    xmlXPathContext *context;
    const struct ph_xpath_world *world;
    const char *where, *at;
    struct ph_error *error;
};

static bool is_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_inside(char c)
{
    return is_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static const char *behind_spaces(const char *c)
{
    return c + strspn(c, " \t\r\n");
}

/* One part of a name; what is too long for any is cut. */
static void read_part(struct reader *reader, char *part)
{
    size_t length = 0;
    for (; is_inside(*reader->at); reader->at++)
        if (length + 1 < LONGEST_NAME)
            part[length++] = *reader->at;
    part[length] = '\0';
}

static enum ph_status refuse_variable(const struct reader *reader, const char *name)
{
    return ph_fail(reader->error, PH_FORMAT,
                   "%s: there is no variable $%s: no <let> before it and no group of the pattern "
                   "has that name",
                   reader->where, name);
}

static enum ph_status read_variable(struct reader *reader)
{
    char name[LONGEST_NAME];
    reader->at = behind_spaces(reader->at + 1);
    read_part(reader, name);
    const struct ph_xpath_names *names = reader->world->names;
    return names->has_variable(names->data, name) ? PH_OK : refuse_variable(reader, name);
}

/* Words of XPath's own that stand before a bracket. */
static bool is_node_test(const char *name)
{
    static const char *const tests[] = {"node", "text", "comment", "processing-instruction",
                                        "and",  "or",   "div",     "mod"};
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        if (!strcmp(tests[i], name))
            return true;
    return false;
}

static enum ph_status look_up(const struct reader *reader, const char *prefix, const char *name)
{
    const xmlChar *space =
        *prefix ? xmlXPathNsLookup(reader->context, (const xmlChar *)prefix) : NULL;
    if (*prefix && !space)
        return ph_fail(reader->error, PH_FORMAT, "%s: there is no prefix '%s', only ph and akn",
                       reader->where, prefix);
    if ((!*prefix && is_node_test(name)) ||
        xmlXPathFunctionLookupNS(reader->context, (const xmlChar *)name, space))
        return PH_OK;
    const char *near = ph_xpath_nearest(name);
    return ph_fail(reader->error, PH_FORMAT, "%s: there is no function %s%s%s()%s%s%s",
                   reader->where, prefix, *prefix ? ":" : "", name, near ? "; is ph:" : "",
                   near ? near : "", near ? "() meant?" : "");
}

/* A pattern that stands in quotes as what a function is given second. */
static enum ph_status try_pattern(const struct reader *reader, const char *text, size_t length)
{
    char *pattern = ph_copy_n(text, length);
    const struct ph_xpath_world *world = reader->world;
    enum ph_status status = PH_OK;
    if (world->patterns && !ph_patterns_get(world->patterns, pattern, true))
        status = ph_fail(reader->error, PH_FORMAT, "%s: %s: %.200s", reader->where,
                         ph_patterns_fault(world->patterns, pattern), pattern);
    free(pattern);
    return status;
}

static bool takes_pattern(const char *name)
{
    static const char *const names[] = {"matches", "find", "replace", "run-position"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

/* The second of what stands in brackets, where it is words in quotes and no more; `c`: behind the
 * bracket that opens. */
static const char *second_in_quotes(const char *c, size_t *length)
{
    for (int depth = 0; *c && (depth || *c != ','); c++) {
        depth += *c == '(' || *c == '[' ? 1 : *c == ')' || *c == ']' ? -1 : 0;
        if (depth < 0)
            return NULL;
        if (*c == '\'' || *c == '"')
            c = strchr(c + 1, *c);
    }
    c = *c ? behind_spaces(c + 1) : c;
    if (*c != '\'' && *c != '"')
        return NULL;
    *length = strcspn(c + 1, *c == '"' ? "\"" : "'");
    const char next = *behind_spaces(c + 1 + *length + 1);
    return next == ',' || next == ')' ? c + 1 : NULL;
}

/* A name: of an element, an axis, or, before a bracket, of a function. */
static enum ph_status read_name(struct reader *reader)
{
    char first[LONGEST_NAME], second[LONGEST_NAME] = "";
    size_t length = 0;
    read_part(reader, first);
    bool has_prefix = reader->at[0] == ':' && is_start(reader->at[1]);
    if (has_prefix) {
        reader->at++;
        read_part(reader, second);
    }
    const char *bracket = behind_spaces(reader->at);
    if (*bracket != '(')
        return PH_OK;
    const char *name = has_prefix ? second : first;
    enum ph_status status = look_up(reader, has_prefix ? first : "", name);
    const char *pattern = status == PH_OK && has_prefix && takes_pattern(name)
                              ? second_in_quotes(bracket + 1, &length)
                              : NULL;
    return pattern ? try_pattern(reader, pattern, length) : status;
}

enum ph_status ph_xpath_names(xmlXPathContext *context, const struct ph_xpath_world *world,
                              const char *expression, const char *where, struct ph_error *error)
{
    struct reader reader = {context, world, where, expression, error};
    enum ph_status status = PH_OK;
    while (*reader.at && status == PH_OK) {
        const char c = *reader.at;
        if (c == '\'' || c == '"')
            reader.at = strchr(reader.at + 1, c) + 1; /* it is closed, or it were not compiled */
        else if (c == '$')
            status = read_variable(&reader);
        else if (is_start(c))
            status = read_name(&reader);
        else if (c >= '0' && c <= '9')
            reader.at += strspn(reader.at, "0123456789.");
        else
            reader.at++;
    }
    return status;
}
