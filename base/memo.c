/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memo.h"

/* Eight bytes at a time; the multiplier is the golden ratio's. */
static uint32_t
hash_of(struct cd_str key)
{
    const uint64_t ratio = 0x9E3779B97F4A7C15u;
    uint64_t hash = key.n * ratio, word = 0;
    size_t at = 0;

    for (; key.n - at >= sizeof word; at += sizeof word) {
        memcpy(&word, key.p + at, sizeof word);
        hash = (hash ^ word) * ratio;
        hash ^= hash >> 32;
    }
    word = 0;
    for (; at < key.n; at++)
        word = word << 8 | (unsigned char)key.p[at];
    hash = (hash ^ word) * ratio;
    return (uint32_t)(hash ^ hash >> 32);
}

bool
cd_memo_seek(struct cd_memo *memo, struct cd_str key,
             struct cd_memo_slot **slot)
{
    uint32_t hash = hash_of(key);

    *slot = &memo->slots[hash % CD_MEMO_SLOTS];
    if ((*slot)->key.p != NULL && (*slot)->hash == hash &&
        cd_str_eq((*slot)->key, key))
        return true;
    (*slot)->key = key.p != NULL ? key : (struct cd_str){ "", 0 };
    (*slot)->hash = hash;
    return false;
}
