/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading expressions of time word by word: what the readers of
 * nlp/when/when*.c share.
 *
 *     if (cd_when_take(s, "in") && cd_when_take_digits(s, 1, 31, &day))
 *         return cd_when_day(s, day, month, 0, when);
 *
 * A take function moves on past what it took, or leaves s->at where it was.
 * Pure; a scan belongs to one thread.
 */
#ifndef CD_NLP_WHEN_WHEN_SCAN_H
#define CD_NLP_WHEN_WHEN_SCAN_H

#include "nlp/when/when.h"

enum cd_time_kind {
    CD_TIME_NUMBER,
    CD_TIME_ORDINAL,
    CD_TIME_UNIT, /* value: days, or CD_WHEN_MONTHS + months */
    CD_TIME_SHIFT,
    CD_TIME_WEEKDAY, /* value: 0 is Monday */
    CD_TIME_MONTH,
    CD_TIME_SEASON, /* value: 0 is spring */
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

enum {
    CD_WHEN_MONTHS = 100,
    CD_WHEN_YEAR_LEAST = 1100,
    CD_WHEN_YEAR_MOST = 2100,
};

struct cd_when_scan {
    const struct cd_tokens *tokens;
    size_t at;
    int64_t today;
    bool known; /* is today? */
    bool forward;
};

/* The row of a word of time, or NULL. */
const struct cd_time_word *cd_when_word(struct cd_str fold);

bool cd_when_take(struct cd_when_scan *s, const char *word);
bool cd_when_take_kind(struct cd_when_scan *s, enum cd_time_kind kind,
                       int *value);

/* Digits between least and most. */
bool cd_when_take_digits(struct cd_when_scan *s, int least, int most,
                         int *value);

/* "3", "three", "a couple of" */
bool cd_when_take_number(struct cd_when_scan *s, int *value);

/* "2015", ", 2015", "of 2015" */
bool cd_when_take_year(struct cd_when_scan *s, int *year);

/* "3rd", "third", "15" */
bool cd_when_take_day(struct cd_when_scan *s, int *day);

/* The makers of results return true, or false if today must be known. */
bool cd_when_set(struct cd_when *when, enum cd_grain grain, int64_t first,
                 int64_t last);
void cd_when_split(int64_t day, int64_t *year, int *month);

/* The unit that holds a day, shifted by so many units. */
bool cd_when_set_unit(struct cd_when *when, int64_t day, int unit, int shift);

/* Whole units on one side of a day: "last three months". */
bool cd_when_set_units(struct cd_when *when, int64_t day, int unit, int shift,
                       int count);

/* Without a year (0): the nearest before today, or with forward behind it. */
bool cd_when_month(const struct cd_when_scan *s, int month, int year,
                   struct cd_when *when);
bool cd_when_day(const struct cd_when_scan *s, int day, int month, int year,
                 struct cd_when *when);
bool cd_when_weekday(const struct cd_when_scan *s, int weekday, int shift,
                     struct cd_when *when);

/* The readers: false if no such expression begins at s->at, wherever s->at is
 * then. */
typedef bool cd_when_reader(struct cd_when_scan *s, struct cd_when *when);

/* nlp/when/when_date.c */
cd_when_reader cd_when_read_month, cd_when_read_day_month, cd_when_read_quarter,
    cd_when_read_numeric, cd_when_read_year, cd_when_read_decade;

/* nlp/when/when_relative.c */
cd_when_reader cd_when_read_weekday, cd_when_read_nth, cd_when_read_shift,
    cd_when_read_distance, cd_when_read_beside, cd_when_read_part,
    cd_when_read_season, cd_when_read_stretch;

#endif
