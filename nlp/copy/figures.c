/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/figures.h"

#include <math.h>

#include "base/ascii.h"
#include "base/sorted.h"
#include "nlp/copy/digits.h"
#include "nlp/copy/fraction.h"
#include "nlp/copy/words.h"

struct cd_figure_word {
    const char *form;
    enum cd_figure_kind kind;
    double value;
};

#include "nlp/copy/figures.inc"

enum {
    DIGITS_MAX = 15, /* that a double keeps; more are read as zeros */
    GROUPS_MAX = 4,  /* as many behind the first; a longer row is a list */
    FIRST_YEAR = 1800,
    LAST_YEAR = 2099,
    HUNDRED = 100,
};

static const uint16_t pairs[] = CD_FIGURE_WORD_PAIRS;
static const struct cd_sorted table = CD_SORTED(cd_figure_word_table, pairs);

static const struct cd_figure_word *
find_word(struct cd_str text)
{
    size_t row;

    if (text.n > 2 && text.p[text.n - 1] == 's' && text.p[text.n - 2] == '\'')
        text.n -= 2; /* "Sunday's" */
    else if (cd_str_ends(text, CD_STR("\xE2\x80\x99s")))
        text.n -= 4;
    row = cd_sorted_find_nocase(&table, text);
    return row < table.count ? &cd_figure_word_table[row] : NULL;
}

/* The bytes of a mark inside the digits, or 0. */
static size_t
inner_mark(struct cd_str text, size_t at)
{
    if (at < text.n && (text.p[at] == '.' || text.p[at] == ','))
        return 1;
    return cd_digits_mark(text, at);
}

/* Where the decimal mark of "8,791,000.5" or "8.791.000,5" stands, or text.n.
 * Points are groups where there are two or more, or a comma behind them. */
static size_t
decimal_mark(struct cd_str text)
{
    size_t at = cd_digits_count(text, 0), first = text.n, points = 0, mark;
    bool grouped = true;

    for (; (mark = inner_mark(text, at)) > 0;) {
        size_t n = cd_digits_count(text, at + mark);

        if (text.p[at] == ',' && (n == 1 || n == 2))
            return at;
        if (text.p[at] == '.') {
            first = points++ == 0 ? at : first;
            grouped &= n == 3;
        }
        at += mark + n;
    }
    return points > 1 && grouped ? text.n : first;
}

/* Reads "8,791,000.5" at the start of text into *figure; the bytes read. */
static size_t
read_digits(struct cd_str text, struct cd_figure *figure)
{
    double unit = 1;
    size_t i = 0, digits = 0, mark = decimal_mark(text), n;
    bool point = false;

    figure->value = figure->grouped = 0;
    figure->digits = 0;
    for (; i < text.n; i += n) {
        n = 1;
        if (cd_ascii_is_digit(text.p[i])) {
            if (++digits > DIGITS_MAX && point)
                continue;
            figure->value = figure->value * 10 +
                            (digits > DIGITS_MAX ? 0 : text.p[i] - '0');
            figure->digits += UINT32_C(1) << 3 * (text.p[i] - '0');
            unit *= point ? 10 : 1;
        } else if (i == mark) {
            point = true;
        } else {
            n = text.p[i] == '.' && point ? 0 : inner_mark(text, i);
            if (n == 0)
                break;
        }
    }
    if (point && text.p[mark] == '.' && cd_digits_mark(text, mark) > 0)
        figure->grouped = figure->value;
    figure->value /= unit;
    figure->slack = 0.5 / unit;
    return i;
}

static void
scale(struct cd_figure *figure, double factor)
{
    figure->value *= factor;
    figure->grouped *= factor;
    figure->slack *= factor;
}

static bool
is_number(const struct cd_words *words, uint32_t i)
{
    return i < words->count && (words->words[i].flags & CD_WORD_NUMBER) != 0;
}

/* "1/8" at word i: its value, or 0. */
static double
read_fraction(const struct cd_words *words, uint32_t i)
{
    struct cd_figure over, under;

    if (!is_number(words, i) || !is_number(words, i + 1) ||
        !cd_words_joined(words, i, '/'))
        return 0;
    read_digits(cd_words_text(words, i), &over);
    read_digits(cd_words_text(words, i + 1), &under);
    return under.value > 0 && over.value < under.value
               ? over.value / under.value
               : 0;
}

