/* Any bytes as a pack of this very program whose sums are right: its parts are in it, or there are
 * none, and what is said to be a tree is one that can be walked, or none. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/pack.h"
#include "base/pack_inside.h"
#include "base/xml.h"
#include "base/xml_pack.h"
#include "rules/terms.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static char path[64];

static void remove_file(void)
{
    remove(path);
}

/* The head is made to fit, and the sums of slots and parts where they can be. */
static void put_right(struct ph_buffer *file)
{
    struct ph_pack_head head;
    memcpy(&head, file->data, sizeof head);
    memcpy(head.magic, ph_pack_magic, sizeof head.magic);
    memcpy(head.build_id, ph_build_id(), PH_BUILD_ID);
    head.length = file->length;
    head.slots = head.slots % 4 ? 4 : 1;
    head.slots_at = head.slots_at % file->length / PH_PACK_ALIGNED * PH_PACK_ALIGNED;
    head.sources_at = head.sources_at % file->length / PH_PACK_ALIGNED * PH_PACK_ALIGNED;
    head.source_count %= 3;
    struct ph_pack_slot slots[4];
    const size_t size = head.slots * sizeof *slots;
    if (head.slots_at + size <= file->length && head.slots_at >= sizeof head) {
        memcpy(slots, file->data + head.slots_at, size);
        for (uint32_t i = 0; i < head.slots; i++) {
            slots[i].hash = ph_pack_hash("p", "q");
            if (slots[i].from <= file->length && slots[i].size <= file->length - slots[i].from)
                slots[i].sum = ph_pack_part_sum(&slots[i], file->data + slots[i].from);
        }
        memcpy(file->data + head.slots_at, slots, size);
        head.sum = ph_pack_head_sum(&head);
    }
    memcpy(file->data, &head, sizeof head);
}

static size_t walk(const xmlNode *node)
{
    size_t seen = 0;
    for (; node; node = ph_xml_step(node, false))
        seen += strlen((const char *)node->name) + (ph_xml_attribute(node, "id") != NULL);
    return seen;
}

static void try_tree(const void *bytes, size_t size)
{
    xmlDoc *doc = ph_xml_unpack(bytes, size);
    if (doc && xmlDocGetRootElement(doc))
        walk(xmlDocGetRootElement(doc));
    free(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_buffer file = {0};
    size_t size;
    if (length < sizeof(struct ph_pack_head))
        return 0;
    if (!*path) {
        snprintf(path, sizeof path, "/tmp/fuzz_pack.%d", (int)getpid());
        atexit(remove_file);
    }
    ph_buffer_add(&file, bytes, length);
    put_right(&file);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(file.data, 1, file.length, out) != file.length || fclose(out))
        abort();
    struct ph_pack *pack = ph_pack_open(path, "/");
    const void *part = ph_pack_part(pack, "p", "q", &size);
    if (part)
        try_tree(part, size);
    ph_pack_close(pack);
    ph_buffer_free(&file);
    struct ph_buffer aligned = {0};
    ph_buffer_add(&aligned, bytes, length);
    try_tree(aligned.data, aligned.length);
    ph_buffer_free(&aligned);
    return 0;
}
