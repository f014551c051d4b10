/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A passage that two texts have word for word.
 *
 *     proof = cd_passage_proof(&found, &a, &b, false);
 *     if (proof > 0)
 *         the one was copied from the other, or both from a third
 *
 * The model weighs two texts as wholes, so one sentence that was taken over
 * into a long paragraph is nothing to it.  Here the longest row of equal words
 * counts by itself: whole sentences, or as many words as hardly a name with its
 * title has ("said N. N., chief investment officer at ..."), without the stock
 * phrases (nlp/copy/stock.h) in it.
 */
#ifndef CD_NLP_COPY_PASSAGE_H
#define CD_NLP_COPY_PASSAGE_H

#include "nlp/copy/align.h"

/* Words of a row that is shown beside the passage; fewer are chance. */
enum { CD_PASSAGE_SPAN = 6 };

/* How much it proves: pairs of neighbours in the row that are no stock phrase;
 * 0 if there is none, or too few to prove a copy.  Of two texts of one frame a
 * row proves nothing unless it is whole sentences, for what is filled into the
 * frame may stand beside it. */
uint32_t cd_passage_proof(const struct cd_alignment *found,
                          const struct cd_words *a, const struct cd_words *b,
                          bool frame);

/* From .5 on, rising with the proof. */
double cd_passage_score(uint32_t proof);

#endif
