/* What stands before the words: identification after the AKN4UN naming convention (IRIs of work,
 * expression and manifestation), publication, workflow, references; and the fields. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "doc/akn.h"
#include "doc/akn_looks.h"
#include "un/date.h"

/* ---- fields ---- */

static const char *iso_of(const struct ph_lexicon *lexicon, const char *text, char *out,
                          size_t size)
{
    struct ph_date date;
    if (text && ph_date_parse(lexicon, text, strlen(text), &date, NULL))
        return ph_date_iso(date, out, size);
    return NULL;
}

void ph_akn_add_field(struct ph_akn *akn, xmlNode *parent, const struct ph_node *field)
{
    enum ph_field name = field->as.field.name;
    const char *element = ph_akn_looks[name].element ? ph_akn_looks[name].element : "inline";
    char out[32];
    xmlNode *made = ph_akn_add(ph_akn_add(parent, "p", NULL), element, field);
    if (!strcmp(element, "inline"))
        ph_xml_set(made, "name",
                   ph_akn_looks[name].name ? ph_akn_looks[name].name : ph_field_name(name));
    if (!strcmp(element, "docDate")) {
        const char *date = iso_of(akn->document->lexicon, field->text.bytes, out, sizeof out);
        ph_xml_set(made, "date", date ? date : PH_AKN_NO_DATE);
    }
    int session = name == PH_FIELD_SESSION ? ph_document_session(field->parent->parent) : 0;
    snprintf(out, sizeof out, "%d", session);
    ph_xml_set(made, "value", session ? out : NULL);
    ph_xml_set(made, "refersTo", ph_akn_looks[name].refers_to);
    ph_akn_add_words(akn, made, field);
}

/* ---- identification ---- */

/* What the IRIs of a document are made of. */
struct identity {
    const char *number; /* "73/331", "A/75/L.1", a file's name */
    const char *organ;
    const char *date; /* ISO */
    char adopted[32], issued[32], organ_slug[64], number_slug[128];
    char work[320], expression[400], manifestation[440];
};

const char *ph_akn_slug(const char *text, bool lower, char *out, size_t size)
{
    size_t used = 0;
    for (; *text && used + 1 < size; text++) {
        char c = *text;
        bool capital = c >= 'A' && c <= 'Z';
        bool plain = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
                     c == '(' || c == ')' || c == '_';
        if (c == ' ' && used && !lower && out[used - 1] != '-')
            out[used++] = '_';
        else if (plain)
            out[used++] = lower && capital ? (char)(c - 'A' + 'a') : c;
        else if (used && out[used - 1] != '-' && out[used - 1] != '_')
            out[used++] = '-';
    }
    while (used && strchr("-_", out[used - 1]))
        used--;
    out[used] = '\0';
    return out;
}

/* The short names of the principal organs in IRIs (guidelines, part 1). */
static void set_organ(struct identity *identity, const struct ph_node *node)
{
    static const char *const known[][2] = {{"General Assembly", "ga"},
                                           {"Security Council", "sc"},
                                           {"Economic and Social Council", "ecosoc"}};
    const char *organ = ph_field_text(node, PH_FIELD_ORGAN);
    identity->organ = organ && *organ ? organ : known[0][0];
    ph_akn_slug(identity->organ, true, identity->organ_slug, sizeof identity->organ_slug);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(identity->organ, known[i][0]))
            snprintf(identity->organ_slug, sizeof identity->organ_slug, "%s", known[i][1]);
}

static void set_dates(struct identity *identity, const struct ph_node *node)
{
    const struct ph_lexicon *lexicon = node->document->lexicon;
    iso_of(lexicon, ph_field_text(node, PH_FIELD_ADOPTED), identity->adopted,
           sizeof identity->adopted);
    iso_of(lexicon, ph_field_text(node, PH_FIELD_DATE), identity->issued, sizeof identity->issued);
    identity->date = *identity->adopted  ? identity->adopted
                     : *identity->issued ? identity->issued
                                         : PH_AKN_NO_DATE;
}

static void identify(const struct ph_akn_holder *holder, struct identity *identity)
{
    const struct ph_akn_holder *root = holder;
    while (root->up)
        root = root->up;
    const struct ph_node *node = root->node;
    memset(identity, 0, sizeof *identity);
    set_organ(identity, node);
    set_dates(identity, node);
    identity->number = ph_file_name(ph_document_name(node));
    if (ph_field_text(node, PH_FIELD_NUMBER) || ph_field_text(node, PH_FIELD_SYMBOL))
        identity->number = ph_document_name(node);
    ph_akn_slug(identity->number, false, identity->number_slug, sizeof identity->number_slug);
    if (!*identity->number_slug)
        snprintf(identity->number_slug, sizeof identity->number_slug, "unnumbered");
    bool letter = !root->is_statement;
    snprintf(identity->work, sizeof identity->work, "/akn/un/%s/un-%s/%s/%s",
             letter ? "doc/communication" : "statement/deliberation", identity->organ_slug,
             identity->date, identity->number_slug);
    snprintf(identity->expression, sizeof identity->expression, "%s/eng@%s", identity->work,
             identity->date);
    snprintf(identity->manifestation, sizeof identity->manifestation, "%s.xml",
             identity->expression);
}

