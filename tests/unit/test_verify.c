/* The verifier of Word documents: each fault of tests/verify/seeds.txt is found where it was put,
 * and nothing else; what is sound is silent. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/zip.h"
#include "word/verify/verify.h"

#define FOLDER PH_TEST_SOURCE "/tests/verify/"

/* ---- the sound package, and one change of it ---- */

static const char *const names[] = {"[Content_Types].xml", "_rels/.rels",
                                    "word/document.xml",   "word/_rels/document.xml.rels",
                                    "word/styles.xml",     "word/settings.xml",
                                    "word/numbering.xml",  "word/footnotes.xml",
                                    "word/comments.xml",   "word/header1.xml",
                                    "word/footer1.xml"};
enum { PARTS = sizeof names / sizeof *names };

struct seed {
    char *fault, *edit, *from, *to, *at, *paragraph, *drop, *add, *twice, *also;
};

static struct ph_buffer read_file(const char *name)
{
    struct ph_buffer out = {0};
    struct ph_error error;
    char *path = ph_copy(FOLDER);
    path = ph_realloc(path, strlen(path) + strlen(name) + 1);
    strcat(path, name);
    cr_assert_eq(ph_file_read(path, &out, &error), PH_OK, "%s", error.message);
    free(path);
    return out;
}

static struct ph_buffer read_part(const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "good/%s", name);
    return read_file(path);
}

static void edit_part(struct ph_buffer *text, const struct seed *seed)
{
    char *place = strstr(text->data, seed->from);
    cr_assert(place, "%s: not there: %s", seed->fault, seed->from);
    cr_assert_null(strstr(place + 1, seed->from), "%s: there twice: %s", seed->fault, seed->from);
    struct ph_buffer edited = {0};
    ph_buffer_add(&edited, text->data, (size_t)(place - text->data));
    ph_buffer_put(&edited, seed->to);
    ph_buffer_put(&edited, place + strlen(seed->from));
    ph_buffer_free(text);
    *text = edited;
}

static bool is(const char *name, const char *wanted)
{
    return wanted && !strcmp(name, wanted);
}

/* The library writes no part twice: the second gets another name of the same length, which is then
 * put right in the bytes. */
static void rename_part(struct ph_buffer *package, const char *from, const char *to)
{
    size_t length = strlen(from);
    for (size_t i = 0; i + length <= package->length; i++)
        if (!memcmp(package->data + i, from, length))
            memcpy(package->data + i, to, length);
}

static struct ph_buffer package_of(const struct seed *seed)
{
    struct ph_buffer texts[PARTS + 1] = {{0}}, out = {0};
    struct ph_zip_part parts[PARTS + 2];
    struct ph_error error;
    size_t count = 0;
    for (size_t i = 0; i < PARTS; i++) {
        texts[i] = read_part(names[i]);
        if (is(names[i], seed->edit))
            edit_part(&texts[i], seed);
        if (!is(names[i], seed->drop))
            parts[count++] = (struct ph_zip_part){names[i], texts[i].data, texts[i].length};
        if (is(names[i], seed->twice))
            parts[count++] =
                (struct ph_zip_part){"word/footer9.xml", texts[i].data, texts[i].length};
    }
    if (seed->add)
        parts[count++] = (struct ph_zip_part){seed->add, seed->to, strlen(seed->to)};
    cr_assert_eq(ph_zip_write(parts, count, &out, &error), PH_OK, "%s", error.message);
    if (seed->twice)
        rename_part(&out, "word/footer9.xml", seed->twice);
    for (size_t i = 0; i < PARTS; i++)
        ph_buffer_free(&texts[i]);
    return out;
}

static struct ph_faults *verify(const struct ph_buffer *package)
{
    struct ph_faults *faults;
    struct ph_error error = {PH_OK, ""};
    cr_assert_eq(ph_word_verify("file.docx", package->data, package->length, &faults, &error),
                 PH_OK, "%s", error.message);
    return faults;
}

/* ---- seeds ---- */

static char **field_of(struct seed *seed, const char *line, size_t length)
{
    struct {
        const char *name;
        char **field;
    } fields[] = {{"fault", &seed->fault}, {"edit", &seed->edit}, {"from", &seed->from},
                  {"to", &seed->to},       {"at", &seed->at},     {"paragraph", &seed->paragraph},
                  {"drop", &seed->drop},   {"add", &seed->add},   {"twice", &seed->twice},
                  {"also", &seed->also}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strlen(fields[i].name) == length && !strncmp(fields[i].name, line, length))
            return fields[i].field;
    cr_assert_fail("seeds.txt: unknown: %s", line);
    return NULL;
}

