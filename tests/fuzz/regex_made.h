/* A pattern and texts made of choices, by the grammar of patterns: bytes that are changed at random
 * seldom make a pattern, and hardly ever one that says much. */
#ifndef PH_FUZZ_REGEX_MADE_H
#define PH_FUZZ_REGEX_MADE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Each byte is one choice; behind the last the first is chosen for ever. */
struct choices {
    const uint8_t *at, *end;
};

static inline unsigned choose(struct choices *choices, unsigned count)
{
    return choices->at < choices->end ? *choices->at++ % count : 0;
}

/* Ends in NUL; what has no more room is left out. */
struct made {
    char words[1000];
    size_t length;
};

static inline void put_piece(struct made *made, const char *piece)
{
    const size_t length = strlen(piece);
    if (made->length + length >= sizeof made->words)
        return;
    memcpy(made->words + made->length, piece, length + 1);
    made->length += length;
}

#define PUT_ONE_OF(made, choices, pieces)                                                          \
    put_piece(made, (pieces)[choose(choices, sizeof(pieces) / sizeof *(pieces))])

static inline void make_character(struct choices *choices, struct made *pattern)
{
    static const char *const pieces[] = {
        "a",     "b",       "A",         "B",     "k",   "s",        "K",   "1",   "2",
        " ",     "-",       ",",         "é",     "É",   "“",        "ſ",   "the", "\\.",
        "\\-",   "\\ ",     "\\é",       "\\“",   "\\ſ", "/",        "#",   "\\#", "\u00A0",
        "=",     "!",       "<",         "]",     "}",   "{",        "_",   "\n",  "\\n",
        "\\x41", "\\x{e9}", "\\x{2028}", "\\101", "\\t", "\\o{141}", "\\\\"};
    PUT_ONE_OF(pattern, choices, pieces);
}

static inline void make_class(struct choices *choices, struct made *pattern)
{
    static const char *const pieces[] = {
        ".",           "\\d",          "\\D",          "\\s",
        "\\S",         "\\w",          "\\W",          "\\h",
        "\\H",         "\\N",          "\\R",          "\\X",
        "\\v",         "\\V",          "\\p{Lu}",      "\\p{Ll}",
        "\\p{L}",      "\\P{L}",       "\\pL",         "\\PL",
        "\\p{^Lu}",    "\\p{L&}",      "\\p{Zs}",      "\\p{Latin}",
        "[ab]",        "[^a]",         "[a-c]",        "[A-Z]",
        "[0-9]",       "[Aa]",         "[12]",         "[1a]",
        "[kK]",        "[K]",          "[\\p{L}-]",    "[^\\p{L}]",
        "[^\\P{L}]",   "[\\p{Lu}é]",   "[\\PLa]",      "[^\\p{L}\\p{N}]",
        "[a\\]b]",     "[]a]",         "[^]a]",        "[\\]]",
        "[a^]",        "[a-]",         "[-a]",         "[a\\-c]",
        "[\\x41]",     "[\\b]",        "[\\d-]",       "[\\w-]",
        "[^\\w]",      "[^\\W]",       "[\\s,]",       "[^\\s]",
        "[ -]",        "[^ ]",         "[\\n]",        "[ \u00A0]",
        "[é]",         "[éa]",         "[É-Ö]",        "[\\éa]",
        "[\\é-\\í]",   "[“”]",         "[a\\“]",       "[\\x{2010}-\\x{2015}-]",
        "[[:alpha:]]", "[[:^alpha:]]", "[[:space:]a]", "[[:]",
        "[!-~]",       "[^A-Z]",       "[^a-z]",       "[\\x00-\\x7f]"};
    PUT_ONE_OF(pattern, choices, pieces);
}

