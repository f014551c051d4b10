/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/idf.h"

struct row {
    uint32_t stem;
    uint8_t weight;
};

#include "base/str.h"
#include "nlp/copy/idf_en.inc"    /* english, sorted by stem */
#include "nlp/copy/idf_other.inc" /* other, sorted by stem */

/* A word that nobody counted is rare, unless it is short. */
static uint8_t
unknown(size_t length, bool number)
{
    static const uint8_t by_length[] = { 32, 32, 80, 112 };

    if (number)
        return length < 2 ? 48 : length < 3 ? 80 : 128;
    return length < 4 ? by_length[length] : CD_IDF_UNKNOWN;
}

/* Hashes are spread evenly, so a row's place is near its share of the range:
 * interpolation search, with halving where it is not. */
static const struct row *
find(const struct row *table, size_t high, uint32_t stem)
{
    size_t low = 0;
    uint64_t from = 0, to = (uint64_t)UINT32_MAX + 1;

    for (bool halve = false; low < high; halve = !halve) {
        size_t at = low + (size_t)((stem - from) * (high - low) / (to - from));

        if (halve)
            at = low + (high - low) / 2;
        if (table[at].stem == stem)
            return &table[at];
        if (table[at].stem < stem) {
            low = at + 1;
            from = (uint64_t)table[at].stem + 1;
        } else {
            high = at;
            to = table[at].stem;
        }
    }
    return NULL;
}

uint8_t
cd_idf(uint32_t stem, size_t length, bool number)
{
    const struct row *row = find(english, CD_COUNT(english), stem);

    return row != NULL ? row->weight : unknown(length, number);
}

uint8_t
cd_idf_other(uint32_t stem)
{
    const struct row *row = find(other, CD_COUNT(other), stem);

    return row != NULL ? row->weight : 0;
}

static uint64_t
hash_rows(uint64_t hash, const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ ((uint64_t)rows[i].stem << 8 | rows[i].weight)) *
               UINT64_C(0x9e3779b97f4a7c15);
    return hash;
}

uint64_t
cd_idf_hash(void)
{
    uint64_t hash = hash_rows(0, english, CD_COUNT(english));

    hash = hash_rows(hash, other, CD_COUNT(other));
    return hash ^ hash >> 32;
}
