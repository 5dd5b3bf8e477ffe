#include "base/regex_items.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/grams.h"
#include "base/utf8.h"

/* ---- where things end ---- */

static const char *over_character(const char *c)
{
    do
        c++;
    while ((*c & 0xC0) == 0x80);
    return c;
}

/* Behind the sign that closes what an escape has in braces or the like; NULL: it has none. */
static const char *over_braced(const char *c)
{
    const char *open = c[1] ? c + 2 : "";
    const char closing = *open == '{' && strchr("xopPkgN", c[1]) ? '}'
                         : *open == '<' && strchr("kg", c[1])    ? '>'
                         : *open == '\'' && strchr("kg", c[1])   ? '\''
                                                                 : '\0';
    const char *closed = closing ? strchr(open + 1, closing) : NULL;
    return closed ? closed + 1 : NULL;
}

/* Behind "\x{...}", "\pL", "\k<...>", "\12" or a simple escape. */
static const char *over_escape(const char *c)
{
    const char *end = over_braced(c);
    if (end || !c[1])
        return end ? end : c + 1;
    end = over_character(c + 1);
    if (c[1] == 'p' || c[1] == 'P')
        return *end ? over_character(end) : end;
    if (isdigit((unsigned char)c[1]) || c[1] == 'x' || c[1] == 'g')
        while (isxdigit((unsigned char)*end) || *end == '-' || *end == '+')
            end++;
    return end;
}

/* Behind "[:alpha:]"; NULL: a bracket stands there for itself, as in "[[:]". */
static const char *over_named(const char *c)
{
    if (c[0] != '[' || c[1] != ':')
        return NULL;
    for (c += 2; *c && *c != ']' && strncmp(c, "[:", 2) != 0; c++) {
        if (c[0] == ':' && c[1] == ']')
            return c + 2;
        c += c[0] == '\\' && (c[1] == ']' || c[1] == '\\');
    }
    return NULL;
}

/* Behind "[:alpha:]" inside a class, or behind its next character. */
const char *ph_regex_over_member(const char *c)
{
    const char *named = over_named(c);
    return named ? named : *c == '\\' ? over_escape(c) : c + 1;
}

/* Behind the bracket that closes a class; a bracket that comes first is one of its characters. */
const char *ph_regex_over_class(const char *c)
{
    c += c[1] == '^' ? 2 : 1;
    c += *c == ']';
    while (*c && *c != ']')
        c = ph_regex_over_member(c);
    return c + (*c != '\0');
}

/* Characters that are more than letters of a text where groups are told. */
static const bool is_sign[256] = {
    ['\0'] = true, ['\\'] = true, ['['] = true, ['('] = true, [')'] = true, ['#'] = true};

static const char *over_letters(const char *c)
{
    while (!is_sign[(unsigned char)*c])
        c++;
    return c;
}

/* Behind the bracket that closes a group, whatever stands in it. */
static const char *over_group(const char *c, bool extended)
{
    int depth = 0;
    while (*(c = over_letters(c))) {
        if (*c == '\\') {
            c = over_escape(c);
        } else if (*c == '[') {
            c = ph_regex_over_class(c);
        } else if (*c == '#') {
            c += extended ? strcspn(c, "\n") : 1;
        } else {
            depth += *c == '(' ? 1 : *c == ')' ? -1 : 0;
            c++;
            if (depth == 0)
                break;
        }
    }
    return c;
}

/* Behind the letters of "(?i)" and "(?i:"; NULL: they are none, or of another meaning. */
static const char *over_options(const char *c)
{
    size_t length = strspn(c + 2, "isn-");
    const char *end = c + 2 + length;
    return length && (*end == ')' || *end == ':') ? end : NULL;
}

bool ph_regex_is_plain(struct ph_regex_reader *reader)
{
    for (const char *c = over_letters(reader->at); *c; c = over_letters(c + 1)) {
        bool group = c[0] == '(' && c[1] == '?';
        const char *options = group ? over_options(c) : NULL;
        if (c[0] == '\\' && strchr("QEc", c[1]))
            return false;
        if ((c[0] == '(' && c[1] == '*') ||
            (group && !options && (isalpha((unsigned char)c[2]) || strchr("^-#", c[2]))))
            return false;
        for (const char *option = c; options && option < options; option++)
            reader->caseless |= *option == 'i';
        c += c[0] == '\\' && c[1];
    }
    return true;
}

/* ---- characters ---- */

static void set_character(struct ph_regex_item *item, char byte, bool any)
{
    item->kind = PH_REGEX_CHARACTERS;
    item->characters[item->count++] = (struct ph_regex_character){(unsigned char)byte, any, false};
}

static void set_wide(struct ph_regex_item *item, bool wide)
{
    for (size_t i = 0; i < item->count; i++)
        item->characters[i].wide = wide;
}

