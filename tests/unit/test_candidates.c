/* What may be an entity: nothing that is one is passed over because of what its text does not have
 * (base/grams.h), and few others are looked for. */
#include <stdlib.h>

#include "base/grams.h"
#include "reading.h"

static struct ph_lexicon *lexicon;

static void begin(void)
{
    lexicon = test_lexicon();
}

static void end(void)
{
    ph_lexicon_free(lexicon);
}

TestSuite(candidates, .init = begin, .fini = end);

static bool is_among(const struct ph_entity *entity, const struct ph_entity *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].from == entity->from && list[i].to == entity->to &&
            !strcmp(list[i].kind, entity->kind))
            return true;
    return false;
}

/* All entities of a text are candidates of their kinds. How many entities there are. */
static size_t expect_all(const char *text)
{
    const size_t length = strlen(text);
    struct ph_grams grams = {0};
    struct ph_word_starts starts = {.items = NULL};
    struct ph_entity *entities, *candidates;
    ph_grams_of(text, length, &grams);
    ph_word_starts_of(text, length, &starts);
    const size_t count = ph_lexicon_entities(lexicon, text, length, &entities);
    for (size_t i = 0; i < count; i++) {
        const size_t found = ph_lexicon_candidates(lexicon, entities[i].kind, text, length, &grams,
                                                   &starts, &candidates);
        cr_expect(is_among(&entities[i], candidates, found), "%s is lost: %.*s", entities[i].kind,
                  (int)(entities[i].to - entities[i].from), text + entities[i].from);
        free(candidates);
    }
    ph_word_starts_free(&starts);
    free(entities);
    return count;
}

Test(candidates, entities_at_both_ends_and_in_capitals)
{
    cr_expect_gt(expect_all("2 December 2004"), 0);
    cr_expect_gt(expect_all("resolution 59/50 of 2 December 2004"), 0);
    cr_expect_gt(expect_all("at its SEVENTY-FIFTH SESSION, from 3 to 5 May 2010"), 0);
    cr_expect_gt(expect_all("A/69/228–S/2014/560"), 0);
    cr_expect_eq(expect_all(""), 0);
}

/* Spaces that do not break, letters and digits of other scripts: nothing is known of such texts. */
Test(candidates, entities_among_other_spaces_and_scripts)
{
    expect_all("resolution\u00a059/50 of\u00a02\u00a0December\u00a02004");
    expect_all("Ο seventy-fifth session, ٢٠٠٤, 2 December 2004, ſession");
    expect_all("the seventy\u2011fifth session and 20 ſessions of the Kommission");
}

/* Every paragraph of the texts that the project began with. */
Test(candidates, entities_of_adopted_texts)
{
    static const char *const files[] = {"corpus/csto/A_RES_64_256.txt",
                                        "corpus/csto/A_RES_69_12.txt",
                                        "corpus/csto/A_RES_73_331.txt"};
    size_t count = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct ph_error error;
        struct ph_buffer bytes = {0};
        char *path = ph_data_path(files[i]);
        cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK, "%s", error.message);
        for (char *line = strtok(bytes.data, "\n"); line; line = strtok(NULL, "\n"))
            count += expect_all(line);
        ph_buffer_free(&bytes);
        free(path);
    }
    cr_expect_gt(count, 50);
}

Test(candidates, a_kind_that_there_is_not_has_none)
{
    struct ph_grams grams = {0};
    struct ph_entity *candidates;
    ph_grams_of("2 December 2004", 15, &grams);
    const struct ph_word_starts none = {.items = NULL};
    cr_expect_eq(
        ph_lexicon_candidates(lexicon, "lake", "2 December 2004", 15, &grams, &none, &candidates),
        0);
    free(candidates);
}
