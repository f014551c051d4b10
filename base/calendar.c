/* SPDX-License-Identifier: Apache-2.0 */
#include "base/calendar.h"

#include <stdbool.h>

static int64_t
days_from_civil(int64_t year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t in_era = y - era * 400;
    int64_t in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year -
           719468;
}

static int
month_days(int64_t year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

int64_t
cd_day_of(int64_t year, int64_t month, int day)
{
    int64_t index = year * 12 + month - 1;
    int64_t y = index >= 0 ? index / 12 : -((11 - index) / 12);
    int m = (int)(index - y * 12) + 1;
    int most = month_days(y, m);

    return days_from_civil(y, m, day < most ? day : most);
}

void
cd_day_split(int64_t day, int64_t *year, int *month, int *day_of_month)
{
    int64_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t in_era = z - era * 146097;
    int64_t of_era =
        (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int64_t in_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    int64_t shifted = (5 * in_year + 2) / 153;

    *day_of_month = (int)(in_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = of_era + era * 400 + (*month <= 2);
}

int
cd_day_weekday(int64_t day)
{
    return (int)(((day + 3) % 7 + 7) % 7);
}
