/* Which markup a text is written in: what its first element is called. */
#include <string.h>

#include "read/formats.h"

enum { NAME = 32 };

static bool starts(const char *text, const char *end, const char *prefix)
{
    size_t n = strlen(prefix);
    return (size_t)(end - text) >= n && !strncasecmp(text, prefix, n);
}

static const char *behind(const char *text, const char *end, const char *mark)
{
    const char *found = memmem(text, (size_t)(end - text), mark, strlen(mark));
    return found ? found + strlen(mark) : end;
}

/* Behind a declaration, which may hold others in brackets. */
static const char *behind_declaration(const char *text, const char *end)
{
    const char *inner = memchr(text, '[', (size_t)(end - text));
    const char *outer = behind(text, end, ">");
    return inner && inner < outer ? behind(behind(inner, end, "]"), end, ">") : outer;
}

/* Past white space, comments, declarations and instructions: at the first element, or the end. */
static const char *first_element(const char *text, const char *end)
{
    for (;;) {
        while (text < end && *text && strchr(" \t\r\n\f", *text))
            text++;
        if (starts(text, end, "<!--"))
            text = behind(text + 4, end, "-->");
        else if (starts(text, end, "<?"))
            text = behind(text, end, "?>");
        else if (starts(text, end, "<!"))
            text = behind_declaration(text, end);
        else
            return text;
    }
}

/* The name of the element at `text`, without its prefix: "an:akomaNtoso" gives "akomaNtoso". */
static void read_name(const char *text, const char *end, char out[NAME])
{
    size_t used = 0;
    for (text++; text < end && used + 1 < NAME; text++) {
        char c = *text;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (c == ':')
            used = 0;
        else if (letter)
            out[used++] = c;
        else
            break;
    }
    out[used] = '\0';
}

/* The namespace of Flat OPC, in the first element. */
static bool is_flat_package(const char *element, const char *end)
{
    enum { BEGINNING = 4096 };
    static const char space[] = "http://schemas.microsoft.com/office/2006/xmlPackage";
    size_t length = (size_t)(end - element);
    return memmem(element, length < BEGINNING ? length : BEGINNING, space, sizeof space - 1) !=
           NULL;
}

enum ph_format ph_markup_of(const char *text, size_t length)
{
    static const char *const html[] = {"html", "head",    "body",    "title", "div", "p",
                                       "main", "article", "section", "table", "h1"};
    const char *end = text + length;
    char name[NAME] = "";
    if (!length || *text != '<')
        return PH_FORMAT_TEXT;
    bool page = starts(text, end, "<!doctype html");
    bool declared = starts(text, end, "<?xml") || starts(text, end, "<!doctype");
    const char *element = first_element(text, end);
    if (element < end && *element == '<')
        read_name(element, end, name);
    if (!strcmp(name, "akomaNtoso"))
        return PH_FORMAT_AKN;
    if (!strcmp(name, "package") && is_flat_package(element, end))
        return PH_FORMAT_FLATOPC;
    for (size_t i = 0; i < sizeof html / sizeof *html && !page; i++)
        page = !strcasecmp(name, html[i]);
    return page ? PH_FORMAT_HTML : declared ? PH_FORMAT_XML : PH_FORMAT_TEXT;
}
