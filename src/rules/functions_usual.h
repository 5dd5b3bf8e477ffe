/* The functions of XPath itself that read the words of nodes, with what they read counted. */
#ifndef PH_RULES_FUNCTIONS_USUAL_H
#define PH_RULES_FUNCTIONS_USUAL_H

#include <libxml/xpath.h>
#include <stdbool.h>

/* The function of that name; NULL: it is none of them, and costs what a call costs. */
xmlXPathFunction ph_usual_function(const char *name);

#endif
