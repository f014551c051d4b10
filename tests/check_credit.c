/* SPDX-License-Identifier: Apache-2.0 */
/* Captions and credits of pictures that no element names. */
#include "parser/judge/credit.h"

#include "tests/check.h"
#include "tests/clean_page.h"
#include "tests/judge_pages.h"

static const struct {
    const char *line;
    enum cd_credit want;
} lines[] = {
    { "Photo: Ada Lovell", CD_CREDIT_ALL },
    { "(Photo by Ada Lovell)", CD_CREDIT_ALL },
    { "Getty Images / Ada Lovell", CD_CREDIT_ALL },
    { "Ada Lovell/Harbour Times/Getty Images", CD_CREDIT_ALL },
    { "Foto: Ada Lovell, Hafenarchiv", CD_CREDIT_ALL },
    { "The pier at dawn, before the first ferry of the day. Photo: Ada Lovell",
      CD_CREDIT_ENDS },
    { "The pier at dawn, before the first ferry of the day | Photo by Ada L.",
      CD_CREDIT_ENDS },
    { "The pier at dawn, seen from the old yard in the north (Lovell/AP)",
      CD_CREDIT_ENDS },
    { "The pier at dawn, before the first ferry of the day © Ada Lovell",
      CD_CREDIT_ENDS },
    { "© 2026 Ada Lovell", CD_CREDIT_ALL },
    { "The pier at dawn, before the first ferry of the day. REUTERS/Ada Lovell",
      CD_CREDIT_ENDS },
    { "The pier at dawn, before the first ferry of the day. AP",
      CD_CREDIT_ENDS },
    /* none: prose that speaks of pictures, a long text behind a mark */
    { "He sold all of his pictures of the pier to Getty Images.",
      CD_CREDIT_NONE },
    { "The photo by Ada Lovell hangs in the town hall.", CD_CREDIT_NONE },
    { "Image: what the town showed of itself was not what its people saw.",
      CD_CREDIT_NONE },
    { "The new app", CD_CREDIT_NONE },
    /* the words behind a mark are names: eight, not nine; a sign is no word
     * where only brackets follow it */
    { "Photo: Ada B C D E F G Lovell.)", CD_CREDIT_ALL },
    { "The pier at dawn. Photo: Ada B C D E F G Lovell.)", CD_CREDIT_ENDS },
    { "At dawn. Photo: Ada B C D E F G H Lovell", CD_CREDIT_NONE },
    { "The pier at dawn. AP/Ada B Lovell in the north of it", CD_CREDIT_NONE },
    { "The pier in the north at dawn. AP/Ada B C Lovell", CD_CREDIT_ENDS },
    { "At dawn. Photo: .)", CD_CREDIT_NONE },
    { "Photo:)", CD_CREDIT_NONE },
    { "Photo:", CD_CREDIT_NONE },
    { "", CD_CREDIT_NONE },
};

START_TEST(find)
{
    ck_assert_int_eq(cd_credit_find(cd_str_of(lines[_i].line)), lines[_i].want);
}
END_TEST

#define SHOWN "The first ferry of the week leaves the pier."
#define BOX(inner)                                                             \
    HEAD "<p>" P1 "</p><p>" P2 "</p>" inner "<p>" P3 "</p><p>" P4 "</p>" FOOT

static const struct {
    const char *html, *want, *without;
} pages[] = {
    { BOX("<div><img src=1.jpg alt='" SHOWN "'><p>" SHOWN "</p></div>"),
      P2 "\n\n" P3, "first ferry" },
    /* behind the picture that scripts show stands the one for those without */
    { BOX("<div><img alt='" SHOWN "'><noscript><img src=1.jpg></noscript><p>"
          "" SHOWN "</p></div>"),
      P2 "\n\n" P3, "first ferry" },
    { BOX("<img src=1.jpg><p>" SHOWN " Photo: Ada Lovell</p>"), P2 "\n\n" P3,
      "Lovell" },
    { BOX("<p>Getty Images / Ada Lovell</p>"), P2 "\n\n" P3, "Lovell" },
    /* a title that the picture below it repeats */
    { BOX("<p>" SHOWN "</p><img src=1.jpg alt='" SHOWN "'>"),
      P2 "\n\n" SHOWN "\n\n" P3, NULL },
    /* no picture beside it */
    { BOX("<p>" SHOWN " Photo: Ada Lovell</p>"), "Photo: Ada Lovell", NULL },
};

START_TEST(cut)
{
    assert_page(pages[_i].html, pages[_i].want, pages[_i].without);
}
END_TEST

Suite *
check_credit(void)
{
    Suite *suite = suite_create("credit");
    TCase *tests = tcase_create("credit");

    tcase_add_loop_test(tests, find, 0, CD_COUNT(lines));
    tcase_add_loop_test(tests, cut, 0, CD_COUNT(pages));
    suite_add_tcase(suite, tests);
    return suite;
}
