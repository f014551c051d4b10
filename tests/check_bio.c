/* SPDX-License-Identifier: Apache-2.0 */
/* The note on the author that a text ends with. */
#include "parser/judge/verdict.h"
#include "tests/check.h"

enum { BLOCKS = 3, WORDS = 12 };

#define NOTE "Ana Reyes is a reporter of this paper and lives in Halm."

static const struct {
    const char *byline, *title, *last;
    enum cd_block_kind before; /* of the block above the last */
    bool keep;
} cases[] = {
    { "Ana Reyes", "Ferry", NOTE, CD_BLOCK_PARAGRAPH, false },
    { "Ana Reyes and Bo Lind", "Ferry", NOTE, CD_BLOCK_PARAGRAPH, false },
    { "Ana Reyes, Bo Lind", "Ferry", NOTE, CD_BLOCK_PARAGRAPH, false },
    { "Bo Lind", "Ferry", NOTE, CD_BLOCK_PARAGRAPH, true },
    { "Ana", "Ferry", NOTE, CD_BLOCK_PARAGRAPH, true },
    { NULL, "Ferry", NOTE, CD_BLOCK_PARAGRAPH, true },
    { "Ana Rey", "Ferry", NOTE, CD_BLOCK_PARAGRAPH, true },
    /* the article is about her, or has a part for the note */
    { "Ana Reyes", "A day with Ana Reyes", NOTE, CD_BLOCK_PARAGRAPH, true },
    { "Ana Reyes", "Ferry", NOTE, CD_BLOCK_HEADING, true },
};

START_TEST(last_note)
{
    struct cd_block blocks[BLOCKS] = { { 0 } };
    struct cd_piece pieces[BLOCKS];
    struct cd_doc doc = { .blocks = blocks };
    struct cd_trial trial = { .doc = &doc,
                              .outline = { .pieces = pieces },
                              .n = BLOCKS };

    memset(pieces, 0, sizeof(pieces));
    for (size_t i = 0; i < BLOCKS; i++) {
        blocks[i].kind = i == 1 ? cases[_i].before : CD_BLOCK_PARAGRAPH;
        blocks[i].text = CD_STR("The ferry sails again, said Ana Reyes.");
        blocks[i].keep = true;
        pieces[i].measure.words = WORDS;
    }
    blocks[BLOCKS - 1].text = cd_str_of(cases[_i].last);
    doc.meta.byline.value = cd_str_of(cases[_i].byline);
    doc.meta.title.value = cd_str_of(cases[_i].title);
    cd_cut_bio(&trial);
    ck_assert_int_eq(blocks[BLOCKS - 1].keep, cases[_i].keep);
}
END_TEST

Suite *
check_bio(void)
{
    Suite *suite = suite_create("bio");
    TCase *tests = tcase_create("bio");

    tcase_add_loop_test(tests, last_note, 0, (int)CD_COUNT(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
