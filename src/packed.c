/* The pack of the program's own data files is made. */
#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "base/regex_known.h"
#include "penholder.h"
#include "rules/rule_pack.h"

/* All files of a folder below the data, and the folder. */
static enum ph_status made_of_folder(struct ph_pack_maker *maker, const char *folder,
                                     const char *name, struct ph_error *error)
{
    char **list = NULL;
    struct ph_buffer path = {0};
    ph_buffer_printf(&path, "%s/%s", folder, name);
    enum ph_status status = ph_file_list(ph_buffer_text(&path), &list, error);
    if (status == PH_OK)
        status = ph_pack_made_of(maker, name, error);
    for (char **file = list; status == PH_OK && *file; file++)
        status = ph_pack_made_of(maker, *file + strlen(folder) + 1, error);
    if (list)
        ph_file_list_free(list);
    ph_buffer_free(&path);
    return status;
}

/* Conditions say their patterns when they are asked: their examples ask them all. */
static void pack_patterns(const struct ph_work *work, struct ph_pack_maker *maker)
{
    struct ph_buffer report = {0};
    for (size_t i = 0; i < work->rules->count; i++)
        ph_rule_test(work->rules, work->rules->items[i], &report);
    ph_regex_known_add_all(maker);
    ph_buffer_free(&report);
}

static enum ph_status make(struct ph_pack_maker *maker, const char *folder, struct ph_error *error)
{
    struct ph_work work = {.strict_rules = true, .whole_rules = true};
    enum ph_status status = made_of_folder(maker, folder, "rules/en", error);
    if (status == PH_OK)
        status = made_of_folder(maker, folder, "rules/en/checking", error);
    ph_regex_known_gather(true);
    if (status == PH_OK)
        status = ph_work_checking_rules(&work, error);
    if (status == PH_OK) {
        ph_lexicon_pack(work.lexicon, maker);
        ph_rules_pack(work.rules, maker);
        pack_patterns(&work, maker);
    }
    ph_regex_known_gather(false);
    ph_work_free(&work);
    return status;
}

enum ph_status ph_work_write_pack(const char *path, bool force, struct ph_error *error)
{
    char *folder, *own = ph_pack_path(&folder);
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    enum ph_status status = make(maker, folder, error);
    if (status == PH_OK)
        status = ph_pack_write(maker, path, force, error);
    ph_pack_maker_free(maker);
    free(folder);
    free(own);
    return status;
}
