/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/dateline.h"

#include "base/ascii.h"
#include "base/date.h"

enum {
    DATELINE = 100, /* bytes before its dash */
    MONTH = 12,     /* bytes of a month's name */
};

/* A dash with spaces around it, or where the first dash is. */
static size_t
find_dash(struct cd_str text)
{
    static const char *const dashes[] = { " - ", " -- ", "\xE2\x80\x93",
                                          "\xE2\x80\x94" };
    size_t best = SIZE_MAX;

    for (size_t i = 0; i < CD_COUNT(dashes); i++) {
        size_t at = cd_str_find(text, cd_str_of(dashes[i]), 0);

        best = at < best ? at : best;
    }
    return best;
}

static size_t
word_end(struct cd_str text, size_t at)
{
    while (at < text.n &&
           (cd_ascii_is_alnum(text.p[at]) || (signed char)text.p[at] < 0))
        at++;
    return at;
}

static int
month_of(struct cd_str word)
{
    char folded[MONTH];

    if (word.n < 3 || word.n > sizeof(folded) || !cd_ascii_is_upper(word.p[0]))
        return 0;
    for (size_t i = 0; i < word.n; i++)
        folded[i] = cd_ascii_lower(word.p[i]);
    return cd_date_month((struct cd_str){ folded, word.n });
}

static int
day_of(struct cd_str word)
{
    int day = 0;

    if (word.n == 0 || word.n > 2)
        return 0;
    for (size_t i = 0; i < word.n; i++) {
        if (!cd_ascii_is_digit(word.p[i]))
            return 0;
        day = day * 10 + (word.p[i] - '0');
    }
    return day;
}

/* "May 8" or "8 May" in head. */
static bool
find_day(struct cd_str head, struct cd_date *date)
{
    int last_month = 0, last_day = 0;

    for (size_t at = 0, end; at < head.n; at = end) {
        struct cd_str word;
        int month, day;

        end = word_end(head, at);
        if (end == at) {
            end++;
            continue;
        }
        word = cd_str_sub(head, at, end);
        month = month_of(word);
        day = day_of(word);
        if ((month > 0 && last_day > 0) || (day > 0 && last_month > 0)) {
            date->month = month > 0 ? month : last_month;
            date->day = day > 0 ? day : last_day;
            return true;
        }
        last_month = month;
        last_day = day;
    }
    return false;
}

/* Does a date on the day of *date stand in name?  Then its year is taken. */
static bool
take_year(struct cd_str name, struct cd_date *date)
{
    for (size_t i = 0; i < name.n; i++) {
        struct cd_date found = { 0 };

        if (!cd_ascii_is_digit(name.p[i]) ||
            (i > 0 && cd_ascii_is_digit(name.p[i - 1])) ||
            cd_date_iso(cd_str_sub(name, i, name.n), &found) == 0 ||
            found.month != date->month || found.day != date->day)
            continue;
        date->year = found.year;
        return cd_date_plausible(date);
    }
    return false;
}

struct cd_str
cd_dateline_day(struct cd_doc *doc, struct cd_str text)
{
    struct cd_str absent = { NULL, 0 }, head;
    struct cd_date date = { 0 };
    struct cd_span span;
    size_t dash;

    text = cd_str_trim(text);
    dash =
        find_dash(cd_str_sub(text, 0, text.n < DATELINE ? text.n : DATELINE));
    if (dash == SIZE_MAX)
        return absent;
    head = cd_str_sub(text, 0, dash);
    if (cd_date_find(head, CD_DATE_MONTH_FIRST, &date, &span))
        return cd_date_format(&doc->arena, &date);
    if (!find_day(head, &date))
        return absent;
    if (take_year(doc->meta.canonical.value, &date) ||
        take_year(doc->url, &date) || take_year(doc->id, &date) ||
        take_year(doc->source, &date))
        return cd_date_format(&doc->arena, &date);
    return absent;
}
