/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parts of nlp/quantity/number.c: number words, fractions, digits.  Each
 * reader looks at the tokens from at on and returns where the number ends, or
 * at if there is none.
 *
 *     size_t end = cd_number_words(&scan, at, &number);
 *
 * Pure; linear in what it reads.
 */
#ifndef CD_NLP_QUANTITY_NUMBER_PART_H
#define CD_NLP_QUANTITY_NUMBER_PART_H

#include "nlp/quantity/number.h"

/* A reading under way. */
struct cd_number_scan {
    const struct cd_term *terms;
    const struct cd_tokens *tokens;
    bool money;        /* a currency stands before it: "m" means million */
    bool scales_alone; /* "mil", "hundert" need no number before them */
    bool bare; /* what the number counts does not matter: "10G" is 10 billion */
};

static inline bool
cd_number_is(const struct cd_number_scan *r, size_t at, cd_u128 classes)
{
    return at < r->tokens->count && (r->terms[at].classes & classes) != 0;
}

/* Does white space come before the token?  True behind the last. */
static inline bool
cd_number_spaced(const struct cd_number_scan *r, size_t at)
{
    return at >= r->tokens->count ||
           (r->tokens->items[at].flags & CD_TOKEN_SPACED) != 0;
}

/* Does a line end come before the token? */
static inline bool
cd_number_broken(const struct cd_number_scan *r, size_t at)
{
    return at < r->tokens->count &&
           (r->tokens->items[at].flags & CD_TOKEN_BREAK) != 0;
}

/* Value of the lexicon's row of that class; 0 if there is none. */
struct cd_decimal cd_number_value(const struct cd_number_scan *r, size_t at,
                                  enum cd_class class);

/* Where the word of a compound goes on: past a hyphen that is glued on both
 * sides, else at. */
size_t cd_number_past_hyphen(const struct cd_number_scan *r, size_t at);

/* one ... ninety-nine in words. */
size_t cd_number_below_hundred(const struct cd_number_scan *r, size_t at,
                               struct cd_decimal *out);

/* Scale words behind a number: "million", "lakh crore"; in *scale, or 1. */
size_t cd_number_scales(const struct cd_number_scan *r, size_t at,
                        struct cd_decimal *scale);

/* "and a half", "and three quarters" behind a number. */
size_t cd_number_and_fraction(const struct cd_number_scan *r, size_t at,
                              struct cd_decimal *out);

/* "two million three hundred thousand and five" */
size_t cd_number_words(const struct cd_number_scan *r, size_t at,
                       struct cd_number *out);

/* "two-thirds", "a quarter", "one hundred thirty-fifths" */
size_t cd_number_fraction(const struct cd_number_scan *r, size_t at,
                          struct cd_number *out);

/* "point 77" at the start of the text. */
size_t cd_number_point(const struct cd_number_scan *r, size_t at,
                       struct cd_number *out);

/* "2.5 million", "2 1/2", "3/4", "45m"; the token at at holds digits. */
size_t cd_number_digits(const struct cd_number_scan *r, size_t at,
                        struct cd_number *out);

#endif
