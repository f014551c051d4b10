/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a text that say who made it: "(Reporting by Ann Webb; Editing
 * by ...)".  Two stories of one desk share them beside what they share.
 *
 *     credits = cd_credits_find(&arena, words);
 *     if (credits != NULL && credits[i])
 *         ...                                word i is one of them
 *
 * Thread rule: no state.
 */
#ifndef CD_NLP_COPY_CREDITS_H
#define CD_NLP_COPY_CREDITS_H

#include "nlp/copy/words.h"

/* A mark for each word, in the arena; or NULL: there are none.  Linear. */
bool *cd_credits_find(struct cd_arena *arena, const struct cd_words *words);

#endif
