/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The features of the tagger, shared with its trainer so that both hash alike.
 *
 *     struct cd_pos_word words[n];      cd_pos_word_of() each token
 *     uint32_t rows[CD_POS_FEATURES];
 *     cd_pos_features(words, n, i, tag_before, tag_before_that, rows);
 *
 * A feature is a row of the weight table, a weight is one printable character;
 * features share rows where their hashes meet.
 */
#ifndef CD_NLP_SYNTAX_TAGGER_MODEL_H
#define CD_NLP_SYNTAX_TAGGER_MODEL_H

#include "base/hash.h"
#include "nlp/syntax/tagger.h"
#include "nlp/syntax/word_class.h"

enum {
    CD_POS_ROWS = 1 << 16,
    CD_POS_FEATURES = 23,
    CD_POS_ZERO = 80,              /* the character that stands for weight 0 */
    CD_POS_LEVELS = 45,            /* largest weight */
    CD_POS_OUTSIDE = CD_POS_COUNT, /* the "tag" before a sentence */
};

/* What the features look at of a word. */
struct cd_pos_word {
    uint32_t word, suffix3, suffix2, prefix, shape;
    uint32_t classes; /* cd_word_classes() */
};

static inline uint32_t
cd_pos_hash(struct cd_str s, uint32_t seed)
{
    return cd_hash(CD_HASH_START ^ seed, s);
}

static inline uint32_t
cd_pos_mix(uint32_t kind, uint32_t a, uint32_t b)
{
    uint32_t h = (a + kind * 0x9E3779B1U) * 0x85EBCA6BU;

    h = (h ^ (h >> 15)) + b * 0xC2B2AE35U;
    h = (h ^ (h >> 13)) * 0x27D4EB2FU;
    return (h ^ (h >> 16)) & (CD_POS_ROWS - 1);
}

static inline struct cd_pos_word
cd_pos_word_of(struct cd_str fold, uint8_t kind, uint8_t flags)
{
    size_t n = fold.n, three = n < 3 ? n : 3, two = n < 2 ? n : 2;

    if (kind == CD_TOKEN_NUMBER)
        fold = CD_STR("0"), n = three = two = 1;
    return (struct cd_pos_word){
        .word = cd_pos_hash(fold, 1),
        .suffix3 = cd_pos_hash(cd_str_sub(fold, n - three, n), 2),
        .suffix2 = cd_pos_hash(cd_str_sub(fold, n - two, n), 3),
        .prefix = cd_pos_hash(cd_str_sub(fold, 0, three), 4),
        .shape = (uint32_t)(flags & (CD_TOKEN_CAPITAL | CD_TOKEN_CAPS |
                                     CD_TOKEN_DIGITS)) +
                 (n > 1 ? 64U : 0U) + 128U * kind,
        .classes = kind == CD_TOKEN_WORD ? cd_word_classes(fold) : 512,
    };
}

/* The rows of word i of a sentence of n; before, before2: its last two tags. */
static inline void
cd_pos_features(const struct cd_pos_word *words, size_t n, size_t i,
                uint32_t before, uint32_t before2,
                uint32_t rows[CD_POS_FEATURES])
{
    static const struct cd_pos_word none = { 1, 1, 1, 1, 1, 513 };
    const struct cd_pos_word *w = &words[i];
    const struct cd_pos_word *left = i > 0 ? &words[i - 1] : &none;
    const struct cd_pos_word *left2 = i > 1 ? &words[i - 2] : &none;
    const struct cd_pos_word *right = i + 1 < n ? &words[i + 1] : &none;
    const struct cd_pos_word *right2 = i + 2 < n ? &words[i + 2] : &none;
    uint32_t place = w->shape * 2 + (i == 0), f = 0;

    rows[f++] = cd_pos_mix(1, w->word, 0);
    rows[f++] = cd_pos_mix(2, w->suffix3, 0);
    rows[f++] = cd_pos_mix(3, w->suffix2, 0);
    rows[f++] = cd_pos_mix(4, w->prefix, 0);
    rows[f++] = cd_pos_mix(5, place, w->suffix2);
    rows[f++] = cd_pos_mix(6, place, before);
    rows[f++] = cd_pos_mix(7, before, before2);
    rows[f++] = cd_pos_mix(8, before, w->word);
    rows[f++] = cd_pos_mix(9, left->word, 0);
    rows[f++] = cd_pos_mix(10, left->word, w->word);
    rows[f++] = cd_pos_mix(11, right->word, 0);
    rows[f++] = cd_pos_mix(12, w->word, right->word);
    rows[f++] = cd_pos_mix(13, right->suffix3, w->suffix3);
    rows[f++] = cd_pos_mix(14, left2->word, 0);
    rows[f++] = cd_pos_mix(15, right2->word, 0);
    rows[f++] = cd_pos_mix(16, right->shape, before);
    rows[f++] = cd_pos_mix(17, right->suffix3, before);
    rows[f++] = cd_pos_mix(18, w->suffix3, before);
    rows[f++] = cd_pos_mix(19, w->classes, w->shape);
    rows[f++] = cd_pos_mix(20, w->classes, before);
    rows[f++] = cd_pos_mix(21, w->classes, right->classes);
    rows[f++] = cd_pos_mix(22, right->classes, before);
    rows[f++] = cd_pos_mix(23, w->classes * 1024 + right->classes, before);
}

#endif
