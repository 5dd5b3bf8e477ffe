/* The lexicon of a pack says what that of the file says. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xml.h"
#include "un/words.h"
#include "with_lexicon.h"
#include "with_pack.h"

static struct ph_pack *pack;
static struct ph_lexicon *packed;
static xmlDoc *doc; /* the file */

static void set_up(void)
{
    struct ph_error error;
    set_up_lexicon();
    cr_assert_eq(ph_xml_read(PH_TEST_SOURCE "/rules/en/lexicon.xml", &doc, &error), PH_OK);
    struct ph_pack_maker *maker = new_pack();
    ph_lexicon_pack(lexicon, maker);
    pack = pack_of(maker);
    packed = ph_lexicon_of_pack(pack);
    cr_assert_not_null(packed);
}

static void tear_down(void)
{
    ph_lexicon_free(packed);
    ph_pack_close(pack);
    xmlFreeDoc(doc);
    tear_down_lexicon();
}

TestSuite(lexicon_pack, .init = set_up, .fini = tear_down);

/* ---- words ---- */

static void expect_same_list(const char *const *list, const char *const *other)
{
    size_t i = 0;
    cr_assert(list && other);
    for (; list[i] && other[i]; i++)
        cr_expect_str_eq(other[i], list[i]);
    cr_expect(!list[i] && !other[i]);
}

Test(lexicon_pack, lists_and_kinds)
{
    const xmlNode *lists = ph_xml_first(xmlDocGetRootElement(doc), "lists");
    const char **kinds, **others;
    size_t count = 0;
    for (const xmlNode *l = ph_xml_first(lists, "list"); l; l = ph_xml_next(l, "list"), count++) {
        const char *name = ph_xml_attribute(l, "name");
        expect_same_list(ph_lexicon_list(lexicon, name), ph_lexicon_list(packed, name));
    }
    cr_expect_gt(count, 5);
    cr_expect_null(ph_lexicon_list(packed, "no such list"));
    count = ph_lexicon_kinds(lexicon, &kinds);
    cr_assert_eq(ph_lexicon_kinds(packed, &others), count);
    for (size_t i = 0; i < count; i++)
        cr_expect_str_eq(others[i], kinds[i]);
    free(kinds);
    free(others);
}

Test(lexicon_pack, definitions)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    for (const xmlNode *d = ph_xml_first(root, "define"); d; d = ph_xml_next(d, "define")) {
        struct ph_buffer use = {0};
        ph_buffer_printf(&use, "{%s}", ph_xml_attribute(d, "name"));
        char *expanded = ph_lexicon_expand(lexicon, use.data),
             *other = ph_lexicon_expand(packed, use.data);
        cr_expect_str_eq(other, expanded);
        free(expanded);
        free(other);
        ph_buffer_free(&use);
    }
    cr_expect_null(ph_lexicon_expand(packed, "{nowhere}"));
}

static void expect_same_numbers(const struct ph_number_words *numbers,
                                const struct ph_number_words *others)
{
    cr_assert_eq(others->count, numbers->count);
    for (size_t i = 0; i < numbers->count; i++) {
        cr_expect_eq(others->items[i].value, numbers->items[i].value);
        cr_expect_str_eq(others->items[i].cardinal, numbers->items[i].cardinal);
        cr_expect_str_eq(others->items[i].ordinal, numbers->items[i].ordinal);
    }
    cr_expect_str_eq(others->zero, numbers->zero);
    cr_assert_eq(others->suffix_count, numbers->suffix_count);
    for (size_t i = 0; i < numbers->suffix_count; i++)
        cr_expect_str_eq(others->suffixes[i], numbers->suffixes[i]);
    cr_expect_arr_eq(others->starts, numbers->starts, sizeof numbers->starts);
}

Test(lexicon_pack, tables)
{
    const struct ph_words *words = ph_lexicon_words(lexicon), *others = ph_lexicon_words(packed);
    for (size_t i = 0; i < PH_MONTHS; i++)
        cr_expect_str_eq(others->months[i], words->months[i]);
    for (size_t i = 0; i < PH_SMALL_WORDS; i++)
        cr_expect_str_eq(others->small[i], words->small[i]);
    expect_same_list(words->citation.nouns, others->citation.nouns);
    expect_same_list(words->citation.decisions, others->citation.decisions);
    expect_same_list(words->citation.organs, others->citation.organs);
    expect_same_list(words->citation.links, others->citation.links);
    cr_expect_str_eq(others->citation.own, words->citation.own);
    cr_expect_str_eq(others->citation.before_own, words->citation.before_own);
    cr_expect_arr_eq(others->citation.starts, words->citation.starts,
                     sizeof words->citation.starts);
    expect_same_numbers(&words->numbers, &others->numbers);
}

