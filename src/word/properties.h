/* Properties of runs and paragraphs, copied for what is put in beside them. */
#ifndef PH_WORD_PROPERTIES_H
#define PH_WORD_PROPERTIES_H

#include "base/buffer.h"
#include "word/scan.h"
#include "word/splice.h"

/* Who makes revisions, and the number of the next of them. */
struct ph_signer {
    const char *author; /* never NULL */
    const char *date;   /* NULL: none is written */
    long next;
    char prefix[32]; /* of WordprocessingML in the part that is written, with its colon */
};

/* What the words are to look like, whatever the run that is copied looks like. */
struct ph_run_wish {
    bool as_it_is; /* italics stay as they are in the run that is copied */
    bool italic, raised, highlighted;
};

/* How words that stay look from now on, whatever their run looks like; or'ed. */
enum {
    PH_LOOK_ITALIC = 1,
    PH_LOOK_BOLD = 2,
    PH_LOOK_RAISED = 4,
    PH_LOOK_OFF = 8 /* times one of them: it ceases */
};

/* `<w:NAME w:id=".." w:author=".." w:date=".."` and `end` ("/>" or ">"). */
void ph_sign(struct ph_signer *signer, const char *name, const char *end, struct ph_buffer *out);

/* The w:rPr in bytes [from, to) (equal: there is none) as it is, with a revision in it under a new
 * number. */
void ph_properties_repeat(const struct ph_scan *scan, size_t from, size_t to,
                          struct ph_signer *signer, struct ph_buffer *out);
/* The same for new words: without revisions, and with what is wished; nothing where it would be
 * empty. The order is that of ECMA-376 part 1, 17.3.2. */
void ph_properties_of_run(const struct ph_scan *scan, size_t from, size_t to,
                          const struct ph_run_wish *wish, const char *prefix,
                          struct ph_buffer *out);
/* The same for words that stay and look otherwise (PH_LOOK_...), with a revision in it that says
 * what it was (17.13.5.31). */
void ph_properties_restyled(const struct ph_scan *scan, size_t from, size_t to, unsigned look,
                            struct ph_signer *signer, struct ph_buffer *out);
/* Whether no revision is in the w:rPr in bytes [from, to). */
bool ph_properties_are_own(const struct ph_scan *scan, size_t from, size_t to);
/* What is in the w:rPr in bytes [*from, *to); where a revision in it from the number `own` on (0:
 * none) says what it was, what was in that. */
void ph_properties_before(const struct ph_scan *scan, long own, size_t *from, size_t *to);
/* The w:pPr in bytes [from, to) for a new paragraph: without a section, a page break, a frame and
 * revisions; `mark` is what is said of the paragraph's own mark ("": nothing); `plain`: without an
 * automatic number (17.3.1). */
void ph_properties_of_paragraph(const struct ph_scan *scan, size_t from, size_t to,
                                const char *mark, bool plain, const char *prefix,
                                struct ph_buffer *out);
/* The w:pPr `now` ("": none) with a revision in it that says that it was the one in bytes [from,
 * to), of its paragraph without its mark (ECMA-376 part 1, 17.13.5.29). */
void ph_properties_changed(const struct ph_scan *scan, size_t from, size_t to, const char *now,
                           struct ph_signer *signer, struct ph_buffer *out);
/* Whether nothing in the w:pPr in bytes [from, to) is left out in a new paragraph like it. */
bool ph_properties_are_copied(const struct ph_scan *scan, size_t from, size_t to);
/* Whether nobody has said something of the mark of a paragraph whose w:pPr is [from, to). */
bool ph_properties_are_settled(const struct ph_scan *scan, size_t from, size_t to);
/* Says of the mark of a paragraph, whose content begins at `inner` and whose w:pPr is [from, to)
 * (equal: there is none), what `mark` says. False: somebody has said something of it. */
bool ph_properties_mark(const struct ph_scan *scan, size_t inner, size_t from, size_t to,
                        const char *mark, const char *prefix, struct ph_splices *splices);

#endif
