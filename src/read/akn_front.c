/* Facts in Akoma Ntoso: the fields of the masthead and of the conclusions, and what the meta says.
 */
#include <stdlib.h>
#include <string.h>

#include "doc/akn_looks.h"
#include "read/akn.h"
#include "un/date.h"
#include "un/symbol.h"

/* ---- which field an element is ---- */

static bool agrees(const char *wanted, const char *found)
{
    return !wanted || (found && !strcmp(wanted, found));
}

static bool is_inside(enum ph_field field, enum ph_akn_zone zone)
{
    bool closing = field == PH_FIELD_MEETING || field == PH_FIELD_MEETING_DATE;
    return closing == (zone == PH_AKN_CONCLUSIONS) || field == PH_FIELD_SIGNED;
}

/* Exactly as we write it; else, for what others write, by the element alone: the first that may
 * stand there. -1: no field. */
static int field_of(const xmlNode *element, enum ph_akn_zone zone)
{
    const char *name = ph_xml_attribute(element, "name");
    const char *refers_to = ph_xml_attribute(element, "refersTo");
    int loose = -1;
    for (int field = 0; field < PH_FIELD_COUNT; field++) {
        const struct ph_akn_look *look = &ph_akn_looks[field];
        if (!look->element || !ph_xml_is(element, look->element) || !agrees(look->name, name))
            continue;
        if (look->refers_to && agrees(look->refers_to, refers_to))
            return field;
        bool fits = is_inside((enum ph_field)field, zone);
        if (!look->refers_to && fits)
            return field;
        loose = loose < 0 && fits ? field : loose;
    }
    return loose;
}

/* ---- setting fields ---- */

static struct ph_node *closing_of(struct ph_node *holder)
{
    struct ph_node *last = holder->last;
    return last && last->kind == PH_CLOSING ? last : ph_add(holder, PH_CLOSING, "");
}

/* "Distr.: Limited" is "Limited": the value, where the lexicon knows the line by the field's
 * name. */
static void keep_value(const struct ph_akn_reader *reader, struct ph_node *field)
{
    struct ph_line line;
    const struct ph_text *text = &field->text;
    const char *name = ph_field_name(field->as.field.name);
    if (!ph_lexicon_find_line(reader->lexicon, name, text->bytes, text->length, 0, &line) ||
        line.match_from || line.match_to != text->length || line.to - line.from == text->length)
        return;
    ph_text_replace(field, line.to, text->length, "", 0);
    ph_text_replace(field, 0, line.from, "", 0);
}

static void place_field(struct ph_node *field, const struct ph_akn_around *around)
{
    enum ph_field name = field->as.field.name;
    if (around->zone == PH_AKN_CONCLUSIONS || around->holder->kind != PH_DOCUMENT) {
        ph_append(closing_of(around->holder), field);
        return;
    }
    if (name != PH_FIELD_DRAFT && ph_field_node(around->holder, name))
        return;
    struct ph_node *made = ph_set_field(around->holder, name, field->text.bytes);
    made->text = field->text;
    made->span = field->span;
}

static bool add_field(struct ph_akn_reader *reader, enum ph_field name, xmlNode *element,
                      const struct ph_akn_around *around)
{
    struct ph_node *field = ph_node_new(reader->document, PH_FIELD, "");
    field->as.field.name = name;
    ph_akn_read_words(reader, element, field);
    if (!field->text.length)
        return false;
    field->span = (struct ph_span){.source = reader->document->source,
                                   .block = reader->blocks++,
                                   .to = field->text.length,
                                   .line = ph_xml_line(element)};
    keep_value(reader, field);
    place_field(field, around);
    return true;
}

/* A line without any element for its fact: what the lexicon knows by its words. */
static bool add_known(struct ph_akn_reader *reader, xmlNode *line,
                      const struct ph_akn_around *around)
{
    struct ph_line known;
    char *words = ph_xml_content(line);
    size_t length = strlen(words);
    bool whole = around->zone != PH_AKN_PREFACE && length &&
                 ph_lexicon_line(reader->lexicon, words, length, &known) && !known.match_from &&
                 known.match_to == length;
    int field = whole ? ph_field_by_name(known.name) : -1;
    free(words);
    return field >= 0 && add_field(reader, (enum ph_field)field, line, around);
}

