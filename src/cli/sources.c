#include "cli/run.h"

/* Of a series only the members that can be used: earlier than both sessions that were given. */
static int members_before(const struct ph_call *call)
{
    int before = ph_call_number(call, PH_OPTION_BEFORE_SESSION);
    int session = ph_call_number(call, PH_OPTION_SESSION);
    return before && (!session || before < session) ? before : session;
}

enum ph_status ph_add_archive(const struct ph_call *call, struct ph_work *work,
                              struct ph_error *error)
{
    const char *archive = ph_call_value(call, PH_OPTION_ARCHIVE);
    int before = ph_call_number(call, PH_OPTION_BEFORE_SESSION);
    if (before && !archive)
        return ph_fail(error, PH_USAGE, "--before-session says what to use of an --archive");
    return archive && !work->known ? ph_work_archive(work, archive, before, error) : PH_OK;
}

enum ph_status ph_add_series(const struct ph_call *call, const char *name, struct ph_work *work,
                             struct ph_error *error)
{
    enum ph_status status = ph_add_archive(call, work, error);
    return status == PH_OK ? ph_work_add_named(work, name, members_before(call), error) : status;
}

static void pass_remarks_on(const struct ph_call *call, struct ph_work *work)
{
    ph_remarks(call, &work->remarks);
    ph_buffer_clear(&work->remarks);
}

enum ph_status ph_add_sources(const struct ph_call *call, struct ph_work *work,
                              struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (int i = 0; i < call->count && status == PH_OK; i++)
        status = ph_add_series(call, call->arguments[i], work, error);
    pass_remarks_on(call, work);
    return status;
}

enum ph_status ph_add_files(const struct ph_call *call, struct ph_work *work,
                            struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (int i = 0; i < call->count && status == PH_OK; i++)
        status = ph_work_add(work, call->arguments[i], error);
    pass_remarks_on(call, work);
    return status;
}
