/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/check.h"

#include "nlp/copy/compare.h"

static struct cd_judgement
compare(struct cd_arena *arena, struct cd_str a, struct cd_str b)
{
    struct cd_judgement judged;
    struct cd_words x, y;

    cd_words_make(&x, arena, a);
    cd_words_make(&y, arena, b);
    cd_compare(&judged, arena, &x, &y, CD_COMPARE_ALL);
    return judged;
}

static void
add_words(struct cd_buf *out, const char *prefix, int n)
{
    for (int i = 0; i < n; i++)
        cd_buf_printf(out, "%s%c%c ", prefix, 'a' + i / 26, 'a' + i % 26);
}

/* Of two long texts a window is judged; what they have alike beyond it is
 * marked, too. */
START_TEST(beyond_window)
{
    struct cd_arena arena = { 0 };
    struct cd_buf a = { 0 }, b = { 0 };
    struct cd_judgement judged;
    struct cd_span want;
    bool found = false;

    add_words(&a, "common", 30);
    add_words(&a, "alpha", 160);
    want.start = a.n;
    add_words(&a, "again", 8);
    want.end = a.n - 1;
    add_words(&b, "beta", 60);
    add_words(&b, "common", 30);
    add_words(&b, "gamma", 190);
    add_words(&b, "again", 8);
    judged = compare(&arena, cd_buf_str(&a), cd_buf_str(&b));
    for (size_t i = 0; i < judged.span_count; i++)
        found |= judged.spans[i].a.start == want.start &&
                 judged.spans[i].a.end == want.end;
    ck_assert(found);
    cd_buf_release(&a);
    cd_buf_release(&b);
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_spans_window(void)
{
    Suite *suite = suite_create("spans_window");
    TCase *tests = tcase_create("spans_window");

    tcase_add_test(tests, beyond_window);
    suite_add_tcase(suite, tests);
    return suite;
}
