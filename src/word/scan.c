#include "word/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *find(const char *from, const char *end, const char *wanted)
{
    const size_t length = strlen(wanted);
    while ((size_t)(end - from) >= length) {
        const char *at = memchr(from, wanted[0], (size_t)(end - from) - length + 1);
        if (!at)
            return NULL;
        if (!memcmp(at, wanted, length))
            return at;
        from = at + 1;
    }
    return NULL;
}

/* ---- prefixes ---- */

static enum ph_scan_space space_of(const char *uri, size_t length)
{
    static const struct {
        const char *uri;
        enum ph_scan_space space;
    } known[] = {
        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", PH_SCAN_WORD},
        {"http://purl.oclc.org/ooxml/wordprocessingml/main", PH_SCAN_WORD},
        {"http://schemas.openxmlformats.org/officeDocument/2006/math", PH_SCAN_FORMULA},
        {"http://purl.oclc.org/ooxml/officeDocument/math", PH_SCAN_FORMULA},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i].uri) == length && !memcmp(known[i].uri, uri, length))
            return known[i].space;
    return PH_SCAN_OTHER;
}

static enum ph_scan_space space_for(const struct ph_scan *scan, const char *prefix, size_t length,
                                    bool *known)
{
    for (size_t i = 0; i < scan->prefix_count; i++)
        if (scan->prefixes[i].length == length && !memcmp(scan->prefixes[i].name, prefix, length)) {
            *known = true;
            return scan->prefixes[i].space;
        }
    *known = false;
    return PH_SCAN_OTHER;
}

/* A declaration xmlns="..." or xmlns:w="..." at `at`. False: the prefix has another meaning
 * already, or WordprocessingML has none at the root, or there are too many. */
static bool declare(struct ph_scan *scan, const char *at, const char *end, bool root)
{
    const char *prefix = at + strlen("xmlns");
    prefix += prefix < end && *prefix == ':';
    const char *value = prefix;
    while (value < end && !is_blank(*value) && !strchr("=\"'<>", *value))
        value++;
    size_t length = (size_t)(value - prefix);
    while (value < end && is_blank(*value))
        value++;
    const bool equals = value < end && *value == '=';
    for (value += equals; value < end && is_blank(*value);)
        value++;
    const char *stop = equals && value < end && (*value == '"' || *value == '\'')
                           ? memchr(value + 1, *value, (size_t)(end - value - 1))
                           : NULL;
    if (!stop || (length && prefix[-1] != ':'))
        return true;
    bool known;
    enum ph_scan_space space = space_of(value + 1, (size_t)(stop - value - 1));
    enum ph_scan_space before = space_for(scan, prefix, length, &known);
    if (known)
        return before == space;
    if (space == PH_SCAN_WORD && !root)
        return false;
    if (scan->prefix_count == PH_SCAN_PREFIXES)
        return space == PH_SCAN_OTHER;
    scan->prefixes[scan->prefix_count++] = (struct ph_scan_prefix){prefix, length, space};
    return true;
}

static bool is_utf8(const struct ph_scan *scan)
{
    static const char word[] = "encoding";
    const char *end = scan->length > 5 && !memcmp(scan->bytes, "<?xml", 5)
                          ? find(scan->bytes, scan->bytes + scan->length, "?>")
                          : NULL;
    if (scan->length < 2 || memchr(scan->bytes, '\0', scan->length))
        return false;
    const char *at = end ? find(scan->bytes, end, word) : NULL;
    if (!at)
        return true;
    at += strlen(word);
    at += strspn(at, " \t\r\n=\"'");
    return !strncasecmp(at, "utf-8", 5) || !strncasecmp(at, "us-ascii", 8);
}

const char *ph_scan_own_prefix(const struct ph_scan *scan, char *out, size_t size)
{
    snprintf(out, size, "w:");
    for (size_t i = 0; i < scan->prefix_count; i++) {
        const struct ph_scan_prefix *prefix = &scan->prefixes[i];
        if (prefix->space != PH_SCAN_WORD)
            continue;
        snprintf(out, size, "%.*s%s", (int)prefix->length, prefix->name, prefix->length ? ":" : "");
        break;
    }
    return out;
}

