/* Fields (ECMA-376 part 1, section 17.16): what they show is text, how they are made is not. */
#ifndef PH_READ_DOCX_FIELDS_H
#define PH_READ_DOCX_FIELDS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "word/field.h"

enum { PH_WML_FIELD_DEPTH = 32, PH_WML_INSTRUCTION_LENGTH = 1024 };

/* The fields that are open, one inside the other. */
struct ph_wml_fields {
    struct ph_wml_field {
        bool shown;  /* behind the instruction, in what the field shows */
        bool silent; /* what it shows is no text: page numbers */
    } open[PH_WML_FIELD_DEPTH];
    size_t depth;                 /* fields nested deeper are as if they were not there */
    struct ph_buffer instruction; /* of the innermost */
};

/* w:fldChar. True where the field's instruction has just ended: fields->instruction. */
bool ph_wml_field_step(struct ph_wml_fields *fields, const xmlNode *element);
void ph_wml_add_instruction(struct ph_wml_fields *fields, const char *text);
/* What the innermost field shows is not to be read. */
void ph_wml_silence(struct ph_wml_fields *fields);
/* Whether words that come now are no text. */
bool ph_wml_is_silent(const struct ph_wml_fields *fields);
/* Instructions end with their paragraph: one that is never closed swallows no more. */
void ph_wml_end_instructions(struct ph_wml_fields *fields);

#endif
