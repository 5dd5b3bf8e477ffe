/* How the clauses of a series stand: what became of each in each member, how long it has been left
 * alone, what was dropped, and where the first words changed their strength. */
#ifndef PH_LEARN_STANDING_H
#define PH_LEARN_STANDING_H

#include <stdbool.h>
#include <stddef.h>

#include "learn/pattern.h"

/* What became of a clause in one member. Also and further (rules 27 to 29) and the mark at its end
 * do not count: they follow the place of the paragraph. */
enum ph_fate {
    PH_FATE_MISSING,  /* the member is not in the folder */
    PH_FATE_ABSENT,   /* not there, and not there in the member before */
    PH_FATE_FIRST,    /* there in the oldest member that is in the folder */
    PH_FATE_NEW,      /* there for the first time */
    PH_FATE_RETURNED, /* there again */
    PH_FATE_SAME,     /* word for word as in the member before */
    PH_FATE_MOVED,    /* the same but for its slots */
    PH_FATE_CHANGED,
    PH_FATE_DROPPED, /* not there, but in the member before */
    PH_FATE_COUNT
};

/* Fills `fates`, one for each member of the pattern. "The member before" is the nearest that is
 * in the folder. The slots of a clause that was dropped are not known: it is never MOVED. */
void ph_clause_fates(const struct ph_pattern *pattern, const struct ph_clause *clause,
                     enum ph_fate *fates);

/* Fills `fates` from what is `there` in each member alone: SAME where it was there before. */
void ph_presence_fates(const struct ph_pattern *pattern, const bool *there, enum ph_fate *fates);

/* Fills `against` with the index of the member that each one was compared with: of what is new the
 * nearest before it that is in the folder, else the last that had it; -1: with none. */
void ph_fates_against(const struct ph_pattern *pattern, const enum ph_fate *fates, int *against);

/* What a fate is called: "slots moved" for programs, "only its slots moved" for people. */
const char *ph_fate_name(enum ph_fate fate);
const char *ph_fate_words(enum ph_fate fate);
/* What became of a clause from one member that has it to another: SAME, MOVED or CHANGED. */
enum ph_fate ph_clause_became(const struct ph_clause *clause, size_t before, size_t after);

/* How long a clause of the latest member has been left alone. */
struct ph_standing {
    size_t since;       /* index of the first member of the run that ends with the base */
    int texts;          /* members of the run that are in the folder, 1 or more */
    bool word_for_word; /* false: its slots moved */
};
/* `fates` of a clause that is not dropped. */
struct ph_standing ph_clause_standing(const struct ph_pattern *pattern, const enum ph_fate *fates);

/* Whether the base is without the clause; whether without its words: it was not merged into
 * another; and the index of the first member without it. */
bool ph_clause_dropped(const struct ph_pattern *pattern, const struct ph_clause *clause);
bool ph_clause_lost(const struct ph_pattern *pattern, const struct ph_clause *clause);
size_t ph_clause_gone(const struct ph_pattern *pattern, const struct ph_clause *clause);

/* What was seen of a slot in a member (an index); NULL: nothing. */
const struct ph_observation *ph_slot_seen(const struct ph_slot *slot, size_t member);
/* Whether what stands in a slot was ever something else. */
bool ph_slot_changed(const struct ph_slot *slot);
/* Whether a slot is one of those that move (or are asked for, or looked at), or, `staying`, of
 * those that stay although they changed before: the two tables that people are shown. */
bool ph_slot_belongs(const struct ph_slot *slot, bool staying);

/* The opening phrase of a clause became another one: Requests, Invites. Also and further do not
 * count (rules 27 to 29), they follow the place of the paragraph; nor does the form of the phrase
 * where the paragraph moved to another part of the resolution: Noting, Notes. */
struct ph_strength {
    const struct ph_clause *clause;
    size_t before, after; /* indexes of members */
};
/* All of them in the order of the clauses; the caller frees. Returns how many. */
size_t ph_strengths(const struct ph_pattern *pattern, struct ph_strength **changes);

/* The opening phrase of a preambular or operative paragraph, without also and further; NULL:
 * another kind of paragraph, or none was found. */
const char *ph_opening_phrase(const struct ph_node *node);

/* "73/331"; of a draft without a number, its file. */
const char *ph_member_name(const struct ph_member *member);

#endif
