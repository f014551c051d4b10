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
    CD_SCENE_PERIODS = 4
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
    uint8_t question_count; /* of the property, else of the sentence */
    bool useless;           /* compares with another value, or lacks a name */
    bool guess;             /* somebody expects it */
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
    struct cd_scene_word {
        uint32_t stem;
        uint8_t weight;
    } words[CD_SCENE_WORDS];
};

/* The arena is for work: nothing of *scene is in it. */
void cd_scene_make(struct cd_scene *scene, struct cd_arena *arena,
                   const struct cd_scene_place *place);

/* Is one thing asked of one bearer? */
bool cd_scene_same(const struct cd_scene *a, const struct cd_scene *b);

/* Is it of one bearer? */
bool cd_scene_same_names(const struct cd_scene *a, const struct cd_scene *b);

/* How much of the words is in both, of 100. */
unsigned cd_scene_likeness(const struct cd_scene *a, const struct cd_scene *b);

#endif
