/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The runs of equal words that two long texts share, from rows of stems.
 *
 *     cd_rows_find(&runs, &arena, &a, &b);      see nlp/copy/align_long.h
 */
#ifndef CD_NLP_COPY_ALIGN_ROWS_H
#define CD_NLP_COPY_ALIGN_ROWS_H

#include "nlp/copy/align_long.h"
#include "nlp/copy/runs.h"

/* Runs of CD_ALIGN_ROW words and more, by a, then by b.  A word is in a run of
 * each row that it begins: all together they are at most some times as long as
 * the texts. */
void cd_rows_find(struct cd_runs *found, struct cd_arena *arena,
                  const struct cd_words *a, const struct cd_words *b);

#endif
