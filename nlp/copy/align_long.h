/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Alignment of long texts.  In one, every word is frequent: no stem is a seed
 * by itself, and chance fills what a chain may look back over.  So the seeds
 * are rows of CD_ALIGN_ROW stems, the n-th of a row in one text with the n-th
 * in the other; rows that touch are runs; the chain is the heaviest series of
 * runs, exactly (a weighted longest increasing subsequence, by a Fenwick tree);
 * and what lies between two of its runs is filled by stems that both sides have
 * once there (patience diff), some levels deep.
 *
 * The work is n log n in the words of both.
 */
#ifndef CD_NLP_COPY_ALIGN_LONG_H
#define CD_NLP_COPY_ALIGN_LONG_H

#include "nlp/copy/align.h"

enum {
    CD_ALIGN_LONG = 8192, /* words of a text, from where on this is used */
    CD_ALIGN_ROW = 4,
};

/* As cd_align(), which calls it; price: of what lies between the runs of the
 * region. */
void cd_align_long(struct cd_alignment *found, struct cd_arena *arena,
                   const struct cd_words *a, const struct cd_words *b,
                   double price);

#endif
