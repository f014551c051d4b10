/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/align_rows.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/radix.h"

enum {
    ROW = CD_ALIGN_ROW,
    ONCE_TO_MANY = 12, /* places that a row which one text has once may face */
};

/* Of each row of a text (hash << 32 | its first word), ascending. */
static uint64_t *
hash_rows(const struct cd_words *words, uint32_t *count)
{
    uint64_t *rows, *temp;

    *count = words->count >= ROW ? words->count - ROW + 1 : 0;
    rows = cd_realloc(NULL, *count, sizeof(*rows));
    for (uint32_t i = 0; i < *count; i++) {
        uint64_t hash = 0;

        for (uint32_t k = 0; k < ROW; k++)
            hash = (hash ^ words->words[i + k].stem) *
                   UINT64_C(0x9e3779b97f4a7c15);
        rows[i] = (hash >> 32 << 32) | i;
    }
    temp = cd_realloc(NULL, *count, sizeof(*temp));
    cd_radix_sort(rows, temp, *count);
    free(temp);
    return rows;
}

static bool
is_equal(const struct cd_words *a, const struct cd_words *b, uint32_t i,
         uint32_t j)
{
    for (uint32_t k = 0; k < ROW; k++) {
        if (a->words[i + k].stem != b->words[j + k].stem)
            return false;
    }
    return true;
}

struct seeds {
    const struct cd_words *a, *b;
    uint64_t *keys; /* diagonal << 32 | place in a */
    size_t count, room;
};

static void
add_seed(struct seeds *seeds, uint64_t row_a, uint64_t row_b)
{
    uint32_t i = (uint32_t)row_a, j = (uint32_t)row_b;

    if (!is_equal(seeds->a, seeds->b, i, j))
        return;
    seeds->keys = cd_grow(seeds->keys, &seeds->room, seeds->count + 1,
                          sizeof(*seeds->keys));
    seeds->keys[seeds->count++] = ((uint64_t)seeds->a->count + j - i) << 32 | i;
}

/* Places of one row in either text: the n-th with the n-th, one with some. */
static void
add_group(struct seeds *seeds, const uint64_t *a, uint32_t a_count,
          const uint64_t *b, uint32_t b_count)
{
    uint32_t least = a_count < b_count ? a_count : b_count;
    uint32_t most = a_count < b_count ? b_count : a_count;

    if (least == 1 && most > 1) {
        for (uint32_t n = 0; n < most && n < ONCE_TO_MANY; n++)
            add_seed(seeds, a[a_count > 1 ? n : 0], b[b_count > 1 ? n : 0]);
        return;
    }
    for (uint32_t n = 0; n < least; n++)
        add_seed(seeds, a[n], b[n]);
}

static uint32_t
same_row(const uint64_t *rows, uint32_t from, uint32_t count)
{
    uint32_t n = 0;

    while (from + n < count && rows[from + n] >> 32 == rows[from] >> 32)
        n++;
    return n;
}

static void
find_seeds(struct seeds *seeds)
{
    uint32_t a_count, b_count, i = 0, j = 0;
    uint64_t *a = hash_rows(seeds->a, &a_count);
    uint64_t *b = hash_rows(seeds->b, &b_count);
    uint64_t *temp;

    while (i < a_count && j < b_count) {
        uint64_t x = a[i] >> 32, y = b[j] >> 32;
        uint32_t n = x <= y ? same_row(a, i, a_count) : 0;
        uint32_t m = y <= x ? same_row(b, j, b_count) : 0;

        if (x == y)
            add_group(seeds, a + i, n, b + j, m);
        i += n;
        j += m;
    }
    free(a);
    free(b);
    temp = cd_realloc(NULL, seeds->count, sizeof(*temp));
    cd_radix_sort(seeds->keys, temp, seeds->count);
    free(temp);
}

void
cd_rows_find(struct cd_runs *found, struct cd_arena *arena,
             const struct cd_words *a, const struct cd_words *b)
{
    struct seeds seeds = { .a = a, .b = b };
    uint64_t end = 0; /* of the last run, as a key */

    *found = (struct cd_runs){ 0 };
    find_seeds(&seeds);
    found->runs = cd_arena_new_array(arena, struct cd_run, seeds.count);
    for (size_t s = 0; s < seeds.count; s++) {
        uint64_t key = seeds.keys[s];
        uint32_t i = (uint32_t)key;

        if (found->count == 0 || key > end)
            found->runs[found->count++] =
                (struct cd_run){ .a = i,
                                 .b = (uint32_t)(i + (key >> 32) - a->count) };
        found->runs[found->count - 1].n =
            i + ROW - found->runs[found->count - 1].a;
        end = key + ROW;
    }
    free(seeds.keys);
    for (uint32_t n = 0; n < found->count; n++)
        cd_run_weigh(&found->runs[n], a);
    if (found->count > 0)
        qsort(found->runs, found->count, sizeof(*found->runs), cd_run_by_place);
}
