/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stats.json: what a run read, wrote and lost, in counts.  No times: the same
 * input and options give the same bytes.
 */
#ifndef CD_CORPUS_RUN_STATS_H
#define CD_CORPUS_RUN_STATS_H

#include "corpus/database/claim_groups.h"
#include "corpus/run/work.h"
#include "corpus/search/copies.h"

struct cd_stats {
    uint64_t blocks, kept_blocks;
    struct cd_accounting text; /* bytes over all documents */
    struct cd_claim_groups_stats groups;
};

/* Adds a document. */
void cd_stats_count(struct cd_stats *stats, const struct cd_doc *doc);

void cd_stats_json(struct cd_buf *out, const struct cd_stats *stats,
                   const struct cd_copies_stats *copies,
                   const struct cd_work *work);

#endif
