/* Numbers and labels by order: what is printed is never trusted. */
#include <stdio.h>
#include <string.h>

#include "doc/node.h"
#include "doc/stretch.h"
#include "doc/walk.h"

/* The nodes that a new count leaves out. */
static bool is_gone(const struct ph_node *node)
{
    return node->mark == PH_NODE_DELETED || node->mark == PH_MOVED_FROM;
}

static bool counts(const struct ph_node *node)
{
    return !is_gone(node) && !ph_goes_on(node, PH_END_DELETED);
}

/* Headings do not interrupt the count: operative paragraphs run on across sections (rule 12). */
static void number_children(struct ph_node *parent)
{
    int orders[PH_KIND_COUNT] = {0};
    for (struct ph_node *child = parent->first; child; child = child->next) {
        if (child->kind == PH_FOOTNOTE)
            continue;
        orders[child->kind] += counts(child);
        child->order = orders[child->kind];
    }
}

static bool is_numbered_note(const struct ph_node *footnote)
{
    const char *mark = footnote->as.footnote.mark;
    return !mark || mark[0] != '*';
}

static void number_mentions(struct ph_node *node, int *count)
{
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_NOTE || !mark->note || mark->note->as.footnote.first)
            continue;
        if (ph_mark_change(mark) == PH_BIT(PH_DELETED))
            continue;
        mark->note->as.footnote.first = node;
        mark->note->as.footnote.at = mark->from;
        if (is_numbered_note(mark->note))
            mark->note->order = ++*count;
    }
}

/* The footnotes of one document are numbered together, those of its annexes included. */
void ph_document_number(struct ph_document *document)
{
    for (struct ph_node *note = NULL; (note = ph_next_of(document->root, note, PH_FOOTNOTE));) {
        note->order = 0;
        note->as.footnote.first = NULL;
    }
    int notes = 0;
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        if (walk.leaving)
            continue;
        number_children(node);
        if (!is_gone(node))
            number_mentions(node, &notes);
    }
}

static bool is_alone(const struct ph_node *node)
{
    if (node->order > 1)
        return false;
    for (const struct ph_node *one = node->parent->first; one; one = one->next)
        if (one != node && one->kind == node->kind && counts(one))
            return false;
    return true;
}

/* z is followed by aa, bb (rule 18). */
void ph_number_letter(int order, char *out, size_t size)
{
    char letter = (char)('a' + (order - 1) % 26);
    size_t repeat = (size_t)((order - 1) / 26 + 1);
    size_t i = 0;
    for (; i < repeat && i + 1 < size; i++)
        out[i] = letter;
    out[i] = '\0';
}

void ph_number_roman(int order, char *out, size_t size)
{
    static const struct {
        int value;
        const char *digits;
    } steps[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        while (order >= steps[i].value && used + 3 < size && order < 1000) {
            used += (size_t)snprintf(out + used, size - used, "%s", steps[i].digits);
            order -= steps[i].value;
        }
}

/* (a), (i), a., i. by level (rule 14). */
static void put_subnumber(int level, int order, char *out, size_t size)
{
    char digits[64];
    if (level % 2 == 0)
        ph_number_letter(order, digits, sizeof digits);
    else
        ph_number_roman(order, digits, sizeof digits);
    snprintf(out, size, level <= 3 ? "(%s)" : "%s.", digits);
}

const char *ph_number(const struct ph_node *node, char *out, size_t size)
{
    if (ph_goes_on(node, PH_END_DELETED))
        return NULL;
    switch (node->kind) {
    case PH_OPERATIVE:
        if (is_alone(node))
            return NULL;
        snprintf(out, size, "%d.", node->order);
        return out;
    case PH_SUBPARAGRAPH:
        if (!node->as.paragraph.number && node->origin.how == PH_AS_READ)
            return NULL;
        put_subnumber(node->as.paragraph.level, node->order, out, size);
        return out;
    case PH_PARAGRAPH:
        if (!node->as.paragraph.number)
            return NULL;
        snprintf(out, size, "%s", node->as.paragraph.number);
        return out;
    default:
        return NULL;
    }
}

static void label_own(const struct ph_node *node, char *out, size_t size)
{
    char number[64];
    switch (node->kind) {
    case PH_PREAMBULAR:
        snprintf(out, size, "PP%d", node->order);
        break;
    case PH_OPERATIVE:
        snprintf(out, size, "OP%d", node->order);
        break;
    case PH_SUBPARAGRAPH:
        put_subnumber(node->as.paragraph.level, node->order, out, size);
        break;
    case PH_PARAGRAPH:
        if (ph_number(node, number, sizeof number))
            snprintf(out, size, "para. %.*s", (int)strcspn(number, "."), number);
        else
            snprintf(out, size, "para. %d", node->order);
        break;
    case PH_HEADING:
        snprintf(out, size, "heading %s",
                 node->as.heading.number ? node->as.heading.number : node->text.bytes);
        break;
    case PH_FOOTNOTE:
        if (ph_note_number(node))
            snprintf(out, size, "footnote %d", ph_note_number(node));
        else
            snprintf(out, size, "footnote %s",
                     node->as.footnote.mark ? node->as.footnote.mark : "");
        break;
    case PH_ANNEX:
        snprintf(out, size, "%s", node->as.annex.label ? node->as.annex.label : "annex");
        break;
    case PH_FIELD:
        snprintf(out, size, "%s", ph_field_name(node->as.field.name));
        break;
    case PH_ORGAN:
        snprintf(out, size, "organ");
        break;
    default:
        snprintf(out, size, "%s", ph_kind_name(node->kind));
    }
}

const char *ph_label(const struct ph_node *node, char *out, size_t size)
{
    enum { DEEPEST = 16 };
    const struct ph_node *path[DEEPEST];
    size_t count = 0;
    for (const struct ph_node *up = node; up && count < DEEPEST; up = up->parent)
        if (up == node || up->kind == PH_ANNEX || ph_is_paragraph(up))
            path[count++] = up;
    size_t used = 0;
    out[0] = '\0';
    while (count > 0 && used < size) {
        char own[96];
        const struct ph_node *one = path[--count];
        label_own(one, own, sizeof own);
        const char *join = one->kind == PH_ANNEX ? ", " : " ";
        int n = snprintf(out + used, size - used, "%s%s", own, count ? join : "");
        used += n > 0 ? (size_t)n : 0;
    }
    return out;
}

int ph_note_number(const struct ph_node *footnote)
{
    return footnote->order;
}

bool ph_note_repeated(const struct ph_node *node, const struct ph_inline *mark)
{
    return mark->note->as.footnote.first != node || mark->note->as.footnote.at != mark->from;
}
