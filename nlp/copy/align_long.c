/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/align_long.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/copy/align_rows.h"
#include "nlp/copy/idf.h"

enum {
    GAP = 2048, /* words a side, up to which what lies between is filled: in
                   more of them rows would have shown what is copied */
    DEEP = 4,   /* levels of that */
};

/* ---- the heaviest series of runs ------------------------------------- */

struct series {
    const struct cd_run *runs;
    uint32_t count;
    double *best;   /* of a series that ends with the run */
    uint32_t *from; /* the run before it, or itself */
    uint32_t *tree; /* Fenwick: the best run, plus one, by its end in b */
    uint32_t width;
};

/* The best run that ends at b or before, plus one; 0: none. */
static uint32_t
best_before(const struct series *s, uint32_t b)
{
    uint32_t best = 0;

    for (uint32_t at = b + 1; at > 0; at -= at & -at) {
        uint32_t run = s->tree[at];

        if (run > 0 && (best == 0 || s->best[run - 1] > s->best[best - 1]))
            best = run;
    }
    return best;
}

static void
enter(struct series *s, uint32_t run)
{
    for (uint32_t at = s->runs[run].b + s->runs[run].n + 1; at <= s->width;
         at += at & -at) {
        uint32_t there = s->tree[at];

        if (there == 0 || s->best[run] > s->best[there - 1])
            s->tree[at] = run + 1;
    }
}

/* A run by its end: (end in a) << 32 | its number. */
static int
by_number(const void *x, const void *y)
{
    const uint64_t *a = x, *b = y;

    return (*a > *b) - (*a < *b);
}

static uint64_t *
order_by_end(const struct series *s)
{
    uint64_t *ends = cd_realloc(NULL, s->count, sizeof(*ends));

    for (uint32_t i = 0; i < s->count; i++)
        ends[i] = (uint64_t)(s->runs[i].a + s->runs[i].n) << 32 | i;
    qsort(ends, s->count, sizeof(*ends), by_number);
    return ends;
}

/* Runs come by their beginning in a; each sees those that end before it. */
static void
extend_all(struct series *s)
{
    uint64_t *ends = order_by_end(s);
    uint32_t entered = 0;

    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t before;

        while (entered < s->count && ends[entered] >> 32 <= s->runs[i].a)
            enter(s, (uint32_t)ends[entered++]);
        before = best_before(s, s->runs[i].b);
        s->from[i] = before > 0 ? before - 1 : i;
        s->best[i] = s->runs[i].weight + (before > 0 ? s->best[before - 1] : 0);
    }
    free(ends);
}

/* The series in a new array. */
static struct cd_runs
heaviest(const struct cd_runs *in, struct cd_arena *arena, uint32_t b_count)
{
    struct series s = { .runs = in->runs, .count = in->count };
    struct cd_runs chain = { NULL, 0 };
    uint32_t at = 0, n = 1;

    if (s.count == 0)
        return chain;
    s.width = b_count + 1;
    s.best = cd_arena_new_array(arena, double, s.count);
    s.from = cd_arena_new_array(arena, uint32_t, s.count);
    s.tree = cd_arena_new_array(arena, uint32_t, (size_t)s.width + 1);
    extend_all(&s);
    for (uint32_t i = 1; i < s.count; i++) {
        if (s.best[i] > s.best[at])
            at = i;
    }
    for (uint32_t i = at; s.from[i] != i; i = s.from[i])
        n++;
    chain.runs = cd_arena_new_array(arena, struct cd_run, n);
    chain.count = n;
    for (; n-- > 0; at = s.from[at])
        chain.runs[n] = s.runs[at];
    return chain;
}

/* ---- what lies between ------------------------------------------------ */

struct filler {
    const struct cd_words *a, *b;
    struct cd_run *runs; /* of the whole chain, as it grows */
    size_t count, room;
};

struct gap {
    uint32_t a, a_end, b, b_end;
};

static bool
equal(const struct filler *f, uint32_t i, uint32_t j)
{
    return f->a->words[i].stem == f->b->words[j].stem;
}

