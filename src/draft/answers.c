#include "draft/answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/utf8.h"

static void free_answer(struct ph_answer *answer)
{
    free(answer->name);
    free(answer->value);
    free(answer->where);
}

void ph_answers_free(struct ph_answers *answers)
{
    for (size_t i = 0; i < answers->count; i++)
        free_answer(&answers->items[i]);
    free(answers->items);
    ph_asked_free(answers->asked);
    *answers = (struct ph_answers){0};
}

void ph_answers_forget(struct ph_answers *answers)
{
    for (size_t i = 0; i < answers->count; i++)
        answers->items[i].placed = false;
}

struct ph_answer *ph_answers_find(const struct ph_answers *answers, const char *name)
{
    for (size_t i = 0; i < answers->count; i++)
        if (!strcmp(answers->items[i].name, name))
            return &answers->items[i];
    return NULL;
}

enum ph_status ph_answer_status(const struct ph_answer *answer)
{
    return answer->line ? PH_FORMAT : PH_USAGE;
}

/* ---- a name ---- */

/* The length of the name without the number of its place; ".1" and the like are no numbers. */
static size_t plain_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    size_t digits = dot ? strspn(dot + 1, "0123456789") : 0;
    bool number =
        digits > 0 && digits < 5 && !dot[1 + digits] && dot[1] != '0' && atoi(dot + 1) > 1;
    return number ? (size_t)(dot - name) : strlen(name);
}

static enum ph_status refuse_name(const struct ph_answers *answers, const struct ph_answer *answer,
                                  const char *plain, struct ph_error *error)
{
    const struct ph_asked_list *asked = answers->asked;
    const char **names = ph_alloc_zero(asked->count + 1, sizeof *names);
    for (size_t i = 0; i < asked->count; i++)
        names[i] = asked->items[i].name;
    const char *near = ph_nearest(plain, names, asked->count);
    ph_fail(error, ph_answer_status(answer), "%s: there is no fact '%s'%s%s%s", answer->where,
            answer->name, near ? "; is " : "", near ? near : "", near ? " meant?" : "");
    free(names);
    return ph_answer_status(answer);
}

static enum ph_status find_asked(const struct ph_answers *answers, struct ph_answer *answer,
                                 struct ph_error *error)
{
    char *plain = ph_copy_n(answer->name, plain_length(answer->name));
    answer->asked = ph_asked_find(answers->asked, plain);
    enum ph_status status = answer->asked ? PH_OK : refuse_name(answers, answer, plain, error);
    free(plain);
    return status;
}

/* ---- one fact ---- */

static const char *what_is_wrong(const char *text, size_t length)
{
    struct ph_buffer clean = {0};
    size_t wrong = ph_utf8_clean(text, length, &clean);
    ph_buffer_free(&clean);
    if (wrong)
        return "this is no text in UTF-8";
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)text[i] < ' ' && !strchr("\t\r\n", text[i])) || text[i] == 0x7F ||
            !text[i])
            return "there is a control character in it";
    return memchr(text, '=', length) ? NULL : "a fact is name = value";
}

/* White space folded; caller frees. */
static char *folded(const char *text, size_t length)
{
    struct ph_buffer out = {0};
    ph_buffer_fold(&out, text, length);
    ph_buffer_trim(&out);
    return ph_buffer_take(&out);
}

/* A file may not say a thing twice, nor the command line; the command line wins over a file. */
static enum ph_status place(struct ph_answers *answers, struct ph_answer *answer,
                            struct ph_error *error)
{
    struct ph_answer *old = ph_answers_find(answers, answer->name);
    if (!old) {
        answers->items =
            ph_grow(answers->items, answers->count, &answers->capacity, sizeof *answers->items);
        answers->items[answers->count++] = *answer;
        *answer = (struct ph_answer){0};
    } else if (!old->line == !answer->line) {
        return ph_fail(error, ph_answer_status(answer), "%s: %s is given a second time%s%s",
                       answer->where, answer->name, old->line ? "; first in " : "",
                       old->line ? old->where : "");
    } else if (old->line) {
        struct ph_answer beaten = *old;
        *old = *answer;
        *answer = beaten;
    }
    return PH_OK;
}

/* `where` is the answer's from now on. */
static enum ph_status add(struct ph_answers *answers, const char *text, size_t length, int line,
                          char *where, struct ph_error *error)
{
    struct ph_answer answer = {.where = where, .line = line};
    enum ph_status status = answers->asked ? PH_OK : ph_asked_load(&answers->asked, error);
    const char *wrong = what_is_wrong(text, length), *equals = memchr(text, '=', length);
    if (status == PH_OK && wrong)
        status = ph_fail(error, ph_answer_status(&answer), "%s: %s", where, wrong);
    if (status == PH_OK && length > PH_FACT_LENGTH)
        status = ph_fail(error, PH_LIMIT, "%s: longer than %d bytes", where, PH_FACT_LENGTH);
    if (status == PH_OK && answers->count >= PH_FACTS)
        status = ph_fail(error, PH_LIMIT, "%s: more than %d facts", where, PH_FACTS);
    if (status == PH_OK) {
        answer.name = folded(text, (size_t)(equals - text));
        answer.value = folded(equals + 1, length - (size_t)(equals + 1 - text));
        status = find_asked(answers, &answer, error);
    }
    if (status == PH_OK)
        status = place(answers, &answer, error);
    free_answer(&answer);
    return status;
}

enum ph_status ph_answers_set(struct ph_answers *answers, const char *fact, struct ph_error *error)
{
    return add(answers, fact, strlen(fact), 0, ph_copy("--set"), error);
}

/* ---- a file ---- */

static char *place_of(const char *name, int line)
{
    struct ph_buffer out = {0};
    ph_buffer_printf(&out, "%s:%d", name, line);
    return ph_buffer_take(&out);
}

static bool is_fact(const char *line, size_t length)
{
    size_t at = 0;
    while (at < length && strchr(" \t\r", line[at]) && line[at])
        at++;
    return at < length && line[at] != '#';
}

enum ph_status ph_answers_parse(struct ph_answers *answers, const char *name, const char *bytes,
                                size_t length, struct ph_error *error)
{
    static const char mark[] = "\xEF\xBB\xBF";
    enum ph_status status = PH_OK;
    if (length > PH_FACTS_FILE)
        return ph_fail(error, PH_LIMIT, "%s: a file of facts has at most %d bytes", name,
                       PH_FACTS_FILE);
    size_t at = length >= 3 && !memcmp(bytes, mark, 3) ? 3 : 0;
    for (int line = 1; at < length && status == PH_OK; line++) {
        const char *end = memchr(bytes + at, '\n', length - at);
        size_t next = end ? (size_t)(end - bytes) : length;
        if (is_fact(bytes + at, next - at))
            status = add(answers, bytes + at, next - at, line, place_of(name, line), error);
        at = next + 1;
    }
    return status;
}

enum ph_status ph_answers_read(struct ph_answers *answers, const char *path, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = ph_answers_parse(answers, name, ph_buffer_text(&bytes), bytes.length, error);
    ph_buffer_free(&bytes);
    return status;
}
