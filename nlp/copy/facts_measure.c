/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_measure.h"

#include <math.h>

#include "base/ascii.h"
#include "nlp/copy/idf.h"

enum {
    CONTEXT = 3,    /* words behind a figure in which its noun is sought */
    BESIDE = 4,     /* words beside a figure that say what is counted */
    SIGN_BYTES = 3, /* of the longest sign, "€" */
    PERCENT = 1,    /* data/figures.tsv */
    NO_UNIT = -1,   /* there: "one [euro zone] official" */
};

/* Percentage points between "a third" and "33 percent" that are none; and
 * behind "nearly". */
static const double PART_SLACK = 2, PART_ABOUT = 6;

bool
cd_fact_is_dated(const struct cd_figure *figure)
{
    return figure->kind == CD_FIGURE_DATE || figure->kind == CD_FIGURE_MONTH ||
           figure->kind == CD_FIGURE_DAY;
}

const struct cd_figure *
cd_fact_figure_at(const struct cd_words *words, uint32_t i)
{
    uint32_t index = words->words[i].figure;

    if (index == CD_WORD_NO_FIGURE || words->figures[index].first != i)
        return NULL;
    return &words->figures[index];
}

enum cd_figure_kind
cd_fact_word_kind(const struct cd_words *words, uint32_t i)
{
    double value;

    return i < words->count ? cd_figure_word(cd_words_text(words, i), &value)
                            : CD_FIGURE_NONE;
}

static int
unit_in(const struct cd_words *words, size_t start, size_t end)
{
    double value;

    return cd_figure_word(cd_str_sub(words->text, start, end), &value) ==
                   CD_FIGURE_UNIT
               ? (int)value
               : 0;
}

/* May the byte be that of a sign, or of its end? */
static bool
is_mark(char c)
{
    return !cd_ascii_is_space(c) && !cd_ascii_is_alnum(c);
}

/* "$5", "5%": the sign that touches the figure. */
static struct cd_fact_measured
sign_of(const struct cd_words *words, const struct cd_figure *figure)
{
    struct cd_str text = words->text;
    size_t start = words->words[figure->first].start;
    size_t end = words->words[figure->last].end;
    struct cd_fact_measured found = { 0, { start, end } };
    size_t at = start;

    while (at > 0 && start - at < SIGN_BYTES && is_mark(text.p[at - 1]) &&
           found.unit == 0) {
        at--;
        found.unit = unit_in(words, at, start);
    }
    if (found.unit != 0) {
        found.at.start = at;
    } else if (end < text.n && is_mark(text.p[end])) {
        found.unit = unit_in(words, end, end + 1);
        found.at.end += found.unit != 0;
    }
    return found;
}

/* "5 pct", "5 per cent", "5 Australian dlrs". */
struct cd_fact_measured
cd_fact_measure(const struct cd_words *words, const struct cd_figure *figure)
{
    struct cd_fact_measured found = sign_of(words, figure);
    uint32_t next = figure->last + 1, end = next + 2;

    if (cd_fact_is_dated(figure))
        found.unit = 0;
    if (found.unit != 0 || cd_fact_is_dated(figure) || next >= words->count)
        return found;
    for (end = end < words->count ? end : words->count; end > next; end--) {
        found.unit =
            unit_in(words, words->words[next].start, words->words[end - 1].end);
        if (found.unit == NO_UNIT) {
            found.unit = 0;
            return found;
        }
        if (found.unit != 0) {
            found.at.end = words->words[end - 1].end;
            return found;
        }
    }
    if (next + 1 < words->count &&
        (words->words[next].flags & CD_WORD_CAPITAL) != 0)
        found.unit = unit_in(words, words->words[next + 1].start,
                             words->words[next + 1].end);
    if (found.unit != 0)
        found.at.end = words->words[next + 1].end;
    return found;
}

/* The size of the last digit of a round number: 1,000 of 25,000. */
static double
roundness(double value)
{
    double step = 1;

    while (value >= 10 && fmod(value, step * 10) == 0 && step < value)
        step *= 10;
    return step;
}

/* "about 25,000" is 24,870, too. */
static bool
is_about(const struct cd_words *words, const struct cd_figure *figure,
         const struct cd_figure *other)
{
    double apart = fabs(figure->value - other->value);

    return figure->first > 0 && apart <= figure->value / 10 &&
           apart <= roundness(figure->value) / 2 &&
           cd_fact_word_kind(words, figure->first - 1) == CD_FIGURE_ABOUT;
}

/* "between 1.2 and 1.4 bln": the one scale counts for both. */
static bool
is_unscaled(const struct cd_words *a, const struct cd_figure *x,
            const struct cd_words *b, const struct cd_figure *y)
{
    return (x->first == x->last) != (y->first == y->last) &&
           a->words[x->first].hash == b->words[y->first].hash &&
           x->kind == CD_FIGURE_NUMBER;
}

