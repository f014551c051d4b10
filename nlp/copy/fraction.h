/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fractions in words: "a third of the crew", "two-thirds", "half its ships",
 * "half a million", and what stands behind a number: "three and a half".
 *
 *     if (cd_fraction_read(&words, i, &figure)) ...
 *
 * Not "the third quarter", "the first half", "a third party".  Thread rule: no
 * state.
 */
#ifndef CD_NLP_COPY_FRACTION_H
#define CD_NLP_COPY_FRACTION_H

#include "nlp/copy/words.h"

/* Is there one at word i?  Then it is read: a FRACTION, or a NUMBER where a
 * scale stands behind it. */
bool cd_fraction_read(const struct cd_words *words, uint32_t i,
                      struct cd_figure *figure);

/* Adds "and a half" to a number that it stands behind. */
void cd_fraction_add(const struct cd_words *words, struct cd_figure *figure);

#endif
