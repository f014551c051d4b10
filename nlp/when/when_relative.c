/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Expressions of time that count from today, or within a longer time.
 */
#include "base/calendar.h"
#include "nlp/when/when_scan.h"

/* "March after next", "Wednesday after next" */
static bool
after_next(struct cd_when_scan *s, struct cd_when *when)
{
    int weekday = -1, month;
    int64_t year;

    if (!s->known || (!cd_when_take_kind(s, CD_TIME_WEEKDAY, &weekday) &&
                      !cd_when_take_kind(s, CD_TIME_MONTH, &month)))
        return false;
    if (!cd_when_take(s, "after") || !cd_when_take(s, "next"))
        return false;
    if (weekday >= 0) {
        cd_when_set_unit(when, s->today, 7, 1);
        return cd_when_set(when, CD_GRAIN_DAY, when->first + weekday,
                           when->first + weekday);
    }
    cd_when_split(s->today, &year, &(int){ 0 });
    return cd_when_month(s, month, (int)year + 1, when);
}

/* "three Fridays from now", "Wednesday of next week" */
bool
cd_when_read_weekday(struct cd_when_scan *s, struct cd_when *when)
{
    int count = 0, weekday, shift, unit;
    size_t from = s->at;

    if (after_next(s, when))
        return true;
    s->at = from;
    cd_when_take(s, "the");
    if (cd_when_take_number(s, &count)) {
        if (!s->known || !cd_when_take_kind(s, CD_TIME_WEEKDAY, &weekday) ||
            !cd_when_take(s, "from") || !cd_when_take(s, "now") ||
            !cd_when_weekday(s, weekday, 1, when))
            return false;
        when->first = s->today + (weekday - cd_day_weekday(s->today) + 6) % 7 +
                      1 + 7 * ((int64_t)count - 1);
        when->last = when->first;
        return true;
    }
    if (!s->known || !cd_when_take_kind(s, CD_TIME_WEEKDAY, &weekday))
        return false;
    if (!cd_when_take(s, "of"))
        cd_when_take(s, "from");
    if (!cd_when_take_kind(s, CD_TIME_SHIFT, &shift) ||
        !cd_when_take_kind(s, CD_TIME_UNIT, &unit) || unit != 7)
        return false;
    cd_when_set_unit(when, s->today, 7, shift);
    return cd_when_set(when, CD_GRAIN_DAY, when->first + weekday,
                       when->first + weekday);
}

/* The longer time that an nth day or week lies in. */
static bool
read_container(struct cd_when_scan *s, struct cd_when *in)
{
    static cd_when_reader *const readers[] = { cd_when_read_month,
                                               cd_when_read_year,
                                               cd_when_read_shift };
    size_t from;
    int unit;

    cd_when_take(s, "the");
    from = s->at;
    for (size_t i = 0; i < CD_COUNT(readers); i++, s->at = from)
        if (readers[i](s, in))
            return true;
    return s->known && cd_when_take_kind(s, CD_TIME_UNIT, &unit) && unit > 7 &&
           cd_when_set_unit(in, s->today, unit, 0);
}

/* The first day of the nth day, week (Monday) or weekday of a time; counted
 * from its end if back is set. */
static int64_t
nth_day(const struct cd_when *in, int nth, bool back, int unit, int weekday)
{
    int want = unit == 7 ? 0 : weekday;

    if (unit == 1)
        return back ? in->last - nth + 1 : in->first + nth - 1;
    if (!back)
        return in->first + (want - cd_day_weekday(in->first) + 7) % 7 +
               7 * ((int64_t)nth - 1);
    /* "the third last week" counts whole weeks */
    if (unit == 7 && nth > 1)
        return in->last - (cd_day_weekday(in->last) + 1) % 7 - 6 -
               7 * ((int64_t)nth - 1);
    return in->last - (cd_day_weekday(in->last) - want + 7) % 7 -
           7 * ((int64_t)nth - 1);
}

/* "first Wednesday of October 2014", "last day of October", "the third last
 * week of 2018", "second Monday of last month" */
bool
cd_when_read_nth(struct cd_when_scan *s, struct cd_when *when)
{
    int nth = 1, unit = 0, weekday = -1, shift = 0;
    struct cd_when in;
    bool counted, back;
    int64_t day;

    cd_when_take(s, "the");
    counted = cd_when_take_day(s, &nth);
    back = cd_when_take_kind(s, CD_TIME_SHIFT, &shift) && shift < 0;
    if ((!counted && !back) || (!back && shift != 0))
        return false;
    if (!cd_when_take_kind(s, CD_TIME_WEEKDAY, &weekday) &&
        !cd_when_take_kind(s, CD_TIME_UNIT, &unit))
        return false;
    if ((!cd_when_take(s, "of") && !cd_when_take(s, "in")) ||
        (unit != 1 && unit != 7 && weekday < 0) || !read_container(s, &in))
        return false;
    day = nth_day(&in, nth, back, unit, weekday);
    return unit == 7 ? cd_when_set(when, CD_GRAIN_WEEK, day, day + 6)
                     : cd_when_set(when, CD_GRAIN_DAY, day, day);
}

