/* A pack of what a test put into it, in a file that is gone at once. */
#ifndef PH_TEST_WITH_PACK_H
#define PH_TEST_WITH_PACK_H

#include <criterion/criterion.h>
#include <unistd.h>

#include "base/pack.h"

static inline struct ph_pack_maker *new_pack(void)
{
    return ph_pack_maker_new("/tmp");
}

/* Ends the maker. Close with ph_pack_close. */
static inline struct ph_pack *pack_of(struct ph_pack_maker *maker)
{
    char path[] = "/tmp/penholder-pack-XXXXXX";
    struct ph_error error = {0};
    const int file = mkstemp(path);
    cr_assert_geq(file, 0);
    close(file);
    cr_assert_eq(ph_pack_write(maker, path, true, &error), PH_OK, "%s", error.message);
    struct ph_pack *pack = ph_pack_open(path, "/tmp");
    unlink(path);
    ph_pack_maker_free(maker);
    cr_assert_not_null(pack);
    return pack;
}

#endif
