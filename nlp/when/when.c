/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/when/when.h"

#include "base/calendar.h"
#include "nlp/when/when_scan.h"
#include "nlp/word/word.h"

static cd_when_reader *const readers[] = {
    cd_when_read_decade,    cd_when_read_stretch,  cd_when_read_weekday,
    cd_when_read_nth,       cd_when_read_quarter,  cd_when_read_part,
    cd_when_read_day_month, cd_when_read_month,    cd_when_read_shift,
    cd_when_read_season,    cd_when_read_distance, cd_when_read_beside,
    cd_when_read_numeric,   cd_when_read_year,
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
    struct cd_when_scan s = { tokens, at, 0, today->year != 0, forward };

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
                                           "day",      "for" };
    const struct cd_time_word *word;

    if (token->kind == CD_TOKEN_NUMBER)
        return token->fold.n <= 4;
    if (token->fold.n == 2 && token->fold.p[0] == 'q')
        return true;
    if (cd_str_among(token->fold, openers, CD_COUNT(openers)))
        return true;
    word = cd_when_word(token->fold);
    return word != NULL &&
           ((word->kind != CD_TIME_MONTH && word->kind != CD_TIME_WEEKDAY) ||
            (token->flags & CD_TOKEN_CAPITAL) != 0);
}

enum {
    FAR = 60,        /* tokens; beyond, punctuation does not count */
    RECORD = 9,      /* from "the highest level" to "since" */
    MOVED = 9,       /* from "fell 5 percent" to "from" */
    ABBREVIATED = 4, /* letters of "Sept" */
};

/* Where today is not known, any day shows how far an expression goes. */
static const struct cd_date some_day = { .year = 2000, .month = 6, .day = 15 };

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

/* "will open on Monday": days and months without a year are to come. */
static bool
looks_ahead(const struct cd_tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (cd_token_is(&tokens->items[i], "will") ||
            cd_token_is(&tokens->items[i], "'ll"))
            return true;
    return false;
}

/* "the highest since July 2005": a record that the token at since is behind. */
static bool
is_record(const struct cd_token *tokens, size_t since)
{
    for (size_t i = since; i-- > 0 && i + RECORD > since;)
        if (cd_token_is(&tokens[i], "first") ||
            cd_word_is_superlative(tokens[i].fold))
            return true;
    return false;
}

/* "fell 5 percent from", "a rise of 5 percent from": does a quantity stand
 * before from at token at, with nothing but a time between? */
static bool
moved(const struct cd_reading *reading, size_t at)
{
    for (size_t i = 0; i < reading->count; i++)
        if (reading->items[i].end <= at && reading->items[i].end + MOVED > at)
            return true;
    return false;
}

/* "from May 2007", but no range "from May to July". */
static bool
is_starting(const struct cd_reading *reading, size_t end)
{
    static const char *const onwards[] = { "to",      "until", "till",
                                           "through", "on",    "onward",
                                           "onwards", "-",     "\u2013" };

    return end < reading->tokens.count &&
           cd_str_among(reading->tokens.items[end].fold, onwards,
                        CD_COUNT(onwards));
}

/* Is the expression what something is compared with: "5 percent fewer than in
 * 2023", "up 22 percent from a year ago"? */
static bool
is_compared(const struct cd_reading *reading, const struct cd_when_found *found)
{
    const struct cd_token *tokens = reading->tokens.items;
    const struct cd_token *last = &tokens[found->end - 1];
    size_t before = found->first;

    if (before > 0 && cd_token_is(&tokens[before - 1], "in"))
        before--; /* "than in 2023" */
    if (before == 0)
        return false;
    return cd_token_is(&tokens[before - 1], "than") ||
           (cd_token_is(&tokens[before - 1], "since") &&
            is_record(tokens, before - 1)) ||
           (cd_token_is(&tokens[before - 1], "from") &&
            (cd_token_is(last, "ago") || cd_token_is(last, "earlier") ||
             cd_token_is(last, "before") ||
             (moved(reading, before - 1) &&
              !is_starting(reading, found->end))));
}

/* "61 percent, down from 67 percent four years ago": is the expression right
 * behind what a quantity before it is compared with? */
