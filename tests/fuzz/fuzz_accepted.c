/* Any bytes as a file of accepted findings: what is taken sets findings aside and loses none, and
 * can take more, which are then silent; else there is an error with a message, which names the
 * file; nothing else. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check/accepted.h"
#include "doc/walk.h"
#include "draft.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Two findings in each node that has words: its first word, and the whole of it; and one of the
 * document. */
static struct ph_findings *find_all(const struct ph_document *document)
{
    struct ph_findings *findings = ph_findings_new();
    struct ph_finding finding = {
        .rule = "whole", .message = "what is wrong", .node = document->root};
    ph_findings_add(findings, &finding);
    while ((finding.node = ph_next_text(document->root, finding.node))) {
        finding.rule = "whole";
        finding.to = 0;
        ph_findings_add(findings, &finding);
        finding.rule = "word";
        finding.to = strcspn(finding.node->text.bytes, " ");
        ph_findings_add(findings, &finding);
    }
    return findings;
}

/* How many findings a file sets aside; those that it does not are left. */
static size_t set_aside(struct ph_accepted *accepted, struct ph_findings *findings)
{
    const size_t all = findings->count;
    ph_accepted_apply(accepted, findings);
    if (findings->count + findings->accepted_count != all)
        abort();
    for (size_t i = 0; i < findings->accepted_count; i++)
        if (!findings->accepted[i].reason || !findings->accepted[i].reason[0])
            abort();
    return findings->accepted_count;
}

/* All that is left is accepted in the same file, which then sets all aside. */
static void accept_rest(const struct ph_buffer *bytes, const struct ph_findings *left)
{
    struct ph_error error = {.message = ""};
    struct ph_buffer out = {0};
    struct ph_accepted *accepted = NULL;
    struct ph_findings *findings = find_all(shared_draft());
    bool *chosen = ph_alloc_zero(left->count + 1, sizeof *chosen);
    memset(chosen, true, left->count);
    enum ph_status status =
        ph_accepted_write("fuzz", bytes, left, chosen, "because <so> & \"so\"", &out, &error);
    if (status == PH_OK && (ph_accepted_parse("fuzz", &out, &accepted, &error) != PH_OK ||
                            set_aside(accepted, findings) == 0 || findings->count))
        abort();
    if (status != PH_OK && !strstr(error.message, "fuzz"))
        abort();
    ph_accepted_free(accepted);
    ph_findings_free(findings);
    ph_buffer_free(&out);
    free(chosen);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_error error = {.message = ""};
    struct ph_buffer text = {0};
    struct ph_accepted *accepted = NULL;
    ph_buffer_add(&text, bytes, length);
    if (ph_accepted_parse("fuzz", &text, &accepted, &error) == PH_OK) {
        struct ph_findings *findings = find_all(shared_draft());
        set_aside(accepted, findings);
        accept_rest(&text, findings);
        ph_findings_free(findings);
    } else if (accepted || !strstr(error.message, "fuzz")) {
        abort();
    }
    ph_accepted_free(accepted);
    ph_buffer_free(&text);
    return 0;
}
