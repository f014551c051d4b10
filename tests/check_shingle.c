/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "base/radix.h"
#include "nlp/copy/minhash.h"
#include "nlp/copy/shingle.h"
#include "tests/check.h"

#include <stdlib.h>

#define T(literal)                                                             \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }

/* Texts with the same words, or not; size 1, so that a set is its words. */
static const struct {
    struct cd_str a, b;
    bool same;
} word_cases[] = {
    { T("The Bank said."), T("the  bank, SAID"), true },
    { T("caf\xc3\xa9"), T("cafe\xcc\x81"), true },
    { T("CAF\xc3\x89 x"), T("x caf\xc3\xa9"), true },
    { T("\xef\xbc\xa1\xef\xbc\xa2"), T("ab"), true },
    { T("stra\xc3\x9f"
        "e"),
      T("STRASSE"), true },
    { T("it\xe2\x80\x99s"), T("it's"), true },
    { T("it\xc2\xb4s"), T("it's"), true },
    { T("avail\xc2\xad"
        "able"),
      T("avail able"), true },
    { T("a\xff"
        "b"),
      T("a b"), true }, /* no UTF-8 */
    { T("a\0b"), T("a b"), true },
    { T("snake_case"), T("snake case"), true },
    { T("1,000"), T("1000"), false },
    { T("cafe"), T("caf\xc3\xa9"), false },
    { T("abcdefgh"), T("abcdefghi"), false },
    { T("abcdefghabcdefgh"), T("abcdefgh"), false },
    { T("\xe6\x97\xa5\xe6\x9c\xac"), T("\xe6\x9c\xac \xe6\x97\xa5"),
      true }, /* two words of one character */
    { T("..."), T(""), true },
};

START_TEST(words)
{
    struct cd_shingler one = { .size = 1 }, two = { .size = 1 };
    struct cd_shingles a = cd_shingles_make(&one, word_cases[_i].a);
    struct cd_shingles b = cd_shingles_make(&two, word_cases[_i].b);
    bool same = a.count == b.count && cd_shingles_shared(&a, &b) == a.count;

    ck_assert_int_eq(same, word_cases[_i].same);
    cd_shingler_release(&one);
    cd_shingler_release(&two);
}
END_TEST

START_TEST(sizes)
{
    static const struct {
        const char *text;
        size_t size, words, count;
    } cases[] = {
        { "", 5, 0, 0 },
        { "one", 5, 1, 1 },
        { "one two three four", 5, 4, 1 },
        { "one two three four five", 5, 5, 1 },
        { "one two three four five six", 5, 6, 2 },
        { "a b a b a b a b", 2, 8, 2 }, /* "a b", "b a" */
    };

    for (size_t i = 0; i < CD_COUNT(cases); i++) {
        struct cd_shingler shingler = { .size = cases[i].size };
        struct cd_shingles set =
            cd_shingles_make(&shingler, cd_str_of(cases[i].text));

        ck_assert_uint_eq(set.words, cases[i].words);
        ck_assert_uint_eq(set.count, cases[i].count);
        cd_shingler_release(&shingler);
    }
}
END_TEST

/* The place of a word in 64-byte blocks makes no difference, nor does what
 * stands beyond ASCII around it. */
START_TEST(blocks)
{
    static const char word[] = "neighbourhoods12";
    char text[400];

    for (size_t at = 0; at < 200; at++) {
        struct cd_shingler one = { .size = 1 }, two = { .size = 1 };
        struct cd_shingles a = cd_shingles_make(&one, cd_str_of(word)), b;

        memset(text, '-', sizeof(text));
        memcpy(text + at, word, sizeof(word) - 1);
        b = cd_shingles_make(&two, (struct cd_str){ text, sizeof(text) });
        ck_assert_uint_eq(b.words, 1);
        ck_assert_uint_eq(cd_shingles_shared(&a, &b), 1);
        memcpy(text + 300, "\xe2\x80\x94", 3);
        b = cd_shingles_make(&two, (struct cd_str){ text, sizeof(text) });
        ck_assert_uint_eq(b.words, 1);
        ck_assert_uint_eq(cd_shingles_shared(&a, &b), 1);
        cd_shingler_release(&one);
        cd_shingler_release(&two);
    }
}
END_TEST

