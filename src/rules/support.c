/* What a hypothesis explains of a slot, and the variables that its expressions see. */
#include <libxml/xpathInternals.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "rules/hypothesis_inside.h"
#include "rules/series_functions.h"

static void set_member(struct ph_hypotheses *all, int session, int year, int place)
{
    ph_xpath_set_number(all->context, "session", session);
    ph_xpath_set_number(all->context, "year", year);
    ph_xpath_set_number(all->context, "place", place);
}

static void set_words(struct ph_hypotheses *all, const struct ph_seen *seen)
{
    ph_xpath_set_text(all->context, "words", seen->words);
    ph_xpath_set_number(all->context, "value", (double)seen->value);
    ph_xpath_set_number(all->context, "other", (double)seen->other);
    set_member(all, seen->session, seen->year, seen->place);
}

static void set_before(struct ph_hypotheses *all, const struct ph_seen *seen)
{
    ph_xpath_set_text(all->context, "before", seen->words);
    ph_xpath_set_number(all->context, "before-value", (double)seen->value);
    ph_xpath_set_number(all->context, "before-other", (double)seen->other);
    ph_xpath_set_number(all->context, "before-session", seen->session);
    ph_xpath_set_number(all->context, "before-place", seen->place);
    ph_xpath_set_number(all->context, "before-paragraph", seen->paragraph);
}

/* The value of an expression as a string; "" when it fails. Caller frees. */
char *ph_hypotheses_text(struct ph_hypotheses *all, xmlXPathCompExpr *expression)
{
    xmlXPathObject *object = xmlXPathCompiledEval(expression, all->context);
    xmlChar *text = object ? xmlXPathCastToString(object) : NULL;
    char *copy = ph_copy(text ? (const char *)text : "");
    xmlFree(text);
    xmlXPathFreeObject(object);
    return copy;
}

bool ph_hypotheses_true(struct ph_hypotheses *all, xmlXPathCompExpr *expression)
{
    if (!expression)
        return true;
    xmlXPathObject *object = xmlXPathCompiledEval(expression, all->context);
    bool truth = object && xmlXPathCastToBoolean(object);
    xmlXPathFreeObject(object);
    return truth;
}

/* How much less a transition counts than the one after it: so that the newest outvotes the two
 * before it. */
static const double FADE = 0.7;

static double weight_of(size_t i, size_t count)
{
    return pow(FADE, (double)(count - 1 - i));
}

/* The parameter as each member has it; NULL: the hypothesis has none. Free with free_fits. */
static char **list_fits(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                        const struct ph_slot_view *slot)
{
    if (!one->parameter)
        return NULL;
    char **fits = ph_alloc_zero(slot->count, sizeof *fits);
    for (size_t i = 0; i < slot->count; i++) {
        set_words(all, &slot->seen[i]);
        fits[i] = ph_hypotheses_text(all, one->parameter);
    }
    return fits;
}

static void free_fits(char **fits, size_t count)
{
    for (size_t i = 0; fits && i < count; i++)
        free(fits[i]);
    free(fits);
}

/* Sets the parameter that fits most of the first `count` members, later ones counting more. */
static void set_parameter(struct ph_hypotheses *all, char *const *fits, size_t count)
{
    size_t best = 0;
    double most = -1;
    for (size_t i = 0; fits && i < count; i++) {
        double weight = 0;
        for (size_t k = 0; k < count; k++)
            weight += strcmp(fits[i], fits[k]) ? 0 : weight_of(k, count);
        if (weight >= most) {
            most = weight;
            best = i;
        }
    }
    ph_xpath_set_text(all->context, "parameter", fits ? fits[best] : "");
}

/* Whether words are what was predicted, in which PH_UNKNOWN_WORDS stands for anything within one
 * item of a list. */
static bool is_like(const char *predicted, const char *seen)
{
    const size_t unknown = strlen(PH_UNKNOWN_WORDS);
    const char *p = predicted, *s = seen, *after = NULL, *from = NULL;
    while (*s) {
        if (!strncmp(p, PH_UNKNOWN_WORDS, unknown)) {
            p = after = p + unknown;
            from = s;
        } else if (*p == *s) {
            p++;
            s++;
        } else if (after && *from != ',') { /* the unknown words reach one letter further */
            p = after;
            s = ++from;
        } else {
            return false;
        }
    }
    return !*p || !strcmp(p, PH_UNKNOWN_WORDS);
}

static bool is_explained(const char *predicted, const char *seen)
{
    char *a = ph_utf8_fold(predicted, strlen(predicted)), *b = ph_utf8_fold(seen, strlen(seen));
    bool explained = is_like(a, b);
    free(a);
    free(b);
    return explained;
}

struct ph_support ph_hypothesis_support(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                                        const struct ph_slot_view *slot)
{
    struct ph_support support = {0};
    char **fits = list_fits(all, one, slot);
    for (size_t i = 1; i < slot->count; i++) {
        const struct ph_seen *seen = &slot->seen[i];
        set_parameter(all, fits, i);
        set_member(all, seen->session, seen->year, seen->place);
        set_before(all, &slot->seen[i - 1]);
        char *predicted = ph_hypotheses_text(all, one->predict);
        double weight = weight_of(i, slot->count);
        support.heard += weight;
        if (is_explained(predicted, seen->words)) {
            support.right += weight;
            support.explained++;
        }
        free(predicted);
    }
    free_fits(fits, slot->count);
    return support;
}

void ph_hypotheses_set_slot(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    ph_xpath_set_text(all->context, "context", slot->context ? slot->context : "");
    ph_xpath_set_text(all->context, "after", slot->after ? slot->after : "");
    ph_xpath_set_text(all->context, "since-moved", slot->since_moved ? slot->since_moved : "");
    ph_xpath_set_number(all->context, "target", slot->session);
    ph_xpath_set_number(all->context, "target-year", slot->year);
    ph_xpath_set_nodes(all->context, "members", (xmlNodeSet *)slot->members);
    ph_xpath_set_nodes(all->context, "others", (xmlNodeSet *)slot->others);
}

void ph_hypotheses_set_latest(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    set_words(all, &slot->seen[slot->count - 1]);
}

void ph_hypotheses_set_draft(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                             const struct ph_slot_view *slot)
{
    const struct ph_seen *last = &slot->seen[slot->count - 1];
    char **fits = list_fits(all, one, slot);
    set_parameter(all, fits, slot->count);
    free_fits(fits, slot->count);
    set_words(all, last);
    set_before(all, last);
    set_member(all, slot->session, slot->year, slot->place);
}
