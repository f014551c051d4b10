/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How many words are copied: all of a text that is a copy of another, and of
 * one that has a copied block or passage those that are marked there.
 *
 *     cd_covered_count(&search, &clusters);    search.stats.copied_words
 *
 * Runs once, when the clusters are made.
 */
#ifndef CD_CORPUS_SEARCH_COVERED_H
#define CD_CORPUS_SEARCH_COVERED_H

#include "corpus/search/cluster.h"

/* Of a text with several such blocks, which other texts have, each marked word
 * counts once; a text whose pair nobody judged, in a cluster, counts whole.
 * Reads the spans of all pairs that contain a block, once; of their texts it
 * keeps a bit for each byte. */
void cd_covered_count(struct cd_copies *search,
                      const struct cd_clusters *clusters);

#endif
