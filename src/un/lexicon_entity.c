#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "un/lexicon_inside.h"

/* ---- loading ---- */

/* Whether `kind` is one of the names in `list`, which are parted by blanks. */
static bool is_named(const char *list, const char *kind)
{
    size_t n = strlen(kind);
    for (const char *c = list; c && *c; c += strcspn(c, " "), c += strspn(c, " "))
        if (strcspn(c, " ") == n && !memcmp(c, kind, n))
            return true;
    return false;
}

static void set_yields(struct ph_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->entities.count; i++)
        for (size_t k = 0; k < lexicon->entities.count; k++)
            if (is_named(lexicon->entities.items[i].yields, lexicon->entities.items[k].kind))
                lexicon->entities.items[i].yields_to |= UINT64_C(1) << k;
}

/* Compiles what a pattern begins with, once for each name. */
static enum ph_status load_start(struct ph_lexicon_load *load, const xmlNode *element,
                                 const char *name, size_t *starts)
{
    struct ph_lexicon *lexicon = load->lexicon;
    struct ph_buffer use = {0};
    *starts = 1;
    while (*starts <= lexicon->starts.count &&
           strcmp(lexicon->starts.items[*starts - 1].name, name))
        ++*starts;
    if (*starts <= lexicon->starts.count)
        return PH_OK;
    ph_buffer_printf(&use, "{%s}", name);
    char *pattern = ph_lexicon_expand(lexicon, use.data);
    ph_buffer_free(&use);
    if (!pattern || lexicon->starts.count == PH_LEXICON_STARTS) {
        free(pattern);
        return ph_lexicon_wrong(load, element, "starts names no definition, or is one too many");
    }
    struct ph_entity_start *start = PH_LIST_ADD(lexicon->starts);
    start->name = ph_arena_copy(lexicon->arena, name);
    start->regex = ph_regex_new_at_words(pattern, true, false, load->path);
    free(pattern);
    return load->late ? PH_OK : ph_regex_ready(start->regex, load->error);
}

static enum ph_status load_entity(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *kind = ph_xml_attribute(element, "kind"),
               *after = ph_xml_attribute(element, "after");
    struct ph_entity_pattern pattern = {.read =
                                            ph_lexicon_reader(ph_xml_attribute(element, "value"))};
    if (!kind || !pattern.read)
        return ph_lexicon_wrong(load, element, "an entity needs a kind and a value that is known");
    if (lexicon->entities.count == PH_LEXICON_KINDS)
        return ph_lexicon_wrong(load, element, "too many patterns of entities");
    enum ph_status status =
        ph_lexicon_compile(load, element, after ? "\\G(?:" : "(?:", ")", !after, &pattern.regex);
    if (status != PH_OK)
        return status;
    const char *starts = ph_xml_attribute(element, "starts");
    if (starts)
        status = load_start(load, element, starts, &pattern.starts);
    pattern.kind = ph_arena_copy(lexicon->arena, kind);
    pattern.after = ph_arena_copy(lexicon->arena, after);
    const char *least = ph_xml_attribute(element, "least");
    pattern.least = least ? atol(least) : 0;
    pattern.yields = ph_arena_copy(lexicon->arena, ph_xml_attribute(element, "yields"));
    *PH_LIST_ADD(lexicon->entities) = pattern;
    return status;
}

enum ph_status ph_lexicon_load_entities(struct ph_lexicon_load *load, const xmlNode *entities)
{
    for (const xmlNode *e = ph_xml_first(entities, "entity"); e; e = ph_xml_next(e, "entity")) {
        enum ph_status status = load_entity(load, e);
        if (status != PH_OK)
            return status;
    }
    set_yields(load->lexicon);
    return PH_OK;
}

bool ph_lexicon_has_entity(const struct ph_lexicon *lexicon, const char *kind)
{
    for (size_t i = 0; i < lexicon->entities.count; i++)
        if (!strcmp(lexicon->entities.items[i].kind, kind))
            return true;
    return false;
}

/* ---- finding ---- */

