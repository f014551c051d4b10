/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From postings to pairs of units that share a key.
 *
 * Units that share a key are paired all with all while they are few.  A crowd,
 * boilerplate or an attack, is not: each of its units is paired with the first
 * ones and with those before it.  That joins near copies into one cluster at a
 * cost that is linear; the units are marked, so that their cluster says what
 * was left out.
 *
 * Anchors, and whatever is looked up in an index: a unit is paired with all
 * before it while those are few, so that its pairs do not depend on what comes
 * after it, and days one by one give what they give together.  Shingles without
 * an index: a crowd also stands in an order in which units with the same
 * frequent keys are neighbours.
 */
#include "corpus/search/search.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/ring.h"

enum {
    /* first ones, and ones before, of a unit in a crowd; anchors are so many
     * that one does */
    NEIGHBOURS = 4,
    JUDGE_NEIGHBOURS = 1,
    FREQUENT = 255,   /* count of a key, where it saturates */
    JUDGE_CROWD = 48, /* units that share an anchor by chance are many */
    INDEX_PAIRS = 4,  /* times crowd * crowd: pairs of a key beside an index */
};

struct pairer {
    struct cd_copies *search;
    size_t crowd;
    size_t neighbours;
    int shift; /* of units, to the bins of their pairs */
    struct result {
        struct cd_list pairs;
        struct cd_list crowd;   /* pairs out of crowds */
        struct cd_list crowded; /* units */
        struct cd_list posted;  /* all of the bin, for the index */
        struct cd_buf scratch;
        uint64_t crowds;
        struct cd_error err;
    } * results; /* by place */
};

static void
pair(struct cd_list *list, uint64_t a, uint64_t b)
{
    cd_list_add(list, a < b ? a << 32 | b : b << 32 | a);
}

/* The later unit first: corpus/search/verify.c. */
static void
pair_crowded(struct cd_list *list, uint64_t a, uint64_t b)
{
    cd_list_add(list, a < b ? b << 32 | a : a << 32 | b);
}

static void
pair_all(struct cd_list *list, const uint64_t *group, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++)
            pair(list, group[i] & UINT32_MAX, group[j] & UINT32_MAX);
    }
}

struct standing {
    uint64_t frequent; /* hash of the unit's frequent keys */
    uint64_t unit;
};

