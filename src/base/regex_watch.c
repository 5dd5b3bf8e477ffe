#include "base/regex_watch.h"

static struct {
    struct ph_watch by;
    size_t at;                  /* where the search came to last */
    size_t steps, steps_in_all; /* since somebody was asked; of this search, until then */
} now;

void ph_watch_by(const struct ph_watch *watch)
{
    now.by = watch ? *watch : (struct ph_watch){.data = NULL};
}

void ph_watch_start(size_t at)
{
    now.at = at;
    now.steps_in_all = 0;
}

static bool goes_on(size_t steps)
{
    enum { ALONE = 10000000 };
    now.steps_in_all += steps;
    return now.by.goes_on ? now.by.goes_on(now.by.data, steps) : now.steps_in_all < ALONE;
}

bool ph_watch_step(size_t at, size_t groups)
{
    enum { BYTES_A_STEP = 16, GROUPS_A_STEP = 8, NOW_AND_THEN = 64 };
    size_t far = at > now.at ? at - now.at : now.at - at;
    size_t steps = now.steps + 1 + far / BYTES_A_STEP + groups / GROUPS_A_STEP;
    now.at = at;
    now.steps = steps < NOW_AND_THEN ? steps : 0;
    return steps < NOW_AND_THEN || goes_on(steps);
}
