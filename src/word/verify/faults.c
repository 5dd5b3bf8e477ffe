#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

#define PART_1 "ECMA-376 part 1, "

static const struct ph_fault_kind_info kinds[PH_FAULT_COUNT] = {
#define PH_FAULT(id, name, severity, what, source) {name, PH_##severity, what, source},
#include "word/verify/faults.def"
#undef PH_FAULT
};

const struct ph_fault_kind_info *ph_fault_info(enum ph_fault_kind kind)
{
    return &kinds[kind];
}

const char *ph_fault_place(const struct ph_fault *fault, char *out, size_t size)
{
    if (!*fault->part)
        snprintf(out, size, "the package");
    else if (fault->paragraph)
        snprintf(out, size, "%s, paragraph %zu", fault->part, fault->paragraph);
    else
        snprintf(out, size, "%s", fault->part);
    return out;
}

struct ph_faults *ph_faults_new(void)
{
    struct ph_faults *faults = ph_alloc_zero(1, sizeof *faults);
    faults->arena = ph_arena_new();
    return faults;
}

void ph_faults_free(struct ph_faults *faults)
{
    if (!faults)
        return;
    ph_arena_free(faults->arena);
    free(faults->items);
    free(faults);
}

void ph_faults_add(struct ph_faults *faults, enum ph_fault_kind kind, const char *part,
                   size_t paragraph, const char *format, ...)
{
    char text[1024] = "";
    struct ph_error detail; /* what files say is cut and cleaned as in any message */
    faults->of[kind]++;
    if (faults->count == PH_FAULTS_LISTED)
        return;
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    ph_fail(&detail, PH_OK, "%s", text);
    faults->items = ph_grow(faults->items, faults->count, &faults->capacity, sizeof *faults->items);
    faults->items[faults->count++] =
        (struct ph_fault){kind, ph_arena_copy(faults->arena, part), paragraph,
                          ph_arena_copy(faults->arena, detail.message)};
}

static int by_place(const void *a, const void *b)
{
    const struct ph_fault *x = a, *y = b;
    int order = strcmp(x->part, y->part);
    if (!order)
        order = (x->paragraph > y->paragraph) - (x->paragraph < y->paragraph);
    if (!order)
        order = (int)x->kind - (int)y->kind;
    return order ? order : strcmp(x->detail, y->detail);
}

void ph_faults_sort(struct ph_faults *faults)
{
    if (faults->count)
        qsort(faults->items, faults->count, sizeof *faults->items, by_place);
}

/* ---- before writing ---- */

/* The first kind of which there are more than before; PH_FAULT_COUNT: there is none. */
/* In a file of somebody's only errors count: a warning there may come from what it is made like. */
static bool is_more(const struct ph_faults *before, const struct ph_faults *after, int kind)
{
    bool counts = !before || ph_fault_info((enum ph_fault_kind)kind)->severity == PH_ERROR;
    return counts && after->of[kind] > (before ? before->of[kind] : 0);
}

static int new_kind(const struct ph_faults *before, const struct ph_faults *after)
{
    int kind = 0;
    while (kind < PH_FAULT_COUNT && !is_more(before, after, kind))
        kind++;
    return kind;
}

/* Its paragraph may have moved. */
static bool was_there(const struct ph_faults *before, const struct ph_fault *fault)
{
    for (size_t i = 0; before && i < before->count; i++)
        if (before->items[i].kind == fault->kind && !strcmp(before->items[i].part, fault->part) &&
            !strcmp(before->items[i].detail, fault->detail))
            return true;
    return false;
}

/* A fault of that kind, if possible one that is new itself; NULL: it is not listed. */
static const struct ph_fault *fault_of(const struct ph_faults *before,
                                       const struct ph_faults *after, int kind)
{
    const struct ph_fault *first = NULL;
    for (size_t i = 0; i < after->count; i++) {
        const struct ph_fault *fault = &after->items[i];
        if ((int)fault->kind == kind && !was_there(before, fault))
            return fault;
        if ((int)fault->kind == kind && !first)
            first = fault;
    }
    return first;
}

static enum ph_status compare(const char *name, const struct ph_faults *before,
                              const struct ph_faults *after, struct ph_error *error)
{
    int kind = new_kind(before, after);
    if (kind == PH_FAULT_COUNT)
        return PH_OK;
    char place[512] = "";
    const struct ph_fault *fault = fault_of(before, after, kind);
    const struct ph_fault_kind_info *info = ph_fault_info((enum ph_fault_kind)kind);
    if (fault)
        ph_fault_place(fault, place, sizeof place);
    return ph_fail(error, PH_INTERNAL,
                   "%s: not written: it would be faulty, which is a mistake of this program: "
                   "%s: %s: %s [%s]",
                   name, place, info->what, fault ? fault->detail : "", info->name);
}

enum ph_status ph_word_guard(const char *name, const struct ph_word_bytes *before,
                             const struct ph_word_bytes *after, struct ph_error *error)
{
    struct ph_faults *none = ph_alloc_zero(1, sizeof *none), *old = NULL, *made = NULL;
    struct ph_error why;
    enum ph_status status = PH_OK;
    if (ph_word_verify(name, after->bytes, after->length, &made, &why) != PH_OK)
        status = ph_fail(error, PH_INTERNAL, "%s", why.message);
    else if (!before)
        status = compare(name, NULL, made, error);
    else if (new_kind(none, made) != PH_FAULT_COUNT) /* nearly always there is nothing to compare */
        status = ph_word_verify(name, before->bytes, before->length, &old, error);
    if (old)
        status = compare(name, old, made, error);
    ph_faults_free(made);
    ph_faults_free(old);
    free(none);
    return status;
}
