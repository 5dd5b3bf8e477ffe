#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "un/lexicon_inside.h"

/* ---- phrases that are in no list ---- */

enum { BUCKETS = 1024 };

struct entry {
    struct entry *next;
    char words[];
};

struct ph_unlisted {
    struct ph_arena *arena;
    struct entry *buckets[BUCKETS];
};

void ph_lexicon_free_unlisted(struct ph_unlisted *unlisted)
{
    if (unlisted)
        ph_arena_free(unlisted->arena);
    free(unlisted);
}

/* The one copy of these words that the lexicon keeps, so that phrases can be handed out without an
 * owner. */
static const char *keep(struct ph_lexicon *lexicon, const char *words)
{
    struct ph_unlisted *kept = lexicon->unlisted;
    if (!kept) {
        kept = lexicon->unlisted = ph_alloc_zero(1, sizeof *kept);
        kept->arena = ph_arena_new();
    }
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (const char *c = words; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619U;
    struct entry **bucket = &kept->buckets[hash % BUCKETS];
    for (struct entry *e = *bucket; e; e = e->next)
        if (!strcmp(e->words, words))
            return e->words;
    struct entry *made = ph_arena_alloc(kept->arena, sizeof *made + strlen(words) + 1);
    memcpy(made->words, words, strlen(words) + 1);
    made->next = *bucket;
    *bucket = made;
    return made->words;
}

/* ---- finding ---- */

enum { TOKENS = PH_PHRASE_WORDS + 2, TOKEN_BYTES = 24 };

struct token {
    size_t from, to;
    char lower[TOKEN_BYTES + 1];
};

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (unsigned char)c >= 0xC3;
}

/* The words at the start of a text, as far as nothing but blanks stands between them. */
static size_t read_tokens(const char *text, size_t length, struct token tokens[TOKENS])
{
    size_t count = 0, at = 0, next;
    while (count < TOKENS) {
        while (at < length && ph_utf8_is_space(ph_utf8_at(text, length, at, &next)))
            at = next;
        struct token *token = &tokens[count];
        token->from = at;
        while (at < length && at - token->from < TOKEN_BYTES && is_word_byte(text[at])) {
            char c = text[at];
            token->lower[at - token->from] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
            at++;
        }
        token->to = at;
        token->lower[at - token->from] = '\0';
        if (token->to == token->from || (at < length && is_word_byte(text[at])))
            break;
        count++;
        if (at < length && !ph_utf8_is_space(ph_utf8_at(text, length, at, NULL)))
            break;
    }
    return count;
}

static const struct ph_adverb_word *adverb_at(const struct ph_lexicon *lexicon,
                                              const struct token *token)
{
    for (size_t i = 0; i < lexicon->adverbs.count; i++)
        if (!strcmp(ph_lexicon_text(lexicon, lexicon->adverbs.items[i].word), token->lower))
            return &lexicon->adverbs.items[i];
    return NULL;
}

struct search {
    const struct ph_lexicon *lexicon;
    const char *text;
    size_t length;
    struct token tokens[TOKENS];
    bool is_adverb[TOKENS];
    size_t count;
    struct ph_opening *opening;
};

static void set_adverb(struct search *search, size_t token)
{
    const struct ph_adverb_word *adverb = adverb_at(search->lexicon, &search->tokens[token]);
    search->opening->adverb = adverb->adverb;
    search->opening->adverb_from = search->tokens[token].from;
    search->opening->adverb_to = search->tokens[token].to;
}

/* Whether token `i` is an adverb that belongs to the phrase before it, and not to what follows:
 * "Recalling further its resolution", but "Encourages further efforts". */
static bool is_adverb_behind(const struct search *search, size_t i)
{
    struct ph_match match;
    const struct ph_adverb_word *adverb =
        i < search->count ? adverb_at(search->lexicon, &search->tokens[i]) : NULL;
    return adverb && (!adverb->behind ||
                      ph_regex_find(ph_lexicon_regex(search->lexicon, adverb->behind), search->text,
                                    search->length, search->tokens[i].to, &match));
}

/* The words of the opening end with token `last`; an adverb behind them is theirs. */
static void end_opening(struct search *search, size_t last)
{
    struct ph_opening *opening = search->opening;
    if (opening->adverb == PH_NO_ADVERB && is_adverb_behind(search, last + 1))
        set_adverb(search, ++last);
    opening->from = search->tokens[0].from;
    opening->to = search->tokens[last].to;
}

/* How the token behind number `first` begins, and the one behind an adverb that it may be. */
struct seconds {
    uint16_t next, behind;
};

