#define PH_SQLITE_LIST
#include "archive/sqlite.h"

#include <stddef.h>

struct ph_sqlite ph_sqlite;

enum ph_status ph_sqlite_load(struct ph_error *error)
{
    static const struct ph_library_function functions[] = {
#define PH_FUNCTION(name) {#name, offsetof(struct ph_sqlite, name)},
        PH_SQLITE_FUNCTIONS(PH_FUNCTION)
#undef PH_FUNCTION
    };
    static bool is_loaded;
    enum ph_status status = PH_OK;
    if (!is_loaded)
        status = ph_library_load(PH_LIBSQLITE, functions, sizeof functions / sizeof *functions,
                                 &ph_sqlite, error);
    is_loaded = status == PH_OK;
    return status;
}
