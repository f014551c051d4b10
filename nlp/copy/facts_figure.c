/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_part.h"

#include <math.h>

#include "base/ascii.h"
#include "nlp/copy/idf.h"

enum {
    FIGURES = 16,  /* of a side of a gap that are looked at */
    NEAR = 12,     /* words beyond the gap in which the same figure may stand */
    NEAR_TOLD = 6, /* the same, where the order of words was not kept */
    CONTEXT = 3,   /* words behind a figure in which its noun is sought */
    SIGN_BYTES = 3, /* of the longest sign, "€" */
    PERCENT = 1,    /* data/figures.tsv */
};

/* The figures of a side of a gap. */
struct list {
    const struct cd_figure *items[FIGURES];
    size_t count;
};

/* A unit beside a figure, and the bytes of both. */
struct measured {
    int unit; /* 0 if there is none */
    struct cd_span at;
};

static bool
is_dated(const struct cd_figure *figure)
{
    return figure->kind == CD_FIGURE_DATE || figure->kind == CD_FIGURE_MONTH ||
           figure->kind == CD_FIGURE_DAY;
}

/* Ordinals are turns; a weekday is told from another day, unless the text is
 * the same but for it. */
static bool
is_told(const struct cd_fact_scan *scan, const struct cd_figure *figure)
{
    return figure->kind != CD_FIGURE_ORDINAL &&
           (figure->kind != CD_FIGURE_DAY || scan->ordered);
}

/* "Baa-1", "Boeing-747": part of a name. */
static bool
is_of_name(const struct cd_words *words, uint32_t i)
{
    const struct cd_word *word = &words->words[i];

    return i > 0 && (word[-1].flags & CD_WORD_CAPITAL) != 0 &&
           word[-1].end + 1 == word->start &&
           words->text.p[word[-1].end] == '-';
}

static const struct cd_figure *
figure_at(const struct cd_words *words, uint32_t i)
{
    uint32_t index = words->words[i].figure;

    if (index == CD_WORD_NO_FIGURE || words->figures[index].first != i)
        return NULL;
    return &words->figures[index];
}

static struct list
list_of(const struct cd_fact_scan *scan, const struct cd_words *words,
        struct cd_fact_part part)
{
    struct list list = { .count = 0 };

    for (uint32_t i = part.first; i < part.end && list.count < FIGURES; i++) {
        const struct cd_figure *figure = figure_at(words, i);

        if (figure != NULL && is_told(scan, figure) && !is_of_name(words, i))
            list.items[list.count++] = figure;
    }
    return list;
}

