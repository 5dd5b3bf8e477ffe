/* Akoma Ntoso: the form that doc/akn.h writes is read back as the same tree; what others write, by
 * what its elements mean. An element that is not known is what stands in it: no words are lost. */
#include "read/akn.h"

#include <stdlib.h>
#include <string.h>

#include "read/formats.h"

/* ---- nodes ---- */

static struct ph_node *add(struct ph_akn_reader *reader, struct ph_node *parent, enum ph_kind kind,
                           const xmlNode *element)
{
    struct ph_node *node = ph_node_new(reader->document, kind, "");
    node->span = (struct ph_span){.source = reader->document->source,
                                  .block = reader->blocks++,
                                  .line = ph_xml_line(element)};
    if (ph_is_paragraph(node) && ph_is_paragraph(parent))
        node->as.paragraph.level = parent->as.paragraph.level + 1;
    return ph_append(parent, node);
}

static void set_opening(const struct ph_akn_reader *reader, struct ph_node *node)
{
    enum ph_part part = node->kind == PH_PREAMBULAR ? PH_PREAMBLE : PH_OPERATIVE_PART;
    if (node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE)
        ph_lexicon_opening(reader->lexicon, node->text.bytes, node->text.length, part,
                           &node->as.paragraph.opening);
    ph_akn_drop_known_italics(node);
}

static void read_words(struct ph_akn_reader *reader, xmlNode *element, struct ph_node *node)
{
    ph_akn_read_words(reader, element, node);
    node->span.to = node->text.length;
    set_opening(reader, node);
}

/* ---- documents and annexes ---- */

/* An annex with a document of its own in it, or an annex; the first element is the whole. */
static void open_document(struct ph_akn_reader *reader, xmlNode *element,
                          struct ph_akn_around *around)
{
    struct ph_node *holder = around->holder;
    bool annex = ph_akn_is_named(element, "annex");
    around->statement = ph_akn_is_resolution(element);
    around->sections = 0;
    around->owner = NULL;
    if (!holder)
        around->holder = reader->document->root;
    else if (annex && holder->kind == PH_ANNEX && !holder->first)
        return;
    else if (annex || holder->kind == PH_DOCUMENT)
        holder = around->holder = add(reader, holder, PH_ANNEX, element);
    if (holder && !annex)
        around->holder = add(reader, holder, PH_DOCUMENT, element);
    element->_private = around->holder;
}

static void open_attachment(struct ph_akn_reader *reader, xmlNode *element,
                            struct ph_akn_around *around)
{
    struct ph_node *annex, *root = reader->document->root;
    xmlNode *heading = ph_xml_first(element, "heading");
    if (!around->holder || !heading)
        return;
    annex = add(reader, around->holder, PH_ANNEX, element);
    char *label = ph_xml_content(heading);
    annex->as.annex.label = ph_arena_copy(root->document->arena, label);
    free(label);
    around->holder = annex;
    around->owner = NULL;
}

/* ---- sections ---- */

static void open_section(struct ph_akn_reader *reader, xmlNode *element,
                         struct ph_akn_around *around)
{
    xmlNode *num = ph_xml_first(element, "num"), *heading = ph_xml_first(element, "heading");
    around->sections++;
    around->owner = NULL;
    if (!num && !heading)
        return;
    struct ph_node *node =
        add(reader, around->holder, ph_akn_is_title(element) ? PH_TITLE : PH_HEADING, element);
    if (heading)
        read_words(reader, heading, node);
    if (node->kind == PH_TITLE)
        return;
    char *number = num ? ph_xml_content(num) : NULL;
    node->as.heading.number = ph_arena_copy(reader->document->arena, number);
    node->as.heading.level = around->sections;
    free(number);
}

/* ---- lines ---- */

/* The number of the paragraph that is open. */
static bool take_number(struct ph_akn_reader *reader, const xmlNode *element, struct ph_node *owner)
{
    if (!ph_xml_is(element, "num") || !owner || !ph_is_paragraph(owner) ||
        owner->as.paragraph.number)
        return false;
    char *number = ph_xml_content(element);
    owner->as.paragraph.number = *number ? ph_arena_copy(reader->document->arena, number) : NULL;
    free(number);
    return true;
}

/* A line in an open paragraph: its words, or another paragraph in it. */
static void add_to_owner(struct ph_akn_reader *reader, xmlNode *element, struct ph_node *owner)
{
    if (owner->text.length || owner->first) {
        if (ph_node_may_contain(owner->kind, PH_PARAGRAPH))
            owner = add(reader, owner, PH_PARAGRAPH, element);
    }
    read_words(reader, element, owner);
}

static bool holds(const xmlNode *element, const char *name)
{
    return ph_xml_is(element, name) || ph_xml_first(element, name);
}

static void take_line(struct ph_akn_reader *reader, xmlNode *element,
                      const struct ph_akn_around *around)
{
    struct ph_node *holder = around->holder;
    bool front = around->zone == PH_AKN_PREFACE || around->zone == PH_AKN_MASTHEAD;
    if (!holder || take_number(reader, element, around->owner))
        return;
    if (around->owner) {
        add_to_owner(reader, element, around->owner);
        return;
    }
    bool title = front && (holds(element, "docTitle") || holds(element, "longTitle"));
    bool facts = (front && holder->kind == PH_DOCUMENT) || around->zone == PH_AKN_CONCLUSIONS;
    if (!title && facts && ph_akn_read_line(reader, element, around))
        return;
    enum ph_kind kind = title                                ? PH_TITLE
                        : around->zone == PH_AKN_CONCLUSIONS ? PH_CLOSING
                                                             : PH_PARAGRAPH;
    struct ph_node *node = add(reader, holder, kind, element);
    read_words(reader, element, node);
    if (!node->text.length)
        ph_unlink(node);
}