static inline void make_place(struct choices *choices, struct made *pattern)
{
    static const char *const pieces[] = {"\\b",
                                         "\\B",
                                         "^",
                                         "$",
                                         "\\A",
                                         "\\z",
                                         "\\Z",
                                         "\\K",
                                         "\\G",
                                         "()",
                                         "(?:)",
                                         "(?i)",
                                         "(?-i)",
                                         "(?s)",
                                         "(?m)",
                                         "(?x)",
                                         "(?#c)",
                                         "(*COMMIT)",
                                         "(?<=a)",
                                         "(?<!a)",
                                         "(?<= )",
                                         "(?<! )",
                                         "(?<=a|b )",
                                         "(?<=\\s)",
                                         "(?<=\\\\s)",
                                         "(?<=, )",
                                         "(?<=^)",
                                         "(?<=^| )",
                                         "(?<=\\p{Ll} )",
                                         "(?<=[|] )",
                                         "(?<=# )",
                                         "(?<=\\| )",
                                         "(?<=a\\ )",
                                         "(?<=a| | )",
                                         "(?<=(?:a|b))",
                                         "(?<!\\w)",
                                         "(?<!\\pL)",
                                         "(?<![A-Za-z])",
                                         "(?<![\\p{L}])",
                                         "(?<![\\p{L}-])",
                                         "(?<![\\p{L}]|a)",
                                         "(?<![\\p{L}] )",
                                         "(?<![^\\W])",
                                         "(?<![^ ])",
                                         "(?<=\\K )"};
    PUT_ONE_OF(pattern, choices, pieces);
}

static inline void make_alternatives(struct choices *choices, struct made *pattern, int depth);

static inline void make_group(struct choices *choices, struct made *pattern, int depth)
{
    static const char *const pieces[] = {
        "(?:", "(",   "(?|",  "(?>",  "(?<n>", "(?'q'", "(?P<p>", "(?i:", "(?s:",  "(?x:",
        "(?=", "(?!", "(?<=", "(?<!", "(?-i:", "(?(1)", "(?(?=",  "(?m:", "(?is:", "(?^:"};
    PUT_ONE_OF(pattern, choices, pieces);
    make_alternatives(choices, pattern, depth);
    put_piece(pattern, ")");
}

static inline void make_reference(struct choices *choices, struct made *pattern)
{
    static const char *const pieces[] = {"\\1",    "\\2",       "\\k<n>", "\\g{-1}", "\\g1",
                                         "\\10",   "(?1)",      "(?R)",   "(?&n)",   "(?P=n)",
                                         "(?P>p)", "\\Qa.b\\E", "\\cA",   "\\g<1>"};
    PUT_ONE_OF(pattern, choices, pieces);
}

static inline void make_times(struct choices *choices, struct made *pattern)
{
    static const char *const pieces[] = {
        "?",  "*",  "+",  "{2}", "{1,2}", "{0,2}", "{2,}",   "{,2}",   "{0}", "{0,}", "??",
        "*?", "+?", "?+", "*+",  "++",    "{1}",   "{1,3}+", "{ 1,2}", "{1",  "{a}",  "{}"};
    PUT_ONE_OF(pattern, choices, pieces);
}

static inline void make_item(struct choices *choices, struct made *pattern, int depth)
{
    const unsigned kind = choose(choices, depth ? 22 : 15);
    if (kind < 7)
        make_character(choices, pattern);
    else if (kind < 11)
        make_class(choices, pattern);
    else if (kind < 14)
        make_place(choices, pattern);
    else if (kind == 14)
        make_reference(choices, pattern);
    else
        make_group(choices, pattern, depth - 1);
    if (choose(choices, 4) == 3)
        make_times(choices, pattern);
}

static inline void make_alternatives(struct choices *choices, struct made *pattern, int depth)
{
    do {
        for (unsigned left = choose(choices, 4); left; left--)
            make_item(choices, pattern, depth);
    } while (choose(choices, 4) == 3 && (put_piece(pattern, "|"), true));
}

static inline void make_pattern(struct choices *choices, struct made *pattern)
{
    *pattern = (struct made){.length = 0};
    make_alternatives(choices, pattern, (int)choose(choices, 4));
}

static inline void make_text(struct choices *choices, struct made *text)
{
    static const char *const pieces[] = {
        "a",  "b",  "A",   "B",  "k",       "s",      "K",      "S",      "1",  "2",
        " ",  " ",  "-",   ",",  "é",       "É",      "á",      "“",      "ſ",  "\u212A",
        "ab", "Ab", "the", "a ", "e\u0301", "\u0130", "\u01C5", "ß",      "ﬁ",  ".",
        "/",  "'",  "\t",  "\n", "\r\n",    "\u00A0", "\u2028", "\u2009", "\\", "|",
        "(",  ")",  "[",   "]",  "}",       "#",      "=",      "_",      "+",  "?",
        "$",  "^",  "<",   ">",  "\x01",    "\x7f"};
    *text = (struct made){.length = 0};
    for (unsigned left = choose(choices, 10); left; left--)
        PUT_ONE_OF(text, choices, pieces);
}

#endif
