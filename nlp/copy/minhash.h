/* SPDX-License-Identifier: Apache-2.0 */
/*
 * MinHash: a set as 128 numbers, of which two sets share a share that is their
 * Jaccard similarity, and the bands under which similar sets meet.
 *
 *     struct cd_minhash_plan plan = cd_minhash_plan(0.8);   25 bands x 5 rows
 *     uint32_t signature[CD_MINHASH_SIZE];
 *     cd_minhash_sign(signature, hashes, n);
 *     key = cd_minhash_band(signature, &plan, 0);
 *
 * A. Broder, On the resemblance and containment of documents, 1997; bands:
 * A. Rajaraman, J. Leskovec, J. Ullman, Mining of Massive Datasets, 3.4.
 */
#ifndef CD_NLP_COPY_MINHASH_H
#define CD_NLP_COPY_MINHASH_H

#include <stddef.h>
#include <stdint.h>

enum { CD_MINHASH_SIZE = 128 };

struct cd_minhash_plan {
    size_t bands, rows;
};

/* The most rows with which a pair of similarity threshold shares a band with
 * probability .999 or more; what meets by chance is verified away. */
struct cd_minhash_plan cd_minhash_plan(double threshold);

/* hashes: 64 bits each, evenly spread. */
void cd_minhash_sign(uint32_t *signature, const uint64_t *hashes, size_t n);

uint32_t cd_minhash_band(const uint32_t *signature,
                         const struct cd_minhash_plan *plan, size_t band);

#endif
