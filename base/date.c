/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/sorted.h"
#include "base/utf8.h"

struct cd_month {
    const char *form;
    const char *lang;
    int number;
};

#include "base/month.inc"

/* ---- reading pieces --------------------------------------------------- */

/* A text being read from left to right. */
struct reader {
    struct cd_str text;
    size_t at;
};

static char
peek(const struct reader *r)
{
    return r->at < r->text.n ? r->text.p[r->at] : '\0';
}

static bool
take(struct reader *r, char c)
{
    if (r->at >= r->text.n || r->text.p[r->at] != c)
        return false;
    r->at++;
    return true;
}

static bool
take_str(struct reader *r, struct cd_str s)
{
    struct cd_str rest = cd_str_sub(r->text, r->at, r->text.n);

    if (!cd_str_starts(rest, s))
        return false;
    r->at += s.n;
    return true;
}

/* At least low and at most high digits, no digit behind them. */
static bool
take_number(struct reader *r, size_t low, size_t high, int *value)
{
    size_t from = r->at;

    *value = 0;
    while (cd_ascii_is_digit(peek(r)) && r->at - from < high)
        *value = *value * 10 + (r->text.p[r->at++] - '0');
    if (r->at - from >= low && !cd_ascii_is_digit(peek(r)))
        return true;
    r->at = from;
    return false;
}

static bool
take_digits(struct reader *r, size_t n, int *value)
{
    size_t from = r->at;

    *value = 0;
    for (; r->at - from < n && cd_ascii_is_digit(peek(r)); r->at++)
        *value = *value * 10 + (r->text.p[r->at] - '0');
    if (r->at - from == n)
        return true;
    r->at = from;
    return false;
}

static void
skip_spaces(struct reader *r)
{
    while (cd_ascii_is_space(peek(r)) || take_str(r, CD_STR("\xc2\xa0")))
        r->at += cd_ascii_is_space(peek(r));
}

/* ---- the calendar ----------------------------------------------------- */

