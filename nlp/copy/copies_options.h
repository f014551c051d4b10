/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Options of copy detection, shared by the pairwise judgement
 * (nlp/copy/compare.h) and the search across a corpus (corpus/search/copies.h).
 */
#ifndef CD_NLP_COPY_COPIES_OPTIONS_H
#define CD_NLP_COPY_COPIES_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum cd_unit_of_copy { CD_UNIT_PARAGRAPH, CD_UNIT_ARTICLE, CD_UNIT_RECORD };

/* The judgement of nlp/copy/compare.h, or a plain threshold on one measure. */
enum cd_copies_measure { CD_MEASURE_JUDGE, CD_MEASURE_JACCARD };

/* How candidates of measure jaccard are found; auto takes the prefix filter
 * for short units and MinHash for long ones (docs/copies.md). */
enum cd_copies_engine { CD_ENGINE_AUTO, CD_ENGINE_PREFIX, CD_ENGINE_MINHASH };

enum cd_cluster_rule { CD_CLUSTER_COMPONENTS, CD_CLUSTER_COMPLETE };

/* Which of a cluster is kept where copies are dropped. */
enum cd_copies_keep {
    CD_KEEP_ALL,
    CD_KEEP_FIRST,    /* in the input */
    CD_KEEP_LONGEST,  /* by words; of equal ones the first */
    CD_KEEP_EARLIEST, /* by publication date; of equal ones, and where there
                         is none, the first */
};

struct cd_copies_options {
    int unit;         /* enum cd_unit_of_copy */
    int measure;      /* enum cd_copies_measure */
    int engine;       /* enum cd_copies_engine */
    int cluster;      /* enum cd_cluster_rule */
    double threshold; /* of measure jaccard: 0 to 1 */
    size_t shingle;   /* words in a shingle of measure jaccard */
    size_t min_words; /* shorter units are not compared; 0: as the measure
                         needs it, 12 for the judgement and 1 for jaccard */
    size_t crowd;     /* units that share a key are compared all with all up to
                         this many; of more, only with a few others */
    size_t memory;    /* bytes that the search may use before it spills */
    size_t chunk;     /* units, or records, in a task; 0: as each step has it.
                         It changes nothing but the speed; for tests */
};

#define CD_COPIES_OPTIONS                                                      \
    {                                                                          \
        .threshold = 0.8, .shingle = 5, .crowd = 500,                          \
        .memory = (size_t)1 << 30                                              \
    }

#endif
