/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/topic.h"
#include "tests/check.h"

static const struct {
    const char *subject, *property, *other_subject, *other_property;
    bool same;
} cases[] = {
    { "Acme", "revenue", "Acme Inc.", "revenue", true },
    { "Acme", "quarterly revenue", "Acme", "annual revenue", false },
    { "Acme", "net profit", "Acme", "operating profit", false },
    { "Nvidia", "market cap", "chipmaker Nvidia", "market value", true },
    { "Nvidia", "fine by the regulator", "Nvidia", "fine", true },
    { "Nvidia shares", "share price", "Nvidia", "stock", true },
    { "Joe Trumbull", "age", "Trumbull", "age", true },
    { "North Korea", "population", "Korea", "population", false },
    { "New Delmouth", "population", "Delmouth", "population", false },
    { "Ilvalick Logistics", "revenue", "Logistics", "revenue", false },
    { "Acme Foods", "revenue", "Acme", "revenue", false },
    { "unemployment rate in Delmouth", "unemployment rate in Delmouth",
      "Delmouth", "unemployment rate", true },
    { "", "revenue", "", "revenue", false },
};

START_TEST(same_question)
{
    struct cd_arena arena = { 0 };
    struct cd_topic a, b;

    cd_topic_make(&a, &arena, cd_str_of(cases[_i].subject),
                  cd_str_of(cases[_i].property));
    cd_topic_make(&b, &arena, cd_str_of(cases[_i].other_subject),
                  cd_str_of(cases[_i].other_property));
    ck_assert_int_eq(cd_topic_same(&a, &b), cases[_i].same);
    ck_assert_int_eq(cd_topic_same(&b, &a), cases[_i].same);
    cd_arena_release(&arena);
}
END_TEST

/* Whatever is the same is found under a name of both. */
START_TEST(names_in_common)
{
    struct cd_arena arena = { 0 };
    struct cd_topic a, b;
    uint32_t ours[CD_TOPIC_NAMES], theirs[CD_TOPIC_NAMES];
    bool common = false;

    cd_topic_make(&a, &arena, cd_str_of(cases[_i].subject),
                  cd_str_of(cases[_i].property));
    cd_topic_make(&b, &arena, cd_str_of(cases[_i].other_subject),
                  cd_str_of(cases[_i].other_property));
    for (size_t i = cd_topic_names(&a, ours); i-- > 0;)
        for (size_t j = cd_topic_names(&b, theirs); j-- > 0;)
            common |= ours[i] == theirs[j];
    ck_assert(common || !cases[_i].same);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(long_phrase_is_no_topic)
{
    struct cd_arena arena = { 0 };
    struct cd_topic topic;
    uint32_t names[CD_TOPIC_NAMES];

    cd_topic_make(&topic, &arena,
                  CD_STR("Alder Birch Cedar Date Elder Fir Gorse Hazel Ivy"),
                  CD_STR("height"));
    ck_assert_uint_eq(cd_topic_names(&topic, names), 0);
    ck_assert(!cd_topic_same(&topic, &topic));
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_topic(void)
{
    Suite *suite = suite_create("topic");
    TCase *tcase = tcase_create("topic");

    tcase_add_loop_test(tcase, same_question, 0, (int)CD_COUNT(cases));
    tcase_add_loop_test(tcase, names_in_common, 0, (int)CD_COUNT(cases));
    tcase_add_test(tcase, long_phrase_is_no_topic);
    suite_add_tcase(suite, tcase);
    return suite;
}
