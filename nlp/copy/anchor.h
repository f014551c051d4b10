/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Anchors: keys under which texts that may be copies of each other meet in a
 * corpus, reworded ones and parts of others included.
 *
 *     n = cd_anchors_make(keys, &words);     keys[CD_ANCHORS_MAX]
 *
 * Two kinds.  Pairs of the rarest stems of the text find what was reworded: of
 * the paraphrases in MRPC .998 share two of their eight rarest stems.
 * Shingles of 4 words, one of each CD_ANCHOR_WINDOW in a row by the least hash
 * (S. Schleimer, D. Wilkerson, A. Aiken, Winnowing, 2003), find what was cut
 * out or put in: two texts with CD_ANCHOR_WINDOW + 3 words in a row in common
 * share one.
 */
#ifndef CD_NLP_COPY_ANCHOR_H
#define CD_NLP_COPY_ANCHOR_H

#include "nlp/copy/words.h"

enum {
    CD_ANCHOR_STEMS = 8,
    CD_ANCHOR_WINDOW = 6,
    CD_ANCHOR_SHINGLE = 4,
    /* stem pairs, and shingles; of texts over some 2,000 words the shingles of
     * least hash */
    CD_ANCHOR_PAIRS = CD_ANCHOR_STEMS * (CD_ANCHOR_STEMS - 1) / 2,
    CD_ANCHOR_SHINGLES = 600,
    CD_ANCHORS_MAX = CD_ANCHOR_PAIRS + CD_ANCHOR_SHINGLES,
};

/* Fills keys, in no order, without repetition; how many. */
size_t cd_anchors_make(uint64_t *keys, const struct cd_words *words);

/*
 * The stems of a text with their weights, for a first look at a pair: fills
 * stems, which has room for words->count, ascending; how many.
 */
size_t cd_anchors_stems(uint64_t *stems, const struct cd_words *words);

/*
 * A hash of all that keys are made from: the weights of words, the stemmer, the
 * rules for words and shingles.  Keys of different versions do not meet.
 */
uint64_t cd_anchors_version(void);

/* The share of the weight of the text that has less of it which both have in
 * common: a bound from above for what a comparison can find, but for numbers
 * that are written in two ways. */
double cd_anchors_share(const uint64_t *a, size_t a_count, const uint64_t *b,
                        size_t b_count);

#endif
