#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { MATCH_LIMIT = 2000000, DEPTH_LIMIT = 2000, HEAP_LIMIT_KIB = 65536 };

struct ph_regex {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
    size_t
        *searched; /* bytes so far, until the pattern is compiled to machine code: then SIZE_MAX */
};

enum ph_status ph_regex_new(const char *pattern, bool extended, bool caseless, const char *where,
                            struct ph_regex **regex, struct ph_error *error)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C;
    options |= extended ? PCRE2_EXTENDED : 0;
    options |= caseless ? PCRE2_CASELESS : 0;
    int code;
    size_t at;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &code, &at, NULL);
    if (!compiled) {
        PCRE2_UCHAR why[160];
        pcre2_get_error_message(code, why, sizeof why);
        return ph_fail(error, PH_FORMAT, "%s: pattern is wrong at character %zu: %s", where, at,
                       (const char *)why);
    }
    *regex = ph_alloc(sizeof **regex);
    (*regex)->code = compiled;
    (*regex)->searched = ph_alloc_zero(1, sizeof(size_t));
    (*regex)->data = pcre2_match_data_create_from_pattern(compiled, NULL);
    (*regex)->limits = pcre2_match_context_create(NULL);
    pcre2_set_match_limit((*regex)->limits, MATCH_LIMIT);
    pcre2_set_depth_limit((*regex)->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit((*regex)->limits, HEAP_LIMIT_KIB);
    return PH_OK;
}

void ph_regex_free(struct ph_regex *regex)
{
    if (!regex)
        return;
    pcre2_match_context_free(regex->limits);
    pcre2_match_data_free(regex->data);
    pcre2_code_free(regex->code);
    free(regex->searched);
    free(regex);
}

/* Machine code is made of a pattern when it has been used enough for that to pay: most runs of the
 * program read one short document. Without JIT it is only slower. */
static void count_search(const struct ph_regex *regex, size_t length)
{
    enum { WORTH_IT = 16 * 1024 };
    if (*regex->searched == SIZE_MAX)
        return;
    *regex->searched += length;
    if (*regex->searched < WORTH_IT)
        return;
    pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
    *regex->searched = SIZE_MAX;
}

bool ph_regex_find(const struct ph_regex *regex, const char *text, size_t length, size_t from,
                   struct ph_match *match)
{
    count_search(regex, length - from);
    int found = pcre2_match(regex->code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK,
                            regex->data, regex->limits);
    if (found <= 0)
        return false;
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(regex->data);
    match->count = (size_t)found < PH_REGEX_GROUPS ? (size_t)found : PH_REGEX_GROUPS;
    for (size_t i = 0; i < PH_REGEX_GROUPS; i++) {
        bool set = i < match->count;
        match->from[i] = set ? at[2 * i] : SIZE_MAX;
        match->to[i] = set ? at[2 * i + 1] : SIZE_MAX;
    }
    return match->to[0] >= match->from[0]; /* \K in a lookahead can turn them round */
}

int ph_regex_group(const struct ph_regex *regex, const char *name)
{
    int number = pcre2_substring_number_from_name(regex->code, (PCRE2_SPTR)name);
    if (number == PCRE2_ERROR_NOUNIQUESUBSTRING) {
        PCRE2_SPTR first, last;
        if (pcre2_substring_nametable_scan(regex->code, (PCRE2_SPTR)name, &first, &last) > 0)
            number = first[0] << 8 | first[1];
    }
    return number > 0 && number < PH_REGEX_GROUPS ? number : -1;
}

static void put_group(struct ph_buffer *out, const struct ph_regex *regex, const char *name,
                      const char *text, const struct ph_match *match)
{
    bool upper = !strncmp(name, "upper:", 6), lower = !strncmp(name, "lower:", 6);
    name += upper || lower ? 6 : 0;
    int group = name[0] >= '0' && name[0] <= '9' ? atoi(name) : ph_regex_group(regex, name);
    if (group < 0 || group >= PH_REGEX_GROUPS || match->from[group] == SIZE_MAX)
        return;
    char *words = ph_copy_n(text + match->from[group], match->to[group] - match->from[group]);
    char *shown = upper ? ph_utf8_capital(words) : lower ? ph_utf8_small(words) : ph_copy(words);
    ph_buffer_put(out, shown);
    free(shown);
    free(words);
}

char *ph_regex_fill(const struct ph_regex *regex, const char *template_text, const char *text,
                    const struct ph_match *match)
{
    struct ph_buffer out = {0};
    for (const char *c = template_text; *c; c++) {
        const char *end = c[0] == '$' && c[1] == '{' ? strchr(c, '}') : NULL;
        if (c[0] == '$' && c[1] == '$') {
            ph_buffer_char(&out, *c++);
        } else if (c[0] == '$' && c[1] >= '0' && c[1] <= '9') {
            char name[2] = {*++c, '\0'};
            put_group(&out, regex, name, text, match);
        } else if (end) {
            char *name = ph_copy_n(c + 2, (size_t)(end - c - 2));
            put_group(&out, regex, name, text, match);
            free(name);
            c = end;
        } else {
            ph_buffer_char(&out, *c);
        }
    }
    return ph_buffer_take(&out);
}
