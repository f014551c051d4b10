/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/when.h"

#include "base/ascii.h"
#include "base/sorted.h"
#include "nlp/calendar.h"
#include "nlp/word.h"

enum cd_time_kind {
    CD_TIME_NUMBER,
    CD_TIME_ORDINAL,
    CD_TIME_UNIT,
    CD_TIME_SHIFT,
    CD_TIME_WEEKDAY,
    CD_TIME_MONTH,
    CD_TIME_BESIDE,
    CD_TIME_AGO,
    CD_TIME_HENCE,
    CD_TIME_BEFORE,
};

struct cd_time_word {
    const char *form;
    enum cd_time_kind kind;
    int value;
};

#include "nlp/times.inc"

enum { MONTHS = 100, YEAR_LEAST = 1100, YEAR_MOST = 2100 };

/* A reading in progress: at moves on as words are taken. */
struct scan {
    const struct cd_tokens *tokens;
    size_t at;
    int64_t today;
    bool known; /* is today? */
    bool forward;
};

static bool
take(struct scan *s, const char *word)
{
    if (s->at >= s->tokens->count ||
        !cd_token_is(&s->tokens->items[s->at], word))
        return false;
    s->at++;
    return true;
}

static const struct cd_time_word *
find_word(struct cd_str fold)
{
    static const uint16_t pairs[] = CD_TIME_WORD_PAIRS;
    static const struct cd_sorted words = CD_SORTED(cd_time_word_table, pairs);
    size_t row = cd_sorted_find(&words, fold);

    return row < words.count ? &cd_time_word_table[row] : NULL;
}

static bool
take_kind(struct scan *s, enum cd_time_kind kind, int *value)
{
    const struct cd_time_word *word;

    if (s->at >= s->tokens->count)
        return false;
    word = find_word(s->tokens->items[s->at].fold);
    if (word == NULL || word->kind != kind)
        return false;
    *value = word->value;
    s->at++;
    return true;
}

/* Digits between least and most. */
static bool
take_digits(struct scan *s, int least, int most, int *value)
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

static bool
take_number(struct scan *s, int *value)
{
    size_t from = s->at;

    if (take_digits(s, 1, 999, value))
        return true;
    take(s, "the");
    if (take(s, "a") && take_kind(s, CD_TIME_NUMBER, value)) {
        take(s, "of");
        return true;
    }
    s->at = from;
    if (!take_kind(s, CD_TIME_NUMBER, value))
        return false;
    take(s, "of");
    return true;
}

static bool
take_year(struct scan *s, int *year)
{
    size_t from = s->at;

    if (!take(s, ","))
        take(s, "of");
    take(s, "in");
    if (take_digits(s, YEAR_LEAST, YEAR_MOST, year))
        return true;
    s->at = from;
    return false;
}

/* "3rd", "21st", "15": a day, with or without its letters. */
static bool
take_day(struct scan *s, int *day)
{
    size_t from = s->at;

    if (take_kind(s, CD_TIME_ORDINAL, day))
        return true;
    if (!take_digits(s, 1, 31, day)) {
        s->at = from;
        return false;
    }
    if (!take(s, "st") && !take(s, "nd") && !take(s, "rd"))
        take(s, "th");
    return true;
}

static bool
set(struct cd_when *when, enum cd_grain grain, int64_t first, int64_t last)
{
    *when = (struct cd_when){ grain, first, last, false };
    return true;
}

static void
split(int64_t day, int64_t *year, int *month)
{
    int unused;

    cd_day_split(day, year, month, &unused);
}

/* The unit that holds a day, shifted by so many units. */
static bool
set_unit(struct cd_when *when, int64_t day, int unit, int shift)
{
    int64_t year, first;
    int month;

    split(day, &year, &month);
    switch (unit) {
    case 1:
        return set(when, CD_GRAIN_DAY, day + shift, day + shift);
    case 7:
    case 14:
        first = day - cd_day_weekday(day) + (int64_t)shift * unit;
        return set(when, CD_GRAIN_WEEK, first, first + unit - 1);
    case MONTHS + 1:
        return set(when, CD_GRAIN_MONTH, cd_day_of(year, month + shift, 1),
                   cd_day_of(year, month + shift, 31));
    case MONTHS + 3:
        month = (month - 1) / 3 * 3 + 1 + 3 * shift;
        return set(when, CD_GRAIN_QUARTER, cd_day_of(year, month, 1),
                   cd_day_of(year, month + 2, 31));
    default:
        return set(when, CD_GRAIN_YEAR, cd_day_of(year + shift, 1, 1),
                   cd_day_of(year + shift, 12, 31));
    }
}

