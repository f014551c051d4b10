/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/number_part.h"

struct cd_decimal
cd_number_value(const struct cd_number_scan *r, size_t at, enum cd_class class)
{
    const char *text = cd_term_value(&r->terms[at], class);
    struct cd_decimal value = cd_decimal_of(0, 0);

    if (text != NULL)
        (void)cd_decimal_parse(cd_str_of(text), &value);
    return value;
}

/* Where the word of a compound goes on: past a hyphen that is glued on both
 * sides, else at. */
size_t
cd_number_past_hyphen(const struct cd_number_scan *r, size_t at)
{
    if (cd_number_is(r, at, CD_CLASS(HYPHEN)) && !cd_number_spaced(r, at) &&
        !cd_number_spaced(r, at + 1))
        return at + 1;
    /* tokenised text: "ninety - five" */
    if (cd_number_is(r, at, CD_CLASS(HYPHEN)) && cd_number_spaced(r, at) &&
        cd_number_spaced(r, at + 1) &&
        cd_number_is(r, at + 1,
                     CD_CLASS(ONES) | CD_CLASS(SCALE) | CD_CLASS(DENOM)))
        return at + 1;
    return at;
}

/* one ... ninety-nine in words; at if none. */
size_t
cd_number_below_hundred(const struct cd_number_scan *r, size_t at,
                        struct cd_decimal *out)
{
    size_t next;

    if (cd_number_is(r, at, CD_CLASS(ONES))) {
        *out = cd_number_value(r, at, CD_CLASS_ONES);
        return at + r->terms[at].tokens;
    }
    if (!cd_number_is(r, at, CD_CLASS(TENS)))
        return at;
    *out = cd_number_value(r, at, CD_CLASS_TENS);
    next = cd_number_past_hyphen(r, at + 1);
    if (!cd_number_is(r, next, CD_CLASS(ONES)) || cd_number_broken(r, next) ||
        cd_decimal_compare(cd_number_value(r, next, CD_CLASS_ONES),
                           cd_decimal_of(9, 0)) > 0)
        return at + 1;
    *out = cd_decimal_plus(*out, cd_number_value(r, next, CD_CLASS_ONES));
    return next + 1;
}

/* "doscientos quince": hundreds that are one word, in a row of their own. */
static size_t
hundreds(const struct cd_number_scan *r, size_t at, struct cd_decimal *out)
{
    struct cd_decimal tail;
    size_t end = at + 1;

    if (!cd_number_is(r, at, CD_CLASS(ONES)))
        return at;
    *out = cd_number_value(r, at, CD_CLASS_ONES);
    if (cd_decimal_compare(*out, cd_decimal_of(100, 0)) < 0)
        return at;
    if (cd_number_below_hundred(r, end, &tail) > end) {
        *out = cd_decimal_plus(*out, tail);
        end = cd_number_below_hundred(r, end, &tail);
    }
    return end;
}

/* May the hundred or thousand at at stand without a number before it? */
static bool
is_bare(const struct cd_number_scan *r, size_t at, cd_u128 class)
{
    return r->scales_alone && cd_number_is(r, at, class) &&
           (cd_number_is(r, at, CD_CLASS(HUNDRED)) ||
            cd_decimal_compare(cd_number_value(r, at, CD_CLASS_SCALE),
                               cd_decimal_of(1000, 0)) == 0);
}

/* "cent un", "mil una": the article counts, right behind a hundred. */
static bool
says_one(const struct cd_number_scan *r, size_t at)
{
    return r->scales_alone && cd_number_is(r, at, CD_CLASS(ARTICLE));
}

/* [one] hundred [and] twenty-five, "a hundred"; at if none. */
static size_t
below_thousand(const struct cd_number_scan *r, size_t at,
               struct cd_decimal *out)
{
    struct cd_decimal head = cd_decimal_of(1, 0), tail;
    size_t end = cd_number_below_hundred(r, at, &head), next;

    if (hundreds(r, at, out) > at)
        return hundreds(r, at, out);
    if (end == at && cd_number_is(r, at, CD_CLASS(ARTICLE)) &&
        cd_number_is(r, at + 1, CD_CLASS(HUNDRED)))
        end = at + 1;
    if (cd_number_is(r, cd_number_past_hyphen(r, end), CD_CLASS(HUNDRED)) &&
        (end > at || is_bare(r, at, CD_CLASS(HUNDRED)))) {
        end = cd_number_past_hyphen(r, end) + 1;
        head = cd_decimal_times(head, cd_decimal_of(100, 0));
        next = cd_number_is(r, end, CD_CLASS(AND))
                   ? end + 1
                   : cd_number_past_hyphen(r, end);
        if (cd_number_below_hundred(r, next, &tail) > next) {
            head = cd_decimal_plus(head, tail);
            end = cd_number_below_hundred(r, next, &tail);
        } else if (says_one(r, end)) {
            head = cd_decimal_plus(head, cd_decimal_of(1, 0));
            end++;
        }
    }
    *out = head;
    return end;
}

