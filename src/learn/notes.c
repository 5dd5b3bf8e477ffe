#include "learn/notes.h"

#include <stdlib.h>
#include <string.h>

/* Footnotes of one paragraph are the same clause from this likeness on; of two that are as alike,
 * the one at the same place. */
static const double LIKE = 0.45, SAME_PLACE = 0.05;

enum { NONE = -1 };

struct note {
    struct ph_clause clause;
    size_t host;  /* the clause of the paragraph that mentions it first */
    size_t place; /* among the footnotes of that paragraph, from 0 */
    int next;     /* another one of the same host; NONE */
};

/* A footnote in a paragraph of the member that is being added. */
struct mention {
    const struct ph_node *footnote;
    size_t host, place;
    bool first; /* of that footnote */
};

/* The words that a note had last. */
struct wording {
    const char *words;
    int note;
};

struct work {
    struct ph_pattern *pattern;
    const struct ph_readings *readings;
    struct note *notes;
    size_t count, capacity;
    int *first;               /* by clause: a note whose host it is; NONE */
    struct wording *wordings; /* of all notes when they were sorted, in order of their words */
    size_t wording_count;
};

static size_t list_mentions(const struct ph_pattern *pattern, size_t member,
                            struct mention **mentions)
{
    size_t count = 0, capacity = 0;
    *mentions = NULL;
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_node *host = pattern->clauses[i].occurrences[member];
        size_t place = 0;
        for (size_t k = 0; host && k < host->text.count; k++) {
            const struct ph_node *footnote = host->text.inlines[k].note;
            if (host->text.inlines[k].kind != PH_NOTE || !footnote)
                continue;
            bool first = footnote->as.footnote.first == host &&
                         footnote->as.footnote.at == host->text.inlines[k].from;
            *mentions = ph_grow(*mentions, count, &capacity, sizeof **mentions);
            (*mentions)[count++] = (struct mention){footnote, i, place++, first};
        }
    }
    return count;
}

static const struct ph_node *latest_of(const struct note *note)
{
    return note->clause.occurrences[note->clause.latest];
}

/* The note of a host, not in the member yet, that a footnote is most like; NONE. */
static int most_alike(struct work *work, const struct mention *mention, size_t member)
{
    int best = NONE;
    double most = LIKE;
    for (int i = work->first[mention->host]; i != NONE; i = work->notes[i].next) {
        const struct note *note = &work->notes[i];
        if (note->clause.occurrences[member])
            continue;
        double like = ph_tokens_likeness(ph_readings_of(work->readings, latest_of(note)),
                                         ph_readings_of(work->readings, mention->footnote), LIKE);
        like += mention->place == note->place ? SAME_PLACE : 0;
        if (like > most) {
            most = like;
            best = i;
        }
    }
    return best;
}

static int by_words(const void *a, const void *b)
{
    const struct wording *x = a, *y = b;
    int order = strcmp(x->words, y->words);
    return order ? order : x->note - y->note;
}

static void list_wordings(struct work *work)
{
    work->wordings = ph_realloc(work->wordings, work->count * sizeof *work->wordings);
    work->wording_count = work->count;
    for (size_t i = 0; i < work->count; i++)
        work->wordings[i] = (struct wording){latest_of(&work->notes[i])->text.bytes, (int)i};
    if (work->count)
        qsort(work->wordings, work->count, sizeof *work->wordings, by_words);
}

