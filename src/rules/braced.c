#include "rules/braced.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

/* Words, and the expression behind them (NULL at the end). */
struct piece {
    char *words;
    xmlXPathCompExpr *expression;
};

struct ph_braced {
    char *where;
    struct piece *pieces;
    size_t count, capacity;
};

static struct piece *add_piece(struct ph_braced *braced, const struct ph_buffer *words)
{
    braced->pieces =
        ph_grow(braced->pieces, braced->count, &braced->capacity, sizeof *braced->pieces);
    struct piece *piece = &braced->pieces[braced->count++];
    *piece = (struct piece){.words = ph_copy(ph_buffer_text(words))};
    return piece;
}

/* The brace that closes an expression; those in its string literals do not. */
static const char *end_of_expression(const char *c)
{
    for (char quote = '\0'; *c; c++) {
        if (quote)
            quote = *c == quote ? '\0' : quote;
        else if (*c == '\'' || *c == '"')
            quote = *c;
        else if (*c == '}')
            return c;
    }
    return NULL;
}

static enum ph_status add_expression(struct ph_braced *braced, xmlXPathContext *context,
                                     const struct ph_buffer *words, const char *from,
                                     const char *end, struct ph_error *error)
{
    if (!end)
        return ph_fail(error, PH_FORMAT, "%s: a brace is not closed: %s", braced->where, from);
    char *expression = ph_copy_n(from, (size_t)(end - from));
    struct piece *piece = add_piece(braced, words);
    enum ph_status status =
        ph_xpath_compile(context, expression, braced->where, &piece->expression, error);
    free(expression);
    return status;
}

enum ph_status ph_braced_new(xmlXPathContext *context, const char *text, const char *where,
                             struct ph_braced **made, struct ph_error *error)
{
    struct ph_braced *braced = ph_alloc_zero(1, sizeof *braced);
    struct ph_buffer words = {0};
    enum ph_status status = PH_OK;
    braced->where = ph_copy(where);
    for (const char *c = text; *c && status == PH_OK; c++) {
        if ((c[0] == '{' || c[0] == '}') && c[1] == c[0]) {
            ph_buffer_char(&words, *c++);
        } else if (c[0] == '{') {
            const char *end = end_of_expression(c + 1);
            status = add_expression(braced, context, &words, c + 1, end, error);
            ph_buffer_clear(&words);
            c = end ? end : c;
        } else {
            ph_buffer_char(&words, *c);
        }
    }
    add_piece(braced, &words);
    ph_buffer_free(&words);
    if (status == PH_OK)
        *made = braced;
    else
        ph_braced_free(braced);
    return status;
}

void ph_braced_free(struct ph_braced *braced)
{
    if (!braced)
        return;
    for (size_t i = 0; i < braced->count; i++) {
        free(braced->pieces[i].words);
        xmlXPathFreeCompExpr(braced->pieces[i].expression);
    }
    free(braced->pieces);
    free(braced->where);
    free(braced);
}

static bool put_value(struct ph_buffer *out, xmlXPathCompExpr *expression, xmlXPathContext *context)
{
    xmlXPathObject *value = xmlXPathCompiledEval(expression, context);
    xmlChar *text = value ? xmlXPathCastToString(value) : NULL;
    ph_buffer_put(out, (const char *)text);
    xmlFree(text);
    xmlXPathFreeObject(value);
    return value != NULL;
}

char *ph_braced_fill(const struct ph_braced *braced, xmlXPathContext *context, xmlNode *node,
                     struct ph_error *error)
{
    struct ph_buffer out = {0};
    bool right = true;
    context->node = node;
    for (size_t i = 0; i < braced->count && right; i++) {
        ph_buffer_put(&out, braced->pieces[i].words);
        if (braced->pieces[i].expression)
            right = put_value(&out, braced->pieces[i].expression, context);
    }
    if (right)
        return ph_buffer_take(&out);
    ph_fail(error, PH_FORMAT, "%s: an expression cannot be evaluated", braced->where);
    ph_buffer_free(&out);
    return NULL;
}
