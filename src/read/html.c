/* Web pages: block elements are paragraphs, links to a number's words further down are footnotes.
 * What is no text (scripts, styles, navigation) is left out; anything else is words. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "read/formats.h"
#include "read/html_links.h"
#include "read/open_block.h"

struct page {
    struct ph_blocks *blocks;
    const struct ph_lexicon *lexicon;
    struct ph_html_links links;
    struct ph_open_block open;
    int line, level;    /* of the open block; the level of a heading or 0 */
    const char *note;   /* the open block, or the next, is this note's words; NULL: no note */
    const char *number; /* of a list's item, before its first words; NULL: none */
    unsigned looks[PH_RUN_NOTE_MARK]; /* open elements that say so, by kind */
    bool broken;                      /* a line break came last */
    bool fine;
};

static bool is_among(const xmlNode *element, const char *const *names)
{
    for (; *names; names++)
        if (ph_xml_is(element, *names))
            return true;
    return false;
}

static bool has_class(const xmlNode *element, const char *wanted)
{
    const char *class = ph_xml_attribute(element, "class");
    return class && !strcmp(class, wanted);
}

/* Also what our own pages say about the text beside it. */
static bool is_no_text(const xmlNode *element)
{
    static const char *const names[] = {"script", "style",    "head",   "nav",    "noscript",
                                        "svg",    "template", "button", "select", "iframe",
                                        "object", "form",     "del",    NULL};
    return is_among(element, names) ||
           (ph_xml_is(element, "small") && has_class(element, "source")) ||
           (ph_xml_is(element, "section") && has_class(element, "checklist"));
}

static bool is_block(const xmlNode *element)
{
    static const char *const names[] = {
        "p",       "div",        "h1",     "h2",      "h3",         "h4",    "h5",
        "h6",      "li",         "ul",     "ol",      "table",      "tr",    "td",
        "th",      "dl",         "dt",     "dd",      "hr",         "pre",   "section",
        "article", "blockquote", "header", "footer",  "center",     "main",  "body",
        "aside",   "address",    "figure", "caption", "figcaption", "tbody", NULL};
    return is_among(element, names);
}

static int look_of(const xmlNode *element)
{
    if (ph_xml_is(element, "i") || ph_xml_is(element, "em"))
        return PH_RUN_ITALIC;
    if (ph_xml_is(element, "b") || ph_xml_is(element, "strong"))
        return PH_RUN_BOLD;
    return ph_xml_is(element, "sup") ? PH_RUN_SUPERSCRIPT : -1;
}

static int heading_level(const xmlNode *element)
{
    const char *name = (const char *)element->name;
    return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2] ? name[1] - '0' : 0;
}

/* ---- blocks ---- */

/* The mark before a note's own words, where it is no link; one with a look of its own stays. */
static void drop_mark(struct ph_block *block, const char *mark)
{
    size_t length = strlen(mark);
    if (strncmp(block->text, mark, length))
        return;
    size_t gap = strspn(block->text + length, ". ");
    length += gap;
    if (!gap && length < block->length)
        return;
    for (size_t i = 0; i < block->run_count; i++)
        if (block->runs[i].from < length)
            return;
    ph_block_drop(block, length);
}

static void label_block(struct page *page, struct ph_block *block)
{
    if (page->note) {
        drop_mark(block, page->note);
        block->label = page->note;
        page->note = NULL;
        return;
    }
    block->level = page->level;
    if (block->kind != PH_BLOCK_TEXT)
        return;
    ph_block_take_label(page->blocks, block);
    if (!block->label)
        block->label = page->number;
    page->number = NULL;
}

static void end_block(struct page *page)
{
    struct ph_block *block;
    enum ph_block_kind kind = page->note    ? PH_BLOCK_NOTE
                              : page->level ? PH_BLOCK_HEADING
                                            : PH_BLOCK_TEXT;
    page->fine =
        page->fine && ph_open_block_end(&page->open, page->blocks, kind, page->line, &block);
    if (page->fine && block)
        label_block(page, block);
    page->broken = false;
}

