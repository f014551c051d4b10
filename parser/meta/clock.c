/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/clock.h"

#include "base/ascii.h"
#include "base/sorted.h"

struct cd_zone {
    const char *form;
    int minutes;
};

#include "parser/meta/zones.inc"

enum { HOURS = 24, MINUTES = 60, NOON = 12, DIGITS = 4 };

static const uint16_t pairs[] = CD_ZONE_PAIRS;
static const struct cd_sorted zones = CD_SORTED(cd_zone_table, pairs);

static size_t
number_at(struct cd_str text, size_t at, int *value)
{
    size_t n = 0;

    for (*value = 0;
         n < DIGITS && at + n < text.n && cd_ascii_is_digit(text.p[at + n]);
         n++)
        *value = *value * 10 + (text.p[at + n] - '0');
    return n;
}

static size_t
skip_spaces(struct cd_str text, size_t at)
{
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '('))
        at++;
    return at;
}

/* "pm", "p.m.": moves at behind it. */
static bool
take_half(struct cd_str text, size_t *at, char first)
{
    static const char *const forms[] = { "?.m.", "?m" };
    size_t from = skip_spaces(text, *at);

    for (size_t i = 0; i < CD_COUNT(forms); i++) {
        size_t n = strlen(forms[i]), k = 0;

        while (k < n && from + k < text.n &&
               cd_ascii_lower(text.p[from + k]) ==
                   (k == 0 ? first : forms[i][k]))
            k++;
        if (k < n)
            continue;
        *at = from + n;
        return true;
    }
    return false;
}

static bool
take_zone(struct cd_str text, size_t at, struct cd_date *date)
{
    size_t n = 0, row;

    at = skip_spaces(text, at);
    while (at + n < text.n && cd_ascii_is_alpha(text.p[at + n]))
        n++;
    row = cd_sorted_find_nocase(&zones, cd_str_sub(text, at, at + n));
    if (n == 0 || row >= zones.count)
        return false;
    date->zone = cd_zone_table[row].minutes;
    date->has_zone = true;
    return true;
}

/* A time at at, behind no digit. */
static bool
read_at(struct cd_str text, size_t at, struct cd_date *date)
{
    struct cd_date found = *date;
    size_t n = number_at(text, at, &found.hour), minutes;
    bool colon, half;

    at += n;
    colon = n > 0 && n <= 2 && at < text.n && text.p[at] == ':';
    if (colon) {
        minutes = number_at(text, at + 1, &found.minute);
        if (minutes != 2)
            return false;
        at += 1 + minutes;
    } else if (n == DIGITS) {
        found.minute = found.hour % 100;
        found.hour /= 100;
    } else {
        return false;
    }
    half = take_half(text, &at, 'p');
    if (half ? found.hour < NOON
             : take_half(text, &at, 'a') && found.hour == NOON)
        found.hour = (found.hour + NOON) % HOURS;
    found.has_time = true;
    if ((!take_zone(text, at, &found) && !colon) || found.hour >= HOURS ||
        found.minute >= MINUTES)
        return false;
    *date = found;
    return true;
}

bool
cd_clock_read(struct cd_str text, struct cd_date *date)
{
    for (size_t i = 0; i < text.n && !date->has_time; i++) {
        if (cd_ascii_is_digit(text.p[i]) &&
            (i == 0 || (!cd_ascii_is_alnum(text.p[i - 1]) &&
                        strchr(":.,", text.p[i - 1]) == NULL)) &&
            read_at(text, i, date))
            return true;
    }
    return false;
}
