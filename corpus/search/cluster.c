/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/cluster.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/union.h"

/* ---- components ------------------------------------------------------ */

static void
group_components(uint32_t *group, const struct cd_copies *search)
{
    for (size_t i = 0; i < search->match_count; i++) {
        if (cd_search_joins(search, &search->matches[i]))
            cd_union_join(group, search->matches[i].a, search->matches[i].b);
    }
    for (uint32_t i = 0; i < search->unit_count; i++)
        group[i] = cd_union_root(group, i);
}

/* ---- complete -------------------------------------------------------- */

/* Matches by their second unit: all neighbours before a unit. */
struct neighbours {
    size_t *start; /* of each unit, and the end */
    uint32_t *units;
};

static struct neighbours
find_neighbours(const struct cd_copies *search)
{
    size_t n = search->unit_count;
    struct neighbours found = {
        .start = cd_alloc((n + 2) * sizeof(size_t)),
        .units = cd_alloc(search->match_count * sizeof(uint32_t)),
    };

    for (size_t i = 0; i < search->match_count; i++)
        found.start[search->matches[i].b + 2] +=
            cd_search_joins(search, &search->matches[i]);
    for (size_t i = 1; i < n + 2; i++)
        found.start[i] += found.start[i - 1];
    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];

        if (cd_search_joins(search, match))
            found.units[found.start[match->b + 1]++] = match->a;
    }
    return found;
}

/* The first group all of whose members are neighbours of unit; or unit. */
static uint32_t
complete_group(const uint32_t *group, const uint32_t *size, uint32_t *met,
               const struct neighbours *near, uint32_t unit)
{
    uint32_t best = unit;
    size_t first = near->start[unit], end = near->start[unit + 1];

    for (size_t i = first; i < end; i++)
        met[group[near->units[i]]]++;
    for (size_t i = first; i < end; i++) {
        uint32_t g = group[near->units[i]];

        if (met[g] == size[g] && g < best)
            best = g;
    }
    for (size_t i = first; i < end; i++)
        met[group[near->units[i]]] = 0;
    return best;
}

/* Groups go by their first unit, as components do. */
static void
group_complete(uint32_t *group, const struct cd_copies *search)
{
    size_t n = search->unit_count;
    struct neighbours near = find_neighbours(search);
    uint32_t *size = cd_alloc(n * sizeof(*size));
    uint32_t *met = cd_alloc(n * sizeof(*met));

    for (uint32_t i = 0; i < n; i++) {
        group[i] = complete_group(group, size, met, &near, i);
        size[group[i]]++;
    }
    free(near.start);
    free(near.units);
    free(size);
    free(met);
}

/* ---- clusters -------------------------------------------------------- */

/* Units by content, all and those of the reference; returns units by group.
 * The units are many and each pass over them is slow. */
static uint32_t *
count_units(struct cd_clusters *clusters, const struct cd_copies *search)
{
    size_t n = search->unit_count;
    uint32_t *size = cd_alloc(n * sizeof(*size));

    clusters->copies = cd_alloc(n * sizeof(*clusters->copies));
    for (size_t i = 0; i < n; i++) {
        uint32_t first = search->units[i].first;

        clusters->copies[first]++;
        size[clusters->of[first]]++;
    }
    if (!search->against)
        return size;
    clusters->reference = cd_alloc(n * sizeof(*clusters->reference));
    for (size_t i = 0; i < search->reference; i++)
        clusters->reference[search->units[i].first]++;
    return size;
}

/* A group of the units of a content, which all are of one side: they are no
 * pairs beside a reference.  Matches connect contents of both. */
static bool
is_one_sided(const struct cd_copies *search, uint32_t copies, uint32_t units,
             size_t first)
{
    return search->against && copies == units &&
           search->sides[first] != CD_SIDE_BOTH;
}

/* Groups of two units and more get a number, in the order of their first: in
 * place of their size. */
static void
number_groups(struct cd_clusters *clusters, const struct cd_copies *search,
              uint32_t *size)
{
    size_t members = 0, room = 0;

    for (size_t i = 0; i < search->unit_count; i++) {
        uint32_t units = size[i];

        size[i] = CD_NO_UNIT;
        if (units < 2 || is_one_sided(search, clusters->copies[i], units, i))
            continue;
        clusters->clusters =
            cd_grow(clusters->clusters, &room, clusters->count + 1,
                    sizeof(*clusters->clusters));
        clusters->clusters[clusters->count] =
            (struct cd_cluster_of_units){ .start = members };
        size[i] = (uint32_t)clusters->count++;
        members += units;
    }
    clusters->members = cd_alloc(members * sizeof(*clusters->members));
}

static uint64_t
spread(uint64_t content)
{
    content = (content ^ content >> 31) * UINT64_C(0x9e3779b97f4a7c15);
    return content ^ content >> 29;
}

