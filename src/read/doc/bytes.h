/* Bytes of a file from strangers, read by offset: what lies beyond the end reads as 0, and a part
 * never reaches beyond the whole. Little-endian, as [MS-CFB] and [MS-DOC] have it. */
#ifndef PH_READ_DOC_BYTES_H
#define PH_READ_DOC_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct ph_bytes {
    const uint8_t *at;
    size_t length;
};

static inline uint8_t ph_byte(struct ph_bytes bytes, size_t offset)
{
    return offset < bytes.length ? bytes.at[offset] : 0;
}

static inline uint16_t ph_u16(struct ph_bytes bytes, size_t offset)
{
    return (uint16_t)(ph_byte(bytes, offset) | ph_byte(bytes, offset + 1) << 8);
}

static inline uint32_t ph_u32(struct ph_bytes bytes, size_t offset)
{
    return ph_u16(bytes, offset) | (uint32_t)ph_u16(bytes, offset + 2) << 16;
}

/* `length` bytes from `offset`, as many of them as there are. */
static inline struct ph_bytes ph_part(struct ph_bytes bytes, size_t offset, size_t length)
{
    if (offset >= bytes.length)
        return (struct ph_bytes){bytes.at, 0};
    size_t rest = bytes.length - offset;
    return (struct ph_bytes){bytes.at + offset, length < rest ? length : rest};
}

#endif
