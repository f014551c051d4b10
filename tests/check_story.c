/* SPDX-License-Identifier: Apache-2.0 */
#include <limits.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/memory.h"
#include "nlp/scene/story.h"
#include "tests/check.h"

enum { ONE = 33 /* what is enough for corpus/database/claim_stories.c */ };

#define BONDS " The bonds are listed in Luxembourg and sold by Tarn Securities."

/* Two articles, and whether they tell of one thing. */
static const struct {
    const char *a, *b;
    bool one;
} cases[] = {
    { "Ravlon Foods is to close its plant in Delmouth.",
      "The plant of Ravlon Foods will be sold, Delmouth's mayor said.", true },
    { "Ravlon Foods is to issue bonds." BONDS,
      "Kestrel Motors will raise $3 million." BONDS, false },
    { "Ravlon Foods is to issue bonds." BONDS,
      "A bond of Ravlon Foods will raise $3 million." BONDS, true },
    { "Ulmovik's wheat harvest was poor, farmers in Estford say.",
      "Kestrel fell. Ravlon rose. Tarn was sold. Ulmovik's bank, run by Hale,"
      " met Orsk, Belden and Varn in Delmouth.",
      false },
    { "nobody is named here at all.", "nor is anybody here.", false },
    { "", "Ravlon Foods is to issue bonds.", false },
};

static void
make(struct cd_story *story, const char *title, const char *text)
{
    struct cd_arena arena = { 0 };

    cd_story_make(story, &arena, cd_str_of(title), cd_str_of(text));
    cd_arena_release(&arena);
}

/* A crowd of which each article says the text. */
static struct cd_story_crowd *
make_crowd(const char *text, size_t articles)
{
    struct cd_story_crowd *crowd = cd_alloc(sizeof(*crowd));
    struct cd_story story;

    make(&story, "", text);
    for (size_t i = 0; i < articles; i++)
        cd_story_crowd_add(crowd, &story);
    return crowd;
}

START_TEST(likeness)
{
    struct cd_story_crowd *crowd = make_crowd(BONDS, 100);
    struct cd_story a, b;
    unsigned alike;

    make(&a, "", cases[_i].a);
    make(&b, "", cases[_i].b);
    alike = cd_story_likeness(&a, &b, crowd);
    ck_assert_msg((alike >= ONE) == cases[_i].one, "%u: %s / %s", alike,
                  cases[_i].a, cases[_i].b);
    ck_assert_uint_eq(cd_story_likeness(&b, &a, crowd), alike);
    free(crowd);
}
END_TEST

/* Whom the title names, the article is about. */
START_TEST(title)
{
    static const char text[] = "The new owner, Ravlon, met Tarn and Kestrel.";
    struct cd_story_crowd *crowd = make_crowd("", 0);
    struct cd_story titled, plain, other;

    make(&titled, "Ravlon buys the plant", text);
    make(&plain, "", text);
    make(&other, "", "Ravlon is closing down.");
    ck_assert_uint_eq(plain.count, 3);
    ck_assert_uint_eq(titled.count, 3);
    ck_assert_uint_gt(cd_story_likeness(&titled, &other, crowd),
                      cd_story_likeness(&plain, &other, crowd));
    free(crowd);
}
END_TEST

/* What both begin with, and who else does. */
START_TEST(lead)
{
    struct cd_story_crowd *crowd = make_crowd("They sold Ravlon.", 7);
    struct cd_story a, b;

    make(&a, "", "Ravlon Foods is to issue bonds." BONDS);
    make(&b, "", "The bonds of Ravlon will raise $3 million." BONDS);
    ck_assert_uint_eq(cd_story_lead(&a, &b, crowd), 0); /* Tarn: nobody's */
    make(&b, "", "They bought Ravlon.");
    ck_assert_uint_eq(cd_story_lead(&a, &b, crowd), 7);
    make(&b, "", "nobody.");
    ck_assert_uint_eq(cd_story_lead(&a, &b, crowd), UINT_MAX);
    free(crowd);
}
END_TEST

/* More names than are kept: those that stand there most are. */
START_TEST(many_names)
{
    struct cd_arena arena = { 0 };
    struct cd_buf text = { 0 };
    struct cd_story many, few;
    struct cd_story_crowd *crowd = make_crowd("", 0);

    for (int i = 0; i < 100; i++)
        cd_buf_printf(&text, "on Ravlon and X%dq, ", i + 100);
    cd_story_make(&many, &arena, CD_STR(""), cd_buf_str(&text));
    ck_assert_uint_eq(many.count, CD_STORY_NAMES);
    make(&few, "", "They sold Ravlon.");
    ck_assert_uint_gt(cd_story_likeness(&many, &few, crowd), 0);
    cd_buf_release(&text);
    cd_arena_release(&arena);
    free(crowd);
}
END_TEST

Suite *
check_story(void)
{
    Suite *suite = suite_create("story");
    TCase *tcase = tcase_create("story");

    tcase_add_loop_test(tcase, likeness, 0, (int)CD_COUNT(cases));
    tcase_add_test(tcase, title);
    tcase_add_test(tcase, lead);
    tcase_add_test(tcase, many_names);
    suite_add_tcase(suite, tcase);
    return suite;
}
