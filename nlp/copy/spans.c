/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/spans.h"

#include "nlp/copy/runs.h"

struct sides {
    const struct cd_words *a, *b;
    const bool *credits;
};

struct spans {
    struct cd_aligned *at;
    size_t count;
};

/* Runs of least words and more. */
static void
add(struct spans *spans, const struct sides *sides, const struct cd_run *runs,
    uint32_t count, uint32_t least)
{
    for (uint32_t i = 0; i < count; i++) {
        struct cd_run run = cd_spans_trim(runs[i], sides->credits);

        if (run.n >= least && run.n > 0)
            spans->at[spans->count++] = cd_spans_bytes(run, sides->a, sides->b);
    }
}

/* Words that both texts begin with, before the chain. */
static struct cd_run
beginning(const struct sides *sides, const struct cd_run *first)
{
    struct cd_run run = { 0 };

    while (run.n < first->a && run.n < first->b &&
           sides->a->words[run.n].hash == sides->b->words[run.n].hash)
        run.n++;
    return run;
}

/* Words that both end with, behind it. */
static struct cd_run
ending(const struct sides *sides, const struct cd_run *last)
{
    uint32_t in_a = sides->a->count - (last->a + last->n);
    uint32_t in_b = sides->b->count - (last->b + last->n), n = 0;

    while (n < in_a && n < in_b &&
           sides->a->words[sides->a->count - n - 1].hash ==
               sides->b->words[sides->b->count - n - 1].hash)
        n++;
    return (struct cd_run){ .a = sides->a->count - n,
                            .b = sides->b->count - n,
                            .n = n };
}

static struct spans
make(struct cd_arena *arena, const struct cd_alignment *found,
     const struct sides *sides, uint32_t least, bool ends)
{
    const struct cd_chain *chain = &found->chain;
    struct cd_run begin = { 0 }, end = { 0 };
    struct spans spans = { 0 };
    uint32_t moved;
    const struct cd_run *rest =
        cd_runs_moved(found, arena, sides->a, sides->b, &moved);

    if (ends && chain->count > 0 && moved == 0) {
        begin = beginning(sides, &chain->runs[0]);
        end = ending(sides, &chain->runs[chain->count - 1]);
    }
    spans.at = cd_arena_new_array(arena, struct cd_aligned,
                                  (size_t)chain->count + moved + 2);
    add(&spans, sides, &begin, 1, least);
    add(&spans, sides, chain->runs, chain->count, least);
    add(&spans, sides, &end, 1, least);
    add(&spans, sides, rest, moved, least);
    return spans;
}

struct cd_aligned *
cd_spans_all(size_t *count, struct cd_arena *arena,
             const struct cd_alignment *found, const struct cd_words *a,
             const struct cd_words *b, bool ends, const bool *credits)
{
    struct sides sides = { a, b, credits };
    struct spans spans = make(arena, found, &sides, 1, ends);

    *count = spans.count;
    return spans.at;
}

struct cd_aligned *
cd_spans_rows(size_t *count, struct cd_arena *arena,
              const struct cd_alignment *found, const struct cd_words *a,
              const struct cd_words *b, uint32_t least, const bool *credits)
{
    struct sides sides = { a, b, credits };
    struct spans spans = make(arena, found, &sides, least, false);

    *count = spans.count;
    return spans.at;
}
