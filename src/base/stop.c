#include "base/stop.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t asked; /* the signal; 0: none came */

static void remember(int number)
{
    asked = number;
}

static void listen_to(int number)
{
    struct sigaction action = {.sa_flags = (int)SA_RESETHAND}, before;
    action.sa_handler = remember;
    sigemptyset(&action.sa_mask);
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        (void)sigaction(number, &action, NULL);
}

void ph_stop_listen(void)
{
    listen_to(SIGINT);
    listen_to(SIGTERM);
}

bool ph_stop_asked(void)
{
    return asked != 0;
}

void ph_stop_obey(void)
{
    if (!asked)
        return;
    signal(asked, SIG_DFL);
    raise(asked);
}