static int
by_standing(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;

    if (x->frequent != y->frequent)
        return x->frequent < y->frequent ? -1 : 1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static uint64_t
hash_frequent(const struct cd_copies *search, struct result *result,
              uint64_t unit, uint64_t parity)
{
    const struct cd_kept *kept = &search->units[unit];
    uint64_t hash = 0;
    const uint64_t *keys =
        cd_store_read(&search->keys, kept->keys, kept->count * sizeof(*keys),
                      &result->scratch, &result->err);

    for (size_t i = 0; keys != NULL && i < kept->count; i++) {
        if ((keys[i] & 1) == parity && keys[i] < search->counted &&
            cd_search_count(search, keys[i]) == FREQUENT)
            hash += keys[i] * UINT64_C(0x9e3779b97f4a7c15);
    }
    return hash;
}

/* Once by the keys that are even and once by those that are odd: a key that
 * only seems to be frequent spoils one of the two. */
static void
stand_in_line(const struct pairer *pairer, struct result *result,
              struct standing *line, const uint64_t *group, size_t n)
{
    for (uint64_t parity = 0; parity < 2; parity++) {
        for (size_t i = 0; i < n; i++) {
            uint64_t unit = group[i] & UINT32_MAX;

            line[i].unit = unit;
            line[i].frequent =
                hash_frequent(pairer->search, result, unit, parity);
        }
        qsort(line, n, sizeof(*line), by_standing);
        for (size_t i = 1; i < n; i++) {
            for (size_t j = 0; j < pairer->neighbours && j < i; j++) {
                pair_crowded(&result->crowd, line[j].unit, line[i].unit);
                pair_crowded(&result->crowd, line[i - 1 - j].unit,
                             line[i].unit);
            }
        }
    }
}

static void
pair_neighbours(const struct pairer *pairer, struct result *result,
                const uint64_t *group, size_t at)
{
    uint64_t unit = group[at] & UINT32_MAX;

    cd_list_add(&result->crowded, unit);
    for (size_t j = 0; j < pairer->neighbours && j < at; j++) {
        pair_crowded(&result->crowd, group[j] & UINT32_MAX, unit);
        pair_crowded(&result->crowd, group[at - 1 - j] & UINT32_MAX, unit);
    }
}

static void
pair_crowd(const struct pairer *pairer, struct result *result,
           const uint64_t *group, size_t n)
{
    struct standing *line = cd_realloc(NULL, n, sizeof(*line));

    result->crowds++;
    stand_in_line(pairer, result, line, group, n);
    for (size_t i = 0; i < n; i++)
        pair_neighbours(pairer, result, group, i);
    free(line);
}

/* ---- units of the index ---------------------------------------------- */

/* Who shares a key: the first ones are of the index, and of many of those only
 * the first and the last; rank is how many there were. */
struct company {
    struct cd_list units; /* numbers */
    size_t earlier;       /* of the index, among units */
    size_t rank;          /* of the first that is not */
    size_t *cursor;       /* in the postings of each segment */
};

/* Postings [from, to) of a segment are those of a key. */
static bool
add_earlier(struct company *company, const struct cd_segment *segment,
            size_t from, size_t to, struct cd_error *err)
{
    const uint64_t *at =
        cd_segment_at(segment, CD_SECTION_POSTINGS, from, to - from, err);

    for (size_t i = 0; at != NULL && i < to - from; i++)
        cd_list_add(&company->units,
                    segment->trailer.base + (at[i] & UINT32_MAX));
    return at != NULL;
}

/* Of more than most, the first and the last do. */
static bool
add_earlier_of(const struct pairer *pairer, struct company *company,
               const struct cd_segment *segment, size_t from, size_t to,
               size_t most, struct cd_error *err)
{
    size_t few = pairer->neighbours, n = to - from;

    company->rank += n;
    if (n <= most || n <= 2 * few)
        return add_earlier(company, segment, from, to, err);
    return add_earlier(company, segment, from, from + few, err) &&
           add_earlier(company, segment, to - few, to, err);
}

static bool
look_up(const struct pairer *pairer, struct company *company, uint64_t key,
        size_t most, struct cd_error *err)
{
    const struct cd_index *index = pairer->search->index;

    company->units.n = company->rank = 0;
    for (size_t i = 0; index != NULL && i < index->count; i++) {
        const struct cd_segment *segment = &index->segments[i];
        uint64_t visible = cd_index_visible(index, segment);
        size_t from, to;

        from = cd_segment_find(segment, CD_SECTION_POSTINGS, company->cursor[i],
                               key << 32, err);
        to = cd_segment_find(segment, CD_SECTION_POSTINGS, from,
                             key << 32 | visible, err);
        if (from == SIZE_MAX || to == SIZE_MAX ||
            !add_earlier_of(pairer, company, segment, from, to, most, err))
            return false;
        company->cursor[i] = to;
    }
    company->earlier = company->units.n;
    return true;
}

/* Each unit of this run with all before it, or, beyond limit, with a few. */
static void
pair_company(const struct pairer *pairer, struct result *result,
             const struct company *company, size_t limit)
{
    const uint64_t *units = company->units.at;
    bool crowded = false;

    for (size_t i = company->earlier; i < company->units.n; i++) {
        if (company->rank + (i - company->earlier) >= limit) {
            pair_neighbours(pairer, result, units, i);
            crowded = true;
            continue;
        }
        for (size_t j = 0; j < i; j++)
            pair(&result->pairs, units[j], units[i]);
    }
    result->crowds += crowded;
}

/* Pairs of shingles that an index knows are verified quickly, so more of them
 * are allowed. */
static void
pair_in_order(const struct pairer *pairer, struct result *result,
              struct company *company, const uint64_t *group, size_t n)
{
    const struct cd_copies *search = pairer->search;
    size_t limit = pairer->crowd, most = limit;

    if (search->options.measure == CD_MEASURE_JACCARD &&
        INDEX_PAIRS * limit / n > 1)
        most = INDEX_PAIRS * limit / n * limit;
    if (!look_up(pairer, company, group[0] >> 32, most, &result->err))
        return;
    for (size_t i = 0; i < n; i++)
        cd_list_add(&company->units, search->base + (group[i] & UINT32_MAX));
    if (most > limit && company->units.n <= most)
        limit = SIZE_MAX;
    pair_company(pairer, result, company, limit);
}

/* ---- all postings ---------------------------------------------------- */

static void
pair_group(const struct pairer *pairer, struct result *result,
           struct company *company, const uint64_t *group, size_t n)
{
    const struct cd_copies *search = pairer->search;

    if (search->index != NULL || search->options.measure == CD_MEASURE_JUDGE)
        pair_in_order(pairer, result, company, group, n);
    else if (n <= pairer->crowd)
        pair_all(&result->pairs, group, n);
    else
        pair_crowd(pairer, result, group, n);
}

static void
pair_groups(const struct pairer *pairer, struct result *result,
            const struct cd_list *list)
{
    const struct cd_index *index = pairer->search->index;
    struct company company = {
        .cursor = cd_alloc((index != NULL ? index->count : 0) * sizeof(size_t)),
    };

    for (size_t i = 0, end; i < list->n && result->err.status == CD_OK;
         i = end) {
        for (end = i + 1;
             end < list->n && list->at[end] >> 32 == list->at[i] >> 32;)
            end++;
        pair_group(pairer, result, &company, list->at + i, end - i);
    }
    cd_list_release(&company.units);
    free(company.cursor);
}

/* Beside a reference: pairs of two units of one side are left out. */
static void
keep_facing(const struct cd_copies *search, struct cd_list *pairs)
{
    size_t kept = 0;

    for (size_t i = 0; i < pairs->n; i++) {
        if (cd_search_faces(search, (uint32_t)(pairs->at[i] >> 32),
                            (uint32_t)pairs->at[i]))
            pairs->at[kept++] = pairs->at[i];
    }
    pairs->n = kept;
}

/* Postings of one bin, sorted: runs of the same key are groups. */
static void
pair_bin(void *state, size_t bin, size_t place)
{
    struct pairer *pairer = state;
    struct result *result = &pairer->results[place];
    struct cd_list list = { 0 };

    if (cd_bins_take(&pairer->search->postings, bin, &list, &result->err) ==
        CD_OK)
        cd_list_sort(&list);
    else
        list.n = 0;
    pair_groups(pairer, result, &list);
    if (pairer->search->against) {
        keep_facing(pairer->search, &result->pairs);
        keep_facing(pairer->search, &result->crowd);
    }
    if (pairer->search->index != NULL)
        result->posted = list;
    else
        cd_list_release(&list);
}

static enum cd_status
move_pairs(struct cd_bins *bins, struct cd_list *pairs, int shift,
           struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < pairs->n && status == CD_OK; i++)
        status =
            cd_bins_add(bins, pairs->at[i] >> 32 >> shift, pairs->at[i], err);
    pairs->n = 0;
    return status;
}

