/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stems: "agreed", "agrees" and "agreement's" under one form.
 *
 *     char word[] = "declines";
 *     size_t n = cd_stem(word, 8);     n == 6, "declin"
 *
 * M. F. Porter, An algorithm for suffix stripping, 1980, with a possessive
 * step before it.  English; a word with a byte that is no ASCII letter loses
 * its possessive only.
 */
#ifndef CD_NLP_WORD_STEM_H
#define CD_NLP_WORD_STEM_H

#include <stddef.h>

/* Stems the n bytes of lower case at word in place; the new length, which is
 * never greater, and greater than 0 if n is. */
size_t cd_stem(char *word, size_t n);

#endif