bool ph_akn_read_line(struct ph_akn_reader *reader, xmlNode *line,
                      const struct ph_akn_around *around)
{
    bool any = false;
    xmlNode *end = ph_xml_step(line, true);
    for (xmlNode *at = ph_xml_first(line, NULL); at && at != end;) {
        int field = field_of(at, around->zone);
        if (field >= 0)
            any = add_field(reader, (enum ph_field)field, at, around) || any;
        at = ph_xml_step(at, field >= 0);
    }
    return any || add_known(reader, line, around);
}

/* ---- meta ---- */

static const xmlNode *find(const xmlNode *parent, const char *name)
{
    const xmlNode *end = ph_xml_step(parent, true);
    for (const xmlNode *at = ph_xml_first(parent, NULL); at && at != end;
         at = ph_xml_step(at, false))
        if (ph_xml_is(at, name))
            return at;
    return NULL;
}

static const char *value_of(const xmlNode *meta, const char *name, const char *attribute)
{
    const xmlNode *element = find(meta, name);
    return element ? ph_xml_attribute(element, attribute) : NULL;
}

static void set_symbol(const xmlNode *meta, struct ph_node *document)
{
    struct ph_symbol symbol;
    const char *texts[] = {value_of(meta, "publication", "number"),
                           value_of(meta, "publication", "showAs"),
                           value_of(meta, "FRBRnumber", "showAs")};
    if (ph_field_node(document, PH_FIELD_SYMBOL) || ph_field_node(document, PH_FIELD_NUMBER))
        return;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i] && ph_symbol_parse(texts[i], strlen(texts[i]), &symbol, NULL) &&
            symbol.kind != PH_SYMBOL_NONE) {
            ph_set_field(document, PH_FIELD_SYMBOL, texts[i]);
            return;
        }
}

/* The date of the work is that of adoption where it says so; the date of nothing is none. */
static void set_date(const xmlNode *meta, struct ph_node *document)
{
    struct ph_date date;
    char text[32];
    const char *value = value_of(meta, "FRBRdate", "date");
    const char *name = value_of(meta, "FRBRdate", "name");
    if (!value || !name || strcmp(name, "adoption") || !ph_date_parse_iso(value, &date) ||
        ph_field_node(document, PH_FIELD_ADOPTED))
        return;
    ph_set_field(document, PH_FIELD_ADOPTED,
                 ph_date_text(document->document->lexicon, date, text, sizeof text));
}

static enum ph_genre genre_of(const xmlNode *element, const struct ph_node *document)
{
    static const struct {
        const char *name;
        enum ph_genre genre;
    } names[] = {{"resolution", PH_RESOLUTION},
                 {"resolutionDraft", PH_DRAFT},
                 {"letter", PH_LETTER},
                 {"explanatoryMemorandum", PH_MEMORANDUM},
                 {"document", PH_OTHER_GENRE}};
    const char *name = ph_xml_attribute(element, "name");
    const char *text = ph_field_text(document, PH_FIELD_SYMBOL);
    struct ph_symbol symbol = {0};
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i].name))
            return names[i].genre;
    if (text)
        ph_symbol_parse(text, strlen(text), &symbol, NULL);
    if (symbol.kind == PH_SYMBOL_DRAFT || ph_field_node(document, PH_FIELD_PROPOSAL))
        return PH_DRAFT;
    return ph_xml_is(element, "doc") ? PH_OTHER_GENRE : PH_RESOLUTION;
}

void ph_akn_read_meta(struct ph_akn_reader *reader, const xmlNode *element,
                      struct ph_node *document)
{
    const xmlNode *meta = ph_xml_first(element, "meta");
    if (meta && document == reader->document->root) {
        set_symbol(meta, document);
        set_date(meta, document);
    }
    document->as.document.genre = genre_of(element, document);
}