static struct seconds seconds_of(const struct search *search, size_t first)
{
    const size_t next = first + 1, behind = first + 2;
    const bool may_be_adverb = !first && next < search->count && search->is_adverb[next];
    struct seconds seconds = {
        ph_lexicon_letters(next < search->count ? search->tokens[next].lower : NULL), 0};
    if (may_be_adverb && behind < search->count)
        seconds.behind = ph_lexicon_letters(search->tokens[behind].lower);
    return seconds;
}

/* Whether token `t` is the first of these words. */
static bool is_word(const struct search *search, size_t t, const char *words)
{
    return t < search->count && !ph_phrase_compare_first(words, search->tokens[t].lower);
}

/* Whether the tokens from `first` on are the words of `phrase`, an adverb anywhere between them
 * left out of account. */
static bool matches(struct search *search, const struct ph_phrase *phrase, size_t first)
{
    const char *words = ph_lexicon_text(search->lexicon, phrase->words);
    size_t t = first + 1, adverb = 0; /* the first word is the same */
    for (const char *w = ph_phrase_behind(words); *w; w = ph_phrase_behind(w), t++) {
        if (!first && !adverb && t < search->count && search->is_adverb[t] &&
            !is_word(search, t, w))
            adverb = t++;
        if (!is_word(search, t, w))
            return false;
    }
    if (adverb)
        set_adverb(search, adverb);
    search->opening->part = phrase->part;
    search->opening->phrase = words;
    search->opening->known = true;
    end_opening(search, t - 1);
    return true;
}

/* The phrases that begin with this word, from `from` on. */
struct group {
    size_t from, to;
};

/* `words`: that one, or more behind it. */
static struct group group_of(const struct ph_lexicon *lexicon, const char *words)
{
    const struct ph_phrase *phrases = lexicon->phrases.items;
    size_t low = 0, high = lexicon->phrases.count;
    int order = 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const int there =
            ph_phrase_compare_first(ph_lexicon_text(lexicon, phrases[middle].words), words);
        if (there < 0) {
            low = middle + 1;
        } else {
            high = middle;
            order = there; /* in the end that of the first */
        }
    }
    struct group group = {low, low};
    while (!order && group.to < lexicon->phrases.count &&
           phrases[group.to].group == phrases[low].group)
        group.to++;
    return group;
}

static bool find_listed(struct search *search, enum ph_part part, size_t first)
{
    const struct ph_lexicon *lexicon = search->lexicon;
    const struct group group = group_of(lexicon, search->tokens[first].lower);
    const struct seconds seconds = seconds_of(search, first);
    for (size_t i = group.from; i < group.to; i++) {
        const struct ph_phrase *phrase = &lexicon->phrases.items[i];
        const bool may_match =
            !phrase->second || phrase->second == seconds.next || phrase->second == seconds.behind;
        if (may_match && (part == PH_NO_PART || part == phrase->part) &&
            matches(search, phrase, first))
            return true;
    }
    return false;
}

/* The words [from, to) with single blanks. */
static const char *keep_words(struct search *search, size_t from, size_t to)
{
    struct ph_buffer words = {0};
    for (size_t i = 0; i < search->count; i++) {
        const struct token *token = &search->tokens[i];
        if (token->from < from || token->to > to)
            continue;
        ph_buffer_put(&words, words.length ? " " : "");
        ph_buffer_add(&words, search->text + token->from, token->to - token->from);
    }
    char *capital = ph_utf8_capital(ph_buffer_text(&words));
    const char *kept = keep((struct ph_lexicon *)search->lexicon, capital);
    free(capital);
    ph_buffer_free(&words);
    return kept;
}

static bool find_form(struct search *search, enum ph_part part, size_t first)
{
    const struct ph_lexicon *lexicon = search->lexicon;
    struct ph_match match;
    for (size_t i = 0; i < lexicon->forms.count; i++) {
        const struct ph_part_pattern *form = &lexicon->forms.items[i];
        if ((part != PH_NO_PART && part != form->part) ||
            !ph_regex_find(ph_lexicon_regex(lexicon, form->pattern), search->text, search->length,
                           search->tokens[first].from, &match))
            continue;
        size_t last = first;
        while (last + 1 < search->count && search->tokens[last].to < match.to[0])
            last++;
        if (search->tokens[last].to != match.to[0])
            continue;
        search->opening->part = form->part;
        search->opening->phrase = keep_words(search, search->tokens[first].from, match.to[0]);
        end_opening(search, last);
        return true;
    }
    return false;
}

