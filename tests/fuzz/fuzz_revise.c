/* A part of a Word document, whatever it holds: its paragraphs and letters are found, every third
 * word of it goes and others come, others become italic, comments come around these and others -
 * always, whatever the paragraph is like -, and what is made is well formed and, when the changes
 * are taken back, what it was. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/xml.h"
#include "word/revise.h"
#include "word/undone.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { OWN = 1000000000 };

static void fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    abort();
}

static bool is_well_formed(const char *bytes, size_t length)
{
    xmlDoc *doc = NULL;
    struct ph_error error;
    enum ph_status status = ph_xml_parse("part", bytes, length, &doc, &error);
    if (status == PH_OK)
        xmlFreeDoc(doc);
    return status == PH_OK;
}

/* Every third word goes, and two letters come behind it. */
static void change_words(struct ph_revision *revision, struct ph_signer *signer)
{
    const struct ph_letters *letters = revision->letters;
    struct ph_buffer runs = {0};
    size_t word = 0;
    for (size_t i = 0; i < letters->run_count; i++)
        letters->runs[i].heard = true;
    for (size_t i = 0; i < letters->count; i++) {
        const bool last = i + 1 == letters->count || letters->items[i + 1].kind == PH_LETTER_BLANK;
        word += letters->items[i].kind == PH_LETTER_BLANK;
        if (letters->items[i].kind > PH_LETTER_NOTE || word % 3 != 1)
            continue;
        revision->changes[i] = PH_WML_DELETED;
        if (!last)
            continue;
        ph_buffer_clear(&runs);
        ph_sign(signer, "ins", ">", &runs);
        ph_buffer_printf(&runs, "<%sr><%st>ab</%st></%sr></%sins>", signer->prefix, signer->prefix,
                         signer->prefix, signer->prefix, signer->prefix);
        ph_revision_insert(revision, i + 1, &runs);
    }
    ph_buffer_free(&runs);
}

/* The words behind those become italic, where they may. */
static void restyle_words(struct ph_revision *revision)
{
    const struct ph_letters *letters = revision->letters;
    size_t word = 0;
    for (size_t i = 0; i < letters->count; i++) {
        word += letters->items[i].kind == PH_LETTER_BLANK;
        if (letters->items[i].kind == PH_LETTER_WORD && word % 3 == 2)
            ph_revision_restyle(revision, i, PH_LOOK_ITALIC);
    }
}

/* One end of a comment. */
static void put_mark(struct ph_revision *revision, const struct ph_signer *signer, size_t letter,
                     bool start)
{
    const char *w = signer->prefix;
    struct ph_buffer mark = {0};
    ph_buffer_printf(&mark, "<%scommentRange%s %sid=\"%d\"/>", w, start ? "Start" : "End", w, OWN);
    if (!start)
        ph_buffer_printf(&mark, "<%sr><%scommentReference %sid=\"%d\"/></%sr>", w, w, w, OWN, w);
    ph_revision_insert_near(revision, letter, start ? -1 : 1, &mark);
    ph_buffer_free(&mark);
}

/* A comment on every third word, but for those that are changed. */
static void comment_words(struct ph_revision *revision, const struct ph_signer *signer)
{
    const struct ph_letters *letters = revision->letters;
    size_t word = 0, from = 0;
    for (size_t i = 0; i <= letters->count; i++) {
        if (i < letters->count && letters->items[i].kind != PH_LETTER_BLANK)
            continue;
        if (word++ % 3 == 2) {
            put_mark(revision, signer, from, true);
            put_mark(revision, signer, i, false);
        }
        from = i + 1;
    }
}

/* Puts changes into each paragraph where that can be done. */
static void change_all(const struct ph_story *story, struct ph_splices *splices)
{
    struct ph_signer signer = {.author = "a<b", .next = OWN};
    struct ph_letters letters = {0};
    struct ph_revision revision = {0};
    ph_scan_own_prefix(&story->scan, signer.prefix, sizeof signer.prefix);
    for (size_t i = 0; i < story->count; i++) {
        const size_t before = splices->count;
        if (story->items[i].flags & PH_STORY_BOX)
            continue; /* nothing is put there */
        ph_letters_clear(&letters, story);
        ph_letters_add(&letters, i);
        ph_revision_begin(&revision, &letters);
        change_words(&revision, &signer);
        restyle_words(&revision);
        comment_words(&revision, &signer);
        if (!ph_revise(&revision, &signer, splices))
            continue;
        splices->count = before;
        ph_revision_begin(&revision, &letters);
        comment_words(&revision, &signer);
        if (ph_revise(&revision, &signer, splices))
            fail("a comment has no place");
    }
    ph_letters_free(&letters);
    ph_revision_free(&revision);
}

static void check(const struct ph_story *story, const struct ph_buffer *out)
{
    struct ph_story made = {.own = OWN};
    struct ph_error error;
    size_t paragraph;
    if (!is_well_formed(out->data, out->length))
        fail("what was made is not well formed");
    if (ph_story_read(&made, "made", out->data, out->length, &error) != PH_OK)
        fail(error.message);
    if (!ph_undone_is_same(story, &made, &paragraph))
        fail("taken back, it is not what it was");
    ph_story_free(&made);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct ph_story story = {0};
    struct ph_splices splices = {0};
    struct ph_buffer out = {0};
    struct ph_error error;
    const char *text = (const char *)bytes;
    if (!is_well_formed(text, length))
        return 0;
    if (ph_story_read(&story, "part", text, length, &error) == PH_OK) {
        change_all(&story, &splices);
        if (ph_splice_apply(&splices, text, length, &out) && splices.count)
            check(&story, &out);
    }
    ph_buffer_free(&out);
    ph_splice_free(&splices);
    ph_story_free(&story);
    return 0;
}
