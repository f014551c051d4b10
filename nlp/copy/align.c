/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/align.h"

#include <stdlib.h>

#include "nlp/copy/align_long.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/runs.h"

/* The runs that one may follow in a chain: the last ones before it, and the
 * last long ones, for inside a long run begin many of single words. */
enum { LOOK_BACK = 64, LONG_RUN = 6 };

/* Share of the weight of skipped words that a step of the region costs. */
static const double REGION_PRICE = 0.35;

struct chaining {
    const struct cd_run *runs;
    uint32_t count;
    const double *a_before, *b_before; /* weight of the words before index i */
    double price;
    double *best;              /* of a chain that ends with run i */
    uint32_t *from;            /* the run before it, or itself */
    uint32_t longs[LOOK_BACK]; /* the last long runs, as a ring */
    uint32_t long_count;
};

static bool
follows(const struct cd_run *run, const struct cd_run *before)
{
    return before->a + before->n <= run->a && before->b + before->n <= run->b;
}

/* The price of what lies between two runs: of the heavier side. */
static double
gap_price(const struct chaining *c, const struct cd_run *before,
          const struct cd_run *run)
{
    double a = c->a_before[run->a] - c->a_before[before->a + before->n];
    double b = c->b_before[run->b] - c->b_before[before->b + before->n];

    return c->price * (a > b ? a : b);
}

/* Lets run i follow run j, if that is better than what it follows now. */
static void
offer(struct chaining *c, uint32_t i, uint32_t j, double *best)
{
    double with;

    if (!follows(&c->runs[i], &c->runs[j]))
        return;
    with = c->best[j] - gap_price(c, &c->runs[j], &c->runs[i]);
    if (with > *best) {
        *best = with;
        c->from[i] = j;
    }
}

static void
extend(struct chaining *c, uint32_t i)
{
    uint32_t first = i > LOOK_BACK ? i - LOOK_BACK : 0;
    uint32_t longs = c->long_count < LOOK_BACK ? c->long_count : LOOK_BACK;
    double best = 0;

    c->from[i] = i;
    for (uint32_t j = i; j-- > first;)
        offer(c, i, j, &best);
    for (uint32_t k = 1; k <= longs; k++) {
        uint32_t j = c->longs[(c->long_count - k) % LOOK_BACK];

        if (j < first)
            offer(c, i, j, &best);
    }
    c->best[i] = best + c->runs[i].weight;
    if (c->runs[i].n >= LONG_RUN)
        c->longs[c->long_count++ % LOOK_BACK] = i;
}

static uint32_t
heaviest(const struct chaining *c)
{
    uint32_t at = 0;

    for (uint32_t i = 1; i < c->count; i++) {
        if (c->best[i] > c->best[at])
            at = i;
    }
    return at;
}

static uint32_t
chain_length(const struct chaining *c, uint32_t at)
{
    uint32_t n = 1;

    for (; c->from[at] != at; at = c->from[at])
        n++;
    return n;
}

static void
read_chain(const struct chaining *c, struct cd_arena *arena,
           struct cd_chain *chain)
{
    uint32_t at = heaviest(c);

    chain->score = c->best[at];
    chain->count = chain_length(c, at);
    chain->runs = cd_arena_new_array(arena, struct cd_run, chain->count);
    for (uint32_t n = chain->count; n-- > 0; at = c->from[at]) {
        chain->runs[n] = c->runs[at];
        chain->words += c->runs[at].n;
        chain->weight += c->runs[at].weight;
    }
}

static void
find_chain(struct chaining *c, double price, struct cd_arena *arena,
           struct cd_chain *chain)
{
    *chain = (struct cd_chain){ 0 };
    if (c->count == 0)
        return;
    c->price = price;
    c->long_count = 0;
    for (uint32_t i = 0; i < c->count; i++)
        extend(c, i);
    read_chain(c, arena, chain);
}

