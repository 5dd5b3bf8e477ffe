/* Fields (ECMA-376 part 1, section 17.16) by their instruction. */
#ifndef PH_WORD_FIELD_H
#define PH_WORD_FIELD_H

#include <stddef.h>

/* What a field is, by its instruction. REFERENCE: to a footnote's mark; *bookmark names it and
 * points into the instruction, *length bytes. */
enum ph_wml_field_kind { PH_WML_ORDINARY, PH_WML_PAGE_NUMBER, PH_WML_REFERENCE };
enum ph_wml_field_kind ph_wml_field_kind(const char *instruction, const char **bookmark,
                                         size_t *length);

#endif
