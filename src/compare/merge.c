#include "compare/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "compare/looks.h"
#include "compare/marks.h"

/* Bytes [from, from + length) of one of the two texts, and where they are in the merged one. */
struct piece {
    size_t from, length, at;
};

struct pieces {
    struct piece *items;
    size_t count, capacity;
};

/* Bytes [from, to) of a text, and its words [word, word_end) that stand there. */
struct stretch {
    size_t from, to, word, word_end;
};

struct merger {
    const struct ph_text *texts[PH_SIDES];
    const struct ph_word *words[PH_SIDES];
    size_t counts[PH_SIDES];
    const struct ph_pair *pair;
    struct ph_buffer bytes;
    struct pieces fresh;   /* of the new text: kept and inserted */
    struct pieces deleted; /* of the old text */
    struct ph_inline *marks;
    size_t mark_count, mark_capacity;
    bool changed;
};

/* An adverb may come before an opening phrase and take its capital: so many words, then one letter
 * changes. Behind more new words the whole phrase is new. */
enum { ADVERB = 1 };

static const char *const fate_names[PH_SIDES] = {"deleted", "inserted"};

/* ---- building ---- */

static struct ph_inline *add_mark(struct merger *merger, enum ph_inline_kind kind, size_t from,
                                  size_t to)
{
    merger->marks =
        ph_grow(merger->marks, merger->mark_count, &merger->mark_capacity, sizeof *merger->marks);
    struct ph_inline *mark = &merger->marks[merger->mark_count++];
    *mark = (struct ph_inline){.kind = kind, .from = from, .to = to};
    return mark;
}

static void add_note(struct merger *merger, int which, const struct ph_word *word, size_t at,
                     const char *name)
{
    struct ph_inline *mark = add_mark(merger, PH_NOTE, at, at);
    mark->note = merger->pair->sides[which].units[word->note].node;
    mark->name = name;
}

static void add_piece(struct pieces *pieces, struct piece piece)
{
    pieces->items = ph_grow(pieces->items, pieces->count, &pieces->capacity, sizeof piece);
    pieces->items[pieces->count++] = piece;
}

/* Takes bytes of one text over. */
static void take(struct merger *merger, int which, size_t from, size_t to, struct pieces *pieces)
{
    if (from == to)
        return;
    add_piece(pieces, (struct piece){from, to - from, merger->bytes.length});
    ph_buffer_add(&merger->bytes, merger->texts[which]->bytes + from, to - from);
}

/* The same for words that only this text has. */
static void take_marked(struct merger *merger, int which, size_t from, size_t to)
{
    static const enum ph_inline_kind kinds[PH_SIDES] = {PH_DELETED, PH_INSERTED};
    const size_t at = merger->bytes.length;
    take(merger, which, from, to, which == PH_BEFORE ? &merger->deleted : &merger->fresh);
    if (from == to)
        return;
    add_mark(merger, kinds[which], at, merger->bytes.length);
    merger->changed = true;
}

/* How many spaces both stretches have at their start, at their end. */
static size_t same_start(const char *a, size_t n, const char *b, size_t m)
{
    size_t same = 0;
    while (same < n && same < m && a[same] == ' ' && b[same] == ' ')
        same++;
    return same;
}

static size_t same_end(const char *a, size_t n, const char *b, size_t m)
{
    size_t same = 0;
    while (same < n && same < m && a[n - 1 - same] == ' ' && b[m - 1 - same] == ' ')
        same++;
    return same;
}

/* Where the marks of a stretch stand in the merged text: `start` is where the stretch begins
 * there, `own` where its words do, behind `lead` spaces, and `end` where the spaces behind them
 * do. */
static void add_notes(struct merger *merger, int which, struct stretch stretch, size_t lead,
                      size_t trail, const size_t places[3])
{
    for (size_t i = stretch.word; i < stretch.word_end; i++) {
        const struct ph_word *word = &merger->words[which][i];
        if (word->weight != PH_MARK)
            continue;
        size_t at = places[0] + (word->from - stretch.from);
        if (word->from > stretch.to - trail)
            at = places[2] + (word->from - (stretch.to - trail));
        else if (word->from > stretch.from + lead)
            at = places[1] + (word->from - stretch.from - lead);
        add_note(merger, which, word, at, fate_names[which]);
        merger->changed = true;
    }
}

/* What stands between two kept words: spaces that both have stay. */
static void add_change(struct merger *merger, struct stretch old, struct stretch new)
{
    const char *a = merger->texts[PH_BEFORE]->bytes + old.from;
    const char *b = merger->texts[PH_AFTER]->bytes + new.from;
    const size_t n = old.to - old.from, m = new.to - new.from;
    const size_t lead = same_start(a, n, b, m);
    const size_t trail = same_end(a + lead, n - lead, b + lead, m - lead);
    size_t places[3] = {merger->bytes.length};
    take(merger, PH_AFTER, new.from, new.from + lead, &merger->fresh);
    const size_t deleted = merger->bytes.length;
    take_marked(merger, PH_BEFORE, old.from + lead, old.to - trail);
    const size_t inserted = merger->bytes.length;
    take_marked(merger, PH_AFTER, new.from + lead, new.to - trail);
    places[2] = merger->bytes.length;
    take(merger, PH_AFTER, new.to - trail, new.to, &merger->fresh);
    places[1] = deleted;
    add_notes(merger, PH_BEFORE, old, lead, trail, places);
    places[1] = inserted;
    add_notes(merger, PH_AFTER, new, lead, trail, places);
}

