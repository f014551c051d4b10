/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "tests/check.h"

static const struct {
    const char *text;
    const char *want; /* NULL: no date */
    enum cd_date_order order;
} cases[] = {
    { "2025-08-19", "2025-08-19", 0 },
    { "2025-08-19T10:05:00Z", "2025-08-19T10:05:00Z", 0 },
    { "2025-08-19T10:05:00.123+02:00", "2025-08-19T10:05:00+02:00", 0 },
    { "2025-08-19 10:05 -0430", "2025-08-19T10:05:00-04:30", 0 },
    { "2025-8-9T7:05:00", "2025-08-09T07:05:00", 0 },
    { "20250819", "2025-08-19", 0 },
    { "/news/2025/08/19/title", "2025-08-19", 0 },
    { "Updated Aug. 19, 2025 at noon", "2025-08-19", 0 },
    { "August 19th, 2025", "2025-08-19", 0 },
    { "on 19 August 2025", "2025-08-19", 0 },
    { "19. M\xc3\xa4rz 2025", "2025-03-19", 0 },
    { "19 de agosto de 2025", "2025-08-19", 0 },
    { "1er f\xc3\xa9vrier 2024", "2024-02-01", 0 },
    { "19 \xd0\xb0\xd0\xb2\xd0\xb3\xd1\x83\xd1\x81\xd1\x82\xd0\xb0 2025",
      "2025-08-19", 0 },
    { "2025\xe5\xb9\xb4"
      "8\xe6\x9c\x88"
      "19\xe6\x97\xa5",
      "2025-08-19", 0 },
    { "3/4/2025", "2025-03-04", CD_DATE_MONTH_FIRST },
    { "3/4/2025", "2025-04-03", CD_DATE_DAY_FIRST },
    { "13/4/2025", "2025-04-13", CD_DATE_MONTH_FIRST },
    { "03.04.2025", "2025-04-03", CD_DATE_MONTH_FIRST },
    { "Phys Act. 2024 Jun 30;28(2)", "2024-06-30", 0 },
    { "/world/2023/oct/03/title", "2023-10-03", 0 },
    { "19-Aug-2025", "2025-08-19", 0 },
    { "2025-02-30", NULL, 0 }, /* not in the calendar */
    { "2024-02-29", "2024-02-29", 0 },
    { "Flight 20251340", NULL, 0 },
    { "May 2025", NULL, 0 }, /* no day */
    { "1/2", NULL, 0 },
    { "in 1066-10-14", NULL, 0 },
    { "", NULL, 0 },
    { "may", NULL, 0 },
};

START_TEST(find)
{
    struct cd_arena arena = { 0 };
    struct cd_date date;
    struct cd_span span;
    bool found =
        cd_date_find(cd_str_of(cases[_i].text), cases[_i].order, &date, &span);

    ck_assert_msg(found == (cases[_i].want != NULL), "%s", cases[_i].text);
    if (found)
        ck_assert_view_eq(cd_date_format(&arena, &date), cases[_i].want);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(span_is_the_date)
{
    const struct cd_str text = CD_STR("Posted: Aug. 19, 2025 by Ana");
    struct cd_date date;
    struct cd_span span;

    ck_assert(cd_date_find(text, CD_DATE_MONTH_FIRST, &date, &span));
    ck_assert_view_eq(cd_str_sub(text, span.start, span.end), "Aug. 19, 2025");
}
END_TEST

Suite *
check_date(void)
{
    Suite *suite = suite_create("date");
    TCase *tcase = tcase_create("date");

    tcase_add_loop_test(tcase, find, 0, (int)CD_COUNT(cases));
    tcase_add_test(tcase, span_is_the_date);
    suite_add_tcase(suite, tcase);
    return suite;
}
