/* The length of a draft beside that of its series: texts that grow every year are asked to stop. */
#include "check/series.h"
#include "doc/walk.h"

static double words_of(const struct ph_node *document)
{
    double words = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document, node));) {
        if (!ph_is_paragraph(node) || node->mark == PH_NODE_DELETED || node->mark == PH_MOVED_FROM)
            continue;
        words += node->text.length > 0;
        for (size_t i = 0; i < node->text.length; i++)
            words += node->text.bytes[i] == ' ';
    }
    return words;
}

void ph_series_check_length(struct ph_series_check *check)
{
    ph_xpath_set_number(check->messages.context, "length", words_of(check->text));
    ph_xpath_set_number(check->messages.context, "last", words_of(check->draft->root));
    ph_series_say(check, "series-length", check->text, 0, 0);
}
