/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/calendar.h"
#include "nlp/when/when.h"
#include "tests/check.h"

/* Published on Wednesday, 12 March 2025. */
static const struct {
    const char *text, *past, *forward; /* NULL: none */
} cases[] = {
    { "yesterday", "2025-03-11", "2025-03-11" },
    { "last year", "2024", "2024" },
    { "this month", "2025-03", "2025-03" },
    { "next quarter", "2025-Q2", "2025-Q2" },
    { "last week", "2025-W10", "2025-W10" },
    { "two days ago", "2025-03-10", "2025-03-10" },
    { "a year ago", "2024-03", "2024-03" },
    { "Monday", "2025-03-10", "2025-03-17" },
    { "Friday", "2025-03-07", "2025-03-14" },
    { "next Friday", "2025-03-21", "2025-03-21" },
    { "January", "2025-01", "2026-01" },
    { "November", "2024-11", "2025-11" },
    { "March 3", "2025-03-03", "2026-03-03" },
    { "3 April 2021", "2021-04-03", "2021-04-03" },
    { "April 3rd, 2021", "2021-04-03", "2021-04-03" },
    { "Q3 2023", "2023-Q3", "2023-Q3" },
    { "the third quarter of 2023", "2023-Q3", "2023-Q3" },
    { "fiscal 2022", "2022", "2022" },
    { "2019", "2019", "2019" },
    { "last two years", "2023/2024", "2023/2024" },
    { "July 13 to 15", "2024-07-13/2024-07-15", "2025-07-13/2025-07-15" },
    { "the first Monday of May 2024", "2024-05-06", "2024-05-06" },
    { "the last day of February 2024", "2024-02-29", "2024-02-29" },
    { "2024-02-29", "2024-02-29", "2024-02-29" },
    { "10/31/99", "1999-10-31", "1999-10-31" },
    { "in the fourth quarter", NULL, NULL },
    { "the fourth quarter", "2024-Q4", "2025-Q4" },
    { "March last year", "2024-03", "2024-03" },
    { "5 May of next year", "2026-05-05", "2026-05-05" },
    { "last summer", "2024-06-21/2024-09-23", "2024-06-21/2024-09-23" },
    { "this winter", "2024-12-21/2025-03-20", "2024-12-21/2025-03-20" },
    { "next spring", "2025-03-20/2025-06-20", "2025-03-20/2025-06-20" },
    { "the autumn of 2019", "2019-09-24/2019-12-20", "2019-09-24/2019-12-20" },
    { "Thu 6th", "2025-03-06", "2025-11-06" },
    { "Fri, Jul 18", "2025-07-18", "2025-07-18" },
    { "Friday after next", "2025-03-21", "2025-03-21" },
    { "June after next", "2026-06", "2026-06" },
    { "7 of next month", "2025-04-07", "2025-04-07" },
    { "31 of next month", NULL, NULL },
    { "2021Q3", "2021-Q3", "2021-Q3" },
    { "the second last week of 2018", "2018-W51", "2018-W51" },
    { "third last day of June", "2024-06-28", "2025-06-28" },
    { "first Monday of last month", "2025-02-03", "2025-02-03" },
    { "5 July for 3 days", "2024-07-05/2024-07-08", "2025-07-05/2025-07-08" },
    { "for 3 days from 5 July", "2024-07-05/2024-07-08",
      "2025-07-05/2025-07-08" },
    { "houses", NULL, NULL },
    { "twelve houses", NULL, NULL },
};

static struct cd_str
resolve(const char *text, const struct cd_date *today, bool forward,
        struct cd_arena *arena)
{
    struct cd_error err;
    struct cd_tokenizer *tokenizer = cd_tokenizer_new(CD_LANGUAGE_EN, &err);
    struct cd_regex_scratch *scratch = cd_regex_scratch_new();
    struct cd_tokens tokens = { 0 };
    struct cd_str view = cd_str_of(text), out = { NULL, 0 };
    struct cd_when when;
    size_t end;

    ck_assert_int_eq(cd_tokens_read(tokenizer, scratch, arena, view,
                                    (struct cd_span){ 0, view.n }, &tokens,
                                    &err),
                     CD_OK);
    if (cd_when_read(&tokens, 0, today, forward, &when, &end))
        out = cd_when_print(&when, arena);
    free(tokens.items);
    cd_regex_scratch_free(scratch);
    cd_tokenizer_free(tokenizer);
    return out;
}

static void
check_one(const char *text, bool forward, const char *want)
{
    struct cd_date today = cd_when_today(CD_STR("2025-03-12"));
    struct cd_arena arena = { 0 };
    struct cd_str got = resolve(text, &today, forward, &arena);

    if (want == NULL)
        ck_assert_msg(got.p == NULL, "%s: got %s", text, got.p);
    else
        ck_assert_view_eq(got, want);
    cd_arena_release(&arena);
}

START_TEST(read)
{
    check_one(cases[_i].text, false, cases[_i].past);
    check_one(cases[_i].text, true, cases[_i].forward);
}
END_TEST

/* Without a publication date only absolute dates resolve. */
START_TEST(undated)
{
    struct cd_date none = cd_when_today((struct cd_str){ NULL, 0 });
    struct cd_arena arena = { 0 };

    ck_assert_ptr_null(resolve("last year", &none, false, &arena).p);
    ck_assert_ptr_null(resolve("Monday", &none, false, &arena).p);
    ck_assert_view_eq(resolve("May 2020", &none, false, &arena), "2020-05");
    cd_arena_release(&arena);
}
END_TEST

START_TEST(calendar)
{
    for (int64_t day = -800000; day < 200000; day += 97) {
        int64_t year;
        int month, of_month;

        cd_day_split(day, &year, &month, &of_month);
        ck_assert_int_eq(cd_day_of(year, month, of_month), day);
    }
    ck_assert_int_eq(cd_day_of(1970, 1, 1), 0);
    ck_assert_int_eq(cd_day_of(2024, 14, 31), cd_day_of(2025, 2, 28));
    ck_assert_int_eq(cd_day_weekday(cd_day_of(2025, 3, 12)), 2);
}
END_TEST

Suite *
check_when(void)
{
    Suite *suite = suite_create("when");
    TCase *tests = tcase_create("when");

    tcase_add_loop_test(tests, read, 0, CD_COUNT(cases));
    tcase_add_test(tests, undated);
    tcase_add_test(tests, calendar);
    suite_add_tcase(suite, tests);
    return suite;
}
