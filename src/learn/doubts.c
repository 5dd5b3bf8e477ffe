#include "learn/doubts.h"

/* A session opens in September of one year and is closed in that month of the next. */
static void doubt_date(struct ph_pattern *pattern, const struct ph_member *member)
{
    int opens = ph_session_year(member->session);
    char date[32];
    if (!member->root || !ph_date_valid(member->adopted) || member->adopted.year == opens ||
        member->adopted.year == opens + 1)
        return;
    ph_buffer_printf(&pattern->remarks,
                     "%s: adopted on %s, but session %d was in %d and %d: its session counts\n",
                     member->known_from,
                     ph_date_text(pattern->lexicon, member->adopted, date, sizeof date),
                     member->session, opens, opens + 1);
}

static int step(const struct ph_pattern *pattern, size_t member)
{
    return pattern->members[member].session - pattern->members[member - 1].session;
}

/* The distance that more than half of the members keep from the one before; 0: there is none.
 * (Boyer and Moore: the only one that can be is the one that the others do not cancel.) */
static int usual_step(const struct ph_pattern *pattern)
{
    int usual = 0;
    size_t left = 0, times = 0;
    for (size_t m = 1; m < pattern->member_count; m++) {
        if (left == 0)
            usual = step(pattern, m);
        left = step(pattern, m) == usual ? left + 1 : left - 1;
    }
    for (size_t m = 1; m < pattern->member_count; m++)
        times += step(pattern, m) == usual;
    return times * 2 > pattern->member_count - 1 ? usual : 0;
}

static void doubt_gap(struct ph_pattern *pattern, int first, int last, int usual)
{
    if (first == last)
        ph_buffer_printf(&pattern->remarks, "session %d", first);
    else
        ph_buffer_printf(&pattern->remarks, "sessions %d to %d", first, last);
    ph_buffer_printf(&pattern->remarks,
                     ": no resolution is here and none is cited, although most members are %d "
                     "session%s apart\n",
                     usual, usual == 1 ? "" : "s");
}

void ph_series_doubts(struct ph_pattern *pattern)
{
    int usual = usual_step(pattern);
    for (size_t m = 0; m < pattern->member_count; m++)
        doubt_date(pattern, &pattern->members[m]);
    for (size_t m = 1; m < pattern->member_count && usual > 0; m++)
        if (step(pattern, m) > usual && step(pattern, m) % usual == 0)
            doubt_gap(pattern, pattern->members[m - 1].session + usual,
                      pattern->members[m].session - usual, usual);
}
