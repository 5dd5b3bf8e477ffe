#include <stdio.h>

#include "cli/run.h"

static void say(const struct ph_call *call, const struct ph_changes *changes)
{
    struct ph_buffer line = {0};
    ph_buffer_printf(&line,
                     "paragraphs: %d changed, %d inserted, %d deleted, %d moved; "
                     "words: %d inserted, %d deleted\n",
                     changes->paragraphs_changed, changes->paragraphs_inserted,
                     changes->paragraphs_deleted, changes->paragraphs_moved,
                     changes->words_inserted, changes->words_deleted);
    ph_remarks(call, &line);
    ph_buffer_free(&line);
}

enum ph_status ph_command_compare(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_document *before = NULL, *after = NULL, *marked = NULL;
    enum ph_status status = ph_work_read(&work, call->arguments[0], &before, error);
    if (status == PH_OK)
        status = ph_work_read(&work, call->arguments[1], &after, error);
    ph_remarks(call, &work.remarks);
    if (status == PH_OK) {
        struct ph_changes changes = {0};
        marked = ph_compare(work.lexicon, before, after, &changes);
        status = ph_emit_document(call, marked, error);
        if (status == PH_OK)
            say(call, &changes);
    }
    ph_document_free(marked);
    ph_document_free(after);
    ph_document_free(before);
    ph_work_free(&work);
    return status;
}
