#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/regex_inside.h"
#include "base/regex_needs.h"
#include "base/regex_watch.h"
#include "base/utf8.h"
#include "base/word_starts.h"

enum { DEPTH_LIMIT = 2000, HEAP_LIMIT_KIB = 65536 };

/* What a search works with, the same for all patterns: none runs inside of another, and PCRE2 keeps
 * 20 KiB for each of these. */
static struct {
    pcre2_match_data *data;
    uint32_t groups; /* that it holds */
    pcre2_match_context *limits;
} desk;

/* How often PCRE2 may try at each place where a match may start: all tries of a search are bounded,
 * and to go through a long text once from each place stays allowed. */
static uint32_t tries_for(size_t length)
{
    enum { ALL = 20000000, LEAST = 20000, MOST = 2000000, LONG_TEXT = 50000 };
    size_t through = 2 * (length < LONG_TEXT ? length : LONG_TEXT);
    size_t tries = ALL / (length + 1), least = through > LEAST ? through : LEAST;
    return (uint32_t)(tries < least ? least : tries > MOST ? MOST : tries);
}

/* A pattern that is watched comes to one of its items. */
static int come_to(pcre2_callout_block *block, void *data)
{
    (void)data;
    return ph_watch_step(block->current_position, block->capture_top) ? 0 : PCRE2_ERROR_CALLOUT;
}

/* The desk holds all groups of the pattern. */
static void make_room(const pcre2_code *code)
{
    uint32_t groups = 0;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (!desk.limits) {
        desk.limits = pcre2_match_context_create(NULL);
        pcre2_set_depth_limit(desk.limits, DEPTH_LIMIT);
        pcre2_set_heap_limit(desk.limits, HEAP_LIMIT_KIB);
        pcre2_set_callout(desk.limits, come_to, NULL);
    }
    if (desk.data && groups <= desk.groups)
        return;
    pcre2_match_data_free(desk.data);
    desk.groups = groups > PH_REGEX_GROUPS ? groups : PH_REGEX_GROUPS;
    desk.data = pcre2_match_data_create(desk.groups + 1, NULL);
}

static void find_starts(const struct ph_regex *regex)
{
    if (regex->at_words)
        regex->machine->starts = regex->machine->own_starts = ph_pattern_starts(
            regex->pattern, regex->options & PCRE2_EXTENDED, regex->options & PCRE2_CASELESS);
}

static enum ph_status compile(const struct ph_regex *regex, struct ph_error *error)
{
    struct ph_regex_machine *made = regex->machine;
    int code;
    size_t at;
    if (strlen(regex->pattern) > PH_REGEX_LENGTH)
        return ph_fail(error, PH_LIMIT, "%s: pattern is longer than %d bytes", regex->where,
                       PH_REGEX_LENGTH);
    if (ph_regex_known_code(regex)) {
        make_room(made->code);
        return PH_OK;
    }
    find_starts(regex);
    made->code =
        pcre2_compile((PCRE2_SPTR)regex->pattern, PCRE2_ZERO_TERMINATED,
                      regex->options | (made->starts ? PCRE2_ANCHORED : 0), &code, &at, NULL);
    if (!made->code && code == PCRE2_ERROR_PATTERN_TOO_LARGE)
        return ph_fail(error, PH_LIMIT, "%s: pattern is too large; words in <terms> cost nothing",
                       regex->where);
    if (!made->code) {
        PCRE2_UCHAR why[160];
        pcre2_get_error_message(code, why, sizeof why);
        return ph_fail(error, PH_FORMAT, "%s: pattern is wrong at character %zu: %s", regex->where,
                       at, (const char *)why);
    }
    make_room(made->code);
    return PH_OK;
}

/* A pattern in one piece, with its name and where it stands. */
struct whole {
    struct ph_regex regex;
    struct ph_regex_machine machine;
    char words[];
};