static bool
is_of_base(const struct cd_reading *reading, size_t quantity,
           const struct cd_when_found *found)
{
    const struct cd_token *tokens = reading->tokens.items;
    const struct cd_quantity *next = &reading->items[quantity + 1];
    size_t before;

    if (quantity + 1 >= reading->count ||
        !(next->end == found->first || (next->end + 1 == found->first &&
                                        cd_token_is(&tokens[next->end], "in"))))
        return false;
    before = cd_quantity_start(next);
    return before > 0 &&
           (cd_token_is(&tokens[before - 1], "from") ||
            cd_token_is(&tokens[before - 1], "than") ||
            (before > 1 && cd_token_is(&tokens[before - 2], "compared")));
}

/* "in 12 days", "in a year" at token in: how long it took. */
static bool
is_stretch(const struct cd_reading *reading, size_t in)
{
    struct cd_when_scan s = { .tokens = &reading->tokens, .at = in };
    int count, unit;

    if (!cd_when_take(&s, "in") || s.at >= reading->tokens.count)
        return false;
    return cd_token_is(&reading->tokens.items[s.at], "a") ||
           cd_token_is(&reading->tokens.items[s.at], "an") ||
           (cd_when_take_number(&s, &count) &&
            cd_when_take_kind(&s, CD_TIME_UNIT, &unit));
}

/* By token: is it in an idiom or a clock time?  "24/7" is no day in July, "1915
 * GMT" no year. */
static const bool *
find_idioms(const struct cd_reading *reading, struct cd_arena *arena)
{
    bool *idiom = cd_arena_new_array(arena, bool, reading->tokens.count);

    for (size_t i = 0; i < reading->other_count; i++) {
        const struct cd_nonclaim *other = &reading->others[i];

        for (size_t at = other->first; at < other->end; at++)
            idiom[at] = idiom[at] || strcmp(other->why, "idiom") == 0 ||
                        strcmp(other->why, "clock time") == 0;
    }
    return idiom;
}

/* The point behind "Wednesday" is the sentence's, that of "Sept." its own. */
static struct cd_str
words_of(struct cd_str text, const struct cd_token *tokens, size_t first,
         size_t end)
{
    if (end > first + 1 && cd_token_is(&tokens[end - 1], ".") &&
        tokens[end - 2].fold.n > ABBREVIATED)
        end--;
    return cd_str_sub(text, tokens[first].span.start, tokens[end - 1].span.end);
}

struct cd_when_list
cd_when_list(const struct cd_reading *reading, struct cd_str text,
             struct cd_arena *arena, const struct cd_date *today)
{
    const struct cd_token *tokens = reading->tokens.items;
    const bool *idiom = find_idioms(reading, arena);
    struct cd_when_list list = { 0 };
    size_t end, next = 0;
    bool ahead = looks_ahead(&reading->tokens);

    list.items =
        cd_arena_new_array(arena, struct cd_when_found, reading->tokens.count);
    for (size_t i = 0; i < reading->tokens.count; i++) {
        struct cd_when when;
        struct cd_when_found *found;
        bool dated;

        while (next < reading->count && reading->items[next].end <= i)
            next++;
        if ((next < reading->count && i >= reading->items[next].first) ||
            idiom[i] || !may_begin(&tokens[i]))
            continue;
        dated = cd_when_read(&reading->tokens, i, today, ahead, &when, &end);
        if (!dated &&
            (today->year != 0 ||
             !cd_when_read(&reading->tokens, i, &some_day, ahead, &when, &end)))
            continue;
        found = &list.items[list.count++];
        *found = (struct cd_when_found){
            .first = i,
            .end = end,
            .words = words_of(text, tokens, i, end),
        };
        if (dated)
            found->iso = cd_when_print(&when, arena);
        found->aside =
            is_compared(reading, found) || (!ahead && is_stretch(reading, i));
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

        if (list->items[i].aside ||
            is_of_base(syntax->reading, quantity, &list->items[i]))
            continue;

        if (far < best) {
            best = far;
            *words = list->items[i].words;
            *iso = list->items[i].iso;
        }
    }
}
