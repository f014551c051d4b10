/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The nearest known word to one that was typed wrongly.
 *
 *     struct cd_suggestion best = cd_suggestion("thresold");
 *     cd_suggest(&best, "threads");
 *     cd_suggest(&best, "threshold");
 *     best.word                             "threshold"
 */
#ifndef CD_CMD_SUGGEST_H
#define CD_CMD_SUGGEST_H

#include <stddef.h>

struct cd_suggestion {
    const char *typed;
    const char *word; /* NULL: nothing is near */
    size_t distance;
};

struct cd_suggestion cd_suggestion(const char *typed);

/* Takes word if it is nearer than what was offered before. */
void cd_suggest(struct cd_suggestion *best, const char *word);

#endif
