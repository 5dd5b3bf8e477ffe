#include <string.h>

#include "doc/finding.h"
#include "doc/node.h"

static const char *const kind_names[] = {
#define PH_KIND(name, text, what) text,
#include "doc/kinds.def"
#undef PH_KIND
};

static const char *const field_names[] = {
#define PH_FIELD(name, text, what) text,
#include "doc/fields.def"
#undef PH_FIELD
};

static const char *const trace_names[] = {
#define PH_TRACE(name, text, what) text,
#include "doc/traces.def"
#undef PH_TRACE
};

static const char *const genre_names[] = {[PH_RESOLUTION] = "resolution",
                                          [PH_DRAFT] = "draft",
                                          [PH_LETTER] = "letter",
                                          [PH_MEMORANDUM] = "memorandum",
                                          [PH_OTHER_GENRE] = "other"};

static const char *const severity_names[PH_SEVERITY_COUNT] = {"information", "warning", "error"};

static int find(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (!strcmp(names[i], name))
            return i;
    return -1;
}

const char *ph_trace_name(enum ph_trace_kind kind)
{
    return trace_names[kind];
}

int ph_trace_by_name(const char *name)
{
    return find(trace_names, PH_TRACE_COUNT, name);
}

const char *ph_kind_name(enum ph_kind kind)
{
    return kind_names[kind];
}

int ph_kind_by_name(const char *name)
{
    return find(kind_names, PH_KIND_COUNT, name);
}

const char *ph_genre_name(enum ph_genre genre)
{
    return genre_names[genre];
}

int ph_genre_by_name(const char *name)
{
    return find(genre_names, sizeof genre_names / sizeof *genre_names, name);
}

const char *ph_field_name(enum ph_field field)
{
    return field_names[field];
}

int ph_field_by_name(const char *name)
{
    return find(field_names, PH_FIELD_COUNT, name);
}

const char *ph_severity_name(enum ph_severity severity)
{
    return severity_names[severity];
}

int ph_severity_by_name(const char *name)
{
    return find(severity_names, PH_SEVERITY_COUNT, name);
}
