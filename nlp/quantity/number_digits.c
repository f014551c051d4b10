/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/number_part.h"

enum { POWER_MAX = 99 };

static bool
is_digits(const struct cd_number_scan *r, size_t at, enum cd_digits digits)
{
    return at < r->tokens->count && r->tokens->items[at].digits == digits;
}

/* "3/4" -> 0.75. */
static bool
slash_value(struct cd_str fold, struct cd_decimal *out)
{
    struct cd_decimal top, bottom;
    size_t slash = cd_str_find(fold, CD_STR("/"), 0);

    if (slash == SIZE_MAX ||
        !cd_decimal_parse(cd_str_sub(fold, 0, slash), &top) ||
        !cd_decimal_parse(cd_str_sub(fold, slash + 1, fold.n), &bottom) ||
        cd_decimal_is_zero(bottom))
        return false;
    *out = cd_decimal_over(top, bottom);
    return true;
}

static bool
exponent_value(struct cd_str fold, struct cd_decimal *out)
{
    size_t e = cd_str_find(fold, CD_STR("e"), 0);
    struct cd_decimal power;
    int64_t n = 0;

    if (e == SIZE_MAX)
        e = cd_str_find(fold, CD_STR("E"), 0);
    if (e == SIZE_MAX || !cd_decimal_parse(cd_str_sub(fold, 0, e), out) ||
        !cd_decimal_parse(cd_str_sub(fold, e + 1, fold.n), &power) ||
        !cd_decimal_integer(power, &n))
        return false;
    *out = cd_decimal_times(*out, cd_decimal_of(1, (int)n));
    return true;
}

static int
places(struct cd_str fold)
{
    size_t point = cd_str_find(fold, CD_STR("."), 0);

    return point == SIZE_MAX ? 0 : (int)(fold.n - point - 1);
}

/* "the 60m hurdles": the word at at makes the number a distance. */
static bool
is_event(const struct cd_number_scan *r, size_t at)
{
    static const char *const words[] = { "hurdles", "heats",   "finals",
                                         "races",   "runners", "champions",
                                         "relays" };

    return at < r->tokens->count &&
           cd_str_among(r->tokens->items[at].fold, words, CD_COUNT(words));
}

/* Does a noun phrase with a plural begin at at?  "5m people", "2.7m digital and
 * physical sales", "35m of its devices", but "a 5m pool", "won the 10,000m two
 * days later". */
static bool
counts_plural(const struct cd_number_scan *r, size_t at)
{
    if (cd_number_is(r, at, CD_CLASS(OF)))
        return true;
    if (is_event(r, at))
        return false;
    for (size_t end = at + 5; at < end && cd_number_is(r, at, CD_CLASS(LOWER));
         at++) {
        if (cd_number_is(r, at, CD_CLASS(ONES) | CD_CLASS(TENS)))
            return false;
        if (cd_number_is(r, at, CD_CLASS(PLURALISH)))
            return true;
        if (cd_number_is(r, at, CD_CLASS(STOP)) &&
            !cd_number_is(r, at, CD_CLASS(AND)))
            return false;
    }
    return false;
}

/* May the letter at at be a scale where no currency stands before it? */
static bool
scales_alone(const struct cd_number_scan *r, size_t at)
{
    if (r->scales_alone && cd_number_is(r, at + 1, CD_CLASS(CUR)))
        return true; /* "3,5 M€" */
    if (!cd_number_spaced(r, at) && cd_number_is(r, at + 1, CD_CLASS(CURWORD)))
        return true;             /* "798m euro" */
    if (cd_number_spaced(r, at)) /* "8 B people" */
        return cd_number_is(r, at, CD_CLASS(CAPS)) &&
               cd_number_is(r, at + 1, CD_CLASS(LOWER)) &&
               cd_number_is(r, at + 1, CD_CLASS(PLURALISH)) &&
               !cd_number_is(r, at, CD_CLASS(UNIT));
    if (r->bare)
        return !cd_number_is(r, at, CD_CLASS(UNIT));
    if (cd_number_is(r, at, CD_CLASS(UNIT)) ||
        (cd_number_is(r, at, CD_CLASS(CONTEXTUNIT)) &&
         !cd_number_is(r, at, CD_CLASS(CAPS)) && !counts_plural(r, at + 1)))
        return false;
    /* "4K" and "8K" are formats of pictures */
    return !cd_number_is(r, at, CD_CLASS(FORMAT)) || counts_plural(r, at + 1) ||
           r->tokens->items[at - 1].fold.n > 1;
}

