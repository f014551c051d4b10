/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions of time that name their day, month, quarter or year.
 */
#include "base/ascii.h"
#include "base/calendar.h"
#include "nlp/when/when_scan.h"

/* "July 13 to 15": the days go on. */
static void
read_day_range(struct cd_when_scan *s, struct cd_when *when)
{
    size_t from = s->at;
    int day, month;
    int64_t year;

    if ((cd_when_take(s, "to") || cd_when_take(s, "-") ||
         cd_when_take(s, "\xE2\x80\x93") || cd_when_take(s, "and") ||
         cd_when_take(s, "thru") || cd_when_take(s, "through")) &&
        (cd_when_take_kind(s, CD_TIME_MONTH, &month),
         cd_when_take_day(s, &day))) {
        cd_when_split(when->first, &year, &month);
        if (cd_day_of(year, month, day) > when->first) {
            when->last = cd_day_of(year, month, day);
            when->span = true;
            return;
        }
    }
    s->at = from;
}

/* "2015", "last year", "of next year" */
static bool
take_any_year(struct cd_when_scan *s, int *year)
{
    size_t from = s->at;
    int shift, unit, month;
    int64_t this_year;

    if (cd_when_take_year(s, year))
        return true;
    if (!cd_when_take(s, "of"))
        cd_when_take(s, ",");
    if (s->known && cd_when_take_kind(s, CD_TIME_SHIFT, &shift) &&
        cd_when_take_kind(s, CD_TIME_UNIT, &unit) &&
        unit == CD_WHEN_MONTHS + 12) {
        cd_when_split(s->today, &this_year, &month);
        *year = (int)this_year + shift;
        return true;
    }
    s->at = from;
    return false;
}

/* "March 3rd, 2015", "March 2015", "March" */
bool
cd_when_read_month(struct cd_when_scan *s, struct cd_when *when)
{
    int month, day, year = 0;
    size_t from;

    if (!cd_when_take_kind(s, CD_TIME_MONTH, &month))
        return false;
    cd_when_take(s, ".");
    from = s->at;
    cd_when_take(s, "the");
    if (take_any_year(s, &year))
        return cd_when_month(s, month, year, when);
    if (cd_when_take_day(s, &day)) {
        (void)take_any_year(s, &year);
        if (!cd_when_day(s, day, month, year, when))
            return false;
        read_day_range(s, when);
        return true;
    }
    s->at = from;
    return cd_when_month(s, month, 0, when);
}

/* "20 of next month": the words behind the day. */
static bool
day_of_shifted_month(struct cd_when_scan *s, int day, struct cd_when *when)
{
    int shift, unit;

    if (!s->known || !cd_when_take_kind(s, CD_TIME_SHIFT, &shift) ||
        !cd_when_take_kind(s, CD_TIME_UNIT, &unit) ||
        unit != CD_WHEN_MONTHS + 1)
        return false;
    cd_when_set_unit(when, s->today, unit, shift);
    return day <= when->last - when->first + 1 &&
           cd_when_set(when, CD_GRAIN_DAY, when->first + day - 1,
                       when->first + day - 1);
}

/* "the 2nd of March", "13 to 15 July 2014" */
bool
cd_when_read_day_month(struct cd_when_scan *s, struct cd_when *when)
{
    int day, last = 0, month, year = 0;
    size_t from;

    cd_when_take(s, "the");
    if (!cd_when_take_day(s, &day))
        return false;
    from = s->at;
    if (!((cd_when_take(s, "to") || cd_when_take(s, "-") ||
           cd_when_take(s, "and")) &&
          (cd_when_take(s, "the"), cd_when_take_day(s, &last))))
        s->at = from;
    if (!cd_when_take(s, "of") && !cd_when_take(s, "/"))
        cd_when_take(s, "-");
    if (!cd_when_take_kind(s, CD_TIME_MONTH, &month))
        return last == 0 && day_of_shifted_month(s, day, when);
    if (!cd_when_take(s, ".") && !cd_when_take(s, "/"))
        cd_when_take(s, "-");
    if (!take_any_year(s, &year) && cd_when_take_digits(s, 32, 99, &year))
        year += 1900;
    if (!cd_when_day(s, day, month, year, when))
        return false;
    if (last > day) {
        when->last += last - day;
        when->span = true;
    }
    return true;
}

/* "first quarter of 2018", "Q1 2018" */
bool
cd_when_read_quarter(struct cd_when_scan *s, struct cd_when *when)
{
    int quarter = 0, unit, year = 0, month;
    int64_t this_year;
    struct cd_str fold;

    cd_when_take(s, "the");
    cd_when_take_digits(s, CD_WHEN_YEAR_LEAST, CD_WHEN_YEAR_MOST, &year);
    fold = s->at < s->tokens->count ? s->tokens->items[s->at].fold
                                    : (struct cd_str){ "", 0 };
    if (fold.n == 2 && fold.p[0] == 'q' && fold.p[1] >= '1' &&
        fold.p[1] <= '4') {
        quarter = fold.p[1] - '0';
        s->at++;
    } else if (year != 0 || !cd_when_take_day(s, &quarter) ||
               !cd_when_take_kind(s, CD_TIME_UNIT, &unit) ||
               unit != CD_WHEN_MONTHS + 3) {
        return false;
    }
    if (quarter < 1 || quarter > 4)
        return false;
    cd_when_take(s, "of");
    if (year == 0 && !take_any_year(s, &year) && !s->known)
        return false;
    cd_when_split(s->today, &this_year, &month);
    if (year != 0)
        this_year = year;
    else if (!s->forward && month < 3 * quarter - 2)
        this_year--; /* news of January on the fourth quarter */
    return cd_when_set(when, CD_GRAIN_QUARTER,
                       cd_day_of(this_year, 3 * quarter - 2, 1),
                       cd_day_of(this_year, 3 * quarter, 31));
}

