#include "check/edit.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* Symbols, and what is joined by hyphens, are one word. */
static bool is_letter(unsigned char c)
{
    return isalnum(c) || c >= 0x80 || c == '/' || c == '-';
}

/* How much of the beginning of both is the same, in whole words. */
static size_t same_beginning(const char *one, size_t length, const char *other, size_t other_length)
{
    size_t same = 0;
    while (same < length && same < other_length && one[same] == other[same])
        same++;
    while (same && is_letter((unsigned char)one[same - 1]) &&
           ((same < length && is_letter((unsigned char)one[same])) ||
            (same < other_length && is_letter((unsigned char)other[same]))))
        same--;
    return same;
}

/* The same of the end. */
static size_t same_end(const char *one, size_t length, const char *other, size_t other_length)
{
    const char *end = one + length, *other_end = other + other_length;
    size_t same = 0;
    while (same < length && same < other_length &&
           end[-1 - (long)same] == other_end[-1 - (long)same])
        same++;
    while (same && is_letter((unsigned char)end[-(long)same]) &&
           ((same < length && is_letter((unsigned char)end[-1 - (long)same])) ||
            (same < other_length && is_letter((unsigned char)other_end[-1 - (long)same]))))
        same--;
    return same;
}

struct ph_edit ph_edit_of(const struct ph_finding *finding)
{
    const char *old = finding->node->text.bytes + finding->from, *new = finding->fix;
    const size_t old_length = finding->to - finding->from, new_length = strlen(new);
    const size_t begin = same_beginning(old, old_length, new, new_length);
    const size_t end = same_end(old + begin, old_length - begin, new + begin, new_length - begin);
    return (struct ph_edit){finding->from + begin, finding->to - end, new + begin,
                            new_length - begin - end};
}
