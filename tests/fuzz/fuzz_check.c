/* Any bytes that are read as a document, checked with all our rules and against a series: what is
 * found says something and stands where there are whole characters, and with the fixes put in the
 * document still obeys the grammar of the tree; nothing else. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "check/check.h"
#include "doc/forms.h"
#include "draft/draft.h"
#include "lexicon.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* What is checked against: loaded and learned once. */
static struct {
    struct ph_rules *rules;
    struct ph_pattern *pattern;
    struct ph_document *next; /* the series' own */
} shared;

static void expect(enum ph_status status, const struct ph_error *error)
{
    if (status == PH_OK)
        return;
    fprintf(stderr, "%s\n", error->message);
    exit(2);
}

static struct ph_document *member(const char *name)
{
    struct ph_buffer text = {0};
    struct ph_error error;
    struct ph_document *document = NULL;
    char *path = ph_data_path(name);
    expect(ph_file_read(path, &text, &error), &error);
    expect(ph_read(name, text.data, text.length, shared_lexicon(), &document, &error), &error);
    ph_buffer_free(&text);
    free(path);
    return document;
}

static void load(void)
{
    static const struct ph_document *members[2];
    struct ph_error error;
    if (shared.rules)
        return;
    shared.rules = ph_rules_new(shared_lexicon());
    expect(ph_rules_load(shared.rules, NULL, &error), &error);
    members[0] = member("corpus/csto/A_RES_69_12.txt");
    members[1] = member("corpus/csto/A_RES_73_331.txt");
    expect(ph_learn(members, 2, 0, shared_lexicon(), shared.rules, &shared.pattern, &error),
           &error);
    expect(ph_draft(shared.pattern, shared_lexicon(), &shared.next, &error), &error);
}

static bool is_cut(const struct ph_text *text, size_t at)
{
    return at < text->length && ((unsigned char)text->bytes[at] & 0xC0) == 0x80;
}

static void look_at(const struct ph_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *finding = &findings->items[i];
        const struct ph_text *text = &finding->node->text;
        if (!finding->message || !*finding->message || finding->from > finding->to ||
            finding->to > text->length || is_cut(text, finding->from) || is_cut(text, finding->to))
            abort();
    }
}

static void check(struct ph_document *document)
{
    struct ph_error error = {.message = ""};
    struct ph_findings *findings = ph_findings_new();
    enum ph_status status = ph_check(shared.rules, document, findings, &error);
    if (status != PH_OK && (status != PH_LIMIT || !error.message[0]))
        abort();
    if (ph_check_series(shared.rules, shared.pattern, shared.next, document, findings, &error))
        abort();
    look_at(findings);
    ph_check_fix(shared_lexicon(), document, findings);
    if (ph_verify(document))
        abort();
    ph_findings_free(findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_document *document = NULL;
    struct ph_error error;
    load();
    if (ph_read("fuzz.txt", (const char *)bytes, length, shared_lexicon(), &document, &error) ==
        PH_OK)
        check(document);
    ph_document_free(document);
    return 0;
}
