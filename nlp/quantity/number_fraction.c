/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/number_part.h"

enum { LONG_MAX = 16 }; /* tokens of a fraction in words */

/* Quarters that are no parts of a whole: "in eight quarters", "two quarters of
 * growth". */
static bool
are_periods(const struct cd_number_scan *r, size_t at, struct cd_decimal top)
{
    return cd_token_is(&r->tokens->items[at], "quarters") &&
           cd_decimal_compare(top, cd_decimal_of(3, 0)) != 0;
}

/* "two-thirds", "a quarter", "three fifths" */
static size_t
simple(const struct cd_number_scan *r, size_t at, struct cd_decimal *out)
{
    struct cd_decimal top = cd_decimal_of(1, 0);
    size_t end = at, next;

    if (cd_number_is(r, at, CD_CLASS(ARTICLE)))
        end = at + 1;
    else if (cd_number_is(r, at, CD_CLASS(ONES) | CD_CLASS(TENS)))
        end = cd_number_below_hundred(r, at, &top);
    next = cd_number_past_hyphen(r, end);
    if (cd_number_is(r, next, CD_CLASS(HALF)) && (end > at || next == at))
        *out = cd_decimal_times(top, cd_decimal_of(5, -1));
    else if (end > at && cd_number_is(r, next, CD_CLASS(DENOM)) &&
             !are_periods(r, next, top))
        *out = cd_decimal_over(top, cd_number_value(r, next, CD_CLASS_DENOM));
    else
        return at;
    return next + 1;
}

static bool
is_plural(const struct cd_token *token)
{
    return token->fold.p[token->fold.n - 1] == 's';
}

/* The denominator at the end of the number words from at on: "fifths" of "one
 * hundred thirty-fifths"; at if there is none.  In the singular only behind
 * "one". */
static size_t
find_denominator(const struct cd_number_scan *r, size_t at)
{
    const cd_u128 words = CD_CLASS(ONES) | CD_CLASS(TENS) | CD_CLASS(HUNDRED) |
                          CD_CLASS(SCALE) | CD_CLASS(AND) | CD_CLASS(HYPHEN);
    bool one = cd_number_is(r, at, CD_CLASS(ONES)) &&
               cd_decimal_compare(cd_number_value(r, at, CD_CLASS_ONES),
                                  cd_decimal_of(1, 0)) == 0;

    for (size_t end = at; end < at + LONG_MAX; end++) {
        if (cd_number_is(r, end, CD_CLASS(DENOM)))
            return one || is_plural(&r->tokens->items[end]) ? end : at;
        if (!cd_number_is(r, end, words) || cd_number_broken(r, end))
            return at;
    }
    return at;
}

/* The number words [from, to) with the denominator at to: "thirty-fifths" is
 * 35, "one thousand fifths" 1005, "two hundredths" no denominator of one. */
static bool
read_denominator(const struct cd_number_scan *r, size_t from, size_t to,
                 struct cd_decimal *out)
{
    struct cd_decimal last = cd_number_value(r, to, CD_CLASS_DENOM);
    struct cd_number head = { 0 };
    size_t end = from, before = to;
    bool large = cd_decimal_compare(last, cd_decimal_of(100, 0)) >= 0;

    *out = last;
    if (from == to)
        return true;
    end = cd_number_words(r, from, &head);
    while (before > from &&
           cd_number_is(r, before - 1, CD_CLASS(AND) | CD_CLASS(HYPHEN)))
        before--;
    if (large || end != before ||
        !cd_number_is(r, end - 1,
                      CD_CLASS(TENS) | CD_CLASS(HUNDRED) | CD_CLASS(SCALE)))
        return false;
    if (cd_number_is(r, end - 1, CD_CLASS(TENS)) &&
        (cd_number_is(r, to - 1, CD_CLASS(AND)) ||
         cd_decimal_compare(last, cd_decimal_of(9, 0)) > 0))
        return false;
    *out = cd_decimal_plus(head.value, last);
    return true;
}

/* Are the tokens [at, to) number words, all of them? */
static bool
words_until(const struct cd_number_scan *r, size_t at, size_t to,
            struct cd_decimal *out)
{
    struct cd_number_scan cut = *r;
    struct cd_tokens tokens = *r->tokens;
    struct cd_number number = { 0 };

    tokens.count = to;
    cut.tokens = &tokens;
    if (cd_number_words(&cut, at, &number) != to)
        return false;
    *out = number.value;
    return true;
}

/* The number words [at, to) over bottom; behind an "and" that is not the first
 * they may be a fraction by themselves: "two hundred and four hundredths" is
 * 200.04. */
static bool
read_numerator(const struct cd_number_scan *r, size_t at, size_t to,
               struct cd_decimal bottom, struct cd_decimal *out)
{
    struct cd_decimal whole, top;

    for (size_t and = to; and-- > at + 1;)
        if (cd_number_is(r, and, CD_CLASS(AND)) &&
            words_until(r, and+1, to, &top) &&
            cd_decimal_compare(top, bottom) < 0 &&
            words_until(r, at, and, &whole)) {
            *out = cd_decimal_plus(whole, cd_decimal_over(top, bottom));
            return true;
        }
    if (!words_until(r, at, to, &top))
        return false;
    *out = cd_decimal_over(top, bottom);
    return true;
}

/* "one hundred thirty-fifths": the longest denominator that leaves a
 * numerator. */
static size_t
composed(const struct cd_number_scan *r, size_t at, struct cd_decimal *out)
{
    size_t to = find_denominator(r, at);

    for (size_t from = at + 1; from <= to && to > at; from++) {
        struct cd_decimal bottom;

        if (cd_number_is(r, from, CD_CLASS(HYPHEN) | CD_CLASS(AND)) ||
            cd_number_is(r, from - 1, CD_CLASS(HYPHEN) | CD_CLASS(AND)))
            continue;
        if (read_denominator(r, from, to, &bottom) &&
            read_numerator(r, at, from, bottom, out) &&
            !are_periods(r, to, cd_decimal_times(*out, bottom)))
            return to + 1;
    }
    return at;
}

size_t
cd_number_fraction(const struct cd_number_scan *r, size_t at,
                   struct cd_number *out)
{
    size_t end = simple(r, at, &out->value), longer;
    struct cd_decimal value;

    if (cd_number_is(r, at, CD_CLASS(ONES) | CD_CLASS(TENS))) {
        longer = composed(r, at, &value);
        if (longer > end) {
            end = longer;
            out->value = value;
        }
    }
    if (end > at)
        out->classes = CD_CLASS(FRAC);
    return end;
}
