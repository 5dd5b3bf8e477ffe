/* Changes put into the user's own file, a package or a typed text, and read back before anybody
 * gets it. */
#include <string.h>

#include "doc/stretch.h"
#include "doc/walk.h"
#include "penholder.h"
#include "word/verify/verify.h"

/* The words of a document with its changes accepted, node by node. */
struct reading {
    const struct ph_node *root, *node;
    struct ph_buffer text; /* of the node */
};

/* Facts of the masthead, and the footnotes to them. */
static bool is_masthead(const struct ph_node *node)
{
    const struct ph_node *first = node->kind == PH_FOOTNOTE ? node->as.footnote.first : node;
    return first && first->kind == PH_FIELD;
}

/* Adds the words of a node without those that are struck out. */
static void add_text(struct reading *reading)
{
    const struct ph_text *text = &reading->node->text;
    size_t at = 0;
    if (ph_change_of(reading->node) & PH_BIT(PH_DELETED))
        return;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != PH_DELETED || mark->to <= at)
            continue;
        if (mark->from > at)
            ph_buffer_add(&reading->text, text->bytes + at, mark->from - at);
        at = mark->to;
    }
    ph_buffer_add(&reading->text, text->bytes + at, text->length - at);
}

/* The words of a node, and of those that are one with it: whose end before them goes. */
static void read_text(struct reading *reading)
{
    ph_buffer_clear(&reading->text);
    add_text(reading);
    while (reading->node->end == PH_END_DELETED && reading->node->next) {
        reading->node = reading->node->next;
        ph_buffer_char(&reading->text, ' ');
        add_text(reading);
    }
}

/* Goes on to the next node that has words and is of the text; false: there is none. */
static bool read_next(struct reading *reading)
{
    while ((reading->node = ph_next_text(reading->root, reading->node))) {
        if (is_masthead(reading->node))
            continue;
        read_text(reading);
        if (reading->text.length)
            return true;
    }
    return false;
}

static size_t count_words(const struct ph_document *document)
{
    struct reading reading = {.root = document->root};
    size_t count = 0;
    while (read_next(&reading))
        count++;
    ph_buffer_free(&reading.text);
    return count;
}

/* Lines of a masthead that are not known as such are read as paragraphs before the text, and only
 * what is of the text is compared. */
static bool pass_masthead(struct reading *found, size_t more)
{
    bool there = read_next(found);
    for (; more && there && found->node->kind == PH_PARAGRAPH; more--)
        there = read_next(found);
    return there;
}

static bool is_same(const struct reading *one, const struct reading *other)
{
    return one->text.length == other->text.length &&
           !memcmp(one->text.data, other->text.data, one->text.length);
}

/* Both documents, their changes accepted, hold the same paragraphs of the same words; else the
 * error says where they do not, and `refused`, if it is asked for, has the node that is wanted. */
static enum ph_status compare_words(const char *name, const struct ph_document *wanted,
                                    const struct ph_document *found, struct ph_refused *refused,
                                    struct ph_error *error)
{
    struct reading one = {.root = wanted->root}, other = {.root = found->root};
    const size_t count = count_words(found), least = count_words(wanted);
    bool left = read_next(&one), right = pass_masthead(&other, count > least ? count - least : 0);
    char label[64];
    while (left && right && is_same(&one, &other)) {
        left = read_next(&one);
        right = read_next(&other);
    }
    ph_buffer_free(&one.text);
    ph_buffer_free(&other.text);
    if (!left && !right)
        return PH_OK;
    if (left && refused) {
        refused->why = NULL;
        ph_refuse(refused, one.node);
    }
    return ph_fail(error, PH_FORMAT,
                   "%s: the changes cannot be put in safely: read back, %s is not what the new "
                   "document says; nothing is written (--fresh writes a new document)",
                   name, ph_label(left ? one.node : other.node, label, sizeof label));
}

/* The new text is what the new document says; that the old one comes back when the changes are
 * rejected is known of the bytes. */
static enum ph_status read_back(const struct ph_work *work, const char *name,
                                const struct ph_buffer *made, const struct ph_document *marked,
                                struct ph_refused *refused, struct ph_error *error)
{
    struct ph_document *found;
    enum ph_status status = ph_read(name, made->data, made->length, work->lexicon, &found, error);
    if (status != PH_OK)
        return status;
    status = compare_words(name, marked, found, refused, error);
    ph_document_free(found);
    return status;
}

enum ph_status ph_work_base(const struct ph_work *work, struct ph_buffer *bytes,
                            const struct ph_document **before, struct ph_error *error)
{
    const struct ph_pattern *pattern = work->pattern;
    const struct ph_member *base = pattern ? &pattern->members[pattern->base] : NULL;
    for (size_t i = 0; base && !pattern->before && i < work->source_count; i++)
        if (work->sources[i]->root == base->root && strcmp(work->sources[i]->source, "-") != 0) {
            *before = work->sources[i];
            return ph_file_read((*before)->source, bytes, error);
        }
    return ph_fail(error, PH_NOTHING, "the draft is not based on a file of its own");
}

bool ph_work_is_package(const struct ph_buffer *bytes)
{
    return bytes->length >= 4 && !memcmp(bytes->data, "PK", 2);
}