/* "1/8", and "10-1/8" or "10 1/8". */
static void
add_fraction(const struct cd_words *words, struct cd_figure *figure)
{
    double part = read_fraction(words, figure->first);

    if (part > 0) {
        figure->value = part;
        figure->slack = 0;
        figure->last++;
        return;
    }
    if (!cd_words_joined(words, figure->last, '-') &&
        !cd_words_joined(words, figure->last, ' '))
        return;
    part = read_fraction(words, figure->last + 1);
    if (part > 0) {
        figure->value += part;
        figure->slack = 0;
        figure->last += 2;
    }
}

static void
add_scale(const struct cd_words *words, struct cd_figure *figure)
{
    const struct cd_figure_word *row;

    if (!cd_words_joined(words, figure->last, ' ') &&
        !cd_words_joined(words, figure->last, '-'))
        return;
    row = find_word(cd_words_text(words, figure->last + 1));
    if (row == NULL || row->kind != CD_FIGURE_SCALE ||
        words->words[figure->last + 1].end -
                words->words[figure->last + 1].start ==
            1)
        return;
    scale(figure, row->value);
    figure->last++;
}

/* "600m", "5bn", "17th". */
static void
add_suffix(struct cd_figure *figure, struct cd_str rest)
{
    const struct cd_figure_word *row = find_word(rest);

    if (row != NULL && row->kind == CD_FIGURE_SCALE)
        scale(figure, row->value);
}

static bool
is_month(const struct cd_words *words, uint32_t i)
{
    const struct cd_figure_word *row;

    if (i >= words->count || (words->words[i].flags & CD_WORD_CAPITAL) == 0)
        return false;
    row = find_word(cd_words_text(words, i));
    return row != NULL && row->kind == CD_FIGURE_MONTH;
}

static enum cd_figure_kind
number_kind(const struct cd_words *words, const struct cd_figure *figure)
{
    struct cd_str text = cd_words_text(words, figure->first);

    if (figure->last > figure->first)
        return CD_FIGURE_NUMBER;
    if (figure->value >= 1 && figure->value <= 31 &&
        (is_month(words, figure->last + 1) ||
         (figure->first > 0 && is_month(words, figure->first - 1))))
        return CD_FIGURE_DATE;
    if (text.n == 4 && figure->slack == 0.5 && figure->value >= FIRST_YEAR &&
        figure->value <= LAST_YEAR)
        return CD_FIGURE_DATE;
    return CD_FIGURE_NUMBER;
}

/* "3 500 tonnes": groups that spaces part, and no more than that.  Each word of
 * a row may begin a number, so the row is not read to its end from each. */
static void
add_groups(const struct cd_words *words, struct cd_figure *figure)
{
    struct cd_figure group;

    while (figure->last - figure->first < GROUPS_MAX && figure->slack == 0.5 &&
           cd_words_joined(words, figure->last, ' ') &&
           is_number(words, figure->last + 1)) {
        struct cd_str text = cd_words_text(words, figure->last + 1);

        if (cd_digits_count(text, 0) != 3 || read_digits(text, &group) < text.n)
            return;
        figure->value = figure->value * 1000 + group.value;
        figure->slack = group.slack;
        figure->last++;
    }
}

/* Where English is not spoken a point stands before three digits for a group
 * of them, and so does a space. */
static void
read_elsewhere(const struct cd_words *words, struct cd_figure *figure)
{
    if (figure->grouped > 0) {
        figure->slack = 0.5;
        figure->value = figure->grouped;
        figure->grouped = 0;
    } else if (figure->value >= 1 && figure->value < 1000) {
        add_groups(words, figure);
    }
}

static void
read_number(const struct cd_words *words, struct cd_figure *figure)
{
    struct cd_str text = cd_words_text(words, figure->first);
    size_t n = read_digits(text, figure);

    if (words->other && n == text.n)
        read_elsewhere(words, figure);
    if (n < text.n) {
        add_suffix(figure, cd_str_sub(text, n, text.n));
    } else {
        add_fraction(words, figure);
        cd_fraction_add(words, figure);
        add_scale(words, figure);
    }
    figure->kind = (uint8_t)number_kind(words, figure);
}

/* "twenty-five", and the rest of "two hundred and five": a number below limit
 * behind the one that stands there. */
