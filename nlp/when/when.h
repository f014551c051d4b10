/* SPDX-License-Identifier: Apache-2.0 */
/*
 * When: expressions of time, in the text's words and, where the publication
 * date tells, in ISO 8601.
 *
 *     list = cd_when_list(&reading, text, &arena, &today);   once a sentence
 *     cd_when_find(&list, &syntax, 0, &words, &iso);     each quantity
 *     "last year" published in 2025 -> "2024"
 *
 * Days, weeks, months, quarters, years and spans of them; no clock times, no
 * feasts.  A weekday or month without a year is the nearest one in the past, as
 * news means it, unless forward is set.
 */
#ifndef CD_NLP_WHEN_WHEN_H
#define CD_NLP_WHEN_WHEN_H

#include "base/date.h"
#include "nlp/syntax/syntax.h"

enum cd_grain {
    CD_GRAIN_NONE,
    CD_GRAIN_DAY,
    CD_GRAIN_WEEK,
    CD_GRAIN_MONTH,
    CD_GRAIN_QUARTER,
    CD_GRAIN_YEAR,
};

/* From the first day to the last, both included; grain is that of one unit. */
struct cd_when {
    enum cd_grain grain;
    int64_t first, last; /* days since 1970-01-01 */
    bool span;           /* several units: "last three months" */
};

/* The day of a publication date; year 0 if there is none. */
struct cd_date cd_when_today(struct cd_str published);

/*
 * The expression that begins at token at, and in *end the token behind it.
 * False if none does, or if it needs today's date and that is not known.
 */
bool cd_when_read(const struct cd_tokens *tokens, size_t at,
                  const struct cd_date *today, bool forward,
                  struct cd_when *when, size_t *end);

/* "2013-02-12", "2013-W07", "2013-02", "2013-Q1", "2013", or "FIRST/LAST". */
struct cd_str cd_when_print(const struct cd_when *when, struct cd_arena *arena);

/* The expressions of a sentence outside of its quantities, in its order. */
struct cd_when_list {
    struct cd_when_found {
        size_t first, end; /* tokens */
        bool aside; /* of what a claim is compared with, or how long it took */
        struct cd_str words, iso;
    } * items;
    size_t count;
};

struct cd_when_list cd_when_list(const struct cd_reading *reading,
                                 struct cd_str text, struct cd_arena *arena,
                                 const struct cd_date *today);

/* The one nearest to a quantity; absent (.p NULL) if there is none. */
void cd_when_find(const struct cd_when_list *list,
                  const struct cd_syntax *syntax, size_t quantity,
                  struct cd_str *words, struct cd_str *iso);

#endif