/* Reads one seed from the lines up to the next blank one; `text` is cut into pieces. */
static char *read_seed(char *text, struct seed *seed)
{
    *seed = (struct seed){0};
    while (*text && *text != '\n') {
        size_t length = strcspn(text, "\n");
        char *next = text + length + (text[length] == '\n');
        text[length] = '\0';
        if (*text != '#') {
            size_t name = strcspn(text, ":");
            char *value = text + name + 1;
            *field_of(seed, text, name) = value + (*value == ' ');
        }
        text = next;
    }
    return text + strspn(text, "\n");
}

static size_t count_of(const struct ph_faults *faults, const char *name)
{
    size_t count = 0;
    for (int kind = 0; kind < PH_FAULT_COUNT; kind++)
        if (!name || is(ph_fault_info((enum ph_fault_kind)kind)->name, name))
            count += faults->of[kind];
    return count;
}

/* The fault at its place, and but for the other one that comes with it nothing else. */
static void expect_seed(const struct seed *seed)
{
    struct ph_buffer package = package_of(seed);
    struct ph_faults *faults = verify(&package);
    const char *part = seed->at ? seed->at : seed->edit;
    size_t paragraph = seed->paragraph ? (size_t)atoi(seed->paragraph) : 0, found = 0;
    for (size_t i = 0; i < faults->count; i++) {
        const struct ph_fault *fault = &faults->items[i];
        const char *name = ph_fault_info(fault->kind)->name;
        found += is(name, seed->fault) && is(fault->part, part) && fault->paragraph == paragraph;
        cr_expect(is(name, seed->fault) || is(name, seed->also), "%s: found besides: %s: %s",
                  seed->fault, name, fault->detail);
    }
    cr_expect_eq(found, 1, "%s: found %zu times in %s, paragraph %zu", seed->fault, found, part,
                 paragraph);
    cr_expect_eq(count_of(faults, NULL), seed->also ? 2 : 1, "%s: %zu faults", seed->fault,
                 count_of(faults, NULL));
    ph_faults_free(faults);
    ph_buffer_free(&package);
}

Test(verify, each_seeded_fault_is_found_where_it_is_and_nothing_else)
{
    bool tried[PH_FAULT_COUNT] = {false};
    struct ph_buffer text = read_file("seeds.txt");
    struct seed seed;
    for (char *at = text.data; *at;) {
        at = read_seed(at, &seed);
        if (!seed.fault)
            continue;
        expect_seed(&seed);
        for (int kind = 0; kind < PH_FAULT_COUNT; kind++)
            tried[kind] |= is(ph_fault_info((enum ph_fault_kind)kind)->name, seed.fault);
    }
    tried[PH_FAULT_PART_TWICE] = true; /* only in a flat file: below */
    for (int kind = 0; kind < PH_FAULT_COUNT; kind++)
        cr_expect(tried[kind], "no seed of %s", ph_fault_info((enum ph_fault_kind)kind)->name);
    ph_buffer_free(&text);
}

Test(verify, the_sound_package_is_silent)
{
    struct ph_buffer package = package_of(&(struct seed){0});
    struct ph_faults *faults = verify(&package);
    cr_expect_eq(faults->count, 0, "%s: %s", faults->count ? faults->items[0].part : "",
                 faults->count ? faults->items[0].detail : "");
    ph_faults_free(faults);
    ph_buffer_free(&package);
}

/* ---- before writing ---- */

static enum ph_status guard(const struct ph_buffer *before, const struct ph_buffer *after,
                            struct ph_error *error)
{
    struct ph_word_bytes old = {before ? before->data : NULL, before ? before->length : 0};
    struct ph_word_bytes made = {after->data, after->length};
    *error = (struct ph_error){PH_OK, ""};
    return ph_word_guard("out.docx", before ? &old : NULL, &made, error);
}

Test(verify, a_document_is_written_only_without_faults_of_its_own)
{
    struct seed torn = {.fault = "deleted-text",
                        .edit = "word/document.xml",
                        .from = "<w:t>seventy-seventh</w:t>",
                        .to = "<w:delText>seventy-seventh</w:delText>"};
    struct ph_buffer sound = package_of(&(struct seed){0}), faulty = package_of(&torn);
    struct ph_buffer no_package = {"words", 5, 0};
    struct ph_error error;
    cr_expect_eq(guard(NULL, &sound, &error), PH_OK);
    cr_expect_eq(guard(&faulty, &sound, &error), PH_OK);
    cr_expect_eq(guard(&faulty, &faulty, &error), PH_OK, "what came in may stay");
    cr_expect_eq(guard(NULL, &faulty, &error), PH_INTERNAL);
    cr_expect_eq(guard(NULL, &no_package, &error), PH_INTERNAL);
    cr_expect_eq(guard(&no_package, &sound, &error), PH_OK, "what came in does not matter then");
    cr_expect_eq(guard(&no_package, &faulty, &error), PH_FORMAT);
    cr_expect_eq(guard(&sound, &faulty, &error), PH_INTERNAL);
    cr_expect(strstr(error.message, "out.docx: ") && strstr(error.message, "paragraph 2") &&
                  strstr(error.message, "[deleted-text]"),
              "%s", error.message);
    ph_buffer_free(&sound);
    ph_buffer_free(&faulty);
}

