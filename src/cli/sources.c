#include "cli/run.h"

enum ph_status ph_add_sources(const struct ph_call *call, struct ph_work *work,
                              struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (int i = 0; i < call->count && status == PH_OK; i++)
        status = ph_work_add(work, call->arguments[i], error);
    ph_remarks(call, &work->remarks);
    ph_buffer_clear(&work->remarks);
    return status;
}
