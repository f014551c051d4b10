/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The last step of a search that drops copies: of each cluster one unit is
 * kept, and of each document the sink is told which of its units are.
 *
 *     status = cd_copies_choose(search, &clusters, &sink, &err);
 */
#ifndef CD_CORPUS_SEARCH_COPIES_CHOOSE_H
#define CD_CORPUS_SEARCH_COPIES_CHOOSE_H

#include "corpus/search/cluster.h"

enum cd_status cd_copies_choose(struct cd_copies *search,
                                const struct cd_clusters *clusters,
                                const struct cd_copies_sink *sink,
                                struct cd_error *err);

#endif
