#include "un/symbol.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "un/date.h"

/* A symbol is read into pieces, the components between its slashes; what it means is then told
 * from their order (UN-FORMAT section B). */

enum { PIECES = 16, ORGAN_LETTERS = 8, PIECE_BYTES = 24 };

enum piece_kind { WORD, DIGITS, BRACKET, LETTER, UNKNOWN };

struct piece {
    enum piece_kind kind;
    size_t from, to; /* brackets and their blank before them are not in it */
    bool joined;     /* starts the second of two joint symbols */
};

struct scan {
    const char *text;
    size_t length;
    struct piece pieces[PIECES];
    size_t count;
    size_t end; /* behind the last piece, without asterisks */
    size_t stars;
    char slash; /* '/' or, in names of files, '_' */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_word_byte(char c)
{
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0xC3;
}

static char at(const struct scan *scan, size_t i)
{
    return i < scan->length ? scan->text[i] : '\0';
}

static bool starts(const struct scan *scan, size_t i, const char *word)
{
    size_t n = strlen(word);
    return i <= scan->length && scan->length - i >= n && !memcmp(scan->text + i, word, n);
}

/* How many bytes of a dash that joins two symbols stand at `i`, the second symbol behind it. */
static size_t joint_dash(const struct scan *scan, size_t i)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x91", "\xE2\x80\x90"};
    for (size_t k = 0; k < sizeof dashes / sizeof *dashes; k++) {
        size_t n = strlen(dashes[k]);
        if (starts(scan, i, dashes[k]) && is_upper(at(scan, i + n)) &&
            at(scan, i + n + 1) == scan->slash)
            return n;
    }
    return 0;
}

/* What stands for a running number that nobody knows: "[…]" or "[...]". */
static size_t unknown_number(const struct scan *scan, size_t i)
{
    static const char *const kinds[] = {"[\xE2\x80\xA6]", "[...]"};
    for (size_t k = 0; k < 2; k++) {
        if (starts(scan, i, kinds[k]))
            return strlen(kinds[k]);
    }
    return 0;
}

static void add_piece(struct scan *scan, enum piece_kind kind, size_t from, size_t to)
{
    scan->pieces[scan->count++] = (struct piece){.kind = kind, .from = from, .to = to};
    scan->end = to;
}

/* "(2001)", "(XXI)", "(S-VI)", "(Part I)", "(Sect. 24)" behind a component. */
static void read_bracket(struct scan *scan)
{
    size_t open = scan->end + (at(scan, scan->end) == ' ');
    if (scan->count == PIECES || at(scan, open) != '(')
        return;
    size_t i = open + 1;
    bool named = starts(scan, i, "Part ") || starts(scan, i, "Sect. ");
    while (i - open < PIECE_BYTES &&
           (is_digit(at(scan, i)) || (at(scan, i) && memchr("IVXLES-", at(scan, i), 7)) ||
            (named && at(scan, i) && memchr("Part Sec.", at(scan, i), 9))))
        i++;
    if (i == open + 1 || at(scan, i) != ')')
        return;
    add_piece(scan, BRACKET, open + 1, i);
    scan->end = i + 1;
}

/* The letter of "A/RES/69/96 A", "A/RES/51/193 A-C" and "A_RES_69_96_A". A word behind a blank
 * makes it the article of a sentence, unless it is one that may follow a number. */
static void read_letter(struct scan *scan)
{
    char gap = at(scan, scan->end);
    size_t from = scan->end + (gap == ' ' || gap == scan->slash), to = from + 1;
    if (scan->count == PIECES || !is_upper(at(scan, from)))
        return;
    if (at(scan, to) == '-' && is_upper(at(scan, to + 1)) && !is_word_byte(at(scan, to + 2)))
        to += 2;
    bool word = at(scan, to) == ' ' && at(scan, to + 1) >= 'a' && at(scan, to + 1) <= 'z';
    bool follows = word && (starts(scan, to, " of ") || starts(scan, to, " and "));
    if (is_word_byte(at(scan, to)) || at(scan, to) == '/' || (gap == ' ' && word && !follows))
        return;
    add_piece(scan, LETTER, from, to);
}

static bool piece_is(const struct scan *scan, size_t i, const char *word)
{
    size_t n = strlen(word);
    return i < scan->count && scan->pieces[i].to - scan->pieces[i].from == n &&
           !memcmp(scan->text + scan->pieces[i].from, word, n);
}

static bool is_resolution(const struct scan *scan)
{
    return piece_is(scan, 0, "A") && piece_is(scan, 1, "RES");
}