/* "last three months", "next two weeks": whole units on one side of today. */
static bool
set_units(struct cd_when *when, int64_t day, int unit, int shift, int count)
{
    struct cd_when far;

    if (shift == 0)
        return false;
    set_unit(when, day, unit, shift > 0 ? 1 : -count);
    set_unit(&far, day, unit, shift > 0 ? count : -1);
    when->last = far.last;
    when->span = count > 1;
    return true;
}

/* A month without a year: the last one, or with forward the next. */
static bool
month_of(const struct scan *s, int month, int year, struct cd_when *when)
{
    int64_t this_year = year;
    int this_month;

    if (year == 0) {
        if (!s->known)
            return false;
        split(s->today, &this_year, &this_month);
        if (s->forward && month < this_month)
            this_year++;
        if (!s->forward && month > this_month)
            this_year--;
    }
    return set(when, CD_GRAIN_MONTH, cd_day_of(this_year, month, 1),
               cd_day_of(this_year, month, 31));
}

static bool
day_of(const struct scan *s, int day, int month, int year, struct cd_when *when)
{
    int64_t this_year = year, at;
    int this_month;

    if (year == 0) {
        if (!s->known)
            return false;
        split(s->today, &this_year, &this_month);
        at = cd_day_of(this_year, month, day);
        if (s->forward && at < s->today)
            this_year++;
        if (!s->forward && at > s->today)
            this_year--;
    }
    at = cd_day_of(this_year, month, day);
    return set(when, CD_GRAIN_DAY, at, at);
}

static bool
weekday_of(const struct scan *s, int weekday, int shift, struct cd_when *when)
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
    return set(when, CD_GRAIN_DAY, day, day);
}

/* "July 13 to 15": the days go on. */
static void
read_day_range(struct scan *s, struct cd_when *when)
{
    size_t from = s->at;
    int day, month;
    int64_t year;

    if ((take(s, "to") || take(s, "-") || take(s, "\xE2\x80\x93") ||
         take(s, "and") || take(s, "thru") || take(s, "through")) &&
        (take_kind(s, CD_TIME_MONTH, &month), take_day(s, &day))) {
        split(when->first, &year, &month);
        if (cd_day_of(year, month, day) > when->first) {
            when->last = cd_day_of(year, month, day);
            when->span = true;
            return;
        }
    }
    s->at = from;
}

/* "March 3rd, 2015", "March 2015", "March" */
static bool
read_month(struct scan *s, struct cd_when *when)
{
    int month, day, year = 0;
    size_t from;

    if (!take_kind(s, CD_TIME_MONTH, &month))
        return false;
    take(s, ".");
    from = s->at;
    take(s, "the");
    if (take_year(s, &year))
        return month_of(s, month, year, when);
    if (take_day(s, &day)) {
        take_year(s, &year);
        if (!day_of(s, day, month, year, when))
            return false;
        read_day_range(s, when);
        return true;
    }
    s->at = from;
    return month_of(s, month, 0, when);
}

/* "the 2nd of March", "13 to 15 July 2014" */
static bool
read_day_month(struct scan *s, struct cd_when *when)
{
    int day, last = 0, month, year = 0;
    size_t from;

    take(s, "the");
    if (!take_day(s, &day))
        return false;
    from = s->at;
    if (!((take(s, "to") || take(s, "-") || take(s, "and")) &&
          (take(s, "the"), take_day(s, &last))))
        s->at = from;
    if (!take(s, "of") && !take(s, "/"))
        take(s, "-");
    if (!take_kind(s, CD_TIME_MONTH, &month))
        return false;
    if (!take(s, ".") && !take(s, "/"))
        take(s, "-");
    if (!take_year(s, &year) && take_digits(s, 32, 99, &year))
        year += 1900;
    if (!day_of(s, day, month, year, when))
        return false;
    if (last > day) {
        when->last += last - day;
        when->span = true;
    }
    return true;
}

