/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/number.h"

#include "base/ascii.h"

/* A reading under way. */
struct read {
    const struct cd_term *terms;
    const struct cd_tokens *tokens;
    size_t at;
    bool money;
};

static bool
is(const struct read *r, size_t at, cd_u128 classes)
{
    return at < r->tokens->count && (r->terms[at].classes & classes) != 0;
}

static bool
spaced(const struct read *r, size_t at)
{
    return at >= r->tokens->count ||
           (r->tokens->items[at].flags & CD_TOKEN_SPACED) != 0;
}

static bool
broken(const struct read *r, size_t at)
{
    return at < r->tokens->count &&
           (r->tokens->items[at].flags & CD_TOKEN_BREAK) != 0;
}

static bool
is_digits(const struct read *r, size_t at, enum cd_digits digits)
{
    return at < r->tokens->count && r->tokens->items[at].digits == digits;
}

static struct cd_decimal
value_of(const struct read *r, size_t at, enum cd_class class)
{
    const char *text = cd_term_value(&r->terms[at], class);
    struct cd_decimal value = cd_decimal_of(0, 0);

    if (text != NULL)
        (void)cd_decimal_parse(cd_str_of(text), &value);
    return value;
}

/* Where the word of a compound goes on: past a hyphen that is glued on both
 * sides, else at. */
static size_t
past_hyphen(const struct read *r, size_t at)
{
    if (is(r, at, CD_CLASS(HYPHEN)) && !spaced(r, at) && !spaced(r, at + 1))
        return at + 1;
    /* tokenised text: "ninety - five" */
    if (is(r, at, CD_CLASS(HYPHEN)) && spaced(r, at) && spaced(r, at + 1) &&
        is(r, at + 1, CD_CLASS(ONES) | CD_CLASS(SCALE) | CD_CLASS(DENOM)))
        return at + 1;
    return at;
}

/* one ... ninety-nine in words; at if none. */
static size_t
below_hundred(const struct read *r, size_t at, struct cd_decimal *out)
{
    size_t next;

    if (is(r, at, CD_CLASS(ONES))) {
        *out = value_of(r, at, CD_CLASS_ONES);
        return at + 1;
    }
    if (!is(r, at, CD_CLASS(TENS)))
        return at;
    *out = value_of(r, at, CD_CLASS_TENS);
    next = past_hyphen(r, at + 1);
    if (!is(r, next, CD_CLASS(ONES)) || broken(r, next) ||
        cd_decimal_compare(value_of(r, next, CD_CLASS_ONES),
                           cd_decimal_of(9, 0)) > 0)
        return at + 1;
    *out = cd_decimal_plus(*out, value_of(r, next, CD_CLASS_ONES));
    return next + 1;
}

/* [one] hundred [and] twenty-five, "a hundred"; at if none. */
static size_t
below_thousand(const struct read *r, size_t at, struct cd_decimal *out)
{
    struct cd_decimal head = cd_decimal_of(1, 0), tail;
    size_t end = below_hundred(r, at, &head), next;

    if (end == at && is(r, at, CD_CLASS(ARTICLE)) &&
        is(r, at + 1, CD_CLASS(HUNDRED)))
        end = at + 1;
    if (is(r, past_hyphen(r, end), CD_CLASS(HUNDRED)) && end > at) {
        end = past_hyphen(r, end) + 1;
        head = cd_decimal_times(head, cd_decimal_of(100, 0));
        next = is(r, end, CD_CLASS(AND)) ? end + 1 : past_hyphen(r, end);
        if (below_hundred(r, next, &tail) > next) {
            head = cd_decimal_plus(head, tail);
            end = below_hundred(r, next, &tail);
        }
    }
    *out = head;
    return end;
}