/* Each pattern goes through the text on its own, always one match ahead; the streams are merged
 * by place. So every pattern reads the text once, whatever the others find. */
struct stream {
    struct ph_entity_pattern *pattern;
    struct ph_entity next;
    size_t at;
    bool done;
};

/* A text that is searched, and where its words start. */
struct searched {
    const struct ph_lexicon *lexicon;
    const char *bytes;
    size_t length;
    const struct ph_word_starts *starts;
};

/* The group that is the entity, of a pattern that has matched. */
static size_t value_group(struct ph_entity_pattern *pattern, const struct ph_match *match)
{
    if (!pattern->value)
        pattern->value = ph_regex_group(pattern->regex, "value");
    size_t group = pattern->value > 0 ? (size_t)pattern->value : 0;
    return match->from[group] != SIZE_MAX ? group : 0;
}

/* The next match at or behind `from` that its reader accepts. */
static bool find(struct ph_entity_pattern *pattern, const struct searched *text, size_t from,
                 struct ph_entity *entity)
{
    struct ph_match match;
    while (ph_regex_find_at_words(pattern->regex, text->bytes, text->length, from, text->starts,
                                  &match)) {
        size_t group = value_group(pattern, &match);
        *entity = (struct ph_entity){
            .kind = pattern->kind, .from = match.from[group], .to = match.to[group]};
        if (pattern->read(text->lexicon, text->bytes, text->length, entity) &&
            entity->number >= pattern->least)
            return true;
        if (pattern->after)
            return false;
        from = match.to[group];
        if (from == match.from[0]) /* an empty match: go on behind the next character */
            ph_utf8_at(text->bytes, text->length, from, &from);
        if (from >= text->length)
            return false;
    }
    return false;
}

static void advance(struct stream *stream, const struct searched *text)
{
    stream->done = !find(stream->pattern, text, stream->at, &stream->next);
    if (!stream->done)
        stream->at = stream->next.to;
}

static const size_t NOT_LOOKED_FOR = SIZE_MAX - 1;

/* Where a start first stands in a text; SIZE_MAX: nowhere. It is looked for once. */
static size_t place_of(const struct ph_lexicon *lexicon, size_t start, const struct searched *text,
                       size_t places[PH_LEXICON_STARTS])
{
    struct ph_match match;
    const struct ph_regex *regex = lexicon->starts.items[start].regex;
    if (places[start] == NOT_LOOKED_FOR)
        places[start] =
            ph_regex_find_at_words(regex, text->bytes, text->length, 0, text->starts, &match)
                ? match.from[0]
                : SIZE_MAX;
    return places[start];
}

/* Most patterns need not be tried on most paragraphs, or not before a certain place. */
static size_t start_streams(const struct ph_lexicon *lexicon, const struct searched *text,
                            struct stream streams[PH_LEXICON_KINDS])
{
    struct ph_grams grams;
    size_t places[PH_LEXICON_STARTS];
    ph_grams_of(text->bytes, text->length, &grams);
    for (size_t i = 0; i < lexicon->starts.count; i++)
        places[i] = NOT_LOOKED_FOR;
    for (size_t i = 0; i < lexicon->entities.count; i++) {
        struct ph_entity_pattern *pattern = &lexicon->entities.items[i];
        streams[i] = (struct stream){.pattern = pattern};
        streams[i].done = pattern->after || !ph_regex_may_match(pattern->regex, &grams);
        if (!streams[i].done && pattern->starts)
            streams[i].at = place_of(lexicon, pattern->starts - 1, text, places);
        streams[i].done |= streams[i].at > text->length;
        if (!streams[i].done)
            advance(&streams[i], text);
    }
    return lexicon->entities.count;
}

/* The stream whose match starts first, the one listed first where two start together. */
static struct stream *first_of(struct stream *streams, size_t count)
{
    struct stream *first = NULL;
    for (size_t i = 0; i < count; i++)
        if (!streams[i].done && (!first || streams[i].next.from < first->next.from))
            first = &streams[i];
    return first;
}

/* Whether something inside `entity` is more than its words: it is left out then, so that the slot
 * inside a quoted title is seen. */
