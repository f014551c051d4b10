/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/model.h"

#include <stdio.h>

#include "base/memo.h"
#include "tests/check.h"

enum { ROWS = 150, PREVIEW = 41, CLEAR = 3 * CD_MODEL_ONE };

static uint32_t seed;

static uint32_t
draw(void)
{
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

/* Half of the numbers are small, as shares and flags are. */
static int16_t
number(void)
{
    return (int16_t)(draw() % 2 == 0 ? draw() % 16 : draw());
}

/* One row, from root to leaf, tree by tree. */
static int32_t
oracle(const struct cd_model *model, const int16_t *row)
{
    int32_t sum = 0;

    for (size_t i = 0; i < model->tree_count; i++) {
        const struct cd_fork *fork = &model->forks[model->roots[i]];

        while (fork->feature >= 0)
            fork += row[fork->feature] <= fork->limit ? 1 : fork->right;
        sum += fork->right;
        if (i + 1 == PREVIEW && (sum < -CLEAR || sum > CLEAR))
            break;
    }
    return sum;
}

/* Many rows at once get what each gets alone, for every number of rows. */
START_TEST(rows_abreast)
{
    static int16_t rows[ROWS * CD_FEATURE_COUNT];
    const struct cd_model *model = cd_model_default();
    int32_t odds[ROWS];

    seed = 7;
    for (size_t i = 0; i < CD_COUNT(rows); i++)
        rows[i] = number();
    for (size_t n = 0; n <= ROWS; n++) {
        cd_model_odds(model, rows, n, odds);
        for (size_t i = 0; i < n; i++)
            ck_assert_int_eq(odds[i],
                             oracle(model, rows + i * CD_FEATURE_COUNT));
    }
}
END_TEST

START_TEST(memory_of_names)
{
    static struct cd_memo memo;
    struct cd_memo_slot *slot;
    char names[1000][8];
    size_t known = 0;

    for (unsigned i = 0; i < CD_COUNT(names); i++) {
        snprintf(names[i], sizeof(names[i]), "n%u", i);
        ck_assert(!cd_memo_seek(&memo, cd_str_of(names[i]), &slot));
        slot->value = i;
    }
    for (unsigned i = 0; i < CD_COUNT(names); i++) {
        if (!cd_memo_seek(&memo, cd_str_of(names[i]), &slot))
            slot->value = i;
        else
            known++;
        ck_assert_uint_eq(slot->value, i);
        ck_assert(cd_memo_seek(&memo, cd_str_of(names[i]), &slot));
    }
    ck_assert_uint_gt(known, 0);
    ck_assert(!cd_memo_seek(&memo, (struct cd_str){ NULL, 0 }, &slot));
    ck_assert(cd_memo_seek(&memo, CD_STR(""), &slot));
}
END_TEST

Suite *
check_model(void)
{
    Suite *suite = suite_create("model");
    TCase *tcase = tcase_create("model");

    tcase_add_test(tcase, rows_abreast);
    tcase_add_test(tcase, memory_of_names);
    suite_add_tcase(suite, tcase);
    return suite;
}
