/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/runs.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/copy/idf.h"

enum {
    PROOF_WORDS = 3,        /* words that prove something, however common */
    COMMON_OCCURRENCES = 3, /* of a function word that is a seed */
    MOVED_WORDS = 6,        /* fewer stand in another place by chance */
};

/* Pairs of places, as (diagonal, place in a), sorted that way: each run is then
 * grown once, and all runs together are no longer than 2 * CD_RUN_OCCURRENCES
 * times the text. */
struct seeds {
    uint64_t *keys;
    size_t count, room;
};

static bool
equal(const struct cd_words *a, const struct cd_words *b, uint32_t i,
      uint32_t j)
{
    return a->words[i].stem == b->words[j].stem;
}

static struct cd_run
grow(const struct cd_words *a, const struct cd_words *b, uint32_t i, uint32_t j)
{
    struct cd_run run = { i, j, 0, 0 };
    unsigned weight = 0;

    while (run.a > 0 && run.b > 0 && equal(a, b, run.a - 1, run.b - 1)) {
        run.a--;
        run.b--;
    }
    while (run.a + run.n < a->count && run.b + run.n < b->count &&
           equal(a, b, run.a + run.n, run.b + run.n)) {
        weight += a->words[run.a + run.n].weight;
        run.n++;
    }
    run.weight = (float)weight / CD_IDF_ONE;
    return run;
}

bool
cd_run_proves(const struct cd_run *run, const struct cd_words *a)
{
    if (run->n >= PROOF_WORDS)
        return true;
    for (uint32_t k = 0; k < run->n; k++) {
        if (a->words[run->a + k].weight >= CD_IDF_COMMON)
            return true;
    }
    return false;
}

void
cd_run_weigh(struct cd_run *run, const struct cd_words *a)
{
    unsigned weight = 0;

    for (uint32_t k = 0; k < run->n; k++)
        weight += a->words[run->a + k].weight;
    run->weight = (float)weight / CD_IDF_ONE;
}

static uint32_t
same_stem(const struct cd_words *words, uint32_t from)
{
    uint32_t stem = words->words[words->order[from]].stem;
    uint32_t n = 0;

    while (from + n < words->count &&
           words->words[words->order[from + n]].stem == stem)
        n++;
    return n;
}

struct group { /* the occurrences of one stem */
    uint32_t i, i_count, j, j_count;
};

static void
seed_group(struct seeds *seeds, const struct cd_words *a,
           const struct cd_words *b, const struct group *g)
{
    size_t more = (size_t)g->i_count * g->j_count;

    seeds->keys = cd_grow(seeds->keys, &seeds->room, seeds->count + more,
                          sizeof(*seeds->keys));
    for (uint32_t i = g->i; i < g->i + g->i_count; i++) {
        for (uint32_t j = g->j; j < g->j + g->j_count; j++) {
            uint64_t diagonal = (uint64_t)a->count + b->order[j] - a->order[i];

            seeds->keys[seeds->count++] = diagonal << 32 | a->order[i];
        }
    }
}

static bool
is_seed(const struct cd_words *a, const struct group *g)
{
    uint32_t most = a->words[a->order[g->i]].weight < CD_IDF_COMMON
                        ? COMMON_OCCURRENCES
                        : CD_RUN_OCCURRENCES;

    return g->i_count <= most && g->j_count <= most;
}

static void
seed(struct seeds *seeds, const struct cd_words *a, const struct cd_words *b)
{
    struct group g = { 0, 0, 0, 0 };

    while (g.i < a->count && g.j < b->count) {
        uint32_t x = a->words[a->order[g.i]].stem;
        uint32_t y = b->words[b->order[g.j]].stem;

        g.i_count = x <= y ? same_stem(a, g.i) : 0;
        g.j_count = y <= x ? same_stem(b, g.j) : 0;
        if (x == y && is_seed(a, &g))
            seed_group(seeds, a, b, &g);
        g.i += g.i_count;
        g.j += g.j_count;
    }
}

static int
by_key(const void *x, const void *y)
{
    const uint64_t *a = x, *b = y;

    return (*a > *b) - (*a < *b);
}

