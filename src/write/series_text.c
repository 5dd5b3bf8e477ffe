/* The series of an archive for a terminal: the title, its members, its rhythm, what is due. */
#include <string.h>

#include "learn/columns.h"
#include "write/flow.h"
#include "write/series.h"

enum { INDENT = 4 };

static void write_line(struct ph_flow *flow, struct ph_buffer *line, unsigned look, size_t first)
{
    ph_flow_put(flow, ph_buffer_text(line), line->length, look);
    ph_flow_write(flow, NULL, first, INDENT);
    ph_buffer_clear(line);
}

static void put_rhythm(const struct ph_recurring *series, struct ph_buffer *line)
{
    if (series->period == 1)
        ph_buffer_put(line, "Every session");
    else if (series->period == 2)
        ph_buffer_put(line, "Every second session");
    else
        ph_buffer_printf(line, "Every %d sessions", series->period);
    ph_buffer_printf(line, " (%d of %d); due at session %d (%s)", series->kept, series->seen,
                     series->next, series->why);
}

static void write_one(struct ph_flow *flow, const struct ph_recurring *series)
{
    struct ph_buffer line = {0};
    ph_buffer_put(&line, series->title);
    write_line(flow, &line, PH_LOOK_BOLD, 0);
    for (size_t i = 0; i < series->count; i++)
        ph_buffer_printf(&line, series->members[i].id ? "%s%s" : "%s(%s)", i ? ", " : "",
                         series->members[i].name);
    write_line(flow, &line, PH_LOOK_PLAIN, INDENT);
    put_rhythm(series, &line);
    write_line(flow, &line, PH_LOOK_PLAIN, INDENT);
    ph_buffer_free(&line);
}

void ph_write_series_text(const struct ph_recurring *series, const struct ph_write_options *options,
                          struct ph_buffer *out)
{
    struct ph_flow flow = {
        .out = out, .width = ph_columns(options->width), .colour = options->colour};
    if (out->length)
        ph_buffer_char(out, '\n');
    write_one(&flow, series);
    ph_flow_free(&flow);
}