static struct ph_regex *new_late(const char *pattern, bool extended, bool caseless, bool at_words,
                                 const char *where)
{
    const char head[PH_REGEX_NAMED] = {extended ? 'x' : '-', caseless ? 'i' : '-',
                                       at_words ? 'w' : '-', ':'};
    const size_t length = strlen(pattern) + 1, where_length = strlen(where) + 1;
    struct whole *whole = ph_alloc(sizeof *whole + sizeof head + length + where_length);
    memset(whole, 0, sizeof *whole);
    memcpy(whole->words, head, sizeof head);
    memcpy(whole->words + sizeof head, pattern, length);
    memcpy(whole->words + sizeof head + length, where, where_length);
    struct ph_regex *regex = &whole->regex;
    regex->name = whole->words;
    regex->pattern = regex->name + sizeof head;
    regex->where = regex->pattern + length;
    regex->options = PCRE2_UTF | PCRE2_UCP | PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C;
    regex->options |= (extended ? PCRE2_EXTENDED : 0) | (caseless ? PCRE2_CASELESS : 0);
    regex->at_words = at_words;
    regex->machine = &whole->machine;
    ph_regex_known_made(regex);
    return regex;
}

struct ph_regex *ph_regex_new_late(const char *pattern, bool extended, bool caseless,
                                   const char *where)
{
    return new_late(pattern, extended, caseless, false, where);
}

enum ph_status ph_regex_new(const char *pattern, bool extended, bool caseless, const char *where,
                            struct ph_regex **regex, struct ph_error *error)
{
    struct ph_regex *made = ph_regex_new_late(pattern, extended, caseless, where);
    enum ph_status status = compile(made, error);
    if (status == PH_OK)
        *regex = made;
    else
        ph_regex_free(made);
    return status;
}

struct ph_regex *ph_regex_new_at_words(const char *pattern, bool extended, bool caseless,
                                       const char *where)
{
    return new_late(pattern, extended, caseless, true, where);
}

void ph_regex_watch(struct ph_regex *regex)
{
    regex->options |= PCRE2_AUTO_CALLOUT;
}

void ph_regex_free(struct ph_regex *regex)
{
    if (!regex)
        return;
    pcre2_code_free(regex->machine->code);
    pcre2_code_free(regex->machine->slow);
    free(regex->machine->own_starts);
    free(regex->machine->own_needs);
    free(regex); /* the whole piece */
}

enum ph_status ph_regex_ready(const struct ph_regex *regex, struct ph_error *error)
{
    return regex->machine->code ? PH_OK : compile(regex, error);
}

/* A pattern that is compiled late is one of the program's own, which its tests have compiled. */
static struct ph_regex_machine *machine_of(const struct ph_regex *regex)
{
    struct ph_error error;
    if (ph_regex_ready(regex, &error) != PH_OK) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
    return regex->machine;
}

const ph_needs *ph_regex_needs_of(const struct ph_regex *regex)
{
    struct ph_regex_machine *machine = regex->machine;
    if (!machine->has_needs && !ph_regex_known_needs(regex, &machine->needs))
        machine->needs = machine->own_needs = ph_regex_needs(
            regex->pattern, regex->options & PCRE2_EXTENDED, regex->options & PCRE2_CASELESS);
    machine->has_needs = true;
    return machine->needs;
}

bool ph_regex_may_match(const struct ph_regex *regex, const struct ph_grams *text)
{
    return ph_needs_met(ph_regex_needs_of(regex), text);
}

/* Machine code is made of a pattern when it has been used enough for that to pay: most runs of the
 * program read one short document. Without JIT it is only slower. */
static void count_search(struct ph_regex_machine *machine, size_t length)
{
    enum { WORTH_IT = 500 };
    if (machine->searched == SIZE_MAX)
        return;
    machine->searched += length;
    if (machine->searched < WORTH_IT)
        return;
    pcre2_jit_compile(machine->code, PCRE2_JIT_COMPLETE);
    machine->searched = SIZE_MAX;
}

/* A try at one place takes as much time as so many bytes of a search from end to end. */
enum { BYTES_A_TRY = 12 };

/* A pattern that is bound to one place, as by "^", mostly sees there that it does not match. */
static void count_find(struct ph_regex_machine *machine, size_t length)
{
    enum { BOUND = 2 * BYTES_A_TRY };
    uint32_t options = 0;
    if (machine->searched == SIZE_MAX)
        return;
    pcre2_pattern_info(machine->code, PCRE2_INFO_ALLOPTIONS, &options);
    count_search(machine, options & PCRE2_ANCHORED && length > BOUND ? BOUND : length);
}