static xmlNode *add_value(xmlNode *parent, const char *name, const char *attribute,
                          const char *value)
{
    xmlNode *element = ph_akn_add(parent, name, NULL);
    ph_xml_set(element, attribute, value);
    return element;
}

/* What work, expression and manifestation share. */
static xmlNode *add_level(xmlNode *parent, const char *name, const struct identity *identity,
                          const char *uri, const char *ending, const char *component)
{
    char this[PH_AKN_ID + 480];
    xmlNode *level = ph_akn_add(parent, name, NULL);
    snprintf(this, sizeof this, "%s/%s%s", uri, component, ending);
    add_value(level, "FRBRthis", "value", this);
    snprintf(this, sizeof this, "%s%s", uri, ending);
    add_value(level, "FRBRuri", "value", this);
    bool adopted = !strcmp(name, "FRBRWork") && *identity->adopted;
    bool work = !strcmp(name, "FRBRWork"), markup = *ending != '\0';
    xmlNode *date = add_value(level, "FRBRdate", "date", identity->date);
    ph_xml_set(date, "name",
               markup    ? "markup"
               : adopted ? "adoption"
               : work    ? "submission"
                         : "issue");
    add_value(level, "FRBRauthor", "href", markup ? "#penholder" : "#organ");
    return level;
}

static void add_identification(xmlNode *meta, const struct identity *identity, bool statement,
                               const char *component)
{
    xmlNode *parent = add_value(meta, "identification", "source", "#penholder");
    xmlNode *work = add_level(parent, "FRBRWork", identity, identity->work, "", component);
    add_value(work, "FRBRcountry", "value", "un");
    add_value(work, "FRBRsubtype", "value", statement ? "deliberation" : "communication");
    xmlNode *number = add_value(work, "FRBRnumber", "value", identity->number_slug);
    ph_xml_set(number, "showAs", *identity->number ? identity->number : identity->number_slug);
    xmlNode *expression =
        add_level(parent, "FRBRExpression", identity, identity->expression, "", component);
    add_value(expression, "FRBRlanguage", "language", "eng");
    xmlNode *manifestation =
        add_level(parent, "FRBRManifestation", identity, identity->expression, ".xml", component);
    add_value(manifestation, "FRBRformat", "value", "xml");
}

/* ---- the rest of the meta, of the root only ---- */

static void add_publication(xmlNode *meta, const struct ph_node *node,
                            const struct identity *identity)
{
    const char *symbol = ph_field_text(node, PH_FIELD_SYMBOL);
    if (!symbol)
        return;
    xmlNode *element = ph_akn_add(meta, "publication", NULL);
    ph_xml_set(element, "date", *identity->issued ? identity->issued : identity->date);
    ph_xml_set(element, "name", node->as.document.genre == PH_DRAFT ? "draft" : "document");
    ph_xml_set(element, "showAs", symbol);
    ph_xml_set(element, "number", symbol);
}

static void add_workflow(xmlNode *meta, const struct identity *identity)
{
    if (!*identity->adopted)
        return;
    xmlNode *workflow = add_value(meta, "workflow", "source", "#penholder");
    xmlNode *step = add_value(workflow, "step", "date", identity->adopted);
    ph_xml_set(step, "by", "#organ");
    ph_xml_set(step, "refersTo", "#adoption");
}

static void add_reference(struct ph_akn *akn, xmlNode *references, const char *name, const char *id,
                          const char *kind, const char *show)
{
    char href[160], slug[64];
    xmlNode *element = ph_akn_add(references, name, NULL);
    ph_akn_set_id(akn, element, id);
    snprintf(href, sizeof href, "/akn/ontology/%s/un/%s", kind,
             ph_akn_slug(show, true, slug, sizeof slug));
    ph_xml_set(element, "href", href);
    ph_xml_set(element, "showAs", show);
}

static void add_references(struct ph_akn *akn, xmlNode *meta, const struct identity *identity)
{
    static const char *const rows[][4] = {
        {"TLCObject", "penholder", "object", "penholder"},
        {"TLCEvent", "adoption", "event", "adoption"},
        {"TLCEvent", "meeting", "event", "plenary meeting"},
        {"TLCConcept", "preambular", "concept", "preamble"},
        {"TLCTerm", "symbol", "term", "symbol"},
        {"TLCTerm", "number", "term", "resolution number"},
        {"TLCTerm", "issueDate", "term", "date of issue"},
        {"TLCTerm", "adoptionDate", "term", "date of adoption"},
        {"TLCTerm", "meetingDate", "term", "date of the meeting"},
    };
    xmlNode *references = add_value(meta, "references", "source", "#penholder");
    add_reference(akn, references, "TLCOrganization", "organ", "organization", identity->organ);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add_reference(akn, references, rows[i][0], rows[i][1], rows[i][2], rows[i][3]);
}

xmlNode *ph_akn_add_meta(struct ph_akn *akn, const struct ph_akn_holder *holder,
                         const char *component)
{
    struct identity identity;
    xmlNode *meta = ph_akn_add(holder->element, "meta", NULL);
    identify(holder, &identity);
    add_identification(meta, &identity, holder->is_statement, component);
    if (!holder->up) {
        add_publication(meta, holder->node, &identity);
        add_workflow(meta, &identity);
        add_references(akn, meta, &identity);
    }
    return meta;
}
