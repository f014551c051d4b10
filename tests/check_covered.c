/* SPDX-License-Identifier: Apache-2.0 */
/* How many words of a text with copied blocks count as copied. */
#include "corpus/search/copies.h"
#include "tests/check.h"
#include "tests/random_rows.h"

#define BRIDGE                                                                 \
    "The council of Halmwick voted to close the swing bridge over the Dorne "  \
    "on weekdays, after engineers found rust in three of its five bearings."
#define FERRY                                                                  \
    "A ferry that carries forty cars will cross the river every quarter of "   \
    "an hour until the masons have finished the new northern pier."
#define ORCHARD                                                                \
    "Growers in the valley lost a third of their cherries to late frost and "  \
    "asked the ministry for help with cheap loans before the autumn."
#define MUSEUM                                                                 \
    "The museum opens its hall of looms again, where visitors may weave a "    \
    "strip of linen under the eyes of two retired spinners."

static enum cd_status
ignore_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    (void)pair;
    (void)err;
    ++*(size_t *)state;
    return CD_OK;
}

static enum cd_status
ignore_cluster(void *state, const struct cd_cluster *cluster,
               struct cd_error *err)
{
    (void)state;
    (void)cluster;
    (void)err;
    return CD_OK;
}

/* Copied words of all texts, and of how many pairs. */
static size_t
copied_words(const char *const *texts, size_t n, size_t *pairs)
{
    struct cd_copies_options options = random_rows_options(80, 5);
    const struct cd_copies_sink sink = { .state = pairs,
                                         .pair = ignore_pair,
                                         .cluster = ignore_cluster };
    struct cd_error err = { CD_OK, "" };
    struct cd_copies *copies;
    void *scratch;
    size_t words;

    options.measure = CD_MEASURE_JUDGE;
    copies = cd_copies_new(&options, 1);
    scratch = cd_copies_scratch(copies);
    *pairs = 0;
    for (size_t i = 0; i < n; i++) {
        struct cd_doc doc = { .text = cd_str_of(texts[i]) };

        doc.id_json = cd_arena_printf(&doc.arena, "%zu", i);
        ck_assert_int_eq(cd_copies_prepare(copies, scratch, &doc, &err), CD_OK);
        ck_assert_int_eq(cd_copies_add(copies, &doc, &err), CD_OK);
        cd_arena_release(&doc.arena);
    }
    cd_copies_scratch_free(scratch);
    ck_assert_int_eq(cd_copies_finish(copies, &sink, &err), CD_OK);
    words = cd_copies_stats(copies)->copied_words;
    cd_copies_free(copies);
    return words;
}

/* Bytes that spans mark stand for words: give or take a few. */
static void
check_near(size_t found, size_t want)
{
    ck_assert_uint_ge(found + want / 10, want);
    ck_assert_uint_le(found, want + want / 10);
}

/* One text has two blocks, each of which another text has: both count. */
START_TEST(all_blocks_of_a_text)
{
    const char *one[] = { BRIDGE " " FERRY, BRIDGE " " ORCHARD };
    const char *two[] = { BRIDGE " " FERRY, BRIDGE " " ORCHARD,
                          FERRY " " MUSEUM };
    size_t pairs, once = copied_words(one, 2, &pairs), twice;

    ck_assert_uint_eq(pairs, 1);
    check_near(once, 2 * 24);
    twice = copied_words(two, 3, &pairs);
    ck_assert_uint_eq(pairs, 2);
    check_near(twice, 2 * 24 + 2 * 24);
}
END_TEST

/* The same block in several texts counts once in each. */
START_TEST(a_block_counts_once)
{
    const char *texts[] = { BRIDGE " " FERRY, BRIDGE " " ORCHARD,
                            BRIDGE " " MUSEUM };
    size_t pairs, words = copied_words(texts, 3, &pairs);

    ck_assert_uint_eq(pairs, 3);
    check_near(words, 3 * 24);
}
END_TEST

Suite *
check_covered(void)
{
    Suite *suite = suite_create("covered");
    TCase *tcase = tcase_create("covered");

    tcase_add_test(tcase, all_blocks_of_a_text);
    tcase_add_test(tcase, a_block_counts_once);
    suite_add_tcase(suite, tcase);
    return suite;
}
