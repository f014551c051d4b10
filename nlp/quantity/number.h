/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers: digits and number words put together to one exact value.
 *
 *     size_t end = cd_number_read(terms, &tokens, at, &number);
 *     if (end > at)   "two hundred and fifty thousand" -> 250000
 *         use(number.value);
 *
 * Pure; linear in what it reads.
 */
#ifndef CD_NLP_QUANTITY_NUMBER_H
#define CD_NLP_QUANTITY_NUMBER_H

#include "nlp/quantity/lexicon.h"

struct cd_number {
    struct cd_decimal value;
    struct cd_decimal precision; /* one unit of its last printed place */
    struct cd_decimal scale;     /* of its scale words; 0 or 1 if none */
    const char *rule;            /* id of the row that made a range, or NULL */
    struct cd_decimal high;      /* of a range: value is its low end */
    bool from_to;                /* "from A to B": may be a change */
    cd_u128 classes;             /* NUM INT ONE YEAR ... or FRAC, VAGUE */
};

/* A quick look: false for most tokens, where cd_number_read() finds nothing. */
static inline bool
cd_number_may_begin(const struct cd_term *term, const struct cd_token *token)
{
    cd_u128 classes = CD_CLASS(ONES) | CD_CLASS(TENS) | CD_CLASS(HUNDRED) |
                      CD_CLASS(SCALE) | CD_CLASS(DOZEN) | CD_CLASS(PLENTY) |
                      CD_CLASS(ORDINAL) | CD_CLASS(DENOM) | CD_CLASS(HALF) |
                      CD_CLASS(ARTICLE) | CD_CLASS(NEGATIVE) | CD_CLASS(MINUS) |
                      CD_CLASS(PLUS) | CD_CLASS(POINTWORD);

    return token->kind == CD_TOKEN_NUMBER || (term->classes & classes) != 0;
}

enum {
    CD_NUMBER_MONEY = 1, /* a currency stands before it: "m" means million */
    CD_NUMBER_SCALES_ALONE = 4, /* "mil" and "hundert" say "one" themselves */
    CD_NUMBER_BARE = 2, /* only the number is wanted: "10G" is 10 billion */
};

/* The number that begins at token at, and where it ends; at if there is none.
 * flags: CD_NUMBER_MONEY ... */
size_t cd_number_read(const struct cd_term *terms,
                      const struct cd_tokens *tokens, size_t at, int flags,
                      struct cd_number *out);

#endif