static double *
weights_before(struct cd_arena *arena, const struct cd_words *words)
{
    double *before = cd_arena_new_array(arena, double, words->count + 1);

    for (uint32_t i = 0; i < words->count; i++)
        before[i + 1] = before[i] + (double)words->words[i].weight / CD_IDF_ONE;
    return before;
}

void
cd_align(struct cd_alignment *found, struct cd_arena *arena,
         const struct cd_words *a, const struct cd_words *b)
{
    struct cd_runs runs = { 0 };
    struct chaining c = { 0 };

    if (a->count > CD_ALIGN_LONG || b->count > CD_ALIGN_LONG) {
        cd_align_long(found, arena, a, b, REGION_PRICE);
        return;
    }
    cd_runs_find(&runs, arena, a, b);
    c.runs = runs.runs;
    c.count = runs.count;
    c.a_before = weights_before(arena, a);
    c.b_before = weights_before(arena, b);
    c.best = cd_arena_new_array(arena, double, runs.count);
    c.from = cd_arena_new_array(arena, uint32_t, runs.count);
    find_chain(&c, 0, arena, &found->chain);
    find_chain(&c, REGION_PRICE, arena, &found->region);
    found->tiles = cd_runs_tile(&runs, arena, a, b, &found->tile_count);
}

/* For every word of a, a number that equal stems share, 0 for stems that b
 * does not have; *count: of numbers.  The same for b. */
static void
number_stems(const struct cd_words *a, const struct cd_words *b,
             uint32_t *a_ids, uint32_t *b_ids, uint32_t *count)
{
    uint32_t i = 0, j = 0;

    *count = 0;
    while (i < a->count && j < b->count) {
        uint32_t x = a->words[a->order[i]].stem;
        uint32_t y = b->words[b->order[j]].stem;

        if (x < y) {
            i++;
        } else if (x > y) {
            j++;
        } else {
            ++*count;
            for (; i < a->count && a->words[a->order[i]].stem == x; i++)
                a_ids[a->order[i]] = *count;
            for (; j < b->count && b->words[b->order[j]].stem == x; j++)
                b_ids[b->order[j]] = *count;
        }
    }
}

/* One row of the bit-parallel recurrence: V' = (V + (V & M)) | (V & ~M). */
static void
lcs_row(uint64_t *v, const uint64_t *mask, uint32_t width)
{
    uint64_t carry = 0;

    for (uint32_t k = 0; k < width; k++) {
        uint64_t u = v[k] & mask[k];
        uint64_t sum = v[k] + carry;

        carry = sum < v[k];
        sum += u;
        carry |= sum < u;
        v[k] = sum | (v[k] & ~mask[k]);
    }
}

static uint32_t
count_zeros(const uint64_t *v, uint32_t bits)
{
    uint32_t zeros = 0;

    for (uint32_t i = 0; i < bits; i++)
        zeros += (v[i / 64] >> i % 64 & 1) == 0;
    return zeros;
}

uint32_t
cd_align_lcs(const struct cd_alignment *found, struct cd_arena *arena,
             const struct cd_words *a, const struct cd_words *b)
{
    uint32_t width = (a->count + 63) / 64, ids;
    uint32_t *a_ids, *b_ids;
    uint64_t *masks, *v;

    if (a->count > CD_LCS_EXACT || b->count > CD_LCS_EXACT)
        return found->chain.words;
    a_ids = cd_arena_new_array(arena, uint32_t, a->count);
    b_ids = cd_arena_new_array(arena, uint32_t, b->count);
    number_stems(a, b, a_ids, b_ids, &ids);
    masks = cd_arena_new_array(arena, uint64_t, (size_t)(ids + 1) * width);
    v = cd_arena_new_array(arena, uint64_t, width);
    for (uint32_t i = 0; i < a->count; i++)
        masks[(size_t)a_ids[i] * width + i / 64] |= UINT64_C(1) << i % 64;
    memset(v, 0xFF, width * sizeof(*v));
    for (uint32_t j = 0; j < b->count; j++) {
        if (b_ids[j] > 0)
            lcs_row(v, masks + (size_t)b_ids[j] * width, width);
    }
    return count_zeros(v, a->count);
}
