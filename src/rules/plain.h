/* Expressions that are no more than functions, variables and words, compared and joined: nearly all
 * that rules ask at every paragraph. They are told without libxml2, which takes several times as
 * long. What is more than that, and whatever is wrong, is left to libxml2. */
#ifndef PH_RULES_PLAIN_H
#define PH_RULES_PLAIN_H

#include <libxml/xpath.h>

struct ph_plain;

/* NULL: the expression is more than that, or wrong. Free with ph_plain_free. */
struct ph_plain *ph_plain_new(const char *expression);
void ph_plain_free(struct ph_plain *plain); /* NULL is allowed */

enum ph_plain_truth { PH_PLAIN_FALSE, PH_PLAIN_TRUE, PH_PLAIN_UNKNOWN };

/* Whether it is true, as libxml2 would say, at the node of a context of ph_rules_xpath, whose steps
 * it counts. Unknown: libxml2 is to be asked, and says what is wrong if anything is. */
enum ph_plain_truth ph_plain_ask(const struct ph_plain *plain, xmlXPathContext *context);
/* Its value; NULL: unknown, as above. Free with xmlXPathFreeObject. */
xmlXPathObject *ph_plain_value(const struct ph_plain *plain, xmlXPathContext *context);

#endif
