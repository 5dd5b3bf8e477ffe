/* What was found, as one web page: no script, no request to any server (and a policy that says so
 * to the browser). */
#include <string.h>

#include "base/escape.h"
#include "write/search.h"
#include "write/search_parts.h"

static const char style[] =
    "body { max-width: 46em; margin: 1.5em auto; padding: 0 1em; color: #111;\n"
    "  font: 1em/1.45 system-ui, sans-serif; overflow-wrap: break-word }\n"
    "h1 { font-size: 1.3em } li { margin: 1.2em 0 } p { margin: .3em 0 }\n"
    "blockquote { margin: .3em 0; padding-left: 1em; border-left: 3px solid #ccd;\n"
    "  font-family: 'Times New Roman', Times, serif; font-size: 1.1em }\n"
    "mark { background: #fff3c4; color: inherit } .uses { font-weight: bold }\n"
    ".latest { color: #5a6472; font-size: .85em }\n";

static void put_text(struct ph_buffer *out, const char *text)
{
    ph_escape_html(out, text, strlen(text));
}

static void put_head(const struct ph_search_result *result, struct ph_buffer *out)
{
    struct ph_buffer words = {0};
    ph_buffer_put(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                       "'none'; style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, "
                       "initial-scale=1\">\n<title>");
    put_text(out, result->words);
    ph_buffer_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>", style);
    ph_put_words(&words, result);
    put_text(out, ph_buffer_text(&words));
    ph_buffer_free(&words);
    ph_buffer_put(out, "</h1>\n<p>");
    ph_put_found(out, result);
    ph_buffer_put(out, "</p>\n<ol>\n");
}

static void put_row(const struct ph_search_row *row, struct ph_buffer *out)
{
    struct ph_buffer line = {0};
    ph_put_uses(&line, row);
    ph_buffer_put(out, "<li><p class=\"uses\">");
    put_text(out, ph_buffer_text(&line));
    ph_buffer_put(out, "</p>\n<blockquote>");
    ph_escape_html(out, row->text, row->from);
    ph_buffer_put(out, "<mark>");
    ph_escape_html(out, row->text + row->from, row->to - row->from);
    ph_buffer_put(out, "</mark>");
    put_text(out, row->text + row->to);
    ph_buffer_put(out, "</blockquote>\n<p class=\"latest\">");
    ph_buffer_clear(&line);
    ph_put_latest(&line, row);
    put_text(out, ph_buffer_text(&line));
    ph_buffer_put(out, "</p></li>\n");
    ph_buffer_free(&line);
}

void ph_write_search_html(const struct ph_search_result *result, struct ph_buffer *out)
{
    put_head(result, out);
    for (size_t i = 0; i < result->count; i++)
        put_row(&result->rows[i], out);
    ph_buffer_put(out, "</ol>\n</body>\n</html>\n");
}
