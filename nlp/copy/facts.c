/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts.h"

#include "nlp/copy/facts_part.h"
#include "nlp/copy/idf.h"

enum {
    GAP_WORDS = 12, /* a longer gap is another sentence, not another fact */
};

void
cd_facts_add(struct cd_fact_scan *scan, struct cd_span a, struct cd_span b,
             const char *what)
{
    if (scan->count == scan->room) {
        size_t room = scan->room > 0 ? 2 * scan->room : 8;
        struct cd_difference *facts =
            cd_arena_new_array(scan->arena, struct cd_difference, room);

        if (scan->count > 0)
            memcpy(facts, scan->facts, scan->count * sizeof(*facts));
        scan->facts = facts;
        scan->room = room;
    }
    scan->facts[scan->count++] = (struct cd_difference){ a, b, what };
}

/* A run of figures and function words only: it may be the same number in
 * another place. */
static bool
is_figures(const struct cd_words *words, const struct cd_run *run)
{
    for (uint32_t i = run->a; i < run->a + run->n; i++) {
        if (words->words[i].figure == CD_WORD_NO_FIGURE &&
            words->words[i].weight >= CD_IDF_COMMON)
            return false;
    }
    return true;
}

static bool
on_diagonal(const struct cd_run *x, const struct cd_run *y)
{
    return x->b - x->a == y->b - y->a;
}

/* The chain without figures that it matched across: of "from 8 to 6" and "from
 * 6 to 8" it has 8 or 6, though neither stands in its place. */
static struct cd_chain
straighten(struct cd_arena *arena, const struct cd_chain *chain,
           const struct cd_words *a)
{
    struct cd_chain straight = { .runs = cd_arena_new_array(
                                     arena, struct cd_run, chain->count) };

    for (uint32_t i = 0; i < chain->count; i++) {
        const struct cd_run *run = &chain->runs[i];
        uint32_t n = straight.count;

        if (n > 0 && i + 1 < chain->count && is_figures(a, run) &&
            !on_diagonal(run, &straight.runs[n - 1]) &&
            on_diagonal(&straight.runs[n - 1], run + 1))
            continue;
        straight.runs[straight.count++] = *run;
    }
    return straight;
}

/* How far word i is inside a figure that began before it. */
static uint32_t
inside(const struct cd_words *words, uint32_t i)
{
    if (i >= words->count || words->words[i].figure == CD_WORD_NO_FIGURE)
        return 0;
    return i - words->figures[words->words[i].figure].first;
}

/* How many words of a figure that began before word i stand from i on. */
static uint32_t
left_of(const struct cd_words *words, uint32_t i)
{
    return inside(words, i) > 0
               ? words->figures[words->words[i].figure].last + 1 - i
               : 0;
}

static uint32_t
more(uint32_t x, uint32_t y)
{
    return x > y ? x : y;
}

static uint32_t
less(uint32_t x, uint32_t y)
{
    return x < y ? x : y;
}

/* Figures are taken whole: of "1.2 mln" and "1.2 bln" the gap has the scales
 * only. */
static void
widen(struct cd_fact_gap *gap, const struct cd_fact_scan *scan,
      const struct cd_run *before, const struct cd_run *behind)
{
    if (before != NULL) {
        uint32_t n = less(before->n, more(inside(scan->a, gap->a.first),
                                          inside(scan->b, gap->b.first)));

        gap->a.first -= n;
        gap->b.first -= n;
    }
    if (behind != NULL) {
        uint32_t n = less(behind->n, more(left_of(scan->a, gap->a.end),
                                          left_of(scan->b, gap->b.end)));

        gap->a.end += n;
        gap->b.end += n;
    }
}

/* Only where all of it is in order do the ends face each other. */
static void
find_gap(struct cd_fact_scan *scan, const struct cd_run *before,
         const struct cd_run *behind)
{
    struct cd_fact_gap gap = { { 0, scan->a->count },
                               { 0, scan->b->count },
                               behind == NULL };

    if ((before == NULL || behind == NULL) && !scan->ordered)
        return;
    if (before != NULL) {
        gap.a.first = before->a + before->n;
        gap.b.first = before->b + before->n;
    }
    if (behind != NULL) {
        gap.a.end = behind->a;
        gap.b.end = behind->b;
    } else {
        gap.a.end = less(gap.a.end, gap.a.first + GAP_WORDS);
        gap.b.end = less(gap.b.end, gap.b.first + GAP_WORDS);
    }
    if (gap.a.end - gap.a.first > GAP_WORDS ||
        gap.b.end - gap.b.first > GAP_WORDS)
        return;
    widen(&gap, scan, before, behind);
    cd_facts_figures(scan, &gap);
    cd_facts_names(scan, &gap);
    if (!scan->moved && before != NULL)
        cd_facts_opposites(scan, &gap);
}

struct cd_difference *
cd_facts_find(struct cd_arena *arena, enum cd_copy_kind kind,
              const struct cd_chain *chain, const struct cd_words *a,
              const struct cd_words *b, size_t *count)
{
    struct cd_fact_scan scan = {
        .arena = arena,
        .a = a,
        .b = b,
        .moved = kind == CD_COPY_REWORDED,
        .ordered = kind == CD_COPY_EDITED || kind == CD_COPY_TEMPLATE,
        .frame = kind == CD_COPY_TEMPLATE,
    };
    struct cd_chain straight = straighten(arena, chain, a);
    const struct cd_run *last = NULL;

    for (uint32_t i = 0; i < straight.count; i++) {
        const struct cd_run *run = &straight.runs[i];

        find_gap(&scan, last, run);
        cd_facts_units(&scan, run);
        last = run;
    }
    if (last != NULL)
        find_gap(&scan, last, NULL);
    if (!scan.frame || scan.count == 0)
        cd_facts_lone(&scan, &straight);
    *count = scan.count;
    return scan.facts;
}
