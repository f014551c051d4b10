/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the words of a sentence are to a scene (nlp/scene/scene.h): names,
 * periods, or words that change nothing.  Private to nlp/scene/scene*.c.  i is
 * the index of a word.
 */
#ifndef CD_NLP_SCENE_SCENE_WORD_H
#define CD_NLP_SCENE_SCENE_WORD_H

#include "nlp/copy/words.h"

enum { CD_SCENE_FOLD = 48 }; /* bytes of a word or phrase that are looked up */

/* Words first to last in lower case, in room; empty if they are longer. */
struct cd_str cd_scene_fold(const struct cd_words *words, size_t first,
                            size_t last, char room[CD_SCENE_FOLD]);

/* A capital that no sentence begins with, or a word that no dictionary has. */
bool cd_scene_is_name(const struct cd_words *words, size_t i);

/* Is it a point of the compass? */
bool cd_scene_is_compass(const struct cd_words *words, size_t i);

/* A first word that stands alone may be no name: "Voter turnout"; but not of
 * "Acme's", "Acme reported", "Acme has". */
bool cd_scene_is_doubtful(const struct cd_words *words, size_t i);

/* "said John Trumbull", "according to Acme": who tells it is no part of it. */
bool cd_scene_is_teller(const struct cd_words *words, size_t i);

/* Is the name bound by a preposition before it, or before its article?  "A
 * court in Delmouth" is not: where it sits is no part of what it says. */
bool cd_scene_is_bound(const struct cd_words *words, size_t i);

/* "annual", "first" of "first quarter" */
bool cd_scene_is_period(const struct cd_words *words, size_t i);

/* Words that change nothing of what is told. */
bool cd_scene_says_nothing(const struct cd_words *words, size_t i);

#endif
