/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The keys under which each unit is posted.
 *
 * Prefix filter (S. Chaudhuri, V. Ganti, R. Kaushik, A primitive operator for
 * similarity joins in data cleaning, 2006): order all shingles, the rarest
 * first.  Two sets of n and m members with a Jaccard similarity of t share
 * t * n of them at least, so that one of the first n - ceil(t * n) + 1 of the
 * one is among the first of the other.  Posting these finds every pair.  How
 * often a shingle occurs is counted in a table of one byte each, in which some
 * collide: that changes the order, the same way for all sets, and no result.
 * A shingle that occurs once can't be shared and is not posted.
 *
 * Where the threshold is high, prefixes are short, and it is enough to count
 * the shingles whose hash begins with a 0: in the order all others come last,
 * by hash, and hardly a prefix is so long that it has one of them.
 *
 * MinHash: the bands of the unit's signature (nlp/copy/minhash.h).
 *
 * Beside an index nothing is counted, since what is rare today need not be so
 * tomorrow: the order is that of the hashes, and keys that occur once are
 * posted, too.
 */
#include "corpus/search/search.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/radix.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/ring.h"
#include "nlp/copy/minhash.h"

enum {
    CHUNK = 8192,    /* units in a task */
    COUNTERS = 4,    /* tasks that count, at most */
    LEAST_BITS = 16, /* of the place in the table of counts */
    MOST = 255,      /* counts saturate there */
    RANKS = 10,      /* of counts, and the last: not counted */
    GROUP = 8,       /* counts looked up together */
};

/* From here on half of the shingles do for the order. */
#define HALF_THRESHOLD 0.65

/* Units with this many shingles or more are signed by the engine auto: see
 * docs/copies.md for the measurement. */
enum { LONG_UNIT = 1024 };

struct poster {
    struct cd_copies *search;
    size_t slices;
    bool sorted;   /* are a unit's keys in order? */
    uint64_t last; /* key that is counted */
    struct cd_minhash_plan plan;
    size_t sign_from; /* shingles; SIZE_MAX: never */
    size_t prefix_below;
    struct cd_list *lists;   /* by place */
    struct cd_error *errors; /* by slice, then by place */
};

/* What a task needs to read units. */
struct reader {
    const struct cd_copies *search;
    struct cd_buf scratch;
    uint8_t *ranks;
    size_t rank_room;
};

static const uint64_t *
keys_of(struct reader *reader, const struct cd_kept *unit, struct cd_error *err)
{
    return cd_store_read(&reader->search->keys, unit->keys,
                         unit->count * sizeof(uint64_t), &reader->scratch, err);
}

static void
release_reader(struct reader *reader)
{
    cd_buf_release(&reader->scratch);
    free(reader->ranks);
}

/* ---- how often each key occurs --------------------------------------- */

/* Where keys in order are not below first. */
static size_t
first_from(const uint64_t *keys, size_t n, uint64_t first)
{
    size_t low = 0;

    while (low < n) {
        size_t middle = low + (n - low) / 2;

        if (keys[middle] < first)
            low = middle + 1;
        else
            n = middle;
    }
    return low;
}

/* Those of a unit's keys that are first to last. */
static void
count_unit(struct poster *poster, const uint64_t *keys, size_t n,
           uint64_t first, uint64_t last)
{
    struct cd_copies *search = poster->search;
    size_t k = poster->sorted && first > 0 ? first_from(keys, n, first) : 0;

    for (; k < n; k++) {
        uint8_t *count;

        if (keys[k] > last && poster->sorted)
            break;
        if (keys[k] < first || keys[k] > last)
            continue;
        count = &search->counts[keys[k] >> search->count_shift];
        *count = (uint8_t)(*count + (*count < MOST));
    }
}

/* Slices of the table, and so of the keys: what one task counts no other one
 * touches. */
static void
count_slice(void *state, size_t slice)
{
    struct poster *poster = state;
    struct cd_copies *search = poster->search;
    struct reader reader = { .search = search };
    uint64_t width = search->counted / poster->slices;
    uint64_t first = width * slice;
    uint64_t last =
        slice + 1 < poster->slices ? first + width - 1 : poster->last;

    for (size_t i = 0; i < search->unit_count; i++) {
        const struct cd_kept *unit = &search->units[i];
        const uint64_t *keys;

        if (unit->first != i)
            continue;
        keys = keys_of(&reader, unit, &poster->errors[slice]);
        if (keys != NULL)
            count_unit(poster, keys, unit->count, first, last);
    }
    release_reader(&reader);
}

static enum cd_status
first_error(const struct cd_error *errors, size_t n, struct cd_error *err)
{
    for (size_t i = 0; i < n; i++) {
        if (errors[i].status != CD_OK) {
            *err = errors[i];
            return err->status;
        }
    }
    return CD_OK;
}

