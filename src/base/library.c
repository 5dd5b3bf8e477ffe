#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

enum ph_status ph_library_load(const char *name, const struct ph_library_function *functions,
                               size_t count, void *pointers, struct ph_error *error)
{
    void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    for (size_t i = 0; i < count; i++) {
        void *found = library ? dlsym(library, functions[i].name) : NULL;
        if (!found)
            return ph_fail(error, PH_IO, "%s", dlerror());
        memcpy((char *)pointers + functions[i].place, &found, sizeof found);
    }
    return PH_OK;
}
