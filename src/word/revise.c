#include "word/revise.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const char in_field[] = "it is within a field";
static const char in_revision[] = "it is within somebody's tracked change";
static const char in_box[] = "it is within a text box";
static const char uncuttable[] = "it is within an element that cannot be cut";

const char *ph_wml_change_name(enum ph_wml_change change)
{
    static const char *const names[] = {[PH_WML_KEPT] = "",
                                        [PH_WML_INSERTED] = "ins",
                                        [PH_WML_MOVED_TO] = "moveTo",
                                        [PH_WML_DELETED] = "del",
                                        [PH_WML_MOVED_FROM] = "moveFrom"};
    return names[change];
}

void ph_revision_begin(struct ph_revision *revision, const struct ph_letters *letters)
{
    revision->letters = letters;
    if (revision->capacity <= letters->count) {
        revision->capacity = 2 * letters->count + 64;
        revision->changes = ph_realloc(revision->changes, revision->capacity);
        revision->looks = ph_realloc(revision->looks, revision->capacity);
    }
    memset(revision->changes, PH_WML_KEPT, letters->count + 1);
    revision->count = 0;
    revision->restyles = false;
    ph_buffer_clear(&revision->bytes);
}

void ph_revision_insert(struct ph_revision *revision, size_t letter, const struct ph_buffer *runs)
{
    revision->insertions = ph_grow(revision->insertions, revision->count,
                                   &revision->insertion_capacity, sizeof *revision->insertions);
    revision->insertions[revision->count++] = (struct ph_insertion){
        .letter = letter, .at = revision->bytes.length, .length = runs->length};
    ph_buffer_add(&revision->bytes, ph_buffer_text(runs), runs->length);
}

void ph_revision_insert_near(struct ph_revision *revision, size_t letter, int step,
                             const struct ph_buffer *marks)
{
    ph_revision_insert(revision, letter, marks);
    revision->insertions[revision->count - 1].yields = step;
}

void ph_revision_free(struct ph_revision *revision)
{
    free(revision->changes);
    free(revision->looks);
    free(revision->insertions);
    ph_buffer_free(&revision->bytes);
    *revision = (struct ph_revision){0};
}

/* ---- what goes with the letters ---- */

static bool is_shown(const struct ph_letters *letters, size_t i)
{
    const struct ph_letter *letter = &letters->items[i];
    return letter->kind <= PH_LETTER_BLANK &&
           (letter->run == PH_LETTER_NOWHERE || letters->runs[letter->run].heard);
}

/* A field goes as a whole, with all that it shows, or stays. */
static const char *settle_field(struct ph_revision *revision, const struct ph_letter_field *field)
{
    const struct ph_letters *letters = revision->letters;
    const size_t end = field->end ? field->end : letters->count;
    unsigned char change = PH_WML_KEPT;
    bool any = false;
    for (size_t i = field->first; i < end; i++) {
        const bool counts =
            field->reference ? letters->items[i].kind == PH_LETTER_NOTE : is_shown(letters, i);
        if (!counts)
            continue;
        if (any && change != revision->changes[i])
            return in_field;
        change = revision->changes[i];
        any = true;
    }
    if (change != PH_WML_KEPT && !field->end)
        return in_field;
    for (size_t i = field->first; i < end; i++)
        if (letters->items[i].kind != PH_LETTER_KEPT)
            revision->changes[i] = change;
    return NULL;
}

/* What is no letter goes with those before it in its run, else with those behind it. */
static void settle_asides(struct ph_revision *revision)
{
    const struct ph_letters *letters = revision->letters;
    for (size_t r = 0; r < letters->run_count; r++) {
        const struct ph_letter_run *run = &letters->runs[r];
        size_t known = run->count;
        bool noted = false;
        for (size_t i = 0; i < run->count; i++) {
            const size_t at = run->first + i;
            const unsigned char kind = letters->items[at].kind;
            if (kind == PH_LETTER_NOTE)
                noted = true;
            if (kind == PH_LETTER_ASIDE || (noted && kind == PH_LETTER_WORD && !run->heard)) {
                revision->changes[at] = known < run->count ? revision->changes[run->first + known]
                                                           : revision->changes[at];
                continue;
            }
            for (size_t j = known < run->count ? i : 0; j < i; j++)
                revision->changes[run->first + j] = revision->changes[at];
            known = i;
        }
    }
}