/* ---- the walk ---- */

/* A paragraph whose words stand right in its element, and not in lines of it. */
static bool open_paragraph(struct ph_akn_reader *reader, xmlNode *element, int kind,
                           struct ph_akn_around *around)
{
    struct ph_node *parent = around->owner ? around->owner : around->holder;
    if (!ph_node_may_contain(parent->kind, (enum ph_kind)kind))
        parent = around->holder;
    if (!ph_node_may_contain(parent->kind, (enum ph_kind)kind))
        kind = PH_PARAGRAPH;
    struct ph_node *node = add(reader, parent, (enum ph_kind)kind, element);
    if (kind == PH_HEADING)
        node->as.heading.level = 1;
    around->owner = node;
    element->_private = node;
    if (!ph_akn_has_words(element))
        return true;
    read_words(reader, element, node);
    return false;
}

/* False: nothing in it is left to be read. */
static bool enter(struct ph_akn_reader *reader, xmlNode *element)
{
    struct ph_akn_around *around = &reader->around[reader->depth + 1];
    *around = reader->around[reader->depth];
    around->zone = ph_akn_zone_of(element, around->zone);
    if (ph_xml_is(element, "meta"))
        return false;
    if (ph_akn_is_document(element)) {
        open_document(reader, element, around);
        return true;
    }
    if (ph_xml_is(element, "attachment") || ph_xml_is(element, "component")) {
        open_attachment(reader, element, around);
        return true;
    }
    bool label = ph_xml_is(element, "heading") && element->parent &&
                 (ph_xml_is(element->parent, "attachment") || ph_akn_is_section(element->parent));
    if (label || (ph_xml_is(element, "num") && ph_akn_is_section(element->parent)))
        return false;
    if (around->holder && ph_akn_is_section(element)) {
        open_section(reader, element, around);
        return true;
    }
    int kind = around->zone == PH_AKN_MASTHEAD ? -1 : ph_akn_kind_of(element, around);
    if (kind >= 0)
        return open_paragraph(reader, element, kind, around);
    bool line = ph_akn_is_line(element);
    if (!line && !ph_akn_is_wrapper(element)) {
        reader->unknown = reader->unknown ? reader->unknown : element;
        reader->unknown_count++;
    }
    if (!line && !ph_akn_has_words(element))
        return true;
    take_line(reader, element, around);
    return false;
}

/* A document whose fields are known gets its genre; an empty paragraph goes. */
static void leave(struct ph_akn_reader *reader, xmlNode *element)
{
    struct ph_node *node = element->_private;
    if (!node || node->kind == PH_FOOTNOTE)
        return;
    if (node->kind == PH_DOCUMENT)
        ph_akn_read_meta(reader, element, node);
    else if (node->kind != PH_ANNEX && !node->text.length && !node->first)
        ph_unlink(node);
}

static void walk(struct ph_akn_reader *reader, xmlNode *root)
{
    xmlNode *at = root;
    while (at) {
        if (at->type == XML_ELEMENT_NODE && enter(reader, at) && at->children) {
            at = at->children;
            reader->depth++;
            continue;
        }
        while (at) {
            if (at->type == XML_ELEMENT_NODE)
                leave(reader, at);
            if (at == root || at->next)
                break;
            at = at->parent;
            reader->depth--;
        }
        at = at == root ? NULL : at->next;
    }
}

/* ---- the whole ---- */

static void put_remarks(struct ph_akn_reader *reader)
{
    struct ph_buffer out = {0};
    if (!reader->unknown)
        return;
    ph_buffer_printf(&out, "line %d: the element <%s> is not known; its words are kept",
                     ph_xml_line(reader->unknown), (const char *)reader->unknown->name);
    if (reader->unknown_count > 1)
        ph_buffer_printf(&out, " (%zu of such; this is the first)", reader->unknown_count);
    ph_buffer_char(&out, '\n');
    reader->document->remarks = ph_arena_copy(reader->document->arena, out.data);
    ph_buffer_free(&out);
}

enum ph_status ph_read_akn(const char *name, const char *bytes, size_t length,
                           const struct ph_lexicon *lexicon, struct ph_document **document,
                           struct ph_error *error)
{
    xmlDoc *doc = NULL;
    enum ph_status status =
        length > PH_TEXT_LIMIT ? ph_fail(error, PH_LIMIT, "%s: has %zu bytes; at most %zu are read",
                                         name, length, PH_TEXT_LIMIT)
                               : ph_xml_parse(name, bytes, length, &doc, error);
    if (status)
        return status;
    struct ph_akn_reader reader = {.lexicon = lexicon, .notes = xmlHashCreate(0)};
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!reader.notes)
        abort();
    reader.document = ph_document_new(name);
    reader.document->lexicon = lexicon;
    ph_akn_find_notes(&reader, root);
    walk(&reader, root);
    ph_akn_read_notes(&reader, root);
    put_remarks(&reader);
    ph_document_number(reader.document);
    if (!reader.document->root->first)
        status = ph_fail(error, PH_FORMAT, "%s: is Akoma Ntoso without any words", name);
    *document = reader.document;
    if (status) {
        ph_document_free(reader.document);
        *document = NULL;
    }
    xmlHashFree(reader.notes, NULL);
    xmlFreeDoc(doc);
    return status;
}
