/* Functions about the document as a whole, and about the States that it names. */
#include <stdlib.h>
#include <string.h>

#include "rules/call.h"
#include "rules/elements.h"
#include "un/date.h"

/* ---- the document ---- */

void ph_function_first_said(struct ph_xpath_call *call)
{
    struct ph_said *said = ph_elements_said(call->world);
    ph_give_node(call, said ? ph_said_first(said, call->texts[0]) : NULL);
}

void ph_function_same_before(struct ph_xpath_call *call)
{
    const struct ph_said *said = ph_elements_said(call->world);
    ph_give_node(call, said && call->node ? ph_said_before(said, call->node) : NULL);
}

void ph_function_remarks(struct ph_xpath_call *call)
{
    const struct ph_document *document = call->world->document;
    ph_give_text(call, document ? document->remarks : "");
}

void ph_function_property(struct ph_xpath_call *call)
{
    const struct ph_document *document = call->world->document;
    const char *name = call->texts[0], *line = document ? document->properties : NULL;
    const size_t length = strlen(name);
    struct ph_buffer value = {0};
    for (size_t n; line && (n = strcspn(line, "\n")); line += n + (line[n] == '\n'))
        if (n > length + 2 && !strncmp(line, name, length) && !strncmp(line + length, ": ", 2) &&
            !value.length)
            ph_buffer_add(&value, line + length + 2, n - length - 2);
    ph_give_text(call, ph_buffer_text(&value));
    ph_buffer_free(&value);
}

/* ---- words side by side ---- */

/* What two texts have in common at their starts and ends, by the longer one. */
static double share_alike(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b), least = m < n ? m : n, start = 0, end = 0;
    while (start < least && a[start] == b[start])
        start++;
    while (end < least - start && a[m - 1 - end] == b[n - 1 - end])
        end++;
    size_t most = m > n ? m : n;
    return most ? (double)(start + end) / (double)most : 1;
}

void ph_function_alike(struct ph_xpath_call *call)
{
    ph_give_number(call, share_alike(call->texts[0], call->texts[1]));
}

void ph_function_listed_alike(struct ph_xpath_call *call)
{
    const struct ph_lexicon *lexicon = call->world->lexicon;
    const char *const *list = lexicon ? ph_lexicon_list(lexicon, call->texts[0]) : NULL;
    const char *near = "";
    double best = 0;
    for (; list && *list; list++) {
        double share = share_alike(*list, call->texts[1]);
        near = share > best ? *list : near;
        best = share > best ? share : best;
    }
    ph_give_text(call, near);
}

/* ---- States ---- */

/* Reads a list of States; the counts are the caller's to free. NULL: there is no list of States. */
static unsigned *read_states(const struct ph_xpath_call *call, struct ph_buffer *unknown)
{
    const struct ph_states *states = ph_elements_states(call->world);
    if (!states)
        return NULL;
    unsigned *times = ph_alloc_zero(ph_states_count(states) + 1, sizeof *times);
    ph_states_read(states, call->texts[0], times, unknown);
    return times;
}

void ph_function_state_unknown(struct ph_xpath_call *call)
{
    struct ph_buffer unknown = {0};
    free(read_states(call, &unknown));
    ph_give_text(call, ph_buffer_text(&unknown));
    ph_buffer_free(&unknown);
}

void ph_function_states_listed(struct ph_xpath_call *call)
{
    struct ph_buffer unknown = {0}, out = {0};
    unsigned *times = read_states(call, &unknown);
    if (times && !unknown.length)
        ph_states_write(ph_elements_states(call->world), times, false, &out);
    ph_give_text(call, ph_buffer_text(&out));
    ph_buffer_free(&out);
    ph_buffer_free(&unknown);
    free(times);
}

void ph_function_state_nearest(struct ph_xpath_call *call)
{
    const struct ph_states *states = ph_elements_states(call->world);
    ph_give_text(call, states ? ph_states_nearest(states, call->texts[0]) : "");
}

/* ---- the calendar ---- */

void ph_function_weekday(struct ph_xpath_call *call)
{
    struct ph_date date;
    const struct ph_lexicon *lexicon = call->world->lexicon;
    const char *const *day = lexicon ? ph_lexicon_list(lexicon, "weekdays") : NULL;
    bool known = ph_date_parse(lexicon, call->texts[0], strlen(call->texts[0]), &date, NULL);
    for (int left = known ? ph_date_weekday(date) : 0; day && *day && left > 0; left--)
        day++;
    ph_give_text(call, known && day && *day ? *day : "");
}
