/* Reads a list of words, and looks words up in it. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "rules/spelling_inside.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char *const head_names[PH_SPELLING_HEADS] = {
    [PH_ENDINGS] = "endings:", [PH_SMALL] = "small:", [PH_LOOKS] = "looks:"};

bool ph_spelling_knows(const struct ph_spelling *spelling, uint64_t hash)
{
    return ph_spelling_slot(spelling, hash)->line != 0;
}

/* "implementation 903", "grief"; returns where the next line starts, NULL: neither. */
static char *add_line(struct ph_spelling *spelling, char *line)
{
    char *end = line;
    uint64_t hash = ph_word_hash_start;
    for (; ph_is_small(*end); end++)
        hash = ph_word_hash_on(hash, (unsigned char)*end);
    char *stop = end + (*end == ' ');
    while (stop > end && ph_is_digit(*stop))
        stop++;
    size_t length = (size_t)(end - line);
    if (!length || length > PH_SLIP || (*stop && *stop != '\n'))
        return NULL;
    char *next = stop + (*stop == '\n');
    *end = 0;
    *ph_spelling_slot(spelling, hash) =
        (struct ph_spelling_slot){(uint32_t)(hash >> 32), (uint32_t)(line - spelling->bytes) + 1};
    return next;
}

/* Reads "rn/m" or "ed"; returns what stands behind it, NULL: no such part, or one too many. */
static char *add_part(struct ph_spelling *spelling, struct ph_spelling_head *head, char *at,
                      bool two)
{
    struct ph_spelling_part part = {.word = (uint32_t)(at - spelling->bytes),
                                    .length = (uint32_t)strspn(at, letters)};
    char *end = at + part.length;
    if (*end == '/') {
        *end++ = 0;
        part.behind = (uint32_t)(end - spelling->bytes);
        part.behind_length = (uint32_t)strspn(end, letters);
        end += part.behind_length;
    }
    bool whole = part.length && (part.behind ? part.behind_length : !two);
    if (!whole || part.length > PH_SLIP || part.behind_length > PH_SLIP ||
        head->count == PH_SPELLING_PARTS || (*end != ' ' && *end != '\n'))
        return NULL;
    head->items[head->count++] = part;
    return end;
}

/* "endings: ed ing"; returns where the next line starts, the same place when this line has no such
 * name, NULL: there is something else in it. */
static char *add_head(struct ph_spelling *spelling, char *line)
{
    size_t i = 0;
    while (i < PH_SPELLING_HEADS && strncmp(line, head_names[i], strlen(head_names[i])) != 0)
        i++;
    if (i == PH_SPELLING_HEADS)
        return line;
    char *at = line + strlen(head_names[i]);
    while (at && *at == ' ') {
        char *end = add_part(spelling, &spelling->list->heads[i], at + 1, i == PH_LOOKS);
        *at = 0; /* it ends the part before */
        at = end;
    }
    if (!at || *at != '\n')
        return NULL;
    *at = 0;
    return at + 1;
}

static enum ph_status add_lines(struct ph_spelling *spelling, const char *path,
                                struct ph_error *error)
{
    const char *end = spelling->bytes + spelling->list->length - 1;
    int number = 0;
    char *line = spelling->bytes;
    for (char *start = NULL; line && line != start; number += line != start) {
        start = line;
        line = add_head(spelling, line);
    }
    for (; line && line < end; number++)
        line = add_line(spelling, line);
    if (line || !number)
        return PH_OK;
    return ph_fail(error, PH_FORMAT, "%s:%d: neither a word nor a word and a count", path, number);
}

static size_t size_of(const struct ph_spelling_list *list)
{
    return sizeof *list + ((size_t)list->mask + 1) * sizeof *list->slots + list->length;
}

static struct ph_spelling *spelling_of(struct ph_spelling_list *list, bool packed)
{
    struct ph_spelling *spelling = ph_alloc_zero(1, sizeof *spelling);
    spelling->list = list;
    spelling->packed = packed;
    spelling->bytes = (char *)(list->slots + list->mask + 1);
    return spelling;
}

/* The bytes of the file, and at least twice as many slots as there are lines. */
static struct ph_spelling *make_empty(const struct ph_buffer *bytes)
{
    struct ph_spelling_list head = {.mask = 1, .length = (uint32_t)bytes->length + 1};
    size_t lines = 1;
    for (size_t i = 0; i < bytes->length; i++)
        lines += bytes->data[i] == '\n';
    while (head.mask + 1 < 2 * lines)
        head.mask = 2 * head.mask + 1;
    struct ph_spelling_list *list = ph_alloc_zero(1, size_of(&head));
    *list = head;
    struct ph_spelling *spelling = spelling_of(list, false);
    memcpy(spelling->bytes, ph_buffer_text(bytes), bytes->length);
    return spelling;
}

enum ph_status ph_spelling_load(const char *path, struct ph_spelling **spelling,
                                struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    struct ph_spelling *made = NULL;
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK) {
        made = make_empty(&bytes);
        status = add_lines(made, path, error);
    }
    if (status != PH_OK) {
        ph_spelling_free(made);
        made = NULL;
    }
    ph_buffer_free(&bytes);
    *spelling = made;
    return status;
}

/* ---- a pack ---- */

static const char kind[] = "words", name[] = "spelling";

struct ph_spelling *ph_spelling_of_pack(const struct ph_pack *pack)
{
    size_t size = 0;
    struct ph_spelling_list *list = ph_pack_part(pack, kind, name, &size);
    return list && size >= sizeof *list && size == size_of(list) ? spelling_of(list, true) : NULL;
}

void ph_spelling_pack(const struct ph_spelling *spelling, struct ph_pack_maker *maker)
{
    ph_pack_add(maker, kind, name, spelling->list, size_of(spelling->list));
}

void ph_spelling_free(struct ph_spelling *spelling)
{
    if (spelling && !spelling->packed)
        free(spelling->list);
    free(spelling);
}
