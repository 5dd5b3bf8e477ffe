/* The note that the linker leaves in a program: a hash of all that is in it. */
#include <elf.h>
#include <link.h>
#include <string.h>

#include "base/pack_inside.h"

/* The note of that kind in a segment of notes. */
static const unsigned char *find(const unsigned char *at, const unsigned char *end)
{
    while (at + sizeof(ElfW(Nhdr)) <= end) {
        const ElfW(Nhdr) *note = (const void *)at;
        const size_t name = (note->n_namesz + 3u) & ~3u, words = (note->n_descsz + 3u) & ~3u;
        const unsigned char *id = at + sizeof *note + name;
        if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 &&
            !memcmp(at + sizeof *note, "GNU", 4) && note->n_descsz >= PH_BUILD_ID)
            return id;
        at = id + words;
    }
    return NULL;
}

/* The program itself comes first: to go on ends at it. */
static int look(struct dl_phdr_info *program, size_t size, void *data)
{
    const unsigned char **found = data;
    (void)size;
    for (size_t i = 0; i < program->dlpi_phnum && !*found; i++) {
        const ElfW(Phdr) *segment = &program->dlpi_phdr[i];
        const unsigned char *at = (const unsigned char *)(program->dlpi_addr + segment->p_vaddr);
        if (segment->p_type == PT_NOTE)
            *found = find(at, at + segment->p_memsz);
    }
    return 1;
}

const unsigned char *ph_build_id(void)
{
    const unsigned char *found = NULL;
    dl_iterate_phdr(look, &found);
    return found;
}
