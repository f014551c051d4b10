/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A text as the set of its shingles: hashes of each run of k words.
 *
 *     struct cd_shingler shingler = { .size = 5 };
 *     struct cd_shingles set = cd_shingles_make(&shingler, text);
 *     ...
 *     cd_shingler_release(&shingler);
 *
 * The definition, which is meant to be what anybody would write down first:
 * the text under NFKC case fold (base/fold.h); words are runs of letters, marks
 * and digits, which all else parts, a soft hyphen too; of scripts without
 * spaces between words each character is a word.  A text of fewer words than k
 * has one shingle of all of them, one without words none.  Two texts' Jaccard
 * similarity is that of these sets.
 *
 * This is the plain measure of the literature, without the finer points of
 * nlp/copy/words.h, and made for speed: a table-free scan of 16 bytes at a
 * time.  A shingler belongs to one thread.
 */
#ifndef CD_NLP_COPY_SHINGLE_H
#define CD_NLP_COPY_SHINGLE_H

#include "base/str.h"

struct cd_shingles {
    const uint64_t *hash; /* ascending, without repetition */
    size_t count;
    size_t words;
};

/* Zero but for size; the rest is memory that is used again. */
struct cd_shingler {
    size_t size; /* words in a shingle, at least 1 */
    char *text;  /* folded, with room behind it */
    size_t text_room;
    uint64_t *edges; /* one bit a byte: a word begins or ends there */
    size_t edge_room;
    uint64_t *words, *hashes, *temp;
    size_t word_room, hash_room, temp_room;
};

/* Lives until the next call with shingler. */
struct cd_shingles cd_shingles_make(struct cd_shingler *shingler,
                                    struct cd_str text);
void cd_shingler_release(struct cd_shingler *shingler);

/* Members that a and b have in common. */
size_t cd_shingles_shared(const struct cd_shingles *a,
                          const struct cd_shingles *b);

/*
 * The least number of common members with which sets of a and b members have a
 * Jaccard similarity of threshold or more.  Exact where threshold is a decimal
 * fraction: no pair is lost or won by rounding.
 */
size_t cd_shingles_needed(size_t a, size_t b, double threshold);

#endif
