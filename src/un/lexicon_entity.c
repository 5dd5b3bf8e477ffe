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

static const char *kind_of(const struct ph_lexicon *lexicon,
                           const struct ph_entity_pattern *pattern)
{
    return ph_lexicon_text(lexicon, pattern->kind);
}

static void set_yields(struct ph_lexicon *lexicon)
{
    struct ph_entity_pattern *items = lexicon->entities.items;
    for (size_t i = 0; i < lexicon->entities.count; i++)
        for (size_t k = 0; k < lexicon->entities.count; k++)
            if (is_named(ph_lexicon_text(lexicon, items[i].yields), kind_of(lexicon, &items[k])))
                items[i].yields_to |= UINT64_C(1) << k;
}

/* The index of a start, and one more; one more than there are: it is a new one. */
static uint32_t start_of(const struct ph_lexicon *lexicon, const char *name)
{
    uint32_t i = 0;
    while (i < lexicon->starts.count &&
           strcmp(ph_lexicon_text(lexicon, lexicon->starts.items[i].name), name) != 0)
        i++;
    return i + 1;
}

/* Keeps what a pattern begins with, once for each name. */
static enum ph_status load_start(struct ph_lexicon_load *load, const xmlNode *element,
                                 const char *name, uint32_t *starts)
{
    struct ph_lexicon *lexicon = load->lexicon;
    struct ph_buffer use = {0};
    *starts = start_of(lexicon, name);
    if (*starts <= lexicon->starts.count)
        return PH_OK;
    ph_buffer_printf(&use, "{%s}", name);
    char *expanded = ph_lexicon_expand(lexicon, use.data);
    ph_buffer_free(&use);
    if (!expanded || lexicon->starts.count == PH_LEXICON_STARTS) {
        free(expanded);
        return ph_lexicon_wrong(load, element, "starts names no definition, or is one too many");
    }
    *PH_LIST_ADD(lexicon->patterns) =
        (struct ph_lexicon_pattern){.text = ph_lexicon_add_text(lexicon, expanded),
                                    .line = (uint32_t)ph_xml_line(element),
                                    .at_words = true};
    *PH_LIST_ADD(lexicon->starts) = (struct ph_entity_start){ph_lexicon_add_text(lexicon, name),
                                                             (uint32_t)lexicon->patterns.count};
    free(expanded);
    return PH_OK;
}

static enum ph_status load_entity(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *kind = ph_xml_attribute(element, "kind"),
               *after = ph_xml_attribute(element, "after"),
               *starts = ph_xml_attribute(element, "starts"),
               *least = ph_xml_attribute(element, "least");
    struct ph_entity_pattern pattern = {
        .kind = ph_lexicon_add_text(lexicon, kind),
        .after = ph_lexicon_add_text(lexicon, after),
        .yields = ph_lexicon_add_text(lexicon, ph_xml_attribute(element, "yields")),
        .least = least ? atol(least) : 0,
        .reader = ph_lexicon_reader(ph_xml_attribute(element, "value"))};
    if (!kind || !pattern.reader)
        return ph_lexicon_wrong(load, element, "an entity needs a kind and a value that is known");
    if (lexicon->entities.count == PH_LEXICON_KINDS)
        return ph_lexicon_wrong(load, element, "too many patterns of entities");
    enum ph_status status = ph_lexicon_add_pattern(load, element, after ? "\\G(?:" : "(?:", ")",
                                                   !after, &pattern.pattern);
    if (status == PH_OK && starts)
        status = load_start(load, element, starts, &pattern.starts);
    if (status == PH_OK)
        *PH_LIST_ADD(lexicon->entities) = pattern;
    return status;
}

enum ph_status ph_lexicon_load_entities(struct ph_lexicon_load *load, const xmlNode *entities)
{
    enum ph_status status = PH_OK;
    for (const xmlNode *e = ph_xml_first(entities, "entity"); e && status == PH_OK;
         e = ph_xml_next(e, "entity"))
        status = load_entity(load, e);
    if (status == PH_OK)
        set_yields(load->lexicon);
    return status;
}

bool ph_lexicon_has_entity(const struct ph_lexicon *lexicon, const char *kind)
{
    for (size_t i = 0; i < lexicon->entities.count; i++)
        if (!strcmp(kind_of(lexicon, &lexicon->entities.items[i]), kind))
            return true;
    return false;
}

/* ---- finding ---- */

/* Each pattern goes through the text on its own, always one match ahead; the streams are merged
 * by place. So every pattern reads the text once, whatever the others find. */
struct stream {
    const struct ph_entity_pattern *pattern;
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

/* The next match at or behind `from` that its reader accepts. */
static bool find(const struct ph_entity_pattern *pattern, const struct searched *text, size_t from,
                 struct ph_entity *entity)
{
    const struct ph_lexicon *lexicon = text->lexicon;
    const struct ph_regex *regex = ph_lexicon_regex(lexicon, pattern->pattern);
    struct ph_match match;
    while (ph_regex_find_at_words(regex, text->bytes, text->length, from, text->starts, &match)) {
        size_t group = ph_lexicon_value(lexicon, pattern->pattern, &match);
        *entity = (struct ph_entity){
            .kind = kind_of(lexicon, pattern), .from = match.from[group], .to = match.to[group]};
        if (ph_lexicon_read(lexicon, pattern->reader, text->bytes, text->length, entity) &&
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
    const struct ph_regex *regex = ph_lexicon_regex(lexicon, lexicon->starts.items[start].pattern);
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
        const struct ph_entity_pattern *pattern = &lexicon->entities.items[i];
        streams[i] = (struct stream){.pattern = pattern};
        streams[i].done = pattern->after ||
                          !ph_regex_may_match(ph_lexicon_regex(lexicon, pattern->pattern), &grams);
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
        const struct ph_entity_pattern *pattern = &lexicon->entities.items[i];
        if (pattern->after && !strcmp(ph_lexicon_text(lexicon, pattern->after), before->kind) &&
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
    const char *own = kind_of(lexicon, pattern);
    bool leads = !strcmp(own, kind);
    for (size_t i = 0; i < lexicon->entities.count && !leads; i++) {
        const struct ph_entity_pattern *next = &lexicon->entities.items[i];
        leads = next->after && !strcmp(ph_lexicon_text(lexicon, next->after), own) &&
                strcmp(kind_of(lexicon, next), own) != 0;
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
        if (stream.pattern->after ||
            !ph_regex_may_match(ph_lexicon_regex(lexicon, stream.pattern->pattern), grams) ||
            !leads_to(lexicon, stream.pattern, kind))
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
        (*kinds)[i] = kind_of(lexicon, &lexicon->entities.items[i]);
    return lexicon->entities.count;
}
