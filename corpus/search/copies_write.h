/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The last step of the search for copies: matches and clusters -> records.
 *
 *     status = cd_copies_write(search, &clusters, &sink, &err);
 *
 * Pairs come in the order of their contents' first units, then clusters in
 * that of their first members.
 */
#ifndef CD_CORPUS_SEARCH_COPIES_WRITE_H
#define CD_CORPUS_SEARCH_COPIES_WRITE_H

#include "corpus/search/cluster.h"

enum cd_status cd_copies_write(struct cd_copies *search,
                               const struct cd_clusters *clusters,
                               const struct cd_copies_sink *sink,
                               struct cd_error *err);

#endif