/* One component: letters, digits, stops and hyphens ("L.103", "S-30", "328", "CONF.216"). */
static bool read_component(struct scan *scan, size_t from)
{
    size_t i = from, unknown;
    bool digits = true;
    for (; i - from <= PIECE_BYTES; i++) {
        char c = at(scan, i);
        bool inner = c == '.'   ? is_word_byte(at(scan, i + 1)) || unknown_number(scan, i + 1)
                     : c == '-' ? is_word_byte(at(scan, i + 1)) && !joint_dash(scan, i)
                                : is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z');
        bool letter = digits && i > from && is_upper(c) && is_resolution(scan);
        if (!inner || (letter && !is_word_byte(at(scan, i + 1)))) /* "96A": read_letter's */
            break;
        digits = digits && is_digit(c);
    }
    unknown = unknown_number(scan, i);
    if (i - from > PIECE_BYTES || i + unknown == from)
        return false;
    add_piece(scan, unknown ? UNKNOWN : digits ? DIGITS : WORD, from, i + unknown);
    return true;
}

static bool piece_starts(const struct scan *scan, size_t i, const char *word)
{
    size_t n = strlen(word);
    return i < scan->count && scan->pieces[i].to - scan->pieces[i].from > n &&
           !memcmp(scan->text + scan->pieces[i].from, word, n);
}

/* The digits at the end of a piece ("L.103": 103); 0 when there are none, or too many. */
static int piece_number(const struct scan *scan, size_t i)
{
    if (i >= scan->count)
        return 0;
    size_t from = scan->pieces[i].to;
    while (from > scan->pieces[i].from && is_digit(scan->text[from - 1]))
        from--;
    int n = 0;
    for (size_t k = from; k < scan->pieces[i].to; k++)
        n = k - from < 8 ? n * 10 + scan->text[k] - '0' : 0;
    return n;
}

static bool is_number(const struct scan *scan, size_t i, size_t least, size_t most)
{
    if (i >= scan->count || scan->pieces[i].kind != DIGITS)
        return false;
    size_t n = scan->pieces[i].to - scan->pieces[i].from;
    return n >= least && n <= most;
}

/* Reads the organ: capitals, at least one, and the brackets of "GC(67)". */
static bool read_organ(struct scan *scan)
{
    size_t i = 0;
    while (i <= ORGAN_LETTERS && is_upper(at(scan, i)))
        i++;
    if (i == 0 || i > ORGAN_LETTERS)
        return false;
    add_piece(scan, WORD, 0, i);
    if (at(scan, i) == '(')
        read_bracket(scan);
    scan->slash = at(scan, scan->end);
    return scan->slash == '/' || scan->slash == '_';
}

static bool is_organ_piece(const struct scan *scan, size_t i)
{
    return piece_is(scan, i, "A") || piece_is(scan, i, "S") || piece_is(scan, i, "E");
}

/* Splits what stands at the start of `text`; false when that is no symbol. */
static bool split(const char *text, size_t length, struct scan *scan)
{
    *scan = (struct scan){.text = text, .length = length};
    if (!read_organ(scan))
        return false;
    bool numbered = scan->count > 1, joined = false;
    while (scan->count < PIECES) {
        size_t dash = joint_dash(scan, scan->end);
        if (!dash && at(scan, scan->end) != scan->slash)
            break;
        size_t i = scan->count, before = scan->end;
        if ((dash && joined) || !read_component(scan, scan->end + (dash ? dash : 1))) {
            scan->end = before;
            break;
        }
        /* a slash joins two symbols as well: "A/73/328/S/2018/592" */
        bool second = !joined && (dash || (i > 1 && numbered && is_organ_piece(scan, i)));
        scan->pieces[i].joined = second;
        joined = joined || second;
        numbered = numbered || piece_number(scan, i) || scan->pieces[i].kind == UNKNOWN;
        if (scan->pieces[i].kind == DIGITS && is_resolution(scan))
            read_letter(scan);
        if (scan->pieces[i].kind == DIGITS || is_resolution(scan))
            read_bracket(scan);
    }
    while (at(scan, scan->end + scan->stars) == '*')
        scan->stars++;
    return numbered && !is_word_byte(at(scan, scan->end));
}

static bool is_suffix(const struct scan *scan, size_t i)
{
    return piece_starts(scan, i, "Add.") || piece_starts(scan, i, "Rev.") ||
           piece_starts(scan, i, "Corr.") || piece_starts(scan, i, "Amend.");
}

