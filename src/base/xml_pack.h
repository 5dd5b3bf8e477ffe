/* A tree of XML as bytes without pointers, for a pack (base/pack.h), and as a tree again: elements
 * with their lines, attributes and text. No names of namespaces, comments or white space between
 * elements. */
#ifndef PH_BASE_XML_PACK_H
#define PH_BASE_XML_PACK_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Adds the bytes of an element and all in it. `is_empty`: whether what is in an element is left
 * out. */
void ph_xml_pack(const xmlNode *root, bool (*is_empty)(const xmlNode *element),
                 struct ph_buffer *out);

/* The same as a tree in one piece of memory, for reading only: free() it, not xmlFreeDoc. Its
 * strings stay in the bytes, which must outlive it and start at a multiple of 4. NULL: these are no
 * such bytes. */
xmlDoc *ph_xml_unpack(const void *bytes, size_t size);

#endif