/* Scale words behind a number: "million", "lakh crore"; in *scale. */
static size_t
scales(const struct read *r, size_t at, struct cd_decimal *scale)
{
    size_t next = past_hyphen(r, at);

    *scale = cd_decimal_of(1, 0);
    while (is(r, next, CD_CLASS(SCALE) | CD_CLASS(HUNDRED) | CD_CLASS(DOZEN)) &&
           !broken(r, next)) {
        enum cd_class class = is(r, next, CD_CLASS(SCALE))   ? CD_CLASS_SCALE
                              : is(r, next, CD_CLASS(DOZEN)) ? CD_CLASS_DOZEN
                                                             : CD_CLASS_HUNDRED;

        *scale = cd_decimal_times(*scale, value_of(r, next, class));
        at = next + r->terms[next].tokens;
        next = past_hyphen(r, at);
    }
    return at;
}

/* "and a half", "and three quarters" behind a number of words or digits. */
static size_t
and_fraction(const struct read *r, size_t at, struct cd_decimal *out)
{
    struct cd_decimal top = cd_decimal_of(1, 0);
    size_t next;

    if (!is(r, at, CD_CLASS(AND)))
        return at;
    next = at + 1;
    if (is(r, next, CD_CLASS(ARTICLE)))
        next++;
    else
        next = past_hyphen(r, below_hundred(r, next, &top));
    if (next == at + 1)
        return at;
    if (is(r, next, CD_CLASS(HALF)))
        *out = cd_decimal_times(top, cd_decimal_of(5, -1));
    else if (is(r, next, CD_CLASS(DENOM)))
        *out = cd_decimal_over(top, value_of(r, next, CD_CLASS_DENOM));
    else
        return at;
    return next + 1;
}

/* "point two five": digits in words behind the point. */
static size_t
point_words(const struct read *r, size_t at, struct cd_decimal *value)
{
    int exponent = 0;
    size_t next = at + 1;
    struct cd_decimal digit, sum = cd_decimal_of(0, 0);

    if (!is(r, at, CD_CLASS(POINTWORD)))
        return at;
    for (size_t end; (end = below_hundred(r, next, &digit)) > next;
         next = end) {
        int64_t n = 0;

        (void)cd_decimal_integer(digit, &n);
        exponent += n > 9 ? 2 : 1;
        if (exponent > 18)
            break;
        sum = cd_decimal_plus(
            sum, cd_decimal_times(digit, cd_decimal_of(1, -exponent)));
    }
    if (exponent == 0)
        return at;
    *value = cd_decimal_plus(*value, sum);
    return next;
}

/* A part that a scale may follow: "two hundred", "2.5", "half a". */
static size_t
read_part(const struct read *r, size_t at, struct cd_decimal *part)
{
    size_t end = below_thousand(r, at, part);

    if (end > at) {
        struct cd_decimal more;
        size_t next = and_fraction(r, end, &more);

        if (next > end) {
            *part = cd_decimal_plus(*part, more);
            return next;
        }
        return point_words(r, end, part);
    }
    if (is(r, at, CD_CLASS(ARTICLE)) &&
        is(r, at + 1, CD_CLASS(SCALE) | CD_CLASS(DOZEN)))
        return at + 1;
    /* "half a million", "half million", "quarter million" */
    if (!is(r, at, CD_CLASS(HALF) | CD_CLASS(DENOM)))
        return at;
    end = at + 1 + is(r, at + 1, CD_CLASS(ARTICLE));
    if (!is(r, end, CD_CLASS(SCALE) | CD_CLASS(DOZEN)))
        return at;
    if (is(r, at, CD_CLASS(HALF)))
        *part = cd_decimal_of(5, -1);
    else if (cd_token_is(&r->tokens->items[at], "quarter"))
        *part = cd_decimal_of(25, -2);
    else
        return at;
    return end;
}

