/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What pushed the model: on trees small enough to reckon by hand.
 */
#include "parser/judge/pushes.h"
#include "tests/check.h"

enum { ONE = CD_MODEL_ONE, LEAF = -1 };

/* words <= 5 ? -1 : (in_nav <= 0 ? 3 : -1); and the same tree without words */
static const struct cd_fork forks[] = {
    { CD_FEATURE_words, 5, 2 }, { LEAF, 0, -ONE }, { CD_FEATURE_in_nav, 0, 2 },
    { LEAF, 0, 3 * ONE },       { LEAF, 0, -ONE }, { CD_FEATURE_in_nav, 0, 2 },
    { LEAF, 0, ONE },           { LEAF, 0, 0 },
};
static const uint32_t roots[] = { 0, 5, CD_COUNT(forks) };
static const struct cd_model model = { forks, roots, 2 };

static const struct {
    int16_t words, in_nav;
    const char *want;
} blocks[] = {
    /* means: 0 and .5 at the roots, 1 at the inner fork */
    { 3, 0,
      "[{\"feature\":\"words\",\"value\":3,\"push\":-1},"
      "{\"feature\":\"in_nav\",\"value\":0,\"push\":0.5}]" },
    { 3, 1,
      "[{\"feature\":\"words\",\"value\":3,\"push\":-1},"
      "{\"feature\":\"in_nav\",\"value\":1,\"push\":-0.5}]" },
    { 9, 0,
      "[{\"feature\":\"in_nav\",\"value\":0,\"push\":2.5},"
      "{\"feature\":\"words\",\"value\":9,\"push\":1}]" },
    { 9, 1,
      "[{\"feature\":\"in_nav\",\"value\":1,\"push\":-2.5},"
      "{\"feature\":\"words\",\"value\":9,\"push\":1}]" },
};

START_TEST(by_hand)
{
    static int16_t rows[CD_COUNT(blocks) * CD_FEATURE_COUNT];
    struct cd_block made[CD_COUNT(blocks)] = { { .level = 0 } };
    struct cd_doc doc = { .blocks = made, .block_count = CD_COUNT(blocks) };

    for (size_t i = 0; i < CD_COUNT(blocks); i++) {
        rows[i * CD_FEATURE_COUNT + CD_FEATURE_words] = blocks[i].words;
        rows[i * CD_FEATURE_COUNT + CD_FEATURE_in_nav] = blocks[i].in_nav;
    }
    cd_pushes_note(&doc, &model, rows);
    for (size_t i = 0; i < CD_COUNT(blocks); i++)
        ck_assert_msg(cd_str_is(made[i].trace->pushes, blocks[i].want),
                      "'%.*s'", (int)made[i].trace->pushes.n,
                      made[i].trace->pushes.p);
    cd_arena_release(&doc.arena);
}
END_TEST

/* A page of one block has nothing to set it apart from. */
START_TEST(alone)
{
    static int16_t rows[CD_FEATURE_COUNT];
    struct cd_block made[1] = { { .level = 0 } };
    struct cd_doc doc = { .blocks = made, .block_count = 1 };

    cd_pushes_note(&doc, cd_model_default(), rows);
    ck_assert(cd_str_is(made[0].trace->pushes, "[]"));
    doc.block_count = 0;
    cd_pushes_note(&doc, cd_model_default(), rows);
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_pushes(void)
{
    Suite *suite = suite_create("pushes");
    TCase *tests = tcase_create("pushes");

    tcase_add_test(tests, by_hand);
    tcase_add_test(tests, alone);
    suite_add_tcase(suite, tests);
    return suite;
}
