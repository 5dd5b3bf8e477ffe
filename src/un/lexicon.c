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

/* ---- lines ---- */

static enum ph_status load_line(struct ph_lexicon_load *load, const xmlNode *element)
{
    struct ph_lexicon *lexicon = load->lexicon;
    const char *name = ph_xml_attribute(element, "name"),
               *whole = ph_xml_attribute(element, "whole");
    const char *suffix = whole && !strcmp(whole, "yes") ? ")\\s*\\z" : ")";
    struct ph_line_pattern line = {.name = ph_lexicon_add_text(lexicon, name)};
    if (!name)
        return ph_lexicon_wrong(load, element, "a line needs a name");
    enum ph_status status =
        ph_lexicon_add_pattern(load, element, "\\A\\s*(?:", suffix, false, &line.start);
    if (status == PH_OK)
        status = ph_lexicon_add_pattern(load, element, "", "", false, &line.anywhere);
    if (status == PH_OK)
        *PH_LIST_ADD(lexicon->lines) = line;
    return status;
}

static enum ph_status load_lines(struct ph_lexicon_load *load, const xmlNode *lines)
{
    enum ph_status status = PH_OK;
    for (const xmlNode *line = ph_xml_first(lines, "line"); line && status == PH_OK;
         line = ph_xml_next(line, "line"))
        status = load_line(load, line);
    return status;
}

/* Looks for a pattern of a line from `from` on. */
static bool find(const struct ph_lexicon *lexicon, const struct ph_line_pattern *line,
                 uint32_t pattern, const char *text, size_t length, size_t from,
                 struct ph_line *found)
{
    struct ph_match match;
    if (!ph_regex_find(ph_lexicon_regex(lexicon, pattern), text, length, from, &match))
        return false;
    const size_t value = ph_lexicon_value(lexicon, pattern, &match);
    *found = (struct ph_line){ph_lexicon_text(lexicon, line->name), match.from[value],
                              match.to[value], match.from[0], match.to[0]};
    return true;
}

static bool is_named(const struct ph_lexicon *lexicon, const struct ph_line_pattern *line,
                     const char *name)
{
    return !strcmp(ph_lexicon_text(lexicon, line->name), name);
}

bool ph_lexicon_line(const struct ph_lexicon *lexicon, const char *text, size_t length,
                     struct ph_line *line)
{
    struct ph_grams grams;
    ph_grams_of(text, length, &grams);
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        const struct ph_line_pattern *one = &lexicon->lines.items[i];
        if (ph_regex_may_match(ph_lexicon_regex(lexicon, one->start), &grams) &&
            find(lexicon, one, one->start, text, length, 0, line))
            return true;
    }
    return false;
}

bool ph_lexicon_line_may_be(const struct ph_lexicon *lexicon, const char *name, const char *text,
                            size_t length)
{
    struct ph_match match;
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        const struct ph_line_pattern *one = &lexicon->lines.items[i];
        if (is_named(lexicon, one, name) &&
            ph_regex_find(ph_lexicon_regex(lexicon, one->start), text, length, 0, &match))
            return true;
    }
    return false;
}

bool ph_lexicon_find_line(const struct ph_lexicon *lexicon, const char *name, const char *text,
                          size_t length, size_t from, struct ph_line *line)
{
    struct ph_line found;
    bool any = false;
    for (size_t i = 0; i < lexicon->lines.count; i++) {
        const struct ph_line_pattern *one = &lexicon->lines.items[i];
        if (!is_named(lexicon, one, name) ||
            !find(lexicon, one, one->anywhere, text, length, from, &found) ||
            (any && found.match_from >= line->match_from))
            continue;
        *line = found;
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
    *PH_LIST_ADD(lexicon->lists) =
        (struct ph_word_list){ph_lexicon_add_text(lexicon, name), (uint32_t)lexicon->listed.count};
    for (const xmlNode *w = ph_xml_first(element, "w"); w; w = ph_xml_next(w, "w"))
        *PH_LIST_ADD(lexicon->listed) = ph_lexicon_add_content(lexicon, w);
    *PH_LIST_ADD(lexicon->listed) = 0;
    return PH_OK;
}

const char *const *ph_lexicon_list(const struct ph_lexicon *lexicon, const char *name)
{
    for (size_t i = 0; i < lexicon->lists.count; i++)
        if (!strcmp(ph_lexicon_text(lexicon, lexicon->lists.items[i].name), name))
            return lexicon->words_listed + lexicon->lists.items[i].first;
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
    char *file = path ? ph_copy(path) : ph_data_path(PH_LEXICON_FILE);
    xmlDoc *doc = NULL;
    enum ph_status status = ph_xml_read(file, &doc, error);
    if (status == PH_OK) {
        struct ph_lexicon *made = ph_lexicon_new();
        struct ph_lexicon_load load = {made, file, xmlDocGetRootElement(doc), error};
        status = load_all(&load);
        if (status == PH_OK)
            status = ph_lexicon_make(made, file, !path, error);
        if (status == PH_OK)
            *lexicon = made;
        else
            ph_lexicon_free(made);
        xmlFreeDoc(doc);
    }
    free(file);
    return status;
}
