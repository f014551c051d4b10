/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/model.h"

#include "parser/model.inc"

/* The later trees only polish: a block that is clear by then stays clear. */
enum { PREVIEW_TREES = 40, CLEAR = 3 * CD_MODEL_ONE };

static const struct cd_model compiled = { model_forks, model_roots,
                                          CD_COUNT(model_roots) };

const struct cd_model *
cd_model_default(void)
{
    return &compiled;
}

int32_t
cd_model_odds(const struct cd_model *model, const int16_t *row)
{
    int32_t sum = 0;

    for (size_t i = 0; i < model->tree_count; i++) {
        const struct cd_fork *fork = &model->forks[model->roots[i]];

        while (fork->feature >= 0)
            fork += row[fork->feature] <= fork->limit ? 1 : fork->right;
        sum += fork->right;
        if (i == PREVIEW_TREES && (sum < -CLEAR || sum > CLEAR))
            break;
    }
    return sum;
}

/* By multiplication alone, so that every machine gets the same: (1 + x/n)^n is
 * within 1 % of e^x where it matters, and never falls as x grows. */
static double
exponential(double x)
{
    double y = 1 + x / 4096;

    for (int i = 0; i < 12; i++)
        y *= y;
    return y;
}

double
cd_model_probability(int32_t odds)
{
    double x = (double)odds / CD_MODEL_ONE;

    if (x < 0)
        return 1 - cd_model_probability(-odds);
    return x > 20 ? 1 : 1 - 1 / (1 + exponential(x));
}

int
cd_feature_find(struct cd_str name)
{
    for (int f = 0; f < CD_FEATURE_COUNT; f++) {
        if (cd_str_is(name, cd_block_feature_names[f]))
            return f;
    }
    return -1;
}
