/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Candidates -> matches: each pair that shares a key is compared, exactly.
 */
#include "corpus/search.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/radix.h"
#include "corpus/cluster.h"
#include "corpus/judged.h"
#include "corpus/pipeline.h"
#include "nlp/anchor.h"
#include "nlp/shingle.h"

enum {
    ROUND_PER_THREAD = 2,
    /* anchors that a pair must share to be judged: texts on one topic share a
     * pair of stems, copies share three stems or a shingle beside them */
    LEAST_ANCHORS = 2,
    CROWD_AT_ONCE = 16, /* pairs of a crowd between two looks at what they
                           have connected */
};

/* Pairs that share less of their words by weight are not judged: of the copies
 * that the judgement finds, none does (docs/copies.md). */
#define LEAST_SHARE 0.3

struct verifier {
    struct cd_copies *search;
    size_t base; /* first bin of the round */
    struct result *results;
};

struct result {
    struct cd_match *matches;
    size_t count, room;
    struct cd_buf details; /* of the judgements; addresses are into it */
    uint64_t candidates;
    struct cd_error err;
};

static struct cd_match *
add_match(struct result *result)
{
    result->matches = cd_grow(result->matches, &result->room, result->count + 1,
                              sizeof(*result->matches));
    return &result->matches[result->count++];
}

/* ---- by shingles ----------------------------------------------------- */

struct set {
    struct cd_shingles shingles;
    struct cd_buf scratch;
};

static bool
read_set(const struct cd_copies *search, struct set *set, uint32_t unit,
         struct cd_error *err)
{
    const struct cd_kept *kept = &search->units[unit];

    set->shingles.count = kept->count;
    set->shingles.hash =
        cd_store_read(&search->keys, kept->keys, kept->count * sizeof(uint64_t),
                      &set->scratch, err);
    return set->shingles.hash != NULL;
}

static void
compare_sets(const struct cd_copies *search, struct result *result,
             struct set *a, struct set *b, uint64_t pair)
{
    uint32_t first = (uint32_t)(pair >> 32), second = (uint32_t)pair;
    size_t x = search->units[first].count, y = search->units[second].count;
    size_t needed = cd_shingles_needed(x, y, search->options.threshold);
    size_t shared;

    if (needed > x || needed > y || !read_set(search, b, second, &result->err))
        return;
    result->candidates++;
    shared = cd_shingles_shared(&a->shingles, &b->shingles);
    if (shared >= needed)
        *add_match(result) = (struct cd_match){ .a = first,
                                                .b = second,
                                                .shared = (uint32_t)shared,
                                                .kind = CD_MATCH_JACCARD };
}

static void
verify_sets(const struct cd_copies *search, struct result *result,
            const struct cd_list *pairs)
{
    struct set a = { 0 }, b = { 0 };
    uint64_t last = UINT64_MAX;

    for (size_t i = 0; i < pairs->n; i++) {
        if (pairs->at[i] >> 32 != last) {
            last = pairs->at[i] >> 32;
            if (!read_set(search, &a, (uint32_t)last, &result->err))
                break;
        }
        compare_sets(search, result, &a, &b, pairs->at[i]);
    }
    cd_buf_release(&a.scratch);
    cd_buf_release(&b.scratch);
}

/* ---- by judgement ---------------------------------------------------- */

struct text {
    uint32_t unit;
    const uint64_t *stems;
    size_t stem_count;
    struct cd_buf stems_scratch;
    struct cd_words words;
    struct cd_arena arena;
    struct cd_buf scratch;
};

static bool
read_stems(const struct cd_copies *search, struct text *text, uint32_t unit,
           struct cd_error *err)
{
    const struct cd_kept *kept = &search->units[unit];

    text->unit = unit;
    text->stem_count = kept->stems;
    text->words.text.p = NULL; /* not read yet */
    text->stems = cd_store_read(
        &search->keys, kept->keys + kept->count * sizeof(uint64_t),
        kept->stems * sizeof(uint64_t), &text->stems_scratch, err);
    return text->stems != NULL;
}

static bool
read_words(const struct cd_copies *search, struct text *text,
           struct cd_error *err)
{
    const struct cd_kept *kept = &search->units[text->unit];
    struct cd_str view = { NULL, kept->size };

    if (text->words.text.p != NULL)
        return true;
    view.p = cd_store_read(&search->texts, kept->text, kept->size,
                           &text->scratch, err);
    cd_arena_reset(&text->arena);
    if (view.p != NULL)
        cd_words_make(&text->words, &text->arena, view);
    return view.p != NULL;
}

