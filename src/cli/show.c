#include "cli/run.h"

enum ph_status ph_command_show(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_document *document = NULL;
    enum ph_status status = ph_work_read(&work, call->arguments[0], &document, error);
    ph_remarks(call, &work.remarks);
    if (status == PH_OK)
        status = ph_emit_document(call, document, error);
    ph_document_free(document);
    ph_work_free(&work);
    return status;
}
