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
#ifndef CD_NLP_NUMBER_H
#define CD_NLP_NUMBER_H

#include "nlp/lexicon.h"

struct cd_number {
    struct cd_decimal value;
    struct cd_decimal precision; /* one unit of its last printed place */
    struct cd_decimal scale;     /* of its scale words; 0 or 1 if none */
    const char *rule;            /* id of the row that made a range, or NULL */
    struct cd_decimal high;      /* of a range: value is its low end */
    bool from_to;                /* "from A to B": may be a change */
    cd_u128 classes;             /* NUM INT ONE YEAR ... or FRAC, VAGUE */
};

/* The number that begins at token at, and where it ends; at if there is none.
 * money: a currency stands before it, so that "m" means million. */
size_t cd_number_read(const struct cd_term *terms,
                      const struct cd_tokens *tokens, size_t at, bool money,
                      struct cd_number *out);

#endif