bool ph_lexicon_opening(const struct ph_lexicon *lexicon, const char *text, size_t length,
                        enum ph_part part, struct ph_opening *opening)
{
    struct search search = {.lexicon = lexicon, .text = text, .length = length, .opening = opening};
    *opening = (struct ph_opening){0};
    search.count = read_tokens(text, length, search.tokens);
    /* a small letter goes on with what stands before: it opens no paragraph */
    if (!search.count || !ph_utf8_is_upper(ph_utf8_at(text, length, search.tokens[0].from, NULL)))
        return false;
    for (size_t i = 0; i < search.count; i++)
        search.is_adverb[i] = adverb_at(lexicon, &search.tokens[i]);
    bool leads = search.count > 1 && search.is_adverb[0];
    if (leads)
        set_adverb(&search, 0);
    if (find_listed(&search, part, leads) || find_form(&search, part, leads))
        return true;
    *opening = (struct ph_opening){0};
    return false;
}

/* ---- setting the adverb ---- */

static const struct ph_phrase *phrase_of(const struct ph_lexicon *lexicon, const char *words)
{
    const struct group group = group_of(lexicon, words);
    const struct ph_phrase *phrases = lexicon->phrases.items;
    for (size_t i = group.from; i < group.to; i++)
        if (ph_lexicon_text(lexicon, phrases[i].words) == words) /* nearly all were found here */
            return &phrases[i];
    for (size_t i = group.from; i < group.to; i++)
        if (!strcmp(ph_lexicon_text(lexicon, phrases[i].words), words))
            return &phrases[i];
    return NULL;
}

bool ph_lexicon_has_addressee(const struct ph_lexicon *lexicon, const char *phrase)
{
    const struct ph_phrase *found = phrase ? phrase_of(lexicon, phrase) : NULL;
    return found && found->addressee;
}

/* Behind how many words of a phrase its adverb goes. */
static int place_of(const struct ph_lexicon *lexicon, enum ph_part part, const char *phrase)
{
    struct ph_match match;
    for (size_t i = 0; i < lexicon->places.count; i++) {
        const struct ph_part_pattern *place = &lexicon->places.items[i];
        if (place->part == part && ph_regex_find(ph_lexicon_regex(lexicon, place->pattern), phrase,
                                                 strlen(phrase), 0, &match))
            return place->place;
    }
    return part == PH_PREAMBLE ? PH_PLACE_LAST : 0;
}

static const char *adverb_word(const struct ph_lexicon *lexicon, enum ph_adverb adverb)
{
    for (size_t i = 0; i < lexicon->adverbs.count; i++)
        if (lexicon->adverbs.items[i].adverb == adverb)
            return ph_lexicon_text(lexicon, lexicon->adverbs.items[i].word);
    return NULL;
}

static void put_word(struct ph_buffer *out, const char *word, size_t length, bool capital)
{
    char *copy = ph_copy_n(word, length);
    char *shown = capital ? ph_utf8_capital(copy) : ph_utf8_small(copy);
    ph_buffer_put(out, shown);
    free(shown);
    free(copy);
}

/* The words of the phrase with `adverb` behind the first `place` of them. */
static void put_phrase(struct ph_buffer *out, const char *text, const struct ph_opening *opening,
                       const char *adverb, int place)
{
    struct token tokens[TOKENS];
    size_t count = read_tokens(text + opening->from, opening->to - opening->from, tokens);
    size_t from = out->length;
    int words = 0;
    for (size_t i = 0; i < count; i++) {
        const char *word = text + opening->from + tokens[i].from;
        size_t at = opening->from + tokens[i].from;
        bool is_old_adverb = opening->adverb != PH_NO_ADVERB && at == opening->adverb_from;
        if (is_old_adverb)
            continue;
        if (adverb && words == place) {
            ph_buffer_put(out, words ? " " : "");
            put_word(out, adverb, strlen(adverb), !words);
        }
        ph_buffer_put(out, out->length > from ? " " : "");
        put_word(out, word, tokens[i].to - tokens[i].from, out->length == from);
        words++;
    }
    if (adverb && place >= words)
        ph_buffer_printf(out, " %s", adverb);
}

char *ph_lexicon_set_adverb(const struct ph_lexicon *lexicon, const char *text, size_t length,
                            const struct ph_opening *opening, enum ph_adverb adverb)
{
    struct ph_buffer out = {0};
    if (opening->part == PH_NO_PART || opening->to > length)
        return ph_copy_n(text, length);
    int place = place_of(lexicon, opening->part, opening->phrase);
    ph_buffer_add(&out, text, opening->from);
    put_phrase(&out, text, opening, adverb_word(lexicon, adverb), place);
    ph_buffer_add(&out, text + opening->to, length - opening->to);
    return ph_buffer_take(&out);
}
