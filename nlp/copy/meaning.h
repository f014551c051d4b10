/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What two texts share in other words: synonyms, and words that begin alike
 * ("Iraq", "Iraqi"), among those that they do not have in common.
 *
 *     shared = equal + cd_meaning_shared(&arena, &a, &b);
 */
#ifndef CD_NLP_COPY_MEANING_H
#define CD_NLP_COPY_MEANING_H

#include "nlp/copy/words.h"

/* The idf of the stems of a, each the lesser of it and its partner's, that b
 * does not have but has a synonym of, which a does not have. */
double cd_meaning_shared(struct cd_arena *arena, const struct cd_words *a,
                         const struct cd_words *b);

#endif
