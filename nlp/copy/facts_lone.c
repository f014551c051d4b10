/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_part.h"

#include <stdlib.h>

#include "nlp/copy/facts_aside.h"
#include "nlp/copy/facts_measure.h"
#include "nlp/copy/idf.h"

enum {
    FAR = 60,    /* words in which the other text may tell the same figure */
    REACH = 24,  /* words in which it may tell another one instead */
    RECENT = 24, /* facts about a place that may tell the figure already */
};

/* A walk over the figures of a: where each would stand in b. */
struct walk {
    const struct cd_fact_scan *scan;
    const struct cd_chain *chain;
    uint32_t run;  /* of the chain: the next that ends behind the figure */
    size_t fact;   /* of the first found: the next that begins behind it */
    size_t before; /* facts that there were before the walk */
};

static uint32_t
place_of(struct walk *walk, uint32_t word)
{
    const struct cd_run *runs = walk->chain->runs;

    while (walk->run < walk->chain->count &&
           runs[walk->run].a + runs[walk->run].n <= word)
        walk->run++;
    if (walk->run < walk->chain->count && runs[walk->run].a <= word)
        return runs[walk->run].b + (word - runs[walk->run].a);
    if (walk->run == 0)
        return walk->chain->count > 0 ? runs[0].b : 0;
    return runs[walk->run - 1].b + runs[walk->run - 1].n;
}

static bool
is_figure(const struct cd_words *words, uint32_t i)
{
    const struct cd_figure *figure = cd_fact_figure_at(words, i);

    return figure != NULL && !cd_fact_is_dated(figure) &&
           figure->kind != CD_FIGURE_ORDINAL && !cd_fact_is_of_name(words, i) &&
           !cd_fact_is_of_telling(words, figure);
}

/* Do both count the same: a unit and what it measures, or one noun? */
static bool
count_the_same(const struct cd_words *a, const struct cd_figure *x,
               const struct cd_words *b, const struct cd_figure *y)
{
    int p = cd_fact_measure(a, x).unit, q = cd_fact_measure(b, y).unit;
    uint32_t i = cd_fact_noun(a, x), j = cd_fact_noun(b, y);

    if (!cd_fact_is_comparable(a, x, b, y) ||
        cd_fact_are_conversions(a, x, b, y))
        return false;
    if (x->kind == CD_FIGURE_FRACTION || y->kind == CD_FIGURE_FRACTION ||
        (p == q && p != 0))
        return cd_fact_have_company(a, x, b, y);
    return p == q && i != x->last && j != y->last &&
           cd_facts_stem_equal(a, i, b, j);
}

static bool
touches(struct cd_span x, struct cd_span y)
{
    return x.start < y.end && y.start < x.end;
}

/* Is a fact about the same place told of either? */
static bool
is_used(struct walk *walk, struct cd_span a, struct cd_span b)
{
    const struct cd_fact_scan *scan = walk->scan;
    size_t first, end;

    while (walk->fact < walk->before &&
           scan->facts[walk->fact].a.start < a.start)
        walk->fact++;
    first = walk->fact > RECENT ? walk->fact - RECENT : 0;
    end = walk->fact + RECENT;
    for (size_t i = first; i < end && i < walk->before; i++) {
        if (touches(scan->facts[i].a, a) || touches(scan->facts[i].b, b))
            return true;
    }
    first = scan->count - walk->before > RECENT ? scan->count - RECENT
                                                : walk->before;
    for (size_t i = first; i < scan->count; i++) {
        if (touches(scan->facts[i].b, b))
            return true;
    }
    return false;
}

static void
pair_up(struct cd_fact_scan *scan, struct walk *walk, const struct cd_figure *x)
{
    struct cd_span at = cd_fact_measure(scan->a, x).at;
    uint32_t place = place_of(walk, x->first);
    struct cd_fact_part near = cd_facts_around(place, REACH);

    if (cd_facts_told(scan->a, x, scan->b, cd_facts_around(place, FAR), false))
        return;
    for (uint32_t j = near.first; j < near.end && j < scan->b->count; j++) {
        const struct cd_figure *y = cd_fact_figure_at(scan->b, j);
        struct cd_span other;

        if (y == NULL || !is_figure(scan->b, j) ||
            !count_the_same(scan->a, x, scan->b, y) ||
            cd_facts_told(scan->b, y, scan->a, cd_facts_around(x->first, FAR),
                          false))
            continue;
        other = cd_fact_measure(scan->b, y).at;
        if (is_used(walk, at, other))
            continue;
        cd_facts_add(scan, at, other, "number");
        return;
    }
}

static int
by_place(const void *x, const void *y)
{
    const struct cd_difference *a = x, *b = y;

    if (a->a.start != b->a.start)
        return a->a.start < b->a.start ? -1 : 1;
    return (a->b.start > b->b.start) - (a->b.start < b->b.start);
}

void
cd_facts_lone(struct cd_fact_scan *scan, const struct cd_chain *chain)
{
    struct walk walk = { .scan = scan, .chain = chain, .before = scan->count };

    for (uint32_t i = 0; i < scan->a->count; i++) {
        if (is_figure(scan->a, i))
            pair_up(scan, &walk, cd_fact_figure_at(scan->a, i));
    }
    if (scan->count > walk.before)
        qsort(scan->facts, scan->count, sizeof(*scan->facts), by_place);
}
