/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/jsonld.h"
#include "tests/check.h"

static const struct {
    const char *script;
    const char *headline, *authors, *published; /* NULL: absent */
} cases[] = {
    { "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs again\","
      "\"author\":{\"name\":\"Ana Reyes\"},\"datePublished\":\"2025-03-04\"}",
      "Ferry runs again", "[\"Ana Reyes\"]", "2025-03-04" },
    { "{\"@graph\":[{\"@type\":[\"Article\",\"Thing\"],\"headline\":\"A\","
      "\"author\":[{\"@id\":\"#p1\"},\"Bo Lind\"]},"
      "{\"@type\":\"Person\",\"@id\":\"#p1\",\"name\":\"Ana Reyes\"}]}",
      "A", "[\"Ana Reyes\",\"Bo Lind\"]", NULL },
    { "//<![CDATA[\n{\"@type\":\"BlogPosting\",\"headline\":\" A \\u00e9 \"};"
      "\n//]]>",
      "A \xc3\xa9", NULL, NULL },
    { "[{\"@type\":\"Organization\",\"name\":\"Paper\"},"
      "{\"@type\":\"Article\",\"name\":\"B\",\"author\":\"Ana\"}]",
      "B", "[\"Ana\"]", NULL },
    /* a customer's review is not the page, a critic's may be */
    { "{\"@type\":\"Product\",\"name\":\"Kettle\",\"review\":["
      "{\"@type\":\"Review\",\"name\":\"Boils\",\"author\":\"Bo\"},"
      "{\"@type\":\"Review\",\"author\":\"Ana\"}]}",
      NULL, NULL, NULL },
    { "{\"@type\":\"Product\",\"aggregateRating\":{\"ratingValue\":4},"
      "\"review\":{\"@type\":\"Review\",\"author\":\"Bo\","
      "\"datePublished\":\"2025-03-04\"}}",
      NULL, NULL, NULL },
    { "{\"@type\":\"Product\",\"review\":{\"@type\":\"Review\","
      "\"name\":\"The kettle that sings\",\"author\":\"Ana Reyes\"}}",
      "The kettle that sings", "[\"Ana Reyes\"]", NULL },
    { "{\"@type\":\"Article\",\"headline\":\"line\nbreak\"}", "line\nbreak",
      NULL, NULL },
    { "{\"@type\":\"Article\",\"headline\":", NULL, NULL, NULL },
    { "not json", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
    { "{\"@type\":7,\"author\":[[],{},null]}", NULL, NULL, NULL },
};

static void
ck_assert_text(struct cd_str got, const char *want)
{
    ck_assert_int_eq(got.p == NULL, want == NULL);
    if (want != NULL)
        ck_assert_view_eq(got, want);
}

START_TEST(reads_the_article)
{
    struct cd_arena arena = { 0 };
    struct cd_jsonld facts = { 0 };

    cd_jsonld_read(&arena, cd_str_of(cases[_i].script), &facts);
    ck_assert_text(facts.article.headline, cases[_i].headline);
    ck_assert_text(facts.article.authors, cases[_i].authors);
    ck_assert_text(facts.article.published, cases[_i].published);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(page_and_article_are_kept_apart)
{
    struct cd_arena arena = { 0 };
    struct cd_jsonld facts = { 0 };

    cd_jsonld_read(&arena,
                   CD_STR("{\"@type\":\"WebPage\",\"datePublished\":"
                          "\"2020-01-01\"}"),
                   &facts);
    cd_jsonld_read(&arena,
                   CD_STR("{\"@type\":\"Article\",\"datePublished\":"
                          "\"2025-01-01\"}"),
                   &facts);
    ck_assert_text(facts.article.published, "2025-01-01");
    ck_assert_text(facts.page.published, "2020-01-01");
    cd_arena_release(&arena);
}
END_TEST

START_TEST(deep_nesting_is_refused)
{
    struct cd_arena arena = { 0 };
    struct cd_jsonld facts = { 0 };
    char deep[20000];

    memset(deep, '[', sizeof(deep));
    cd_jsonld_read(&arena, (struct cd_str){ deep, sizeof(deep) }, &facts);
    ck_assert_text(facts.article.headline, NULL);
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_jsonld(void)
{
    Suite *suite = suite_create("jsonld");
    TCase *tcase = tcase_create("jsonld");

    tcase_add_loop_test(tcase, reads_the_article, 0, (int)CD_COUNT(cases));
    tcase_add_test(tcase, page_and_article_are_kept_apart);
    tcase_add_test(tcase, deep_nesting_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
