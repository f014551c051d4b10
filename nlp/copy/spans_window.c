/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "nlp/copy/spans.h"

/* Two long texts, and which of their words are in a span already. */
struct texts {
    const struct cd_words *a, *b;
    bool *taken_a, *taken_b;
    struct cd_run *runs;
    size_t count;
};

static void
take(struct texts *texts, struct cd_run run)
{
    for (uint32_t i = 0; i < run.n; i++)
        texts->taken_a[run.a + i] = texts->taken_b[run.b + i] = true;
    texts->runs[texts->count++] = run;
}

static bool
is_taken(const struct texts *texts, const struct cd_run *run, uint32_t i)
{
    return texts->taken_a[run->a + i] || texts->taken_b[run->b + i];
}

/* What is left of a run where its ends are in a span; n == 0 if its middle is,
 * too. */
static struct cd_run
trim(const struct texts *texts, struct cd_run run)
{
    while (run.n > 0 && is_taken(texts, &run, run.n - 1))
        run.n--;
    while (run.n > 0 && is_taken(texts, &run, 0)) {
        run.a++;
        run.b++;
        run.n--;
    }
    for (uint32_t i = 0; i < run.n; i++) {
        if (is_taken(texts, &run, i))
            return (struct cd_run){ 0 };
    }
    return run;
}

static bool
go_on(const struct texts *texts, const struct cd_run *run)
{
    uint32_t a = run->a + run->n, b = run->b + run->n;

    return a < texts->a->count && b < texts->b->count &&
           texts->a->words[a].hash == texts->b->words[b].hash;
}

/* The first run of the window begins earlier, the last one ends later, where
 * the texts are alike there. */
static void
take_window(struct texts *texts, const struct cd_chain *chain,
            const struct cd_window *window)
{
    for (uint32_t i = 0; i < chain->count; i++) {
        struct cd_run run = chain->runs[i];

        run.a += window->a_from;
        run.b += window->b_from;
        while (i == 0 && run.a > 0 && run.b > 0 &&
               texts->a->words[run.a - 1].hash ==
                   texts->b->words[run.b - 1].hash) {
            run.a--;
            run.b--;
            run.n++;
        }
        while (i + 1 == chain->count && go_on(texts, &run))
            run.n++;
        take(texts, run);
    }
}

/* Longest first. */
static int
by_length(const void *x, const void *y)
{
    const struct cd_run *a = x, *b = y;

    if (a->n != b->n)
        return a->n > b->n ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Runs of the whole texts, which are many: those that are too short were never
 * any. */
static void
take_rest(struct texts *texts, struct cd_arena *arena,
          const struct cd_alignment *whole, uint32_t least)
{
    size_t room = whole->tile_count + whole->chain.count, n = 0;
    struct cd_run *rest = cd_arena_new_array(arena, struct cd_run, room);

    for (uint32_t i = 0; i < whole->chain.count; i++) {
        if (whole->chain.runs[i].n >= least)
            rest[n++] = whole->chain.runs[i];
    }
    for (uint32_t i = 0; i < whole->tile_count; i++) {
        if (whole->tiles[i].n >= least)
            rest[n++] = whole->tiles[i];
    }
    qsort(rest, n, sizeof(*rest), by_length);
    for (size_t i = 0; i < n; i++) {
        struct cd_run run = trim(texts, rest[i]);

        if (run.n >= least)
            take(texts, run);
    }
}

struct cd_aligned *
cd_spans_window(size_t *count, struct cd_arena *arena,
                const struct cd_alignment *whole, const struct cd_words *a,
                const struct cd_words *b, const struct cd_alignment *judged,
                const struct cd_window *window, uint32_t least,
                const bool *credits)
{
    size_t room = judged->chain.count + whole->chain.count + whole->tile_count;
    struct texts texts = {
        .a = a,
        .b = b,
        .taken_a = cd_arena_new_array(arena, bool, a->count),
        .taken_b = cd_arena_new_array(arena, bool, b->count),
        .runs = cd_arena_new_array(arena, struct cd_run, room),
    };
    struct cd_aligned *spans =
        cd_arena_new_array(arena, struct cd_aligned, room);

    take_window(&texts, &judged->chain, window);
    take_rest(&texts, arena, whole, least);
    *count = 0;
    for (size_t i = 0; i < texts.count; i++) {
        struct cd_run run = cd_spans_trim(texts.runs[i], credits);

        if (run.n > 0)
            spans[(*count)++] = cd_spans_bytes(run, a, b);
    }
    return spans;
}
