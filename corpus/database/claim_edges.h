/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which claims of a run are to be compared: pairs (a, b) of their numbers in
 * the database, a < b.
 *
 *     cd_claim_edges_questions(db, &edges);   the same question, two articles
 *     cd_claim_edges_copies(db, &edges);      the same place of a copied text
 *
 * Questions: claims are looked up by the names in their subject and their unit,
 * and each is compared with those near it under the same key, so that the work
 * is linear in the claims.  Copies: where the aligned runs of two copies leave
 * a gap, the claims in the one side of it stand for those in the other.
 */
#ifndef CD_CORPUS_DATABASE_CLAIM_EDGES_H
#define CD_CORPUS_DATABASE_CLAIM_EDGES_H

#include "corpus/database/claim_row.h"
#include "corpus/search/bins.h"

static inline uint64_t
cd_claim_edge(size_t a, size_t b)
{
    return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* Errors stick to db, which has scenes (corpus/database/claim_scenes.h). */
void cd_claim_edges_questions(struct cd_db *db, struct cd_list *edges);
void cd_claim_edges_copies(struct cd_db *db, struct cd_list *edges);

#endif
