/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A text as words: the form in which two texts are compared.  Made once a text
 * and used for every pair that it is in.
 *
 *     struct cd_words words;
 *     cd_words_make(&words, &arena, CD_STR("The Bank said…"));
 *
 * A word is a run of letters, marks and digits, folded (base/fold.h), with the
 * apostrophe inside it, the points of an acronym ("U.S." is "us") and the
 * separators of a number ("1,000" and "1.000" are "1000"). Of scripts that put
 * no spaces between words (Han, Kana, Thai, Lao, Khmer, Burmese) each character
 * is a word, whose hash covers the next character too.
 *
 * Bytes that are no UTF-8 separate words.  Thread rule: const once made.
 */
#ifndef CD_NLP_COPY_WORDS_H
#define CD_NLP_COPY_WORDS_H

#include "base/arena.h"
#include "nlp/copy/figures.h"

enum cd_word_flag {
    CD_WORD_NUMBER = 1,  /* begins with a digit */
    CD_WORD_CAPITAL = 2, /* begins with a capital letter */
    CD_WORD_FIRST = 4,   /* begins a sentence */
    CD_WORD_GRAM = 8,    /* a character of a script without spaces */
    CD_WORD_QUOTED = 16, /* between quotation marks */
    CD_WORD_NAME = 32,   /* a capital that no sentence begins with */
};

struct cd_word {
    uint64_t hash;  /* of the folded word: XXH3, the same on every machine */
    uint32_t stem;  /* of its stem */
    uint32_t start; /* in the text, bytes */
    uint32_t end;
    uint32_t root;   /* hash of its first letters: "iraq" of Iraqi */
    uint32_t figure; /* index of the figure that it is part of, or none */
    uint8_t flags;   /* enum cd_word_flag */
    uint8_t
        weight; /* idf in sixteenths: how rare the stem is (nlp/copy/idf.h) */
};

#define CD_WORD_NO_FIGURE UINT32_MAX

struct cd_words {
    struct cd_str text; /* as given; not copied */
    struct cd_word *words;
    uint32_t count;
    uint32_t *order; /* indices by (stem, index) */
    struct cd_figure *figures;
    uint32_t figure_count;
    bool other; /* in a language that is not English, by its frequent words */
    bool cut;   /* the text was longer than CD_WORDS_TEXT_MAX */
};

/* Bytes of a text that are read; the rest is left out and cut is set. */
#define CD_WORDS_TEXT_MAX ((size_t)1 << 31)

/* Everything in *words is in the arena, but the text, which must outlive it.
 * Linear in the text, but for sorting order. */
void cd_words_make(struct cd_words *words, struct cd_arena *arena,
                   struct cd_str text);

/* How many words that gives, in little memory. */
size_t cd_words_count(struct cd_str text);

/* Leaves out the words between quotation marks: two reports of one speech share
 * them without being copies.  May be called once. */
void cd_words_drop_quoted(struct cd_words *words, struct cd_arena *arena);

/* The text of a word as it stands in the original. */
static inline struct cd_str
cd_words_text(const struct cd_words *words, size_t index)
{
    return cd_str_sub(words->text, words->words[index].start,
                      words->words[index].end);
}

/* Is the one character c all that stands between words i and i + 1? */
static inline bool
cd_words_joined(const struct cd_words *words, uint32_t i, char c)
{
    return i + 1 < words->count &&
           words->words[i + 1].start == words->words[i].end + 1 &&
           words->text.p[words->words[i].end] == c;
}

#endif