static int
whole_year(int year, size_t digits)
{
    if (digits > 2)
        return year;
    return year < 50 ? 2000 + year : 1900 + year;
}

/* The numbers of "10/31/74", "2015-03-28", one token or several. */
static int
take_numbers(struct cd_when_scan *s, int numbers[3], size_t digits[3])
{
    int n = 0;

    numbers[0] = numbers[1] = numbers[2] = 0;
    digits[0] = digits[1] = digits[2] = 0;
    for (; s->at < s->tokens->count; s->at++) {
        const struct cd_token *token = &s->tokens->items[s->at];

        if (token->flags & CD_TOKEN_SPACED && n > 0)
            break;
        if (token->kind != CD_TOKEN_NUMBER && !cd_token_is(token, "-") &&
            !cd_token_is(token, "/"))
            break;
        if (token->fold.n > 10)
            return 0;
        for (size_t i = 0; i < token->fold.n; i++) {
            char c = token->fold.p[i];

            if (cd_ascii_is_digit(c)) {
                n += n == 0;
                numbers[n - 1] = numbers[n - 1] * 10 + (c - '0');
                if (++digits[n - 1] > 4)
                    return 0;
            } else if ((c != '-' && c != '/') || ++n > 3) {
                return 0;
            }
        }
    }
    return n;
}

/* "2/15", "10/31/74", "2015-03-28", "2/2013", "2014-10" */
bool
cd_when_read_numeric(struct cd_when_scan *s, struct cd_when *when)
{
    int v[3];
    size_t digits[3];
    int n = take_numbers(s, v, digits);
    int month = 0, day = 0, year = 0;

    if (n < 2)
        return false;
    if (digits[0] == 4) {
        year = v[0], month = v[1], day = v[2];
    } else if (n == 2 && digits[1] == 4) {
        month = v[0], year = v[1];
    } else {
        month = v[0], day = v[1];
        year = n == 3 ? whole_year(v[2], digits[2]) : 0;
    }
    if (month > 12 && day <= 12 && day > 0) {
        int keep = month;

        month = day, day = keep;
    }
    if (month < 1 || month > 12 || day > 31 ||
        (year != 0 && (year < CD_WHEN_YEAR_LEAST || year > CD_WHEN_YEAR_MOST)))
        return false;
    return day == 0 ? cd_when_month(s, month, year, when)
                    : cd_when_day(s, day, month, year, when);
}

/* "the late 1980s": ten years, or the first, middle or last of them. */
bool
cd_when_read_decade(struct cd_when_scan *s, struct cd_when *when)
{
    int year, from = 0, to = 9;

    cd_when_take(s, "the");
    if (cd_when_take(s, "early"))
        to = 3;
    else if (cd_when_take(s, "mid"))
        from = 4, to = 6;
    else if (cd_when_take(s, "late"))
        from = 6;
    cd_when_take(s, "-");
    if (!cd_when_take_digits(s, CD_WHEN_YEAR_LEAST, CD_WHEN_YEAR_MOST, &year) ||
        year % 10 != 0 || s->at >= s->tokens->count ||
        (s->tokens->items[s->at].flags & CD_TOKEN_SPACED) != 0 ||
        !cd_when_take(s, "s"))
        return false;
    cd_when_set(when, CD_GRAIN_YEAR, cd_day_of(year + from, 1, 1),
                cd_day_of(year + to, 12, 31));
    when->span = true;
    return true;
}

/* "2014", "fiscal 2014", "1960-1961", "2014 to 2016" */
bool
cd_when_read_year(struct cd_when_scan *s, struct cd_when *when)
{
    int year, last;
    size_t from;

    if (!cd_when_take(s, "fiscal"))
        cd_when_take(s, "calendar");
    cd_when_take(s, "year");
    if (!cd_when_take_digits(s, CD_WHEN_YEAR_LEAST, CD_WHEN_YEAR_MOST, &year))
        return false;
    cd_when_set(when, CD_GRAIN_YEAR, cd_day_of(year, 1, 1),
                cd_day_of(year, 12, 31));
    from = s->at;
    if ((cd_when_take(s, "-") || cd_when_take(s, "\xE2\x80\x93") ||
         cd_when_take(s, "to") || cd_when_take(s, "and")) &&
        cd_when_take_digits(s, year + 1, CD_WHEN_YEAR_MOST, &last)) {
        when->last = cd_day_of(last, 12, 31);
        when->span = true;
        return true;
    }
    s->at = from;
    return true;
}