/* A long run of letters and of marks beyond ASCII is folded in pieces. */
START_TEST(long_runs)
{
    struct cd_shingler shingler = { .size = 1 };
    size_t n = 2000000;
    char *text = cd_alloc(n);

    for (size_t i = 0; i < n; i += 2)
        memcpy(text + i, i < n / 2 ? "\xc3\xa9" : "\xcc\x81", 2);
    ck_assert_uint_eq(
        cd_shingles_make(&shingler, (struct cd_str){ text, n }).words, 1);
    free(text);
    cd_shingler_release(&shingler);
}
END_TEST

START_TEST(needed)
{
    for (size_t a = 1; a < 60; a++) {
        for (size_t b = 1; b < 60; b++) {
            for (size_t t = 1; t <= 20; t++) {
                size_t shared = 0;

                while (shared * 20 < t * (a + b - shared))
                    shared++;
                ck_assert_uint_eq(cd_shingles_needed(a, b, (double)t / 20),
                                  shared);
            }
        }
    }
}
END_TEST

static int
by_value(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

START_TEST(radix)
{
    uint64_t keys[5000], want[5000], temp[5000], state = 1;

    for (size_t n = 0; n < 5000; n = n * 5 / 4 + 1) {
        for (int shift = 0; shift < 64; shift += 13) {
            for (size_t i = 0; i < n; i++) {
                state = state * UINT64_C(6364136223846793005) + 1;
                keys[i] = want[i] = state >> shift;
            }
            qsort(want, n, sizeof(*want), by_value);
            if (shift == 0)
                cd_radix_sort_hashes(keys, temp, n);
            else
                cd_radix_sort(keys, temp, n);
            ck_assert_mem_eq(keys, want, n * sizeof(*keys));
        }
    }
}
END_TEST

START_TEST(minhash_plan)
{
    static const struct {
        double threshold;
        size_t bands, rows;
    } cases[] = {
        { 1, 1, 128 },  { 0.9, 16, 8 }, { 0.8, 25, 5 },
        { 0.7, 32, 4 }, { 0.5, 64, 2 }, { 0.05, 128, 1 },
    };

    for (size_t i = 0; i < CD_COUNT(cases); i++) {
        struct cd_minhash_plan plan = cd_minhash_plan(cases[i].threshold);

        ck_assert_uint_eq(plan.bands, cases[i].bands);
        ck_assert_uint_eq(plan.rows, cases[i].rows);
    }
}
END_TEST

/* The share of equal numbers is near the Jaccard similarity: of 128 drawn with
 * .5, five standard deviations are 28. */
START_TEST(minhash_estimates)
{
    uint32_t a[CD_MINHASH_SIZE], b[CD_MINHASH_SIZE];
    uint64_t hashes[300], state = 7;
    size_t equal = 0;

    for (size_t i = 0; i < CD_COUNT(hashes); i++) {
        state += UINT64_C(0x9e3779b97f4a7c15);
        hashes[i] = (state ^ state >> 31) * UINT64_C(0xbf58476d1ce4e5b9);
        hashes[i] ^= hashes[i] >> 30;
    }
    cd_minhash_sign(a, hashes, 200);
    cd_minhash_sign(b, hashes + 100, 200); /* 100 of 300 */
    for (size_t i = 0; i < CD_MINHASH_SIZE; i++)
        equal += a[i] == b[i];
    ck_assert_uint_gt(equal, 16);
    ck_assert_uint_lt(equal, 70);
}
END_TEST

Suite *
check_shingle(void)
{
    Suite *suite = suite_create("shingle");
    TCase *tcase = tcase_create("shingle");

    tcase_add_loop_test(tcase, words, 0, (int)CD_COUNT(word_cases));
    tcase_add_test(tcase, sizes);
    tcase_add_test(tcase, blocks);
    tcase_add_test(tcase, long_runs);
    tcase_add_test(tcase, needed);
    tcase_add_test(tcase, radix);
    tcase_add_test(tcase, minhash_plan);
    tcase_add_test(tcase, minhash_estimates);
    suite_add_tcase(suite, tcase);
    return suite;
}
