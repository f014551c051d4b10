/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which language a text is in, by its common words: each speaks for the
 * languages that have it, by the logarithm of its share there.
 *
 *     cd_language_tell(text)          "nl", or absent where nothing is sure
 *
 *     struct cd_language_count count = { 0 };
 *     cd_language_read(&count, text);
 *     count.score[0]                  of the first row of data/languages.tsv
 *
 * The words are rows of data/languages.words.tsv and data/languages.tsv.  Pure;
 * the tables are const, so every thread may use them.
 */
#ifndef CD_BASE_LANGUAGE_H
#define CD_BASE_LANGUAGE_H

#include "base/str.h"

enum { CD_LANGUAGES_MAX = 96, CD_LANGUAGE_WORDS_MAX = 8192 };

/* What a text was found to have.  Languages are rows of data/languages.tsv. */
struct cd_language_count {
    int32_t score[CD_LANGUAGES_MAX];
    uint32_t common[CD_LANGUAGES_MAX]; /* its words, in small letters */
    size_t words, small; /* those that begin with a small letter */
    size_t numbers;
    size_t kinds; /* different ones of these, at the least */
    uint64_t kind_bits[4];
    size_t latin, other; /* letters */
    uint8_t seen[CD_LANGUAGE_WORDS_MAX];
};

/* The language of a tag ("de-AT"), or -1: it is no row. */
int cd_language_declared(struct cd_str tag);

/* Adds what the words of text say, here and there in a long text. */
void cd_language_read(struct cd_language_count *count, struct cd_str text);

/* The tag of the language of text; absent where few words tell, two languages
 * share them, or they are hardly a part of it. */
struct cd_str cd_language_tell(struct cd_str text);

#endif
