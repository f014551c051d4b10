/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/result.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/search/judged.h"
#include "nlp/copy/anchor.h"

/* Pairs that share less of their words by weight, and no passage, are not
 * judged: of the copies of whole texts that the judgement finds, none does
 * (docs/copies.md). */
#define LEAST_SHARE 0.3

struct cd_result *
cd_results_new(size_t n)
{
    struct cd_result *results = cd_alloc(n * sizeof(*results));

    for (size_t i = 0; i < n; i++)
        results[i].a.number = results[i].b.number = CD_NO_UNIT;
    return results;
}

void
cd_results_release(struct cd_result *results, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        cd_side_release(&results[i].a);
        cd_side_release(&results[i].b);
        cd_arena_release(&results[i].arena);
        free(results[i].matches);
        cd_buf_release(&results[i].details);
    }
    free(results);
}

static struct cd_match *
add_match(struct cd_result *result)
{
    result->matches = cd_grow(result->matches, &result->room, result->count + 1,
                              sizeof(*result->matches));
    return &result->matches[result->count++];
}

static void
compare_sets(const struct cd_copies *search, struct cd_result *result,
             uint64_t pair)
{
    uint32_t a = (uint32_t)(pair >> 32), b = (uint32_t)pair;
    size_t x = cd_side_size(search, a, &result->err);
    size_t y = cd_side_size(search, b, &result->err);
    size_t needed, shared;

    if (x == SIZE_MAX || y == SIZE_MAX)
        return;
    needed = cd_shingles_needed(x, y, search->options.threshold);
    if (needed > x || needed > y ||
        !cd_side_set(&result->a, search, a, &result->err) ||
        !cd_side_set(&result->b, search, b, &result->err))
        return;
    result->candidates++;
    shared = cd_shingles_shared(&result->a.shingles, &result->b.shingles);
    if (shared >= needed)
        *add_match(result) = (struct cd_match){
            .a = a, .b = b, .shared = (uint32_t)shared, .kind = CD_MATCH_JACCARD
        };
}

static void
judge(struct cd_result *result, uint64_t pair)
{
    const struct cd_words *a = &result->a.words, *b = &result->b.words;
    struct cd_judgement judged;
    size_t before = result->details.n;

    cd_arena_reset(&result->arena);
    cd_compare(&judged, &result->arena, a, b, CD_COMPARE_ALL);
    result->candidates++;
    if (!judged.copy && judged.kind != CD_COPY_TEMPLATE)
        return;
    cd_judged_pack(&result->details, &judged, a->text, b->text);
    *add_match(result) = (struct cd_match){
        .a = (uint32_t)(pair >> 32),
        .b = (uint32_t)pair,
        .kind = (uint8_t)judged.kind,
        .passage = judged.passage,
        .detail = before,
        .detail_size = (uint32_t)(result->details.n - before),
    };
}

static bool
is_worth_it(const struct cd_side *a, const struct cd_side *b)
{
    return cd_anchors_share(a->stems, a->stem_count, b->stems, b->stem_count) >=
           LEAST_SHARE;
}

/* always: though they share little. */
static void
compare_texts(const struct cd_copies *search, struct cd_result *result,
              uint64_t pair, bool always)
{
    struct cd_side *a = &result->a, *b = &result->b;
    struct cd_error *err = &result->err;

    if (cd_side_stems(a, search, (uint32_t)(pair >> 32), err) &&
        cd_side_stems(b, search, (uint32_t)pair, err) &&
        (always || is_worth_it(a, b)) && cd_side_words(a, search, err) &&
        cd_side_words(b, search, err))
        judge(result, pair);
}

void
cd_result_compare(struct cd_result *result, const struct cd_copies *search,
                  uint64_t pair, bool always)
{
    if (search->options.measure == CD_MEASURE_JUDGE)
        compare_texts(search, result, pair, always);
    else
        compare_sets(search, result, pair);
}

enum cd_status
cd_result_collect(struct cd_result *result, struct cd_copies *search,
                  struct cd_error *err)
{
    uint64_t base;

    if (result->err.status != CD_OK) {
        *err = result->err;
        return err->status;
    }
    if (cd_store_add(&search->details, result->details.p, result->details.n,
                     &base, err) != CD_OK)
        return CD_FATAL;
    search->matches =
        cd_grow(search->matches, &search->match_room,
                search->match_count + result->count, sizeof(*search->matches));
    for (size_t i = 0; i < result->count; i++) {
        struct cd_match *match = &search->matches[search->match_count++];

        *match = result->matches[i];
        match->detail += base;
    }
    search->budget.used += result->count * sizeof(*search->matches);
    search->stats.candidates += result->candidates;
    cd_buf_reset(&result->details);
    result->count = result->candidates = 0;
    return CD_OK;
}