/* ---- what cannot be changed ---- */

static const char *reason(const struct ph_letters *letters, const struct ph_letter *letter)
{
    const unsigned flags = letter->run == PH_LETTER_NOWHERE ? 0 : letters->runs[letter->run].flags;
    return flags & (PH_STORY_CHANGED | PH_STORY_GONE) ? in_revision : uncuttable;
}

static bool is_uncuttable(const struct ph_letters *letters, const struct ph_letter *letter)
{
    return letter->fixed || (letter->run != PH_LETTER_NOWHERE && letters->runs[letter->run].odd);
}

bool ph_revision_restyle(struct ph_revision *revision, size_t letter, unsigned look)
{
    const struct ph_letters *letters = revision->letters;
    const struct ph_letter *one = &letters->items[letter];
    if (one->run == PH_LETTER_NOWHERE || is_uncuttable(letters, one))
        return false;
    const struct ph_letter_run *run = &letters->runs[one->run];
    if (!ph_properties_are_own(&letters->story->scan, run->properties, run->properties_to))
        return false;
    if (!revision->restyles)
        memset(revision->looks, 0, letters->count + 1);
    revision->restyles = true;
    revision->looks[letter] = (unsigned char)look;
    return true;
}

/* Nothing goes or looks otherwise, and what comes may stand elsewhere. */
static bool is_harmless(const struct ph_revision *revision)
{
    if (revision->restyles)
        return false;
    for (size_t i = 0; i < revision->count; i++)
        if (!revision->insertions[i].yields)
            return false;
    for (size_t i = 0; i < revision->letters->count; i++)
        if (revision->changes[i] != PH_WML_KEPT)
            return false;
    return true;
}

static const char *check(const struct ph_revision *revision)
{
    const struct ph_letters *letters = revision->letters;
    if (is_harmless(revision))
        return NULL;
    for (size_t i = 0; i < letters->paragraph_count; i++) {
        const struct ph_story_paragraph *place = letters->paragraphs[i].place;
        if (place->flags & PH_STORY_BOX)
            return in_box;
        if (place->flags & (PH_STORY_CHANGED | PH_STORY_GONE))
            return in_revision;
        if (place->in_field)
            return in_field;
        if (place->flags & PH_STORY_FIXED)
            return uncuttable;
    }
    for (size_t i = 0; i < letters->count; i++) {
        const struct ph_letter *letter = &letters->items[i];
        if (revision->changes[i] != PH_WML_KEPT && is_uncuttable(letters, letter))
            return reason(letters, letter);
    }
    return NULL;
}

/* ---- where what comes is put ---- */

/* Within a field nothing is put: before all that it shows it comes before the field, behind all of
 * it behind the field. */
static const char *leave_field(const struct ph_revision *revision, struct ph_insertion *insertion)
{
    const struct ph_letters *letters = revision->letters;
    const size_t at = insertion->letter;
    if (at >= letters->count || at == 0 || !letters->items[at].field ||
        letters->items[at].field != letters->items[at - 1].field)
        return NULL;
    const struct ph_letter_field *field = &letters->fields[letters->items[at].field - 1];
    if (!field->end)
        return in_field;
    bool before = false, behind = false;
    for (size_t i = field->first; i < field->end; i++) {
        before = before || (i < at && is_shown(letters, i));
        behind = behind || (i >= at && is_shown(letters, i));
    }
    if (before && behind && revision->changes[at] == PH_WML_KEPT)
        return in_field;
    insertion->letter = behind && !before ? field->first : field->end;
    return NULL;
}

static const struct ph_letter_run *run_of(const struct ph_letters *letters, size_t letter)
{
    return letters->items[letter].run == PH_LETTER_NOWHERE
               ? NULL
               : &letters->runs[letters->items[letter].run];
}

bool ph_revise_can_part(const struct ph_letters *letters, size_t letter)
{
    const struct ph_letter_run *before = letter > 0 ? run_of(letters, letter - 1) : NULL;
    const struct ph_letter_run *behind = run_of(letters, letter);
    if (!before || !behind || before->paragraph != behind->paragraph)
        return false;
    if (before != behind)
        return before->top || behind->top;
    return before->top && !is_uncuttable(letters, &letters->items[letter]);
}

/* Between the runs before and behind (NULL: there is none in the paragraph): beside one that stands
 * in the paragraph itself, else at the paragraph's end, else within what holds one of them. */