/* The first piece of the second symbol, or the count. */
static size_t first_end(const struct scan *scan)
{
    size_t i = 1;
    while (i < scan->count && !scan->pieces[i].joined)
        i++;
    return i;
}

/* Where the session stands in a symbol of the General Assembly: behind the organ, or behind the
 * body or the kind of paper that comes between; 0 when there is none. */
static size_t session_piece(const struct scan *scan)
{
    if (!piece_is(scan, 0, "A"))
        return 0;
    bool between = piece_starts(scan, 1, "C.") || piece_is(scan, 1, "RES") ||
                   piece_is(scan, 1, "BUR") || piece_is(scan, 1, "INF") || piece_is(scan, 1, "DEC");
    size_t i = between ? 2 : 1;
    bool followed = i + 1 < first_end(scan) && !is_suffix(scan, i + 1) &&
                    scan->pieces[i + 1].kind != LETTER && scan->pieces[i + 1].kind != BRACKET;
    if (!followed)
        return 0;
    bool special = piece_starts(scan, i, "S-") || piece_starts(scan, i, "ES-");
    return special || is_number(scan, i, 1, 3) ? i : 0;
}

static bool is_year(const struct scan *scan, size_t i)
{
    bool plain = is_number(scan, i, 4, 4);
    bool bracket = i < scan->count && scan->pieces[i].kind == BRACKET &&
                   scan->pieces[i].to - scan->pieces[i].from == 4;
    int n = plain || bracket ? piece_number(scan, i) : 0;
    /* behind a year stands the running number; in brackets the year comes last */
    return n >= 1946 && n <= 2099 && (bracket || (i > 0 && i + 1 < scan->count));
}

static int roman_value(const char *text, size_t length)
{
    int total = 0, before = 0;
    for (size_t i = length; i > 0; i--) {
        char c = text[i - 1];
        int value = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : 0;
        total += value < before ? -value : value;
        before = value ? value : before;
    }
    return total;
}

static void describe_pieces(const struct scan *scan, struct ph_symbol *symbol)
{
    size_t end = first_end(scan), session = session_piece(scan);
    for (size_t i = 1; i < scan->count; i++) {
        const struct piece *piece = &scan->pieces[i];
        const char *text = scan->text + piece->from;
        if (is_year(scan, i))
            symbol->year = piece_number(scan, i);
        else if (i < end && i != session && !is_suffix(scan, i) && piece->kind != BRACKET &&
                 !piece_starts(scan, i, "C."))
            symbol->number = piece_number(scan, i) ? piece_number(scan, i) : symbol->number;
        if (piece->kind == LETTER)
            symbol->letter = *text;
        bool roman = piece->kind == BRACKET && memchr("IVXLES", *text, 6) && is_resolution(scan);
        if (roman && (*text == 'S' || *text == 'E'))
            symbol->special = true;
        else if (roman)
            symbol->session = roman_value(text, piece->to - piece->from);
        symbol->joint = symbol->joint || piece->joined;
    }
    symbol->reissued = scan->stars > 0;
    if (session && scan->pieces[session].kind == DIGITS)
        symbol->session = piece_number(scan, session);
    else if (session)
        symbol->special = true;
    if (piece_is(scan, 0, "A") && piece_starts(scan, 1, "C."))
        symbol->committee = piece_number(scan, 1);
}

static enum ph_symbol_kind kind_of(const struct scan *scan)
{
    size_t session = session_piece(scan), end = first_end(scan);
    if (is_resolution(scan))
        return PH_SYMBOL_RESOLUTION;
    if (piece_is(scan, 0, "S") && piece_is(scan, 1, "RES"))
        return PH_SYMBOL_SC_RESOLUTION;
    if (session && piece_starts(scan, session + 1, "L."))
        return PH_SYMBOL_DRAFT;
    bool plain = is_organ_piece(scan, 0) && end > 1 && scan->pieces[1].kind == DIGITS;
    if (session == 1 || plain)
        return session == 1 && scan->pieces[2].kind == WORD ? PH_SYMBOL_OTHER : PH_SYMBOL_DOCUMENT;
    return PH_SYMBOL_OTHER;
}

bool ph_symbol_parse(const char *text, size_t length, struct ph_symbol *symbol, size_t *end)
{
    struct scan scan;
    if (!split(text, length, &scan))
        return false;
    *symbol = (struct ph_symbol){.kind = kind_of(&scan)};
    describe_pieces(&scan, symbol);
    if (end)
        *end = scan.end + scan.stars;
    return true;
}

