/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/stock.h"

#include <stdlib.h>

#include "base/radix.h"
#include "base/str.h"

static const uint32_t table[] = {
#include "nlp/copy/stock.inc" /* hashes, in order */
};

uint32_t
cd_stock_hash(const struct cd_words *words, uint32_t first)
{
    uint32_t hash = 2;

    for (uint32_t i = first; i < first + 2; i++) {
        const struct cd_word *word = &words->words[i];
        bool number = (word->flags & CD_WORD_NUMBER) != 0;

        hash = (hash ^ (number ? 1 : word->stem)) * UINT32_C(0x85ebca6b);
        hash ^= hash >> 15;
    }
    return hash;
}

static int
by_value(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

    return (a > b) - (a < b);
}

struct phrases {
    uint64_t *hashes; /* in their upper half; in order, each once */
    size_t count;
};

static struct phrases
phrases_of(struct cd_arena *arena, const struct cd_words *words)
{
    struct phrases phrases = { 0 };
    uint32_t all = words->count > 0 ? words->count - 1 : 0;
    uint64_t *temp = cd_arena_new_array(arena, uint64_t, all);

    phrases.hashes = cd_arena_new_array(arena, uint64_t, all);
    for (uint32_t i = 0; i < all; i++)
        phrases.hashes[i] = (uint64_t)cd_stock_hash(words, i) << 32;
    cd_radix_sort_hashes(phrases.hashes, temp, all);
    phrases.count = cd_radix_unique(phrases.hashes, all);
    return phrases;
}

static bool
is_stock(uint32_t hash)
{
    return bsearch(&hash, table, CD_COUNT(table), sizeof(table[0]), by_value) !=
           NULL;
}

bool
cd_stock_is_phrase(const struct cd_words *words, uint32_t first)
{
    return is_stock(cd_stock_hash(words, first));
}

void
cd_stock_count(struct cd_stock *stock, struct cd_arena *arena,
               const struct cd_words *a, const struct cd_words *b)
{
    struct phrases x = phrases_of(arena, a), y = phrases_of(arena, b);

    *stock = (struct cd_stock){ 0 };
    for (size_t i = 0, j = 0; i < x.count && j < y.count;) {
        uint64_t of_a = x.hashes[i], of_b = y.hashes[j];

        if (of_a == of_b) {
            stock->shared++;
            stock->stock += is_stock((uint32_t)(of_a >> 32));
        }
        i += of_a <= of_b;
        j += of_b <= of_a;
    }
}
