/* Bookmarks, ranges of comments and of permissions: both ends of one stay or go together. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

/* An end that was left behind when words around it went away. */
struct end {
    xmlNode *element;
    const char *name, *id;
    size_t words; /* runs, and paragraphs, before it */
};

struct ends {
    struct end *items;
    size_t count, capacity;
};

static int by_pair(const void *a, const void *b)
{
    const struct end *one = a, *other = b;
    int order = strcmp(one->id, other->id);
    return order ? order : strcmp(other->name, one->name); /* Start before End */
}

/* "bookmarkStart" and "bookmarkEnd" are a pair. */
static bool is_pair(const struct end *start, const struct end *end)
{
    size_t length = strcspn(start->name, "S");
    return !strcmp(start->id, end->id) && !strcmp(start->name + length, "Start") &&
           !strncmp(start->name, end->name, length) && !strcmp(end->name + length, "End");
}

static void add_end(struct ends *ends, xmlNode *element, size_t words)
{
    const char *id = ph_xml_attribute(element, "id");
    ends->items = ph_grow(ends->items, ends->count, &ends->capacity, sizeof *ends->items);
    ends->items[ends->count++] =
        (struct end){element, (const char *)element->name, id ? id : "", words};
}

/* The ends of comments go with the comment's mark, and with nothing else. */
static bool is_of_comment(const xmlNode *element)
{
    return ph_wml_is(element, "commentRangeStart") || ph_wml_is(element, "commentRangeEnd");
}

void ph_take_markers(struct ph_take_part *part)
{
    struct ends ends = {0};
    size_t words = 0;
    xmlNode *element = part->root;
    while ((element = ph_take_step(part, element, false))) {
        words += ph_xml_is(element, "r") || ph_wml_is(element, "p");
        if (ph_take_was_moved(element) && !is_of_comment(element))
            add_end(&ends, element, words);
    }
    if (ends.count)
        qsort(ends.items, ends.count, sizeof *ends.items, by_pair);
    for (size_t i = 1; i < ends.count; i++) {
        const struct end *start = &ends.items[i - 1], *end = &ends.items[i];
        if (start->words != end->words || !is_pair(start, end))
            continue;
        ph_take_drop(part, start->element);
        ph_take_drop(part, end->element);
    }
    free(ends.items);
}
