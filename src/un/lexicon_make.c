/* Makes a lexicon of what its file says, or a pack of it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/xml.h"
#include "un/lexicon_inside.h"

struct ph_lexicon *ph_lexicon_new(void)
{
    struct ph_lexicon *lexicon = ph_alloc_zero(1, sizeof *lexicon);
    lexicon->arena = ph_arena_new();
    ph_buffer_add(&lexicon->texts, "", 1);
    return lexicon;
}

uint32_t ph_lexicon_add_text(struct ph_lexicon *lexicon, const char *text)
{
    const size_t at = lexicon->texts.length;
    if (!text)
        return 0;
    ph_buffer_add(&lexicon->texts, text, strlen(text) + 1);
    return (uint32_t)at;
}

uint32_t ph_lexicon_add_content(struct ph_lexicon *lexicon, const xmlNode *element)
{
    char *content = ph_xml_content(element);
    const uint32_t text = ph_lexicon_add_text(lexicon, content);
    free(content);
    return text;
}

/* ---- what is made ---- */

static struct ph_regex *regex_of(const struct ph_lexicon *lexicon,
                                 const struct ph_lexicon_pattern *pattern, const char *path)
{
    char where[600];
    const char *text = ph_lexicon_text(lexicon, pattern->text);
    snprintf(where, sizeof where, "%s:%u", path, pattern->line);
    return pattern->at_words ? ph_regex_new_at_words(text, true, pattern->caseless, where)
                             : ph_regex_new_late(text, true, pattern->caseless, where);
}

static void list_words(struct ph_lexicon *lexicon)
{
    const size_t count = lexicon->listed.count;
    lexicon->words_listed = ph_alloc(count * sizeof *lexicon->words_listed);
    for (size_t i = 0; i < count; i++) {
        const uint32_t word = lexicon->listed.items[i];
        lexicon->words_listed[i] = word ? ph_lexicon_text(lexicon, word) : NULL;
    }
}

enum ph_status ph_lexicon_make(struct ph_lexicon *lexicon, const char *path, bool late,
                               struct ph_error *error)
{
    const size_t count = lexicon->patterns.count;
    enum ph_status status = PH_OK;
    lexicon->made = ph_alloc_zero(count, sizeof *lexicon->made);
    for (size_t i = 0; i < count && status == PH_OK; i++) {
        lexicon->made[i].regex = regex_of(lexicon, &lexicon->patterns.items[i], path);
        status = late ? PH_OK : ph_regex_ready(lexicon->made[i].regex, error);
    }
    list_words(lexicon);
    ph_lexicon_make_words(lexicon);
    return status;
}

void ph_lexicon_free(struct ph_lexicon *lexicon)
{
    if (!lexicon)
        return;
    for (size_t i = 0; lexicon->made && i < lexicon->patterns.count; i++)
        ph_regex_free(lexicon->made[i].regex);
    free(lexicon->made);
    free(lexicon->words_listed);
    ph_lexicon_free_unlisted(lexicon->unlisted);
    ph_arena_free(lexicon->arena);
    if (!lexicon->packed) {
        ph_buffer_free(&lexicon->texts);
#define PH_LEXICON_LIST(name, type) free(lexicon->name.items);
#include "un/lexicon.def"
#undef PH_LEXICON_LIST
    }
    free(lexicon);
}

/* ---- a pack ---- */

static const char kind[] = "lexicon";

void ph_lexicon_pack(const struct ph_lexicon *lexicon, struct ph_pack_maker *maker)
{
    ph_pack_add(maker, kind, "texts", lexicon->texts.data, lexicon->texts.length);
#define PH_LEXICON_LIST(name, type)                                                                \
    ph_pack_add(maker, kind, #name, lexicon->name.count ? (const void *)lexicon->name.items : "",  \
                lexicon->name.count * sizeof(type));
#include "un/lexicon.def"
#undef PH_LEXICON_LIST
}

/* The items of a list; NULL, and *all is false: the pack has none. */
static void *take(const struct ph_pack *pack, const char *name, size_t size, size_t *count,
                  bool *all)
{
    size_t bytes = 0;
    void *items = ph_pack_part(pack, kind, name, &bytes);
    *all = *all && items && bytes % size == 0;
    *count = bytes / size;
    return items;
}

static bool take_lists(struct ph_lexicon *lexicon, const struct ph_pack *pack)
{
    bool all = true;
    lexicon->texts.data = take(pack, "texts", 1, &lexicon->texts.length, &all);
#define PH_LEXICON_LIST(name, type)                                                                \
    lexicon->name.items = take(pack, #name, sizeof(type), &lexicon->name.count, &all);
#include "un/lexicon.def"
#undef PH_LEXICON_LIST
    return all && lexicon->texts.length && !lexicon->texts.data[lexicon->texts.length - 1];
}

struct ph_lexicon *ph_lexicon_of_pack(const struct ph_pack *pack)
{
    struct ph_lexicon *lexicon = ph_alloc_zero(1, sizeof *lexicon);
    lexicon->packed = true;
    if (!take_lists(lexicon, pack)) {
        ph_lexicon_free(lexicon);
        return NULL;
    }
    char *path = ph_data_path(PH_LEXICON_FILE);
    lexicon->arena = ph_arena_new();
    ph_lexicon_make(lexicon, path, true, NULL);
    free(path);
    return lexicon;
}
