/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sorted.h"
#include "tests/check.h"

enum cd_byline_use {
    CD_BYLINE_BEGIN,
    CD_BYLINE_END,
    CD_BYLINE_NOBODY,
    CD_BYLINE_GROUP,
    CD_BYLINE_ROLE,
    CD_BYLINE_MONTH,
    CD_BYLINE_NEVER,
    CD_BYLINE_AGENCY,
    CD_BYLINE_IMAGE,
};

struct cd_byline_row {
    const char *form;
    enum cd_byline_use use;
    const char *lang;
};

#include "parser/meta/byline.inc"

static const uint16_t pairs[] = CD_BYLINE_ROW_PAIRS;
static const struct cd_sorted table = CD_SORTED(cd_byline_row_table, pairs);

/* The same by a look at each row. */
static size_t
oracle(struct cd_str key)
{
    for (size_t i = 0; i < table.count; i++)
        if (cd_str_compare(cd_str_of(cd_byline_row_table[i].form), key) >= 0)
            return i;
    return table.count;
}

static void
agree(struct cd_str key)
{
    size_t want = oracle(key), found = cd_sorted_find(&table, key);
    bool is =
        want < table.count && cd_str_is(key, cd_byline_row_table[want].form);

    ck_assert_uint_eq(cd_sorted_first(&table, key), want);
    ck_assert_uint_eq(found, is ? want : table.count);
}

START_TEST(rows)
{
    for (size_t i = 0; i < table.count; i++) {
        struct cd_str key = cd_str_of(cd_byline_row_table[i].form);

        agree(key);
        agree(cd_str_sub(key, 0, key.n - 1));
    }
}
END_TEST

START_TEST(strange_keys)
{
    static const struct cd_str keys[] = {
        { "", 0 },         { "\0", 1 },        { "a", 1 },   { "a\0b", 3 },
        { "zz", 2 },       { "{", 1 },         { "`", 1 },   { "\xC3\xA9", 2 },
        { "\xFF\xFF", 2 }, { "a\xC3\xA9", 3 }, { "a'b", 3 }, { "a{", 2 },
        { "1st", 3 },
    };

    for (size_t i = 0; i < CD_COUNT(keys); i++)
        agree(keys[i]);
}
END_TEST

Suite *
check_sorted(void)
{
    Suite *suite = suite_create("sorted");
    TCase *tcase = tcase_create("sorted");

    tcase_add_test(tcase, rows);
    tcase_add_test(tcase, strange_keys);
    suite_add_tcase(suite, tcase);
    return suite;
}
