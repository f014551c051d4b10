/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/topic.h"
#include "tests/check.h"

static const struct {
    const char *property, *want;
} cases[] = {
    { "market cap", "market value" },
    { "quarterly Revenue", "revenue" },
    { "number of cars", "number of cars" },
    { "", "" },
};

START_TEST(measure)
{
    char room[CD_TOPIC_MEASURE];
    struct cd_str got = cd_topic_measure(cd_str_of(cases[_i].property), room);

    ck_assert_msg(cd_str_is(got, cases[_i].want), "%s: got '%.*s'",
                  cases[_i].property, (int)got.n, got.p);
}
END_TEST

Suite *
check_topic(void)
{
    Suite *suite = suite_create("topic");
    TCase *tcase = tcase_create("topic");

    tcase_add_loop_test(tcase, measure, 0, (int)CD_COUNT(cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
