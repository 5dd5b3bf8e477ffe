/* The checklist alone: "OP2 (a): check “2009–2019”: the period is over by then", "date: supply
 * [date] (--set date=…): the date of issue". */
#include <stdlib.h>

#include "doc/checklist.h"
#include "write/parts.h"
#include "write/write.h"

static void put_words(const struct ph_check_item *item, bool colour, struct ph_buffer *out)
{
    bool review = item->mark->kind == PH_REVIEW;
    ph_buffer_put(out, review ? "check “" : "supply ");
    ph_buffer_put(out, !colour ? "" : review ? "\033[4;33m" : "\033[1m");
    ph_put_marked_words(item->node, item->mark, out);
    ph_buffer_put(out, colour ? "\033[0m" : "");
    ph_buffer_put(out, review ? "”" : "");
}

void ph_write_checklist(const struct ph_document *document, const struct ph_write_options *options,
                        struct ph_buffer *out)
{
    struct ph_check_item *items;
    size_t count = ph_checklist(document, &items);
    for (size_t i = 0; i < count; i++) {
        char label[160];
        ph_buffer_printf(out, "%s: ", ph_label(items[i].node, label, sizeof label));
        put_words(&items[i], options->colour, out);
        ph_put_fact_name(items[i].mark, out);
        if (items[i].mark->why)
            ph_buffer_printf(out, ": %s", items[i].mark->why);
        ph_buffer_char(out, '\n');
    }
    free(items);
}
