/* Revisions: what stands in what, who signed them, and the text inside of them (ECMA-376 part 1,
 * 17.13.5). */
#include <string.h>

#include "un/date.h"
#include "word/verify/inside.h"

/* ---- dates ---- */

/* Reads exactly `count` digits; -1: they are not there. */
static int digits(const char **at, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++, ++*at) {
        if (**at < '0' || **at > '9')
            return -1;
        value = value * 10 + (**at - '0');
    }
    return value;
}

static bool one_of(const char **at, const char *which)
{
    return **at && strchr(which, **at) && ++*at;
}

/* "Z", "+02:00", or nothing. */
static bool is_zone(const char *at)
{
    if (!*at || !strcmp(at, "Z"))
        return true;
    if (!one_of(&at, "+-"))
        return false;
    int hours = digits(&at, 2), minutes = one_of(&at, ":") ? digits(&at, 2) : -1;
    return hours >= 0 && hours <= 14 && minutes >= 0 && minutes <= 59 && !*at;
}

/* Some programs write the year 1 or 1601 for no date; the calendar repeats itself in 400 years. */
static bool is_day(const char **at)
{
    struct ph_date date = {.year = digits(at, 4)};
    date.month = one_of(at, "-") ? digits(at, 2) : 0;
    date.day = one_of(at, "-") ? digits(at, 2) : 0;
    if (date.year < 1)
        return false;
    date.year = 2000 + date.year % 400;
    return ph_date_valid(date);
}

static bool is_time(const char **at)
{
    int hours = digits(at, 2), minutes = one_of(at, ":") ? digits(at, 2) : -1;
    int seconds = one_of(at, ":") ? digits(at, 2) : -1;
    if (one_of(at, "."))
        *at += strspn(*at, "0123456789");
    return hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0 &&
           seconds <= 59;
}

/* xsd:dateTime, of the years 1 to 9999. */
static bool is_date_time(const char *text)
{
    return is_day(&text) && one_of(&text, "T") && is_time(&text) && is_zone(text);
}

/* ---- signatures ---- */

static void check_signature(struct ph_verifier *verifier, const xmlNode *element)
{
    const char *name = (const char *)element->name, *date = ph_xml_attribute(element, "date");
    static const char *const needed[] = {"id", "author"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!ph_xml_attribute(element, needed[i]))
            ph_verify_fault(verifier, REVISION_UNSIGNED, "w:%s without w:%s", name, needed[i]);
    if (date && !is_date_time(date))
        ph_verify_fault(verifier, DATE, "“%s” of w:%s", date, name);
}

void ph_verify_signed(struct ph_verifier *verifier, const xmlNode *element)
{
    check_signature(verifier, element);
    ph_verify_define(verifier, PH_TOPIC_REVISION, ph_xml_attribute(element, "id"), 0);
}

/* Comments are counted apart from revisions. */
void ph_verify_comment(struct ph_verifier *verifier, const xmlNode *element)
{
    check_signature(verifier, element);
    ph_verify_define(verifier, PH_TOPIC_COMMENT, ph_xml_attribute(element, "id"), 0);
    ph_verify_begin_story(verifier);
}

/* ---- nesting ---- */

/* Among properties a revision is of a mark, a row or a number, and nothing stands in it. */
static bool is_around_words(const xmlNode *element)
{
    static const char *const properties[] = {"rPr", "trPr", "numPr", "ctrlPr"};
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (element->parent && ph_xml_is(element->parent, properties[i]))
            return false;
    return true;
}

/* What was inserted may be deleted or moved away; all else stands beside. */
static const char *outer_of(const struct ph_verify_level *around, enum ph_wml_change change)
{
    bool adds = change == PH_WML_INSERTED || change == PH_WML_MOVED_TO;
    if (around->inserted && adds)
        return "w:ins";
    if (around->moved_to && adds)
        return "w:moveTo";
    if (around->deleted && (adds || change == PH_WML_DELETED))
        return "w:del";
    if (around->moved_from && (adds || change == PH_WML_MOVED_FROM))
        return "w:moveFrom";
    return NULL;
}

void ph_verify_revision(struct ph_verifier *verifier, const xmlNode *element)
{
    ph_verify_signed(verifier, element);
    if (!is_around_words(element))
        return;
    struct ph_verify_level *level = ph_verify_level(verifier);
    enum ph_wml_change change = ph_wml_change_of(element);
    const char *outer = outer_of(level, change);
    if (outer)
        ph_verify_fault(verifier, REVISION_NESTED, "w:%s in %s", (const char *)element->name,
                        outer);
    level->inserted |= change == PH_WML_INSERTED;
    level->moved_to |= change == PH_WML_MOVED_TO;
    level->deleted |= change == PH_WML_DELETED;
    level->moved_from |= change == PH_WML_MOVED_FROM;
}

/* ---- text ---- */

static bool is_blank(xmlChar c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void check_space(struct ph_verifier *verifier, const xmlNode *element)
{
    const xmlNode *first = element->children, *last = element->last;
    if (!first || first->type != XML_TEXT_NODE || last->type != XML_TEXT_NODE || !*first->content ||
        !*last->content)
        return;
    bool blank = is_blank(first->content[0]) ||
                 is_blank(last->content[strlen((const char *)last->content) - 1]);
    if (blank && xmlNodeGetSpacePreserve(element) != 1)
        ph_verify_fault(verifier, SPACE, "w:%s", (const char *)element->name);
}

static void check_place(struct ph_verifier *verifier, const xmlNode *element)
{
    if (!ph_xml_is(element->parent, "r")) /* of words, or of a formula */
        ph_verify_fault(verifier, MISPLACED, "w:%s in %s", (const char *)element->name,
                        (const char *)element->parent->name);
    check_space(verifier, element);
}

void ph_verify_text(struct ph_verifier *verifier, const xmlNode *element)
{
    const struct ph_verify_level *level = ph_verify_level(verifier);
    check_place(verifier, element);
    if (level->deleted && !level->box)
        ph_verify_fault(verifier, TEXT_IN_DELETION, "w:%s", (const char *)element->name);
}

void ph_verify_deleted_text(struct ph_verifier *verifier, const xmlNode *element)
{
    const struct ph_verify_level *level = ph_verify_level(verifier);
    check_place(verifier, element);
    if (!level->deleted && !level->moved_from && !level->box)
        ph_verify_fault(verifier, DELETED_TEXT, "w:%s", (const char *)element->name);
}
