/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When: the time that a sentence gives for a quantity, in its words and, where
 * the publication date tells, in ISO 8601.
 *
 *     cd_when_find(&syntax, &arena, &today, 0, &words, &iso);
 *     "last year" published in 2025 -> "2024"
 */
#ifndef CD_NLP_WHEN_H
#define CD_NLP_WHEN_H

#include "base/date.h"
#include "nlp/syntax.h"

/* The day of a publication date; year 0 if there is none. */
struct cd_date cd_when_today(struct cd_str published);

/* The expression of time nearest to a quantity; both are absent (.p NULL) if
 * there is none, and *iso is the words where they cannot be resolved. */
void cd_when_find(const struct cd_syntax *syntax, struct cd_arena *arena,
                  const struct cd_date *today, size_t quantity,
                  struct cd_str *words, struct cd_str *iso);

#endif