/* "three hundred and two dozen": the dozens belong to what follows "and". */
static size_t
with_dozens(const struct cd_number_scan *r, size_t at, size_t end,
            struct cd_decimal *value)
{
    struct cd_decimal tail;
    size_t and = at;

    if (!cd_number_is(r, end, CD_CLASS(DOZEN)))
        return end;
    while (and < end && !cd_number_is(r, and, CD_CLASS(AND)))
        and++;
    if (and == end || cd_number_below_hundred(r, and+1, &tail) != end)
        return end;
    *value = cd_decimal_plus(
        cd_decimal_minus(*value, tail),
        cd_decimal_times(tail, cd_number_value(r, end, CD_CLASS_DOZEN)));
    return end + 1;
}

/* "a gross margin", "a gross is": no dozen dozens. */
static bool
is_gross_alone(const struct cd_number_scan *r, size_t at)
{
    return at + 1 < r->tokens->count && !r->bare &&
           cd_token_is(&r->tokens->items[at], "gross") &&
           !cd_number_is(r, at + 1, CD_CLASS(OF) | CD_CLASS(STOPMARK));
}

/* Which class scales a number at at; CD_CLASS_COUNT if none does. */
static enum cd_class
scale_class(const struct cd_number_scan *r, size_t at)
{
    static const enum cd_class classes[] = { CD_CLASS_SCALE, CD_CLASS_DOZEN,
                                             CD_CLASS_HUNDRED };

    /* "50 cents", "mil ciento uno": elsewhere a hundred scales nothing */
    if (is_gross_alone(r, at) || is_bare(r, at, CD_CLASS(HUNDRED)))
        return CD_CLASS_COUNT;
    for (size_t i = 0; i < CD_COUNT(classes); i++)
        if (cd_number_is(r, at, (cd_u128)1 << classes[i]))
            return classes[i];
    /* "three cr" behind words; behind digits it may be another "Cr" */
    if (at > 0 && cd_number_is(r, at, CD_CLASS(SUFFIX)) &&
        r->tokens->items[at].fold.n > 1 &&
        r->tokens->items[at - 1].kind == CD_TOKEN_WORD)
        return CD_CLASS_SUFFIX;
    return CD_CLASS_COUNT;
}

size_t
cd_number_scales(const struct cd_number_scan *r, size_t at,
                 struct cd_decimal *scale)
{
    size_t next = cd_number_past_hyphen(r, at);
    enum cd_class class;

    *scale = cd_decimal_of(1, 0);
    while (!cd_number_broken(r, next) &&
           (class = scale_class(r, next)) != CD_CLASS_COUNT) {
        *scale = cd_decimal_times(*scale, cd_number_value(r, next, class));
        at = next + r->terms[next].tokens;
        next = cd_number_past_hyphen(r, at);
    }
    return at;
}

/* "and a half", "and three quarters" behind a number of words or digits. */
size_t
cd_number_and_fraction(const struct cd_number_scan *r, size_t at,
                       struct cd_decimal *out)
{
    struct cd_decimal top = cd_decimal_of(1, 0);
    size_t and = cd_number_past_hyphen(r, at), next = and+1;

    if (!cd_number_is(r, and, CD_CLASS(AND)))
        return at;
    if (and > at) /* "two-and-a-half" */
        next = cd_number_past_hyphen(r, next);
    if (cd_number_is(r, next, CD_CLASS(ARTICLE)))
        next = and > at ? cd_number_past_hyphen(r, next + 1) : next + 1;
    else
        next = cd_number_past_hyphen(r, cd_number_below_hundred(r, next, &top));
    /* "two and quarter hours" */
    if (next == at + 1 &&
        !cd_number_is(r, next + 1,
                      CD_CLASS(OF) | CD_CLASS(TIMEUNIT) | CD_CLASS(UNIT)))
        return at;
    if (cd_number_is(r, next, CD_CLASS(HALF)))
        *out = cd_decimal_times(top, cd_decimal_of(5, -1));
    else if (cd_number_is(r, next, CD_CLASS(DENOM)))
        *out = cd_decimal_over(top, cd_number_value(r, next, CD_CLASS_DENOM));
    else
        return at;
    return next + 1;
}

