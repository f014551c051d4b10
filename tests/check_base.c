/* SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "base/arena.h"
#include "base/doc.h"
#include "base/error.h"
#include "base/json.h"
#include "base/record.h"
#include "base/utf8.h"
#include "tests/check.h"

static const struct {
    struct cd_str text;
    const char *want;
} json_cases[] = {
    { { NULL, 0 }, "null" },
    { { "", 0 }, "\"\"" },
    { { "a\"b\\c", 5 }, "\"a\\\"b\\\\c\"" },
    { { "a\0b\n", 4 }, "\"a\\u0000b\\n\"" },
    { { "\x7f\xe2\x80\xa8\xe2\x80\xa9", 7 }, "\"\\u007f\\u2028\\u2029\"" },
    { { "\xe2\x80", 2 }, "\"\xe2\x80\"" }, /* a cut sequence is not read past */
    { { "caf\xc3\xa9 \xe2\x80\xa6", 9 }, "\"caf\xc3\xa9 \xe2\x80\xa6\"" },
};

START_TEST(json_str)
{
    struct cd_buf out = { 0 };

    cd_json_str(&out, json_cases[_i].text);
    ck_assert_view_eq(cd_buf_str(&out), json_cases[_i].want);
    cd_buf_release(&out);
}
END_TEST

static const struct {
    double value;
    const char *want;
} score_cases[] = {
    { 0, "0" },
    { 1, "1" },
    { 0.5, "0.5" },
    { -0.25, "-0.25" },
    { 0.12345, "0.1235" },
    { 0.00004, "0" },
    { NAN, "null" },
    { 1e300, "null" },
};

START_TEST(json_score)
{
    struct cd_buf out = { 0 };

    cd_json_score(&out, score_cases[_i].value);
    ck_assert_view_eq(cd_buf_str(&out), score_cases[_i].want);
    cd_buf_release(&out);
}
END_TEST

struct pet {
    struct cd_str name;
    size_t legs;
    bool tame;
    double weight;
    struct cd_span bite;
    const char *kind;
};

START_TEST(record)
{
    static const struct cd_field fields[] = {
        CD_FIELD(struct pet, name, TEXT, "name"),
        CD_FIELD(struct pet, legs, SIZE, "legs"),
        CD_FIELD(struct pet, tame, BOOL, "tame"),
        CD_FIELD(struct pet, weight, SCORE, "weight"),
        CD_FIELD(struct pet, bite, SPAN, "bite"),
        CD_FIELD(struct pet, kind, NAME, "kind"),
    };
    const struct cd_table table = { "pets", "pets", fields, CD_COUNT(fields) };
    const struct pet rex = { CD_STR("Rex"), 4, true, 7.5, { 1, 9 }, "dog" };
    const struct pet none = { { NULL, 0 }, SIZE_MAX,        false,
                              NAN,         { SIZE_MAX, 0 }, NULL };
    struct cd_buf out = { 0 };

    cd_record_json(&out, &table, &rex);
    cd_record_json(&out, &table, &none);
    ck_assert_view_eq(cd_buf_str(&out),
                      "{\"name\":\"Rex\",\"legs\":4,\"tame\":true,"
                      "\"weight\":7.5,\"bite\":[1,9],\"kind\":\"dog\"}"
                      "{\"name\":null,\"legs\":null,\"tame\":false,"
                      "\"weight\":null,\"bite\":null,\"kind\":null}");
    cd_buf_release(&out);
}
END_TEST

START_TEST(arena_gives_aligned_zeros)
{
    struct cd_arena arena = { 0 };
    char *first = cd_arena_alloc(&arena, 10);

    for (size_t i = 0; i < 1000; i++) {
        char *p = cd_arena_alloc(&arena, i * 7 % 3000);

        ck_assert_uint_eq((uintptr_t)p % sizeof(void *), 0);
        for (size_t j = 0; j < i * 7 % 3000; j++)
            ck_assert_int_eq(p[j], 0);
        memset(p, 0xff, i * 7 % 3000);
    }
    ck_assert_int_eq(first[0], 0);
    cd_arena_reset(&arena);
    ck_assert_view_eq(cd_arena_printf(&arena, "%d-%s", 17, "x"), "17-x");
    cd_arena_release(&arena);
}
END_TEST

START_TEST(long_error_ends_at_a_character)
{
    struct cd_error err;
    char text[1000];

    for (size_t i = 0; i + 1 < sizeof(text); i += 2)
        memcpy(text + i, "\xc3\xa9", 2);
    text[998] = '\0';
    cd_fail(&err, CD_SKIP, "x%s", text);
    ck_assert_uint_eq(cd_utf8_valid(cd_str_of(err.message)),
                      strlen(err.message));
    ck_assert_uint_gt(strlen(err.message), 490);
}
END_TEST

START_TEST(utf8_back_and_forth)
{
    const struct cd_str text = CD_STR("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
                                      "\xff\x80z");
    const uint32_t want[] = { 'a', 0xe9, 0x20ac, 0x1f600, 0xfffd, 0xfffd, 'z' };
    size_t at = 0, n = 0, start;

    for (; at < text.n; n++)
        ck_assert_uint_eq(cd_utf8_next(text, &at), want[n]);
    ck_assert_uint_eq(n, CD_COUNT(want));
    for (; at > 0; at = start)
        ck_assert_uint_eq(cd_utf8_before(text, at, &start), want[--n]);
    ck_assert_uint_eq(cd_utf8_valid(text), 10);
}
END_TEST

START_TEST(join)
{
    struct cd_doc doc = { 0 };
    struct cd_block blocks[] = {
        { .text = CD_STR("one"), .keep = true },
        { .text = CD_STR("Read next"), .keep = false },
        { .text = CD_STR("two"), .keep = true },
    };

    doc.blocks = blocks;
    doc.block_count = 3;
    cd_doc_join(&doc);
    ck_assert_view_eq(doc.text, "one\n\ntwo");
    ck_assert_uint_eq(blocks[2].span.start, 5);
    ck_assert_uint_eq(blocks[2].span.end, 8);
    ck_assert_uint_eq(cd_doc_block_at(&doc, 6), 2);
    ck_assert_uint_eq(cd_doc_block_at(&doc, 3), SIZE_MAX);
    cd_arena_release(&doc.arena);
}
END_TEST

START_TEST(buf_escapes_markup)
{
    struct cd_buf out = { 0 };

    cd_buf_escape(&out, CD_STR("a <b> & \"c\"; 'd'"));
    ck_assert_view_eq(cd_buf_str(&out), "a &lt;b&gt; &amp; &quot;c&quot;; 'd'");
    cd_buf_release(&out);
}
END_TEST

Suite *
check_base(void)
{
    Suite *suite = suite_create("base");
    TCase *tcase = tcase_create("base");

    tcase_add_loop_test(tcase, json_str, 0, (int)CD_COUNT(json_cases));
    tcase_add_loop_test(tcase, json_score, 0, (int)CD_COUNT(score_cases));
    tcase_add_test(tcase, buf_escapes_markup);
    tcase_add_test(tcase, record);
    tcase_add_test(tcase, arena_gives_aligned_zeros);
    tcase_add_test(tcase, long_error_ends_at_a_character);
    tcase_add_test(tcase, utf8_back_and_forth);
    tcase_add_test(tcase, join);
    suite_add_tcase(suite, tcase);
    return suite;
}