/* ---- texts ---- */

static void expect_same_opening(const char *text, enum ph_part part)
{
    struct ph_opening opening, other;
    const size_t length = strlen(text);
    const bool found = ph_lexicon_opening(lexicon, text, length, part, &opening);
    cr_expect_eq(ph_lexicon_opening(packed, text, length, part, &other), found, "%s", text);
    cr_expect(other.part == opening.part && other.known == opening.known &&
              other.adverb == opening.adverb && other.from == opening.from &&
              other.to == opening.to && other.adverb_from == opening.adverb_from &&
              other.adverb_to == opening.adverb_to);
    if (!found)
        return;
    char *set = ph_lexicon_set_adverb(lexicon, text, length, &opening, PH_FURTHER),
         *other_set = ph_lexicon_set_adverb(packed, text, length, &other, PH_FURTHER);
    cr_expect_str_eq(other.phrase, opening.phrase);
    cr_expect_eq(ph_lexicon_has_addressee(packed, other.phrase),
                 ph_lexicon_has_addressee(lexicon, opening.phrase));
    cr_expect_str_eq(other_set, set);
    free(set);
    free(other_set);
}

static void expect_same_line(const char *text)
{
    struct ph_line line = {0}, other = {0};
    const size_t length = strlen(text);
    const bool found = ph_lexicon_line(lexicon, text, length, &line);
    cr_expect_eq(ph_lexicon_line(packed, text, length, &other), found, "%s", text);
    cr_expect(other.from == line.from && other.to == line.to &&
              other.match_from == line.match_from && other.match_to == line.match_to);
    cr_expect_str_eq(found ? other.name : "", found ? line.name : "");
    cr_expect_eq(ph_lexicon_find_line(packed, "symbol", text, length, 0, &other),
                 ph_lexicon_find_line(lexicon, "symbol", text, length, 0, &line), "%s", text);
}

/* Returns how many there are. */
static size_t expect_same_entities(const char *text)
{
    struct ph_entity *list, *others;
    const size_t count = ph_lexicon_entities(lexicon, text, strlen(text), &list);
    cr_assert_eq(ph_lexicon_entities(packed, text, strlen(text), &others), count, "%s", text);
    for (size_t i = 0; i < count; i++) {
        cr_expect_str_eq(others[i].kind, list[i].kind);
        cr_expect(others[i].from == list[i].from && others[i].to == list[i].to &&
                  others[i].number == list[i].number && others[i].other == list[i].other);
    }
    free(list);
    free(others);
    return count;
}

Test(lexicon_pack, every_phrase)
{
    const xmlNode *openings = ph_xml_first(xmlDocGetRootElement(doc), "openings");
    size_t count = 0;
    for (const xmlNode *part = ph_xml_first(openings, "phrases"); part;
         part = ph_xml_next(part, "phrases"))
        for (const xmlNode *p = ph_xml_first(part, "phrase"); p;
             p = ph_xml_next(p, "phrase"), count++) {
            char *words = ph_xml_content(p), *bracket;
            while ((bracket = strpbrk(words, "[]|")))
                *bracket = ' ';
            expect_same_opening(words, PH_NO_PART);
            expect_same_opening(words, PH_PREAMBLE);
            free(words);
        }
    cr_expect_gt(count, 500);
}

Test(lexicon_pack, a_text)
{
    struct ph_buffer text = {0};
    struct ph_error error;
    size_t count = 0;
    cr_assert_eq(ph_file_read(PH_TEST_SOURCE "/corpus/csto/A_RES_73_331.txt", &text, &error),
                 PH_OK);
    for (char *line = strtok(text.data, "\n"); line; line = strtok(NULL, "\n")) {
        expect_same_opening(line, PH_NO_PART);
        expect_same_line(line);
        count += expect_same_entities(line);
    }
    cr_expect_gt(count, 10);
    ph_buffer_free(&text);
}

/* ---- what is no lexicon ---- */

Test(lexicon_pack, a_pack_without_one)
{
    struct ph_pack_maker *maker = new_pack();
    ph_pack_add(maker, "lexicon", "texts", "too few", 8);
    struct ph_pack *other = pack_of(maker);
    cr_expect_null(ph_lexicon_of_pack(other));
    cr_expect_null(ph_lexicon_of_pack(NULL));
    ph_pack_close(other);
}
