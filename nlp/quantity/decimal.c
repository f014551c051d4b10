/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/decimal.h"

#include "base/ascii.h"

enum {
    DIGITS_MAX = 36,    /* of a result: two spare places in 128 bits */
    EXPONENT_MAX = 400, /* beyond it: the limit */
    QUOTIENT_DIGITS = 12,
    FAST_DIGITS = 9,
    FAST_LIMIT = 1000000000,
    PLAIN_MAX = 40, /* longest number printed without an exponent */
};

static int
digit_count(cd_u128 digits)
{
    int n = 0;

    for (; digits > UINT64_MAX; digits /= 10)
        n++;
    for (uint64_t left = (uint64_t)digits; left != 0; left /= 10)
        n++;
    return n;
}

static cd_u128
power_of_ten(int exponent)
{
    cd_u128 power = 1;

    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* Drops the last count digits, half to even. */
static cd_u128
drop_digits(cd_u128 digits, int count)
{
    cd_u128 unit = power_of_ten(count);
    cd_u128 rest = digits % unit;
    cd_u128 half = unit / 2;

    digits /= unit;
    if (rest > half || (rest == half && (digits & 1) != 0))
        digits++;
    return digits;
}

/* settle() of few digits, as nearly all numbers have. */
static struct cd_decimal
settle_small(struct cd_decimal a)
{
    uint64_t digits = (uint64_t)a.digits;

    if (digits == 0)
        return (struct cd_decimal){ 0 };
    while (digits % 10 == 0) {
        digits /= 10;
        a.exponent++;
    }
    a.digits = digits;
    if (a.exponent > EXPONENT_MAX)
        a.exponent = EXPONENT_MAX;
    return a.exponent < -EXPONENT_MAX ? (struct cd_decimal){ 0 } : a;
}

/* Keeps at most places digits and strips the zeros behind them. */
static struct cd_decimal
settle(struct cd_decimal a, int places)
{
    int extra;

    if (a.digits < FAST_LIMIT && places >= FAST_DIGITS)
        return settle_small(a);
    extra = digit_count(a.digits) - places;

    if (extra > 0) {
        a.digits = drop_digits(a.digits, extra);
        a.exponent += extra;
    }
    if (a.digits == 0)
        return (struct cd_decimal){ 0 };
    while (a.digits % 10 == 0) {
        a.digits /= 10;
        a.exponent++;
    }
    if (a.exponent > EXPONENT_MAX)
        a.exponent = EXPONENT_MAX;
    if (a.exponent < -EXPONENT_MAX)
        return (struct cd_decimal){ 0 };
    return a;
}

struct cd_decimal
cd_decimal_of(int64_t digits, int exponent)
{
    struct cd_decimal a = { .exponent = exponent, .negative = digits < 0 };

    a.digits = digits < 0 ? -(cd_u128)digits : (cd_u128)digits;
    return settle(a, DIGITS_MAX);
}

bool
cd_decimal_parse(struct cd_str text, struct cd_decimal *out)
{
    struct cd_decimal a = { 0 };
    bool point = false;
    size_t at = 0, digits = 0;

    if (at < text.n && (text.p[at] == '-' || text.p[at] == '+'))
        a.negative = text.p[at++] == '-';
    for (; at < text.n; at++) {
        if (text.p[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (!cd_ascii_is_digit(text.p[at]))
            return false;
        digits++;
        if (a.digits < FAST_LIMIT || digit_count(a.digits) < DIGITS_MAX) {
            a.digits = a.digits * 10 + (cd_u128)(text.p[at] - '0');
            a.exponent -= point;
        } else {
            a.exponent += !point;
        }
    }
    *out = settle(a, DIGITS_MAX);
    return digits > 0;
}

struct cd_decimal
cd_decimal_negate(struct cd_decimal a)
{
    a.negative = !a.negative && a.digits != 0;
    return a;
}

bool
cd_decimal_is_zero(struct cd_decimal a)
{
    return a.digits == 0;
}

/* The smallest value that matters to high, as far as it has room for it, is
 * brought to the exponent of the other; what is too small is lost. */
static void
align(struct cd_decimal *high, struct cd_decimal *low)
{
    int room = DIGITS_MAX - digit_count(high->digits);
    int gap = high->exponent - low->exponent;
    int up = gap < room ? gap : room;

    high->digits *= power_of_ten(up);
    high->exponent -= up;
    if (gap > up) {
        int lost = gap - up;

        low->digits = lost > DIGITS_MAX ? 0 : drop_digits(low->digits, lost);
        low->exponent = high->exponent;
    }
}

struct cd_decimal
cd_decimal_plus(struct cd_decimal a, struct cd_decimal b)
{
    struct cd_decimal sum;

    if (a.digits == 0 || b.digits == 0)
        return a.digits == 0 ? b : a;
    if (a.exponent >= b.exponent)
        align(&a, &b);
    else
        align(&b, &a);
    sum = a;
    if (a.negative == b.negative) {
        sum.digits = a.digits + b.digits;
    } else if (a.digits >= b.digits) {
        sum.digits = a.digits - b.digits;
    } else {
        sum.digits = b.digits - a.digits;
        sum.negative = b.negative;
    }
    return settle(sum, DIGITS_MAX);
}

struct cd_decimal
cd_decimal_minus(struct cd_decimal a, struct cd_decimal b)
{
    return cd_decimal_plus(a, cd_decimal_negate(b));
}

struct cd_decimal
cd_decimal_times(struct cd_decimal a, struct cd_decimal b)
{
    struct cd_decimal product;
    bool small = a.digits < FAST_LIMIT && b.digits < FAST_LIMIT;
    int spare =
        small ? 0 : digit_count(a.digits) + digit_count(b.digits) - DIGITS_MAX;

    /* too long for 128 bits: shorten the longer factor first */
    if (spare > 0 && digit_count(a.digits) >= digit_count(b.digits))
        a = settle(a, digit_count(a.digits) - spare > 18
                          ? digit_count(a.digits) - spare
                          : 18);
    else if (spare > 0)
        b = settle(b, digit_count(b.digits) - spare > 18
                          ? digit_count(b.digits) - spare
                          : 18);
    if (!small && digit_count(a.digits) + digit_count(b.digits) > DIGITS_MAX) {
        a = settle(a, 18);
        b = settle(b, 18);
    }
    product.digits = a.digits * b.digits;
    product.exponent = a.exponent + b.exponent;
    product.negative = a.negative != b.negative;
    return settle(product, DIGITS_MAX);
}

struct cd_decimal
cd_decimal_over(struct cd_decimal a, struct cd_decimal b)
{
    struct cd_decimal quotient;

    if (b.digits == 0)
        return (struct cd_decimal){ 0 };
    b = settle(b, 18);
    a = settle(a, 18);
    if (a.digits == 0)
        return a;
    int up = DIGITS_MAX - digit_count(a.digits);

    quotient.digits = a.digits * power_of_ten(up);
    quotient.exponent = a.exponent - up - b.exponent;
    quotient.negative = a.negative != b.negative;
    quotient.digits = quotient.digits / b.digits;
    return settle(quotient, QUOTIENT_DIGITS);
}

int
cd_decimal_compare(struct cd_decimal a, struct cd_decimal b)
{
    struct cd_decimal gap;

    if (a.exponent == b.exponent && !a.negative && !b.negative)
        return (a.digits > b.digits) - (a.digits < b.digits);
    gap = cd_decimal_minus(a, b);
    if (gap.digits == 0)
        return 0;
    return gap.negative ? -1 : 1;
}

bool
cd_decimal_integer(struct cd_decimal a, int64_t *out)
{
    if (a.exponent < 0 || digit_count(a.digits) + a.exponent > 18)
        return false;
    *out = (int64_t)(a.digits * power_of_ten(a.exponent));
    if (a.negative)
        *out = -*out;
    return true;
}

/* The digits of a into out (at least 40 bytes); returns how many. */
static int
put_digits(cd_u128 digits, char *out)
{
    int n = digit_count(digits);

    for (int i = n; i-- > 0; digits /= 10)
        out[i] = (char)('0' + (int)(digits % 10));
    return n;
}

struct cd_str
cd_decimal_print(struct cd_decimal a, struct cd_arena *arena)
{
    static const char zeros[] = "0000000000000000000000000000000000000000";
    char digits[64];
    const char *sign = a.negative ? "-" : "";
    int n = put_digits(a.digits, digits);
    int point = n + a.exponent; /* digits before the decimal point */

    if (n == 0)
        return cd_arena_copy(arena, CD_STR("0"));
    if (a.exponent >= 0 && point <= PLAIN_MAX)
        return cd_arena_printf(arena, "%s%.*s%.*s", sign, n, digits, a.exponent,
                               zeros);
    if (a.exponent < 0 && point > 0)
        return cd_arena_printf(arena, "%s%.*s.%.*s", sign, point, digits,
                               n - point, digits + point);
    if (a.exponent < 0 && n - point <= PLAIN_MAX)
        return cd_arena_printf(arena, "%s0.%.*s%.*s", sign, -point, zeros, n,
                               digits);
    return cd_arena_printf(arena, "%s%.*se%d", sign, n, digits, a.exponent);
}
