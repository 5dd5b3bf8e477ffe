/* What is wrong with Word documents, for people and for programs. */
#ifndef PH_WRITE_FAULTS_H
#define PH_WRITE_FAULTS_H

#include "word/verify/verify.h"
#include "write/write.h"

/* Faults of one document; `name` is the file. */
struct ph_faults_view {
    const char *name;
    const struct ph_faults *faults;
};

/* FILE: part, paragraph: severity: what is wrong: which [fault]; a summary line last. */
void ph_write_faults_text(const struct ph_faults_view *views, size_t count,
                          const struct ph_write_options *options, struct ph_buffer *out);
void ph_write_faults_json(const struct ph_faults_view *views, size_t count, struct ph_buffer *out);

#endif
