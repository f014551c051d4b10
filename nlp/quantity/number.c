/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/number.h"

#include "base/ascii.h"
#include "nlp/quantity/number_part.h"

static cd_u128
scaled(const struct cd_number *number)
{
    return cd_decimal_compare(number->scale, cd_decimal_of(1, 6)) >= 0
               ? CD_CLASS(SCALED)
               : 0;
}

/* What value says about the number: INT, YEAR, DAY, ... */
static cd_u128
value_classes(const struct cd_number *number, bool plain)
{
    cd_u128 classes = 0;
    int64_t n;

    if (!cd_decimal_integer(number->value, &n))
        return CD_CLASS(BIG) | scaled(number);
    classes |= CD_CLASS(INT);
    if (n == 1)
        classes |= CD_CLASS(ONE);
    if (n >= 1 && n <= 31)
        classes |= CD_CLASS(DAY);
    if (n >= 0 && n < 13)
        classes |= CD_CLASS(SMALL);
    if (n >= 1 && n <= 115)
        classes |= CD_CLASS(AGEABLE);
    if (plain && n >= 1100 && n <= 2199)
        classes |= CD_CLASS(YEAR);
    if (n >= 1000)
        classes |= CD_CLASS(BIG);
    if (n >= 1000000)
        classes |= scaled(number);
    return classes;
}

/* "tens" and "scores" mean many only before "of". */
static bool
needs_of(const struct cd_number_scan *r, size_t at)
{
    return cd_token_is(&r->tokens->items[at], "tens") ||
           cd_token_is(&r->tokens->items[at], "scores");
}

/* "several" and "few" are numbers only before a scale. */
static bool
needs_scale(const struct cd_number_scan *r, size_t at)
{
    return cd_token_is(&r->tokens->items[at], "several") ||
           cd_token_is(&r->tokens->items[at], "few");
}

/* "several hundred", "few thousand": where it ends, or at. */
static size_t
some_of_scale(const struct cd_number_scan *r, size_t at)
{
    size_t end = at + 1;

    if (r->bare || !needs_scale(r, at))
        return at;
    while (cd_number_is(r, end, CD_CLASS(HUNDRED)) ||
           cd_number_is(r, end, CD_CLASS(SCALE)) ||
           (cd_number_is(r, end, CD_CLASS(DOZEN)) &&
            cd_token_is(&r->tokens->items[end], "dozen")))
        end++;
    return end > at + 1 ? end : at;
}

/* "millions", "tens of thousands": how many is not said. */
static size_t
read_plenty(const struct cd_number_scan *r, size_t at, struct cd_number *out)
{
    size_t end = some_of_scale(r, at);

    while (cd_number_is(r, end, CD_CLASS(PLENTY)) && !needs_scale(r, end) &&
           (!needs_of(r, end) || cd_number_is(r, end + 1, CD_CLASS(OF)))) {
        end++;
        if (cd_number_is(r, end, CD_CLASS(OF)) &&
            cd_number_is(r, end + 1, CD_CLASS(PLENTY)))
            end++;
    }
    if (end > at)
        out->classes = CD_CLASS(VAGUE);
    return end;
}

static bool
is_ordinal_suffix(struct cd_str fold)
{
    return cd_str_is(fold, "st") || cd_str_is(fold, "nd") ||
           cd_str_is(fold, "rd") || cd_str_is(fold, "th");
}

/* "twenty-first", "one hundred twenty-fifth", "two hundredth". */
static size_t
spelled_ordinal(const struct cd_number_scan *r, size_t at,
                struct cd_number *out)
{
    struct cd_number head = { 0 };
    struct cd_decimal last;
    size_t end = cd_number_words(r, at, &head),
           next = cd_number_past_hyphen(r, end);
    bool large;

    if (end == at || !cd_number_is(r, next, CD_CLASS(ORDINAL)))
        return at;
    last = cd_number_value(r, next, CD_CLASS_ORDINAL);
    large = cd_decimal_compare(last, cd_decimal_of(100, 0)) >= 0;
    /* "one third" is a fraction */
    if (!large && cd_decimal_compare(head.value, cd_decimal_of(20, 0)) < 0)
        return at;
    out->value = large ? cd_decimal_times(head.value, last)
                       : cd_decimal_plus(head.value, last);
    return next + 1;
}

/* "22nd", "third", "twenty-first", "two hundredth". */
static size_t
read_ordinal(const struct cd_number_scan *r, size_t at, struct cd_number *out)
{
    size_t next = at;

    out->classes = CD_CLASS(ORDNUM);
    if (at + 1 < r->tokens->count && !cd_number_spaced(r, at + 1) &&
        r->tokens->items[at].kind == CD_TOKEN_NUMBER &&
        is_ordinal_suffix(r->tokens->items[at + 1].fold))
        return cd_decimal_parse(r->tokens->items[at].fold, &out->value) ? at + 2
                                                                        : at;
    if (cd_number_is(r, at,
                     CD_CLASS(ONES) | CD_CLASS(TENS) | CD_CLASS(ARTICLE)))
        return spelled_ordinal(r, at, out);
    if (!cd_number_is(r, next, CD_CLASS(ORDINAL)))
        return at;
    out->value = cd_number_value(r, next, CD_CLASS_ORDINAL);
    return next + 1;
}

