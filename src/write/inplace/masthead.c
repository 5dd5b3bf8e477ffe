/* Lines of a masthead that the old one has not: put in as new paragraphs, each behind the line that
 * comes before it on a page of the house. */
#include <stdlib.h>

#include "write/inplace/inplace.h"
#include "write/parts.h"

static bool is_new(const struct ph_node *field)
{
    return ph_inplace_change(field) == PH_WML_INSERTED;
}

/* The symbols of drafts stand in the words of the source line. */
static bool stands_elsewhere(const struct ph_node *field)
{
    return field->as.field.name == PH_FIELD_DRAFT;
}

static void leave_out(struct ph_inplace *inplace, const struct ph_node *field)
{
    ph_buffer_printf(inplace->remarks, "%s: not put in, its masthead has no place for it: %s: %s\n",
                     inplace->name, ph_field_name(field->as.field.name), field->text.bytes);
}

/* Where the line that begins at `at` ends. */
static size_t end_of_line(const struct ph_piece *pieces, size_t count, size_t at)
{
    while (++at < count && !pieces[at].line)
        ;
    return at;
}

/* Whether the line comes as a whole, and stands in the text and not in a header. */
static bool comes_whole(const struct ph_piece *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (pieces[i].node && !is_new(pieces[i].node))
            return false;
    return !pieces[0].line->right;
}

static void put_piece(struct ph_inplace *inplace, const struct ph_piece *piece,
                      const struct ph_inplace_model *model, struct ph_buffer *out)
{
    struct ph_stretch *stretches;
    if (piece->words) {
        ph_inplace_add_typed(inplace, inplace->document, model->run_properties,
                             model->run_properties_to, piece->words, out);
        return;
    }
    size_t count = ph_stretches(piece->node, &stretches);
    for (size_t i = 0; i < count; i++) {
        if (!ph_in_part(piece, &stretches[i]))
            continue;
        if (stretches[i].note)
            ph_inplace_add_note(inplace, piece->node, stretches[i].note, out);
        else
            ph_inplace_add_run(inplace, inplace->document, model->run_properties,
                               model->run_properties_to, piece->node, &stretches[i], out);
    }
    free(stretches);
}

/* The fields of a line, each once: its last marks are a piece of their own. */
static const struct ph_node *field_of(const struct ph_piece *piece)
{
    return piece->part == PH_LAST_MARKS ? NULL : piece->node;
}

static void put_line(struct ph_inplace *inplace, const struct ph_piece *pieces, size_t count)
{
    const struct ph_inplace_model *model = ph_inplace_model_of(inplace, PH_FIELD);
    const struct ph_node *field = NULL;
    struct ph_buffer content = {0};
    for (size_t i = 0; i < count; i++)
        if (field_of(&pieces[i]))
            ph_inplace_open_comments(inplace, field_of(&pieces[i]), &content);
    ph_sign(&inplace->signer, "ins", ">", &content);
    for (size_t i = 0; i < count; i++) {
        field = pieces[i].node ? pieces[i].node : field;
        put_piece(inplace, &pieces[i], model, &content);
    }
    ph_buffer_printf(&content, "</%sins>", inplace->signer.prefix);
    for (size_t i = 0; i < count; i++)
        if (field_of(&pieces[i]))
            ph_inplace_close_comments(inplace, field_of(&pieces[i]), &content);
    ph_inplace_put_content(inplace, field, model, &content);
    ph_buffer_free(&content);
}

static enum ph_status take_line(struct ph_inplace *inplace, const struct ph_piece *pieces,
                                size_t count, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    if (comes_whole(pieces, count)) {
        put_line(inplace, pieces, count);
        return PH_OK;
    }
    for (size_t i = 0; i < count && status == PH_OK; i++) {
        if (!pieces[i].node || pieces[i].part == PH_LAST_MARKS)
            continue;
        if (is_new(pieces[i].node))
            leave_out(inplace, pieces[i].node);
        ph_inplace_learn(inplace, pieces[i].node, false);
        status = ph_inplace_follow(inplace, pieces[i].node, error);
    }
    return status;
}

/* What of a masthead stands in no line of it. */
static void see_others(struct ph_inplace *inplace, const struct ph_node *masthead)
{
    for (const struct ph_node *field = masthead->first; field; field = field->next) {
        if (stands_elsewhere(field) || !ph_inplace_is_changed(field))
            continue;
        if (is_new(field) && field->as.field.name == PH_FIELD_NUMBER)
            leave_out(inplace, field);
        else if (!is_new(field) && !ph_inplace_span(field))
            ph_buffer_printf(inplace->remarks,
                             "%s: not changed, its words are not found in it: %s\n", inplace->name,
                             ph_field_name(field->as.field.name));
    }
}

enum ph_status ph_inplace_add_masthead(struct ph_inplace *inplace, const struct ph_node *masthead,
                                       struct ph_error *error)
{
    struct ph_house house;
    struct ph_piece *pieces = NULL;
    size_t count = 0;
    enum ph_status status = ph_house_read(&house, error);
    if (status == PH_OK)
        count = ph_masthead(&house, masthead->parent, &pieces);
    for (size_t at = 0, end; at < count && status == PH_OK; at = end) {
        end = end_of_line(pieces, count, at);
        status = take_line(inplace, pieces + at, end - at, error);
    }
    see_others(inplace, masthead);
    free(pieces);
    ph_house_free(&house);
    return status;
}