static void
release_text(struct text *text)
{
    cd_arena_release(&text->arena);
    cd_buf_release(&text->scratch);
    cd_buf_release(&text->stems_scratch);
}

static void
judge(struct result *result, struct cd_arena *arena, const struct text *a,
      const struct text *b, uint64_t pair)
{
    struct cd_judgement judged;
    size_t before = result->details.n;
    struct cd_match *match;

    cd_arena_reset(arena);
    cd_compare(&judged, arena, &a->words, &b->words, CD_COMPARE_ALL);
    result->candidates++;
    if (!judged.copy && judged.kind != CD_COPY_TEMPLATE)
        return;
    cd_judged_pack(&result->details, &judged, a->words.text, b->words.text);
    match = add_match(result);
    *match = (struct cd_match){
        .a = (uint32_t)(pair >> 32),
        .b = (uint32_t)pair,
        .kind = (uint8_t)judged.kind,
        .detail = before,
        .detail_size = (uint32_t)(result->details.n - before),
    };
}

/* Units of one document are compared already, if there are not too many. */
static bool
is_compared(const struct cd_copies *search, uint64_t pair)
{
    uint32_t a = search->units[pair >> 32].doc;
    uint32_t b = search->units[(uint32_t)pair].doc;

    return a == b && search->docs[a].compared;
}

static bool
is_worth_it(const struct text *a, const struct text *b)
{
    return cd_anchors_share(a->stems, a->stem_count, b->stems, b->stem_count) >=
           LEAST_SHARE;
}

static void
verify_texts(const struct cd_copies *search, struct result *result,
             const struct cd_list *pairs)
{
    struct text a = { 0 }, b = { 0 };
    struct cd_arena arena = { 0 };
    uint64_t last = UINT64_MAX;

    for (size_t i = 0; i < pairs->n && result->err.status == CD_OK; i++) {
        uint64_t pair = pairs->at[i];

        if (is_compared(search, pair))
            continue;
        if (pair >> 32 != last &&
            !read_stems(search, &a, (uint32_t)(pair >> 32), &result->err))
            break;
        last = pair >> 32;
        if (read_stems(search, &b, (uint32_t)pair, &result->err) &&
            is_worth_it(&a, &b) && read_words(search, &a, &result->err) &&
            read_words(search, &b, &result->err))
            judge(result, &arena, &a, &b, pair);
    }
    release_text(&a);
    release_text(&b);
    cd_arena_release(&arena);
}

/* Leaves the pairs that are there LEAST_ANCHORS times, once. */
static void
keep_repeated(struct cd_list *pairs)
{
    uint64_t *temp = cd_realloc(NULL, pairs->n, sizeof(*temp));
    size_t kept = 0;

    cd_radix_sort(pairs->at, temp, pairs->n);
    free(temp);
    for (size_t i = 0, end; i < pairs->n; i = end) {
        for (end = i + 1; end < pairs->n && pairs->at[end] == pairs->at[i];)
            end++;
        if (end - i >= LEAST_ANCHORS)
            pairs->at[kept++] = pairs->at[i];
    }
    pairs->n = kept;
}

/* ---- either way ------------------------------------------------------ */

static void
choose_pairs(const struct cd_copies *search, struct cd_list *pairs)
{
    if (search->options.measure == CD_MEASURE_JUDGE)
        keep_repeated(pairs);
    else
        cd_list_sort(pairs);
}

static void
verify_pairs(const struct cd_copies *search, struct result *result,
             const struct cd_list *pairs)
{
    if (search->options.measure == CD_MEASURE_JUDGE)
        verify_texts(search, result, pairs);
    else
        verify_sets(search, result, pairs);
}

static enum cd_status
collect(struct cd_copies *search, struct result *result, struct cd_error *err)
{
    struct cd_match *matches;
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
                search->match_count + result->count, sizeof(*matches));
    matches = search->matches + search->match_count;
    for (size_t i = 0; i < result->count; i++) {
        matches[i] = result->matches[i];
        matches[i].detail += base;
    }
    search->match_count += result->count;
    search->budget.used += result->count * sizeof(*matches);
    search->stats.candidates += result->candidates;
    cd_buf_reset(&result->details);
    result->count = result->candidates = 0;
    return CD_OK;
}

static void
release_results(struct result *results, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free(results[i].matches);
        cd_buf_release(&results[i].details);
    }
    free(results);
}

/* ---- crowds ---------------------------------------------------------- */

