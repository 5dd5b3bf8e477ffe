/* What the words of an entity say. */
#include <stdlib.h>
#include <string.h>

#include "un/citation.h"
#include "un/lexicon_inside.h"
#include "un/ordinal.h"
#include "un/symbol.h"

static bool read_nothing(const struct ph_lexicon *lexicon, const char *text, size_t length,
                         struct ph_entity *entity)
{
    (void)lexicon;
    (void)text;
    (void)length;
    return entity->to > entity->from;
}

static bool read_ordinal(const struct ph_lexicon *lexicon, const char *text, size_t length,
                         struct ph_entity *entity)
{
    entity->number = ph_ordinal_parse(lexicon, text + entity->from, length - entity->from, NULL);
    return entity->number > 0;
}

static bool read_cardinal(const struct ph_lexicon *lexicon, const char *text, size_t length,
                          struct ph_entity *entity)
{
    entity->number = ph_cardinal_parse(lexicon, text + entity->from, length - entity->from, NULL);
    return entity->number > 0;
}

/* The first number of the words, and the last one ("2009–2019"); `other` is 0 if there is one. */
static void read_numbers(const char *text, const struct ph_entity *entity, long *first, long *last)
{
    enum { DIGITS = 6 };
    *first = *last = 0;
    for (size_t i = entity->from; i < entity->to; i++) {
        size_t from = i;
        long n = 0;
        for (; i < entity->to && i - from < DIGITS && text[i] >= '0' && text[i] <= '9'; i++)
            n = n * 10 + text[i] - '0';
        if (i > from) {
            *first = *first ? *first : n;
            *last = n;
        }
    }
}

static bool read_number(const struct ph_lexicon *lexicon, const char *text, size_t length,
                        struct ph_entity *entity)
{
    (void)lexicon;
    (void)length;
    long last;
    read_numbers(text, entity, &entity->number, &last);
    entity->other = last != entity->number ? last : 0;
    return entity->number > 0;
}

/* Both years of a period; a second year of two digits is in the century of the first. */
static bool read_years(const struct ph_lexicon *lexicon, const char *text, size_t length,
                       struct ph_entity *entity)
{
    (void)lexicon;
    (void)length;
    read_numbers(text, entity, &entity->other, &entity->number);
    if (entity->number < 100)
        entity->number += entity->other / 100 * 100;
    return entity->number > entity->other;
}

/* The last date of the words. */
static bool read_date(const struct ph_lexicon *lexicon, const char *text, size_t length,
                      struct ph_entity *entity)
{
    (void)length;
    struct ph_date date = {0};
    for (size_t i = entity->from; i < entity->to; i++)
        if (text[i] >= '0' && text[i] <= '9' &&
            (i == entity->from || text[i - 1] < '0' || text[i - 1] > '9'))
            ph_date_parse(lexicon, text + i, entity->to - i, &date, NULL);
    entity->number = date.year * 10000L + date.month * 100 + date.day;
    return date.day > 0;
}

static bool read_citations(const struct ph_lexicon *lexicon, const char *text, size_t length,
                           struct ph_entity *entity)
{
    struct ph_citation *list;
    size_t end;
    if (ph_citation_foreign(lexicon, text, entity->from))
        return false;
    size_t count =
        ph_citations_parse(lexicon, text + entity->from, length - entity->from, &list, &end);
    if (!count)
        return false;
    entity->number = list[count - 1].session;
    entity->other = (long)count;
    entity->to = entity->from + end;
    free(list);
    return true;
}

static bool read_symbol(const struct ph_lexicon *lexicon, const char *text, size_t length,
                        struct ph_entity *entity)
{
    (void)lexicon;
    struct ph_symbol symbol;
    size_t end;
    if (!ph_symbol_parse(text + entity->from, length - entity->from, &symbol, &end))
        return false;
    entity->number = symbol.number;
    entity->other = symbol.session ? symbol.session : symbol.year;
    entity->to = entity->from + end;
    return true;
}

static const struct {
    const char *name;
    bool (*read)(const struct ph_lexicon *lexicon, const char *text, size_t length,
                 struct ph_entity *entity);
} readers[] = {{"none", read_nothing},        {"ordinal", read_ordinal},
               {"cardinal", read_cardinal},   {"number", read_number},
               {"years", read_years},         {"date", read_date},
               {"citations", read_citations}, {"symbol", read_symbol}};

uint32_t ph_lexicon_reader(const char *name)
{
    for (uint32_t i = 0; name && i < sizeof readers / sizeof *readers; i++)
        if (!strcmp(readers[i].name, name))
            return i + 1;
    return 0;
}

bool ph_lexicon_read(const struct ph_lexicon *lexicon, uint32_t reader, const char *text,
                     size_t length, struct ph_entity *entity)
{
    return readers[reader - 1].read(lexicon, text, length, entity);
}
