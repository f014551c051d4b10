/* SPDX-License-Identifier: Apache-2.0 */
#include "base/radix.h"

#include <string.h>

enum {
    DIGIT = 8,
    VALUES = 1 << DIGIT,
    DIGITS = 64 / DIGIT,
    FEW = 2048, /* hashes that one pass over buckets puts nearly in order */
    BUCKET_BITS = 11,
};

static void
count_digits(const uint64_t *keys, size_t n, size_t counts[DIGITS][VALUES])
{
    for (size_t i = 0; i < n; i++) {
        for (int digit = 0; digit < DIGITS; digit++)
            counts[digit][keys[i] >> (digit * DIGIT) & (VALUES - 1)]++;
    }
}

/* Counts become the places where each value begins. */
static void
add_up(size_t *counts, size_t n)
{
    size_t sum = 0;

    for (size_t i = 0; i < n; i++) {
        size_t count = counts[i];

        counts[i] = sum;
        sum += count;
    }
}

static void
insertion_sort(uint64_t *keys, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        uint64_t key = keys[i];
        size_t at = i;

        for (; at > 0 && keys[at - 1] > key; at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
    }
}

void
cd_radix_sort(uint64_t *keys, uint64_t *temp, size_t n)
{
    size_t counts[DIGITS][VALUES] = { { 0 } };
    uint64_t *from = keys, *to = temp;

    if (n < 32) {
        insertion_sort(keys, n);
        return;
    }
    count_digits(keys, n, counts);
    for (int digit = 0; digit < DIGITS; digit++) {
        size_t *at = counts[digit];
        uint64_t *swap = from;

        if (at[from[0] >> (digit * DIGIT) & (VALUES - 1)] == n)
            continue;
        add_up(at, VALUES);
        for (size_t i = 0; i < n; i++)
            to[at[from[i] >> (digit * DIGIT) & (VALUES - 1)]++] = from[i];
        from = to;
        to = swap;
    }
    if (from != keys)
        memcpy(keys, from, n * sizeof(*keys));
}

/*
 * One scatter by the highest bits into about as many buckets as there are
 * keys, then an insertion sort, which is linear where keys are even and
 * harmless where they are not: FEW bounds it.
 */
void
cd_radix_sort_hashes(uint64_t *keys, uint64_t *temp, size_t n)
{
    uint16_t counts[1 << BUCKET_BITS];
    size_t buckets = 16, sum = 0;
    int shift = 60;

    if (n < 16) {
        insertion_sort(keys, n);
        return;
    }
    if (n > FEW) {
        cd_radix_sort(keys, temp, n);
        return;
    }
    for (; buckets < n && buckets < ((size_t)1 << BUCKET_BITS); buckets *= 2)
        shift--;
    memset(counts, 0, buckets * sizeof(*counts));
    for (size_t i = 0; i < n; i++)
        counts[keys[i] >> shift]++;
    for (size_t i = 0; i < buckets; i++) {
        size_t count = counts[i];

        counts[i] = (uint16_t)sum;
        sum += count;
    }
    for (size_t i = 0; i < n; i++)
        temp[counts[keys[i] >> shift]++] = keys[i];
    insertion_sort(temp, n);
    memcpy(keys, temp, n * sizeof(*keys));
}

size_t
cd_radix_unique(uint64_t *keys, size_t n)
{
    size_t kept = n > 0;

    for (size_t i = 1; i < n; i++) {
        if (keys[i] != keys[kept - 1])
            keys[kept++] = keys[i];
    }
    return kept;
}