/* "last year", "next three months", "this week", "last Tuesday" */
bool
cd_when_read_shift(struct cd_when_scan *s, struct cd_when *when)
{
    int shift, unit, count = 0, weekday, month;

    cd_when_take(s, "the");
    if (!s->known || !cd_when_take_kind(s, CD_TIME_SHIFT, &shift))
        return false;
    if (cd_when_take_kind(s, CD_TIME_WEEKDAY, &weekday))
        return cd_when_weekday(s, weekday, shift, when);
    if (cd_when_take_kind(s, CD_TIME_MONTH, &month)) {
        int64_t year;
        int now;

        cd_when_split(s->today, &year, &now);
        if (shift < 0 && month >= now)
            year--;
        if (shift > 0 && month <= now)
            year++;
        return cd_when_month(s, month, (int)year, when);
    }
    cd_when_take_number(s, &count);
    if (!cd_when_take_kind(s, CD_TIME_UNIT, &unit))
        return false;
    if (count > 0)
        return cd_when_set_units(when, s->today, unit, shift, count);
    return cd_when_set_unit(when, s->today, unit, shift);
}

/* "two weeks ago", "in three days", "a year earlier", "from now" */
bool
cd_when_read_distance(struct cd_when_scan *s, struct cd_when *when)
{
    bool in = cd_when_take(s, "in");
    int count, unit, way = 0;
    int64_t year;
    int month, day;

    if (!s->known || !cd_when_take_number(s, &count) ||
        !cd_when_take_kind(s, CD_TIME_UNIT, &unit))
        return false;
    if (!cd_when_take_kind(s, CD_TIME_AGO, &way) &&
        !cd_when_take_kind(s, CD_TIME_HENCE, &way)) {
        if (cd_when_take(s, "from") &&
            (cd_when_take(s, "now") || cd_when_take(s, "today")))
            way = 1;
        else if (in)
            way = 1;
        else
            return false;
    }
    cd_day_split(s->today, &year, &month, &day);
    if (unit < CD_WHEN_MONTHS)
        return cd_when_set_unit(when, s->today + (int64_t)way * count * unit, 1,
                                0);
    if (unit == CD_WHEN_MONTHS + 12 || unit == CD_WHEN_MONTHS + 3)
        return cd_when_set_unit(
            when,
            cd_day_of(year, month + way * count * (unit - CD_WHEN_MONTHS), day),
            CD_WHEN_MONTHS + 1, 0);
    return cd_when_set_unit(when, cd_day_of(year, month + way * count, day), 1,
                            0);
}

/* Moves a day without a year by years until it is the weekday, the nearest
 * first: "Fri, Jul 18". */
static void
fit_weekday(struct cd_when *when, int weekday)
{
    static const int shifts[] = { 0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5 };
    int64_t year;
    int month, day;

    cd_day_split(when->first, &year, &month, &day);
    for (size_t i = 0; i < CD_COUNT(shifts); i++) {
        int64_t at = cd_day_of(year + shifts[i], month, day);

        if (cd_day_weekday(at) == weekday) {
            cd_when_set(when, CD_GRAIN_DAY, at, at);
            return;
        }
    }
}

/* "Thu 15th": the nearest 15th of a month that is that weekday. */
static bool
weekday_and_day(struct cd_when_scan *s, int weekday, struct cd_when *when)
{
    int64_t year;
    int month, day, way = s->forward ? 1 : -1;

    if (!s->known || !cd_when_take_digits(s, 1, 31, &day) ||
        (!cd_when_take(s, "th") && !cd_when_take(s, "st") &&
         !cd_when_take(s, "nd") && !cd_when_take(s, "rd")))
        return false;
    cd_when_split(s->today, &year, &month);
    for (int i = 0; i < 28; i++, month += way) {
        int64_t at = cd_day_of(year, month, day);
        int real;

        cd_day_split(at, &(int64_t){ 0 }, &(int){ 0 }, &real);
        if (real == day && cd_day_weekday(at) == weekday &&
            (s->forward ? at >= s->today : at <= s->today))
            return cd_when_set(when, CD_GRAIN_DAY, at, at);
    }
    return false;
}

static bool
is_year(const struct cd_token *token)
{
    return token->kind == CD_TOKEN_NUMBER && token->fold.n == 4;
}

/* "Monday", "Monday, March 3", "Tuesday 19th" */
static bool
read_named_day(struct cd_when_scan *s, struct cd_when *when)
{
    int weekday;
    size_t from;

    if (!cd_when_take_kind(s, CD_TIME_WEEKDAY, &weekday))
        return false;
    cd_when_take(s, ".");
    from = s->at;
    cd_when_take(s, ",");
    cd_when_take(s, "the");
    if (cd_when_read_month(s, when) ||
        (s->at = from, cd_when_take(s, ","), cd_when_read_day_month(s, when))) {
        if (when->grain == CD_GRAIN_DAY && !when->span &&
            !is_year(&s->tokens->items[s->at - 1]))
            fit_weekday(when, weekday);
        return true;
    }
    s->at = from;
    if (weekday_and_day(s, weekday, when))
        return true;
    s->at = from;
    return cd_when_weekday(s, weekday, 0, when);
}

