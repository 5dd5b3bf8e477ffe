/* Any bytes at all: reading a pattern ends in one from which a draft can be made, whose trees obey
 * their grammar, or in an error with a message; nothing else. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/xml.h"
#include "doc/forms.h"
#include "draft/draft.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct ph_lexicon *lexicon;
static struct ph_rules *rules;

static void load(void)
{
    struct ph_error error;
    if (!lexicon && ph_lexicon_load(NULL, &lexicon, &error) == PH_OK) {
        rules = ph_rules_new(lexicon);
        if (ph_rules_load(rules, NULL, &error) == PH_OK)
            return;
    }
    if (!rules || !rules->count) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
}

static void check(const struct ph_document *document)
{
    const char *fault = ph_verify(document);
    if (!fault)
        return;
    fprintf(stderr, "%s\n", fault);
    abort();
}

static void draft_from(const struct ph_pattern *pattern)
{
    struct ph_document *draft;
    struct ph_error error;
    check(pattern->read);
    if (ph_draft(pattern, lexicon, &draft, &error) != PH_OK)
        abort();
    check(draft);
    ph_document_free(draft);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_pattern *pattern = NULL;
    struct ph_error error = {0};
    load();
    enum ph_status status =
        ph_pattern_read("fuzz", bytes, length, 0, lexicon, rules, &pattern, &error);
    if (status == PH_OK)
        draft_from(pattern);
    else if (pattern || !error.message[0])
        abort();
    ph_pattern_free(pattern);
    return 0;
}
