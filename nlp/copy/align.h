/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Alignment of two texts by equal stems.
 *
 *     struct cd_alignment found;
 *     cd_align(&found, &arena, &a, &b);
 *     found.chain.runs[0]      the first run of words that both have, in order
 *
 * Seeds are stems that are rare in both texts; each grows into the longest run
 * of equal words around it.  From the runs come
 *   tiles: runs that do not overlap, longest first, in any order (Wise, Running
 *     Karp-Rabin matching and greedy string tiling, 1993);
 *   the chain: the heaviest series of runs in the same order in both texts;
 *   the region: the same with a price on what lies between them, so that a
 *     copied passage inside other text stands alone.
 * Chaining looks back over a bounded number of runs (as minimap2 does: Li,
 * 2018), so the work is n log n in the length of the texts, however often a
 * word is repeated.
 */
#ifndef CD_NLP_COPY_ALIGN_H
#define CD_NLP_COPY_ALIGN_H

#include "nlp/copy/words.h"

/* n words from index a of the one text equal n from index b of the other. */
struct cd_run {
    uint32_t a, b, n;
    float weight; /* sum of the words' idf */
};

/* Runs in order of both texts, none overlapping another. */
struct cd_chain {
    struct cd_run *runs;
    uint32_t count;
    uint32_t words; /* in all runs */
    double weight;
    double score; /* weight, less the price of what lies between the runs */
};

struct cd_alignment {
    struct cd_run *tiles; /* longest first */
    uint32_t tile_count;
    struct cd_chain chain;
    struct cd_chain region;
};

/* Everything in *found is in the arena. */
void cd_align(struct cd_alignment *found, struct cd_arena *arena,
              const struct cd_words *a, const struct cd_words *b);

/* Words in the longest common subsequence: exact (bit-parallel, Hyyrö 2004) up
 * to CD_LCS_EXACT words a side, beyond that the words of the chain. */
enum { CD_LCS_EXACT = 2048 };
uint32_t cd_align_lcs(const struct cd_alignment *found, struct cd_arena *arena,
                      const struct cd_words *a, const struct cd_words *b);

#endif
