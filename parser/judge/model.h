/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The block model: gradient boosted decision trees over the features of a block
 * (Friedman, Greedy function approximation, 2001), in whole numbers.
 *
 *     cd_model_odds(cd_model_default(), rows, n, odds);
 *     if (odds[i] >= 0) ...         more likely a part of the article than not
 *
 * The weights are data/model.extraction.tsv, made by tools/train_extraction.py
 * and compiled in.  Const, so every thread may use it.
 */
#ifndef CD_PARSER_JUDGE_MODEL_H
#define CD_PARSER_JUDGE_MODEL_H

#include "parser/judge/features.h"

enum { CD_MODEL_ONE = 1 << 16 }; /* a log odds of 1 */

/* A fork goes to the next node if row[feature] <= limit, else to the node
 * `right` further on.  A leaf has feature -1, and right is its value. */
struct cd_fork {
    int16_t feature, limit;
    int32_t right;
};

enum { CD_MODEL_NODES_MAX = 128 }; /* of one tree */

struct cd_model {
    const struct cd_fork *forks; /* trees in preorder, one after the other */
    const uint32_t *roots;       /* index of each tree's first node, and of
                                    what follows the last tree */
    size_t tree_count;
};

/* The model that is compiled in. */
const struct cd_model *cd_model_default(void);

/* Log odds of "keep" for each of n rows of CD_FEATURE_COUNT features, in
 * 1 / CD_MODEL_ONE, to odds[0..n). */
void cd_model_odds(const struct cd_model *model, const int16_t *rows, size_t n,
                   int32_t *odds);

/* Log odds as a probability from 0 to 1. */
double cd_model_probability(int32_t odds);

/* Index of a feature by its name, or -1: for those who read a model. */
int cd_feature_find(struct cd_str name);

#endif