int
cd_run_by_place(const void *x, const void *y)
{
    const struct cd_run *a = x, *b = y;

    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static void
grow_seeds(struct cd_runs *found, const struct seeds *seeds,
           const struct cd_words *a, const struct cd_words *b)
{
    uint64_t done = 0; /* the last run's end, as a key */

    for (size_t s = 0; s < seeds->count; s++) {
        uint64_t key = seeds->keys[s];
        uint32_t i = (uint32_t)key;
        struct cd_run run;

        if (key < done)
            continue;
        run = grow(a, b, i, (uint32_t)(i + (key >> 32) - a->count));
        done = (key >> 32 << 32) + run.a + run.n;
        if (cd_run_proves(&run, a))
            found->runs[found->count++] = run;
    }
}

void
cd_runs_find(struct cd_runs *found, struct cd_arena *arena,
             const struct cd_words *a, const struct cd_words *b)
{
    struct seeds seeds = { 0 };

    *found = (struct cd_runs){ 0 };
    seed(&seeds, a, b);
    if (seeds.count > 0) {
        qsort(seeds.keys, seeds.count, sizeof(*seeds.keys), by_key);
        found->runs = cd_arena_new_array(arena, struct cd_run, seeds.count);
        grow_seeds(found, &seeds, a, b);
    }
    if (found->count > 0)
        qsort(found->runs, found->count, sizeof(*found->runs), cd_run_by_place);
    free(seeds.keys);
}

static int
longest_first(const void *x, const void *y)
{
    const struct cd_run *a = x, *b = y;

    if (a->n != b->n)
        return a->n > b->n ? -1 : 1;
    return cd_run_by_place(a, b);
}

/* The longest part of run whose words nobody took; n is 0 if there is none. */
static struct cd_run
free_part(const struct cd_run *run, const bool *a_taken, const bool *b_taken)
{
    struct cd_run best = { run->a, run->b, 0, 0 };
    uint32_t start = 0;

    for (uint32_t k = 0; k <= run->n; k++) {
        if (k < run->n && !a_taken[run->a + k] && !b_taken[run->b + k])
            continue;
        if (k - start > best.n)
            best =
                (struct cd_run){ run->a + start, run->b + start, k - start, 0 };
        start = k + 1;
    }
    return best;
}

static void
take(struct cd_run *part, const struct cd_words *a, bool *a_taken,
     bool *b_taken)
{
    for (uint32_t k = 0; k < part->n; k++)
        a_taken[part->a + k] = b_taken[part->b + k] = true;
    cd_run_weigh(part, a);
}

struct taken {
    bool *a, *b; /* words that some run has */
};

static struct taken
take_none(struct cd_arena *arena, const struct cd_words *a,
          const struct cd_words *b)
{
    return (struct taken){ cd_arena_new_array(arena, bool, a->count),
                           cd_arena_new_array(arena, bool, b->count) };
}

/* Leaves of each run, in their order, what no run before it took; returns how
 * many are left. */
static uint32_t
part_runs(struct cd_run *runs, uint32_t count, uint32_t least_words,
          const struct taken *taken, const struct cd_words *a)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < count; i++) {
        struct cd_run part = free_part(&runs[i], taken->a, taken->b);

        if (part.n < least_words || !cd_run_proves(&part, a))
            continue;
        take(&part, a, taken->a, taken->b);
        runs[n++] = part;
    }
    return n;
}

static struct cd_run *
copy_runs(struct cd_arena *arena, const struct cd_run *runs, uint32_t count)
{
    struct cd_run *copy = cd_arena_new_array(arena, struct cd_run, count);

    if (count > 0)
        memcpy(copy, runs, count * sizeof(*copy));
    return copy;
}

struct cd_run *
cd_runs_tile(const struct cd_runs *runs, struct cd_arena *arena,
             const struct cd_words *a, const struct cd_words *b,
             uint32_t *count)
{
    struct cd_run *tiles = copy_runs(arena, runs->runs, runs->count);
    struct taken taken = take_none(arena, a, b);

    if (runs->count > 0)
        qsort(tiles, runs->count, sizeof(*tiles), longest_first);
    *count = part_runs(tiles, runs->count, 1, &taken, a);
    return tiles;
}

struct cd_run *
cd_runs_moved(const struct cd_alignment *found, struct cd_arena *arena,
              const struct cd_words *a, const struct cd_words *b,
              uint32_t *count)
{
    struct cd_run *moved = copy_runs(arena, found->tiles, found->tile_count);
    struct taken taken = take_none(arena, a, b);

    for (uint32_t i = 0; i < found->chain.count; i++) {
        const struct cd_run *run = &found->chain.runs[i];

        memset(taken.a + run->a, true, run->n);
        memset(taken.b + run->b, true, run->n);
    }
    *count = part_runs(moved, found->tile_count, MOVED_WORDS, &taken, a);
    return moved;
}