/* "1." or "(a)" for an item of a numbered list, a bullet for one of another. */
static const char *item_number(const struct page *page, const xmlNode *item)
{
    const xmlNode *list = item->parent;
    if (!list || !ph_xml_is(list, "ol"))
        return "\xE2\x80\xA2";
    const char *type = ph_xml_attribute(list, "type"), *start = ph_xml_attribute(list, "start");
    long count = start ? strtol(start, NULL, 10) : 1;
    count += (long)(uintptr_t)item->_private;
    if (type && (*type == 'a' || *type == 'A') && count >= 1 && count <= 26)
        return ph_arena_printf(page->blocks->arena, "(%c)", (int)('a' + count - 1));
    return ph_arena_printf(page->blocks->arena, "%ld.", count);
}

/* ---- the walk ---- */

static void put_words(struct page *page, const xmlNode *text)
{
    for (int look = 0; look < PH_RUN_NOTE_MARK; look++)
        ph_open_block_set(&page->open, (enum ph_run_kind)look, page->looks[look] > 0);
    page->broken = page->broken && xmlIsBlankNode(text);
    if (!page->open.text.length)
        page->line = ph_xml_line(text);
    ph_open_block_words(&page->open, (const char *)text->content,
                        strlen((const char *)text->content));
}

static void put_break(struct page *page)
{
    if (page->broken || ph_open_block_is_line(&page->open, page->lexicon))
        end_block(page);
    else
        ph_open_block_words(&page->open, " ", 1);
    page->broken = true;
}

/* A link that is a footnote's mark, or leads back from a footnote to it. */
static bool take_link(struct page *page, const xmlNode *element)
{
    const char *mark = ph_html_links_mark(element);
    if (!mark)
        return page->note && !page->open.text.length && ph_html_links_leads_back(element);
    page->blocks->exact = true;
    ph_open_block_set(&page->open, PH_RUN_SUPERSCRIPT, false);
    ph_open_block_mark(&page->open, page->blocks, mark);
    return true;
}

/* False: what is inside is no text. */
static bool enter(struct page *page, const xmlNode *at)
{
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) {
        put_words(page, at);
        return false;
    }
    if (at->type != XML_ELEMENT_NODE || is_no_text(at))
        return false;
    if (is_block(at)) {
        end_block(page);
        page->level = heading_level(at);
    }
    if (ph_xml_is(at, "li"))
        page->number = item_number(page, at);
    const char *note = ph_html_links_note(&page->links, at);
    page->note = note ? ph_arena_copy(page->blocks->arena, note) : page->note;
    if (ph_xml_is(at, "br"))
        put_break(page);
    if (ph_xml_is(at, "a") && take_link(page, at))
        return false;
    int look = look_of(at);
    if (look >= 0)
        page->looks[look]++;
    return true;
}

static void leave(struct page *page, const xmlNode *element)
{
    int look = look_of(element);
    if (look >= 0)
        page->looks[look]--;
    if (!is_block(element))
        return;
    end_block(page);
    page->level = 0;
}

static void walk(struct page *page, xmlNode *root)
{
    xmlNode *at = root;
    while (at && page->fine) {
        bool inside = enter(page, at);
        if (inside && at->children) {
            at = at->children;
            continue;
        }
        if (inside)
            leave(page, at);
        while (at != root && !at->next) {
            at = at->parent;
            leave(page, at);
        }
        at = at == root ? NULL : at->next;
    }
    end_block(page);
}

enum ph_status ph_read_html(const char *text, size_t length, const struct ph_lexicon *lexicon,
                            struct ph_blocks *blocks, struct ph_error *error)
{
    struct page page = {.blocks = blocks, .lexicon = lexicon, .fine = true, .line = 1};
    xmlDoc *doc = NULL;
    enum ph_status status = ph_html_parse(blocks->name, text, length, &doc, error);
    if (status)
        return status;
    ph_html_links_find(&page.links, xmlDocGetRootElement(doc), blocks->arena);
    if (page.links.dangling)
        ph_buffer_put(&blocks->remarks, "a footnote mark has no footnote\n");
    blocks->whole = true;
    walk(&page, xmlDocGetRootElement(doc));
    if (!page.fine)
        status = ph_fail(error, PH_LIMIT, "%s: has more than %d paragraphs", blocks->name,
                         PH_BLOCK_LIMIT);
    ph_html_links_free(&page.links);
    ph_open_block_free(&page.open);
    xmlFreeDoc(doc);
    return status;
}
