/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The figures of a text, as far as it takes to see whether two are the same:
 * "8.8 mln" and "8,791,000" are, "25,000" and "26,000" are not.
 *
 *     cd_figures_find(&words, &arena);
 *     if (cd_figure_equal(&a->figures[0], &b->figures[0])) ...
 *
 * This is for comparing; claims have values of their own (nlp/claim/claim.h).
 */
#ifndef CD_NLP_COPY_FIGURES_H
#define CD_NLP_COPY_FIGURES_H

#include "base/arena.h"

struct cd_words;

/* What the rows of data/figures.tsv say of a word, and what a figure is. */
enum cd_figure_kind {
    CD_FIGURE_NONE,
    CD_FIGURE_SCALE,
    /* words beside a figure or a name; no figures */
    CD_FIGURE_UNIT,   /* those of one value are one unit */
    CD_FIGURE_ABOUT,  /* "nearly": the figure is a round one */
    CD_FIGURE_SIDE,   /* "from", "to": which of two figures it is */
    CD_FIGURE_TITLE,  /* "Minister": capital, but not a name */
    CD_FIGURE_NATION, /* those of one value are one: "Dutch", "Netherlands" */
    CD_FIGURE_CREDIT, /* "Reporting": the names behind "by" made the story */
    CD_FIGURE_PART,   /* "half", "thirds": behind a number, a fraction */
    CD_FIGURE_WHOLE,  /* "of": a fraction may stand before it */
    CD_FIGURE_TELLER, /* "officials": a number of them tells the story */
    CD_FIGURE_SAYS,   /* "said": beside those, and before the day of it */
    /* figures */
    CD_FIGURE_CARDINAL,
    CD_FIGURE_ORDINAL,
    CD_FIGURE_MONTH, /* "May" too: with a capital, beside a number */
    CD_FIGURE_DAY,   /* of the week */
    CD_FIGURE_DATE,  /* a year, or the day of a month */
    CD_FIGURE_NUMBER,
    CD_FIGURE_FRACTION, /* "a third of": a share of something */
};

struct cd_figure {
    double value;         /* magnitude: signs are not read */
    double grouped;       /* of "3.500": 3,500, if value is 3.5; else 0 */
    double slack;         /* half a unit of its last digit as printed */
    uint32_t digits;      /* which it has: how many of each, 3 bits a digit */
    uint32_t first, last; /* words */
    uint8_t kind;         /* one of those from CARDINAL on */
};

/* Fills words->figures, in the order of the text, and each word's figure. */
void cd_figures_find(struct cd_words *words, struct cd_arena *arena);

/* What data/figures.tsv says of a word, a sign or two words with a space
 * between them; NONE if nothing. */
enum cd_figure_kind cd_figure_word(struct cd_str text, double *value);

/* Equal up to the precision that the less precise one is printed with. */
bool cd_figure_equal(const struct cd_figure *a, const struct cd_figure *b);

/* 430 and 340: other figures by a slip of the pen, not by another story. */
bool cd_figure_transposed(const struct cd_figure *a, const struct cd_figure *b);

#endif