static enum cd_status
collect(void *state, size_t place, struct cd_error *err)
{
    const struct pairer *pairer = state;
    struct result *result = &pairer->results[place];
    struct cd_copies *search = pairer->search;
    uint64_t ignored;

    for (size_t i = 0; i < result->crowded.n; i++)
        search->crowded[result->crowded.at[i] - search->base] = 1;
    search->stats.crowds += result->crowds;
    result->crowded.n = result->crowds = 0;
    if (result->err.status != CD_OK) {
        *err = result->err;
        return err->status;
    }
    if (search->adding &&
        cd_store_add(&search->posted, result->posted.at,
                     result->posted.n * sizeof(*result->posted.at), &ignored,
                     err) != CD_OK)
        return CD_FATAL;
    cd_list_release(&result->posted);
    if (move_pairs(&search->pairs, &result->pairs, pairer->shift, err) != CD_OK)
        return CD_FATAL;
    return move_pairs(&search->crowd, &result->crowd, pairer->shift, err);
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

static void
release_results(struct result *results, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        cd_list_release(&results[i].pairs);
        cd_list_release(&results[i].crowd);
        cd_list_release(&results[i].crowded);
        cd_list_release(&results[i].posted);
        cd_buf_release(&results[i].scratch);
    }
    free(results);
}

enum cd_status
cd_search_pair(struct cd_copies *search, struct cd_error *err)
{
    struct pairer pairer = {
        .search = search,
        .crowd = search->options.crowd,
        .neighbours = NEIGHBOURS,
        .shift = bin_shift(search->base + search->unit_count),
    };
    struct cd_tasks tasks = {
        .count = CD_BINS,
        .places = cd_ring_places(search->threads, CD_SEARCH_PLACES),
        .run = pair_bin,
        .end = collect,
        .state = &pairer,
    };
    enum cd_status status;

    if (search->options.measure == CD_MEASURE_JUDGE) {
        pairer.neighbours = JUDGE_NEIGHBOURS;
        if (pairer.crowd > JUDGE_CROWD)
            pairer.crowd = JUDGE_CROWD;
    }
    pairer.results = cd_alloc(tasks.places * sizeof(*pairer.results));
    status = cd_pipeline_ordered(search->threads, &tasks, err);
    release_results(pairer.results, tasks.places);
    cd_bins_release(&search->postings);
    return status;
}
