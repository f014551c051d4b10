/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calendar dates as pages print them: "2025-08-19T10:00:00+02:00",
 * "Aug. 19, 2025", "19. August 2025", "2025年8月19日".
 *
 *     struct cd_date date;
 *     struct cd_span span;
 *     if (cd_date_find(text, CD_DATE_MONTH_FIRST, &date, &span))
 *         iso = cd_date_format(arena, &date);     "2025-08-19"
 *
 * Month names are rows of data/months.tsv.  Safe on many threads.
 */
#ifndef CD_BASE_DATE_H
#define CD_BASE_DATE_H

#include "base/arena.h"

struct cd_date {
    int year, month, day;
    int hour, minute, second; /* if has_time */
    int zone;                 /* minutes east of UTC, if has_zone */
    bool has_time, has_zone;
};

/* How "3/4/2025" is read where no number is above 12. */
enum cd_date_order { CD_DATE_MONTH_FIRST, CD_DATE_DAY_FIRST };

/*
 * The date at the start of text in ISO 8601 / RFC 3339: yyyy-mm-dd, with "T" or
 * space and a time, with Z or an offset; also yyyymmdd and yyyy/mm/dd.  Returns
 * the bytes read, 0 if there is none.
 */
size_t cd_date_iso(struct cd_str text, struct cd_date *date);

/* The first full date in text, in any of the forms above, and where it is. */
bool cd_date_find(struct cd_str text, enum cd_date_order order,
                  struct cd_date *date, struct cd_span *span);

/* Does the calendar have it, and is the year from 1980 to 2099? */
bool cd_date_plausible(const struct cd_date *date);

/* RFC 3339: the day, and the time and zone as far as they are known. */
struct cd_str cd_date_format(struct cd_arena *arena,
                             const struct cd_date *date);

/* Are the days of a and b a day apart, either way? */
bool cd_date_is_next(const struct cd_date *a, const struct cd_date *b);

/* The month, 1 to 12, that a word in lower case names, in full or cut off
 * ("sept"), in any of the languages of the rows; 0 if none. */
int cd_date_month(struct cd_str folded);

/* <0, 0, >0 by day alone. */
int cd_date_compare_days(const struct cd_date *a, const struct cd_date *b);

#endif
