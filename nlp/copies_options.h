/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Options of copy detection, shared by the pairwise judgement (nlp/compare.h)
 * and the search across a corpus (corpus/copies.h).
 */
#ifndef CD_NLP_COPIES_OPTIONS_H
#define CD_NLP_COPIES_OPTIONS_H

#include <stddef.h>

enum cd_unit_of_copy { CD_UNIT_PARAGRAPH, CD_UNIT_ARTICLE, CD_UNIT_RECORD };

/* The judgement of nlp/compare.h, or a plain threshold on one measure. */
enum cd_copies_measure { CD_MEASURE_JUDGE, CD_MEASURE_JACCARD };

enum cd_cluster_rule { CD_CLUSTER_COMPONENTS, CD_CLUSTER_COMPLETE };

struct cd_copies_options {
    int unit;         /* enum cd_unit_of_copy */
    int measure;      /* enum cd_copies_measure */
    int cluster;      /* enum cd_cluster_rule */
    double threshold; /* of measure jaccard: 0 to 1 */
    size_t shingle;   /* words in a shingle of measure jaccard */
    size_t min_words; /* shorter units are not compared */
    size_t memory;    /* bytes that the search may use before it spills */
};

#define CD_COPIES_OPTIONS                                                      \
    {                                                                          \
        .threshold = 0.8, .shingle = 5, .min_words = 12,                       \
        .memory = (size_t)1 << 30                                              \
    }

#endif