static int
days_in(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

bool
cd_date_plausible(const struct cd_date *date)
{
    return date->year >= 1980 && date->year <= 2099 && date->month >= 1 &&
           date->month <= 12 && date->day >= 1 &&
           date->day <= days_in(date->year, date->month);
}

int
cd_date_compare_days(const struct cd_date *a, const struct cd_date *b)
{
    if (a->year != b->year)
        return a->year - b->year;
    return a->month != b->month ? a->month - b->month : a->day - b->day;
}

static struct cd_date
day_after(const struct cd_date *date)
{
    struct cd_date next = { .year = date->year,
                            .month = date->month,
                            .day = date->day + 1 };

    if (next.day > days_in(next.year, next.month)) {
        next.day = 1;
        next.month = next.month % 12 + 1;
        next.year += next.month == 1;
    }
    return next;
}

bool
cd_date_is_next(const struct cd_date *a, const struct cd_date *b)
{
    struct cd_date after_a = day_after(a), after_b = day_after(b);

    return cd_date_compare_days(&after_a, b) == 0 ||
           cd_date_compare_days(&after_b, a) == 0;
}

/* ---- ISO 8601 --------------------------------------------------------- */

static void
read_zone(struct reader *r, struct cd_date *date)
{
    struct reader saved;
    int hours, minutes = 0, sign;

    if (peek(r) == ' ' && r->at + 1 < r->text.n &&
        strchr("+-Z", r->text.p[r->at + 1]) != NULL)
        r->at++;
    saved = *r;
    if (take(r, 'Z')) {
        date->has_zone = true;
        return;
    }
    sign = peek(r) == '-' ? -1 : 1;
    if (!take(r, '+') && !take(r, '-'))
        return;
    if (!take_digits(r, 2, &hours) || hours > 14) {
        *r = saved;
        return;
    }
    take(r, ':');
    if (!take_digits(r, 2, &minutes))
        minutes = 0;
    date->has_zone = true;
    date->zone = sign * (hours * 60 + minutes);
}

/* Thh:mm[:ss[.fff]][zone] */
static void
read_time(struct reader *r, struct cd_date *date)
{
    struct reader saved = *r;
    int fraction;

    if ((!take(r, 'T') && !take(r, ' ')) ||
        !take_number(r, 1, 2, &date->hour) || !take(r, ':') ||
        !take_digits(r, 2, &date->minute) || date->hour > 23 ||
        date->minute > 59) {
        *r = saved;
        return;
    }
    date->has_time = true;
    if (take(r, ':') &&
        (!take_digits(r, 2, &date->second) || date->second > 60))
        date->second = 0;
    if (take(r, '.')) {
        while (take_digits(r, 1, &fraction))
            continue;
    }
    read_zone(r, date);
}

static bool
read_day(struct reader *r, struct cd_date *date)
{
    char mark;

    if (!take_digits(r, 4, &date->year))
        return false;
    mark = peek(r);
    if (mark == '-' || mark == '/' || mark == '.') {
        return take(r, mark) && take_number(r, 1, 2, &date->month) &&
               take(r, mark) &&
               (take_number(r, 1, 2, &date->day) ||
                take_digits(r, 2, &date->day));
    }
    return take_digits(r, 2, &date->month) && take_digits(r, 2, &date->day) &&
           !cd_ascii_is_digit(peek(r));
}

size_t
cd_date_iso(struct cd_str text, struct cd_date *date)
{
    struct reader r = { text, 0 };

    *date = (struct cd_date){ 0 };
    if (!read_day(&r, date) || !cd_date_plausible(date))
        return 0;
    read_time(&r, date);
    return r.at;
}

/* ---- words and numbers ------------------------------------------------ */

int
cd_date_month(struct cd_str folded)
{
    static const uint16_t pairs[] = CD_MONTH_PAIRS;
    static const struct cd_sorted months = CD_SORTED(cd_month_table, pairs);
    size_t row = cd_sorted_find(&months, folded);

    return row < months.count ? cd_month_table[row].number : 0;
}

static bool
take_month(struct reader *r, int *month)
{
    char folded[CD_MONTH_KEY_MAX + 8];
    size_t n = 0, at = r->at;

    while (at < r->text.n && n + 4 <= sizeof(folded)) {
        size_t next = at;
        uint32_t code = cd_utf8_next(r->text, &next);

        if (!cd_utf8_is_letter(code))
            break;
        n += cd_utf8_put(folded + n, cd_utf8_lower(code));
        at = next;
    }
    *month = n > 0 ? cd_date_month((struct cd_str){ folded, n }) : 0;
    if (*month == 0)
        return false;
    r->at = at;
    take(r, '.');
    return true;
}

static void
skip_ordinal(struct reader *r)
{
    static const struct cd_str endings[] = {
        { "st", 2 }, { "nd", 2 },        { "rd", 2 },       { "th", 2 },
        { "er", 2 }, { ".\xc2\xba", 3 }, { "\xc2\xba", 2 }, { ".", 1 },
    };

    for (size_t i = 0; i < CD_COUNT(endings); i++) {
        if (take_str(r, endings[i]))
            return;
    }
}

/* Between the parts of a written date: spaces, a comma, "de", "of". */
static void
skip_joint(struct reader *r)
{
    static const struct cd_str words[] = {
        { "de ", 3 },
        { "of ", 3 },
        { "del ", 4 },
        { "di ", 3 },
    };

    skip_spaces(r);
    take(r, ',');
    skip_spaces(r);
    for (size_t i = 0; i < CD_COUNT(words); i++) {
        if (take_str(r, words[i]))
            break;
    }
    skip_spaces(r);
}

/* August 19th, 2025 */
static bool
read_month_day_year(struct reader *r, struct cd_date *date)
{
    if (!take_month(r, &date->month))
        return false;
    skip_joint(r);
    if (!take_number(r, 1, 2, &date->day))
        return false;
    skip_ordinal(r);
    skip_joint(r);
    return take_number(r, 4, 4, &date->year);
}

/* 19. August 2025, 19 de agosto de 2025, 19-Aug-2025 */
static bool
read_day_month_year(struct reader *r, struct cd_date *date)
{
    if (!take_number(r, 1, 2, &date->day))
        return false;
    skip_ordinal(r);
    take(r, '-');
    skip_joint(r);
    if (!take_month(r, &date->month))
        return false;
    take(r, '-');
    skip_joint(r);
    return take_number(r, 4, 4, &date->year);
}

/* 2024 Jun 30, as journals write it; 2024/jun/30 in the URLs of papers */
static bool
read_year_month_day(struct reader *r, struct cd_date *date)
{
    if (!take_number(r, 4, 4, &date->year))
        return false;
    if (!take(r, '/'))
        skip_spaces(r);
    if (!take_month(r, &date->month))
        return false;
    if (!take(r, '/'))
        skip_spaces(r);
    return take_number(r, 1, 2, &date->day);
}

/* 2025年8月19日 and 2025년 8월 19일 */
static bool
read_east_asian(struct reader *r, struct cd_date *date)
{
    if (!take_number(r, 4, 4, &date->year) ||
        (!take_str(r, CD_STR("\xe5\xb9\xb4")) &&
         !take_str(r, CD_STR("\xeb\x85\x84"))))
        return false;
    skip_spaces(r);
    if (!take_number(r, 1, 2, &date->month) ||
        (!take_str(r, CD_STR("\xe6\x9c\x88")) &&
         !take_str(r, CD_STR("\xec\x9b\x94"))))
        return false;
    skip_spaces(r);
    return take_number(r, 1, 2, &date->day);
}

static bool
read_numbers(struct reader *r, enum cd_date_order order, struct cd_date *date)
{
    int first, second, swap;
    char mark;

    if (!take_number(r, 1, 2, &first))
        return false;
    mark = peek(r);
    if ((mark != '/' && mark != '.' && mark != '-') || !take(r, mark) ||
        !take_number(r, 1, 2, &second) || !take(r, mark))
        return false;
    if (!take_number(r, 4, 4, &date->year) &&
        !(mark == '/' && take_number(r, 2, 2, &date->year)))
        return false;
    if (date->year < 100)
        date->year += 2000;
    swap = mark == '.' || order == CD_DATE_DAY_FIRST;
    if (first > 12 || (swap && second <= 12)) {
        date->day = first;
        date->month = second;
    } else {
        date->month = first;
        date->day = second;
    }
    return true;
}

static bool
read_any(struct cd_str text, size_t at, enum cd_date_order order,
         struct cd_date *date, size_t *end)
{
    typedef bool form(struct reader *, struct cd_date *);
    static form *const forms[] = { read_east_asian, read_month_day_year,
                                   read_day_month_year, read_year_month_day };
    struct cd_str rest = cd_str_sub(text, at, text.n);
    size_t n = cd_date_iso(rest, date);

    *end = at + n;
    if (n > 0)
        return true;
    for (size_t i = 0; i <= CD_COUNT(forms); i++) {
        struct reader r = { text, at };

        *date = (struct cd_date){ 0 };
        if ((i < CD_COUNT(forms) ? forms[i](&r, date)
                                 : read_numbers(&r, order, date)) &&
            cd_date_plausible(date)) {
            *end = r.at;
            return true;
        }
    }
    return false;
}

bool
cd_date_find(struct cd_str text, enum cd_date_order order, struct cd_date *date,
             struct cd_span *span)
{
    bool inside = false; /* a word or number that began before at */
    bool lower = false;  /* its last letter is small: "AnaMay 5" */

    for (size_t at = 0; at < text.n;) {
        size_t next = at, end;
        uint32_t code = cd_utf8_next(text, &next);
        bool word = cd_utf8_is_letter(code) || cd_utf8_is_digit(code);

        if (word && (!inside || (lower && cd_utf8_is_upper(code))) &&
            read_any(text, at, order, date, &end)) {
            *span = (struct cd_span){ at, end };
            return true;
        }
        inside = word;
        lower = cd_utf8_is_letter(code) && !cd_utf8_is_upper(code);
        at = next;
    }
    return false;
}

struct cd_str
cd_date_format(struct cd_arena *arena, const struct cd_date *date)
{
    char zone[16] = "";
    int minutes = date->zone < 0 ? -date->zone : date->zone;

    if (!date->has_time)
        return cd_arena_printf(arena, "%04d-%02d-%02d", date->year, date->month,
                               date->day);
    if (date->has_zone && date->zone == 0)
        memcpy(zone, "Z", 2);
    else if (date->has_zone)
        snprintf(zone, sizeof(zone), "%c%02d:%02d", date->zone < 0 ? '-' : '+',
                 minutes / 60 % 100, minutes % 60);
    return cd_arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d%s", date->year,
                           date->month, date->day, date->hour, date->minute,
                           date->second, zone);
}