/* "today", "the day before yesterday" */
bool
cd_when_read_beside(struct cd_when_scan *s, struct cd_when *when)
{
    int value;

    cd_when_take(s, "the");
    if (cd_when_take(s, "day")) {
        if (cd_when_take(s, "before") && cd_when_take(s, "yesterday"))
            return s->known && cd_when_set_unit(when, s->today, 1, -2);
        return cd_when_take(s, "after") && cd_when_take(s, "tomorrow") &&
               s->known && cd_when_set_unit(when, s->today, 1, 2);
    }
    if (cd_when_take_kind(s, CD_TIME_BESIDE, &value))
        return s->known && cd_when_set_unit(when, s->today, 1, value);
    return read_named_day(s, when);
}

/* First and last day of the seasons of the northern half, from spring on; the
 * winter ends in the year after. */
static const struct {
    int first_month, first_day, last_month, last_day;
} seasons[] = {
    { 3, 20, 6, 20 },
    { 6, 21, 9, 23 },
    { 9, 24, 12, 20 },
    { 12, 21, 15, 20 },
};

static bool
set_season(struct cd_when *when, int season, int64_t year)
{
    cd_when_set(
        when, CD_GRAIN_DAY,
        cd_day_of(year, seasons[season].first_month, seasons[season].first_day),
        cd_day_of(year, seasons[season].last_month, seasons[season].last_day));
    when->span = true;
    return true;
}

/* "last summer", "this winter", "the spring of 2019" */
bool
cd_when_read_season(struct cd_when_scan *s, struct cd_when *when)
{
    int season, shift = 0, year, month;
    int64_t this_year;
    bool shifted;

    cd_when_take(s, "the");
    shifted = cd_when_take_kind(s, CD_TIME_SHIFT, &shift);
    if (!cd_when_take_kind(s, CD_TIME_SEASON, &season))
        return false;
    if (!shifted)
        return cd_when_take_year(s, &year) && set_season(when, season, year);
    if (!s->known)
        return false;
    cd_when_split(s->today, &this_year, &month);
    this_year++;
    while (set_season(when, season, this_year) &&
           (shift > 0    ? when->first > s->today + 366
            : shift == 0 ? when->first > s->today + 200
                         : when->last >= s->today))
        this_year--;
    return true;
}

/* "early March", "the end of the month" */
bool
cd_when_read_part(struct cd_when_scan *s, struct cd_when *when)
{
    int64_t length;
    bool early, late;
    size_t from;

    cd_when_take(s, "the");
    early = cd_when_take(s, "early") || cd_when_take(s, "beginning");
    late = !early && (cd_when_take(s, "late") || cd_when_take(s, "end"));
    if (!early && !late && !cd_when_take(s, "mid"))
        return false;
    if (!cd_when_take(s, "of"))
        cd_when_take(s, "-");
    cd_when_take(s, "around");
    cd_when_take(s, "the");
    from = s->at;
    if (!cd_when_read_month(s, when) &&
        (s->at = from, !cd_when_read_year(s, when))) {
        int unit;

        s->at = from;
        if (!cd_when_read_shift(s, when)) {
            s->at = from;
            if (!s->known || !cd_when_take_kind(s, CD_TIME_UNIT, &unit))
                return false;
            cd_when_set_unit(when, s->today, unit, 0);
        }
    }
    length = when->last - when->first + 1;
    if (when->grain == CD_GRAIN_YEAR) {
        when->span = early || late;
        when->grain = CD_GRAIN_MONTH;
        if (early)
            when->last = when->first + 89;
        else if (late)
            when->first = when->last - 121;
        return true;
    }
    when->span = true;
    when->grain = CD_GRAIN_DAY;
    if (early)
        when->last = when->first + (length > 20 ? 9 : 2);
    else if (late)
        when->first = when->first + (length > 20 ? 20 : 4);
    else
        when->first += 10, when->last = when->first + 9;
    return true;
}

static bool
read_stretch(struct cd_when_scan *s, int64_t *days)
{
    int count, unit;

    if (!cd_when_take(s, "for") || !cd_when_take_number(s, &count) ||
        !cd_when_take_kind(s, CD_TIME_UNIT, &unit) || unit >= CD_WHEN_MONTHS)
        return false;
    *days = (int64_t)count * unit;
    return true;
}

/* "18th Dec for 10 days", "for 10 days from 18th Dec" */
bool
cd_when_read_stretch(struct cd_when_scan *s, struct cd_when *when)
{
    int64_t days = 0;
    size_t from = s->at;
    bool before = read_stretch(s, &days);

    if (!before)
        s->at = from;
    if (before && !cd_when_take(s, "from"))
        return false;
    from = s->at;
    if (!cd_when_read_day_month(s, when) &&
        (s->at = from, !cd_when_read_month(s, when)))
        return false;
    if (when->grain != CD_GRAIN_DAY || when->span ||
        (!before && !read_stretch(s, &days)))
        return false;
    when->last = when->first + days;
    when->span = true;
    return true;
}