/* The note, not in the member yet, that has the very words of a footnote; NONE. */
static int same_words(struct work *work, const struct mention *mention, size_t member)
{
    struct wording key = {mention->footnote->text.bytes, NONE};
    size_t low = 0, high = work->wording_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_words(&work->wordings[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < work->wording_count && !strcmp(work->wordings[low].words, key.words); low++)
        if (!work->notes[work->wordings[low].note].clause.occurrences[member])
            return work->wordings[low].note;
    return NONE;
}

static int new_note(struct work *work, const struct mention *mention, size_t member)
{
    (void)mention, (void)member;
    work->notes = ph_grow(work->notes, work->count, &work->capacity, sizeof *work->notes);
    work->notes[work->count] = (struct note){.clause = ph_clause_new(work->pattern)};
    return (int)work->count++;
}

/* Which note each footnote of a member is, by its address. */
struct known {
    const struct ph_node *footnote;
    int note;
};

static int by_footnote(const void *a, const void *b)
{
    const struct ph_node *x = ((const struct known *)a)->footnote;
    const struct ph_node *y = ((const struct known *)b)->footnote;
    return x < y ? -1 : x > y;
}

static size_t list_known(const struct mention *mentions, size_t count, struct known **known)
{
    size_t found = 0;
    *known = ph_alloc(count * sizeof **known);
    for (size_t i = 0; i < count; i++)
        if (mentions[i].first)
            (*known)[found++] = (struct known){mentions[i].footnote, NONE};
    if (found)
        qsort(*known, found, sizeof **known, by_footnote);
    return found;
}

/* Which note a mention is of; NONE. */
typedef int find_note(struct work *work, const struct mention *mention, size_t member);

static void place_notes(struct work *work, size_t member, const struct mention *mentions,
                        size_t count, struct known *known, size_t known_count, find_note *find)
{
    for (size_t i = 0; i < count; i++) {
        struct known key = {.footnote = mentions[i].footnote};
        struct known *one = bsearch(&key, known, known_count, sizeof *known, by_footnote);
        if (!one)
            continue; /* mentioned first outside the clauses: in the title */
        if (one->note == NONE) {
            one->note = find(work, &mentions[i], member);
            if (one->note != NONE)
                ph_clause_occur(&work->notes[one->note].clause, member, one->footnote);
        }
        if (one->note != NONE && mentions[i].first) {
            work->notes[one->note].host = mentions[i].host;
            work->notes[one->note].place = mentions[i].place;
        }
    }
}

static void list_by_host(struct work *work)
{
    for (size_t i = 0; i < work->pattern->clause_count; i++)
        work->first[i] = NONE;
    for (size_t i = work->count; i-- > 0;) {
        work->notes[i].next = work->first[work->notes[i].host];
        work->first[work->notes[i].host] = (int)i;
    }
}

/* By whichever paragraph mentions them; then, where the mention moved, by their very words; what is
 * left is new. */
static void add_member(struct work *work, size_t member)
{
    struct mention *mentions;
    struct known *known;
    size_t count = list_mentions(work->pattern, member, &mentions);
    size_t known_count = list_known(mentions, count, &known);
    list_by_host(work);
    place_notes(work, member, mentions, count, known, known_count, most_alike);
    list_wordings(work);
    place_notes(work, member, mentions, count, known, known_count, same_words);
    place_notes(work, member, mentions, count, known, known_count, new_note);
    free(known);
    free(mentions);
}

static int by_place(const void *a, const void *b)
{
    const struct note *x = a, *y = b;
    if (x->host != y->host)
        return x->host < y->host ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->clause.latest != y->clause.latest)
        return y->clause.latest - x->clause.latest;
    return x->clause.occurrences[x->clause.latest]->order -
           y->clause.occurrences[y->clause.latest]->order;
}

void ph_notes_add(struct ph_pattern *pattern, const struct ph_readings *readings)
{
    struct work work = {.pattern = pattern, .readings = readings};
    work.first = ph_alloc(pattern->clause_count * sizeof *work.first);
    for (size_t m = 0; m < pattern->member_count; m++)
        if (pattern->members[m].root)
            add_member(&work, m);
    if (work.count)
        qsort(work.notes, work.count, sizeof *work.notes, by_place);
    size_t all = pattern->clause_count + work.count;
    pattern->clauses = ph_realloc(pattern->clauses, all * sizeof *pattern->clauses);
    for (size_t i = 0; i < work.count; i++)
        pattern->clauses[pattern->clause_count++] = work.notes[i].clause;
    free(work.first);
    free(work.wordings);
    free(work.notes);
}
