#include "rules/tables.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/xml.h"
#include "rules/rows.h"

/* One that is unfolded: what its name in braces stands for. */
struct table {
    const char *name; /* of the tree */
    char *keys;       /* (?:World Summit on Sustainable Development|Millennium Summit) */
};

struct unfolding {
    struct table *items;
    size_t count, capacity;
    const char *file;
    struct ph_error *error;
};

const char *ph_table_row(const char *table, const char *key, size_t *length)
{
    const size_t size = strlen(key);
    for (const char *at = table; (at = strchr(at, '|')); at++) {
        if (strncmp(at + 1, key, size) != 0 || at[size + 1] != '=')
            continue;
        const char *value = at + size + 2;
        *length = strcspn(value, "|");
        return value;
    }
    *length = 0;
    return NULL;
}

/* ---- a table ---- */

static int by_length(const void *a, const void *b)
{
    const struct ph_row *one = a, *other = b;
    if (one->words_length != other->words_length)
        return one->words_length > other->words_length ? -1 : 1;
    return one->words < other->words ? -1 : one->words > other->words;
}

/* The words of a key in a pattern: whatever is no letter, digit or space may mean something. */
static void add_escaped(struct ph_buffer *out, const char *words, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (memchr("\\.+*?[^]$(){}|#-", words[i], 16))
            ph_buffer_char(out, '\\');
        ph_buffer_char(out, words[i]);
    }
}

static char *pattern_of(struct ph_row *rows, size_t count)
{
    struct ph_buffer out = {0};
    qsort(rows, count, sizeof *rows, by_length);
    for (size_t i = 0; i < count; i++) {
        ph_buffer_put(&out, i ? "|" : "(?:");
        add_escaped(&out, rows[i].words, rows[i].words_length);
    }
    ph_buffer_char(&out, ')');
    return ph_buffer_take(&out);
}

/* Why a row cannot be one; NULL: it can. */
static const char *fault_of(const struct ph_row *row)
{
    if (!row->words_length || !row->instead_length)
        return "a row is \"key = value\"";
    if (memchr(row->words, '|', row->words_length) || memchr(row->words, '=', row->words_length) ||
        memchr(row->instead, '|', row->instead_length))
        return "no key holds \"=\", and no key or value \"|\"";
    return NULL;
}

static enum ph_status refuse(const struct unfolding *u, const xmlNode *element,
                             enum ph_status status, const char *why)
{
    return ph_fail(u->error, status, "%s:%d: <%s>: %s", u->file, ph_xml_line(element),
                   element->name, why);
}

/* Its rows, in the order of the file; `text` is what its variable holds. */
static enum ph_status read_rows(const struct unfolding *u, const xmlNode *element,
                                struct ph_row **rows, size_t *count, struct ph_buffer *text)
{
    size_t capacity = 0;
    const char *fault = NULL;
    struct ph_rows at = ph_rows_of(element);
    for (struct ph_row row; !fault && ph_rows_next(&at, &row);) {
        fault = fault_of(&row);
        *rows = ph_grow(*rows, *count, &capacity, sizeof **rows);
        (*rows)[(*count)++] = row;
        ph_buffer_printf(text, "|%.*s=%.*s", (int)row.words_length, row.words,
                         (int)row.instead_length, row.instead);
    }
    ph_buffer_char(text, '|');
    const bool both = strchr(ph_buffer_text(text), '\'') && strchr(ph_buffer_text(text), '"');
    if (!*count || fault || both)
        return refuse(u, element, PH_FORMAT,
                      !*count ? "has no row"
                      : fault ? fault
                              : "has both straight quotation marks and apostrophes");
    return text->length <= PH_TABLE ? PH_OK : refuse(u, element, PH_LIMIT, "is too long");
}

/* The element as a <let> with its rows as a string. */
static void become_let(xmlNode *element, const char *rows)
{
    struct ph_buffer select = {0};
    const char mark = strchr(rows, '\'') ? '"' : '\'';
    ph_buffer_printf(&select, "%c%s%c", mark, rows, mark);
    xmlNodeSetName(element, BAD_CAST "let");
    xmlSetProp(element, BAD_CAST "select", BAD_CAST ph_buffer_text(&select));
    xmlFreeNodeList(element->children);
    element->children = element->last = NULL;
    ph_buffer_free(&select);
}

static enum ph_status unfold_table(struct unfolding *u, xmlNode *element)
{
    struct ph_row *rows = NULL;
    size_t count = 0;
    struct ph_buffer text = {0};
    const char *name = ph_xml_attribute(element, "name");
    enum ph_status status = name ? read_rows(u, element, &rows, &count, &text)
                                 : refuse(u, element, PH_FORMAT, "has no name");
    if (status == PH_OK) {
        u->items = ph_grow(u->items, u->count, &u->capacity, sizeof *u->items);
        u->items[u->count++] = (struct table){name, pattern_of(rows, count)};
        become_let(element, ph_buffer_text(&text));
    }
    free(rows);
    ph_buffer_free(&text);
    return status;
}

/* ---- patterns ---- */

/* The table whose name, of *length bytes, stands behind a brace and is closed by one; NULL: none.
 */
static const struct table *table_at(const struct unfolding *u, const char *name, size_t *length)
{
    *length = strspn(name, "abcdefghijklmnopqrstuvwxyz-");
    for (size_t i = 0; name[*length] == '}' && i < u->count; i++)
        if (strlen(u->items[i].name) == *length && !memcmp(u->items[i].name, name, *length))
            return &u->items[i];
    return NULL;
}

static enum ph_status unfold_pattern(const struct unfolding *u, xmlNode *element)
{
    const char *pattern = ph_xml_attribute(element, "pattern");
    struct ph_buffer out = {0};
    for (const char *at = pattern; at && *at && out.length <= PH_UNFOLDED;) {
        const size_t plain = strcspn(at, "{");
        size_t name = 0;
        const struct table *table = at[plain] ? table_at(u, at + plain + 1, &name) : NULL;
        ph_buffer_add(&out, at, plain);
        if (table)
            ph_buffer_put(&out, table->keys);
        else if (at[plain])
            ph_buffer_char(&out, '{');
        at += plain + (table ? name + 2 : at[plain] != 0);
    }
    const enum ph_status status = out.length > PH_UNFOLDED
                                      ? refuse(u, element, PH_LIMIT, "is too long with its tables")
                                      : PH_OK;
    if (status == PH_OK && pattern)
        xmlSetProp(element, BAD_CAST "pattern", BAD_CAST ph_buffer_text(&out));
    ph_buffer_free(&out);
    return status;
}

enum ph_status ph_tables_unfold(xmlNode *rule, const char *file, struct ph_error *error)
{
    struct unfolding u = {.file = file, .error = error};
    enum ph_status status = PH_OK;
    for (xmlNode *element = rule ? rule->children : NULL; element && status == PH_OK;
         element = element->next)
        if (ph_xml_is(element, "table"))
            status = unfold_table(&u, element);
    for (xmlNode *element = rule ? rule->children : NULL; element && u.count && status == PH_OK;
         element = element->next)
        if (ph_xml_is(element, "match"))
            status = unfold_pattern(&u, element);
    for (size_t i = 0; i < u.count; i++)
        free(u.items[i].keys);
    free(u.items);
    return status;
}
