/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A row of a table that tools/mktable.awk sorted, by the key in its first
 * column.
 *
 *     static const uint16_t pairs[] = CD_WORD_PAIRS;
 *     static const struct cd_sorted words = CD_SORTED(cd_word_table, pairs);
 *
 *     size_t row = cd_sorted_find(&words, key);
 *     if (row < words.count)
 *         use(cd_word_table[row]);    more rows of that key may follow it
 *
 * Const: any thread may use it.
 */
#ifndef CD_BASE_SORTED_H
#define CD_BASE_SORTED_H

#include "base/str.h"

struct cd_sorted {
    const void *rows;      /* each begins with its key, a const char * */
    size_t size, count;    /* bytes of a row; rows */
    const uint16_t *pairs; /* NAME_PAIRS: first row of each pair of bytes */
};

#define CD_SORTED(table, pairs)                                                \
    {                                                                          \
        (table), sizeof((table)[0]), CD_COUNT(table), (pairs)                  \
    }

/* The index into pairs of a key: where the rows of its first two bytes begin.
 * NAME_MASKS is indexed likewise: which names of the second column they
 * have. */
static inline size_t
cd_sorted_pair(struct cd_str key)
{
    unsigned first = key.n > 0 ? (unsigned char)key.p[0] - 'a' + 1U : 0;
    unsigned second = key.n > 1 ? (unsigned char)key.p[1] - 'a' + 1U : 0;

    if (first > 26) /* wraps around below "a" */
        return key.p[0] < 'a' && key.p[0] >= 0 ? 0 : 27 * 28;
    if (second > 26)
        second = key.p[1] < 'a' && key.p[1] >= 0 ? 0 : 27;
    return first == 0 ? 0 : first * 28 + second;
}

/* How many bytes all keys of a pair share: a search may begin behind them. */
static inline size_t
cd_sorted_shared(size_t pair)
{
    size_t second = pair % 28;

    return pair < 28 || pair >= 27 * 28 ? 0 : 1 + (second > 0 && second < 27);
}

/* The first row whose key is key; table->count if there is none. */
size_t cd_sorted_find(const struct cd_sorted *table, struct cd_str key);

/* The same where the keys are in lower case and key is in any; ASCII.  A key of
 * more than CD_SORTED_NOCASE bytes is not found. */
enum { CD_SORTED_NOCASE = 64 };
size_t cd_sorted_find_nocase(const struct cd_sorted *table, struct cd_str key);

/* The first row whose key is not less than key, byte by byte. */
size_t cd_sorted_first(const struct cd_sorted *table, struct cd_str key);

/* Is key the key of a row? */
bool cd_sorted_is(const struct cd_sorted *table, size_t row, struct cd_str key);

#endif
