#include "draft/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xml.h"
#include "draft/insert.h"
#include "draft/template_words.h"
#include "rules/functions.h"
#include "rules/series_functions.h"

static void fill_nodes(struct ph_filler *filler, const struct ph_here *here, const xmlNode *parent,
                       struct ph_node *below);

static char *attribute(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                       const char *name)
{
    const char *text = ph_xml_attribute(element, name);
    if (!text)
        return NULL;
    char *filled = ph_filler_text(filler, here, element, text);
    char *copy = ph_arena_copy(filler->document->arena, filled);
    free(filled);
    return copy;
}

static void set_properties(struct ph_filler *filler, const struct ph_here *here,
                           const xmlNode *element, struct ph_node *node)
{
    char *number = attribute(filler, here, element, "number");
    node->origin.how = PH_TEMPLATE;
    node->origin.note = attribute(filler, here, element, "source");
    if (ph_is_paragraph(node)) {
        node->as.paragraph.number = number;
    } else if (node->kind == PH_HEADING) {
        node->as.heading.number = number;
        node->as.heading.level = 1;
    } else if (node->kind == PH_ANNEX) {
        node->as.annex.label = attribute(filler, here, element, "label");
    }
}

static enum ph_genre genre_of(const xmlNode *element)
{
    const char *name = ph_xml_attribute(element, "genre");
    int genre = name ? ph_genre_by_name(name) : -1;
    return genre < 0 ? PH_OTHER_GENRE : (enum ph_genre)genre;
}

/* A field of the closing lines where it stands in <closing>, else of the nearest masthead. */
static struct ph_node *add_field(struct ph_node *below, enum ph_field name, const char *value)
{
    if (below->kind == PH_CLOSING) {
        struct ph_node *field = ph_add(below, PH_FIELD, value);
        field->as.field.name = name;
        return field;
    }
    while (below->kind != PH_DOCUMENT && below->parent)
        below = below->parent;
    return ph_set_field(below, name, value);
}

static void fill_field(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                       struct ph_node *below)
{
    const char *name = ph_xml_attribute(element, "name");
    int field = name ? ph_field_by_name(name) : -1;
    if (field < 0) {
        ph_filler_fail(filler, element, "no such field");
        return;
    }
    struct ph_node *scratch = ph_node_new(filler->document, PH_PARAGRAPH, "");
    if (!ph_filler_words(filler, here, element, scratch))
        return;
    struct ph_node *node = add_field(below, (enum ph_field)field, scratch->text.bytes);
    node->text = scratch->text;
    node->origin.how = PH_TEMPLATE;
}

/* The sources of the sentences in their order, for all who show a paragraph's origin. */
static void note_sources(struct ph_node *node)
{
    struct ph_buffer out = {0};
    const char *before = NULL;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_SOURCE || !mark->why || (before && !strcmp(before, mark->why)))
            continue;
        ph_buffer_printf(&out, "%s%s", before ? "; " : "", mark->why);
        before = mark->why;
    }
    if (before && !node->origin.note)
        node->origin.note = ph_arena_copy(node->document->arena, out.data);
    ph_buffer_free(&out);
}

/* A kind that holds other nodes, or one that holds words. */
static void fill_kind(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                      int kind, struct ph_node *below)
{
    struct ph_node *node = ph_node_new(filler->document, (enum ph_kind)kind, "");
    if (!ph_node_may_contain(below->kind, node->kind)) {
        ph_filler_fail(filler, element, "may not stand here");
        return;
    }
    set_properties(filler, here, element, node);
    bool holds = kind == PH_DOCUMENT || kind == PH_ANNEX || kind == PH_CLOSING;
    if (kind == PH_DOCUMENT)
        node->as.document.genre = genre_of(element);
    if (!holds && !ph_filler_words(filler, here, element, node))
        return;
    note_sources(node);
    ph_append(below, node);
    if (holds)
        fill_nodes(filler, here, element, node);
}

static void fill_each_node(struct ph_filler *filler, const struct ph_here *here,
                           const xmlNode *element, struct ph_node *below)
{
    xmlXPathObject *object = ph_filler_select(filler, here, element, "select");
    const xmlNodeSet *nodes = object ? object->nodesetval : NULL;
    for (int i = 0; nodes && i < nodes->nodeNr; i++) {
        struct ph_here next = {nodes->nodeTab[i], i + 1, nodes->nodeNr};
        fill_nodes(filler, &next, element, below);
    }
    xmlXPathFreeObject(object);
}

static void fill_node(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                      struct ph_node *below)
{
    int kind = ph_kind_by_name((const char *)element->name);
    if (ph_xml_is(element, "field"))
        fill_field(filler, here, element, below);
    else if (ph_xml_is(element, "insert"))
        ph_insert_document(below, filler->inserted);
    else if (ph_xml_is(element, "each"))
        fill_each_node(filler, here, element, below);
    else if (ph_xml_is(element, "if") && ph_filler_test(filler, here, element))
        fill_nodes(filler, here, element, below);
    else if (kind >= 0)
        fill_kind(filler, here, element, kind, below);
    else if (!ph_xml_is(element, "if") && !ph_xml_is(element, "define"))
        ph_filler_fail(filler, element, "no such element");
}

static void fill_nodes(struct ph_filler *filler, const struct ph_here *here, const xmlNode *parent,
                       struct ph_node *below)
{
    if (++filler->depth > PH_TEMPLATE_DEPTH)
        ph_filler_fail(filler, parent, "nested too deeply");
    for (const xmlNode *one = ph_xml_first(parent, NULL); one && filler->status == PH_OK;
         one = ph_xml_next(one, NULL))
        fill_node(filler, here, one, below);
    filler->depth--;
}

enum ph_status ph_template_make(const char *name, xmlDoc *facts, const struct ph_lexicon *lexicon,
                                const struct ph_document *inserted, struct ph_document *document,
                                struct ph_error *error)
{
    char file[128];
    snprintf(file, sizeof file, "templates/en/%s.xml", name);
    char *path = ph_data_path(file);
    xmlDoc *template_doc;
    enum ph_status status = ph_xml_read(path, &template_doc, error);
    if (status == PH_OK) {
        struct ph_patterns *patterns = ph_patterns_new(lexicon);
        struct ph_xpath_world world = {.lexicon = lexicon, .patterns = patterns};
        struct ph_filler filler = {
            .path = path, .document = document, .inserted = inserted, .error = error};
        filler.context = ph_rules_xpath(facts, &world);
        ph_series_functions_register(filler.context);
        const xmlNode *root = xmlDocGetRootElement(template_doc);
        document->root->as.document.genre = genre_of(root);
        struct ph_here here = {xmlDocGetRootElement(facts), 1, 1};
        filler.root = root;
        fill_nodes(&filler, &here, root, document->root);
        status = filler.status;
        xmlXPathFreeContext(filler.context);
        ph_patterns_free(patterns);
        xmlFreeDoc(template_doc);
    }
    free(path);
    return status;
}