/* Pairs out of crowds that are connected already are passed over. */
static void
drop_connected(struct cd_list *pairs, uint32_t *parent)
{
    size_t kept = 0;

    for (size_t i = 0; i < pairs->n; i++) {
        if (cd_union_root(parent, (uint32_t)(pairs->at[i] >> 32)) !=
            cd_union_root(parent, (uint32_t)pairs->at[i]))
            pairs->at[kept++] = pairs->at[i];
    }
    pairs->n = kept;
}

static void
connect(const struct cd_match *matches, size_t n, uint32_t *parent)
{
    for (size_t i = 0; i < n; i++) {
        if (cd_match_joins(&matches[i]))
            cd_union_join(parent, matches[i].a, matches[i].b);
    }
}

/* One pair after the other, since each match makes others unnecessary. */
static enum cd_status
verify_crowd(struct cd_copies *search, struct result *result,
             struct cd_list *pairs, uint32_t *parent, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (size_t i = 0, end; i < pairs->n && status == CD_OK; i = end) {
        struct cd_list some = { pairs->at + i, 0, 0 };

        for (end = i; end < pairs->n && end - i < CROWD_AT_ONCE &&
                      pairs->at[end] >> 32 == pairs->at[i] >> 32;)
            end++;
        some.n = end - i;
        drop_connected(&some, parent);
        verify_pairs(search, result, &some);
        connect(result->matches, result->count, parent);
        status = collect(search, result, err);
    }
    return status;
}

static enum cd_status
verify_crowds(struct cd_copies *search, struct cd_error *err)
{
    uint32_t *parent;
    struct result *result;
    enum cd_status status = CD_OK;

    if (search->crowd.count == 0)
        return CD_OK;
    parent = cd_union_new(search->unit_count);
    result = cd_alloc(sizeof(*result));
    connect(search->matches, search->match_count, parent);
    for (size_t bin = 0; bin < CD_BINS && status == CD_OK; bin++) {
        struct cd_list pairs = { 0 };

        status = cd_bins_take(&search->crowd, bin, &pairs, err);
        choose_pairs(search, &pairs);
        if (status == CD_OK)
            status = verify_crowd(search, result, &pairs, parent, err);
        cd_list_release(&pairs);
    }
    release_results(result, 1);
    free(parent);
    return status;
}

/* ---- all of them ----------------------------------------------------- */

static void
verify_bin(void *state, size_t task)
{
    struct verifier *verifier = state;
    struct cd_copies *search = verifier->search;
    struct result *result = &verifier->results[task];
    struct cd_list pairs = { 0 };

    if (cd_bins_take(&search->pairs, verifier->base + task, &pairs,
                     &result->err) == CD_OK) {
        choose_pairs(search, &pairs);
        verify_pairs(search, result, &pairs);
    }
    cd_list_release(&pairs);
}

static int
by_units(const void *a, const void *b)
{
    const struct cd_match *x = a, *y = b;

    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (x->detail > y->detail) - (x->detail < y->detail);
}

/* Matches of the search are in order, but those inside documents came first,
 * and the same two contents may have met in several documents. */
static void
sort_matches(struct cd_copies *search)
{
    size_t kept = 0;

    if (search->match_count > 0)
        qsort(search->matches, search->match_count, sizeof(*search->matches),
              by_units);
    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];

        if (kept == 0 || search->matches[kept - 1].a != match->a ||
            search->matches[kept - 1].b != match->b)
            search->matches[kept++] = *match;
    }
    search->match_count = kept;
}

enum cd_status
cd_search_verify(struct cd_copies *search, struct cd_error *err)
{
    struct verifier verifier = { .search = search };
    size_t round = (size_t)search->threads * ROUND_PER_THREAD;
    enum cd_status status = CD_OK;

    verifier.results = cd_alloc(round * sizeof(*verifier.results));
    for (; verifier.base < CD_BINS && status == CD_OK; verifier.base += round) {
        size_t tasks = CD_BINS - verifier.base;

        if (tasks > round)
            tasks = round;
        cd_pipeline_tasks(search->threads, tasks, verify_bin, &verifier);
        for (size_t i = 0; i < tasks && status == CD_OK; i++)
            status = collect(search, &verifier.results[i], err);
    }
    release_results(verifier.results, round);
    cd_bins_release(&search->pairs);
    if (status == CD_OK)
        status = verify_crowds(search, err);
    if (search->options.measure == CD_MEASURE_JUDGE || search->crowd.count > 0)
        sort_matches(search);
    return status;
}
