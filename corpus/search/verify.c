/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Candidates -> matches: which of the pairs that share a key are compared, in
 * which order (the comparison: corpus/search/result.h).
 */
#include "corpus/search/search.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/radix.h"
#include "base/union.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/ring.h"
#include "corpus/search/result.h"

enum {
    /* anchors that a pair must share to be judged: texts on one topic share a
     * pair of stems, copies share three stems or a shingle beside them */
    LEAST_ANCHORS = 2,
    /* and from which on it is judged though all else differs: a passage word
     * for word has as many */
    PASSAGE_ANCHORS = 3,
    /* pairs before its turn a unit is fetched, and its keys */
    UNIT_AHEAD = 16,
    KEYS_AHEAD = 8,
};

struct verifier {
    struct cd_copies *search;
    struct cd_result *results; /* by place */
};

/* Units of one document are compared already, if there are not too many. */
static bool
is_compared(const struct cd_copies *search, uint64_t pair)
{
    uint32_t a = (uint32_t)(pair >> 32), b = (uint32_t)pair;

    if (a < search->base)
        return false;
    a = search->units[a - search->base].doc;
    b = search->units[b - search->base].doc;
    return a == b && search->docs[a].compared;
}

/* Leaves the pairs that are there LEAST_ANCHORS times, once, and with
 * PASSAGE_ANCHORS twice. */
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
        if (end - i >= PASSAGE_ANCHORS)
            pairs->at[kept++] = pairs->at[i];
    }
    pairs->n = kept;
}

static void
choose_pairs(const struct cd_copies *search, struct cd_list *pairs)
{
    if (search->options.measure == CD_MEASURE_JUDGE)
        keep_repeated(pairs);
    else
        cd_list_sort(pairs);
}

/* Takes the pair at *at; true if it is there twice (keep_repeated). */
static bool
take_pair(const struct cd_list *pairs, size_t *at)
{
    bool twice = *at + 1 < pairs->n && pairs->at[*at + 1] == pairs->at[*at];

    *at += twice ? 2 : 1;
    return twice;
}

/* Pairs are in order of their first unit, so the second one lies anywhere. */
static void
fetch_ahead(const struct cd_copies *search, const struct cd_list *pairs,
            size_t at)
{
    if (search->base > 0)
        return;
    if (at + UNIT_AHEAD < pairs->n)
        __builtin_prefetch(
            &search->units[pairs->at[at + UNIT_AHEAD] & UINT32_MAX]);
    if (at + KEYS_AHEAD < pairs->n)
        cd_store_fetch(
            &search->keys,
            search->units[pairs->at[at + KEYS_AHEAD] & UINT32_MAX].keys);
}

/* passage: the pair has the anchors of one. */
static void
verify_pair(const struct cd_copies *search, struct cd_result *result,
            uint64_t pair, bool passage)
{
    if (search->options.measure != CD_MEASURE_JUDGE ||
        !is_compared(search, pair))
        cd_result_compare(result, search, pair, passage);
}

static void
verify_pairs(const struct cd_copies *search, struct cd_result *result,
             const struct cd_list *pairs)
{
    for (size_t i = 0; i < pairs->n && result->err.status == CD_OK;) {
        uint64_t pair = pairs->at[i];

        fetch_ahead(search, pairs, i);
        verify_pair(search, result, pair, take_pair(pairs, &i));
    }
}

/* ---- crowds ---------------------------------------------------------- */

/* Copies that are known so far: of each unit those among the units before it,
 * so that what is passed over does not depend on what comes later. */
struct connections {
    uint32_t *parent;
    uint32_t *order; /* matches that were there first, by their later unit */
    size_t next, count;
};

static void
connect(struct connections *known, const struct cd_copies *search,
        const struct cd_match *match)
{
    if (cd_search_joins(search, match))
        cd_union_join(known->parent, match->a, match->b);
}

static void
connect_up_to(struct connections *known, const struct cd_copies *search,
              uint32_t unit)
{
    for (; known->next < known->count; known->next++) {
        const struct cd_match *match =
            &search->matches[known->order[known->next]];

        if (match->b > unit)
            break;
        connect(known, search, match);
    }
}

static void
order_matches(struct connections *known, const struct cd_copies *search)
{
    size_t n = search->match_count;
    uint64_t *sorted = cd_realloc(NULL, n, sizeof(*sorted));
    uint64_t *temp = cd_realloc(NULL, n, sizeof(*temp));

    for (size_t i = 0; i < n; i++)
        sorted[i] = (uint64_t)search->matches[i].b << 32 | i;
    cd_radix_sort(sorted, temp, n);
    known->order = cd_realloc(NULL, n, sizeof(*known->order));
    for (size_t i = 0; i < n; i++)
        known->order[i] = (uint32_t)sorted[i];
    known->count = n;
    free(sorted);
    free(temp);
}