/* "m", "bn", "k" behind digits: a scale where nothing else can be meant. */
static size_t
suffix(const struct cd_number_scan *r, size_t at, struct cd_decimal *scale)
{
    *scale = cd_decimal_of(1, 0);
    if (r->bare && !cd_number_spaced(r, at) &&
        cd_number_is(r, at, CD_CLASS(CAPS)) &&
        cd_token_is(&r->tokens->items[at], "g")) {
        *scale = cd_decimal_of(1, 9);
        return at + 1;
    }
    if (!cd_number_is(r, at, CD_CLASS(SUFFIX)) ||
        (!r->money && !scales_alone(r, at)))
        return at;
    *scale = cd_number_value(r, at, CD_CLASS_SUFFIX);
    return at + 1;
}

/* The mixed fraction of "2 1/2", "2½", "2-1/2". */
static size_t
mixed(const struct cd_number_scan *r, size_t at, struct cd_decimal *value)
{
    struct cd_decimal part;
    size_t start = at;

    if (at + 1 < r->tokens->count && !cd_number_spaced(r, at) &&
        !cd_number_spaced(r, at + 1) && cd_token_is(&r->tokens->items[at], "-"))
        at++;
    if (!is_digits(r, at, CD_DIGITS_FRACTION) || cd_number_broken(r, at) ||
        !slash_value(r->tokens->items[at].fold, &part) ||
        cd_decimal_compare(part, cd_decimal_of(1, 0)) >= 0)
        return start;
    *value = cd_decimal_plus(*value, part);
    return at + 1;
}

/* "3 hundred and one": the words behind a hundred. */
static size_t
more_words(const struct cd_number_scan *r, size_t at, struct cd_decimal above,
           struct cd_decimal *value)
{
    struct cd_decimal part;
    size_t end;

    if (!cd_number_is(r, at, CD_CLASS(AND)) ||
        cd_decimal_compare(above, cd_decimal_of(100, 0)) != 0)
        return at;
    end = cd_number_below_hundred(r, at + 1, &part);
    if (end == at + 1 ||
        cd_number_is(r, end, CD_CLASS(HUNDRED) | CD_CLASS(SCALE)))
        return at;
    *value = cd_decimal_plus(*value, part);
    return end;
}

/* "4 thousand 3 hundred and 21": digits behind a scale word, each below it. */
static size_t
more_digits(const struct cd_number_scan *r, size_t at, struct cd_decimal above,
            struct cd_decimal *value)
{
    struct cd_decimal part, scale;

    while (cd_decimal_compare(above, cd_decimal_of(1, 0)) > 0) {
        bool joined = cd_number_is(r, at, CD_CLASS(AND));
        size_t next = at + joined, end;

        if (!is_digits(r, next, CD_DIGITS_INTEGER) ||
            cd_number_broken(r, next) ||
            !cd_decimal_parse(r->tokens->items[next].fold, &part))
            break;
        end = cd_number_scales(r, next + 1, &scale);
        part = cd_decimal_times(part, scale);
        if (cd_decimal_is_zero(part) || cd_decimal_compare(part, above) >= 0 ||
            (end == next + 1 &&
             (!joined || /* "5 million and 30 others" are two numbers */
              cd_decimal_compare(above, cd_decimal_of(1000, 0)) > 0)))
            break;
        *value = cd_decimal_plus(*value, part);
        above = scale;
        at = end;
    }
    return more_words(r, at, above, value);
}

/* "1 point 5" */
static size_t
point_digits(const struct cd_number_scan *r, size_t at,
             struct cd_decimal *value)
{
    struct cd_decimal part;

    if (!cd_number_is(r, at, CD_CLASS(POINTWORD)) ||
        !is_digits(r, at + 1, CD_DIGITS_INTEGER) ||
        !cd_decimal_parse(r->tokens->items[at + 1].fold, &part))
        return at;
    *value = cd_decimal_plus(
        *value,
        cd_decimal_times(
            part, cd_decimal_of(1, -(int)r->tokens->items[at + 1].fold.n)));
    return at + 2;
}

size_t
cd_number_point(const struct cd_number_scan *r, size_t at,
                struct cd_number *out)
{
    size_t end = at > 0 ? at : point_digits(r, at, &out->value);

    if (end > at)
        out->classes = CD_CLASS(NUM) | CD_CLASS(DIGITNUM);
    return end;
}