/* "first quarter of 2018", "Q1 2018" */
static bool
read_quarter(struct scan *s, struct cd_when *when)
{
    int quarter = 0, unit, year = 0, month;
    int64_t this_year;
    struct cd_str fold;

    take(s, "the");
    fold = s->at < s->tokens->count ? s->tokens->items[s->at].fold
                                    : (struct cd_str){ "", 0 };
    if (fold.n == 2 && fold.p[0] == 'q' && fold.p[1] >= '1' &&
        fold.p[1] <= '4') {
        quarter = fold.p[1] - '0';
        s->at++;
    } else if (!take_day(s, &quarter) || !take_kind(s, CD_TIME_UNIT, &unit) ||
               unit != MONTHS + 3) {
        return false;
    }
    if (quarter < 1 || quarter > 4)
        return false;
    take(s, "of");
    if (!take_year(s, &year) && !s->known)
        return false;
    split(s->today, &this_year, &month);
    if (year != 0)
        this_year = year;
    return set(when, CD_GRAIN_QUARTER, cd_day_of(this_year, 3 * quarter - 2, 1),
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
take_numbers(struct scan *s, int numbers[3], size_t digits[3])
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
static bool
read_numeric(struct scan *s, struct cd_when *when)
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
        (year != 0 && (year < YEAR_LEAST || year > YEAR_MOST)))
        return false;
    return day == 0 ? month_of(s, month, year, when)
                    : day_of(s, day, month, year, when);
}

/* "three Fridays from now", "Wednesday of next week" */
static bool
read_weekday(struct scan *s, struct cd_when *when)
{
    int count = 0, weekday, shift, unit;

    take(s, "the");
    if (take_number(s, &count)) {
        if (!s->known || !take_kind(s, CD_TIME_WEEKDAY, &weekday) ||
            !take(s, "from") || !take(s, "now") ||
            !weekday_of(s, weekday, 1, when))
            return false;
        when->first = s->today + (weekday - cd_day_weekday(s->today) + 6) % 7 +
                      1 + 7 * ((int64_t)count - 1);
        when->last = when->first;
        return true;
    }
    if (!s->known || !take_kind(s, CD_TIME_WEEKDAY, &weekday))
        return false;
    if (!take(s, "of"))
        take(s, "from");
    if (!take_kind(s, CD_TIME_SHIFT, &shift) ||
        !take_kind(s, CD_TIME_UNIT, &unit) || unit != 7)
        return false;
    set_unit(when, s->today, 7, shift);
    return set(when, CD_GRAIN_DAY, when->first + weekday,
               when->first + weekday);
}

/* "first Wednesday of October 2014", "last day of October", "third week of" */
static bool
read_nth(struct scan *s, struct cd_when *when)
{
    int nth, unit = 0, weekday = -1, shift;
    struct cd_when in;
    int64_t day;

    take(s, "the");
    if (take_kind(s, CD_TIME_SHIFT, &shift) && shift < 0)
        nth = -1;
    else if (!take_kind(s, CD_TIME_ORDINAL, &nth))
        return false;
    if (!take_kind(s, CD_TIME_WEEKDAY, &weekday) &&
        !take_kind(s, CD_TIME_UNIT, &unit))
        return false;
    if (!take(s, "of") && !take(s, "in"))
        return false;
    if (!read_month(s, &in))
        return false;
    if (unit == 1) {
        day = nth < 0 ? in.last : in.first + nth - 1;
    } else {
        int want = unit == 7 ? 0 : weekday;

        day = nth < 0 ? in.last - (cd_day_weekday(in.last) - want + 7) % 7
                      : in.first + (want - cd_day_weekday(in.first) + 7) % 7 +
                            7 * (nth - 1);
    }
    if (unit == 7)
        return set(when, CD_GRAIN_WEEK, day, day + 6);
    return (unit == 1 || weekday >= 0) && set(when, CD_GRAIN_DAY, day, day);
}

/* "last year", "next three months", "this week", "last Tuesday" */
static bool
read_shift(struct scan *s, struct cd_when *when)
{
    int shift, unit, count = 0, weekday, month;

    take(s, "the");
    if (!s->known || !take_kind(s, CD_TIME_SHIFT, &shift))
        return false;
    if (take_kind(s, CD_TIME_WEEKDAY, &weekday))
        return weekday_of(s, weekday, shift, when);
    if (take_kind(s, CD_TIME_MONTH, &month)) {
        int64_t year;
        int now;

        split(s->today, &year, &now);
        if (shift < 0 && month >= now)
            year--;
        if (shift > 0 && month <= now)
            year++;
        return month_of(s, month, (int)year, when);
    }
    take_number(s, &count);
    if (!take_kind(s, CD_TIME_UNIT, &unit))
        return false;
    if (count > 0)
        return set_units(when, s->today, unit, shift, count);
    return set_unit(when, s->today, unit, shift);
}

