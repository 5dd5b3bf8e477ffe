/* The XML of pdftohtml as pieces. Between its elements, and before and behind them, it prints
 * whatever else it has to say ("link to page 3"): that is passed over. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "read/pdf.h"

enum { FONTS = 65536 };

/* The part of a letter below its baseline, in sizes of the font: so it is in most fonts of text. */
#define DESCENT 0.216

struct fonts {
    double *sizes; /* by number */
    size_t count;
};

/* An attribute's length in points; 0 for what is none or out of bounds. */
static double length_of(const xmlNode *element, const char *name)
{
    const char *text = ph_xml_attribute(element, name);
    double value = text ? strtod(text, NULL) / PH_PDF_ZOOM : 0;
    return isfinite(value) && fabs(value) < PH_PDF_LENGTH ? value : 0;
}

static size_t number_of(const xmlNode *element, const char *name)
{
    const char *text = ph_xml_attribute(element, name);
    unsigned long value =
        text && text[0] >= '0' && text[0] <= '9' ? strtoul(text, NULL, 10) : FONTS;
    return value < FONTS ? (size_t)value : FONTS;
}

static void add_font(struct fonts *fonts, const xmlNode *element)
{
    size_t number = number_of(element, "id");
    if (number >= FONTS)
        return;
    if (number >= fonts->count) {
        fonts->sizes = ph_realloc(fonts->sizes, (number + 1) * sizeof *fonts->sizes);
        for (; fonts->count <= number; fonts->count++)
            fonts->sizes[fonts->count] = 0;
    }
    fonts->sizes[number] = length_of(element, "size");
}

static bool is_blank(const char *text, size_t length)
{
    struct ph_buffer folded = {0};
    ph_fold(text, length, &folded);
    ph_fold_end(&folded);
    bool blank = !folded.length;
    ph_buffer_free(&folded);
    return blank;
}

/* The first element inside whose content is more than spaces: spaces have a look, too, and it is
 * often another one than that of the words beside them. */
static const xmlNode *first_with_words(const xmlNode *element)
{
    const xmlNode *inner = ph_xml_first(element, NULL);
    while (inner) {
        xmlChar *content = xmlNodeGetContent(inner);
        bool blank = !content || is_blank((const char *)content, strlen((const char *)content));
        xmlFree(content);
        if (!blank)
            return inner;
        inner = ph_xml_next(inner, NULL);
    }
    return NULL;
}

static bool has_inside(const xmlNode *element, const char *name)
{
    for (const xmlNode *inner = first_with_words(element); inner; inner = first_with_words(inner))
        if (ph_xml_is(inner, name))
            return true;
    return false;
}

/* Bytes [from, to) of a piece as one of its own. Where letters stand in it is not known: all count
 * as equally wide, as those of a typewriter are. */
static void add_part(struct ph_pdf *pdf, const struct ph_pdf_piece *piece, size_t from, size_t to)
{
    struct ph_pdf_piece part = *piece;
    double width = piece->right - piece->left;
    while (from < to && piece->text[from] == ' ')
        from++;
    part.text = piece->text + from;
    part.length = to - from;
    if (piece->length) {
        part.left = piece->left + width * (double)from / (double)piece->length;
        part.right = piece->left + width * (double)to / (double)piece->length;
    }
    part.blank = is_blank(part.text, part.length);
    pdf->pieces = ph_grow(pdf->pieces, pdf->piece_count, &pdf->piece_capacity, sizeof *pdf->pieces);
    pdf->pieces[pdf->piece_count++] = part;
}

/* Many spaces in a row are a gap, as between the columns of a masthead. */
static void add_parts(struct ph_pdf *pdf, const struct ph_pdf_piece *piece)
{
    static const char gap[] = "     ";
    const char *text = piece->text;
    size_t from = strspn(text, " ");
    if (from < sizeof gap - 1)
        from = 0;
    for (const char *found; (found = strstr(text + from, gap)) != NULL;) {
        size_t to = (size_t)(found - text), behind = to + strspn(found, " ");
        if (!text[behind])
            break;
        add_part(pdf, piece, from, to);
        from = behind;
    }
    add_part(pdf, piece, from, piece->length);
}

static void add_piece(struct ph_pdf *pdf, const struct fonts *fonts, const xmlNode *element)
{
    xmlChar *content = xmlNodeGetContent(element);
    const char *text = content ? (const char *)content : "";
    size_t font = number_of(element, "font");
    double height = length_of(element, "height"), left = length_of(element, "left");
    struct ph_pdf_piece piece = {.page = (int)pdf->page_count - 1, .left = left};
    piece.right = left + fabs(length_of(element, "width"));
    piece.size = font < fonts->count ? fonts->sizes[font] : 0;
    if (piece.size <= 0)
        piece.size = height > 0 ? height : 1;
    piece.baseline = length_of(element, "top") + height - DESCENT * piece.size;
    piece.bold = has_inside(element, "b");
    piece.italic = has_inside(element, "i");
    piece.length = strlen(text);
    piece.text = ph_arena_copy_n(pdf->arena, text, piece.length);
    xmlFree(content);
    add_parts(pdf, &piece);
}

static void add_page(struct ph_pdf *pdf, const xmlNode *element)
{
    pdf->pages = ph_grow(pdf->pages, pdf->page_count, &pdf->page_capacity, sizeof *pdf->pages);
    pdf->pages[pdf->page_count++] =
        (struct ph_pdf_page){length_of(element, "width"), length_of(element, "height")};
}

static enum ph_status walk(struct ph_pdf *pdf, const xmlDoc *doc, struct fonts *fonts,
                           struct ph_error *error)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    for (const xmlNode *page = ph_xml_first(root, "page"); page; page = ph_xml_next(page, "page")) {
        if (pdf->page_count >= PH_PDF_PAGES)
            return ph_fail(error, PH_LIMIT, "%s: has more than %d pages", pdf->name, PH_PDF_PAGES);
        add_page(pdf, page);
        for (const xmlNode *one = ph_xml_first(page, NULL); one; one = ph_xml_next(one, NULL)) {
            if (pdf->piece_count >= PH_PDF_PIECES)
                return ph_fail(error, PH_LIMIT, "%s: has more than %d pieces of text", pdf->name,
                               PH_PDF_PIECES);
            if (ph_xml_is(one, "fontspec"))
                add_font(fonts, one);
            else if (ph_xml_is(one, "text"))
                add_piece(pdf, fonts, one);
        }
    }
    return PH_OK;
}

enum ph_status ph_pdf_pieces(const char *printed, size_t length, struct ph_pdf *pdf,
                             struct ph_error *error)
{
    static const char start[] = "<pdf2xml", end[] = "</pdf2xml>";
    const char *from = memmem(printed, length, start, sizeof start - 1);
    const char *to =
        from ? memmem(from, length - (size_t)(from - printed), end, sizeof end - 1) : NULL;
    if (!to)
        return ph_fail(error, PH_FORMAT, "%s: cannot be read: what pdftohtml printed is not whole",
                       pdf->name);
    struct ph_buffer clean = {0};
    struct fonts fonts = {0};
    xmlDoc *doc = NULL;
    ph_utf8_clean(from, (size_t)(to - from) + sizeof end - 1, &clean);
    enum ph_status status =
        ph_xml_parse(pdf->name, ph_buffer_text(&clean), clean.length, &doc, error);
    ph_buffer_free(&clean);
    if (!status)
        status = walk(pdf, doc, &fonts, error);
    free(fonts.sizes);
    xmlFreeDoc(doc);
    return status;
}