/* "1.1^23", "2.5^-1": the power of value. */
static size_t
power(const struct cd_number_scan *r, size_t at, struct cd_decimal *value)
{
    struct cd_decimal exponent, base = *value;
    size_t next = at + 1;
    int64_t n;

    if (at + 1 >= r->tokens->count || cd_number_spaced(r, at) ||
        !cd_token_is(&r->tokens->items[at], "^"))
        return at;
    next += cd_number_is(r, next, CD_CLASS(PLUS) | CD_CLASS(MINUS));
    if (!is_digits(r, next, CD_DIGITS_INTEGER) || cd_number_spaced(r, next) ||
        !cd_decimal_parse(r->tokens->items[next].fold, &exponent) ||
        !cd_decimal_integer(exponent, &n) || n > POWER_MAX)
        return at;
    *value = cd_decimal_of(1, 0);
    while (n-- > 0)
        *value = cd_decimal_times(*value, base);
    if (cd_number_is(r, at + 1, CD_CLASS(MINUS)))
        *value = cd_decimal_over(cd_decimal_of(1, 0), *value);
    return next + 1;
}

/* "1.99×10^6", "1.99×10−30" */
static size_t
times_power(const struct cd_number_scan *r, size_t at, struct cd_decimal *value)
{
    struct cd_decimal exponent;
    size_t next = at + 2;
    int64_t n;
    bool minus;

    if (at + 3 >= r->tokens->count ||
        !cd_token_is(&r->tokens->items[at], "\xC3\x97") ||
        !cd_token_is(&r->tokens->items[at + 1], "10"))
        return at;
    next += cd_token_is(&r->tokens->items[next], "^");
    minus = cd_number_is(r, next, CD_CLASS(MINUS));
    next += minus;
    if (next == at + 2 || !is_digits(r, next, CD_DIGITS_INTEGER) ||
        cd_number_spaced(r, next) || cd_number_spaced(r, next - 1) ||
        !cd_decimal_parse(r->tokens->items[next].fold, &exponent) ||
        !cd_decimal_integer(exponent, &n) || n > POWER_MAX)
        return at;
    *value = cd_decimal_times(*value, cd_decimal_of(1, (int)(minus ? -n : n)));
    return next + 1;
}

/* "2016/2017" and "2016/17" are years, no quotient. */
static bool
is_years(struct cd_str fold)
{
    size_t slash = cd_str_find(fold, CD_STR("/"), 0);

    return slash == 4 && (fold.n == 9 || fold.n == 7) &&
           (cd_str_starts(fold, CD_STR("19")) ||
            cd_str_starts(fold, CD_STR("20"))) &&
           (fold.n == 7 || (fold.p[5] == fold.p[0] && fold.p[6] == fold.p[1]));
}

size_t
cd_number_digits(const struct cd_number_scan *r, size_t at,
                 struct cd_number *out)
{
    const struct cd_token *token = &r->tokens->items[at];
    struct cd_decimal scale, more;
    size_t end = at + 1, next;
    bool letter;

    if (token->digits == CD_DIGITS_FRACTION && is_years(token->fold))
        return at;
    if (token->digits == CD_DIGITS_FRACTION) {
        out->classes |= CD_CLASS(FRAC);
        return slash_value(token->fold, &out->value) ? end : at;
    }
    if (token->digits == CD_DIGITS_SCIENTIFIC)
        return exponent_value(token->fold, &out->value) ? end : at;
    if (!cd_decimal_parse(token->fold, &out->value))
        return at;
    out->precision = cd_decimal_of(1, -places(token->fold));
    next = power(r, end, &out->value);
    if (next == end)
        next = times_power(r, end, &out->value);
    if (next > end)
        return next;
    if (token->digits == CD_DIGITS_INTEGER)
        end = point_digits(r, mixed(r, end, &out->value), &out->value);
    next = cd_number_and_fraction(r, end, &more);
    if (next > end) {
        out->value = cd_decimal_plus(out->value, more);
        end = next;
    }
    next = suffix(r, end, &scale);
    letter = next > end;
    if (next == end)
        next = cd_number_scales(r, end, &scale);
    if (next == end)
        return end;
    out->value = cd_decimal_times(out->value, scale);
    out->precision = cd_decimal_times(out->precision, scale);
    out->scale = scale;
    out->classes |= CD_CLASS(BIG);
    return letter ? next : more_digits(r, next, scale, &out->value);
}
