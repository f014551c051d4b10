/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What two texts say alike beside names: a list of the same people in another
 * order, two reports on one of them, share words, but no text.
 *
 *     if (cd_substance(&a, &b, 3) < 3)
 *         ...                     nothing but names, figures, function words
 *
 * Thread rule: no state.
 */
#ifndef CD_NLP_COPY_SUBSTANCE_H
#define CD_NLP_COPY_SUBSTANCE_H

#include "nlp/copy/align.h"

/* How many words of content a has that b has too and that are no names, titles
 * of people or figures, each stem once; counting stops at enough.  It is enough
 * at once where names cannot be told: in texts in other languages, without
 * small letters or without capitals.  At most n log n in the words of both. */
unsigned cd_substance(const struct cd_words *a, const struct cd_words *b,
                      unsigned enough);

/* How many figures of a are in b, of the first 64 of each: the same sum and the
 * same time in two texts on one firm are one story. */
unsigned cd_substance_figures(const struct cd_words *a,
                              const struct cd_words *b);

/* Is the longest row of equal words a clause, with two such words in it? */
bool cd_substance_row(const struct cd_alignment *found,
                      const struct cd_words *a);

#endif
