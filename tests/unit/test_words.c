/* The words that the program itself reads and writes are those of the lexicon: with a lexicon of
 * another language it reads and writes that one. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "un/date.h"
#include "un/lexicon.h"

static const char months[] =
    "<define name='month'>janvier|février|mars|avril|mai|juin|juillet|août|septembre|\n"
    "    octobre|novembre|décembre</define>";

static enum ph_status load(const char *content, struct ph_lexicon **lexicon, struct ph_error *error)
{
    char path[] = "/tmp/penholder-lexicon-XXXXXX";
    int file = mkstemp(path);
    cr_assert(file >= 0 && dprintf(file, "<lexicon>%s</lexicon>", content) > 0);
    close(file);
    enum ph_status status = ph_lexicon_load(path, lexicon, error);
    unlink(path);
    return status;
}

static struct ph_lexicon *french(void)
{
    struct ph_lexicon *lexicon = NULL;
    struct ph_error error;
    cr_assert_eq(load(months, &lexicon, &error), PH_OK, "%s", error.message);
    return lexicon;
}

Test(words, months)
{
    struct ph_lexicon *lexicon = french();
    struct ph_date date;
    size_t end;
    char text[32];
    cr_assert(ph_date_parse(lexicon, "25 décembre 2015", 17, &date, &end));
    cr_expect_eq(date.month, 12);
    cr_expect_eq(end, 17u);
    cr_expect_str_eq(ph_date_text(lexicon, date, text, sizeof text), "25 décembre 2015");
    cr_expect_str_eq(ph_month(lexicon, 11), "novembre");
    cr_expect_not(ph_date_parse(lexicon, "25 December 2015", 16, &date, &end));
    ph_lexicon_free(lexicon);
}

Test(words, a_year_of_other_than_twelve_months_is_refused)
{
    struct ph_lexicon *lexicon;
    struct ph_error error;
    cr_expect_eq(load("<define name='month'>May|June</define>", &lexicon, &error), PH_FORMAT);
    cr_expect(strstr(error.message, ":1: "), "%s", error.message);
}
