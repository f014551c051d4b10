/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The shapes of digits: no text makes their patterns slow, by steps and not by
 * time.
 */
#include "tests/check.h"

#include "base/buf.h"
#include "nlp/quantity/token_part.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "nlp/quantity/shapes.inc"

static const char *const digits[] = {
    "1",
    "0",
    "12",
    "1,",
    "1.",
    "1-",
    "1 ",
    "1/",
    "1:",
    "1'",
    "(1",
    "1)",
    "0-",
    "+1 ",
    "1.1",
    "111,",
    "111.",
    "20",
    "97-",
    "1.1-",
    "12:0",
    "0 1 ",
    "19 ",
    "1x",
    "1e",
    "1_",
    "1,11,",
    "9-9",
    "a1",
    "1\xC2\xA0",
    "111\xE2\x80\xAF",
    "1/1/",
    "2020-",
};

/* unit as often as fits into n bytes, and once */
static struct cd_str
flood(struct cd_buf *text, const char *unit, size_t n)
{
    cd_buf_reset(text);
    while (text->n < n)
        cd_buf_puts(text, unit);
    return cd_buf_str(text);
}

/* The least match limit with which the pattern comes to an end. */
static uint32_t
match_steps(const pcre2_code *code, pcre2_match_data *data, struct cd_str text)
{
    pcre2_match_context *context = pcre2_match_context_create(NULL);
    uint32_t low = 0, high = 1U << 20;

    while (low + 1 < high) {
        uint32_t limit = low + (high - low) / 2;

        pcre2_set_match_limit(context, limit);
        if (pcre2_match(code, (PCRE2_SPTR)text.p, text.n, 0, PCRE2_NO_UTF_CHECK,
                        data, context) == PCRE2_ERROR_MATCHLIMIT)
            low = limit;
        else
            high = limit;
    }
    pcre2_match_context_free(context);
    return high;
}

/* From one point on a shape looks at so much text, however long it is. */
START_TEST(linear)
{
    struct cd_buf text = { 0 };
    const struct cd_digits_row *row = &cd_digits_row_table[_i];
    int why;
    PCRE2_SIZE at;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)row->pattern, PCRE2_ZERO_TERMINATED,
                      PCRE2_ANCHORED, &why, &at, NULL);
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);

    ck_assert_ptr_nonnull(code);
    for (size_t i = 0; i < CD_COUNT(digits); i++) {
        uint32_t small =
            match_steps(code, data, flood(&text, digits[i], 10000));
        uint32_t large =
            match_steps(code, data, flood(&text, digits[i], 40000));

        ck_assert_msg(small == large && large < 5000,
                      "%s: '%s': %lu and %lu steps", row->id, digits[i],
                      (unsigned long)small, (unsigned long)large);
    }
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    cd_buf_release(&text);
}
END_TEST

Suite *
check_shape(void)
{
    Suite *suite = suite_create("shape");
    TCase *tcase = tcase_create("shape");

    tcase_add_loop_test(tcase, linear, 0, CD_COUNT(cd_digits_row_table));
    suite_add_tcase(suite, tcase);
    return suite;
}
