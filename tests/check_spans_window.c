/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/check.h"
#include "tests/compare_texts.h"

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
    judged = compare_texts(&arena, cd_buf_str(&a), cd_buf_str(&b));
    for (size_t i = 0; i < judged.span_count; i++)
        found |= judged.spans[i].a.start == want.start &&
                 judged.spans[i].a.end == want.end;
    ck_assert(found);
    cd_buf_release(&a);
    cd_buf_release(&b);
    cd_arena_release(&arena);
}
END_TEST

#define PASSAGE                                                                \
    "The council of Halmwick voted to close the swing bridge over the Dorne "  \
    "on weekdays, after engineers found rust in three of its five bearings. "
#define CREDIT                                                                 \
    "(Additional reporting by Ann Webb and Tom Orm; Editing by Carl Dale )"

static void
check_marked(const char *a, const char *b, const char *words, bool want)
{
    struct cd_arena arena = { 0 };
    struct cd_str text = cd_str_of(a);
    struct cd_judgement judged = compare_texts(&arena, text, cd_str_of(b));
    bool found = false;

    ck_assert(judged.copy && judged.span_count > 0);
    for (size_t i = 0; i < judged.span_count; i++) {
        struct cd_span at = judged.spans[i].a;

        found |= cd_str_find(cd_str_sub(text, at.start, at.end),
                             cd_str_of(words), 0) != SIZE_MAX;
    }
    ck_assert(found == want);
    cd_arena_release(&arena);
}

/* Who made two stories is no part of the passage that they share; of a story
 * that is told again as a whole it is. */
START_TEST(credit_lines)
{
    const char *ferry = PASSAGE
        "A ferry that carries forty cars will cross the river every quarter of "
        "an hour until the masons have finished the northern pier. Pupils of "
        "the school on the far bank get a boat of their own at seven, which "
        "two retired sailors steer for a cup of tea and a bun. " CREDIT;
    const char *orchard =
        "Growers lost a third of their cherries to late frost and asked the "
        "ministry for cheap loans. The museum opens its hall of looms again, "
        "where visitors may weave a strip of linen under the eyes of a "
        "spinner who is ninety years old and never once late. " PASSAGE CREDIT;

    check_marked(ferry, orchard, "Ann Webb", false);
    check_marked(ferry, orchard, "rust in three", true);
    check_marked(ferry, ferry, "Ann Webb", true);
}
END_TEST

Suite *
check_spans_window(void)
{
    Suite *suite = suite_create("spans_window");
    TCase *tests = tcase_create("spans_window");

    tcase_add_test(tests, beyond_window);
    tcase_add_test(tests, credit_lines);
    suite_add_tcase(suite, tests);
    return suite;
}
