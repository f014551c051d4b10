/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts and what they are judged to be, for tests.
 *
 *     judged = compare_texts(&arena, CD_STR("Ferry sails"), CD_STR("Sails"));
 */
#ifndef CD_TESTS_COMPARE_TEXTS_H
#define CD_TESTS_COMPARE_TEXTS_H

#include "nlp/copy/compare.h"

static inline struct cd_judgement
compare_texts(struct cd_arena *arena, struct cd_str a, struct cd_str b)
{
    struct cd_judgement judged;
    struct cd_words x, y;

    cd_words_make(&x, arena, a);
    cd_words_make(&y, arena, b);
    cd_compare(&judged, arena, &x, &y, CD_COMPARE_ALL);
    return judged;
}

#endif
