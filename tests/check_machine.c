/* SPDX-License-Identifier: Apache-2.0 */
/* What machines left for machines, and lists that only look so. */
#include "tests/check.h"
#include "tests/clean_page.h"
#include "tests/judge_pages.h"

#define ITEMS(a, b) "<ul class=meta><li>" a "</li><li>" b "</li></ul>"
#define SHOP(inner)                                                            \
    "<html lang=en><head><title>Ferry model</title></head><body>" MENU         \
    "<main><div><h1>Ferry model</h1><p>" P1 "</p>" inner "<p>" P2 "</p><p>" P3 \
    "</p></div></main></body></html>"

static const struct {
    const char *html, *want, *without;
} cases[] = {
    { SHOP(ITEMS("se_sdk, rt_cart, 18.2.0, p_sdk_3", "CLOUD, getAll, 0ms")), P2,
      "p_sdk_3" },
    { SHOP(ITEMS("se_sdk, rt_cart, 18.2.0, p_sdk_3", "CLOUD, getAll, 0ms")), P2,
      "CLOUD" },
    { SHOP("<p>Scce15240-c52a-4887-a61a-cd64701d6596 "
           "Gdce15240-c52a-4887-a61a-cd64701d6597</p>"),
      P2, "c52a" },
    /* words and code */
    { SHOP(ITEMS("Set max_size and min_size before the ferry sails.",
                 "Restart the engine, said the captain.")),
      "max_size", NULL },
    { SHOP("<ul><li><code>max_size, min_size</code> are sizes of the ship, the "
           "captain said.</li><li><code>low_tide, high_tide</code></li></ul>"),
      "max_size", NULL },
    { SHOP("<p>The ticket cce15240-c52a-4887-a61a-cd64701d6596 is no longer "
           "valid for any of the ferries to the islands, they said.</p>"),
      "c52a", NULL },
};

START_TEST(kept)
{
    assert_page(cases[_i].html, cases[_i].want, cases[_i].without);
}
END_TEST

Suite *
check_machine(void)
{
    Suite *suite = suite_create("machine");
    TCase *tests = tcase_create("machine");

    tcase_add_loop_test(tests, kept, 0, CD_COUNT(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
