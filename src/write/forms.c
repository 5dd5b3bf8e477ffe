/* The forms of the tree that are made in doc/: Akoma Ntoso and the dump, as bytes. */
#include "doc/forms.h"
#include "base/xml.h"
#include "write/write.h"

/* White space counts in mixed content, and the serializer indents what holds no text of its own:
 * an empty text keeps it from doing so in a <p> that holds elements only. */
static void keep_words_together(xmlNode *root)
{
    for (xmlNode *node = root; node;) {
        bool mixed = ph_xml_is(node, "p") || ph_xml_is(node, "heading");
        if (mixed && node->children)
            ph_xml_add_text(node, "", 0);
        else if (node->children) {
            node = node->children;
            continue;
        }
        while (node && !node->next)
            node = node == root ? NULL : node->parent;
        node = node ? node->next : NULL;
    }
}

enum ph_status ph_write_akn(const struct ph_document *document,
                            const struct ph_write_options *options, struct ph_buffer *out,
                            struct ph_error *error)
{
    (void)options;
    (void)error;
    xmlDoc *doc = ph_akn(document);
    keep_words_together(xmlDocGetRootElement(doc));
    ph_xml_write(doc, true, out);
    xmlFreeDoc(doc);
    return PH_OK;
}

enum ph_status ph_write_dump(const struct ph_document *document,
                             const struct ph_write_options *options, struct ph_buffer *out,
                             struct ph_error *error)
{
    (void)options;
    (void)error;
    ph_dump(document, out);
    return PH_OK;
}
