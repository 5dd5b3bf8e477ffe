#include "word/verify/verify.h"

#include <stdlib.h>

#include "word/verify/inside.h"

static void verify_contents(struct ph_verifier *verifier)
{
    for (size_t i = 0; i < verifier->part_count; i++) {
        const struct ph_verify_part *part = &verifier->parts[i];
        if (part->root)
            ph_verify_part(verifier, i);
        if (part->judged && part->role == PH_ROLE_STYLES)
            ph_verify_bases(verifier, part);
    }
    ph_verify_mentions(verifier);
}

enum ph_status ph_word_verify(const char *name, const void *bytes, size_t length,
                              struct ph_faults **faults, struct ph_error *error)
{
    struct ph_verifier *verifier = ph_alloc_zero(1, sizeof *verifier);
    verifier->name = name;
    verifier->faults = ph_faults_new();
    enum ph_status status = ph_verify_package(verifier, bytes, length, error);
    if (status == PH_OK)
        verify_contents(verifier);
    ph_faults_sort(verifier->faults);
    *faults = verifier->faults;
    if (status != PH_OK) {
        ph_faults_free(*faults);
        *faults = NULL;
    }
    ph_verify_close(verifier);
    free(verifier);
    return status;
}
