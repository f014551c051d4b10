/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A figure in its text: its unit, its noun, and whether another one, in
 * another text, tells the same.
 *
 *     if (cd_fact_is_comparable(a, x, b, y) && !cd_fact_is_equal(a, x, b, y))
 *         ...                     "5 pct", "6 percent"; not "5 pct", "6 tons"
 *
 * Thread rule: no state.  Each call looks at a few words.
 */
#ifndef CD_NLP_COPY_FACTS_MEASURE_H
#define CD_NLP_COPY_FACTS_MEASURE_H

#include "nlp/copy/words.h"

/* A unit beside a figure, and the bytes of both. */
struct cd_fact_measured {
    int unit; /* 0 if there is none */
    struct cd_span at;
};

/* A day, a month, a year? */
bool cd_fact_is_dated(const struct cd_figure *figure);

/* The figure that begins at word i, or NULL. */
const struct cd_figure *cd_fact_figure_at(const struct cd_words *words,
                                          uint32_t i);

/* What data/figures.tsv says of word i; NONE beyond the end. */
enum cd_figure_kind cd_fact_word_kind(const struct cd_words *words, uint32_t i);

/* "$5", "5 pct", "5 Australian dlrs"; a date has no unit. */
struct cd_fact_measured cd_fact_measure(const struct cd_words *words,
                                        const struct cd_figure *figure);

/* Up to rounding, and up to roundness behind "about"; a fraction is a
 * percentage, too. */
bool cd_fact_is_equal(const struct cd_words *a, const struct cd_figure *x,
                      const struct cd_words *b, const struct cd_figure *y);

/* Of what one could say that it is told otherwise: a percentage is no sum. */
bool cd_fact_is_comparable(const struct cd_words *a, const struct cd_figure *x,
                           const struct cd_words *b, const struct cd_figure *y);

/* The noun behind a figure, or the figure's own last word. */
uint32_t cd_fact_noun(const struct cd_words *words,
                      const struct cd_figure *figure);

/* Does a word of content stand beside both figures, in their sentences? */
bool cd_fact_have_company(const struct cd_words *a, const struct cd_figure *x,
                          const struct cd_words *b, const struct cd_figure *y);

/* "Baa-1", "Boeing-747": is word i part of a name? */
bool cd_fact_is_of_name(const struct cd_words *words, uint32_t i);

#endif
