/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Topics: do two claims of different texts answer the same question?
 *
 *     cd_topic_make(&arena, &ours, &claim);
 *     cd_topic_same(&ours, &theirs)    "Nvidia Corp.", "market cap" and
 *                                      "chipmaker Nvidia", "market value"
 *
 * Two subjects are one when all their words are the same, when the longer has
 * words before the name that are no names ("chipmaker Nvidia"), or when the
 * shorter is a rare name that ends the longer, and what comes before it is a
 * frequent one ("Biden", "Joe Biden", but not "Korea", "North Korea", and not
 * "Logistics", "Ilvalick Logistics").  Two properties are one when they name
 * the same measure with the same words beside it ("net profit" is no "operating
 * profit"), but for what follows a preposition.  Words are compared by their
 * stems. Rather "no" than a wrong "yes": a wrong one accuses.
 */
#ifndef CD_NLP_TOPIC_H
#define CD_NLP_TOPIC_H

#include "base/arena.h"

enum {
    CD_TOPIC_WORDS = 8,   /* of a phrase; a longer one is no topic */
    CD_TOPIC_NAMES = 3,   /* names of a subject that it is found by */
    CD_TOPIC_MEASURE = 64 /* bytes of a property that are looked up */
};

/* The words of a phrase that tell it from others. */
struct cd_topic_phrase {
    size_t count;
    uint32_t stems[CD_TOPIC_WORDS];
    struct cd_topic_mark {
        uint8_t weight; /* idf (nlp/idf.h) */
        bool name;      /* begins with a capital letter */
        bool compass;   /* "North": makes another name of the one behind it */
    } marks[CD_TOPIC_WORDS];
};

struct cd_topic {
    struct cd_topic_phrase subject;
    struct cd_topic_phrase property; /* but for the words of the measure */
    uint32_t measure;                /* hash of its name, or 0 */
};

/* The arena is for work: nothing of *topic is in it. */
void cd_topic_make(struct cd_topic *topic, struct cd_arena *arena,
                   struct cd_str subject, struct cd_str property);

bool cd_topic_same(const struct cd_topic *a, const struct cd_topic *b);

/* Is the subject a name that tells its bearer from others? */
bool cd_topic_is_named(const struct cd_topic *topic);

/* The stems of the names of the subject, by which it can be looked up; two
 * topics with the same subject have one in common.  Returns their number: 0 if
 * the subject is no name. */
size_t cd_topic_names(const struct cd_topic *topic,
                      uint32_t names[CD_TOPIC_NAMES]);

/* The name that a property goes by: "market value" for "market cap".  room
 * holds the answer if it is not a constant. */
struct cd_str cd_topic_measure(struct cd_str property,
                               char room[CD_TOPIC_MEASURE]);

#endif
