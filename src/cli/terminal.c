#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/run.h"

enum { NARROWEST = 40, USUAL = 80 };

int ph_terminal_width(int fd)
{
    struct winsize size;
    if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL;
    return size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
}

bool ph_terminal_colour(const struct ph_call *call, int fd)
{
    const char *wanted = ph_call_value(call, PH_OPTION_COLOR);
    if (wanted && strcmp(wanted, "auto") != 0)
        return strcmp(wanted, "always") == 0;
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(no && *no) && !(terminal && strcmp(terminal, "dumb") == 0) && isatty(fd);
}

void ph_complain(const char *message)
{
    fprintf(stderr, "penholder: %s\n", message);
}

void ph_remarks(const struct ph_call *call, const struct ph_buffer *lines)
{
    if (ph_call_has(call, PH_OPTION_QUIET))
        return;
    const char *line = ph_buffer_text(lines);
    while (*line) {
        int length = (int)strcspn(line, "\n");
        fprintf(stderr, "penholder: %.*s\n", length, line);
        line += length + (line[length] == '\n');
    }
}
