/* Any bytes as a package: its parts are read whole or not at all, and none is larger than the
 * limits allow. */
#include <stdint.h>
#include <stdlib.h>

#include "base/zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void read_part(struct ph_zip *zip, const char *name)
{
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    enum ph_status status = ph_zip_read(zip, name, &out, &error);
    if (ph_zip_has(zip, name) == (status == PH_NOTHING) || out.length > PH_ZIP_PART ||
        (status != PH_OK && !error.message[0]))
        abort();
    ph_buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char *const names[] = {"[Content_Types].xml", "_rels/.rels", "word/document.xml",
                                        "word/styles.xml"};
    struct ph_zip *zip;
    struct ph_error error = {PH_OK, ""};
    enum ph_status status = ph_zip_open("fuzz", bytes, length, &zip, &error);
    if (status == PH_OK)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            read_part(zip, names[i]);
    else if (zip || !error.message[0])
        abort();
    ph_zip_close(zip);
    return 0;
}
