#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/run.h"
#include "write/history.h"

static enum ph_status check_options(const struct ph_call *call, struct ph_error *error)
{
    bool paragraph = ph_call_has(call, PH_OPTION_PARAGRAPH);
    if (paragraph == ph_call_has(call, PH_OPTION_WORDS))
        return ph_fail(error, PH_USAGE, "history of what? Give --paragraph LABEL or --words TEXT%s",
                       paragraph ? ", not both" : "");
    if (!paragraph && ph_call_has(call, PH_OPTION_MEMBER))
        return ph_fail(error, PH_USAGE,
                       "--member says whose --paragraph: it says nothing of words");
    return PH_OK;
}

/* What the command line says, as text that the program can hold; NULL: nothing. Caller frees. */
static char *clean_value(const struct ph_call *call, enum ph_option_id option)
{
    struct ph_buffer clean = {0};
    const char *value = ph_call_value(call, option);
    if (!value)
        return NULL;
    ph_utf8_clean(value, strlen(value), &clean);
    return ph_buffer_take(&clean);
}

static enum ph_status put_paragraph(const struct ph_call *call, const struct ph_work *work,
                                    const char *label, struct ph_buffer *out,
                                    struct ph_error *error)
{
    struct ph_history history;
    struct ph_write_options options = ph_emit_options(call);
    char *member = clean_value(call, PH_OPTION_MEMBER);
    enum ph_status status =
        ph_history_find(work->pattern, work->lexicon, member, label, &history, error);
    free(member);
    if (status != PH_OK)
        return status;
    if (strcmp(call->format, "json") == 0)
        ph_write_history_json(&history, out);
    else
        ph_write_history_text(&history, &options, out);
    ph_history_free(&history);
    return PH_OK;
}

static enum ph_status put_words(const struct ph_call *call, const struct ph_work *work,
                                const char *words, struct ph_buffer *out, struct ph_error *error)
{
    struct ph_phrase phrase;
    struct ph_write_options options = ph_emit_options(call);
    enum ph_status status = ph_phrase_find(work->pattern, words, &phrase, error);
    if (status != PH_OK)
        return status;
    if (strcmp(call->format, "json") == 0)
        ph_write_phrase_json(&phrase, out);
    else
        ph_write_phrase_text(&phrase, &options, out);
    ph_phrase_free(&phrase);
    return PH_OK;
}

static enum ph_status put_history(const struct ph_call *call, const struct ph_work *work,
                                  struct ph_buffer *out, struct ph_error *error)
{
    char *label = clean_value(call, PH_OPTION_PARAGRAPH);
    char *words = clean_value(call, PH_OPTION_WORDS);
    enum ph_status status = label ? put_paragraph(call, work, label, out, error)
                                  : put_words(call, work, words, out, error);
    free(words);
    free(label);
    return status;
}

enum ph_status ph_command_history(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_buffer out = {0};
    enum ph_status status = check_options(call, error);
    if (status == PH_OK)
        status = ph_add_sources(call, &work, error);
    if (status == PH_OK)
        status = ph_work_learn(&work, 0, error);
    if (work.pattern)
        ph_remarks(call, &work.pattern->remarks);
    if (status == PH_OK)
        status = put_history(call, &work, &out, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    ph_work_free(&work);
    return status;
}