/* About as many counters as there are keys. */
static enum cd_status
count_keys(struct poster *poster, struct cd_error *err)
{
    struct cd_copies *search = poster->search;
    uint64_t keys = search->key_total;
    int bits = LEAST_BITS, key_bits = 64;
    struct cd_error errors[COUNTERS] = { { 0 } };

    poster->sorted = search->options.measure == CD_MEASURE_JACCARD;
    search->counted = UINT64_MAX;
    if (poster->sorted && search->options.threshold >= HALF_THRESHOLD) {
        search->counted = UINT64_C(1) << 63;
        key_bits = 63;
        keys /= 2;
    }
    while ((uint64_t)1 << bits < keys &&
           (size_t)1 << bits < search->options.memory / 16)
        bits++;
    poster->last = UINT64_MAX >> (64 - key_bits);
    search->count_shift = key_bits - bits;
    search->counts = cd_alloc_table((size_t)1 << bits);
    poster->slices =
        search->threads < COUNTERS ? (size_t)search->threads : COUNTERS;
    poster->errors = errors;
    cd_pipeline_tasks(search->threads, poster->slices, count_slice, poster);
    return first_error(errors, poster->slices, err);
}

/* ---- the keys of a unit ---------------------------------------------- */

static void
post(struct cd_list *list, uint64_t key, size_t unit)
{
    cd_list_add(list, key << 32 | unit);
}

/* 0: occurs once; then one rank for each doubling. */
static uint8_t
rank_of(uint8_t count)
{
    return count < 2 ? 0 : (uint8_t)(32 - __builtin_clz(count - 1U));
}

/* ceil(n * threshold), exact for a threshold of up to six decimals. */
static size_t
least_shared(const struct cd_copies *search, size_t n)
{
    uint64_t t = (uint64_t)(search->options.threshold * 1e6 + 0.5);

    return (size_t)((n * t + 999999) / 1000000);
}

/*
 * Do so many keys occur once that the prefix is full of them?  Then nothing is
 * posted.  Looks at GROUP counts at a time, so that the misses of the cache
 * overlap, and not at the few behind them.
 */
static bool
is_alone(const struct poster *poster, const uint64_t *keys, size_t n,
         size_t prefix)
{
    const struct cd_copies *search = poster->search;
    size_t once = 0;

    for (size_t i = 0; i + GROUP <= n && keys[i + GROUP - 1] < search->counted;
         i += GROUP) {
        for (size_t k = i; k < i + GROUP; k++)
            once += cd_search_count(search, keys[k]) < 2;
        if (once >= prefix)
            return true;
    }
    return false;
}

/* Ranks of the keys, and how many of each rank. */
static void
rank_keys(const struct poster *poster, struct reader *reader,
          const uint64_t *keys, size_t n, size_t *of_rank)
{
    reader->ranks = cd_grow(reader->ranks, &reader->rank_room, n, 1);
    for (size_t i = 0; i < n; i++) {
        uint8_t rank = RANKS - 1;

        if (keys[i] < poster->search->counted)
            rank = rank_of(cd_search_count(poster->search, keys[i]));

        reader->ranks[i] = rank;
        of_rank[rank]++;
    }
}

/* In the order of the hashes, the prefix is what comes first. */
static void
post_first(const struct poster *poster, struct cd_list *list, size_t unit,
           const uint64_t *keys, size_t n)
{
    size_t prefix = n - least_shared(poster->search, n) + 1;

    for (size_t i = 0; i < prefix; i++)
        post(list, keys[i] & UINT32_MAX, unit);
}

/* The prefix: all keys of the lower ranks, and of one rank the least ones. */
static void
post_prefix(const struct poster *poster, struct reader *reader,
            struct cd_list *list, size_t unit, const uint64_t *keys, size_t n)
{
    size_t of_rank[RANKS] = { 0 };
    size_t left = n - least_shared(poster->search, n) + 1;
    uint8_t rank = 0;

    if (is_alone(poster, keys, n, left))
        return;
    rank_keys(poster, reader, keys, n, of_rank);
    for (; rank < RANKS - 1 && of_rank[rank] < left; rank++)
        left -= of_rank[rank];
    for (size_t i = 0; i < n; i++) {
        uint8_t mine = reader->ranks[i];

        if (mine > rank || mine == 0 || (mine == rank && left == 0))
            continue;
        left -= mine == rank;
        post(list, keys[i] & UINT32_MAX, unit);
    }
}

static void
post_bands(const struct poster *poster, struct cd_list *list, size_t unit,
           const uint64_t *keys, size_t n)
{
    uint32_t signature[CD_MINHASH_SIZE];

    cd_minhash_sign(signature, keys, n);
    for (size_t band = 0; band < poster->plan.bands; band++)
        post(list, cd_minhash_band(signature, &poster->plan, band), unit);
}

