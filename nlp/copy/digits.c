/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/digits.h"

#include "base/ascii.h"

enum {
    GROUP = 3,    /* digits between two marks */
    DECIMALS = 2, /* digits behind a decimal comma */
};

/* Comma, apostrophes, spaces that hold a number together; the point is apart,
 * for it may be a decimal one. */
static const char *const marks[] = {
    ",", "'", "\xE2\x80\x99", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
};

size_t
cd_digits_count(struct cd_str text, size_t at)
{
    size_t n = 0;

    while (at + n < text.n && cd_ascii_is_digit(text.p[at + n]))
        n++;
    return n;
}

static size_t
digits_before(struct cd_str text, size_t at)
{
    size_t n = 0;

    while (n < at && cd_ascii_is_digit(text.p[at - 1 - n]))
        n++;
    return n;
}

static size_t
mark_at(struct cd_str text, size_t at)
{
    struct cd_str rest = cd_str_sub(text, at, text.n);

    for (size_t i = 0; i < CD_COUNT(marks); i++) {
        if (cd_str_starts(rest, cd_str_of(marks[i])))
            return strlen(marks[i]);
    }
    return 0;
}

size_t
cd_digits_mark(struct cd_str text, size_t at)
{
    size_t n = mark_at(text, at), before;

    if (n > 0)
        return cd_digits_count(text, at + n) == GROUP ? n : 0;
    if (at >= text.n || text.p[at] != '.' ||
        cd_digits_count(text, at + 1) != GROUP)
        return 0;
    before = digits_before(text, at);
    return before > 0 && before <= GROUP && text.p[at - before] != '0';
}

bool
cd_digits_decimal(struct cd_str text, size_t at)
{
    size_t before = at - digits_before(text, at), n;

    if (before > 1 && text.p[before - 1] == ',' &&
        cd_ascii_is_digit(text.p[before - 2]))
        return false;
    at++;
    n = cd_digits_count(text, at);
    if (n == 0 || n > DECIMALS)
        return false;
    at += n;
    return at + 1 >= text.n || strchr(",.-:/", text.p[at]) == NULL ||
           !cd_ascii_is_digit(text.p[at + 1]);
}