static enum cd_figure_kind
kind_at(const struct cd_words *words, uint32_t i)
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
static struct measured
sign_of(const struct cd_words *words, const struct cd_figure *figure)
{
    struct cd_str text = words->text;
    size_t start = words->words[figure->first].start;
    size_t end = words->words[figure->last].end;
    struct measured found = { 0, { start, end } };
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
static struct measured
measure(const struct cd_words *words, const struct cd_figure *figure)
{
    struct measured found = sign_of(words, figure);
    uint32_t next = figure->last + 1, end = next + 2;

    if (is_dated(figure))
        found.unit = 0;
    if (found.unit != 0 || is_dated(figure) || next >= words->count)
        return found;
    for (end = end < words->count ? end : words->count; end > next; end--) {
        found.unit =
            unit_in(words, words->words[next].start, words->words[end - 1].end);
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
           kind_at(words, figure->first - 1) == CD_FIGURE_ABOUT;
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

static bool
is_equal(const struct cd_words *a, const struct cd_figure *x,
         const struct cd_words *b, const struct cd_figure *y)
{
    if (is_dated(x) != is_dated(y))
        return false;
    return cd_figure_equal(x, y) || is_about(a, x, y) || is_about(b, y, x) ||
           is_unscaled(a, x, b, y);
}

/* Of what one could say that it is told otherwise: a percentage is no sum. */
static bool
is_comparable(const struct cd_words *a, const struct cd_figure *x,
              const struct cd_words *b, const struct cd_figure *y)
{
    int p, q;

    if (is_dated(x) || is_dated(y))
        return x->kind == y->kind;
    p = measure(a, x).unit;
    q = measure(b, y).unit;
    return p == q || (p != PERCENT && q != PERCENT && (p == 0 || q == 0));
}

/* The noun behind a figure, or the figure's own last word. */
static uint32_t
noun_of(const struct cd_words *words, const struct cd_figure *figure)
{
    for (uint32_t i = figure->last + 1;
         i < words->count && i <= figure->last + CONTEXT; i++) {
        if (words->words[i].figure == CD_WORD_NO_FIGURE &&
            words->words[i].weight >= CD_IDF_COMMON &&
            kind_at(words, i) != CD_FIGURE_UNIT)
            return i;
    }
    return figure->last;
}

/* Do two equal figures count the same? "to 95" and "to 95"; "8 dead", "8
 * dead". */
static bool
same_place(const struct cd_words *a, const struct cd_figure *x,
           const struct cd_words *b, const struct cd_figure *y)
{
    uint32_t p = noun_of(a, x), q = noun_of(b, y);

    if (p != x->last && q != y->last && cd_facts_stem_equal(a, p, b, q))
        return true;
    if (x->first == 0 || y->first == 0 ||
        !cd_facts_stem_equal(a, x->first - 1, b, y->first - 1))
        return false;
    return kind_at(a, x->first - 1) == CD_FIGURE_SIDE ||
           cd_facts_stem_equal(a, x->last + 1, b, y->last + 1);
}

/* Does the other text tell x near part, if not in the same place? */
static bool
is_told_near(const struct cd_fact_scan *scan, const struct cd_words *words,
             const struct cd_figure *x, const struct cd_words *others,
             struct cd_fact_part part)
{
    uint32_t near = scan->moved ? NEAR_TOLD : NEAR;
    uint32_t first = part.first > near ? part.first - near : 0;

    for (uint32_t i = first; i < others->count && i < part.end + near; i++) {
        const struct cd_figure *y = figure_at(others, i);

        if (y != NULL && is_equal(words, x, others, y) &&
            (scan->moved || same_place(words, x, others, y)))
            return true;
    }
    return false;
}

static bool
has_equal(const struct cd_words *words, const struct cd_figure *x,
          const struct cd_words *others, const struct list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (is_equal(words, x, others, list->items[i]))
            return true;
    }
    return false;
}

/* Both have the same figures, in another order? */
static bool
is_shuffled(const struct cd_fact_scan *scan, const struct list *x,
            const struct list *y)
{
    for (size_t i = 0; i < x->count; i++) {
        if (!has_equal(scan->a, x->items[i], scan->b, y) ||
            !has_equal(scan->b, y->items[i], scan->a, x))
            return false;
    }
    return true;
}

/* Takes out of list what others has, too. */
static void
keep_lone(struct list *list, const struct cd_words *words,
          const struct list *others, const struct cd_words *other_words)
{
    size_t n = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (!has_equal(words, list->items[i], other_words, others))
            list->items[n++] = list->items[i];
    }
    list->count = n;
}

static bool
differ(const struct cd_fact_scan *scan, const struct cd_fact_gap *gap,
       const struct cd_figure *x, const struct cd_figure *y)
{
    return !is_equal(scan->a, x, scan->b, y) &&
           is_comparable(scan->a, x, scan->b, y) &&
           !is_told_near(scan, scan->a, x, scan->b, gap->b) &&
           !is_told_near(scan, scan->b, y, scan->a, gap->a);
}

static void
add(struct cd_fact_scan *scan, const struct cd_figure *x,
    const struct cd_figure *y)
{
    cd_facts_add(scan, measure(scan->a, x).at, measure(scan->b, y).at,
                 is_dated(x) ? "date" : "number");
}

void
cd_facts_figures(struct cd_fact_scan *scan, const struct cd_fact_gap *gap)
{
    struct list x = list_of(scan, scan->a, gap->a);
    struct list y = list_of(scan, scan->b, gap->b);
    struct list all = x;
    size_t at = 0;

    if (x.count == 0 || y.count == 0)
        return;
    if (x.count != y.count || !is_shuffled(scan, &x, &y)) {
        keep_lone(&x, scan->a, &y, scan->b);
        keep_lone(&y, scan->b, &all, scan->a);
    }
    for (size_t i = 0; i < x.count; i++) {
        for (size_t j = at; j < y.count; j++) {
            if (!differ(scan, gap, x.items[i], y.items[j]))
                continue;
            add(scan, x.items[i], y.items[j]);
            at = j + 1;
            break;
        }
    }
}

/* Do the same bytes stand right before and behind both figures, and the same
 * two words behind them? */
static bool
looks_alike(const struct cd_words *a, const struct cd_figure *x,
            const struct cd_words *b, const struct cd_figure *y)
{
    size_t p = a->words[x->first].start, q = b->words[y->first].start;
    size_t r = a->words[x->last].end, s = b->words[y->last].end;

    if (p == 0 || q == 0 || r == a->text.n || s == b->text.n)
        return false;
    return a->text.p[p - 1] == b->text.p[q - 1] &&
           a->text.p[r] == b->text.p[s] &&
           cd_facts_stem_equal(a, x->last + 1, b, y->last + 1) &&
           cd_facts_stem_equal(a, x->last + 2, b, y->last + 2);
}

void
cd_facts_units(struct cd_fact_scan *scan, const struct cd_run *run)
{
    for (uint32_t k = 0; k < run->n; k++) {
        const struct cd_figure *x = figure_at(scan->a, run->a + k);
        const struct cd_figure *y = figure_at(scan->b, run->b + k);
        int p, q;

        if (x == NULL || y == NULL || is_dated(x) || is_dated(y) ||
            looks_alike(scan->a, x, scan->b, y))
            continue;
        p = measure(scan->a, x).unit;
        q = measure(scan->b, y).unit;
        if (p != q && p != 0 && q != 0)
            add(scan, x, y);
    }
}