enum ph_status ph_work_in_place(struct ph_work *work, const char *name,
                                const struct ph_buffer *package, const struct ph_document *marked,
                                const struct ph_write_options *options, struct ph_buffer *out,
                                struct ph_error *error)
{
    enum ph_status status = ph_work_lexicon(work, error);
    if (status == PH_OK)
        status = ph_write_inplace(name, package, marked, options, out, &work->remarks, error);
    if (status != PH_OK ||
        (out->length == package->length && !memcmp(out->data, package->data, package->length)))
        return status;
    const struct ph_word_bytes before = {package->data, package->length};
    const struct ph_word_bytes after = {out->data, out->length};
    status = ph_word_guard(name, &before, &after, error);
    return status == PH_OK ? read_back(work, name, out, marked, options->refused, error) : status;
}

static bool has_fact(const struct ph_document *document, const struct ph_node *fact)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk))
        if (!walk.leaving && walk.node->kind == PH_FIELD &&
            walk.node->as.field.name == fact->as.field.name &&
            walk.node->text.length == fact->text.length &&
            !memcmp(walk.node->text.bytes, fact->text.bytes, fact->text.length))
            return true;
    return false;
}

/* Facts of the masthead are not compared with the text; those that changed are looked for by
 * themselves. */
static enum ph_status read_facts(const struct ph_work *work, const char *name,
                                 const struct ph_buffer *made, const struct ph_document *before,
                                 const struct ph_document *after, struct ph_error *error)
{
    struct ph_document *found;
    char label[64];
    enum ph_status status = ph_read(name, made->data, made->length, work->lexicon, &found, error);
    if (status != PH_OK)
        return status;
    struct ph_walk walk = ph_walk_start(after->root);
    while (status == PH_OK && ph_walk_step(&walk))
        if (!walk.leaving && walk.node->kind == PH_FIELD && !has_fact(before, walk.node) &&
            !has_fact(found, walk.node))
            status = ph_fail(error, PH_FORMAT,
                             "%s: the changes cannot be put in safely: read back, the masthead's "
                             "%s is not what it is to be; nothing is written (--fresh writes a "
                             "new document)",
                             name, ph_label(walk.node, label, sizeof label));
    ph_document_free(found);
    return status;
}

enum ph_status ph_work_in_text(struct ph_work *work, const struct ph_buffer *bytes,
                               const struct ph_document *before, const struct ph_document *after,
                               struct ph_buffer *out, struct ph_error *error)
{
    const char *name = before->source;
    enum ph_status status = ph_work_lexicon(work, error);
    if (status == PH_OK)
        status = ph_write_intext(name, bytes, work->lexicon, before, after, out, error);
    if (status == PH_OK)
        status = read_back(work, name, out, after, NULL, error);
    return status == PH_OK ? read_facts(work, name, out, before, after, error) : status;
}

/* Once, in these ways; what was added is taken back where it fails. */
static enum ph_status put_once(struct ph_work *work, const struct ph_compare_order *order,
                               struct ph_put *put, struct ph_buffer *out, struct ph_error *error)
{
    const size_t made = out->length, remarked = work->remarks.length;
    put->changes = (struct ph_changes){0};
    struct ph_document *marked =
        ph_compare_ordered(order, work->lexicon, put->before, put->after, &put->changes);
    const enum ph_status status =
        ph_work_in_place(work, put->before->source, put->package, marked, put->options, out, error);
    ph_document_free(marked);
    if (status != PH_OK) {
        ph_buffer_cut(out, made);
        ph_buffer_cut(&work->remarks, remarked);
    }
    return status;
}

/* It failed: without what was shown and may be the reason. */
static enum ph_status put_less(struct ph_work *work, struct ph_compare_order *order,
                               struct ph_put *put, enum ph_status status, struct ph_buffer *out,
                               struct ph_error *error)
{
    static const unsigned less[] = {PH_COMPARE_ENDS, PH_COMPARE_LOOKS,
                                    PH_COMPARE_ENDS | PH_COMPARE_LOOKS};
    const bool ends = put->changes.paragraphs_split + put->changes.paragraphs_merged > 0;
    const unsigned shown = ends ? put->ways : put->ways & ~(unsigned)PH_COMPARE_ENDS;
    for (size_t i = 0; i < sizeof less / sizeof *less && status != PH_OK; i++) {
        order->ways = put->ways & ~less[i];
        if ((shown & less[i]) == less[i])
            status = put_once(work, order, put, out, error);
    }
    if (status == PH_OK && (put->ways & ~order->ways & PH_COMPARE_LOOKS))
        ph_buffer_printf(&work->remarks, "%s: changed looks cannot be put in safely\n",
                         put->before->source);
    return status;
}

enum ph_status ph_work_put_changes(struct ph_work *work, struct ph_put *put, struct ph_buffer *out,
                                   struct ph_error *error)
{
    struct ph_inplace_judge *judge = ph_inplace_judge(put->before->source, put->package);
    struct ph_compare_order order = {put->ways, ph_inplace_may_end, judge};
    enum ph_status status = ph_work_lexicon(work, error);
    if (status == PH_OK)
        status = put_once(work, &order, put, out, error);
    if (status == PH_FORMAT || status == PH_INTERNAL)
        status = put_less(work, &order, put, status, out, error);
    ph_inplace_judge_free(judge);
    return status;
}