/* The byte of a class's member, '0' for digits; 0: it is more than one, or beyond ASCII. */
static char member(const char *c, const char **next)
{
    *next = ph_regex_over_member(c);
    if (*next > c + 2 || (unsigned char)*c >= 0x80)
        return 0;
    char byte = c[0] != '\\' ? c[0] : c[1] == 'd' ? '0' : ispunct((unsigned char)c[1]) ? c[1] : 0;
    if (**next != '-' || (*next)[1] == ']')
        return byte;
    const char last = (*next)[1];
    *next += 2;
    return isdigit((unsigned char)byte) && isdigit((unsigned char)last) ? '0' : 0;
}

/* "[Tt]" is one letter in either case, "[0-9]" a digit. */
static bool read_one(const char *c, const char *end, bool caseless, struct ph_regex_item *item)
{
    char first = 0;
    bool any = caseless;
    for (const char *next; c < end; c = next) {
        char byte = member(c, &next);
        first = first ? first : byte;
        if (!byte || ph_gram_even((unsigned char)byte) != ph_gram_even((unsigned char)first))
            return false;
        any |= byte != first;
    }
    if (first)
        set_character(item, first, any);
    return first;
}

/* Whether one of those characters beyond ASCII is a space, which a text has in two ways. */
static bool has_wide_space(int32_t first, int32_t last)
{
    enum { FROM = 0x80, TO = 0x205F };
    bool found = false;
    for (int32_t c = first < FROM ? FROM : first; c <= last && c <= TO && !found; c++) {
        char bytes[4];
        const size_t length = ph_utf8_encode(c, bytes);
        found = ph_gram_space((const unsigned char *)bytes, length) > 0;
    }
    return found;
}

/* The character that a member is, "\x{2028}" too; 0: no one character. */
static int32_t character_of(const char *c, const char *end)
{
    size_t next;
    if (!strncmp(c, "\\x{", 3))
        return (int32_t)strtol(c + 3, NULL, 16);
    if ((*c == '\\' && !ispunct((unsigned char)c[1])) || !strncmp(c, "[:", 2))
        return 0;
    c += *c == '\\';
    return ph_utf8_at(c, (size_t)(end - c), 0, &next);
}

/* Behind a member, all bytes of it. */
static const char *over_listed(const char *c)
{
    return *c == '\\' ? over_escape(c) : over_character(c);
}

/* A member of a short list: the bytes that all characters of it begin with, which are few. */
static bool read_listed(const char **at, const char *end, bool caseless, struct ph_regex_item *item)
{
    const char *c = *at, *behind = over_listed(c);
    const bool is_range = behind + 1 < end && *behind == '-';
    const char *last = is_range ? behind + 1 : c;
    *at = is_range ? over_listed(last) : behind;
    char from[4], to[4];
    const int32_t first = character_of(c, end), second = character_of(last, end);
    if (first <= 0 || second <= 0 || (caseless && second >= 0x80))
        return false;
    const size_t length = ph_utf8_encode(first, from);
    if (length != ph_utf8_encode(second, to))
        return false;
    size_t same = 0;
    while (same < length && from[same] == to[same])
        set_character(item, from[same++], caseless);
    set_wide(item, has_wide_space(first, second));
    return same > 0;
}

/* Whether a class is a short list of characters. */
static bool is_list(const char *c, const char *end, bool caseless)
{
    enum { MOST_MEMBERS = 16 };
    size_t count = 0;
    for (; c < end; count++) {
        struct ph_regex_item item = {.count = 0};
        if (!read_listed(&c, end, caseless, &item))
            return false;
    }
    return count && count <= MOST_MEMBERS;
}

static void read_class(const char *c, const char *end, bool caseless, struct ph_regex_item *item)
{
    if (c[1] == '^' || end < c + 2 || read_one(c + 1, end - 1, caseless, item))
        return;
    *item = (struct ph_regex_item){.kind = PH_REGEX_OTHER};
    if (!is_list(c + 1, end - 1, caseless))
        return;
    item->kind = PH_REGEX_ONE_OF;
    item->inside = c + 1;
    item->inside_end = end - 1;
}

static void read_escape(const char *c, struct ph_regex_item *item)
{
    if (c[1] == 'b')
        item->kind = PH_REGEX_WORD_EDGE;
    else if (c[1] && strchr("BGK", c[1]))
        item->kind = PH_REGEX_PLACE;
    else if (c[1] == 'A')
        set_character(item, PH_TEXT_START, false);
    else if (c[1] == 'z' || c[1] == 'Z')
        set_character(item, PH_TEXT_END, false);
    else if (c[1] == 's' || c[1] == 'h')
        set_character(item, ' ', true);
    else if (c[1] == 'd')
        set_character(item, '0', false);
    else if (ispunct((unsigned char)c[1]))
        set_character(item, c[1], false);
}

/* One character of up to four bytes; beyond ASCII nothing is known of its other case. */
static const char *read_literal(const struct ph_regex_reader *reader, struct ph_regex_item *item)
{
    const char *end = over_character(reader->at);
    bool beyond = (unsigned char)*reader->at >= 0x80;
    for (const char *c = reader->at; c < end && !(beyond && reader->caseless); c++)
        if (item->count < sizeof item->characters / sizeof *item->characters)
            set_character(item, *c, reader->caseless);
    set_wide(item, beyond && ph_gram_space((const unsigned char *)reader->at,
                                           (size_t)(end - reader->at)) > 0);
    return end;
}

