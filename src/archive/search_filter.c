#include "archive/search_filter.h"

#include <limits.h>
#include <string.h>

bool ph_search_filter_takes_all(const struct ph_search_filter *filter)
{
    const struct ph_search *search = filter->search;
    return !search->from && !search->to && !*search->part && !*search->opening &&
           !*search->symbol && !*search->title && strlen(filter->numbers) <= strlen("[]");
}

void ph_search_filter_bind(const struct ph_search_filter *filter, struct ph_query *query)
{
    const struct ph_search *search = filter->search;
    ph_bind_number(query, search->from);
    ph_bind_number(query, search->to ? search->to : INT_MAX);
    ph_bind_text(query, search->part);
    ph_bind_text(query, search->opening);
    ph_bind_text(query, search->symbol);
    ph_bind_text(query, search->title);
    ph_bind_text(query, filter->numbers);
    ph_bind_number(query, ph_search_filter_takes_all(filter));
}