/* What was found, from the desk; false: nothing. */
static bool read_match(int found, struct ph_match *match)
{
    match->gave_up = found < PCRE2_ERROR_NOMATCH;
    if (found <= 0)
        return false;
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(desk.data);
    match->count = (size_t)found < PH_REGEX_GROUPS ? (size_t)found : PH_REGEX_GROUPS;
    for (size_t i = 0; i < PH_REGEX_GROUPS; i++) {
        bool set = i < match->count;
        match->from[i] = set ? at[2 * i] : SIZE_MAX;
        match->to[i] = set ? at[2 * i + 1] : SIZE_MAX;
    }
    return match->to[0] >= match->from[0]; /* \K in a lookahead can turn them round */
}

/* What may take the square of a text's length is watched where that matters. */
static const pcre2_code *code_for(const struct ph_regex *regex, size_t length)
{
    enum { LONG_TEXT = 16384 };
    struct ph_regex_machine *machine = machine_of(regex);
    int code;
    size_t at;
    if (length < LONG_TEXT || ph_regex_is_watched(regex))
        return machine->code;
    if (!machine->slow) {
        const uint32_t options = regex->options | (machine->starts ? PCRE2_ANCHORED : 0);
        machine->slow = pcre2_compile((PCRE2_SPTR)regex->pattern, PCRE2_ZERO_TERMINATED,
                                      options | PCRE2_AUTO_CALLOUT, &code, &at, NULL);
        pcre2_jit_compile(machine->slow, PCRE2_JIT_COMPLETE);
    }
    return machine->slow ? machine->slow : machine->code; /* it is too large to be watched */
}

/* Machine code is called at once, without the checks that texts of ours always pass; it is told
 * where there is none. */
static int try_at(const pcre2_code *code, const char *text, size_t length, size_t from)
{
    const PCRE2_SPTR bytes = (PCRE2_SPTR)text;
    const int found =
        pcre2_jit_match(code, bytes, length, from, PCRE2_NO_UTF_CHECK, desk.data, desk.limits);
    return found != PCRE2_ERROR_JIT_BADOPTION
               ? found
               : pcre2_match(code, bytes, length, from, PCRE2_NO_UTF_CHECK, desk.data, desk.limits);
}

bool ph_regex_find(const struct ph_regex *regex, const char *text, size_t length, size_t from,
                   struct ph_match *match)
{
    const pcre2_code *code = code_for(regex, length);
    count_find(regex->machine, length - from);
    pcre2_set_match_limit(desk.limits, tries_for(length));
    ph_watch_start(from);
    return read_match(try_at(code, text, length, from), match);
}

/* The number of the first start from `from` on. */
static size_t first_start(const struct ph_word_starts *starts, size_t from)
{
    size_t low = 0, high = starts->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (starts->items[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool ph_regex_find_at_words(const struct ph_regex *regex, const char *text, size_t length,
                            size_t from, const struct ph_word_starts *starts,
                            struct ph_match *match)
{
    const pcre2_code *code = code_for(regex, length);
    const struct ph_pattern_starts *of_pattern = regex->machine->starts;
    if (!of_pattern)
        return ph_regex_find(regex, text, length, from, match);
    pcre2_set_match_limit(desk.limits, tries_for(length));
    ph_watch_start(from);
    struct ph_word_starts_walk walk =
        ph_word_starts_walk(starts, of_pattern, first_start(starts, from));
    int found = PCRE2_ERROR_NOMATCH;
    for (size_t i; found == PCRE2_ERROR_NOMATCH &&
                   (i = ph_word_starts_next(starts, of_pattern, &walk)) < starts->count;) {
        count_search(regex->machine, BYTES_A_TRY);
        found = try_at(code, text, length, starts->items[i].from);
    }
    return read_match(found, match);
}

const struct ph_pattern_starts *ph_regex_starts(const struct ph_regex *regex)
{
    return regex->machine->code ? regex->machine->starts : NULL;
}

int ph_regex_group(const struct ph_regex *regex, const char *name)
{
    const pcre2_code *code = machine_of(regex)->code;
    int number = pcre2_substring_number_from_name(code, (PCRE2_SPTR)name);
    if (number == PCRE2_ERROR_NOUNIQUESUBSTRING) {
        PCRE2_SPTR first, last;
        if (pcre2_substring_nametable_scan(code, (PCRE2_SPTR)name, &first, &last) > 0)
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