static void
add_part(const struct cd_words *words, struct cd_figure *figure, double limit)
{
    uint32_t next = figure->last + 1;
    const struct cd_figure_word *row;

    if (!cd_words_joined(words, figure->last, ' ') &&
        !cd_words_joined(words, figure->last, '-'))
        return;
    if (limit == HUNDRED && cd_str_is(cd_words_text(words, next), "and") &&
        cd_words_joined(words, next, ' '))
        next++;
    row = find_word(cd_words_text(words, next));
    if (row == NULL || row->kind != CD_FIGURE_CARDINAL || row->value >= limit ||
        row->value == 0)
        return;
    figure->value += row->value;
    figure->last = next;
}

static bool
is_tens(double value)
{
    return value >= 20 && value < HUNDRED && fmod(value, 10) == 0;
}

/* The words behind a first one: "two [hundred and twenty-five thousand]". */
static void
add_words(const struct cd_words *words, struct cd_figure *figure)
{
    double before = figure->value;

    if (is_tens(before))
        add_part(words, figure, 10);
    cd_fraction_add(words, figure);
    before = figure->value;
    add_scale(words, figure);
    if (figure->value == before * HUNDRED && before > 0) {
        add_part(words, figure, HUNDRED);
        if (is_tens(fmod(figure->value, HUNDRED)))
            add_part(words, figure, 10);
        add_scale(words, figure);
    }
}

/* Is there a figure at word i?  Then it is read. */
static bool
read_figure(const struct cd_words *words, uint32_t i, struct cd_figure *figure)
{
    const struct cd_figure_word *row;

    *figure = (struct cd_figure){ .first = i, .last = i };
    if (is_number(words, i)) {
        read_number(words, figure);
        return true;
    }
    row = find_word(cd_words_text(words, i));
    if (row == NULL)
        return false;
    if (cd_fraction_read(words, i, figure))
        return true;
    if (row->kind < CD_FIGURE_CARDINAL)
        return false;
    figure->kind = (uint8_t)row->kind;
    figure->value = row->value;
    if (row->kind == CD_FIGURE_MONTH)
        return (words->words[i].flags & CD_WORD_CAPITAL) != 0;
    if (row->kind == CD_FIGURE_CARDINAL)
        add_words(words, figure);
    return true;
}

void
cd_figures_find(struct cd_words *words, struct cd_arena *arena)
{
    struct cd_figure figure;
    uint32_t n = 0;

    for (uint32_t i = 0; i < words->count; i++) {
        bool found = read_figure(words, i, &figure);

        words->words[i].figure = found ? 0 : CD_WORD_NO_FIGURE;
        n += found;
    }
    words->figures = cd_arena_new_array(arena, struct cd_figure, n);
    words->figure_count = 0;
    for (uint32_t i = 0; i < words->count; i++) {
        if (words->words[i].figure == CD_WORD_NO_FIGURE)
            continue;
        read_figure(words, i, &figure);
        for (i = figure.first; i <= figure.last; i++)
            words->words[i].figure = words->figure_count;
        words->figures[words->figure_count++] = figure;
        i = figure.last;
    }
}

enum cd_figure_kind
cd_figure_word(struct cd_str text, double *value)
{
    const struct cd_figure_word *row = find_word(text);

    *value = row != NULL ? row->value : 0;
    return row != NULL ? row->kind : CD_FIGURE_NONE;
}

/* "3.500" is 3500 where the other figure is. */
static bool
is_near(double x, double y, double slack)
{
    return x > 0 && y > 0 && fabs(x - y) <= slack * 1.000001;
}

bool
cd_figure_equal(const struct cd_figure *a, const struct cd_figure *b)
{
    double slack = a->slack > b->slack ? a->slack : b->slack;

    if ((a->kind == CD_FIGURE_DAY) != (b->kind == CD_FIGURE_DAY) ||
        (a->kind == CD_FIGURE_MONTH) != (b->kind == CD_FIGURE_MONTH))
        return false;
    return fabs(a->value - b->value) <= slack * 1.000001 ||
           is_near(a->grouped, b->value, b->slack) ||
           is_near(a->value, b->grouped, a->slack);
}

bool
cd_figure_transposed(const struct cd_figure *a, const struct cd_figure *b)
{
    bool several = (a->digits & (a->digits - 1)) != 0;

    return several && a->digits == b->digits && a->slack == b->slack &&
           a->kind == b->kind;
}