static void
push(struct filler *f, struct cd_run run)
{
    struct cd_run *last = f->count > 0 ? &f->runs[f->count - 1] : NULL;

    if (last != NULL && last->a + last->n == run.a &&
        last->b + last->n == run.b) {
        last->n += run.n;
        return;
    }
    f->runs = cd_grow(f->runs, &f->room, f->count + 1, sizeof(*f->runs));
    f->runs[f->count++] = run;
}

/* Stems between from and to that are there once, (stem << 32 | place),
 * ascending; how many. */
static uint32_t
single_stems(uint64_t *out, const struct cd_words *words, uint32_t from,
             uint32_t to)
{
    uint32_t n = to - from, kept = 0;

    for (uint32_t i = 0; i < n; i++)
        out[i] = (uint64_t)words->words[from + i].stem << 32 | (from + i);
    qsort(out, n, sizeof(*out), by_number);
    for (uint32_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && out[end] >> 32 == out[i] >> 32;)
            end++;
        if (end == i + 1)
            out[kept++] = out[i];
    }
    return kept;
}

/* Stems that both sides have once, as (place in a << 32 | place in b),
 * ascending. */
static uint32_t
pair_singles(const struct filler *f, const struct gap *g, uint64_t *pairs)
{
    uint64_t y[GAP];
    uint32_t n = single_stems(pairs, f->a, g->a, g->a_end), count = 0;
    uint32_t m = single_stems(y, f->b, g->b, g->b_end), j = 0;

    for (uint32_t i = 0; i < n; i++) {
        while (j < m && y[j] >> 32 < pairs[i] >> 32)
            j++;
        if (j < m && y[j] >> 32 == pairs[i] >> 32)
            pairs[count++] = (pairs[i] << 32) | (uint32_t)y[j];
    }
    qsort(pairs, count, sizeof(*pairs), by_number);
    return count;
}

/* Leaves the longest series of pairs that ascend on both sides (patience
 * sorting); how many. */