/* Does the sign at at stand apart from its number?  The first in a line then
 * begins an item of a list. */
static bool
is_apart(const struct cd_number_scan *r, size_t at)
{
    return cd_number_spaced(r, at + 1) &&
           (at > 0 || (!r->bare && cd_token_is(&r->tokens->items[at], "-")));
}

/* A minus sign or word that belongs to the number behind it; at if none. */
static size_t
read_sign(const struct cd_number_scan *r, size_t at)
{
    if (cd_number_is(r, at, CD_CLASS(NEGATIVE)) && cd_number_spaced(r, at + 1))
        return at + 1;
    if (cd_number_is(r, at, CD_CLASS(NEGATIVE)) &&
        cd_number_past_hyphen(r, at + 1) > at + 1)
        return at + 2;
    if (cd_number_is(r, at, CD_CLASS(MINUS)) && !is_apart(r, at) &&
        at + 1 < r->tokens->count &&
        r->tokens->items[at + 1].kind == CD_TOKEN_NUMBER &&
        ((cd_number_spaced(r, at) &&
          (at == 0 || r->tokens->items[at - 1].kind != CD_TOKEN_NUMBER)) ||
         (at > 0 && cd_number_is(r, at - 1, CD_CLASS(LPAREN) | CD_CLASS(CUR)))))
        return at + 1;
    return at;
}

/* "19" of "2018-19". */
static cd_u128
year_classes(const struct cd_token *token)
{
    return token->digits == CD_DIGITS_INTEGER && token->fold.n == 2
               ? CD_CLASS(YEAR2)
               : 0;
}

static size_t
read_cardinal(const struct cd_number_scan *r, size_t at, struct cd_number *out)
{
    size_t end;

    if (r->tokens->items[at].kind == CD_TOKEN_NUMBER) {
        end = cd_number_digits(r, at, out);
        if (end > at)
            out->classes |=
                year_classes(&r->tokens->items[at]) | CD_CLASS(NUM) |
                CD_CLASS(DIGITNUM) |
                value_classes(out,
                              end == at + 1 && r->tokens->items[at].digits ==
                                                   CD_DIGITS_INTEGER);
        return end;
    }
    end = cd_number_words(r, at, out);
    if (end > at)
        out->classes |=
            CD_CLASS(NUM) | CD_CLASS(WORDNUM) | value_classes(out, false);
    return end;
}

/* "of a million" behind a fraction: a number, and no share of one.  It is good
 * to a tenth of the scale. */
static size_t
fraction_of_scale(const struct cd_number_scan *r, size_t at,
                  struct cd_number *out)
{
    size_t end;

    if (!cd_number_is(r, at, CD_CLASS(OF)) ||
        !cd_number_is(r, at + 1, CD_CLASS(ARTICLE)) ||
        (end = cd_number_scales(r, at + 2, &out->scale)) == at + 2)
        return at;
    out->value = cd_decimal_times(out->value, out->scale);
    out->precision = cd_decimal_times(out->scale, cd_decimal_of(1, -1));
    out->classes =
        CD_CLASS(NUM) | CD_CLASS(WORDNUM) | value_classes(out, false);
    return end;
}

static size_t
read_fraction(const struct cd_number_scan *r, size_t at, struct cd_number *out)
{
    size_t end = cd_number_fraction(r, at, out);

    return end > at ? fraction_of_scale(r, end, out) : at;
}

size_t
cd_number_read(const struct cd_term *terms, const struct cd_tokens *tokens,
               size_t at, int flags, struct cd_number *out)
{
    struct cd_number_scan r = { .terms = terms,
                                .tokens = tokens,
                                .money = (flags & CD_NUMBER_MONEY) != 0,
                                .scales_alone =
                                    (flags & CD_NUMBER_SCALES_ALONE) != 0,
                                .bare = (flags & CD_NUMBER_BARE) != 0 };
    size_t start = read_sign(&r, at), end;

    *out = (struct cd_number){ 0 };
    if (r.bare && (end = cd_number_point(&r, at, out)) > at)
        return end;
    if ((end = read_ordinal(&r, at, out)) > at)
        return end;
    *out = (struct cd_number){ 0 };
    if ((end = read_plenty(&r, at, out)) > at)
        return end;
    if (start < tokens->count &&
        (end = read_cardinal(&r, start, out)) > start) {
        struct cd_number fraction = { 0 };
        size_t other = read_fraction(&r, start, &fraction);

        if (other > end) {
            *out = fraction;
            end = other;
        }
    } else if (start >= tokens->count ||
               (end = read_fraction(&r, start, out)) <= start) {
        return at;
    }
    if (start > at)
        out->value = cd_decimal_negate(out->value);
    return end;
}
