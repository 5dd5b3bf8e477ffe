/* What was found, for a terminal: who used a wording, the words below it. */
#include <string.h>

#include "learn/columns.h"
#include "write/flow.h"
#include "write/search.h"
#include "write/search_parts.h"

enum { INDENT = 4 };

static void write_line(struct ph_flow *flow, struct ph_buffer *line, unsigned look, size_t first)
{
    ph_flow_put(flow, ph_buffer_text(line), line->length, look);
    ph_flow_write(flow, NULL, first, INDENT);
    ph_buffer_free(line);
}

static void write_row(struct ph_flow *flow, const struct ph_search_row *row)
{
    struct ph_buffer line = {0};
    ph_put_uses(&line, row);
    write_line(flow, &line, PH_LOOK_BOLD, 0);
    ph_flow_put(flow, row->text, row->from, PH_LOOK_PLAIN);
    ph_flow_put(flow, row->text + row->from, row->to - row->from, PH_LOOK_BOLD);
    ph_flow_put(flow, row->text + row->to, strlen(row->text + row->to), PH_LOOK_PLAIN);
    ph_flow_write(flow, NULL, INDENT, INDENT);
    ph_put_latest(&line, row);
    write_line(flow, &line, PH_LOOK_QUIET, INDENT);
}

void ph_write_search_text(const struct ph_search_result *result,
                          const struct ph_write_options *options, struct ph_buffer *out)
{
    struct ph_flow flow = {
        .out = out, .width = ph_columns(options->width), .colour = options->colour};
    struct ph_buffer line = {0};
    ph_put_words(&line, result);
    ph_buffer_put(&line, ": ");
    ph_put_found(&line, result);
    write_line(&flow, &line, PH_LOOK_PLAIN, 0);
    for (size_t i = 0; i < result->count; i++) {
        ph_buffer_char(out, '\n');
        write_row(&flow, &result->rows[i]);
    }
    ph_flow_free(&flow);
}
