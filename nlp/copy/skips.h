/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pairs of content words that stand near each other in the same order in two
 * texts: what a heavy revision leaves of a copied text (skip-bigrams: Lin and
 * Och, 2004).
 *
 *     share = cd_skips_shared(&arena, &a, &b);
 */
#ifndef CD_NLP_COPY_SKIPS_H
#define CD_NLP_COPY_SKIPS_H

#include "nlp/copy/words.h"

/* Of the pairs of a's content words that are at most four content words apart,
 * the share that b has so; 0 to 1. */
double cd_skips_shared(struct cd_arena *arena, const struct cd_words *a,
                       const struct cd_words *b);

#endif
