/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scenes: what the words around a claim speak of, so that one fact is known
 * again when it is told in other words.
 *
 *     cd_scene_make(&a, &arena, &place);
 *     cd_scene_same(&a, &b)   "The watchdog fined Acme Foods $3m."
 *                             "Acme Foods must pay a penalty of $4m."
 *
 * A scene has names (of whom), questions (what is asked: rows QUESTION and
 * MEASURE of the word tables), periods ("quarterly") and the other words that
 * mean something, weighted by how rare they are.  Two scenes are one when a
 * rare name is in both, what is named in one alone is nobody else and no part
 * of a longer name, they ask one question in one period, and enough of their
 * other words are the same or synonyms.  Rather "no" than a wrong "yes".
 */
#ifndef CD_NLP_SCENE_SCENE_H
#define CD_NLP_SCENE_SCENE_H

#include "base/arena.h"

enum {
    CD_SCENE_NAMES = 16,
    CD_SCENE_WORDS = 24,
    CD_SCENE_QUESTIONS = 8,
    CD_SCENE_QUALITIES = 8,
    CD_SCENE_PERIODS = 4,
    CD_SCENE_SCOPES = 4
};

/* Where a claim stands: offsets are bytes of the sentence. */
struct cd_scene_place {
    struct cd_str sentence;
    size_t start, end; /* of the claim */
    size_t from, to;   /* the words that are this claim's: up to the next one of
                          the same unit */
    struct cd_str subject, property, unit;
};

struct cd_scene {
    uint8_t name_count, word_count, period_count, quality_count;
    uint8_t scope_count;
    uint8_t question_count; /* of the property, else of the sentence */
    uint8_t near;   /* the run of the last name before the claim, or 0 */
    bool useless;   /* compares with another value, or lacks a name */
    bool guess;     /* somebody expects it */
    bool quoted;    /* what a market says at some hour */
    uint32_t stuff; /* what is measured: "tonnes of steel", or 0 */
    uint32_t unit_question; /* that of the counted noun itself, or 0 */
    bool rate;              /* asks what may be told as a change */
    bool lasting;           /* asks what no day changes: a height, a
                     quarter's revenue */
    struct cd_scene_name {
        uint32_t stem;
        uint8_t weight; /* idf (nlp/copy/idf.h) */
        uint8_t run;    /* names side by side have one number */
        bool bound;     /* "in Delmouth": it tells one thing from another */
        bool late;      /* stands behind the claim only */
        bool doubtful;  /* a capital because the sentence begins */
        bool compass;
    } names[CD_SCENE_NAMES];
    uint32_t questions[CD_SCENE_QUESTIONS];
    uint32_t qualities[CD_SCENE_QUALITIES]; /* "trade" of a trade surplus */
    uint32_t periods[CD_SCENE_PERIODS];
    uint32_t scopes[CD_SCENE_SCOPES]; /* "abroad", "so far" */
    struct cd_scene_word {
        uint32_t stem;
        uint32_t before, behind; /* the next words that are no such words */
        uint8_t weight;
        bool noun; /* and no verb, as far as its place tells */
    } words[CD_SCENE_WORDS];
};

/* The unit in which counts of one thing are compared: "person" for
 * "inhabitant", and for "passenger/d": per what is a period of the scene. */
struct cd_str cd_scene_unit(struct cd_str unit);

/* That of a bare number: "person" of a "daily ridership", else "1". */
struct cd_str cd_scene_unit_of(struct cd_str property);

/* The "/d" of "passenger/d", or empty. */
struct cd_str cd_scene_unit_per(struct cd_str unit);

/* The arena is for work: nothing of *scene is in it. */
void cd_scene_make(struct cd_scene *scene, struct cd_arena *arena,
                   const struct cd_scene_place *place);

/* Do they speak of different things, whatever else is alike: other periods,
 * another part ("abroad"), another noun in the same place ("the wheat harvest
 * in", "the barley harvest in")? */
bool cd_scene_apart(const struct cd_scene *a, const struct cd_scene *b);

/* Is one thing asked of one bearer? */
bool cd_scene_same(const struct cd_scene *a, const struct cd_scene *b);

/* Is it of one bearer? */
bool cd_scene_same_names(const struct cd_scene *a, const struct cd_scene *b);

/* How much of the words is in both, of 100. */
unsigned cd_scene_likeness(const struct cd_scene *a, const struct cd_scene *b);

#endif
