/* What a checking rule's file says, compiled. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/xml.h"
#include "rules/compile_inside.h"
#include "rules/rows.h"
#include "rules/rule_pack.h"

static const char *const inline_names[] = {
    [PH_ITALIC] = "italic",           [PH_BOLD] = "bold",
    [PH_SUPERSCRIPT] = "superscript", [PH_NOTE] = "note",
    [PH_PLACEHOLDER] = "placeholder", [PH_REVIEW] = "review"};

static int find_name(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], name))
            return (int)i;
    return -1;
}

const char *ph_compile_where(const struct ph_compiler *c, const xmlNode *element, char *out,
                             size_t size)
{
    if (c->late)
        return c->rule->file;
    snprintf(out, size, "%s:%d: <%s>", c->rule->file, ph_xml_line(element), element->name);
    return out;
}

/* What an attribute of <in> may name. */
struct vocabulary {
    const char *name;
    int (*by_name)(const char *);
    const char *(*name_of)(int);
    int count;
};

static const char *kind_name(int kind)
{
    return ph_kind_name((enum ph_kind)kind);
}

static const char *field_name(int field)
{
    return ph_field_name((enum ph_field)field);
}

static const char *genre_name(int genre)
{
    return ph_genre_name((enum ph_genre)genre);
}

static enum ph_status refuse_name(const struct ph_compiler *c, const xmlNode *element,
                                  const struct vocabulary *of, const char *word)
{
    const char *names[64];
    size_t count = 0;
    for (int i = 0; i < of->count; i++)
        names[count++] = of->name_of(i);
    const char *near = ph_nearest(word, names, count);
    return ph_fail(c->error, PH_FORMAT, "%s:%d: <%s>: there is no %s '%s'%s%s%s", c->rule->file,
                   ph_xml_line(element), (const char *)element->name, of->name, word,
                   near ? "; is " : "", near ? near : "", near ? " meant?" : "");
}

/* The names of a list attribute as bits; `fallback` where it is missing. */
static enum ph_status read_bits(struct ph_compiler *c, const xmlNode *element,
                                const struct vocabulary *of, uint64_t fallback, uint64_t *bits)
{
    const char *list = element ? ph_xml_attribute(element, of->name) : NULL;
    enum ph_status status = PH_OK;
    *bits = list ? 0 : fallback;
    for (const char *at = list; at && *at && status == PH_OK;) {
        size_t length = strcspn(at, " ");
        char *word = ph_copy_n(at, length);
        int value = of->by_name(word);
        if (value < 0 && *word)
            status = refuse_name(c, element, of, word);
        free(word);
        *bits |= value >= 0 ? UINT64_C(1) << value : 0;
        at += length + (at[length] == ' ');
    }
    return status;
}

static enum ph_status read_in(struct ph_compiler *c, struct ph_rule *rule)
{
    static const struct vocabulary of_kinds = {"kind", ph_kind_by_name, kind_name, PH_KIND_COUNT},
                                   of_fields = {"field", ph_field_by_name, field_name,
                                                PH_FIELD_COUNT},
                                   of_genres = {"genre", ph_genre_by_name, genre_name,
                                                PH_OTHER_GENRE + 1};
    const xmlNode *in = ph_xml_first(ph_rule_element(c->rule), "in");
    if (!in)
        return ph_fail(c->error, PH_FORMAT, "%s:%d: <rule>: a checking rule needs <in>",
                       c->rule->file, ph_xml_line(ph_rule_element(c->rule)));
    const uint64_t usual = UINT64_C(1) << PH_RESOLUTION | UINT64_C(1) << PH_DRAFT;
    uint64_t kinds, genres = 0;
    enum ph_status status = read_bits(c, in, &of_kinds, 0, &kinds);
    if (status == PH_OK)
        status = read_bits(c, in, &of_fields, 0, &rule->fields);
    if (status == PH_OK)
        status = read_bits(c, in, &of_genres, usual, &genres);
    rule->kinds = (uint32_t)kinds | (rule->fields ? 1u << PH_FIELD : 0);
    rule->genres = (uint32_t)genres;
    const char *annexes = ph_xml_attribute(in, "annexes");
    rule->in_attached = annexes && !strcmp(annexes, "words");
    rule->in_annexes = rule->in_attached || (annexes && !strcmp(annexes, "yes"));
    if (status == PH_OK && !c->rule->kinds)
        status = ph_fail(c->error, PH_FORMAT, "%s:%d: <in> names no kind and no field",
                         c->rule->file, ph_xml_line(in));
    return status;
}

/* ---- places ---- */

/* The names in (?<name>...) of a pattern. */
static char **group_names(const char *pattern)
{
    char **names = NULL;
    size_t count = 0, capacity = 0;
    for (const char *at = pattern; (at = strstr(at, "(?<"));) {
        at += 3;
        size_t length = strcspn(at, ">=!");
        names = ph_grow(names, count, &capacity, sizeof *names);
        if (length && at[length] == '>')
            names[count++] = ph_copy_n(at, length);
    }
    names = ph_grow(names, count, &capacity, sizeof *names);
    names[count] = NULL;
    return names;
}

