/* The style sheet of the web page. */
#ifndef PH_WRITE_HTML_STYLE_H
#define PH_WRITE_HTML_STYLE_H

extern const char ph_html_style[];

#endif
