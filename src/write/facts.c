/* A form to be filled in: what a document asks for, one fact a line, each behind a number sign. It
 * is a file of facts as it stands, one without any. */
#include <libxml/hash.h>
#include <stdlib.h>

#include "doc/checklist.h"
#include "write/write.h"

static void put_fact(const struct ph_check_item *item, struct ph_buffer *out)
{
    char label[160];
    ph_buffer_printf(out, "\n# %s", ph_label(item->node, label, sizeof label));
    if (item->mark->why)
        ph_buffer_printf(out, ": %s", item->mark->why);
    ph_buffer_printf(out, "\n#%s =\n", item->mark->name);
}

/* Each fact once: it may be asked for at several places. */
static void put_facts(const struct ph_document *document, struct ph_buffer *out)
{
    struct ph_check_item *items;
    size_t count = ph_checklist(document, &items);
    xmlHashTable *written = xmlHashCreate(0);
    for (size_t i = 0; i < count; i++) {
        const char *name = items[i].mark->name;
        if (items[i].mark->kind == PH_PLACEHOLDER && name &&
            xmlHashAddEntry(written, BAD_CAST name, items) == 0)
            put_fact(&items[i], out);
    }
    xmlHashFree(written, NULL);
    free(items);
}

enum ph_status ph_write_facts(const struct ph_document *document,
                              const struct ph_write_options *options, struct ph_buffer *out,
                              struct ph_error *error)
{
    static const char heading[] =
        "# What only a person knows. Take away the number sign before a name, and write what you\n"
        "# know behind its equals sign; then give this file to --facts.\n";
    struct ph_buffer facts = {0};
    (void)options;
    (void)error;
    put_facts(document, &facts);
    ph_buffer_put(out, facts.length ? heading : "# Nothing is asked for.\n");
    ph_buffer_put(out, ph_buffer_text(&facts));
    ph_buffer_free(&facts);
    return PH_OK;
}
