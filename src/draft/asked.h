/* What is asked of a person: the facts that <ask> of a template or the outcome "ask" of a drafting
 * rule names, in what form each is given, and what of it goes into the place. Data, with examples:
 * rules/en/facts.xml, schema rules/facts.xsd.
 *
 *   <pattern name="person">...</pattern>   what words must match as a whole (PCRE2)
 *   <fact name="symbol" of="draft letter" form="symbol" pattern="running-number">
 *     <title/> <expected/>   what it is, and how it is given, for messages
 *     <word/>                form one-of: a word that may be given
 *     <example value="" place="" gives=""/>   no `gives`: refused
 *   </fact>
 *
 *   of      the documents that ask for it: draft, letter
 *   form    words     that match the pattern
 *           symbol    as it stands in the place, with running numbers that match the pattern
 *           date      "12 October 2020" or "2020-10-12"
 *           one-of    a <word>
 *           states    a list of sponsors; states-in-sentence, state-in-sentence: one
 *   before, behind    words that go into the place with it
 *   none    yes: nothing may be given, and the place falls away */
#ifndef PH_DRAFT_ASKED_H
#define PH_DRAFT_ASKED_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "base/regex.h"
#include "base/status.h"
#include "un/states.h"

struct ph_asked {
    const char *name, *of;       /* owned by the list, as all are */
    const char *before, *behind; /* NULL: nothing */
    char *title, *expected;
    char *pattern; /* as written; "": none */
    struct ph_regex *whole;
    const struct ph_form *form;
    bool none;
    const xmlNode *element;
};

/* A value on its way into a place. Free its buffers with ph_taking_free. */
struct ph_taking {
    const struct ph_lexicon *lexicon;
    const struct ph_states *states;
    const char *place;        /* the words that it replaces; of a symbol the whole */
    struct ph_buffer words;   /* what goes there */
    struct ph_buffer problem; /* what is wrong, where more can be said than what is expected */
    struct ph_buffer remarks; /* what a person should know, one a line */
};
void ph_taking_free(struct ph_taking *taking);

/* A form in which facts are given. */
struct ph_form {
    const char *name;
    bool (*take)(const struct ph_asked *asked, const char *value, struct ph_taking *taking);
    bool symbol; /* the place is the symbol in which something is asked for */
};
const struct ph_form *ph_form_find(const char *name); /* NULL: there is none */

/* Whether the value is of the form that is asked for; then taking->words are what goes into the
 * place, "" when nothing does. */
bool ph_asked_take(const struct ph_asked *asked, const char *value, struct ph_taking *taking);

struct ph_asked_list {
    xmlDoc *doc;
    char *path;
    struct ph_asked *items;
    size_t count, capacity;
};

/* PH_FORMAT with file and line when the file is wrong. Free with ph_asked_free. */
enum ph_status ph_asked_load(struct ph_asked_list **list, struct ph_error *error);
void ph_asked_free(struct ph_asked_list *list); /* NULL is allowed */

/* NULL: no such fact. */
const struct ph_asked *ph_asked_find(const struct ph_asked_list *list, const char *name);

#endif