/* The first unit of a content comes before the others. */
static void
fill_members(struct cd_clusters *clusters, struct cd_copies *search,
             const uint32_t *number)
{
    for (size_t i = 0; i < search->unit_count; i++) {
        uint32_t first = search->units[i].first;
        struct cd_cluster_of_units *cluster;

        clusters->of[i] =
            first == i ? number[clusters->of[i]] : clusters->of[first];
        if (clusters->of[i] == CD_NO_UNIT)
            continue;
        cluster = &clusters->clusters[clusters->of[i]];
        clusters->members[cluster->start + cluster->size++] = (uint32_t)i;
        cluster->id += spread(search->units[i].content);
        cluster->contents += first == i;
        cluster->crowded |= search->crowded[i] != 0;
        cluster->reference += i < search->reference;
        if (search->against && first == i && search->sides[i] != CD_SIDE_BOTH)
            cluster->sided[search->sides[i] == CD_SIDE_INPUT]++;
    }
}

bool
cd_clusters_lists_all(const struct cd_copies *search, uint64_t a, uint64_t b)
{
    uint64_t crowd = search->options.crowd;

    return a * b <= crowd * crowd;
}

bool
cd_clusters_lists_same(const struct cd_copies *search, uint64_t n)
{
    return n <= search->options.crowd;
}

/* Pairs of n units of one content that are listed. */
static uint64_t
listed_same(const struct cd_clusters *clusters, const struct cd_copies *search,
            size_t first)
{
    uint64_t n = clusters->copies[first], old;
    bool all = cd_clusters_lists_same(search, n);

    if (clusters->reference == NULL)
        return all ? n * (n - 1) / 2 : n - 1;
    old = clusters->reference[first];
    return all || old == 0 ? old * (n - old) : n - old;
}

/* And of two contents. */
static uint64_t
listed_match(const struct cd_clusters *clusters, const struct cd_copies *search,
             const struct cd_match *match)
{
    uint64_t a = clusters->copies[match->a], b = clusters->copies[match->b];
    bool all = cd_clusters_lists_all(search, a, b);
    uint64_t old_a, old_b;

    if (clusters->reference == NULL)
        return all ? a * b : a + b - 1;
    old_a = clusters->reference[match->a];
    old_b = clusters->reference[match->b];
    if (all)
        return old_a * (b - old_b) + (a - old_a) * old_b;
    /* the first of either is of the reference, if any is */
    return (old_a > 0 ? b - old_b : old_b) + (old_b > 0 ? a - old_a : old_a) -
           ((old_a > 0) != (old_b > 0));
}

static void
count_listed(struct cd_clusters *clusters, const struct cd_copies *search)
{
    for (size_t i = 0; i < search->unit_count; i++) {
        if (clusters->copies[i] > 1 && clusters->of[i] != CD_NO_UNIT)
            clusters->clusters[clusters->of[i]].listed +=
                listed_same(clusters, search, i);
    }
    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];
        struct cd_cluster_of_units *cluster;

        if (!cd_search_joins(search, match) ||
            clusters->of[match->a] != clusters->of[match->b])
            continue;
        cluster = &clusters->clusters[clusters->of[match->a]];
        cluster->matches++;
        cluster->listed += listed_match(clusters, search, match);
    }
}

/* Pairs are left out where a content has more copies than are listed. */
static void
note_capped(struct cd_clusters *clusters, const struct cd_copies *search)
{
    for (size_t i = 0; i < search->unit_count; i++) {
        if (!cd_clusters_lists_same(search, clusters->copies[i]) &&
            clusters->of[i] != CD_NO_UNIT)
            clusters->clusters[clusters->of[i]].crowded = true;
    }
    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];

        if (!cd_clusters_lists_all(search, clusters->copies[match->a],
                                   clusters->copies[match->b]) &&
            clusters->of[match->a] != CD_NO_UNIT)
            clusters->clusters[clusters->of[match->a]].crowded = true;
    }
}

static uint64_t
pairs_of(uint64_t n)
{
    return n > 0 ? n * (n - 1) / 2 : 0;
}

uint64_t
cd_cluster_pairs(const struct cd_cluster_of_units *cluster)
{
    if (cluster->reference > 0)
        return (uint64_t)cluster->reference *
               (cluster->size - cluster->reference);
    return pairs_of(cluster->size);
}

uint64_t
cd_cluster_pairs_of_contents(const struct cd_cluster_of_units *cluster)
{
    return pairs_of(cluster->contents) - pairs_of(cluster->sided[0]) -
           pairs_of(cluster->sided[1]);
}

void
cd_clusters_make(struct cd_clusters *clusters, struct cd_copies *search)
{
    uint32_t *groups;

    clusters->of = cd_union_new(search->unit_count);
    if (search->options.cluster == CD_CLUSTER_COMPLETE)
        group_complete(clusters->of, search);
    else
        group_components(clusters->of, search);
    groups = count_units(clusters, search);
    number_groups(clusters, search, groups);
    fill_members(clusters, search, groups);
    free(groups);
    count_listed(clusters, search);
    note_capped(clusters, search);
}

void
cd_clusters_release(struct cd_clusters *clusters)
{
    free(clusters->of);
    free(clusters->members);
    free(clusters->clusters);
    free(clusters->copies);
    free(clusters->reference);
    *clusters = (struct cd_clusters){ 0 };
}