static bool is_same_case(const struct merger *merger, const struct ph_word *old,
                         const struct ph_word *new)
{
    const char *a = merger->texts[PH_BEFORE]->bytes, *b = merger->texts[PH_AFTER]->bytes;
    return old->to - old->from == new->to - new->from &&
           !memcmp(a + old->from, b + new->from, old->to - old->from);
}

/* How many bytes of two words that are one differ: the first letter of an opening phrase. */
static size_t capital(const struct merger *merger, int which, const struct ph_word *old,
                      const struct ph_word *new)
{
    if (is_same_case(merger, old, new))
        return 0;
    const struct ph_word *word = which == PH_BEFORE ? old : new;
    size_t next;
    ph_utf8_at(merger->texts[which]->bytes, word->to, word->from, &next);
    return next - word->from;
}

static void merge_words(struct merger *merger)
{
    struct stretch old = {0}, new = {0};
    for (size_t i = 0; i < merger->counts[PH_BEFORE]; i++) {
        const size_t j = merger->pair->match[i];
        if (j == PH_NONE)
            continue;
        const struct ph_word *a = &merger->words[PH_BEFORE][i], *b = &merger->words[PH_AFTER][j];
        if (!is_same_case(merger, a, b) && (i - old.word > ADVERB || j - new.word > ADVERB)) {
            merger->pair->match[i] = PH_NONE;
            continue;
        }
        old.to = a->from + capital(merger, PH_BEFORE, a, b);
        new.to = b->from + capital(merger, PH_AFTER, a, b);
        old.word_end = i;
        new.word_end = j;
        add_change(merger, old, new);
        take(merger, PH_AFTER, new.to, b->to, &merger->fresh);
        if (b->weight == PH_MARK)
            add_note(merger, PH_AFTER, b, merger->bytes.length, NULL);
        old = (struct stretch){.from = a->to, .word = i + 1};
        new = (struct stretch){.from = b->to, .word = j + 1};
    }
    old.to = merger->texts[PH_BEFORE]->length;
    new.to = merger->texts[PH_AFTER]->length;
    old.word_end = merger->counts[PH_BEFORE];
    new.word_end = merger->counts[PH_AFTER];
    add_change(merger, old, new);
}

/* ---- properties of the words ---- */

/* Where a place of the new text is now: in front of what was deleted there when an end of a
 * stretch, behind it when its start. */
static size_t place_of(const struct merger *merger, size_t place, bool end)
{
    size_t low = 0, high = merger->fresh.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct piece *piece = &merger->fresh.items[middle];
        const size_t stop = piece->from + piece->length;
        if (stop < place || (stop == place && !end))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == merger->fresh.count)
        return merger->bytes.length;
    const struct piece *piece = &merger->fresh.items[low];
    return piece->at + (place > piece->from ? place - piece->from : 0);
}

static void keep_new_marks(struct merger *merger)
{
    const struct ph_text *text = merger->texts[PH_AFTER];
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind == PH_NOTE || mark->from == mark->to)
            continue;
        struct ph_inline *kept = add_mark(merger, mark->kind, place_of(merger, mark->from, false),
                                          place_of(merger, mark->to, true));
        kept->name = mark->name;
        kept->why = mark->why;
    }
}

/* Deleted words look as they did. Stretches of one look are joined first, so that many that
 * overlap do not multiply. */
static void keep_old_look(struct merger *merger, enum ph_inline_kind kind)
{
    const struct ph_text *text = merger->texts[PH_BEFORE];
    size_t done = 0, piece = 0;
    for (size_t i = 0; i < text->count; i++) {
        size_t from = text->inlines[i].from;
        const size_t to = text->inlines[i].to;
        if (text->inlines[i].kind != kind || to <= done)
            continue;
        from = from > done ? from : done;
        done = to;
        for (; piece < merger->deleted.count; piece++) {
            const struct piece *one = &merger->deleted.items[piece];
            const size_t start = from > one->from ? from : one->from;
            const size_t end = to < one->from + one->length ? to : one->from + one->length;
            if (start < end)
                add_mark(merger, kind, one->at + start - one->from, one->at + end - one->from);
            if (one->from + one->length > to)
                break;
        }
    }
}

static void move_opening(const struct merger *merger, struct ph_opening *opening)
{
    const bool adverb = opening->adverb_from < opening->adverb_to;
    if (opening->part == PH_NO_PART)
        return;
    opening->from = place_of(merger, opening->from, false);
    opening->to = place_of(merger, opening->to, true);
    opening->adverb_from = place_of(merger, opening->adverb_from, false);
    opening->adverb_to = adverb ? place_of(merger, opening->adverb_to, true) : opening->adverb_from;
}