struct ph_scan ph_scan_within(const struct ph_scan *scan, size_t from, size_t to)
{
    struct ph_scan within = *scan;
    within.at = from;
    within.length = to < scan->length ? to : scan->length;
    return within;
}

/* ---- tokens ---- */

/* Behind the '>' of a tag that begins at `at`; quoted values may hold one. */
static size_t end_of_tag(const struct ph_scan *scan, size_t at)
{
    char quote = 0;
    for (; at < scan->length; at++) {
        const char c = scan->bytes[at];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return scan->length;
}

static size_t end_of_aside(const struct ph_scan *scan, size_t at)
{
    const char *from = scan->bytes + at, *end = scan->bytes + scan->length;
    bool comment = scan->length - at >= 4 && !memcmp(from, "<!--", 4);
    const char *stop = comment ? find(from + 4, end, "-->") : NULL;
    if (comment)
        return stop ? at + (size_t)(stop - from) + 3 : scan->length;
    return end_of_tag(scan, at);
}

static void read_name(const struct ph_scan *scan, struct ph_scan_token *token, size_t at)
{
    const char *name = scan->bytes + at, *colon = NULL;
    size_t length = 0;
    for (; at + length < token->to; length++) {
        const char c = name[length];
        if (is_blank(c) || c == '/' || c == '>')
            break;
        if (c == ':' && !colon)
            colon = name + length;
    }
    size_t prefix = colon ? (size_t)(colon - name) : 0;
    bool known;
    token->space = space_for(scan, name, prefix, &known);
    token->name = colon ? colon + 1 : name;
    token->name_length = colon ? length - prefix - 1 : length;
}

static void read_tag(const struct ph_scan *scan, struct ph_scan_token *token)
{
    size_t at = token->from;
    bool close = at + 1 < scan->length && scan->bytes[at + 1] == '/';
    token->to = end_of_tag(scan, at);
    bool empty = token->to >= at + 3 && scan->bytes[token->to - 2] == '/';
    token->kind = close ? PH_SCAN_CLOSE : empty ? PH_SCAN_EMPTY : PH_SCAN_OPEN;
    read_name(scan, token, at + 1 + close);
}

bool ph_scan_step(struct ph_scan *scan, struct ph_scan_token *token)
{
    *token = (struct ph_scan_token){.from = scan->at, .to = scan->at, .name = ""};
    if (scan->at >= scan->length)
        return false;
    const char *from = scan->bytes + scan->at;
    if (*from != '<') {
        const char *tag = memchr(from, '<', scan->length - scan->at);
        token->kind = PH_SCAN_TEXT;
        token->to = tag ? (size_t)(tag - scan->bytes) : scan->length;
    } else if (scan->at + 1 < scan->length && (from[1] == '!' || from[1] == '?')) {
        token->kind = PH_SCAN_ASIDE;
        token->to = end_of_aside(scan, scan->at);
    } else {
        read_tag(scan, token);
    }
    scan->at = token->to;
    return true;
}

size_t ph_scan_over(struct ph_scan *scan, const struct ph_scan_token *token)
{
    struct ph_scan_token one;
    size_t depth = 1;
    scan->at = token->to;
    while (ph_scan_step(scan, &one)) {
        depth += one.kind == PH_SCAN_OPEN;
        if (one.kind == PH_SCAN_CLOSE && --depth == 0)
            return one.from;
    }
    return scan->length;
}

bool ph_scan_enter(const struct ph_scan *scan, size_t from, size_t to, struct ph_scan *inside)
{
    struct ph_scan_token token;
    *inside = ph_scan_within(scan, from, to);
    return from < to && ph_scan_step(inside, &token) && token.kind == PH_SCAN_OPEN;
}

bool ph_scan_child(struct ph_scan *inside, struct ph_scan_token *child, size_t *to)
{
    while (ph_scan_step(inside, child)) {
        if (child->kind == PH_SCAN_CLOSE)
            return false;
        if (child->kind != PH_SCAN_OPEN && child->kind != PH_SCAN_EMPTY)
            continue;
        if (child->kind == PH_SCAN_OPEN)
            ph_scan_over(inside, child);
        *to = inside->at;
        return true;
    }
    return false;
}

/* ---- the beginning ---- */

/* A prefix means the same in the whole part, or nothing is changed in it. */
static bool declare_all(const struct ph_scan *start, struct ph_scan *scan)
{
    struct ph_scan tags = *start;
    struct ph_scan_token token;
    size_t count = 0;
    while (ph_scan_step(&tags, &token)) {
        const char *end = scan->bytes + token.to;
        if (token.kind != PH_SCAN_OPEN && token.kind != PH_SCAN_EMPTY)
            continue;
        const bool root = count++ == 0;
        for (const char *at = token.name; (at = find(at, end, "xmlns")); at++)
            if (is_blank(at[-1]) && !declare(scan, at, end, root))
                return false;
    }
    return true;
}

enum ph_status ph_scan_start(struct ph_scan *scan, const char *name, const char *bytes,
                             size_t length, struct ph_error *error)
{
    *scan = (struct ph_scan){.bytes = bytes, .length = length};
    if (!is_utf8(scan))
        return ph_fail(error, PH_FORMAT, "%s: is not in UTF-8", name);
    if (find(bytes, bytes + length, "CDATA["))
        return ph_fail(error, PH_FORMAT, "%s: holds CDATA sections", name);
    if (!declare_all(&(struct ph_scan){.bytes = bytes, .length = length}, scan))
        return ph_fail(error, PH_FORMAT, "%s: has prefixes that do not mean the same everywhere",
                       name);
    return PH_OK;
}

/* ---- asking ---- */

bool ph_scan_named(const struct ph_scan_token *token, const char *name)
{
    return strlen(name) == token->name_length && !memcmp(token->name, name, token->name_length);
}

bool ph_scan_is(const struct ph_scan_token *token, const char *name)
{
    return token->space == PH_SCAN_WORD && ph_scan_named(token, name);
}

bool ph_scan_is_among(const struct ph_scan_token *token, const char *const *names)
{
    for (; *names; names++)
        if (ph_scan_is(token, *names))
            return true;
    return false;
}

/* The value behind an equals sign at `at`; NULL: there is none. */
static const char *value_at(const char *at, const char *end, size_t *length)
{
    while (at < end && (is_blank(*at) || *at == '='))
        at++;
    const char *stop = at < end && (*at == '"' || *at == '\'')
                           ? memchr(at + 1, *at, (size_t)(end - at - 1))
                           : NULL;
    *length = stop ? (size_t)(stop - at - 1) : 0;
    return stop ? at + 1 : NULL;
}

bool ph_scan_attribute(const struct ph_scan *scan, const struct ph_scan_token *token,
                       const char *name, const char **value, size_t *length)
{
    const char *at = token->name + token->name_length, *end = scan->bytes + token->to;
    const size_t wanted = strlen(name);
    while (at < end) {
        while (at < end && is_blank(*at))
            at++;
        const char *from = at;
        while (at < end && *at != '=' && *at != '>' && *at != '/' && !is_blank(*at)) {
            from = *at == ':' ? at + 1 : from;
            at++;
        }
        size_t found = (size_t)(at - from), size;
        const char *text = found ? value_at(at, end, &size) : NULL;
        if (!text)
            return false;
        if (found == wanted && !memcmp(from, name, wanted)) {
            *value = text;
            *length = size;
            return true;
        }
        at = text + size + 1;
    }
    return false;
}

long ph_scan_number(const struct ph_scan *scan, const struct ph_scan_token *token, const char *name)
{
    enum { MOST = 2147483647 };
    const char *value;
    size_t length, i = 0;
    long number = 0;
    if (!ph_scan_attribute(scan, token, name, &value, &length) || !length)
        return -1;
    for (; i < length && value[i] >= '0' && value[i] <= '9' && number <= MOST; i++)
        number = number * 10 + (value[i] - '0');
    return i == length && number <= MOST ? number : -1;
}