static enum ph_status read_match(struct ph_compiler *c, const xmlNode *element,
                                 struct ph_place *place)
{
    char at[1024];
    const char *pattern = ph_xml_attribute(element, "pattern");
    const char *letters = ph_xml_attribute(element, "case");
    bool caseless = letters && !strcmp(letters, "any");
    place->kind = PH_AT_MATCH;
    place->groups = group_names(pattern ? pattern : "");
    place->regex = ph_regex_new_at_words(pattern ? pattern : "", false, caseless,
                                         ph_compile_where(c, element, at, sizeof at));
    if (c->rule->watched)
        ph_regex_watch(place->regex);
    return c->late ? PH_OK : ph_regex_ready(place->regex, c->error);
}

/* The table as the pack has it; NULL: it has none. */
static struct ph_terms *packed_terms(const struct ph_compiler *c, const xmlNode *element)
{
    char name[PH_TABLE_NAME];
    size_t size;
    const void *bytes = ph_pack_part(c->rule->pack, "terms",
                                     ph_table_name(c->rule, c->rule->place_count - 1, name), &size);
    return bytes ? ph_terms_of_part(element, bytes, size) : NULL;
}

static enum ph_status read_terms(struct ph_compiler *c, const xmlNode *element,
                                 struct ph_place *place)
{
    int wrong = c->late ? 0 : ph_rows_wrong(element);
    if (wrong)
        return ph_fail(c->error, PH_FORMAT, "%s:%d: <terms>: the line starts with no word",
                       c->rule->file, wrong);
    place->kind = PH_AT_TERM;
    place->terms = packed_terms(c, element);
    if (!place->terms && c->rule->pack)
        return ph_fail(c->error, PH_FORMAT, "%s:%d: <terms>: the table is damaged in the pack",
                       c->rule->file, ph_xml_line(element)); /* its lines are not in the tree */
    if (!place->terms)
        place->terms = ph_terms_new(element);
    if (place->terms)
        return PH_OK;
    return ph_fail(c->error, PH_LIMIT, "%s:%d: more than %d terms, endings counted", c->rule->file,
                   ph_xml_line(element), PH_TERMS);
}

static enum ph_status read_misspelt(struct ph_compiler *c, const xmlNode *element,
                                    struct ph_place *place)
{
    (void)element;
    place->kind = PH_AT_TERM;
    place->terms = ph_terms_slips_of_pack(c->rules->pack);
    if (place->terms)
        return PH_OK;
    char *path = ph_data_path("rules/en/words.txt");
    enum ph_status status = ph_terms_slips(path, &place->terms, c->error);
    free(path);
    return status;
}

/* The classes are read when the first rule asks for them. */
static enum ph_status read_sequence(struct ph_compiler *c, const xmlNode *element,
                                    struct ph_place *place)
{
    char at[1024];
    enum ph_status status = PH_OK;
    const char *names = ph_xml_attribute(element, "of");
    place->kind = PH_AT_SEQUENCE;
    if (!c->rules->classes)
        c->rules->classes = ph_classes_of_pack(c->rules->pack);
    if (!c->rules->classes) {
        char *path = ph_data_path("rules/en/classes.txt");
        status = ph_classes_load(path, &c->rules->classes, c->error);
        free(path);
    }
    return status != PH_OK ? status
                           : ph_sequence_new(c->rules->classes, names ? names : "",
                                             ph_compile_where(c, element, at, sizeof at),
                                             &place->sequence, c->error);
}

static enum ph_status read_repeated(struct ph_compiler *c, const xmlNode *element,
                                    struct ph_place *place)
{
    char at[1024];
    const char *numbers = ph_xml_attribute(element, "words");
    place->kind = PH_AT_REPEATED;
    return ph_repeated_new(numbers ? numbers : "", ph_compile_where(c, element, at, sizeof at),
                           &place->repeated, c->error);
}

static enum ph_status read_inline(struct ph_compiler *c, const xmlNode *element,
                                  struct ph_place *place)
{
    const char *name = ph_xml_attribute(element, "kind");
    int kind =
        find_name(inline_names, sizeof inline_names / sizeof *inline_names, name ? name : "");
    place->kind = PH_AT_INLINE;
    place->inline_kind = kind < 0 ? PH_ITALIC : (enum ph_inline_kind)kind;
    if (kind >= 0)
        return PH_OK;
    return ph_fail(c->error, PH_FORMAT,
                   "%s:%d: <inline>: there is no kind '%s', only: italic, bold, superscript, note, "
                   "placeholder, review",
                   c->rule->file, ph_xml_line(element), name ? name : "");
}

static enum ph_status read_trace(struct ph_compiler *c, const xmlNode *element,
                                 struct ph_place *place)
{
    const char *name = ph_xml_attribute(element, "kind");
    const int kind = ph_trace_by_name(name ? name : "");
    place->kind = PH_AT_TRACE;
    place->trace_kind = kind < 0 ? PH_TRACE_UNDERLINED : (enum ph_trace_kind)kind;
    place->only_first = ph_xml_attribute(element, "first") != NULL;
    if (kind >= 0)
        return PH_OK;
    return ph_fail(c->error, PH_FORMAT, "%s:%d: there is no trace '%s'", c->rule->file,
                   ph_xml_line(element), name ? name : "");
}

