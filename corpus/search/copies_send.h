/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Matches and clusters, made into records: one part of all that is written.
 *
 *     struct cd_sender sender = { .search = search, .clusters = clusters,
 *                                 .sink = sink, .rendering = true };
 *     sender.part = ...;
 *     status = cd_sender_pairs(&sender);     sender.out has the lines
 *     cd_sender_release(&sender);
 *
 * A sender belongs to one thread; the search and the clusters do not change.
 */
#ifndef CD_CORPUS_SEARCH_COPIES_SEND_H
#define CD_CORPUS_SEARCH_COPIES_SEND_H

#include "corpus/search/cluster.h"

/* The pairs that begin with some units, or some clusters. */
struct cd_send_part {
    size_t from, to;  /* units or clusters */
    size_t match;     /* the first of those units */
    uint64_t records; /* pairs, or members of clusters; at least */
};

struct cd_sender {
    const struct cd_copies *search;
    const struct cd_clusters *clusters;
    const struct cd_copies_sink *sink;
    struct cd_send_part part;
    bool rendering;        /* to out, and not to the sink */
    struct cd_arena arena; /* of one record */
    struct cd_buf text, scratch, detail, out;
    size_t pairs, cluster_count, capped;
    struct cd_error err;
};

/* What a record has of a document or a cluster: its id, in the sender's arena
 * or good until the next of them; its date, absent or empty if it has none. */
struct cd_str cd_sender_id(struct cd_sender *sender, uint32_t unit);
struct cd_str cd_sender_date(struct cd_sender *sender, uint32_t unit);
struct cd_str cd_sender_cluster(struct cd_sender *sender, size_t cluster);

/* <0: a is earlier; 0: the dates do not tell. */
int cd_sender_compare_dates(struct cd_str a, struct cd_str b);

/* The part is one of units, or one of clusters. */
enum cd_status cd_sender_pairs(struct cd_sender *sender);
enum cd_status cd_sender_clusters(struct cd_sender *sender);
void cd_sender_release(struct cd_sender *sender);

#endif
