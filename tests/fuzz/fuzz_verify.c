/* Any bytes as a Word document to be verified: the parts of a package in one XML file (Flat OPC),
 * or a package. It ends in faults that can be written, or in an error with a message. */
#include <stdint.h>
#include <stdlib.h>

#include "write/faults.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void write_faults(const struct ph_faults *faults)
{
    struct ph_write_options options = {.colour = true};
    struct ph_faults_view view = {"fuzz", faults};
    struct ph_buffer out = {0};
    ph_write_faults_text(&view, 1, &options, &out);
    ph_write_faults_json(&view, 1, &out);
    ph_buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_faults *faults;
    struct ph_error error = {PH_OK, ""};
    enum ph_status status = ph_word_verify("fuzz", bytes, length, &faults, &error);
    if (status == PH_OK)
        write_faults(faults);
    else if (faults || !error.message[0])
        abort();
    ph_faults_free(faults);
    return 0;
}
