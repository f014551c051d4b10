/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/fraction.h"

#include "nlp/copy/idf.h"

enum { LEAST_PART = 2 }; /* "second" is no part, "third" may be one */

/* What data/figures.tsv says of a word. */
struct row {
    enum cd_figure_kind kind;
    double value;
};

static struct row
row_at(const struct cd_words *words, uint32_t i)
{
    struct row row = { CD_FIGURE_NONE, 0 };

    if (i < words->count)
        row.kind = cd_figure_word(cd_words_text(words, i), &row.value);
    return row;
}

static bool
is_word(const struct cd_words *words, uint32_t i, const char *word)
{
    return i < words->count &&
           cd_str_eq_nocase(cd_words_text(words, i), cd_str_of(word));
}

/* Does a space or a hyphen alone stand between word i and the next one? */
static bool
is_joined(const struct cd_words *words, uint32_t i)
{
    return cd_words_joined(words, i, ' ') || cd_words_joined(words, i, '-');
}

/* The parts of which word i speaks, or 0: 3 for "third" and "thirds". */
static double
parts_at(const struct cd_words *words, uint32_t i, bool several)
{
    struct row row = row_at(words, i);
    struct cd_str text;

    if (row.kind != CD_FIGURE_PART &&
        (row.kind != CD_FIGURE_ORDINAL || row.value <= LEAST_PART))
        return 0;
    text = cd_words_text(words, i);
    return (text.p[text.n - 1] == 's') == several ? row.value : 0;
}

/* "a", "one", "two": how many parts, or 0. */
static double
count_at(const struct cd_words *words, uint32_t i)
{
    struct row row = row_at(words, i);

    if (is_word(words, i, "a"))
        return 1;
    return row.kind == CD_FIGURE_CARDINAL && row.value < 10 ? row.value : 0;
}

/* Is word i what a fraction is a part of, or no noun of its own: "a third of",
 * "by a third in May", "by a third."? */
static bool
is_free(const struct cd_words *words, uint32_t i, bool led)
{
    if (i > 0 && cd_words_joined(words, i - 1, '-'))
        return false;
    if (row_at(words, i).kind == CD_FIGURE_WHOLE)
        return true;
    return led && (i >= words->count || !is_joined(words, i - 1) ||
                   words->words[i].weight < CD_IDF_COMMON);
}

/* "than", "by" before it: what follows is a measure. */
static bool
is_led(const struct cd_words *words, uint32_t i)
{
    struct row row = { CD_FIGURE_NONE, 0 };

    if (i > 0)
        row = row_at(words, i - 1);
    return row.kind == CD_FIGURE_ABOUT || row.kind == CD_FIGURE_SIDE;
}

/* "first half", "2012 half", "the half": a time or a thing. */
static bool
is_named(const struct cd_words *words, uint32_t i)
{
    struct row row;

    if (i == 0)
        return false;
    row = row_at(words, i - 1);
    return row.kind >= CD_FIGURE_CARDINAL || is_word(words, i - 1, "the") ||
           (words->words[i - 1].flags & CD_WORD_NUMBER) != 0 ||
           cd_words_joined(words, i - 1, '-');
}

/* "half a million", "half-million": the scale, which ends at *last. */
static double
scale_behind(const struct cd_words *words, uint32_t i, uint32_t *last)
{
    struct row row;

    if (!is_joined(words, i))
        return 0;
    if (is_word(words, i + 1, "a") && is_joined(words, i + 1))
        i++;
    row = row_at(words, i + 1);
    *last = i + 1;
    return row.kind == CD_FIGURE_SCALE &&
                   words->words[i + 1].end - words->words[i + 1].start > 1
               ? row.value
               : 0;
}

static bool
read_half(const struct cd_words *words, uint32_t i, struct cd_figure *figure)
{
    uint32_t last;
    double scale;

    if (!is_word(words, i, "half") || is_named(words, i))
        return false;
    scale = scale_behind(words, i, &last);
    if (scale == 0 && !is_free(words, i + 1, is_led(words, i)))
        return false;
    figure->first = i;
    figure->last = scale > 0 ? last : i;
    figure->value = scale > 0 ? scale / 2 : 0.5;
    figure->slack = 0;
    figure->kind = scale > 0 ? CD_FIGURE_NUMBER : CD_FIGURE_FRACTION;
    return true;
}

/* "two thirds" is one wherever it stands; "a third", "three quarters" need a
 * word beside them. */
bool
cd_fraction_read(const struct cd_words *words, uint32_t i,
                 struct cd_figure *figure)
{
    double count = count_at(words, i), parts;

    if (count == 0 || !is_joined(words, i))
        return read_half(words, i, figure);
    parts = parts_at(words, i + 1, count > 1);
    if (parts == 0 || count >= parts)
        return false;
    if (!cd_words_joined(words, i, '-') && !(parts == 3 && count == 2) &&
        !is_free(words, i + 2, is_led(words, i)))
        return false;
    figure->first = i;
    figure->last = i + 1;
    figure->value = count / parts;
    figure->slack = 0;
    figure->kind = CD_FIGURE_FRACTION;
    return true;
}

void
cd_fraction_add(const struct cd_words *words, struct cd_figure *figure)
{
    uint32_t i = figure->last;
    double count, parts;

    if (!is_joined(words, i) || !is_word(words, i + 1, "and") ||
        !is_joined(words, i + 1) || !is_joined(words, i + 2))
        return;
    count = count_at(words, i + 2);
    parts = parts_at(words, i + 3, count > 1);
    if (parts == 0 || count == 0 || count >= parts)
        return;
    figure->value += count / parts;
    figure->last = i + 3;
}