/* "point two five": digits in words behind the point. */
static size_t
point_words(const struct cd_number_scan *r, size_t at, struct cd_decimal *value)
{
    int exponent = 0;
    size_t next = at + 1;
    struct cd_decimal digit, sum = cd_decimal_of(0, 0);

    if (!cd_number_is(r, at, CD_CLASS(POINTWORD)))
        return at;
    for (size_t end; (end = cd_number_below_hundred(r, next, &digit)) > next;
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

/* "$4.90 a dozen": what the money is for, no second number. */
static bool
is_per_dozen(const struct cd_number_scan *r, size_t at)
{
    return at > 1 && cd_number_is(r, at + 1, CD_CLASS(DOZEN)) &&
           r->tokens->items[at - 1].kind == CD_TOKEN_NUMBER &&
           cd_number_is(r, at - 2, CD_CLASS(CUR));
}

/* A part that a scale may follow: "two hundred", "2.5", "half a". */
static size_t
read_part(const struct cd_number_scan *r, size_t at, struct cd_decimal *part)
{
    size_t end = below_thousand(r, at, part);

    if (end > at) {
        struct cd_decimal more;
        size_t next = with_dozens(r, at, end, part);

        if (next > end)
            return next;
        next = cd_number_and_fraction(r, end, &more);

        if (next > end) {
            *part = cd_decimal_plus(*part, more);
            return next;
        }
        return point_words(r, end, part);
    }
    if (cd_number_is(r, at, CD_CLASS(ARTICLE)) &&
        cd_number_is(r, at + 1, CD_CLASS(SCALE) | CD_CLASS(DOZEN)))
        return is_per_dozen(r, at) ? at : at + 1;
    /* "eine halbe Million" */
    if (r->scales_alone && cd_number_is(r, at, CD_CLASS(ARTICLE)) &&
        cd_number_is(r, at + 1, CD_CLASS(HALF)))
        at++;
    /* "half a million", "half million", "quarter million" */
    if (!cd_number_is(r, at, CD_CLASS(HALF) | CD_CLASS(DENOM)))
        return at;
    end = at + 1 + cd_number_is(r, at + 1, CD_CLASS(ARTICLE));
    if (!cd_number_is(r, end, CD_CLASS(SCALE) | CD_CLASS(DOZEN)))
        return at;
    if (cd_number_is(r, at, CD_CLASS(HALF)))
        *part = cd_decimal_of(5, -1);
    else if (cd_token_is(&r->tokens->items[at], "quarter"))
        *part = cd_decimal_of(25, -2);
    else
        return at;
    return end;
}

/* Number words; "two million three hundred thousand and five". */
size_t
cd_number_words(const struct cd_number_scan *r, size_t at,
                struct cd_number *out)
{
    struct cd_decimal part = cd_decimal_of(1, 0), scale,
                      last = cd_decimal_of(1, 40);
    size_t end = read_part(r, at, &part), next = at;
    bool bare = end == at && is_bare(r, at, CD_CLASS(SCALE));

    if (end == at && !bare)
        return at;
    out->value = cd_decimal_of(0, 0);
    while (end > next || bare) {
        size_t after = cd_number_scales(r, end, &scale);

        bare = false;
        if (cd_decimal_compare(scale, last) >= 0) { /* "one, two million" */
            if (!is_bare(r, at - 1, CD_CLASS(SCALE)))
                break;
            /* "dos mil quinientos millones" */
            out->value = cd_decimal_plus(out->value, part);
            part = cd_decimal_of(0, 0);
            out->value = cd_decimal_times(out->value, scale);
        }
        out->value = cd_decimal_plus(out->value, cd_decimal_times(part, scale));
        out->precision = cd_decimal_compare(part, cd_decimal_of(1, 0)) < 0
                             ? cd_decimal_times(scale, cd_decimal_of(1, -1))
                             : scale; /* "half a million" */
        out->scale = scale;
        last = scale;
        at = after;
        if (cd_decimal_compare(scale, cd_decimal_of(1, 0)) == 0)
            break;
        next = cd_number_is(r, at, CD_CLASS(AND)) ? at + 1 : at;
        if (next == at && says_one(r, at)) {
            out->value = cd_decimal_plus(out->value, cd_decimal_of(1, 0));
            at++;
            break;
        }
        if (cd_number_is(r, next, CD_CLASS(ARTICLE)) ||
            cd_number_broken(r, next))
            break;
        if (next > at && cd_number_and_fraction(r, at, &part) > at)
            break;
        end = read_part(r, next, &part);
    }
    next = cd_number_and_fraction(r, at, &part);
    if (next == at || cd_decimal_compare(last, cd_decimal_of(1, 0)) <= 0)
        return at;
    /* "one billion and three quarters", or "... three quarters million" */
    at = cd_number_scales(r, next, &scale);
    if (at > next && cd_decimal_compare(scale, last) < 0)
        last = scale;
    else
        at = next;
    out->value = cd_decimal_plus(out->value, cd_decimal_times(part, last));
    return at;
}
