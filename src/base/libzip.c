#define PH_LIBZIP_LIST
#include "base/libzip.h"

#include <stddef.h>

struct ph_libzip ph_libzip;

enum ph_status ph_libzip_load(struct ph_error *error)
{
    static const struct ph_library_function functions[] = {
#define PH_FUNCTION(name) {#name, offsetof(struct ph_libzip, name)},
        PH_LIBZIP_FUNCTIONS(PH_FUNCTION)
#undef PH_FUNCTION
    };
    static bool is_loaded;
    enum ph_status status = PH_OK;
    if (!is_loaded)
        status = ph_library_load(PH_LIBZIP, functions, sizeof functions / sizeof *functions,
                                 &ph_libzip, error);
    is_loaded = status == PH_OK;
    return status;
}
