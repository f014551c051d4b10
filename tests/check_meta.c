/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta_byline.h"
#include "parser/meta_title.h"
#include "tests/check.h"

static const struct {
    const char *text;
    const char *want; /* "": names nobody */
} bylines[] = {
    { "By Ana Reyes", "Ana Reyes" },
    { "ByAna Reyes", "Ana Reyes" }, /* a tag stood between */
    { "Written by: Ana Reyes | March 4, 2025", "Ana Reyes" },
    { "By Ana Reyes and Bo Lind", "Ana Reyes and Bo Lind" },
    { "Posted on March 4, 2025 by Ana Reyes", "Ana Reyes" },
    { "Ana Reyes\nSenior Reporter", "Ana Reyes" },
    { "By Ana Reyes, Senior Reporter", "Ana Reyes" },
    { "Ana Reyes Published: March 4, 2025", "Ana Reyes" },
    { "Ana ReyesPublished: March 4, 2025", "Ana Reyes" },
    { "Dana Holt, MD, RN", "Dana Holt, MD, RN" },
    { "Von J\xc3\xbcrgen Kranz", "J\xc3\xbcrgen Kranz" },
    { "\xe7\x94\xb0\xe4\xb8\xad\xe4\xb8\x80\xe9\x83\x8e",
      "\xe7\x94\xb0\xe4\xb8\xad\xe4\xb8\x80\xe9\x83\x8e" },
    { "https://example.org/ana", "" },
    { "ana@example.org", "" },
    { "12 minutes", "" },
    { "admin", "" },
    { "{{ author }}", "" },
    { "", "" },
    { "By", "" },
};

START_TEST(byline_clean)
{
    ck_assert_view_eq(cd_byline_clean(cd_str_of(bylines[_i].text)),
                      bylines[_i].want);
}
END_TEST

static const struct {
    const char *byline, *want;
} splits[] = {
    { "Ana Reyes", "[\"Ana Reyes\"]" },
    { "Ana Reyes and Bo Lind", "[\"Ana Reyes\",\"Bo Lind\"]" },
    { "Ana Reyes, Bo Lind, and Cy Orr",
      "[\"Ana Reyes\",\"Bo Lind\",\"Cy Orr\"]" },
    { "Dana Holt, MD", "[\"Dana Holt, MD\"]" },
    { "Dana Holt, MD, RN and Bo Lind", "[\"Dana Holt, MD, RN\",\"Bo Lind\"]" },
};

START_TEST(byline_split)
{
    struct cd_arena arena = { 0 };

    ck_assert_view_eq(cd_byline_split(&arena, cd_str_of(splits[_i].byline)),
                      splits[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *title, *og, *h1, *site, *url;
    const char *want;
} titles[] = {
    { "Ferry runs again | The Harbour Post", NULL, NULL, "The Harbour Post",
      NULL, "Ferry runs again" },
    { "Ferry runs again | Harbour Post", NULL, NULL, NULL,
      "https://www.harbourpost.example/x", "Ferry runs again" },
    { "Ferry runs again after storm - News - Harbour Post", NULL,
      "Ferry Runs Again After Storm", NULL, NULL,
      "Ferry Runs Again After Storm" },
    /* a heading that is the site's name is no headline */
    { "Ferry runs again", NULL, "Harbour Post", "Harbour Post", NULL,
      "Ferry runs again" },
    /* nor one that nothing else mentions */
    { "Ferry runs again", "Ferry runs again", "Latest", NULL, NULL,
      "Ferry runs again" },
    { "", NULL, "Ferry runs again", NULL, NULL, "Ferry runs again" },
    { "A long way home for the crew of the ferry: what we know | Politics",
      NULL, NULL, NULL, NULL,
      "A long way home for the crew of the ferry: what we know" },
};

START_TEST(title)
{
    struct cd_arena arena = { 0 };
    struct cd_str heading = cd_str_of(titles[_i].h1);
    struct cd_meta_tag tags[2] = {
        { CD_STR("og:title"), cd_str_of(titles[_i].og) },
        { CD_STR("og:site_name"), cd_str_of(titles[_i].site) },
    };
    struct cd_page_facts facts = {
        .tags = tags,
        .tag_count = 2,
        .headings = &heading,
        .heading_count = heading.p != NULL,
        .title = cd_str_of(titles[_i].title),
    };

    ck_assert_view_eq(
        cd_title_choose(&arena, &facts, cd_str_of(titles[_i].url)).value,
        titles[_i].want);
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_meta(void)
{
    Suite *suite = suite_create("meta");
    TCase *tcase = tcase_create("meta");

    tcase_add_loop_test(tcase, byline_clean, 0, (int)CD_COUNT(bylines));
    tcase_add_loop_test(tcase, byline_split, 0, (int)CD_COUNT(splits));
    tcase_add_loop_test(tcase, title, 0, (int)CD_COUNT(titles));
    suite_add_tcase(suite, tcase);
    return suite;
}
