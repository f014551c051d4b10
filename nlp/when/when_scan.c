/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/when/when_scan.h"

#include "base/ascii.h"
#include "base/sorted.h"
#include "base/calendar.h"

#include "nlp/when/times.inc"

bool
cd_when_take(struct cd_when_scan *s, const char *word)
{
    if (s->at >= s->tokens->count ||
        !cd_token_is(&s->tokens->items[s->at], word))
        return false;
    s->at++;
    return true;
}

const struct cd_time_word *
cd_when_word(struct cd_str fold)
{
    static const uint16_t pairs[] = CD_TIME_WORD_PAIRS;
    static const struct cd_sorted words = CD_SORTED(cd_time_word_table, pairs);
    size_t row = cd_sorted_find(&words, fold);

    return row < words.count ? &cd_time_word_table[row] : NULL;
}

bool
cd_when_take_kind(struct cd_when_scan *s, enum cd_time_kind kind, int *value)
{
    const struct cd_time_word *word;

    if (s->at >= s->tokens->count)
        return false;
    word = cd_when_word(s->tokens->items[s->at].fold);
    if (word == NULL || word->kind != kind)
        return false;
    *value = word->value;
    s->at++;
    return true;
}

/* Digits between least and most. */
bool
cd_when_take_digits(struct cd_when_scan *s, int least, int most, int *value)
{
    const struct cd_token *token;
    int n = 0;

    if (s->at >= s->tokens->count)
        return false;
    token = &s->tokens->items[s->at];
    if (token->kind != CD_TOKEN_NUMBER || token->fold.n > 4)
        return false;
    for (size_t i = 0; i < token->fold.n; i++) {
        if (!cd_ascii_is_digit(token->fold.p[i]))
            return false;
        n = n * 10 + (token->fold.p[i] - '0');
    }
    if (n < least || n > most)
        return false;
    *value = n;
    s->at++;
    return true;
}

bool
cd_when_take_number(struct cd_when_scan *s, int *value)
{
    size_t from = s->at;

    if (cd_when_take_digits(s, 1, 999, value))
        return true;
    cd_when_take(s, "the");
    if (cd_when_take(s, "a") && cd_when_take_kind(s, CD_TIME_NUMBER, value)) {
        cd_when_take(s, "of");
        return true;
    }
    s->at = from;
    if (!cd_when_take_kind(s, CD_TIME_NUMBER, value))
        return false;
    cd_when_take(s, "of");
    return true;
}

bool
cd_when_take_year(struct cd_when_scan *s, int *year)
{
    size_t from = s->at;

    if (!cd_when_take(s, ","))
        cd_when_take(s, "of");
    cd_when_take(s, "in");
    if (cd_when_take_digits(s, CD_WHEN_YEAR_LEAST, CD_WHEN_YEAR_MOST, year))
        return true;
    s->at = from;
    return false;
}

/* "3rd", "21st", "15": a day, with or without its letters. */
bool
cd_when_take_day(struct cd_when_scan *s, int *day)
{
    size_t from = s->at;

    if (cd_when_take_kind(s, CD_TIME_ORDINAL, day))
        return true;
    if (!cd_when_take_digits(s, 1, 31, day)) {
        s->at = from;
        return false;
    }
    if (!cd_when_take(s, "st") && !cd_when_take(s, "nd") &&
        !cd_when_take(s, "rd"))
        cd_when_take(s, "th");
    return true;
}

bool
cd_when_set(struct cd_when *when, enum cd_grain grain, int64_t first,
            int64_t last)
{
    *when = (struct cd_when){ grain, first, last, false };
    return true;
}

void
cd_when_split(int64_t day, int64_t *year, int *month)
{
    int unused;

    cd_day_split(day, year, month, &unused);
}

/* The unit that holds a day, shifted by so many units. */
bool
cd_when_set_unit(struct cd_when *when, int64_t day, int unit, int shift)
{
    int64_t year, first;
    int month;

    cd_when_split(day, &year, &month);
    switch (unit) {
    case 1:
        return cd_when_set(when, CD_GRAIN_DAY, day + shift, day + shift);
    case 7:
    case 14:
        first = day - cd_day_weekday(day) + (int64_t)shift * unit;
        return cd_when_set(when, CD_GRAIN_WEEK, first, first + unit - 1);
    case CD_WHEN_MONTHS + 1:
        return cd_when_set(when, CD_GRAIN_MONTH,
                           cd_day_of(year, month + shift, 1),
                           cd_day_of(year, month + shift, 31));
    case CD_WHEN_MONTHS + 3:
        month = (month - 1) / 3 * 3 + 1 + 3 * shift;
        return cd_when_set(when, CD_GRAIN_QUARTER, cd_day_of(year, month, 1),
                           cd_day_of(year, month + 2, 31));
    default:
        return cd_when_set(when, CD_GRAIN_YEAR, cd_day_of(year + shift, 1, 1),
                           cd_day_of(year + shift, 12, 31));
    }
}

/* "last three months", "next two weeks": whole units on one side of today. */
bool
cd_when_set_units(struct cd_when *when, int64_t day, int unit, int shift,
                  int count)
{
    struct cd_when far;

    if (shift == 0)
        return false;
    cd_when_set_unit(when, day, unit, shift > 0 ? 1 : -count);
    cd_when_set_unit(&far, day, unit, shift > 0 ? count : -1);
    when->last = far.last;
    when->span = count > 1;
    return true;
}

/* A month without a year: the last one, or with forward the next. */
bool
cd_when_month(const struct cd_when_scan *s, int month, int year,
              struct cd_when *when)
{
    int64_t this_year = year;
    int this_month;

    if (year == 0) {
        if (!s->known)
            return false;
        cd_when_split(s->today, &this_year, &this_month);
        if (s->forward && month < this_month)
            this_year++;
        if (!s->forward && month > this_month)
            this_year--;
    }
    return cd_when_set(when, CD_GRAIN_MONTH, cd_day_of(this_year, month, 1),
                       cd_day_of(this_year, month, 31));
}

bool
cd_when_day(const struct cd_when_scan *s, int day, int month, int year,
            struct cd_when *when)
{
    int64_t this_year = year, at;
    int this_month;

    if (year == 0) {
        if (!s->known)
            return false;
        cd_when_split(s->today, &this_year, &this_month);
        at = cd_day_of(this_year, month, day);
        if (s->forward && at < s->today)
            this_year++;
        if (!s->forward && at > s->today)
            this_year--;
    }
    at = cd_day_of(this_year, month, day);
    return cd_when_set(when, CD_GRAIN_DAY, at, at);
}

bool
cd_when_weekday(const struct cd_when_scan *s, int weekday, int shift,
                struct cd_when *when)
{
    int64_t gap = weekday - cd_day_weekday(s->today), day;

    if (!s->known)
        return false;
    if (shift > 0)
        gap += 7; /* that of the next week */
    else if (shift < 0)
        gap -= gap >= 0 ? 7 : 0;
    else if (s->forward)
        gap += gap <= 0 ? 7 : 0;
    else
        gap -= gap > 0 ? 7 : 0;
    day = s->today + gap;
    return cd_when_set(when, CD_GRAIN_DAY, day, day);
}
