#include "base/regex_needs.h"

#include <ctype.h>
#include <string.h>

enum { ANY_DIGIT = 0 };

static void add(struct ph_bytes *bytes, unsigned char byte)
{
    bytes->bits[byte / 64] |= UINT64_C(1) << byte % 64;
}

struct ph_bytes ph_bytes_of(const char *text, size_t length)
{
    struct ph_bytes bytes = {0};
    for (size_t i = 0; i < length; i++)
        add(&bytes, (unsigned char)text[i]);
    if (bytes.bits[0] >> '0' & 0x3FF)
        add(&bytes, ANY_DIGIT);
    return bytes;
}

/* ---- patterns ---- */

/* Behind "\x{...}", "\p{...}", "\k<...>" or a simple escape. */
static const char *over_escape(const char *c)
{
    const char *end = c + 1 + (c[1] != '\0');
    const char closing = *end == '{' ? '}' : *end == '<' ? '>' : '\0';
    const char *closed = closing && strchr("xopPkgN", c[1]) ? strchr(end, closing) : NULL;
    return closed ? closed + 1 : end;
}

/* Behind the bracket that closes a class; a bracket that comes first is one of its characters. */
static const char *over_class(const char *c)
{
    c += c[1] == '^' ? 2 : 1;
    c += *c == ']';
    while (*c && *c != ']')
        c = *c == '\\' ? over_escape(c) : c + 1;
    return c + (*c != '\0');
}

/* Behind the bracket that closes a group, whatever stands in it. */
static const char *over_group(const char *c)
{
    int depth = 0;
    while (*c) {
        if (*c == '\\') {
            c = over_escape(c);
        } else if (*c == '[') {
            c = over_class(c);
        } else {
            depth += *c == '(' ? 1 : *c == ')' ? -1 : 0;
            c++;
            if (depth == 0)
                break;
        }
    }
    return c;
}

/* Options, verbs and quoting change how the rest is read: "(?i)", "(*ACCEPT)", "\Q". */
static bool is_plain(const char *pattern)
{
    for (const char *c = pattern; *c; c++) {
        if (c[0] == '\\' && (c[1] == 'Q' || c[1] == 'E'))
            return false;
        if (c[0] == '(' && (c[1] == '*' || (c[1] == '?' && (isalpha((unsigned char)c[2]) ||
                                                            strchr("^-|#", c[2])))))
            return false;
        c += c[0] == '\\' && c[1];
    }
    return true;
}

/* The byte that an escape stands for: itself where it is punctuation, any digit for \d; else -1. */
static int escaped(const char *c)
{
    return c[1] == 'd' ? ANY_DIGIT : ispunct((unsigned char)c[1]) ? (unsigned char)c[1] : -1;
}

/* One item of a pattern: the byte that it is (-1: not one), and where the next starts. */
static int read_item(const char *c, const char **next)
{
    if (*c == '\\') {
        *next = over_escape(c);
        return escaped(c);
    }
    *next = *c == '(' ? over_group(c) : *c == '[' ? over_class(c) : c + 1;
    return strchr("([.^$?*+{}|)", *c) ? -1 : (unsigned char)*c;
}

static bool is_optional(const char *quantifier)
{
    return *quantifier == '?' || *quantifier == '*' ||
           (*quantifier == '{' && (quantifier[1] == '0' || quantifier[1] == ','));
}

/* Where the words of a group start that must all be there, or NULL: a negative assertion. */
static const char *inside_of(const char *group)
{
    static const char *const signs[] = {"(?:", "(?=", "(?<=", "(?>"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!strncmp(group, signs[i], strlen(signs[i])))
            return group + strlen(signs[i]);
    if (group[1] != '?')
        return group + 1;
    const char *name = group[2] == '<' && group[3] != '!' ? strchr(group, '>') : NULL;
    return name ? name + 1 : NULL;
}

/* A group within groups that is too deep for us is one of which nothing is known. */
enum { DEEPEST = 8 };

static struct ph_bytes needs_of(const char *c, const char *end, int depth)
{
    const struct ph_bytes nothing = {0};
    struct ph_bytes needed = {0};
    for (const char *next; c < end; c = next) {
        int byte = read_item(c, &next);
        if (*c == '|')
            return nothing;
        while ((*next & 0xC0) == 0x80) /* the rest of a character of several bytes */
            next++;
        const char *inside = *c == '(' && depth < DEEPEST ? inside_of(c) : NULL;
        if (byte >= 0 && !is_optional(next))
            add(&needed, (unsigned char)byte);
        if (inside && inside < next && !is_optional(next)) {
            struct ph_bytes more = needs_of(inside, next - 1, depth + 1);
            for (int i = 0; i < 4; i++)
                needed.bits[i] |= more.bits[i];
        }
        if (*next == '{')
            next = strchr(next, '}') ? strchr(next, '}') + 1 : next + 1;
    }
    return needed;
}

struct ph_bytes ph_regex_needs(const char *pattern)
{
    const struct ph_bytes nothing = {0};
    return is_plain(pattern) ? needs_of(pattern, pattern + strlen(pattern), 0) : nothing;
}
