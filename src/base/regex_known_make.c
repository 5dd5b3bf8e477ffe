/* What is known of patterns is put into a pack; and which patterns there are. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/regex_inside.h"
#include "base/regex_known.h"

/* ---- of one ---- */

static void add_needs(struct ph_pack_maker *maker, const struct ph_regex *regex)
{
    const ph_needs *needs = ph_regex_needs_of(regex);
    ph_pack_add(maker, "needs", regex->name, needs ? needs : (const ph_needs[]){0},
                needs ? *needs * sizeof *needs : 0);
}

static void add_code(struct ph_pack_maker *maker, const struct ph_regex *regex)
{
    const struct ph_pattern_starts *starts = regex->machine->starts;
    const pcre2_code *code = regex->machine->code;
    static const uint8_t none[sizeof(struct ph_pattern_starts) + sizeof(uint64_t)];
    struct ph_buffer out = {0};
    uint8_t *bytes;
    PCRE2_SIZE size;
    if (starts)
        ph_buffer_add(&out, starts, ph_pattern_starts_size(starts));
    else
        ph_buffer_add(&out, none, sizeof none);
    if (pcre2_serialize_encode(&code, 1, &bytes, &size, NULL) == 1) {
        ph_buffer_add(&out, bytes, size);
        ph_pack_add(maker, "pattern", regex->name, out.data, out.length);
        pcre2_serialize_free(bytes);
    }
    ph_buffer_free(&out);
}

void ph_regex_known_add(struct ph_pack_maker *maker, const struct ph_regex *regex)
{
    struct ph_error error;
    if (ph_regex_is_watched(regex) || ph_regex_ready(regex, &error) != PH_OK)
        return;
    add_needs(maker, regex);
    add_code(maker, regex);
}

/* ---- of all ---- */

/* The patterns that were made, each as one of the same; and where each is by its name, in a table
 * with open addresses. */
static struct {
    bool gathers;
    struct ph_regex **items;
    size_t count, capacity;
    size_t *places; /* numbers of items, from 1; 0: free */
    size_t place_count;
} made;

static size_t hash_of(const char *name)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

/* Where the number of one of that name is, or would be. */
static size_t *place_of(const char *name)
{
    size_t at = hash_of(name) & (made.place_count - 1);
    while (made.places[at] && strcmp(made.items[made.places[at] - 1]->name, name) != 0)
        at = (at + 1) & (made.place_count - 1);
    return &made.places[at];
}

static void grow_places(void)
{
    enum { AT_FIRST = 1024 };
    free(made.places);
    made.place_count = made.place_count ? 2 * made.place_count : AT_FIRST;
    made.places = ph_alloc_zero(made.place_count, sizeof *made.places);
    for (size_t i = 0; i < made.count; i++)
        *place_of(made.items[i]->name) = i + 1;
}

/* One of the same, which is not remembered itself. */
static struct ph_regex *again(const struct ph_regex *regex)
{
    const bool extended = regex->options & PCRE2_EXTENDED,
               caseless = regex->options & PCRE2_CASELESS;
    made.gathers = false;
    struct ph_regex *same = (regex->at_words ? ph_regex_new_at_words : ph_regex_new_late)(
        regex->pattern, extended, caseless, "");
    made.gathers = true;
    return same;
}

void ph_regex_known_made(const struct ph_regex *regex)
{
    if (!made.gathers)
        return;
    if (2 * made.count >= made.place_count)
        grow_places();
    size_t *place = place_of(regex->name);
    if (*place)
        return;
    made.items = ph_grow(made.items, made.count, &made.capacity, sizeof *made.items);
    made.items[made.count++] = again(regex);
    *place = made.count;
}

void ph_regex_known_gather(bool gather)
{
    for (size_t i = 0; i < made.count && !gather; i++)
        ph_regex_free(made.items[i]);
    if (!gather) {
        free(made.items);
        free(made.places);
        memset(&made, 0, sizeof made);
    }
    made.gathers = gather;
}

void ph_regex_known_add_all(struct ph_pack_maker *maker)
{
    struct ph_error error;
    size_t right = 0;
    for (size_t i = 0; i < made.count; i++) {
        struct ph_regex *regex = made.items[i];
        if (ph_regex_ready(regex, &error) == PH_OK)
            made.items[right++] = regex;
        else
            ph_regex_free(regex);
    }
    made.count = right;
    for (size_t i = 0; i < made.count; i++)
        add_needs(maker, made.items[i]);
    for (size_t i = 0; i < made.count; i++)
        add_code(maker, made.items[i]);
    ph_regex_known_gather(false);
}
