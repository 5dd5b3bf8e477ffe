/* The package and its parts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "word/element.h"
#include "word/opc.h"
#include "word/undone.h"
#include "write/inplace/inplace.h"

enum ph_status ph_inplace_refuse(const struct ph_inplace *inplace, const char *part,
                                 size_t paragraph, const char *why, struct ph_error *error)
{
    if (inplace->options && inplace->options->refused)
        inplace->options->refused->why = why;
    return ph_fail(error, PH_FORMAT,
                   "%s: %s, paragraph %zu: a change cannot be put in safely: %s; nothing is "
                   "written (--fresh writes a new document)",
                   inplace->name, part, paragraph + 1, why);
}

/* ---- parts ---- */

struct ph_inplace_part *ph_inplace_add_part(struct ph_inplace *inplace, const char *path)
{
    struct ph_inplace_part *part = ph_alloc_zero(1, sizeof *part);
    part->path = ph_copy(path);
    inplace->parts = ph_grow(inplace->parts, inplace->part_count, &inplace->part_capacity,
                             sizeof(struct ph_inplace_part *));
    inplace->parts[inplace->part_count++] = part;
    return part;
}

enum ph_status ph_inplace_part(struct ph_inplace *inplace, const char *path,
                               struct ph_inplace_part **part, struct ph_error *error)
{
    for (size_t i = 0; i < inplace->part_count; i++)
        if (!strcmp(inplace->parts[i]->path, path)) {
            *part = inplace->parts[i];
            return PH_OK;
        }
    struct ph_inplace_part *made = ph_inplace_add_part(inplace, path);
    enum ph_status status = ph_zip_read(inplace->zip, path, &made->bytes, error);
    if (status == PH_OK)
        status = ph_story_read(&made->story, path, ph_buffer_text(&made->bytes), made->bytes.length,
                               error);
    if (status == PH_OK)
        made->paragraphs = ph_alloc_zero(made->story.count + 1, 1);
    *part = made;
    return status;
}

static void free_part(struct ph_inplace_part *part)
{
    free(part->path);
    free(part->paragraphs);
    ph_buffer_free(&part->bytes);
    ph_buffer_free(&part->out);
    ph_story_free(&part->story);
    ph_splice_free(&part->splices);
    free(part);
}

/* ---- numbers of revisions ---- */

/* The highest number that an attribute of the name id has. */
static long highest_id(const char *bytes, size_t length)
{
    enum { MOST = 1000000000 };
    static const char name[] = ":id=";
    long highest = 0;
    for (const char *at = bytes, *end = bytes + length; at < end; at++) {
        at = memchr(at, ':', (size_t)(end - at));
        if (!at)
            break;
        if (strncmp(at, name, strlen(name)) != 0)
            continue;
        const long id = strtol(at + strlen(name) + 1, NULL, 10);
        highest = id > highest && id < MOST ? id : highest;
    }
    return highest;
}

static bool is_path(const char *path, const char *name)
{
    return path && !strcmp(path, name);
}

/* Whether a part is one of those that hold words: beside the main one. */
static bool is_beside(const char *main, const char *name)
{
    const char *slash = strrchr(main, '/');
    const size_t folder = slash ? (size_t)(slash - main) + 1 : 0, length = strlen(name);
    return !strncmp(main, name, folder) && !strchr(name + folder, '/') && length > 4 &&
           !strcmp(name + length - 4, ".xml");
}

static enum ph_status find_ids(struct ph_inplace *inplace, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    enum ph_status status = PH_OK;
    const struct ph_inplace_part *document = inplace->document;
    inplace->signer.next = highest_id(ph_buffer_text(&document->bytes), document->bytes.length);
    for (size_t i = 0; i < ph_zip_count(inplace->zip) && status == PH_OK; i++) {
        const char *name = ph_zip_name(inplace->zip, i);
        const bool named =
            is_path(inplace->notes_path, name) || is_path(inplace->comments_path, name);
        if (!(named || is_beside(document->path, name)) || !strcmp(name, document->path))
            continue;
        ph_buffer_clear(&bytes);
        status = ph_zip_read(inplace->zip, name, &bytes, error);
        const long id = highest_id(ph_buffer_text(&bytes), bytes.length);
        inplace->signer.next = id > inplace->signer.next ? id : inplace->signer.next;
    }
    inplace->first_own = ++inplace->signer.next;
    ph_buffer_free(&bytes);
    return status;
}

/* ---- the package ---- */

/* The headers or footers that are there. */
static void add_margins(struct ph_inplace *inplace, const struct ph_opc_relations *relations,
                        const char *type)
{
    enum { MOST = 100 }; /* as many as are read */
    const struct ph_opc_relation *one = NULL;
    for (int i = 0; i < MOST && (one = ph_opc_next(relations, one, type)); i++) {
        if (!ph_zip_has(inplace->zip, one->target))
            continue;
        inplace->margins = ph_grow(inplace->margins, inplace->margin_count,
                                   &inplace->margin_capacity, sizeof(char *));
        inplace->margins[inplace->margin_count++] = ph_copy(one->target);
    }
}