bool ph_symbol_find(const char *text, size_t length, size_t from, struct ph_symbol *symbol,
                    size_t *start, size_t *end)
{
    for (size_t i = from; i < length; i++) {
        if (!is_upper(text[i]) ||
            (i > 0 && (is_word_byte(text[i - 1]) || memchr("/-._", text[i - 1], 4))))
            continue;
        if (ph_symbol_parse(text + i, length - i, symbol, end)) {
            *start = i;
            *end += i;
            return true;
        }
    }
    return false;
}

static void put_piece(const struct scan *scan, size_t i, struct ph_buffer *out)
{
    const struct piece *piece = &scan->pieces[i];
    bool close = piece->kind == BRACKET;
    bool apart = piece->kind == LETTER || (close && i > 1);
    ph_buffer_put(out, !i ? "" : apart ? " " : close ? "" : piece->joined ? "\xE2\x80\x93" : "/");
    ph_buffer_put(out, close ? "(" : "");
    ph_buffer_add(out, scan->text + piece->from, piece->to - piece->from);
    ph_buffer_put(out, close ? ")" : "");
}

char *ph_symbol_printed(const char *text, size_t length)
{
    struct scan scan;
    struct ph_buffer out = {0};
    if (!split(text, length, &scan))
        return ph_copy_n(text, length);
    for (size_t i = 0; i < scan.count; i++)
        put_piece(&scan, i, &out);
    return ph_buffer_take(&out);
}

/* Whether the symbol belongs to that session: by the session in it, or by a year in which the
 * session sits. */
static bool follows(const struct scan *scan, int session)
{
    size_t at_session = session_piece(scan);
    if (at_session)
        return is_number(scan, at_session, 1, 3) && piece_number(scan, at_session) == session;
    for (size_t i = 1; i < scan->count; i++)
        if (is_year(scan, i) && (piece_number(scan, i) == ph_session_year(session) ||
                                 piece_number(scan, i) == ph_session_year(session) + 1))
            return true;
    return false;
}

/* Piece `i` with the digits at its end replaced. */
static void put_renumbered(struct scan *scan, size_t i, const char *words, struct ph_buffer *out)
{
    struct piece *piece = &scan->pieces[i];
    while (piece->to > piece->from && is_digit(scan->text[piece->to - 1]))
        piece->to--;
    put_piece(scan, i, out);
    ph_buffer_put(out, words);
}

char *ph_symbol_moved(const char *text, size_t length, int from_session, int to_session,
                      const char *unknown)
{
    struct scan scan;
    struct ph_buffer out = {0};
    if (!split(text, length, &scan) || !follows(&scan, from_session))
        return NULL;
    size_t session = session_piece(&scan);
    for (size_t i = 0; i < scan.count; i++) {
        char moved[16];
        int number = piece_number(&scan, i);
        snprintf(moved, sizeof moved, "%d", number + to_session - from_session);
        if ((i && i == session) || is_year(&scan, i))
            put_renumbered(&scan, i, moved, &out);
        else if (number && (scan.pieces[i].kind == DIGITS || piece_starts(&scan, i, "L.")))
            put_renumbered(&scan, i, unknown, &out);
        else
            put_piece(&scan, i, &out);
    }
    return ph_buffer_take(&out);
}

const char *ph_symbol_short(const char *symbol, char *out, size_t size)
{
    struct scan scan;
    struct ph_buffer text = {0};
    snprintf(out, size, "%s", "");
    if (!split(symbol, strlen(symbol), &scan) || scan.count < 3 || !piece_is(&scan, 1, "RES"))
        return out;
    bool security = piece_is(&scan, 0, "S");
    if (!is_resolution(&scan) && !security)
        return out;
    for (size_t i = 2; i < scan.count; i++)
        put_piece(&scan, i, &text);
    snprintf(out, size, "%s", ph_buffer_text(&text) + 1); /* without the slash before it */
    ph_buffer_free(&text);
    return out;
}

const char *ph_symbol_file(const char *symbol, char *out, size_t size)
{
    size_t n = 0;
    if (!size)
        return out;
    for (const char *c = symbol; *c && n + 1 < size; c++) {
        bool kept =
            is_digit(*c) || is_upper(*c) || (*c >= 'a' && *c <= 'z') || *c == '.' || *c == '-';
        if (kept)
            out[n++] = *c;
        else if (n && out[n - 1] != '_')
            out[n++] = '_';
    }
    while (n && (out[n - 1] == '_' || out[n - 1] == '.'))
        n--;
    out[n] = '\0';
    return out;
}
