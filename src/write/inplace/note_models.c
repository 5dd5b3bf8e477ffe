/* What footnotes and comments that are put in are made like: the first that the file has. */
#include "write/inplace/inplace.h"

/* The paragraph of a part that byte `at` stands in; story.count: none. */
static size_t paragraph_at(const struct ph_story *story, size_t at)
{
    size_t found = story->count;
    for (size_t i = 0; i < story->count && story->items[i].from <= at; i++)
        if (at < story->items[i].to)
            found = i;
    return found;
}

/* The first element of that name in a part; false: there is none. */
static bool find_element(const struct ph_story *story, const char *name, size_t *at)
{
    struct ph_scan scan = story->scan;
    struct ph_scan_token token;
    while (ph_scan_step(&scan, &token))
        if (token.kind != PH_SCAN_CLOSE && ph_scan_is(&token, name)) {
            *at = token.from;
            return true;
        }
    return false;
}

/* Reads the paragraph with the first element of that name into inplace->others; the run that holds
 * it, NULL: there is none. */
static const struct ph_letter_run *find_run(struct ph_inplace *inplace,
                                            const struct ph_story *story, const char *name)
{
    size_t at = 0;
    if (!find_element(story, name, &at))
        return NULL;
    const size_t paragraph = paragraph_at(story, at);
    if (paragraph == story->count)
        return NULL;
    ph_letters_clear(&inplace->others, story);
    ph_letters_add(&inplace->others, paragraph);
    for (size_t i = 0; i < inplace->others.run_count; i++)
        if (inplace->others.runs[i].from < at && at < inplace->others.runs[i].to)
            return &inplace->others.runs[i];
    return NULL;
}

const struct ph_inplace_look *ph_inplace_mark_look(struct ph_inplace *inplace,
                                                   struct ph_inplace_look *look, const char *mark)
{
    const struct ph_letter_run *run;
    if (look->known)
        return look;
    run = find_run(inplace, &inplace->document->story, mark);
    *look = (struct ph_inplace_look){true, run ? run->properties : 0, run ? run->properties_to : 0};
    return look;
}

struct ph_inplace_note_model ph_inplace_model_note(struct ph_inplace *inplace,
                                                   const struct ph_story *story, const char *mark)
{
    struct ph_inplace_note_model model = {0};
    const struct ph_letter_run *run = find_run(inplace, story, mark);
    if (!run)
        return model;
    const struct ph_letters *letters = &inplace->others;
    const struct ph_letter_run *end = letters->runs + letters->run_count;
    model.properties = letters->paragraphs[0].properties;
    model.properties_to = letters->paragraphs[0].properties_to;
    model.mark = run->properties;
    model.mark_to = run->properties_to;
    size_t most = 0;
    for (const struct ph_letter_run *one = run + 1; one < end; one++)
        if (one->count > most) {
            most = one->count;
            model.words = one->properties;
            model.words_to = one->properties_to;
        }
    for (size_t i = run->first; i < letters->count && letters->items[i].kind != PH_LETTER_WORD; i++)
        if (letters->items[i].kind == PH_LETTER_BLANK &&
            letters->items[i].element != PH_LETTER_NOWHERE)
            model.tab = !letters->elements[letters->items[i].element].text;
    return model;
}