/* ---- flat files, and what is none ---- */

#define FLAT "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
#define RELATIONS                                                                                  \
    "<pkg:part pkg:name=\"/_rels/.rels\" pkg:contentType=\"a/rels+xml\"><pkg:xmlData>"             \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"       \
    "<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/>"              \
    "</Relationships></pkg:xmlData></pkg:part>"
#define DOCUMENT_BEGIN                                                                             \
    "<pkg:part pkg:name=\"/word/document.xml\" pkg:contentType=\"a/main+xml\"><pkg:xmlData>"       \
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"        \
    "<w:body>"
#define DOCUMENT_END "</w:body></w:document></pkg:xmlData></pkg:part>"
#define DOCUMENT(body) DOCUMENT_BEGIN body DOCUMENT_END

static void put_times(struct ph_buffer *out, const char *text, size_t count)
{
    while (count--)
        ph_buffer_put(out, text);
}

static struct ph_faults *verify_flat(const char *text)
{
    struct ph_buffer bytes = {0};
    ph_buffer_put(&bytes, text);
    struct ph_faults *faults = verify(&bytes);
    ph_buffer_free(&bytes);
    return faults;
}

Test(verify, a_flat_file_is_a_package_too)
{
    struct ph_faults *faults = verify_flat(FLAT RELATIONS DOCUMENT("<w:p/>") "</pkg:package>");
    cr_expect_eq(count_of(faults, NULL), 0);
    ph_faults_free(faults);
    faults = verify_flat(FLAT RELATIONS DOCUMENT("<w:p/>") DOCUMENT("<w:p/>") "</pkg:package>");
    cr_expect_eq(faults->of[PH_FAULT_PART_TWICE], 1);
    ph_faults_free(faults);
}

static void expect_refused(const char *bytes, size_t length, const char *words)
{
    struct ph_faults *faults;
    struct ph_error error = {PH_OK, ""};
    cr_expect_eq(ph_word_verify("file", bytes, length, &faults, &error), PH_FORMAT, "%s", words);
    cr_expect_null(faults);
    cr_expect(strstr(error.message, words), "'%s' does not say '%s'", error.message, words);
}

Test(verify, what_is_no_word_document_is_said)
{
    struct ph_buffer package = {0};
    struct ph_zip_part part = {"notes.txt", "words", 5};
    cr_assert_eq(ph_zip_write(&part, 1, &package, NULL), PH_OK);
    expect_refused("", 0, "no Word document");
    expect_refused("words", 5, "no Word document");
    expect_refused("<html/>", 7, "no Word document");
    expect_refused(package.data, package.length, "no Word document");
    ph_buffer_free(&package);
}

/* ---- hostile files ---- */

Test(verify, more_faults_than_anyone_reads_are_counted)
{
    enum { MANY = 5000 };
    struct ph_buffer text = {0};
    ph_buffer_put(&text, FLAT RELATIONS DOCUMENT_BEGIN);
    put_times(&text, "<w:p><w:r><w:delText>x</w:delText></w:r></w:p>", MANY);
    ph_buffer_put(&text, DOCUMENT_END "</pkg:package>");
    struct ph_faults *faults = verify(&text);
    cr_expect_eq(faults->count, PH_FAULTS_LISTED);
    cr_expect_eq(faults->of[PH_FAULT_DELETED_TEXT], MANY);
    ph_faults_free(faults);
    ph_buffer_free(&text);
}

/* Deeper than anything that is read: a fault, and no crash. */
Test(verify, what_nests_too_deeply_is_a_fault)
{
    struct ph_buffer text = {0};
    ph_buffer_put(&text, FLAT);
    put_times(&text, "<w:sdt xmlns:w=\"w\">", 100000);
    put_times(&text, "</w:sdt>", 100000);
    ph_buffer_put(&text, "</pkg:package>");
    struct ph_faults *faults = verify(&text);
    cr_expect_eq(faults->of[PH_FAULT_PACKAGE], 1);
    ph_faults_free(faults);
    ph_buffer_free(&text);
}
