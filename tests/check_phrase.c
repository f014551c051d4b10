/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/phrase.h"
#include "tests/check.h"

/* Every row of data/boilerplate.*.tsv matches its own example. */
START_TEST(examples)
{
    const struct cd_phrase *row;

    for (size_t i = 0; (row = cd_phrase_at(i)) != NULL; i++) {
        const struct cd_phrase *got = cd_phrase_match(cd_str_of(row->example));

        ck_assert_msg(got != NULL && got->kind == row->kind,
                      "'%s' is not found in its example '%s' but '%s'",
                      row->form, row->example, got != NULL ? got->form : "");
    }
}
END_TEST

/* A form that is not folded would never match. */
START_TEST(folded)
{
    const struct cd_phrase *row;

    for (size_t i = 0; (row = cd_phrase_at(i)) != NULL; i++) {
        const struct cd_phrase *got = cd_phrase_match(cd_str_of(row->form));

        ck_assert_msg(got == row, "'%s' does not match itself", row->form);
    }
}
END_TEST

static const struct {
    const char *text, *want; /* want NULL: no row */
} cases[] = {
    { "EXPLORE  MORE", "teaser:explore-more" },
    { "\xc2\xbb Explore\xc2\xa0more:", "teaser:explore-more" },
    { "Explore more of the coast on foot.", NULL }, /* a heading row is whole */
    { "Comments (12)", "comments:comments" },
    { "12 Comments", "comments:comments" },
    { "Don\xe2\x80\x99t miss: the tide tables", "teaser:don't-miss" },
    { "Relatedness is a measure.", NULL }, /* not inside a word */
    { "Read more: Harbour closes", "readmore:read-more" },
    /* a sentence that only begins like a row is prose */
    { "Read more than anyone else in her class, and wrote more too, for she "
      "had been told at home that whoever reads has two lives and that those "
      "who do not have none at all.",
      NULL },
    { "By Ada Lovell", "byline:by" },
    { "By the time the ferry had left the harbour all of the passengers knew "
      "that the storm would come.",
      NULL },
    { "", NULL },
    { "\xe2\x80\xa6 12 |", NULL },
    { "\xe7\x9b\xb8\xe5\x85\xb3\xe9\x98\x85\xe8\xaf\xbb\xef\xbc\x9a",
      "teaser:\xe7\x9b\xb8\xe5\x85\xb3\xe9\x98\x85\xe8\xaf\xbb" },
};

START_TEST(match)
{
    struct cd_arena arena = { 0 };
    const struct cd_phrase *row = cd_phrase_match(cd_str_of(cases[_i].text));

    if (cases[_i].want == NULL)
        ck_assert_msg(row == NULL, "'%s' found", row != NULL ? row->form : "");
    else {
        ck_assert_ptr_nonnull(row);
        ck_assert_view_eq(cd_phrase_reason(&arena, row), cases[_i].want);
    }
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_phrase(void)
{
    Suite *suite = suite_create("phrase");
    TCase *tests = tcase_create("phrase");

    tcase_add_test(tests, examples);
    tcase_add_test(tests, folded);
    tcase_add_loop_test(tests, match, 0, CD_COUNT(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
