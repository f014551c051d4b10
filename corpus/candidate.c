/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From postings to pairs of units that share a key.
 *
 * Units that share a key are paired all with all while they are few.  A crowd,
 * boilerplate or an attack, is not: each of its units is paired with the first
 * ones and with the ones before it, which joins near copies into one cluster
 * at a cost that is linear, and the units are marked, so that their cluster
 * says what was left out.
 */
#include "corpus/search.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/pipeline.h"

enum {
    NEIGHBOURS = 4,    /* first ones, and ones before, of a unit in a crowd */
    JUDGE_CROWD = 48,  /* units that share an anchor by chance are many */
    ROUND_PER_THREAD = 2,
};

struct pairer {
    struct cd_copies *search;
    size_t crowd;
    size_t base; /* first bin of the round */
    struct result {
        struct cd_list pairs;
        struct cd_list crowded; /* units */
        uint64_t crowds;
        struct cd_error err;
    } *results;
};

static void
pair(struct cd_list *list, uint64_t a, uint64_t b)
{
    cd_list_add(list, a << 32 | b);
}

static void
pair_all(struct cd_list *list, const uint64_t *group, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++)
            pair(list, group[i] & UINT32_MAX, group[j] & UINT32_MAX);
    }
}

static void
pair_crowd(struct result *result, const uint64_t *group, size_t n)
{
    result->crowds++;
    for (size_t i = 0; i < n; i++) {
        uint64_t unit = group[i] & UINT32_MAX;

        cd_list_add(&result->crowded, unit);
        for (size_t j = 0; j < NEIGHBOURS && j < i; j++)
            pair(&result->pairs, group[j] & UINT32_MAX, unit);
        for (size_t j = NEIGHBOURS; j < 2 * NEIGHBOURS && j < i; j++)
            pair(&result->pairs, group[i + NEIGHBOURS - 1 - j] & UINT32_MAX,
                 unit);
    }
}

/* Postings of one bin, sorted: runs of the same key are groups. */
static void
pair_bin(void *state, size_t task)
{
    struct pairer *pairer = state;
    struct result *result = &pairer->results[task];
    struct cd_list list = { 0 };

    if (cd_bins_take(&pairer->search->postings, pairer->base + task, &list,
                     &result->err) == CD_OK)
        cd_list_sort(&list);
    else
        list.n = 0;
    for (size_t i = 0, end; i < list.n; i = end) {
        for (end = i + 1; end < list.n && list.at[end] >> 32 == list.at[i] >> 32;)
            end++;
        if (end - i <= pairer->crowd)
            pair_all(&result->pairs, list.at + i, end - i);
        else
            pair_crowd(result, list.at + i, end - i);
    }
    cd_list_release(&list);
}

static enum cd_status
collect(struct pairer *pairer, struct result *result, int shift,
        struct cd_error *err)
{
    struct cd_copies *search = pairer->search;
    enum cd_status status = result->err.status;

    if (status != CD_OK)
        *err = result->err;
    for (size_t i = 0; i < result->pairs.n && status == CD_OK; i++) {
        uint64_t value = result->pairs.at[i];

        status =
            cd_bins_add(&search->pairs, value >> 32 >> shift, value, err);
    }
    for (size_t i = 0; i < result->crowded.n; i++)
        search->crowded[result->crowded.at[i]] = 1;
    search->stats.crowds += result->crowds;
    result->pairs.n = result->crowded.n = result->crowds = 0;
    return status;
}

/* So that the bins of pairs go by their first unit, in order. */
static int
bin_shift(size_t units)
{
    int shift = 0;

    while (units >> shift >= CD_BINS)
        shift++;
    return shift;
}

enum cd_status
cd_search_pair(struct cd_copies *search, struct cd_error *err)
{
    struct pairer pairer = { .search = search,
                             .crowd = search->options.crowd };
    size_t round = (size_t)search->threads * ROUND_PER_THREAD;
    int shift = bin_shift(search->unit_count);
    enum cd_status status = CD_OK;

    if (search->options.measure == CD_MEASURE_JUDGE &&
        pairer.crowd > JUDGE_CROWD)
        pairer.crowd = JUDGE_CROWD;
    pairer.results = cd_alloc(round * sizeof(*pairer.results));
    for (; pairer.base < CD_BINS && status == CD_OK; pairer.base += round) {
        size_t tasks = CD_BINS - pairer.base;

        if (tasks > round)
            tasks = round;
        cd_pipeline_tasks(search->threads, tasks, pair_bin, &pairer);
        for (size_t i = 0; i < tasks && status == CD_OK; i++)
            status = collect(&pairer, &pairer.results[i], shift, err);
    }
    for (size_t i = 0; i < round; i++) {
        cd_list_release(&pairer.results[i].pairs);
        cd_list_release(&pairer.results[i].crowded);
    }
    free(pairer.results);
    cd_bins_release(&search->postings);
    return status;
}
