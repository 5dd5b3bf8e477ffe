#include "learn/labels.h"

#include <stdlib.h>
#include <string.h>

void ph_labels_end(struct ph_labels *labels)
{
    if (labels->last > labels->first)
        ph_buffer_printf(&labels->text, "–%u", labels->last);
    labels->first = labels->last = 0;
}

void ph_labels_add(struct ph_labels *labels, const struct ph_node *node)
{
    char label[96];
    ph_label(node, label, sizeof label);
    size_t letters = strcspn(label, "0123456789");
    char *end = label + letters;
    unsigned long number = strtoul(label + letters, &end, 10);
    bool plain = end > label + letters && !*end && number > 0 && number < 100000;
    if (plain && labels->last > 0 && number == labels->last + 1 &&
        strlen(labels->prefix) == letters && !memcmp(labels->prefix, label, letters)) {
        labels->last++;
        return;
    }
    ph_labels_end(labels);
    ph_buffer_printf(&labels->text, "%s%s", labels->text.length ? ", " : "", label);
    if (!plain)
        return;
    memcpy(labels->prefix, label, letters);
    labels->prefix[letters] = '\0';
    labels->first = labels->last = (unsigned)number;
}
