/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that may mean the same: "begin" and "start".  English, from WordNet
 * (docs/licences.md); which sense a word has in its text is not asked.
 *
 *     if (cd_synonyms(a->stem, b->stem)) ...
 */
#ifndef CD_NLP_COPY_SYNONYMS_H
#define CD_NLP_COPY_SYNONYMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The concepts that a stem (cd_word.stem) may stand for, in ascending order;
 * their number in *count, 0 if none is known. */
const uint16_t *cd_concepts(uint32_t stem, size_t *count);

/* Do the stems share a concept? */
bool cd_synonyms(uint32_t a, uint32_t b);

#endif