/* "two weeks ago", "in three days", "a year earlier", "from now" */
static bool
read_distance(struct scan *s, struct cd_when *when)
{
    bool in = take(s, "in");
    int count, unit, way = 0;
    int64_t year;
    int month, day;

    if (!s->known || !take_number(s, &count) ||
        !take_kind(s, CD_TIME_UNIT, &unit))
        return false;
    if (!take_kind(s, CD_TIME_AGO, &way) &&
        !take_kind(s, CD_TIME_HENCE, &way)) {
        if (take(s, "from") && (take(s, "now") || take(s, "today")))
            way = 1;
        else if (in)
            way = 1;
        else
            return false;
    }
    cd_day_split(s->today, &year, &month, &day);
    if (unit < MONTHS)
        return set_unit(when, s->today + (int64_t)way * count * unit, 1, 0);
    if (unit == MONTHS + 12 || unit == MONTHS + 3)
        return set_unit(
            when, cd_day_of(year, month + way * count * (unit - MONTHS), day),
            MONTHS + 1, 0);
    return set_unit(when, cd_day_of(year, month + way * count, day), 1, 0);
}

static bool
read_beside(struct scan *s, struct cd_when *when)
{
    int value, weekday;
    size_t from;

    take(s, "the");
    if (take(s, "day")) {
        if (take(s, "before") && take(s, "yesterday"))
            return s->known && set_unit(when, s->today, 1, -2);
        return take(s, "after") && take(s, "tomorrow") && s->known &&
               set_unit(when, s->today, 1, 2);
    }
    if (take_kind(s, CD_TIME_BESIDE, &value))
        return s->known && set_unit(when, s->today, 1, value);
    if (!take_kind(s, CD_TIME_WEEKDAY, &weekday))
        return false;
    take(s, ".");
    from = s->at;
    take(s, ",");
    take(s, "the");
    if (read_month(s, when) ||
        (s->at = from, take(s, ","), read_day_month(s, when)))
        return true;
    s->at = from;
    return weekday_of(s, weekday, 0, when);
}

/* "2014", "fiscal 2014", "1960-1961", "2014 to 2016" */
static bool
read_year(struct scan *s, struct cd_when *when)
{
    int year, last;
    size_t from;

    if (!take(s, "fiscal"))
        take(s, "calendar");
    take(s, "year");
    if (!take_digits(s, YEAR_LEAST, YEAR_MOST, &year))
        return false;
    set(when, CD_GRAIN_YEAR, cd_day_of(year, 1, 1), cd_day_of(year, 12, 31));
    from = s->at;
    if ((take(s, "-") || take(s, "\xE2\x80\x93") || take(s, "to") ||
         take(s, "and")) &&
        take_digits(s, year + 1, YEAR_MOST, &last)) {
        when->last = cd_day_of(last, 12, 31);
        when->span = true;
        return true;
    }
    s->at = from;
    return true;
}

