/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Days of the Gregorian calendar as numbers, and steps in it.
 *
 *     cd_day_of(1970, 1, 1) == 0
 *     cd_day_weekday(cd_day_of(2013, 2, 12)) == 1    Tuesday
 *
 * After Hinnant, "chrono-compatible low-level date algorithms", 2013.
 */
#ifndef CD_BASE_CALENDAR_H
#define CD_BASE_CALENDAR_H

#include <stdint.h>

/* month may be any number: 13 is January of the year after, 0 December before;
 * the day is cut to the month's last. */
int64_t cd_day_of(int64_t year, int64_t month, int day);

void cd_day_split(int64_t day, int64_t *year, int *month, int *day_of_month);

/* 0 is Monday. */
int cd_day_weekday(int64_t day);

#endif