bool ph_regex_read_member(struct ph_regex_reader *reader, struct ph_regex_item *item)
{
    *item = (struct ph_regex_item){.least = 1, .most = 1};
    return reader->at < reader->end &&
           read_listed(&reader->at, reader->end, reader->caseless, item);
}

/* ---- groups ---- */

static void read_group(const char *c, const char *end, struct ph_regex_item *item)
{
    static const char *const signs[] = {"(?:", "(?|", "(?>", "(?=", "(?<="};
    const char *options = c[1] == '?' ? over_options(c) : NULL;
    const char *name = !strncmp(c, "(?<", 3) && !strchr("=!", c[3]) ? strchr(c, '>')
                       : !strncmp(c, "(?'", 3)                      ? strchr(c + 3, '\'')
                                                                    : NULL;
    item->kind = c[1] == '?' && strchr("=!<", c[2]) && !name ? PH_REGEX_PLACE : PH_REGEX_GROUP;
    item->inside_end = end - 1;
    item->behind = item->kind == PH_REGEX_PLACE && c[2] == '<';
    if (options && *options == ')')
        item->kind = PH_REGEX_PLACE;
    else if (options || name)
        item->inside = (options ? options : name) + 1;
    else if (c[1] != '?')
        item->inside = c + 1;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!strncmp(c, signs[i], strlen(signs[i])))
            item->inside = c + strlen(signs[i]);
}

/* ---- items ---- */

static const char *over_spaces(const struct ph_regex_reader *reader, const char *c)
{
    while (reader->extended && c < reader->end && (isspace((unsigned char)*c) || *c == '#'))
        c += *c == '#' ? strcspn(c, "\n") : 1;
    return c < reader->end ? c : reader->end;
}

/* The length of "{2}", "{2,3}", "{2,}"; of what may be one in some versions of PCRE2, too. */
static size_t braces(const char *c)
{
    size_t length = *c == '{' ? 1 + strspn(c + 1, "0123456789, ") : 0;
    return length > 1 && c[length] == '}' ? length + 1 : 0;
}

static void read_times(struct ph_regex_reader *reader, struct ph_regex_item *item)
{
    const char *c = over_spaces(reader, reader->at);
    size_t length = c < reader->end ? braces(c) : 0;
    item->least = item->most = 1;
    if (length) {
        const char *comma = memchr(c, ',', length);
        item->least = isdigit((unsigned char)c[1]) ? strtoul(c + 1, NULL, 10) : 0;
        item->most = comma ? SIZE_MAX : item->least;
    } else if (c < reader->end && (*c == '?' || *c == '*' || *c == '+')) {
        item->least = *c == '+';
        item->most = SIZE_MAX;
        length = 1;
    } else {
        return;
    }
    c += length;
    reader->at = c + (c < reader->end && (*c == '?' || *c == '+'));
}

bool ph_regex_read_bar(struct ph_regex_reader *reader)
{
    const char *c = over_spaces(reader, reader->at);
    bool found = c < reader->end && *c == '|';
    reader->at = found ? c + 1 : c;
    return found;
}

unsigned char ph_regex_read_plain(struct ph_regex_reader *reader)
{
    /* What is more than itself, or makes more of what stands before it. */
    static const bool has_meaning[256] = {
        ['\0'] = true, ['\\'] = true, ['['] = true, ['('] = true, [')'] = true,
        ['|'] = true,  ['^'] = true,  ['$'] = true, ['.'] = true, ['?'] = true,
        ['*'] = true,  ['+'] = true,  ['{'] = true};
    static const bool is_repeat[256] = {['?'] = true, ['*'] = true, ['+'] = true, ['{'] = true};
    const unsigned char *c = (const unsigned char *)reader->at;
    if (reader->extended || reader->at >= reader->end || *c >= 0x80 || has_meaning[*c] ||
        (reader->at + 1 < reader->end && is_repeat[c[1]]))
        return 0;
    reader->at++;
    return *c;
}

bool ph_regex_read(struct ph_regex_reader *reader, struct ph_regex_item *item)
{
    const char *c = reader->at = over_spaces(reader, reader->at), *next = c + 1;
    *item = (struct ph_regex_item){.kind = PH_REGEX_OTHER};
    if (c >= reader->end || *c == '|')
        return false;
    if (*c == '\\') {
        next = over_escape(c);
        read_escape(c, item);
    } else if (*c == '[') {
        next = ph_regex_over_class(c);
        read_class(c, next, reader->caseless, item);
    } else if (*c == '(') {
        next = over_group(c, reader->extended);
        read_group(c, next, item);
    } else if (*c == '^' || *c == '$') {
        set_character(item, *c == '^' ? PH_TEXT_START : PH_TEXT_END, false);
    } else if (*c != '.' && *c != '?' && *c != '*' && *c != '+' && !braces(c)) {
        next = read_literal(reader, item);
    }
    reader->at = next < reader->end ? next : reader->end;
    item->from = c;
    item->to = reader->at;
    read_times(reader, item);
    return true;
}
