#include "learn/series.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "doc/walk.h"
#include "learn/tokens.h"

/* Titles that are this alike are of one series. */
static const double LIKE_TITLES = 0.6;

struct candidate {
    struct ph_member member;
    struct ph_tokens title;
    bool draft; /* not adopted: of a letter, or tabled only */
};

struct candidates {
    struct candidate *items;
    size_t count, capacity;
};

static struct ph_date adopted_on(const struct ph_node *root)
{
    struct ph_date date = {0};
    const char *text = ph_field_text(root, PH_FIELD_ADOPTED);
    if (text)
        ph_date_parse(root->document->lexicon, text, strlen(text), &date, NULL);
    return date;
}

static void add_candidate(struct candidates *all, const struct ph_document *document,
                          const struct ph_node *root, const struct ph_lexicon *lexicon)
{
    int session = ph_document_session(root);
    if (!session)
        session = ph_document_session(document->root);
    if (!session || !ph_next_of(root, NULL, PH_ORGAN))
        return;
    all->items = ph_grow(all->items, all->count, &all->capacity, sizeof *all->items);
    struct candidate *one = &all->items[all->count++];
    *one = (struct candidate){.draft = root->as.document.genre != PH_RESOLUTION};
    one->member = (struct ph_member){.document = document,
                                     .root = root,
                                     .number = ph_field_text(root, PH_FIELD_NUMBER),
                                     .session = session,
                                     .adopted = adopted_on(root),
                                     .known_from = document->source};
    const char *title = ph_document_title(root);
    ph_tokens_read(&one->title, lexicon, title, strlen(title));
}

/* A document itself, or the draft resolution in one of its annexes. */
static void add_candidates(struct candidates *all, const struct ph_document *document,
                           const struct ph_lexicon *lexicon)
{
    const struct ph_node *root = document->root;
    if (root->as.document.genre == PH_RESOLUTION || root->as.document.genre == PH_DRAFT) {
        add_candidate(all, document, root, lexicon);
        return;
    }
    for (const struct ph_node *inner = root; (inner = ph_next_of(root, inner, PH_DOCUMENT));)
        add_candidate(all, document, inner, lexicon);
}

static int by_session(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->member.session != y->member.session)
        return x->member.session - y->member.session;
    if (x->draft != y->draft)
        return x->draft ? -1 : 1;
    int dates = ph_date_compare(x->member.adopted, y->member.adopted);
    return dates ? dates : strcmp(x->member.known_from, y->member.known_from);
}

/* The title that most others are like; the latest of several. */
static size_t most_typical(const struct candidates *all)
{
    size_t best = 0, most = 0;
    for (size_t i = 0; i < all->count; i++) {
        size_t like = 0;
        for (size_t k = 0; k < all->count; k++)
            like += ph_tokens_likeness(&all->items[i].title, &all->items[k].title, LIKE_TITLES) >=
                    LIKE_TITLES;
        if (like >= most) {
            most = like;
            best = i;
        }
    }
    return best;
}

static void remark(struct ph_pattern *pattern, const struct candidate *one, const char *why,
                   const char *more)
{
    ph_buffer_printf(&pattern->remarks, "%s: %s%s\n", one->member.known_from, why, more);
}

static bool is_same(const struct ph_member *a, const struct ph_member *b)
{
    return a->number && b->number && !strcmp(a->number, b->number);
}

/* The next paragraph behind a text. */
static const struct ph_node *next_paragraph(const struct ph_node *root, const struct ph_node *node)
{
    do
        node = ph_next_text(root, node);
    while (node && !ph_is_paragraph(node));
    return node;
}

/* Whether two texts have the same paragraphs, whatever their mastheads look like. */
static bool has_words_of(const struct ph_node *a, const struct ph_node *b)
{
    const struct ph_node *x = next_paragraph(a, NULL), *y = next_paragraph(b, NULL);
    while (x && y && !strcmp(x->text.bytes, y->text.bytes)) {
        x = next_paragraph(a, x);
        y = next_paragraph(b, y);
    }
    return !x && !y;
}

static void take(struct ph_pattern *pattern, const struct candidate *one, size_t *capacity)
{
    struct ph_member *last =
        pattern->member_count ? &pattern->members[pattern->member_count - 1] : NULL;
    if (last && is_same(last, &one->member)) {
        bool equal = has_words_of(last->root, one->member.root);
        remark(pattern, one,
               equal ? "left out: the same resolution as "
                     : "left out: the same resolution, but with other words, as ",
               last->known_from);
        return;
    }
    if (last && last->session == one->member.session && !last->number && one->member.number) {
        ph_buffer_printf(&pattern->remarks, "%s: a draft: the adopted text %s is used\n",
                         last->known_from, one->member.number);
        *last = one->member;
        return;
    }
    if (last && last->session == one->member.session)
        remark(pattern, one, "a second text of the session, beside ", last->known_from);
    pattern->members =
        ph_grow(pattern->members, pattern->member_count, capacity, sizeof *pattern->members);
    pattern->members[pattern->member_count++] = one->member;
}

static void select_members(struct ph_pattern *pattern, struct candidates *all, int session)
{
    size_t capacity = 0;
    if (all->count)
        qsort(all->items, all->count, sizeof *all->items, by_session);
    size_t typical = all->count ? most_typical(all) : 0;
    for (size_t i = 0; i < all->count; i++) {
        struct candidate *one = &all->items[i];
        double like = ph_tokens_likeness(&one->title, &all->items[typical].title, LIKE_TITLES);
        if (like < LIKE_TITLES)
            remark(pattern, one,
                   "left out: of another series: ", ph_document_title(one->member.root));
        else if (session && one->member.session >= session)
            remark(pattern, one, "left out: not earlier than the session to draft for", "");
        else
            take(pattern, one, &capacity);
    }
}

enum ph_status ph_series_find(struct ph_pattern *pattern,
                              const struct ph_document *const *documents, size_t count, int session,
                              const struct ph_lexicon *lexicon, struct ph_error *error)
{
    struct candidates all = {0};
    for (size_t i = 0; i < count; i++)
        add_candidates(&all, documents[i], lexicon);
    select_members(pattern, &all, session);
    for (size_t i = 0; i < all.count; i++)
        ph_tokens_free(&all.items[i].title);
    free(all.items);
    if (!pattern->member_count && session)
        return ph_fail(error, PH_NOTHING,
                       "no resolution of a session before session %d among the sources", session);
    if (!pattern->member_count)
        return ph_fail(error, PH_NOTHING, "no resolution with a session among the sources");
    pattern->base = pattern->member_count - 1;
    pattern->title =
        ph_arena_copy(pattern->arena, ph_document_title(pattern->members[pattern->base].root));
    return PH_OK;
}
