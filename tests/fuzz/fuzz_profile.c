/* Any bytes as a profile: what is taken sets and adds rules that can look at a document, and those
 * that are off find nothing; else there is an error with a message, which names the file; nothing
 * else. Beside the profile lie a rule that it may add and a profile that it may be based on; what
 * names a place elsewhere is not tried. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "draft.h"
#include "rules/compiled.h"
#include "rules/profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char rule[] =
    "<rule xmlns='urn:penholder:rule' kind='checking' id='%s' severity='warning'>"
    "<title>T</title><source>S</source><in kind='preambular operative'/><match pattern='[a-z]+'/>"
    "<message>M</message><examples><bad><op>1 <here>a</here></op></bad><good><op>1</op></good>"
    "</examples></rule>";
static const char base[] = "<profile xmlns='urn:penholder:profile'><title>T</title>"
                           "<off rule='two'>so</off></profile>";

static char path[64];
static const char *const beside[] = {"three.xml", "base.xml"};

static void remove_folder(void)
{
    char file[128];
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(file, sizeof file, "%s/%s", path, beside[i]);
        remove(file);
    }
    remove(path);
}

/* The folder of the profile, made once. */
static const char *folder(void)
{
    char file[128], text[1024];
    if (*path)
        return path;
    snprintf(path, sizeof path, "/tmp/fuzz_profile.XXXXXX");
    if (!mkdtemp(path) || atexit(remove_folder))
        abort();
    snprintf(text, sizeof text, rule, "three");
    const char *const texts[] = {text, base};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(file, sizeof file, "%s/%s", path, beside[i]);
        if (ph_file_write(file, texts[i], strlen(texts[i]), true, NULL) != PH_OK)
            abort();
    }
    return path;
}

/* Whether it may name a place outside of the folder, or one that is not read to its end. */
static bool leads_out(const struct ph_buffer *text)
{
    const char *bytes = ph_buffer_text(text);
    return memchr(bytes, '\0', text->length) || strstr(bytes, "\"/") || strstr(bytes, "'/") ||
           strstr(bytes, "..") || strstr(bytes, "&#");
}

/* A few rules stand for those of the program, which take long to read. */
static struct ph_rules *few_rules(void)
{
    static const char *const names[] = {"one", "two"};
    struct ph_rules *rules = ph_rules_new(shared_lexicon());
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ph_buffer text = {0};
        ph_buffer_printf(&text, rule, names[i]);
        if (ph_rules_parse(rules, names[i], &text, NULL) != PH_OK)
            abort();
        ph_buffer_free(&text);
    }
    rules->has_own[PH_CHECKING] = true;
    return rules;
}

static void try_rules(const struct ph_rules *rules)
{
    struct ph_findings *findings = ph_findings_new();
    struct ph_error error = {.message = ""};
    if (rules->count < 2 ||
        (ph_rules_check(rules, shared_draft(), findings, &error) != PH_OK && !error.message[0]))
        abort();
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_rule *found = ph_rules_find(rules, findings->items[i].rule);
        if (!found || ph_rule_is_off(found) ||
            findings->items[i].severity != ph_rule_severity(found))
            abort();
    }
    ph_findings_free(findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char name[128];
    struct ph_error error = {.message = ""};
    struct ph_buffer text = {0};
    ph_buffer_add(&text, bytes, length);
    if (!leads_out(&text)) {
        snprintf(name, sizeof name, "%s/fuzz.xml", folder());
        struct ph_rules *rules = few_rules();
        if (ph_rules_parse_profile(rules, name, &text, &error) == PH_OK)
            try_rules(rules);
        else if (!error.message[0])
            abort();
        ph_rules_free(rules);
    }
    ph_buffer_free(&text);
    return 0;
}
