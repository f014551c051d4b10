/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_part.h"

#include "nlp/copy/facts_aside.h"
#include "nlp/copy/facts_measure.h"

enum {
    FIGURES = 16,  /* of a side of a gap that are looked at */
    NEAR = 12,     /* words beyond the gap in which the same figure may stand */
    SWAPPED = 40,  /* words in which two figures may have changed places */
    NEAR_TOLD = 6, /* the same, where the order of words was not kept */
};

/* The figures of a side of a gap. */
struct list {
    const struct cd_figure *items[FIGURES];
    size_t count;
};

/* Ordinals are turns; a weekday is told from another day, unless the text is
 * the same but for it. */
static bool
is_told(const struct cd_fact_scan *scan, const struct cd_words *words,
        const struct cd_figure *figure)
{
    if (cd_fact_is_of_telling(words, figure))
        return false;
    return figure->kind != CD_FIGURE_ORDINAL &&
           (figure->kind != CD_FIGURE_DAY || scan->ordered);
}

static struct list
list_of(const struct cd_fact_scan *scan, const struct cd_words *words,
        struct cd_fact_part part)
{
    struct list list = { .count = 0 };

    for (uint32_t i = part.first; i < part.end && list.count < FIGURES; i++) {
        const struct cd_figure *figure = cd_fact_figure_at(words, i);

        if (figure != NULL && is_told(scan, words, figure) &&
            !cd_fact_is_of_name(words, i))
            list.items[list.count++] = figure;
    }
    return list;
}

/* Do two equal figures count the same? "to 95" and "to 95"; "8 dead", "8
 * dead". */
static bool
same_place(const struct cd_words *a, const struct cd_figure *x,
           const struct cd_words *b, const struct cd_figure *y)
{
    uint32_t p = cd_fact_noun(a, x), q = cd_fact_noun(b, y);

    if (p != x->last && q != y->last && cd_facts_stem_equal(a, p, b, q))
        return true;
    if (x->first == 0 || y->first == 0 ||
        !cd_facts_stem_equal(a, x->first - 1, b, y->first - 1))
        return false;
    return cd_fact_word_kind(a, x->first - 1) == CD_FIGURE_SIDE ||
           cd_facts_stem_equal(a, x->last + 1, b, y->last + 1);
}

bool
cd_facts_told(const struct cd_words *words, const struct cd_figure *x,
              const struct cd_words *others, struct cd_fact_part part,
              bool placed)
{
    for (uint32_t i = part.first; i < part.end && i < others->count; i++) {
        const struct cd_figure *y = cd_fact_figure_at(others, i);

        if (y != NULL && cd_fact_is_equal(words, x, others, y) &&
            (!placed || same_place(words, x, others, y)))
            return true;
    }
    return false;
}

/* In a reworded text: does the other one tell x in the same place, though that
 * stands elsewhere in it?  "raised more than [$5 bln] in a month" */
static bool
is_told_moved(const struct cd_fact_scan *scan, const struct cd_words *words,
              const struct cd_figure *x, const struct cd_words *others,
              uint32_t place)
{
    return scan->moved && cd_facts_told(words, x, others,
                                        cd_facts_around(place, SWAPPED), true);
}

/* Does the other text tell x near part, if not in the same place? */
static bool
is_told_near(const struct cd_fact_scan *scan, const struct cd_words *words,
             const struct cd_figure *x, const struct cd_words *others,
             struct cd_fact_part part)
{
    uint32_t near = scan->moved ? NEAR_TOLD : NEAR;

    part.first = part.first > near ? part.first - near : 0;
    part.end += near;
    return cd_facts_told(words, x, others, part, !scan->moved);
}

static bool
has_equal(const struct cd_words *words, const struct cd_figure *x,
          const struct cd_words *others, const struct list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (cd_fact_is_equal(words, x, others, list->items[i]))
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

/* Is word i, behind a figure and its unit, in the same sentence? */
static bool
goes_on(const struct cd_words *words, uint32_t i)
{
    return i < words->count && (words->words[i].flags & CD_WORD_FIRST) == 0;
}

/* The first word behind a figure and its unit. */
static uint32_t
behind(const struct cd_words *words, const struct cd_figure *figure)
{
    size_t end = cd_fact_measure(words, figure).at.end;
    uint32_t i = figure->last + 1;

    while (i < words->count && words->words[i].start < end)
        i++;
    return i;
}

/* Does a word that both texts have stand next to both figures, beyond their
 * unit, or one of content near them, or have they changed places?  Two sums in
 * sentences of which nothing else is alike do not face each other. */
static bool
face_each_other(const struct cd_fact_scan *scan, const struct cd_fact_gap *gap,
                const struct cd_figure *x, const struct cd_figure *y)
{
    uint32_t p = behind(scan->a, x), q = behind(scan->b, y);

    if (x->first == gap->a.first && y->first == gap->b.first)
        return true;
    if (goes_on(scan->a, p) && goes_on(scan->b, q) &&
        cd_facts_stem_equal(scan->a, p, scan->b, q))
        return true;
    return cd_fact_have_company(scan->a, x, scan->b, y) ||
           (cd_facts_told(scan->a, x, scan->b,
                          cd_facts_around(y->first, SWAPPED), false) &&
            cd_facts_told(scan->b, y, scan->a,
                          cd_facts_around(x->first, SWAPPED), false));
}

static bool
differ(const struct cd_fact_scan *scan, const struct cd_fact_gap *gap,
       const struct cd_figure *x, const struct cd_figure *y)
{
    return !cd_fact_is_equal(scan->a, x, scan->b, y) &&
           cd_fact_is_comparable(scan->a, x, scan->b, y) &&
           !cd_fact_are_conversions(scan->a, x, scan->b, y) &&
           (scan->frame || face_each_other(scan, gap, x, y)) &&
           !is_told_near(scan, scan->a, x, scan->b, gap->b) &&
           !is_told_near(scan, scan->b, y, scan->a, gap->a) &&
           !is_told_moved(scan, scan->a, x, scan->b, gap->b.first) &&
           !is_told_moved(scan, scan->b, y, scan->a, gap->a.first);
}

static void
add(struct cd_fact_scan *scan, const struct cd_figure *x,
    const struct cd_figure *y)
{
    cd_facts_add(scan, cd_fact_measure(scan->a, x).at,
                 cd_fact_measure(scan->b, y).at,
                 cd_fact_is_dated(x) ? "date" : "number");
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
        const struct cd_figure *x = cd_fact_figure_at(scan->a, run->a + k);
        const struct cd_figure *y = cd_fact_figure_at(scan->b, run->b + k);
        int p, q;

        if (x == NULL || y == NULL || cd_fact_is_dated(x) ||
            cd_fact_is_dated(y) || looks_alike(scan->a, x, scan->b, y))
            continue;
        p = cd_fact_measure(scan->a, x).unit;
        q = cd_fact_measure(scan->b, y).unit;
        if (p != q && p != 0 && q != 0)
            add(scan, x, y);
    }
}