/* Number words; "two million three hundred thousand and five". */
static size_t
read_words(const struct read *r, size_t at, struct cd_number *out)
{
    struct cd_decimal part = cd_decimal_of(1, 0), scale,
                      last = cd_decimal_of(1, 40);
    size_t end = read_part(r, at, &part), next = at;

    if (end == at)
        return at;
    out->value = cd_decimal_of(0, 0);
    while (end > next) {
        size_t after = scales(r, end, &scale);

        if (cd_decimal_compare(scale, last) >= 0) /* "one, two million" */
            break;
        out->value = cd_decimal_plus(out->value, cd_decimal_times(part, scale));
        out->precision = scale;
        out->scale = scale;
        last = scale;
        at = after;
        if (cd_decimal_compare(scale, cd_decimal_of(1, 0)) == 0)
            break;
        next = is(r, at, CD_CLASS(AND)) ? at + 1 : at;
        if (is(r, next, CD_CLASS(ARTICLE)) || broken(r, next))
            break;
        if (next > at && and_fraction(r, at, &part) > at)
            break;
        end = read_part(r, next, &part);
    }
    next = and_fraction(r, at, &part);
    if (next > at && cd_decimal_compare(last, cd_decimal_of(1, 0)) > 0) {
        out->value = cd_decimal_plus(out->value, cd_decimal_times(part, last));
        at = next;
    }
    return at;
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

/* Does a noun phrase with a plural begin at at?  "5m people", "2.7m digital and
 * physical sales", "35m of its devices", but "a 5m pool". */
static bool
counts_plural(const struct read *r, size_t at)
{
    if (is(r, at, CD_CLASS(OF)))
        return true;
    for (size_t end = at + 5; at < end && is(r, at, CD_CLASS(LOWER)); at++) {
        if (is(r, at, CD_CLASS(PLURALISH)))
            return true;
        if (is(r, at, CD_CLASS(STOP)) && !is(r, at, CD_CLASS(AND)))
            return false;
    }
    return false;
}

/* "m", "bn", "k" behind digits: a scale where nothing else can be meant. */
static size_t
suffix(const struct read *r, size_t at, struct cd_decimal *scale)
{
    bool glued = !spaced(r, at);

    *scale = cd_decimal_of(1, 0);
    if (!is(r, at, CD_CLASS(SUFFIX)) || (!glued && !r->money))
        return at;
    if (!r->money &&
        (!glued || is(r, at, CD_CLASS(UNIT)) ||
         (is(r, at, CD_CLASS(CONTEXTUNIT)) && !is(r, at, CD_CLASS(CAPS)) &&
          !counts_plural(r, at + 1))))
        return at;
    /* "4K" and "8K" are formats of pictures */
    if (is(r, at, CD_CLASS(FORMAT)) && !r->money && !counts_plural(r, at + 1) &&
        r->tokens->items[at - 1].fold.n == 1)
        return at;
    *scale = value_of(r, at, CD_CLASS_SUFFIX);
    return at + 1;
}

/* The mixed fraction of "2 1/2", "2½". */
static size_t
mixed(const struct read *r, size_t at, struct cd_decimal *value)
{
    struct cd_decimal part;

    if (!is_digits(r, at, CD_DIGITS_FRACTION) || broken(r, at) ||
        !slash_value(r->tokens->items[at].fold, &part) ||
        cd_decimal_compare(part, cd_decimal_of(1, 0)) >= 0)
        return at;
    *value = cd_decimal_plus(*value, part);
    return at + 1;
}

/* "4 thousand 3 hundred and 21": digits behind a scale word, each below it. */
static size_t
more_digits(const struct read *r, size_t at, struct cd_decimal above,
            struct cd_decimal *value)
{
    struct cd_decimal part, scale;

    while (cd_decimal_compare(above, cd_decimal_of(1, 0)) > 0) {
        bool joined = is(r, at, CD_CLASS(AND));
        size_t next = at + joined, end;

        if (!is_digits(r, next, CD_DIGITS_INTEGER) || broken(r, next) ||
            !cd_decimal_parse(r->tokens->items[next].fold, &part))
            break;
        end = scales(r, next + 1, &scale);
        part = cd_decimal_times(part, scale);
        if (cd_decimal_is_zero(part) || cd_decimal_compare(part, above) >= 0 ||
            (end == next + 1 && !joined))
            break;
        *value = cd_decimal_plus(*value, part);
        above = scale;
        at = end;
    }
    return at;
}

/* "1 point 5" */
static size_t
point_digits(const struct read *r, size_t at, struct cd_decimal *value)
{
    struct cd_decimal part;

    if (!is(r, at, CD_CLASS(POINTWORD)) ||
        !is_digits(r, at + 1, CD_DIGITS_INTEGER) ||
        !cd_decimal_parse(r->tokens->items[at + 1].fold, &part))
        return at;
    *value = cd_decimal_plus(
        *value,
        cd_decimal_times(
            part, cd_decimal_of(1, -(int)r->tokens->items[at + 1].fold.n)));
    return at + 2;
}

static size_t
read_digits(const struct read *r, size_t at, struct cd_number *out)
{
    const struct cd_token *token = &r->tokens->items[at];
    struct cd_decimal scale, more;
    size_t end = at + 1, next;

    if (token->digits == CD_DIGITS_FRACTION) {
        out->classes |= CD_CLASS(FRAC);
        return slash_value(token->fold, &out->value) ? end : at;
    }
    if (token->digits == CD_DIGITS_SCIENTIFIC)
        return exponent_value(token->fold, &out->value) ? end : at;
    if (!cd_decimal_parse(token->fold, &out->value))
        return at;
    out->precision = cd_decimal_of(1, -places(token->fold));
    if (token->digits == CD_DIGITS_INTEGER)
        end = point_digits(r, mixed(r, end, &out->value), &out->value);
    next = and_fraction(r, end, &more);
    if (next > end) {
        out->value = cd_decimal_plus(out->value, more);
        end = next;
    }
    next = suffix(r, end, &scale);
    if (next == end)
        next = scales(r, end, &scale);
    if (next == end)
        return end;
    out->value = cd_decimal_times(out->value, scale);
    out->precision = cd_decimal_times(out->precision, scale);
    out->scale = scale;
    out->classes |= CD_CLASS(BIG);
    return more_digits(r, next, scale, &out->value);
}

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

/* "two-thirds", "a quarter", "three fifths": at if none. */
static size_t
read_fraction(const struct read *r, size_t at, struct cd_number *out)
{
    struct cd_decimal top = cd_decimal_of(1, 0), bottom;
    size_t end = at, next;

    if (is(r, at, CD_CLASS(ARTICLE)))
        end = at + 1;
    else if (is(r, at, CD_CLASS(ONES) | CD_CLASS(TENS)))
        end = below_hundred(r, at, &top);
    next = past_hyphen(r, end);
    if (is(r, next, CD_CLASS(HALF)) && (end > at || next == at)) {
        out->value = cd_decimal_times(top, cd_decimal_of(5, -1));
        out->classes = CD_CLASS(FRAC);
        return next + 1;
    }
    if (end > at && is(r, end, CD_CLASS(TENS)) &&
        past_hyphen(r, end + 1) > end + 1 &&
        is(r, end + 2, CD_CLASS(DENOM))) { /* "one twenty-fifth" */
        out->value = cd_decimal_over(
            top, cd_decimal_plus(value_of(r, end, CD_CLASS_TENS),
                                 value_of(r, end + 2, CD_CLASS_DENOM)));
        out->classes = CD_CLASS(FRAC);
        return end + 3;
    }
    if (end == at || !is(r, next, CD_CLASS(DENOM)))
        return at;
    bottom = value_of(r, next, CD_CLASS_DENOM);
    out->value = cd_decimal_over(top, bottom);
    out->classes = CD_CLASS(FRAC);
    return next + 1;
}

/* "tens" and "scores" mean many only before "of". */
static bool
needs_of(const struct read *r, size_t at)
{
    return cd_token_is(&r->tokens->items[at], "tens") ||
           cd_token_is(&r->tokens->items[at], "scores");
}

/* "millions", "tens of thousands": how many is not said. */
static size_t
read_plenty(const struct read *r, size_t at, struct cd_number *out)
{
    size_t end = at;

    while (is(r, end, CD_CLASS(PLENTY)) &&
           (!needs_of(r, end) || is(r, end + 1, CD_CLASS(OF)))) {
        end++;
        if (is(r, end, CD_CLASS(OF)) && is(r, end + 1, CD_CLASS(PLENTY)))
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
spelled_ordinal(const struct read *r, size_t at, struct cd_number *out)
{
    struct cd_number head = { 0 };
    struct cd_decimal last;
    size_t end = read_words(r, at, &head), next = past_hyphen(r, end);
    bool large;

    if (end == at || !is(r, next, CD_CLASS(ORDINAL)))
        return at;
    last = value_of(r, next, CD_CLASS_ORDINAL);
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
read_ordinal(const struct read *r, size_t at, struct cd_number *out)
{
    size_t next = at;

    out->classes = CD_CLASS(ORDNUM);
    if (at + 1 < r->tokens->count && !spaced(r, at + 1) &&
        r->tokens->items[at].kind == CD_TOKEN_NUMBER &&
        is_ordinal_suffix(r->tokens->items[at + 1].fold))
        return cd_decimal_parse(r->tokens->items[at].fold, &out->value) ? at + 2
                                                                        : at;
    if (is(r, at, CD_CLASS(ONES) | CD_CLASS(TENS) | CD_CLASS(ARTICLE)))
        return spelled_ordinal(r, at, out);
    if (!is(r, next, CD_CLASS(ORDINAL)))
        return at;
    out->value = value_of(r, next, CD_CLASS_ORDINAL);
    return next + 1;
}

/* A minus sign or word that belongs to the number behind it; at if none. */
static size_t
read_sign(const struct read *r, size_t at)
{
    if (is(r, at, CD_CLASS(NEGATIVE)) && spaced(r, at + 1))
        return at + 1;
    if (is(r, at, CD_CLASS(NEGATIVE)) && past_hyphen(r, at + 1) > at + 1)
        return at + 2;
    if (is(r, at, CD_CLASS(MINUS)) && (!spaced(r, at + 1) || at == 0) &&
        at + 1 < r->tokens->count &&
        r->tokens->items[at + 1].kind == CD_TOKEN_NUMBER &&
        ((spaced(r, at) &&
          (at == 0 || r->tokens->items[at - 1].kind != CD_TOKEN_NUMBER)) ||
         (at > 0 && is(r, at - 1, CD_CLASS(LPAREN) | CD_CLASS(CUR)))))
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
read_cardinal(const struct read *r, size_t at, struct cd_number *out)
{
    size_t end;

    if (r->tokens->items[at].kind == CD_TOKEN_NUMBER) {
        end = read_digits(r, at, out);
        if (end > at)
            out->classes |=
                year_classes(&r->tokens->items[at]) | CD_CLASS(NUM) |
                CD_CLASS(DIGITNUM) |
                value_classes(out,
                              end == at + 1 && r->tokens->items[at].digits ==
                                                   CD_DIGITS_INTEGER);
        return end;
    }
    end = read_words(r, at, out);
    if (end > at)
        out->classes |=
            CD_CLASS(NUM) | CD_CLASS(WORDNUM) | value_classes(out, false);
    return end;
}

size_t
cd_number_read(const struct cd_term *terms, const struct cd_tokens *tokens,
               size_t at, bool money, struct cd_number *out)
{
    struct read r = { .terms = terms, .tokens = tokens, .money = money };
    size_t start = read_sign(&r, at), end;

    *out = (struct cd_number){ 0 };
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
