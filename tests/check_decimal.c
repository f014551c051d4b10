/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/check.h"

#include "nlp/quantity/decimal.h"

static const struct {
    const char *text, *want; /* want NULL: no number */
} prints[] = {
    { "0", "0" },
    { "-0.50", "-0.5" },
    { "5600000", "5600000" },
    { "118.58", "118.58" },
    { ".5", "0.5" },
    { "0.00012", "0.00012" },
    { "123456789012345678901234567890123456",
      "123456789012345678901234567890123456" },
    { "1234567890123456789012345678901234567890",
      "1234567890123456789012345678901234560000" },
    { "1.2.3", NULL },
    { "", NULL },
    { "12a", NULL },
};

START_TEST(print)
{
    struct cd_arena arena = { 0 };
    struct cd_decimal d;
    bool ok = cd_decimal_parse(cd_str_of(prints[_i].text), &d);

    ck_assert_int_eq(ok, prints[_i].want != NULL);
    if (ok)
        ck_assert_view_eq(cd_decimal_print(d, &arena), prints[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static struct cd_decimal
of(const char *text)
{
    struct cd_decimal d = { 0 };

    ck_assert(cd_decimal_parse(cd_str_of(text), &d));
    return d;
}

START_TEST(arithmetic)
{
    struct cd_arena arena = { 0 };

    ck_assert_view_eq(
        cd_decimal_print(cd_decimal_times(of("5.6"), of("1000000")), &arena),
        "5600000");
    ck_assert_view_eq(
        cd_decimal_print(cd_decimal_minus(of("2.9"), of("3.5")), &arena),
        "-0.6");
    ck_assert_view_eq(
        cd_decimal_print(cd_decimal_plus(of("1000000000000"), of("0.001")),
                         &arena),
        "1000000000000.001");
    ck_assert_view_eq(
        cd_decimal_print(cd_decimal_over(of("2"), of("3")), &arena),
        "0.666666666667");
    ck_assert(cd_decimal_is_zero(cd_decimal_over(of("2"), of("0"))));
    ck_assert_int_lt(cd_decimal_compare(of("-1"), of("0.1")), 0);
    ck_assert_int_eq(cd_decimal_compare(of("1.50"), of("1.5")), 0);
    cd_arena_release(&arena);
}
END_TEST

/* Sums and products of whole numbers agree with the machine's. */
START_TEST(agrees)
{
    uint64_t random = 1442695040888963407U;

    for (int i = 0; i < 5000; i++) {
        int64_t a, b;

        random = random * 6364136223846793005U + 1442695040888963407U;
        a = (int64_t)(random >> 33) - (1 << 30);
        random = random * 6364136223846793005U + 1442695040888963407U;
        b = (int64_t)(random >> 33) - (1 << 30);
        ck_assert_int_eq(
            cd_decimal_compare(
                cd_decimal_plus(cd_decimal_of(a, 0), cd_decimal_of(b, 0)),
                cd_decimal_of(a + b, 0)),
            0);
        ck_assert_int_eq(
            cd_decimal_compare(
                cd_decimal_times(cd_decimal_of(a, -3), cd_decimal_of(b, 1)),
                cd_decimal_of(a * b, -2)),
            0);
    }
}
END_TEST

Suite *
check_decimal(void)
{
    Suite *suite = suite_create("decimal");
    TCase *tcase = tcase_create("decimal");

    tcase_add_loop_test(tcase, print, 0, CD_COUNT(prints));
    tcase_add_test(tcase, arithmetic);
    tcase_add_test(tcase, agrees);
    suite_add_tcase(suite, tcase);
    return suite;
}
