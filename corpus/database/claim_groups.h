/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Groups of claims over the articles of a run: what several of them say of one
 * thing, and where they contradict each other.
 *
 *     cd_claim_groups_find(db, write, state, &stats, &err);
 *
 * db is the database of the run with its references and indexes.  The groups
 * come first, in the order of their first claim, then the pairs that differ.
 * Two articles contradict each other in a group when no value of the one can
 * be a value of the other; one pair stands for all pairs with the same two
 * values.
 */
#ifndef CD_CORPUS_DATABASE_CLAIM_GROUPS_H
#define CD_CORPUS_DATABASE_CLAIM_GROUPS_H

#include "base/record.h"
#include "corpus/database/query.h"

struct cd_claim_group {
    struct cd_str group; /* the claim_id of its first claim */
    const char *verdict; /* agree refine contradict: the worst of its pairs */
    struct cd_str subject, property, unit;
    size_t articles;
    struct cd_str claims; /* JSON array of claim ids */
    struct cd_str values; /* JSON array of the different values */
    size_t capped;        /* claims that were left out */
};

struct cd_claim_pair {
    struct cd_str group;
    const char *verdict; /* refine contradict */
    const char *basis;   /* copy question */
    struct cd_str a, b;  /* ids of the documents, as JSON */
    struct cd_str a_claim, b_claim;
    size_t a_number, b_number; /* of the claims in the database */
};

extern const struct cd_table cd_claim_group_table;
extern const struct cd_table cd_claim_pair_table;

struct cd_claim_groups_stats {
    size_t groups;
};

enum cd_status cd_claim_groups_find(
    struct cd_db *db,
    enum cd_status (*write)(void *state, const struct cd_table *table,
                            const void *record, struct cd_error *err),
    void *state, struct cd_claim_groups_stats *stats, struct cd_error *err);

#endif
