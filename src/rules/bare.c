#include "rules/bare.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"

enum { NEAR_END = 256 }; /* of the bytes that libxml2 has (INPUT_CHUNK) */

/* By which a <terms> knows its lines again: no name that a rule file may use. */
static const char mark[] = "ph-lines";
static const char terms_end[] = "</terms>", source_end[] = "</source>";

struct reader {
    char *at, *end; /* what is not read yet */
    struct ph_buffer *out;
    struct ph_bare *bare;
    struct ph_arena *arena;
};

static bool starts(const char *at, const char *words)
{
    return !strncmp(at, words, strlen(words));
}

/* Adds what stands before `to`, and goes there. */
static void keep_to(struct reader *reader, char *to)
{
    ph_buffer_add(reader->out, reader->at, (size_t)(to - reader->at));
    reader->at = to;
}

static void add_many(struct ph_buffer *out, char c, size_t count)
{
    memset(ph_buffer_room(out, count), c, count);
    out->length += count;
    out->data[out->length] = '\0';
}

static size_t newlines(const char *text, size_t length)
{
    const char *end = text + length;
    size_t count = 0;
    for (; (text = memchr(text, '\n', (size_t)(end - text))); text++)
        count++;
    return count;
}

/* Behind the sign that ends a tag, which may stand in its values, too; NULL: there is none. */
static char *over_tag(char *c)
{
    for (c += strcspn(c, "\"'>"); *c && *c != '>'; c += strcspn(c, "\"'>")) {
        char *closing = strchr(c + 1, *c);
        if (!closing)
            return NULL;
        c = closing + 1;
    }
    return *c ? c + 1 : NULL;
}

/* Whether all of it is ASCII: eight bytes at a time. */
static bool is_plain(const char *text, size_t length)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t all = 0, eight = 0;
    for (; length >= sizeof eight; text += sizeof eight, length -= sizeof eight) {
        memcpy(&eight, text, sizeof eight);
        all |= eight;
    }
    eight = 0;
    memcpy(&eight, text, length);
    return !((all | eight) & high);
}

static char *clean(struct ph_arena *arena, const char *text, size_t length)
{
    struct ph_buffer made = {0};
    ph_utf8_clean(text, length, &made);
    char *kept = ph_arena_copy_n(arena, ph_buffer_text(&made), made.length);
    ph_buffer_free(&made);
    return kept;
}

/* The ends of lines stay in the file, and so does its end tag. */
static void take_lines(struct reader *reader, char *end)
{
    struct ph_bare *bare = reader->bare;
    char *lines = reader->at;
    const size_t length = (size_t)(end - lines);
    *end = '\0';
    bare->lines = ph_grow(bare->lines, bare->count, &bare->capacity, sizeof *bare->lines);
    bare->lines[bare->count++] =
        is_plain(lines, length) ? lines : clean(reader->arena, lines, length);
    add_many(reader->out, '\n', newlines(lines, length));
    ph_buffer_put(reader->out, terms_end);
    reader->at = end + strlen(terms_end);
}

/* Where the words end of an element that holds nothing but words, as they are; NULL: it does not.
 */
static char *end_of_words(char *words, const char *end_tag)
{
    char *end = words + strcspn(words, "<&");
    return starts(end, end_tag) ? end : NULL;
}

static void take_source(struct reader *reader, char *words)
{
    char *end = end_of_words(words, source_end);
    keep_to(reader, words);
    if (!end)
        return;
    const size_t length = (size_t)(end - words);
    reader->bare->source = ph_arena_copy_n(reader->arena, words, length);
    add_many(reader->out, '\n', newlines(words, length));
    reader->at = end;
}

static void take_terms(struct reader *reader, char *tag)
{
    char *words = over_tag(tag), *end = words ? end_of_words(words, terms_end) : NULL;
    if (!end || words[-2] == '/') {
        keep_to(reader, tag + 1);
        return;
    }
    keep_to(reader, words - 1);
    ph_buffer_printf(reader->out, " %s=\"%zu\"", mark, reader->bare->count);
    keep_to(reader, words);
    take_lines(reader, end);
}

/* A rule's examples stand at its end. What follows them is white space: libxml2 asks for more bytes
 * at every name and value that is near to the end of what it has. */
static void leave_out_examples(struct reader *reader, char *tag)
{
    keep_to(reader, tag);
    ph_buffer_put(reader->out, "<examples><good/></examples></rule>");
    add_many(reader->out, ' ', NEAR_END);
    reader->at = reader->end;
}

/* Behind what is no element, where tags are none: a comment and the like; NULL: it is one. */
static char *over_other(const struct reader *reader, char *tag)
{
    static const char *const others[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (starts(tag, others[i][0])) {
            char *end = strstr(tag + strlen(others[i][0]), others[i][1]);
            return end ? end : reader->end;
        }
    return NULL;
}

static void take(struct reader *reader, char *tag)
{
    char *behind = over_other(reader, tag);
    if (behind)
        keep_to(reader, behind);
    else if (starts(tag, "<terms"))
        take_terms(reader, tag);
    else if (starts(tag, "<source>"))
        take_source(reader, tag + strlen("<source>"));
    else if (starts(tag, "<examples>"))
        leave_out_examples(reader, tag);
    else
        keep_to(reader, tag + 1);
}

struct ph_bare *ph_bare_new(struct ph_buffer *bytes, struct ph_buffer *out, struct ph_arena *arena)
{
    struct ph_bare *bare = ph_alloc_zero(1, sizeof *bare);
    if (!bytes->length)
        return bare;
    struct reader reader = {.at = bytes->data,
                            .end = bytes->data + bytes->length,
                            .out = out,
                            .bare = bare,
                            .arena = arena};
    char *tag;
    while ((tag = strchr(reader.at, '<')))
        take(&reader, tag);
    keep_to(&reader, reader.end);
    if (bare->count)
        bare->bytes = ph_buffer_take(bytes);
    return bare;
}

char *ph_bare_lines(const struct ph_bare *bare, const xmlNode *terms)
{
    const char *value = bare ? ph_xml_attribute(terms, mark) : NULL;
    const size_t number = value ? strtoul(value, NULL, 10) : SIZE_MAX;
    return bare && number < bare->count ? bare->lines[number] : NULL;
}

const char *ph_bare_source(struct ph_bare *bare)
{
    struct ph_buffer clean = {0}, folded = {0};
    if (bare->said)
        return bare->said;
    ph_utf8_clean(bare->source, strlen(bare->source), &clean);
    ph_buffer_fold(&folded, ph_buffer_text(&clean), clean.length);
    ph_buffer_trim(&folded);
    ph_buffer_free(&clean);
    return bare->said = ph_buffer_take(&folded);
}

void ph_bare_free(struct ph_bare *bare)
{
    if (bare) {
        free(bare->lines);
        free(bare->bytes);
        free(bare->said);
    }
    free(bare);
}
