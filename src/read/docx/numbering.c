#include "read/docx/numbering.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/element.h"

/* ---- reading ---- */

static const char *copy_value(const xmlNode *parent, const char *child, const char *otherwise,
                              struct ph_arena *arena)
{
    const char *value = ph_wml_value(parent, child);
    return ph_arena_copy(arena, value ? value : otherwise);
}

static void read_level(const xmlNode *element, struct ph_arena *arena, struct ph_wml_level *level,
                       int number)
{
    const xmlNode *legal = ph_wml_first(element, "isLgl");
    level->form = copy_value(element, "numFmt", "decimal", arena);
    level->text = copy_value(element, "lvlText", "", arena);
    level->style = copy_value(element, "pStyle", NULL, arena);
    level->start = (int)ph_wml_number(ph_wml_first(element, "start"), "val", 0);
    level->restart = (int)ph_wml_number(ph_wml_first(element, "lvlRestart"), "val", number);
    level->legal = legal && ph_wml_is_on(legal);
}

static long level_number(const xmlNode *element)
{
    long number = ph_wml_number(element, "ilvl", -1);
    return number >= 0 && number < PH_WML_LEVELS ? number : -1;
}

static void add_list(struct ph_wml_numbering *numbering, const xmlNode *element,
                     struct ph_arena *arena)
{
    if (numbering->list_count >= PH_WML_LISTS)
        return;
    numbering->lists = ph_grow(numbering->lists, numbering->list_count, &numbering->list_capacity,
                               sizeof *numbering->lists);
    struct ph_wml_list *list = &numbering->lists[numbering->list_count++];
    *list = (struct ph_wml_list){.id = ph_wml_number(element, "abstractNumId", -1)};
    list->style = copy_value(element, "numStyleLink", NULL, arena);
    for (int i = 0; i < PH_WML_LEVELS; i++) {
        list->levels[i] = (struct ph_wml_level){.form = "none", .text = "", .restart = i};
        list->counts[i] = -1;
    }
    const xmlNode *one = ph_wml_first(element, "lvl");
    for (; one; one = ph_xml_next(one, "lvl")) {
        long number = level_number(one);
        if (number >= 0)
            read_level(one, arena, &list->levels[number], (int)number);
    }
}

static void read_own(struct ph_wml_instance *instance, const xmlNode *element,
                     struct ph_arena *arena)
{
    long number = level_number(element);
    const xmlNode *level = ph_wml_first(element, "lvl");
    if (number < 0)
        return;
    instance->starts[number] =
        (int)ph_wml_number(ph_wml_first(element, "startOverride"), "val", -1);
    if (!level)
        return;
    struct ph_wml_level *own = ph_arena_alloc(arena, sizeof *own);
    read_level(level, arena, own, (int)number);
    instance->levels[number] = own;
}

static void add_instance(struct ph_wml_numbering *numbering, const xmlNode *element,
                         struct ph_arena *arena)
{
    if (numbering->instance_count >= PH_WML_LISTS)
        return;
    numbering->instances = ph_grow(numbering->instances, numbering->instance_count,
                                   &numbering->instance_capacity, sizeof *numbering->instances);
    struct ph_wml_instance *made = &numbering->instances[numbering->instance_count++];
    *made = (struct ph_wml_instance){.id = ph_wml_number(element, "numId", -1)};
    made->list = ph_wml_number(ph_wml_first(element, "abstractNumId"), "val", -1);
    for (int i = 0; i < PH_WML_LEVELS; i++)
        made->starts[i] = -1;
    const xmlNode *one = ph_wml_first(element, "lvlOverride");
    for (; one; one = ph_xml_next(one, "lvlOverride"))
        read_own(made, one, arena);
}

static int lists_by_id(const void *a, const void *b)
{
    long one = ((const struct ph_wml_list *)a)->id, other = ((const struct ph_wml_list *)b)->id;
    return one < other ? -1 : one > other;
}

static int instances_by_id(const void *a, const void *b)
{
    long one = ((const struct ph_wml_instance *)a)->id;
    long other = ((const struct ph_wml_instance *)b)->id;
    return one < other ? -1 : one > other;
}

static struct ph_wml_list *find_list(const struct ph_wml_numbering *numbering, long id)
{
    struct ph_wml_list key = {.id = id};
    return numbering->list_count
               ? bsearch(&key, numbering->lists, numbering->list_count, sizeof key, lists_by_id)
               : NULL;
}

static struct ph_wml_instance *find_instance(const struct ph_wml_numbering *numbering, long id)
{
    struct ph_wml_instance key = {.id = id};
    return numbering->instance_count
               ? bsearch(&key, numbering->instances, numbering->instance_count, sizeof key,
                         instances_by_id)
               : NULL;
}

