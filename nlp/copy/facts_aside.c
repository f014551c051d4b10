/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_aside.h"

#include <math.h>

#include "nlp/copy/facts_measure.h"

enum {
    TELLER = 5,  /* words behind a figure in which those who tell may stand */
    DAY = 3,     /* words behind "said" in which the day of that may stand */
    PERCENT = 1, /* data/figures.tsv */
};

/* Between two rates of one day or two. */
static const double RATE = 0.03;

static bool
is_kind(const struct cd_words *words, uint32_t i, enum cd_figure_kind kind)
{
    return cd_fact_word_kind(words, i) == kind;
}

static bool
is_before_comma(const struct cd_words *words, uint32_t i)
{
    size_t end = words->words[i].end;

    return end < words->text.n && words->text.p[end] == ',';
}

/* "[Three] euro zone officials said", "said [three] officials". */
static bool
counts_tellers(const struct cd_words *words, const struct cd_figure *figure)
{
    uint32_t i = figure->last + 1, end = i + TELLER;
    bool said =
        figure->first > 0 && is_kind(words, figure->first - 1, CD_FIGURE_SAYS);

    if ((figure->kind != CD_FIGURE_CARDINAL &&
         figure->kind != CD_FIGURE_NUMBER) ||
        cd_fact_measure(words, figure).unit != 0)
        return false;
    for (; i < words->count && i < end; i++) {
        if ((words->words[i].flags & CD_WORD_FIRST) != 0 ||
            is_before_comma(words, i - 1))
            return false;
        if (is_kind(words, i, CD_FIGURE_TELLER))
            return said || is_kind(words, i + 1, CD_FIGURE_SAYS);
    }
    return false;
}

/* "said on [Friday]", "told reporters on [Friday]". */
static bool
is_day_of_telling(const struct cd_words *words, const struct cd_figure *figure)
{
    if (figure->kind != CD_FIGURE_DAY)
        return false;
    for (uint32_t i = figure->first; i > 0 && figure->first - i < DAY; i--) {
        if ((words->words[i].flags & CD_WORD_FIRST) != 0)
            return false;
        if (is_kind(words, i - 1, CD_FIGURE_SAYS))
            return true;
    }
    return false;
}

bool
cd_fact_is_of_telling(const struct cd_words *words,
                      const struct cd_figure *figure)
{
    return counts_tellers(words, figure) || is_day_of_telling(words, figure);
}

static bool
is_bracketed(const struct cd_words *words, struct cd_fact_measured sum)
{
    return sum.unit > PERCENT && sum.at.start > 0 &&
           words->text.p[sum.at.start - 1] == '(';
}

bool
cd_fact_are_conversions(const struct cd_words *a, const struct cd_figure *x,
                        const struct cd_words *b, const struct cd_figure *y)
{
    struct cd_fact_measured p = cd_fact_measure(a, x);
    struct cd_fact_measured q = cd_fact_measure(b, y);

    return p.unit == q.unit && is_bracketed(a, p) && is_bracketed(b, q) &&
           fabs(x->value - y->value) <= RATE * fmax(x->value, y->value);
}
