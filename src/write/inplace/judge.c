/* Which ends of paragraphs may be new, or go, in a package: asked while the documents are compared,
 * so that what cannot be split or merged there is compared as words that go and come. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

struct ph_inplace_judge {
    const char *name;
    const struct ph_buffer *package;
    struct ph_zip *zip;
    char *path; /* of the part that was asked for first; NULL: none was */
    bool good;  /* that part can be read */
    struct ph_buffer bytes;
    struct ph_story story;
    struct ph_letters letters;
    struct ph_alignment alignment;
};

/* Words in one paragraph of the part. */
struct words {
    const struct ph_node *node;
    size_t paragraph;
    size_t begin, behind; /* letters of judge->letters */
};

struct ph_inplace_judge *ph_inplace_judge(const char *name, const struct ph_buffer *package)
{
    struct ph_inplace_judge *judge = ph_alloc_zero(1, sizeof *judge);
    judge->name = name;
    judge->package = package;
    return judge;
}

void ph_inplace_judge_free(struct ph_inplace_judge *judge)
{
    ph_zip_close(judge->zip);
    free(judge->path);
    ph_buffer_free(&judge->bytes);
    ph_story_free(&judge->story);
    ph_letters_free(&judge->letters);
    ph_alignment_free(&judge->alignment);
    free(judge);
}

/* Paragraphs stand in the main part: that is the one that is asked for first, and no other. */
static bool open_part(struct ph_inplace_judge *judge, const char *path)
{
    struct ph_error error;
    if (judge->path)
        return judge->good && !strcmp(judge->path, path);
    judge->path = ph_copy(path);
    judge->good = ph_zip_open(judge->name, judge->package->data, judge->package->length,
                              &judge->zip, &error) == PH_OK &&
                  ph_zip_read(judge->zip, path, &judge->bytes, &error) == PH_OK &&
                  ph_story_read(&judge->story, path, ph_buffer_text(&judge->bytes),
                                judge->bytes.length, &error) == PH_OK;
    return judge->good;
}

/* The one paragraph that a node stands in; false: there are more, or none. */
static bool find_paragraph(struct ph_inplace_judge *judge, const struct ph_node *node,
                           struct words *words)
{
    const struct ph_span *span = &node->span;
    size_t run, end;
    if (!span->part || !span->run_count || !node->text.length || !open_part(judge, span->part))
        return false;
    ph_align_runs(span, &run, &end);
    *words = (struct words){.node = node, .paragraph = span->runs[run].paragraph};
    return words->paragraph == span->runs[end - 1].paragraph &&
           words->paragraph < judge->story.count;
}

static const struct ph_letter_paragraph *read_paragraph(struct ph_inplace_judge *judge, size_t i)
{
    ph_letters_clear(&judge->letters, &judge->story);
    ph_letters_add(&judge->letters, i);
    return judge->letters.paragraphs;
}

/* The letters of the words, in the paragraph that was read. */
static bool find_letters(struct ph_inplace_judge *judge, struct words *words)
{
    const struct ph_node *node = words->node;
    ph_align_hear(&judge->letters, &node->span);
    if (!ph_align_text(&judge->letters, &node->span, node->text.bytes, node->text.length,
                       &judge->alignment))
        return false;
    words->begin = judge->alignment.first[0];
    words->behind = judge->alignment.after[node->text.length];
    return true;
}

static bool may_split(struct ph_inplace_judge *judge, struct words *first, struct words *second)
{
    return first->paragraph == second->paragraph &&
           ph_inplace_can_end(&judge->letters, read_paragraph(judge, first->paragraph)) &&
           find_letters(judge, first) && find_letters(judge, second) &&
           ph_inplace_can_part(&judge->letters, first->behind, second->begin);
}

/* ---- merging ---- */

static size_t count_words(const struct ph_letters *letters, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += letters->items[i].kind == PH_LETTER_WORD;
    return count;
}

/* A paragraph before the words that follow, which loses its end. */
static bool may_go(struct ph_inplace_judge *judge, size_t i)
{
    const struct ph_letter_paragraph *paragraph = read_paragraph(judge, i);
    return !paragraph->place->last && ph_inplace_can_end(&judge->letters, paragraph);
}

static bool is_empty(const struct ph_letters *letters)
{
    for (size_t i = 0; i < letters->count; i++)
        if (letters->items[i].kind != PH_LETTER_BLANK && letters->items[i].kind != PH_LETTER_ASIDE)
            return false;
    return true;
}

/* Nothing but a number stands before the words. */
static bool begins(struct ph_inplace_judge *judge, struct words *words)
{
    const unsigned bad = PH_STORY_BOX | PH_STORY_CHANGED | PH_STORY_GONE | PH_STORY_FIXED;
    const struct ph_letter_paragraph *paragraph = read_paragraph(judge, words->paragraph);
    const char *number = words->node->as.paragraph.number;
    size_t from;
    if ((paragraph->place->flags & bad) || paragraph->place->in_field ||
        !find_letters(judge, words))
        return false;
    const size_t before = count_words(&judge->letters, 0, words->begin);
    return !before || (number && before == strlen(number) &&
                       ph_inplace_find_number(&judge->letters, words->begin, number, &from));
}

static bool may_merge(struct ph_inplace_judge *judge, struct words *first, struct words *second)
{
    if (first->paragraph >= second->paragraph || !may_go(judge, first->paragraph) ||
        !find_letters(judge, first) ||
        count_words(&judge->letters, first->behind, judge->letters.count))
        return false;
    for (size_t i = first->paragraph + 1; i < second->paragraph; i++)
        if (!may_go(judge, i) || !is_empty(&judge->letters))
            return false;
    return begins(judge, second);
}

bool ph_inplace_may_end(void *data, const struct ph_node *first, const struct ph_node *second,
                        enum ph_end end)
{
    struct ph_inplace_judge *judge = data;
    struct words one, other;
    if (!find_paragraph(judge, first, &one) || !find_paragraph(judge, second, &other))
        return false;
    return end == PH_END_INSERTED ? may_split(judge, &one, &other) : may_merge(judge, &one, &other);
}
