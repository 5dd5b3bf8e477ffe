/* What is called by a name or a number: definitions and uses are sorted together, so that each name
 * is judged once (topics.def). */
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

enum { PACKAGE, PART };
enum { PH_FAULT_NONE = PH_FAULT_COUNT };

static const struct topic {
    int scope;
    const char *what;
    int twice, undefined, unused; /* kinds of faults */
} topics[PH_TOPIC_COUNT] = {
#define PH_TOPIC(id, scope, what, twice, undefined, unused)                                        \
    {scope, what, PH_FAULT_##twice, PH_FAULT_##undefined, PH_FAULT_##unused},
#include "word/verify/topics.def"
#undef PH_TOPIC
};

/* The first eight bytes, which sort as the name does. */
static uint64_t beginning_of(const char *name)
{
    uint64_t beginning = 0;
    for (int i = 0; i < 8; i++)
        beginning = beginning << 8 | (unsigned char)(*name ? *name++ : '\0');
    return beginning;
}

static void mention(struct ph_verifier *verifier, enum ph_topic topic, const char *name, char kind,
                    bool uses)
{
    if (!name)
        return;
    verifier->mentions = ph_grow(verifier->mentions, verifier->mention_count,
                                 &verifier->mention_capacity, sizeof *verifier->mentions);
    verifier->mentions[verifier->mention_count] = (struct ph_mention){
        beginning_of(name),     name, topic, uses, kind, verifier->part, verifier->paragraph,
        verifier->mention_count};
    verifier->mention_count++;
}

void ph_verify_define(struct ph_verifier *verifier, enum ph_topic topic, const char *name,
                      char kind)
{
    mention(verifier, topic, name, kind, false);
}

void ph_verify_use(struct ph_verifier *verifier, enum ph_topic topic, const char *name, char kind)
{
    mention(verifier, topic, name, kind, true);
}

/* ---- judging ---- */

static int compare_size(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By name within topic and scope. */
static int by_name(const struct ph_mention *x, const struct ph_mention *y)
{
    if (x->topic != y->topic)
        return (int)x->topic - (int)y->topic;
    if (topics[x->topic].scope == PART && x->part != y->part)
        return compare_size(x->part, y->part);
    if (x->beginning != y->beginning)
        return x->beginning < y->beginning ? -1 : 1;
    return x->beginning & 0xFF ? strcmp(x->name, y->name) : 0;
}

static int by_name_and_order(const void *a, const void *b)
{
    const struct ph_mention *x = a, *y = b;
    int order = by_name(x, y);
    return order ? order : compare_size(x->order, y->order);
}

static void say(struct ph_verifier *verifier, int fault, const struct ph_mention *mention)
{
    if (fault != PH_FAULT_NONE)
        ph_faults_add(verifier->faults, (enum ph_fault_kind)fault,
                      verifier->parts[mention->part].name, mention->paragraph, "%s %s",
                      topics[mention->topic].what, mention->name);
}

/* Styles have kinds, and are used for one. */
static void check_kind(struct ph_verifier *verifier, const struct ph_mention *defined,
                       const struct ph_mention *used)
{
    if (defined->kind && used->kind && defined->kind != used->kind)
        say(verifier, PH_FAULT_STYLE_KIND, used);
}

/* All mentions of one name. What is only begun and ended (a range) ends behind its beginning;
 * definitions stand in another part than their uses, and in no order. */
static void judge(struct ph_verifier *verifier, const struct ph_mention *group, size_t count)
{
    const struct topic *topic = &topics[group->topic];
    const struct ph_mention *defined = NULL, *used = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct ph_mention *one = &group[i];
        if (one->uses && !used)
            used = one;
        if (!one->uses && defined)
            say(verifier, topic->twice, one);
        if (!one->uses && !defined)
            defined = one;
    }
    if (!defined)
        say(verifier, topic->undefined, used);
    else if (!used)
        say(verifier, topic->unused, defined);
    else if (topic->scope == PART && used->order < defined->order)
        say(verifier, topic->undefined, used);
    for (size_t i = 0; i < count && defined; i++)
        if (group[i].uses)
            check_kind(verifier, defined, &group[i]);
}

void ph_verify_mentions(struct ph_verifier *verifier)
{
    size_t count = verifier->mention_count, end;
    if (count)
        qsort(verifier->mentions, count, sizeof *verifier->mentions, by_name_and_order);
    for (size_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count; end++)
            if (by_name(&verifier->mentions[i], &verifier->mentions[end]) != 0)
                break;
        judge(verifier, &verifier->mentions[i], end - i);
    }
}
