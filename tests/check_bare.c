/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bare numbers and ordinals, and the list of --only.
 */
#include "nlp/claim/want.h"
#include "nlp/quantity/quantity.h"
#include "tests/check.h"

static const struct {
    const char *text, *want; /* "text=value; ..." ordinals with # */
} cases[] = {
    { "It cost $20 for 3 years.", "20=20; 3=3" },
    { "The first word of the second line", "first=#1; second=#2" },
    { "a first class seat on the 21st", "first=#1; 21st=#21" },
    { "They won 12 out of 10.", "12=12; 10=10" },
    { "two out of five", "two out of five=0.4" },
    { "one in twenty", "one in twenty=0.05" },
    { "7 over 2", "7 over 2=3.5" },
    { "The one that I saw, this one, has 29km roads.", "" },
    { "version two and model m212", "two=2" },
    { "10.20.30.40", "10=10; 20=20; 30=30; 40=40" },
    { "Nos. 12,14,16", "12=12; 14=14; 16=16" },
    { "3G and 4k", "3G=3000000000; 4k=4000" },
    { "a couple of times", "a couple of=2" },
    { "sixty-one (61) days", "sixty-one (61)=61" },
    { "forty and a fifth", "forty and a fifth=40.2; fifth=#5" },
    { "point 25", "point 25=0.25" },
    { "the second to last page", "" },
    { "2.5^-1", "2.5^-1=0.4" },
    { "one hundred forty-fifths", "one hundred forty-fifths=2.22222222222" },
    { "two thousand sevenths", "two thousand sevenths=285.714285714" },
    { "ninety and four hundredths", "ninety and four hundredths=90.04" },
    { "a billionth", "a billionth=0.000000001" },
    { "four hundred and three dozen", "four hundred and three dozen=436" },
    { "3 hundred and nine", "3 hundred and nine=309" },
    { "two billion and three quarters million",
      "two billion and three quarters million=2000750000" },
    { "in eight quarters", "eight=8" },
};

static struct cd_str
show(const struct cd_reading *reading, struct cd_arena *arena,
     struct cd_str text)
{
    struct cd_str all = { "", 0 };

    for (size_t i = 0; i < reading->count; i++) {
        const struct cd_quantity *q = &reading->items[i];
        struct cd_str words = cd_str_sub(text, q->span.start, q->span.end);
        struct cd_str value = cd_decimal_print(q->value, arena);

        all = cd_arena_printf(arena, "%.*s%s%.*s=%s%.*s", (int)all.n, all.p,
                              i > 0 ? "; " : "", (int)words.n, words.p,
                              cd_str_is(q->unit, "ordinal") ? "#" : "",
                              (int)value.n, value.p);
    }
    return all;
}

START_TEST(bare)
{
    struct cd_error err = { 0 };
    struct cd_quantities *engine = cd_quantities_new(NULL, &err);
    struct cd_reading *reading = cd_reading_new();
    struct cd_arena arena = { 0 };
    struct cd_str text = cd_str_of(cases[_i].text);

    ck_assert_int_eq(cd_quantities_bare(engine, reading, &arena, text,
                                        (struct cd_span){ 0, text.n }, &err),
                     CD_OK);
    ck_assert_view_eq(show(reading, &arena, text), cases[_i].want);
    cd_arena_release(&arena);
    cd_reading_free(reading);
    cd_quantities_free(engine);
}
END_TEST

START_TEST(wanted)
{
    struct cd_want want;
    struct cd_error err = { 0 };
    struct cd_quantity money = { .class = CD_QUANTITY_MONEY,
                                 .unit = CD_STR("USD") };
    struct cd_quantity length = { .class = CD_QUANTITY_PHYSICAL,
                                  .unit = CD_STR("km/h") };

    ck_assert_int_eq(cd_want_read(NULL, &want, &err), CD_OK);
    ck_assert(cd_want_has(&want, &money) && !want.numbers && !want.dates);
    ck_assert_int_eq(cd_want_read("length, speed,number", &want, &err), CD_OK);
    ck_assert(!cd_want_has(&want, &money) && cd_want_has(&want, &length));
    ck_assert(want.numbers && !want.ordinals);
    ck_assert_int_eq(cd_want_read("volume", &want, &err), CD_OK);
    length.unit = CD_STR("L/h");
    ck_assert(cd_want_has(&want, &length));
    ck_assert_int_eq(cd_want_read("money,colour", &want, &err), CD_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "'colour'"));
}
END_TEST

Suite *
check_bare(void)
{
    Suite *suite = suite_create("bare");
    TCase *tcase = tcase_create("bare");

    tcase_add_loop_test(tcase, bare, 0, CD_COUNT(cases));
    tcase_add_test(tcase, wanted);
    suite_add_tcase(suite, tcase);
    return suite;
}