/* The one part of a type; NULL: there is none. */
static char *copy_target(const struct ph_opc_relations *relations, const char *type)
{
    const struct ph_opc_relation *found = ph_opc_next(relations, NULL, type);
    return found ? ph_copy(found->target) : NULL;
}

static enum ph_status find_document(struct ph_inplace *inplace, struct ph_opc *opc,
                                    struct ph_error *error)
{
    struct ph_opc_relations relations;
    enum ph_status status = ph_opc_relate(opc, "", &relations, error);
    if (status != PH_OK)
        return status;
    const struct ph_opc_relation *main = ph_opc_next(&relations, NULL, "officeDocument");
    status = ph_inplace_part(inplace, main ? main->target : "word/document.xml", &inplace->document,
                             error);
    if (status == PH_OK)
        status = ph_opc_relate(opc, inplace->document->path, &relations, error);
    if (status != PH_OK)
        return status;
    add_margins(inplace, &relations, "header");
    add_margins(inplace, &relations, "footer");
    inplace->notes_path = copy_target(&relations, "footnotes");
    inplace->comments_path = copy_target(&relations, "comments");
    return PH_OK;
}

enum ph_status ph_inplace_open(struct ph_inplace *inplace, const struct ph_buffer *package,
                               struct ph_error *error)
{
    struct ph_opc *opc;
    const char *author = inplace->options->author;
    inplace->arena = ph_arena_new();
    enum ph_status status =
        ph_zip_open(inplace->name, package->data, package->length, &inplace->zip, error);
    if (status == PH_OK)
        status = ph_opc_open(inplace->name, package->data, package->length, &opc, error);
    if (status != PH_OK)
        return status;
    status = find_document(inplace, opc, error);
    ph_opc_close(opc);
    if (status == PH_OK)
        status = find_ids(inplace, error);
    inplace->signer.author = author ? author : "penholder";
    char moment[PH_WML_MOMENT];
    inplace->signer.date =
        ph_arena_copy(inplace->arena, ph_wml_moment(inplace->options->date, moment));
    return status;
}

/* What was made, read again, must be what it was when the changes are rejected. */
static enum ph_status check_part(const struct ph_inplace *inplace,
                                 const struct ph_inplace_part *part, struct ph_error *error)
{
    struct ph_story made = {.own = inplace->first_own};
    size_t paragraph = 0;
    enum ph_status status =
        ph_story_read(&made, part->path, part->out.data, part->out.length, error);
    if (status == PH_OK && !ph_undone_is_same(&part->story, &made, &paragraph))
        status = ph_inplace_refuse(inplace, part->path, paragraph,
                                   "taken back, it would not be what it was", error);
    ph_story_free(&made);
    return status;
}

/* Makes the changes of one part; *entry stays without a name where there are none. */
static enum ph_status finish_part(struct ph_inplace *inplace, struct ph_inplace_part *part,
                                  struct ph_zip_part *entry, struct ph_error *error)
{
    if (part->splices.count &&
        !ph_splice_apply(&part->splices, part->bytes.data, part->bytes.length, &part->out))
        return ph_fail(error, PH_FORMAT,
                       "%s: %s: two changes meet at one place, and cannot be put in safely; "
                       "nothing is written (--fresh writes a new document)",
                       inplace->name, part->path);
    if (part->splices.count || part->out.length)
        *entry = (struct ph_zip_part){part->path, part->out.data, part->out.length};
    return entry->name ? check_part(inplace, part, error) : PH_OK;
}

enum ph_status ph_inplace_write(struct ph_inplace *inplace, const struct ph_buffer *package,
                                struct ph_buffer *out, struct ph_error *error)
{
    struct ph_zip_part *entries = ph_alloc_zero(inplace->part_count, sizeof *entries);
    size_t count = 0;
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < inplace->part_count && status == PH_OK; i++) {
        status = finish_part(inplace, inplace->parts[i], &entries[count], error);
        count += entries[count].name != NULL;
    }
    if (status == PH_OK && !count)
        ph_buffer_add(out, package->data, package->length);
    else if (status == PH_OK)
        status = ph_zip_rewrite(package->data, package->length, entries, count, out, error);
    free(entries);
    return status;
}

void ph_inplace_close(struct ph_inplace *inplace)
{
    for (size_t i = 0; i < inplace->part_count; i++)
        free_part(inplace->parts[i]);
    free(inplace->parts);
    for (size_t i = 0; i < inplace->margin_count; i++)
        free(inplace->margins[i]);
    free(inplace->margins);
    ph_arena_free(inplace->arena);
    free(inplace->notes_path);
    free(inplace->comments_path);
    free(inplace->comments);
    free(inplace->places);
    free(inplace->notes);
    free(inplace->moves);
    free(inplace->remade);
    ph_letters_free(&inplace->letters);
    ph_letters_free(&inplace->others);
    ph_alignment_free(&inplace->alignment);
    ph_revision_free(&inplace->revision);
    ph_buffer_free(&inplace->tail.inner);
    ph_buffer_free(&inplace->tail.own);
    ph_buffer_free(&inplace->tail.plain);
    ph_buffer_free(&inplace->early);
    ph_zip_close(inplace->zip);
}