/* A pair out of a crowd, the later unit first; one that is connected already is
 * passed over. */
static enum cd_status
verify_member(struct cd_copies *search, struct cd_result *result, uint64_t pair,
              bool passage, struct connections *known, struct cd_error *err)
{
    uint32_t a = (uint32_t)pair, b = (uint32_t)(pair >> 32);

    connect_up_to(known, search, b);
    if (cd_union_root(known->parent, a) == cd_union_root(known->parent, b))
        return CD_OK;
    verify_pair(search, result, (uint64_t)a << 32 | b, passage);
    for (size_t i = 0; i < result->count; i++)
        connect(known, search, &result->matches[i]);
    return cd_result_collect(result, search, err);
}

static enum cd_status
verify_bin_of_crowd(struct cd_copies *search, size_t bin,
                    struct cd_result *result, struct connections *known,
                    struct cd_error *err)
{
    struct cd_list pairs = { 0 };
    enum cd_status status = cd_bins_take(&search->crowd, bin, &pairs, err);

    if (status == CD_OK)
        choose_pairs(search, &pairs);
    for (size_t i = 0; i < pairs.n && status == CD_OK;) {
        uint64_t pair = pairs.at[i];
        bool passage = take_pair(&pairs, &i);

        status = verify_member(search, result, pair, passage, known, err);
    }
    cd_list_release(&pairs);
    return status;
}

static enum cd_status
verify_crowds(struct cd_copies *search, struct cd_error *err)
{
    struct connections known = { .parent = search->parent };
    struct cd_result *result;
    enum cd_status status = CD_OK;

    if (search->crowd.count == 0)
        return CD_OK;
    if (known.parent == NULL)
        known.parent = cd_union_new(search->unit_count);
    order_matches(&known, search);
    result = cd_results_new(1);
    for (size_t bin = 0; bin < CD_BINS && status == CD_OK; bin++)
        status = verify_bin_of_crowd(search, bin, result, &known, err);
    cd_results_release(result, 1);
    free(known.order);
    if (known.parent != search->parent)
        free(known.parent);
    return status;
}

/* ---- matches of the index -------------------------------------------- */

/* A content that the index has came again: the pairs that it is in there are
 * wanted with all that is said of them. */
static enum cd_status
verify_again(struct cd_copies *search, struct cd_error *err)
{
    struct cd_result *result = cd_results_new(1);
    enum cd_status status;

    for (size_t i = 0; i < search->again.n; i++)
        cd_result_compare(result, search, search->again.at[i], true);
    for (size_t i = 0; i < result->count; i++)
        result->matches[i].known = true;
    status = cd_result_collect(result, search, err);
    cd_results_release(result, 1);
    return status;
}

/* ---- all of them ----------------------------------------------------- */

static void
verify_bin(void *state, size_t bin, size_t place)
{
    struct verifier *verifier = state;
    struct cd_copies *search = verifier->search;
    struct cd_result *result = &verifier->results[place];
    struct cd_list pairs = { 0 };

    if (cd_bins_take(&search->pairs, bin, &pairs, &result->err) == CD_OK) {
        choose_pairs(search, &pairs);
        verify_pairs(search, result, &pairs);
    }
    cd_list_release(&pairs);
}

static enum cd_status
collect_bin(void *state, size_t place, struct cd_error *err)
{
    const struct verifier *verifier = state;

    return cd_result_collect(&verifier->results[place], verifier->search, err);
}

/* All but those of crowds. */
static enum cd_status
verify_bins(struct cd_copies *search, struct cd_error *err)
{
    struct verifier verifier = { .search = search };
    struct cd_tasks tasks = {
        .count = CD_BINS,
        .places = cd_ring_places(search->threads, CD_SEARCH_PLACES),
        .run = verify_bin,
        .end = collect_bin,
        .state = &verifier,
    };
    enum cd_status status;

    verifier.results = cd_results_new(tasks.places);
    status = cd_pipeline_ordered(search->threads, &tasks, err);
    cd_results_release(verifier.results, tasks.places);
    return status;
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
void
cd_search_sort(struct cd_copies *search)
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
        else
            search->matches[kept - 1].known |= match->known;
    }
    search->match_count = kept;
}

enum cd_status
cd_search_verify(struct cd_copies *search, struct cd_error *err)
{
    enum cd_status status = verify_bins(search, err);

    cd_bins_release(&search->pairs);
    if (status == CD_OK && search->again.n > 0)
        status = verify_again(search, err);
    if (status == CD_OK)
        status = verify_crowds(search, err);
    if (search->options.measure == CD_MEASURE_JUDGE ||
        search->crowd.count > 0 || search->again.n > 0)
        cd_search_sort(search);
    return status;
}
