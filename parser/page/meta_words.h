/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Titles and names as sets of words, for comparing them loosely: case,
 * punctuation and order do not count.
 *
 *     struct cd_word_set a, b;
 *     cd_word_set_of(&a, CD_STR("Ferry runs again | Paper"));
 */
#ifndef CD_PARSER_PAGE_META_WORDS_H
#define CD_PARSER_PAGE_META_WORDS_H

#include "base/arena.h"

enum { CD_WORD_SET_MAX = 64 };

struct cd_word_set {
    uint64_t hashes[CD_WORD_SET_MAX]; /* different ones, in text order */
    size_t count;
};

/* The first 64 different words of text. */
void cd_word_set_of(struct cd_word_set *set, struct cd_str text);

/* Words that are in both. */
size_t cd_word_set_shared(const struct cd_word_set *a,
                          const struct cd_word_set *b);

/* 2 |a n b| / (|a| + |b|); 0 if either is empty.  Dice, 1945. */
double cd_word_set_dice(const struct cd_word_set *a,
                        const struct cd_word_set *b);

/* The letters and digits of text in lower case with nothing between, up to n
 * bytes, into out; returns the bytes used. */
size_t cd_squeeze(struct cd_str text, char *out, size_t n);

/* Do they differ by case, punctuation and space alone?  Not beyond 500 bytes,
 * nor if they have no letters. */
bool cd_same_letters(struct cd_str a, struct cd_str b);

/* A copy with ASCII letters in lower case. */
struct cd_str cd_lower(struct cd_arena *arena, struct cd_str text);

#endif
