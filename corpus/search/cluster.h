/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clusters: units that matches connect.
 *
 *     struct cd_clusters clusters = { 0 };
 *     cd_clusters_make(&clusters, search);    after cd_search_verify()
 *     clusters.of[unit]                       which one, or CD_NO_UNIT
 *     cd_clusters_release(&clusters);
 *
 * Of rule "components" a cluster is all that is connected by matches; of rule
 * "complete" every two members are a match, and each unit goes, in input
 * order, to the first cluster whose members all match it.  A match of kind
 * template connects nothing.
 */
#ifndef CD_CORPUS_SEARCH_CLUSTER_H
#define CD_CORPUS_SEARCH_CLUSTER_H

#include "corpus/search/search.h"

struct cd_cluster_of_units {
    uint64_t id;       /* from the members' contents */
    size_t start;      /* of its members */
    size_t size;       /* at least 2 */
    uint64_t contents; /* different contents in it */
    uint64_t sided[2]; /* those of the reference alone, of the input alone */
    size_t reference;  /* members that are of the reference */
    uint64_t matches;  /* between those */
    uint64_t listed;   /* pairs of members that are listed */
    bool crowded;
};

struct cd_clusters {
    uint32_t *of;      /* of each unit */
    uint32_t *members; /* units, cluster by cluster, ascending */
    struct cd_cluster_of_units *clusters;
    size_t count;
    uint32_t *copies; /* of each first unit: how many units have its content */
    uint32_t *reference; /* and of them, how many are the reference's; NULL
                            where there is none */
};

void cd_clusters_make(struct cd_clusters *clusters, struct cd_copies *search);
void cd_clusters_release(struct cd_clusters *clusters);

/* How many pairs of the members, and of their contents, there can be. */
uint64_t cd_cluster_pairs(const struct cd_cluster_of_units *cluster);
uint64_t
cd_cluster_pairs_of_contents(const struct cd_cluster_of_units *cluster);

/*
 * Are all pairs of a units of one content and b of another listed?  Otherwise
 * only those with the first of either.  And all pairs of n units of the same
 * content?  Otherwise those with the first.
 */
bool cd_clusters_lists_all(const struct cd_copies *search, uint64_t a,
                           uint64_t b);
bool cd_clusters_lists_same(const struct cd_copies *search, uint64_t n);

#endif