static enum ph_status read_entity(struct ph_compiler *c, const xmlNode *element,
                                  struct ph_place *place)
{
    place->kind = PH_AT_ENTITY;
    place->entity = ph_xml_attribute(element, "kind");
    if (!place->entity)
        return ph_fail(c->error, PH_FORMAT, "%s:%d: <entity> names no kind", c->rule->file,
                       ph_xml_line(element));
    const struct ph_lexicon *lexicon = c->rules->lexicon;
    if (c->late || !lexicon || ph_lexicon_has_entity(lexicon, place->entity))
        return PH_OK;
    return ph_fail(c->error, PH_FORMAT,
                   "%s:%d: <entity>: the lexicon has no kind of entity '%s' "
                   "(rules/en/lexicon.xml)",
                   c->rule->file, ph_xml_line(element), place->entity);
}

enum ph_status ph_compile_attribute(struct ph_compiler *c, const xmlNode *element, const char *name,
                                    xmlXPathCompExpr **compiled)
{
    char at[1024];
    const char *expression = ph_xml_attribute(element, name);
    return ph_xpath_compile(c->context, expression ? expression : "",
                            ph_compile_where(c, element, at, sizeof at), compiled, c->error);
}

static enum ph_status read_words(struct ph_compiler *c, const xmlNode *element,
                                 struct ph_place *place)
{
    place->kind = PH_AT_WORDS;
    place->select = ph_xml_attribute(element, "select");
    if (place->select && !c->rule->watched)
        place->plain = ph_plain_new(place->select);
    return c->late && place->plain ? PH_OK
                                   : ph_compile_attribute(c, element, "select", &place->words);
}

static struct ph_place *add_place(struct ph_rule *rule, const xmlNode *element)
{
    rule->places =
        ph_grow(rule->places, rule->place_count, &rule->place_capacity, sizeof *rule->places);
    rule->places[rule->place_count] =
        (struct ph_place){.kind = PH_AT_NODE,
                          .element = element,
                          .behind = element ? ph_xml_attribute(element, "behind") : NULL};
    return &rule->places[rule->place_count++];
}

static enum ph_status read_place(struct ph_compiler *c, struct ph_rule *rule,
                                 const xmlNode *element)
{
    static const struct {
        const char *name;
        enum ph_status (*read)(struct ph_compiler *, const xmlNode *, struct ph_place *);
    } places[] = {
        {"match", read_match},       {"terms", read_terms},       {"misspelt", read_misspelt},
        {"sequence", read_sequence}, {"repeated", read_repeated}, {"inline", read_inline},
        {"trace", read_trace},       {"entity", read_entity},     {"words", read_words}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (ph_xml_is(element, places[i].name))
            return places[i].read(c, element, add_place(rule, element));
    return PH_OK;
}

static enum ph_status read_places(struct ph_compiler *c, struct ph_rule *rule)
{
    enum ph_status status = PH_OK;
    for (const xmlNode *child = ph_xml_first(ph_rule_element(rule), NULL); child && status == PH_OK;
         child = ph_xml_next(child, NULL))
        status = read_place(c, rule, child);
    if (!rule->place_count)
        add_place(rule, NULL);
    rule->place_capacity = rule->place_count; /* one, nearly always */
    rule->places = ph_realloc(rule->places, rule->place_count * sizeof *rule->places);
    return status;
}

enum ph_status ph_place_compiled(const struct ph_rule *rule, const struct ph_place *place,
                                 xmlXPathContext *context, struct ph_error *error)
{
    struct ph_compiler c = {.rule = rule, .context = context, .error = error};
    struct ph_place *made = &rule->places[place - rule->places];
    return made->words ? PH_OK : ph_compile_attribute(&c, made->element, "select", &made->words);
}

enum ph_status ph_rule_compile(struct ph_rules *rules, struct ph_rule *rule,
                               xmlXPathContext *context, bool late, struct ph_error *error)
{
    struct ph_compiler c = {rules, rule, context, late, error};
    rule->conditions = ph_alloc_zero(1, sizeof *rule->conditions);
    enum ph_status status = read_in(&c, rule);
    if (status == PH_OK)
        status = read_places(&c, rule);
    return status == PH_OK && !late ? ph_conditions_read(&c) : status;
}

static void release_place(struct ph_place *place)
{
    for (char **name = place->groups; name && *name; name++)
        free(*name);
    free(place->groups);
    ph_regex_free(place->regex);
    ph_terms_free(place->terms);
    ph_plain_free(place->plain);
    xmlXPathFreeCompExpr(place->words);
}

void ph_rule_release(struct ph_rule *rule)
{
    for (size_t i = 0; i < rule->place_count; i++)
        release_place(&rule->places[i]);
    free(rule->places);
    if (rule->conditions)
        ph_conditions_release(rule->conditions);
    free(rule->conditions);
}
