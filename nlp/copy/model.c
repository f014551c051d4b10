/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/model.h"

#include <math.h>

#include "base/str.h"
#include "nlp/copy/features.h"

struct cd_copy_weight {
    enum cd_feature feature;
    double copy, contains, template, related, unrelated;
};

#include "nlp/copy/model.inc"

void
cd_model_apply(double *chances, const double *features)
{
    double sums[CD_CLASS_COUNT] = { 0 };
    double most, total = 0;

    for (size_t i = 0; i < CD_COUNT(cd_copy_weight_table); i++) {
        const struct cd_copy_weight *row = &cd_copy_weight_table[i];
        double value = features[row->feature];

        sums[CD_CLASS_COPY] += row->copy * value;
        sums[CD_CLASS_CONTAINS] += row->contains * value;
        sums[CD_CLASS_TEMPLATE] += row->template * value;
        sums[CD_CLASS_RELATED] += row->related * value;
        sums[CD_CLASS_UNRELATED] += row->unrelated * value;
    }
    most = sums[0];
    for (int c = 1; c < CD_CLASS_COUNT; c++)
        most = sums[c] > most ? sums[c] : most;
    for (int c = 0; c < CD_CLASS_COUNT; c++)
        total += chances[c] = exp(sums[c] - most);
    for (int c = 0; c < CD_CLASS_COUNT; c++)
        chances[c] /= total;
}
