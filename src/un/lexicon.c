#include "un/lexicon.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xml.h"
#include "un/lexicon_inside.h"

enum ph_status ph_lexicon_wrong(const struct ph_lexicon_load *load, const xmlNode *element,
                                const char *what)
{
    return ph_fail(load->error, PH_FORMAT, "%s:%d: %s", load->path, ph_xml_line(element), what);
}

static bool is_yes(const xmlNode *element, const char *attribute)
{
    const char *value = ph_xml_attribute(element, attribute);
    return value && !strcmp(value, "yes");
}

enum ph_status ph_lexicon_compile(struct ph_lexicon_load *load, const xmlNode *element,
                                  const char *prefix, const char *suffix, bool at_words,
                                  struct ph_regex **regex)
{
    char *pattern = ph_lexicon_pattern(load, element), where[600];
    if (!pattern)
        return PH_FORMAT;
    struct ph_buffer whole = {0};
    ph_buffer_printf(&whole, "%s%s%s", prefix, pattern, suffix);
    snprintf(where, sizeof where, "%s:%d", load->path, ph_xml_line(element));
    bool caseless = is_yes(element, "caseless");
    *regex = at_words ? ph_regex_new_at_words(whole.data, true, caseless, where)
                      : ph_regex_new_late(whole.data, true, caseless, where);
    ph_buffer_free(&whole);
    free(pattern);
    enum ph_status status = load->late ? PH_OK : ph_regex_ready(*regex, load->error);
    if (status != PH_OK) {
        ph_regex_free(*regex);
        *regex = NULL;
    }
    return status;
}

/* ---- lines ---- */

static enum ph_status load_lines(struct ph_lexicon_load *load, const xmlNode *lines)
{
    struct ph_lexicon *lexicon = load->lexicon;
    for (const xmlNode *line = ph_xml_first(lines, "line"); line;
         line = ph_xml_next(line, "line")) {
        const char *name = ph_xml_attribute(line, "name");
        char *pattern = name ? ph_lexicon_pattern(load, line) : NULL;
        if (!name)
            return ph_lexicon_wrong(load, line, "a line needs a name");
        if (!pattern)
            return PH_FORMAT;
        struct ph_regex *start;
        const char *suffix = is_yes(line, "whole") ? ")\\s*\\z" : ")";
        enum ph_status status = ph_lexicon_compile(load, line, "\\A\\s*(?:", suffix, false, &start);
        if (status == PH_OK) {
            *PH_LIST_ADD(lexicon->lines) =
                (struct ph_line_pattern){.name = ph_arena_copy(lexicon->arena, name),
                                         .pattern = ph_arena_copy(lexicon->arena, pattern),
                                         .start = start,
                                         .caseless = is_yes(line, "caseless")};
        }
        free(pattern);
        if (status != PH_OK)
            return status;
    }
    return PH_OK;
}

static void fill_line(const struct ph_line_pattern *pattern, const struct ph_regex *regex,
                      const struct ph_match *match, struct ph_line *line)
{
    int group = ph_regex_group(regex, "value");
    size_t value = group > 0 && match->from[group] != SIZE_MAX ? (size_t)group : 0;
    line->name = pattern->name;
    line->from = match->from[value];
    line->to = match->to[value];
    line->match_from = match->from[0];
    line->match_to = match->to[0];
}

bool ph_lexicon_line(const struct ph_lexicon *lexicon, const char *text, size_t length,
                     struct ph_line *line)
{
    struct ph_match match;
    struct ph_grams grams;
    ph_grams_of(text, length, &grams);
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        const struct ph_line_pattern *pattern = &lexicon->lines.items[i];
        if (!ph_regex_may_match(pattern->start, &grams) ||
            !ph_regex_find(pattern->start, text, length, 0, &match))
            continue;
        fill_line(pattern, pattern->start, &match, line);
        return true;
    }
    return false;
}

bool ph_lexicon_line_may_be(const struct ph_lexicon *lexicon, const char *name, const char *text,
                            size_t length)
{
    struct ph_match match;
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        const struct ph_line_pattern *pattern = &lexicon->lines.items[i];
        if (!strcmp(pattern->name, name) && ph_regex_find(pattern->start, text, length, 0, &match))
            return true;
    }
    return false;
}

bool ph_lexicon_find_line(const struct ph_lexicon *lexicon, const char *name, const char *text,
                          size_t length, size_t from, struct ph_line *line)
{
    struct ph_match match;
    bool any = false;
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        struct ph_line_pattern *pattern = &lexicon->lines.items[i];
        if (strcmp(pattern->name, name) != 0)
            continue;
        if (!pattern->anywhere) { /* it compiles: it did with an anchor before it */
            enum ph_status status = ph_regex_new(pattern->pattern, true, pattern->caseless,
                                                 pattern->name, &pattern->anywhere, NULL);
            assert(status == PH_OK);
            (void)status;
        }
        if (!ph_regex_find(pattern->anywhere, text, length, from, &match) ||
            (any && match.from[0] >= line->match_from))
            continue;
        fill_line(pattern, pattern->anywhere, &match, line);
        any = true;
    }
    return any;
}

