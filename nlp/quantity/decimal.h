/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact decimal numbers: digits times a power of ten, never a double.
 *
 *     struct cd_decimal d = cd_decimal_of(56, -1);     5.6
 *     d = cd_decimal_times(d, cd_decimal_of(1, 6));    5,600,000
 *     cd_decimal_print(d, &arena);                     "5600000"
 *
 * A number has at most 36 significant digits; what does not fit is rounded half
 * to even and still compares and prints in order.  Exponents stop at +-400,
 * far beyond any number a newspaper prints.  Values are plain structs: copy
 * them; all functions are pure.
 */
#ifndef CD_NLP_QUANTITY_DECIMAL_H
#define CD_NLP_QUANTITY_DECIMAL_H

#include "base/arena.h"
#include "base/u128.h"

/* (negative ? -1 : 1) * digits * 10^exponent, without trailing zeros in digits;
 * zero is all zero. */
struct cd_decimal {
    cd_u128 digits;
    int exponent;
    bool negative;
};

/* digits * 10^exponent. */
struct cd_decimal cd_decimal_of(int64_t digits, int exponent);

/* The value of ASCII text such as "-12.50" or ".5": digits, at most one '.',
 * an optional sign.  False for anything else. */
bool cd_decimal_parse(struct cd_str text, struct cd_decimal *out);

struct cd_decimal cd_decimal_plus(struct cd_decimal a, struct cd_decimal b);
struct cd_decimal cd_decimal_minus(struct cd_decimal a, struct cd_decimal b);
struct cd_decimal cd_decimal_times(struct cd_decimal a, struct cd_decimal b);
/* Rounded half to even to 12 significant digits; 0 for a divisor of 0. */
struct cd_decimal cd_decimal_over(struct cd_decimal a, struct cd_decimal b);
struct cd_decimal cd_decimal_negate(struct cd_decimal a);

/* <0, 0, >0 */
int cd_decimal_compare(struct cd_decimal a, struct cd_decimal b);
bool cd_decimal_is_zero(struct cd_decimal a);
/* Is it a whole number that fits, and which? */
bool cd_decimal_integer(struct cd_decimal a, int64_t *out);

/* A JSON number without an exponent where that stays under 40 digits:
 * 5600000, 118.58, -0.5. */
struct cd_str cd_decimal_print(struct cd_decimal a, struct cd_arena *arena);

#endif
