/* SPDX-License-Identifier: Apache-2.0 */
/* A long article stays to its end, with the headings in it. */
#include "base/buf.h"
#include "tests/check.h"
#include "tests/clean_page.h"

enum { PARAGRAPHS = 220, SENTENCES = 3, WORDS = 14, HEADING_EVERY = 20 };

static void
add_sentence(struct cd_buf *out, unsigned *seed)
{
    static const char *const words[] = {
        "the",    "ferry", "sails", "from",   "harbour", "island", "bread",
        "doctor", "yard",  "storm", "ticket", "week",    "summer", "winter",
        "pier",   "news",  "of",    "to",     "in",      "with",   "for",
        "they",   "said",  "it",    "was",    "not",     "many",   "years",
    };

    cd_buf_puts(out, "The");
    for (int i = 0; i < WORDS; i++) {
        *seed = *seed * 1103515245u + 12345u;
        cd_buf_printf(out, " %s", words[*seed / 65536 % CD_COUNT(words)]);
    }
    cd_buf_puts(out, ". ");
}

static void
make_page(struct cd_buf *out)
{
    unsigned seed = 7;

    cd_buf_puts(out, "<html lang=en><head><title>Ferry returns</title></head>"
                     "<body><nav><ul><li><a href=/>Home</a></li></ul></nav>"
                     "<article><h1>Ferry returns</h1><div>");
    for (int i = 0; i < PARAGRAPHS; i++) {
        if (i % HEADING_EVERY == HEADING_EVERY - 1)
            cd_buf_printf(out, "<h2>Day %d of the storm</h2>", i);
        cd_buf_printf(out, "<p class=t>%d: ", i);
        for (int k = 0; k < SENTENCES; k++)
            add_sentence(out, &seed);
        cd_buf_puts(out, "</p>");
    }
    cd_buf_puts(out, "</div></article><footer>The Harbour Post</footer>");
}

START_TEST(to_the_end)
{
    struct cd_doc doc = { .arena = { 0 } };
    struct cd_buf page = { 0 };
    size_t siblings = 0;

    make_page(&page);
    clean_page(&doc, cd_buf_str(&page));
    assert_kept(&doc, "\n\n219: The", "Home");
    assert_kept(&doc, "\n\nDay 199 of the storm\n\n199: The", "Harbour Post");
    for (size_t i = 0; i < doc.block_count; i++)
        siblings += cd_str_is(doc.blocks[i].reason, "sibling");
    ck_assert_uint_gt(siblings, 0);
    cd_buf_release(&page);
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_siblings(void)
{
    Suite *suite = suite_create("siblings");
    TCase *tests = tcase_create("siblings");

    tcase_add_test(tests, to_the_end);
    suite_add_tcase(suite, tests);
    return suite;
}