/* Words in a row that looked alike are one stretch. */
static void add_old_looks(struct merger *merger, const char *const *looks)
{
    for (size_t i = 0; i < merger->counts[PH_BEFORE]; i++) {
        const size_t first = merger->pair->match[i];
        if (first == PH_NONE || !looks[i])
            continue;
        const char *look = looks[i];
        size_t last = first;
        while (i + 1 < merger->counts[PH_BEFORE] && looks[i + 1] == look &&
               merger->pair->match[i + 1] == last + 1) {
            last++;
            i++;
        }
        const struct ph_word *words = merger->words[PH_AFTER];
        add_mark(merger, PH_RESTYLED, place_of(merger, words[first].from, false),
                 place_of(merger, words[last].to, true))
            ->name = look;
    }
}

/* ---- both kinds of pairs ---- */

static int count_words(const struct ph_text *text, const struct ph_word *word)
{
    if (word->weight == PH_PUNCTUATION || word->weight == PH_MARK)
        return 0;
    return ph_words_count(text->bytes, word->from, word->to);
}

static struct merger start(const struct ph_pair *pair)
{
    struct merger merger = {.pair = pair};
    const size_t units[PH_SIDES] = {pair->before, pair->after};
    for (int which = PH_BEFORE; which < PH_SIDES; which++) {
        merger.texts[which] = &pair->sides[which].units[units[which]].node->text;
        merger.words[which] =
            ph_side_words(&pair->sides[which], units[which], &merger.counts[which]);
    }
    return merger;
}

/* Which words of the new text have a partner; the caller frees. */
static bool *find_kept(const struct merger *merger)
{
    bool *kept = ph_alloc_zero(merger->counts[PH_AFTER], sizeof *kept);
    for (size_t i = 0; i < merger->counts[PH_BEFORE]; i++)
        if (merger->pair->match[i] != PH_NONE)
            kept[merger->pair->match[i]] = true;
    return kept;
}

static void count_changes(const struct merger *merger, struct ph_changes *changes)
{
    bool *kept = find_kept(merger);
    for (size_t i = 0; i < merger->counts[PH_BEFORE]; i++)
        if (merger->pair->match[i] == PH_NONE)
            changes->words_deleted +=
                count_words(merger->texts[PH_BEFORE], &merger->words[PH_BEFORE][i]);
    for (size_t i = 0; i < merger->counts[PH_AFTER]; i++)
        if (!kept[i])
            changes->words_inserted +=
                count_words(merger->texts[PH_AFTER], &merger->words[PH_AFTER][i]);
    free(kept);
}

bool ph_merge(const struct ph_pair *pair, struct ph_changes *changes)
{
    struct merger merger = start(pair);
    struct ph_node *node = pair->sides[PH_AFTER].units[pair->after].node;
    merge_words(&merger);
    const char **looks = pair->looks ? ph_looks_before(pair) : NULL;
    if (merger.changed || looks) {
        count_changes(&merger, changes);
        if (looks)
            add_old_looks(&merger, looks);
        keep_new_marks(&merger);
        keep_old_look(&merger, PH_ITALIC);
        keep_old_look(&merger, PH_BOLD);
        keep_old_look(&merger, PH_SUPERSCRIPT);
        if (ph_is_paragraph(node))
            move_opening(&merger, &node->as.paragraph.opening);
        ph_marks_set(node, ph_buffer_text(&merger.bytes), merger.bytes.length, merger.marks,
                     merger.mark_count);
    }
    free(looks);
    ph_buffer_free(&merger.bytes);
    free(merger.fresh.items);
    free(merger.deleted.items);
    free(merger.marks);
    return merger.changed;
}

/* Marks runs of words without a partner, each as one stretch. */
static void mark_runs(struct ph_node *node, const struct ph_word *words, size_t count,
                      const bool *kept, enum ph_inline_kind kind)
{
    for (size_t i = 0; i < count; i++) {
        if (kept[i] || words[i].weight == PH_MARK)
            continue;
        const size_t from = words[i].from;
        while (i + 1 < count && !kept[i + 1] && words[i + 1].weight != PH_MARK)
            i++;
        ph_text_mark(node, kind, from, words[i].to);
    }
}

void ph_merge_moved(const struct ph_pair *pair, struct ph_changes *changes)
{
    struct merger merger = start(pair);
    bool *kept_new = find_kept(&merger);
    bool *kept_old = ph_alloc_zero(merger.counts[PH_BEFORE], sizeof *kept_old);
    for (size_t i = 0; i < merger.counts[PH_BEFORE]; i++)
        kept_old[i] = pair->match[i] != PH_NONE;
    count_changes(&merger, changes);
    mark_runs(pair->sides[PH_BEFORE].units[pair->before].marked, merger.words[PH_BEFORE],
              merger.counts[PH_BEFORE], kept_old, PH_DELETED);
    mark_runs(pair->sides[PH_AFTER].units[pair->after].marked, merger.words[PH_AFTER],
              merger.counts[PH_AFTER], kept_new, PH_INSERTED);
    free(kept_old);
    free(kept_new);
}