static const char *put_between(const struct ph_letter_run *before,
                               const struct ph_letter_run *behind,
                               const struct ph_letter_paragraph *paragraph,
                               struct ph_insertion *insertion)
{
    const unsigned bad = PH_STORY_CHANGED | PH_STORY_GONE | PH_STORY_FIXED;
    if (before && before->top)
        insertion->place = before->to;
    else if (behind && behind->top)
        insertion->place = behind->from;
    else if (!behind && before)
        insertion->place = paragraph->place->end;
    else if (!before)
        insertion->place = ph_letters_begin(paragraph);
    else if (!(before->flags & bad))
        insertion->place = before->to;
    else if (!(behind->flags & bad))
        insertion->place = behind->from;
    else
        return in_revision;
    return NULL;
}

static const char *put(const struct ph_revision *revision, struct ph_insertion *insertion)
{
    const struct ph_letters *letters = revision->letters;
    const char *why = leave_field(revision, insertion);
    if (why)
        return why;
    const size_t at = insertion->letter;
    const struct ph_letter_run *before = at > 0 ? run_of(letters, at - 1) : NULL;
    const struct ph_letter_run *behind = at < letters->count ? run_of(letters, at) : NULL;
    const struct ph_letter_paragraph *paragraph = letters->paragraphs;
    if (before || behind)
        paragraph = &letters->paragraphs[before ? before->paragraph : behind->paragraph];
    if (before && before == behind) { /* within a run, which is cut there */
        insertion->place = 0;
        return is_uncuttable(letters, &letters->items[at]) ? reason(letters, &letters->items[at])
                                                           : NULL;
    }
    if (before && behind && before->paragraph != behind->paragraph)
        behind = NULL;
    return put_between(before, behind, paragraph, insertion);
}

/* Whether all that is on both sides of a place is one thing that cannot be cut. */
static bool is_within(const struct ph_letters *letters, size_t at)
{
    if (at == 0 || at >= letters->count)
        return false;
    const struct ph_letter *before = &letters->items[at - 1], *behind = &letters->items[at];
    const bool one_field = behind->field && behind->field == before->field;
    return one_field || (behind->run != PH_LETTER_NOWHERE && behind->run == before->run &&
                         is_uncuttable(letters, behind));
}

/* The end of the paragraph that a letter stands in, in the direction of a step. */
static size_t edge(const struct ph_letters *letters, size_t letter, int step)
{
    const struct ph_letter_paragraph *last = &letters->paragraphs[letters->paragraph_count - 1];
    while (last > letters->paragraphs && last->first > letter)
        last--;
    return step < 0 ? last->first : last->first + last->count;
}

/* Goes from a letter on to where something can be put; not too far, as many may have to. */
static const char *put_near(const struct ph_revision *revision, struct ph_insertion *insertion)
{
    enum { REACH = 10000 };
    const size_t stop = edge(revision->letters, insertion->letter, insertion->yields);
    const char *why = put(revision, insertion);
    for (int i = 0; why && insertion->yields && insertion->letter != stop; i++) {
        insertion->letter = i < REACH ? insertion->letter + (size_t)insertion->yields : stop;
        if (insertion->letter == stop || !is_within(revision->letters, insertion->letter))
            why = put(revision, insertion);
    }
    return why;
}

static int by_letter(const void *a, const void *b)
{
    const struct ph_insertion *one = a, *other = b;
    if (one->letter != other->letter)
        return one->letter < other->letter ? -1 : 1;
    return one->at < other->at ? -1 : one->at > other->at;
}

const char *ph_revise(struct ph_revision *revision, struct ph_signer *signer,
                      struct ph_splices *splices)
{
    const struct ph_letters *letters = revision->letters;
    const char *why = NULL;
    if (!revision->count && is_harmless(revision))
        return NULL;
    for (size_t i = 0; i < letters->field_count && !why; i++)
        why = settle_field(revision, &letters->fields[i]);
    settle_asides(revision);
    why = why ? why : check(revision);
    for (size_t i = 0; i < revision->count && !why; i++)
        why = put_near(revision, &revision->insertions[i]);
    if (why)
        return why;
    if (revision->count)
        qsort(revision->insertions, revision->count, sizeof *revision->insertions, by_letter);
    ph_revision_write(revision, signer, splices);
    return NULL;
}
