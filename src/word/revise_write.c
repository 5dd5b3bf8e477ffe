/* Changes that can be made, made: from run to run in the order of the part. */
#include <stdint.h>
#include <string.h>

#include "word/revise.h"

struct writer {
    struct ph_revision *revision;
    const struct ph_letters *letters;
    const char *bytes;
    struct ph_signer *signer;
    struct ph_splices *splices;
    struct ph_buffer text;
    unsigned char open; /* the change that is wrapped around what comes now */
    size_t open_end;    /* behind the last run in it */
    size_t next;        /* insertion */
};

static void flush(struct writer *writer, size_t at)
{
    ph_splice_add(writer->splices, at, at, ph_buffer_text(&writer->text), writer->text.length);
    ph_buffer_clear(&writer->text);
}

static void begin_wrapper(struct writer *writer, unsigned char change)
{
    writer->open = change;
    if (change != PH_WML_KEPT)
        ph_sign(writer->signer, ph_wml_change_name((enum ph_wml_change)change), ">", &writer->text);
}

static void end_wrapper(struct writer *writer)
{
    if (writer->open != PH_WML_KEPT)
        ph_buffer_printf(&writer->text, "</%s%s>", writer->signer->prefix,
                         ph_wml_change_name((enum ph_wml_change)writer->open));
    writer->open = PH_WML_KEPT;
}

static void close_wrapper(struct writer *writer)
{
    if (writer->open == PH_WML_KEPT)
        return;
    end_wrapper(writer);
    flush(writer, writer->open_end);
}

static void add_insertion(struct writer *writer, const struct ph_insertion *insertion)
{
    ph_buffer_add(&writer->text, ph_buffer_text(&writer->revision->bytes) + insertion->at,
                  insertion->length);
}

/* What comes between runs, up to byte `to` of the part. */
static void put_insertions(struct writer *writer, size_t to)
{
    struct ph_revision *revision = writer->revision;
    for (; writer->next < revision->count; writer->next++) {
        const struct ph_insertion *insertion = &revision->insertions[writer->next];
        if (!insertion->place || insertion->place > to)
            return;
        close_wrapper(writer);
        add_insertion(writer, insertion);
        flush(writer, insertion->place);
    }
}

static bool comes_before(const struct writer *writer, size_t letter)
{
    const struct ph_revision *revision = writer->revision;
    return writer->next < revision->count && !revision->insertions[writer->next].place &&
           revision->insertions[writer->next].letter == letter;
}

/* Whether a letter and the one before it cannot be in one run. */
static bool differs(const struct writer *writer, size_t i)
{
    const struct ph_revision *revision = writer->revision;
    return revision->changes[i] != revision->changes[i - 1] ||
           ph_revision_look(revision, i) != ph_revision_look(revision, i - 1);
}

/* The properties of a part of a run. */
static void add_properties(struct writer *writer, const struct ph_letter_run *run, unsigned look)
{
    const struct ph_scan *scan = &writer->letters->story->scan;
    if (look)
        ph_properties_restyled(scan, run->properties, run->properties_to, look, writer->signer,
                               &writer->text);
    else
        ph_properties_repeat(scan, run->properties, run->properties_to, writer->signer,
                             &writer->text);
}

/* The first letters of a run look otherwise. */
static void restyle(struct writer *writer, const struct ph_letter_run *run)
{
    const bool some = run->properties < run->properties_to;
    const unsigned look = run->count ? ph_revision_look(writer->revision, run->first) : 0;
    if (!look)
        return;
    add_properties(writer, run, look);
    ph_splice_add(writer->splices, some ? run->properties : run->inner,
                  some ? run->properties_to : run->inner, writer->text.data, writer->text.length);
    ph_buffer_clear(&writer->text);
}

static const char *text_name(unsigned char change)
{
    return change == PH_WML_DELETED ? "delText" : "t";
}

/* Ends the run before a letter, and begins another like it. */
static void cut(struct writer *writer, size_t i)
{
    const struct ph_letter *letter = &writer->letters->items[i];
    const struct ph_letter_run *run = &writer->letters->runs[letter->run];
    const struct ph_letter_element *element = &writer->letters->elements[letter->element];
    const char *prefix = writer->signer->prefix;
    const unsigned char *changes = writer->revision->changes;
    const bool inside = element->text && writer->letters->items[i - 1].element == letter->element;
    if (inside)
        ph_buffer_printf(&writer->text, "</%s%s>", prefix, text_name(changes[i - 1]));
    ph_buffer_printf(&writer->text, "</%sr>", prefix);
    end_wrapper(writer);
    for (; comes_before(writer, i); writer->next++)
        add_insertion(writer, &writer->revision->insertions[writer->next]);
    begin_wrapper(writer, changes[i]);
    ph_buffer_add(&writer->text, writer->bytes + run->from, run->inner - run->from);
    add_properties(writer, run, ph_revision_look(writer->revision, i));
    if (inside)
        ph_buffer_printf(&writer->text, "<%s%s xml:space=\"preserve\">", prefix,
                         text_name(changes[i]));
    flush(writer, inside ? letter->from : element->from);
}

