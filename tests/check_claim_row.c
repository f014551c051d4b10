/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/claim_row.h"
#include "tests/check.h"

/* An article of the day, which SQLite's julianday() gives, that tells of the
 * time, and another that names no time: are they of one time? */
static const struct {
    const char *time;
    int64_t day;
    bool same;
} times[] = {
    { "2026", 2461041, true },     /* 2026-01-01 */
    { "2026", 2461040, false },    /* 2025-12-31 */
    { "2026", 2461405, true },     /* 2026-12-31 */
    { "2026", 2461406, false },    /* 2027-01-01 */
    { "2026-03", 2461206, true },  /* 2026-06-15 */
    { "2026-01", 2461206, false }, /* too long ago */
    { "2026-12-24", 2461206, false },
    { "2026-Q1", 2461206, true }, /* nobody knows */
    { "2026", 0, true },
};

START_TEST(time_of_day)
{
    struct cd_claim_row a = { .day = times[_i].day,
                              .time = cd_str_of(times[_i].time),
                              .modality = CD_STR("asserted") };
    struct cd_claim_row b = { .day = times[_i].day,
                              .modality = CD_STR("asserted") };

    ck_assert_int_eq(cd_claim_rows_timely(&a, &b, false), times[_i].same);
    ck_assert_int_eq(cd_claim_rows_timely(&b, &a, false), times[_i].same);
}
END_TEST

Suite *
check_claim_row(void)
{
    Suite *suite = suite_create("claim_row");
    TCase *tests = tcase_create("claim_row");

    tcase_add_loop_test(tests, time_of_day, 0, CD_COUNT(times));
    suite_add_tcase(suite, tests);
    return suite;
}
