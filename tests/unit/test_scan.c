/* The bytes of a part as tags and text, and changes of bytes. */
#include <criterion/criterion.h>
#include <string.h>

#include "word/scan.h"
#include "word/splice.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static struct ph_scan start(const char *text)
{
    struct ph_scan scan;
    struct ph_error error;
    cr_assert_eq(ph_scan_start(&scan, "part", text, strlen(text), &error), PH_OK, "%s",
                 error.message);
    return scan;
}

Test(scan, tells_tags_text_and_what_is_aside)
{
    static const enum ph_scan_kind kinds[] = {PH_SCAN_ASIDE, PH_SCAN_OPEN,  PH_SCAN_TEXT,
                                              PH_SCAN_EMPTY, PH_SCAN_ASIDE, PH_SCAN_CLOSE};
    const char *text = "<?xml version=\"1.0\"?><w:p xmlns:w=\"" W
                       "\">a &gt; b<w:br w:x='>/'/><!-- <w:p> --></w:p>";
    struct ph_scan scan = start(text);
    struct ph_scan_token token;
    size_t end = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        cr_assert(ph_scan_step(&scan, &token));
        cr_expect_eq(token.kind, kinds[i], "token %zu", i);
        cr_expect_eq(token.from, end);
        end = token.to;
    }
    cr_expect_eq(end, strlen(text));
    cr_expect_not(ph_scan_step(&scan, &token));
}

Test(scan, knows_names_by_their_space_and_not_by_their_prefix)
{
    struct ph_scan scan = start("<q:p xmlns:q=\"" W "\"><w:p xmlns:w=\"urn:other\"/></q:p>");
    struct ph_scan_token token;
    char prefix[8];
    cr_assert(ph_scan_step(&scan, &token));
    cr_expect(ph_scan_is(&token, "p"));
    cr_assert(ph_scan_step(&scan, &token));
    cr_expect_not(ph_scan_is(&token, "p"));
    cr_expect(ph_scan_named(&token, "p"));
    cr_expect_str_eq(ph_scan_own_prefix(&scan, prefix, sizeof prefix), "q:");
}

Test(scan, refuses_what_it_would_misread)
{
    static const char *const texts[] = {
        "<w:p xmlns:w=\"" W "\"><w:t xmlns:w=\"urn:other\"/></w:p>",
        "<w:p xmlns:w=\"" W "\"><![CDATA[a]]></w:p>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:p xmlns:w=\"" W "\"/>",
    };
    struct ph_scan scan;
    struct ph_error error;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_eq(ph_scan_start(&scan, "part", texts[i], strlen(texts[i]), &error), PH_FORMAT,
                     "%s", texts[i]);
}

Test(scan, finds_attributes_whatever_their_prefix_and_quotes)
{
    struct ph_scan scan = start("<w:x xmlns:w=\"" W "\" a='1' w:id = \"42\" w:val=\"-7\"/>");
    struct ph_scan_token token;
    const char *value;
    size_t length;
    cr_assert(ph_scan_step(&scan, &token));
    cr_assert(ph_scan_attribute(&scan, &token, "a", &value, &length));
    cr_expect(length == 1 && *value == '1');
    cr_expect_eq(ph_scan_number(&scan, &token, "id"), 42);
    cr_expect_eq(ph_scan_number(&scan, &token, "val"), -1);
    cr_expect_not(ph_scan_attribute(&scan, &token, "missing", &value, &length));
}

Test(scan, passes_over_an_element_and_what_it_holds)
{
    const char *text = "<w:a xmlns:w=\"" W "\"><w:a><w:a/></w:a>x</w:a><w:b/>";
    struct ph_scan scan = start(text);
    struct ph_scan_token token;
    cr_assert(ph_scan_step(&scan, &token));
    cr_expect_eq(ph_scan_over(&scan, &token), (size_t)(strstr(text, "</w:a><w:b/>") - text));
    cr_assert(ph_scan_step(&scan, &token));
    cr_expect(ph_scan_is(&token, "b"));
}

/* ---- splices ---- */

static char *apply(struct ph_splices *splices, const char *text)
{
    struct ph_buffer out = {0};
    const bool done = ph_splice_apply(splices, text, strlen(text), &out);
    ph_splice_free(splices);
    return done ? ph_buffer_take(&out) : NULL;
}

Test(splice, changes_bytes_in_any_order_and_keeps_the_others)
{
    struct ph_splices splices = {0};
    ph_splice_add(&splices, 6, 7, "XY", 2);
    ph_splice_put(&splices, 0, "(");
    ph_splice_add(&splices, 2, 4, "", 0);
    ph_splice_put(&splices, 8, ")");
    char *out = apply(&splices, "abcdefgh");
    cr_expect_str_eq(out, "(abefXYh)");
    free(out);
}

Test(splice, puts_at_one_place_in_the_order_added)
{
    struct ph_splices splices = {0};
    ph_splice_put(&splices, 1, "1");
    ph_splice_put(&splices, 1, "2");
    ph_splice_add(&splices, 1, 2, "3", 1);
    char *out = apply(&splices, "abc");
    cr_expect_str_eq(out, "a123c");
    free(out);
}

Test(splice, refuses_two_that_meet_and_one_that_leads_out)
{
    struct ph_splices meet = {0}, out = {0};
    ph_splice_add(&meet, 1, 3, "", 0);
    ph_splice_add(&meet, 2, 4, "", 0);
    ph_splice_add(&out, 2, 9, "", 0);
    cr_expect_null(apply(&meet, "abcdef"));
    cr_expect_null(apply(&out, "abcdef"));
}