/* The start tag of the element whose first letter is `i`: its name as deleted, and that blanks
 * count where it is cut. */
static void begin_element(struct writer *writer, size_t i, bool is_cut)
{
    const struct ph_letter_element *element =
        &writer->letters->elements[writer->letters->items[i].element];
    const bool deleted = writer->revision->changes[i] == PH_WML_DELETED;
    const char *name = element->text ? (deleted ? "delText" : "t") : "delInstrText";
    if (!element->text && !(element->instruction && deleted))
        return;
    if (!deleted && (!is_cut || element->preserved))
        return;
    ph_buffer_printf(&writer->text, "<%s%s%s", writer->signer->prefix, name,
                     is_cut && !element->preserved ? " xml:space=\"preserve\"" : "");
    ph_splice_add(writer->splices, element->from, element->named, writer->text.data,
                  writer->text.length);
    ph_buffer_clear(&writer->text);
}

static void end_element(struct writer *writer, size_t last)
{
    const struct ph_letter_element *element =
        &writer->letters->elements[writer->letters->items[last].element];
    if (writer->revision->changes[last] != PH_WML_DELETED || element->end == element->to ||
        !(element->text || element->instruction))
        return;
    ph_buffer_printf(&writer->text, "</%s%s>", writer->signer->prefix,
                     element->text ? "delText" : "delInstrText");
    ph_splice_add(writer->splices, element->end, element->to, writer->text.data,
                  writer->text.length);
    ph_buffer_clear(&writer->text);
}

/* Whether the element whose first letter is `i` is cut between its letters; `end` is behind its
 * last. */
static bool is_cut(const struct writer *writer, size_t i, size_t end)
{
    const struct ph_revision *revision = writer->revision;
    size_t next = writer->next;
    for (size_t j = i + 1; j < end; j++)
        if (differs(writer, j))
            return true;
    while (next < revision->count && !revision->insertions[next].place &&
           revision->insertions[next].letter <= i)
        next++;
    return next < revision->count && !revision->insertions[next].place &&
           revision->insertions[next].letter < end;
}

static size_t end_of_element(const struct ph_letters *letters, size_t i, size_t end)
{
    const uint32_t element = letters->items[i].element;
    while (i < end && letters->items[i].element == element)
        i++;
    return i;
}

static void write_run(struct writer *writer, const struct ph_letter_run *run)
{
    const unsigned char *changes = writer->revision->changes;
    const size_t end = run->first + run->count;
    put_insertions(writer, run->from);
    const unsigned char first = run->count ? changes[run->first] : PH_WML_KEPT;
    if (writer->open != first || writer->open_end != run->from)
        close_wrapper(writer);
    if (writer->open != first) {
        begin_wrapper(writer, first);
        flush(writer, run->from);
    }
    restyle(writer, run);
    for (size_t i = run->first, stop; i < end; i = stop) {
        stop = end_of_element(writer->letters, i, end);
        if (i > run->first && (differs(writer, i) || comes_before(writer, i)))
            cut(writer, i);
        begin_element(writer, i, is_cut(writer, i, stop));
        for (size_t j = i + 1; j < stop; j++)
            if (differs(writer, j) || comes_before(writer, j))
                cut(writer, j);
        end_element(writer, stop - 1);
    }
    writer->open_end = run->to;
}

void ph_revision_write(struct ph_revision *revision, struct ph_signer *signer,
                       struct ph_splices *splices)
{
    const struct ph_letters *letters = revision->letters;
    struct writer writer = {.revision = revision,
                            .letters = letters,
                            .bytes = letters->story->scan.bytes,
                            .signer = signer,
                            .splices = splices};
    for (size_t i = 0; i < letters->run_count; i++)
        if (!(letters->runs[i].flags & PH_STORY_GONE))
            write_run(&writer, &letters->runs[i]);
    close_wrapper(&writer);
    put_insertions(&writer, SIZE_MAX);
    ph_buffer_free(&writer.text);
}
