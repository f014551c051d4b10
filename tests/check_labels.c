/* SPDX-License-Identifier: Apache-2.0 */
/* Doubtful headings and labels above text that is sure. */
#include "parser/judge/verdict.h"
#include "tests/check.h"

enum { BLOCKS_MAX = 8, PROSE = 14 };

/* A block: its kind, words, score, whether it stays. */
struct line {
    char kind; /* H, P, or S for a sentence that is prose */
    unsigned words;
    double score;
    bool keep;
};

static const struct {
    struct line lines[BLOCKS_MAX];
    const char *want; /* a letter a block: does it stay? */
} cases[] = {
    { { { 'H', 3, .4, false }, { 'S', PROSE, .9, true } }, "yy" },
    { { { 'H', 3, .2, false }, { 'S', PROSE, .9, true } }, "ny" },
    { { { 'H', 3, .4, false }, { 'S', PROSE, .7, true } }, "ny" },
    { { { 'H', 3, .4, false }, { 'S', PROSE, .9, false } }, "nn" },
    { { { 'H', 3, .4, false }, { 'P', 6, .9, true } }, "ny" },
    { { { 'S', PROSE, .9, true }, { 'H', 3, .5, false } }, "yn" },
    { { { 'P', 2, .5, false },
        { 'P', 6, .7, true },
        { 'P', 2, .5, false },
        { 'P', 6, .7, true },
        { 'P', 2, .5, false },
        { 'S', PROSE, .9, true } },
      "yyyyyy" },
    { { { 'P', 2, .5, false },
        { 'P', 6, .7, true },
        { 'P', 2, .5, false },
        { 'P', 6, .7, true } },
      "nyny" },
    { { { 'P', 2, .5, false },
        { 'P', 2, .7, true },
        { 'P', 2, .5, false },
        { 'P', 2, .7, true },
        { 'P', 2, .5, false },
        { 'P', 2, .7, true } },
      "nynyny" },
};

START_TEST(labels)
{
    const struct line *lines = cases[_i].lines;
    struct cd_block blocks[BLOCKS_MAX] = { { 0 } };
    struct cd_piece pieces[BLOCKS_MAX];
    struct cd_doc doc = { .blocks = blocks };
    struct cd_trial trial = { .doc = &doc, .outline = { .pieces = pieces } };

    memset(pieces, 0, sizeof(pieces));
    for (; lines[trial.n].kind != 0; trial.n++) {
        blocks[trial.n].kind =
            lines[trial.n].kind == 'H' ? CD_BLOCK_HEADING : CD_BLOCK_PARAGRAPH;
        blocks[trial.n].score = lines[trial.n].score;
        blocks[trial.n].keep = lines[trial.n].keep;
        blocks[trial.n].reason = CD_STR("model");
        pieces[trial.n].measure.words = lines[trial.n].words;
        pieces[trial.n].prose = lines[trial.n].kind == 'S';
    }
    cd_keep_labels(&trial);
    for (size_t i = 0; i < trial.n; i++)
        ck_assert_msg(blocks[i].keep == (cases[_i].want[i] == 'y'),
                      "case %d, block %zu", _i, i);
}
END_TEST

Suite *
check_labels(void)
{
    Suite *suite = suite_create("labels");
    TCase *tests = tcase_create("labels");

    tcase_add_loop_test(tests, labels, 0, (int)CD_COUNT(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
