/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/synonyms.h"

struct row {
    uint32_t stem;
    uint16_t first, count; /* in concepts[] */
};

#include "nlp/copy/synonyms.inc" /* table, sorted by stem; concepts */

const uint16_t *
cd_concepts(uint32_t stem, size_t *count)
{
    size_t low = 0, high = sizeof(table) / sizeof(table[0]);

    while (low < high) {
        size_t at = low + (high - low) / 2;

        if (table[at].stem == stem) {
            *count = table[at].count;
            return concepts + table[at].first;
        }
        if (table[at].stem < stem)
            low = at + 1;
        else
            high = at;
    }
    *count = 0;
    return concepts;
}

bool
cd_synonyms(uint32_t a, uint32_t b)
{
    size_t n, m;
    const uint16_t *x = cd_concepts(a, &n);
    const uint16_t *y = cd_concepts(b, &m);

    for (size_t i = 0, j = 0; i < n && j < m;) {
        if (x[i] == y[j])
            return true;
        if (x[i] < y[j])
            i++;
        else
            j++;
    }
    return false;
}
