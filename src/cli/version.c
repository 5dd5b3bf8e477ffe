#include <jansson.h>
#include <libxml/xmlversion.h>
#include <string.h>
#include <utf8proc.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "archive/store.h"
#include "base/zip.h"
#include "cli/run.h"

enum ph_status ph_command_version(struct ph_call *call, struct ph_error *error)
{
    char pcre[64] = "";
    struct ph_buffer out = {0};
    pcre2_config(PCRE2_CONFIG_VERSION, pcre);
    pcre[strcspn(pcre, " ")] = '\0';
    ph_buffer_printf(&out,
                     "penholder " PH_VERSION "\n"
                     "libxml2 " LIBXML_DOTTED_VERSION ", libzip %s, PCRE2 %s, utf8proc %s, "
                     "jansson " JANSSON_VERSION ", SQLite %s\n",
                     ph_zip_version(), pcre, utf8proc_version(), ph_store_version());
    enum ph_status status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    return status;
}
