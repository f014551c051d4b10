/* SPDX-License-Identifier: Apache-2.0 */
/*
 * FNV-1a, 32 bits: a hash of short words that is the same on every machine, so
 * that a model may rest on it.
 *
 *     uint32_t hash = cd_hash(CD_HASH_START, CD_STR("ferr"));
 *     hash = cd_hash_add(hash, 'y');    that of "ferry"
 *
 * Pure; safe on every thread.
 */
#ifndef CD_BASE_HASH_H
#define CD_BASE_HASH_H

#include "base/str.h"

#define CD_HASH_START 2166136261u

/* A byte more, or a code point as a whole. */
static inline uint32_t
cd_hash_add(uint32_t hash, uint32_t sign)
{
    return (hash ^ sign) * 16777619u;
}

static inline uint32_t
cd_hash(uint32_t hash, struct cd_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++)
        hash = cd_hash_add(hash, (unsigned char)bytes.p[i]);
    return hash;
}

#endif