static void
post_anchors(const struct poster *poster, struct cd_list *list, size_t unit,
             const uint64_t *keys, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (poster->search->index != NULL ||
            cd_search_count(poster->search, keys[i]) > 1)
            post(list, keys[i] & UINT32_MAX, unit);
    }
}

static void
post_unit(const struct poster *poster, struct reader *reader,
          struct cd_list *list, size_t at, struct cd_error *err)
{
    const struct cd_kept *unit = &poster->search->units[at];
    const uint64_t *keys = keys_of(reader, unit, err);

    if (keys == NULL || unit->count == 0)
        return;
    if (poster->search->options.measure == CD_MEASURE_JUDGE) {
        post_anchors(poster, list, at, keys, unit->count);
        return;
    }
    if (unit->count < poster->prefix_below && poster->search->index != NULL)
        post_first(poster, list, at, keys, unit->count);
    else if (unit->count < poster->prefix_below)
        post_prefix(poster, reader, list, at, keys, unit->count);
    if (unit->count >= poster->sign_from)
        post_bands(poster, list, at, keys, unit->count);
}

/* ---- all units ------------------------------------------------------- */

static void
post_chunk(void *state, size_t task, size_t place)
{
    struct poster *poster = state;
    struct reader reader = { .search = poster->search };
    size_t chunk = cd_search_chunk(poster->search, CHUNK);
    size_t at = task * chunk, end = at + chunk;

    if (end > poster->search->unit_count)
        end = poster->search->unit_count;
    for (; at < end; at++) {
        if (cd_search_is_new(poster->search, at))
            post_unit(poster, &reader, &poster->lists[place], at,
                      &poster->errors[place]);
    }
    release_reader(&reader);
}

/* What a task found, into the bins. */
static enum cd_status
collect(void *state, size_t place, struct cd_error *err)
{
    struct poster *poster = state;
    struct cd_bins *bins = &poster->search->postings;
    struct cd_list *list = &poster->lists[place];
    enum cd_status status = first_error(&poster->errors[place], 1, err);

    for (size_t k = 0; k < list->n && status == CD_OK; k++)
        status = cd_bins_add(bins, list->at[k] >> 58, list->at[k], err);
    list->n = 0;
    return status;
}

static enum cd_status
post_all(struct poster *poster, struct cd_error *err)
{
    size_t chunk = cd_search_chunk(poster->search, CHUNK);
    struct cd_tasks tasks = {
        .count = (poster->search->unit_count + chunk - 1) / chunk,
        .places = cd_ring_places(poster->search->threads, CD_SEARCH_PLACES),
        .run = post_chunk,
        .end = collect,
        .state = poster,
    };
    enum cd_status status;

    poster->lists = cd_alloc(tasks.places * sizeof(*poster->lists));
    poster->errors = cd_alloc(tasks.places * sizeof(*poster->errors));
    status = cd_pipeline_ordered(poster->search->threads, &tasks, err);
    for (size_t i = 0; i < tasks.places; i++)
        cd_list_release(&poster->lists[i]);
    free(poster->lists);
    free(poster->errors);
    return status;
}

/*
 * Pairs of the engine auto: of two units below LONG_UNIT, or of one below and
 * one above, the longer has less than LONG_UNIT / threshold shingles and both
 * have a prefix; two above both have bands.
 */
static void
choose_engine(struct poster *poster)
{
    const struct cd_copies_options *options = &poster->search->options;
    struct cd_copies_stats *stats = &poster->search->stats;

    poster->sign_from = LONG_UNIT;
    poster->prefix_below = (size_t)(LONG_UNIT / options->threshold) + 2;
    stats->engine = "prefix+minhash";
    if (options->measure == CD_MEASURE_JUDGE) {
        stats->engine = "anchors";
        return;
    }
    if (options->engine == CD_ENGINE_PREFIX) {
        poster->sign_from = SIZE_MAX;
        poster->prefix_below = SIZE_MAX;
        stats->engine = "prefix";
        return;
    }
    if (options->engine == CD_ENGINE_MINHASH) {
        poster->sign_from = poster->prefix_below = 0;
        stats->engine = "minhash";
    }
    poster->plan = cd_minhash_plan(options->threshold);
    stats->bands = poster->plan.bands;
    stats->rows = poster->plan.rows;
}

enum cd_status
cd_search_post(struct cd_copies *search, struct cd_error *err)
{
    struct poster poster = { .search = search };
    enum cd_status status;

    choose_engine(&poster);
    status = search->index == NULL ? count_keys(&poster, err) : CD_OK;
    if (status == CD_OK)
        status = post_all(&poster, err);
    search->stats.postings = search->postings.count;
    return status;
}