void ph_wml_read_numbering(const xmlNode *root, struct ph_arena *arena,
                           struct ph_wml_numbering *numbering)
{
    *numbering = (struct ph_wml_numbering){0};
    const xmlNode *one = root ? ph_xml_first(root, NULL) : NULL;
    for (; one; one = ph_xml_next(one, NULL)) {
        if (ph_wml_is(one, "abstractNum"))
            add_list(numbering, one, arena);
        else if (ph_wml_is(one, "num"))
            add_instance(numbering, one, arena);
    }
    if (numbering->list_count)
        qsort(numbering->lists, numbering->list_count, sizeof *numbering->lists, lists_by_id);
    if (numbering->instance_count)
        qsort(numbering->instances, numbering->instance_count, sizeof *numbering->instances,
              instances_by_id);
}

void ph_wml_free_numbering(struct ph_wml_numbering *numbering)
{
    free(numbering->lists);
    free(numbering->instances);
    *numbering = (struct ph_wml_numbering){0};
}

/* ---- counting ---- */

/* A list that has the numbers of a style leads to that style's own list: one step, no more. */
static struct ph_wml_list *list_of(const struct ph_wml_numbering *numbering,
                                   const struct ph_wml_styles *styles,
                                   struct ph_wml_instance **instance)
{
    struct ph_wml_list *list = find_list(numbering, (*instance)->list);
    const struct ph_wml_style *style = list ? ph_wml_style(styles, list->style) : NULL;
    struct ph_wml_instance *linked = style ? find_instance(numbering, style->list) : NULL;
    if (!linked)
        return list;
    *instance = linked;
    return find_list(numbering, linked->list);
}

static const struct ph_wml_level *level_at(const struct ph_wml_list *list,
                                           const struct ph_wml_instance *instance, int level)
{
    return instance->levels[level] ? instance->levels[level] : &list->levels[level];
}

static int level_for(const struct ph_wml_list *list, long level, const struct ph_wml_style *style)
{
    if (level >= 0)
        return level < PH_WML_LEVELS ? (int)level : PH_WML_LEVELS - 1;
    for (int i = 0; style && i < PH_WML_LEVELS; i++)
        if (list->levels[i].style && !strcmp(list->levels[i].style, style->id))
            return i;
    return 0;
}

static void advance(struct ph_wml_list *list, struct ph_wml_instance *instance, int level)
{
    int *counts = list->counts;
    for (int i = 0; i < PH_WML_LEVELS && !instance->named; i++)
        if (instance->starts[i] >= 0)
            counts[i] = instance->starts[i] - 1;
    instance->named = true;
    for (int i = 0; i < level; i++)
        if (counts[i] < 0)
            counts[i] = level_at(list, instance, i)->start;
    bool first = counts[level] < 0;
    counts[level] = first ? level_at(list, instance, level)->start : counts[level] + 1;
    for (int i = level + 1; i < PH_WML_LEVELS; i++)
        if (level < level_at(list, instance, i)->restart)
            counts[i] = -1;
}

/* "%1." with the numbers in their places; false: one of them is of a form that is not known. */
static bool put_label(const struct ph_wml_list *list, const struct ph_wml_instance *instance,
                      int level, struct ph_buffer *out)
{
    const struct ph_wml_level *own = level_at(list, instance, level);
    bool known = true;
    for (const char *c = own->text; *c; c++) {
        int place = *c == '%' && c[1] >= '1' && c[1] <= '9' ? c[1] - '1' : -1;
        if (place < 0) {
            ph_buffer_char(out, *c);
            continue;
        }
        const struct ph_wml_level *one = level_at(list, instance, place);
        int value = list->counts[place] < 0 ? one->start : list->counts[place];
        known = ph_wml_put_number(own->legal ? "decimal" : one->form, value, out) && known;
        c++;
    }
    return known;
}

bool ph_wml_next_number(struct ph_wml_numbering *numbering, const struct ph_wml_styles *styles,
                        long list, long level, const struct ph_wml_style *style, bool count,
                        struct ph_buffer *out, bool *known)
{
    static const char bullet[] = "\xE2\x80\xA2";
    *known = true;
    struct ph_wml_instance *instance = list > 0 ? find_instance(numbering, list) : NULL;
    struct ph_wml_list *found = instance ? list_of(numbering, styles, &instance) : NULL;
    if (!found)
        return false;
    int at = level_for(found, level, style);
    struct ph_wml_list list_before = *found;
    struct ph_wml_instance instance_before = *instance;
    size_t length = out->length;
    advance(found, instance, at);
    if (!strcmp(level_at(found, instance, at)->form, "bullet"))
        ph_buffer_put(out, bullet);
    else
        *known = put_label(found, instance, at, out);
    if (!count) {
        *found = list_before;
        *instance = instance_before;
    }
    return out->length > length;
}
