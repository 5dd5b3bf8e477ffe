/* Packs: what is put in comes out, and nothing that is not to be believed; what is made of rules
 * from a pack is what is made of them from their files. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/pack.h"
#include "base/pack_inside.h"
#include "base/xml.h"
#include "base/xml_pack.h"
#include "penholder.h"

static char folder[64], packed[80], source[80];

static void write_source(const char *text)
{
    cr_assert_eq(ph_file_write(source, text, strlen(text), true, NULL), PH_OK);
}

/* A folder with one file, and the pack that is made of both. */
static void make(void)
{
    struct ph_error error = {.message = ""};
    snprintf(folder, sizeof folder, "/tmp/test_pack.XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    snprintf(packed, sizeof packed, "%s.pack", folder);
    snprintf(source, sizeof source, "%s/rule.xml", folder);
    write_source("one");
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    cr_assert_eq(ph_pack_made_of(maker, ".", &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_pack_made_of(maker, "rule.xml", &error), PH_OK, "%s", error.message);
    cr_expect_eq(ph_pack_made_of(maker, "none.xml", &error), PH_IO);
    ph_pack_add(maker, "tree", "a", "first", 6);
    ph_pack_add(maker, "tree", "b", "second", 7);
    ph_pack_add(maker, "table", "a", "third", 6);
    ph_pack_add(maker, "tree", "a", "later", 6);
    ph_pack_add(maker, "tree", "empty", "", 0);
    cr_assert_eq(ph_pack_write(maker, packed, false, &error), PH_OK, "%s", error.message);
    cr_expect_eq(ph_pack_write(maker, packed, false, &error), PH_IO);
    ph_pack_maker_free(maker);
}

static void forget(void)
{
    remove(source);
    remove(folder);
    remove(packed);
}

static void expect_part(const struct ph_pack *pack, const char *kind, const char *name,
                        const char *expected)
{
    size_t size = 0;
    const char *part = ph_pack_part(pack, kind, name, &size);
    cr_assert_eq(part != NULL, expected != NULL, "%s:%s", kind, name);
    if (!expected)
        return;
    cr_expect_str_eq(part, expected);
    cr_expect_eq(size, strlen(expected) + 1);
    cr_expect_eq((uintptr_t)part % PH_PACK_ALIGNED, 0);
}

static void expect_believed(bool expected)
{
    struct ph_pack *pack = ph_pack_open(packed, folder);
    cr_expect_eq(pack != NULL, expected);
    ph_pack_close(pack);
}

Test(pack, gives_its_parts, .init = make, .fini = forget)
{
    struct ph_pack *pack = ph_pack_open(packed, folder);
    size_t size = 1;
    cr_assert_not_null(pack);
    expect_part(pack, "tree", "a", "first");
    expect_part(pack, "tree", "b", "second");
    expect_part(pack, "table", "a", "third");
    expect_part(pack, "table", "b", NULL);
    expect_part(pack, "tre", "e:a", NULL);
    cr_expect_not_null(ph_pack_part(pack, "tree", "empty", &size));
    cr_expect_eq(size, 0);
    ph_pack_close(pack);
    expect_part(NULL, "tree", "a", NULL);
}

Test(pack, is_not_believed_when_a_file_is_newer, .init = make, .fini = forget)
{
    expect_believed(true);
    usleep(50000);
    write_source("two");
    expect_believed(false);
}

Test(pack, is_not_believed_when_a_file_has_another_length, .init = make, .fini = forget)
{
    const struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    write_source("three");
    cr_assert_eq(utimensat(AT_FDCWD, source, old, 0), 0);
    cr_assert_eq(utimensat(AT_FDCWD, folder, old, 0), 0);
    expect_believed(false);
    write_source("two");
    cr_assert_eq(utimensat(AT_FDCWD, source, old, 0), 0);
    cr_assert_eq(utimensat(AT_FDCWD, folder, old, 0), 0);
    expect_believed(true);
}

Test(pack, is_not_believed_when_a_file_is_gone_or_added, .init = make, .fini = forget)
{
    char other[96];
    snprintf(other, sizeof other, "%s/other.xml", folder);
    usleep(50000);
    cr_assert_eq(ph_file_write(other, "x", 1, false, NULL), PH_OK);
    expect_believed(false);
    remove(other);
    remove(source);
    expect_believed(false);
}

/* Writes the pack anew, as old as it was. */
static void write_dated(const struct ph_buffer *bytes)
{
    struct stat there;
    cr_assert_eq(stat(packed, &there), 0);
    FILE *file = fopen(packed, "wb");
    cr_assert(file && fwrite(ph_buffer_text(bytes), 1, bytes->length, file) == bytes->length);
    fclose(file);
    const struct timespec times[2] = {there.st_mtim, there.st_mtim};
    cr_assert_eq(utimensat(AT_FDCWD, packed, times, 0), 0);
}

/* Writes the pack with its byte at `at` turned round, or without what is behind it. */
static void damage(const struct ph_buffer *bytes, size_t at, bool cut)
{
    struct ph_buffer other = {0};
    ph_buffer_add(&other, bytes->data, cut ? at : bytes->length);
    if (!cut)
        other.data[at] = (char)~other.data[at];
    write_dated(&other);
    ph_buffer_free(&other);
}

/* All its parts are what they were, or not there. */
static void expect_no_other_words(const struct ph_pack *pack)
{
    static const char *const parts[][3] = {
        {"tree", "a", "first"}, {"tree", "b", "second"}, {"table", "a", "third"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t size = 0;
        const char *part = ph_pack_part(pack, parts[i][0], parts[i][1], &size);
        if (part) /* of two of one name the first may be lost */
            cr_expect((size == strlen(parts[i][2]) + 1 && !strcmp(part, parts[i][2])) ||
                      !strcmp(part, "later"));
    }
}

Test(pack, that_is_damaged_says_nothing_wrong, .init = make, .fini = forget)
{
    struct ph_buffer bytes = {0};
    cr_assert_eq(ph_file_read(packed, &bytes, NULL), PH_OK);
    for (size_t i = 0; i < 2 * bytes.length; i++) {
        damage(&bytes, i / 2, i % 2);
        struct ph_pack *pack = ph_pack_open(packed, folder);
        if (pack)
            expect_no_other_words(pack);
        ph_pack_close(pack);
    }
    ph_buffer_free(&bytes);
}

Test(pack, of_another_program_is_not_believed, .init = make, .fini = forget)
{
    struct ph_buffer bytes = {0};
    cr_assert_eq(ph_file_read(packed, &bytes, NULL), PH_OK);
    damage(&bytes, offsetof(struct ph_pack_head, build_id), false);
    expect_believed(false);
    damage(&bytes, offsetof(struct ph_pack_head, build_id), false);
    ph_buffer_free(&bytes);
}

/* ---- trees ---- */

static bool is_left_out(const xmlNode *element)
{
    return ph_xml_is(element, "out");
}

static void expect_same(const xmlNode *one, const xmlNode *other)
{
    cr_assert(other && one->type == other->type);
    if (one->type == XML_TEXT_NODE) {
        cr_expect_str_eq((const char *)one->content, (const char *)other->content);
        return;
    }
    cr_expect_str_eq((const char *)one->name, (const char *)other->name);
    cr_expect_eq(ph_xml_line(one), ph_xml_line(other));
    const xmlAttr *b = other->properties;
    for (const xmlAttr *a = one->properties; a; a = a->next, b = b->next) {
        cr_assert(b && !strcmp((const char *)a->name, (const char *)b->name));
        cr_expect_str_eq(ph_xml_attribute(one, (const char *)a->name),
                         ph_xml_attribute(other, (const char *)a->name));
    }
    cr_expect_null(b);
    const xmlNode *with = other->children;
    for (const xmlNode *child = one->children; child && !is_left_out(one);
         child = child->next, with = with->next) {
        cr_expect_eq(with && with->parent == other, true);
        expect_same(child, with);
    }
    cr_expect_null(with);
}

Test(pack, trees_come_back)
{
    static const char text[] =
        "<rule id='a' title=''><in kind='x &lt; &quot;y&quot; „z“'/>\n\n"
        "words <b c='1' d='2'>of</b> a <e> </e>text<out f='3'>gone <g/></out></rule>";
    struct ph_buffer bytes = {0};
    xmlDoc *doc = NULL;
    cr_assert_eq(ph_xml_parse("t", text, strlen(text), &doc, NULL), PH_OK);
    ph_xml_pack(xmlDocGetRootElement(doc), is_left_out, &bytes);
    xmlDoc *back = ph_xml_unpack(bytes.data, bytes.length);
    cr_assert_not_null(back);
    cr_expect_str_eq(ph_xml_attribute(xmlDocGetRootElement(back), "title"), "");
    expect_same(xmlDocGetRootElement(doc), xmlDocGetRootElement(back));
    free(back);
    for (size_t i = 0; i < bytes.length; i++)
        free(ph_xml_unpack(bytes.data, i));
    ph_buffer_free(&bytes);
    xmlFreeDoc(doc);
}

/* ---- rules ---- */

/* All that the rules find in a folder's resolutions, a line each. */
static char *findings_of(const struct ph_pack *pack, const char *path)
{
    struct ph_work work = {.whole_rules = true};
    struct ph_error error = {.message = ""};
    struct ph_buffer out = {0};
    cr_assert_eq(ph_work_add(&work, path, &error), PH_OK, "%s", error.message);
    work.rules = ph_rules_new(work.lexicon);
    work.rules->pack = pack;
    cr_assert_eq(ph_rules_load_own(work.rules, PH_CHECKING, &error), PH_OK, "%s", error.message);
    for (size_t i = 0; i < work.source_count; i++) {
        struct ph_findings *findings = ph_findings_new();
        cr_expect_eq(ph_rules_check(work.rules, work.sources[i], findings, &error), PH_OK, "%s",
                     error.message);
        for (size_t k = 0; k < findings->count; k++)
            ph_buffer_printf(&out, "%s %s\n", findings->items[k].rule, findings->items[k].message);
        ph_findings_free(findings);
    }
    for (size_t i = 0; i < work.rules->count; i++)
        ph_buffer_printf(&out, "%s %s\n", ph_rule_title(work.rules->items[i]),
                         ph_rule_source(work.rules->items[i]));
    ph_work_free(&work);
    return ph_buffer_take(&out);
}

/* Turns round the first byte of all parts of a kind. */
static void damage_parts(const char *kind)
{
    struct ph_buffer bytes = {0};
    struct ph_pack_head head;
    cr_assert_eq(ph_file_read(packed, &bytes, NULL), PH_OK);
    memcpy(&head, bytes.data, sizeof head);
    size_t damaged = 0;
    for (uint32_t i = 0; i < head.slots; i++) {
        struct ph_pack_slot slot;
        memcpy(&slot, bytes.data + head.slots_at + i * sizeof slot, sizeof slot);
        const char *name = bytes.data + slot.name_at;
        if (!slot.size || strncmp(name, kind, strlen(kind)) != 0 || name[strlen(kind)] != ':')
            continue;
        bytes.data[slot.from] = (char)~bytes.data[slot.from];
        damaged++;
    }
    cr_assert_gt(damaged, 0, "%s", kind);
    write_dated(&bytes);
    ph_buffer_free(&bytes);
}

Test(pack, rules_from_it_find_what_they_find_from_their_files, .timeout = 120)
{
    struct ph_error error = {.message = ""};
    char *data, *own = ph_pack_path(&data);
    snprintf(packed, sizeof packed, "/tmp/test_pack_%d.pack", (int)getpid());
    cr_assert_eq(ph_work_write_pack(packed, false, &error), PH_OK, "%s", error.message);
    struct ph_pack *pack = ph_pack_open(packed, data);
    cr_assert_not_null(pack);
    static const char *const folders[] = {PH_TEST_SOURCE "/corpus/csto",
                                          PH_TEST_SOURCE "/tests/golden/check"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char *from_files = findings_of(NULL, folders[i]),
             *from_pack = findings_of(pack, folders[i]);
        cr_expect_gt(strlen(from_files), 1000);
        cr_expect_str_eq(from_files, from_pack);
        free(from_files);
        free(from_pack);
    }
    ph_pack_close(pack);
    static const char *const kinds[] = {"terms", "rule", "words", "folder"};
    char *from_files = findings_of(NULL, folders[1]);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        damage_parts(kinds[i]);
        pack = ph_pack_open(packed, data);
        cr_assert_not_null(pack);
        char *from_damaged = findings_of(pack, folders[1]);
        cr_expect_str_eq(from_files, from_damaged, "%s", kinds[i]);
        free(from_damaged);
        ph_pack_close(pack);
    }
    free(from_files);
    remove(packed);
    free(data);
    free(own);
}