static bool gives_way(const struct stream *stream, const struct stream *streams, size_t count)
{
    uint64_t to = stream->pattern->yields_to;
    for (size_t i = 0; to && i < count; i++)
        if (to >> i & 1 && !streams[i].done && streams[i].next.from < stream->next.to)
            return true;
    return false;
}

/* What may follow directly: "sixty-fifth" and its " and sixty-sixth". */
static bool find_next_to(const struct ph_lexicon *lexicon, const struct searched *text,
                         const struct ph_entity *before, struct ph_entity *entity)
{
    for (size_t i = 0; i < lexicon->entities.count; i++) {
        struct ph_entity_pattern *pattern = &lexicon->entities.items[i];
        if (pattern->after && !strcmp(pattern->after, before->kind) &&
            find(pattern, text, before->to, entity))
            return true;
    }
    return false;
}

struct found {
    struct ph_entity *items;
    size_t count, capacity;
};

/* An entity, and what follows directly, each the one before. */
static void add_row(struct found *found, const struct ph_lexicon *lexicon,
                    const struct searched *text, const struct ph_entity *first)
{
    struct ph_entity next = *first;
    do
        *PH_LIST_ADD(*found) = next;
    while (find_next_to(lexicon, text, &found->items[found->count - 1], &next));
}

size_t ph_lexicon_entities(const struct ph_lexicon *lexicon, const char *text, size_t length,
                           struct ph_entity **entities)
{
    struct stream streams[PH_LEXICON_KINDS], *first;
    struct found found = {0};
    struct ph_word_starts starts = {.items = NULL};
    const struct searched searched = {lexicon, text, length, &starts};
    size_t end = 0;
    *entities = NULL;
    if (!length)
        return 0;
    ph_word_starts_of(text, length, &starts);
    size_t streams_count = start_streams(lexicon, &searched, streams);
    while ((first = first_of(streams, streams_count))) {
        if (first->next.from >= end && !gives_way(first, streams, streams_count)) {
            add_row(&found, lexicon, &searched, &first->next);
            end = found.items[found.count - 1].to;
        }
        advance(first, &searched);
    }
    ph_word_starts_free(&starts);
    *entities = found.items;
    return found.count;
}

/* Whether an entity of the kind, or one behind which one may follow, is what a pattern finds. */
static bool leads_to(const struct ph_lexicon *lexicon, const struct ph_entity_pattern *pattern,
                     const char *kind)
{
    bool leads = !strcmp(pattern->kind, kind);
    for (size_t i = 0; i < lexicon->entities.count && !leads; i++) {
        const struct ph_entity_pattern *next = &lexicon->entities.items[i];
        leads = next->after && !strcmp(next->after, pattern->kind) &&
                strcmp(next->kind, pattern->kind) != 0;
    }
    return leads;
}

size_t ph_lexicon_candidates(const struct ph_lexicon *lexicon, const char *kind, const char *text,
                             size_t length, const struct ph_grams *grams,
                             const struct ph_word_starts *starts, struct ph_entity **entities)
{
    const struct searched searched = {lexicon, text, length, starts};
    struct found found = {0};
    for (size_t i = 0; i < lexicon->entities.count && length; i++) {
        struct stream stream = {.pattern = &lexicon->entities.items[i]};
        if (stream.pattern->after || !leads_to(lexicon, stream.pattern, kind) ||
            !ph_regex_may_match(stream.pattern->regex, grams))
            continue;
        for (advance(&stream, &searched); !stream.done; advance(&stream, &searched))
            add_row(&found, lexicon, &searched, &stream.next);
    }
    *entities = found.items;
    return found.count;
}

size_t ph_lexicon_kinds(const struct ph_lexicon *lexicon, const char ***kinds)
{
    *kinds = ph_alloc_zero(lexicon->entities.count, sizeof **kinds);
    for (size_t i = 0; i < lexicon->entities.count; i++)
        (*kinds)[i] = lexicon->entities.items[i].kind;
    return lexicon->entities.count;
}