/* ---- lists of words ---- */

static enum ph_status load_list(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *name = ph_xml_attribute(element, "name");
    if (!name)
        return ph_lexicon_wrong(load, element, "a list needs a name");
    size_t count = 0, i = 0;
    for (const xmlNode *w = ph_xml_first(element, "w"); w; w = ph_xml_next(w, "w"))
        count++;
    const char **words = ph_arena_alloc(lexicon->arena, (count + 1) * sizeof *words);
    for (const xmlNode *w = ph_xml_first(element, "w"); w; w = ph_xml_next(w, "w")) {
        char *word = ph_xml_content(w);
        words[i++] = ph_arena_copy(lexicon->arena, word);
        free(word);
    }
    *PH_LIST_ADD(lexicon->lists) =
        (struct ph_word_list){ph_arena_copy(lexicon->arena, name), words};
    return PH_OK;
}

const char *const *ph_lexicon_list(const struct ph_lexicon *lexicon, const char *name)
{
    for (size_t i = 0; i < lexicon->lists.count; i++)
        if (!strcmp(lexicon->lists.items[i].name, name))
            return lexicon->lists.items[i].words;
    return NULL;
}

/* ---- the whole ---- */

static enum ph_status load_lists(struct ph_lexicon_load *load, const xmlNode *lists)
{
    enum ph_status status = PH_OK;
    for (const xmlNode *l = ph_xml_first(lists, "list"); l && status == PH_OK;
         l = ph_xml_next(l, "list"))
        status = load_list(load, l);
    return status;
}

static enum ph_status load_all(struct ph_lexicon_load *load)
{
    static const struct {
        const char *name;
        enum ph_status (*load)(struct ph_lexicon_load *, const xmlNode *);
    } parts[] = {{"openings", ph_lexicon_load_openings},
                 {"lines", load_lines},
                 {"entities", ph_lexicon_load_entities},
                 {"lists", load_lists}};
    if (!load->root || !ph_xml_is(load->root, "lexicon"))
        return ph_fail(load->error, PH_FORMAT, "%s:1: is no lexicon: its root is not <lexicon>",
                       load->path);
    enum ph_status status = ph_lexicon_load_definitions(load);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == PH_OK; i++) {
        const xmlNode *part = ph_xml_first(load->root, parts[i].name);
        status = part ? parts[i].load(load, part) : PH_OK;
    }
    return status == PH_OK ? ph_lexicon_load_words(load) : status;
}

enum ph_status ph_lexicon_load(const char *path, struct ph_lexicon **lexicon,
                               struct ph_error *error)
{
    char *file = path ? ph_copy(path) : ph_data_path("rules/en/lexicon.xml");
    xmlDoc *doc = NULL;
    enum ph_status status = ph_xml_read(file, &doc, error);
    if (status == PH_OK) {
        struct ph_lexicon *made = ph_alloc_zero(1, sizeof *made);
        made->arena = ph_arena_new();
        struct ph_lexicon_load load = {made, file, xmlDocGetRootElement(doc), !path, error};
        status = load_all(&load);
        if (status == PH_OK)
            *lexicon = made;
        else
            ph_lexicon_free(made);
        xmlFreeDoc(doc);
    }
    free(file);
    return status;
}

void ph_lexicon_free(struct ph_lexicon *lexicon)
{
    if (!lexicon)
        return;
    for (size_t i = 0; i < lexicon->forms.count; i++)
        ph_regex_free(lexicon->forms.items[i].regex);
    for (size_t i = 0; i < lexicon->places.count; i++)
        ph_regex_free(lexicon->places.items[i].regex);
    for (size_t i = 0; i < lexicon->adverbs.count; i++)
        ph_regex_free(lexicon->adverbs.items[i].behind);
    for (size_t i = 0; i < lexicon->entities.count; i++)
        ph_regex_free(lexicon->entities.items[i].regex);
    for (size_t i = 0; i < lexicon->starts.count; i++)
        ph_regex_free(lexicon->starts.items[i].regex);
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        ph_regex_free(lexicon->lines.items[i].start);
        ph_regex_free(lexicon->lines.items[i].anywhere);
    }
    free(lexicon->phrases.items);
    free(lexicon->forms.items);
    free(lexicon->places.items);
    free(lexicon->adverbs.items);
    free(lexicon->lines.items);
    free(lexicon->entities.items);
    free(lexicon->starts.items);
    free(lexicon->lists.items);
    free(lexicon->definitions.items);
    ph_lexicon_free_unlisted(lexicon->unlisted);
    ph_arena_free(lexicon->arena);
    free(lexicon);
}
