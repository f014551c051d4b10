/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The trained part of the judgement: a multinomial logistic model over the
 * features of nlp/copy/features.h.  Its weights are the rows of
 * data/copies.model.tsv, which tools/train_copies.py writes.
 *
 *     double chances[CD_CLASS_COUNT];
 *     cd_model_apply(chances, features);
 */
#ifndef CD_NLP_COPY_MODEL_H
#define CD_NLP_COPY_MODEL_H

/* The columns of data/copies.model.tsv, in their order. */
enum cd_class {
    CD_CLASS_COPY, /* same, edited, reworded */
    CD_CLASS_CONTAINS,
    CD_CLASS_TEMPLATE,
    CD_CLASS_RELATED,
    CD_CLASS_UNRELATED,
    CD_CLASS_COUNT
};

/* The probability of each class; they sum to 1. */
void cd_model_apply(double *chances, const double *features);

#endif