/* "early March", "the end of the month" */
static bool
read_part(struct scan *s, struct cd_when *when)
{
    int64_t length;
    bool early, late;
    size_t from;

    take(s, "the");
    early = take(s, "early") || take(s, "beginning");
    late = !early && (take(s, "late") || take(s, "end"));
    if (!early && !late && !take(s, "mid"))
        return false;
    if (!take(s, "of"))
        take(s, "-");
    take(s, "around");
    take(s, "the");
    from = s->at;
    if (!read_month(s, when) && (s->at = from, !read_year(s, when))) {
        int unit;

        s->at = from;
        if (!read_shift(s, when)) {
            s->at = from;
            if (!s->known || !take_kind(s, CD_TIME_UNIT, &unit))
                return false;
            set_unit(when, s->today, unit, 0);
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

typedef bool reader(struct scan *s, struct cd_when *when);

static reader *const readers[] = {
    read_weekday,   read_nth,     read_quarter, read_part,
    read_day_month, read_month,   read_shift,   read_distance,
    read_beside,    read_numeric, read_year,
};

struct cd_date
cd_when_today(struct cd_str published)
{
    struct cd_date date = { 0 };

    if (published.p != NULL)
        cd_date_iso(published, &date);
    return date;
}

bool
cd_when_read(const struct cd_tokens *tokens, size_t at,
             const struct cd_date *today, bool forward, struct cd_when *when,
             size_t *end)
{
    struct scan s = { tokens, at, 0, today->year != 0, forward };

    if (s.known)
        s.today = cd_day_of(today->year, today->month, today->day);
    for (size_t i = 0; i < CD_COUNT(readers); i++) {
        s.at = at;
        if (readers[i](&s, when) && s.at > at) {
            *end = s.at;
            return true;
        }
    }
    return false;
}

static struct cd_str
print_unit(enum cd_grain grain, int64_t at, struct cd_arena *arena)
{
    int64_t year;
    int month, day;

    cd_day_split(at, &year, &month, &day);
    switch (grain) {
    case CD_GRAIN_YEAR:
        return cd_arena_printf(arena, "%04d", (int)year);
    case CD_GRAIN_QUARTER:
        return cd_arena_printf(arena, "%04d-Q%d", (int)year,
                               (month - 1) / 3 + 1);
    case CD_GRAIN_MONTH:
        return cd_arena_printf(arena, "%04d-%02d", (int)year, month);
    default:
        return cd_arena_printf(arena, "%04d-%02d-%02d", (int)year, month, day);
    }
}

/* The ISO week of a Monday is that of its Thursday. */
static struct cd_str
print_week(int64_t monday, struct cd_arena *arena)
{
    int64_t year, thursday = monday + 3;
    int month, day;

    cd_day_split(thursday, &year, &month, &day);
    return cd_arena_printf(arena, "%04d-W%02d", (int)year,
                           (int)((thursday - cd_day_of(year, 1, 1)) / 7) + 1);
}

struct cd_str
cd_when_print(const struct cd_when *when, struct cd_arena *arena)
{
    struct cd_str first, last;

    if (!when->span)
        return when->grain == CD_GRAIN_WEEK
                   ? print_week(when->first, arena)
                   : print_unit(when->grain, when->first, arena);
    first = print_unit(when->grain, when->first, arena);
    last = print_unit(when->grain, when->last, arena);
    return cd_arena_printf(arena, "%.*s/%.*s", (int)first.n, first.p,
                           (int)last.n, last.p);
}

/* A quick look: can an expression of time begin here?  "may", "march" and "sun"
 * only with a capital letter. */
static bool
may_begin(const struct cd_token *token)
{
    static const char *const openers[] = { "the",      "in",    "fiscal",
                                           "calendar", "early", "late",
                                           "mid",      "end",   "beginning",
                                           "day" };
    const struct cd_time_word *word;

    if (token->kind == CD_TOKEN_NUMBER)
        return token->fold.n <= 4;
    if (token->fold.n == 2 && token->fold.p[0] == 'q')
        return true;
    for (size_t i = 0; i < CD_COUNT(openers); i++)
        if (cd_token_is(token, openers[i]))
            return true;
    word = find_word(token->fold);
    return word != NULL &&
           ((word->kind != CD_TIME_MONTH && word->kind != CD_TIME_WEEKDAY) ||
            (token->flags & CD_TOKEN_CAPITAL) != 0);
}

enum { FAR = 60 }; /* tokens; beyond, punctuation does not count */

/* Tokens between an expression and a quantity; another clause counts more. */
static size_t
distance(const struct cd_reading *reading, const struct cd_quantity *q,
         const struct cd_when_found *found)
{
    size_t from = found->end <= q->first ? found->end : q->end;
    size_t to = found->end <= q->first ? q->first : found->first, far = 0;

    if (to > from + FAR)
        return 4 * FAR + (to - from);
    for (size_t i = from; i < to; i++)
        far += cd_token_is(&reading->tokens.items[i], ",") ||
                       cd_token_is(&reading->tokens.items[i], ";") ||
                       cd_token_is(&reading->tokens.items[i], "and")
                   ? 4
                   : 1;
    return far;
}

struct cd_when_list
cd_when_list(const struct cd_reading *reading, struct cd_str text,
             struct cd_arena *arena, const struct cd_date *today)
{
    const struct cd_token *tokens = reading->tokens.items;
    struct cd_when_list list = { 0 };
    size_t end, next = 0;

    list.items =
        cd_arena_new_array(arena, struct cd_when_found, reading->tokens.count);
    for (size_t i = 0; i < reading->tokens.count; i++) {
        struct cd_when when;

        while (next < reading->count && reading->items[next].end <= i)
            next++;
        if ((next < reading->count && i >= reading->items[next].first) ||
            !may_begin(&tokens[i]) ||
            !cd_when_read(&reading->tokens, i, today, false, &when, &end))
            continue;
        list.items[list.count++] =
            (struct cd_when_found){ i, end,
                                    cd_str_sub(text, tokens[i].span.start,
                                               tokens[end - 1].span.end),
                                    cd_when_print(&when, arena) };
        i = end - 1;
    }
    return list;
}

void
cd_when_find(const struct cd_when_list *list, const struct cd_syntax *syntax,
             size_t quantity, struct cd_str *words, struct cd_str *iso)
{
    const struct cd_quantity *q = &syntax->reading->items[quantity];
    size_t best = SIZE_MAX;

    *words = *iso = (struct cd_str){ NULL, 0 };
    for (size_t i = 0; i < list->count; i++) {
        size_t far = distance(syntax->reading, q, &list->items[i]);

        if (far < best) {
            best = far;
            *words = list->items[i].words;
            *iso = list->items[i].iso;
        }
    }
}