/* "nearly half", "48 percent": x is the fraction. */
static bool
is_share(const struct cd_words *a, const struct cd_figure *x,
         const struct cd_words *b, const struct cd_figure *y)
{
    bool about =
        x->first > 0 && cd_fact_word_kind(a, x->first - 1) == CD_FIGURE_ABOUT;

    return cd_fact_measure(b, y).unit == PERCENT &&
           fabs(100 * x->value - y->value) <= (about ? PART_ABOUT : PART_SLACK);
}

bool
cd_fact_is_equal(const struct cd_words *a, const struct cd_figure *x,
                 const struct cd_words *b, const struct cd_figure *y)
{
    bool part = x->kind == CD_FIGURE_FRACTION;

    if (cd_fact_is_dated(x) != cd_fact_is_dated(y))
        return false;
    if (part != (y->kind == CD_FIGURE_FRACTION))
        return part ? is_share(a, x, b, y) : is_share(b, y, a, x);
    return cd_figure_equal(x, y) || is_about(a, x, y) || is_about(b, y, x) ||
           is_unscaled(a, x, b, y);
}

/* Of what one could say that it is told otherwise: a percentage is no sum. */
bool
cd_fact_is_comparable(const struct cd_words *a, const struct cd_figure *x,
                      const struct cd_words *b, const struct cd_figure *y)
{
    int p, q;

    if (cd_fact_is_dated(x) || cd_fact_is_dated(y))
        return x->kind == y->kind;
    p = cd_fact_measure(a, x).unit;
    q = cd_fact_measure(b, y).unit;
    if (x->kind == CD_FIGURE_FRACTION || y->kind == CD_FIGURE_FRACTION)
        return (x->kind == CD_FIGURE_FRACTION || p == PERCENT) &&
               (y->kind == CD_FIGURE_FRACTION || q == PERCENT);
    return p == q || (p != PERCENT && q != PERCENT && (p == 0 || q == 0));
}

/* The noun behind a figure, or the figure's own last word. */
uint32_t
cd_fact_noun(const struct cd_words *words, const struct cd_figure *figure)
{
    for (uint32_t i = figure->last + 1;
         i < words->count && i <= figure->last + CONTEXT; i++) {
        if (words->words[i].figure == CD_WORD_NO_FIGURE &&
            words->words[i].weight >= CD_IDF_COMMON &&
            cd_fact_word_kind(words, i) != CD_FIGURE_UNIT)
            return i;
    }
    return figure->last;
}

static bool
is_content(const struct cd_words *words, uint32_t i)
{
    return words->words[i].figure == CD_WORD_NO_FIGURE &&
           words->words[i].weight >= CD_IDF_COMMON &&
           cd_fact_word_kind(words, i) == CD_FIGURE_NONE;
}

/* The first of the words beside a figure, and the first behind them. */
static uint32_t
company_start(const struct cd_words *words, const struct cd_figure *figure)
{
    uint32_t i = figure->first;

    while (i > 0 && figure->first - i < BESIDE &&
           (words->words[i].flags & CD_WORD_FIRST) == 0)
        i--;
    return i;
}

static uint32_t
company_end(const struct cd_words *words, const struct cd_figure *figure)
{
    uint32_t i = figure->last + 1;

    while (i < words->count && i - figure->last <= BESIDE &&
           (words->words[i].flags & CD_WORD_FIRST) == 0)
        i++;
    return i;
}

static bool
is_end(char c)
{
    return c == ',' || c == ';' || c == '(' || c == ')';
}

/* No mark between word i and the figure behind it: "Lloyds was up [3 pct]"; and
 * that does not lead to something else ("AIG's [five]-year bonds"). */
static bool
leads_to(const struct cd_words *words, uint32_t i,
         const struct cd_figure *figure)
{
    size_t end = words->words[figure->last].end;

    if (i >= figure->first ||
        (end < words->text.n && words->text.p[end] == '-'))
        return false;
    for (size_t k = words->words[i].end; k < words->words[figure->first].start;
         k++) {
        if (is_end(words->text.p[k]))
            return false;
    }
    return true;
}

/* A name says what is told only where it leads to both: Spain has many
 * billions. */
static bool
is_company(const struct cd_words *a, uint32_t i, const struct cd_figure *x,
           const struct cd_words *b, uint32_t j, const struct cd_figure *y)
{
    if (a->words[i].stem != b->words[j].stem || !is_content(b, j))
        return false;
    return ((a->words[i].flags | b->words[j].flags) & CD_WORD_NAME) == 0 ||
           (leads_to(a, i, x) && leads_to(b, j, y));
}

bool
cd_fact_have_company(const struct cd_words *a, const struct cd_figure *x,
                     const struct cd_words *b, const struct cd_figure *y)
{
    uint32_t a_end = company_end(a, x), b_end = company_end(b, y);

    for (uint32_t i = company_start(a, x); i < a_end; i++) {
        for (uint32_t j = company_start(b, y); is_content(a, i) && j < b_end;
             j++) {
            if (is_company(a, i, x, b, j, y))
                return true;
        }
    }
    return false;
}

bool
cd_fact_is_of_name(const struct cd_words *words, uint32_t i)
{
    return i > 0 && (words->words[i - 1].flags & CD_WORD_CAPITAL) != 0 &&
           cd_words_joined(words, i - 1, '-');
}
