/* Answers put into the places that ask for them. */
#ifndef PH_DRAFT_FILL_H
#define PH_DRAFT_FILL_H

#include "base/buffer.h"
#include "base/status.h"
#include "doc/node.h"
#include "draft/answers.h"
#include "un/lexicon.h"

/* Fills every place of the document that an answer names; what is filled is no placeholder any
 * longer, and its paragraph's origin says that it was supplied. Adds to `remarks`, one a line.
 * The error names the answer whose form is wrong and what is expected: ph_answer_status. */
enum ph_status ph_fill(struct ph_document *document, struct ph_answers *answers,
                       const struct ph_lexicon *lexicon, struct ph_buffer *remarks,
                       struct ph_error *error);

/* Whether all answers have found a place, once all places were filled of which `document` is made;
 * the error lists what the document asks for. In a file, facts that only other documents ask for
 * may stay: one file serves the draft and the letter. */
enum ph_status ph_fill_check(const struct ph_answers *answers, const struct ph_document *document,
                             struct ph_error *error);

#endif