static uint32_t
longest_series(uint64_t *pairs, uint32_t count)
{
    uint32_t tops[GAP], before[GAP], piles = 0;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t low = 0, high = piles;

        while (low < high) {
            uint32_t middle = (low + high) / 2;

            if ((uint32_t)pairs[tops[middle]] < (uint32_t)pairs[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? tops[low - 1] : i;
        tops[low] = i;
        piles += low == piles;
    }
    for (uint32_t n = piles, at = n > 0 ? tops[n - 1] : 0; n-- > 0;) {
        tops[n] = at; /* before is of other piles */
        at = before[at];
    }
    for (uint32_t n = 0; n < piles; n++)
        pairs[n] = pairs[tops[n]];
    return piles;
}

static uint32_t
equal_ahead(const struct filler *f, const struct gap *g)
{
    uint32_t n = 0;

    while (g->a + n < g->a_end && g->b + n < g->b_end &&
           equal(f, g->a + n, g->b + n))
        n++;
    return n;
}

static uint32_t
equal_behind(const struct filler *f, const struct gap *g)
{
    uint32_t n = 0;

    while (g->a + n < g->a_end && g->b + n < g->b_end &&
           equal(f, g->a_end - n - 1, g->b_end - n - 1))
        n++;
    return n;
}

static void
fill(struct filler *f, struct gap g, int depth)
{
    uint32_t n = equal_ahead(f, &g), behind, count = 0;
    uint64_t pairs[GAP];

    if (n > 0)
        push(f, (struct cd_run){ g.a, g.b, n, 0 });
    g.a += n;
    g.b += n;
    behind = equal_behind(f, &g);
    g.a_end -= behind;
    g.b_end -= behind;
    if (depth > 0 && g.a < g.a_end && g.b < g.b_end && g.a_end - g.a <= GAP &&
        g.b_end - g.b <= GAP)
        count = longest_series(pairs, pair_singles(f, &g, pairs));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = (uint32_t)(pairs[i] >> 32), b = (uint32_t)pairs[i];

        if (a < g.a || b < g.b)
            continue; /* in what the one before it grew to */
        fill(f, (struct gap){ g.a, a, g.b, b }, depth - 1);
        push(f, (struct cd_run){ a, b, 1, 0 });
        g.a = a + 1;
        g.b = b + 1;
    }
    if (count > 0)
        fill(f, g, depth - 1);
    if (behind > 0)
        push(f, (struct cd_run){ g.a_end, g.b_end, behind, 0 });
}

/* The chain with what lies between its runs; runs that prove nothing go. */
static struct cd_runs
fill_all(const struct cd_runs *chain, struct cd_arena *arena,
         const struct cd_words *a, const struct cd_words *b)
{
    struct filler f = { .a = a, .b = b };
    struct gap g = { 0, 0, 0, 0 };
    struct cd_runs full = { NULL, 0 };

    for (uint32_t i = 0; i < chain->count; i++) {
        const struct cd_run *run = &chain->runs[i];

        g.a_end = run->a;
        g.b_end = run->b;
        fill(&f, g, DEEP);
        push(&f, *run);
        g.a = run->a + run->n;
        g.b = run->b + run->n;
    }
    g.a_end = a->count;
    g.b_end = b->count;
    fill(&f, g, DEEP);
    full.runs = cd_arena_new_array(arena, struct cd_run, f.count);
    for (size_t i = 0; i < f.count; i++) {
        cd_run_weigh(&f.runs[i], a);
        if (cd_run_proves(&f.runs[i], a))
            full.runs[full.count++] = f.runs[i];
    }
    free(f.runs);
    return full;
}

/* ---- the alignment ---------------------------------------------------- */

static struct cd_chain
chain_of(const struct cd_run *runs, uint32_t count, double score)
{
    struct cd_chain chain = { .runs = (struct cd_run *)runs,
                              .count = count,
                              .score = score };

    for (uint32_t i = 0; i < count; i++) {
        chain.words += runs[i].n;
        chain.weight += runs[i].weight;
    }
    return chain;
}

static double
weight_between(const struct cd_words *words, uint32_t from, uint32_t to)
{
    unsigned weight = 0;

    for (; from < to; from++)
        weight += words->words[from].weight;
    return (double)weight / CD_IDF_ONE;
}

/* The part of the chain that is worth most when what is skipped costs. */
static struct cd_chain
best_part(const struct cd_runs *chain, const struct cd_words *a,
          const struct cd_words *b, double price)
{
    uint32_t start = 0, best_start = 0, best_end = 0;
    double score = 0, best = 0;

    for (uint32_t i = 0; i < chain->count; i++) {
        const struct cd_run *run = &chain->runs[i];

        if (i > 0) {
            const struct cd_run *last = run - 1;
            double in_a = weight_between(a, last->a + last->n, run->a);
            double in_b = weight_between(b, last->b + last->n, run->b);

            score -= price * (in_a > in_b ? in_a : in_b);
        }
        if (score <= 0) {
            score = 0;
            start = i;
        }
        score += run->weight;
        if (score > best) {
            best = score;
            best_start = start;
            best_end = i + 1;
        }
    }
    return chain_of(chain->runs + best_start, best_end - best_start, best);
}

void
cd_align_long(struct cd_alignment *found, struct cd_arena *arena,
              const struct cd_words *a, const struct cd_words *b, double price)
{
    struct cd_runs rows, chain, all;

    cd_rows_find(&rows, arena, a, b);
    chain = heaviest(&rows, arena, b->count);
    chain = fill_all(&chain, arena, a, b);
    found->chain = chain_of(chain.runs, chain.count, 0);
    found->chain.score = found->chain.weight;
    found->region = best_part(&chain, a, b, price);
    all.runs = cd_arena_new_array(arena, struct cd_run,
                                  (size_t)rows.count + chain.count);
    all.count = rows.count + chain.count;
    for (uint32_t i = 0; i < all.count; i++)
        all.runs[i] =
            i < chain.count ? chain.runs[i] : rows.runs[i - chain.count];
    found->tiles = cd_runs_tile(&all, arena, a, b, &found->tile_count);
}
